//! What does not fit together in what is said: listed, never repaired.

use std::collections::BTreeMap;

use cairn_model::{EntryId, Param, Params, Part};
use jiff::civil::Date;
use serde::Serialize;

use crate::series::{Of, Series, Statement, next, runs};

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A running total is lower than the one before it.
    TotalFalls,
    /// A running total starts again: it falls by half or more and does not come back, or runs since another day.
    CounterRestarts,
    /// What is damaged falls on the day on which what is destroyed rises.
    Reclassified,
    /// A part is more than its whole, or parts that exclude each other are together.
    PartsExceedWhole,
    /// The counts of periods are more than the difference of the totals around them.
    PeriodNotDifference,
    /// A total rises by more than the counts of its periods.
    LateAddition,
    /// A later document gives another number for the same days.
    Restated,
    /// Two numbers for the same days, and nothing says which is later.
    TwoValues,
    /// A flash count and a verified count of the same days differ.
    FlashAndVerified,
    /// Two outlets give one total as of different days.
    AsOfShift,
    /// What is relayed is not what was said.
    RelayDiffers,
    /// The lowest is above the highest.
    EndsCrossed,
}

impl Code {
    /// Every one.
    pub const ALL: [Self; 12] = [
        Self::TotalFalls,
        Self::CounterRestarts,
        Self::Reclassified,
        Self::PartsExceedWhole,
        Self::PeriodNotDifference,
        Self::LateAddition,
        Self::Restated,
        Self::TwoValues,
        Self::FlashAndVerified,
        Self::AsOfShift,
        Self::RelayDiffers,
        Self::EndsCrossed,
    ];

    /// The code used in answers.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::TotalFalls => "total_falls",
            Self::CounterRestarts => "counter_restarts",
            Self::Reclassified => "reclassified",
            Self::PartsExceedWhole => "parts_exceed_whole",
            Self::PeriodNotDifference => "period_not_difference",
            Self::LateAddition => "late_addition",
            Self::Restated => "restated",
            Self::TwoValues => "two_values",
            Self::FlashAndVerified => "flash_and_verified",
            Self::AsOfShift => "as_of_shift",
            Self::RelayDiffers => "relay_differs",
            Self::EndsCrossed => "ends_crossed",
        }
    }
}

/// Something that does not fit, with the statements that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// Which sort.
    pub code: Code,
    /// Of what: the thing of its first statement.
    #[serde(flatten)]
    pub of: Of,
    /// The first day that it is about.
    pub from: Date,
    /// The last day that it is about.
    pub to: Date,
    /// By how much, where that is one number: a fall, an excess, a gap between two values.
    pub by: Option<i64>,
    /// The statements, in the order in which the words name them.
    pub accounts: Vec<EntryId>,
    /// In English words.
    pub words: String,
    /// What the words fill in, for a sentence in another language.
    pub params: Params,
}

/// Groups that exclude each other, so that they add up to a whole at most.
const APART: [&str; 4] = ["children", "women", "men", "elderly"];

/// Words for a whole.
const WHOLE: [&str; 4] = ["all", "people", "persons", "total"];

/// Everything that does not fit, by sort, then by thing, then by day. Give the series of every metric: parts and
/// reclassifications are seen across them.
#[must_use]
pub fn contradictions(series: &[Series]) -> Vec<Contradiction> {
    let mut out = Vec::new();
    for s in series {
        crossed(s, &mut out);
        falls(s, series, &mut out);
        periods(s, &mut out);
        restated(s, &s.totals, &mut out);
        restated(s, &s.periods, &mut out);
        shifts(s, &mut out);
    }
    parts(series, &mut out);
    flash(series, &mut out);
    relays(series, &mut out);
    out.sort_by(|a, b| {
        (a.code, &a.of, a.from, a.to, &a.accounts).cmp(&(b.code, &b.of, b.from, b.to, &b.accounts))
    });
    out.dedup();
    out
}

/// A sentence in English, and what it fills in.
type Words = (String, Params);

fn with<const N: usize>(words: String, params: [(&'static str, Param); N]) -> Words {
    (words, params.into())
}

/// A day as a parameter.
fn as_of(date: Date) -> Param {
    Param::Words(date.to_string())
}

fn finding(
    code: Code,
    s: &Series,
    days: (Date, Date),
    by: Option<i64>,
    of: &[&Statement],
    (words, params): Words,
) -> Contradiction {
    let accounts = of.iter().map(|s| s.account).collect();
    Contradiction { code, of: s.of.clone(), from: days.0, to: days.1, by, accounts, words, params }
}

/// What was and what is, each as of a day.
fn steps(a: &Statement, from: Date, b: &Statement, to: Date) -> [(&'static str, Param); 4] {
    [("was", a.says().into()), ("from", as_of(from)), ("is", b.says().into()), ("to", as_of(to))]
}

/// A range in words.
fn range((low, high): (Option<i64>, Option<i64>)) -> String {
    match (low, high) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(a), Some(b)) => format!("{a}–{b}"),
        (Some(a), None) => format!("{a} or more"),
        (None, Some(b)) => format!("up to {b}"),
        (None, None) => "a number not stated".to_owned(),
    }
}

/// How far `b` lies above `a`, when it certainly does.
fn above(a: &Statement, b: &Statement) -> Option<i64> {
    a.high.zip(b.low).and_then(|(a, b)| b.checked_sub(a)).filter(|d| *d > 0)
}

fn crossed(s: &Series, out: &mut Vec<Contradiction>) {
    for st in s.statements() {
        if let (Some(low), Some(high), Some(day)) = (st.low, st.high, st.to.or(st.reported_on))
            && low > high
        {
            let words = format!("The lowest, {low}, is above the highest, {high}.");
            let words = with(words, [("low", low.into()), ("high", high.into())]);
            out.push(finding(Code::EndsCrossed, s, (day, day), low.checked_sub(high), &[st], words));
        }
    }
}

/// Totals that fall, start again, or are sorted anew.
fn falls(s: &Series, all: &[Series], out: &mut Vec<Contradiction>) {
    let runs = runs(s);
    restarts(s, &runs, out);
    let pairs =
        runs.iter().flat_map(|totals| totals.windows(2).enumerate().map(move |(i, pair)| (totals, i, pair)));
    for (totals, i, pair) in pairs {
        let (a, b) = (pair[0], pair[1]);
        let (Some(by), Some(from), Some(to)) = (above(b, a), a.to, b.to) else { continue };
        let (was, is) = (range(a.says()), range(b.says()));
        let halved = b.high.zip(a.low).is_some_and(|(now, before)| now <= before / 2);
        let comes_back = totals.get(i + 2).is_some_and(|c| c.low.zip(a.low).is_some_and(|(c, a)| c >= a));
        if halved && !comes_back {
            let words = format!("The running total starts again: {was} as of {from}, {is} as of {to}.");
            let words = with(words, steps(a, from, b, to));
            out.push(finding(Code::CounterRestarts, s, (from, to), Some(by), &[a, b], words));
            continue;
        }
        if let Some((other, c, d, more)) = destroyed_instead(s, all, from, to) {
            let metric = &other.of.metric;
            let words = format!(
                "The running total falls from {was} as of {from} to {is} as of {to}, while {metric} rises by {more}: \
                 the same things may be sorted anew."
            );
            let [was, from_, is, to_] = steps(a, from, b, to);
            let params = [was, from_, is, to_, ("metric", metric.as_str().into()), ("more", more.into())];
            let words = with(words, params);
            out.push(finding(Code::Reclassified, s, (from, to), Some(by), &[a, b, c, d], words));
            continue;
        }
        let words = format!("The running total falls from {was} as of {from} to {is} as of {to}.");
        let words = with(words, steps(a, from, b, to));
        out.push(finding(Code::TotalFalls, s, (from, to), Some(by), &[a, b], words));
    }
}

/// A run that begins, lower, after the one before it has ended.
fn restarts(s: &Series, runs: &[Vec<&Statement>], out: &mut Vec<Contradiction>) {
    for (i, run) in runs.iter().enumerate() {
        for other in runs.iter().skip(i + 1) {
            let (Some(a), Some(b)) = (run.last(), other.first()) else { continue };
            let stated = a.from.is_some() && b.from.is_some();
            let (Some(by), Some(from), Some(to)) = (above(b, a), a.to, b.to) else { continue };
            if stated && from < to {
                let (was, is) = (range(a.says()), range(b.says()));
                let words = format!("The running total starts again: {was} as of {from}, {is} as of {to}.");
                let words = with(words, steps(a, from, b, to));
                out.push(finding(Code::CounterRestarts, s, (from, to), Some(by), &[a, b], words));
            }
        }
    }
}

/// The same speaker's count of what is destroyed, when it rises over the same days.
fn destroyed_instead<'a>(
    s: &Series,
    all: &'a [Series],
    from: Date,
    to: Date,
) -> Option<(&'a Series, &'a Statement, &'a Statement, i64)> {
    let metric = s.of.metric.strip_suffix("_damaged")?;
    let wanted = Of { metric: format!("{metric}_destroyed"), ..s.of.clone() };
    let other = all.iter().find(|o| o.of == wanted)?;
    let totals: Vec<&Statement> = other.standing_totals().collect();
    let before = totals.iter().rev().find(|t| t.to <= Some(from))?;
    let after = totals.iter().find(|t| t.to >= Some(to))?;
    Some((other, before, after, above(before, after)?))
}

/// Counts of periods beside the difference of the totals around them. Days that no period covers, or two cover, tell
/// nothing.
fn periods(s: &Series, out: &mut Vec<Contradiction>) {
    let runs = runs(s);
    let mut last: Option<(i64, usize)> = None;
    for pair in runs.iter().flat_map(|run| run.windows(2)) {
        let (a, b) = (pair[0], pair[1]);
        let (Some(after), Some(to)) = (a.to, b.to) else { continue };
        let Some(from) = next(after) else { continue };
        let mut inside: Vec<&Statement> =
            s.standing_periods().filter(|p| p.from >= Some(from) && p.to <= Some(to)).collect();
        inside.sort_by_key(|p| (p.from, p.to));
        let mut day = Some(from);
        let whole = inside.iter().all(|p| {
            let fits = p.from == day;
            day = p.to.and_then(next);
            fits
        });
        if inside.is_empty() || !whole || day != next(to) {
            last = None;
            continue;
        }
        let sum = |end: fn(&Statement) -> Option<i64>| {
            inside.iter().try_fold(0_i64, |sum, p| end(p).and_then(|n| sum.checked_add(n)))
        };
        let (low, high) = (sum(|p| p.low), sum(|p| p.high));
        let minus = |x: Option<i64>, y: Option<i64>| x.zip(y).and_then(|(x, y)| x.checked_sub(y));
        let (least, most) = (minus(b.low, a.high), minus(b.high, a.low));
        let more = least.zip(high).map(|(d, p)| d - p).filter(|d| *d > 0);
        let less = low.zip(most).map(|(p, d)| p - d).filter(|d| *d > 0);
        let mut statements = vec![a, b];
        statements.extend(&inside);
        let days = if from == to { format!("on {to}") } else { format!("from {from} to {to}") };
        let reported = range((low, high));
        let (rises, change, step) = match (least, most) {
            (Some(0), Some(0)) => ("does not rise".to_owned(), "none", (least, most)),
            (Some(x), Some(y)) if y < 0 => {
                let fall = (y.checked_neg(), x.checked_neg());
                (format!("falls by {}", range(fall)), "falls", fall)
            }
            difference => (format!("rises by {}", range(difference)), "rises", difference),
        };
        let (was, is) = (range(a.says()), range(b.says()));
        let mut words = format!("{reported} reported {days}, but the running total {rises} ({was} to {is}).");
        let mut params = Params::from([
            ("reported", (low, high).into()),
            ("from", as_of(from)),
            ("to", as_of(to)),
            ("change", change.into()),
            ("by", step.into()),
            ("was", a.says().into()),
            ("is", b.says().into()),
            ("made_up", "no".into()),
        ]);
        let Some((code, by)) =
            more.map(|by| (Code::LateAddition, by)).or(less.map(|by| (Code::PeriodNotDifference, by)))
        else {
            last = None;
            continue;
        };
        // What one day lacks and the next has too much of was caught up.
        let signed = if code == Code::LateAddition { by } else { -by };
        if let Some((before, at)) = last
            && before + signed == 0
            && signed > 0
        {
            words.push_str(" This makes up exactly for the days before.");
            params.insert("made_up", "before".into());
            out[at].words.push_str(" The next total makes up for it exactly.");
            out[at].params.insert("made_up", "after".into());
        }
        last = Some((signed, out.len()));
        out.push(finding(code, s, (from, to), Some(by), &statements, (words, params)));
    }
}

/// Two numbers for the same days.
fn restated(s: &Series, statements: &[Statement], out: &mut Vec<Contradiction>) {
    for earlier in statements {
        let Some(by) = earlier.replaced_by else { continue };
        let Some(later) = statements.iter().find(|l| l.account == by) else { continue };
        let (Some(to), false) = (earlier.to, earlier.says() == later.says()) else { continue };
        let from = if earlier.cumulative { to } else { earlier.from.unwrap_or(to) };
        let gap = above(earlier, later).or_else(|| above(later, earlier));
        let (was, is) = (range(earlier.says()), range(later.says()));
        let days = if from == to { format!("{to}") } else { format!("{from} to {to}") };
        let dated = earlier.reported_on.zip(later.reported_on).filter(|(a, b)| a < b);
        let (code, words) = match dated {
            Some((a, b)) => {
                (Code::Restated, format!("For {days}: {was} in the document of {a}, {is} in that of {b}."))
            }
            None => {
                (Code::TwoValues, format!("For {days}: {was} and {is}, and nothing says which is later."))
            }
        };
        let mut params: Params = [
            ("was", earlier.says().into()),
            ("is", later.says().into()),
            ("from", as_of(from)),
            ("to", as_of(to)),
        ]
        .into();
        if let Some((first, then)) = dated {
            params.extend([("first", as_of(first)), ("then", as_of(then))]);
        }
        out.push(finding(code, s, (from, to), gap, &[earlier, later], (words, params)));
    }
}

/// One total, given by two outlets as of different days, while another stands at one of them.
fn shifts(s: &Series, out: &mut Vec<Contradiction>) {
    type Days<'a> = BTreeMap<Date, &'a Statement>;
    let mut outlets: BTreeMap<&str, Days<'_>> = BTreeMap::new();
    for t in s.totals.iter().filter(|t| t.to_stated && t.low.is_some()) {
        let Some(to) = t.to else { continue };
        outlets.entry(t.published_by.as_deref().unwrap_or(&t.doc)).or_default().insert(to, t);
    }
    let outlets: Vec<&Days<'_>> = outlets.values().filter(|days| days.len() > 1).collect();
    for (i, left) in outlets.iter().enumerate() {
        for right in &outlets[i + 1..] {
            for (day, a) in left.iter() {
                let near = |d: &&Date| (1..=2).contains(&(**d - *day).get_days().abs());
                let other = right.keys().filter(near).find(|d| {
                    let same = right[*d].says() == a.says();
                    let elsewhere =
                        |days: &Days<'_>, d: &Date| days.get(d).is_some_and(|s| s.says() != a.says());
                    same && (elsewhere(left, d) || elsewhere(right, day))
                });
                let Some(other) = other else { continue };
                let b = right[other];
                let words =
                    format!("{} is as of {day} in one source and as of {other} in another.", range(a.says()));
                let params = [("was", a.says().into()), ("from", as_of(*day)), ("to", as_of(*other))];
                let words = with(words, params);
                let days = (*day.min(other), *day.max(other));
                let by = i64::from((*other - *day).get_days().abs());
                out.push(finding(Code::AsOfShift, s, days, Some(by), &[a, b], words));
            }
        }
    }
}

/// Statements at the same days, by the days.
fn by_days(s: &Series) -> BTreeMap<(bool, Option<Date>, Option<Date>), &Statement> {
    let key = |t: &Statement| (t.cumulative, t.from, t.to);
    s.standing_totals().chain(s.standing_periods()).map(|t| (key(t), t)).collect()
}

/// Series that say the same but of parts of those counted.
fn parts(all: &[Series], out: &mut Vec<Contradiction>) {
    let whole = |s: &Series| s.of.group.as_deref().is_none_or(|g| WHOLE.contains(&g));
    for s in all.iter().filter(|s| whole(s)) {
        let same = |p: &&Series| {
            !whole(p) && Of { group: None, ..p.of.clone() } == Of { group: None, ..s.of.clone() }
        };
        let parts: Vec<(&str, BTreeMap<_, _>)> = all
            .iter()
            .filter(same)
            .map(|p| (p.of.group.as_deref().unwrap_or_default(), by_days(p)))
            .collect();
        for (key, total) in by_days(s) {
            let Some(to) = total.to else { continue };
            let from = if total.cumulative { to } else { total.from.unwrap_or(to) };
            let mut apart: Vec<(&str, &Statement)> = Vec::new();
            for (group, statements) in &parts {
                let Some(part) = statements.get(&key) else { continue };
                if let Some(by) = above(total, part) {
                    let (has, of) = (range(part.says()), range(total.says()));
                    let words = format!("{group}: {has}, which is more than the whole, {of}, as of {to}.");
                    let (low, high) = part.says();
                    let one = Part { name: (*group).to_owned(), low, high };
                    let parts = Param::Parts(vec![one]);
                    let words =
                        with(words, [("parts", parts), ("whole", total.says().into()), ("to", as_of(to))]);
                    out.push(finding(Code::PartsExceedWhole, s, (from, to), Some(by), &[total, part], words));
                } else if APART.contains(group) {
                    apart.push((group, part));
                }
            }
            let sum = apart.iter().try_fold(0_i64, |sum, (_, p)| sum.checked_add(p.low.unwrap_or(0)));
            let over =
                sum.zip(total.high).map(|(sum, whole)| sum - whole).filter(|d| *d > 0 && apart.len() > 1);
            if let Some(by) = over {
                let names: Vec<String> =
                    apart.iter().map(|(g, p)| format!("{g} {}", range(p.says()))).collect();
                let (names, of) = (names.join(" and "), range(total.says()));
                let words = format!("{names} are together more than the whole, {of}, as of {to}.");
                let part = |(g, p): &(&str, &Statement)| {
                    let (low, high) = p.says();
                    Part { name: (*g).to_owned(), low, high }
                };
                let parts = Param::Parts(apart.iter().map(part).collect());
                let words =
                    with(words, [("parts", parts), ("whole", total.says().into()), ("to", as_of(to))]);
                let mut statements = vec![total];
                statements.extend(apart.iter().map(|(_, p)| *p));
                out.push(finding(Code::PartsExceedWhole, s, (from, to), Some(by), &statements, words));
            }
        }
    }
}

/// A first count and a verified one of the same days.
fn flash(all: &[Series], out: &mut Vec<Contradiction>) {
    let verified = |s: &&Series| s.of.scope.as_deref() == Some("verified");
    for s in all.iter().filter(verified) {
        let first = |f: &&Series| {
            f.of.scope.as_deref() == Some("flash")
                && Of { scope: None, ..f.of.clone() } == Of { scope: None, ..s.of.clone() }
        };
        let Some(f) = all.iter().find(first) else { continue };
        let checked = by_days(s);
        for (key, flash) in by_days(f) {
            let Some(verified) = checked.get(&key).filter(|v| !v.agrees(flash)) else { continue };
            let Some(to) = flash.to else { continue };
            let from = if flash.cumulative { to } else { flash.from.unwrap_or(to) };
            let by = above(flash, verified).or_else(|| above(verified, flash));
            let (early, checked) = (range(flash.says()), range(verified.says()));
            let words = format!("As of {to}: {early} in the flash count, {checked} verified.");
            let (was, is) = (flash.says().into(), verified.says().into());
            let words = with(words, [("to", as_of(to)), ("was", was), ("is", is)]);
            out.push(finding(Code::FlashAndVerified, f, (from, to), by, &[flash, verified], words));
        }
    }
}

/// Statements that name what they relay, and give another number.
fn relays(all: &[Series], out: &mut Vec<Contradiction>) {
    let statements: BTreeMap<EntryId, &Statement> =
        all.iter().flat_map(Series::statements).map(|s| (s.account, s)).collect();
    for s in all {
        for relay in s.statements() {
            let Some(said) = relay.derived_from.and_then(|id| statements.get(&id)) else { continue };
            let Some(to) = relay.to.or(relay.reported_on).filter(|_| !relay.agrees(said)) else { continue };
            let by = above(said, relay).or_else(|| above(relay, said));
            let words = format!("{} is relayed as {}.", range(said.says()), range(relay.says()));
            let words = with(words, [("was", said.says().into()), ("is", relay.says().into())]);
            out.push(finding(
                Code::RelayDiffers,
                s,
                (relay.from.unwrap_or(to).min(to), to),
                by,
                &[said, relay],
                words,
            ));
        }
    }
}
