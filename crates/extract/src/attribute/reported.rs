//! Whose words, in a script whose prepositions are written onto names: verbs of reporting that nobody is the subject of
//! ("נמסר כי"), the report that they are found in, and information that came to somebody.

use crate::attribute::{Finder, Frame, Speaker};
use crate::grammar::prefixed::here;
use crate::lexicon::Class;

/// Verbs of reporting without a subject: "it was said", "it emerges".
const IMPERSONAL: [&str; 10] =
    ["נמסר", "נאמר", "נכתב", "צוין", "דווח", "עולה", "נטען", "פורסם", "נודע", "התברר"];

/// What the verb at `v` gives.
pub(crate) enum Impersonal {
    /// It is an ordinary verb.
    Other,
    /// Nobody is named.
    Nobody,
    By(Frame),
}

impl Finder<'_, '_> {
    fn text(&self, j: usize) -> &str {
        if j < self.s.last { self.doc.words(j, j + 1) } else { "" }
    }

    fn report(&self, j: usize) -> bool {
        let word = self.text(j).trim_start_matches(['"', '״']);
        j < self.s.last
            && (self.doc.lex.profile.told.reports.iter().any(|w| self.doc.is(j, w) || w == word)
                || ["ה", "ב", "מ", "בה", "מה", "ל"].iter().any(|p| {
                    let bare = word.strip_prefix(p);
                    bare.is_some_and(|b| self.doc.lex.profile.told.reports.iter().any(|w| w == b))
                }))
    }

    /// The verb "נמסר כי" and its like: who stands behind "מ", whose report it is, or nobody.
    pub(crate) fn impersonal_verb(&self, v: usize) -> Impersonal {
        let doc = self.doc;
        let word = self.text(v).split(' ').next().unwrap_or("");
        if !here(doc) || !doc.has(v, Class::Say) || !IMPERSONAL.contains(&word) {
            return Impersonal::Other;
        }
        let that = self.text(v).ends_with("כי");
        let mut after = v + 1;
        while after < self.s.last && (doc.has(after, Class::Skip) || self.in_period(after)) {
            after += 1;
        }
        // "נמסר מדובר המשטרה כי": who it comes from stands behind.
        let from = |j: usize| self.text(j) == "מ" && j + 1 < self.s.last && doc.lexemes[j + 1].glued;
        if self.text(v).ends_with(" מ") || self.text(v).ends_with("מטעם") || from(after) {
            return Impersonal::Other;
        }
        if v > self.s.first && doc.has(v - 1, Class::Not) {
            return Impersonal::Nobody;
        }
        let make = |source| {
            Impersonal::By(Frame {
                source,
                from: v + 1,
                to: self.s.last,
                anchor: v,
                stance: None,
                own_deed: false,
            })
        };
        // "נכתב בדו"ח כי": the report behind the verb.
        if (after..self.s.last.min(after + 2)).any(|j| self.report(j)) {
            let at = (after..after + 2).find(|j| self.report(*j)).unwrap_or(after);
            return match self.owner_of_report(at, self.s.last) {
                Some((a, b)) => make(Speaker::Words(a, b)),
                None => make(Speaker::Previous),
            };
        }
        let comma = |j: usize| {
            !doc.is_word(j)
                && !matches!(doc.kind(j), crate::text::token::Kind::Quote | crate::text::token::Kind::Mark)
        };
        let from = (self.s.first..v).rev().find(|j| comma(*j)).map_or(self.s.first, |j| j + 1);
        if let Some(at) = (from..v).find(|j| self.report(*j)) {
            return match self.owner_of_report(at, v) {
                Some((a, b)) => make(Speaker::Words(a, b)),
                None => make(Speaker::Previous),
            };
        }
        // "ממשרד הבריאות נמסר כי", "בצבא נמסר כי"
        let mut a = from;
        while a < v && (doc.has(a, Class::And) || doc.has(a, Class::Skip) || self.in_period(a)) {
            a += 1;
        }
        let prefix = |j: usize| matches!(self.text(j), "מ" | "מה" | "ב" | "ו");
        let led = a < v && prefix(a);
        let mut b = v;
        while b > a && (doc.has(b - 1, Class::Skip) || self.in_period(b - 1)) {
            b -= 1;
        }
        a += usize::from(led);
        let written = a < b && self.text(a).starts_with('מ') && doc.unknown(a);
        let office = (a..b).any(|j| doc.has(j, Class::Org) || doc.is_acronym(j));
        let named = a < b && b - a < 9 && (office || written);
        let plain = (a..b).all(|j| doc.cue(j).is_none() && !doc.has(j, Class::Num));
        if (led || written) && named && plain {
            return make(Speaker::Words(a, b));
        }
        if that || self.has(after, Class::That) { Impersonal::Nobody } else { Impersonal::Other }
    }

    /// "נתוני משרד הבריאות", "דו"ח של ארגון NAME", "הודעה שפרסם הצבא": whose report it is that stands at `at`.
    fn owner_of_report(&self, at: usize, to: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        let next = at + 1;
        if next >= to {
            return None;
        }
        if let Some(a) = self.came_to(next) {
            return self.name_at(a).map(|(a, b)| (a, b.min(to))).filter(|(a, b)| a < b);
        }
        let a = next + usize::from(self.text(next) == "של");
        if a >= to {
            return None;
        }
        // "בהודעת הצבא", "מנתוני המשרד": whose it is right behind; "בדו"ח נכתב" has none.
        let owned = a > next || doc.has(a, Class::Det) || doc.has(a, Class::Org) || doc.is_acronym(a);
        let (a, b) = self.name_at(a).filter(|_| owned && a < to)?;
        let b = b.min(to);
        let b = (a..b).find(|j| doc.any(*j, crate::attribute::FORBIDDEN)).unwrap_or(b);
        (a < b && !self.report(b - 1)).then_some((a, b))
    }

    /// "שהגיע לרשת NAME", "שפרסם הצבא", "שאסף ארגון NAME": where the name begins behind the clause that opens at `j`.
    fn came_to(&self, j: usize) -> Option<usize> {
        let doc = self.doc;
        let split = self.text(j) == "ש" && j + 1 < self.s.last && doc.lexemes[j + 1].glued;
        let whole = self.text(j).starts_with('ש') && (doc.unknown(j) || doc.has(j, Class::Say));
        if !(split || whole) || !doc.is_word(j) {
            return None;
        }
        let mut a = j + 1 + usize::from(split);
        while a < self.s.last && (doc.has(a, Class::Skip) || self.in_period(a)) {
            a += 1;
        }
        // "שנאספו על ידי"
        a += usize::from(self.has(a, Class::By));
        a += usize::from(
            matches!(self.text(a), "ל" | "מ" | "ב") && a + 1 < self.s.last && doc.lexemes[a + 1].glued,
        );
        (a < self.s.last && doc.is_word(a)).then_some(a)
    }

    /// "לפי מידע שהגיע לרשת NAME, …": who has the information.
    pub(crate) fn according_to_what_came(&self, i: usize) -> Option<Frame> {
        let doc = self.doc;
        if !here(doc) || i + 2 >= self.s.last {
            return None;
        }
        let noun = i + 1 + usize::from(self.has(i + 1, Class::Det));
        let report = self.report(noun);
        // "לפי הדיווח של NAME"
        let of = report && self.text(noun + 1) == "של";
        let a = match self.came_to(noun + 1).filter(|_| report) {
            Some(a) => a,
            None if of => noun + 2,
            None => return None,
        };
        let (a, b) = self.name_at(a).filter(|(a, b)| self.somebody(*a, *b))?;
        let leads =
            (self.s.first..i).all(|j| !doc.is_word(j) || doc.has(j, Class::And) || doc.has(j, Class::Skip));
        let (from, to) = if leads { (b, self.s.last) } else { (self.s.first, i) };
        Some(Frame { source: Speaker::Words(a, b), from, to, anchor: i, stance: None, own_deed: false })
    }

    /// "ועדה מיוחדת שהוקמה לבדוק מנתה 40": an office, a clause about it, and its verb.
    pub(crate) fn office_then_clause(&self, v: usize) -> Option<Frame> {
        let doc = self.doc;
        if !here(doc) || v < self.s.first + 4 || v - self.s.first > 24 {
            return None;
        }
        let office = self.s.first + usize::from(self.has(self.s.first, Class::Det));
        let clause = (office + 1..v.min(office + 7))
            .find(|j| doc.is_word(*j) && self.text(*j).starts_with('ש') && !doc.has(*j, Class::Org))?;
        let plain = (office..clause).all(|j| doc.is_word(j) && doc.cue(j).is_none());
        let bars =
            (clause..v).any(|j| doc.has(j, Class::Say) || doc.has(j, Class::That) && self.text(j) != "ש");
        (doc.has(office, Class::Org) && plain && !bars).then_some(Frame {
            source: Speaker::Words(self.s.first, clause),
            from: v + 1,
            to: self.s.last,
            anchor: v,
            stance: None,
            own_deed: false,
        })
    }

    /// "עם תום התקופה, מפרסם ארגון NAME": the words before the verb say when, and not who.
    pub(crate) fn opens_adverbial(&self, a: usize) -> bool {
        let lead = [
            "עם",
            "לאחר",
            "אחרי",
            "לפני",
            "תוך",
            "למרות",
            "בנוסף",
            "מלבד",
            "נוסף",
            "לקראת",
            "בתום",
            "בחלוף",
            "ערב",
            "חרף",
            "פורסם",
            "התקבל",
            "התקבלו",
            "הגיע",
        ];
        here(self.doc) && lead.contains(&self.text(a))
    }

    /// "מפרסם ארגון NAME דו"ח על": what is published is no part of the name.
    pub(crate) fn without_report(&self, f: Frame) -> Frame {
        let Speaker::Words(a, b) = f.source else { return f };
        if !here(self.doc) || self.doc.has(f.anchor, Class::According) {
            return f;
        }
        let end = (a + 1..b).find(|j| self.report(*j) && !self.text(*j).starts_with('ה'));
        Frame { source: Speaker::Words(a, end.unwrap_or(b)), ..f }
    }
}
