//! Whose attack it is: events behind, before or between figure and cue, and the names that stand with them.

use crate::agent::{Agent, ENDS, Finder, REACH};
use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::token::Kind;

impl Finder<'_, '_> {
    /// "in NAME attacks", "due to NAME air strikes" behind the predicate.
    pub(crate) fn event_owner(&self, from: usize) -> Option<Agent> {
        let limit = self.s.last.min(from + REACH);
        let link = Classes::of(&[
            Class::Cause,
            Class::In,
            Class::During,
            Class::From,
            Class::By,
            Class::Of,
            Class::On,
            Class::Since,
        ]);
        let mut linked = false;
        let mut resume = from;
        for i in from..limit {
            if i < resume {
                continue;
            }
            // "40 people, most of them women, in a strike": what stands between commas is passed over.
            if self.doc.kind(i) == Kind::Comma
                && self.has(i + 1, Class::Including)
                && let Some(end) = (i + 2..limit.min(i + 12)).find(|j| self.doc.kind(*j) == Kind::Comma)
            {
                resume = end + 1;
                continue;
            }
            // "One was killed, and 65 others injured, in NAME attacks": what is counted next fell with them.
            let caused = self.has(i + 1, Class::Cause);
            if self.doc.kind(i) == Kind::Comma
                && (self.doc.lex.profile.bare_plurals && (self.counted_next(i + 1) || caused)
                    || caused && !self.doc.caps)
            {
                continue;
            }
            // "נעצרו בחשד לתקיפת שוטרים": what they are suspected of was done to others.
            if self.doc.has(i, Class::Suspicion) {
                return None;
            }
            if matches!(self.doc.kind(i), Kind::Semicolon | Kind::Stop | Kind::Comma)
                || self.doc.has(i, Class::Say)
            {
                return None;
            }
            linked |= self.doc.any(i, link);
            if linked && self.doc.has(i, Class::Event) {
                return self.owner_of(i).map(|(a, b)| Agent::Words(a, b));
            }
        }
        None
    }

    /// Whether another figure begins at `i`, behind an "and".
    fn counted_next(&self, i: usize) -> bool {
        let at = i + usize::from(self.has(i, Class::And));
        at > i && self.bound.iter().any(|o| o.figure.first == at)
    }

    /// "NAME shelling has killed", "the toll of NAME attacks rose to".
    pub(crate) fn event_before(&self, to: usize) -> Option<Agent> {
        if let Some(opening) = self.opening_event(to) {
            return self.owner_of(opening).map(|(a, b)| Agent::Words(a, b));
        }
        let from = self.s.first.max(to.saturating_sub(18));
        let (mut which, mut resume) = (false, to);
        for i in (from..to).rev() {
            if i >= resume {
                continue;
            }
            if self.which_follows(i) || i > from && self.which_follows(i - 1) {
                which = true;
                continue;
            }
            // "Норландський удар по місту, на жаль, забрав життя": a word between commas.
            if let Some(open) = self.aside(i) {
                resume = open;
                continue;
            }
            if matches!(self.doc.kind(i), Kind::Semicolon | Kind::Stop | Kind::Comma)
                || self.doc.has(i, Class::Say)
                || self.doc.has(i, Class::And) && !self.which_result(i) && !self.joins_figures(i)
                || self.doc.has(i, Class::Relative)
                    && !self.which_result(i)
                    && !(i > from && self.doc.any(i - 1, Classes::of(&[Class::In, Class::During])))
            {
                return None;
            }
            if self.doc.has(i, Class::Event) {
                // A bare name before the attack that is only told of may be its place.
                let acts = |j: usize| self.doc.has(j, Class::Actor) || self.doc.is_demonym(j);
                let owner = self.owner_of(i).filter(|(a, b)| !which || (*a..*b).any(acts));
                return owner.map(|(a, b)| Agent::Words(a, b));
            }
        }
        None
    }

    /// "وفي هجوم للفرقة على القرية، قتل ثلاثة": the attack that opens the sentence, up to its comma.
    fn opening_event(&self, to: usize) -> Option<usize> {
        let at = self.s.first + usize::from(self.has(self.s.first, Class::And));
        let led = !self.doc.caps && self.has(at, Class::In) && self.has(at + 1, Class::Event);
        let comma = (at..to).find(|j| !self.doc.is_word(*j)).filter(|_| led)?;
        let next = comma + 1 == to && self.doc.kind(comma) == Kind::Comma;
        next.then_some(at + 1)
    }

    /// The comma that opens what the one at `close` closes: one or two words that say nothing of the deed.
    fn aside(&self, close: usize) -> Option<usize> {
        let doc = self.doc;
        if !doc.lex.profile.head_first || doc.kind(close) != Kind::Comma {
            return None;
        }
        let open = (self.s.first + 1..close).rev().take(3).find(|j| doc.kind(*j) == Kind::Comma)?;
        let empty =
            |j: usize| doc.is_word(j) && !doc.is_name(j) && doc.cue(j).is_none() && doc.unit(j).is_none();
        (open + 1 < close && (open + 1..close).all(empty)).then_some(open)
    }

    /// "هجوم قوات NAME على المدينة الذي بدأ أمس وأدى إلى نزوح 12": what led to it is the event named last, whose clause goes on.
    pub(crate) fn led_to(&self, at: usize) -> Option<Agent> {
        if self.doc.caps || !self.doc.lex.profile.verb_first {
            return None;
        }
        let leads = (self.s.first..at).rev().take(4).find(|j| self.doc.has(*j, Class::Leads))?;
        let stop = |j: &usize| {
            matches!(self.doc.kind(*j), Kind::Stop | Kind::Semicolon | Kind::Colon)
                || self.doc.has(*j, Class::Say)
        };
        // "استهداف القوات": whom it was aimed at stands behind it.
        let aimed = |j: usize| self.doc.words(j, j + 1).contains("استهداف");
        let mut events = (self.s.first..leads)
            .rev()
            .take(30)
            .take_while(|j| !stop(j))
            .filter(|j| self.doc.has(*j, Class::Event) || aimed(*j));
        let by = |e: usize, a: usize| (e..a).any(|j| self.doc.has(j, Class::By));
        events
            .find_map(|e| self.owner_of(e).filter(|(a, _)| *a >= e && (!aimed(e) || by(e, *a))))
            .map(|(a, b)| Agent::Words(a, b))
    }

    /// "a raid killed 8 and wounded 10": what joins two figures is no new clause, where nothing but the noun is said.
    fn joins_figures(&self, i: usize) -> bool {
        let noun = matches!(self.doc.cue(i + 1), Some((_, Role::Noun)));
        let begins = |o: &Bound| o.figure.first == i + 1 || noun && o.figure.first == i + 2;
        !self.doc.caps
            && i + 1 < self.s.last
            && self.bound.iter().any(begins)
            && self.bound.iter().any(|o| {
                o.noun.last.max(o.figure.last) == i
                    || i > 0 && self.doc.has(i - 1, Class::Lone) && o.figure.first > i
            })
    }

    /// ", and which caused": the event stands before the clause that begins at `i`.
    fn which_result(&self, i: usize) -> bool {
        let which = i + usize::from(self.has(i, Class::And));
        !self.doc.caps
            && self.has(which, Class::Relative)
            && self.has(which + 1, Class::Act)
            && self.doc.cue(which + 1).is_none()
    }

    /// "a rebel attack on the depot, which killed": the comma at `i` and its "which" tell of the attack.
    fn which_follows(&self, i: usize) -> bool {
        self.doc.lex.profile.bare_plurals
            && self.doc.kind(i) == Kind::Comma
            && i + 1 < self.s.last
            && self.doc.is(i + 1, "which")
    }

    /// Whose attack the event at `event` is: its modifiers by name, its "by", or the name behind it.
    pub(crate) fn owner_of(&self, event: usize) -> Option<(usize, usize)> {
        // A war is nobody's alone.
        if self.doc.has(event, Class::Mutual) || crate::grammar::romance::strikes(self.doc, event) {
            return None;
        }
        let mut a = event;
        while a > self.s.first {
            let j = a - 1;
            // "in the region, at a night attack of": adjectives only, where nouns follow what they own.
            let apart = self.doc.lex.profile.head_first
                && self.doc.any(j, Classes::of(&[Class::PlaceNoun, Class::Skip]));
            let modifier = (matches!(self.doc.kind(j), Kind::Word | Kind::Possessive)
                || self.doc.kind(j) == Kind::Code && self.doc.lex.profile.bare_plurals)
                && !self.doc.any(j, ENDS)
                && !self.doc.any(
                    j,
                    Classes::of(&[
                        Class::In,
                        Class::From,
                        Class::To,
                        Class::And,
                        Class::Of,
                        Class::By,
                        Class::Indef,
                        Class::Det,
                        Class::Num,
                    ]),
                )
                && self.doc.cue(j).is_none()
                && !apart
                && !self.periods.iter().any(|p| p.first <= j && j < p.last);
            if !modifier || event - a > 5 {
                break;
            }
            a = j;
        }
        // "Вчорашній норландський удар": the capital of a sentence makes no name of an adjective.
        let opening = |j: usize| {
            self.doc.lex.profile.head_first
                && j == self.s.first
                && !self.doc.is_demonym(j)
                && self.doc.words(j, j + 1).ends_with(['й', 'я', 'е', 'і'])
        };
        let name = |j: usize| {
            self.doc.is_name(j)
                && !opening(j)
                && !self.doc.any(j, Classes::of(&[Class::Det, Class::Skip, Class::This, Class::Indef]))
        };
        // Where all is written in capitals an adjective of belonging or initials are a name.
        let shouted = |j: usize| {
            self.doc.lex.profile.bare_plurals
                && !self.doc.caps
                && (self.doc.is_demonym(j) || self.doc.unknown(j) && self.doc.words(j, j + 1).contains('.'))
        };
        let name = |j: usize| (name(j) || shouted(j)) && !self.opening_adjective(j);
        let named = |r: std::ops::Range<usize>| r.clone().any(|j| name(j) || self.doc.has(j, Class::Actor));
        if let Some(whose) = self.shouted_owner(a, event) {
            return Some(whose);
        }
        while a < event && !name(a) && !self.doc.has(a, Class::Actor) {
            a += 1;
        }
        // "the Riverton attack", where the text tells of what happened in Riverton: a place, and nobody's.
        let end = (a..event).find(|j| !name(*j)).unwrap_or(event);
        let place = end > a
            && self.doc.lex.profile.bare_plurals
            && !self.doc.any(a, Classes::of(&[Class::Actor, Class::Org]))
            && !self.has(end, Class::Actor)
            && self.doc.kind(end) != Kind::Possessive
            && (self.doc.is_placed(a, end)
                // "the Riverton school strike"
                || (end..event).any(|j| {
                    self.doc.has(j, Class::PlaceNoun)
                        || self.doc.unit(j) == Some(Unit::Building)
                }));
        if self.target(a, event) {
            return None;
        }
        if named(a..event) && !place {
            return Some((a, event + 1));
        }
        if let Some(whose) = self.belonging(event).or_else(|| self.attack_of(event)) {
            return Some(whose);
        }
        let mut j = event + 1;
        while j < self.s.last
            && j < event + 10
            && self.doc.is_word(j)
            // "الهجوم الذي شنته قوات NAME": the clause names whose it is at once.
            && (!self.doc.any(j, Classes::of(&[Class::Say, Class::And, Class::Relative, Class::Be]))
                || !self.doc.caps && self.doc.has(j, Class::Relative) && self.has(j + 1, Class::By))
        {
            if self.doc.has(j, Class::By) && self.inflicts(j) {
                return self.actor(j + 1);
            }
            // "shelling from Westland forces", "missiles from either …"
            let origin = j <= event + 2 && self.doc.has(j, Class::From) && self.doc.lex.profile.bare_plurals;
            if let Some((x, y)) = origin.then(|| self.actor(j + 1)).flatten()
                && (x..y).any(|k| self.doc.has(k, Class::Actor))
            {
                return Some((x, y));
            }
            j += 1;
        }
        // "the bombings of three churches, carried out by NAME, killed 13"
        let participle = j + 2 < self.s.last && self.doc.kind(j) == Kind::Comma && self.doc.is_word(j + 1);
        if participle && self.doc.caps && self.doc.has(j + 2, Class::By) {
            return self.actor(j + 3);
        }
        // "قصف القوات", "обстріл військ": the owner behind the event.
        let next = event + 1;
        let passed = |j: usize| {
            self.doc.is_word(j)
                && (self.doc.unknown(j)
                    || self.doc.any(j, Classes::of(&[Class::To, Class::Of, Class::Event])))
        };
        let whose = (next..self.s.last.min(next + 4))
            .take_while(|j| self.doc.has(*j, Class::Actor) || passed(*j))
            .find(|j| self.doc.has(*j, Class::Actor));
        if self.doc.lex.profile.lower_demonyms
            && let Some(whose) = whose.filter(|w| *w == next || !self.doc.caps)
        {
            return self.actor(whose);
        }
        // "תקיפות" and the initials of an army behind it.
        if !self.doc.caps && next < self.s.last && self.doc.is_acronym(next) && self.doc.unknown(next) {
            return Some((event, next + 1));
        }
        if !self.doc.lex.profile.adjective_after {
            return None;
        }
        // "el ataque norlandés", "العدوان النورلاندي": belonging behind the event.
        let between = Classes::of(&[Class::Skip, Class::Det]);
        let j = (event + 1..self.s.last.min(event + 4))
            // "استهداف بطائرة مسيرة نورلاندية": behind the weapon and its preposition.
            .filter(|j| {
                self.doc.caps || !(self.has(*j, Class::In) && self.doc.unit(*j + 1) == Some(Unit::Munition))
            })
            // "תקיפת כטב"ם נורלנדית": behind the weapon.
            .find(|j| {
                self.doc.caps
                    || !self.doc.any(*j, between) && self.doc.unit(*j) != Some(crate::lexicon::Unit::Munition)
            })
            .unwrap_or(event + 1);
        let demonym = j < self.s.last
            && self.doc.is_word(j)
            && self.doc.unknown(j)
            && self.doc.lex.looks_demonym(&cairn_fold::fold(self.doc.words(j, j + 1)));
        if demonym {
            let by = !self.doc.caps && self.has(event + 1, Class::In) && event + 2 < j;
            return Some((event + if by { 2 } else { 0 }, j + 1));
        }
        // "ataques de los separatistas"
        // "Emboscada de un grupo armado": but "la masacre de un grupo" says who was killed.
        let killing = matches!(self.doc.cue(event), Some((Harm::Killed, _)));
        let one = self.has(j + 1, Class::Indef) && !killing && self.doc.caps;
        let whose = j + 1 + usize::from(self.has(j + 1, Class::Det) || one);
        (self.has(j, Class::Of) && self.has(whose, Class::Actor) && self.actor_like(whose))
            .then(|| self.actor(j + 1))
            .flatten()
    }

    /// The first noun phrase of the sentence: names up to the first word that cannot belong to them.
    pub(crate) fn opening_subject(&self) -> Option<Agent> {
        if !self.doc.caps {
            return None;
        }
        let mut a = self.s.first;
        // "al Frente y mataron a siete": to whom, behind a break.
        if crate::grammar::romance::here(self.doc) && self.doc.is(a, "al") {
            return None;
        }
        while a < self.s.last
            && (self.doc.any(a, Classes::of(&[Class::And, Class::Skip]))
                || self.periods.iter().any(|p| p.first <= a && a < p.last)
                || self.doc.kind(a) == Kind::Comma)
        {
            a += 1;
        }
        if a < self.s.last
            && self.doc.any(
                a,
                Classes::of(&[
                    Class::In,
                    Class::On,
                    Class::From,
                    Class::Zero,
                    Class::Not,
                    Class::According,
                    Class::Cause,
                ]),
            )
        {
            return None;
        }
        let mut b = a;
        let mut named = false;
        while b < self.s.last && b < a + 8 && self.doc.is_word(b) {
            if self.doc.has(b, Class::Event) {
                return self.owner_of(b).map(|(a, b)| Agent::Words(a, b));
            }
            let part = self.doc.is_name(b)
                || self.doc.any(b, Classes::of(&[Class::Actor, Class::Org, Class::Det, Class::Indef]))
                || self.doc.unit(b) == Some(Unit::Group);
            if !part {
                break;
            }
            named |= b > a && self.doc.is_name(b)
                || self.doc.any(b, Classes::of(&[Class::Actor]))
                || self.doc.is_name(b) && self.doc.unknown(b);
            b += 1;
        }
        let strong = (a..b).any(|j| {
            self.doc.any(j, Classes::of(&[Class::Actor]))
                || self.doc.is_demonym(j)
                || self.doc.is_name(j) && j > a
        });
        (named && strong && b > a).then_some(Agent::Words(a, b))
    }

    /// "killed by a bomb that was planted by NAME": a weapon is nobody, who used it is.
    pub(crate) fn placed_by(&self, by: usize) -> Option<(usize, usize)> {
        let weapon = |j: usize| {
            self.doc.any(j, Classes::of(&[Class::Hazard, Class::Event]))
                || self.doc.unit(j) == Some(Unit::Munition)
        };
        let thing = (by + 1..self.s.last.min(by + 5)).find(|j| weapon(*j))?;
        let goes_on =
            |j: &usize| self.doc.is_word(*j) && !self.doc.any(*j, Classes::of(&[Class::Say, Class::And]));
        let next = (thing + 1..self.s.last.min(thing + 6)).take_while(goes_on).find(|j| {
            self.doc.has(*j, Class::By) && (self.doc.is_past(j - 1) || self.doc.has(j - 1, Class::Act))
        })?;
        self.actor(next + 1)
    }

    /// "the toll of NAME attacks … to 12".
    pub(crate) fn event_between(&self, cue: usize, figure: usize) -> Option<Agent> {
        (cue + 1..figure)
            .find(|j| self.doc.has(*j, Class::Event))
            .and_then(|e| self.owner_of(e))
            .map(|(a, b)| Agent::Words(a, b))
    }
}
