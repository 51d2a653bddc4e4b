//! Who did it, in a script without capitals whose little words are written onto the next word.

use crate::agent::{Agent, Finder};
use crate::bind::Bound;
use crate::grammar::prefixed::here;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::text::token::Kind;

/// Events that happen, and that nobody need have done.
const HAPPEN: [&str; 5] = ["פיצוץ", "התנגשות", "נפילת", "התפוצצות", "קריסת"];

impl Finder<'_, '_> {
    fn written(&self, j: usize) -> &str {
        if j < self.s.last { self.doc.words(j, j + 1) } else { "" }
    }

    /// "מתקפה של הסורטים על המחנה", "תקיפה אווירית של אוסטיה": whose attack it is, by a name that no list has.
    pub(crate) fn attack_of(&self, event: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        let word = self.written(event).trim_start_matches('ה');
        if !here(doc) || HAPPEN.iter().any(|w| word.starts_with(w)) {
            return None;
        }
        if let Some(found) = self.committed(event) {
            return Some(found);
        }
        let adjective = |j: usize| {
            doc.is_word(j) && (doc.unknown(j) || doc.any(j, Classes::of(&[Class::Skip, Class::Det])))
        };
        let of = (event + 1..self.s.last.min(event + 4)).find(|j| self.written(*j) == "של" || !adjective(*j));
        let a = of.filter(|j| self.written(*j) == "של")? + 1;
        let head = a + usize::from(self.has(a, Class::Det));
        // "תקיפה של אזרחים": whom it was aimed at; "של בתים".
        let no_doer = |j: usize| {
            !doc.is_word(j)
                || doc.any(
                    j,
                    Classes::of(&[
                        Class::PlaceNoun,
                        Class::Hazard,
                        Class::TimeUnit,
                        Class::Num,
                        Class::Event,
                    ]),
                )
                || (doc.unit(j).is_some() || doc.cue(j).is_some()) && !doc.has(j, Class::Actor)
        };
        if head >= self.s.last || no_doer(head) {
            return None;
        }
        if let Some((x, y)) = self.actor(a).filter(|_| doc.has(head, Class::Actor)) {
            return Some((x, y));
        }
        let goes_on = |j: usize| {
            doc.is_word(j)
                && (doc.unknown(j)
                    || doc.any(j, Classes::of(&[Class::Org, Class::Actor]))
                    || doc.has(j, Class::Det) && j + 1 < self.s.last && doc.unknown(j + 1))
                && !(j > head && self.written(j).starts_with(['ב', 'ל', 'ש', 'ו']))
        };
        let end =
            (head..self.s.last.min(head + 4)).find(|j| !goes_on(*j)).unwrap_or(self.s.last.min(head + 4));
        // "תקיפה של שיירה": a noun without an article may be what was hit.
        let name = head > a
            || self.written(head).starts_with('ה')
            || self.written(end - 1).ends_with("יה")
            || doc.is_acronym(head)
            || doc.any(head, Classes::of(&[Class::Org, Class::Actor]))
            || matches!(self.written(end), "על" | "נגד" | "לעבר");
        (end > head && name).then_some((a, end))
    }

    /// "פיגועים, ניסיונות פיגוע או תקיפות שביצעו מורדים": the clause about the attacks names who carried them out.
    fn committed(&self, event: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        let link = |j: usize| {
            doc.kind(j) == Kind::Comma
                || doc.any(j, Classes::of(&[Class::Or, Class::And, Class::Event, Class::Skip, Class::Hedge]))
                || doc.unit(j) == Some(Unit::Attack)
                || doc.is_word(j) && doc.unknown(j) && doc.cue(j).is_none()
        };
        let verb = |j: usize| {
            self.written(j) == "ש"
                && j + 1 < self.s.last
                && doc.lexemes[j + 1].glued
                && ["ביצע", "ביצעו", "ביצעה", "ערך", "ערכו", "ערכה", "יזם", "יזמו"]
                    .contains(&self.written(j + 1))
        };
        let which =
            (event + 1..self.s.last.min(event + 12)).find(|j| verb(*j) || !link(*j)).filter(|j| verb(*j))?;
        let a = which + 2;
        let head = a + usize::from(self.has(a, Class::Det));
        if head >= self.s.last {
            return None;
        }
        if let Some(found) = self.actor(a).filter(|_| self.has(head, Class::Actor)) {
            return Some(found);
        }
        let plural = head < self.s.last && doc.is_word(head) && self.written(head).ends_with("ים");
        let who =
            plural && (doc.unknown(head) || doc.is_demonym(head) || doc.unit(head) == Some(Unit::Group));
        who.then_some((a, head + 1))
    }

    /// "לטענת המורדים נהרגו 40": who says it is not for that the one who did it.
    pub(crate) fn not_cited(&self, found: Agent) -> Option<Agent> {
        let Agent::Words(a, _) = found else { return Some(found) };
        let before = (self.s.first..a).rev().find(|j| !self.doc.has(*j, Class::Det));
        let cited = here(self.doc) && before.is_some_and(|j| self.doc.has(j, Class::According));
        (!cited).then_some(found)
    }

    /// "שניים נפגעו מירי הכוח ונהרגו": who stands behind the "by" of the first verb of two.
    pub(crate) fn by_between(&self, b: &Bound, cue: usize) -> Option<Agent> {
        let doc = self.doc;
        let from = b.noun.last.max(b.figure.last);
        if !here(doc) || cue <= from + 2 || !doc.has(cue - 1, Class::And) {
            return None;
        }
        let hurt = |j: &usize| matches!(doc.cue(*j), Some((Harm::Injured, Role::Free)));
        let first = (from..cue).find(hurt)?;
        let by = (first + 1..cue.min(first + 3)).find(|j| doc.has(*j, Class::By))?;
        let (a, b) = self.actor(by + 1)?;
        (b <= cue).then_some(Agent::Words(a, b.min(cue - 1)))
    }

    /// "כוחות הצלה פינו שני פצועים": who tends the wounded has not hurt them.
    pub(crate) fn tends(&self, b: &Bound) -> bool {
        let doc = self.doc;
        let wounded = b
            .noun
            .cue
            .is_some_and(|c| b.cue == Some(c) && matches!(doc.cue(c), Some((Harm::Injured, Role::Head))));
        let care = |j: usize| {
            ["פינ", "טיפל", "העני", "מעני", "מטפל", "חילצ", "הובל", "אשפז", "הבהיל"].iter().any(|w| {
                cairn_fold::fold(self.written(j))
                    .trim_start_matches('ו')
                    .starts_with(cairn_fold::fold(w).as_str())
            })
        };
        here(doc)
            && wounded
            && (self.s.first..b.figure.first)
                .rev()
                .take(14)
                .take_while(|j| doc.kind(*j) != Kind::Stop)
                .any(care)
    }

    /// "מירי כדורי גומי": what was fired is nobody; "מירי כדורי גומי של שוטרים" names who fired it.
    pub(crate) fn not_fired(&self, found: Agent) -> Option<Agent> {
        let Agent::Words(a, b) = found else { return Some(found) };
        let doc = self.doc;
        let fired = |j: usize| {
            doc.unit(j) == Some(Unit::Munition)
                || [
                    "כדורי",
                    "כדור",
                    "אבנים",
                    "אבן",
                    "בקבוק",
                    "בקבוקי",
                    "רימון",
                    "רימוני",
                    "זיקוקים",
                    "קליעי",
                    "רסיסי",
                    "רסיסים",
                    "פגזי",
                    "אש",
                ]
                .contains(&self.written(j))
        };
        if !here(doc) || !fired(a) || (a..b).any(|j| doc.is_demonym(j)) {
            return Some(found);
        }
        // "אבנים שהשליכו מתנחלים": who threw them.
        let threw = |j: usize| {
            self.written(j) == "ש"
                && j + 1 < self.s.last
                && doc.any(j + 1, Classes::of(&[Class::Act, Class::Cue]))
                || self.written(j).starts_with('ש') && doc.unknown(j) && self.written(j).ends_with(['ו', 'ה'])
        };
        if let Some(j) = (a + 1..self.s.last.min(a + 4)).find(|j| threw(*j)) {
            let who = j + 1 + usize::from(self.written(j) == "ש");
            return (who < self.s.last).then(|| self.actor(who)).flatten().map(|(a, b)| Agent::Words(a, b));
        }
        let of = (a + 1..self.s.last.min(a + 6))
            .take_while(|j| doc.is_word(*j))
            .find(|j| self.written(*j) == "של")?;
        (of + 1 < self.s.last).then(|| self.actor(of + 1)).flatten().map(|(a, b)| Agent::Words(a, b))
    }

    /// "הצבא הטיל סגר על העיר": the verb stands in the phrase that tells of the harm.
    pub(crate) fn imposes(&self, cue: usize, role: Role) -> Option<Agent> {
        let verb = self.written(cue).split(' ').next().unwrap_or("");
        let active = [
            "הטיל",
            "הטילה",
            "הטילו",
            "מנע",
            "מנעה",
            "מנעו",
            "חסם",
            "חסמה",
            "חסמו",
            "ניתק",
            "ניתקה",
            "ניתקו",
        ];
        let phrase = role == Role::Presence || self.doc.has(cue, Class::Encircle);
        if !here(self.doc) || !phrase || !active.contains(&verb) {
            return None;
        }
        self.ahead(cue).map(|(a, b)| Agent::Words(a, b))
    }

    /// The agent without what is no part of its name: "חיילים פרצו לביתו ו", "המורדים לשיירה".
    pub(crate) fn plain_prefixed(&self, found: Agent) -> Agent {
        let Agent::Words(a, b) = found else { return found };
        let doc = self.doc;
        if !here(doc) {
            return found;
        }
        let head = a + usize::from(doc.has(a, Class::Det));
        let definite = head > a || self.written(a).starts_with('ה') && doc.has(a, Class::Actor);
        let verb = |j: usize| {
            doc.is_word(j)
                && doc.unknown(j)
                && self.written(j).ends_with('ו')
                && self.written(j).chars().count() >= 4
                && j + 1 < b
        };
        // "המורדים לשיירה": behind a definite noun stands an adjective with its article, or nothing of the name.
        let led = |j: usize| {
            j == head + 1
                && definite
                && doc.is_word(j)
                && doc.unknown(j)
                && self.written(j).starts_with(['ל', 'ב', 'מ'])
        };
        let end = (head + 1..b).find(|j| verb(*j) || led(*j) || doc.has(*j, Class::Act)).unwrap_or(b);
        let mut end = end;
        while end > head + 1 && doc.any(end - 1, Classes::of(&[Class::And])) {
            end -= 1;
        }
        Agent::Words(a, end)
    }

    /// "המשטרה עצרה 112, ו-31 נפצעו": whom an arrest or a rescue is told of is not for that hurt by it.
    pub(crate) fn only_arrests(&self, v: usize) -> bool {
        let other = matches!(self.doc.cue(v), Some((Harm::Detained | Harm::Excluded | Harm::Recovered, _)));
        here(self.doc) && other
    }
}
