//! Which cue a figure belongs to: candidates on both sides, costed by distance, clause and the cue's role.

pub(crate) mod aside;
pub(crate) mod bystander;
pub(crate) mod captive;
pub(crate) mod condition;
pub(crate) mod cost;
pub(crate) mod form;
pub(crate) mod harmless;
pub(crate) mod list;
pub(crate) mod metric;
pub(crate) mod neighbours;
pub(crate) mod noun;
pub(crate) mod own;
pub(crate) mod unsaid;
pub(crate) mod verbs;

use crate::bind::cost::{cost, shot_down};
pub(crate) use crate::bind::metric::metric;
use crate::bind::noun::Noun;
use crate::claim::Metric;
use crate::grammar::prefixed;
use crate::grammar::romance;
use crate::grammar::verbal;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::Figure;
use crate::numbers::share;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;

/// A figure with what it counts and the cue that says what happened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
    pub figure: Figure,
    pub noun: Noun,
    pub cue: Option<usize>,
    pub metric: Option<Metric>,
    pub cost: u32,
    /// Index of the bound figure that this one is a part of.
    pub part_of: Option<usize>,
    /// The name of the rule that bound it.
    pub rule: &'static str,
    /// Bound, but to something that is no harm: rescued, delivered.
    pub excluded: bool,
}

/// Binds every figure of a sentence.
pub(crate) fn bind(doc: &Doc<'_>, s: Sentence, figures: &[Figure], periods: &[Period]) -> Vec<Bound> {
    let mut bound: Vec<Bound> = figures
        .iter()
        .map(|f| Bound {
            figure: *f,
            noun: noun::noun(doc, s, f),
            cue: None,
            metric: None,
            cost: 0,
            part_of: None,
            rule: "",
            excluded: false,
        })
        .collect();
    for b in &mut bound {
        share::qualified_behind(doc, s, b);
        share::labelled(doc, s, b);
        neighbours::of_group(doc, s, b);
    }
    for i in 1..bound.len() {
        let (head, tail) = bound.split_at_mut(i);
        share::inherit_unit(doc, s, &head[i - 1], &mut tail[0]);
    }
    for i in 1..bound.len() {
        let (head, tail) = bound.split_at_mut(i);
        share::share_unit(doc, &mut head[i - 1], &mut tail[0]);
    }
    share::restated(doc, &mut bound);
    for b in &mut bound {
        // "nearly two million were affected"
        let next = b.noun.last.max(b.figure.last);
        let restated = next > b.figure.last && doc.kind(next - 1) == Kind::Close;
        let bare = b.noun.unit.is_none() && !b.noun.strange && next + 1 < s.last;
        let bare = bare && (next == b.figure.last || restated);
        let were = bare && ["were", "are", "was"].iter().any(|w| doc.is(next, w));
        if were
            && matches!(doc.cue(next + 1), Some((Harm::Affected, _)))
            && b.figure.form == crate::numbers::Form::Plain
        {
            b.noun.unit = Some(Unit::Person);
        }
        // "affected 6,000 others": of nothing counted before.
        let others = b.noun.unit.is_none() && b.figure.last < s.last && doc.is(b.figure.last, "others");
        if others && doc.unit(b.figure.last).is_some() {
            (b.noun.unit, b.noun.unit_at) = (Some(Unit::Person), Some(b.figure.last));
            b.noun.last = b.noun.last.max(b.figure.last + 1);
        }
    }
    let cues: Vec<usize> =
        (s.first..s.last).filter(|i| doc.cue(*i).is_some() && !verbal::article_noun(doc, *i)).collect();
    for i in 0..bound.len() {
        // "neither the 12 aboard nor the two on shore"
        let before = (s.first..bound[i].figure.first).rev().find(|j| !doc.has(*j, Class::Det));
        bound[i].excluded |= before.is_some_and(|j| doc.has(j, Class::Not)) && doc.lex.profile.bare_plurals;
        bound[i].excluded |= own::apposed(doc, s, &bound, i)
            || own::agent(doc, s, &bound[i])
            || bystander::dated(doc, &bound[i])
            || bystander::predicate(doc, s, &bound[i])
            || bystander::in_one(doc, s, &bound[i])
            || bystander::one_of_them(doc, s, &bound, i)
            || bystander::modifier(doc, s, &bound[i])
            || bystander::out_of(doc, s, &bound, i)
            || verbal::where_it_was(doc, s, &bound[i])
            || verbal::set_free(doc, s, &bound[i])
            || verbal::sentenced(doc, s, &bound[i])
            || verbal::mourners(doc, s, &bound[i])
            || verbal::captors(doc, s, &bound[i])
            || own::carried(doc, s, &bound[i])
            || neighbours::counts_nothing(doc, s, &bound[i])
            || romance::counts_nothing(doc, s, &bound[i]);
        if bound[i].excluded {
            continue;
        }
        let best = cues
            .iter()
            .filter_map(|c| Some((cost(doc, s, &bound, i, *c, periods)?, *c)))
            .min_by_key(|(cost, c)| (*cost, c.abs_diff(bound[i].figure.num)));
        let best = best.or_else(|| neighbours::across_aside(doc, s, &bound[i]).map(|c| (9, c)));
        let Some((mut cost_found, mut cue)) = best else { continue };
        // "seven of the freed told of beatings": what they were is no more than who they are.
        let descriptor = matches!(doc.cue(cue), Some((Harm::Excluded, _)))
            && (cue == bound[i].noun.last || bound[i].noun.cue == Some(cue) || cue < bound[i].noun.last);
        if descriptor {
            // "passengers aboard a bus were kidnapped"
            let befell = |c: usize| {
                (cue + 1..c).all(|j| doc.is_word(j) && !doc.any(j, Classes::of(&[Class::And, Class::Say])))
                    && matches!(
                        doc.cue(c),
                        Some((Harm::Killed | Harm::Injured | Harm::Detained | Harm::Abducted, Role::Part))
                    )
                    && is_passive(doc, s, c)
                    // "all 12 aboard died"
                    || (cue + 1..c).all(|j| doc.any(j, Classes::of(&[Class::Have, Class::Skip])))
                        && matches!(doc.cue(c), Some((Harm::Killed, Role::Subject)))
            };
            let told = cues
                .iter()
                .filter(|c| **c > cue && (matches!(doc.cue(**c), Some((Harm::Tortured, _))) || befell(**c)));
            let told = told.filter_map(|c| Some((cost(doc, s, &bound, i, *c, periods)?, *c))).min();
            if let Some((c, tortured)) = told.filter(|t| t.0 <= 14) {
                (cost_found, cue) = (c, tortured);
            }
        }
        // "treated 260 people with gunshot wounds", "lost … their lives": the harm is named behind.
        let weaker =
            matches!(doc.cue(cue), Some((Harm::Excluded | Harm::Missing, _))) && cue < bound[i].figure.first;
        if weaker {
            let stronger = matches!(doc.cue(cue), Some((Harm::Missing, _)));
            let harmed = |c: &&usize| {
                **c >= bound[i].noun.last
                    && matches!(doc.cue(**c), Some((Harm::Injured, Role::Subject | Role::Noun))
                        if !stronger)
                    || stronger
                        && **c >= bound[i].noun.last
                        && matches!(doc.cue(**c), Some((Harm::Killed | Harm::Displaced, Role::Subject)))
            };
            let found =
                cues.iter().filter(harmed).filter_map(|c| Some((cost(doc, s, &bound, i, *c, periods)?, *c)));
            if let Some((c, harm)) = found.min().filter(|f| f.0 <= 5) {
                (cost_found, cue) = (c, harm);
            }
        }
        // "freed 14 hostages": what was done to captives outweighs what they are.
        let captive = bound[i].noun.cue == Some(cue)
            && (matches!(
                doc.cue(cue),
                Some((Harm::Abducted | Harm::Detained | Harm::Missing | Harm::Injured, Role::Head))
            ) || doc.lex.profile.adjective_after
                && matches!(doc.cue(cue), Some((Harm::Abducted | Harm::Detained, Role::Part)))
                // "two of the wounded rebels died"
                || doc.lex.profile.bare_plurals
                    && matches!(doc.cue(cue), Some((Harm::Injured, Role::Part)))
                    && cue < bound[i].noun.last);
        if captive {
            // "five of the wounded died"
            let hurt = matches!(doc.cue(cue), Some((Harm::Injured, _)));
            let done = |h| match h {
                Harm::Killed => true,
                Harm::Excluded | Harm::Injured | Harm::Tortured => !hurt,
                _ => false,
            };
            let excluding =
                |c: &&usize| **c != cue && doc.cue(**c).is_some_and(|(h, r)| done(h) && r != Role::Head);
            let freed = cues
                .iter()
                .filter(excluding)
                .filter_map(|c| Some((cost(doc, s, &bound, i, *c, periods)?, *c)));
            if let Some((c, freed)) =
                freed.min().filter(|f| f.0 <= 3 - u32::from(hurt) || f.1 > cue && f.0 <= 7)
            {
                (cost_found, cue) = (c, freed);
            }
        }
        // "five refugees were injured": what befell them outweighs what they were.
        let fled =
            bound[i].noun.cue == Some(cue) && matches!(doc.cue(cue), Some((Harm::Displaced, Role::Head)));
        if fled && let Some(c) = captive::befell_the_displaced(doc, s, &bound[i], &cues) {
            (cost_found, cue) = (1, c);
        } else if fled && doc.lex.profile.bare_plurals {
            let aux = Classes::of(&[Class::Be, Class::Have, Class::Skip, Class::To]);
            let from = bound[i].noun.last;
            // "four refugees, including a woman, were killed"
            let included = from + usize::from(from < s.last && doc.kind(from) == Kind::Comma);
            let aside = included < s.last && doc.has(included, Class::Including);
            let passed = |j: usize| {
                doc.any(j, aux)
                    || doc.is_adverb(j)
                    || aside && (doc.is_word(j) || doc.kind(j) == Kind::Comma) && doc.cue(j).is_none()
            };
            let harmed = |c: &&usize| {
                **c >= from
                    && doc.cue(**c).is_some_and(|(h, r)| {
                        (h.of_persons() && r == Role::Part && is_passive(doc, s, **c))
                            || h == Harm::Killed && r == Role::Subject
                    })
                    && **c < from + 12
                    && (from..**c).all(passed)
            };
            if let Some(c) = cues.iter().find(harmed) {
                (cost_found, cue) = (1, *c);
            }
        }
        let hurt = own::taken_in(doc, &bound[i], cue).or_else(|| neighbours::beset(doc, s, &bound[i]));
        if let Some(c) = hurt.or_else(|| crate::grammar::dropped::taken_in(doc, &bound[i], cue)) {
            (cost_found, cue) = (1, c);
        }
        // "потери составили 213 убитых": what they are says more than that they were lost.
        let dead = |c: &usize| matches!(doc.cue(*c), Some((Harm::Killed | Harm::Injured, Role::Head)));
        if let Some(c) = bound[i]
            .noun
            .cue
            .filter(dead)
            .filter(|_| doc.lex.profile.head_first && matches!(doc.cue(cue), Some((Harm::Casualties, _))))
        {
            (cost_found, cue) = (1, c);
        }
        // "evacuated 41 wounded": what they are outweighs where they were taken.
        let hurt = bound[i].noun.cue.filter(|c| {
            matches!(doc.cue(*c), Some((Harm::Injured | Harm::Killed | Harm::Casualties, Role::Head)))
        });
        if let Some(c) = hurt.filter(|_| {
            // "retrieved the dead, whose number is put at 13 killed": the figure's own noun says it.
            let found = matches!(doc.cue(cue), Some((Harm::Recovered, _))) && cue + 1 < bound[i].figure.first;
            found && !doc.caps
                || doc.is(cue, "سقوط")
                || doc.is(cue, "טופלו")
                || matches!(doc.cue(cue), Some((Harm::Displaced, _)))
        }) {
            (cost_found, cue) = (1, c);
        }
        // "is holding 30 hostages"
        if let Some(c) = bound[i].noun.cue.filter(|c| {
            matches!(doc.cue(*c), Some((Harm::Abducted, Role::Head)))
                && matches!(doc.cue(cue), Some((Harm::Detained, _)))
        }) {
            (cost_found, cue) = (1, c);
        }
        let more = verbal::says_more(doc, s, &bound[i], cue);
        if let Some(c) = more.or_else(|| prefixed::says_more(doc, s, &bound, i, cue)) {
            (cost_found, cue) = (1, c);
        }
        take(doc, &mut bound[i], cue, cost_found, "cue");
        // "two drivers were shot, one fatally"
        let fatal = bound[i].figure.last;
        let hurt = bound[i].metric == Some(Metric::Injured) && doc.lex.profile.bare_plurals;
        if hurt && fatal < s.last && doc.is(fatal, "fatally") && fatal != cue {
            bound[i].metric = Some(Metric::Killed);
        }
        if let Some(c) = finished(doc, s, &bound[i], cue) {
            (bound[i].metric, bound[i].cue) = (Some(Metric::Killed), Some(c));
        }
        // "a boy trapped in a well has been found dead"
        let ended = found_dead(doc, s, &bound, i, cue);
        if let Some(c) = ended {
            (bound[i].metric, bound[i].cue) = (Some(Metric::Killed), Some(c));
        }
        if let Some(c) = razed(doc, s, &bound[i], cue) {
            (bound[i].metric, bound[i].cue) = (metric(Harm::Destroyed, bound[i].noun.unit), Some(c));
        }
        // "soldiers held by rebels": who is held by those outside the law is a captive.
        if bound[i].metric == Some(Metric::Detained)
            && (held_outside_law(doc, s, cue) || captive::as_hostages(doc, s, &bound[i], cue))
        {
            bound[i].metric = Some(Metric::AbductedOrHostage);
        }
        if bound[i].metric == Some(Metric::AbductedOrHostage) && captive::held_by_law(doc, s, &bound, i, cue)
        {
            bound[i].metric = Some(Metric::Detained);
        }
        // "11 million people in need of assistance": they are not cut off.
        if bound[i].metric == Some(Metric::AccessDenied) && own::in_need(doc, cue) {
            bound[i].metric = Some(Metric::OtherCount);
        }
        // "the siege of 5,000 trapped civilians": cut off, not missing.
        if let Some(metric) = neighbours::trapped(doc, s, cue)
            .filter(|_| matches!(bound[i].metric, Some(Metric::Missing | Metric::AccessDenied)))
        {
            bound[i].metric = Some(metric);
        }
    }
    for b in &mut bound {
        crate::bind::condition::alive(doc, s, b);
        own::own_metric(doc, s, b);
        unsaid::read(doc, s, b);
        neighbours::attacked(doc, s, b);
        neighbours::buried(doc, s, b);
    }
    list::parts_of_saved(doc, &mut bound);
    list::parts(doc, &mut bound);
    list::descriptors(doc, &mut bound);
    own::households(doc, &cues, s, &mut bound);
    own::prisoners(doc, &mut bound);
    crate::grammar::dropped::of_those(doc, s, &mut bound);
    list::coordinate(doc, s, &mut bound);
    crate::grammar::dropped::goes_on(doc, s, &mut bound);
    crate::agent::gapped::gapped(doc, s, &mut bound);
    crate::agent::gapped::rival(doc, s, &mut bound);
    list::listed_parts(doc, &mut bound);
    list::one_among(doc, &mut bound);
    crate::grammar::oblique::behind_colon(doc, &mut bound);
    list::of_the_whole(doc, s, &mut bound);
    prefixed::out_of(doc, &mut bound);
    list::along_with(doc, s, &mut bound);
    list::second_predicates(doc, s, &cues, &mut bound);
    crate::grammar::dropped::object_again(doc, s, &cues, &mut bound);
    list::none_of_both(doc, s, &mut bound);
    unsaid::neither(doc, s, &mut bound);
    crate::numbers::none::of_each(doc, s, &mut bound);
    crate::grammar::oblique::both_verbs(doc, s, &mut bound);
    crate::grammar::oblique::got_away(doc, s, &mut bound);
    crate::grammar::oblique::bodies_and_predicates(doc, s, &mut bound);
    list::who_died(doc, s, &mut bound);
    neighbours::with_kin(doc, s, &mut bound);
    bound.iter_mut().for_each(|b| neighbours::kin_lost(doc, s, b));
    verbs::chain(doc, s, &mut bound);
    verbs::them(doc, s, &mut bound);
    verbs::who_were(doc, s, &mut bound);
    crate::bind::harmless::figures(doc, s, &mut bound);
    bound
}

fn take(doc: &Doc<'_>, b: &mut Bound, cue: usize, cost: u32, rule: &'static str) {
    let Some((harm, _)) = doc.cue(cue) else { return };
    b.cue = Some(cue);
    b.cost = cost;
    b.rule = rule;
    let body = b.noun.unit == Some(Unit::Body);
    b.excluded = harm == Harm::Excluded && !body || b.noun.unit == Some(Unit::Animal) || shot_down(harm, b);
    b.metric = if b.excluded { None } else { own::bodies(doc, b, harm).or(metric(harm, b.noun.unit)) };
    // "the storm hit five districts": no count of buildings.
    if harm == Harm::Damaged && b.noun.unit == Some(Unit::Area) && doc.lex.profile.bare_plurals {
        (b.excluded, b.metric) = (true, None);
    }
    // "seized 52 people", not "seized 52 rifles"
    let captives = b.noun.cue.is_some_and(|c| matches!(doc.cue(c), Some((Harm::Abducted, Role::Head))));
    let people =
        captives || matches!(b.noun.unit, Some(Unit::Person | Unit::Group)) && b.noun.unit_at.is_some();
    if romance::driven(doc, cue) {
        (b.excluded, b.metric) = (true, None);
    } else if doc.has(cue, Class::Taken) && people {
        (b.excluded, b.metric) = (false, Some(Metric::AbductedOrHostage));
    }
}

/// "was stabbed, shot and killed": the last of several deeds.
fn finished(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> Option<usize> {
    let hurt = b.metric == Some(Metric::Injured) && matches!(doc.cue(c), Some((_, Role::Part)));
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !hurt || !english || c < b.noun.last || !is_passive(doc, s, c) {
        return None;
    }
    let killed = |j: &usize| matches!(doc.cue(*j), Some((Harm::Killed, Role::Part)));
    let link = |j: usize| {
        doc.kind(j) == Kind::Comma
            || doc.any(j, Classes::of(&[Class::And, Class::Skip, Class::Act]))
            || doc.is_adverb(j)
            || matches!(doc.cue(j), Some((Harm::Injured | Harm::Tortured, Role::Part)))
    };
    let at = (c + 1..s.last.min(c + 6)).find(|j| killed(j) || !link(*j)).filter(killed)?;
    let last = doc.has(at - 1, Class::And) || doc.words(at, at + 1).contains(" and ");
    (last && (at + 1 >= s.last || !doc.is_word(at + 1) || !doc.has(at + 1, Class::Num))).then_some(at)
}

/// The main verb behind a participle that says where somebody was.
fn found_dead(doc: &Doc<'_>, s: Sentence, bound: &[Bound], i: usize, c: usize) -> Option<usize> {
    let b = &bound[i];
    let trapped =
        b.metric == Some(Metric::Missing) && matches!(doc.cue(c), Some((Harm::Missing, Role::Part)));
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if !english || !trapped || c != b.noun.last || is_passive(doc, s, c) {
        return None;
    }
    let dead = |j: &usize| matches!(doc.cue(*j), Some((Harm::Killed, Role::Part | Role::Subject)));
    let at = (c + 1..s.last.min(c + 16)).find(dead)?;
    let aux = doc.any(at - 1, Classes::of(&[Class::Be, Class::Have]))
        || matches!(doc.cue(at), Some((_, Role::Subject)));
    let other = |j: usize| doc.has(j, Class::And) || matches!(doc.kind(j), Kind::Stop | Kind::Semicolon);
    let counted = bound
        .iter()
        .any(|o| o.figure.num > c && o.figure.num < at && o.figure.form != crate::numbers::Form::Single);
    (aux && !counted && !(c..at).any(other)).then_some(at)
}

/// "were looted, set on fire and destroyed": the last of several deeds.
fn razed(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> Option<usize> {
    let deeds =
        ["looted", "ransacked", "vandalised", "vandalized", "broken into", "hit", "shelled", "struck"];
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    let built = matches!(b.noun.unit, Some(Unit::Home | Unit::Building));
    if !english || !built || c < b.noun.last || !deeds.iter().any(|w| doc.is(c, w)) || !is_passive(doc, s, c)
    {
        return None;
    }
    let gone = |j: &usize| matches!(doc.cue(*j), Some((Harm::Destroyed, Role::Part)));
    let link = |j: &usize| {
        doc.kind(*j) == Kind::Comma
            || doc.any(*j, Classes::of(&[Class::And, Class::Skip, Class::Act]))
            || matches!(doc.cue(*j), Some((Harm::Destroyed | Harm::Damaged, Role::Part)))
    };
    (c + 1..s.last.min(c + 8)).take_while(link).filter(gone).last()
}

fn held_outside_law(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    let by = c + 1 < s.last
        && doc.words(c, c + 1).to_ascii_lowercase().ends_with("held")
        && doc.has(c + 1, Class::By);
    let outside = ["rebels", "guerrillas", "militants", "gunmen", "insurgents", "kidnappers", "pirates"];
    by && (c + 2..s.last.min(c + 4)).any(|j| outside.iter().any(|w| doc.is(j, w)))
}

/// Whether the participle at `c` stands in the passive.
pub(crate) fn is_passive(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    for j in (s.first..c).rev().take(6) {
        if doc.has(j, Class::Be) {
            return true;
        }
        // "was ambushed and shot": two participles of one auxiliary.
        let joined = j + 1 < c && doc.has(j + 1, Class::And) && doc.lex.profile.bare_plurals;
        if joined && (doc.has(j, Class::Act) || doc.any(j, Classes::of(&[Class::Deny])) || doc.is_past(j)) {
            continue;
        }
        if !doc.any(j, Classes::of(&[Class::Skip, Class::Not, Class::Have, Class::And, Class::Hedge]))
            && doc.cue(j).is_none()
            && !doc.is_adverb(j)
        {
            return false;
        }
    }
    false
}

/// Whether the participle at `c` is a verb with its object behind it.
pub(crate) fn is_active(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> bool {
    if is_passive(doc, s, c) {
        return false;
    }
    // "two officers who shot NAME": a verb of their own, with whatever object.
    let pass = Classes::of(&[Class::Have, Class::Skip, Class::Not]);
    let who =
        (s.first..c).rev().find(|j| !doc.any(*j, pass) && !doc.is_adverb(*j) && doc.kind(*j) != Kind::Quote);
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if english && who.is_some_and(|j| ["who", "which"].iter().any(|w| doc.is(j, w))) {
        return true;
    }
    // "killed “up to 60”"
    let mut next = c + 1 + usize::from(c + 1 < s.last && doc.kind(c + 1) == Kind::Quote);
    // "captured and blindfolded 10": two verbs with one object.
    if next + 1 < s.last
        && doc.has(next, Class::And)
        && (doc.is_past(next + 1) || matches!(doc.cue(next + 1), Some((_, Role::Part | Role::Active))))
    {
        next += 2;
    }
    let near = bound.partition_point(|b| b.figure.num < next);
    let object = bound.get(near).is_some_and(|b| b.figure.first == next || b.figure.num == next);
    let determined = next < s.last
        && (doc.any(next, Classes::of(&[Class::Det, Class::Pronoun, Class::Indef]))
            || doc.unit(next).is_some()
            || doc.is_name(next) && doc.unknown(next));
    object || determined
}

/// "working for a contractor was killed": what follows a preposition is no subject.
pub(crate) fn follows_preposition(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let prepositions =
        Classes::of(&[Class::In, Class::Of, Class::By, Class::From, Class::During, Class::On, Class::To]);
    b.figure.first > s.first
        && (doc.any(b.figure.first - 1, prepositions)
            || matches!(doc.cue(b.figure.first - 1), Some((Harm::Excluded, Role::Noun)))
            || doc.has(b.figure.first - 1, Class::Preposition) && doc.lex.profile.bare_plurals)
}

/// "in 173 collective sites": right behind a preposition of place.
pub(crate) fn placed_in(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let at = b.figure.first;
    if at == s.first || doc.lexemes[at].glued {
        return false;
    }
    // "hosted in the four governorates"
    let english = doc.lex.profile.bare_plurals && !doc.lex.profile.adjective_after;
    if english && at > s.first + 1 && doc.has(at - 1, Class::Det) && doc.has(at - 2, Class::In) {
        return true;
    }
    // "in a mosque and two schools"
    let listed = doc.has(at - 1, Class::And)
        && (s.first.max(at.saturating_sub(4))..at - 1)
            .rev()
            .take_while(|j| doc.is_word(*j) && doc.cue(*j).is_none())
            .any(|j| doc.has(j, Class::In));
    doc.has(at - 1, Class::In) || listed
}
