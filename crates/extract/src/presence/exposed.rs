//! Harm told without a figure where the verb comes first and its subject next: whoever is exposed to blows, what goes on
//! in prisons, one among the dead, one of the houses, villages turned to rubble.

use crate::bind::{self, Bound};
use crate::claim::{self, Metric};
use crate::grammar::verbal;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::presence::phrase::one_of;
use crate::presence::told::{counted, several};
use crate::presence::{Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// "not", "may", "lacks": nothing of the kind has happened.
const UNSAID: Classes = Classes::of(&[Class::Not, Class::Zero, Class::Hedge, Class::Lack]);

/// Destroyed to the ground, in one word.
const RUBBLE: [&str; 8] = ["ركام", "أنقاض", "رماد", "خراب", "أطلال", "الركام", "الأرض", "أرض"];

/// All the rules of this module, over one sentence.
pub(crate) fn findings(doc: &Doc<'_>, s: Sentence, bound: &[Bound], out: &mut Vec<Finding>) {
    if !verbal::here(doc) {
        return;
    }
    for c in s.first..s.last {
        exposed(doc, s, bound, c, out);
        let found = going_on(doc, s, bound, c)
            .or_else(|| struck(doc, s, bound, c))
            .or_else(|| dying(doc, s, bound, c))
            .or_else(|| accused(doc, s, bound, c))
            .or_else(|| kept(doc, s, bound, c))
            .or_else(|| committed(doc, s, bound, c))
            .or_else(|| among(doc, s, bound, c))
            .or_else(|| one_built(doc, s, bound, c))
            .or_else(|| rubble(doc, s, bound, c))
            .or_else(|| fate(doc, s, bound, c));
        if let Some(f) = found.filter(|f| !told(out, f)) {
            out.push(f);
        }
    }
    said_more(doc, s, out);
}

/// Whether the same is told already of the words of the finding.
fn told(out: &[Finding], f: &Finding) -> bool {
    out.iter().any(|o| o.metric == f.metric && o.first < f.last && f.first < o.last)
}

fn unsaid(doc: &Doc<'_>, s: Sentence, c: usize) -> bool {
    (s.first..c).rev().take(3).any(|j| doc.any(j, UNSAID))
}

fn glued(doc: &Doc<'_>, j: usize) -> usize {
    j + usize::from(j + 1 < doc.lexemes.len() && doc.has(j, Class::Det))
}

/// Several people whom no figure counts: "سجناء", "المدنيين", "أهالي".
fn people(doc: &Doc<'_>, bound: &[Bound], j: usize) -> bool {
    let held = matches!(
        doc.cue(j),
        Some((Harm::Detained | Harm::Abducted | Harm::Displaced | Harm::Missing | Harm::Injured, Role::Head))
    );
    let whom = matches!(doc.unit(j), Some(Unit::Group | Unit::Person | Unit::Household));
    (held || whom && doc.cue(j).is_none()) && several(doc, j) && !counted(bound, j)
}

/// "تعرض المهاجرين إلى الإعدام والتعذيب", "يتعرض السجناء لمعاملة مهينة": those exposed, and all they are exposed to.
fn exposed(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    if !one_of(doc, c, &doc.lex.profile.told.exposed) || unsaid(doc, s, c) {
        return;
    }
    let bar = Classes::of(&[Class::Say, Class::That, Class::Relative]);
    let near = |from: usize, n: usize| {
        (from..s.last.min(from + n)).take_while(|j| doc.is_word(*j) && !doc.any(*j, bar))
    };
    let Some(whom) = near(c + 1, 4).find(|j| people(doc, bound, *j)) else { return };
    let link = |j: usize| matches!(doc.words(j, j + 1), "إلى" | "ل" | "لل" | "من" | "ب" | "بال");
    let Some(to) = near(whom + 1, 7).find(|j| link(*j)) else { return };
    let goes_on = |j: usize| doc.kind(j) == Kind::Comma && j + 1 < s.last && doc.has(j + 1, Class::And);
    let reach = (to + 1..s.last.min(to + 14)).take_while(|j| {
        doc.is_word(*j) && !doc.any(*j, Classes::of(&[Class::Say, Class::That])) || goes_on(*j)
    });
    for j in reach {
        let suffered = match doc.cue(j) {
            Some((Harm::Tortured, Role::Noun | Role::Free | Role::Head)) => Some(Harm::Tortured),
            Some((Harm::Killed, Role::Noun)) => Some(Harm::Killed),
            Some((Harm::Detained, Role::Noun)) => Some(Harm::Detained),
            Some((Harm::Displaced, Role::Noun)) => Some(Harm::Displaced),
            _ => None,
        };
        let Some(metric) = suffered.and_then(|h| bind::metric(h, None)) else { continue };
        let f = finding(metric, c, j + 1, j, "presence.exposed");
        if !told(out, &f) && !bound.iter().any(|b| b.cue == Some(j) && b.metric.is_some()) {
            out.push(f);
        }
    }
}

/// "تعرضت المنازل لأضرار", "تعرضت مدارس ومستشفيات للقصف": what is built, and what it underwent.
fn struck(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    if !one_of(doc, c, &doc.lex.profile.told.exposed) || unsaid(doc, s, c) {
        return None;
    }
    let house = |j: &usize| {
        let many = several(doc, *j) || doc.has(*j, Class::Plural);
        matches!(doc.unit(*j), Some(Unit::Home | Unit::Building)) && many && !counted(bound, *j)
    };
    let at = (c + 1..s.last.min(c + 4)).take_while(|j| doc.is_word(*j)).find(house)?;
    let reach = (at + 1..s.last.min(at + 7)).take_while(|j| doc.is_word(*j));
    let hurt = |j: &usize| {
        let (harm, _) = doc.cue(*j)?;
        matches!(harm, Harm::Destroyed | Harm::Damaged).then_some(harm)
    };
    let shelled = |j: &usize| doc.has(*j, Class::Event).then_some(Harm::Damaged);
    let (end, harm) = reach.into_iter().find_map(|j| hurt(&j).or_else(|| shelled(&j)).map(|h| (j, h)))?;
    let metric = bind::metric(harm, doc.unit(at)).filter(|_| !bound.iter().any(|b| b.cue == Some(end)))?;
    let mut f = finding(metric, c, end + 1, end, "presence.struck");
    f.unit = Some(at);
    Some(f)
}

/// "عمليات الضرب تتم بشكل ممنهج", "عمليات الاعتقال مستمرة": deeds that go on.
fn going_on(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let told = &doc.lex.profile.told;
    let (harm, role) = doc.cue(c)?;
    let deed = matches!(role, Role::Noun | Role::Head)
        && matches!(harm, Harm::Tortured | Harm::Killed | Harm::Detained | Harm::Displaced | Harm::Abducted);
    let word = doc.words(c, c + 1);
    let plural = ["عمليات", "حالات", "حملات", "أعمال", "جرائم"].iter().any(|w| word.starts_with(w));
    let led = c > s.first && {
        let k = c - 1 - usize::from(doc.has(c - 1, Class::Det) && c > s.first + 1);
        doc.any(k, Classes::of(&[Class::Case, Class::Event])) && doc.is_word(k)
    };
    if !deed || !(plural || led) || unsaid(doc, s, c) || bound.iter().any(|b| b.cue == Some(c)) {
        return None;
    }
    let stop = |j: &usize| !doc.is_word(*j) || doc.any(*j, Classes::of(&[Class::Say, Class::That]));
    let reach = (c + 1..s.last.min(c + 5)).take_while(|j| !stop(j));
    let verb = reach.into_iter().find(|j| one_of(doc, *j, &told.rife))?;
    let first = if led { c - 1 - usize::from(doc.has(c - 1, Class::Det)) } else { c };
    Some(finding(bind::metric(harm, None)?, first, verb + 1, c, "presence.going_on"))
}

/// "اتهم ناجون الحراس بضرب السجناء", "بقتل مدنيين": the deed that somebody is accused of, and whom it befell.
fn accused(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    let led = c > s.first && matches!(doc.words(c - 1, c), "ب" | "بال");
    let deed = role == Role::Noun && harm.of_persons() && led;
    if !deed || unsaid(doc, s, c) || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return None;
    }
    let charge = (s.first..c).rev().take(12).take_while(|j| doc.is_word(*j));
    let charge = charge.into_iter().any(|j| {
        let word = doc.words(j, j + 1);
        ["اتهم", "تتهم", "يتهم", "متهم", "اتهام"].iter().any(|w| word.starts_with(w))
    });
    let whom = glued(doc, c + 1);
    let whom = (whom < s.last && charge).then_some(whom).filter(|j| people(doc, bound, *j))?;
    let mut f = finding(bind::metric(harm, None)?, c, whom + 1, c, "presence.accused");
    f.group = Some((whom, whom + 1));
    Some(f)
}

/// "حرم السجناء من الطعام", "تمنع نقاط التفتيش وصول سيارات الإسعاف": who is kept from what, or what from whom.
fn kept(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    if !doc.has(c, Class::Deny) || unsaid(doc, s, c) {
        return None;
    }
    let bar = Classes::of(&[Class::Say, Class::That, Class::Relative]);
    let near = |from: usize, n: usize| {
        (from..s.last.min(from + n)).take_while(|j| doc.is_word(*j) && !doc.any(*j, bar))
    };
    let good = |j: &usize| doc.has(*j, Class::Essential);
    let whom = near(c + 1, 4).find(|j| people(doc, bound, *j));
    let from = whom.filter(|w| w + 1 < s.last && doc.words(w + 1, w + 2) == "من");
    let end = from.and_then(|w| near(w + 2, 4).find(good)).or_else(|| {
        let list = &doc.lex.profile.told.serves;
        let entry = near(c + 1, 6).find(|j| one_of(doc, *j, list))?;
        let aid = |j: &usize| {
            good(j) || people(doc, bound, *j) || doc.unit(*j) == Some(Unit::Thing) || doc.has(*j, Class::Org)
        };
        near(entry + 1, 4).find(aid)
    })?;
    let figure = bound.iter().any(|b| b.metric.is_some() && (c..end + 2).contains(&b.figure.num));
    let metric = bind::metric(Harm::AccessDenied, None).filter(|_| !figure)?;
    Some(finding(metric, c, end + 1, c, "presence.kept"))
}

/// "فقد الأهالي منازلهم": they lost their homes, and are not lost; "احتجز المسلحون الركاب كرهائن": taken, not detained.
fn said_more(doc: &Doc<'_>, s: Sentence, out: &mut Vec<Finding>) {
    let home = |f: &Finding| {
        let reach = f.last..s.last.min(f.last + 4);
        doc.words(f.cue, f.cue + 1).starts_with("فقد")
            && reach.into_iter().any(|j| matches!(doc.cue(j), Some((Harm::Displaced, Role::Subject))))
    };
    out.retain(|f| !(f.metric == Metric::Missing && f.kind == claim::Kind::Presence && home(f)));
    for f in out.iter_mut().filter(|f| f.metric == Metric::Detained && f.kind == claim::Kind::Presence) {
        let reach = f.last..s.last.min(f.last + 5);
        let hostage = reach.take_while(|j| doc.is_word(*j)).find(|j| doc.words(*j, j + 1).ends_with("رهائن"));
        if let Some(end) = hostage {
            (f.metric, f.last) = (Metric::AbductedOrHostage, end + 1);
        }
    }
}

/// "موت سجناء آخرين", "وفاة معتقلين تحت التعذيب", "يموت الأطفال جوعا": dying, and who.
fn dying(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c).filter(|(h, _)| *h == Harm::Killed)?;
    if unsaid(doc, s, c) || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return None;
    }
    let at = glued(doc, c + 1);
    let whom = (at < s.last).then_some(at).filter(|j| people(doc, bound, *j))?;
    let known = whom > c + 1 || doc.words(whom, whom + 1).starts_with("ال");
    let end = whom + 1;
    let of_what =
        end < s.last && matches!(doc.words(end, end + 1), "جوعا" | "جوعاً" | "بردا" | "برداً" | "عطشا");
    let noun = role == Role::Noun && !known;
    let verb = role == Role::Free && of_what;
    let last = end + usize::from(of_what || end < s.last && doc.has(end, Class::Other));
    let mut f = finding(bind::metric(harm, None)?, c, last, c, "presence.dying");
    f.group = Some((whom, end));
    (noun || verb).then_some(f)
}

/// "المجازر التي يرتكبها العدو بحق المدنيين": carnage, and whose it is.
fn committed(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let word = doc.words(c, c + 1);
    let plain = word.strip_prefix("ال").unwrap_or(word);
    let carnage = doc.lex.profile.told.carnage.iter().any(|w| w == plain || w == word);
    let which = c + 1;
    if !carnage || which + 1 >= s.last || !doc.has(which, Class::Relative) || unsaid(doc, s, c) {
        return None;
    }
    let verb = which + 1;
    let deed = doc.any(verb, Classes::of(&[Class::By, Class::Act]));
    let counts = bound.iter().any(|b| b.metric.is_some() && b.figure.first > c && b.figure.first < c + 12);
    let whom =
        (verb + 1..s.last.min(verb + 9)).take_while(|j| doc.is_word(*j)).find(|j| people(doc, bound, *j));
    let last = whom.map_or(verb + 1, |w| w + 1);
    let metric = bind::metric(Harm::Killed, None).filter(|_| deed && !counts)?;
    Some(finding(metric, c, last, c, "presence.carnage"))
}

/// "وكانت طفلة في السابعة بين القتلى": one of those who fell.
fn among(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, _) = doc.cue(c).filter(|(_, r)| *r == Role::Head)?;
    let back = c.checked_sub(1).filter(|j| *j > s.first)?;
    let j = back - usize::from(doc.has(back, Class::Det));
    if !doc.has(j, Class::Among) || !harm.of_persons() {
        return None;
    }
    let stop = |k: &usize| !doc.is_word(*k) && doc.kind(*k) != Kind::Number;
    let be = (s.first..j).rev().take(12).take_while(|k| !stop(k)).find(|k| doc.has(*k, Class::Be))?;
    let one = be + 1;
    let free = doc.has(one, Class::Lone) && doc.cue(one).is_none() && one < j && !counted(bound, one);
    let metric = bind::metric(harm, None).filter(|_| free)?;
    let mut f = finding(metric, one, c + 1, c, "lone.among");
    (f.kind, f.group) = (claim::Kind::Count, Some((one, one + 1)));
    Some(f)
}

/// "تهدم أحد الأبنية", "دمرت إحدى المدارس": one of what is built.
fn one_built(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let (harm, role) = doc.cue(c)?;
    let built = matches!(harm, Harm::Destroyed | Harm::Damaged) && matches!(role, Role::Free | Role::Noun);
    if !built || unsaid(doc, s, c) || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return None;
    }
    let one = |j: &usize| doc.has(*j, Class::OneOf);
    let behind = (c + 1..s.last.min(c + 4)).take_while(|j| doc.is_word(*j)).find(one);
    let at = behind.or_else(|| (s.first..c).rev().take(4).take_while(|j| doc.is_word(*j)).find(one))?;
    let thing = glued(doc, at + 1);
    let unit = (thing < s.last).then(|| doc.unit(thing)).flatten()?;
    let metric = bind::metric(harm, Some(unit)).filter(|_| matches!(unit, Unit::Building | Unit::Home))?;
    let mut f = finding(metric, c.min(at), (thing + 1).max(c + 1), c, "lone.built");
    (f.kind, f.unit) = (claim::Kind::Count, Some(thing));
    Some(f)
}

/// "سويت قرى بأكملها بالأرض", "تحولت أحياء كاملة إلى ركام": places of which nothing is left.
fn rubble(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    let word = doc.words(c, c + 1);
    let word = word.strip_suffix("وا").unwrap_or(word);
    let turned = ["تحول", "تحولت", "حول", "حولت", "سوي", "سويت", "سوى", "سوت"].contains(&word);
    if !turned || unsaid(doc, s, c) {
        return None;
    }
    let place = |j: &usize| {
        let built = matches!(doc.unit(*j), Some(Unit::Home | Unit::Building | Unit::Area));
        (built || doc.has(*j, Class::PlaceNoun)) && !counted(bound, *j)
    };
    let reach = (c + 1..s.last.min(c + 9)).take_while(|j| doc.is_word(*j));
    let at = reach.clone().find(place)?;
    let end = reach.into_iter().find(|j| *j > at && RUBBLE.contains(&doc.words(*j, *j + 1)))?;
    let unit = doc.unit(at).unwrap_or(Unit::Area);
    let mut f = finding(bind::metric(Harm::Destroyed, Some(unit))?, c, end + 1, c, "presence.rubble");
    f.unit = Some(at);
    Some(f)
}

/// "لا يزال مصير المختطفين مجهولا": nobody knows where they are.
fn fate(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize) -> Option<Finding> {
    if doc.words(c, c + 1) != "مصير" {
        return None;
    }
    let told = &doc.lex.profile.told;
    let whom = glued(doc, c + 1);
    let whom = (whom < s.last).then_some(whom).filter(|j| people(doc, bound, *j))?;
    let reach = (whom + 1..s.last.min(whom + 8)).take_while(|j| doc.is_word(*j));
    let end = reach.into_iter().find(|j| one_of(doc, *j, &told.unknown))?;
    Some(finding(bind::metric(Harm::Missing, None)?, c, end + 1, c, "presence.fate"))
}
