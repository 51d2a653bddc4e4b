//! Numbers that count nothing by where they stand: ages, years and days, places by number, wholes of which a part is told.

use crate::lexicon::{Class, Classes, Role, Unit};
use crate::presence::told::several;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;

/// "…, NAME, uno de los líderes", "…, ambos fueron trasladados": said of those named or counted before.
pub(crate) fn titled_one(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, value: i64) -> bool {
    if !doc.lex.profile.adjective_after || !doc.caps || i < s.first + 2 || last + 1 >= s.last {
        return false;
    }
    let comma = doc.kind(i - 1) == Kind::Comma;
    let of_them = doc.has(last, Class::Of) || doc.is(last, "de los") || doc.is(last, "de las");
    let one = value == 1000 && of_them && doc.is_name(i - 2) && doc.unknown(i - 2);
    let both = doc.entry(i).number == 2
        && (doc.is(i, "ambos") || doc.is(i, "ambas"))
        && doc.unit(last).is_none()
        && doc.any(last, Classes::of(&[Class::Be, Class::Have]));
    comma && (one || both)
}

/// "one family" written behind its noun: an adjective, no count.
pub(crate) fn one_behind(doc: &Doc<'_>, s: Sentence, i: usize, value: i64) -> bool {
    value == 1000
        && !doc.caps
        && doc.lex.profile.adjective_after
        && doc.kind(i) != Kind::Number
        && i > s.first
        && doc.is_word(i - 1)
        && doc.cue(i - 1).is_none()
        && (doc.unit(i - 1).is_some() || doc.unknown(i - 1) || doc.has(i - 1, Class::TimeUnit))
        // "Killed: one person", the noun first.
        && !(i > s.first + 1 && doc.kind(i - 2) == Kind::Colon && doc.unit(i - 1) == Some(Unit::Person))
}

/// "a woman, 61, was killed", "the guard (44)", "Ana Relk, 34, died", "two brothers, 12 and 14": an age by its place.
pub(crate) fn bare_age(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let age = |j: usize| doc.kind(j) == Kind::Number && (1_000..=110_000).contains(&doc.lexemes[j].milli);
    if !age(i) || last != i + 1 || i < s.first + 2 {
        return false;
    }
    // "Ana Relk, de 14 años, y Jo Dorn, de 11": years are named once.
    let of = |j: usize| {
        j > s.first + 1 && doc.has(j, Class::Of) && doc.kind(j - 1) == Kind::Comma && doc.is_name(j - 2)
    };
    let years = |j: usize| j + 2 < s.last && of(j) && age(j + 1) && doc.has(j + 2, Class::TimeUnit);
    if of(i - 1) && (last >= s.last || !doc.is_word(last)) && (s.first..s.last).any(years) {
        return true;
    }
    let link = |j: usize| doc.kind(j) == Kind::Comma || doc.has(j, Class::And);
    // The first age of several, and how many there are.
    let (mut first, mut end, mut count) = (i, last, 1);
    while first >= s.first + 2 && link(first - 1) && age(first - 2) {
        (first, count) = (first - 2, count + 1);
    }
    while end + 1 < s.last && link(end) && age(end + 1) {
        (end, count) = (end + 2, count + 1);
    }
    if first < s.first + 2 {
        return false;
    }
    let mark = doc.kind(first - 1);
    let closes = match mark {
        Kind::Open => end < s.last && doc.kind(end) == Kind::Close,
        Kind::Comma => end >= s.last || !doc.is_word(end) || doc.has(end, Class::And),
        _ => false,
    };
    if !closes || doc.words(first - 1, first) == "[" {
        return false;
    }
    let who = first - 2;
    let person = matches!(doc.unit(who), Some(Unit::Group | Unit::Person));
    if person && count == 1 && !several(doc, who) {
        // "women 12, children 4" gives counts: one person has a word before it, or stands alone in commas.
        let led = Classes::of(&[Class::Indef, Class::Det, Class::Pronoun, Class::And, Class::Other]);
        let one = who > s.first
            && (doc.any(who - 1, led) || doc.entry(who - 1).number == 1 || doc.unknown(who - 1));
        return one || doc.has(who, Class::Lone);
    }
    if person && count > 1 {
        let told = (s.first.max(who.saturating_sub(3))..who)
            .any(|j| doc.entry(j).number == count || doc.lexemes[j].milli == count * 1000);
        return told;
    }
    // A first and a last name.
    let name = |j: usize| doc.is_name(j) && doc.unknown(j) && !doc.is_demonym(j);
    let listed = after_another(doc, s, first);
    let closed = if end < s.last { matches!(doc.kind(end), Kind::Comma | Kind::Close) } else { listed };
    let named = |j: usize| name(j) || listed && doc.is_name(j);
    let full = count == 1 && closed && who > s.first && named(who) && named(who - 1);
    // In capitals a name is any three words the lexicon does not know, and a full stop may close it.
    let capitals =
        !doc.caps && doc.lex.profile.capitals && count == 1 && mark == Kind::Comma && who > s.first + 1;
    let words = |j: usize| doc.is_word(j) && doc.unknown(j);
    if capitals && doc.lexemes[i].milli >= 12_000 && words(who) && words(who - 1) && words(who - 2) {
        return true;
    }
    // "OFFICERS BONIFAZ MARTEL, 47, AND": two words do where the age has its commas and someone known is before them.
    let within = end < s.last
        && doc.kind(end) == Kind::Comma
        && who > s.first + 1
        && (doc.unit(who - 2).is_some() || doc.has(who - 2, Class::And));
    if capitals && within && (12_000..=99_000).contains(&doc.lexemes[i].milli) && words(who) && words(who - 1)
    {
        return true;
    }
    // "Ana Relk Dorn (5)": places have their counts in brackets too, seldom behind three names.
    full && (mark == Kind::Comma || who > s.first + 1 && name(who - 2))
        || mark == Kind::Open && listed_with_ages(doc, s)
}

/// "Ana Relk, 14, and Tom Vale, 13.": the last of such a list ends its sentence.
fn after_another(doc: &Doc<'_>, s: Sentence, age: usize) -> bool {
    (s.first + 2..age.saturating_sub(3)).any(|j| {
        doc.kind(j) == Kind::Number
            && doc.kind(j - 1) == Kind::Comma
            && doc.kind(j + 1) == Kind::Comma
            && doc.is_name(j - 2)
    })
}

/// "Ana Relk (14), Tom Vale (13) and Jo Dorn (11)": where all that stands in brackets follows two names (or "her
/// brother Tom"), none of them after a word for "in", they are people. Where names are not written large, two at least.
fn listed_with_ages(doc: &Doc<'_>, s: Sentence) -> bool {
    let relative = |j: usize| matches!(doc.unit(j), Some(Unit::Group | Unit::Person));
    // "Forester" is a family name too.
    let day = Classes::of(&[Class::Month, Class::TimeUnit]);
    let name = |j: usize| match doc.caps {
        true => doc.is_name(j) && doc.cue(j).is_none() && !doc.any(j, day),
        false => doc.unknown(j),
    };
    let bracketed = |j: &usize| {
        doc.kind(*j) == Kind::Open && doc.kind(j + 1) == Kind::Number && doc.kind(j + 2) == Kind::Close
    };
    let mut seen = 0;
    for open in (s.first..s.last.saturating_sub(2)).filter(bracketed) {
        let named = open > s.first + 2 && name(open - 1) && (name(open - 2) || relative(open - 2));
        let mut before = open;
        while before > s.first && name(before - 1) {
            before -= 1;
        }
        let led = before > s.first && doc.any(before - 1, Classes::of(&[Class::In, Class::From, Class::To]));
        let ends = open + 3 >= s.last
            || !doc.is_word(open + 3)
            || doc.cue(open + 3).is_none() && doc.unit(open + 3).is_none();
        if !named || led || !ends {
            return false;
        }
        seen += 1;
    }
    seen > usize::from(!doc.caps)
}

/// "under-five children", "the over-60s": an age written into one word.
pub(crate) fn of_an_age(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let dash = i > s.first && doc.kind(i - 1) == Kind::Dash && doc.lexemes[i - 1].glued;
    let before = i.checked_sub(1 + usize::from(dash)).filter(|j| *j >= s.first);
    let written_on = dash || doc.lexemes[i].glued && doc.text[..doc.lexemes[i].start as usize].ends_with('-');
    written_on
        && doc.lex.profile.bare_plurals
        && before.is_some_and(|j| doc.any(j, Classes::of(&[Class::AtMost, Class::AtLeast])))
}

/// "6-ти затриманих", "3-х человек": the ending of a number that counts, as no ordinal's does; of "-х" its noun decides.
pub(crate) fn counts_by_ending(doc: &Doc<'_>, s: Sentence, ending: usize) -> bool {
    let people = || ending + 1 < s.last && matches!(doc.unit(ending + 1), Some(Unit::Person | Unit::Group));
    match doc.words(ending, ending + 1) {
        "ти" | "ть" | "ро" | "ох" | "ма" | "ми" | "рох" => true,
        "х" => people(),
        _ => false,
    }
}

/// "قتل رجلان يوم الثلاثاء": the dual is its own noun, and the day behind it is not what it counts.
pub(crate) fn dual_noun(doc: &Doc<'_>, i: usize) -> bool {
    !doc.lex.profile.capitals && doc.kind(i) != Kind::Number && doc.unit(i).is_some()
}

/// "خلال الساعات الـ24 الماضية", "الساعة 3": of how many hours, and which.
pub(crate) fn of_hours(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let mark = |j: usize| doc.kind(j) == Kind::Dash || doc.has(j, Class::Det) || doc.words(j, j + 1) == "الـ";
    let Some(noun) = (s.first..i).rev().find(|j| !mark(*j)) else { return false };
    let definite = |j: usize| doc.words(j, j + 1).starts_with("ال");
    let written_on = doc.text[..doc.lexemes[i].start as usize].ends_with("ال");
    !doc.lex.profile.capitals
        && doc.has(noun, Class::TimeUnit)
        && definite(noun)
        && (noun + 1 < i || written_on || definite(i) || doc.words(noun, noun + 1) == "الساعة")
}

/// "40 per cent of the 3,200 families", "half the 12": the number of the whole.
pub(crate) fn of_whole(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let share = |j: usize| {
        doc.any(j, Classes::of(&[Class::Fraction, Class::Percent])) || doc.kind(j) == Kind::Percent
    };
    let link = Classes::of(&[Class::Of, Class::Det, Class::From]);
    let part = (s.first..i).rev().take(4).find(|j| share(*j) || !doc.any(*j, link));
    let told = last < s.last && doc.cue(last).is_some();
    part.is_some_and(|j| share(j) && j + 1 < i) && !told
}

/// "the 77 th march": an ordinal with its ending apart.
pub(crate) fn ordinal_apart(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    doc.lex.profile.bare_plurals
        && doc.kind(i) == Kind::Number
        && last < s.last
        && ["th", "st", "nd", "rd"].iter().any(|w| doc.is(last, w))
}

/// Four digits between 1800 and 2100 with no noun behind them.
pub(crate) fn is_year(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, first: usize) -> bool {
    let l = doc.lexemes[i];
    let year = l.kind == Kind::Number
        && last == i + 1
        && (1_800_000..=2_100_000).contains(&l.milli)
        && l.end - l.start == 4;
    let counted = last < s.last
        && doc.is_word(last)
        && (doc.unknown(last) || doc.entry(last).cue.is_some() || doc.unit(last).is_some())
        // "the 2026 Massacres"
        // "the 2014 Verlandish Grand Prix"
        && !(doc.lex.profile.bare_plurals
            && doc.is_name(last)
            && (!doc.is_demonym(last) || last + 1 < s.last && doc.caps && doc.is_name(last + 1)));
    // "the 2011 armed conflict": an article and no noun of what is counted.
    let dated = doc.lex.profile.bare_plurals
        && first > s.first
        && doc.has(first - 1, Class::Det)
        && (!(last..s.last.min(last + 4)).any(|j| doc.unit(j).is_some() || doc.cue(j).is_some())
            // "the 2012 murder of a banker"
            || last < s.last && matches!(doc.cue(last), Some((_, Role::Noun))));
    let counted = counted && !dated;
    // "En los primeros meses de 2023 murieron": a verb in front of what it counts.
    let of = i > s.first
        && (doc.has(i - 1, Class::Of)
            || doc.has(i - 1, Class::And) && i > s.first + 1 && doc.kind(i - 2) == Kind::Number);
    let verb = last < s.last && matches!(doc.cue(last), Some((_, Role::Free | Role::Active | Role::Part)));
    let before_verb = of && verb && doc.lex.profile.verb_first && doc.unit(last).is_none();
    let counted = counted && !before_verb;
    let labelled = first > s.first && doc.kind(first - 1) == Kind::Colon;
    year && first == i && !counted && !labelled
}

/// "on May 11 and 12", "from May 12 to 25": one more day of the month named.
pub(crate) fn day_too(doc: &Doc<'_>, s: Sentence, periods: &[Period], i: usize) -> bool {
    let day = |j: usize| doc.kind(j) == Kind::Number && (1_000..=31_000).contains(&doc.lexemes[j].milli);
    if i < s.first + 3 || !day(i) || !day(i - 2) || doc.lexemes[i].milli <= doc.lexemes[i - 2].milli {
        return false;
    }
    let joined = doc.any(i - 1, Classes::of(&[Class::And, Class::To])) && doc.has(i - 3, Class::Month);
    let ends = i + 1 >= s.last
        || !doc.is_word(i + 1)
        || doc.any(i + 1, Classes::of(&[Class::In, Class::Cause, Class::Preposition, Class::And]));
    joined && ends && periods.iter().any(|p| p.first <= i - 2 && i - 2 < p.last)
}

/// "Camp 10", "in Block 5"
pub(crate) fn numbered_place(
    doc: &Doc<'_>,
    s: Sentence,
    i: usize,
    last: usize,
    before: Option<usize>,
) -> bool {
    let numbered =
        ["camp", "block", "area", "zone", "sector", "section", "unit", "gate", "room", "station", "group"];
    before.is_some_and(|b| {
        doc.is_name(b)
            && doc.lex.profile.bare_plurals
            && doc.kind(i) == Kind::Number
            && numbered.iter().any(|w| doc.is(b, w))
            && b > s.first
            && (last >= s.last || doc.unit(last).is_none())
    })
}

/// "one in four children": a ratio.
pub(crate) fn one_in(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let small = |j: usize| {
        j < s.last && doc.has(j, Class::Num) && doc.entry(j).number > 1 && doc.kind(j) != Kind::Number
    };
    let digit = |j: usize| {
        j < s.last && doc.kind(j) == Kind::Number && (2_000..=20_000).contains(&doc.lexemes[j].milli)
    };
    let first = |j: usize| {
        doc.is(j, "one")
            && j + 2 < s.last
            && (doc.is(j + 1, "in") || doc.is(j + 1, "in every") || doc.is(j + 1, "out of"))
    };
    doc.lex.profile.bare_plurals
        && (first(i) && last == i + 1 && (small(i + 2) || digit(i + 2))
            || i >= s.first + 2 && first(i - 2) && (small(i) || digit(i)))
}

/// "won 34-7": a score, of which the first is not the smaller.
pub(crate) fn score(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let number = |j: usize| doc.kind(j) == Kind::Number && doc.lexemes[j].milli < 1_000_000;
    let tied = |j: usize| {
        j + 2 < s.last
            && number(j)
            && doc.kind(j + 1) == Kind::Dash
            && doc.lexemes[j + 1].glued
            && number(j + 2)
            && doc.lexemes[j + 2].glued
            && doc.lexemes[j].milli >= doc.lexemes[j + 2].milli
    };
    last == i + 1 && tied(i) || i >= s.first + 2 && tied(i - 2)
}

/// "(more than 1.4 million)1.", "displaced.12 The": the mark of a footnote, right behind what it is to.
pub(crate) fn footnote(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let l = doc.lexemes[i];
    if i < s.first + 2 || doc.kind(i) != Kind::Number || !l.glued || l.end - l.start > 2 || !doc.caps {
        return false;
    }
    let open = last >= s.last || !doc.is_word(last) || !doc.lexemes[last].glued && doc.is_name(last);
    match doc.kind(i - 1) {
        Kind::Close => open,
        Kind::Stop => open && doc.is_word(i - 2) && doc.lexemes[i - 1].glued,
        _ => false,
    }
}

/// "did not suffer any casualties", "did not hurt anyone": none, said of the verb.
pub(crate) fn none_behind(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    if crate::numbers::none::unhurt(doc, s, i) {
        return true;
    }
    if !doc.has(i, Class::Whatever) || !doc.lex.profile.bare_plurals || i < s.first + 2 {
        return false;
    }
    let verbs = [
        "suffer",
        "suffered",
        "cause",
        "caused",
        "causing",
        "inflicting",
        "suffering",
        "sustaining",
        "leaving",
        "reporting",
        "claiming",
        "producing",
        "recording",
        "inflict",
        "sustain",
        "sustained",
        "report",
        "reported",
        "record",
        "leave",
        "claim",
        "produce",
        "have",
        "result in",
        "there been",
        "been",
        "were",
        "was",
        "received",
        "receive",
        "there had been",
        "had been",
        "had",
    ];
    // "denied that anyone had been killed"
    let behind = |j: usize| {
        (j + 1..s.last.min(j + 6))
            .take_while(|k| {
                doc.any(*k, Classes::of(&[Class::Be, Class::Have, Class::Skip])) || doc.cue(*k).is_some()
            })
            .any(|k| doc.cue(k).is_some_and(|(h, _)| h.of_persons()))
    };
    let that = doc.is(i - 1, "that") && doc.is(i - 2, "denied");
    if that && doc.words(i, i + 1).len() > 3 && behind(i) {
        return true;
    }
    let verb = i - 1;
    let told = verbs.iter().any(|w| doc.is(verb, w)) || doc.cue(verb).is_some_and(|(h, _)| h.of_persons());
    let end = s.last.min(i + 4);
    let whom = |j: usize| doc.cue(j).is_some() || matches!(doc.unit(j), Some(Unit::Person | Unit::Group));
    let harmed = doc.cue(verb).is_some() || (i + 1..end).any(|j| doc.cue(j).is_some());
    let lone = doc.words(i, i + 1).len() > 3;
    // "denied there had been any deaths"
    let denies = |j: usize| {
        doc.any(j, Classes::of(&[Class::Not, Class::Lack]))
            || ["denied", "denies", "denying", "deny"].iter().any(|w| doc.is(j, w))
    };
    let denied = (s.first.max(i.saturating_sub(5))..verb).any(denies);
    told && harmed && denied && (lone || (i + 1..end).any(whom))
}

/// "the other was still unaccounted for": one of the two counted before.
pub(crate) fn the_other(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let verb = i + 1;
    doc.is(i, "other")
        && doc.lex.profile.bare_plurals
        && i > s.first
        && doc.is(i - 1, "the")
        && verb < s.last
        && ["was", "is", "has", "remains", "remained"].iter().any(|w| doc.is(verb, w))
        && (s.first..i).any(|j| matches!(doc.entry(j).number, 1 | 2) && doc.has(j, Class::Num))
}

/// "aged 6 and 9": the number goes on with one that is no count.
pub(crate) fn goes_on(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let mut j = i;
    while j >= s.first + 2
        && (doc.kind(j - 1) == Kind::Comma || doc.any(j - 1, Classes::of(&[Class::And, Class::Or])))
        && (doc.kind(j - 2) == Kind::Number || doc.has(j - 2, Class::Num))
        && i - j < 12
    {
        j -= 2;
    }
    j < i && j > s.first && doc.has(j - 1, Class::AgePre)
}

/// "атакував 87 разів": a verb of attack, and how often.
pub(crate) fn times(doc: &Doc<'_>, verb: usize, word: usize) -> bool {
    let said = |w: &str| ["разів", "рази", "раз", "раза"].contains(&w);
    let words = doc.words(word, word + 1);
    doc.lex.profile.head_first
        && said(words)
        && doc.has(verb, Class::Act)
        && doc.unit(verb).is_none()
        && doc.cue(verb).is_none()
}
