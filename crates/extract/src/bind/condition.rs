//! One person known by no more than an age, a condition, or a verb before the one that tells of the harm, in a language
//! without articles for one: "בן 40 נהרג", "נער נפל מהגג, מצבו קשה", "אישה הותקפה בביתה ונפצעה".

use crate::bind::{self, Bound};
use crate::claim::{Kind, Metric};
use crate::lexicon::{Class, Classes, Harm, Role};
use crate::presence::told::counted;
use crate::presence::{Cue, Finding, finding};
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind as Mark;

/// How far the opening of a clause may stand from its verb, in lexemes.
const REACH: usize = 16;

/// Where the clause opens in which `j` stands.
fn opening(doc: &Doc<'_>, s: Sentence, j: usize) -> usize {
    let mark = |k: &usize| {
        matches!(doc.kind(*k), Mark::Comma | Mark::Colon | Mark::Semicolon | Mark::Stop)
            || doc.kind(*k) == Mark::Dash && !doc.lexemes[*k].glued
    };
    (s.first..j).rev().find(mark).map_or(s.first, |k| k + 1)
}

/// "בן 40", "כבת 7": an age that stands for whom it is said of, and where it ends.
fn age(doc: &Doc<'_>, s: Sentence, j: usize) -> Option<usize> {
    if j >= s.last {
        return None;
    }
    let number = j + 1 + usize::from(j + 1 < s.last && doc.kind(j + 1) == Mark::Dash);
    let one = ["בן", "בת", "כבן", "כבת"].iter().any(|w| doc.words(j, j + 1).ends_with(w));
    (one && doc.has(j, Class::AgePre) && number < s.last && doc.kind(number) == Mark::Number)
        .then_some(number + 1)
}

fn singular(doc: &Doc<'_>, c: usize) -> bool {
    let word = cairn_fold::fold(doc.words(c, c + 1));
    let first = word.split(' ').next().unwrap_or("");
    !doc.lex.profile.plural_verbs.iter().any(|e| first.ends_with(e.as_str()))
}

fn one(doc: &Doc<'_>, bound: &[Bound], j: usize) -> bool {
    let definite = j > 0 && doc.has(j - 1, Class::Det) && doc.lexemes[j].glued;
    doc.has(j, Class::Lone) && doc.cue(j).is_none() && !counted(bound, j) && !definite
}

fn push(out: &mut Vec<Finding>, mut f: Finding, whom: Option<(usize, usize)>) {
    // The same deed told of the same one.
    if out
        .iter()
        .any(|o| o.metric == f.metric && o.kind == Kind::Count && o.first < f.last && f.first < o.last)
    {
        return;
    }
    (f.kind, f.group) = (Kind::Count, whom);
    out.push(f);
}

/// "בן 40 נהרג", "נפצע בן 30": the age is all that is told of whom.
pub(crate) fn aged(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, at: c, harm, role, .. } = *cue;
    let verb = matches!(role, Role::Free | Role::Part) && singular(doc, c) && harm.of_persons();
    let Some(metric) = bind::metric(harm, None).filter(|_| verb && !doc.lex.profile.plural_verbs.is_empty())
    else {
        return;
    };
    let pass = Classes::of(&[Class::Be, Class::Have, Class::Skip]);
    let open = opening(doc, s, c);
    let before =
        age(doc, s, open).filter(|end| *end <= c && (*end..c).all(|j| doc.any(j, pass))).map(|_| open);
    let after = || age(doc, s, c + 1).map(|_| c + 1).filter(|_| c + 1 < s.last);
    if let Some(at) = before.or_else(after) {
        push(out, finding(metric, at.min(c), (at + 2).max(c + 1), c, "lone.aged"), None);
        return;
    }
    // "אוסטי בן 19 נהרג": whence they are.
    let from = |j: usize| {
        j < s.last && doc.is_demonym(j) && !doc.has(j, Class::Lone) && age(doc, s, j + 1).is_some()
    };
    let before =
        age(doc, s, open + 1).filter(|end| from(open) && *end <= c && (*end..c).all(|j| doc.any(j, pass)));
    let Some(at) = before.map(|_| open).or((c + 1 < s.last && from(c + 1)).then_some(c + 1)) else { return };
    push(out, finding(metric, at.min(c), (at + 2).max(c + 1), c, "lone.aged"), Some((at, at + 1)));
}

/// "שלושים טבעו, ועוד נעדר": one more, told by the word for what befell them.
pub(crate) fn one_more(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let word = role == Role::Head && doc.has(c, Class::Lone) && !doc.lex.profile.plural_verbs.is_empty();
    let more = c > s.first + 1 && doc.words(c - 1, c) == "עוד" && doc.has(c - 2, Class::And);
    let ends =
        c + 1 >= s.last || !doc.is_word(c + 1) || doc.any(c + 1, Classes::of(&[Class::In, Class::And]));
    let counts = bound.iter().any(|b| b.metric.is_some() && b.figure.num < c);
    let personal = harm.of_persons() || harm == Harm::Missing;
    let Some(metric) = bind::metric(harm, None).filter(|_| word && more && ends && counts && personal) else {
        return;
    };
    push(out, finding(metric, c - 1, c + 1, c, "lone.one_more"), None);
}

/// "אישה הותקפה בביתה ונפצעה", "אדם שירה בשכנו הוצא להורג": the subject opens the clause, another verb or a clause between.
pub(crate) fn second_verb(cue: &Cue<'_, '_>, out: &mut Vec<Finding>) {
    let Cue { doc, s, bound, at: c, harm, role } = *cue;
    let verb = role == Role::Free && singular(doc, c) && harm.of_persons();
    let Some(metric) = bind::metric(harm, None).filter(|_| verb && !doc.lex.profile.plural_verbs.is_empty())
    else {
        return;
    };
    let open = opening(doc, s, c);
    let who = |j: usize| {
        doc.is_word(j)
            && (doc.has(j, Class::That) && doc.lexemes[j + 1].glued
                || doc.words(j, j + 1).starts_with('ש') && doc.unknown(j))
    };
    let joined = c > open + 2 && doc.has(c - 1, Class::And) && doc.lexemes[c].glued;
    let clause = open + 2 < c && who(open + 1) && !(open + 1..c).any(|j| doc.has(j, Class::And));
    // What is counted between has the verb for itself, and "שנהרג" tells of the noun before it.
    let free = c > open && (open..c).all(|j| !counted(bound, j)) && !doc.has(c - 1, Class::That);
    // "תושב ראש הגבעה נעצר": only where they are from stands between.
    let plain = |j: usize| {
        doc.is_word(j)
            && doc.cue(j).is_none()
            && doc.unit(j).is_none()
            && !doc.any(j, Classes::of(&[Class::Act, Class::Say]))
    };
    let near = c > open + 1 && c - open <= 5 && (open + 1..c).all(plain);
    if !(joined || clause || near) || c - open > REACH || !free || !one(doc, bound, open) {
        return;
    }
    let behind =
        c + 1 < s.last && (doc.has(c + 1, Class::Lone) || bound.iter().any(|b| b.figure.first == c + 1));
    if behind || bound.iter().any(|b| b.cue == Some(c) && b.metric.is_some()) {
        return;
    }
    // "גבר נורה ונפצע": told already.
    if out.iter().any(|f| f.metric == metric && f.first <= open && open < f.last) {
        return;
    }
    push(
        out,
        finding(metric, if joined { c } else { open }, c + 1, c, "lone.second_verb"),
        Some((open, open + 1)),
    );
}

/// "שני צוללנים טבעו, מצבם קשה": they live, though the verb says that they drowned.
pub(crate) fn alive(doc: &Doc<'_>, s: Sentence, b: &mut Bound) {
    let drowned =
        b.cue.is_some_and(|c| doc.words(c, c + 1).trim_start_matches(['ו', 'ש']).starts_with("טבע"));
    let grave = |j: usize| j + 1 < s.last && doc.has(j, Class::Condition) && doc.has(j + 1, Class::Grave);
    if b.metric == Some(Metric::Killed) && drowned && (b.noun.last..s.last).any(grave) {
        b.metric = Some(Metric::Injured);
    }
}

/// "נער נפל מהגג, מצבו קשה": hurt, whatever befell him.
pub(crate) fn grave(doc: &Doc<'_>, s: Sentence, bound: &[Bound], c: usize, out: &mut Vec<Finding>) {
    let next = (c + 1..s.last.min(c + 3)).any(|j| doc.has(j, Class::Grave));
    let from = (s.first..c).rev().find(|j| matches!(doc.kind(*j), Mark::Colon));
    let from = from.map_or(s.first, |k| k + 1);
    if !next || doc.lex.profile.plural_verbs.is_empty() || (from..c).any(|j| doc.has(j, Class::Say)) {
        return;
    }
    let Some(at) = (from..c).find(|j| one(doc, bound, *j) || age(doc, s, *j).is_some()) else { return };
    let whose = |f: &Finding| f.kind == Kind::Count && f.first <= at && at < f.last;
    // "צעיר טבע, מצבו אנוש": he lives.
    for f in out.iter_mut().filter(|f| whose(f) && f.metric == Metric::Killed) {
        f.metric = Metric::Injured;
    }
    let Some(metric) = bind::metric(Harm::Injured, None) else { return };
    let told = (s.first..s.last).any(|j| bound.iter().any(|b| b.cue == Some(j) && b.metric == Some(metric)));
    if !told {
        let group = age(doc, s, at).is_none().then_some((at, at + 1));
        push(out, finding(metric, at, s.last.min(c + 2), c, "lone.condition"), group);
    }
}
