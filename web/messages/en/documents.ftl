# Documents, reading, intake, import.

documents-lead = Kept exactly as they came. What is read in them waits for a person.
paste-bulletin = Paste a bulletin
add-files = Add files
drop-files = Drop files here to add them
show-documents = Show
show-all = All documents
show-waiting = With claims that wait
show-texts = Texts
show-tables = Tables
published = Published
claims-waiting = Claims waiting
accounts = Accounts
added = Added
document-added = { $name } was added; { $count ->
    [0] no number was read in it.
    [one] { $count } claim waits.
   *[other] { $count } claims wait.
 }
document-was-here = { $name } was here already. Nothing was added.
none-of-these = None of these
none-waiting = No claim waits for a decision.
no-documents = No documents yet
no-documents-words = Paste a bulletin, or drop files here: text, HTML, PDF, Word, mail, and tables. They are kept byte for byte.
original = Original file
table-lead = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }; { $accounts ->
    [0] no account stands on it.
    [one] { $accounts } account stands on it.
   *[other] { $accounts } accounts stand on it.
 }
import-this = Bring it in as a list
rows-of-table = Rows of the table
row = Row

# Reading
part-before = Part before
part-after = Next part
text-of-document = Text of the document
next-claim = Next claim
claim-before = Previous claim
accept-claim = Accept the claim
correct-claim = Correct the claim
reject-claim = Reject the claim
accept-all = { $count ->
    [one] Accept the one that waits
   *[other] Accept all { $count } that wait
 }
no-claim-chosen = No claim is chosen.
already-decided = Already decided. Undo it in Activity.
waiting-of = { $waiting } of { $total } wait for a decision.
all-decided = All decided.
no-claims = No claims here
no-claims-words = No number was read in this text. What it says can still be recorded by hand: press N.
claim = Claim
claim-state = { $state ->
    [accepted] Accepted
    [rejected] Rejected
   *[proposed] Waits for a decision
 }
claim-kind = { $kind ->
    [count] Number
    [presence] Said to have happened, without a number
    [named] A named person
    [declaration] A declaration
   *[other] { $kind }
 }
perhaps = perhaps { $who }
what = What
of-whom = Of whom
place = Place
period = When
done-by = Done by
according-to = according to { $who }
accept = Accept
correct = Correct
reject = Reject
lowest = Lowest
highest = Highest
no-number = Not a whole number. Leave it empty when the end is open.
qualifier = How exactly
speaker-hint = Empty: the text itself, author not stated.
party-affected = Their side or nation, as said
period-words = Period, in the source’s words
first-day = First day
last-day = Last day
date-hint = Like 2031-05-17
who-says-so = Who says so
stance-label = Stance
unit = Unit
accept-corrected = Accept as corrected
accepted-corrected = Accepted as corrected.
accepted-claims = { $count ->
    [one] { $count } claim accepted.
   *[other] { $count } claims accepted.
 }
rejected-claims = { $count ->
    [one] { $count } claim rejected.
   *[other] { $count } claims rejected.
 }

# Intake
intake-lead = Paste a bulletin as it was published. It is kept word for word, read for numbers, and set beside the last one of the same publisher.
bulletin-text = Text of the bulletin
paste-here = Paste here
publisher = Publisher
publisher-hint = Whoever published it. Earlier ones are offered.
as-of-day = Day that it bears
day-hint = Like 2031-05-17. Check what is filled in.
day-wanted = A day like 2031-05-17 is needed.
title-optional = Title, if it has one
read-it = Keep and read
intake-no-text = Paste the text of the bulletin.
intake-no-publisher = Say who published it.
intake-how = What happens
intake-how1 = The text is kept exactly as you paste it, under the name of its publisher.
intake-how2 = Every number in it becomes a claim, with the words it stands on. You see what rose, what fell and what contradicts what.
intake-how3 = Nothing counts until you accept it, one by one or all at once.
bulletin-kept = { $count ->
    [0] The bulletin is kept. No number was read in it.
    [one] The bulletin is kept. { $count } claim waits.
   *[other] The bulletin is kept. { $count } claims wait.
 }
intake-read = { $count ->
    [0] Kept. No number was read in it.
    [one] Kept. { $count } claim was read and waits for you.
   *[other] Kept. { $count } claims were read and wait for you.
 }
read-one-by-one = Decide one by one
another-bulletin = Another bulletin
comparison = Beside the last one
compared-with = { $name }, { $date }
nothing-before = No earlier bulletin of this publisher
before = Last time
this-time = This time
change = Change
change-name = { $change ->
    [new] new
    [gone] no longer given
    [same] the same
    [rises] rises
    [falls] falls
   *[differs] differs
 }

# Import
import-lead = Bring in a list of people: each row becomes an account, with its cells kept as they are.
drop-list = Drop a list here
reading-file = Reading the file…
choose-file = Choose a file
import-formats = CSV, TSV, Excel, ODS, JSON, GeoJSON. The file stays on this machine.
upload-gone = This file is no longer held
upload-gone-words = Files wait in memory only while the program runs. Choose it again: what was imported from it is not affected.
rows-count = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
another-file = Another file
what-rows-say = What each row says
act-from = { $from ->
    [column] A column of the file says so.
    [mapping] You say so.
   *[default] Nobody said so: check it.
 }
row-act = What was done to these people
as-found = { $act }, as found
as-found-column = As the column says
act-default = Neither the file nor you say what was done to the people of this list. It is taken as a list of people killed until you choose.
who-says-rows = Who says what the rows say
who-says-rows-hint = Empty: the list itself, author not stated.
published-day = Published on
list-returns = This list comes again in newer versions
series-name = Name of the list
series-hint = The same for every version of it.
key-column = Column that names a person across versions
because = Why it is here
because-first = First version
because-new = The source changed its word: a new version
because-slip = We mend our own slip
columns = Columns
columns-lead = Found by their headings and values. Change what is wrong.
taken-as = Taken as
filled-of = { $filled } of { $rows } filled
distinct-values = { $count ->
    [one] { $count } value
   *[other] { $count } different values
 }
more-values = Show more values
role = { $code ->
    [row] Number of the row
    [person_id] Identifier of the person
    [incident_id] Identifier of the incident
    [name] Whole name
    [given_name] Given name
    [father_name] Father’s name
    [grandfather_name] Grandfather’s name
    [family_name] Family name
    [mother_name] Mother’s name
    [other_name] Other name
    [sex] Sex
    [age] Age
    [birth_date] Birth date
    [birth_year] Birth year
    [birth_place] Birth place
    [residence] Residence
    [date] Date
    [start_date] First day
    [end_date] Last day
    [year] Year
    [month] Month
    [day] Day
    [report_date] Date of report
    [place] Place
    [country] Country
    [place_code] Code of the place
    [latitude] Latitude
    [longitude] Longitude
    [act] What was done
    [source] Who says so
    [notes] Notes
    [verbatim] Kept, not read
    [ignore] Not used
   *[other] { $code }
 }
first-rows = The first rows, as they will be read
typed-column = { $name ->
    [row] Row
    [names] Names
    [sex] Sex
    [age] Age
    [born] Born
    [acts] What, when, where
    [flags] Oddities
   *[other] { $name }
 }
import-now = Import
dry-run = Try it, write nothing
strict = One bad row stops it
would-do = What it would do
nothing-written = Nothing was written.
imported = Imported
open-register = Open the register
imported-count = { $count ->
    [one] { $count } account imported.
   *[other] { $count } accounts imported.
 }
rows-added = { $count ->
    [one] { $count } row was not on record
   *[other] { $count } rows were not on record
 }
rows-removed = { $count ->
    [one] { $count } row of the earlier version is gone
   *[other] { $count } rows of the earlier version are gone
 }
rows-changed = { $count ->
    [one] { $count } row changed
   *[other] { $count } rows changed
 }
rows-unchanged = { $count ->
    [one] { $count } row as it was
   *[other] { $count } rows as they were
 }
rows-cannot-tell = { $count ->
    [one] of { $count } row it cannot be told whether it is new
   *[other] of { $count } rows it cannot be told whether they are new
 }
bad-rows = Rows not taken:
odd-rows = Rows to look at:
