//! Harm without a figure in a script whose little words are written onto the next word: damage and what it was done to, deeds
//! that are told of, the dead who lie there, who was kept from where, fires in houses.

use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::grammar::prefixed::here;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::told::{counted, several};
use crate::presence::{Finding, finding};
use crate::text::doc::{Doc, Sentence};

const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Lack]);

fn unsaid(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    (s.first..c).rev().take(4).take_while(|j| doc.is_word(*j)).any(|j| doc.any(j, UNSAID))
}

fn text<'t>(doc: &Doc<'t>, s: Sentence, j: usize) -> &'t str {
    if j < s.last { doc.words(j, j + 1) } else { "" }
}

fn one_of(doc: &Doc<'_>, j: usize, words: &[String]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// All the rules for the lexeme at `c`.
pub(crate) fn findings(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    if !here(doc) {
        return;
    }
    let told = out.iter().any(|f| f.cue == c || f.first <= c && c < f.last);
    let taken = bound.iter().any(|b| b.cue == Some(c) && (b.metric.is_some() || b.excluded));
    if told || taken || counted(bound, c) {
        return;
    }
    let found = damage(doc, s, bound, c)
        .or_else(|| hit(doc, s, bound, c))
        .or_else(|| villages(doc, s, bound, c))
        .or_else(|| deeds(doc, s, bound, c))
        .or_else(|| lying(doc, s, c))
        .or_else(|| burning(doc, s, bound, c))
        .or_else(|| kept(doc, s, c))
        .or_else(|| stopped(doc, s, c))
        .or_else(|| slaughter(doc, s, bound, c))
        .or_else(|| tended(doc, s, c));
    let overlaps =
        |f: &Finding| out.iter().any(|o| o.metric == f.metric && o.first < f.last && f.first < o.last);
    out.extend(found.filter(|f| !overlaps(f)));
}

/// What is none: "מספר האזרחים שנרצחו" tells of a number, "ירו בתלמידים" of shots.
pub(crate) fn none(doc: &Doc<'_>, f: &Finding) -> bool {
    let number = |j: usize| matches!(doc.words(j, j + 1), "מספר" | "מניין" | "שיעור" | "אחוז");
    let definite = |j: usize| j < f.last && doc.has(j, Class::Det);
    // "ירו בתלמידים": shot at, and nobody says that they were hit.
    let aimed = matches!(doc.words(f.cue, f.cue + 1), "ירו ב" | "ירה ב" | "ירתה ב");
    f.metric == Metric::Population
        || here(doc)
            && (aimed
                || number(f.first) && definite(f.first + 1)
                || f.first > 1 && number(f.first - 1) && definite(f.first)
                || f.first > 1 && number(f.first - 2) && doc.has(f.first - 1, Class::Det))
}

fn house(doc: &Doc<'_>, bound: &[Bound], j: usize) -> bool {
    matches!(doc.unit(j), Some(Unit::Home | Unit::Building)) && doc.cue(j).is_none() && !counted(bound, j)
}

fn built(
    doc: &Doc<'_>,
    harm: Harm,
    j: usize,
    first: usize,
    last: usize,
    c: usize,
    rule: &'static str,
) -> Option<Finding> {
    let mut f = finding(bind::metric(harm, doc.unit(j))?, first, last, c, rule);
    f.unit = Some(j);
    Some(f)
}

/// "נגרם נזק למרפאה", "נזק כבד נגרם לבית הספר": damage, and what it was done to.
fn damage(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    if harm != Harm::Damaged || !matches!(role, Role::Noun | Role::Free | Role::Active) || unsaid(doc, s, c) {
        return None;
    }
    let phrase = doc.words(c, c + 1);
    if !phrase.contains("נזק") {
        return None;
    }
    let caused = |j: usize| {
        ["נגרם", "נגרמו", "גרם", "גרמה", "גרמו", "הסב", "הסבה", "הסבו", "דווח", "נרשם", "נרשמו", "אירע"]
            .iter()
            .any(|w| text(doc, s, j).split(' ').next() == Some(w))
    };
    let pass =
        Classes::of(&[Class::Of, Class::To, Class::Det, Class::Skip, Class::Many, Class::Grave, Class::Onto]);
    let plain =
        |j: usize| doc.any(j, pass) || doc.is_word(j) && doc.unknown(j) && doc.cue(j).is_none() || caused(j);
    let at = (c + 1..s.last.min(c + 7)).find(|j| house(doc, bound, *j) || !plain(*j))?;
    // "נזק למרכז קניות": a place where people meet is a building.
    let place =
        || doc.has(at, Class::PlaceNoun) && !counted(bound, at) || text(doc, s, at).starts_with("מרכז");
    let (unit, at) = if house(doc, bound, at) {
        (doc.unit(at), at)
    } else {
        (Some(Unit::Building), Some(at).filter(|_| place())?)
    };
    let first = if c > s.first && caused(c - 1) { c - 1 } else { c };
    let told = phrase.contains("נגרם")
        || phrase.contains("נגרמו")
        || first < c
        || (c + 1..at).any(caused)
        || phrase.starts_with("הסב")
        || phrase.starts_with("גר")
        || c == s.first
        || (s.first..c).rev().take(4).any(|j| caused(j) || doc.has(j, Class::Say));
    let f = finding(bind::metric(Harm::Damaged, unit)?, first, at + 1, c, "presence.damage");
    if !told {
        return None;
    }
    let mut f = f;
    f.unit = Some(at);
    Some(f)
}

/// "נפגע גם מבנה של המשלחת", "הופגזו בתי ספר": the verb, and behind it what was hit.
fn hit(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    let verb = matches!(harm, Harm::Injured | Harm::Damaged | Harm::Destroyed) && role == Role::Free;
    let word = doc.words(c, c + 1).split(' ').next().unwrap_or("");
    let passive = word.starts_with('נ') || word.starts_with("הו");
    // "הציתו כלי רכב ובתים"
    let active = role == Role::Active && matches!(harm, Harm::Damaged | Harm::Destroyed);
    if !(verb && passive || active) || word.contains("נזק") || unsaid(doc, s, c) {
        return None;
    }
    let pass = Classes::of(&[Class::Skip, Class::Many, Class::And]);
    let things = |j: usize| matches!(doc.unit(j), Some(Unit::Thing));
    let at =
        (c + 1..s.last.min(c + 6)).find(|j| !(doc.any(*j, pass) || things(*j) && !counted(bound, *j)))?;
    let house = house(doc, bound, at).then_some(at)?;
    let harm = if harm == Harm::Injured { Harm::Damaged } else { harm };
    built(doc, harm, house, c, house + 1, c, "presence.hit_behind")
}

/// "מחקה מספר כפרים", "שרפו כפרים": whole villages, uncounted.
fn villages(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    if harm != Harm::Destroyed || !matches!(role, Role::Active | Role::Free) || unsaid(doc, s, c) {
        return None;
    }
    let area = |j: usize| doc.unit(j) == Some(Unit::Area) && several(doc, j) && !counted(bound, j);
    let pass = Classes::of(&[Class::Det, Class::Skip, Class::Many]);
    let at = match role {
        Role::Active => (c + 1..s.last.min(c + 5)).find(|j| !doc.any(*j, pass)).filter(|j| area(*j))?,
        _ => c.checked_sub(1).filter(|j| *j >= s.first && area(*j))?,
    };
    Some(finding(
        bind::metric(Harm::Destroyed, Some(Unit::Building))?,
        c.min(at),
        c.max(at) + 1,
        c,
        "presence.villages",
    ))
}

/// "דיווחו על מעצרים שרירותיים ועינויים", "ביצעו הוצאות להורג": deeds in the plural, told of or done.
fn deeds(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    let told = &doc.lex.profile.told;
    if !matches!(role, Role::Head | Role::Noun | Role::Presence)
        || !(harm.of_persons() || matches!(harm, Harm::Missing | Harm::Displaced))
    {
        return None;
    }
    if !told.told_deeds.iter().any(|w| doc.words(c, c + 1).split(' ').next() == Some(w)) || unsaid(doc, s, c)
    {
        return None;
    }
    // "עינויים של 12 עצורים"
    if bound.iter().any(|b| b.metric.is_some() && b.figure.first > c && b.figure.first < c + 5) {
        return None;
    }
    let verb = |j: usize| {
        doc.has(j, Class::Say)
            || doc.any(j, Classes::of(&[Class::Exists, Class::Act]))
            || one_of(doc, j, &told.happens)
            || told.brings.iter().any(|w| doc.is(j, w))
    };
    let bars =
        Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Relative, Class::When, Class::Suspicion]);
    let back = (s.first..c).rev().take(12).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars));
    let before = back.into_iter().find(|j| verb(*j));
    let behind = (c + 1..s.last.min(c + 5)).find(|j| one_of(doc, *j, &told.happens));
    // "הוצאות המוניות להורג", "חטיפות של נשים": their victims or their breadth behind them.
    let mut last = c + 1;
    let of = text(doc, s, last) == "של";
    let people = |j: usize| matches!(doc.unit(j), Some(Unit::Group | Unit::Person)) && several(doc, j);
    let whom = (last..s.last.min(last + 2)).find(|j| people(*j) && (*j == last || of));
    last = whom.map_or(last, |j| j + 1);
    let last = behind.map_or(last, |j| j + 1);
    let f = finding(bind::metric(harm, None)?, c, last, c, "presence.deeds");
    if before.is_none() && behind.is_none() {
        return None;
    }
    let mut f = f;
    f.group = whom.filter(|j| doc.unit(*j) == Some(Unit::Group)).map(|j| (j, j + 1));
    Some(f)
}

/// "הגופות מוטלות ברחובות", "גופות פזורות בשדות": the dead lie there.
fn lying(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Finding> {
    if doc.unit(c) != Some(Unit::Body) || !several(doc, c) || unsaid(doc, s, c) {
        return None;
    }
    let lie = |j: &usize| one_of(doc, *j, &doc.lex.profile.told.found);
    // "ראיתי גופות"
    let seen = |j: usize| {
        [
            "ראיתי",
            "ראינו",
            "ראו",
            "מצאו",
            "מצאנו",
            "מצאתי",
            "אספו",
            "אספנו",
            "נמצאו",
            "התגלו",
            "חילצו",
            "קברו",
        ]
        .contains(&doc.words(j, j + 1))
    };
    if let Some(j) = (s.first..c).rev().take(2).find(|j| seen(*j)) {
        return Some(finding(bind::metric(Harm::Killed, None)?, j, c + 1, c, "presence.lying"));
    }
    let at = (c + 1..s.last.min(c + 5)).take_while(|j| doc.is_word(*j)).find(lie)?;
    let first = c - usize::from(c > s.first && doc.has(c - 1, Class::Det) && doc.lexemes[c].glued);
    Some(finding(bind::metric(Harm::Killed, None)?, first, at + 1, c, "presence.lying"))
}

/// "שריפות בבתי מגורים ובמשרדים", "בתים בוערים": fire where people live.
fn burning(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let fire = ["שריפה", "שריפות", "דליקה", "דליקות", "להבות"].contains(&doc.words(c, c + 1));
    if !fire || unsaid(doc, s, c) {
        return None;
    }
    let verb = |j: usize| {
        text(doc, s, j).starts_with("פר") || doc.has(j, Class::Skip) || text(doc, s, j).starts_with("התל")
    };
    let at = (c + 1..s.last.min(c + 4)).find(|j| !verb(*j)).filter(|j| text(doc, s, *j) == "ב")?;
    let j = at + 1 + usize::from(at + 1 < s.last && doc.has(at + 1, Class::Det));
    let j = (j < s.last).then_some(j).filter(|j| house(doc, bound, *j))?;
    built(doc, Harm::Damaged, j, c, j + 1, c, "presence.burning")
}

/// "מנעו מאמבולנסים להגיע לפצועים": who was kept from where.
fn kept(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Finding> {
    if !doc.has(c, Class::Deny) || unsaid(doc, s, c) {
        return None;
    }
    let told = &doc.lex.profile.told;
    let goes = |j: &usize| one_of(doc, *j, &told.serves);
    let bars = Classes::of(&[Class::Say, Class::That, Class::Relative]);
    let at = (c + 1..s.last.min(c + 8)).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars)).find(goes)?;
    let whom = |j: usize| doc.unit(j).is_some() || doc.any(j, Classes::of(&[Class::Essential, Class::Org]));
    let people = (c + 1..at).any(whom);
    Some(finding(bind::metric(Harm::AccessDenied, None)?, c, at + 1, c, "presence.kept")).filter(|_| people)
}

/// "האספקה לעיר נותקה", "התקשורת הושבתה": what they need has stopped.
fn stopped(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Finding> {
    let passive = [
        "נותק",
        "נותקה",
        "נותקו",
        "הופסק",
        "הופסקה",
        "הופסקו",
        "הושבת",
        "הושבתה",
        "הושבתו",
        "קרסה",
        "נחסמה",
        "שובשה",
        "שובשו",
    ];
    if !passive.contains(&doc.words(c, c + 1)) || unsaid(doc, s, c) {
        return None;
    }
    let good = |j: &usize| doc.has(*j, Class::Essential);
    let at = (s.first..c).rev().take(5).take_while(|j| doc.is_word(*j)).find(good)?;
    let opens = (s.first..at).rev().take(2).all(|j| !doc.any(j, Classes::of(&[Class::Lack, Class::Zero])));
    let mut f = finding(bind::metric(Harm::AccessDenied, None)?, at, c + 1, c, "presence.stopped");
    f.goods = Some((at, at + 1));
    Some(f).filter(|_| opens)
}

/// "עדים סיפרו על מעשי טבח": a slaughter that is told of.
fn slaughter(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    if !one_of(doc, c, &doc.lex.profile.told.carnage) || unsaid(doc, s, c) {
        return None;
    }
    let killed = |b: &Bound| b.metric == bind::metric(Harm::Killed, None) && b.figure.num.abs_diff(c) < 20;
    let bars = Classes::of(&[Class::Relative, Class::When, Class::During, Class::Cause, Class::In]);
    let back = (s.first..c).rev().take(8).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars));
    let told =
        back.into_iter().any(|j| doc.has(j, Class::Say) || one_of(doc, j, &doc.lex.profile.told.brings));
    let free = told && !bound.iter().any(killed);
    Some(finding(bind::metric(Harm::Killed, None)?, c, c + 1, c, "presence.slaughter")).filter(|_| free)
}

/// "פצועים פונו לבתי החולים": the wounded are there, since they are tended.
fn tended(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<Finding> {
    let hurt = matches!(doc.cue(c), Some((Harm::Injured | Harm::Casualties, Role::Head)));
    let one = doc.has(c, Class::Lone) || !several(doc, c);
    let care = ["פונו", "הובהלו", "הועברו", "טופלו", "אושפזו", "מטופלים", "מאושפזים", "הובלו", "הגיעו"];
    let at = (c + 1..s.last.min(c + 3))
        .find(|j| care.iter().any(|w| text(doc, s, *j).split(' ').next() == Some(w)))?;
    let det = usize::from(c > s.first && doc.has(c - 1, Class::Det));
    let open = c - det == s.first
        || !doc.is_word(c - det - 1)
        || doc.any(c - det - 1, Classes::of(&[Class::And, Class::That]));
    let f = finding(bind::metric(Harm::Injured, None)?, c - det, at + 1, c, "presence.tended");
    Some(f).filter(|_| hurt && !one && open && !unsaid(doc, s, c))
}
