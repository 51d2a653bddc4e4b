//! Steps over time: what each speaker said as of each day, side by side, with the range between them.

use jiff::civil::Date;
use serde::Deserialize;

use crate::frame::{Head, Key, PAD, Plot, Swatch, axis_days, axis_up, foot, head, label_width, legend};
use crate::look::fill;
use crate::scale::{Scale, day_number, day_ticks, round_up};
use crate::svg::{Anchor, Face, Paint, Svg, dash};
use crate::table::{Cell, Table};
use crate::{Drawing, Look};

/// Speakers that are drawn; the table has them all.
const MOST_SPEAKERS: usize = 12;

/// Statements over time.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The words around it.
    pub head: Head,
    /// What the upward axis counts.
    #[serde(default)]
    pub axis: String,
    /// Whether the numbers are running totals (steps that stand until the next) or of a period (a bar's width each).
    #[serde(default)]
    pub running_total: bool,
    /// A running total is not drawn on beyond so many days without a new statement; none: twice the speaker's usual
    /// distance.
    #[serde(default)]
    pub gap_days: Option<u32>,
    /// Series on record that are not drawn here, being of something else.
    #[serde(default)]
    pub others: usize,
    /// Side by side.
    pub speakers: Vec<Speaker>,
}

/// One speaker's statements.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    /// As it is named, or its alias.
    pub name: String,
    /// In any order.
    pub points: Vec<Point>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// First day of the period; for a running total the same as `to`.
    pub from: Date,
    /// The day as of which it holds, or the last of the period.
    pub to: Date,
    /// Lowest; none is open.
    pub low: Option<f64>,
    /// Highest; none is open.
    pub high: Option<f64>,
    /// A later statement about the same days stands instead: drawn hollow beside the line.
    #[serde(default)]
    pub replaced: bool,
    /// What a finding says about it.
    #[serde(default)]
    pub finding: Option<String>,
    /// The account, for the table.
    #[serde(default)]
    pub account: String,
}

impl Point {
    fn drawn(&self) -> Option<(f64, f64)> {
        let sound = |x: Option<f64>| x.filter(|x| x.is_finite());
        let (low, high) = (sound(self.low), sound(self.high));
        let (a, b) = (low.or(high)?, high.or(low)?);
        Some((a.min(b), a.max(b)))
    }

    fn words(&self, look: &Look) -> String {
        let days = if self.from < self.to {
            format!("{} – {}", look.date(self.from), look.date(self.to))
        } else {
            look.date(self.to)
        };
        let finding = self.finding.as_ref().map_or_else(String::new, |f| format!(". {f}"));
        format!("{days}: {}{finding}", look.range(self.low, self.high))
    }
}

/// A stretch of days on which a speaker's number stands, with its range.
struct Stretch {
    from: f64,
    to: f64,
    low: f64,
    high: f64,
}

pub(crate) fn draw(series: &Series, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &series.head.title);
    let words = &look.words;
    let y = head(&mut svg, &series.head);
    let points = || series.speakers.iter().flat_map(|s| &s.points);
    let table = table(series, look);
    let days = (points().map(|p| p.from.min(p.to)).min(), points().map(|p| p.to.max(p.from)).max());
    let ((Some(first), Some(last)), true) = (days, points().any(|p| p.drawn().is_some())) else {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &series.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &series.head.title, &words.nothing), table };
    };
    let shown = &series.speakers[..series.speakers.len().min(MOST_SPEAKERS)];
    let mut keys: Vec<Key<'_>> = Vec::new();
    keys.extend(shown.iter().enumerate().map(|(i, s)| Key { words: &s.name, swatch: Swatch::Line(i) }));
    if shown.len() > 1 || points().any(|p| p.drawn().is_some_and(|(a, b)| a < b)) {
        keys.push(Key { words: &words.band, swatch: Swatch::Band });
    }
    if points().any(|p| p.replaced) {
        keys.push(Key { words: &words.replaced, swatch: Swatch::Hollow });
    }
    if points().any(|p| p.finding.is_some()) {
        keys.push(Key { words: &words.flagged, swatch: Swatch::Flag });
    }
    let hidden = series.speakers.len() - shown.len();
    let more = fill(&words.more, &[("n", &look.number(hidden as f64, 0))]);
    if hidden > 0 {
        keys.push(Key { words: &more, swatch: Swatch::Blank });
    }
    let y = legend(&mut svg, &keys, y) + 14.0;
    let measure = if series.running_total { &words.running_totals } else { &words.period_counts };
    let axis = if series.axis.is_empty() { measure.clone() } else { format!("{} · {measure}", series.axis) };
    svg.fitted((PAD, y), Anchor::Start, Face::Small, Paint::Muted, &axis, svg.width - 2.0 * PAD);
    let y = y + 2.0;

    let values = || points().filter_map(Point::drawn);
    let ticks_up = if look.narrow() { 4 } else { 6 };
    let top_value = round_up(values().map(|v| v.1).fold(0.0, f64::max), ticks_up);
    let bottom_value = values().map(|v| v.0).fold(0.0, f64::min);
    let height = if look.narrow() { 230.0 } else { 340.0 };
    let mut plot = Plot { left: PAD, right: svg.width - PAD - 6.0, top: y + 14.0, bottom: y + 14.0 + height };
    let up = Scale::new((bottom_value, top_value), (plot.bottom, plot.top));
    plot.left += label_width(&up, ticks_up, look);
    // The last day is drawn to its end, so that a single day has a width.
    let along = Scale::new((day_number(first), day_number(last) + 1.0), (plot.left, plot.right));
    axis_up(&mut svg, plot, &up, ticks_up, look);

    let stretches: Vec<Vec<Stretch>> =
        shown.iter().map(|s| stretches(series, s, day_number(last) + 1.0)).collect();
    band(&mut svg, &stretches, &along, &up);
    for (i, (speaker, stretches)) in shown.iter().zip(&stretches).enumerate() {
        speaker_lines(&mut svg, i, stretches, series.running_total, &along, &up);
        speaker_points(&mut svg, i, speaker, series.running_total, &along, &up, look);
    }
    let room = if look.narrow() { 64.0 } else { 84.0 };
    let ticks = day_ticks(first, last, ((plot.right - plot.left) / room) as usize, look);
    axis_days(&mut svg, plot, &ticks, |t| along.at(day_number(t.date)));
    let desc = description(series, look, first, last);
    let mut notes = series.head.notes.clone();
    if series.others > 0 {
        notes.push(fill(&words.others, &[("n", &look.number(series.others as f64, 0))]));
    }
    let height = foot(&mut svg, &notes, plot.bottom + 36.0);
    Drawing { svg: svg.finish(height, &series.head.title, &desc), table }
}

fn description(series: &Series, look: &Look, first: Date, last: Date) -> String {
    let span = fill(&look.words.desc_span, &[("from", &look.date(first)), ("to", &look.date(last))]);
    let mut out = format!("{} {span}", series.axis).trim().to_owned();
    for speaker in series.speakers.iter().take(MOST_SPEAKERS) {
        let drawn = speaker.points.iter().filter(|p| !p.replaced).filter_map(Point::drawn);
        let ends = drawn.fold(None, |ends: Option<(f64, f64)>, (a, b)| {
            Some(ends.map_or((a, b), |(low, high)| (low.min(a), high.max(b))))
        });
        let Some((low, high)) = ends else { continue };
        let ends = [("low", look.number(low, 0)), ("high", look.number(high, 0))];
        let ends = fill(&look.words.desc_range, &[(ends[0].0, &ends[0].1), (ends[1].0, &ends[1].1)]);
        out.push_str(&format!(" {}: {ends}", crate::text::isolate(&speaker.name)));
    }
    out
}

/// The days on which each standing number is drawn. A running total stands until the speaker's next, but not across a
/// gap; a period's number stands on the period's days.
fn stretches(series: &Series, speaker: &Speaker, end: f64) -> Vec<Stretch> {
    let mut standing: Vec<&Point> =
        speaker.points.iter().filter(|p| !p.replaced && p.drawn().is_some()).collect();
    standing.sort_by_key(|p| (p.to, p.from));
    let mut out = Vec::new();
    if !series.running_total {
        for p in standing {
            let (low, high) = p.drawn().unwrap_or_default();
            let (from, to) = (day_number(p.from.min(p.to)), day_number(p.to.max(p.from)) + 1.0);
            out.push(Stretch { from, to, low, high });
        }
        return out;
    }
    let gap = f64::from(series.gap_days.unwrap_or_else(|| usual_gap(&standing)));
    for (i, p) in standing.iter().enumerate() {
        let (low, high) = p.drawn().unwrap_or_default();
        let from = day_number(p.to);
        let next = standing.get(i + 1).map(|n| day_number(n.to));
        let to = match next {
            Some(next) if next - from <= gap => next,
            // Before a gap, and at the end: the day itself.
            _ => from + 1.0,
        };
        out.push(Stretch { from, to: to.min(end), low, high });
    }
    out
}

/// Twice the usual distance between statements, at least two days; 31 days where too few tell.
fn usual_gap(standing: &[&Point]) -> u32 {
    let mut distances: Vec<u32> = standing
        .windows(2)
        .filter_map(|w| u32::try_from((w[1].to - w[0].to).get_days()).ok())
        .filter(|d| *d > 0)
        .collect();
    if distances.len() < 2 {
        return 31;
    }
    distances.sort_unstable();
    (distances[distances.len() / 2] * 2).max(2)
}

/// The range between all speakers, on the days on which one speaks.
fn band(svg: &mut Svg, stretches: &[Vec<Stretch>], along: &Scale, up: &Scale) {
    let all = || stretches.iter().flatten();
    let mut edges: Vec<f64> = all().flat_map(|s| [s.from, s.to]).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup();
    // One pass over the days: for each speaker where it stands now.
    let mut next = vec![0; stretches.len()];
    let mut runs: Vec<Vec<(f64, f64, f64)>> = Vec::new();
    let mut open = false;
    for w in edges.windows(2) {
        let (from, to) = (w[0], w[1]);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for (i, own) in stretches.iter().enumerate() {
            while own.get(next[i]).is_some_and(|s| s.to <= from) {
                next[i] += 1;
            }
            for s in own[next[i]..].iter().take_while(|s| s.from < to).filter(|s| s.to > from) {
                low = low.min(s.low);
                high = high.max(s.high);
            }
        }
        if low < high {
            let at = |day: f64| (along.at(day), up.at(low), up.at(high));
            match runs.last_mut() {
                Some(run) if open => run.extend([at(from), at(to)]),
                _ => runs.push(vec![at(from), at(to)]),
            }
        }
        open = low < high;
    }
    for run in runs {
        let mut outline: Vec<(f64, f64)> = run.iter().map(|(x, _, high)| (*x, *high)).collect();
        outline.extend(run.iter().rev().map(|(x, low, _)| (*x, *low)));
        svg.polygon(&[outline], Paint::Accent, 0.13);
    }
}

fn speaker_lines(svg: &mut Svg, i: usize, stretches: &[Stretch], connect: bool, along: &Scale, up: &Scale) {
    // Both ends of a range are lines; nothing is drawn between them as if it were said.
    for end in [|s: &Stretch| s.low, |s: &Stretch| s.high] {
        let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut last = f64::NEG_INFINITY;
        for s in stretches {
            let y = up.at(end(s));
            let step = [(along.at(s.from), y), (along.at(s.to), y)];
            match runs.last_mut() {
                Some(run) if connect && (s.from - last).abs() < 1e-9 => run.extend(step),
                _ => runs.push(step.to_vec()),
            }
            last = s.to;
        }
        svg.polyline(&runs, Paint::Series(i), 1.8, dash(i));
        if stretches.iter().all(|s| s.low == s.high) {
            break;
        }
    }
}

fn speaker_points(
    svg: &mut Svg,
    i: usize,
    speaker: &Speaker,
    running_total: bool,
    along: &Scale,
    up: &Scale,
    look: &Look,
) {
    let day = |p: &Point| {
        let to = day_number(p.to);
        along.at(if running_total { to } else { (day_number(p.from) + to + 1.0) / 2.0 })
    };
    let mut points: Vec<&Point> = speaker.points.iter().filter(|p| p.drawn().is_some()).collect();
    points.sort_by_key(|p| (p.to, p.from));
    let mut last = f64::NEG_INFINITY;
    for p in &points {
        let Some((low, high)) = p.drawn() else { continue };
        let x = day(p);
        if p.replaced {
            // Dotted to the statement that stands instead.
            let now = points.iter().find(|q| !q.replaced && q.to == p.to && q.from == p.from);
            if let Some((now, _)) = now.and_then(|q| q.drawn()) {
                svg.line((x, up.at(low)), (x, up.at(now)), Paint::Series(i), 1.0, "1 2");
            }
            svg.marker(
                (x, up.at(low)),
                i,
                Paint::Series(i),
                true,
                &format!("{}: {}", speaker.name, p.words(look)),
            );
            continue;
        }
        if p.high.is_none() {
            let y = up.at(high);
            svg.line((x, y), (x, (y - 16.0).max(up.at(f64::INFINITY))), Paint::Series(i), 1.4, "");
            svg.arrow_up((x, (y - 16.0).max(up.at(f64::INFINITY))), 1.0, Paint::Series(i));
        }
        if p.low.is_none() {
            let y = up.at(low);
            svg.line((x, y), (x, (y + 16.0).min(up.at(f64::NEG_INFINITY))), Paint::Series(i), 1.4, "");
            svg.arrow_up((x, (y + 16.0).min(up.at(f64::NEG_INFINITY))), -1.0, Paint::Series(i));
        }
        // Where statements stand close, markers would hide the line: the line is the mark.
        let close = (x - last).abs() < 9.0;
        if !close || p.finding.is_some() {
            let words = format!("{}: {}", speaker.name, p.words(look));
            if low < high {
                svg.line((x, up.at(low)), (x, up.at(high)), Paint::Series(i), 1.0, "");
                svg.marker((x, up.at(low)), i, Paint::Series(i), false, &words);
            }
            svg.marker((x, up.at(high)), i, Paint::Series(i), false, &words);
            last = x;
        }
        if let Some(finding) = &p.finding {
            svg.flag((x, up.at(high)), &format!("{}: {}. {finding}", speaker.name, look.date(p.to)));
        }
    }
}

fn table(series: &Series, look: &Look) -> Table {
    let w = &look.words;
    let mut table = Table::new(&[&w.speaker, &w.from, &w.to, &w.low, &w.high, &w.note, &w.account]);
    for speaker in &series.speakers {
        let mut points: Vec<&Point> = speaker.points.iter().collect();
        points.sort_by_key(|p| (p.to, p.from));
        for p in points {
            let mut notes = Vec::new();
            if p.replaced {
                notes.push(w.replaced.clone());
            }
            notes.extend(p.finding.clone());
            table.rows.push(vec![
                Cell::from(speaker.name.as_str()),
                Cell::Date(p.from),
                Cell::Date(p.to),
                Cell::from(p.low),
                Cell::from(p.high),
                Cell::from(notes.join("; ").as_str()),
                Cell::from(p.account.as_str()),
            ]);
        }
    }
    table
}
