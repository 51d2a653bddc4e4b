//! The subject of a clause by form: what stands before its first verb, whatever that verb is.

use crate::agent::{Agent, ENDS, Finder};
use crate::bind::Bound;
use crate::claim::Metric;
use crate::grammar::romance;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::token::Kind;

/// The longest way from a verb back to the subject of its clause, in lexemes.
const REACH: usize = 60;

/// What stands before a clause: it begins behind them.
const BEFORE: Classes = Classes::of(&[Class::That, Class::When]);

/// Leading words of a clause that are no subject: "on Monday", "after the raid".
const ADJUNCT: Classes = Classes::of(&[
    Class::In,
    Class::On,
    Class::During,
    Class::From,
    Class::Cause,
    Class::Since,
    Class::AsOf,
    Class::Until,
    Class::According,
    Class::Past,
]);

/// What a verb behind a comma or a conjunction says of its subject.
pub(crate) enum Past {
    Found(Agent),
    /// A participle of its own, which nobody named does.
    Nobody,
    /// It goes on with an earlier verb.
    Joined,
    Plain,
}

impl Finder<'_, '_> {
    /// "the squad, headed by NAME, has caused …", "…, causing damage but leaving no dead": the subject of the clause.
    pub(crate) fn past_asides(&self, v: usize, depth: u8) -> Past {
        let first = self.s.first;
        if !self.doc.lex.profile.bare_plurals || depth > 0 {
            return Past::Plain;
        }
        // "the embassy (killing three)": said of what stands before the bracket.
        if self.doc.kind(v - 1) == Kind::Open && self.progressive(v) {
            return Past::Nobody;
        }
        let stop = |k: usize| self.doc.any(k, Classes::of(&[Class::And, Class::Stop]));
        let little = Classes::of(&[Class::Have, Class::Skip, Class::Be, Class::Not]);
        let mut k = v - 1;
        while k > first && !stop(k) && self.doc.any(k, little) {
            k -= 1;
        }
        let joined = stop(k) && self.progressive(v);
        match self.clause_subject(v).filter(|_| joined || self.doc.kind(k) == Kind::Comma) {
            Some(agent) => Past::Found(agent),
            None if joined => Past::Joined,
            None => Past::Plain,
        }
    }

    /// "Almost 110 houses were ruined by Orla": a storm is nobody.
    pub(crate) fn storm(&self, a: usize, b: usize) -> bool {
        (a..b).any(|j| self.doc.is_storm(j)) && !(a..b).any(|j| self.doc.has(j, Class::Actor))
    }

    /// Who acts in the clause of the verb at `v`: "four bombers broke into a barracks, …, killing 12".
    pub(crate) fn clause_subject(&self, v: usize) -> Option<Agent> {
        if self.doc.lex.profile.verb_first || self.doc.lex.profile.past_endings.is_empty() {
            return None;
        }
        if let Some(agent) = self.past_relative(v).or_else(|| self.passive_before(v)) {
            return Some(agent);
        }
        let from = self.clause_start(v)?;
        if let Some(by) = self.suffered(from, v) {
            return self.actor(by + 1).map(|(a, b)| Agent::Words(a, b));
        }
        let a = self.lead(from, v)?;
        // "We have inflicted 16 casualties"
        if self.doc.has(a, Class::Pronoun) {
            let we = cairn_fold::fold(self.doc.words(a, a + 1)) == "we";
            return we.then_some(Agent::Words(a, a + 1));
        }
        let (b, verb) = self.noun_phrase(a, v);
        if a >= b {
            return None;
        }
        // "a bomb planted by gunmen killed": whose it is stands with it.
        let used = || {
            let weapon = |j: usize| {
                self.doc.any(j, Classes::of(&[Class::Hazard, Class::Event]))
                    || self.doc.unit(j) == Some(Unit::Munition)
            };
            let by = (verb + 1..v.min(verb + 3)).find(|j| self.doc.has(*j, Class::By))?;
            (by + 1 < v && (a..b).any(weapon)).then(|| self.actor(by + 1))?
        };
        if let Some((x, y)) = used() {
            return Some(Agent::Words(x, y));
        }
        // "the clinic was struck by NAME forces, killing 12"
        if self.passive(verb, v) {
            // "received fire from Norland troops, killing two"
            let fire = |j: usize| self.undergoes(verb) && self.doc.has(j, Class::From);
            let by = (verb..v).find(|j| self.doc.has(*j, Class::By) || fire(*j))?;
            return self.actor(by + 1).map(|(a, b)| Agent::Words(a, b));
        }
        if let Some(event) = (a..b).find(|j| self.doc.has(*j, Class::Event)) {
            // "The attack, which the council blamed on NAME, killed 12"
            let blamed = || {
                let by = (b..v).find(|j| self.doc.has(*j, Class::By))?;
                self.actor(by + 1)
            };
            return self.owner_of(event).or_else(blamed).map(|(a, b)| Agent::Words(a, b));
        }
        let counted = |o: &Bound| o.metric.is_some() && (a..b).contains(&o.figure.num);
        // "a car bomb outside the police station": the head acts, not where it stands.
        let behind = Classes::of(&[Class::Of, Class::In, Class::From, Class::To, Class::By, Class::On]);
        let head = (a + 1..b).find(|j| self.doc.any(*j, behind)).unwrap_or(b);
        // "Hamlet Guard stormed the post": a name that is no place acts where the verb is one of attack.
        let struck = verb < v && self.doc.has(verb, Class::Act) && !self.doc.has(verb, Class::Say);
        let name = |j: usize| {
            self.doc.is_name(j)
                && (self.doc.unknown(j) || self.doc.has(j, Class::Org))
                && (j > self.s.first || j + 1 < head && self.doc.is_name(j + 1))
                && !self.doc.is_placed(a, head)
        };
        let office = |j: usize| !self.doc.caps && self.doc.has(a, Class::Det) && self.doc.has(j, Class::Org);
        let acts = (a..head).any(|j| self.acts(j) || struck && (name(j) || office(j)))
            && !(a..b).any(|j| self.doc.has(j, Class::Hazard));
        (acts && !self.bound.iter().any(counted)).then_some(Agent::Words(a, b))
    }

    /// "confirmó que los hombres armados llegaron …, abrieron fuego, matando a cuatro": who opens the clause behind "that"
    /// and is an actor by name acts in all its verbs.
    pub(crate) fn reported_subject(&self, v: usize) -> Option<Agent> {
        let doc = self.doc;
        if !doc.lex.profile.verb_first || !doc.caps {
            return None;
        }
        let that = (self.s.first + 1..v)
            .rev()
            .take(REACH)
            .take_while(|j| !matches!(doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| doc.has(*j, Class::That) && doc.has(*j - 1, Class::Say))?;
        // Behind the time and its comma.
        let mut a = that + 1;
        while a < v {
            if let Some(p) = self.periods.iter().find(|p| p.first <= a && a < p.last) {
                a = p.last;
            } else if doc.kind(a) == Kind::Comma
                || doc.any(a, Classes::of(&[Class::Skip, Class::Stop, Class::About]))
                || doc.is_adverb(a)
            {
                a += 1;
            } else {
                break;
            }
        }
        a = self.hour_of_day(a, v).unwrap_or(a);
        // "que a las 00:18 horas del jueves, hombres armados …": the hour and its comma.
        let hour = |j: usize| doc.kind(j) == Kind::Number || doc.has(j, Class::TimeUnit);
        let comma = (a..v.min(a + 12)).find(|j| doc.kind(*j) == Kind::Comma);
        a = comma.filter(|c| *c < a + 10 && (a..*c).any(hour)).map_or(a, |c| c + 1);
        if a + 1 >= v {
            return None;
        }
        let head = a + usize::from(doc.any(a, Classes::of(&[Class::Det, Class::Indef])));
        let end = (head + 1..v).find(|j| {
            let verb = doc.cue(*j).is_some() && doc.unit(*j).is_none() && !doc.has(*j, Class::Actor);
            !doc.is_word(*j) || doc.any(*j, ENDS) || self.finite(*j) || doc.has(*j, Class::In) || verb
        })?;
        // Nobody else acts before the verb: no other "que" clause, no passive agent.
        let bar = Classes::of(&[Class::Say, Class::By, Class::Cause, Class::When]);
        let other = (end..v).any(|j| doc.any(j, bar));
        let counted = self.bound.iter().any(|o| o.metric.is_some() && (a..end).contains(&o.figure.num));
        let acts = doc.has(head, Class::Actor) && end - a <= 8 && v > end;
        (acts && !other && !counted).then_some(Agent::Words(a, end))
    }

    /// An agent is somebody: never an article, an adverb with the capital of its sentence, or the mark before them.
    pub(crate) fn somebody(&self, found: Option<Agent>) -> Option<Agent> {
        let found = found.and_then(|agent| self.careful(agent)).filter(|agent| !self.thing_or_torso(agent));
        let Some(Agent::Words(mut a, b)) = found else { return found };
        if !self.doc.caps {
            // "THE BRIGADE WALKED INTO": where no capitals tell, a verb at the end is no name.
            let verb = a + 1 < b && self.doc.is_past(b - 1);
            return found.filter(|_| !verb).and_then(|agent| self.plain_name(agent));
        }
        while a < b && self.doc.kind(a) == Kind::Quote && !self.closed_within(a, b) {
            a += 1;
        }
        let empty = Classes::of(&[
            Class::Det,
            Class::Indef,
            Class::Skip,
            Class::This,
            Class::And,
            Class::In,
            Class::PartOfDay,
            Class::Vague,
        ]);
        // "los enfrentamientos entre la Liga y la Guardia": of two sides neither alone.
        let among = (a..b).any(|j| self.doc.has(j, Class::Among) && self.doc.has(j, Class::Between));
        if self.doc.lex.profile.verb_first && among {
            return None;
        }
        // "Una serie de ataques gubernamentales": whose, or nobody's.
        if self.doc.lex.profile.verb_first && self.doc.has(a, Class::Many) && b == a + 1 {
            let plain = |j: usize| self.doc.is_word(j) && self.doc.unknown(j) && !self.doc.is_name(j);
            let owned = a + 2 < self.s.last && self.doc.has(a + 1, Class::Event) && plain(a + 2);
            return owned.then_some(Agent::Words(a, a + 3));
        }
        let event = |j: usize| self.doc.has(j, Class::Event) && !self.doc.has(j, Class::Actor);
        // "Ataque suicida": an event of two words. "Nos dispararon": to whom it was done.
        let event = |j: usize| event(j) || romance::event_or_object(self.doc, j);
        let body = |j: usize| self.doc.is_word(j) && !self.doc.any(j, empty) && !event(j);
        // "las fuerzas reforzaron el cerco": a verb that nobody listed ends the name.
        let verb = (a + 1..b).find(|j| self.finite(*j)).unwrap_or(b);
        let (a, verb) = self.subject_case(a, verb)?;
        (a..verb).any(body).then_some(Agent::Words(a, verb))
    }

    /// "al ser agredidas por hombres armados": a passive of its own.
    pub(crate) fn being(&self, by: usize) -> bool {
        by > self.s.first + 1 && (self.doc.is(by - 2, "ser") || self.doc.is(by - 2, "siendo"))
    }

    /// ", una agencia financiada por el Estado": said of what stands before it.
    pub(crate) fn apposed_by(&self, from: usize, by: usize) -> bool {
        let doc = self.doc;
        let comma = (from.max(by.saturating_sub(6))..by).rev().find(|j| doc.kind(*j) == Kind::Comma);
        doc.lex.profile.verb_first
            && doc.caps
            && doc.unknown(by - 1)
            && comma.is_some_and(|c| c + 2 < by - 1 && doc.has(c + 1, Class::Indef))
    }

    /// A word with the ending of a finite verb of the past, where nouns have none like it.
    pub(crate) fn finite(&self, j: usize) -> bool {
        let doc = self.doc;
        let word = || doc.words(j, j + 1);
        doc.lex.profile.verb_first
            && doc.caps
            && doc.is_word(j)
            && doc.unknown(j)
            && !doc.is_name(j)
            && word().chars().count() > 5
            && (["aron", "ieron", "eron"].iter().any(|e| word().ends_with(e)) || word().ends_with('ó'))
    }

    /// "Norland forces in the city": the place behind the name is no part of it.
    pub(crate) fn cut_tail(&self, a: usize, end: usize) -> usize {
        // "settlers from NAME": where they come from says who they are.
        let origin = |j: usize| self.doc.caps && j + 1 < end && self.doc.is_name(j + 1);
        (a + 1..end)
            .find(|j| self.doc.has(*j, Class::In) || self.doc.has(*j, Class::From) && !origin(*j))
            .unwrap_or(end)
    }

    /// Whether the quotation that opens at `a` ends before `b`: a name in quotation marks.
    fn closed_within(&self, a: usize, b: usize) -> bool {
        (a + 1..b).any(|j| self.doc.kind(j) == Kind::Quote)
    }

    /// "Gunmen opened fire: 17 dead", "hombres armados irrumpieron en un bar y dispararon, con un saldo de nueve muertos":
    /// who opens the clause and acts in it did what the figure behind tells as its outcome.
    pub(crate) fn outcome(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let first = b.figure.first;
        if !doc.caps || first > self.s.first + REACH {
            return None;
        }
        let used = matches!(b.metric, Some(Metric::MunitionsCount | Metric::MunitionsMass));
        let link = (self.s.first + 2..first)
            .rev()
            .take(REACH)
            // "…; murieron tres hombres": the verb right behind the mark.
            .take_while(|j| {
                let told = doc.lex.profile.verb_first && b.cue == Some(j + 1);
                !matches!(doc.kind(*j), Kind::Stop | Kind::Quote) && (doc.kind(*j) != Kind::Semicolon || told)
            })
            .find(|j| self.leads_to_outcome(*j, used) || doc.kind(*j) == Kind::Semicolon)?;
        // Nothing of its own stands between: only figures, their nouns and cues.
        let bar =
            Classes::of(&[Class::Say, Class::Relative, Class::When, Class::That, Class::By, Class::Act]);
        if (link + 1..first).any(|j| doc.any(j, bar) && doc.cue(j).is_none()) {
            return None;
        }
        // "La oficina reportó que hombres armados atacaron …, dejando": the clause behind "that".
        let that = (self.s.first + 1..link)
            .rfind(|j| romance::here(doc) && doc.has(*j, Class::That) && doc.has(*j - 1, Class::Say));
        let from = self.lead(that.map_or(self.s.first, |j| j + 1), link)?;
        let act =
            |j: &usize| doc.has(*j, Class::Act) && (!doc.has(*j, Class::Event) || romance::strikes(doc, *j));
        let verb = (from + 1..link).find(act)?;
        // "fueron atacados", "was raided": those it was done to.
        let was = doc.has(verb - 1, Class::Be) && !doc.has(verb - 1, Class::Have);
        let told = (from..link).any(|j| doc.has(j, Class::Say) || doc.entry(j).stance.is_some());
        if told || link - verb > REACH {
            return None;
        }
        // "la casa fue atacada por hombres armados, con saldo de dos heridos"
        if was {
            let by = (verb + 1..link).find(|j| doc.has(*j, Class::By))?;
            return self.actor(by + 1).map(|(a, b)| Agent::Words(a, b));
        }
        let end = (from + 1..verb)
            .find(|j| {
                doc.any(*j, Classes::of(&[Class::In, Class::That, Class::Relative, Class::Have]))
                    || doc.lex.profile.verb_first && doc.has(*j, Class::From)
                    || !doc.is_word(*j)
                    || self.periods.iter().any(|p| p.first <= *j && *j < p.last)
            })
            .unwrap_or(verb);
        let somebody = |j: usize| {
            doc.has(j, Class::Actor) || doc.is_demonym(j) || doc.is_name(j) && doc.unknown(j) && j + 1 == end
        };
        let thing = |j: usize| doc.any(j, Classes::of(&[Class::Hazard, Class::Event, Class::Pronoun]));
        let counted = self.bound.iter().any(|o| o.metric.is_some() && (from..end).contains(&o.figure.num));
        let named = (from..end).any(somebody) && !(from..end).any(thing) && end - from <= 8;
        (named && !counted).then_some(Agent::Words(from, end))
    }

    /// What introduces an outcome: a colon, "leaving", "dejando", "con un saldo de"; for weapons a plain "with".
    fn leads_to_outcome(&self, j: usize, used: bool) -> bool {
        let doc = self.doc;
        let word = || cairn_fold::fold(doc.words(j, j + 1));
        doc.kind(j) == Kind::Colon
            || doc.is_word(j) && doc.has(j, Class::Act) && {
                let w = word();
                w.ends_with("ando")
                    || w.ends_with("iendo")
                    || doc.lex.profile.bare_plurals && w.ends_with("ing")
            }
            || doc.has(j, Class::Outcome)
            || used && (doc.is(j, "con") || doc.is(j, "with"))
    }

    /// "Los carabineros detuvieron a 716 personas": only people seize and torture, whatever they are called.
    pub(crate) fn captor(&self, v: usize) -> Option<Agent> {
        let doc = self.doc;
        let seizes =
            matches!(doc.cue(v), Some((Harm::Detained | Harm::Abducted | Harm::Tortured, _))) && doc.caps;
        let a = self.lead(self.s.first, v).filter(|a| seizes && a + 1 < v && v - a <= 5)?;
        let noun = |j: usize| doc.is_word(j) && (doc.unknown(j) || doc.unit(j) == Some(Unit::Group));
        let led = doc.any(a, Classes::of(&[Class::Det, Class::Indef]));
        (led && (a + 1..v).all(noun)).then_some(Agent::Words(a, v))
    }

    /// Whether the word at `j` ends a subject that the lexicon does not know, right behind the start of its clause.
    pub(crate) fn thing_acts(&self, j: usize) -> bool {
        let noun = |k: usize| self.doc.is_word(k) && self.doc.unknown(k) && !self.doc.is_name(k);
        if !self.doc.caps || !noun(j) {
            return false;
        }
        let mut a = j;
        while a > self.s.first && noun(a - 1) {
            a -= 1;
        }
        let opens = Classes::of(&[Class::That, Class::Det, Class::Indef, Class::And]);
        a == self.s.first || self.doc.any(a - 1, opens)
    }

    /// Where the clause of the verb at `v` begins; none where a relative clause holds it.
    fn clause_start(&self, v: usize) -> Option<usize> {
        let mut j = v;
        while j > self.s.first {
            let k = j - 1;
            let mark = matches!(self.doc.kind(k), Kind::Semicolon | Kind::Colon | Kind::Stop | Kind::Quote);
            let said = self.doc.has(k, Class::Say) && !self.doc.has(k, Class::SayOn);
            if mark || self.doc.any(k, BEFORE) || said {
                break;
            }
            // "hours after bombs hit the market, killing": the clause behind "after".
            let told = || (j..v).any(|w| self.verbal(j, w));
            let result = self.progressive(v) || self.doc.is(v, "which");
            if self.doc.has(k, Class::Cause) && result && told() {
                break;
            }
            // "gunmen, who have been active there, killed": the relative clause stands between commas.
            let aside = self.doc.has(k, Class::Relative)
                && k > self.s.first
                && self.doc.kind(k - 1) == Kind::Comma
                && (self.doc.is(k, "who") || self.doc.is(k, "which"))
                && (v.saturating_sub(4)..v).any(|c| c > k && self.doc.kind(c) == Kind::Comma);
            if self.doc.has(k, Class::Relative) && !aside || v - k > REACH {
                return None;
            }
            j = k;
        }
        Some(j)
    }

    /// Where the subject begins: behind a dateline, conjunctions, and adjuncts that end in a comma.
    pub(crate) fn lead(&self, from: usize, to: usize) -> Option<usize> {
        let mut a = from;
        if from == self.s.first {
            let line = (from + 1..to.min(from + 9)).find(|j| {
                self.doc.kind(*j) == Kind::Dash && !self.doc.lexemes[*j].glued && self.doc.is_name(from)
            });
            a = line.map_or(from, |d| d + 1);
        }
        while a < to {
            if let Some(p) = self.periods.iter().find(|p| p.first <= a && a < p.last) {
                a = p.last;
            } else if self.doc.lex.profile.verb_first && self.doc.is_adverb(a) {
                a += 1;
            } else if let Some(end) = self.hour_of_day(a, to).or_else(|| self.days_later(a, to)) {
                a = end;
            } else if self.doc.any(a, ADJUNCT) || self.opening_participle(a) {
                a = (a + 1..to.min(a + 24)).find(|j| self.doc.kind(*j) == Kind::Comma)? + 1;
            } else if self.doc.any(a, Classes::of(&[Class::And, Class::Skip, Class::Stop]))
                || !self.doc.is_word(a) && self.doc.kind(a) != Kind::Number
            {
                a += 1;
            } else {
                return Some(a);
            }
        }
        None
    }

    /// "Believing them to be spies, the militiamen …": a participle opens the sentence, and its subject follows its comma.
    fn opening_participle(&self, a: usize) -> bool {
        let next = a + 1;
        let plain =
            |j: usize| self.doc.unknown(j) || self.doc.has(j, Class::Act) || self.doc.cue(j).is_some();
        let ing = |j: usize| j < self.s.last && self.doc.is_word(j) && self.progressive(j) && plain(j);
        a == self.s.first
            && self.doc.lex.profile.bare_plurals
            && !self.doc.has(a, Class::Event)
            && (ing(a) || self.doc.unknown(a) && ing(next))
    }

    /// The noun phrase that begins at `a`: its end, and the verb behind it.
    fn noun_phrase(&self, a: usize, v: usize) -> (usize, usize) {
        let mut end = None;
        let mut j = a;
        while j < v {
            match self.doc.kind(j) {
                // ", the deputy commander,": an apposition is passed over.
                Kind::Comma => {
                    end = end.or(Some(j));
                    let Some(next) = (j + 1..v.min(j + 14)).find(|k| self.doc.kind(*k) == Kind::Comma) else {
                        return (end.unwrap_or(j), j);
                    };
                    j = next;
                }
                Kind::Open => {
                    let close = (j..v.min(j + 6)).find(|k| self.doc.kind(*k) == Kind::Close);
                    let Some(close) = close else { return (end.unwrap_or(j), j) };
                    j = close;
                }
                _ if self.verbal(a, j) => return (end.unwrap_or(j), j),
                _ if end.is_none() && j > a && self.participle(j) => end = Some(j),
                _ => {}
            }
            j += 1;
        }
        (end.unwrap_or(v), v)
    }

    /// Whether the word at `j` is a finite verb, by what it is known for or by its form.
    fn verbal(&self, a: usize, j: usize) -> bool {
        let doc = self.doc;
        if j == a || !doc.is_word(j) {
            return false;
        }
        let verb = doc.any(j, Classes::of(&[Class::Be, Class::Have, Class::Hedge, Class::Act, Class::Say]))
            && doc.unit(j).is_none()
            && !doc.any(j, Classes::of(&[Class::Org, Class::Actor, Class::Event]));
        let cue = matches!(doc.cue(j), Some((_, Role::Active | Role::Subject | Role::Free)))
            || matches!(doc.cue(j), Some((_, Role::Part))) && doc.unit(j).is_none();
        verb || cue || !doc.is_name(j) && doc.is_past(j) && !self.participle(j)
    }

    /// "jets bombed the house, which led to the killing of five": who acts in the clause before.
    pub(crate) fn resulting(&self, at: usize) -> Option<Agent> {
        let v = (self.s.first + 2..at)
            .rev()
            .take(6)
            .take_while(|j| !matches!(self.doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| self.doc.has(*j, Class::Leads))?;
        let v = v - usize::from(self.doc.has(v - 1, Class::Relative));
        (v > self.s.first && self.doc.kind(v - 1) == Kind::Comma).then(|| self.clause_subject(v)).flatten()
    }

    /// "Westland's murder of 21": whose deed it is, right before its noun.
    pub(crate) fn possessor(&self, cue: usize, role: Role) -> Option<Agent> {
        let whose = role == Role::Noun && cue > self.s.first && self.doc.kind(cue - 1) == Kind::Possessive;
        whose
            .then(|| self.subject_phrase(cue - 1))
            .flatten()
            .filter(|(a, b)| (*a..*b).any(|j| self.acts(j)) || self.doc.is_name(b - 1))
            .map(|(a, b)| Agent::Words(a, b))
    }

    /// "killing": a participle, whose subject is that of its clause.
    pub(crate) fn progressive(&self, v: usize) -> bool {
        self.doc.caps && cairn_fold::fold(self.doc.words(v, v + 1)).ends_with("ing")
    }

    /// "men armed with", "a bomber thought to be": what follows the noun only describes it.
    fn participle(&self, j: usize) -> bool {
        let behind = Classes::of(&[Class::In, Class::To, Class::By, Class::From]);
        self.doc.unknown(j)
            && j + 1 < self.s.last
            && self.doc.any(j + 1, behind)
            && (j + 2..self.s.last.min(j + 10)).any(|k| {
                matches!(self.doc.cue(k), Some((_, Role::Part | Role::Active))) || self.doc.has(k, Class::Act)
            })
    }

    /// The clause is passive: its subject did not act.
    fn passive(&self, verb: usize, v: usize) -> bool {
        let mut j = verb;
        while j < v && self.doc.any(j, Classes::of(&[Class::Have, Class::Skip, Class::Not])) {
            j += 1;
        }
        let next = j + 1;
        let underwent = j < v && self.undergoes(j);
        underwent
            || j < v
                && self.doc.has(j, Class::Be)
                && (next..v.min(next + 3)).any(|k| {
                    matches!(self.doc.cue(k), Some((_, Role::Part)))
                        || self.doc.has(k, Class::Act)
                        || self.doc.is_past(k)
                })
    }

    /// "led by", "held by": participles without an ending to tell them by.
    pub(crate) fn short(&self, j: usize) -> bool {
        const SHORT: [&str; 14] = [
            "led", "held", "run", "built", "made", "met", "sent", "put", "paid", "kept", "given", "taken",
            "driven", "owned",
        ];
        SHORT.iter().any(|w| self.doc.is(j, w))
    }

    /// People and their bodies act; things and weather do not.
    pub(crate) fn acts(&self, j: usize) -> bool {
        let doc = self.doc;
        doc.has(j, Class::Actor)
            || matches!(doc.unit(j), Some(Unit::Group | Unit::Person)) && !doc.has(j, Class::Org)
            || doc.is_demonym(j)
    }

    /// "هاجم مسلحون القرية وقتلوا 12": the subject behind the first of two verbs.
    pub(crate) fn joined_verb(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let joined = cue > self.s.first && self.doc.has(cue - 1, Class::And) && cue + 1 == b.figure.first;
        if self.doc.lex.profile.capitals || !joined || role != Role::Free {
            return None;
        }
        let plain = |j: &usize| {
            let number = self.doc.kind(*j) == Kind::Number;
            (self.doc.is_word(*j) || number) && !self.doc.any(*j, Classes::of(&[Class::That, Class::Say]))
        };
        let verbs = || {
            let back = (self.s.first..cue - 1).rev().take(16).take_while(plain);
            back.filter(|j| self.doc.has(*j, Class::Act) && !self.doc.has(*j, Class::Event))
        };
        let verb = verbs().next()?;
        // "توغلت آليات الجيش في البلدة وجرفت 30 دونما وهدمت": the verb that has its subject behind it.
        let subject = |v: usize| (v + 1..cue - 1).take(2).find(|j| self.doc.has(*j, Class::Actor));
        let Some(a) = verbs().find_map(subject) else {
            // "that aircraft, thought to be theirs, hit the clinic and killed 10": the subject opens the clause.
            let a = (self.s.first..verb)
                .rev()
                .take(8)
                .take_while(|j| self.doc.is_word(*j) && !self.doc.has(*j, Class::Say))
                .find(|j| self.doc.has(*j, Class::Actor) && self.doc.cue(*j).is_none())?;
            let a = a - usize::from(self.article(a));
            // "إن مهاجما انتحاريا": the noun stands before its adjective.
            let noun = a > self.s.first + 1
                && crate::grammar::verbal::tanwin(self.doc, a)
                && crate::grammar::verbal::tanwin(self.doc, a - 1);
            let a = a - usize::from(noun);
            let end = (a + 1..verb).find(|j| self.doc.any(*j, ENDS)).unwrap_or(verb);
            return Some(Agent::Words(a, end));
        };
        let known = |j: usize| self.doc.has(j, Class::Actor) || self.doc.has(j, Class::Det);
        let end = (a + 1..cue - 1).find(|j| !known(*j)).unwrap_or(cue - 1);
        // "شن تنظيم NAME هجوما": whose group it is stands right behind a noun that is neither definite nor plural.
        let name = a + 1 + usize::from(self.article(a + 2));
        let whose = crate::grammar::verbal::construct(self.doc, a)
            && end <= name
            && name < cue - 1
            && (self.doc.unknown(name) || self.doc.has(name, Class::Abstract))
            && !self.doc.any(name, ENDS);
        let a = a - usize::from(self.article(a));
        Some(Agent::Words(a, if whose && self.doc.is_word(name) { name + 1 } else { end }))
    }

    /// Whether the article is written onto the word at `j`.
    fn article(&self, j: usize) -> bool {
        j > self.s.first && self.doc.has(j - 1, Class::Det) && self.doc.lexemes[j].glued
    }

    /// "the three whom the police killed" in a language that writes the object onto the verb: "الذين قتلتهم الشرطة".
    pub(crate) fn written_object(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let profile = &self.doc.lex.profile;
        if profile.enclitics.is_empty() || role != Role::Free || cue < b.figure.last {
            return None;
        }
        let word = cairn_fold::fold(self.doc.words(cue, cue + 1));
        let carries = profile.enclitics.iter().any(|e| word.ends_with(cairn_fold::fold(e).as_str()));
        let next = cue + 1 + usize::from(cue + 2 < self.s.last && self.article(cue + 2));
        (carries && self.has(next, Class::Actor))
            .then(|| self.actor(cue + 1).map(|(a, b)| Agent::Words(a, b)))
            .flatten()
    }

    /// "مسلحون قتلوا ستة": the plural verb with its object right behind it, and who acts before it.
    pub(crate) fn actor_first(&self, cue: usize, role: Role, b: &Bound) -> Option<Agent> {
        let plural = || self.doc.words(cue, cue + 1).ends_with("وا");
        if self.doc.caps || role != Role::Free || cue + 1 != b.figure.first || !plural() {
            return None;
        }
        let end = cue - usize::from(cue > self.s.first && self.doc.has(cue - 1, Class::Relative));
        let (a, b) = self.subject_phrase(end)?;
        let cued = (a..b).any(|j| self.doc.cue(j).is_some());
        (!cued && a < b).then_some(Agent::Words(a, b))
    }

    /// "35 incidents involving settlers", "12 attacks in which".
    pub(crate) fn involved(&self, b: &Bound) -> Option<Agent> {
        let at = b.noun.last;
        let attacks = b.metric == Some(Metric::Attacks) && at < self.s.last;
        // "37 settler attacks"
        let event = b.noun.unit_at.filter(|_| attacks && self.doc.lex.profile.bare_plurals);
        if let Some(whose) = event.and_then(|e| self.owner_of(e)).filter(|w| w.0 >= b.figure.last) {
            return Some(Agent::Words(whose.0, whose.1));
        }
        (attacks && self.doc.has(at, Class::Involving))
            .then(|| self.actor(at + 1).map(|(a, b)| Agent::Words(a, b)))
            .flatten()
    }

    /// "it", "they": the speaker who reports their own deed, or the last actor named before.
    pub(crate) fn antecedent(&self, pronoun: usize) -> Option<Agent> {
        let before = pronoun.checked_sub(1).filter(|j| *j >= self.s.first)?;
        // "announced Thursday it has killed"
        let timed = self.periods.iter().find(|p| p.first <= before && before < p.last);
        let before = timed.map_or(before, |p| p.first.saturating_sub(1).max(self.s.first));
        let that = self.doc.has(before, Class::That) && before > self.s.first;
        if self.doc.has(before - usize::from(that), Class::Say) {
            return Some(Agent::Speaker);
        }
        let actor = (self.s.first..pronoun).find(|j| self.doc.has(*j, Class::Actor))?;
        let mut a = actor;
        while a > self.s.first
            && (self.doc.is_name(a - 1) || self.doc.is_word(a - 1) && self.doc.unknown(a - 1))
        {
            a -= 1;
        }
        Some(Agent::Words(a, actor + 1))
    }

    /// "…, causing 12 casualties": the subject of the verb right before the figure.
    pub(crate) fn causing(&self, b: &Bound) -> Option<Agent> {
        let verb = b.figure.first.checked_sub(1).filter(|j| *j >= self.s.first)?;
        let verb_here = self.doc.has(verb, Class::Act) && self.doc.cue(verb).is_none();
        verb_here.then(|| self.subject(verb, 0).or_else(|| self.clause_subject(verb))).flatten()
    }
}
