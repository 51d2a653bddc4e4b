//! What stands above a sentence: headings and issuers of bulletins, earlier sentences of the paragraph.

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::attribute::{self, Frame, Speaker};
use crate::doc::{BlockKind, Doc, Sentence};
use crate::lexicon::Class;
use crate::numbers;
use crate::place;
use crate::time::{self, Period};

pub(crate) struct Scopes<'a, 'b> {
    doc: &'a Doc<'b>,
    published: Option<Date>,
    /// Blocks under which the current one stands, nearest last.
    headings: Vec<usize>,
    issuer: OnceCell<Option<String>>,
}

/// Sentences before the current one that are looked at, at most.
const LOOK_BACK: usize = 6;

impl<'a, 'b> Scopes<'a, 'b> {
    pub fn new(doc: &'a Doc<'b>, published: Option<Date>) -> Self {
        Scopes { doc, published, headings: Vec::new(), issuer: OnceCell::new() }
    }

    /// Moves on to a block: headings pile up until a new one replaces them.
    pub fn enter(&mut self, block: usize) {
        while let Some(last) = self.headings.last().copied()
            && last >= block
        {
            self.headings.pop();
        }
        let from = self.headings.last().map_or(0, |h| h + 1);
        for b in from..block {
            if self.doc.blocks[b].kind == BlockKind::Heading || self.leads(b) {
                self.headings.push(b);
            }
        }
    }

    /// A block that ends in a colon leads those below it, whatever else it is.
    fn leads(&self, block: usize) -> bool {
        let b = self.doc.blocks[block];
        if b.last == b.first {
            return false;
        }
        let s = self.doc.sentences[b.last - 1];
        let colon = self.doc.kind(s.last - 1) == crate::token::Kind::Colon;
        // A marked line that counts nothing stands over the marked lines below it.
        let silent = || {
            b.kind == BlockKind::Item && b.last == b.first + 1 && {
                let periods = time::periods(self.doc, s, self.published);
                numbers::figures(self.doc, s, &periods).is_empty()
            }
        };
        colon || silent()
    }

    fn sentences_above(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let block = self.doc.sentences[index].block;
        (0..index).rev().take(LOOK_BACK).take_while(move |i| self.doc.sentences[*i].block == block)
    }

    /// Sentences of the headings above, nearest first.
    fn heading_sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        self.headings.iter().rev().take(6).flat_map(|h| {
            let b = self.doc.blocks[*h];
            self.doc.sentences[b.first..b.last].iter().take(3).copied()
        })
    }

    fn listed(&self, index: usize) -> bool {
        let block = self.doc.sentences[index].block;
        self.doc.blocks[block].kind != BlockKind::Paragraph
    }

    /// The period of a list item: its earlier sentences, then its headings.
    pub fn period(&self, index: usize) -> Option<Period> {
        if !self.listed(index) {
            return None;
        }
        let dated = |s: Sentence| time::periods(self.doc, s, self.published).into_iter().find(|p| !p.weak);
        self.sentences_above(index)
            .find_map(|i| dated(self.doc.sentences[i]))
            .or_else(|| self.heading_sentences().find_map(dated))
    }

    pub fn period_words(&self, p: &Period) -> String {
        self.doc.words(p.first, p.last).to_owned()
    }

    /// The place last named above: in the paragraph, and for list items in their headings.
    pub fn place(&self, index: usize) -> Option<String> {
        let best = |s: Sentence| {
            let periods = time::periods(self.doc, s, self.published);
            let places = place::places(self.doc, s, &periods);
            places.into_iter().filter(|p| p.rank >= 2).next_back()
        };
        let words = |p: place::Place| self.doc.words(p.first, p.last).to_owned();
        let above = self.sentences_above(index).find_map(|i| best(self.doc.sentences[i]));
        above
            .or_else(|| if self.listed(index) { self.heading_sentences().find_map(best) } else { None })
            .map(words)
    }

    /// Who spoke last before this sentence, for "he added".
    pub fn previous_speaker(&self, index: usize) -> Option<String> {
        (0..index).rev().take(LOOK_BACK).find_map(|i| {
            let s = self.doc.sentences[i];
            let periods = time::periods(self.doc, s, self.published);
            attribute::frames(self.doc, s, &periods).iter().rev().find_map(|f| match f.source {
                Speaker::Words(a, b) => Some(self.doc.words(a, b).to_owned()),
                Speaker::Previous => None,
            })
        })
    }

    /// A frame whose quotation is still open at this sentence.
    pub fn open_quotation(&self, _index: usize) -> Option<&Frame> {
        None
    }

    /// The body that signs a bulletin: a heading or last line that names an organisation and nothing else.
    pub fn issuer(&self, s: Sentence) -> Option<String> {
        if self.doc.blocks[s.block].kind == BlockKind::Paragraph {
            return None;
        }
        self.issuer.get_or_init(|| self.find_issuer()).clone()
    }

    fn find_issuer(&self) -> Option<String> {
        let n = self.doc.blocks.len();
        let order = (0..n.min(4)).chain(n.saturating_sub(3)..n);
        for b in order {
            let block = self.doc.blocks[b];
            let Some(s) = self.doc.sentences.get(block.first).copied() else { continue };
            let whole = block.last == block.first + 1 && s.last - s.first <= 16;
            let orgs = (s.first..s.last).any(|j| self.doc.has(j, Class::Org));
            if !whole || !orgs || s.cued {
                continue;
            }
            let words: Vec<usize> = (s.first..s.last).filter(|j| self.doc.is_word(*j)).collect();
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
                return Some(self.doc.words(*first, last + 1).to_owned());
            }
        }
        None
    }

    /// The name that an adjective of belonging is made of, when the text has it: by form, not by list.
    pub fn name_behind(&self, adjective: usize) -> Option<String> {
        let word = cairn_fold::fold(self.doc.words(adjective, adjective + 1));
        let all = self.doc.lexemes.len();
        (0..all)
            .filter(|j| *j != adjective && self.doc.is_name(*j) && self.doc.unknown(*j))
            .map(|j| self.doc.words(j, j + 1))
            .filter(|w| w.len() >= 4 && w.len() < 40 && !w.contains(char::is_whitespace))
            .find(|w| is_stem(&cairn_fold::fold(w), &word))
            .map(str::to_owned)
    }
}

/// Whether the adjective is the name with an ending in place of at most its last letter.
fn is_stem(name: &str, adjective: &str) -> bool {
    let common = name.chars().zip(adjective.chars()).take_while(|(a, b)| a == b).count();
    let (n, a) = (name.chars().count(), adjective.chars().count());
    common >= 4
        && common + 1 >= n
        && a > common
        && a - common <= 4
        && name != adjective
        && !name.ends_with("ian")
}
