# Overview, register, subject, figures, activity.

overview-lead = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
 }, { $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
 } by { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
 }.
documented = Documented
documented-hint = People on record, each with an account. A range where records do not say enough.
reported = Reported
reported-hint = What speakers say, each by name. Never added up.
estimated = Estimated
estimated-hint = With those who were never recorded.
no-estimate = No estimate.
estimate-refused = Refused: the lists do not carry an estimate.
estimate-middle = middle { $count }
estimate-run = run { $run } of { $runs }
not-documented = not on record
nobody-reports = Nobody gives a number.
more-speakers = { $count ->
    [one] and { $count } more number
   *[other] and { $count } more numbers
 }
speakers-count = { $count ->
    [0] no number reported
    [one] { $count } number reported
   *[other] { $count } numbers reported
 }
withdrawn-since = { $count ->
    [one] { $count } withdrawn since
   *[other] { $count } withdrawn since
 }
undecided-pairs = { $count ->
    [one] { $count } undecided pair
   *[other] { $count } undecided pairs
 }
running-total = running total
denied = denied
hypothetical = feared or expected
by-rule = range by rule for a vague word
done-by-who = done by { $who }
series-of = { $metric } over time
recent-acts = Last acts
all-activity = All activity
waits-for-decision = Waits for a decision
wait-for-decision = wait for a decision
claims-count = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
 }
nothing-waits = Nothing waits. New texts are read when they come in.
nothing-counts = Nothing counts yet
nothing-counts-words = What was read in documents waits for a person. Accept claims, import a list or record something by hand, and figures appear here.
decide-claims = Decide on claims
empty-register = This register is empty
empty-register-words = A register grows from documents. There are three ways in, and each act can be taken back:
empty-intake = keep a text as it is and read it for numbers
empty-import = bring in a list, row by row
empty-new = write down what one source says

# Register
register-lead = { $count ->
    [0] No account.
    [one] { $count } account. Each is one source’s word on one thing.
   *[other] { $count } accounts. Each is one source’s word on one thing.
 }
search-any = Search names and words in any script
order = Order
order-entry = As they came in
order-date = By date
order-name = By name
order-place = By place
narrowed-to = Narrowed to
narrow-to = Narrow to this
remove-filter = Remove this filter
clear-filters = Clear all
facets = Narrow
more-of = More: { $name }
values-left-out = { $count ->
    [one] { $count } more value is left out: search for it.
   *[other] { $count } more values are left out: search for them.
 }
none-found = Nothing found
none-found-words = No account matches all of this. Remove a filter, or try fewer letters of a name: spelling, script and vowel marks do not matter.
indexing = The search index is being filled: { $done } of { $total }.
name-or-what = Name
sex-and-age = Sex, age
when = When
unnamed = { $kind }, unnamed
no-longer-counted = withdrawn
cannot-tell = cannot be told whether somebody new
saved-views = Saved views
save-view = Save this view
view-name = Name of the view
view-saved = View saved. Its address says nothing about what was searched.

# Subject
subject = Subject
unnamed-subject = Unnamed
subject-lead = { $count ->
    [one] { $count } account speaks of this.
   *[other] { $count } accounts speak of this.
 }
side-by-side = Accounts side by side
field = Field
disagree = accounts disagree
in-their-words = In their words
judgements = Judgements
verdict = { $verdict ->
    [same] Same
    [different] Different
    [unsure] Unsure
   *[other] { $verdict }
 }
history = History
field-name = { $name ->
    [kind] Kind
    [sex] Sex
    [age] Age
    [born] Born
    [status] Civilian status
    [size] How many
    [identifier] Identifier
    [act] What happened
    [when] When
    [place] Place
    [means] Means
    [state] Status
    [tie] Ties
    [done_by] Done by, as said
   *[number] Number
 }

# Figures
figures-lead = What is on record, what speakers report and what models estimate stand side by side and are never mixed.
question = The question
metric = What is counted
rule = Rule
divide-by = Divide by
as-it-was = As it was
as-it-was-hint = A date or a position of the register. Empty: now.
shown-as = Shown as
as-table = Table
as-series = Over time
as-dots = Ranges
as-bars = Bars
as-map = Map
scope = Of whom
dimension = { $name ->
    [sex] Sex
    [age] Age
    [place] Place
    [month] Month
    [year] Year
    [source] Speaker
    [publisher] Publisher
    [document] Document
    [kind] Kind
    [status] Civilian status
    [metric] What happened
    [named] Named
    [standing] Standing
   *[other] { $name }
 }
no-figures = Nothing on record
no-figures-words = No account counts for this question. Choose another metric, remove a filter, or decide on the claims that wait.
no-chart = There is nothing to draw for this question.
save-chart = Save as SVG
no-maps = No boundaries here
no-maps-words = Boundaries are a claim of whoever drew them, so none come with Cairn. Put a GeoJSON file with its source and date into the folder that cairn serve --boundaries names.
boundaries = Boundaries
boundaries-from = Boundaries: { $source }, { $date }. Drawing them endorses nothing.
movable-map = Map that can be moved. The table beneath says the same.
contradictions = Contradictions
contradictions-lead = Listed, never repaired.
contradiction-kind = { $kind ->
    [cumulative_falls] A running total falls
    [part_exceeds_whole] A part exceeds the whole
    [total_falls] A running total falls
    [counter_restarts] A count starts anew
    [reclassified] Moved from one kind to another
    [parts_exceed_whole] Parts exceed the whole
    [period_not_difference] A period does not equal the difference of its running totals
    [late_addition] A late addition
    [restated] A source restates its number
    [two_values] One source gives two numbers for one day
    [flash_and_verified] A flash and a verified figure differ
    [as_of_shift] The same number stands for two days
    [relay_differs] A relayed number differs from its origin
    [ends_crossed] The lowest exceeds the highest
   *[other] { $kind }
 }

# Activity
activity-lead = Everything that was done, in words. Nothing is deleted: what is taken back stays here, struck through.
no-activity = Nothing was done yet
no-activity-words = Every document, decision and import will stand here, with who did it and why.
taken-back = taken back
bring-back = Bring back
undo-batch = Undo this act
undo-why = Why
undo-hint = Kept in the log. May stay empty.
undone-count = { $count ->
    [0] Undone.
    [one] Undone: { $count } account no longer counts.
   *[other] Undone: { $count } accounts no longer count.
 }
brought-back-count = { $count ->
    [0] Brought back.
    [one] Brought back: { $count } account counts again.
   *[other] Brought back: { $count } accounts count again.
 }
act-add = { $count ->
    [one] A document was added
   *[other] { $count } documents were added
 }
act-accept = { $count ->
    [one] { $count } claim was accepted
   *[other] { $count } claims were accepted
 }
act-reject = { $count ->
    [one] { $count } claim was rejected
   *[other] { $count } claims were rejected
 }
act-import = { $count ->
    [one] { $count } account was imported
   *[other] { $count } accounts were imported
 }
act-record = { $count ->
    [one] { $count } account was recorded by hand
   *[other] { $count } accounts were recorded by hand
 }
act-undo = Taken back: { $what }
act-other = { $act }: { $count ->
    [one] { $count } account
   *[other] { $count } accounts
 }
verb = { $act ->
    [add] Document added
    [import] Imported
    [accept] Claims accepted
    [reject] Claims rejected
    [decide] Claims decided
    [record] Recorded by hand
    [amend] Our slip mended
    [withdraw] Withdrawn
    [judge] Judged whether the same
    [undo] Taken back
    [correct] Corrected by the source
    [link] Linked: who stands on several lists
    [estimate] Estimated
    [scope] Scope of lists declared
    [consent] Consent recorded
   *[other] { $act }
 }
not-drawn = Not drawn: { $kind ->
    [bars] bars cannot be narrowed. The table can.
   *[other] lines and dots are narrowed by one place or one source only. The table shows the rest.
 }
all-contradictions = { $count ->
    [one] Show { $count } contradiction
   *[other] Show all { $count } contradictions
 }
grade = { $grade ->
    [same] The same name
    [variant] The same name, spelled otherwise
    [partial] A part of the name
    [reordered] The same words in another order
    [similar] The same but for a slip of the pen
    [same_family] The same family, another given name
   *[other] a similar name
 }
bars-need-parts = Bars compare parts: choose above what to divide by.

# What is done about accounts on record
mend-slip = Mend our slip
mend-words = When we read or typed it wrongly. The account as it was stays in the log.
mend-it = Mend
mended = Mended.
why-mend = What was wrong
fields-marked = The fields that you changed are marked.
nothing-changed = Change a field first.
withdraw-account = Withdraw
withdraw-words = It stays readable and counts no more.
withdraw-it = Withdraw this account
withdrawn = Withdrawn. It counts no more.
why-withdraw = Why it is withdrawn
judge-same = Same or different
judge-words = Whether two accounts speak of the same. Nothing is merged: both stay as they are.
judge-it = Judge
judged = Judged: { $verdict ->
    [same] the same
    [different] different
   *[unsure] unsure
 }.
why-judge = What tells you so
verdict-label = Do both speak of the same?
verdict-needed = Choose one.
compared-to = Compared to
another-one = Another one
name-on-record = Name on record
name-on-record-hint = In any script. Choose the one to compare.
choose-other = Choose an account to compare with.
which-account = Which account
reason-hint = Kept in the log for ever.
reason-needed = Give a reason: it stands in the log.
counts-no-more = counts no more
nothing-counts-here = Nothing of this counts any more.
look-at = To look at:
