//! Statements over time: what one speaker says of one thing, as running totals and by period, side by side.
//!
//! Nothing is repaired. A later word about the same days stands instead of the earlier one and both are kept; what lies
//! between two totals is computed, marked as such, and never shown as anybody's statement.

use std::collections::BTreeMap;

use cairn_model::{EntryId, Interval};
use jiff::civil::Date;
use serde::Serialize;

use crate::{Batch, Bonds, CountError, Rule, Standing, Vague};

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeriesQuery {
    /// Code of the vocabulary `metric`; none is every metric.
    pub metric: Option<String>,
    /// In the source's words.
    pub place: Option<String>,
    /// The speaker's id.
    pub said_by: Option<String>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

/// What stands outside the rows: when each document was published, and which people a word means.
pub struct Around<'a> {
    /// The day that a document bears, by its id.
    pub published: &'a dyn Fn(&str) -> Option<Date>,
    /// The code of a group in any language, such as `women`; none when the word is not known.
    pub people: &'a dyn Fn(&str) -> Option<String>,
    /// What was mended, withdrawn, corrected or taken back since.
    pub bonds: &'a Bonds,
}

/// What is said of one thing by one speaker. Only statements of one scope stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Of {
    /// What is counted.
    pub metric: String,
    /// Whom; `null` is not stated.
    pub scope: Option<String>,
    /// Which part of a count; `null` is not stated.
    pub component: Option<String>,
    /// The speaker; `null`: the text of the document, author not stated.
    pub said_by: Option<String>,
    /// Where no speaker is stated, the outlet, or else the document: two texts are not taken for one author.
    pub text_of: Option<String>,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// Of whom: a known group's code, else the text's words.
    pub group: Option<String>,
    /// Nation, side or community of those counted, in the text's words.
    pub party: Option<String>,
    /// `households` where those are counted and not people.
    pub unit: Option<String>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The account, which opens to document, place and words.
    pub account: EntryId,
    /// The document.
    pub doc: String,
    /// The outlet.
    pub published_by: Option<String>,
    /// What it relays, when that is known.
    pub derived_from: Option<EntryId>,
    /// A running total.
    pub cumulative: bool,
    /// First day of the period, or the day since which a total runs; `null` when not stated.
    pub from: Option<Date>,
    /// The last day that it covers: of a total, the day as of which it holds.
    pub to: Option<Date>,
    /// Whether the source states that day. A total that states none stands at its document's day.
    pub to_stated: bool,
    /// The day of the document: another axis than the day as of which it holds.
    pub reported_on: Option<Date>,
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// `exact`, `at_least`, `at_most`, `about`, `vague`.
    pub qualifier: String,
    /// The later statement about the same days that stands instead.
    pub replaced_by: Option<EntryId>,
    /// The earlier statement about the same days that says the same.
    pub repeats: Option<EntryId>,
    /// The larger number that the same text gives for the same days: this one may be a part of it.
    pub beside: Option<EntryId>,
    /// It stands in a text, not in a row of a table.
    #[serde(skip)]
    pub in_text: bool,
    /// Place in the log, for what nothing else puts in order.
    #[serde(skip)]
    pub order: (usize, u32),
}

impl Statement {
    /// Whether it stands: nothing later replaces it, it is not said twice, and its text gives no larger number.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.replaced_by.is_none() && self.repeats.is_none() && self.beside.is_none()
    }

    pub(crate) fn says(&self) -> (Option<i64>, Option<i64>) {
        (self.low, self.high)
    }

    /// Whether both could be true of the same thing.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let below = |a: Option<i64>, b: Option<i64>| matches!((a, b), (Some(a), Some(b)) if a < b);
        !below(self.high, other.low) && !below(other.high, self.low)
    }
}

/// What lies between two totals of one speaker: computed, and nobody's statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The day after the first total.
    pub from: Date,
    /// The day of the second.
    pub to: Date,
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// The two totals.
    pub between: [EntryId; 2],
}

/// Days of which a speaker says nothing, between two of its statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

/// One speaker's statements on one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Series {
    /// Of what.
    #[serde(flatten)]
    pub of: Of,
    /// Running totals, by the day as of which they hold; those replaced are among them.
    pub totals: Vec<Statement>,
    /// Counts of a period, by its last day.
    pub periods: Vec<Statement>,
    /// Between totals that follow each other.
    pub differences: Vec<Difference>,
    /// Days that no total and no period speaks of.
    pub gaps: Vec<Gap>,
    /// Statements without a day.
    pub undated: Vec<Statement>,
}

impl Series {
    /// The totals that stand, by day.
    pub fn standing_totals(&self) -> impl Iterator<Item = &Statement> {
        self.totals.iter().filter(|s| s.stands())
    }

    /// The counts of periods that stand, by their last day.
    pub fn standing_periods(&self) -> impl Iterator<Item = &Statement> {
        self.periods.iter().filter(|s| s.stands())
    }

    /// All statements.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.totals.iter().chain(&self.periods).chain(&self.undated)
    }
}

/// The statements that the rule shows, by speaker and thing, in the order of their keys.
///
/// # Errors
/// When columns are damaged.
pub fn series(
    query: &SeriesQuery,
    rule: &Rule,
    batches: &[Batch<'_>],
    around: &Around<'_>,
) -> Result<Vec<Series>, CountError> {
    let mut found: BTreeMap<Of, Vec<Statement>> = BTreeMap::new();
    for (n, batch) in batches.iter().enumerate() {
        read(n, batch, query, rule, around, &mut found)?;
    }
    Ok(found.into_iter().map(|(of, statements)| build(of, statements)).collect())
}

fn read(
    n: usize,
    batch: &Batch<'_>,
    query: &SeriesQuery,
    rule: &Rule,
    around: &Around<'_>,
    found: &mut BTreeMap<Of, Vec<Statement>>,
) -> Result<(), CountError> {
    let columns = batch.tolls;
    for (i, owner) in columns.owners().iter().enumerate() {
        let cell = |name: &str| columns.column(name).map_or("", |c| c.value(i));
        let stated = |name: &str| Some(cell(name).trim()).filter(|v| !v.is_empty()).map(str::to_owned);
        let hidden =
            (cell("hypothetical") == "1" && !rule.hypothetical) || (cell("negated") == "1" && !rule.negated);
        let asked = query.metric.as_deref().is_none_or(|m| m == cell("metric"))
            && query.place.as_deref().is_none_or(|p| p.eq_ignore_ascii_case(cell("place")))
            && query.said_by.as_deref().is_none_or(|s| s == cell("said_by"));
        if hidden || !asked || columns.column("metric").is_none() {
            continue;
        }
        let number = |column: &'static str| match cell(column) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| damaged(batch, column, text)),
        };
        let words_only = cell("by_rule") == "1" && rule.vague == Vague::Words;
        let (low, high) = if words_only { (None, None) } else { (number("low")?, number("high")?) };
        let when: Option<Interval> = match cell("when") {
            "" => None,
            text => Some(text.parse().map_err(|_| damaged(batch, "when", text))?),
        };
        let (from, to) = when.map_or((None, None), |w| (w.0, w.1));
        let doc = cell("doc").to_owned();
        let reported_on = (around.published)(&doc);
        let cumulative = cell("cumulative") == "1";
        let to_stated = to.is_some();
        let to = if cumulative { to.or(reported_on) } else { to };
        let outside = |d: Date| query.from.is_some_and(|f| d < f) || query.to.is_some_and(|t| d > t);
        if to.is_some_and(outside) {
            continue;
        }
        let published_by = stated("published_by");
        let said_by = stated("said_by");
        let text_of =
            if said_by.is_some() { None } else { published_by.clone().or_else(|| Some(doc.clone())) };
        let group = stated("group").map(|g| (around.people)(&g).unwrap_or_else(|| g.to_lowercase()));
        let households = stated("unit").filter(|u| u.to_lowercase().starts_with("household"));
        let of = Of {
            metric: cell("metric").to_owned(),
            scope: stated("scope"),
            component: stated("component"),
            said_by,
            text_of,
            place: stated("place"),
            group,
            party: stated("party"),
            unit: households.map(|_| "households".to_owned()),
        };
        let account = batch.account(*owner);
        // What we mended or withdrew was never said so; what the source corrected stands beside its correction.
        let out =
            matches!(around.bonds.standing.get(&account), Some(Standing::Superseded | Standing::Withdrawn));
        let replaced_by = around.bonds.changed_by.get(&account).copied();
        if out && replaced_by.is_none() {
            continue;
        }
        let statement = Statement {
            account,
            doc,
            published_by,
            derived_from: stated("derived_from").and_then(|id| id.parse().ok()),
            cumulative,
            from,
            to,
            to_stated,
            reported_on,
            low: if cell("negated") == "1" { Some(0) } else { low },
            high: if cell("negated") == "1" { Some(0) } else { high },
            qualifier: cell("qualifier").to_owned(),
            replaced_by,
            repeats: None,
            beside: None,
            in_text: !cell("at").is_empty() && !cell("at").starts_with("row"),
            order: (n, *owner),
        };
        found.entry(of).or_default().push(statement);
    }
    Ok(())
}

fn damaged(batch: &Batch<'_>, column: &'static str, value: &str) -> CountError {
    CountError::Column { batch: batch.id, column, value: value.to_owned() }
}

fn build(of: Of, statements: Vec<Statement>) -> Series {
    let mut series =
        Series { of, totals: vec![], periods: vec![], differences: vec![], gaps: vec![], undated: vec![] };
    for s in statements {
        match (s.cumulative, s.from, s.to) {
            (true, _, Some(_)) => series.totals.push(s),
            (false, Some(_), Some(_)) => series.periods.push(s),
            _ => series.undated.push(s),
        }
    }
    series.undated.sort_by_key(|s| s.order);
    // Totals that run since different days are different totals.
    settle(&mut series.totals, |s| (s.to, s.from));
    settle(&mut series.periods, |s| (s.to, s.from));
    series.differences = differences(&series);
    series.gaps = gaps(&series);
    series
}

/// Orders statements by the days they speak of; of several about the same days the latest stands.
fn settle(statements: &mut [Statement], days: impl Fn(&Statement) -> (Option<Date>, Option<Date>)) {
    statements.sort_by_key(|s| (days(s), s.reported_on, s.order));
    let mut start = 0;
    while start < statements.len() {
        let same = days(&statements[start]);
        let end = start + statements[start..].iter().take_while(|s| days(s) == same).count();
        let group = &mut statements[start..end];
        // A text gives a number and its parts, and does not always say which is which: its largest stands for it.
        for i in 0..group.len() {
            let larger = |o: &&Statement| {
                o.in_text
                    && o.doc == group[i].doc
                    && o.low.is_some()
                    && (o.low, group[i].order) > (group[i].low, o.order)
            };
            let most = group.iter().filter(larger).max_by_key(|o| (o.low, std::cmp::Reverse(o.order)));
            let most = most.filter(|o| o.says() != group[i].says()).map(|o| o.account);
            if group[i].in_text {
                group[i].beside = most;
            }
        }
        group.sort_by_key(|s| (s.beside.is_none(), s.replaced_by.is_none(), s.reported_on, s.order));
        let first = group.iter().take_while(|s| s.beside.is_some()).count();
        let group = &mut group[first..];
        // The latest word stands. Of those that say the same in a row, the first one does: the others repeat it.
        let last = group.len() - 1;
        let standing =
            (0..=last).rev().take_while(|i| group[*i].says() == group[last].says()).last().unwrap_or(last);
        let stands = group[standing].account;
        for (i, s) in group.iter_mut().enumerate() {
            if i < standing {
                s.replaced_by = Some(stands);
            } else if i > standing {
                s.repeats = Some(stands);
            }
        }
        start = end;
    }
}

/// The totals that stand, in runs: each since one day, or since a day that is not stated.
pub(crate) fn runs(series: &Series) -> Vec<Vec<&Statement>> {
    let mut runs: BTreeMap<Option<Date>, Vec<&Statement>> = BTreeMap::new();
    for total in series.standing_totals() {
        runs.entry(total.from).or_default().push(total);
    }
    runs.into_values().collect()
}

fn differences(series: &Series) -> Vec<Difference> {
    let runs = runs(series);
    let mut out = Vec::new();
    for pair in runs.iter().flat_map(|run| run.windows(2)) {
        let (Some(a), Some(b)) = (pair[0].to, pair[1].to) else { continue };
        let Some(from) = next(a) else { continue };
        let minus = |x: Option<i64>, y: Option<i64>| x.zip(y).and_then(|(x, y)| x.checked_sub(y));
        out.push(Difference {
            from,
            to: b,
            low: minus(pair[1].low, pair[0].high),
            high: minus(pair[1].high, pair[0].low),
            between: [pair[0].account, pair[1].account],
        });
    }
    out
}

pub(crate) fn next(date: Date) -> Option<Date> {
    date.tomorrow().ok()
}

/// Days between the first and the last statement of which none speaks. A total speaks of its own day.
fn gaps(series: &Series) -> Vec<Gap> {
    let total = |s: &Statement| s.to.map(|to| (to, to));
    let period = |s: &Statement| s.from.zip(s.to);
    let mut covered: Vec<(Date, Date)> = series.standing_totals().filter_map(total).collect();
    covered.extend(series.standing_periods().filter_map(period));
    covered.sort_unstable();
    let mut out = Vec::new();
    let mut until: Option<Date> = None;
    for (from, to) in covered {
        if let Some(gap) = until.and_then(next).filter(|day| *day < from)
            && let Ok(last) = from.yesterday()
        {
            out.push(Gap { from: gap, to: last });
        }
        until = until.max(Some(to));
    }
    out
}
