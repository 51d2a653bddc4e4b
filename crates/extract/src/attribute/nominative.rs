//! Ukrainian and Russian: the subject of a reporting verb behind its adjuncts, known by its case: "рассказал по телефону
//! из столицы консул", "заявив в ефірі радіо мер", "сообщил журналистам губернатор".

use crate::attribute::Finder;
use crate::grammar::oblique;
use crate::lexicon::{Class, Classes, Unit};
use crate::text::token::Kind;

/// How far behind its verb the subject may stand.
const REACH: usize = 10;
/// Prepositions that no speaker's name begins with, beside those that the lexicon knows.
const LEADS: [&str; 18] = [
    "по",
    "из",
    "із",
    "з",
    "зі",
    "с",
    "со",
    "от",
    "від",
    "для",
    "через",
    "під",
    "под",
    "о",
    "об",
    "про",
    "при",
    "до",
];
/// Endings of the dative and instrumental in which whom one tells, and by what, stand.
const TOLD: [&str; 8] = ["ам", "ям", "ові", "еві", "ству", "ом", "нню", "ию"];

impl Finder<'_, '_> {
    fn led(&self, i: usize) -> bool {
        self.has(i, Class::In) || LEADS.iter().any(|w| self.doc.is(i, w))
    }

    fn holds_office(&self, j: usize) -> bool {
        self.doc.any(j, Classes::of(&[Class::Org, Class::Office, Class::Actor]))
            || matches!(self.doc.unit(j), Some(Unit::Group | Unit::Person))
    }

    /// Whether the adjunct that opens at `i` is one by its form.
    pub(crate) fn adjunct_at(&self, i: usize) -> bool {
        let word = |j: usize| cairn_fold::fold(self.doc.words(j, j + 1));
        let ends =
            |j: usize, list: &[&str]| list.iter().any(|e| word(j).ends_with(cairn_fold::fold(e).as_str()));
        let told = i < self.s.last
            && self.doc.is_word(i)
            && !self.doc.is_name(i)
            && ends(i, &TOLD)
            && (self.doc.unknown(i) || self.holds_office(i))
            && word(i).chars().count() > 4;
        oblique::here(self.doc) && i < self.s.last && (self.led(i) || told)
    }

    /// Where the subject behind an adjunct at `i` begins.
    pub(crate) fn nominative_behind(&self, i: usize) -> Option<usize> {
        if !self.adjunct_at(i) {
            return None;
        }
        let doc = self.doc;
        let word = |j: usize| cairn_fold::fold(doc.words(j, j + 1));
        let subject_form = |j: usize| {
            let w = word(j);
            let last = w.chars().last().unwrap_or('а');
            let masculine = !"аеиоуыэюяєії".contains(last) || w.ends_with("ий") || w.ends_with("ый");
            let oblique = [
                "ом", "ем", "ам", "ям", "ах", "ях", "им", "ым", "их", "ых", "ов", "ев", "ів", "ей", "ою",
                "ой",
            ];
            masculine && !oblique.iter().any(|e| w.ends_with(cairn_fold::fold(e).as_str()))
                || ["глава", "голова", "речниця", "прессекретарка", "начальниця"]
                    .iter()
                    .any(|e| w.ends_with(e))
        };
        let stops = |j: usize| {
            matches!(
                doc.kind(j),
                Kind::Comma
                    | Kind::Stop
                    | Kind::Colon
                    | Kind::Semicolon
                    | Kind::Dash
                    | Kind::Number
                    | Kind::Open
            ) || doc.any(j, Classes::of(&[Class::That, Class::Say, Class::Relative]))
        };
        let upto =
            (i + 1..self.s.last.min(i + REACH)).find(|j| stops(*j)).unwrap_or(self.s.last.min(i + REACH));
        let governed = |j: usize| self.led(j - 1);
        let office = (i + 1..upto)
            .find(|j| self.holds_office(*j) && subject_form(*j) && !governed(*j) && doc.is_word(*j));
        // "консул Павло Орлик": either name may show it.
        let name = || {
            (i + 2..upto).find(|j| {
                doc.is_name(*j)
                    && doc.unknown(*j)
                    && doc.is_word(*j)
                    && *j + 1 < upto
                    && (subject_form(*j) || subject_form(*j + 1) || word(*j + 1).ends_with("ко"))
                    && doc.is_name(*j + 1)
                    && !doc.is_acronym(*j)
                    && !governed(*j)
                    && !doc.is_name(*j - 1)
            })
        };
        let mut at = office.or_else(name)?;
        // "официальный представитель", "консул NAME": its adjectives agree, a title stands before its name.
        let titled = |j: usize| subject_form(j) && doc.is_name(j + 1) && !doc.is_name(j);
        while at > i + 1
            && doc.unknown(at - 1)
            && doc.is_word(at - 1)
            && !governed(at - 1)
            && (word(at - 1).ends_with("ии") || titled(at - 1))
        {
            at -= 1;
        }
        Some(at)
    }

    /// "…", - сказал он: the pronoun behind its verb closes the sentence.
    pub(crate) fn he_behind(&self, v: usize) -> bool {
        let he = ["он", "она", "они", "він", "вона", "вони"];
        oblique::here(self.doc)
            && v > self.s.first
            && matches!(self.doc.kind(v - 1), Kind::Dash | Kind::Comma | Kind::Quote)
            && v + 1 < self.s.last
            && he.iter().any(|w| cairn_fold::fold(self.doc.words(v + 1, v + 2)) == *w)
            && self.at_end(v + 2)
    }

    /// "Тим часом, повідомляє «Хвиля», кількість …": a frame put into its sentence before anything is told.
    pub(crate) fn put_in(&self, v: usize, b: usize) -> bool {
        let told =
            |j: usize| self.doc.cue(j).is_some() || self.doc.kind(j) == Kind::Number && !self.in_period(j);
        oblique::here(self.doc)
            && v > self.s.first + 1
            && self.doc.kind(v - 1) == Kind::Comma
            && self.kind(b) == Some(Kind::Comma)
            && v - self.s.first <= 8
            && !(self.s.first..v).any(told)
    }

    /// "Врач больницы, пожелавший остаться неизвестным, сказал, что": who opens the sentence, before the clause about them.
    pub(crate) fn opening_aside(&self, v: usize) -> Option<(usize, usize)> {
        let doc = self.doc;
        let first = self.s.first;
        if !oblique::here(doc) || v < first + 4 || doc.kind(v - 1) != Kind::Comma {
            return None;
        }
        let open = (first + 1..v - 1).take(8).find(|j| !doc.is_word(*j))?;
        let word = cairn_fold::fold(doc.words(open + 1, open + 2));
        let participle =
            ["вшии", "вшая", "вшие", "щии", "щая", "щие", "вшиися", "ющии"].iter().any(|e| word.ends_with(e));
        let about = doc.has(open + 1, Class::Relative) || participle;
        let whole = (open + 1..v - 1).all(|j| doc.kind(j) != Kind::Comma && !doc.has(j, Class::Say));
        let plain = (first..open).all(|j| {
            doc.cue(j).is_none()
                && !doc.any(j, Classes::of(&[Class::Say, Class::Act, Class::In, Class::Cause]))
        });
        let leads = doc.kind(open) == Kind::Comma && about && whole && plain;
        let someone = (first..open).any(|j| self.holds_office(j) || doc.has(j, Class::Lone));
        (leads && someone).then_some((first, open))
    }

    /// "«Врачи за мир»": a small word inside a name in quotation marks.
    pub(crate) fn within_quotes(&self, a: usize, b: usize) -> bool {
        let doc = self.doc;
        let mark = |j: &usize| doc.kind(*j) == Kind::Quote;
        let open = (a..b).filter(mark).count() % 2 == 1;
        let close = (b..self.s.last.min(b + 6)).find(mark);
        oblique::here(doc)
            && open
            && close.is_some_and(|c| (b..c).all(|j| doc.is_word(j) && doc.cue(j).is_none()))
    }

    /// "Ранее сообщалось о 15 погибших": a verb that nobody speaks.
    pub(crate) fn nobody_says(&self, v: usize) -> bool {
        let word = cairn_fold::fold(self.doc.words(v, v + 1));
        oblique::here(self.doc) && ["лось", "лося"].iter().any(|e| word.ends_with(e))
    }
}
