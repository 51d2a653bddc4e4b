//! Harm asserted without a figure: sieges, hostage-taking, "the dead included children", a rising toll; and legal
//! instruments cited.

pub(crate) mod bare;
pub(crate) mod befell;
pub(crate) mod cutoff;
pub(crate) mod declare;
pub(crate) mod exposed;
pub(crate) mod harmed;
pub(crate) mod joined;
pub(crate) mod named;
pub(crate) mod phrase;
pub(crate) mod plurals;
pub(crate) mod portion;
pub(crate) mod prefixed_told;
pub(crate) mod roster;
pub(crate) mod states;
pub(crate) mod suffered;
pub(crate) mod told;
pub(crate) mod toll;
pub(crate) mod uncounted;

use crate::bind::bystander;
use crate::bind::condition;
use crate::bind::noun::Noun;
use crate::bind::{self, Bound};
use crate::claim::{Kind, Metric};
use crate::lexicon::filter::Key;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::{Figure, Form};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;
use cairn_model::Qualifier;

/// Rules whose clause has another subject than who did it: "a besieged town", "there has been a massacre", "could not reach".
pub(crate) const DOERLESS: [&str; 4] =
    [portion::BESIEGED, "presence.carnage", "presence.unable", "presence.unreached"];

/// A finding without a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub kind: Kind,
    pub metric: Metric,
    /// Lexemes of its quote.
    pub first: usize,
    pub last: usize,
    pub cue: usize,
    pub group: Option<(usize, usize)>,
    pub party: Option<(usize, usize)>,
    /// The lexeme of what was hit, when it is not people.
    pub unit: Option<usize>,
    /// The essentials that are withheld.
    pub goods: Option<(usize, usize)>,
    pub rule: &'static str,
}

impl Finding {
    /// A figure in its place, for what looks for who did it.
    pub fn stand_in(&self) -> Bound {
        // "the drone killed a captain": the verb stands before the one it befell.
        let whom = if self.rule == "lone" && self.cue == self.first {
            self.last.max(self.cue + 2) - 1
        } else {
            self.first
        };
        Bound {
            figure: Figure {
                first: whom,
                num: whom,
                last: self.last,
                low: None,
                high: None,
                qualifier: Qualifier::Vague,
                form: Form::Many,
            },
            noun: Noun { last: self.last, ..Default::default() },
            cue: Some(if self.rule == "presence.taken" { self.first } else { self.cue }),
            metric: Some(self.metric),
            cost: 0,
            part_of: None,
            rule: self.rule,
            excluded: false,
        }
    }
}

/// A word of harm in its sentence, with the figures bound there: what every rule for harm without a figure looks at.
#[derive(Clone, Copy)]
pub(crate) struct Cue<'a, 't> {
    pub doc: &'a Doc<'t>,
    pub s: Sentence,
    pub bound: &'a [Bound],
    pub at: usize,
    pub harm: Harm,
    pub role: Role,
}

/// All findings of a sentence, left to right.
pub(crate) fn findings(doc: &Doc<'_>, s: Sentence, bound: &[Bound]) -> Vec<Finding> {
    let mut out = Vec::new();
    // Prefixes hide words that the lexicon knows.
    let plain = doc.lex.profile.capitals;
    for c in s.first..s.last {
        let key = Key::of(doc.words(c, c + 1));
        let may = doc.lex.may_tell(key);
        let (cut_off, state) = (cutoff::opens(doc, key), states::opens(doc, c, key));
        // Most words of most texts are none that a rule begins with.
        if plain && doc.unknown(c) && !may && !cut_off && !state {
            continue;
        }
        let counted = bound.iter().any(|b| b.cue == Some(c) && (b.metric.is_some() || b.excluded));
        if let Some((harm, role)) =
            doc.cue(c).filter(|_| !bystander::contest(doc, s, c) && !crate::bind::captive::compound(doc, c))
        {
            let cue = Cue { doc, s, bound, at: c, harm, role };
            let negated = c > s.first && doc.any(c - 1, Classes::of(&[Class::Not, Class::Zero]));
            match role {
                _ if negated => {}
                // "without giving an evacuation order"
                Role::Presence
                    if harm == Harm::Displaced
                        && (s.first.max(c.saturating_sub(4))..c)
                            .any(|j| doc.any(j, Classes::of(&[Class::Not, Class::Zero, Class::Lack]))) => {}
                Role::Presence if !counted => stated(&cue, &mut out),
                Role::Head | Role::Noun => {
                    members(&cue, &mut out);
                    if !counted && role == Role::Noun {
                        toll::rising(&cue, &mut out);
                    }
                    if !counted {
                        uncounted::event(&cue, &mut out);
                        uncounted::left(&cue, &mut out);
                    }
                }
                Role::Part
                    if c > s.first + 1 && doc.has(c - 1, Class::Det) && doc.has(c - 2, Class::Among) =>
                {
                    members(&cue, &mut out);
                }
                // "The wounded included women"
                Role::Part
                    if c > s.first
                        && doc.has(c - 1, Class::Det)
                        && c + 1 < s.last
                        && doc.has(c + 1, Class::Including) =>
                {
                    members(&cue, &mut out);
                }
                Role::Active | Role::Part if !counted => object(&cue, &mut out),
                Role::Subject if !counted && harm == Harm::Abducted => taken(doc, s, bound, c, &mut out),
                Role::Subject | Role::Free
                    if !counted && harm == Harm::AccessDenied && predicative(doc, s, c) =>
                {
                    stated(&cue, &mut out);
                }
                Role::Subject if !counted && harm == Harm::AccessDenied => {
                    portion::attributive(doc, s, bound, c, &mut out);
                }
                _ => {}
            }
            named::named(&cue, &mut out);
            named::lone(&cue, &mut out);
            condition::aged(&cue, &mut out);
            condition::one_more(&cue, &mut out);
            condition::second_verb(&cue, &mut out);
            named::and_more(&cue, &mut out);
            joined::pair(&cue, &mut out);
            joined::behind(&cue, &mut out);
            joined::among(&cue, &mut out);
            if !counted {
                uncounted::hit(&cue, &mut out);
                named::object(&cue, &mut out);
                named::subject(&cue, &mut out);
                named::plural(&cue, &mut out);
                told::tended(&cue, &mut out);
                told::labelled(&cue, &mut out);
                told::object(&cue, &mut out);
                told::heads(&cue, &mut out);
                told::joined(&cue, &mut out);
                told::modified(&cue, &mut out);
                told::whoever(&cue, &mut out);
                portion::destroyed(&cue, &mut out);
                bare::findings(&cue, &mut out);
            }
            // "damage to infrastructure, including several shrines"
            if counted {
                harmed::beside(&cue, &mut out);
            }
            // "left homes in seven towns flooded": the towns are no count of what was.
            let towns = |b: &Bound| b.excluded && b.noun.unit == Some(Unit::Area);
            if bound.iter().all(|b| b.cue != Some(c) || b.metric.is_none() && (!b.excluded || towns(b))) {
                befell::findings(&cue, &mut out);
                harmed::findings(&cue, &mut out);
                toll::findings(&cue, &mut out);
                roster::findings(&cue, &mut out);
            }
            plurals::findings(&cue, &mut out);
        } else if doc.unit(c) == Some(Unit::Body) {
            bare::bodies(doc, s, bound, c, &mut out);
        } else if doc.has(c, Class::Legal) {
            declare::legal(doc, s, c, &mut out);
        } else if doc.has(c, Class::Declared) {
            declare::declared(doc, s, c, &mut out);
        }
        prefixed_told::findings(doc, s, bound, c, &mut out);
        // "sin luz ni agua": the first has said it.
        if doc.any(c, Classes::of(&[Class::Deny, Class::Lack, Class::Zero])) && !doc.is(c, "ni") {
            withheld(doc, s, bound, c, &mut out);
        }
        if doc.has(c, Class::Deny)
            && let Some((first, last)) = befell::kept_from(doc, s, c)
            && !out.iter().any(|f| f.cue == c)
        {
            out.push(finding(Metric::AccessDenied, first, last, c, "presence.kept_from"));
        }
        if doc.has(c, Class::Condition) {
            condition::grave(doc, s, bound, c, &mut out);
        }
        if doc.has(c, Class::Encircle) {
            portion::encircled(doc, s, bound, c, &mut out);
        }
        if doc.has(c, Class::Including) {
            told::included(doc, s, bound, c, &mut out);
        }
        if doc.has(c, Class::Victim) {
            toll::victims(doc, s, bound, c, &mut out);
            plurals::victims(doc, s, bound, c, &mut out);
        }
        suffered::findings(doc, s, bound, c, &mut out);
        if may {
            toll::carnage(doc, s, bound, c, &mut out);
        }
        if may
            || cut_off
            || doc.has(c, Class::Encircle)
            || matches!(doc.cue(c), Some((Harm::AccessDenied, _)))
        {
            cutoff::findings(doc, s, bound, c, &mut out);
        }
        if doc.cue(c).is_some() || state {
            states::findings(doc, s, bound, c, &mut out);
        }
    }
    exposed::findings(doc, s, bound, &mut out);
    // "how many people were killed" asks, and states nothing.
    let asked =
        |f: &Finding| (f.first.saturating_sub(3).max(s.first)..=f.first).any(|j| doc.has(j, Class::Asked));
    let none = |f: &Finding| {
        asked(f) || prefixed_told::none(doc, f) || crate::bind::neighbours::dreaded(doc, s, f.first)
    };
    out.retain(|f| (f.kind != Kind::Presence || !none(f)) && !crate::bind::harmless::silent(doc, s, f));
    // "left without shelter, food or power": what they lack, not that they left.
    let cut_off = |f: &Finding| {
        f.metric == Metric::Displaced
            && out.iter().any(|o| o.rule == "presence.stuck" && o.first < f.last && f.first < o.last)
    };
    // "held passengers hostage": taken, not detained.
    let hostage = |o: &Finding| o.metric == Metric::AbductedOrHostage;
    let taken = |f: &Finding| {
        f.metric == Metric::Detained
            && f.kind == Kind::Presence
            && out.iter().any(|o| hostage(o) && o.first < f.last && f.first < o.last)
    };
    let dropped: Vec<bool> = out.iter().map(|f| cut_off(f) || taken(f)).collect();
    let mut at = dropped.iter();
    out.retain(|_| !at.next().copied().unwrap_or(false));
    for f in out.iter_mut().filter(|f| f.metric == Metric::Missing || f.metric == Metric::AccessDenied) {
        f.metric = crate::bind::neighbours::trapped(doc, s, f.cue).unwrap_or(f.metric);
    }
    harmed::split(doc, &mut out);
    out.sort_by_key(|f| f.first);
    out.dedup_by(|b, a| b.metric == a.metric && (b.first, b.last) == (a.first, a.last));
    portion::merge(doc, out)
}

/// "remains besieged", not "the besieged town".
fn predicative(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    let next = c + 1;
    // "sin luz ni agua"
    let listed = next + 1 < s.last && doc.unknown(next) && doc.has(next + 1, Class::Essential);
    // "was cut off from the city", "ambulances were prevented from entering"
    let from = doc.words(c, c + 1).to_ascii_lowercase().ends_with(" from");
    // "civilians trapped in the town"
    let trapped = doc.is(c, "trapped in")
        && c > s.first
        && matches!(doc.unit(c - 1), Some(Unit::Person | Unit::Group))
        && told::several(doc, c - 1);
    // "mantiene sitiada la localidad"
    let kept = doc.lex.profile.verb_first
        && c > s.first
        && doc.has(c - 1, Class::Act)
        && next + 1 < s.last
        && doc.has(next, Class::Det)
        && doc.has(next + 1, Class::PlaceNoun);
    // "обесточены сёла"
    let many = doc.lex.profile.head_first
        && doc.lex.profile.plural_participles.iter().any(|e| doc.words(c, next).ends_with(e.as_str()));
    // "נצורים בבתיהם": a preposition written onto a word that is not known.
    let onto = !doc.lex.profile.capitals
        && doc.lex.profile.plural_verbs.len() == 1
        && doc.words(next.min(s.last - 1), s.last.min(next + 1)).starts_with('ב');
    next >= s.last
        || onto
        || listed
        || kept
        || many
        || from
        || trapped
        || !doc.is_word(next)
        || doc.any(
            next,
            Classes::of(&[
                Class::Essential,
                Class::Since,
                Class::During,
                Class::In,
                Class::And,
                Class::Or,
                Class::Not,
                Class::Zero,
                Class::By,
                Class::Cause,
                Class::Until,
                Class::Skip,
                Class::DayWord,
                Class::Weekday,
                Class::On,
                Class::This,
                Class::Preposition,
            ]),
        )
}

pub(crate) fn finding(metric: Metric, first: usize, last: usize, cue: usize, rule: &'static str) -> Finding {
    Finding {
        kind: Kind::Presence,
        metric,
        first,
        last,
        cue,
        group: None,
        party: None,
        unit: None,
        goods: None,
        rule,
    }
}

/// A cue that needs no figure: "cutting access to food and water", "siege".
fn stated(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    let Some(metric) = bind::metric(harm, None) else { return };
    let mut last = c + 1;
    let mut j = last;
    while j < s.last && j < c + 24 {
        let listed = matches!(doc.kind(j), Mark::Comma)
            || doc.any(j, Classes::of(&[Class::And, Class::Or, Class::Det, Class::Of, Class::Skip]));
        if doc.has(j, Class::Essential) {
            last = j + 1;
        } else if !listed {
            break;
        }
        j += 1;
    }
    // "letters from the siege of 1643"
    let old = |j: usize| doc.kind(j) == Mark::Number && matches!(doc.words(j, j + 1).parse(), Ok(1000..1900));
    if (last..s.last.min(last + 4)).any(old) {
        return;
    }
    // What another clause counts is another statement.
    let apart = |j: usize| doc.has(j, Class::And) || !doc.is_word(j);
    let near = bound.iter().any(|b| {
        let other = b.cue.is_some_and(|k| k > b.figure.num) && b.figure.first > c;
        b.metric == Some(metric)
            && b.figure.num.abs_diff(c) < 12
            && !(other && (c + 1..b.figure.first).any(apart))
    });
    // "the siege left 12 dead": an attack by another name.
    let deadly = c + 1 < s.last
        && doc.has(c + 1, Class::Act)
        && bound.iter().any(|b| b.metric.is_some() && b.figure.first > c && b.figure.first < c + 6);
    if !near && !deadly {
        let mut f = finding(metric, c, last, c, "presence.stated");
        let good = (c + 1..last).find(|j| doc.has(*j, Class::Essential));
        f.goods = good.map(|g| (g, last));
        out.push(f);
    }
}

/// "the dead included children, women and health workers": one finding for each group without a figure.
fn members(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, .. } = *cue;
    let Some(metric) = bind::metric(harm, None) else { return };
    let among = c > s.first
        && doc.any(c - 1, Classes::of(&[Class::Det]))
        && c + 1 < s.last
        && doc.has(c + 1, Class::Be);
    // "among the wounded are children", "среди раненых есть дети"
    let back = (s.first..c).rev().take(2).find(|j| !doc.has(*j, Class::Det));
    let of_them = back.filter(|j| doc.has(*j, Class::Among));
    if let Some(j) = of_them
        && reversed(doc, s, bound, (j, c), metric, out)
    {
        return;
    }
    let copula = || {
        let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Exists]);
        let link = |j: usize| doc.any(j, pass) || doc.kind(j) == Mark::Dash;
        let end = (c + 1..s.last.min(c + 4)).find(|j| !link(*j)).unwrap_or(c + 1);
        of_them.map(|_| end - 1)
    };
    let link = (c + 1..s.last.min(c + 4))
        .find(|j| doc.has(*j, Class::Including))
        .or(among.then_some(c + 1))
        .or_else(copula);
    // "half of them children" is a share.
    let Some(link) = link.filter(|l| *l == s.first || !doc.has(*l - 1, Class::Fraction)) else { return };
    let c = of_them.unwrap_or(c);
    // "the escape of 800 inmates, including leaders": they were not harmed.
    if bound.iter().any(|b| b.excluded && (b.figure.first..b.noun.last).contains(&c)) {
        return;
    }
    if bound.iter().any(|b| (c..link).contains(&b.figure.num)) {
        return;
    }
    let mut j = link + 1;
    let mut item = j;
    let mut start = c;
    while j < s.last && j < link + 30 {
        if doc.kind(j) == Mark::Comma || doc.any(j, Classes::of(&[Class::And, Class::Det])) {
            item = j + 1;
        } else if bound.iter().any(|b| b.figure.num == j) {
            item = s.last;
        } else if doc.unit(j) == Some(Unit::Group) {
            if item <= j {
                let mut f = finding(metric, start.min(item), j + 1, c, "presence.members");
                f.group = Some((item, j + 1));
                // "including a girl" in a language that has no word for "a".
                let first_of = of_them.is_some() && crate::grammar::verbal::here(doc);
                if doc.has(j, Class::Lone)
                    && (doc.has(link, Class::Including) || first_of || crate::grammar::oblique::here(doc))
                {
                    (f.kind, f.first) = (Kind::Count, item);
                }
                out.push(f);
                start = s.last;
            }
        } else if !(doc.is_word(j) && (doc.unknown(j) || doc.has(j, Class::Skip))
            || doc.kind(j) == Mark::Quote
            || crate::grammar::oblique::aged_or_their(doc, j))
        {
            break;
        }
        j += 1;
    }
}

/// "Foreign sailors were among the wounded": whom, before the verb.
fn reversed(
    doc: &Doc<'_>,
    s: Sentence,
    bound: &[Bound],
    (among, c): (usize, usize),
    metric: Metric,
    out: &mut Vec<Finding>,
) -> bool {
    let be = (s.first..among).rev().find(|j| !doc.has(*j, Class::Skip));
    let Some(be) = be.filter(|j| doc.has(*j, Class::Be) && *j > s.first) else { return false };
    // "طلاب جامعة كانوا من بين المصابين"
    let which =
        |j: usize| !doc.lex.profile.capitals && j + 1 == be && doc.unit(j).is_none() && doc.is_word(j);
    let unit = (s.first..be)
        .rev()
        .find(|j| !doc.any(*j, Classes::of(&[Class::Be, Class::Have, Class::Skip])) && !which(*j));
    let Some(unit) = unit.filter(|j| doc.unit(*j) == Some(Unit::Group)) else { return false };
    let mut first = unit;
    while first > s.first && doc.is_word(first - 1) && doc.unknown(first - 1) {
        first -= 1;
    }
    let counted = bound.iter().any(|b| (b.figure.first..=b.noun.last).contains(&unit));
    let one = first > s.first && doc.any(first - 1, Classes::of(&[Class::Det, Class::Indef]));
    if !counted && !one {
        let mut f = finding(metric, first, c + 1, c, "presence.among");
        f.group = Some((unit, unit + 1));
        out.push(f);
    }
    true
}

/// "destroyed entire neighbourhoods", "killing civilians": a plural object without a figure.
fn object(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    // "have repeatedly vandalised nearby homes"
    let adverb = c > s.first + 1 && (doc.is_adverb(c - 1) || doc.has(c - 1, Class::Skip));
    let verbal = adverb && doc.any(c - 2, Classes::of(&[Class::Have, Class::Actor]))
        || c > s.first
            && (doc.is_name(c - 1) && doc.is_word(c - 1)
                || doc.unit(c - 1).is_some()
                || doc.any(
                    c - 1,
                    Classes::of(&[
                        Class::Have,
                        Class::Pronoun,
                        Class::And,
                        Class::Actor,
                        Class::Event,
                        Class::Relative,
                    ]),
                )
                || matches!(doc.kind(c - 1), Mark::Comma | Mark::Close));
    // "those who kill civilians": nobody was.
    let infinite =
        role == Role::Active && !["ing", "ed", "s"].iter().any(|e| doc.words(c, c + 1).ends_with(e));
    // "If rebels kill civilians": nobody was, yet.
    let barred = c > s.first && doc.any(c - 1, Classes::of(&[Class::Relative, Class::To, Class::Not]));
    let whoever = infinite && (barred || (s.first..c).any(|j| doc.has(j, Class::Hedge)));
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let passive = role == Role::Part && (bind::is_passive(doc, s, c) || !verbal)
        || whoever && english
        || bare::infinitive(doc, c);
    if !doc.lex.profile.bare_plurals || passive || matches!(harm, Harm::Excluded | Harm::Launched) {
        return;
    }
    // "killed and maimed civilians"
    let second = c + 2 < s.last
        && doc.has(c + 1, Class::And)
        && matches!(doc.cue(c + 2), Some((_, Role::Active | Role::Part)))
        && verbal;
    let from = if second { c + 2 } else { c };
    let mut j = from + 1;
    while j < s.last && j < from + 4 && doc.is_word(j) && doc.unit(j).is_none() {
        let modifier = doc.unknown(j) || doc.has(j, Class::Skip);
        if !modifier || doc.cue(j).is_some() {
            return;
        }
        j += 1;
    }
    let Some(unit) = (j < s.last).then(|| doc.unit(j)).flatten() else { return };
    let Some(metric) = bind::metric(harm, Some(unit)) else { return };
    let word = doc.words(j, j + 1);
    let mass = ["police", "staff", "personnel", "clergy", "elderly"]
        .iter()
        .any(|w| doc.words(j, j + 1).ends_with(w));
    let group = unit == Unit::Group && (english && mass || told::several(doc, j));
    let plural = word.ends_with('s') || unit == Unit::Person && word != "person" || group;
    // Names follow: the victims are named, not uncounted.
    let named = j + 1 < s.last && doc.is_name(j + 1) && doc.unknown(j + 1);
    // "struck small villages", "hosting foreign troops", "conflict-affected communities"
    let area = harm == Harm::Damaged && unit == Unit::Area && english;
    let troops = harm == Harm::Displaced && doc.has(j, Class::Actor) && english;
    let compound = c > s.first && doc.kind(c - 1) == Mark::Dash && doc.lexemes[c].glued;
    // "damaging trees", "destroyed crops": no harm to people, nor to where they live.
    let thing = unit == Unit::Thing && english;
    let area = area || thing;
    if named || !plural || bound.iter().any(|b| b.noun.unit_at == Some(j)) || area || troops || compound {
        return;
    }
    // "Smoking kills people": always, and nobody in particular.
    let ends = j + 1 >= s.last || !doc.is_word(j + 1);
    let general = (unit == Unit::Person || unit == Unit::Group && ends)
        && c == s.first + 1
        && doc.unknown(s.first)
        && doc.is_word(s.first)
        && ["kill", "kills"].iter().any(|w| doc.is(c, w));
    if general {
        return;
    }
    let mut f = finding(metric, c, j + 1, c, "presence.object");
    // "wounding someone"
    if doc.has(j, Class::Lone) {
        f.kind = Kind::Count;
    }
    if let Some(last) = befell::shot_dead(doc, s, c, j) {
        (f.metric, f.last) = (Metric::Killed, last);
    }
    set_whom(doc, &mut f, c + 1, j, unit);
    out.push(f);
}

/// "took villagers captive".
fn taken(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let from = s.first.max(c.saturating_sub(4));
    let Some(j) = (from..c).rev().find(|j| matches!(doc.unit(*j), Some(Unit::Person | Unit::Group))) else {
        return;
    };
    let act = (s.first.max(j.saturating_sub(4))..j).rev().find(|k| doc.has(*k, Class::Act));
    let first = act.unwrap_or(j);
    if bound.iter().any(|b| b.metric.is_some() && (first..c).contains(&b.figure.num)) || act.is_none() {
        return;
    }
    let mut f = finding(Metric::AbductedOrHostage, first, c + 1, c, "presence.taken");
    set_whom(doc, &mut f, first + 1, j, doc.unit(j).unwrap_or(Unit::Person));
    out.push(f);
}

fn set_whom(doc: &Doc<'_>, f: &mut Finding, from: usize, unit_at: usize, unit: Unit) {
    match unit {
        Unit::Person => {}
        Unit::Group => f.group = Some((unit_at, unit_at + 1)),
        _ => f.unit = Some(unit_at),
    }
    f.party = (from..unit_at).find(|k| doc.is_demonym(*k)).map(|k| (k, k + 1));
}

/// "blocked all aid convoys", "there is no bread", "water has run out": an essential withheld or lacking.
fn withheld(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let direct = doc.has(c, Class::Zero);
    let reach = if direct { 3 } else { 9 };
    let bar = |j: usize| {
        !doc.is_word(j)
            || doc.any(
                j,
                Classes::of(&[Class::Say, Class::Relative, Class::That, Class::According, Class::Since]),
            )
            || doc.cue(j).is_some_and(|(h, _)| !matches!(h, Harm::AccessDenied | Harm::Excluded))
    };
    let goods =
        |j: usize| doc.has(j, Class::Essential) && !(j > s.first && doc.unknown(j - 1) && doc.is_name(j - 1));
    // "impiden que entre la ayuda"
    let from = c + 1 + usize::from(c + 1 < s.last && doc.has(c, Class::Deny) && doc.has(c + 1, Class::That));
    let ahead = (from..s.last.min(c + reach)).take_while(|j| !bar(*j)).find(|j| goods(*j));
    let behind = || {
        (s.first.max(c.saturating_sub(6))..c)
            .rev()
            .take_while(|j| {
                doc.has(*j, Class::Essential)
                    || doc.any(*j, Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::Not]))
            })
            .find(|j| goods(*j))
    };
    let (first, good) = match ahead {
        Some(good) => (c, good),
        // "Воды нет."
        None if direct && !(doc.has(c, Class::Lack) && (c + 1 >= s.last || !doc.is_word(c + 1))) => return,
        None => match behind() {
            Some(good) => {
                let first = list_start(doc, s, good);
                (first, first)
            }
            None => return,
        },
    };
    // "died of lack of medicine": a cause of death, told with the dead.
    let cause = (s.first.max(c.saturating_sub(5))..c).any(|j| matches!(doc.cue(j), Some((Harm::Killed, _))));
    if cause {
        return;
    }
    let last = list_end(doc, s, good).max(c + 1);
    let counted =
        bound.iter().any(|b| b.metric == Some(Metric::AccessDenied) && b.figure.num.abs_diff(c) < 12);
    if counted || doc.any(c, Classes::of(&[Class::Deny])) && c > s.first && doc.has(c - 1, Class::Not) {
        return;
    }
    let mut f = finding(Metric::AccessDenied, first, last, c, "presence.withheld");
    f.unit = Some(good);
    f.goods = Some((good, list_end(doc, s, good)));
    out.push(f);
}

/// Where the list of essentials that holds `j` ends.
fn list_end(doc: &Doc<'_>, s: Sentence, j: usize) -> usize {
    let mut end = j + 1;
    let mut k = end;
    while k < s.last && k < j + 24 {
        if doc.has(k, Class::Essential) {
            end = k + 1;
        } else if !(doc.kind(k) == Mark::Comma
            || doc.any(k, Classes::of(&[Class::And, Class::Or, Class::Det, Class::Of, Class::Skip])))
        {
            break;
        }
        k += 1;
    }
    end
}

/// Where the list of essentials that ends with `j` begins.
fn list_start(doc: &Doc<'_>, s: Sentence, j: usize) -> usize {
    let mut start = j;
    let mut k = j;
    while k > s.first && j - k < 12 {
        k -= 1;
        if doc.has(k, Class::Essential) {
            start = k;
        } else if !(doc.kind(k) == Mark::Comma
            || doc.any(k, Classes::of(&[Class::And, Class::Or, Class::Det])))
        {
            break;
        }
    }
    start
}
