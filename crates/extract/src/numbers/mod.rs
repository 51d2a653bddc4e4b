//! The number grammar: digits and words to bounds with a qualifier, and the numbers that are no counts.

pub(crate) mod change;
pub(crate) mod no_count;
pub(crate) mod none;
pub(crate) mod quantity;
pub(crate) mod range;
pub(crate) mod share;

use crate::grammar::caseless;
use crate::grammar::oblique;
use crate::grammar::romance;
use crate::lexicon::{Class, Classes, Unit};
use crate::numbers::no_count::{
    bare_age, counts_by_ending, day_too, footnote, goes_on, is_year, none_behind, numbered_place, of_an_age,
    of_whole, one_behind, one_in, ordinal_apart, score, the_other, titled_one,
};
use crate::presence::told::several;
use crate::text::doc::{Doc, Sentence};
use crate::text::token::Kind;
use crate::time::Period;
use cairn_model::Qualifier;

/// How a figure is worded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// Digits or number words.
    Plain,
    /// dozens, hundreds: a floor by house rule.
    Vague,
    /// several, many: no bound at all.
    Many,
    /// no, none.
    Zero,
    /// "a", "another" before a victim: one.
    Single,
}

/// A quantity in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    /// Lexemes from the first qualifying word to the end of the numeral and what qualifies it.
    pub first: usize,
    /// Where the numeral itself begins.
    pub num: usize,
    pub last: usize,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub qualifier: Qualifier,
    pub form: Form,
}

/// The value in thousandths of the numeral at `i`, and where it ends.
pub(crate) fn value_at(doc: &Doc<'_>, i: usize, end: usize) -> Option<(i64, usize)> {
    if i >= end {
        return None;
    }
    if doc.kind(i) == Kind::Number {
        let mut value = doc.lexemes[i].milli;
        let mut j = i + 1;
        while j < end && doc.has(j, Class::Mult) {
            let scale = doc.entry(j).number;
            value = value.checked_mul(scale)?;
            j += 1;
            if let Some((rest, after)) = rest_of(doc, scale, j, end) {
                return Some((value.checked_add(rest)?, after));
            }
        }
        return Some((value, j));
    }
    // "thousands" alone is vague, "three thousands" is not.
    if doc.has(i, Class::Mult) && doc.has(i, Class::Vague) {
        return None;
    }
    let (mut total, mut part, mut j) = (0i64, 0i64, i);
    let mut seen = false;
    if doc.has(i, Class::Indef) && !doc.has(i, Class::Num) {
        if !(i + 1 < end && doc.has(i + 1, Class::Mult)) {
            return None;
        }
        part = 1;
        j += 1;
    }
    while j < end {
        let e = doc.entry(j);
        let joined = seen && doc.has(j, Class::And) && j + 1 < end && doc.has(j + 1, Class::Num);
        if joined && fits(part, doc.entry(j + 1).number, doc.lexemes[j + 1].glued) {
            j += 1;
            continue;
        }
        if e.classes.has(Class::Mult) {
            if e.number >= 1_000_000 && part >= e.number {
                // "مليونين ونصف مليون": the scale is in the numeral already.
            } else if e.number >= 1000 {
                total = total.checked_add(part.max(1).checked_mul(e.number)?)?;
                part = 0;
            } else {
                part = part.max(1).checked_mul(e.number)?;
            }
        } else if e.classes.has(Class::Num) && (!seen || fits(part, e.number, true)) {
            part += e.number;
        } else {
            break;
        }
        seen = true;
        j += 1;
    }
    // "mil 600": a thousand in words, the rest in digits.
    if seen && part == 0 && total % 1000 == 0 && total > 0 && j < end && doc.kind(j) == Kind::Number {
        let rest = doc.lexemes[j].milli;
        if doc.lex.profile.adjective_after
            && doc.caps
            && (1000..1_000_000).contains(&rest)
            && rest % 1000 == 0
        {
            return Some((total.checked_mul(1000)?.checked_add(rest)?, j + 1));
        }
    }
    (seen && total + part > 0).then_some(()).and_then(|()| Some(((total + part).checked_mul(1000)?, j)))
}

/// What digits add behind a scale, in thousandths, and where they end: "32 тисячі 675", "9 mil 49", "1 тыс. 200",
/// "3 millones 200 mil", "3 آلاف و200 شخص".
fn rest_of(doc: &Doc<'_>, scale: i64, at: usize, end: usize) -> Option<(i64, usize)> {
    // "1 тыс. 200": the sentence goes on behind the mark, so the word before it is cut short.
    let at = at + usize::from(at < end && doc.kind(at) == Kind::Stop && doc.lexemes[at].glued);
    let joined = at < end && doc.has(at, Class::And) && doc.kind(at) != Kind::Number;
    let j = at + usize::from(joined);
    // "12 mil nueve": the rest in words.
    let words = scale == 1000 && !joined && doc.lex.profile.adjective_after && doc.caps;
    if words && j < end && doc.has(j, Class::Num) && doc.kind(j) != Kind::Number {
        return value_at(doc, j, end).filter(|(rest, _)| *rest < 1_000_000);
    }
    if j >= end || doc.kind(j) != Kind::Number {
        return None;
    }
    let digits = doc.lexemes[j].milli;
    if scale == 1000 {
        // Without a noun of its own behind it, what "and" joins may be another figure.
        let whole = !joined || doc.lexemes[j].glued && j + 1 < end && doc.unit(j + 1).is_some();
        // "De 2 mil 49 …" is one number; elsewhere so small a one may begin anew.
        let least = if doc.lex.profile.adjective_after && !joined { 1000 } else { 100_000 };
        return (whole && digits % 1000 == 0 && (least..1_000_000).contains(&digits))
            .then_some((digits, j + 1));
    }
    let (rest, after) = value_at(doc, j, end)?;
    let below = rest >= 1_000_000 && rest / 1000 < scale;
    (!joined && scale >= 1_000_000 && below).then_some((rest, after))
}

/// "in both Eastland and Westland", "two raids, both claimed by": it repeats, and counts nothing.
fn both(doc: &Doc<'_>, s: Sentence, i: usize, last: usize) -> bool {
    if !doc.lex.profile.bare_plurals || !doc.is(i, "both") || last >= s.last {
        return false;
    }
    let listed = doc.is_name(last)
        && (last + 1..s.last.min(last + 6)).any(|j| doc.has(j, Class::And))
        && doc.unit(last).is_none();
    // "both Verl and Dorn civilians", "both armed and unarmed men"
    let end = s.last.min(last + 4);
    let and = (last..end).find(|j| doc.has(*j, Class::And));
    let listed = listed
        || and.is_some_and(|a| {
            a > last
                && (last..a).all(|j| {
                    doc.is_word(j) && doc.unit(j).is_none() && doc.cue(j).is_none() && !doc.has(j, Class::Be)
                })
        });
    let before = (s.first..i).any(|j| doc.entry(j).number == 2 && doc.has(j, Class::Num));
    let again = before && i > s.first && doc.kind(i - 1) == Kind::Comma && doc.unit(last).is_none();
    listed || again || doc.is(last, "sides") || doc.is(last, "of")
}

/// Whether `next` may be added to what was read: smaller than the last place, or tens after units.
fn fits(part: i64, next: i64, glued: bool) -> bool {
    if part == 0 {
        return true;
    }
    if part % 1000 == 0 {
        return next < 1000;
    }
    if part % 100 == 0 {
        return next < 100;
    }
    if part % 100 >= 20 && part % 10 == 0 {
        return next < 10;
    }
    glued && (1..10).contains(&(part % 100)) && (20..100).contains(&next) && next % 10 == 0
}

const AFTER_REJECTS: Classes = Classes::of(&[
    Class::Percent,
    Class::Money,
    Class::Measure,
    Class::AgePost,
    Class::TimeUnit,
    Class::Fraction,
    Class::Rate,
]);
const BEFORE_REJECTS: Classes =
    Classes::of(&[Class::AgePre, Class::Identifier, Class::RatePre, Class::Delta, Class::Money]);
pub(crate) const QUALIFIERS: Classes = Classes::of(&[Class::AtLeast, Class::AtMost, Class::About]);

/// All figures of a sentence that may be counts, left to right.
pub(crate) fn figures(doc: &Doc<'_>, s: Sentence, periods: &[Period]) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    let mut i = s.first;
    let mut next_period = 0;
    while i < s.last {
        while next_period < periods.len() && periods[next_period].last <= i {
            next_period += 1;
        }
        if let Some(p) = periods.get(next_period)
            && p.first <= i
            && !starts_plain_figure(doc, p, i)
        {
            i = p.last;
            continue;
        }
        if day_too(doc, s, periods, i) {
            i += 1;
            continue;
        }
        let free = out.last().map_or(s.first, |f| f.last);
        match read(doc, s, i, free) {
            Some((figure, end)) => {
                out.extend(figure.map(|f| all_but(doc, s, f)));
                i = end;
            }
            None => i += 1,
        }
    }
    out
}

/// "All but two of the 19" are seventeen.
fn all_but(doc: &Doc<'_>, s: Sentence, f: Figure) -> Figure {
    let skip = Classes::of(&[Class::Of, Class::Det]);
    let Some(k) = (s.first..f.first).rev().find(|j| !doc.any(*j, skip)) else { return f };
    let but = k > s.first && k + 1 < f.first && doc.has(k - 1, Class::AllBut);
    let (Some(low), true) = (f.low.filter(|low| f.high == Some(*low)), but) else { return f };
    match value_at(doc, k, s.last) {
        Some((milli, end)) if end == k + 1 && milli % 1000 == 0 && milli / 1000 < low => {
            let less = milli / 1000;
            Figure { first: k - 1, low: Some(low - less), high: Some(low - less), ..f }
        }
        _ => f,
    }
}

/// A bare weekday-less "in 200" is no period; periods never hide a number with its own unit noun.
fn starts_plain_figure(doc: &Doc<'_>, p: &Period, i: usize) -> bool {
    p.last == i + 1 && doc.kind(i) == Kind::Number && i + 1 < doc.lexemes.len() && doc.unit(i + 1).is_some()
}

/// Reads a numeral at `i`. `Some((None, end))` is a number that is no count.
fn read(doc: &Doc<'_>, s: Sentence, i: usize, free: usize) -> Option<(Option<Figure>, usize)> {
    let timed = |i: usize| {
        let next =
            i + 1 + usize::from(i + 1 < s.last && doc.any(i + 1, Classes::of(&[Class::Of, Class::Other])));
        next < s.last && doc.any(next, AFTER_REJECTS)
    };
    let simple = |form, low, high, qualifier| {
        if timed(i) {
            return Some((None, i + 2));
        }
        let (first, _) = qualify_before(doc, s, i, free);
        let f = Figure { first, num: i, last: i + 1, low, high, qualifier, form };
        Some((Some(f), i + 1))
    };
    // "the prison of Cuatro Ceibas": a number within a name.
    // "«Silver Hundred»": the name of a group in its marks.
    let marked = doc.kind(i) != Kind::Number
        && i > s.first + 1
        && i + 1 < s.last
        && doc.kind(i + 1) == Kind::Quote
        && doc.is_name(i - 1)
        && doc.kind(i - 2) == Kind::Quote;
    if marked {
        return Some((None, i + 1));
    }
    let named = doc.is_name(i)
        && i > s.first
        && doc.is_word(i - 1)
        && i + 1 < s.last
        && doc.is_name(i + 1)
        && doc.unknown(i + 1);
    // "the Formula One race"
    let title = doc.lex.profile.bare_plurals
        && doc.caps
        && doc.kind(i) != Kind::Number
        && doc.is_name(i)
        && i > s.first + 1
        && doc.is_name(i - 1)
        && doc.unknown(i - 1)
        && !(i + 1 < s.last && (doc.unit(i + 1).is_some() || doc.cue(i + 1).is_some()));
    if named || title {
        return Some((None, i + 1));
    }
    // "طفلان اثنان": the dual, and its number again.
    let twice = crate::grammar::verbal::of_both(doc, s, i)
        || !doc.caps
            && i > s.first
            && doc.is_word(i)
            && doc.entry(i).number == 2
            && doc.entry(i - 1).number == 2
            && doc.unit(i).is_none()
            && doc.cue(i).is_none();
    if twice {
        return Some((None, i + 1));
    }
    if let Some((a, end)) = value_at(doc, i, s.last) {
        return Some(plain(doc, s, i, end, a, free));
    }
    if let Some(one) = caseless::at_least_one(doc, s, i) {
        return Some((Some(one), i + 2));
    }
    // "більше тисячі": behind a hedge the singular, one thousand.
    let thousand = doc.lex.profile.head_first
        && i > free
        && doc.has(i, Class::Mult)
        && doc.any(i - 1, QUALIFIERS)
        && doc.words(i, i + 1).ends_with(['і', 'и']);
    if thousand && let Some(value) = doc.entry(i).number.checked_mul(1000) {
        return Some(plain(doc, s, i, i + 1, value, free));
    }
    if let Some(value) = range::singular_behind_hedge(doc, i, free) {
        return Some(plain(doc, s, i, i + 1, value, free));
    }
    if doc.has(i, Class::Vague) {
        let floor = doc.entry(i).floor;
        return simple(Form::Vague, Some(floor), None, Qualifier::Vague);
    }
    // "a group of 30": counted after all.
    let told = i + 1 < s.last && value_at(doc, i + 1, s.last).is_some();
    if doc.has(i, Class::Many) && !(told && doc.words(i, i + 1).contains(char::is_whitespace)) {
        return simple(Form::Many, None, None, Qualifier::Vague);
    }
    // "some insurgents were detained": nobody counted them.
    let some = doc.is(i, "some") && i + 1 < s.last && !told && doc.lex.profile.bare_plurals;
    let people = |j: &usize| {
        matches!(doc.unit(*j), Some(Unit::Person | Unit::Group)) && several(doc, *j) && doc.cue(*j).is_none()
    };
    if some
        && (i + 1..s.last.min(i + 3))
            .take_while(|j| people(j) || doc.unknown(*j) && doc.is_word(*j))
            .any(|j| people(&j))
    {
        return simple(Form::Many, None, None, Qualifier::Vague);
    }
    // "without giving details"
    let gerund = |j: usize| {
        j < s.last
            && doc.lex.profile.bare_plurals
            && doc.words(j, j + 1).ends_with("ing")
            && doc.is(i, "without")
    };
    // "School No. 9"
    let numbered = doc.is(i, "no") && i + 2 < s.last && doc.kind(i + 1) == Kind::Stop;
    let numbered = numbered && doc.kind(i + 2) == Kind::Number;
    // "sin luz ni agua": only of people and of harm is none a count.
    let nor = doc.is(i, "ni") && !(i + 1 < s.last && (doc.cue(i + 1).is_some() || doc.unit(i + 1).is_some()));
    if doc.has(i, Class::Zero) && (gerund(i + 1) || nor || numbered) {
        return None;
    }
    if doc.has(i, Class::Zero) || none_behind(doc, s, i) || crate::grammar::verbal::nobody(doc, s, i) {
        return simple(Form::Zero, Some(0), Some(0), Qualifier::Exact);
    }
    // "one was freed, while the other was still missing"
    if the_other(doc, s, i) {
        return simple(Form::Single, Some(1), Some(1), Qualifier::Exact);
    }
    // "a 49-year-old man" is one, "a hundred" is not.
    let plural = i + 1 < s.last
        && value_at(doc, i + 1, s.last)
            .is_some_and(|(_, end)| !(end < s.last && doc.has(end, Class::AgePost)));
    // "a Darvost-based monitor" is a speaker, "a Darvost-based nurse" may be a victim.
    let based = i + 2 < s.last
        && doc.is(i + 2, "based")
        && !(i + 3..s.last.min(i + 7)).take_while(|j| doc.is_word(*j)).any(|j| doc.unit(j).is_some());
    if doc.has(i, Class::Indef) && !plural && !based {
        return simple(Form::Single, Some(1), Some(1), Qualifier::Exact);
    }
    None
}

/// "9 and 12 years old", "5 or 7 per cent": the measure behind the second number holds for both.
fn shares_measure(doc: &Doc<'_>, s: Sentence, last: usize) -> bool {
    let measured = |j: usize| {
        j < s.last
            && (doc.any(j, Classes::of(&[Class::Percent, Class::Money, Class::Measure, Class::AgePost]))
                || matches!(doc.kind(j), Kind::Percent | Kind::Currency)
                || doc.entry(j).span == Some(crate::lexicon::Span::Year))
    };
    let joined = last + 1 < s.last
        && (doc.any(last, Classes::of(&[Class::And, Class::Or, Class::To]))
            || matches!(doc.kind(last), Kind::Comma | Kind::Dash));
    joined && value_at(doc, last + 1, s.last).is_some_and(|(_, end)| measured(end))
}

fn plain(doc: &Doc<'_>, s: Sentence, i: usize, end: usize, a: i64, free: usize) -> (Option<Figure>, usize) {
    let (mut first, mut q) = qualify_before(doc, s, i, free);
    // "+10": ten or more.
    if first == i && i > free.max(s.first) && doc.kind(i - 1) == Kind::Plus && doc.lexemes[i].glued {
        (first, q.at_least) = (i - 1, true);
    }
    // "~30,000"
    if first == i && i > free.max(s.first) && matches!(doc.words(i - 1, i), "~" | "≈") {
        (first, q.about) = (i - 1, true);
    }
    let before = first.checked_sub(1).filter(|b| *b >= s.first);
    q.about |= doc.has(i, Class::About);
    let (mut low, mut high, mut last) = (a, a, caseless::again(doc, s, i, end, a));
    if let Some((b, b_end)) = range::range_end(doc, s, i, end, a) {
        (high, last) = (b, b_end);
        if first > free.max(s.first) && doc.has(first - 1, Class::Between) {
            first -= 1;
        }
        let between = (first..i).any(|j| doc.has(j, Class::Between));
        low = range::scaled(doc, low, b, end, b_end, between);
    }
    // "casualties, damage or both."
    let closing = doc.kind(i) != Kind::Number
        && before.is_some_and(|b| doc.has(b, Class::Or))
        && (last >= s.last || !doc.is_word(last) || doc.has(last, Class::Be));
    // "אחת הפעילויות": one of them, whichever, and no count of people.
    let one_of_the = a == 1000
        && !doc.lex.profile.capitals
        && doc.kind(i) != Kind::Number
        && last + 1 < s.last
        && (doc.has(last, Class::Det)
            && doc.lexemes[last + 1].glued
            && doc.unit(last + 1).is_none()
            && doc.cue(last + 1).is_none()
            || doc.unknown(last) && doc.lex.begins_definite(&cairn_fold::fold(doc.words(last, last + 1))));
    // "الموجة السادسة والعشرين": the tens of an ordinal carry its article.
    let ordinal = !doc.caps
        && i >= s.first + 2
        && doc.has(i - 1, Class::And)
        && doc.words(i - 1, i).ends_with("ال")
        && doc.words(i - 2, i - 1).starts_with("ال");
    // "el bar Las 7 esquinas": the article's capital makes it a name.
    let titled = doc.lex.profile.adjective_after
        && doc.caps
        && i > s.first + 1
        && doc.has(i - 1, Class::Det)
        && doc.is_name(i - 1)
        && doc.is_word(i - 2);
    // "fue detenido NAME, uno de los líderes": who is named is not counted.
    let apposed = titled_one(doc, s, i, last, a);
    // "a quake of 9.0": a measure, though a whole one.
    let written = doc.words(i, i + 1);
    let measured = doc.kind(i) == Kind::Number && (written.ends_with(".0") || written.ends_with(",0"));
    // "a three-member panel": the number only describes.
    let described = doc.lex.profile.bare_plurals
        && end + 1 < s.last
        && doc.is_word(end)
        && doc.lexemes[end].glued
        && !doc.any(end, Classes::of(&[Class::Num, Class::Mult, Class::AgePost]))
        && doc.is_word(end + 1);
    // "close to one of the sites"
    let near = q.about && a == 1000 && doc.lex.profile.bare_plurals;
    // "at 0900"
    let clock = doc.kind(i) == Kind::Number && written.len() > 2 && written.starts_with('0') && a >= 1000;
    // "one of which damaged", "who may have been one."
    let lone = a == 1000 && doc.kind(i) != Kind::Number && doc.lex.profile.bare_plurals;
    let of_which =
        |j: usize| doc.is(j, "of which") || doc.has(j, Class::Of) && doc.has(j + 1, Class::Relative);
    let which = lone && last + 1 < s.last && of_which(last);
    // "who may have been one of the children"
    let among = lone
        && before.is_some_and(|b| doc.has(b, Class::Be))
        && last < s.last
        && (doc.has(last, Class::Of) || doc.is(last, "of the"));
    let closes =
        lone && before.is_some_and(|b| doc.has(b, Class::Be)) && (last >= s.last || !doc.is_word(last));
    if clock
        || which
        || among
        || closes
        || described
        || near
        || both(doc, s, i, last)
        || measured
        || rejected(doc, s, i, last, before)
        || closing
        || one_of_the
        || ordinal
        || titled
        || apposed
        || one_behind(doc, s, i, a) && !caseless::one_attack(doc, s, i)
        || romance::names_something(doc, s, i, last, a)
        || oblique::short_date(written)
        || oblique::end_of_date(doc, i)
        || oblique::age_of_named(doc, s, i, last)
        || goes_on(doc, s, i)
        || shares_measure(doc, s, last)
        || low % 1000 != 0
        || high % 1000 != 0
        || is_year(doc, s, i, last, first)
    {
        return (None, last);
    }
    if last < s.last
        && (doc.has(last, Class::AtLeastPost) || doc.kind(last) == Kind::Plus && doc.lexemes[last].glued)
    {
        q.at_least = true;
        last += 1;
    } else if last < s.last && doc.has(last, Class::AtMostPost) {
        q.at_most = true;
        last += 1;
    }
    if q.at_least
        && low == high
        && let Some((b, b_end)) = share::ceiling(doc, s, last, low)
    {
        (high, last) = (b, b_end);
        q = Qualified::default();
    }
    let (low, high) = (low / 1000, high / 1000);
    let (low, high, qualifier) = match (q.at_least, q.at_most, q.about) {
        (true, _, _) => (Some(low), None, Qualifier::AtLeast),
        (_, true, _) => (None, Some(high), Qualifier::AtMost),
        (_, _, true) => (Some(low), Some(high), Qualifier::About),
        _ => (Some(low), Some(high), Qualifier::Exact),
    };
    (Some(Figure { first, num: i, last, low, high, qualifier, form: Form::Plain }), last)
}

#[derive(Clone, Copy, Default)]
struct Qualified {
    at_least: bool,
    at_most: bool,
    about: bool,
}

/// The qualifying words before a numeral, which may pile up ("at least over a thousand").
fn qualify_before(doc: &Doc<'_>, s: Sentence, i: usize, free: usize) -> (usize, Qualified) {
    let mut q = Qualified::default();
    // "بأكثر من (3) غارات": the brackets are the numeral's.
    let bracketed = i > free
        && i + 2 < doc.lexemes.len()
        && doc.kind(i) == Kind::Number
        && doc.kind(i - 1) == Kind::Open
        && doc.kind(i + 1) == Kind::Close
        && doc.unit(i + 2).is_some()
        && !(i > free + 1 && doc.any(i - 2, Classes::of(&[Class::Num, Class::Mult])));
    let mut first = i - usize::from(bracketed);
    let mut j = first;
    while j > free && i - j < 5 {
        j -= 1;
        if doc.any(j, QUALIFIERS) && change::became(doc, s, j) {
            break;
        } else if doc.any(j, QUALIFIERS) {
            q.at_least |= doc.has(j, Class::AtLeast);
            q.at_most |= doc.has(j, Class::AtMost);
            q.about |= doc.has(j, Class::About);
            first = j;
        } else if doc.has(j, Class::Other) {
            first = j;
        } else if doc.kind(j) == Kind::Dash && doc.lexemes[j].glued && j > free && doc.any(j - 1, QUALIFIERS)
        {
            // "מ־50": the mark that binds a preposition to its number.
        } else if j > free && share::hedged_before(doc, j) {
            // "как минимум о 14 погибших": the preposition between the hedge and its number.
        } else if j > free && crate::grammar::verbal::more_than(doc, j) {
            (q.at_least, first) = (true, j - 1);
        } else if !doc.any(j, Classes::of(&[Class::Det, Class::Of])) {
            break;
        }
    }
    q.at_least |= first == i && crate::grammar::verbal::went_past(doc, s, i);
    (first, q)
}

fn rejected(doc: &Doc<'_>, s: Sentence, i: usize, last: usize, before: Option<usize>) -> bool {
    if let Some(b) = before {
        let open = doc.kind(b) == Kind::Open && doc.words(b, b + 1) == "[";
        if doc.any(b, BEFORE_REJECTS)
            || doc.kind(b) == Kind::Currency
            || open && last < s.last && doc.kind(last) == Kind::Close
        {
            return true;
        }
        // "No. 5", "an average of about eight", "בן ה-30"
        let bound = doc.kind(b) == Kind::Dash && doc.lexemes[b].glued && b > s.first + 1;
        let b = b - usize::from(bound && doc.has(b - 1, Class::Det));
        let b2 = b.checked_sub(1).filter(|b| *b >= s.first);
        if b2.is_some_and(|b2| {
            // "בני ה־40"
            let bound = doc.kind(b) == Kind::Dash && doc.lexemes[b].glued;
            (doc.kind(b) == Kind::Stop || bound || doc.has(b, Class::Of) || doc.has(b, Class::Det))
                && doc.any(b2, BEFORE_REJECTS)
                // "número económico 3149"
                || doc.lex.profile.adjective_after && doc.unknown(b) && doc.is_word(b) && doc.has(b2, Class::Identifier)
        }) {
            return true;
        }
    }
    if numbered_place(doc, s, i, last, before) || caseless::uncounted(doc, s, i, last) {
        return true;
    }
    // "a mother of two", "20 more days"
    let children = before.is_some_and(|b| {
        b > s.first
            && doc.has(b, Class::Of)
            && ["mother", "father", "parent"].iter().any(|w| doc.is(b - 1, w))
            && (last >= s.last || doc.unit(last).is_none())
    });
    let lasting = last + 1 < s.last
        && doc.any(last, Classes::of(&[Class::Skip, Class::Other]))
        && doc.any(last + 1, Classes::of(&[Class::TimeUnit, Class::Measure, Class::Percent]));
    if (children || lasting) && doc.lex.profile.bare_plurals {
        return true;
    }
    let nothing = score(doc, s, i, last)
        || one_in(doc, s, i, last)
        || footnote(doc, s, i, last)
        || bare_age(doc, s, i, last)
        || of_whole(doc, s, i, last)
        || ordinal_apart(doc, s, i, last)
        || of_an_age(doc, s, i)
        || no_count::of_hours(doc, s, i);
    if share::somewhere(doc, s, i, last) || nothing {
        return true;
    }
    if last >= s.last {
        return i == s.first;
    }
    let often = before.is_some_and(|b| no_count::times(doc, b, last)) || caseless::times(doc, s, i, last);
    let often = often || no_count::dual_noun(doc, i);
    if crate::grammar::verbal::per_time(doc, s, last)
        || doc.any(last, AFTER_REJECTS) && !often
        || matches!(doc.kind(last), Kind::Percent | Kind::Currency)
    {
        return true;
    }
    // "5-та бригада": an ordinal in digits.
    let l = doc.lexemes[i];
    let ordinal = doc.lex.profile.head_first
        && l.kind == Kind::Number
        && last == i + 1
        && doc.is_word(last)
        && doc.text[l.end as usize..].starts_with('-')
        && doc.words(last, last + 1).chars().count() <= 3
        && !counts_by_ending(doc, s, last);
    if ordinal {
        return true;
    }
    // A list number: "2." opening the sentence.
    if i == s.first && doc.kind(last) == Kind::Stop {
        return true;
    }
    // "eight villagers per month"
    // "from 25 to more than 300 per day"
    let range = doc.has(last, Class::To) && doc.lex.profile.bare_plurals;
    (last..s.last.min(last + 4 + 2 * usize::from(range)))
        .take_while(|j| {
            if range && doc.kind(*j) == Kind::Number {
                return true;
            }
            // "two injuries per day"
            let event = || *j == last && doc.lex.profile.bare_plurals && doc.is(*j + 1, "per");
            doc.is_word(*j)
                && !doc.any(*j, Classes::of(&[Class::And, Class::Be]))
                && (doc.cue(*j).is_none() || *j + 1 < s.last && event())
        })
        .any(|j| doc.has(j, Class::Rate) && !doc.is(j - 1, "for"))
}
