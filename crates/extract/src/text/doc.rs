//! A document as the rules see it: blocks, sentences and lexemes.
//!
//! A lexeme is the longest phrase of the lexicon at its place, or a single unknown token. Lexemes never overlap,
//! so each word has one reading and a rule that looks at "housing units" cannot also see "units".

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::lexicon::written_on;
use crate::lexicon::{Class, Classes, Entry, Harm, Lexicon, Role, Unit};
use crate::text::blocks::blocks;
use crate::text::token::{Caps, Kind, Token, Tokens};

#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexeme {
    /// Byte range in the text.
    pub start: u32,
    pub end: u32,
    pub entry: u16,
    pub kind: Kind,
    pub caps: Caps,
    pub glued: bool,
    pub milli: i64,
    /// What is asked of its entry most often, beside it in memory.
    pub classes: Classes,
    pub cue: Option<(Harm, Role)>,
    pub unit: Option<Unit>,
}

/// What a block is to the blocks around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BlockKind {
    /// A short line without an end, or one that ends in a colon: what follows stands under it.
    Heading,
    Item,
    Paragraph,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub kind: BlockKind,
    /// Range of its sentences.
    pub first: usize,
    pub last: usize,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// Range of its lexemes.
    pub first: usize,
    pub last: usize,
    pub block: usize,
    /// Holds a word that may state harm.
    pub cued: bool,
    /// Holds something that may be a number.
    pub numbered: bool,
}

pub(crate) struct Doc<'a> {
    pub text: &'a str,
    pub lex: &'a Lexicon,
    pub lexemes: Vec<Lexeme>,
    pub sentences: Vec<Sentence>,
    pub blocks: Vec<Block>,
    /// Names that stand behind a preposition of place, looked up when first needed.
    placed: OnceCell<BTreeSet<&'a str>>,
    /// Names of storms, looked up when first needed.
    storms: OnceCell<BTreeSet<&'a str>>,
    /// Names of those who act or speak in a text all in capitals, looked up when first needed.
    titled: OnceCell<BTreeSet<String>>,
    /// Whether the text tells of a siege or a blockade, looked up when first needed.
    beset: OnceCell<bool>,
    topic: OnceCell<crate::bind::harmless::Topic>,
    /// Capital letters tell names apart here: false in upper-case text and in scripts without case.
    pub caps: bool,
}

/// No sentence is longer, whatever the text: the binder's work is bounded by it.
const MAX_SENTENCE: usize = 180;

const NUMBERED: Classes = Classes::of(&[
    Class::Num,
    Class::Vague,
    Class::Many,
    Class::Zero,
    Class::Indef,
    Class::Mult,
    Class::Other,
    Class::Whatever,
    Class::AtLeastPost,
]);

/// Words that may state something without a cue.
const STATING: Classes = Classes::of(&[
    Class::Encircle,
    Class::Legal,
    Class::Deny,
    Class::Lack,
    Class::Declared,
    Class::Essential,
    Class::Victim,
    Class::Drive,
    Class::Stay,
    Class::Endure,
    Class::Case,
    Class::Stating,
]);

impl<'a> Doc<'a> {
    pub fn read(text: &'a str, lex: &'a Lexicon) -> Doc<'a> {
        let mut doc = Doc {
            text,
            lex,
            lexemes: Vec::with_capacity(text.len() / 6),
            sentences: Vec::new(),
            blocks: Vec::new(),
            placed: OnceCell::new(),
            storms: OnceCell::new(),
            titled: OnceCell::new(),
            beset: OnceCell::new(),
            topic: OnceCell::new(),
            caps: lex.profile.capitals && !mostly_upper(text),
        };
        let mut tokens = Tokens::default();
        for (from, to, kind) in blocks(text, &lex.profile) {
            tokens.read(text, from, to);
            written_on::cut(text, &mut tokens, lex);
            let first = doc.sentences.len();
            doc.read_block(&tokens);
            doc.blocks.push(Block { kind, first, last: doc.sentences.len() });
        }
        doc
    }

    /// What the lexeme may mean; past the end of the text nothing.
    pub fn entry(&self, i: usize) -> &'a Entry {
        &self.lex.entries[self.lexemes.get(i).map_or(0, |l| l.entry as usize)]
    }
    pub fn has(&self, i: usize, class: Class) -> bool {
        self.lexemes.get(i).is_some_and(|l| l.classes.has(class))
    }
    pub fn any(&self, i: usize, classes: Classes) -> bool {
        self.lexemes.get(i).is_some_and(|l| l.classes.any(classes))
    }
    pub fn cue(&self, i: usize) -> Option<(Harm, Role)> {
        self.lexemes.get(i).and_then(|l| l.cue)
    }
    pub fn unit(&self, i: usize) -> Option<Unit> {
        self.lexemes.get(i).and_then(|l| l.unit)
    }
    pub fn kind(&self, i: usize) -> Kind {
        self.lexemes.get(i).map_or(Kind::Stop, |l| l.kind)
    }
    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Kind::Word
    }
    pub fn unknown(&self, i: usize) -> bool {
        self.lexemes.get(i).is_none_or(|l| l.entry == 0)
    }
    /// The words of the lexemes `from..to`, verbatim.
    pub fn words(&self, from: usize, to: usize) -> &'a str {
        let to = to.min(self.lexemes.len());
        if from >= to {
            return "";
        }
        &self.text[self.lexemes[from].start as usize..self.lexemes[to - 1].end as usize]
    }
    /// A word written as names are: capitalised, in text where that means something.
    pub fn is_name(&self, i: usize) -> bool {
        self.caps && self.is_word(i) && self.lexemes[i].caps != Caps::None
    }
    /// An adjective or noun of belonging by its form.
    pub fn is_demonym(&self, i: usize) -> bool {
        let small = self.lex.profile.lower_demonyms || self.lex.profile.capitals && !self.caps;
        (self.is_name(i) || small && self.is_word(i))
            && self.unknown(i)
            && self.lex.looks_demonym(&cairn_fold::fold(self.words(i, i + 1)))
    }
    /// "مسؤوليتها": responsibility, and whose.
    pub fn is_own_responsibility(&self, i: usize) -> bool {
        self.words(i, i + 1).starts_with("مسؤوليت")
    }
    /// A word of initials, which names an office: in capitals, or with its mark before the last letter.
    pub fn is_acronym(&self, i: usize) -> bool {
        let word = self.words(i, i + 1);
        let marked = || word.contains(['"', '״']);
        self.is_word(i)
            && match self.lex.profile.capitals {
                true => {
                    self.caps
                        && self.lexemes[i].caps == Caps::All
                        && self.lex.profile.head_first
                        && (2..=5).contains(&word.chars().count())
                }
                false => marked(),
            }
    }
    /// Initials of a service that speaks for itself; lands have initials too, in capitals or with a last letter of their own.
    pub fn is_service(&self, i: usize) -> bool {
        !self.lex.profile.capitals && self.is_acronym(i) && !self.words(i, i + 1).ends_with('ב')
    }
    /// A word the lexicon does not know with the ending of a verb in the past.
    pub fn is_past(&self, i: usize) -> bool {
        self.is_word(i) && self.unknown(i) && self.ends(i, &self.lex.profile.past_endings)
    }
    /// An adverb by its form ("brutally").
    pub fn is_adverb(&self, i: usize) -> bool {
        self.is_word(i) && self.unknown(i) && self.ends(i, &self.lex.profile.adverb_endings)
    }
    fn ends(&self, i: usize, endings: &[String]) -> bool {
        let word = self.words(i, i + 1).as_bytes();
        endings
            .iter()
            .map(String::as_bytes)
            .any(|e| word.len() > e.len() + 2 && word[word.len() - e.len()..].eq_ignore_ascii_case(e))
    }
    /// Whether the word at `i` is `word`, in ASCII letters of either case.
    pub fn is(&self, i: usize, word: &str) -> bool {
        // Asked very often: most words differ in length already.
        self.lexemes.get(i).is_some_and(|l| {
            let (start, end) = (l.start as usize, l.end as usize);
            end - start == word.len()
                && self.text.as_bytes()[start..end].eq_ignore_ascii_case(word.as_bytes())
        })
    }
    /// Whether the text names the words `from..to` as a place: "in NAME".
    pub fn is_placed(&self, from: usize, to: usize) -> bool {
        let placed = self.placed.get_or_init(|| {
            let n = self.lexemes.len();
            let name = |j: &usize| self.is_name(*j) && self.unknown(*j) && !self.is_demonym(*j);
            (1..n)
                .filter(|j| name(j) && self.has(*j - 1, Class::In))
                .map(|j| (j, (j + 1..n).find(|k| !name(k)).unwrap_or(n)))
                .filter(|(_, end)| {
                    let whose = Classes::of(&[Class::Event, Class::Actor, Class::Org]);
                    *end == n
                        || self.kind(*end) != Kind::Possessive
                            && !self.any(*end, whose)
                            && self.unit(*end).is_none()
                })
                .map(|(j, end)| self.words(j, end))
                .collect()
        });
        placed.contains(self.words(from, to))
    }
    /// Whether a text all in capitals names the words `from..to` as somebody who acts: "THE SABLE STAR BOMBED".
    pub fn is_titled(&self, from: usize, to: usize) -> bool {
        let joined = |a: usize, b: usize| (a..b).map(|j| self.words(j, j + 1)).collect::<Vec<_>>().join(" ");
        let titled = self.titled.get_or_init(|| {
            let n = self.lexemes.len();
            let small = Classes::of(&[
                Class::Det,
                Class::Indef,
                Class::In,
                Class::On,
                Class::Of,
                Class::To,
                Class::Event,
                Class::Num,
                Class::Month,
                Class::Weekday,
            ]);
            let plain = |j: usize| {
                let known = self.any(j, crate::agent::ENDS) || self.any(j, small);
                self.is_word(j)
                    && !known
                    && self.cue(j).is_none()
                    && self.unit(j).is_none()
                    && !self.is_past(j)
            };
            let verb = Classes::of(&[Class::Act, Class::Say, Class::Have]);
            (1..n)
                .filter(|j| !self.caps && self.is(*j - 1, "the") && plain(*j))
                .map(|j| (j, (j + 1..n.min(j + 5)).find(|k| !plain(*k)).unwrap_or(j)))
                .filter(|(j, end)| end - j >= 2 && self.any(*end, verb) && !self.has(*end, Class::Event))
                .map(|(j, end)| joined(j, end))
                .collect()
        });
        to >= from + 2 && titled.contains(&joined(from, to))
    }
    /// Whether the text names a storm so: "Hurricane NAME", "NAME was, by then, the costliest hurricane".
    pub fn is_storm(&self, i: usize) -> bool {
        let name = |j: usize| j < self.lexemes.len() && self.is_name(j) && self.unknown(j);
        let storms = self.storms.get_or_init(|| {
            let mut out = BTreeSet::new();
            for h in (0..self.lexemes.len()).filter(|h| self.has(*h, Class::Storm)) {
                if self.is_name(h) && name(h + 1) {
                    out.insert(self.words(h + 1, h + 2));
                }
                let bar = Classes::of(&[Class::Of, Class::By, Class::Say, Class::That]);
                let be = (1..h)
                    .rev()
                    .take(10)
                    .take_while(|j| !self.any(*j, bar))
                    .find(|j| self.has(*j, Class::Be));
                out.extend(be.filter(|j| name(j - 1)).map(|j| self.words(j - 1, j)));
            }
            out
        });
        storms.contains(self.words(i, i + 1))
    }
    /// Whether the text tells of a storm by any word for one.
    pub fn tells_of_storm(&self) -> bool {
        (0..self.lexemes.len()).any(|j| self.has(j, Class::Storm))
    }
    /// What the text is about: a game, machines.
    pub fn topic(&self) -> crate::bind::harmless::Topic {
        *self.topic.get_or_init(|| crate::bind::harmless::topic(self))
    }
    /// Whether the text tells of a siege or a blockade.
    pub fn tells_of_siege(&self) -> bool {
        let words = ["siege", "blockade", "besieg", "encircl"];
        *self.beset.get_or_init(|| {
            (0..self.lexemes.len()).filter(|j| self.is_word(*j)).any(|j| {
                let word = self.words(j, j + 1).to_ascii_lowercase();
                word.split(' ').any(|v| words.iter().any(|w| v.starts_with(w)))
            })
        })
    }
    pub fn sentence_of(&self, s: usize) -> Sentence {
        self.sentences[s]
    }

    fn read_block(&mut self, tokens: &Tokens) {
        let list = &tokens.list;
        let mut first = self.lexemes.len();
        let (mut cued, mut numbered) = (false, false);
        let mut i = 0;
        while i < list.len() {
            let taken = self.lexeme(tokens, i);
            i += taken;
            let last = self.lexemes.len() - 1;
            let classes = self.lexemes[last].classes;
            cued |= classes.any(Classes::of(&[Class::Cue, Class::Condition]))
                || classes.any(STATING)
                || self.lex.profile.head_first && classes.has(Class::Act)
                || matches!(self.unit(last), Some(Unit::Attack | Unit::Body | Unit::Munition));
            numbered |= self.kind(last) == Kind::Number || classes.any(NUMBERED);
            // "RIVERTON A bomber killed": a dateline with nothing behind it.
            let dateline = i == 1
                && self.caps
                && list[0].caps == Caps::All
                && list[0].end - list[0].start >= 5
                && list.get(1).is_some_and(|t| t.caps != Caps::None && t.kind == Kind::Word)
                && list.get(1).is_some_and(|t| {
                    let known = self.lex.longest(tokens.fold(t), std::iter::empty());
                    known.is_some_and(|(e, _)| {
                        let opening = Classes::of(&[Class::Det, Class::Indef, Class::Num, Class::AtLeast]);
                        let e = &self.lex.entries[e as usize];
                        let people = Classes::of(&[Class::Actor, Class::Essential]);
                        e.classes.any(opening) || e.classes.any(people) && !e.classes.has(Class::Org)
                    }) || self.capital_again(&list[0])
                });
            if dateline {
                self.close(&mut first, &mut cued, &mut numbered);
                continue;
            }
            let ends = self.kind(last) == Kind::Stop && self.ends_sentence(tokens, i, last)
                || self.lexemes.len() - first >= MAX_SENTENCE;
            if ends {
                while i < list.len() && list[i].glued && matches!(list[i].kind, Kind::Quote | Kind::Close) {
                    i += self.lexeme(tokens, i);
                }
                self.close(&mut first, &mut cued, &mut numbered);
            }
        }
        self.close(&mut first, &mut cued, &mut numbered);
    }

    /// Whether the word stands in the text once more as names are written: "RIVERTON … in Riverton".
    fn capital_again(&self, t: &Token) -> bool {
        let word = &self.text[t.start as usize..t.end as usize];
        let mut letters = word.chars();
        let Some(head) = letters.next() else { return false };
        let name: String = head.to_string() + &letters.as_str().to_lowercase();
        self.text[t.end as usize..].split(|c: char| !c.is_alphanumeric()).take(400).any(|w| w == name)
    }

    fn close(&mut self, first: &mut usize, cued: &mut bool, numbered: &mut bool) {
        let last = self.lexemes.len();
        if last > *first {
            let block = self.blocks.len();
            self.sentences.push(Sentence { first: *first, last, block, cued: *cued, numbered: *numbered });
        }
        *first = last;
        *cued = false;
        *numbered = false;
    }

    /// Adds the lexeme that begins at token `i`; answers how many tokens it took.
    fn lexeme(&mut self, tokens: &Tokens, i: usize) -> usize {
        let list = &tokens.list;
        let t = list[i];
        if t.kind != Kind::Word {
            self.push(&t, t.end, 0);
            return 1;
        }
        if self.acronym(tokens, i) {
            self.push(&t, t.end, 0);
            return 1;
        }
        if let Some(n) = self.initials(tokens, i) {
            self.push(&t, list[i + n - 1].end, 0);
            return n;
        }
        if let Some((entry, n)) = self.lookup(tokens, i, tokens.fold(&t)) {
            self.push(&t, list[i + n - 1].end, entry);
            return n;
        }
        if let Some((entry, n)) = self.hyphenated(tokens, i) {
            self.push(&t, list[i + n - 1].end, entry);
            return n;
        }
        if self.lex.has_proclitics()
            && let Some(n) = self.split_proclitic(tokens, i)
        {
            return n;
        }
        if let Some(entry) = self.enclitic(&t, tokens.fold(&t)) {
            self.push(&t, t.end, entry);
            return 1;
        }
        self.push(&t, t.end, 0);
        1
    }

    /// "WHO", "US": the little words that they spell are not written so.
    fn acronym(&self, tokens: &Tokens, i: usize) -> bool {
        let t = tokens.list[i];
        let short = self.caps && t.caps == Caps::All && (2..=3).contains(&(t.end - t.start));
        let little = |e: u16| {
            let classes = self.lex.entries[e as usize].classes;
            classes.any(Classes::of(&[Class::Pronoun, Class::Relative, Class::Be]))
        };
        // "US$5", "US dollars"
        let money = || {
            tokens.list.get(i + 1).is_some_and(|n| {
                n.kind == Kind::Currency
                    || n.kind == Kind::Word
                        && self
                            .lex
                            .longest(tokens.fold(n), std::iter::empty())
                            .is_some_and(|(e, _)| self.lex.entries[e as usize].classes.has(Class::Money))
            })
        };
        short
            && self.lex.longest(tokens.fold(&t), std::iter::empty()).is_some_and(|(e, _)| little(e))
            && !money()
    }

    /// "U.N. troops", "EE.UU.": letters with full stops are one name; the last stop may end the sentence instead.
    fn initials(&self, tokens: &Tokens, i: usize) -> Option<usize> {
        let list = &tokens.list;
        let letters = |t: &Token| {
            t.kind == Kind::Word
                && t.end - t.start <= 2
                && self.text[t.start as usize..t.end as usize].chars().all(char::is_uppercase)
        };
        let dot =
            |j: usize| list.get(j).is_some_and(|t| t.glued && self.text[t.start as usize..].starts_with('.'));
        // "at 6 P.M."
        if !self.lex.profile.capitals || !letters(&list[i]) || i > 0 && list[i - 1].kind == Kind::Number {
            return None;
        }
        let mut end = i + 1;
        while dot(end) && list.get(end + 1).is_some_and(|t| t.glued && letters(t)) {
            end += 2;
        }
        let opens = Classes::of(&[
            Class::Det,
            Class::Indef,
            Class::Pronoun,
            Class::This,
            Class::In,
            Class::On,
            Class::During,
            Class::When,
            Class::And,
            Class::Stop,
            Class::Skip,
            Class::Num,
            Class::AtLeast,
            Class::According,
        ]);
        let goes_on = list.get(end + 1).is_some_and(|n| {
            let known = || self.lex.longest(tokens.fold(n), std::iter::empty());
            let opening = |e: u16| self.lex.entries[e as usize].classes.any(opens);
            n.glued && n.kind != Kind::Quote
                || n.kind == Kind::Word
                    && (self.caps && n.caps == Caps::None || !known().is_some_and(|(e, _)| opening(e)))
        });
        (end > i + 1).then_some(end - i + usize::from(dot(end) && goes_on))
    }

    /// A known word with a pronoun written onto it; an ending that only folds like one is none.
    fn enclitic(&self, t: &Token, word: &str) -> Option<u16> {
        let raw = &self.text[t.start as usize..t.end as usize];
        (self.lex.has_enclitics() && !raw.ends_with('ة')).then(|| self.lex.without_enclitic(word)).flatten()
    }

    fn lookup(&self, tokens: &Tokens, i: usize, first: &str) -> Option<(u16, usize)> {
        let rest = tokens.list[i + 1..].iter().take_while(|t| t.kind == Kind::Word).map(|t| tokens.fold(t));
        self.lex.longest(first, rest)
    }

    /// A known word broken at the end of a line: "civil- ian".
    fn hyphenated(&self, tokens: &Tokens, i: usize) -> Option<(u16, usize)> {
        let [a, dash, b] = tokens.list.get(i..i + 3)? else { return None };
        if dash.kind != Kind::Dash || !dash.glued || b.glued || b.kind != Kind::Word {
            return None;
        }
        let joined = format!("{}{}", tokens.fold(a), tokens.fold(b));
        let (entry, n) = self.lookup(tokens, i + 2, &joined)?;
        Some((entry, n + 2))
    }

    /// Splits letters that a script writes onto the next word, when what remains is known.
    fn split_proclitic(&mut self, tokens: &Tokens, i: usize) -> Option<usize> {
        let t = tokens.list[i];
        let word = tokens.fold(&t);
        let known = |cut| Some((cut, self.lookup(tokens, i, &word[cut..])?));
        // "ושמונה" is "and eight", "והשני" "and the second", whatever a longer prefix would leave.
        let counts = Classes::of(&[Class::Num, Class::TheOther]);
        let number = |e: &(usize, (u16, usize))| self.lex.entries[e.1.0 as usize].classes.any(counts);
        let (cut, (entry, n)) = self
            .lex
            .proclitics(word)
            .filter_map(known)
            .filter(number)
            .min_by_key(|e| e.0)
            // "ומבנה" is "and a building", not "and of her son".
            .or_else(|| {
                let unit = |e: &(usize, (u16, usize))| self.lex.entries[e.1.0 as usize].unit.is_some();
                let bound = !self.lex.profile.place_prefixes.is_empty();
                self.lex.proclitics(word).filter_map(known).filter(unit).min_by_key(|e| e.0).filter(|_| bound)
            })
            .or_else(|| self.lex.proclitics(word).find_map(known))
            .or_else(|| {
                let carried = |cut| Some((cut, (self.enclitic(&t, &word[cut..])?, 1)));
                self.lex.proclitics(word).filter(|cut| word.len() > cut + 6).find_map(carried)
            })
            .or_else(|| {
                // "وفقا لأحمد": a name, and the preposition that its frame asks for.
                let according = self
                    .lexemes
                    .last()
                    .is_some_and(|l| self.lex.entries[l.entry as usize].classes.has(Class::According));
                (according && word.starts_with('ل') && !word.starts_with("لل") && word.len() > 6)
                    .then_some(('ل'.len_utf8(), (0, 1)))
            })?;
        let end = tokens.list[i + n - 1].end;
        let raw = &self.text[t.start as usize..t.end as usize];
        let head = self.lex.longest(&word[..cut], std::iter::empty()).map_or(0, |e| e.0);
        let split = t.start + raw_prefix(raw, &word[..cut]) as u32;
        let mut prefix = t;
        prefix.end = split;
        let mut rest = t;
        rest.start = split;
        rest.glued = true;
        if split > t.start && split < t.end {
            self.push(&prefix, prefix.end, head);
            self.push(&rest, end, entry);
        } else {
            self.push(&t, end, entry);
        }
        Some(n)
    }

    fn push(&mut self, t: &Token, end: u32, entry: u16) {
        let known = &self.lex.entries[entry as usize];
        self.lexemes.push(Lexeme {
            start: t.start,
            end,
            entry,
            kind: t.kind,
            caps: t.caps,
            glued: t.glued,
            milli: t.milli,
            classes: known.classes,
            cue: known.cue,
            unit: known.unit,
        });
    }

    fn ends_sentence(&self, tokens: &Tokens, next: usize, stop: usize) -> bool {
        let Some(n) = tokens.list.get(next) else { return true };
        // "(…)": words left out.
        let bracketed = n.kind == Kind::Close && n.glued && stop > 0 && self.kind(stop - 1) == Kind::Open;
        if !self.text[self.lexemes[stop].start as usize..].starts_with('.') {
            return !bracketed;
        }
        if n.glued && !matches!(n.kind, Kind::Quote | Kind::Close | Kind::Open) {
            // "según el Observatorio.Otros dos": the space was lost, the capital was not.
            let long = |t: &Token| t.kind == Kind::Word && t.end - t.start >= 4;
            let before = next.checked_sub(2).map(|i| &tokens.list[i]);
            let lost = self.caps && long(n) && n.caps == Caps::First && tokens.list[next - 1].glued;
            return lost && before.is_some_and(|b| long(b) && !self.lex.is_abbreviation(tokens.fold(b)));
        }
        if n.kind == Kind::Word && self.caps && n.caps == Caps::None {
            return false;
        }
        let before = next.checked_sub(2).map(|i| &tokens.list[i]);
        let Some(before) = before else { return false };
        if before.kind != Kind::Word || !tokens.list[next - 1].glued {
            return true;
        }
        let word = tokens.fold(before);
        let initial = self.caps && before.caps == Caps::First && word.chars().count() == 1;
        !(initial || self.lex.is_abbreviation(word))
    }
}

/// How many bytes of `raw` fold to `prefix`.
fn raw_prefix(raw: &str, prefix: &str) -> usize {
    let ends = raw.char_indices().map(|(i, c)| i + c.len_utf8());
    ends.take(8).find(|end| cairn_fold::fold(&raw[..*end]) == prefix).unwrap_or(0)
}

pub(crate) fn mostly_upper(text: &str) -> bool {
    let (mut upper, mut lower) = (0u32, 0u32);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(2000) {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    upper > lower
}
