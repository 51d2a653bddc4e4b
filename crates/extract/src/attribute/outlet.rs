//! Whose word it is when a document or a journalist stands between, in English: "figures released on Monday by the
//! ministry", "residents interviewed by the network said", "the only source to report".

use crate::attribute::{Finder, Frame, Speaker};
use crate::lexicon::{Class, Classes, Role};
use crate::presence::phrase;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// What is issued: a toll, figures, a statement.
const ISSUED: [&str; 26] = [
    "toll",
    "count",
    "tally",
    "figure",
    "figures",
    "number",
    "numbers",
    "estimate",
    "estimates",
    "data",
    "statistics",
    "update",
    "report",
    "reports",
    "statement",
    "list",
    "information",
    "bulletin",
    "survey",
    "account",
    "balance",
    "communique",
    "assessment",
    "records",
    "release",
    "accounts",
];

/// What those who issue it do with it.
const ISSUES: [&str; 24] = [
    "issued",
    "released",
    "published",
    "provided",
    "given",
    "compiled",
    "offered",
    "cited",
    "prepared",
    "collected",
    "gathered",
    "shared",
    "distributed",
    "produced",
    "circulated",
    "announced",
    "collated",
    "supplied",
    "quoted",
    "put out",
    "made public",
    "reported",
    "recorded",
    "kept",
];

/// What journalists do with those who speak.
const ASKED: [&str; 8] =
    ["interviewed", "contacted", "reached", "questioned", "consulted", "polled", "surveyed", "approached"];

/// Documents that tell what stands in them.
const RECORDS: [&str; 22] = [
    "report",
    "reports",
    "indictment",
    "indictments",
    "study",
    "list",
    "dossier",
    "document",
    "survey",
    "register",
    "database",
    "statement",
    "inquiry",
    "file",
    "complaint",
    "lawsuit",
    "verdict",
    "judgment",
    "judgement",
    "bulletin",
    "affidavit",
    "archive",
];

/// What they do: verbs that elsewhere are nouns, or say nothing.
const HOLDS: [&str; 16] = [
    "lists",
    "documents",
    "records",
    "details",
    "names",
    "counts",
    "cites",
    "contains",
    "describes",
    "registers",
    "catalogues",
    "chronicles",
    "covers",
    "mentions",
    "enumerates",
    "tallies",
];

fn listed(doc: &Doc<'_>, j: usize, words: &[&str]) -> bool {
    words.iter().any(|w| doc.is(j, w))
}

/// What was issued by whoever stands behind `by`: "figures released on Monday by", "a toll, given by".
pub(crate) fn issued(doc: &Doc<'_>, s: Sentence, by: usize) -> Option<usize> {
    if !phrase::english(doc) || by >= s.last || !doc.has(by, Class::By) {
        return None;
    }
    let time = Classes::of(&[
        Class::Weekday,
        Class::DayWord,
        Class::Month,
        Class::On,
        Class::Skip,
        Class::PartOfDay,
    ]);
    let verb = (s.first..by)
        .rev()
        .take(6)
        .find(|j| !(doc.any(*j, time) || doc.kind(*j) == Kind::Number || doc.is_adverb(*j)))?;
    if !listed(doc, verb, &ISSUES) {
        return None;
    }
    (s.first..verb)
        .rev()
        .take(6)
        .take_while(|j| doc.is_word(*j) || matches!(doc.kind(*j), Kind::Comma | Kind::Number))
        .find(|j| listed(doc, *j, &ISSUED))
}

impl Finder<'_, '_> {
    /// "The toll of 40 given by the mayor", "An earlier count, provided by a doctor, was of 12".
    pub(crate) fn issues(&self, by: usize) -> Option<Frame> {
        let doc = self.doc;
        let noun = issued(doc, self.s, by)?;
        let (a, b) = self.name_after(by + 1)?;
        let counted = |j: usize| {
            doc.cue(j).is_some()
                || doc.has(j, Class::Num)
                || doc.kind(j) == Kind::Number && !self.in_period(j)
        };
        // What is told before the document, or in it, is theirs; else what its verb leads to.
        let told = (self.s.first..noun).any(counted) || (noun + 1..by).any(counted);
        let (from, to) = if told { (self.s.first, by) } else { (b, self.s.last) };
        Some(Frame { source: Speaker::Words(a, b), from, to, anchor: by, stance: None, own_deed: false })
    }

    /// The name behind "according to figures released by", "the latest update from".
    pub(crate) fn issuer(&self, from: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        if !phrase::english(doc) {
            return None;
        }
        let end = self.s.last.min(from + 12);
        let inside = |j: &usize| {
            (doc.is_word(*j) || matches!(doc.kind(*j), Kind::Number | Kind::Code) || self.in_period(*j))
                && !doc.any(*j, Classes::of(&[Class::Say, Class::That, Class::Relative]))
                || listed(doc, *j, &ISSUES)
                || listed(doc, *j, &ISSUED)
        };
        let link = (from + 1..end).take_while(inside).find(|j| {
            issued(doc, self.s, *j).is_some_and(|n| n >= from)
                || (doc.any(*j, Classes::of(&[Class::From, Class::Of])) || doc.is(*j, "of the"))
                    && listed(doc, *j - 1, &ISSUED)
        })?;
        self.name_after(link + 1)
    }

    /// "was alone in stating that", "was the only source to report": who was.
    pub(crate) fn alone(&self, v: usize) -> Option<Speaker> {
        let doc = self.doc;
        let led = v > self.s.first + 2 && doc.any(v - 1, Classes::of(&[Class::In, Class::To]));
        if !led || !phrase::english(doc) {
            return None;
        }
        let be = (self.s.first + 1..v - 1)
            .rev()
            .take(6)
            .take_while(|j| doc.is_word(*j))
            .find(|j| doc.has(*j, Class::Be))?;
        let only = (be + 1..v).any(|j| listed(doc, j, &["alone", "only", "sole", "first"]));
        match self.name_before(be)? {
            (Speaker::Words(a, b), _) if only => Some(Speaker::Words(a, b)),
            _ => None,
        }
    }

    /// "Residents interviewed by the network said": those who were asked speak, not who asked.
    pub(crate) fn asked_by(&self, start: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        let by = start.checked_sub(1).filter(|j| *j > self.s.first + 1 && doc.has(*j, Class::By))?;
        if !phrase::english(doc) || !listed(doc, by - 1, &ASKED) {
            return None;
        }
        let part =
            |j: &usize| doc.is_word(*j) && doc.cue(*j).is_none() && !doc.any(*j, crate::attribute::FORBIDDEN);
        let a = (self.s.first..by - 1).rev().take(12).take_while(part).last()?;
        let a = self.trim_start(a, by - 1);
        self.is_speaker(a, by - 1).then_some((a, by - 1))
    }

    /// "The Front, which claims to defend the farmers, kidnapped 22": the comma where the clause of the verb at `v` closes.
    pub(crate) fn relative_close(&self, v: usize) -> Option<usize> {
        let doc = self.doc;
        let idle = Classes::of(&[Class::Have, Class::Skip]);
        let which = (self.s.first + 2..v).rev().take(3).find(|j| !doc.any(*j, idle))?;
        let opens = listed(doc, which, &["who", "which"]) && doc.kind(which - 1) == Kind::Comma;
        if !phrase::english(doc) || !opens {
            return None;
        }
        let verb = |j: usize| {
            doc.any(j, Classes::of(&[Class::Act, Class::Be, Class::Have, Class::Say]))
                && !doc.has(j, Class::Event)
                || doc.is_past(j)
                || matches!(doc.cue(j), Some((_, Role::Part | Role::Active)))
        };
        let ing = |j: usize| cairn_fold::fold(doc.words(j, j + 1)).ends_with("ing");
        let close = (v + 1..self.s.last - 1).find(|j| doc.kind(*j) == Kind::Comma)?;
        (verb(close + 1) && !ing(close + 1)).then_some(close)
    }

    /// "The indictment lists 16 raids": a document tells what stands in it.
    pub(crate) fn holds_record(&self, v: usize) -> bool {
        let doc = self.doc;
        phrase::english(doc)
            && v > self.s.first + 1
            && listed(doc, v, &HOLDS)
            && listed(doc, v - 1, &RECORDS)
            && !doc.any(v - 2, Classes::of(&[Class::In, Class::Of, Class::By]))
    }

    /// "…, officials said, along with five guards": it goes on with more of the same.
    pub(crate) fn along(&self, j: usize) -> bool {
        phrase::english(self.doc)
            && (self.has(j, Class::Including) || listed(self.doc, j, &["along", "alongside", "besides"]))
    }

    /// "the officers whom it accused": the one who accuses is no person that spoke before.
    pub(crate) fn it_charges(&self, v: usize) -> bool {
        let doc = self.doc;
        phrase::english(doc)
            && v > self.s.first + 1
            && doc.is(v - 1, "it")
            && (doc.has(v - 2, Class::Relative) || doc.is(v - 2, "whom"))
    }

    /// "this crime, added to those of May": joined to others, not said.
    pub(crate) fn added_to(&self, v: usize) -> bool {
        phrase::english(self.doc) && self.doc.is(v, "added") && self.has(v + 1, Class::To)
    }
}
