# What the server says by code. crates/server/codes.json lists every code; src/i18n/codes.test.ts looks for its words.

## Errors

error-of-bad-request = The request is not what the register takes. Load the page anew; if it happens again, report it.
error-of-bad-parameter = Part of the question is not what the register takes. Change the filters or the dates.
error-of-unauthorised = The session has ended. Open the address that cairn serve printed.
error-of-wrong-origin = This came from another site, so nothing was done. Use the page at the address that cairn serve printed.
error-of-unknown-path = The register has nothing at this address.
error-of-unknown-id = Nothing has this id. It may have been decided, taken back or mistyped.
error-of-unknown-moment = The register knows no such moment. Write a date such as 2031-05-17, or take a position from Activity.
error-of-unknown-metric = This cannot be counted. Choose from the list.
error-of-unknown-dimension = The register cannot divide by this.
error-of-unknown-rule = There is no such rule. Choose from the list.
error-of-method-not-allowed = The register does not do this here.
error-of-timed-out = The answer took too long. Ask for less at once, then try again.
error-of-already-decided = Somebody decided this claim already. To decide again, take the first decision back in Activity.
error-of-already-undone = This was taken back already. To bring it back, undo the undo.
error-of-imported-otherwise = The same file is in the register already, read otherwise. Take the first import back, or import it as a correction of ours.
error-of-read-anew = The document was read anew and nothing was accepted. Look at its claims again, then decide.
error-of-ambiguous-id = More than one thing has this id. Give more digits.
error-of-stopped = The work was stopped as asked. Nothing of it became visible.
error-of-too-large = This is larger than the register takes at once. Send less.
error-of-wrong-media-type = What was sent is of another type than the register takes.
error-of-wrong-host = The address names another machine. Use the address that cairn serve printed.
error-of-fields-do-not-fit = Some fields do not fit. Mend those that are marked.
error-of-does-not-fit = This cannot be done as things stand.
error-of-bad-filter = One of the filters cannot be read. Remove it.
error-of-bad-date = This is no date. Write it like 2031-05-17.
error-of-too-many-cells = The question makes too many cells. Divide by less.
error-of-unreadable-file = The file cannot be read. Mend it and send it again.
error-of-wrong-kind-of-file = A text stands where a table is needed, or the other way round. Texts are added in Documents, tables in Import.
error-of-mapping-does-not-fit = The columns are not taken in a way that fits this table. Change what is taken as what.
error-of-too-many-jobs = Too many works wait already. Wait until one has ended, or cancel one.
error-of-internal = The program made a mistake. What you typed is kept; please report what you did.
error-of-damaged = The register is damaged. Run cairn verify, then restore from a backup.
error-of-busy = The register is busy with a long writing. What you typed is kept; try again in a moment.
error-of-read-only = The register lies where nothing can be written. Copy its folder to a disk that can be written, then start again.
error-of-disk-full = The disk is full. Make room, then do it again: nothing of it became visible.

## Fields of a form

field-problem-age-approximate = The age is approximate
field-problem-age-implausible = More years than anybody has lived
field-problem-age-looks-like-year = Looks like a year: write it under born
field-problem-age-negative = A negative age
field-problem-age-unreadable = No age that can be read. Write like 34, 5 months, 30s, 10-14, about 40
field-problem-ambiguous = More than one fits: give the id
field-problem-another-speaker = Only the speaker of an account can correct it
field-problem-cannot-be-said = This cannot be said of this kind
field-problem-code-unknown = Not one of the choices
field-problem-date-century-assumed = The century is assumed: write the year with four digits
field-problem-date-does-not-exist = No calendar has this day
field-problem-date-order-ambiguous = Day or month first? Both are kept: write it like 2031-05-17
field-problem-date-order-contradicted = Cannot be in the order given: write it like 2031-05-17
field-problem-date-other-calendar = Of a calendar that is not converted: write it like 2031-05-17
field-problem-date-range-reversed = The end stands before the start
field-problem-date-unreadable = No date that can be read. Write like 2031-05-17, May 2031, 2031
field-problem-date-without-year = The year is missing
field-problem-missing = Missing: fill it in
field-problem-no-alias = An identity is kept only for an alias: write alias: before the name
field-problem-no-document = Name the document, or leave the place in it out
field-problem-not-found = Not found there
field-problem-not-one-day = Not one day: write it like 2031-05-17
field-problem-nothing-done = Say what happened
field-problem-number-unreadable = No number that can be read. Write like 40, at least 40, 3..5, dozens
field-problem-shape = Not in the form that is needed
field-problem-two-documents = Words and a document are both given: leave one out
field-problem-unknown-id = Nothing on record has this id or name
field-problem-wrong-kind = Does not belong to this kind: leave it out

## Rows of a list

odd-act-before-event = dated before the event that it followed
odd-act-unmapped = names no known act
odd-age-approximate = the age is approximate
odd-age-implausible = older than anyone has been
odd-age-looks-like-year = no age: perhaps the year of birth
odd-age-negative = a negative age, which some lists write for “not known”
odd-age-not-by-birth = the age does not fit the birth
odd-age-unreadable = an age that cannot be read
odd-blank-row = every cell is empty
odd-born-after-event = born after the event
odd-date-approximate = the date is approximate
odd-date-century-assumed = the century of a two-digit year was assumed
odd-date-does-not-exist = no calendar has this day
odd-date-order-ambiguous = day and month could be either way round: both are kept
odd-date-order-contradicted = can only be read against the date order of the list
odd-date-other-calendar = a date of a calendar that is not converted
odd-date-range-reversed = the end stood before the start
odd-date-unreadable = a date that cannot be read
odd-date-without-year = no year, or not enough to place it
odd-nothing-said = no column that is read says anything
odd-point-far-from-others = the point lies far from the others
odd-point-half = half of a point
odd-point-latitude-copied = the latitude stands twice
odd-point-outside-earth = a point outside the earth
odd-point-perhaps-copied = the two halves of the point are alike
odd-point-perhaps-swapped = latitude and longitude may be swapped
odd-point-swapped = latitude and longitude were swapped
odd-point-unreadable = a point that cannot be read
odd-point-zero = the point is zero, zero
odd-sex-unmapped = no known word for a sex
odd-too-few-cells = fewer cells than the header has
odd-too-many-cells = more cells than the header has
odd-unclosed-quote = a quotation mark is not closed

## Why a column is taken so

because-header = its header says so
because-values = its cells look like it
because-mapping = you say so
because-taken = looks like a role that another column has
because-unknown-date = a date of something that the header does not say in known words
because-part-of-date = the whole date is read from another column
because-not-persons = an identifier, but the rows are not persons
because-unknown = nothing tells what it says

## Remarks beside figures and lists

remark-judgements-conflict = { $count ->
    [one] One pair is judged in ways that contradict each other: it is held to be unsure until one judgement is taken back.
   *[other] { $count } pairs are judged in ways that contradict each other: they are held to be unsure until one judgement is taken back.
 }
remark-lists-not-linked = { $count ->
    [one] One list is counted.
   *[other] { $count } lists are counted and none of their rows is linked to another’s: a person on two lists counts twice. The command cairn link finds who stands on several.
 }
remark-act-assumed = { $count ->
    [one] One of the lists counted does not say what was done to its people: that they were killed is assumed.
   *[other] { $count } of the lists counted do not say what was done to their people: that they were killed is assumed.
 }
remark-no-account-has = No account has { $dimension }: { $value }. There are: { $others }.
remark-undated-in-no-series = { $count ->
    [one] One statement states no day and stands in no series.
   *[other] { $count } statements state no day and stand in no series.
 }
remark-names-backwards = { $column }: the names seem to be written backwards, as from a broken PDF. Look at them before you import.
remark-act-by-row = What was done is read from the column { $column }, row by row.
remark-act-from-column = The column { $column } names what was done.
remark-act-killed-assumed = Nothing in the list says what was done to its people. That they were killed is assumed: choose another act if it is wrong.
remark-date-orders-mixed = { $column }: { $day-first } dates can only be day first and { $month-first } only month first. Those against the order are marked.
remark-date-order-unknown = { $count ->
    [one] One date could be day or month first and nothing tells which: it is read as the span of both.
   *[other] { $count } dates could be day or month first and nothing tells which: they are read as the span of both.
 }
remark-date-order-by-column = { $count ->
    [one] One date could be day or month first: read as { $order ->
        [mdy] month first
       *[dmy] day first
     }, as in another column.
   *[other] { $count } dates could be day or month first: read as { $order ->
        [mdy] month first
       *[dmy] day first
     }, as in another column.
 }
remark-date-order-by-language = { $count ->
    [one] One date could be day or month first: read as { $order ->
        [mdy] month first
       *[dmy] day first
     }, as the language of the header has it.
   *[other] { $count } dates could be day or month first: read as { $order ->
        [mdy] month first
       *[dmy] day first
     }, as the language of the header has it.
 }

## Contradictions

contradiction-total-falls = The running total falls from { $was } as of { $from } to { $is } as of { $to }.
contradiction-counter-restarts = The running total starts again: { $was } as of { $from }, { $is } as of { $to }.
contradiction-reclassified = The running total falls from { $was } as of { $from } to { $is } as of { $to }, while { $metric } rises by { $more }: the same things may be sorted anew.
contradiction-parts-exceed-whole = { $parts }: more than the whole, { $whole }, as of { $to }.
contradiction-period-not-difference = { $reported } reported ({ $days }), but the running total { $change ->
    [none] does not rise
    [falls] falls by { $by }
   *[rises] rises by { $by }
 } ({ $was } to { $is }).{ $made-up ->
    [before] {" "}This makes up exactly for the days before.
    [after] {" "}The next total makes up for it exactly.
   *[no] {""}
 }
contradiction-late-addition = { $reported } reported ({ $days }), but the running total { $change ->
    [none] does not rise
    [falls] falls by { $by }
   *[rises] rises by { $by }
 } ({ $was } to { $is }).{ $made-up ->
    [before] {" "}This makes up exactly for the days before.
    [after] {" "}The next total makes up for it exactly.
   *[no] {""}
 }
contradiction-restated = { $days }: { $was } in the document of { $first }, { $is } in that of { $then }.
contradiction-two-values = { $days }: { $was } and { $is }, and nothing says which is later.
contradiction-flash-and-verified = As of { $to }: { $was } in the flash count, { $is } verified.
contradiction-as-of-shift = { $was } is as of { $from } in one source and as of { $to } in another.
contradiction-relay-differs = { $was } is relayed as { $is }.
contradiction-ends-crossed = The lowest, { $low }, is above the highest, { $high }.
contradiction-cumulative-falls = A running total falls: { $is } now, { $was } before.
contradiction-part-exceeds-whole = A part is larger than its whole: { $part } of { $whole }.

## Rules, steps of a job, places in a document

rule-literal = Literal
rule-words-literal = Every account counts as its source gives it; no status and no number is inferred.
rule-floor = Floor
rule-words-floor = As literal, but a vague word (dozens, hundreds) gives the least it can mean, marked as by rule.
step-reading-the-columns = reading the columns
step-reading-rows = reading rows
step-importing-rows = importing rows
step-indexing-for-search = indexing for search
at-row = row { $where }
at-page = page { $where }
at-characters = characters { $where }
particulars = In the words of the program
