//! Frames known by their form alone: an office behind a closing dash, an unknown verb with its "that".

use crate::attribute::{Finder, Frame, Speaker};
use crate::claim::Stance;
use crate::lexicon::{Class, Classes};
use crate::text::token::Kind;

/// The longest name behind a closing dash, in lexemes.
const LONGEST: usize = 9;

impl Finder<'_, '_> {
    /// "Ministry of Health: 12 people were killed": an office and a colon open the sentence.
    pub(crate) fn labelled(&self) -> Option<Frame> {
        let limit = self.s.last.min(self.s.first + 12);
        let colon = (self.s.first..limit).find(|j| self.doc.kind(*j) == Kind::Colon)?;
        let a = self.trim_start(self.s.first, colon);
        let plain = |j: usize| {
            self.doc.kind(j) != Kind::Number
                && self.doc.cue(j).is_none()
                && !self.doc.any(j, crate::attribute::FORBIDDEN)
                && !self.in_period(j)
                && !self.doc.any(j, Classes::of(&[Class::On, Class::Num]))
                // "Civil Defence in NAME:"
                && (!self.doc.has(j, Class::In) || (a..j).any(|k| self.doc.has(k, Class::Org)))
        };
        // "Country report (2025/26):" is a title.
        let offices = Classes::of(&[Class::Org, Class::Office]);
        let named = |j: usize| self.doc.any(j, offices) && !self.doc.has(j, Class::Say);
        // "@CivilDefence: 6 killed": a handle is a name.
        let handle = a > self.s.first && self.doc.words(a - 1, a) == "@" && colon == a + 1;
        // "القوات المسلحة:" above what it announces, not beside the number of its dead.
        let announces = !self.doc.lex.profile.capitals
            && self.doc.has(a, Class::Actor)
            && self.kind(colon + 1) != Some(Kind::Number)
            && !self.has(colon + 1, Class::Num);
        // "NAME: over 90 hurt … NAME is responsible for": the line is about them, and not their word.
        let charge = |j: usize| {
            self.doc.has(j, Class::Charge)
                && ["אחרא", "مسؤول"].iter().any(|w| self.doc.words(j, j + 1).starts_with(w))
        };
        let blamed = (colon + 1..self.s.last).find(|j| charge(*j));
        let name = || self.doc.words(colon - 1, colon);
        let about = blamed.is_some_and(|c| (colon + 1..c).any(|j| self.doc.words(j, j + 1) == name()));
        if about {
            return None;
        }
        // "נחשפה רשת סחר בעיר: 15 נעצרו": a long label that begins with no office tells something.
        let opens =
            Classes::of(&[Class::Org, Class::Office, Class::Actor, Class::Det, Class::Relays, Class::Medium]);
        let telling = !self.doc.lex.profile.place_prefixes.is_empty()
            && colon - a >= 5
            && !self.doc.any(a, opens)
            && !self.doc.is_acronym(a);
        if telling {
            return None;
        }
        let office = handle || announces || (a..colon).any(|j| named(j) || self.doc.is_service(j));
        let counted = Some(crate::lexicon::Unit::Attack);
        let follows = (colon + 1..self.s.last)
            .any(|j| self.doc.cue(j).is_some() || self.doc.caps && self.doc.unit(j) == counted)
            || self.kind(colon + 1) == Some(Kind::Quote);
        // "the channel, from a military source:": who is relayed speaks.
        let from = (a + 1..colon.saturating_sub(1)).find(|j| self.doc.has(*j, Class::RelayedFrom));
        let a = match from {
            Some(f) if !self.doc.lex.profile.capitals && office => f + 1,
            _ => a,
        };
        (office && follows && (a..colon).all(plain) && self.is_speaker(a, colon)).then_some(Frame {
            source: Speaker::Words(a, colon),
            from: colon + 1,
            to: self.s.last,
            anchor: colon,
            stance: None,
            own_deed: false,
        })
    }

    /// "47 people were killed (Ministry of Health)": an office in brackets closes the statement.
    pub(crate) fn bracketed(&self) -> Option<Frame> {
        let mut close = self.s.last;
        while close > self.s.first && matches!(self.doc.kind(close - 1), Kind::Stop | Kind::Semicolon) {
            close -= 1;
        }
        let close = close.checked_sub(1).filter(|c| *c > self.s.first && self.doc.kind(*c) == Kind::Close)?;
        let open = (self.s.first..close).rev().take(12).find(|j| self.doc.kind(*j) == Kind::Open)?;
        let mut a = open + 1;
        // "(Source: Vale Institute)": the label makes whoever follows the one who says it.
        let labelled = self.has(a, Class::SourceLabel) && self.kind(a + 1) == Some(Kind::Colon);
        a += usize::from(labelled);
        while a < close
            && (self.doc.any(a, Classes::of(&[Class::According, Class::Det]))
                || self.doc.kind(a) == Kind::Colon)
        {
            a += 1;
        }
        // "the Relief Council (NGO)" is a name with its short form.
        let short = open > self.s.first && self.doc.is_name(open - 1) && close - open == 2;
        let plain = |j: usize| {
            (self.doc.is_word(j) || matches!(self.doc.kind(j), Kind::Comma | Kind::Slash | Kind::Possessive))
                && self.doc.cue(j).is_none()
                && !self.doc.has(j, Class::Num)
                && !self.doc.any(j, crate::attribute::FORBIDDEN)
        };
        let office = labelled || (open + 1..close).any(|j| self.doc.has(j, Class::Org));
        let all = a < close && (a..close).all(plain) && office && !short && open > self.s.first;
        (all && (labelled || self.is_speaker(a, close))).then_some(Frame {
            source: Speaker::Words(a, close),
            from: self.s.first,
            to: open,
            anchor: open,
            stance: None,
            own_deed: false,
        })
    }

    /// "The army fought 18 battles – General Staff": an office behind the last dash of a line.
    pub(crate) fn closing_dash(&self) -> Option<Frame> {
        let mut end = self.s.last;
        while end > self.s.first && matches!(self.doc.kind(end - 1), Kind::Stop | Kind::Semicolon) {
            end -= 1;
        }
        let from = self.s.first.max(end.saturating_sub(LONGEST));
        let dash = (from..end).rev().find(|j| self.doc.kind(*j) == Kind::Dash && !self.doc.lexemes[*j].glued);
        // "Toll rises to 37: governor": the same behind the last colon of a headline.
        let colon = (from + 1..dash.unwrap_or(end))
            .rev()
            .find(|j| self.doc.kind(*j) == Kind::Colon && self.doc.caps && end == self.s.last)
            .filter(|j| dash.unwrap_or(end) - j <= 6);
        let (dash, end) = match (colon, dash) {
            // "…: Police - The Herald": the outlet behind the dash only prints it.
            (Some(colon), Some(dash)) if self.is_speaker(colon + 1, dash) => (colon, dash),
            (Some(colon), None) => (colon, end),
            (_, Some(dash)) => (dash, end),
            (None, None) => return None,
        };
        let plain = |j: usize| {
            self.doc.is_word(j)
                && self.doc.cue(j).is_none()
                && !self.doc.any(j, crate::attribute::FORBIDDEN)
                && !self.doc.has(j, Class::By)
        };
        // "12 died – six soldiers and six – of the guard": the dash stands for a noun or a verb.
        let counts = dash > self.s.first
            && self.doc.kind(dash) == Kind::Dash
            && (self.doc.kind(dash - 1) == Kind::Number
                || self.doc.any(dash - 1, Classes::of(&[Class::Num, Class::And])));
        if counts {
            return None;
        }
        let office = (dash + 1..end).any(|j| self.doc.has(j, Class::Org) || self.doc.is_acronym(j));
        let told = (self.s.first..dash).any(|j| self.doc.cue(j).is_some() || self.doc.unit(j).is_some());
        let all = office && told && (dash + 1..end).all(plain) && self.is_speaker(dash + 1, end);
        all.then_some(Frame {
            source: Speaker::Words(dash + 1, end),
            from: self.s.first,
            to: dash,
            anchor: dash,
            stance: None,
            own_deed: false,
        })
    }

    /// "He defended …, saying": whoever spoke last.
    pub(crate) fn he(&self) -> Option<Speaker> {
        let he = self.doc.is(self.s.first, "he") || self.doc.is(self.s.first, "she");
        he.then_some(Speaker::Previous)
    }

    /// "X spoke to Y explaining …": who spoke goes on.
    pub(crate) fn goes_on(&self, last: Option<&Frame>, i: usize) -> Option<Frame> {
        let told = last.filter(|l| self.addresses(l.anchor) && l.from <= i && i < l.to)?.clone();
        self.doc.has(i, Class::SayOn).then_some(Frame {
            from: i + 1,
            to: self.s.last,
            anchor: i,
            own_deed: false,
            stance: None,
            ..told
        })
    }

    /// "… and a reporter saw": the frame of what one of the press saw, from their own clause on.
    pub(crate) fn press(&self, v: usize) -> Option<Frame> {
        let (Speaker::Words(a, b), _) = self.name_before(v)? else { return None };
        let opens = Classes::of(&[Class::Det, Class::Indef]);
        let own = (a + 1..b).rev().find(|j| self.doc.has(j - 1, Class::And) && self.doc.any(*j, opens));
        let source = Speaker::Words(own.unwrap_or(a), b);
        Some(Frame { source, from: v + 1, to: self.s.last, anchor: v, stance: None, own_deed: false })
    }

    /// "a reporter saw": one of the press tells what they saw.
    pub(crate) fn saw(&self, v: usize) -> bool {
        let who =
            (self.s.first..v).rev().find(|j| !self.doc.any(*j, Classes::of(&[Class::Have, Class::Skip])));
        self.doc.has(v, Class::Saw) && who.is_some_and(|j| self.doc.has(j, Class::Press))
    }

    /// "spoke to": the name behind it is the one who listened.
    pub(crate) fn addresses(&self, v: usize) -> bool {
        self.doc.lex.profile.bare_plurals && self.doc.words(v, v + 1).ends_with(" to")
    }

    /// "Dr NAME, head of the clinic, said to the team that": the subject opens the sentence, its appositions between commas.
    pub(crate) fn apposed_subject(&self, v: usize) -> Option<(usize, usize)> {
        let told = Classes::of(&[Class::Of, Class::In, Class::That]);
        let complement = v + 1 < self.s.last
            && (self.doc.any(v + 1, told) || matches!(self.doc.kind(v + 1), Kind::Colon | Kind::Quote));
        // "تحدث إلى المنظمة", "قال لسوريون": to whom it was said.
        let to =
            v + 1 < self.s.last && self.doc.unknown(v + 1) && self.doc.words(v + 1, v + 2).starts_with('ل');
        let told = complement || to || self.has(v + 1, Class::Until) || self.has(v + 1, Class::Be);
        let comma = v > self.s.first && matches!(self.doc.kind(v - 1), Kind::Comma | Kind::Semicolon);
        let a = self.trim_start(self.s.first, v);
        // "أحد المرضى ممن كانوا هناك تحدث إلى المنظمة": "one of" and their relative clause need no comma.
        let one = a < v && self.doc.has(a, Class::OneOf);
        if self.doc.lex.profile.capitals || !told || !(comma || one) {
            return None;
        }
        // "NAME, head of the clinic", "NAME وهو مدير المركز": the name ends before what is said of them.
        let he = |j: usize| {
            self.doc.has(j, Class::And)
                && j + 1 < v
                && self.doc.lexemes[j + 1].glued
                && self.doc.has(j + 1, Class::Be)
        };
        let ends = |j: usize| {
            matches!(self.doc.kind(j), Kind::Comma | Kind::Semicolon)
                || he(j)
                || one && self.doc.has(j, Class::Relative)
        };
        let b = (a..v).find(|j| ends(*j))?;
        let plain = |j: usize| {
            self.doc.is_word(j)
                && self.doc.cue(j).is_none()
                && !self.doc.any(j, crate::attribute::FORBIDDEN)
                && !self.doc.any(j, Classes::of(&[Class::Act, Class::Event, Class::On]))
        };
        (b < v - 1 && b - a <= 10 && (a..b).all(plain) && self.is_speaker(a, b)).then_some((a, b))
    }

    /// "The war has claimed more than 120 deaths": it says nothing.
    pub(crate) fn toll_claimed(&self, v: usize) -> bool {
        self.doc.entry(v).stance == Some(Stance::Claims)
            && (v + 1..self.s.last.min(v + 6))
                .take_while(|j| self.doc.is_word(*j) || self.doc.kind(*j) == Kind::Number)
                .take_while(|j| !self.doc.has(*j, Class::That))
                .any(|j| self.doc.has(j, Class::Deaths))
    }

    /// "dijo a Reuters el médico", "dijo a la agencia NAME un vocero": to whom it is said, before the subject.
    pub(crate) fn addressee(&self, i: usize) -> Option<usize> {
        if !self.doc.caps || !(self.has(i, Class::To) || self.has(i, Class::Onto)) {
            return None;
        }
        if let Some(told) = self.told_to(i) {
            return Some(told);
        }
        // "a la", "al": preposition and article in one.
        let article = !self.has(i, Class::To);
        let mut j = i + 1;
        while j < self.s.last && j < i + 7 {
            let name = self.doc.is_name(j) && !self.doc.any(j, Classes::of(&[Class::Indef]));
            let led = if j == i + 1 { article } else { self.doc.has(j - 1, Class::Det) };
            let office = led && self.doc.has(j, Class::Org);
            // "a esta agencia"
            let this =
                j > i && self.doc.any(j - 1, Classes::of(&[Class::This])) && self.doc.has(j, Class::Org);
            if !(name
                || office
                || this
                || j == i + 1 && self.doc.any(j, Classes::of(&[Class::Det, Class::This])))
            {
                break;
            }
            j += 1;
        }
        // "dijo a Reuters NAME NAME, jefe de la policía": the first name is the agency's.
        let names = !article && j >= i + 3 && (i + 1..j).all(|k| self.doc.is_name(k));
        if names && (j >= self.s.last || matches!(self.kind(j), Some(Kind::Comma | Kind::Stop))) {
            return Some(i + 2);
        }
        let subject = j < self.s.last
            && (self.doc.any(j, Classes::of(&[Class::Det, Class::Indef])) || self.doc.has(j, Class::Org));
        (j > i + 1 && subject && !self.doc.has(j - 1, Class::Det)).then_some(j)
    }

    /// "أظهر التقرير أن": an unknown verb opens the clause, an office and "that" follow.
    fn opens_with(&self, v: usize) -> bool {
        let opens = (self.s.first..v).all(|j| {
            !self.doc.is_word(j)
                || self.doc.any(j, Classes::of(&[Class::And, Class::Skip, Class::Have]))
                || self.in_period(j)
        });
        opens
            && self.doc.lex.profile.verb_first
            && self.name_after(v + 1).is_some_and(|(a, b)| {
                let office = (a..b).any(|j| self.doc.has(j, Class::Org));
                // "وتابع الدكتور: “…”": somebody, a colon and a quotation.
                let quotes = self.kind(b) == Some(Kind::Colon) && self.kind(b + 1) == Some(Kind::Quote);
                // "… the centre, in its report, that"
                let plain = |j: &usize| self.doc.is_word(*j) && self.doc.cue(*j).is_none();
                let that = self.has(b, Class::That)
                    || (self.has(b, Class::Pronoun) || self.has(b, Class::In))
                        && (b..self.s.last.min(b + 5)).take_while(plain).any(|j| self.has(j, Class::That));
                b - a <= 8 && (that && office || quotes)
            })
    }

    /// "شخص يقول إن": somebody in one word right before the verb and its "that".
    pub(crate) fn someone_says(&self, v: usize) -> Option<usize> {
        let who = v.checked_sub(1).filter(|j| *j > self.s.first)?;
        let person = self.doc.has(who, Class::Lone)
            || matches!(self.doc.unit(who), Some(crate::lexicon::Unit::Person | crate::lexicon::Unit::Group));
        let led = Classes::of(&[Class::In, Class::Of, Class::On, Class::Det, Class::Num]);
        let free = self.doc.is_word(who - 1) && !self.doc.any(who - 1, led);
        let told = self.has(v + 1, Class::That) || self.kind(v + 1) == Some(Kind::Colon);
        (!self.doc.lex.profile.capitals && person && free && told && self.doc.cue(who).is_none())
            .then_some(who)
    }

    /// "we", "I" right before the verb at `v`.
    pub(crate) fn first_person(&self, v: usize) -> bool {
        let skip = Classes::of(&[Class::Have, Class::Skip, Class::Be]);
        let before = (self.s.first..v).rev().find(|j| !self.doc.any(*j, skip));
        before.is_some_and(|j| {
            self.doc.has(j, Class::FirstPerson)
                || self.doc.lex.profile.bare_plurals && (self.doc.is(j, "we") || self.doc.is(j, "i"))
        })
    }

    /// "according to preliminary information": nobody's.
    pub(crate) fn impersonal(&self, a: usize, b: usize) -> bool {
        (a..b).any(|j| self.doc.has(j, Class::Impersonal))
            && (a..b).all(|j| {
                self.doc.has(j, Class::Impersonal)
                    || self.doc.any(j, Classes::of(&[Class::Det, Class::Indef, Class::Skip, Class::Past]))
                    || self.doc.unknown(j) && !self.doc.is_name(j)
            })
    }

    /// A word of reporting behind an article is a noun: "su cuenta", "la denuncia".
    pub(crate) fn is_noun(&self, v: usize) -> bool {
        // "ten men accused of murder": who stands before it is the accused.
        let charged = self.doc.entry(v).stance == Some(Stance::Accuses)
            && self.doc.lex.profile.bare_plurals
            && self.doc.words(v, v + 1).ends_with("ed")
            && self.has(v + 1, Class::Of);
        if charged {
            return true;
        }
        // "three men, identified as members of a gang"
        let described = self.doc.lex.profile.bare_plurals
            && v > self.s.first
            && !self.doc.has(v - 1, Class::Pronoun)
            && v + 1 < self.s.last
            && self.doc.is(v + 1, "as");
        // "In Afton district, Alder province, reported clashes injured five": a participle, and a place before it.
        let placed = self.doc.lex.profile.bare_plurals
            && v > self.s.first + 1
            && self.doc.kind(v - 1) == Kind::Comma
            && self.doc.has(v - 2, Class::PlaceNoun)
            && self.has(v + 1, Class::Event);
        if described || placed || self.governed_noun(v) {
            return true;
        }
        // "a Norland warning missile": a participle before its noun.
        let article = |j: usize| self.doc.any(j, Classes::of(&[Class::Det, Class::Indef]));
        let led = (self.s.first..v)
            .rev()
            .take(3)
            .take_while(|j| article(*j) || self.doc.is_demonym(*j) || self.doc.is_name(*j))
            .any(article);
        let modifier = self.doc.has(v, Class::SayOn)
            && self.doc.lex.profile.bare_plurals
            && led
            && v + 1 < self.s.last
            && (self.doc.unit(v + 1).is_some()
                || self.doc.any(v + 1, Classes::of(&[Class::Event, Class::Hazard])));
        if modifier {
            return true;
        }
        let behind = v > self.s.first && self.doc.has(v - 1, Class::Det) && self.doc.is_word(v - 1);
        behind
            && self.doc.lex.profile.verb_first
            && self.doc.caps
            && !self.doc.lexemes[v].glued
            && cairn_fold::fold(self.doc.words(v - 1, v)) != "lo"
            && !self.has(v + 1, Class::That)
    }

    /// "نقلت الوكالة عن مسؤول قوله": the one from whom it is relayed speaks.
    pub(crate) fn relayed(&self, v: usize) -> Option<Frame> {
        let from = (v + 1..self.s.last.min(v + 9)).find(|j| self.has(*j, Class::RelayedFrom))?;
        let (a, b) = self.name_after(from + 1)?;
        // "…, as the agency relayed from an official."
        let closes = self.doc.has(v, Class::According) && v > self.s.first + 2;
        Some(Frame {
            source: Speaker::Words(a, b),
            from: if closes { self.s.first } else { b },
            to: if closes { v } else { self.s.last },
            anchor: v,
            stance: None,
            own_deed: false,
        })
    }

    /// Names end where a link in brackets begins, or the deed that a report is about; a name that ends in a preposition is none;
    /// "12 killed, according to A, …, and 5, according to B": each has what stands before it.
    pub(crate) fn tidy(&self, frames: &mut Vec<Frame>) {
        let doc = self.doc;
        let small = !doc.lex.profile.capitals;
        for f in frames.iter_mut() {
            let Speaker::Words(a, b) = f.source else { continue };
            let ends = |j: &usize| {
                doc.kind(*j) == Kind::Open && doc.words(*j, *j + 1) == "["
                    || small && *j + 1 < b && doc.has(*j, Class::Event) && doc.has(*j + 1, Class::Actor)
            };
            // "the [army](address)": the name is inside the brackets.
            let named = |end: &usize| (a..*end).any(|j| !doc.has(j, Class::Det));
            if let Some(end) = (a + 1..b).find(ends).filter(named) {
                f.source = Speaker::Words(a, end);
            }
        }
        let open = Classes::of(&[Class::Of, Class::In, Class::And]);
        // "يوثق هذه الحوادث", "مقطعا فيديو": what is shown or pointed at does not speak.
        let thing = |a: usize| {
            doc.has(a, Class::Measure)
                || ["هذه", "هذا", "تلك"].contains(&doc.words(a, a + 1))
                    && !(a + 1..doc.lexemes.len().min(a + 3))
                        .any(|j| doc.any(j, Classes::of(&[Class::Org, Class::Office])))
        };
        frames.retain(|f| {
            !matches!(f.source, Speaker::Words(a, b) if small && b > a && (doc.any(b - 1, open) || thing(a)))
        });
        for k in 1..frames.len() {
            let (Speaker::Words(_, end), Speaker::Words(_, last)) = (frames[k - 1].source, frames[k].source)
            else {
                continue;
            };
            let (one, two) = (frames[k - 1].anchor, frames[k].anchor);
            let according = |i: usize| doc.has(i, Class::According);
            let tells = |j: usize| doc.cue(j).is_some();
            let closing = frames[k].from <= one && frames[k].to <= last && frames[k - 1].from < one;
            if small
                && closing
                && one < end
                && end < two
                && according(one)
                && according(two)
                && (end..two).any(tells)
            {
                frames[k - 1].to = one;
                frames[k].from = end;
            }
        }
    }

    /// "the coordinator underlined that": whatever the verb, who governs "that" speaks.
    pub(crate) fn governs_that(&self, v: usize) -> bool {
        let doc = self.doc;
        // "وبين المركز أن": a preposition in form.
        let between =
            !doc.lex.profile.capitals && doc.any(v, Classes::of(&[Class::Between, Class::Belonging]));
        if !(doc.unknown(v) || between) || !doc.is_word(v) || doc.is_name(v) {
            return false;
        }
        if !doc.lex.profile.capitals {
            return self.opens_with(v);
        }
        let that = v + 1 + usize::from(self.kind(v + 1) == Some(Kind::Comma));
        if v == self.s.first || !self.has(that, Class::That) {
            return false;
        }
        // "demonstrations that forced", "the Friday marches that": a noun with its relative clause.
        let relative = doc.lex.profile.bare_plurals
            && that + 1 < self.s.last
            && (doc.any(that + 1, Classes::of(&[Class::Be, Class::Have, Class::Act, Class::Hedge]))
                || doc.cue(that + 1).is_some()
                || doc.is_past(that + 1));
        if relative || self.in_period(v - 1) {
            return false;
        }
        let word = cairn_fold::fold(doc.words(v, v + 1));
        let finite = doc.lex.profile.that_verb_endings.iter().any(|e| word.ends_with(e.as_str()));
        let mut before = v - 1;
        while before > self.s.first && doc.any(before, Classes::of(&[Class::Have, Class::Skip])) {
            before -= 1;
        }
        // "the fact stressed that": a person or an office right before the verb.
        let someone = doc.is_name(before)
            || doc.any(before, Classes::of(&[Class::Org, Class::Actor]))
            || matches!(doc.unit(before), Some(crate::lexicon::Unit::Group | crate::lexicon::Unit::Person));
        finite && someone
    }
}
