//! What a figure counts: the noun phrase behind its numeral.

use crate::bind::form;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::{Figure, Form, value_at};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// The noun phrase of a figure.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Noun {
    /// One past its last lexeme; the figure's own end when there is none.
    pub last: usize,
    pub unit: Option<Unit>,
    /// The lexeme that names the unit.
    pub unit_at: Option<usize>,
    /// A cue inside the phrase: "12 wounded soldiers", "30 dead".
    pub cue: Option<usize>,
    /// A noun the lexicon does not know: it may be anything.
    pub strange: bool,
    /// Lexemes that say whom.
    pub group: Option<(usize, usize)>,
    /// Lexemes that say whose.
    pub party: Option<(usize, usize)>,
}

/// Classes at which a noun phrase ends.
pub(crate) const BARS: Classes = Classes::of(&[
    Class::And,
    Class::Or,
    Class::Be,
    Class::Have,
    Class::Say,
    Class::Hedge,
    Class::Not,
    Class::According,
    Class::That,
    Class::Pronoun,
    Class::Relative,
    Class::By,
    Class::In,
    Class::From,
    Class::To,
    Class::Since,
    Class::AsOf,
    Class::Until,
    Class::During,
    Class::On,
    Class::Including,
    Class::Cause,
    Class::Num,
    Class::Mult,
    Class::Zero,
    Class::Weekday,
    Class::DayWord,
    Class::Past,
    Class::Stop,
    Class::Between,
]);

/// How far behind the numeral its unit may stand.
const REACH: usize = 6;

/// Reads the noun phrase behind `figure`.
pub(crate) fn noun(doc: &Doc<'_>, s: Sentence, figure: &Figure) -> Noun {
    // "атакував 87 разів": how often the verb before it was done.
    let times = doc.lex.profile.head_first
        && figure.first > s.first
        && figure.last < s.last
        && crate::numbers::no_count::times(doc, figure.first - 1, figure.last);
    if times {
        let (unit, unit_at) = (Some(Unit::Attack), Some(figure.last));
        return Noun { last: figure.last + 1, unit, unit_at, ..Noun::default() };
    }
    // "استُهدف أربع مرات", "هجوم واحد"
    if let Some((at, last)) = crate::grammar::caseless::attack_unit(doc, s, figure.num, figure.last) {
        let (unit, unit_at) = (Some(Unit::Attack), Some(at));
        return Noun { last: last.max(figure.last), unit, unit_at, ..Noun::default() };
    }
    // A dual is its own noun: "two children" in one word.
    let dual = figure.form == Form::Plain
        && figure.last == figure.num + 1
        && (doc.unit(figure.num).is_some() || doc.cue(figure.num).is_some())
        && !(doc.unit(figure.num) == Some(Unit::Person)
            && figure.last < s.last
            && (doc.unit(figure.last).is_some()
                || described(doc, s, figure.last)
                || form::leads(doc, s, figure.last)
                || form::thing(doc, figure.last)));
    let mut at = if dual { figure.num } else { figure.last };
    // "seven of these bombs exploded"
    let these = ["of these", "of those"].iter().any(|w| at < s.last && doc.is(at, w));
    if !dual && these && at + 1 < s.last && doc.unit(at + 1).is_some() && doc.cue(at + 1).is_none() {
        at += 1;
    }
    while !dual
        && at < s.last
        && at < figure.last + 3
        && doc.any(at, Classes::of(&[Class::Of, Class::Det, Class::Other]))
    {
        if doc.has(at, Class::Of) && at + 1 < s.last && doc.any(at + 1, BARS) {
            let mut noun = Noun { last: figure.last, ..Noun::default() };
            partitive(doc, s, figure, &mut noun);
            return noun;
        }
        at += 1;
    }
    // "(4) rockets": the brackets are the numeral's.
    let bracketed = !dual
        && figure.num > s.first
        && at == figure.last
        && at + 1 < s.last
        && doc.kind(at) == Kind::Close
        && doc.kind(figure.num - 1) == Kind::Open
        && (doc.unit(at + 1).is_some() || matches!(doc.cue(at + 1), Some((_, Role::Head))));
    if bracketed {
        at += 1;
    }
    // "“no more than ten” dead": the mark closes the numeral.
    if !dual && at + 1 < s.last && doc.kind(at) == Kind::Quote && doc.lexemes[at].glued && doc.is_word(at + 1)
    {
        at += 1;
    }
    // "12 “rockets”": the noun is in quotation marks.
    let quoted = !dual
        && at + 2 < s.last
        && doc.kind(at) == Kind::Quote
        && doc.kind(at + 2) == Kind::Quote
        && doc.unit(at + 1).is_some();
    if quoted {
        at += 1;
    }
    // "four Facilities Protection Service (FPS) guards": whose they are, whatever its words mean elsewhere.
    if let Some(end) = form::of_service(doc, s, at).filter(|_| !dual) {
        at = end;
    }
    let limit = s.last.min(at + REACH);
    let mut noun = Noun { last: at, ..Noun::default() };
    let mut j = at;
    let mut strangers = 0;
    if dual && let Some(end) = form::one_doer(doc, s, figure) {
        noun.unit = Some(Unit::Person);
        (noun.unit_at, noun.last, noun.group) = (Some(at), end, Some((figure.last, end)));
        return noun;
    }
    if dual {
        noun.unit = doc.unit(at);
        noun.unit_at = noun.unit.map(|_| at);
        noun.cue = doc.cue(at).map(|_| at);
        noun.last = at + 1;
        if doc.lex.profile.adjective_after {
            trailing_adjectives(doc, s, &mut noun);
        }
        noun.group = (noun.unit == Some(Unit::Group)).then_some((at, at + 1));
        return noun;
    }
    while j < limit {
        // "no [further] casualties"
        if doc.kind(j) == Kind::Open
            && j + 2 < s.last
            && doc.kind(j + 2) == Kind::Close
            && doc.is_word(j + 1)
            && noun.unit.is_none()
        {
            j += 3;
            continue;
        }
        // "a 61-year-old man", "a four-month-old infant"
        if figure.form == Form::Single
            && let Some((_, end)) = value_at(doc, j, s.last).filter(|(_, e)| *e < s.last)
            && doc.has(end, Class::AgePost)
        {
            j = end + 1;
            continue;
        }
        // "five 4th Brigade casualties"
        let nth = doc.lex.profile.bare_plurals
            && noun.unit.is_none()
            && doc.kind(j) == Kind::Code
            && j + 1 < limit
            && doc.is_word(j + 1)
            && ["th", "st", "nd", "rd"].iter().any(|e| doc.words(j, j + 1).to_ascii_lowercase().ends_with(e));
        if nth {
            j += 1;
            continue;
        }
        // "conflict-related deaths": one adjective.
        let compound = noun.unit.is_none()
            && doc.lex.profile.bare_plurals
            && j + 2 < limit
            && doc.is_word(j)
            && doc.is_word(j + 1)
            && doc.lexemes[j + 1].glued
            && doc.cue(j).is_none()
            && doc.unit(j + 1).is_none();
        if compound {
            j += 2;
            continue;
        }
        // "153 identified children"
        let reported = noun.unit.is_none()
            && doc.lex.profile.bare_plurals
            && j == at
            && j + 1 < limit
            && doc.has(j, Class::Say)
            && doc.words(j, j + 1).ends_with("ed")
            && (doc.unit(j + 1).is_some() || matches!(doc.cue(j + 1), Some((_, Role::Head))));
        if reported {
            j += 1;
            continue;
        }
        // "200 sick and injured people"
        let paired = doc.has(j, Class::And) && j > at && noun.unit.is_none() && noun.cue.is_none();
        let paired = paired && doc.unknown(j - 1) && !doc.is_name(j - 1) && doc.lex.profile.bare_plurals;
        let people =
            |k: usize| matches!(doc.cue(k), Some((_, Role::Head))) && doc.words(k, k + 1).contains(' ');
        if paired && j + 2 < s.last && (described(doc, s, j + 1) || people(j + 1)) {
            j += 1;
            continue;
        }
        // "48 wounded to hospitals": the people are named already.
        if bar(doc, j) || !doc.caps && noun.cue.is_some() && doc.has(j, Class::Of) {
            break;
        }
        // "workers building a school": what they were doing.
        let doing = noun.unit.is_some()
            && doc.lex.profile.bare_plurals
            && doc.words(j, j + 1).ends_with("ing")
            && j + 1 < s.last
            && doc.any(j + 1, Classes::of(&[Class::Det, Class::Indef]));
        if doing {
            break;
        }
        // "одном пострадавшем при атаках": the noun ends before what it befell them in.
        let apart = matches!(doc.unit(j), Some(Unit::Attack | Unit::Building | Unit::Area));
        if apart && noun.cue.is_some() && doc.lex.profile.head_first {
            break;
        }
        if crate::grammar::oblique::headed(doc, at, j) {
            break;
        }
        // "اثنين من منفذي هجوم": the noun before it owns it, and is what is counted.
        let owned =
            strangers > 0 && !doc.caps && !doc.lex.profile.capitals && doc.unit(j) == Some(Unit::Attack);
        if owned && !doc.is_demonym(j - 1) {
            (noun.unit, noun.unit_at, noun.strange, noun.last) = (None, Some(at), true, j + 1);
            return noun;
        }
        if let Some(unit) = doc.unit(j) {
            noun.unit = Some(unit);
            noun.unit_at = Some(j);
            noun.last = j + 1;
            if doc.cue(j).is_some() {
                noun.cue = Some(j);
            }
            if doc.lex.profile.adjective_after || doc.lex.profile.head_first {
                break;
            }
        } else if form::deadly(doc, s, j) && noun.unit.is_none() {
            // "four drowning deaths"
        } else if let Some((_, role)) = doc.cue(j) {
            let adjective = role == Role::Head && noun.unit == Some(Unit::Group) && noun.last == j;
            if !adjective && !cue_inside(doc, s, j, role, noun.unit.is_some()) {
                break;
            }
            noun.cue = noun.cue.or(Some(j));
            noun.last = noun.last.max(j + 1);
        } else if noun.unit.is_some() {
            break;
        } else if doc.is_demonym(j) {
            noun.party = Some((j, j + 1));
        } else if doc.unknown(j) {
            // "10 פצועים בהשתלטות אסירים": who they are is said already.
            let said = noun.cue.is_some_and(|c| matches!(doc.cue(c), Some((_, Role::Head))));
            if said && !doc.lex.profile.capitals {
                break;
            }
            strangers += 1;
            if strangers > 3 {
                break;
            }
        } else if doc.lex.profile.bare_plurals
            && doc.has(j, Class::Hazard)
            && j + 1 < limit
            && doc.is_word(j + 1)
            && (matches!(doc.unit(j + 1), Some(Unit::Person | Unit::Group))
                || doc.unknown(j + 1) && doc.words(j + 1, j + 2).ends_with("ers"))
        {
            // "four bus passengers", "train operators"
        } else if !doc.any(
            j,
            Classes::of(&[
                Class::Skip,
                Class::Det,
                Class::Other,
                Class::Of,
                Class::Actor,
                Class::Case,
                Class::Org,
                Class::Essential,
            ]),
        ) {
            break;
        }
        j += 1;
    }
    // "a hospital owner": the unit is only a modifier of a noun the lexicon does not know.
    let modified = figure.form == Form::Single
        && matches!(noun.unit, Some(Unit::Building | Unit::Home | Unit::Thing | Unit::Area))
        && noun.last < s.last
        && doc.is_word(noun.last)
        && doc.unknown(noun.last)
        && !doc.lex.profile.adjective_after;
    // "a volunteer organisation", "two rebel groups": people only modify what is counted.
    let one = |u: usize| !["s", "men", "ren", "eople"].iter().any(|e| doc.words(u, u + 1).ends_with(e));
    let office = matches!(noun.unit, Some(Unit::Group | Unit::Person))
        && (figure.form == Form::Single
            || doc.lex.profile.bare_plurals
                && noun.last < s.last
                && doc.is(noun.last, "groups")
                && noun.unit_at.is_some_and(|u| u + 1 == noun.last && one(u)))
        && noun.last < s.last
        && !doc.lex.profile.adjective_after
        && doc.caps
        && (doc.any(noun.last, Classes::of(&[Class::Org, Class::PlaceNoun])) || figure.form != Form::Single)
        && doc.unit(noun.last).is_none();
    // "four rebel arsenals", "two police hideouts": people only say whose they are.
    let whose = doc.lex.profile.bare_plurals
        && !doc.lex.profile.adjective_after
        && matches!(noun.unit, Some(Unit::Group | Unit::Home | Unit::Building | Unit::Thing))
        && noun.cue.is_none()
        && figure.form == Form::Plain
        && figure.low.or(figure.high).is_some_and(|n| n > 1)
        && noun.unit_at.is_some_and(|u| u + 1 == noun.last && one(u))
        && noun.last < s.last
        && doc.is_word(noun.last)
        && doc.unknown(noun.last)
        && !doc.lexemes[noun.last].glued
        && doc.words(noun.last, noun.last + 1).to_ascii_lowercase().ends_with('s')
        && {
            let word = doc.words(noun.last, noun.last + 1).to_ascii_lowercase();
            !word.ends_with("ers")
                || ["bunkers", "headquarters", "quarters", "centers", "trailers"].contains(&word.as_str())
        };
    if modified || office || whose {
        (noun.unit, noun.unit_at, noun.strange) = (None, None, true);
        return noun;
    }
    // "three worst-affected states": places behind an adjective.
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let places = english && noun.unit.is_none() && noun.cue.is_none() && j > at && j < s.last;
    let place = |j: usize| doc.has(j, Class::PlaceNoun) && !bar(doc, j) || doc.is(j, "states");
    if places && place(j) && doc.cue(j).is_none() {
        (noun.strange, noun.last) = (true, j + 1);
        return noun;
    }
    // "1.8 millones de afectados": people, without a noun for them.
    let affected = at < s.last && noun.unit.is_none() && crate::grammar::romance::here(doc);
    if affected && noun.cue.is_none() && matches!(doc.cue(at), Some((Harm::Affected, Role::Part))) {
        (noun.unit, noun.cue, noun.last) = (Some(Unit::Person), Some(at), at + 1);
    }
    // "107 charred bodies": what befell the living is no more than what they look like.
    let living = |c: usize| !matches!(doc.cue(c), Some((Harm::Killed, _)));
    if noun.unit == Some(Unit::Body) || noun.last < s.last && form::bodies_of(doc, noun.last) {
        noun.cue = noun.cue.filter(|c| !living(*c));
    }
    if noun.unit.is_none() {
        bare(doc, s, at, &mut noun);
    } else if doc.lex.profile.adjective_after {
        trailing_adjectives(doc, s, &mut noun);
    }
    if noun.unit == Some(Unit::Group) {
        set_group(doc, s, at, &mut noun);
    }
    crate::grammar::oblique::one_of(doc, s, &mut noun, figure.last);
    if noun.unit.is_none() && noun.cue.is_none() {
        partitive(doc, s, figure, &mut noun);
    }
    // "58 were men"
    let be = figure.last;
    if noun.unit.is_none()
        && noun.cue.is_none()
        && !noun.strange
        && be + 1 < s.last
        && doc.has(be, Class::Be)
        && doc.unit(be + 1) == Some(Unit::Group)
    {
        noun.unit = Some(Unit::Group);
        noun.unit_at = Some(be + 1);
        noun.last = be + 2;
        set_group(doc, s, be + 1, &mut noun);
    }
    noun
}

/// "41 of those released": a participle that says which people, not what happened.
fn partitive(doc: &Doc<'_>, s: Sentence, figure: &Figure, noun: &mut Noun) {
    let j = figure.last;
    let of =
        j + 2 < s.last && doc.has(j, Class::Of) && doc.any(j + 1, Classes::of(&[Class::Pronoun, Class::Det]));
    let at = if of { j + 2 } else { j + 1 };
    let of = of || at < s.last && doc.has(j, Class::Det);
    let which = of || at < s.last && doc.has(j, Class::Including);
    if which && matches!(doc.cue(at), Some((_, Role::Part | Role::Head))) && figure.form == Form::Plain {
        noun.unit = Some(Unit::Person);
        noun.last = at + 1;
        noun.strange = false;
        // "four of those killed were on the ground": nothing else befalls them.
        let dead = matches!(doc.cue(at), Some((Harm::Killed, Role::Part | Role::Head)));
        if dead && doc.lex.profile.bare_plurals {
            noun.cue = Some(at);
        }
    }
}

/// "one injured worker": a participle between the number and its noun.
fn described(doc: &Doc<'_>, s: Sentence, j: usize) -> bool {
    let before = !doc.lex.profile.adjective_after && matches!(doc.cue(j), Some((_, Role::Part | Role::Head)));
    before && j + 1 < s.last && matches!(doc.unit(j + 1), Some(Unit::Group | Unit::Person))
}

pub(crate) fn bar(doc: &Doc<'_>, j: usize) -> bool {
    !doc.is_word(j) || doc.any(j, BARS)
}

/// Whether a cue at `j` belongs to the phrase rather than being its predicate.
fn cue_inside(doc: &Doc<'_>, s: Sentence, j: usize, role: Role, has_unit: bool) -> bool {
    match role {
        Role::Head => !has_unit || doc.lex.profile.adjective_after,
        // "seven kidnapped students": a participle with its noun directly behind it.
        Role::Part => {
            !has_unit
                && (j + 1..s.last.min(j + 4))
                    .take_while(|k| {
                        !bar(doc, *k)
                            && (doc.unknown(*k) || doc.unit(*k).is_some() || form::bodies_of(doc, *k))
                    })
                    .any(|k| {
                        let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
                        matches!(doc.unit(k), Some(Unit::Person | Unit::Group | Unit::Home | Unit::Building))
                            || english
                                && (matches!(doc.unit(k), Some(Unit::Household | Unit::Thing | Unit::Body))
                                    || form::bodies_of(doc, k))
                    })
        }
        _ => false,
    }
}

/// A phrase with no known unit: people by their name of belonging, or an unknown noun.
fn bare(doc: &Doc<'_>, s: Sentence, at: usize, noun: &mut Noun) {
    // "in four regions": a place is counted.
    if noun.cue.is_none()
        && at < s.last
        && doc.has(at, Class::PlaceNoun)
        && !bar(doc, at)
        && doc.cue(at).is_none()
    {
        (noun.party, noun.strange, noun.last) = (None, true, at + 1);
        return;
    }
    // "four train operators"
    let modified = doc.lex.profile.bare_plurals
        && at + 1 < s.last
        && doc.has(at, Class::Hazard)
        && doc.unknown(at + 1)
        && ["ers", "ors"].iter().any(|e| doc.words(at + 1, at + 2).ends_with(e));
    if modified && noun.cue.is_none() {
        (noun.party, noun.strange, noun.last) = (None, true, at + 2);
        return;
    }
    if noun.cue.is_some() || at >= s.last || bar(doc, at) || !doc.unknown(at) {
        noun.party = None;
        return;
    }
    // "a US military ship": whose it is, not who.
    let owner = at + 1 < s.last
        && doc.is_name(at)
        && at > s.first
        && doc.has(at - 1, Class::Indef)
        && doc.lex.profile.bare_plurals
        && !doc.lex.profile.adjective_after
        && doc.any(
            at + 1,
            Classes::of(&[Class::Actor, Class::Org, Class::PlaceNoun, Class::Event, Class::Hazard]),
        )
        && !bar(doc, at + 1)
        && doc.cue(at + 1).is_none()
        && doc.unit(at + 1).is_none();
    if owner {
        // "a UN agency country director": the person stands at the end.
        let person = |j: &usize| matches!(doc.unit(*j), Some(Unit::Group | Unit::Person));
        let end = (at + 2..s.last.min(at + 5)).take_while(|j| !bar(doc, *j)).find(person);
        if let Some(j) = end.filter(|j| doc.cue(*j).is_none()) {
            (noun.unit, noun.unit_at, noun.party, noun.last) = (doc.unit(j), Some(j), None, j + 1);
            return;
        }
        (noun.party, noun.strange, noun.last) = (None, true, at + 2);
        return;
    }
    // "in 3 LGAs": places by a name for them.
    let hedge = Classes::of(&[Class::Num, Class::AtLeast, Class::AtMost, Class::About, Class::Det]);
    let before = (s.first..at).rev().find(|j| doc.kind(*j) != Kind::Number && !doc.any(*j, hedge));
    let within = doc.lex.profile.bare_plurals
        && !doc.is_demonym(at)
        && before.is_some_and(|j| doc.has(j, Class::In))
        && doc.caps;
    if within {
        (noun.party, noun.strange, noun.last) = (None, true, at + 1);
        return;
    }
    if doc.is_demonym(at) || doc.is_name(at) && !doc.is_name(at + usize::from(at + 1 < s.last)) {
        noun.unit = Some(Unit::Person);
        noun.party = Some((at, at + 1));
        noun.last = at + 1;
    } else {
        noun.party = None;
        noun.last = at + 1;
        noun.strange = true;
        if !doc.lex.profile.capitals || doc.lex.profile.adjective_after {
            noun.unit_at = Some(at);
        }
    }
}

/// "personas civiles", "مدنيا عراقيا": adjectives behind the noun say whom and whose.
fn trailing_adjectives(doc: &Doc<'_>, s: Sentence, noun: &mut Noun) {
    let limit = s.last.min(noun.last + 3);
    for j in noun.last..limit {
        if bar(doc, j) {
            break;
        }
        if doc.unit(j) == Some(Unit::Group) {
            noun.unit = Some(Unit::Group);
            noun.unit_at = Some(j);
        } else if matches!(doc.cue(j), Some((_, Role::Head | Role::Part))) && noun.cue.is_none() {
            noun.cue = Some(j);
        } else if doc.unknown(j) && doc.lex.looks_demonym(&cairn_fold::fold(doc.words(j, j + 1))) {
            noun.party = Some((j, j + 1));
        // "15 soldiers more, wounded": the adjective behind the other one.
        } else if !doc.caps
            && doc.has(j, Class::Other)
            && j + 1 < limit
            && matches!(doc.cue(j + 1), Some((_, Role::Head)))
        {
            continue;
        } else {
            // "un agente ministerial herido": an adjective between the noun and what befell it.
            let kind = j + 1 < limit
                && crate::grammar::romance::here(doc)
                && doc.is_word(j)
                && doc.unknown(j)
                && !doc.is_name(j)
                && !doc.lexemes[j].glued
                && matches!(doc.cue(j + 1), Some((_, Role::Head)))
                && noun.cue.is_none();
            if kind {
                continue;
            }
            break;
        }
        noun.last = j + 1;
    }
}

/// The words that say whom: the unit with its modifiers, and a second one joined by "and".
fn set_group(doc: &Doc<'_>, s: Sentence, at: usize, noun: &mut Noun) {
    let Some(unit) = noun.unit_at else { return };
    let mut first = unit;
    while first > at
        && doc.unknown(first - 1)
        && doc.is_word(first - 1)
        && !doc.is_demonym(first - 1)
        && !doc.lexemes[first - 1].glued
        && noun.party.is_none_or(|p| p.1 < first)
    {
        first -= 1;
    }
    let mut last = unit + 1;
    if last + 1 < s.last
        && doc.has(last, Class::And)
        && doc.unit(last + 1) == Some(Unit::Group)
        // "שני שוטרים ואזרחית": one more.
        && !doc.any(last + 1, Classes::of(&[Class::Num, Class::Lone]))
    {
        last += 2;
        noun.last = noun.last.max(last);
    }
    // "members of the NAME family"
    if doc.caps && last + 1 < s.last && doc.has(last, Class::Of) {
        let mut end = last + 1;
        while end < s.last && doc.has(end, Class::Det) {
            end += 1;
        }
        let from = end;
        while end < s.last && doc.is_name(end) && doc.unknown(end) {
            end += 1;
        }
        let family = end > from && end < s.last && matches!(doc.unit(end), Some(Unit::Household));
        if family {
            last = end + 1;
            noun.last = noun.last.max(last);
        }
    }
    noun.group = Some((first, last));
    // "חיילי NAME": the construct state says whose they are.
    let construct = !doc.lex.profile.place_prefixes.is_empty()
        && last < s.last
        && doc.words(unit, unit + 1).ends_with('י')
        && doc.is_word(last)
        && !doc.lexemes[last].glued
        && doc.cue(last).is_none()
        && (doc.unknown(last) || doc.any(last, Classes::of(&[Class::Actor, Class::Org])));
    if construct && noun.party.is_none() {
        noun.party = Some((last, last + 1));
        noun.last = noun.last.max(last + 1);
    }
    if noun.party.is_none() && first > at && doc.is_demonym(first - 1) && doc.kind(first - 1) == Kind::Word {
        noun.party = Some((first - 1, first));
    }
    // "40 Norland servicemen": a name before the group says whose they are.
    if noun.party.is_none() && first < unit && doc.is_name(first) && doc.caps {
        let end = (first..unit).find(|j| !doc.is_name(*j)).unwrap_or(unit);
        noun.party = Some((first, end));
        noun.group = Some((end, last));
    }
}
