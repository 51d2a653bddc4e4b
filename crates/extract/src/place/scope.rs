//! What stands above a sentence: headings and issuers of bulletins, earlier sentences of the paragraph.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::agent::{Agent, Finder};
use crate::attribute::quotation::{self, Quotation};
use crate::attribute::{self, Speaker};
use crate::bind;
use crate::lexicon::{Class, Classes};
use crate::numbers;
use crate::place;
use crate::text::doc::{BlockKind, Doc, Sentence};
use crate::time::{self, Period};

pub(crate) struct Scopes<'a, 'b> {
    doc: &'a Doc<'b>,
    published: Option<Date>,
    /// Blocks under which the current one stands, nearest last.
    headings: Vec<usize>,
    /// Blocks looked at so far.
    seen: usize,
    issuer: OnceCell<Option<String>>,
    dateline: OnceCell<Option<String>>,
    names: OnceCell<Vec<(String, String)>>,
    quotations: OnceCell<Vec<Quotation>>,
    flashes: OnceCell<bool>,
    /// The last place of each sentence looked back at.
    places: RefCell<BTreeMap<usize, Option<place::Place>>>,
}

/// Sentences before the current one that are looked at, at most.
const LOOK_BACK: usize = 6;

/// How many paragraphs a label stands above.
const LABEL_REACH: usize = 2;

impl<'a, 'b> Scopes<'a, 'b> {
    pub fn new(doc: &'a Doc<'b>, published: Option<Date>) -> Self {
        Scopes {
            doc,
            published,
            headings: Vec::new(),
            seen: 0,
            issuer: OnceCell::new(),
            dateline: OnceCell::new(),
            names: OnceCell::new(),
            quotations: OnceCell::new(),
            flashes: OnceCell::new(),
            places: RefCell::default(),
        }
    }

    /// Moves on to a block: the headings before it pile up, nearest last.
    pub fn enter(&mut self, block: usize) {
        for b in self.seen..block {
            let heads = self.doc.blocks[b].kind == BlockKind::Heading && !self.counts(b);
            if heads || self.leads(b) {
                self.headings.push(b);
            }
        }
        self.seen = self.seen.max(block);
    }

    /// A line with a figure and its cue is an item of the list, however short: "Deaths since 3 May: 12".
    fn counts(&self, block: usize) -> bool {
        let b = self.doc.blocks[block];
        self.doc.sentences[b.first..b.last].iter().take(2).any(|s| {
            s.cued && s.numbered && self.doc.kind(s.last - 1) != crate::text::token::Kind::Colon && {
                let periods = time::periods(self.doc, *s, self.published);
                !numbers::figures(self.doc, *s, &periods).is_empty()
            }
        })
    }

    /// A block that ends in a colon leads those below it, whatever else it is.
    fn leads(&self, block: usize) -> bool {
        let b = self.doc.blocks[block];
        if b.last == b.first {
            return false;
        }
        let s = self.doc.sentences[b.last - 1];
        let colon = self.doc.kind(s.last - 1) == crate::text::token::Kind::Colon;
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

    /// Lines of news, one below the other: none stands above another.
    fn flashes(&self) -> bool {
        *self.flashes.get_or_init(|| {
            let line = |b: &crate::text::doc::Block| {
                let alone = b.last == b.first + 1 && b.kind != BlockKind::Item;
                let s = self.doc.sentences.get(b.first).filter(|_| alone)?;
                let open = !matches!(
                    self.doc.kind(s.last - 1),
                    crate::text::token::Kind::Stop | crate::text::token::Kind::Colon
                );
                let words = (s.first..s.last).filter(|j| self.doc.is_word(*j)).count();
                (open && words >= 4).then_some(())
            };
            self.doc.blocks.len() >= 3 && self.doc.blocks.iter().all(|b| line(b).is_some())
        })
    }

    /// Sentences of the headings above, nearest first.
    fn heading_sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        let headings = if self.flashes() { &[] } else { self.headings.as_slice() };
        headings.iter().rev().take(6).flat_map(|h| {
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

    /// "05/01/2016: Assailants threw …": the date that opens an entry holds for all of it.
    pub fn entry_date(&self, index: usize) -> Option<Period> {
        let block = self.doc.sentences[index].block;
        let first = self.doc.sentences[self.doc.blocks[block].first];
        let colon = (first.first + 1..first.last.min(first.first + 8))
            .find(|j| self.doc.kind(*j) == crate::text::token::Kind::Colon)?;
        let periods = time::periods(self.doc, first, self.published);
        periods.into_iter().next().filter(|p| p.first == first.first && p.last == colon && !p.weak)
    }

    /// The last dated period of the sentence before, for what goes on with its event.
    pub fn period_before(&self, index: usize) -> Option<Period> {
        let before = self.sentences_above(index).next()?;
        let periods = time::periods(self.doc, self.doc.sentences[before], self.published);
        periods.into_iter().rfind(|p| !p.weak && (p.from.is_some() || p.to.is_some()))
    }

    /// The day so many days from the one that the sentences before have named last.
    pub fn day_before(&self, index: usize, step: i32) -> (Option<Date>, Option<Date>) {
        let day = (0..index).rev().take(LOOK_BACK).find_map(|i| {
            let periods = time::periods(self.doc, self.doc.sentences[i], self.published);
            let dated = periods.iter().rev().find(|p| !p.weak && p.from.is_some());
            dated.map(|p| p.from.filter(|d| p.to == Some(*d)))
        });
        let day = day.flatten().and_then(|d| d.checked_add(step.days()).ok());
        (day, day)
    }

    /// The days that "the same period" means: the nearest interval that the paragraphs above date from both ends,
    /// "between 23 and 29 June" before "in December".
    pub fn same_period(&self, index: usize) -> Option<(Date, Date)> {
        let joint = Classes::of(&[Class::Between, Class::To, Class::Until]);
        let said = |p: &Period| {
            let dash = |j: usize| self.doc.kind(j) == crate::text::token::Kind::Dash;
            (p.first..p.last).any(|j| self.doc.any(j, joint) || dash(j))
        };
        let mut loose = None;
        for i in (0..index).rev().take(LOOK_BACK * 2) {
            let periods = time::periods(self.doc, self.doc.sentences[i], self.published);
            let days = |p: &Period| p.from.zip(p.to).filter(|(a, b)| a < b && !p.since);
            if let Some(whole) = periods.iter().filter(|p| said(p)).find_map(days) {
                return Some(whole);
            }
            loose = loose.or_else(|| periods.iter().find_map(days));
        }
        loose
    }

    /// The one day, or few, of the sentences before, for a sentence that goes on without a time of its own.
    /// Two speakers speak of two events.
    pub fn carried(&self, index: usize, told: bool) -> Option<Period> {
        let block = self.doc.sentences[index].block;
        for i in (0..index).rev().take(4).take_while(|i| self.doc.sentences[*i].block == block) {
            let s = self.doc.sentences[i];
            let periods = time::periods(self.doc, s, self.published);
            if told && !attribute::frames(self.doc, s, &periods).is_empty() {
                return None;
            }
            if periods.is_empty() {
                continue;
            }
            let telling = |p: &Period| {
                let at = |j: usize| (s.first..s.last).contains(&j) && self.doc.has(j, Class::Say);
                let little = Classes::of(&[Class::Det, Class::On]);
                at(p.last) || (s.first..p.first).rev().find(|j| !self.doc.any(*j, little)).is_some_and(at)
            };
            // "until 26 October" ends with its own sentence.
            let open = |p: &Period| self.doc.any(p.first, Classes::of(&[Class::Until, Class::AsOf]));
            let mut days = periods.iter().filter(|p| !p.weak && !p.since && !telling(p) && !open(p));
            // Without the document's day a date without its year is a day all the same.
            let day = |p: &Period| {
                self.published.is_none()
                    && (p.first..p.last).any(|j| {
                        self.doc.kind(j) == crate::text::token::Kind::Number
                            || self.doc.has(j, Class::Weekday)
                    })
            };
            let short = |p: &&Period| {
                p.from.zip(p.to).map_or_else(|| day(p), |(a, b)| b.duration_since(a).as_hours() <= 24 * 7)
            };
            let found = days.next().filter(short).copied();
            let alone = days.next().is_none() && periods.iter().all(|p| !p.since);
            return found.filter(|_| alone);
        }
        None
    }

    pub fn period_words(&self, p: &Period) -> String {
        self.doc.words(p.first, p.last).to_owned()
    }

    /// The place last named above: in the paragraph, and for list items in their headings.
    /// "Since 2016 over 65,000": what is told of a long time is not told of the last place named, though of the title's.
    pub fn place(&self, index: usize, long_time: bool) -> Option<String> {
        let words = |p: place::Place| place::words(self.doc, &p);
        let above = self.sentences_above(index).filter(|_| !long_time).find_map(|i| {
            // Every sentence is looked back at by those below it.
            let known = self.places.borrow().get(&i).copied();
            known.unwrap_or_else(|| {
                let found = self.place_in(self.doc.sentences[i]);
                self.places.borrow_mut().insert(i, found);
                found
            })
        });
        above
            .or_else(|| match self.listed(index) {
                true => self.heading_sentences().find_map(|s| self.place_in(s)),
                false => None,
            })
            .map(words)
            .or_else(|| {
                let found = || self.find_dateline().or_else(|| self.find_town());
                self.dateline.get_or_init(found).clone()
            })
    }

    /// "Tarvek, Nor. Five people died": a name before a stop that opens a report, under its title at most.
    fn find_town(&self) -> Option<String> {
        let doc = self.doc;
        self.doc.blocks.iter().take(3).find_map(|b| {
            let s =
                *doc.sentences.get(b.first).filter(|_| b.last > b.first && b.kind != BlockKind::Heading)?;
            let stop = (s.first..doc.lexemes.len().min(s.first + 7))
                .find(|j| doc.kind(*j) == crate::text::token::Kind::Stop && *j > s.first)?;
            let town = |j: usize| {
                doc.is_name(j) && (doc.unknown(j) || doc.has(j, Class::PlaceNoun))
                    || doc.kind(j) == crate::text::token::Kind::Comma
                    || doc.any(j, Classes::of(&[Class::Det, Class::Of])) && j > s.first
            };
            let more = doc.sentences[b.last - 1].last > stop + 3;
            let comma = (s.first..stop).any(|j| doc.kind(j) == crate::text::token::Kind::Comma);
            (doc.caps && more && comma && (s.first..stop).all(town))
                .then(|| doc.words(s.first, stop).to_owned())
        })
    }

    /// "TARVEK, Norland, 12 March (NPA) – …", "Tarvek, Nor. …": the place before the dash that opens a report.
    fn find_dateline(&self) -> Option<String> {
        let s = *self.doc.sentences.first()?;
        let doc = self.doc;
        let limit = s.last.min(s.first + 16);
        let dash = (s.first + 1..limit).find(|j| {
            doc.kind(*j) == crate::text::token::Kind::Dash && *j + 1 < s.last && !doc.lexemes[*j + 1].glued
        })?;
        let periods = time::periods(doc, s, self.published);
        let inside = |j: usize| periods.iter().any(|p| p.first <= j && j < p.last);
        let plain = |j: usize| {
            !doc.is_word(j) && doc.kind(j) != crate::text::token::Kind::Colon || doc.is_name(j) || inside(j)
        };
        let end = (s.first..dash).find(|j| !doc.is_name(*j) || inside(*j)).unwrap_or(dash);
        let office = (s.first..dash).any(|j| doc.has(j, Class::Org) && j < end);
        let named = doc.caps && end > s.first && end - s.first <= 4 && !office;
        (named && (s.first..dash).all(plain)).then(|| doc.words(s.first, end).to_owned())
    }

    /// The last place that a sentence names, unless it speaks there.
    fn place_in(&self, s: Sentence) -> Option<place::Place> {
        let periods = time::periods(self.doc, s, self.published);
        let mut frames = None;
        let mut speaks = |p: &place::Place| {
            let frames = frames.get_or_insert_with(|| attribute::frames(self.doc, s, &periods));
            frames.iter().any(|f| matches!(f.source, Speaker::Words(a, b) if a <= p.first && p.last <= b))
        };
        let places = place::places(self.doc, s, &periods);
        let good: Vec<place::Place> =
            places.into_iter().filter(|p| p.rank >= 2 && !p.some && !speaks(p)).collect();
        // "in NAME a rocket hit a block of flats": the name says where.
        let named = |p: &&place::Place| self.doc.lex.profile.head_first && place::named(self.doc, p);
        // "In NAME, … and the district of …": what opens the sentence is where it happens.
        let opens = |p: &&place::Place| p.at <= s.first + 1 && p.rank >= 3 && place::named(self.doc, p);
        good.iter().find(opens).or_else(|| good.iter().rfind(named)).or(good.last()).copied()
    }

    /// Who spoke last before this sentence, for "he added".
    pub fn previous_speaker(&self, index: usize) -> Option<String> {
        // "The committee is studying it. It has reported": the body that opens the sentence before.
        let it =
            self.doc.is(self.doc.sentences[index].first, "it") && crate::presence::phrase::english(self.doc);
        (0..index).rev().take(LOOK_BACK).find_map(|i| {
            let s = self.doc.sentences[i];
            let periods = time::periods(self.doc, s, self.published);
            if it
                && i + 1 == index
                && let Some(body) = attribute::body(self.doc, s, &periods)
            {
                return Some(body);
            }
            attribute::frames(self.doc, s, &periods).iter().rev().find_map(|f| match f.source {
                Speaker::Words(a, b) => Some(self.doc.words(a, b).to_owned()),
                Speaker::Previous => None,
            })
        })
    }

    /// "Об этом сообщил NAME": the next sentence says who said this one.
    pub fn told_behind(&self, index: usize) -> Option<String> {
        let next = *self.doc.sentences.get(index + 1)?;
        let opens = (next.first..next.last.min(next.first + 3)).any(|j| self.doc.has(j, Class::AboutThis));
        if !opens {
            return None;
        }
        let periods = time::periods(self.doc, next, self.published);
        attribute::frames(self.doc, next, &periods).iter().find_map(|f| match f.source {
            Speaker::Words(a, b) => Some(self.doc.words(a, b).to_owned()),
            Speaker::Previous => None,
        })
    }

    /// Who acts in the sentence before: "Gunmen attacked the village. The attack left 12 dead.", or in the one before
    /// that, when nobody acts in between: "The fighting lasted an hour."
    pub fn actor_before(&self, index: usize) -> Option<String> {
        let block = self.doc.sentences[index].block;
        let far = if self.doc.lex.profile.bare_plurals { 2 } else { 1 };
        for i in (0..index).rev().take(far) {
            let s = self.doc.sentences[i];
            if s.block != block {
                return None;
            }
            if let Some(found) = self.actor_of(s, i + 1 == index) {
                return Some(found);
            }
            let other = Classes::of(&[Class::Actor, Class::Say, Class::Act, Class::Hazard]);
            let event = (s.first..s.last).any(|j| self.doc.has(j, Class::Event));
            if !event || (s.first..s.last).any(|j| self.doc.any(j, other)) {
                return None;
            }
        }
        None
    }

    /// "Murieron ocho. El ataque fue obra del Frente.": who is said in the sentence behind to have done it.
    pub fn owned_behind(&self, index: usize) -> Option<String> {
        let s = *self.doc.sentences.get(index + 1)?;
        let own = self.doc.sentences[index];
        let hazard =
            (own.first..own.last).any(|j| self.doc.any(j, Classes::of(&[Class::Hazard, Class::Mutual])));
        if s.block != own.block || hazard || !crate::grammar::romance::here(self.doc) {
            return None;
        }
        let periods = time::periods(self.doc, s, self.published);
        let agents = Finder { doc: self.doc, s, periods: &periods, bound: &[] };
        match agents.somebody(agents.owned_event())? {
            Agent::Words(a, b) => Some(self.doc.words(a, b).to_owned()),
            Agent::Speaker => None,
        }
    }

    fn actor_of(&self, s: Sentence, near: bool) -> Option<String> {
        let periods = time::periods(self.doc, s, self.published);
        let agents = Finder { doc: self.doc, s, periods: &periods, bound: &[] };
        // "מפגינים חסמו את הכביש": no harm came of it.
        let harmless = |j: usize| crate::grammar::prefixed::here(self.doc) && self.doc.has(j, Class::Deny);
        let acts = |j: &usize| {
            (self.doc.has(*j, Class::Act) || crate::agent::gapped::strikes(self.doc, *j))
                && !bind::is_passive(self.doc, s, *j)
                && !harmless(*j)
        };
        if let Some(Agent::Words(a, b)) = agents.whose() {
            return Some(self.doc.words(a, b).to_owned());
        }
        let Some(verb) = (s.first + 1..s.last).find(acts) else {
            // "El convoy fue atacado por hombres armados. Murieron cuatro."
            // "Los rebeldes entraron al pueblo. Mataron a seis."
            let enters = || {
                let near = near && crate::grammar::romance::here(self.doc);
                let acts = |a: &Agent| matches!(*a, Agent::Words(a, b) if (a..b).any(|j| self.doc.has(j, Class::Actor)));
                near.then(|| agents.came().or_else(|| agents.opens_acting(s.last, false)))
                    .flatten()
                    .filter(acts)
            };
            let found = agents.attacked_by(s.first, s.last).or_else(|| agents.attacker_in(s.first, s.last));
            let Agent::Words(a, b) = found.or_else(enters)? else { return None };
            return Some(self.doc.words(a, b).to_owned());
        };
        // "a shell fired by NAME", "workers attacked by NAME": who stands behind "by".
        let by = agents.english() && verb + 1 < s.last && self.doc.has(verb + 1, Class::By);
        let found = if by { agents.by_agent(verb + 1) } else { agents.subject_of(verb) };
        // "According to NAME, the strike led to …": who reports it did not do it.
        let opens = Classes::of(&[Class::Pronoun, Class::Event, Class::According]);
        match agents.somebody(found)? {
            // "Smoking kills people.": nobody acts.
            Agent::Words(a, b)
                if !self.doc.any(a, opens)
                    && !agents.storm(a, b)
                    && ((a..b).any(|j| agents.acts(j) || j > s.first && self.doc.is_name(j))
                        || agents.shouted_attacker(a, b, verb)
                        || agents.opening_attacker(a, b, verb)
                        || crate::grammar::prefixed::country(self.doc, s, (a, b), verb)) =>
            {
                Some(self.doc.words(a, b).to_owned())
            }
            _ => None,
        }
    }

    /// Who speaks in the quotation that holds the lexeme at `at`.
    pub fn quoted_speaker(&self, at: usize) -> Option<String> {
        let all = self.quotations.get_or_init(|| quotation::quotations(self.doc, self.published));
        let q = all.get(all.partition_point(|q| q.close < at)).filter(|q| q.open < at);
        let index = self.doc.sentences.partition_point(|s| s.last <= at);
        let (speaker, named_in) = match q {
            Some(q) => (q.speaker?, q.named_in),
            None => quotation::told_above(self.doc, self.published, index)?,
        };
        match speaker {
            Speaker::Words(a, b) => Some(self.doc.words(a, b).to_owned()),
            Speaker::Previous => self.previous_speaker(named_in),
        }
    }

    /// "Central Command:" on a line of its own, above the paragraphs that are its words.
    pub fn label_above(&self, index: usize) -> Option<String> {
        let block = self.doc.sentences[index].block;
        let above = *self.headings.last().filter(|h| **h < block && block - **h <= LABEL_REACH)?;
        // "NAME: … as follows:" and a list: the label stands above the line that leads to it.
        let listed = self.doc.blocks[block].kind == BlockKind::Item && !self.doc.lex.profile.capitals;
        let next = above.checked_sub(1).filter(|_| listed);
        self.label_at(above).or_else(|| next.and_then(|b| self.label_at(b)))
    }

    /// The office that the block at `above` names before its colon, and nothing else.
    fn label_at(&self, above: usize) -> Option<String> {
        let b = self.doc.blocks[above];
        let s = self.doc.sentences.get(b.first).filter(|_| b.last == b.first + 1)?;
        let end = s.last - 1;
        let a = (s.first..end).find(|j| self.doc.is_word(*j))?;
        // "بيان القيادة بشأن الهجوم:": whose statement, and not what it is about.
        let about =
            (a + 1..end).find(|j| !self.doc.lex.profile.capitals && self.doc.has(*j, Class::Preposition));
        let colon = self.doc.kind(end) == crate::text::token::Kind::Colon;
        let statement = about.filter(|_| colon && self.doc.words(a, a + 1).contains("بيان"));
        let (a, end) = statement.map_or((a, end), |j| (a + 1, j));
        let plain = |j: usize| {
            self.doc.is_word(j) && self.doc.cue(j).is_none() && !self.doc.any(j, attribute::FORBIDDEN)
        };
        // "Northern Hospital:" is where it happened.
        // "القوات المسلحة:" above its own communique.
        let announces = !self.doc.lex.profile.capitals && self.doc.has(a, Class::Actor);
        // "NAME:" on a line of its own, whoever that is.
        let stranger =
            !self.doc.lex.profile.capitals && end - a <= 4 && (a..end).all(|j| self.doc.unknown(j));
        let office = (announces || stranger || (a..end).any(|j| self.doc.has(j, Class::Org)))
            && !self.doc.has(a, Class::PlaceNoun)
            && !matches!(self.doc.unit(a), Some(crate::lexicon::Unit::Building));
        let label = colon && a < end && end - a <= 8 && (a..end).all(plain);
        (label && office).then(|| self.doc.words(a, end).to_owned())
    }

    /// "Statement by the Command: Our forces … . Three of our fighters fell.": who labels the paragraph says "we" in it.
    pub fn we_of(&self, index: usize) -> Option<String> {
        let s = self.doc.sentences[index];
        let first = self.doc.blocks[s.block].first;
        let ours = |j: &usize| {
            ["we", "our", "us", "ours"].iter().any(|w| self.doc.is(*j, w))
                && self.doc.lex.profile.bare_plurals
                || self.doc.words(*j, j + 1).to_lowercase().starts_with("nuestr")
                    && self.doc.lex.profile.verb_first
        };
        if first == index || !self.doc.caps || !(s.first..s.last).any(|j| ours(&j)) {
            return None;
        }
        let opening = self.doc.sentences[first];
        let periods = time::periods(self.doc, opening, self.published);
        attribute::frames(self.doc, opening, &periods).iter().find_map(|f| match f.source {
            Speaker::Words(a, b)
                if self.doc.kind(f.anchor) == crate::text::token::Kind::Colon && b == f.anchor =>
            {
                Some(self.doc.words(a, b).to_owned())
            }
            _ => None,
        })
    }

    /// "A statement issued by the Front", and nothing else: the title of the words that follow.
    pub fn titled_statement(&self, s: Sentence) -> Option<String> {
        let b = self.doc.blocks.first().filter(|b| b.last == b.first + 1 && s.block > 0)?;
        let title = self.doc.sentences.get(b.first).filter(|t| t.last - t.first <= 14 && !t.cued)?;
        let by = (title.first + 1..title.last.min(title.first + 5))
            .find(|j| self.doc.has(*j, Class::According))?;
        let end = (by + 1..title.last).find(|j| !self.doc.is_word(*j)).unwrap_or(title.last);
        // "حركة الفجر": behind an article that is written on, the word is a noun.
        let noun = |j: usize| !self.doc.caps && self.doc.has(j - 1, Class::Det) && self.doc.lexemes[j].glued;
        let plain = |j: usize| noun(j) || !self.doc.any(j, attribute::FORBIDDEN) && self.doc.cue(j).is_none();
        let named = (by + 1..end).any(|j| self.doc.any(j, Classes::of(&[Class::Org, Class::Actor])));
        let whole = b.kind == BlockKind::Heading && (end..title.last).all(|j| !self.doc.is_word(j));
        (whole && named && (by + 1..end).all(plain)).then(|| self.doc.words(by + 1, end).to_owned())
    }

    /// The body that signs a bulletin: a heading or last line that names an organisation and nothing else.
    pub fn issuer(&self, s: Sentence) -> Option<String> {
        if self.doc.blocks[s.block].kind == BlockKind::Paragraph && !self.labelled(s) && !self.letterhead() {
            return None;
        }
        // "Claimed targets: a police station": a label and its value issue nothing.
        self.issuer.get_or_init(|| self.find_issuer().filter(|office| !office.contains(": "))).clone()
    }

    /// An office alone on the first line, and a title with its number or day on the next: all that follows is its word.
    fn letterhead(&self) -> bool {
        let line = |b: usize| {
            let block = self.doc.blocks.get(b).filter(|b| b.kind == BlockKind::Heading)?;
            self.doc.sentences.get(block.first).filter(|s| block.last == block.first + 1 && !s.cued)
        };
        let (Some(office), Some(title)) = (line(0), line(1)) else { return false };
        let dated =
            |s: &Sentence| (s.first..s.last).any(|j| self.doc.kind(j) == crate::text::token::Kind::Number);
        let named = self.doc.has(office.first, Class::Office)
            || self.doc.has(office.first, Class::Org)
            || self.doc.has(office.first, Class::Det) && self.doc.has(office.first + 1, Class::Org);
        named && !dated(office) && dated(title) && self.signs(*office)
    }

    /// "Total since 2 May: 1,207 dead." below a list: a line of the bulletin, though it ends like a sentence.
    fn labelled(&self, s: Sentence) -> bool {
        let listed = self.doc.blocks[..s.block].iter().filter(|b| b.kind == BlockKind::Item).count();
        let colon =
            (s.first..s.last.min(s.first + 12)).any(|j| self.doc.kind(j) == crate::text::token::Kind::Colon);
        listed > 0 && colon && self.doc.blocks[s.block].last == self.doc.blocks[s.block].first + 1
    }

    fn find_issuer(&self) -> Option<String> {
        let n = self.doc.blocks.len();
        // Without capitals a line between messages is hard to tell from one that signs them all.
        let (top, foot) = if self.doc.lex.profile.capitals { (4, 3) } else { (1, 1) };
        let order = (0..n.min(top)).chain(n.saturating_sub(foot)..n);
        for b in order {
            let block = self.doc.blocks[b];
            let Some(s) = self.doc.sentences.get(block.first).copied() else { continue };
            // "WEEKLY MONITOR | 25 – 31 March" is the title of a report.
            let dated = (s.first..s.last).any(|j| self.doc.kind(j) == crate::text::token::Kind::Number);
            let whole = block.last == block.first + 1 && s.last - s.first <= 16 && !dated;
            let orgs = (s.first..s.last).any(|j| self.doc.has(j, Class::Org));
            let cued = (s.first..s.last).any(|j| self.doc.cue(j).is_some());
            if let Some(office) = self
                .titled(b, s)
                .filter(|_| self.doc.lex.profile.capitals || !self.doc.has(s.first, Class::PlaceNoun))
            {
                return Some(office);
            }
            if !whole || !orgs || cued || s.numbered && self.counts(b) || !self.signs(s) {
                continue;
            }
            let words: Vec<usize> = (s.first..s.last).filter(|j| self.doc.is_word(*j)).collect();
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
                return Some(self.doc.words(*first, last + 1).to_owned());
            }
        }
        None
    }

    /// Where no capitals tell a name from a headline, an issuer begins with its office and tells nothing.
    fn signs(&self, s: Sentence) -> bool {
        let tells = Classes::of(&[
            Class::Say,
            Class::Act,
            Class::Event,
            Class::That,
            Class::Hedge,
            Class::Cause,
            Class::Relative,
            Class::Not,
            Class::Zero,
        ]);
        let words = || (s.first..s.last).filter(|j| self.doc.is_word(*j) && !self.doc.has(*j, Class::Det));
        // "Northern Hospital", "Governorate of NAME", "Hospital: …" say where.
        let signs = |j: usize| {
            let place = self.doc.has(j, Class::PlaceNoun) || self.doc.unit(j).is_some();
            self.doc.has(j, Class::Office) || self.doc.has(j, Class::Org) && !place
        };
        let field = (s.first..s.last - 1).any(|j| self.doc.kind(j) == crate::text::token::Kind::Colon);
        self.doc.lex.profile.capitals
            || !field && words().next().is_some_and(signs) && !words().any(|j| self.doc.any(j, tells))
    }

    /// "Army spokesman | weekly summary, 3–9 March": the office before the mark that sets off the title.
    fn titled(&self, block: usize, s: Sentence) -> Option<String> {
        let b = self.doc.blocks[block];
        if block > 0 || b.last != b.first + 1 || b.kind == BlockKind::Paragraph {
            return None;
        }
        let text = self.doc.words(s.first, s.last);
        let cut = ["|", " – ", " — ", " - "].iter().filter_map(|m| text.find(m)).min()?;
        let at = self.doc.lexemes[s.first].start as usize + cut;
        let end = (s.first..s.last).find(|j| self.doc.lexemes[*j].start as usize >= at)?;
        let office = self.doc.has(s.first, Class::Office)
            || end > s.first && (s.first..end).any(|j| self.doc.has(j, Class::Office));
        let plain = (s.first..end)
            .all(|j| self.doc.kind(j) != crate::text::token::Kind::Number && self.doc.cue(j).is_none());
        // Without a date the whole line is the office: "Ministry of Health – Norland".
        let dated = (end..s.last).any(|j| self.doc.kind(j) == crate::text::token::Kind::Number);
        (office && plain && dated).then(|| self.doc.words(s.first, end).trim().to_owned())
    }

    /// The name that an adjective of belonging is made of, when the text has it: by form, not by list.
    pub fn name_behind(&self, adjective: usize) -> Option<String> {
        let word = cairn_fold::fold(self.doc.words(adjective, adjective + 1));
        let begin: String = word.chars().take(4).collect();
        let names = self.names.get_or_init(|| self.all_names());
        let from = names.partition_point(|n| n.0.as_str() < begin.as_str());
        names[from..]
            .iter()
            .take_while(|n| n.0.starts_with(&begin))
            .take(50)
            .find(|n| is_stem(&n.0, &word))
            .map(|n| n.1.clone())
    }

    /// Every single-word name of the text, folded and as written, sorted.
    fn all_names(&self) -> Vec<(String, String)> {
        let name = |j: &usize| self.doc.is_name(*j) && self.doc.unknown(*j);
        let mut names: Vec<(String, String)> = (0..self.doc.lexemes.len())
            .filter(name)
            .map(|j| self.doc.words(j, j + 1))
            .filter(|w| (4..40).contains(&w.len()))
            .map(|w| (cairn_fold::fold(w), w.to_owned()))
            .collect();
        names.sort();
        names.dedup_by(|a, b| a.0 == b.0);
        names
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
