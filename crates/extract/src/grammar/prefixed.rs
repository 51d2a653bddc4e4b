//! Figures and days in a script without capitals whose little words are written onto the next word and whose order is free:
//! weekdays in brackets, attacks told of again, one of many things.

use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Whether the text is in such a language.
pub(crate) fn here(doc: &Doc<'_>) -> bool {
    !doc.lex.profile.capitals && doc.lex.profile.enclitics.is_empty()
}

/// The days of the week by their numbers and letters, Monday first.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["שני", "ב"],
    ["שלישי", "ג"],
    ["רביעי", "ד"],
    ["חמישי", "ה"],
    ["שישי", "ו"],
    ["שבת", "שבת"],
    ["ראשון", "א"],
];

/// "היום (שני)", "בצהריים (יום ו')": a weekday in brackets, counted from Monday, and where its brackets end.
pub(crate) fn weekday(doc: &Doc<'_>, open: usize, end: usize) -> Option<(i8, usize)> {
    if open >= end || !here(doc) || doc.kind(open) != Kind::Open {
        return None;
    }
    let close = (open + 1..end.min(open + 6)).find(|j| doc.kind(*j) == Kind::Close)?;
    let inner = doc.words(open + 1, close).trim().trim_start_matches("יום ");
    let inner = inner.trim_end_matches(['\'', '׳', '’', '`']);
    let day = WEEKDAYS.iter().position(|names| names.contains(&inner))?;
    Some((i8::try_from(day).ok()? + 1, close + 1))
}

/// What is no count: "(שני)", "ארבע התקריות האלו", "באחד מהרחובות".
pub(crate) fn no_figure(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    if !here(doc) || i <= s.first || doc.kind(i) == Kind::Number {
        return false;
    }
    let open = i - 1 - usize::from(i > s.first + 1 && doc.words(i - 1, i) == "יום");
    if weekday(doc, open, s.last).is_some() {
        return true;
    }
    // "the four attacks": they have been counted.
    let the = last < s.last && doc.has(last, Class::Det);
    let noun = last + usize::from(the);
    let word = doc.words(noun.min(s.last - 1), s.last.min(noun + 1));
    // "התקפות", "הפגזות": the letter is the noun's own.
    let own = ["התקפ", "הפגז", "הפצצ", "הפרו", "הריס"].iter().any(|w| word.starts_with(w));
    let definite = the || word.starts_with('ה') && !own;
    let again = definite && noun < s.last && doc.unit(noun) == Some(Unit::Attack);
    // "באחד מהרחובות", "אחד ממחנות הקיץ": one of many that are no people.
    let of = last < s.last && doc.any(last, Classes::of(&[Class::Of, Class::From]));
    let noun_of = |j: usize| (doc.unknown(j) || doc.has(j, Class::PlaceNoun)) && doc.unit(j).is_none();
    let things = of && last + 1 < s.last && noun_of(last + 1);
    let within = doc.any(i - 1, Classes::of(&[Class::In, Class::On, Class::During]));
    // "משני הצדדים", "one of 111 residents".
    let sides = noun < s.last && ["צדדים", "הצדדים"].contains(&doc.words(noun, noun + 1));
    let rate = doc.entry(i).number == 1
        && last + 1 < s.last
        && matches!(doc.words(last, last + 1), "מבין" | "מתוך" | "מכל")
        && (last + 1..s.last.min(last + 3)).any(|j| doc.kind(j) == Kind::Number);
    // "חמש שנים לאחר": years, and not two.
    let number = |j: usize| doc.kind(j) == Kind::Number || doc.has(j, Class::Num);
    let years = doc.words(i, i + 1) == "שנים" && number(i - 1);
    if sides || rate || years {
        return true;
    }
    again
        || doc.entry(i).number == 1
            && within
            && (things || last < s.last && doc.words(last, last + 1).starts_with('מ') && doc.unknown(last))
}

/// "40 פליטים מהמחנה נעדרים", "שניים נפגעו מירי הכוח ונהרגו": the verb that says what befell them in the end.
pub(crate) fn says_more(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize, cue: usize) -> Option<usize> {
    if !here(doc) {
        return None;
    }
    let b = &bound[i];
    let figure = |j: usize| bound.iter().any(|o| o.figure.first <= j && j < o.noun.last.max(o.figure.last));
    let bars = Classes::of(&[Class::That, Class::Relative, Class::Say, Class::When]);
    let inside = |j: &usize| doc.is_word(*j) && !doc.any(*j, bars) && !figure(*j);
    let (harm, role) = doc.cue(cue)?;
    let refugees = b.noun.cue == Some(cue) && harm == Harm::Displaced && role == Role::Head;
    if refugees {
        // "טבחו אנשי המיליציה מאות פליטים": the deed before them.
        let back = (s.first..b.figure.first).rev().take(8).take_while(inside);
        let deed = back
            .take_while(|j| !doc.any(*j, Classes::of(&[Class::And])))
            .find(|j| matches!(doc.cue(*j), Some((h, Role::Free | Role::Active)) if h.of_persons()));
        if deed.is_some() {
            return deed;
        }
        let ahead = (b.noun.last..s.last.min(b.noun.last + 8)).take_while(inside);
        let ahead = ahead.take_while(|j| !doc.any(*j, Classes::of(&[Class::And, Class::By])));
        return ahead.into_iter().find(|j| {
            let verb = matches!(doc.cue(*j), Some((_, Role::Free | Role::Head)));
            verb && doc.cue(*j).is_some_and(|(h, _)| h.of_persons() || h == Harm::Missing)
        });
    }
    if harm != Harm::Injured || role != Role::Free || cue < b.noun.last {
        return None;
    }
    let died =
        |j: &usize| doc.has(*j - 1, Class::And) && matches!(doc.cue(*j), Some((Harm::Killed, Role::Free)));
    let at = (cue + 1..s.last.min(cue + 10)).take_while(inside).find(died)?;
    let next = at + 1;
    let other = next < s.last && (figure(next) || doc.unit(next).is_some() || doc.has(next, Class::Num));
    (!other).then_some(at)
}

/// "אוסטיה שיגרה טילים", "צה"ל ירה לעברם": a name that no list has, at the head of its sentence, right before a verb of attack.
pub(crate) fn country(doc: &Doc<'_>, s: Sentence, (a, b): (usize, usize), verb: usize) -> bool {
    let named = (a..b).all(|j| doc.is_word(j) && doc.unknown(j) && doc.unit(j).is_none());
    let leads = doc.has(verb, Class::Leads) || doc.words(verb, verb + 1).ends_with([' ', 'ב', 'ל']);
    here(doc) && a == s.first && b - a <= 2 && b == verb && named && !leads
}

/// "נהרגו 12.": the verb of harm opens its sentence.
pub(crate) fn opens(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    here(doc)
        && cue <= s.first + 1
        && matches!(doc.cue(cue), Some((Harm::Killed | Harm::Injured, Role::Free)))
}

/// "אירע", "נספרו": a verb that no list has, and no part of the name before it.
pub(crate) fn verb_like(doc: &Doc<'_>, j: usize) -> bool {
    let word = doc.words(j, j + 1);
    let past = word.ends_with('ו') && word.starts_with(['נ', 'ת']) && word.chars().count() >= 4;
    here(doc)
        && doc.is_word(j)
        && !doc.lexemes[j].glued
        && doc.unknown(j)
        && (past || doc.lex.profile.told.happens.iter().any(|w| doc.is(j, w)))
}

/// "741 מההרוגים היו קצינים": some of those whom the sentence before has told of.
pub(crate) fn of_them(doc: &Doc<'_>, s: Sentence, at: usize) -> bool {
    let of = |j: usize| {
        matches!(doc.words(j, j + 1), "מ" | "מה" | "מן") && matches!(doc.cue(j + 1), Some((_, Role::Head)))
    };
    here(doc) && (at + 1..s.last.saturating_sub(1).min(at + 4)).any(of)
}

/// "עשרה מתוך 14 ההרוגים", "שבעה מ-12 ההרוגים": the part is counted, and the whole is not.
pub(crate) fn out_of(doc: &Doc<'_>, bound: &mut [Bound]) {
    if !here(doc) {
        return;
    }
    for i in 1..bound.len() {
        let (a, b) = (bound[i - 1], bound[i]);
        let between = a.figure.last..b.figure.first;
        let link = |j: usize| {
            doc.kind(j) == Kind::Dash
                || doc.has(j, Class::Det)
                || matches!(doc.words(j, j + 1), "מתוך" | "מבין" | "מ" | "מן" | "מכלל")
        };
        let of = !between.is_empty() && between.len() <= 3 && between.clone().all(link);
        let smaller = a.figure.low.zip(b.figure.low).is_some_and(|(x, y)| x < y);
        let figures =
            a.figure.form == crate::numbers::Form::Plain && b.figure.form == crate::numbers::Form::Plain;
        if !of || !smaller || !figures || b.metric.is_none() && a.metric.is_none() {
            continue;
        }
        let (metric, cue) = if b.metric.is_some() { (b.metric, b.cue) } else { (a.metric, a.cue) };
        let part = &mut bound[i - 1];
        (part.metric, part.cue, part.noun, part.excluded, part.rule) =
            (metric, cue, b.noun, false, "part.out_of");
        (bound[i].metric, bound[i].cue, bound[i].excluded) = (None, None, true);
    }
}
