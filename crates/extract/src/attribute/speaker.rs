//! Where the name of a speaker begins and ends, before a reporting verb or behind it.

use crate::attribute::{FORBIDDEN, Finder, MAX_NAME, Speaker};
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::numbers::value_at;
use crate::text::token::Kind;

impl Finder<'_, '_> {
    /// The speaker that stands before the verb at `v`, and where their name begins.
    pub(crate) fn name_before(&self, v: usize) -> Option<(Speaker, usize)> {
        let first = self.s.first;
        let mut end = v;
        while end > first {
            let j = end - 1;
            if let Some(p) = self.periods.iter().find(|p| p.first <= j && j < p.last) {
                end = p.first;
            } else if self.doc.any(j, Classes::of(&[Class::Have, Class::Skip])) {
                end = j;
            } else if let Some(before) =
                self.parenthesis(j).or_else(|| self.aside(j)).or_else(|| self.between_dashes(j))
            {
                end = before;
            } else {
                break;
            }
        }
        let last = end.checked_sub(1).filter(|j| *j >= first)?;
        // "the report said": a word of reporting that is a noun here.
        if self.doc.has(last, Class::Say)
            && self.doc.has(last, Class::Org)
            && last > first
            && self.doc.any(last - 1, Classes::of(&[Class::Det, Class::Indef, Class::This]))
        {
            return Some((Speaker::Words(last - 1, end), last - 1));
        }
        // "the next report says"
        if self.doc.has(last, Class::Say)
            && self.doc.has(last, Class::Org)
            && last > first + 1
            && self.doc.lex.profile.bare_plurals
            && self.doc.is_word(last - 1)
            && !self.doc.any(last - 1, FORBIDDEN)
            && self.doc.any(last - 2, Classes::of(&[Class::Det, Class::Indef]))
        {
            return Some((Speaker::Words(last - 2, end), last - 2));
        }
        // "the overall reported toll", "too early to say"
        if self
            .doc
            .any(last, Classes::of(&[Class::Det, Class::Indef, Class::Cumulative, Class::To, Class::Be]))
        {
            return None;
        }
        // "the Front this denies": an object before its verb.
        if self.doc.has(last, Class::Pronoun)
            && self.doc.has(last, Class::Object)
            && last > first
            && self.doc.is_word(last - 1)
            && (self.doc.is_name(last - 1)
                || self.doc.any(last - 1, Classes::of(&[Class::Actor, Class::Org])))
        {
            end = last;
        } else if self.doc.has(last, Class::Pronoun) {
            return Some((Speaker::Previous, last));
        }
        // "La asociación, que estima que 12 han desaparecido"
        let which = crate::grammar::romance::here(self.doc)
            && last > first + 1
            && self.doc.has(last, Class::That)
            && matches!(self.doc.kind(last - 1), Kind::Comma)
            && self.has(v + 1, Class::That);
        if self.doc.has(last, Class::Relative) || which {
            return self.relative_antecedent(last);
        }
        let apposed = self.doc.kind(last) == Kind::Comma;
        let mut end = if apposed { last } else { end };
        let mut start = end;
        let mut comma = None;
        let mut depth = 0;
        let mut hit_bar = false;
        while start > first && end - start < MAX_NAME {
            let j = start - 1;
            match self.doc.kind(j) {
                Kind::Close => depth += 1,
                Kind::Open if depth > 0 => depth -= 1,
                Kind::Comma if depth == 0 => {
                    // "En la reunión, el titular de la oficina, NAME, dijo"
                    let titled = comma.is_some() && crate::grammar::romance::here(self.doc);
                    if !apposed || titled && self.doc.has(j + 1, Class::Det) {
                        break;
                    }
                    comma = comma.or(Some(j)).map(|_| j);
                }
                Kind::Stop
                    if self.doc.lexemes[j].end - self.doc.lexemes[j].start == 1
                        && start < end
                        && !apposed => {}
                Kind::Number if depth == 0 && apposed && self.clause_opens(j).is_some() => {}
                // "Military Detachment No. 1 reported", "Radio 24 said"
                Kind::Number
                    if self.numbered_office(j) || start == end && j > first && self.numbered_name(j) =>
                {
                    start = j;
                    continue;
                }
                Kind::Stop | Kind::Semicolon | Kind::Colon | Kind::Open | Kind::Number if depth == 0 => {
                    hit_bar = true;
                    break;
                }
                // A name in quotation marks.
                Kind::Quote if start == end && self.quoted_name(j).is_some() => {
                    start = self.quoted_name(j).unwrap_or(j);
                    continue;
                }
                Kind::Quote if start == end || self.quote_is_close(j) => {
                    break;
                }
                // "…<br />The spokesman said": the mark of a page ends no name and begins none.
                Kind::Mark if depth == 0 && matches!(self.doc.words(j, j + 1), ">" | "<") => break,
                // "SAN NAME (NPA) - A spokesman said"
                Kind::Dash if depth == 0 && self.doc.caps && !self.doc.lexemes[j + 1].glued && !apposed => {
                    break;
                }
                _ => {}
            }
            let barred = depth == 0
                && (self.doc.any(j, FORBIDDEN) && !self.mid_name(j) && !self.describes(j)
                    || self.doc.cue(j).is_some() && !self.within_name(j)
                    || self.doc.kind(j) == Kind::Number
                    || self.in_period(j));
            // "the command, which surrounds the city, claims": the name before the relative clause.
            // "the agency, quoting informed sources, said"
            if barred
                && apposed
                && self.doc.any(j, Classes::of(&[Class::Relative, Class::Quoting]))
                && j > first
                && self.doc.kind(j - 1) == Kind::Comma
            {
                (end, start, comma) = (j - 1, j - 1, None);
                continue;
            }
            // "an official quoted by the radio said"
            if barred && self.doc.has(j, Class::Quoting) && self.has(j + 1, Class::By) {
                (end, start) = (j, j);
                continue;
            }
            // "a doctor, who asked not to be named, said"
            if barred
                && apposed
                && let Some(opens) = self.clause_opens(j)
            {
                (end, start, comma) = (opens, opens, None);
                continue;
            }
            // "a witness who had fled the town said", "un vecino que pidió el anonimato dijo"
            if barred
                && !apposed
                && let Some((a, b)) = self.described_by_clause(j)
            {
                return Some((Speaker::Words(a, b), a));
            }
            // "with the death of rebel said HURTADO": what the noun governs is no subject.
            if barred && start == j + 1 && matches!(self.doc.cue(j), Some((_, Role::Noun))) {
                return None;
            }
            if barred {
                hit_bar = !self.doc.any(j, Classes::of(&[Class::That, Class::Be]));
                break;
            }
            start = j;
        }
        if hit_bar && apposed {
            start = comma? + 1;
        }
        let start = self.trim_start(start, end);
        // "Hubo disturbios y el alcalde confirmó": the second clause alone.
        let start = (start + 1..end).rev().find(|j| self.second_clause(*j)).unwrap_or(start);
        // "In a statement, the spokesman, NAME, said": the adjunct and its comma are no part of the name.
        let leading = Classes::of(&[Class::In, Class::On, Class::During]);
        // "Más temprano, NAME, un portavoz, dijo"
        let early = || {
            let close = (start + 1..end.min(start + 4)).find(|j| self.doc.kind(*j) == Kind::Comma);
            let somebody = Classes::of(&[Class::Org, Class::Actor, Class::Det, Class::Indef]);
            let who = |j: usize| {
                self.doc.is_name(j) && j > first || self.doc.any(j, somebody) || self.doc.unit(j).is_some()
            };
            crate::grammar::romance::here(self.doc) && close.is_some_and(|c| !(start..c).any(who))
        };
        let led = apposed
            && self.doc.caps
            && start < end
            && (self.doc.any(start, leading)
                || early() && (first..start).filter(|j| self.doc.is_word(*j)).count() <= 3);
        let behind = (start + 1..end).find(|j| led && self.doc.kind(*j) == Kind::Comma && *j + 1 < end);
        let start = behind.map_or(start, |j| self.trim_start(j + 1, end));
        // "Más temprano, NAME, un portavoz, dijo"
        let small =
            |j: usize| self.doc.is_word(j) && self.doc.unknown(j) && (j == first || !self.doc.is_name(j));
        let lead = apposed && crate::grammar::romance::here(self.doc) && start < first + 4;
        let brief = (start..end).find(|j| lead && self.doc.kind(*j) == Kind::Comma);
        let brief = brief.filter(|c| *c > start && *c + 1 < end && (start..*c).all(small));
        let start = brief.map_or(start, |c| self.trim_start(c + 1, end));
        // "In the ministry they said": an office speaks.
        // "in the NAME administration they said": its adjectives stand before it.
        let office = start + 1 < end
            && self.has(start, Class::In)
            && (start + 1..end.min(start + if self.doc.lex.profile.head_first { 4 } else { 2 }))
                .any(|j| self.doc.has(j, Class::Org) || self.doc.is_acronym(j));
        let start = start + usize::from(office);
        if let Some((a, b)) = self.asked_by(start) {
            return Some((Speaker::Words(a, b), a));
        }
        // "…, data from the ministry show", "a report by the ministry said": named with whose it is.
        let start = self.report_of(start).unwrap_or(start);
        // "En principio las autoridades": a few words of manner lead.
        let leads = crate::grammar::romance::here(self.doc) && start < end && self.has(start, Class::In);
        let inner = (start + 2..end).rev().find(|j| {
            leads && self.doc.any(*j, Classes::of(&[Class::Det, Class::Indef])) && self.has(j + 1, Class::Org)
        });
        let start = inner.filter(|j| j - start <= 4).unwrap_or(start);
        // "In the district were recorded …" names a place, not a speaker.
        let placed = start < end && self.doc.any(start, Classes::of(&[Class::In, Class::On, Class::During]));
        (!placed && self.is_speaker(start, end)).then_some((Speaker::Words(start, end), start))
    }

    /// Where "a report by", "data from" before the name at `start` begins.
    fn report_of(&self, start: usize) -> Option<usize> {
        let doc = self.doc;
        let whose = Classes::of(&[Class::By, Class::From, Class::Of]);
        let noun = start.checked_sub(2).filter(|j| *j >= self.s.first && doc.any(start - 1, whose))?;
        let report = doc.has(noun, Class::Say) && doc.has(noun, Class::Org) || doc.has(noun, Class::Medium);
        let led = noun > self.s.first && doc.any(noun - 1, Classes::of(&[Class::Det, Class::Indef]));
        (report && doc.lex.profile.bare_plurals).then_some(noun - usize::from(led))
    }

    /// "No. 1" behind the name of an office.
    fn numbered_office(&self, j: usize) -> bool {
        let stop = usize::from(j > self.s.first && self.doc.kind(j - 1) == Kind::Stop);
        j > self.s.first + stop + 1 && self.doc.has(j - 1 - stop, Class::Identifier)
    }

    /// "the Disaster Risk Authority": a capital between two others, whatever the word means elsewhere.
    fn mid_name(&self, j: usize) -> bool {
        self.doc.caps
            && self.doc.any(j, Classes::of(&[Class::Hedge, Class::Not, Class::Zero]))
            && j > self.s.first
            && j + 1 < self.s.last
            && (j - 1..j + 2).all(|k| self.doc.is_name(k))
    }

    /// The comma before the "who" or "that" of the relative clause in which `j` stands.
    fn clause_opens(&self, j: usize) -> Option<usize> {
        let from = self.s.first.max(j.saturating_sub(14));
        let which = (from + 1..=j)
            .rev()
            .take_while(|k| self.doc.is_word(*k) || self.doc.kind(*k) == Kind::Number)
            .find(|k| self.doc.any(*k, Classes::of(&[Class::Relative, Class::That])))?;
        (self.doc.kind(which - 1) == Kind::Comma).then_some(which - 1)
    }

    /// ", for their part,": where the first comma stands, when `j` is the second.
    pub(crate) fn parenthesis(&self, j: usize) -> Option<usize> {
        if self.doc.kind(j) != Kind::Comma {
            return None;
        }
        // "Mira Holt, 34, said"
        let aged = crate::presence::phrase::english(self.doc)
            && j > self.s.first + 2
            && self.doc.kind(j - 1) == Kind::Number
            && self.doc.kind(j - 2) == Kind::Comma
            && self.doc.is_name(j - 3);
        if aged {
            return Some(j - 2);
        }
        let open = (self.s.first..j).rev().take(6).find(|k| !self.doc.has(*k, Class::Skip))?;
        (open + 1 < j && self.doc.kind(open) == Kind::Comma).then_some(open)
    }

    /// Where the quotation that ends at `j` opens, if it holds only a few words.
    pub(crate) fn quoted_name(&self, j: usize) -> Option<usize> {
        let open = (self.s.first..j).rev().take(5).find(|k| !self.doc.is_word(*k))?;
        let states = (open + 1..j).any(|k| self.doc.cue(k).is_some());
        (self.doc.kind(open) == Kind::Quote && open + 1 < j && !states && self.quote_is_close(j))
            .then_some(open)
    }

    /// A quotation mark with a space behind it and none before closes a quotation.
    pub(crate) fn quote_is_close(&self, j: usize) -> bool {
        let apart = |k: usize| !self.doc.lexemes[k].glued || self.doc.kind(k) == Kind::Comma;
        self.doc.lexemes[j].glued && j + 1 < self.s.last && apart(j + 1)
    }

    /// "… by NAME, who confirms": the name before the relative.
    pub(crate) fn relative_antecedent(&self, relative: usize) -> Option<(Speaker, usize)> {
        let mut end = relative;
        let joined = !self.doc.caps && end > self.s.first && self.doc.has(end - 1, Class::And);
        end -= usize::from(joined);
        if end > self.s.first && self.doc.kind(end - 1) == Kind::Comma {
            end -= 1;
        }
        // "one of the medics who helped to …, and who said": the one, however far.
        let one = (self.s.first..end).rev().take(MAX_NAME).filter(|j| self.doc.has(*j, Class::OneOf)).last();
        if let Some((a, b)) =
            one.filter(|_| joined || !self.doc.lex.profile.capitals).and_then(|a| self.name_after(a))
        {
            return Some((Speaker::Words(a, b), a));
        }
        let mut start = end;
        while start > self.s.first && end - start < MAX_NAME {
            let j = start - 1;
            let bar = !self.doc.is_word(j) && !matches!(self.doc.kind(j), Kind::Quote | Kind::Stop)
                || self.doc.any(j, FORBIDDEN)
                || self.doc.any(
                    j,
                    Classes::of(&[Class::By, Class::In, Class::On, Class::To, Class::From, Class::And]),
                );
            if bar {
                break;
            }
            start = j;
        }
        let start = self.trim_start(start, end);
        self.is_speaker(start, end).then_some((Speaker::Words(start, end), start))
    }

    pub(crate) fn trim_start(&self, mut start: usize, end: usize) -> usize {
        while start < end {
            let skip = !self.doc.is_word(start) && self.doc.kind(start) != Kind::Quote
                || self.doc.is(start, "with")
                || self.doc.any(
                    start,
                    Classes::of(&[
                        Class::And,
                        Class::Skip,
                        Class::That,
                        Class::Cause,
                        Class::By,
                        Class::Stop,
                        Class::Compare,
                    ]),
                )
                || self.in_period(start)
                // "Por la noche el presidente"
                || crate::grammar::romance::here(self.doc) && self.doc.has(start, Class::PartOfDay);
            if !skip {
                break;
            }
            start += 1;
        }
        start
    }

    /// The name that begins at `a`: up to the mark or word that cannot be part of it.
    pub(crate) fn name_after(&self, a: usize) -> Option<(usize, usize)> {
        let a = self.trim_start(a, self.s.last);
        // "recorded inside the towns": a place is no speaker, "said in the ministry" is.
        let placed = self.has(a, Class::In) && self.doc.is_word(a);
        if placed
            && !self.doc.caps
            && !self.doc.lexemes[(a + 1).min(self.s.last - 1)].glued
            && !self.has(a + 1, Class::Org)
        {
            return None;
        }
        let a = a + usize::from(self.has(a, Class::In));
        // "أكد لفريق التحقيقات أن": to whom it was said.
        let told = !self.doc.lex.profile.capitals
            && self.has(a, Class::Of)
            && a + 1 < self.s.last
            && self.doc.lexemes[a + 1].glued
            && (self.doc.words(a, a + 1).starts_with('ل') || self.doc.words(a, a + 1) == "ל");
        if told { None } else { self.name_at(a) }
    }

    /// The name that begins at a lexeme, if it may be a speaker's.
    pub(crate) fn name_at(&self, a: usize) -> Option<(usize, usize)> {
        // "وثقنا 83 انتهاكا", "نشرت تقريرا": the object of the verb, and nobody.
        if crate::grammar::verbal::here(self.doc)
            && a < self.s.last
            && crate::grammar::verbal::tanwin(self.doc, a)
        {
            return None;
        }
        let mut b = a;
        let mut depth = 0;
        while b < self.s.last && b - a < MAX_NAME {
            match self.doc.kind(b) {
                Kind::Open => depth += 1,
                Kind::Close if depth == 0 => break,
                Kind::Close => {
                    depth -= 1;
                    b += 1;
                    continue;
                }
                // "a 34-year-old teacher"
                Kind::Number if b + 1 < self.s.last && self.doc.has(b + 1, Class::AgePost) => {}
                Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Number if depth == 0 => break,
                Kind::Stop
                    if !(b + 1 < self.s.last
                        && self.doc.lexemes[b].end - self.doc.lexemes[b].start == 1
                        && b > a) =>
                {
                    break;
                }
                Kind::Dash if !self.doc.lexemes[b].glued && depth == 0 => break,
                Kind::Quote if b > a && depth == 0 && !self.doc.caps && self.quotes_at(b) => break,
                _ => {}
            }
            let bar = depth == 0
                && (self.doc.any(b, FORBIDDEN) && !self.mid_name(b) && !self.describes(b)
                    || self.doc.cue(b).is_some()
                        && !(b > a && self.within_name(b))
                        && !(b == a && self.doc.has(b, Class::Org) && !self.doc.caps)
                    || self.doc.has(b, Class::About) && value_at(self.doc, b + 1, self.s.last).is_some()
                    || self.doc.has(b, Class::Stop)
                    || b > a && !self.doc.caps && self.doc.has(b, Class::Skip)
                    || self.in_period(b)
                    || b > a && self.doc.any(b, Classes::of(&[Class::From, Class::During, Class::Pronoun])));
            // "قال NAME لوكالة": to whom it was said.
            let whole = b > a && self.doc.words(a, a + 1).contains(' ');
            let addressed = !self.doc.caps
                && (b > a + 1 || whole)
                && self.doc.has(b, Class::Of)
                && self.has(b + 1, Class::Org)
                && self.doc.lexemes[b + 1].glued
                && !self.doc.has(b + 1, Class::PlaceNoun)
                || b > a && crate::grammar::verbal::addressed(self.doc, self.s, b);
            // "قال NAME في الفيديو": where it was said. "en el ataque": where it was done.
            let noun = b + 1 + usize::from(self.has(b + 1, Class::Det));
            let spoken = b > a
                && self.doc.has(b, Class::In)
                && self.doc.is_word(b)
                && (self.has(noun, Class::Abstract)
                    || self.doc.caps && self.has(noun, Class::Event) && !self.doc.is_name(noun));
            // "أدان NAME العدوان الذي": the object and its clause.
            let object =
                b > a && !self.doc.caps && self.doc.has(b, Class::Event) && self.has(b + 1, Class::Relative);
            // "informaron las autoridades para acotar que": why is no part of who.
            let aim = b > a
                && self.doc.caps
                && self.doc.lex.profile.verb_first
                && self.doc.has(b, Class::Preposition)
                && !(noun < self.s.last && self.doc.is_name(noun))
                && !self.doc.is_name(b);
            // "citó a testigos hablando de": what they were doing.
            let doing = crate::grammar::romance::here(self.doc)
                && b > a
                && self.doc.unknown(b)
                && !self.doc.is_name(b)
                && ["ando", "iendo"].iter().any(|e| self.doc.words(b, b + 1).ends_with(e));
            // "identified by relatives as brothers"
            let role = b > a && crate::presence::phrase::english(self.doc) && self.doc.is(b, "as");
            if doing || role {
                break;
            }
            // "published on its page"
            let paged =
                !self.doc.caps && b > a && self.doc.has(b, Class::On) && self.doc.words(b, b + 1) == "على";
            let owned = b > a && !self.doc.caps && self.doc.is_own_responsibility(b);
            // "نشرت NAME تقريرا": what they published.
            let owned = owned
                || b > a
                    && crate::grammar::verbal::here(self.doc)
                    && crate::grammar::verbal::tanwin(self.doc, b);
            let one = b > a && (a..b).all(|j| self.doc.any(j, Classes::of(&[Class::OneOf, Class::Det])));
            if bar && !(one && self.doc.cue(b).is_some()) && !self.within_quotes(a, b)
                || addressed
                || paged
                || spoken
                || object
                || aim
                || owned
            {
                break;
            }
            b += 1;
        }
        while b > a
            && (self.doc.any(
                b - 1,
                Classes::of(&[
                    Class::And,
                    Class::Skip,
                    Class::In,
                    Class::On,
                    Class::Det,
                    Class::To,
                    Class::Until,
                ]),
            ) || self.doc.kind(b - 1) == Kind::Quote && b - a == 1)
        {
            b -= 1;
        }
        // A name run ends before a plain word that opens the next clause.
        if self.is_speaker(a, b) { Some((a, b)) } else { None }
    }

    /// "Front for the Liberation of NAME", "Commission on Missing Persons": the noun is part of what they are called.
    pub(crate) fn within_name(&self, j: usize) -> bool {
        if self.titled_word(j) || self.describes(j) {
            return true;
        }
        let noun = match self.doc.cue(j) {
            Some((Harm::Excluded, Role::Noun)) => true,
            Some((harm, Role::Head)) => !matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties),
            _ => false,
        };
        let pass =
            Classes::of(&[Class::Of, Class::Det, Class::Skip, Class::On, Class::In, Class::Preposition]);
        let back = (self.s.first..j)
            .rev()
            .take(3)
            .take_while(|k| self.doc.is_word(*k))
            .find(|k| !(self.doc.any(*k, pass) || self.doc.caps && self.doc.unknown(*k)));
        noun && back.is_some_and(|k| {
            self.doc.any(k, Classes::of(&[Class::Org, Class::Actor])) && self.doc.cue(k).is_none()
        })
    }
}
