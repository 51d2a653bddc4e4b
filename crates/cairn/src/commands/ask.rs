//! Asking for the fields of a record, one line each.

use std::io::{BufRead, Write};

use cairn_work::record::{ActDraft, AttributionDraft, Draft, FieldError, NameDraft};

use crate::failure::{Failure, Result};

/// What is asked: the field, the question, the kinds that have it (all when empty).
const QUESTIONS: [(&str, &str, &[&str]); 26] = [
    ("note", "What does the source say, in its own words?", &[]),
    (
        "said_by",
        "Who says so? (a name, or alias:WORDS for a protected source; empty: the note's own words)",
        &[],
    ),
    ("names", "Name, as written", &["person", "custody", "incident", "facility"]),
    ("age", "Age at the time", &["person", "custody"]),
    ("sex", "Sex", &["person", "custody"]),
    ("size", "How many, named members included", &["group"]),
    ("acts", "What was done? (killed, injured, detained, …; empty: nothing is said)", &["person", "group"]),
    ("type", "Which kind of it?", &["group", "incident", "holding", "facility", "displacement", "statement"]),
    ("essential", "Which essential? (food, water, medicine, fuel, power, aid, movement, …)", &["access"]),
    ("level", "Denied, restricted, supplied or restored?", &["access"]),
    ("area", "To whom, or where?", &["access"]),
    ("measure", "A stock (displaced as of a day) or a flow (moved over a time)?", &["displacement"]),
    ("origin", "Where from?", &["displacement"]),
    ("destination", "Where to?", &["displacement"]),
    ("persons", "How many people?", &["displacement"]),
    ("households", "How many households?", &["displacement"]),
    ("metric", "What is counted? (killed, injured, displaced, …)", &["toll"]),
    ("number", "How many? (40, at least 40, dozens, …)", &["toll"]),
    ("scope", "Of whom? (all, civilians, fighters, …; empty: not stated)", &["toll"]),
    ("instrument", "Which legal instrument?", &["statement"]),
    ("parcel", "Number of the parcel", &["holding"]),
    ("as_of", "As of which day?", &["custody"]),
    ("by", "Who holds?", &["custody"]),
    ("when", "When? (2031-05-17, May 2031, 2031-05-17 .. 2031-06-02, unknown)", &[]),
    (
        "place",
        "Where?",
        &["person", "group", "incident", "holding", "facility", "custody", "toll", "statement"],
    ),
    (
        "responsible",
        "Who is said to have done it? (empty: nobody is named)",
        &["person", "group", "incident"],
    ),
];

/// Fills the fields that a draft does not have yet, and asks again for those that do not fit.
pub fn fill(draft: &mut Draft, check: impl Fn(&Draft) -> cairn_work::Result<Vec<FieldError>>) -> Result<()> {
    let asked: Vec<_> =
        QUESTIONS.iter().filter(|(_, _, of)| of.is_empty() || of.contains(&draft.kind.as_str())).collect();
    let mut lines = std::io::stdin().lock().lines();
    for (field, question, _) in &asked {
        if let Some(answer) = line(&mut lines, question)? {
            answer_to(draft, field, answer);
        }
    }
    loop {
        let errors = match check(draft) {
            Ok(_) => return Ok(()),
            Err(cairn_work::Error::Fields(errors)) => errors,
            Err(e) => return Err(e.into()),
        };
        for error in errors {
            let name = error.field.split(['[', '.']).next().unwrap_or_default();
            let question = asked.iter().find(|(field, ..)| *field == name);
            let Some((field, question, _)) = question else {
                return Err(Failure::new(cairn_work::Error::Fields(vec![error])));
            };
            let again = format!("{}; {}\n{question}", error.words, error.mend);
            let Some(answer) = line(&mut lines, &again)? else {
                return Err(Failure::new(cairn_work::Error::Fields(vec![error])));
            };
            answer_to(draft, field, answer);
        }
    }
}

/// One answer; none when it is empty or there are no more.
fn line(lines: &mut impl Iterator<Item = std::io::Result<String>>, question: &str) -> Result<Option<String>> {
    let mut err = std::io::stderr().lock();
    write!(err, "{question}: ")?;
    err.flush()?;
    let answer = lines.next().transpose()?.unwrap_or_default();
    Ok(Some(answer.trim().to_owned()).filter(|a| !a.is_empty()))
}

fn answer_to(draft: &mut Draft, field: &str, answer: String) {
    let act = |kind: &str| ActDraft { kind: kind.trim().to_owned(), ..ActDraft::default() };
    let slot = match field {
        "names" => {
            draft.names = vec![NameDraft::Text(answer)];
            return;
        }
        "acts" => {
            draft.acts = answer.split(',').map(act).collect();
            return;
        }
        "responsible" => {
            draft.attributions = vec![AttributionDraft { actor: answer, ..AttributionDraft::default() }];
            return;
        }
        "note" => &mut draft.note,
        "said_by" => &mut draft.said_by,
        "age" => &mut draft.age,
        "sex" => &mut draft.sex,
        "size" => &mut draft.size,
        "type" => &mut draft.subtype,
        "essential" => &mut draft.essential,
        "level" => &mut draft.level,
        "area" => &mut draft.area,
        "measure" => &mut draft.measure,
        "origin" => &mut draft.origin,
        "destination" => &mut draft.destination,
        "persons" => &mut draft.persons,
        "households" => &mut draft.households,
        "metric" => &mut draft.metric,
        "number" => &mut draft.number,
        "scope" => &mut draft.scope,
        "instrument" => &mut draft.instrument,
        "parcel" => &mut draft.parcel,
        "as_of" => &mut draft.as_of,
        "by" => &mut draft.by,
        "when" => &mut draft.when,
        "place" => &mut draft.place,
        _ => return,
    };
    *slot = Some(answer);
}
