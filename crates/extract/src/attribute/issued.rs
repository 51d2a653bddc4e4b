//! Who issued what is told, and who did what follows, where the verb may come first: "un balance ofrecido por la policía",
//! "se registra", "agredieron a tres agentes, que resultaron heridos".

use crate::agent::{Agent, Finder};
use crate::attribute::{Frame, Speaker};
use crate::bind::{self, Bound};
use crate::claim::Metric;
use crate::grammar::romance::here;
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// Words of time that may stand between a participle and its agent.
const TIME: Classes = Classes::of(&[
    Class::Weekday,
    Class::DayWord,
    Class::This,
    Class::Skip,
    Class::Past,
    Class::Det,
    Class::Of,
    Class::Month,
    Class::PartOfDay,
]);

/// The participle of telling whose agent stands behind `by`: "presentado este lunes por".
pub(crate) fn participle(doc: &Doc<'_>, s: Sentence, by: usize) -> Option<usize> {
    let before = (s.first..by).rev().take(6);
    let at = before.take_while(|j| doc.is_word(*j) || doc.kind(*j) == Kind::Number);
    let j = at
        .into_iter()
        .find(|j| !(doc.any(*j, TIME) && !doc.has(*j, Class::Telling) || doc.kind(*j) == Kind::Number))?;
    doc.has(j, Class::Telling).then_some(j)
}

/// How far the words of the one named behind `by` reach: "El balance, ofrecido por un médico, era de 12".
pub(crate) fn reach(doc: &Doc<'_>, s: Sentence, by: usize, end: usize) -> usize {
    let Some(at) = participle(doc, s, by).filter(|_| here(doc)) else { return by };
    let apposed =
        at > s.first && doc.kind(at - 1) == Kind::Comma && end < s.last && doc.kind(end) == Kind::Comma;
    // "Los datos difundidos por la oficina hablan de 12"
    let counted = (s.first..at).any(|j| doc.cue(j).is_some() || doc.has(j, Class::Num));
    let subject = !doc.has(at - usize::from(at > s.first), Class::Be) && !counted && end < s.last;
    if apposed || subject { s.last } else { by }
}

/// The "by" behind the document that opens at `a`: "un nuevo balance ofrecido por".
pub(crate) fn issuer(doc: &Doc<'_>, s: Sentence, a: usize) -> Option<usize> {
    if !here(doc) {
        return None;
    }
    (a + 1..s.last.min(a + 14))
        .take_while(|j| doc.is_word(*j) || doc.kind(*j) == Kind::Number)
        .find(|j| doc.has(*j, Class::By) && participle(doc, s, *j).is_some_and(|p| p > a))
}

/// "según las autoridades controladas por la Liga": what is said of whoever is cited.
pub(crate) fn cited(doc: &Doc<'_>, s: Sentence, by: usize) -> bool {
    here(doc)
        && (s.first..by)
            .rev()
            .take(10)
            .take_while(|j| doc.is_word(*j) && (doc.cue(*j).is_none() || doc.has(*j, Class::According)))
            .any(|j| doc.has(j, Class::According))
}

/// "según el último balance": nobody's.
pub(crate) fn nameless(doc: &Doc<'_>, a: usize, b: usize) -> bool {
    let count = |j: usize| ["balance", "recuento", "conteo", "saldo"].iter().any(|w| doc.is(j, w));
    let little = Classes::of(&[Class::Det, Class::Indef, Class::Past, Class::Skip]);
    here(doc) && (a..b).any(count) && (a..b).all(|j| count(j) || doc.any(j, little))
}

/// "se registra", "se reportó": nobody is named who says it.
pub(crate) fn reflexive(doc: &Doc<'_>, s: Sentence, v: usize) -> bool {
    here(doc) && v > s.first && doc.is(v - 1, "se") && !doc.words(v, v + 1).starts_with("se ")
}

/// A verb of telling within the clause of one who is named already.
pub(crate) fn within_clause(doc: &Doc<'_>, s: Sentence, v: usize, last: Option<&Frame>) -> bool {
    let before = v.checked_sub(1).filter(|j| here(doc) && *j > s.first);
    let Some(before) = before else { return false };
    let place = ["donde", "cuando", "mientras"].iter().any(|w| doc.is(before, w));
    let cited = |f: &Frame| {
        doc.has(f.anchor, Class::According)
            && matches!(f.source, Speaker::Words(_, b) if b == before)
            && doc.has(before, Class::That)
    };
    place && doc.has(v + 1, Class::That) && last.is_some() || last.is_some_and(cited)
}

/// "Al presentar el informe", "Tras la reunión": what opens the sentence before the comma at `end`.
pub(crate) fn adjunct(doc: &Doc<'_>, s: Sentence, end: usize) -> bool {
    let lead = Classes::of(&[Class::In, Class::During, Class::Cause, Class::On]);
    let first = s.first;
    let word = doc.words(first, first + 1).to_lowercase();
    let infinitive = word == "al" && first + 1 < end && {
        let next = doc.words(first + 1, first + 2);
        ["ar", "er", "ir"].iter().any(|e| next.ends_with(e))
    };
    (infinitive || doc.any(first, lead))
        && end < first + 26
        && (first..end).all(|j| !doc.has(j, Class::Say) && doc.kind(j) != Kind::Quote)
        // ", NAME," is who speaks; ", en su informe," is one more adjunct.
        && (first + 1..end).rfind(|j| doc.kind(*j) == Kind::Comma).is_none_or(|c| {
            doc.any(c + 1, Classes::of(&[Class::In, Class::During, Class::Until, Class::Since]))
        })
}

impl Finder<'_, '_> {
    /// "lanzaron una operación en el distrito matando a 16": whoever does what its clause tells.
    pub(crate) fn gerund(&self, v: usize) -> bool {
        let word = self.doc.words(v, v + 1);
        let first = word.split(' ').next().unwrap_or_default();
        here(self.doc) && ["ando", "iendo"].iter().any(|e| first.ends_with(e))
    }

    /// A verb before "y", whatever it does: "desalojó la vía y detuvo", "liberaron a uno y detuvieron".
    pub(crate) fn does(&self, v: usize) -> bool {
        let excluded = matches!(self.doc.cue(v), Some((Harm::Excluded, Role::Active)));
        self.finite(v) || excluded && here(self.doc)
    }

    /// "Alrededor de las 8 de la noche un comando": where the hour that opens a clause ends.
    pub(crate) fn hour_of_day(&self, a: usize, to: usize) -> Option<usize> {
        let doc = self.doc;
        let opens =
            here(doc) && doc.any(a, Classes::of(&[Class::About, Class::To, Class::Onto, Class::Since]));
        let number = (a + 1..to.min(a + 4))
            .find(|j| opens && (doc.kind(*j) == Kind::Number || doc.has(*j, Class::Num)))?;
        let part = |j: &usize| doc.any(*j, Classes::of(&[Class::PartOfDay, Class::TimeUnit]));
        let mut end = (number + 1..to.min(number + 6)).find(part)? + 1;
        if let Some(p) = self.periods.iter().find(|p| p.first == end + 1 && doc.has(end, Class::Of)) {
            end = p.last;
        }
        (number + 1..end)
            .all(|j| doc.is_word(j) || doc.kind(j) == Kind::Colon || doc.kind(j) == Kind::Number)
            .then_some(end)
    }

    /// "Los individuos agredieron a tres agentes, que resultaron heridos": what befell the object of an attack.
    pub(crate) fn struck(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let onto = b.figure.first.checked_sub(1).filter(|j| here(doc) && *j > self.s.first)?;
        let onto = onto - usize::from(doc.has(onto, Class::Det));
        let led = doc.any(onto, Classes::of(&[Class::Onto, Class::To, Class::On]));
        let verb = onto.checked_sub(1).filter(|v| led && *v > self.s.first)?;
        let strikes = doc.has(verb, Class::Act) && !bind::is_passive(doc, self.s, verb);
        let harmed =
            b.cue.is_some_and(|c| c > b.figure.last && doc.cue(c).is_some_and(|(h, _)| h.of_persons()));
        // Only a relative clause, or nothing, between the object and what befell it; "matándolos" names it again.
        let clause = b.cue.is_some_and(|c| {
            let gerund = ["ndolos", "ndolas", "ndolo", "ndola", "ndoles"];
            if gerund.iter().any(|e| doc.words(c, c + 1).ends_with(e)) {
                return true;
            }
            (b.noun.last..c).all(|j| {
                doc.kind(j) == Kind::Comma
                    || doc.any(
                        j,
                        Classes::of(&[Class::That, Class::Relative, Class::Be, Class::Have, Class::Skip]),
                    )
                    || doc.is_word(j) && doc.unknown(j)
            })
        });
        (strikes && harmed && clause).then(|| self.subject(verb, 0)).flatten()
    }

    /// "Surlandia lanzó un ataque con 73 misiles": whose verb of firing it is.
    pub(crate) fn launcher(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let used = matches!(b.metric, Some(Metric::MunitionsCount | Metric::MunitionsMass)) && here(doc);
        let from = self.s.first.max(b.figure.first.saturating_sub(24));
        let verb = (from..b.figure.first)
            .rev()
            .take_while(|j| used && !matches!(doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon))
            .find(|j| matches!(doc.cue(*j), Some((Harm::Launched, Role::Active))))?;
        let name = |j: usize| doc.is_word(j) && doc.is_name(j) && doc.unknown(j);
        let a = (self.s.first..verb).rev().find(|j| !name(*j)).map_or(self.s.first, |j| j + 1);
        if a < verb && !bind::is_passive(doc, self.s, verb) {
            return Some(Agent::Words(a, verb));
        }
        self.subject(verb, 0)
    }

    /// "a 14 rebeldes que habían irrumpido en el cuartel y matado a cuatro": those told of by the clause did it.
    pub(crate) fn antecedent_acts(&self, cue: usize) -> Option<Agent> {
        let doc = self.doc;
        let active = here(doc) && matches!(doc.cue(cue), Some((Harm::Killed | Harm::Injured, Role::Active)));
        let bar =
            |j: &usize| matches!(doc.kind(*j), Kind::Semicolon | Kind::Stop | Kind::Colon | Kind::Comma);
        let that = (self.s.first + 1..cue)
            .rev()
            .take(14)
            .take_while(|j| active && !bar(j))
            .find(|j| doc.has(*j, Class::That) && doc.has(j + 1, Class::Have))?;
        let before = |o: &&Bound| {
            o.noun.last == that || o.noun.last + 1 == that && doc.kind(o.noun.last) == Kind::Quote
        };
        let who = self.bound.iter().find(before)?;
        let unit = who.noun.unit_at.filter(|u| self.acts(*u))?;
        Some(Agent::Words(unit, who.noun.last))
    }

    /// "fueron detenidos por soldados y desaparecidos": who did the first did the second.
    pub(crate) fn first_predicate(&self, b: &Bound) -> Option<Agent> {
        let told = here(self.doc) && b.rule == "second predicate";
        let same = |o: &&Bound| o.figure.num == b.figure.num && o.metric != b.metric && o.rule != b.rule;
        let first = self.bound.iter().find(same).filter(|_| told)?;
        let by = first.cue? + 1;
        let led = self.has(by, Class::By) && !self.has(b.cue? + 1, Class::By);
        led.then(|| self.agent(first)).flatten()
    }

    /// "dejaron 121 muertos y decenas de heridos": the doer of the first is that of the second.
    pub(crate) fn listed_with(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let i = self.bound.iter().position(|o| o.figure.num == b.figure.num && o.metric == b.metric)?;
        let before = self.bound.get(i.checked_sub(1)?)?;
        let own = |o: &Bound| o.metric.is_some() && o.cue.is_some() && o.noun.cue == o.cue;
        let (end, first) = (before.noun.last.max(before.figure.last), b.figure.first);
        // "left two dead and four wounded": each with its participle behind it.
        let behind = |o: &Bound| o.metric.is_some() && o.cue.is_some_and(|c| c >= o.figure.last);
        let end = if self.english() { end.max(before.cue? + 1) } else { end };
        let gap = end..first.max(end);
        let joined = gap.len() <= 2
            && !gap.is_empty()
            && gap.clone().all(|j| doc.kind(j) == Kind::Comma || doc.has(j, Class::And));
        let both = here(doc) && own(b) && own(before) || self.english() && behind(b) && behind(before);
        (both && joined).then(|| self.agent(before)).flatten()
    }

    /// "أقدمت قوات على هدم 14 منزلا", "carried out the demolition of 14": the subject of the verb that governs the noun.
    pub(crate) fn deed(&self, cue: usize, role: Role) -> Option<Agent> {
        let governed = cue > self.s.first
            && self.doc.any(cue - 1, Classes::of(&[Class::On, Class::Of, Class::In, Class::To]));
        let noun =
            matches!(role, Role::Noun | Role::Head) || governed && matches!(role, Role::Free | Role::Active);
        let from = self.s.first.max(cue.saturating_sub(8));
        let verb = (from..cue).rev().find(|j| self.doc.has(*j, Class::Act)).filter(|_| noun)?;
        // "the forced disappearance of"
        if verb > self.s.first && self.doc.has(verb - 1, Class::Det) {
            return None;
        }
        let joins = |j: usize| {
            self.doc.is_word(j) && !self.doc.any(j, Classes::of(&[Class::And, Class::Say, Class::Relative]))
        };
        if self.doc.lex.profile.verb_first && verb + 1 < cue && (verb + 1..cue).all(joins) {
            let end = (verb + 1..cue)
                .find(|j| {
                    self.doc.any(*j, Classes::of(&[Class::In, Class::On, Class::Of, Class::From, Class::By]))
                })
                .unwrap_or(cue);
            let place = |j: usize| {
                !self.doc.caps && self.doc.has(j, Class::PlaceNoun) && !self.doc.has(j, Class::Actor)
            };
            let named = (verb + 1..end)
                .any(|j| self.doc.any(j, Classes::of(&[Class::Actor, Class::Org])) && !place(j));
            // "dejó siete soldados muertos": those counted are the object.
            let counted = self.bound.iter().any(|b| (verb + 1..end).contains(&b.figure.num));
            return (named && !counted).then_some(Agent::Words(verb + 1, end));
        }
        let near =
            (verb + 1..cue).all(|j| self.doc.any(j, Classes::of(&[Class::Det, Class::Of, Class::Skip])));
        if near && self.doc.caps { self.subject(verb, 0) } else { None }
    }
}
