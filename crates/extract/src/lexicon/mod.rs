//! A language as data: word classes, numbers, units and cues, read from one TOML file and compiled once.
//!
//! Every table of the file lists phrases. A phrase is one or more words; a word that ends in `*` stands for every
//! word that begins so. Phrases are folded as texts are, so case, accents and vowel marks need not be listed.

pub(crate) mod class;
pub(crate) mod filter;
pub(crate) mod languages;
pub(crate) mod written_on;

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use serde::Deserialize;

use crate::claim::Stance;
pub(crate) use crate::lexicon::class::{Class, Classes, Harm, Role, Span, Unit};
use crate::lexicon::class::{parse_harm, parse_role, parse_span, parse_unit};

/// The tables of a language file, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LanguageFile {
    pub language: Profile,
    #[serde(default)]
    class: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    number: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    unit: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    cue: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    say: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    time: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// What sets a language apart besides its words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    pub code: String,
    /// Little words by which a text in this language is known.
    pub function_words: Vec<String>,
    /// A few letters of its alphabet, for texts too short for words; ranges are not needed.
    pub letters: String,
    /// Letters that tell it from its neighbours in the same script.
    #[serde(default)]
    pub own_letters: String,
    /// Letters written onto the next word, stripped when the rest is a known word.
    #[serde(default)]
    pub proclitics: Vec<String>,
    /// Pronouns written onto the end of a word, stripped when the rest is a known verb or noun.
    #[serde(default)]
    pub enclitics: Vec<String>,
    /// Names begin with a capital letter.
    #[serde(default)]
    pub capitals: bool,
    /// The verb may stand before its subject ("murieron 16 personas").
    #[serde(default)]
    pub verb_first: bool,
    /// A noun without article or figure is a plural ("killing civilians").
    #[serde(default)]
    pub bare_plurals: bool,
    /// Nouns carry their adjectives behind them.
    #[serde(default)]
    pub adjective_after: bool,
    /// The head of a noun phrase comes before its complements, which carry no preposition.
    #[serde(default)]
    pub head_first: bool,
    /// Adjectives and nouns of belonging are written small.
    #[serde(default)]
    pub lower_demonyms: bool,
    /// Endings by which adjectives and nouns of belonging are recognised ("-ian").
    #[serde(default)]
    pub demonym_endings: Vec<String>,
    /// Endings and stems of other adjectives that look like those of belonging ("artillery", "tactical").
    #[serde(default)]
    pub not_demonyms: Vec<String>,
    /// Prepositions of place written onto names that the lexicon does not know.
    #[serde(default)]
    pub place_prefixes: Vec<String>,
    /// Endings of the case in which the agent of a passive stands without a preposition.
    #[serde(default)]
    pub agent_endings: Vec<String>,
    /// Endings of verbs and participles whose subject is more than one.
    #[serde(default)]
    pub plural_verbs: Vec<String>,
    /// Endings of infinitives, where they show.
    #[serde(default)]
    pub infinitives: Vec<String>,
    /// Endings of nouns that are more than one, as objects of a verb.
    #[serde(default)]
    pub plural_nouns: Vec<String>,
    /// Those of them that are passive, whoever the subject is.
    #[serde(default)]
    pub plural_participles: Vec<String>,
    /// Endings of verbs that may govern "that", whatever they mean.
    #[serde(default)]
    pub that_verb_endings: Vec<String>,
    /// Endings of adverbs of manner.
    #[serde(default)]
    pub adverb_endings: Vec<String>,
    /// Endings of verbs in the past tense.
    #[serde(default)]
    pub past_endings: Vec<String>,
    /// Abbreviations after which a full stop does not end the sentence.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// Words that tell of harm without a figure, where a rule looks for them.
    #[serde(default)]
    pub told: Told,
    /// Words that tell of no harm to people, where others would be taken for it.
    #[serde(default)]
    pub harmless: crate::bind::harmless::Words,
}

/// Single words that only the rules for harm without a figure look for; they are no words of the lexicon, so that no other
/// rule takes them for known.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Told {
    /// "might", "if": what follows has not happened.
    pub modal: Vec<String>,
    /// "crew", "family": many in one word.
    pub collective: Vec<String>,
    /// "some", "most": a part that nobody counted.
    pub part: Vec<String>,
    /// "together with": those named next share what befell the one before.
    pub with: Vec<String>,
    /// "infrastructure", "roads": built, and not counted as buildings.
    pub works: Vec<String>,
    /// "windows", "roofs": parts of houses.
    pub fixture: Vec<String>,
    /// "massacre": many were killed, in one word.
    pub carnage: Vec<String>,
    /// "caused", "saw": what follows is so.
    pub brings: Vec<String>,
    /// "occurred", "continue": what stands before is so.
    pub happens: Vec<String>,
    /// "widespread": said of what is so.
    pub rife: Vec<String>,
    /// "تعرض", "يواجه": who stands behind it suffers what is named next.
    pub exposed: Vec<String>,
    /// "unknown", and what is so behind "not": "known".
    pub unknown: Vec<String>,
    pub known: Vec<String>,
    /// "found", "lay": what is told of bodies.
    pub found: Vec<String>,
    /// "report", "data": what is read in them is somebody's word.
    pub reports: Vec<String>,
    /// "executions", "arrests": deeds that are told of in the plural.
    pub told_deeds: Vec<String>,
    /// "number": of what is not known.
    pub number: Vec<String>,
    /// "outages" of something needed; "blackout" says of what by itself.
    pub outage: Vec<String>,
    pub blackout: Vec<String>,
    /// "impossible": unable in one word.
    pub unable: Vec<String>,
    /// Where people live and may be shut in.
    pub settlement: Vec<String>,
    pub sealed: Vec<String>,
    /// "roads", and what is done to them: "cut".
    pub way: Vec<String>,
    pub shut: Vec<String>,
    /// "arrives", "lets in": what aid does, or not.
    pub arrives: Vec<String>,
    /// "can", "managed to": with "not" before it, and what relief does behind.
    pub able: Vec<String>,
    /// "deliver", "reach": what relief does when it can.
    pub serves: Vec<String>,
    /// "entry", "movement": what is refused.
    pub entry: Vec<String>,
    /// "delivery", "provision".
    pub delivery: Vec<String>,
    /// "forced", "drove": who is told of was made to.
    pub drives: Vec<String>,
    /// "unable", "stuck": they open a rule, and what it reads stands around them.
    pub opens: Vec<String>,
    /// "limited", "reduction": less of what is needed.
    pub less: Vec<String>,
    /// "executions", "arrests": what befell many, in one noun.
    pub deeds: Vec<String>,
}

/// One phrase of the lexicon with everything it may mean.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub classes: Classes,
    pub number: i64,
    /// What a vague word stands for at least.
    pub floor: i64,
    pub unit: Option<Unit>,
    pub cue: Option<(Harm, Role)>,
    pub stance: Option<Stance>,
    pub month: i8,
    /// Monday is 1.
    pub weekday: i8,
    /// "the second of": a day of the month in words.
    pub nth: i8,
    /// Days from the document's day.
    pub day: i16,
    pub span: Option<Span>,
    /// First and last month of a part of the year.
    pub part: (i8, i8),
}

/// The compiled words of one language.
pub(crate) struct Lexicon {
    pub profile: Profile,
    pub entries: Vec<Entry>,
    nodes: Vec<Node>,
    abbreviations: Vec<String>,
    demonyms: Vec<String>,
    plain_adjectives: Vec<String>,
    proclitics: Vec<String>,
    enclitics: Vec<String>,
    function_words: Vec<String>,
    /// By its first byte, the lengths of the words that may tell of harm without a figure.
    triggers: filter::Filter,
    pub harmless: crate::bind::harmless::Lists,
}

type WordMap = HashMap<Box<str>, u32, BuildHasherDefault<Fx>>;

#[derive(Default)]
struct Node {
    entry: u16,
    exact: WordMap,
    stems: WordMap,
    /// By a hash of their first letters, a bit for each length of a stem: most words are spared all looking up.
    lengths: Vec<u64>,
}

/// Places for the first letters of stems.
const HEADS: usize = 256;

/// Where the first letters of `word` stand among [`Node::lengths`]; none in a word that is shorter than every stem.
fn head(word: &str) -> Option<usize> {
    let [a, b, c] = *word.as_bytes().first_chunk::<MIN_STEM>()?;
    Some((usize::from(a) * 7 + usize::from(b) * 61 + usize::from(c) * 13) % HEADS)
}

impl Node {
    fn note_stem(&mut self, stem: &str) {
        self.lengths.resize(HEADS, 0);
        if let (Some(head), true) = (head(stem), stem.len() < 64) {
            self.lengths[head] |= 1 << stem.len();
        }
    }
}

/// Multiplicative hash: our keys are a few short, trusted words; the text only looks them up.
#[derive(Default)]
pub(crate) struct Fx(u64);

impl Hasher for Fx {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for c in &mut chunks {
            self.add(u64::from_le_bytes([c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]]));
        }
        let mut last = bytes.len() as u64;
        for b in chunks.remainder() {
            last = last << 8 | u64::from(*b);
        }
        self.add(last);
    }
    fn write_u8(&mut self, _: u8) {}
    fn finish(&self) -> u64 {
        self.0
    }
}

impl Fx {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

/// A day word that names no one day.
pub(crate) const SOME_DAY: i16 = i16::MIN;
/// The shortest beginning that a `*` pattern may have, in bytes.
const MIN_STEM: usize = 3;
/// Longer words are no words of any lexicon.
const MAX_WORD: usize = 64;

impl Told {
    /// A filter over the words that open a rule by themselves: a look at one number for each word of a text.
    fn triggers(&self) -> filter::Filter {
        let lists = [
            &self.carnage,
            &self.outage,
            &self.blackout,
            &self.sealed,
            &self.shut,
            &self.entry,
            &self.delivery,
            &self.less,
            &self.arrives,
            &self.serves,
            &self.opens,
            &self.deeds,
        ];
        filter::Filter::of(lists.into_iter().flatten().map(String::as_str))
    }
}

impl Lexicon {
    /// Whether `word` may be one that opens a rule for harm without a figure.
    pub fn may_tell(&self, word: filter::Key) -> bool {
        self.triggers.may(word)
    }

    /// Compiles the text of a language file.
    pub fn parse(text: &str) -> Result<Lexicon, String> {
        let mut file: LanguageFile = toml::from_str(text).map_err(|e| e.to_string())?;
        for ending in &mut file.language.plural_nouns {
            *ending = cairn_fold::fold(ending);
        }
        let mut lex = Lexicon {
            entries: vec![Entry::default()],
            nodes: vec![Node::default()],
            abbreviations: file.language.abbreviations.iter().map(|w| cairn_fold::fold(w)).collect(),
            demonyms: file.language.demonym_endings.iter().map(|w| cairn_fold::fold(w)).collect(),
            plain_adjectives: file.language.not_demonyms.iter().map(|w| cairn_fold::fold(w)).collect(),
            proclitics: file.language.proclitics.iter().map(|w| cairn_fold::fold(w)).collect(),
            enclitics: file.language.enclitics.iter().map(|w| cairn_fold::fold(w)).collect(),
            function_words: file.language.function_words.iter().map(|w| cairn_fold::fold(w)).collect(),
            triggers: file.language.told.triggers(),
            harmless: file.language.harmless.compile(!file.language.capitals),
            profile: file.language,
        };
        lex.function_words.sort();
        lex.proclitics.sort_by_key(|p| std::cmp::Reverse(p.len()));
        lex.enclitics.sort_by_key(|p| std::cmp::Reverse(p.len()));
        for (name, words) in file.class {
            let class = Class::parse(&name).ok_or_else(|| format!("unknown class {name}"))?;
            lex.add(&words, |e| e.classes.add(class))?;
        }
        for (name, table) in file.number {
            let class = match name.as_str() {
                "num" => Class::Num,
                "mult" => Class::Mult,
                "vague" => Class::Vague,
                _ => return Err(format!("unknown kind of number {name}")),
            };
            for (value, words) in table {
                let value: i64 = value.parse().map_err(|_| format!("not a number: {value}"))?;
                lex.add(&words, |e| {
                    e.classes.add(class);
                    if class == Class::Vague {
                        e.floor = value;
                    } else {
                        e.number = value;
                    }
                })?;
            }
        }
        for (name, words) in file.unit {
            let unit = parse_unit(&name).ok_or_else(|| format!("unknown unit {name}"))?;
            lex.add(&words, |e| {
                e.classes.add(Class::Unit);
                e.unit = Some(unit);
            })?;
        }
        for (name, roles) in file.cue {
            let harm = parse_harm(&name).ok_or_else(|| format!("unknown cue {name}"))?;
            for (role, words) in roles {
                let role = parse_role(&role).ok_or_else(|| format!("unknown role {role}"))?;
                for phrase in &words {
                    let mut before = None;
                    lex.add(std::slice::from_ref(phrase), |e| {
                        before = e.cue.filter(|c| *c != (harm, role));
                        e.classes.add(Class::Cue);
                        e.cue = Some((harm, role));
                    })?;
                    if let Some(other) = before {
                        return Err(format!("{phrase:?} is cue.{name} here and {other:?} elsewhere"));
                    }
                }
            }
        }
        for (name, words) in file.say {
            let stance = match name.as_str() {
                "plain" | "participle" => None,
                "accuses" => Some(Stance::Accuses),
                "claims" => Some(Stance::Claims),
                "admits" => Some(Stance::Admits),
                "denies" => Some(Stance::Denies),
                _ => return Err(format!("unknown stance {name}")),
            };
            lex.add(&words, |e| {
                e.classes.add(Class::Say);
                if name == "participle" {
                    e.classes.add(Class::SayOn);
                }
                e.stance = stance.or(e.stance);
            })?;
        }
        lex.add_times(file.time)?;
        lex.share_stems();
        Ok(lex)
    }

    /// A word listed by itself also means what its listed stem means.
    fn share_stems(&mut self) {
        let mut exact: Vec<(Box<str>, u32)> =
            self.nodes[0].exact.iter().map(|(w, n)| (w.clone(), *n)).collect();
        exact.sort();
        for (word, node) in exact {
            let own = self.nodes[node as usize].entry;
            let stem = self.stem(0, &word).map_or(0, |n| self.nodes[n as usize].entry);
            if own != 0 && stem != 0 {
                let other = self.entries[stem as usize].clone();
                let entry = &mut self.entries[own as usize];
                entry.unit = entry.unit.or(other.unit);
                entry.cue = entry.cue.or(other.cue);
                entry.classes = entry.classes.with(other.classes);
            }
        }
    }

    fn add_times(&mut self, time: BTreeMap<String, BTreeMap<String, Vec<String>>>) -> Result<(), String> {
        for (name, table) in time {
            for (value, words) in table {
                let span = parse_span(&value);
                let n: i16 = match (name.as_str(), value.as_str()) {
                    ("unit", _) => 0,
                    // "overnight": a time, but no one day.
                    ("day", "some") => SOME_DAY,
                    _ => value.parse().map_err(|_| value.clone())?,
                };
                self.add(&words, |e| match name.as_str() {
                    "month" => {
                        e.classes.add(Class::Month);
                        e.month = n as i8;
                    }
                    "weekday" => {
                        e.classes.add(Class::Weekday);
                        e.weekday = n as i8;
                    }
                    // No class: "the second of" is a day before a month only.
                    "nth" => e.nth = n as i8,
                    "quarter" | "half" => {
                        e.classes.add(Class::Part);
                        let months = if name == "quarter" { 3 } else { 6 };
                        e.part = ((n as i8 - 1) * months + 1, n as i8 * months);
                    }
                    "day" => {
                        e.classes.add(Class::DayWord);
                        e.day = n;
                    }
                    _ => {
                        e.classes.add(Class::TimeUnit);
                        e.span = span;
                    }
                })?;
            }
        }
        Ok(())
    }

    fn add(&mut self, phrases: &[String], mut set: impl FnMut(&mut Entry)) -> Result<(), String> {
        for phrase in phrases {
            let mut at = 0u32;
            for word in phrase.split([' ', '-']).filter(|w| !w.is_empty()) {
                let (word, stem) = match word.strip_suffix('*') {
                    Some(w) => (w, true),
                    None => (word, false),
                };
                let word = cairn_fold::fold(word);
                if stem && word.len() < MIN_STEM {
                    return Err(format!("phrase too short: {phrase}"));
                }
                let next = self.nodes.len() as u32;
                let node = &mut self.nodes[at as usize];
                let map = if stem { &mut node.stems } else { &mut node.exact };
                at = *map.entry(word.as_str().into()).or_insert(next);
                if stem {
                    node.note_stem(&word);
                }
                if at == next {
                    self.nodes.push(Node::default());
                }
            }
            let node = &mut self.nodes[at as usize];
            if node.entry == 0 {
                node.entry = u16::try_from(self.entries.len()).map_err(|_| "too many phrases".to_owned())?;
                self.entries.push(Entry::default());
            }
            set(&mut self.entries[node.entry as usize]);
        }
        Ok(())
    }

    fn stem(&self, node: u32, word: &str) -> Option<u32> {
        let node = &self.nodes[node as usize];
        if node.lengths.is_empty() || word.len() > MAX_WORD {
            return None;
        }
        let mut lengths = node.lengths[head(word)?];
        if let Some(longer) = u64::MAX.checked_shl(word.len() as u32 + 1) {
            lengths &= !longer;
        }
        // The longest first.
        while lengths != 0 {
            let length = 63 - lengths.leading_zeros() as usize;
            lengths ^= 1 << length;
            if let Some(next) = word.get(..length).and_then(|stem| node.stems.get(stem)) {
                return Some(*next);
            }
        }
        None
    }

    /// The longest phrase that begins with the first of `words`: its entry and how many words it takes.
    pub fn longest<'a>(
        &self,
        first: &str,
        rest: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<(u16, usize)> {
        if first.len() > MAX_WORD {
            return None;
        }
        let exact = self.nodes[0].exact.get(first).and_then(|n| self.follow(*n, rest.clone()));
        let stem = self.stem(0, first).and_then(|n| self.follow(n, rest));
        match (exact, stem) {
            (Some(e), Some(s)) if s.1 > e.1 => Some(s),
            (exact, stem) => exact.or(stem),
        }
    }

    fn follow<'a>(&self, mut node: u32, rest: impl Iterator<Item = &'a str>) -> Option<(u16, usize)> {
        let entry = |n: u32| self.nodes[n as usize].entry;
        let mut best = (entry(node) != 0).then(|| (entry(node), 1));
        for (i, word) in rest.enumerate() {
            let Some(next) = self.step(node, word) else { break };
            node = next;
            if entry(node) != 0 {
                best = Some((entry(node), i + 2));
            }
        }
        best
    }

    /// The node behind `word`.
    pub(crate) fn step(&self, node: u32, word: &str) -> Option<u32> {
        self.nodes[node as usize].exact.get(word).copied().or_else(|| self.stem(node, word))
    }

    /// Whether a phrase ends at the node.
    pub(crate) fn ends(&self, node: u32) -> bool {
        self.nodes[node as usize].entry != 0
    }

    /// Whether a phrase ends with `word` behind the node.
    pub(crate) fn ends_at(&self, node: u32, word: &str) -> bool {
        self.nodes[node as usize].exact.get(word).is_some_and(|n| self.ends(*n))
    }

    /// A proclitic that `word` begins with, when something of substance is left.
    pub fn proclitics<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.proclitics
            .iter()
            .filter(|p| word.len() > p.len() + 2 && word.starts_with(p.as_str()))
            // Two letters left of a longer prefix, or of one that is not "and", are chance.
            .filter(|p| word.len() > p.len() + 5 || matches!(p.as_str(), "و" | "ו" | "ف"))
            .map(String::len)
    }

    /// Whether an unknown word begins with the article that is written onto nouns.
    pub fn begins_definite(&self, word: &str) -> bool {
        let article = |p: &str| {
            self.longest(p, std::iter::empty())
                .is_some_and(|e| self.entries[e.0 as usize].classes.has(Class::Det))
        };
        self.proclitics.iter().any(|p| word.len() > p.len() + 4 && word.starts_with(p.as_str()) && article(p))
    }

    /// The verb or noun that `word` is with a pronoun written onto it: "قتلتهم", "إصابته".
    pub fn without_enclitic(&self, word: &str) -> Option<u16> {
        let alone = |base: &str| self.longest(base, std::iter::empty()).map(|e| e.0);
        let carries = |entry: &u16| {
            let e = &self.entries[*entry as usize];
            (e.classes.has(Class::Act) || e.cue.is_some() || e.unit.is_some())
                && !e.classes.has(Class::Num)
                && !e.classes.has(Class::Say)
        };
        self.enclitics.iter().filter_map(|p| word.strip_suffix(p.as_str())).find_map(|base| {
            // Fewer than three letters are chance.
            let long = base.chars().count() >= 3;
            // The feminine ending is written otherwise before a pronoun, and a plural verb loses its last letter.
            let feminine = || base.strip_suffix('ت').and_then(|b| alone(&format!("{b}ه")).filter(carries));
            let plural = || base.ends_with('و').then(|| alone(&format!("{base}ا"))).flatten().filter(carries);
            long.then(|| alone(base).filter(carries).or_else(feminine).or_else(plural)).flatten()
        })
    }

    pub fn has_enclitics(&self) -> bool {
        !self.enclitics.is_empty()
    }

    pub fn has_proclitics(&self) -> bool {
        !self.proclitics.is_empty()
    }

    pub fn is_function_word(&self, folded: &str) -> bool {
        self.function_words.binary_search_by(|w| w.as_str().cmp(folded)).is_ok()
    }

    pub fn has_letter(&self, c: char) -> bool {
        self.profile.letters.contains(c)
    }

    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.iter().any(|a| a == word)
    }

    /// Whether a folded word has the ending of an adjective or noun of belonging.
    pub fn looks_demonym(&self, word: &str) -> bool {
        self.demonyms.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e.as_str()))
            && !self.plain_adjectives.iter().any(|e| word.contains(e.as_str()))
    }
}
