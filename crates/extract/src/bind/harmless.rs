//! Words of harm that harm nobody: goals and defeats, processes that are killed, attacks on a currency, films about a siege.
//! What a figure counts and what the text is about decide; the words are data (`[language.harmless]`).

use serde::Deserialize;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::bind::Bound;
use crate::claim::{Kind, Metric};
use crate::lexicon::{Class, Classes, Fx, Harm, Role, Unit};
use crate::numbers::Form;
use crate::presence::Finding;
use crate::text::doc::{Doc, Sentence};

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
    /// "cities": taken and held, and nobody with them.
    pub realm: Vec<String>,
    /// "rescue", "surgical": operations that attack nobody.
    pub errand: Vec<String>,
    /// "clemency": who gets it is let go.
    pub mercy: Vec<String>,
    /// "university": who is expelled from it keeps a home.
    pub body: Vec<String>,
    /// "worth": the number behind it is money.
    pub worth: Vec<String>,
    /// "every year", where a sentence opens: a rate.
    pub yearly: Vec<String>,
    /// "protects", with what it protects from behind.
    pub shield: Vec<String>,
    /// "inflation": what it hits is no building.
    pub burden: Vec<String>,
}

/// The lists, as bits.
#[derive(Clone, Copy)]
enum List {
    Thing,
    Screen,
    Game,
    Machine,
    Fiction,
    Work,
    Market,
    Nature,
    Disease,
    Epidemic,
    Realm,
    Errand,
    Mercy,
    Body,
    Worth,
    Shield,
    Burden,
}

/// What a word stands on: its lists as bits, and which entry it is.
#[derive(Clone, Copy, Default)]
struct Found {
    lists: u32,
    entry: u16,
}

impl Found {
    fn on(self, list: List) -> bool {
        self.lists >> (list as u32) & 1 == 1
    }
}

type Map = HashMap<Box<str>, Found, BuildHasherDefault<Fx>>;

/// The lists, compiled: one look for a word, whatever their number.
#[derive(Default)]
pub(crate) struct Lists {
    exact: Map,
    stems: Map,
    /// Prepositions and articles are written onto words.
    joined: bool,
    /// The first two letters of all of them.
    heads: Heads,
}

/// Pairs of ASCII letters, as bits.
#[derive(Default)]
struct Heads(Vec<u64>);

impl Heads {
    fn at(word: &str) -> Option<(usize, u32)> {
        let [a, b, ..] = *word.as_bytes() else { return None };
        let letter = |c: u8| c.is_ascii_alphabetic().then(|| u32::from(c.to_ascii_lowercase() - b'a'));
        let n = letter(a)? * 26 + letter(b)?;
        Some(((n / 64) as usize, n % 64))
    }

    fn add(&mut self, word: &str) {
        self.0.resize(11, 0);
        if let Some((at, bit)) = Heads::at(word) {
            self.0[at] |= 1 << bit;
        }
    }

    /// Whether no word begins like this one.
    fn rule_out(&self, word: &str) -> bool {
        Heads::at(word).is_some_and(|(at, bit)| self.0.get(at).is_none_or(|w| w >> bit & 1 == 0))
    }
}

impl Words {
    pub fn compile(&self, joined: bool) -> Lists {
        let all = [
            (List::Thing, &self.thing),
            (List::Screen, &self.screen),
            (List::Game, &self.game),
            (List::Machine, &self.machine),
            (List::Fiction, &self.fiction),
            (List::Work, &self.work),
            (List::Market, &self.market),
            (List::Nature, &self.nature),
            (List::Disease, &self.disease),
            (List::Epidemic, &self.epidemic),
            (List::Realm, &self.realm),
            (List::Errand, &self.errand),
            (List::Mercy, &self.mercy),
            (List::Body, &self.body),
            (List::Worth, &self.worth),
            (List::Shield, &self.shield),
            (List::Burden, &self.burden),
        ];
        let mut lists = Lists { joined, ..Lists::default() };
        let mut next = 0;
        for (list, words) in all {
            for word in words {
                let (map, word) = match word.strip_suffix('*') {
                    Some(stem) => (&mut lists.stems, stem),
                    None => (&mut lists.exact, word.as_str()),
                };
                lists.heads.add(word);
                let entry = map.entry(word.into()).or_default();
                entry.lists |= 1 << (list as u32);
                if entry.entry == 0 {
                    next += 1;
                    entry.entry = next;
                }
            }
        }
        lists
    }
}

impl Lists {
    /// A word as it stands in the text.
    fn look(&self, word: &str) -> Found {
        if self.heads.rule_out(word) {
            return Found::default();
        }
        let lower;
        let word = if word.chars().any(char::is_uppercase) {
            lower = word.to_lowercase();
            lower.as_str()
        } else {
            word
        };
        let prefix = |c: char| "והבכלמשوالبكلفس".contains(c);
        let mut out = self.whole(word);
        for (n, (at, c)) in word.char_indices().enumerate() {
            if !self.joined || n >= 3 || !prefix(c) {
                break;
            }
            let found = self.whole(&word[at + c.len_utf8()..]);
            out = Found { lists: out.lists | found.lists, entry: out.entry.max(found.entry) };
        }
        out
    }

    fn whole(&self, word: &str) -> Found {
        let mut out = self.exact.get(word).copied().unwrap_or_default();
        if !self.stems.is_empty() {
            for (n, (at, c)) in word.char_indices().enumerate().take(24) {
                let found = self.stems.get(&word[..at + c.len_utf8()]).filter(|_| n >= 1);
                if let Some(f) = found {
                    out = Found { lists: out.lists | f.lists, entry: f.entry };
                }
            }
        }
        out
    }
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

/// Longer texts are judged by their beginning.
const SEEN: usize = 1500;

/// Counts the words of topics in a text.
pub(crate) fn topic(doc: &Doc<'_>) -> Topic {
    let mut seen = [[0_u16; TOPIC]; 3];
    let (mut hits, mut all) = ([0_usize; 3], 0);
    for j in (0..doc.lexemes.len()).filter(|j| doc.is_word(*j)).take(SEEN) {
        all += 1;
        let f = look(doc, j);
        for (k, list) in [List::Game, List::Machine, List::Epidemic].into_iter().enumerate() {
            if f.on(list) {
                hits[k] += 1;
                if !seen[k].contains(&f.entry)
                    && let Some(free) = seen[k].iter_mut().find(|e| **e == 0)
                {
                    *free = f.entry;
                }
            }
        }
    }
    let about = |k: usize| seen[k][TOPIC - 1] != 0 && hits[k] * THIN >= all;
    Topic { game: about(0), machine: about(1), epidemic: about(2) }
}

/// The lists that the words of lexeme `j` stand on.
fn look(doc: &Doc<'_>, j: usize) -> Found {
    if !doc.is_word(j) {
        return Found::default();
    }
    let mut out = Found::default();
    for word in doc.words(j, j + 1).split(' ') {
        let f = doc.lex.harmless.look(word);
        out = Found { lists: out.lists | f.lists, entry: out.entry.max(f.entry) };
    }
    out
}

fn on(doc: &Doc<'_>, j: usize, list: List) -> bool {
    look(doc, j).on(list)
}

fn any(doc: &Doc<'_>, from: usize, to: usize, list: List) -> bool {
    (from..to.max(from)).any(|j| on(doc, j, list))
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
            || metric == Metric::Attacks && errand(doc, s, b)
            || metric == Metric::Displaced && dismissed(doc, s, b, cue)
            || of_people
                && (worth(doc, s, b) || yearly(doc, s) || let_off(doc, s, b) || shielded(doc, s, b, cue))
            || captive(metric) && realm(doc, s, b)
            || metric == Metric::Detained && sentence_passed(doc, cue)
            || burdened(doc, s, cue);
        if none {
            (b.metric, b.excluded) = (None, true);
        }
    }
}

/// "killed 12 processes", "lost 34 seats": the noun of the figure is known for a thing.
fn thing(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let list = List::Thing;
    // Adjectives stand before the noun in some languages.
    let reach = if doc.lex.profile.adjective_after || !doc.lex.profile.capitals { 2 } else { 3 };
    let from = b.figure.last.min(s.last);
    for j in from..s.last.min(from + reach) {
        let is = |j: usize| j < s.last && on(doc, j, list) && counted(doc, s, b, j);
        let person = matches!(doc.unit(j), Some(Unit::Person | Unit::Group | Unit::Household | Unit::Body));
        // "12 child processes", "five individual appeals"
        let child = person && (doc.is(j, "child") || doc.is(j, "individual"));
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
    let from = b.noun.unit_at.unwrap_or(b.figure.last);
    any(doc, from, s.last.min(from + 5), List::Market)
}

/// "the protagonist kills two men in the first chapter"
fn fiction(doc: &Doc<'_>, s: Sentence) -> bool {
    any(doc, s.first, s.last, List::Fiction)
}

/// "two of whom died in infancy"
fn early(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    any(doc, cue + 1, s.last.min(cue + 6), List::Nature)
}

/// "1,200 new infections with measles", "300 cases of measles"
fn ill(doc: &Doc<'_>, s: Sentence, b: &Bound, metric: Metric) -> bool {
    let from = b.figure.first.min(b.cue.unwrap_or(b.figure.first));
    let cases = || (s.first..s.last).any(|j| doc.has(j, Class::Case));
    (metric == Metric::Injured || metric == Metric::OtherCount && cases())
        && any(doc, from, s.last.min(b.figure.last + 6), List::Disease)
}

/// "The bill was killed by a vote of 12": what was killed is named before its verb.
fn voted_down(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    cue > s.first + 1
        && doc.has(cue - 1, Class::Be)
        && matches!(doc.cue(cue), Some((_, Role::Part)))
        && on(doc, cue - 2, List::Thing)
}

/// "14 rescue operations", "40 surgical operations"
fn errand(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let unit = b.noun.unit_at.unwrap_or(b.figure.last);
    any(doc, b.figure.num, s.last.min(unit + 2), List::Errand)
}

/// "twelve students were expelled from the university"
fn dismissed(doc: &Doc<'_>, s: Sentence, b: &Bound, cue: usize) -> bool {
    let sent = cue.max(b.noun.last);
    let word = doc.words(cue, cue + 1).to_lowercase();
    ["expel", "expul", "отчисл", "исключ", "відрах", "виключ"].iter().any(|w| word.starts_with(w))
        && any(doc, cue, s.last.min(sent + 6), List::Body)
}

/// "goods worth 3 million"
fn worth(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    any(doc, s.first.max(b.figure.first.saturating_sub(2)), b.figure.first, List::Worth)
}

/// "Every year 300,000 die of it": how many at a time, and not how many.
fn yearly(doc: &Doc<'_>, s: Sentence) -> bool {
    let list = &doc.lex.profile.harmless.yearly;
    let opens = doc.words(s.first, s.last.min(s.first + 3)).to_lowercase();
    list.iter()
        .any(|w| opens.strip_prefix(w.as_str()).is_some_and(|r| r.is_empty() || r.starts_with([' ', ','])))
}

/// "clemency to 273 inmates"
fn let_off(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    b.metric == Some(Metric::Detained)
        && any(doc, s.first.max(b.figure.first.saturating_sub(4)), b.figure.first, List::Mercy)
}

/// "protects 12 million tenants against eviction"
fn shielded(doc: &Doc<'_>, s: Sentence, b: &Bound, cue: usize) -> bool {
    let led = Classes::of(&[Class::From, Class::Preposition, Class::On]);
    cue > b.figure.last
        && doc.any(cue - 1, led)
        && any(doc, s.first.max(b.figure.first.saturating_sub(4)), b.figure.first, List::Shield)
}

fn captive(m: Metric) -> bool {
    matches!(
        m,
        Metric::Detained
            | Metric::AbductedOrHostage
            | Metric::Killed
            | Metric::Injured
            | Metric::TorturedOrAbused
    )
}

/// "kept two of the three cities"
fn realm(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let link = Classes::of(&[Class::Of, Class::Det, Class::Num, Class::Other]);
    let head = (b.figure.last..s.last.min(b.figure.last + 5)).find(|j| !doc.any(*j, link));
    head.is_some_and(|j| on(doc, j, List::Realm))
}

/// "מאסר שלוש שנים": a term of prison begins like a verb of detention.
fn sentence_passed(doc: &Doc<'_>, cue: usize) -> bool {
    cue > 0 && doc.lexemes[cue].glued && doc.is(cue, "אסר") && doc.is(cue - 1, "מ")
}

/// "12 shops, hit by inflation"
fn burdened(doc: &Doc<'_>, s: Sentence, cue: usize) -> bool {
    let soft = matches!(
        doc.cue(cue),
        Some((Harm::Damaged | Harm::Tortured | Harm::Affected | Harm::Injured | Harm::Destroyed, _))
    );
    let list = List::Burden;
    soft && any(doc, s.first.max(cue.saturating_sub(3)), s.last.min(cue + 5), list)
}

/// Whether a statement without a figure is none.
pub(crate) fn silent(doc: &Doc<'_>, s: Sentence, f: &Finding) -> bool {
    let topic = doc.topic();
    if f.kind == Kind::Declaration {
        return false;
    }
    topic.game
        || topic.machine
        || topic.epidemic && matches!(f.metric, Metric::Injured | Metric::OtherCount)
        || of_people(f.metric) && fiction(doc, s)
        || titled(doc, s, f.first.min(f.cue))
        || matches!(f.metric, Metric::AccessDenied | Metric::Missing | Metric::Detained)
            && f.goods.is_none()
            && any(doc, s.first.max(f.cue.saturating_sub(2)), s.last.min(f.cue + 3), List::Screen)
        || f.metric == Metric::Injured
            && any(doc, s.first.max(f.cue.saturating_sub(4)), s.last.min(f.cue + 5), List::Disease)
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
    let mut led = false;
    for j in (s.first.max(at.saturating_sub(5))..at).rev() {
        if on(doc, j, List::Work) {
            return led;
        }
        led |= doc.any(j, lead);
        if !doc.is_word(j) || !(doc.any(j, lead) || doc.unknown(j)) {
            return false;
        }
    }
    false
}
