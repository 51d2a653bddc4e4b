# The frame: navigation, commands, errors, what stands everywhere.

cairn = Cairn
nav-overview = Overview
nav-documents = Documents
nav-intake = Intake
nav-import = Import
nav-register = Register
nav-figures = Figures
nav-activity = Activity
nav-review = Review
nav-estimates = Estimates
nav-publish = Publish
nav-settings = Settings
navigation = Views
menu = Menu
skip-to-content = Skip to the content
new-record = New
palette = Commands
palette-ask = What do you want to do or find?
palette-nothing = No command or record has these words.
commands = Commands
in-the-register = In the register
help = Keys and help
help-lead = Every command is also in the menu and in the list of commands. Keys keep their places on every keyboard layout.
help-act = Work
help-go = Go to
help-page = The page
go-to = Go to { $place }
search-register = Search the register
walk-back = Show who said it
undo-last = Undo the last act
switch-theme = Switch between light and dark
switch-density = Switch between roomy and dense
language-command = Language: { $language }
close = Close
cancel = Cancel
save = Save
saved = Saved.
more = Show more
fewer = Show fewer
none = None
now = now
asking = Asking the register…
dismiss = Dismiss
just-done = Just done
undo = Undo
undone = Undone.
brought-back = Brought back.
undo-nothing = Nothing here to undo. Activity has every act.
jobs = Work in progress
job-state = { $state ->
    [waiting] waits
    [running] running
    [done] done
    [failed] failed
    [cancelled] cancelled
   *[other] { $state }
 }
job-made = { $count ->
    [one] { $count } account came in. Show the act
   *[other] { $count } accounts came in. Show the act
 }

# Errors
try-again = Try again
error-code = Code
error-of-page = Something in the page went wrong.
error-of-page-mend = Load the page again. What you typed is kept.
error-no-answer = The register does not answer.
error-no-answer-mend = See whether cairn serve is still running, then try again. What you typed is kept as soon as it answers.
error-session = The session has ended.
error-session-mend = Open the address again that cairn serve printed.
error-busy = The register is writing something long.
error-busy-mend = Wait a moment, then try again.
error-unknown = The register refused this.
not-found = Not here
not-found-words = No view has this address.
out-of-order = This view did not open

# Coming in
sign-in = Open the register
sign-in-words = The register is open only to whoever started it. Open the address that this command printed:
sign-in-token = Or paste the address or its token
sign-in-hint = It begins with http://127.0.0.1 and holds #token=…
sign-in-refused = This token is not the one of the running program. Start it again for a fresh address.

# Walking back
provenance = Who said it
said-by = Said by
said-on = On
published-by = Published by
document = Document
a-document = a document
log-entry = Entry of the log
entry = Entry
entry-label = Entry { $id }: show its origin
recorded = Recorded
act = Act
position = Position
undone-by = Undone by
actor-not-stated = actor not stated
author-not-stated = text of { $document }, author not stated
empty-cell = (empty)
open-subject = Everything said of this
open-activity = Show the act
figure-label = { $what }: { $number }. Show who said it
figure-label-plain = { $number }. Show who said it
behind-inside = { $count ->
    [one] { $count } account inside
   *[other] { $count } accounts inside
 }
behind-overlaps = { $count ->
    [one] { $count } more overlaps
   *[other] { $count } more overlap
 }
behind-withdrawn = { $count ->
    [one] { $count } withdrawn
   *[other] { $count } withdrawn
 }
behind-reported = { $count ->
    [0] no number reported
    [one] { $count } number reported
   *[other] { $count } numbers reported
 }
behind-shown = The first { $shown } of { $total } are shown.
by-rule-at = by rule { $rule }, at position { $position }
membership = { $kind ->
    [inside] inside
    [overlaps] overlaps
    [withdrawn] withdrawn
   *[reported] a number
 }

# Numbers and dates
number-not-stated = number not stated
or-more = { $number } or more
or-fewer = { $number } or fewer
about = about { $number }
until = until { $date }
since = since { $date }
not-stated = not stated
as-of = as of { $date }
age-years = { $count ->
    [one] { $age } year
   *[other] { $age } years
 }

# Drafts
draft-kept = Kept as a draft.
draft-found = Your draft from before is here.
draft-keeping = Keeping…
draft-failed = Not kept yet: the register does not answer. It is tried again.
draft-from = Draft from { $time }
discard-draft = Discard the draft

# Settings
settings-lead = How the page looks is kept in this browser. Nothing of the register is.
appearance = Appearance
language = Language
language-draft = Draft: no native speaker has read it
digits = Digits
theme = Colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
density = Density
density-roomy = Roomy
density-dense = Dense
this-register = This register
register = Register
actor = Who acts
actor-hint = Written into the log with every act. Empty: not stated.
encryption = Encryption
encrypted = Encrypted with a passphrase
plaintext = None: this register was made with ⁦--plaintext⁩
version = Version

# Places that wait
not-here-yet = Not on this page yet
review-words = Here two accounts will stand side by side, and you will say whether they speak of the same person. Nothing is merged: each decision is an entry that can be taken back.
review-today = Today, the command line finds who stands on several lists of this register, and explains every pair:
estimates-words = Here overlapping lists will answer how many people were never recorded, with the interval, the model and its reasons, or a refusal that says why.
estimates-today = Today, the command line estimates from the lists of this register, or says why it cannot:
publish-words = Here you will see what the public would see, before it sees it: what is withheld, why, and the rule and position of each number.
publish-today = Today, the command line writes any count to a file:
verb-ahead = The server does not offer this yet; its place is ready.
verb-today = Today, the command line does it:
away-words = What you see may be old. What you type is kept here and saved when it answers.
