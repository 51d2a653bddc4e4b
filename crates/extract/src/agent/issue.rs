//! Who acts in the clause that the harm is told as the result of, in scripts without capitals: "…, مما أسفر عن مقتل ثلاثة";
//! whose forces a communique says "our" of; and who is "responsible for" a figure.

use crate::agent::{Agent, Finder};
use crate::bind::Bound;
use crate::grammar::verbal;
use crate::lexicon::{Class, Classes, Role};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;

/// How far back the subject of the clause may stand, in lexemes.
const REACH: usize = 60;

impl Finder<'_, '_> {
    /// "إن مجموعة مسلحة اعترضت الحافلة، مما أسفر عن مقتل ثلاثة": the subject of the clause before its result.
    pub(crate) fn of_clause(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if doc.lex.profile.capitals || doc.lex.profile.enclitics.is_empty() {
            return None;
        }
        let at = b.cue.unwrap_or(b.figure.first).min(b.figure.first);
        let result = |j: &usize| {
            let which = *j > self.s.first && ["مما", "ما", "بما"].contains(&doc.words(*j - 1, *j));
            doc.has(*j, Class::Leads) && which
        };
        let leads = (self.s.first..at).rev().take(24).find(result)?;
        let stop = |j: &usize| matches!(doc.kind(*j), Kind::Stop | Kind::Semicolon | Kind::Colon);
        let from = (self.s.first..leads).rev().take(REACH).find(stop).map_or(self.s.first, |j| j + 1);
        // "said … that": what is told begins behind it.
        let told = |j: &usize| {
            doc.has(*j, Class::That) && (from.max(j.saturating_sub(12))..*j).any(|k| doc.has(k, Class::Say))
        };
        let from = (from..leads).rev().find(told).map_or(from, |j| j + 1);
        // Fighting of two sides is nobody's deed.
        if (from..leads).any(|j| doc.has(j, Class::Mutual)) {
            return None;
        }
        // "وقع تفجير ثان، نفذه انتحاري قرب المدخل، مما أسفر عن"
        let by = (from..leads).rev().find(|j| doc.has(*j, Class::By) && verbal::carries(doc, *j));
        if let Some((a, b)) = by.and_then(|j| self.actor(j + 1)) {
            return Some(Agent::Words(a, b));
        }
        let event = |j: usize| doc.any(j, Classes::of(&[Class::Event, Class::Hazard]));
        let mut end = leads;
        loop {
            let start = (from..end).rev().find(|j| doc.kind(*j) == Kind::Comma).map_or(from, |j| j + 1);
            let head = (start..end).find(|j| doc.has(*j, Class::Actor) && doc.cue(*j).is_none() || event(*j));
            match head {
                Some(head) if event(head) => return None,
                Some(head) => return self.behind_verb(start, head),
                None if start > from => end = start - 1,
                None => return None,
            }
        }
    }

    /// The actor at `head`, right behind its verb or what opens the part of the clause that begins at `start`.
    fn behind_verb(&self, start: usize, head: usize) -> Option<Agent> {
        let doc = self.doc;
        let a = head - usize::from(head > start && doc.has(head - 1, Class::Det) && doc.lexemes[head].glued);
        let before = a.checked_sub(1).filter(|j| *j >= start && a > start);
        // Whom another verb harmed is nobody's doer.
        let led = before.is_none_or(|j| {
            let verb = doc.cue(j).is_none() && (doc.unknown(j) || doc.has(j, Class::Act));
            doc.has(j, Class::That) || doc.is_word(j) && verb
        });
        led.then(|| Agent::Words(a, self.name_end(head)))
    }

    /// "تمكنت قواتنا من صد الهجوم …، ومصرع العشرات": "our forces" as the subject of a communique's first verb.
    pub(crate) fn ours(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if doc.lex.profile.capitals || doc.lex.profile.enclitics.is_empty() {
            return None;
        }
        // Their own dead have a word of their own.
        let cue = b.cue.unwrap_or(b.figure.first);
        if cairn_fold::fold(doc.words(cue, cue + 1)).contains("شه") || doc.has(cue, Class::Loss) {
            return None;
        }
        let our = |j: &usize| doc.has(*j, Class::Actor) && doc.words(*j, *j + 1).trim_end().ends_with("نا");
        let first_word = |j: usize| doc.words(j, j + 1).split(' ').next().is_some_and(|w| w.ends_with("نا"));
        let a = (self.s.first + 1..b.figure.first.min(self.s.first + 8))
            .find(|j| our(j) || doc.has(*j, Class::Actor) && first_word(*j))?;
        let verb = doc.is_word(a - 1)
            && doc.cue(a - 1).is_none()
            && (doc.unknown(a - 1) || doc.has(a - 1, Class::Act));
        verb.then(|| Agent::Words(a, self.name_end(a)))
    }

    /// "החזית אחראית ל-95 הרוגים": who is responsible for the figure itself.
    pub(crate) fn responsible_for(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        let whole = |j: &usize| {
            let word = doc.words(*j, *j + 1);
            doc.has(*j, Class::Charge) && ["אחרא", "مسؤول"].iter().any(|w| word.starts_with(w))
        };
        // "NAME: over 90 hurt. NAME is responsible for 95": the line is about who did it.
        let colon = (self.s.first..self.s.last.min(self.s.first + 6)).find(|j| doc.kind(*j) == Kind::Colon);
        let charged = (b.figure.last..self.s.last).find(whole);
        if let (Some(colon), Some(charge)) = (colon.filter(|c| *c < b.figure.first), charged)
            && let Some(about) = self.about(colon, charge)
        {
            return Some(about);
        }
        // What is part of the figure charged is theirs too: "responsible for 95 casualties, 40 of them killed".
        let charge = (self.s.first + 1..b.figure.first).rev().take(24).find(whole)?;
        let clean = (charge..b.figure.first).all(|j| !matches!(doc.kind(j), Kind::Stop | Kind::Semicolon));
        let close = usize::from(doc.kind(charge - 1) == Kind::Close);
        let open = (self.s.first..charge - close)
            .rev()
            .take(7)
            .find(|j| doc.kind(*j) == Kind::Open)
            .filter(|_| close > 0);
        let end = open.unwrap_or(charge);
        let part = |j: usize| {
            let noun = doc.unknown(j) || doc.any(j, Classes::of(&[Class::Actor, Class::Org, Class::Det]));
            doc.is_word(j) && noun && !matches!(doc.cue(j), Some((_, Role::Free | Role::Active)))
        };
        let mut a = end;
        while a > self.s.first && end - a < 6 && part(a - 1) && doc.unit(a - 1).is_none() {
            a -= 1;
        }
        (clean && a < end).then_some(Agent::Words(a, charge))
    }

    /// The label before `colon`, when what is charged at `charge` has it for its name.
    fn about(&self, colon: usize, charge: usize) -> Option<Agent> {
        let doc = self.doc;
        let name = colon.checked_sub(1).filter(|j| *j >= self.s.first && doc.is_word(*j))?;
        let again = (colon + 1..charge).any(|j| doc.words(j, j + 1) == doc.words(name, name + 1));
        again.then_some(Agent::Words(self.s.first, colon))
    }

    /// "اعتقال قوات الفجر 12 شابا", "تنفيذ السلطات 600 حالة اعتقال": the verbal noun, who acts, and its object.
    pub(crate) fn verbal_noun(&self, b: &Bound) -> Option<Agent> {
        let doc = self.doc;
        if doc.lex.profile.capitals || doc.lex.profile.enclitics.is_empty() {
            return None;
        }
        let end = b.figure.first;
        let noun =
            (self.s.first..end).rev().take(6).find(|j| matches!(doc.cue(*j), Some((_, Role::Noun))))?;
        let plain = |j: usize| {
            doc.is_word(j)
                && doc.cue(j).is_none()
                && (doc.unknown(j) || doc.any(j, Classes::of(&[Class::Actor, Class::Org, Class::Det])))
        };
        let acts = (noun + 1..end).take(2).any(|j| doc.has(j, Class::Actor));
        (acts && end > noun + 1 && (noun + 1..end).all(plain)).then_some(Agent::Words(noun + 1, end))
    }

    /// Whose attack a sentence tells of, though nothing is counted in it.
    pub(crate) fn whose(&self) -> Option<Agent> {
        let doc = self.doc;
        if doc.lex.profile.capitals || doc.lex.profile.enclitics.is_empty() {
            return None;
        }
        let event = |j: &usize| {
            doc.has(*j, Class::Event) && !doc.any(*j, Classes::of(&[Class::Mutual, Class::Hazard]))
        };
        let known = |(a, b): &(usize, usize)| {
            (*a..*b).any(|j| doc.has(j, Class::Actor) || doc.is_demonym(j))
                && !(*a..*b).any(|j| doc.has(j, Class::Say))
        };
        (self.s.first..self.s.last)
            .filter(event)
            .find_map(|e| self.owner_of(e).filter(known))
            .map(|(a, b)| Agent::Words(a, b))
    }
}

/// "أسفر الهجوم عن …", "… في ذلك الهجوم": the attack of the sentence before.
pub(crate) fn told_on(doc: &Doc<'_>, s: Sentence, lo: usize, hi: usize) -> bool {
    if crate::grammar::prefixed::of_them(doc, s, lo) {
        return true;
    }
    if doc.lex.profile.capitals || doc.lex.profile.enclitics.is_empty() {
        return false;
    }
    let definite = |j: usize| {
        let article = j > s.first && doc.has(j - 1, Class::Det) && doc.lexemes[j].glued;
        doc.has(j, Class::Event)
            && !doc.has(j, Class::Mutual)
            && (article || doc.words(j, j + 1).starts_with("ال"))
    };
    let before = |j: usize| j - usize::from(doc.has(j - 1, Class::Det) && doc.lexemes[j].glued) - 1;
    let leads = (s.first + 1..lo.min(s.first + 6))
        .any(|j| definite(j) && before(j) >= s.first && doc.has(before(j), Class::Leads));
    let this = |j: usize| ["هذا", "هذه", "ذلك", "تلك"].contains(&doc.words(j, j + 1));
    let within = (hi + 1..s.last.min(hi + 6)).any(|j| {
        let k = before(j);
        definite(j) && k >= hi && (doc.has(k, Class::In) || this(k) && k > hi && doc.has(k - 1, Class::In))
    });
    leads || within
}
