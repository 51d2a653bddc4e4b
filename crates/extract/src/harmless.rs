//! Words of harm that harm nobody: goals and defeats, processes that are killed, attacks on a currency, films about a siege.
//! What a figure counts and what the text is about decide; the words are data (`[language.harmless]`).

use serde::Deserialize;

use crate::bind::Bound;
use crate::claim::Metric;
use crate::doc::{Doc, Sentence};
use crate::lexicon::{Class, Classes, Harm};
use crate::lexicon::{Role, Unit};
use crate::numbers::Form;
use crate::presence::Finding;

/// Words that tell of no harm to people. A `*` at the end stands for any ending.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Words {
    /// "seats", "servers", "goals": nobody is killed, hurt, held or displaced by their number.
    pub thing: Vec<String>,
    /// "account", "website": what is blocked, missing or kept there cuts nobody off.
    pub screen: Vec<String>,
    /// "goalkeeper", "half-time": several of them in a text make it a report of a game.
    pub game: Vec<String>,
    /// "server", "kernel": several of them in a text make it one about machines.
    pub machine: Vec<String>,
    /// "protagonist": what the sentence tells has not happened.
    pub fiction: Vec<String>,
    /// "film", "exhibition": what they are about is their subject, and is not told.
    pub work: Vec<String>,
    /// "currency": what is attacked without a shot.
    pub market: Vec<String>,
    /// "infancy": so early, or so late, that nobody did it.
    pub nature: Vec<String>,
    /// "measles": a case of it is no wound.
    pub disease: Vec<String>,
    /// "vaccine", "quarantine": several of them in a text make it one about an illness.
    pub epidemic: Vec<String>,
    /// "inflation": what it hits is no building.
    pub burden: Vec<String>,
}

/// What a text is about, as far as it matters here.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Topic {
    pub game: bool,
    pub machine: bool,
    pub epidemic: bool,
}

/// So many of a topic's words at least, and no more words of the text to one of them.
const TOPIC: usize = 3;
const THIN: usize = 40;

/// Counts the words of topics in a text.
pub(crate) fn topic(doc: &Doc<'_>) -> Topic {
    let words = &doc.lex.profile.harmless;
    let about = |list: &[String]| {
        if list.is_empty() {
            return false;
        }
        let mut seen = vec![false; list.len()];
        let (mut hits, mut all) = (0, 0);
        for j in (0..doc.lexemes.len()).filter(|j| doc.is_word(*j)) {
            all += 1;
            if let Some(k) = found(doc, j, list) {
                seen[k] = true;
                hits += 1;
            }
        }
        seen.iter().filter(|x| **x).count() >= TOPIC && hits * THIN >= all
    };
    Topic { game: about(&words.game), machine: about(&words.machine), epidemic: about(&words.epidemic) }
}

/// The entry of `list` that one of the words of lexeme `j` is.
fn found(doc: &Doc<'_>, j: usize, list: &[String]) -> Option<usize> {
    if !doc.is_word(j) || list.is_empty() {
        return None;
    }
    let lexeme = doc.words(j, j + 1).to_lowercase();
    let joined = !doc.lex.profile.capitals;
    list.iter().position(|e| lexeme.split(' ').any(|w| alike(w, e, joined)))
}

fn alike(word: &str, entry: &str, joined: bool) -> bool {
    let (stem, open) = entry.strip_suffix('*').map_or((entry, false), |s| (s, true));
    if !joined {
        return if open { word.starts_with(stem) } else { word == stem };
    }
    // Prepositions and articles are written onto the word.
    let prefix = |c: char| "והבכלמשوالبكلفس".contains(c);
    let mut cut = 0;
    for (n, c) in word.chars().enumerate() {
        let rest = &word[cut..];
        if if open { rest.starts_with(stem) } else { rest == stem } {
            return true;
        }
        if n >= 3 || !prefix(c) {
            return false;
        }
        cut += c.len_utf8();
    }
    false
}

fn any(doc: &Doc<'_>, from: usize, to: usize, list: &[String]) -> bool {
    (from..to.max(from)).any(|j| found(doc, j, list).is_some())
}

/// Unbinds the figures of `s` that count no harm.
pub(crate) fn figures(doc: &Doc<'_>, s: Sentence, bound: &mut [Bound]) {
    if bound.iter().all(|b| b.metric.is_none()) {
        return;
    }
    let topic = doc.topic();
    let told = |b: &Bound| {
        let lost = b.cue.is_some_and(|c| doc.any(c, Classes::of(&[Class::Weak, Class::Loss])));
        b.metric == Some(Metric::Killed) && !lost && !thing(doc, s, b)
    };
    let grave = bound.iter().any(told);
    for b in bound.iter_mut() {
        let Some(metric) = b.metric else { continue };
        let Some(cue) = b.cue else { continue };
        let of_people = !matches!(
            metric,
            Metric::Attacks
                | Metric::MunitionsCount
                | Metric::MunitionsMass
                | Metric::BuildingsDamaged
                | Metric::BuildingsDestroyed
                | Metric::HomesDamaged
                | Metric::HomesDestroyed
                | Metric::HomesUninhabitable
                | Metric::OtherCount
        );
        let infected = metric == Metric::OtherCount && matches!(doc.cue(cue), Some((Harm::Affected, _)));
        let game = topic.game
            && !grave
            && (!matches!(metric, Metric::Killed | Metric::Injured)
                || doc.any(cue, Classes::of(&[Class::Weak, Class::Loss])));
        let none = topic.machine && !grave
            || game
            || (of_people || infected) && thing(doc, s, b)
            || metric == Metric::Attacks && on_market(doc, s, b)
            || of_people && fiction(doc, s)
            || metric == Metric::Killed && early(doc, s, cue)
            || topic.epidemic && matches!(metric, Metric::Injured | Metric::OtherCount | Metric::Detained)
            || ill(doc, s, b, metric)
            || of_people && voted_down(doc, s, cue)
            || burdened(doc, s, cue);
        if none {
            (b.metric, b.excluded) = (None, true);
        }
    }
}

/// "killed 12 processes", "lost 34 seats": the noun of the figure is known for a thing.
fn thing(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let list = &doc.lex.profile.harmless.thing;
    // Adjectives stand before the noun in some languages.
    let reach = if doc.lex.profile.adjective_after || !doc.lex.profile.capitals { 2 } else { 3 };
    let from = b.figure.last.min(s.last);
    for j in from..s.last.min(from + reach) {
        let is = |j: usize| j < s.last && found(doc, j, list).is_some() && counted(doc, s, b, j);
        let person = matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Household | Unit::Body));
        // "12 child processes"
        let child = person && doc.is(j, "child");
        if !doc.is_word(j) || person && !(child && is(j + 1)) {
            return false;
        }
        if child || is(j) {
            return true;
        }
        let bar = Classes::of(&[Class::And, Class::Or, Class::Be, Class::Have, Class::In, Class::By]);
        if doc.any(j, bar) || doc.cue(j).is_some_and(|(_, r)| r != Role::Part) {
            return false;
        }
    }
    false
}

/// "12 tank crewmen", "a train driver": before a noun the thing only says whose.
fn counted(doc: &Doc<'_>, s: Sentence, b: &Bound, j: usize) -> bool {
    if !doc.lex.profile.bare_plurals || doc.lex.profile.adjective_after {
        return true;
    }
    let next = j + 1;
    match b.figure.form {
        Form::Single => {
            next >= s.last || !doc.is_word(next) || !doc.unknown(next) && doc.unit(next).is_none()
        }
        _ => doc.words(j, next).ends_with(['s', 'S', 'a', 'h']),
    }
}

/// "three attacks on the currency"
fn on_market(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let words = &doc.lex.profile.harmless;
    let from = b.noun.unit_at.unwrap_or(b.figure.last);
    any(doc, from, s.last.min(from + 5), &words.market)
}

/// "the protagonist kills two men in the first chapter"
fn fiction(doc: &Doc<'_>, s: Sentence) -> bool {
    any(doc, s.first, s.last, &doc.lex.profile.harmless.fiction)
}

/// "two of whom died in infancy"
fn early(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    any(doc, cue + 1, s.last.min(cue + 6), &doc.lex.profile.harmless.nature)
}

/// "1,200 new infections with measles", "300 cases of measles"
fn ill(doc: &Doc<'_>, s: Sentence, b: &Bound, metric: Metric) -> bool {
    let from = b.figure.first.min(b.cue.unwrap_or(b.figure.first));
    let cases = || (s.first..s.last).any(|j| doc.has(j, Class::Case));
    (metric == Metric::Injured || metric == Metric::OtherCount && cases())
        && any(doc, from, s.last.min(b.figure.last + 6), &doc.lex.profile.harmless.disease)
}

/// "The bill was killed by a vote of 12": what was killed is named before its verb.
fn voted_down(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    cue > s.first + 1
        && doc.has(cue - 1, Class::Be)
        && matches!(doc.cue(cue), Some((_, Role::Part)))
        && found(doc, cue - 2, &doc.lex.profile.harmless.thing).is_some()
}

/// "12 shops, hit by inflation"
fn burdened(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    let soft = matches!(
        doc.cue(cue),
        Some((Harm::Damaged | Harm::Tortured | Harm::Affected | Harm::Injured | Harm::Destroyed, _))
    );
    let list = &doc.lex.profile.harmless.burden;
    soft && any(doc, s.first.max(cue.saturating_sub(3)), s.last.min(cue + 5), list)
}

/// Whether a statement without a figure is none.
pub(crate) fn silent(doc: &Doc<'_>, s: Sentence, f: &Finding) -> bool {
    let (topic, words) = (doc.topic(), &doc.lex.profile.harmless);
    topic.game
        || topic.machine
        || topic.epidemic && matches!(f.metric, Metric::Injured | Metric::OtherCount)
        || of_people(f.metric) && fiction(doc, s)
        || titled(doc, s, f.first.min(f.cue))
        || matches!(f.metric, Metric::AccessDenied | Metric::Missing | Metric::Detained)
            && f.goods.is_none()
            && any(doc, s.first.max(f.cue.saturating_sub(2)), s.last.min(f.cue + 3), &words.screen)
        || f.metric == Metric::Injured
            && any(doc, s.first.max(f.cue.saturating_sub(4)), s.last.min(f.cue + 5), &words.disease)
}

fn of_people(m: Metric) -> bool {
    matches!(
        m,
        Metric::Killed
            | Metric::Injured
            | Metric::Detained
            | Metric::AbductedOrHostage
            | Metric::TorturedOrAbused
    )
}

/// "the film about the siege", "a museum of the massacre": nothing stands between but what leads from one to the other.
fn titled(doc: &Doc<'_>, s: Sentence, at: usize) -> bool {
    let lead = Classes::of(&[
        Class::Of,
        Class::On,
        Class::Det,
        Class::In,
        Class::Preposition,
        Class::About,
        Class::Past,
        Class::This,
    ]);
    for j in (s.first.max(at.saturating_sub(5))..at).rev() {
        if found(doc, j, &doc.lex.profile.harmless.work).is_some() {
            return true;
        }
        if !doc.is_word(j) || !(doc.any(j, lead) || doc.unknown(j)) {
            return false;
        }
    }
    false
}
