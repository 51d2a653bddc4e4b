//! Noun phrases without a numeral, in a language of bare plurals: whom a verb befell, or what, and whether they are many.
//! "civilians and soldiers", "the entire crew", "most of the passengers", "homes and fields along the river".

use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Form;
use crate::presence::told::several;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wanted {
    People,
    Built,
}

/// A noun phrase: several of what is wanted, uncounted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    pub first: usize,
    /// Behind its head.
    pub last: usize,
    pub head: usize,
    /// "the soldiers": known already, or told of as a whole.
    pub definite: bool,
    pub unit: Unit,
}

/// Whether a figure that is told of counts the lexeme at `j`; "a group of" that nothing took is none.
pub(crate) fn counted(bound: &[Bound], j: usize) -> bool {
    let takes = |b: &Bound| b.metric.is_some() || b.excluded || b.figure.form != Form::Many;
    bound.iter().any(|b| (b.figure.first..b.noun.last.max(b.figure.last)).contains(&j) && takes(b))
}

/// Plural in sense, singular in form.
const MASS: [&str; 6] = ["police", "staff", "personnel", "clergy", "elderly", "troops"];

pub(crate) fn english(doc: &Doc<'_>) -> bool {
    doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after
}

pub(crate) fn one_of(doc: &Doc<'_>, j: usize, words: &[String]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// "might", "if": what follows has not happened.
pub(crate) fn modal(doc: &Doc<'_>, j: usize) -> bool {
    one_of(doc, j, &doc.lex.profile.told.modal)
}

/// Those who are held, have fled or are lost are people, whatever the word says of them besides.
fn held(doc: &Doc<'_>, j: usize) -> bool {
    let state = matches!(
        doc.cue(j),
        Some((
            Harm::Detained | Harm::Abducted | Harm::Displaced | Harm::Missing | Harm::Population,
            Role::Head | Role::Noun
        ))
    );
    let word = doc.words(j, j + 1).to_ascii_lowercase();
    let deed = ["ions", "ests", "nces", "ents"].iter().any(|e| word.ends_with(e));
    state && !deed && ["s", "people"].iter().any(|e| word.ends_with(e))
}

fn noun_of(doc: &Doc<'_>, j: usize, wanted: Wanted) -> Option<Unit> {
    if wanted == Wanted::People && held(doc, j) {
        return Some(Unit::Group);
    }
    if doc.cue(j).is_some_and(|(h, _)| h != Harm::Population) {
        return None;
    }
    let unit = doc.unit(j);
    match wanted {
        Wanted::People => unit
            .filter(|u| matches!(u, Unit::Person | Unit::Group | Unit::Household))
            .or(several_of(doc, j).then_some(Unit::Group)),
        Wanted::Built => unit.filter(|u| matches!(u, Unit::Home | Unit::Building | Unit::Area)).or(one_of(
            doc,
            j,
            &doc.lex.profile.told.works,
        )
        .then_some(Unit::Building)),
    }
}

/// "crews", "teams": people by the word for many of them.
fn several_of(doc: &Doc<'_>, j: usize) -> bool {
    let word = doc.words(j, j + 1).to_ascii_lowercase();
    let one = if word == "communities" { "community" } else { word.strip_suffix('s').unwrap_or("") };
    matches!(doc.unit(j), None | Some(Unit::Area))
        && doc.lex.profile.told.collective.iter().any(|w| w == one)
        && one != "group"
        && one != "unit"
}

fn many(doc: &Doc<'_>, j: usize) -> bool {
    // "the police commander" is one.
    let next = j + 1 < doc.lexemes.len()
        && doc.is_word(j + 1)
        && (doc.unit(j + 1).is_some() || doc.unknown(j + 1) && !doc.is_past(j + 1) && !doc.is_adverb(j + 1));
    let mass = !next && MASS.iter().any(|w| doc.words(j, j + 1).to_ascii_lowercase().ends_with(w));
    several(doc, j) || mass || one_of(doc, j, &doc.lex.profile.told.works)
}

/// The phrase that begins at `at`.
pub(crate) fn from(doc: &Doc<'_>, s: Sentence, bound: &[Bound], at: usize, wanted: Wanted) -> Option<Phrase> {
    let told = &doc.lex.profile.told;
    let (mut definite, mut whole, mut head, mut described) = (false, false, None, false);
    let mut j = at;
    while j < s.last && j < at + 9 {
        if counted(bound, j) {
            return None;
        }
        let collective = wanted == Wanted::People && one_of(doc, j, &told.collective)
            || wanted == Wanted::Built && doc.has(j, Class::PlaceNoun);
        // "a group of bodyguards"
        let grouped = j > at
            && wanted == Wanted::People
            && doc.words(j - 1, j).to_ascii_lowercase().contains("group")
            && doc.has(j, Class::Actor)
            && several(doc, j);
        if grouped {
            head = Some((j, Unit::Group));
        } else if let Some(unit) = noun_of(doc, j, wanted).filter(|_| many(doc, j)) {
            head = Some((j, unit));
        } else if let Some((h, _)) = head {
            // "village elders": the last noun is whom it is of; what follows goes on behind it.
            debug_assert!(h < j);
            break;
        } else if collective && whole {
            head = Some((j, if wanted == Wanted::People { Unit::Group } else { Unit::Area }));
        } else if doc.is(j, "the") || doc.is(j, "those") {
            definite = true;
        } else if doc.any(j, Classes::of(&[Class::Whole, Class::Portion, Class::Most]))
            || one_of(doc, j, &told.part)
        {
            whole = true;
        } else if doc.has(j, Class::Of) || doc.has(j, Class::And) {
            // "a crowd of worshippers", "armed and masked men"
            // "a “number” of victims"
            let noun = |k: usize| one_of(doc, k, &told.collective) || doc.is(k, "number");
            let quoted = j > at + 1 && doc.kind(j - 1) == Mark::Quote && noun(j - 2);
            let of = doc.has(j, Class::Of) && j > at && (whole || noun(j - 1) || quoted);
            let and = doc.has(j, Class::And)
                && j > at
                && modifier(doc, j - 1)
                && j + 1 < s.last
                && modifier(doc, j + 1);
            if !of && !and {
                return None;
            }
        } else if !(modifier(doc, j) || collective || doc.kind(j) == Mark::Quote) {
            break;
        } else {
            described |= doc.is_word(j) && !doc.any(j, Classes::of(&[Class::Det, Class::Skip, Class::Indef]));
        }
        j += 1;
    }
    let Some((head, unit)) = head else { return partly(doc, s, at, wanted) };
    // "the soldiers" have been told of; "the foreign soldiers", "the soldiers of the garrison" are told of here.
    let which = described && wanted == Wanted::People || head + 1 < s.last && doc.has(head + 1, Class::Of);
    let definite = definite && !which;
    // "some of the passengers": a part that nobody counted.
    Some(Phrase { first: at, last: head + 1, head, definite: definite && !whole, unit })
}

/// "some of them", "others": people, since only people suffer what is told.
fn partly(doc: &Doc<'_>, s: Sentence, at: usize, wanted: Wanted) -> Option<Phrase> {
    let told = &doc.lex.profile.told;
    if at >= s.last || wanted == Wanted::Built || !one_of(doc, at, &told.part) || doc.is(at, "both") {
        return None;
    }
    let of_them =
        at + 2 < s.last && doc.has(at + 1, Class::Of) && (doc.is(at + 2, "them") || doc.is(at + 2, "those"));
    let last = at + 1 + 2 * usize::from(of_them);
    let ends =
        last >= s.last || doc.any(last, Classes::of(&[Class::Be, Class::Have])) || doc.cue(last).is_some();
    (of_them || ends).then_some(Phrase { first: at, last, head: at, definite: false, unit: Unit::Person })
}

/// What may stand before the noun of a phrase.
fn modifier(doc: &Doc<'_>, j: usize) -> bool {
    let aside = Classes::of(&[
        Class::Det,
        Class::Skip,
        Class::Other,
        Class::Many,
        Class::Indef,
        Class::Actor,
        Class::Org,
        Class::PlaceNoun,
        Class::About,
        Class::Essential,
    ]);
    let state = matches!(
        doc.cue(j),
        Some((Harm::Displaced | Harm::Injured | Harm::Detained | Harm::Missing | Harm::Affected, Role::Part))
    );
    let plain = doc.unknown(j) && doc.is_word(j) && !doc.is_past(j) && !doc.is_adverb(j);
    state
        || doc.cue(j).is_none()
            && (doc.any(j, aside) || doc.unit(j).is_some() || plain || doc.is_adverb(j) && doc.is_word(j))
}

/// Where the verb of the participle or verb at `c` begins, and whether it is passive; none when it is denied or might be.
pub(crate) fn verb(doc: &Doc<'_>, s: Sentence, c: usize) -> Option<(usize, bool)> {
    let mut at = c;
    // "have been displaced" is one phrase of the lexicon.
    let word = doc.words(c, c + 1).to_ascii_lowercase();
    let mut passive = ["were ", "was ", "are ", "is ", "have been ", "has been ", "had been ", "being "]
        .iter()
        .any(|w| word.starts_with(w));
    while at > s.first {
        let j = at - 1;
        if doc.any(j, Classes::of(&[Class::Not, Class::Zero, Class::Lack])) || modal(doc, j) {
            return None;
        }
        let be = doc.has(j, Class::Be) && doc.unit(j).is_none();
        let reported = doc.has(j, Class::Say) && j > s.first && doc.has(j - 1, Class::Be);
        let to = doc.is(j, "to") && be_or_have(doc, at);
        if !(be || reported || to || doc.any(j, Classes::of(&[Class::Have, Class::Skip])) || doc.is_adverb(j))
        {
            break;
        }
        passive |= be;
        at = j;
    }
    // "was surrounded near the ridge and taken": two participles of one auxiliary.
    if !passive && at == c && c > s.first + 2 && doc.has(c - 1, Class::And) {
        let bars = Classes::of(&[Class::Say, Class::That, Class::Relative, Class::Zero, Class::Not]);
        let back = (s.first..c - 1).rev().take(9).take_while(|j| doc.is_word(*j) && !doc.any(*j, bars));
        let be = back.into_iter().find(|j| doc.has(*j, Class::Be) && doc.cue(*j).is_none());
        let Some(be) = be else { return Some((at, false)) };
        let participle = |j: usize| {
            doc.is_past(j)
                || doc.any(j, Classes::of(&[Class::Encircle, Class::Act, Class::Deny]))
                || matches!(doc.cue(j), Some((_, Role::Part)))
        };
        let first = (be + 1..c - 1).find(|j| !doc.has(*j, Class::Skip) && !doc.is_adverb(*j));
        if first.is_some_and(participle) {
            return verb(doc, s, be + 1).map(|(at, _)| (at, true));
        }
    }
    Some((at, passive))
}

fn be_or_have(doc: &Doc<'_>, j: usize) -> bool {
    doc.any(j, Classes::of(&[Class::Be, Class::Have]))
}

/// The phrase that is the subject of the verb that begins at `v`.
pub(crate) fn before(
    doc: &Doc<'_>,
    s: Sentence,
    bound: &[Bound],
    v: usize,
    wanted: Wanted,
) -> Option<Phrase> {
    let bars = Classes::of(&[
        Class::Say,
        Class::That,
        Class::Be,
        Class::Have,
        Class::Cause,
        Class::When,
        Class::Relative,
        Class::Not,
        Class::Zero,
        Class::Pronoun,
        Class::By,
        Class::Until,
        Class::Hedge,
        Class::Lack,
    ]);
    let nounish = |j: usize| {
        doc.unit(j).is_some()
            || held(doc, j)
            || doc.any(j, Classes::of(&[Class::Actor, Class::PlaceNoun, Class::Org, Class::Other]))
            || doc.unknown(j) && doc.is_word(j) && !doc.is_past(j) && !doc.is_adverb(j)
            || one_of(doc, j, &doc.lex.profile.told.works)
    };
    // "Civilians, including children, were killed"
    let aside = (v > s.first + 2 && doc.kind(v - 1) == Mark::Comma).then(|| {
        let open = |k: &usize| doc.kind(*k) == Mark::Comma && doc.has(*k + 1, Class::Including);
        (s.first..v - 1).rev().take(10).find(open)
    });
    let v = aside.flatten().unwrap_or(v);
    let mut b = v;
    let mut and = None;
    while b > s.first && v - b < 24 {
        let j = b - 1;
        if doc.has(j, Class::And) {
            // "the army advanced and villagers were killed": a clause of its own.
            if j == s.first || !nounish(j - 1) || !lists(doc, j + 1, v, &nounish) {
                break;
            }
            and = Some(j);
        } else if doc.kind(j) == Mark::Comma {
            // "men, women and children"
            let listed = and.is_some_and(|a| a > j && a - j <= 4) && j > s.first && nounish(j - 1);
            if !listed {
                break;
            }
            and = Some(j);
        } else if doc.kind(j) != Mark::Quote {
            let cue = doc.cue(j).is_some_and(|(h, r)| r != Role::Head && h != Harm::Population)
                && !held(doc, j)
                && !modifier(doc, j);
            if !doc.is_word(j) || doc.any(j, bars) && doc.unit(j).is_none() || modal(doc, j) || cue {
                break;
            }
        }
        b = j;
    }
    let lead = Classes::of(&[Class::And, Class::Skip, Class::On]);
    while b < v
        && (doc.any(b, lead) && doc.unit(b).is_none() && !doc.has(b, Class::Whole)
            || doc.is_adverb(b)
            || doc.is(b, "both")
            || !doc.is_word(b) && doc.kind(b) != Mark::Quote)
    {
        b += 1;
    }
    // Where the clause begins: what goes before is no part of the phrase.
    let opening = Classes::of(&[
        Class::That,
        Class::Say,
        Class::Cause,
        Class::When,
        Class::Relative,
        Class::And,
        Class::Until,
        Class::Skip,
        Class::On,
        Class::Including,
    ]);
    let opens = b == s.first
        || !doc.is_word(b - 1)
        || doc.any(b - 1, opening)
        || doc.is_adverb(b - 1)
        || doc.is(b - 1, "both");
    // "if members are killed": nobody was, yet.
    let supposed =
        (s.first..b).rev().take(5).take_while(|j| doc.kind(*j) != Mark::Comma).any(|j| modal(doc, j));
    if !opens || supposed {
        return None;
    }
    let phrase = from(doc, s, bound, b, wanted).filter(|p| p.last <= v)?;
    // In capitals a name looks like any word: "GUERRILLAS ANA RELK".
    if !doc.caps && phrase.last < v && doc.unknown(phrase.last) && doc.is_word(phrase.last) {
        return None;
    }
    // What follows the noun only says which or where.
    let pass = Classes::of(&[
        Class::And,
        Class::Or,
        Class::Of,
        Class::In,
        Class::From,
        Class::On,
        Class::Det,
        Class::Skip,
        Class::Actor,
        Class::Org,
        Class::PlaceNoun,
        Class::Whole,
        Class::Preposition,
        Class::Other,
        Class::Indef,
        Class::During,
        Class::Including,
    ]);
    let tail = |j: usize| {
        doc.any(j, pass)
            || doc.unit(j).is_some()
            || held(doc, j)
            || doc.unknown(j) && doc.is_word(j) && !doc.is_past(j)
            || matches!(doc.kind(j), Mark::Quote | Mark::Comma)
    };
    ((phrase.last..v).all(tail) && !(phrase.last..v).any(|j| counted(bound, j))).then_some(phrase)
}

/// Whether the words from `from` to the verb begin with a noun phrase: "and soldiers", "and their drivers".
fn lists(doc: &Doc<'_>, from: usize, v: usize, nounish: &dyn Fn(usize) -> bool) -> bool {
    let lead = Classes::of(&[Class::Det, Class::Other, Class::Skip, Class::Indef]);
    (from..v).find(|j| !doc.any(*j, lead)).is_some_and(nounish)
}

/// "without specifying a number of injuries": how many there are is not told, nor that there are any here.
pub(crate) fn unspecified(doc: &Doc<'_>, b: &Bound) -> bool {
    let verbs =
        ["specifying", "specify", "mentioning", "mention", "giving", "stating", "clarifying", "indicating"];
    let at = b.figure.first;
    // "הכי הרבה הרוגים", "מספר נפגעים גבוה ביותר": how many compared, not that there were.
    let most = at > 0 && doc.is(at - 1, "הכי");
    let high = ["גבוה", "נמוך", "שיא", "חסר", "הגבוה"]
        .iter()
        .any(|w| b.noun.last < doc.lexemes.len() && doc.is(b.noun.last, w));
    if most || high {
        return true;
    }
    at > 1
        && verbs.iter().any(|w| doc.is(at - 1, w))
        && doc.any(at - 2, Classes::of(&[Class::Not, Class::Zero, Class::Lack]))
}
