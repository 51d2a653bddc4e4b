//! Whether figures that somebody typed stand in the text that they were typed from.

pub(crate) mod heading;
pub(crate) mod layout;

use serde::Serialize;

use crate::check::heading::Heading;
use crate::{Claim, Kind, Metric, Request, extract, quantities};

/// A figure that somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What is counted.
    pub metric: Metric,
    /// A running total, the flow of a period, or not said.
    pub cumulative: Option<bool>,
    /// Which people alone: `children`, `women`, …
    pub people: Option<String>,
    /// `households` or `persons`.
    pub unit: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Its heading has words that are not known, so it may be about a part.
    pub partial: bool,
    /// Lowest; `None` when open.
    pub low: Option<i64>,
    /// Highest; `None` when open.
    pub high: Option<i64>,
}

impl Typed {
    /// A figure under a heading; `None` when the heading does not say what is counted.
    #[must_use]
    pub fn under(heading: &Heading, low: Option<i64>, high: Option<i64>) -> Option<Self> {
        Some(Self {
            metric: heading.metric?,
            cumulative: heading.cumulative,
            people: heading.people.clone(),
            unit: heading.unit.clone(),
            place: None,
            partial: !heading.rest.is_empty(),
            low,
            high,
        })
    }

    fn is(&self, low: Option<i64>, high: Option<i64>) -> bool {
        // "At least 40" typed as 40 stands: the passage shown beside it says that it is a floor.
        let same = (low, high) == (self.low, self.high);
        let floor = self.low == self.high
            && (low.is_none() || high.is_none())
            && (low == self.low || high == self.low);
        same || floor && self.low.is_some()
    }
}

/// How a typed figure compares with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The text says so.
    Stands,
    /// The text gives another number for the same.
    Differs,
    /// Several passages fit, or it cannot be told which does.
    Ambiguous,
    /// The text says nothing of the kind.
    Absent,
}

impl Verdict {
    /// The code used in answers.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Differs => "differs",
            Self::Ambiguous => "ambiguous",
            Self::Absent => "absent",
        }
    }
}

/// Why a verdict is what it is, where the passages do not say it themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The typed number is the sum of the passages shown.
    Sum,
    /// The number stands in the text, but counts something else there.
    OfSomethingElse,
    /// The number stands in the text, but what it counts there was not understood.
    NotUnderstood,
    /// The parts of the text in different languages do not agree.
    LanguagesDisagree,
    /// The text gives the number for a part only.
    OfAPart,
    /// The text gives no number, only words such as "dozens".
    OnlyWords,
}

impl Note {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Sum => "the typed number is the sum of these",
            Self::OfSomethingElse => "the number stands in the text, but counts something else there",
            Self::NotUnderstood => "the number stands in the text, but what it counts was not understood",
            Self::LanguagesDisagree => "the languages of the text do not agree",
            Self::OfAPart => "the text gives this for a part",
            Self::OnlyWords => "the text gives no number, only words",
        }
    }
}

/// A passage of the text that bears on a typed figure. Offsets count Unicode scalar values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The words.
    pub quote: String,
    /// First scalar value of the quote.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What is counted there; `null` when that was not understood.
    pub metric: Option<Metric>,
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// The hedge on the number.
    pub qualifier: cairn_model::Qualifier,
    /// A running total.
    pub cumulative: bool,
    /// Of whom, as written.
    pub group: Option<String>,
    /// Where, as written.
    pub place: Option<String>,
    /// When, as written.
    pub period: Option<String>,
    /// Who says it.
    pub source: Option<String>,
}

/// What became of a typed figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, where that is not plain.
    pub note: Option<Note>,
    /// The passages that fit; where none does, those in which the number stands.
    pub passages: Vec<Passage>,
}

/// A text that was read, to check figures against. A text in several scripts, as many bulletins are, is read one
/// script at a time.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Claims with the part of the text that they stand in.
    claims: Vec<(usize, Claim)>,
    loose: Vec<Passage>,
}

/// How well a claim fits a typed figure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is about the same.
    Same,
    /// It is about a part, or about somewhere else.
    Part,
}

impl Reading {
    /// Reads a text.
    #[must_use]
    pub fn of(request: &Request<'_>) -> Self {
        let mut claims = Vec::new();
        let mut loose = Vec::new();
        let parts = parts(request.text);
        let lang = if parts.len() == 1 { request.lang } else { None };
        for (n, (start, text)) in parts.iter().enumerate() {
            let read = extract(&Request { text, lang, ..*request });
            for q in quantities(text, lang) {
                let inside = |c: &Claim| c.start < q.end && q.numeral < c.end;
                if !q.article && !read.iter().any(inside) {
                    let quote: String = text.chars().skip(q.start).take(q.end - q.start).collect();
                    loose.push(Passage {
                        quote,
                        start: start + q.start,
                        end: start + q.end,
                        metric: None,
                        low: q.low,
                        high: q.high,
                        qualifier: q.qualifier,
                        cumulative: false,
                        group: None,
                        place: None,
                        period: None,
                        source: None,
                    });
                }
            }
            claims.extend(
                read.into_iter().map(|c| (n, Claim { start: c.start + start, end: c.end + start, ..c })),
            );
        }
        Self { claims, loose }
    }

    /// Checks one figure.
    #[must_use]
    pub fn check(&self, typed: &Typed) -> Finding {
        let mut fits: Vec<(Fit, usize, &Claim)> =
            self.claims.iter().filter_map(|(n, c)| Some((fit(typed, c)?, *n, c))).collect();
        let vague = fits.iter().all(|(_, _, c)| c.by_rule || c.low.is_none() && c.high.is_none());
        if vague && !fits.is_empty() {
            return finding(Verdict::Ambiguous, Some(Note::OnlyWords), fits.iter().map(|f| f.2));
        }
        fits.retain(|(_, _, c)| !c.by_rule && (c.low.is_some() || c.high.is_some()));
        let of = |fit: Fit| fits.iter().filter(move |f| f.0 == fit);
        let right = |f: &&(Fit, usize, &Claim)| typed.is(f.2.low, f.2.high);
        let standing: Vec<&Claim> = of(Fit::Same).filter(right).map(|f| f.2).collect();
        if !standing.is_empty() {
            // A translation that says otherwise about the same: one of the two is a slip of the publisher.
            let said: Vec<usize> = of(Fit::Same).filter(right).map(|f| f.1).collect();
            let others: Vec<&Claim> = of(Fit::Same)
                .filter(|f| !said.contains(&f.1) && !right(f))
                .filter(|f| !typed.partial && of(Fit::Same).filter(|g| g.1 == f.1).count() == 1)
                .map(|f| f.2)
                .collect();
            if others.is_empty() {
                return finding(Verdict::Stands, None, standing.into_iter());
            }
            let both = standing.into_iter().chain(others);
            return finding(Verdict::Ambiguous, Some(Note::LanguagesDisagree), both);
        }
        let parts: Vec<&Claim> = of(Fit::Part).filter(right).map(|f| f.2).collect();
        let whole: Vec<(usize, &Claim)> = of(Fit::Same).map(|f| (f.1, f.2)).collect();
        if whole.is_empty() || typed.partial {
            if !parts.is_empty() {
                return finding(Verdict::Stands, Some(Note::OfAPart), parts.into_iter());
            }
            if whole.is_empty() {
                return self.elsewhere(typed);
            }
        }
        let all: Vec<(usize, &Claim)> = fits.iter().map(|f| (f.1, f.2)).collect();
        if let Some(addends) = sum(typed, &all) {
            return finding(Verdict::Differs, Some(Note::Sum), addends.into_iter());
        }
        let near = nearest(typed, &whole);
        if near.is_empty() || typed.partial {
            return finding(Verdict::Ambiguous, None, whole.into_iter().map(|w| w.1));
        }
        let one = near.iter().all(|c| (c.low, c.high) == (near[0].low, near[0].high));
        let verdict = if one { Verdict::Differs } else { Verdict::Ambiguous };
        finding(verdict, None, near.into_iter())
    }

    /// Nothing in the text fits: where else does the number stand?
    fn elsewhere(&self, typed: &Typed) -> Finding {
        // Nought and one stand everywhere and say nothing.
        if typed.low.is_none_or(|n| n < 2) {
            return finding(Verdict::Absent, None, std::iter::empty());
        }
        let loose: Vec<Passage> = self.loose.iter().filter(|p| typed.is(p.low, p.high)).cloned().collect();
        if !loose.is_empty() {
            return Finding { verdict: Verdict::Ambiguous, note: Some(Note::NotUnderstood), passages: loose };
        }
        let other: Vec<&Claim> =
            self.claims.iter().map(|(_, c)| c).filter(|c| !c.by_rule && typed.is(c.low, c.high)).collect();
        let note = (!other.is_empty()).then_some(Note::OfSomethingElse);
        finding(Verdict::Absent, note, other.into_iter())
    }
}

fn finding<'a>(verdict: Verdict, note: Option<Note>, claims: impl Iterator<Item = &'a Claim>) -> Finding {
    let mut passages: Vec<Passage> = Vec::new();
    for c in claims {
        let passage = Passage {
            quote: c.quote.clone(),
            start: c.start,
            end: c.end,
            metric: Some(c.metric),
            low: c.low,
            high: c.high,
            qualifier: c.qualifier,
            cumulative: c.cumulative,
            group: c.group.clone(),
            place: c.place.clone(),
            period: c.period.clone(),
            source: c.source.clone(),
        };
        if !passages.contains(&passage) {
            passages.push(passage);
        }
    }
    Finding { verdict, note, passages }
}

fn fit(typed: &Typed, c: &Claim) -> Option<Fit> {
    if c.kind != Kind::Count || c.metric != typed.metric || c.hypothetical {
        return None;
    }
    if typed.cumulative.is_some_and(|cumulative| cumulative != c.cumulative) {
        return None;
    }
    let unit = c.unit.as_deref().and_then(heading::unit);
    if let (Some(typed), Some(found)) = (&typed.unit, &unit)
        && typed != found
    {
        return None;
    }
    if typed.unit.as_deref() == Some("households") && unit.is_none() {
        return None;
    }
    let group = c.group.as_deref().and_then(heading::people);
    let of_a_part = match &typed.people {
        Some(people) if group.as_ref() == Some(people) => false,
        Some(_) => return None,
        None => group.is_some() || c.part_of.is_some(),
    };
    let fold = |s: &str| cairn_fold::fold(s);
    let elsewhere = match (&typed.place, &c.place) {
        (Some(a), Some(b)) => {
            let (a, b) = (fold(a), fold(b));
            !a.contains(b.trim()) && !b.contains(a.trim())
        }
        _ => false,
    };
    let fewer = typed.unit.is_none() && unit.as_deref() == Some("households");
    Some(if of_a_part || elsewhere || fewer { Fit::Part } else { Fit::Same })
}

/// Passages of one language that add up to what was typed: two to four, the first such in the order of the text.
fn sum<'a>(typed: &Typed, claims: &[(usize, &'a Claim)]) -> Option<Vec<&'a Claim>> {
    let wanted = typed.low.filter(|_| typed.low == typed.high)?;
    let parts: std::collections::BTreeSet<usize> = claims.iter().map(|c| c.0).collect();
    parts.into_iter().find_map(|part| {
        let mut exact: Vec<(i64, &Claim)> = claims
            .iter()
            .filter(|c| c.0 == part)
            .filter_map(|(_, c)| Some((c.low.filter(|n| *n > 0 && c.low == c.high)?, *c)))
            .collect();
        exact.truncate(12);
        let subsets = 1u32..1 << exact.len();
        subsets
            .filter(|s| (2..=4).contains(&s.count_ones()))
            .map(|s| exact.iter().enumerate().filter(move |(i, _)| s & 1 << i != 0).map(|(_, e)| *e))
            .find(|subset| subset.clone().map(|(n, _)| n).sum::<i64>() == wanted)
            .map(|subset| subset.map(|(_, c)| c).collect())
    })
}

/// The passages from which a slip of the typist could have come: of the same size, or one key away. A number of another
/// size, in a long report, is more likely about something else.
fn nearest<'a>(typed: &Typed, claims: &[(usize, &'a Claim)]) -> Vec<&'a Claim> {
    let value = |low: Option<i64>, high: Option<i64>| low.or(high).unwrap_or(0).max(0);
    let close = |c: &Claim| {
        let (a, b) = (value(typed.low, typed.high), value(c.low, c.high));
        a.max(b) <= a.min(b).saturating_mul(2) || a.abs_diff(b) <= 3 || a.max(b) >= 10 && one_key(a, b)
    };
    claims.iter().map(|(_, c)| *c).filter(|c| close(c)).collect()
}

/// Whether one digit too many, too few, wrong, or two swapped make one number of the other.
fn one_key(a: i64, b: i64) -> bool {
    let (a, b) = (a.to_string().into_bytes(), b.to_string().into_bytes());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let first = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    match long.len() - short.len() {
        0 => {
            let (x, y) = (&short[first..], &long[first..]);
            let swapped = x.len() >= 2 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..];
            swapped || x.len() <= 1 || x[1..] == y[1..]
        }
        1 => short[first..] == long[first + 1..],
        _ => false,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
    Hebrew,
    Arabic,
}

fn script(c: char) -> Option<Script> {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' => Some(Script::Latin),
        '\u{0400}'..='\u{052F}' => Some(Script::Cyrillic),
        '\u{05D0}'..='\u{05EA}' => Some(Script::Hebrew),
        '\u{0620}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' => Some(Script::Arabic),
        _ => None,
    }
}

/// The text in stretches of one script, by lines; a few lines of another script stay where they are.
pub(crate) fn parts(text: &str) -> Vec<(usize, &str)> {
    const LETTERS: usize = 80;
    // (byte, script, letters)
    let mut runs: Vec<(usize, Script, usize)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mut counts = [0usize; 4];
        line.chars().filter_map(script).for_each(|s| counts[s as usize] += 1);
        let most = [Script::Latin, Script::Cyrillic, Script::Hebrew, Script::Arabic];
        let most = most.into_iter().max_by_key(|s| counts[*s as usize]);
        if let Some(s) = most.filter(|s| counts[*s as usize] > 0) {
            match runs.last_mut() {
                Some(last) if last.1 == s => last.2 += counts[s as usize],
                _ => runs.push((if runs.is_empty() { 0 } else { at }, s, counts[s as usize])),
            }
        }
        at += line.len();
    }
    // What is too short to be a part of its own belongs to what stands before it.
    let mut kept: Vec<(usize, Script, usize)> = Vec::new();
    for run in runs {
        let first_is_short = kept.len() == 1 && kept[0].2 < LETTERS;
        match kept.last_mut() {
            Some(last) if run.2 < LETTERS || last.1 == run.1 => last.2 += run.2,
            Some(last) if first_is_short => *last = (0, run.1, run.2),
            _ => kept.push(run),
        }
    }
    if kept.is_empty() {
        return vec![(0, text)];
    }
    let ends = kept.iter().skip(1).map(|r| r.0).chain([text.len()]);
    let mut chars = 0;
    let mut out = Vec::new();
    for (start, end) in kept.iter().map(|r| r.0).zip(ends) {
        out.push((chars, &text[start..end]));
        chars += text[start..end].chars().count();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_keyboard() {
        for (a, b, want) in [
            (21, 23, true),
            (12, 21, true),
            (173_252, 17_325, true),
            (173_252, 1_732_520, true),
            (5, 58, true),
            (15, 37, false),
            (1, 433, false),
        ] {
            assert_eq!(one_key(a, b), want, "{a} {b}");
            assert_eq!(one_key(b, a), want, "{b} {a}");
        }
    }

    #[test]
    fn a_text_in_two_scripts_is_two_parts_and_no_letter_is_lost() {
        let long = "وصل إلى المستشفيات خلال اليوم الماضي عدد من القتلى والجرحى كما قالت وزارة الصحة في بيان لها اليوم.\n";
        let latin = "The number of people who arrived at hospitals in the past day, the ministry said in a statement today.\n";
        for text in [format!("{long}{latin}"), format!("{latin}{long}"), format!("Abc\n{long}{latin}x")] {
            let parts = parts(&text);
            assert_eq!(parts.len(), 2, "{text}");
            assert_eq!(parts.iter().map(|p| p.1).collect::<String>(), text);
            assert_eq!(parts[1].0, parts[0].1.chars().count());
        }
        assert_eq!(parts("").len(), 1);
        assert_eq!(parts("12 345").len(), 1);
    }
}
