//! Figures in scripts without capitals and articles: who acts, what is told again, how often something was hit, and nouns
//! that carry their number behind them.

use crate::bind::Bound;
use crate::lexicon::{Class, Classes, Harm, Role, Unit};
use crate::numbers::{Figure, Form, value_at};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use cairn_model::Qualifier;

fn folded(doc: &Doc<'_>, j: usize) -> String {
    cairn_fold::fold(doc.words(j, j + 1))
}

/// "40 חולקו, שניים נהרגו": the figure has a verb of its own right behind it, so another clause's verb is not its.
pub(crate) fn own_verb(doc: &Doc<'_>, s: Sentence, b: &Bound, c: usize) -> bool {
    let profile = &doc.lex.profile;
    // "ثلاثة مهاجمين قادوا عربة": attackers, and what they did.
    let attacker = !profile.enclitics.is_empty() && b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Actor));
    let v = b.noun.last;
    if attacker && c > v && v < s.last && doc.is_word(v) && doc.unknown(v) && folded(doc, v).ends_with("وا")
    {
        return true;
    }
    if profile.capitals || profile.plural_verbs.is_empty() || b.noun.cue == Some(c) {
        return false;
    }
    let finite = |v: usize| {
        let noun = v > b.figure.last;
        let word =
            if v < s.last && doc.is_word(v) && doc.unknown(v) { folded(doc, v) } else { String::new() };
        // "מבניו": a noun with whose it is; "שניסו": a clause that says who they are.
        let verb = profile.plural_verbs.iter().any(|e| word.ends_with(e.as_str()))
            && !["יו", "ינו"].iter().any(|e| word.ends_with(e) && word.chars().count() > 3)
            // "צעירות מפרו", "טילים ונשמעו": a preposition or an "and" is written on.
            && !(noun && word.starts_with(['מ', 'ב', 'ל', 'ו']));
        verb && word.chars().count() >= 3 && !word.starts_with('ש') && !doc.lexemes[v].glued
    };
    let verb = [b.figure.last, b.noun.last].into_iter().find(|v| finite(*v));
    // "two tried to flee and were shot": the same subject goes on.
    verb.is_some_and(|v| c != v && !(c > v + 1 && doc.has(c - 1, Class::And)))
}

/// "رجلين طعنا شخصين", "مهاجمين قادوا عربة ودهسوا المارة": a verb in the number of the figure before it, with an object of
/// its own, says what they did.
pub(crate) fn acts(doc: &Doc<'_>, s: Sentence, bound: &[Bound], b: &Bound, c: usize) -> bool {
    let profile = &doc.lex.profile;
    let verb = matches!(doc.cue(c), Some((_, Role::Free | Role::Active)));
    if profile.capitals || profile.enclitics.is_empty() || !verb || c < b.noun.last || c + 1 >= s.last {
        return false;
    }
    let word = folded(doc, c);
    let dual = b.figure.low == Some(2) && word.ends_with('ا');
    let attacker = b.noun.unit_at.is_some_and(|u| doc.has(u, Class::Actor));
    if !(dual || word.ends_with("وا")) {
        return false;
    }
    let next = c + 1;
    let counted = bound.iter().any(|o| o.figure.first == next);
    let definite = (doc.has(next, Class::Det) || folded(doc, next).starts_with("ال")) && doc.is_word(next);
    let timed = doc.any(next, Classes::of(&[Class::Weekday, Class::DayWord, Class::In]));
    let lone = dual && !timed && doc.has(next, Class::Lone);
    (counted || lone) && c == b.noun.last
        || attacker && !timed && (counted || definite || doc.unit(next).is_some())
}

/// "اثنين (2)": where the same number in brackets ends.
pub(crate) fn again(doc: &Doc<'_>, s: Sentence, i: usize, end: usize, value: i64) -> usize {
    let noun = doc.unit(i).is_some() || doc.cue(i).is_some();
    let same = !doc.lex.profile.capitals
        && !noun
        && doc.kind(i) != Kind::Number
        && end + 2 < s.last
        && doc.kind(end) == Kind::Open
        && doc.kind(end + 2) == Kind::Close
        && value_at(doc, end + 1, s.last) == Some((value, end + 2));
    if same { end + 3 } else { end }
}

/// What is no count here: "حادثتين (2)" told again, "الحادثتين" told before, "18 مقطع فيديو".
pub(crate) fn uncounted(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    if doc.lex.profile.capitals {
        return false;
    }
    if crate::grammar::verbal::no_figure(doc, s, i, last) {
        return true;
    }
    let number = doc.entry(i).number;
    let echoed = i > s.first + 1
        && doc.kind(i) == Kind::Number
        && doc.kind(i - 1) == Kind::Open
        && last < s.last
        && doc.kind(last) == Kind::Close
        && doc.has(i - 2, Class::Num)
        && doc.entry(i - 2).number * 1000 == doc.lexemes[i].milli;
    let both = ["كلتا", "كلا", "كلتي", "كل"];
    let both = (s.first..i).rev().take(3).any(|j| both.iter().any(|w| doc.words(j, j + 1).ends_with(w)));
    let known = number == 2 && doc.unit(i) == Some(Unit::Attack) && both;
    // "(5) مقاطع", "اثنين من مقاطع الفيديو"
    let mut next = last + usize::from(last < s.last && doc.kind(last) == Kind::Close);
    next += usize::from(next < s.last && doc.has(next, Class::Of));
    let filmed = next > last && next < s.last && doc.has(next, Class::Measure);
    let once = doc.has(i, Class::Measure) && doc.has(i, Class::Num);
    echoed || known || (filmed || once) && !times(doc, s, i, last)
}

/// "استُهدف المستشفى أربع مرات", "قُصفت مرتين": how often it was attacked.
pub(crate) fn times(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    let said = |j: usize| j < s.last && doc.has(j, Class::Measure) && doc.words(j, j + 1).starts_with("مر");
    if doc.lex.profile.capitals || !(said(last) || last == i + 1 && said(i)) {
        return false;
    }
    let hit = |j: &usize| {
        doc.has(*j, Class::Event)
            || doc.unit(*j) == Some(Unit::Attack)
            || matches!(doc.cue(*j), Some((Harm::Attacked | Harm::Damaged, Role::Free | Role::Noun)))
            || doc.has(*j, Class::Act) && doc.cue(*j).is_none() && !doc.has(*j, Class::Leads)
    };
    (s.first..i).rev().take(9).take_while(|j| doc.is_word(*j)).any(|j| hit(&j))
}

/// "هجوم واحد", "حادثة واحدة": one attack, its number behind it; "in one attack" is where others fell.
pub(crate) fn one_attack(doc: &Doc<'_>, s: Sentence, i: usize) -> bool {
    let noun = i > s.first && doc.unit(i - 1) == Some(Unit::Attack) && doc.is_word(i - 1);
    let within = i > s.first + 1
        && doc.any(i - 2, Classes::of(&[Class::In, Class::During, Class::Cause, Class::By, Class::Det]));
    !doc.lex.profile.capitals && doc.entry(i).number == 1 && noun && !within
}

/// The unit of a figure that says how often, or stands behind its noun.
pub(crate) fn attack_unit(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> Option<(usize, usize)> {
    if times(doc, s, i, last) {
        let at = if doc.has(i, Class::Measure) { i } else { last };
        return Some((at, at + 1));
    }
    one_attack(doc, s, i).then(|| (i - 1, last))
}

/// "مقتل شخص على الأقل": one at least, the noun alone being one.
pub(crate) fn at_least_one(doc: &Doc<'_>, s: Sentence, i: usize) -> Option<Figure> {
    let one = !doc.lex.profile.capitals && doc.has(i, Class::Lone) && doc.unit(i).is_some();
    let floor = i + 1 < s.last && doc.has(i + 1, Class::AtLeastPost);
    (one && floor && doc.cue(i).is_none()).then_some(Figure {
        first: i,
        num: i,
        last: i + 1,
        low: Some(1),
        high: None,
        qualifier: Qualifier::AtLeast,
        form: Form::Plain,
    })
}

/// "جثث 13 مهاجرا": bodies, counted by whose they are.
pub(crate) fn whose_bodies(doc: &Doc<'_>, s: Sentence, b: &Bound) -> bool {
    let fallen = |c: usize| matches!(doc.cue(c), Some((Harm::Killed, Role::Head)));
    let people = matches!(b.noun.unit, Some(Unit::Person | Unit::Group)) || b.noun.cue.is_some_and(fallen);
    let before = b.figure.first.checked_sub(1).filter(|j| *j >= s.first);
    people && !doc.lex.profile.capitals && before.is_some_and(|j| doc.unit(j) == Some(Unit::Body))
}
