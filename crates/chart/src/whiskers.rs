//! Dots and whiskers: what each source says, or each model gives, as low and high; open ends drawn as open.

use serde::Deserialize;

use crate::frame::{Head, PAD, Plot, axis_along, foot, head};
use crate::look::fill;
use crate::scale::{Scale, round_up};
use crate::svg::{Anchor, Face, Paint, Svg};
use crate::table::{Cell, Table};
use crate::text::measure;
use crate::{Drawing, Look};

/// Rows that are drawn; the table has them all.
const MOST_ROWS: usize = 60;

/// Ranges side by side.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whiskers {
    /// The words around it.
    pub head: Head,
    /// What the axis counts.
    #[serde(default)]
    pub axis: String,
    /// Whether the axis begins at zero.
    #[serde(default)]
    pub from_zero: bool,
    /// The axis ends here, and what reaches beyond has an arrow: one row must not press all others together. Its numbers
    /// stand beside it.
    #[serde(default)]
    pub cap: Option<f64>,
    /// A value to compare with, such as the number on record.
    #[serde(default)]
    pub mark: Option<Mark>,
    /// From the top.
    pub rows: Vec<Row>,
}

/// A value drawn across all rows.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Where; of a range, its lowest.
    pub value: f64,
    /// Of a range, its highest: the band from one to the other is drawn, and neither end alone.
    #[serde(default)]
    pub high: Option<f64>,
    /// What it is.
    pub label: String,
}

/// One source's range, or one model's interval.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Who says it.
    pub label: String,
    /// As of when, of whom, in which words.
    #[serde(default)]
    pub detail: String,
    /// Lowest; none is open.
    #[serde(default)]
    pub low: Option<f64>,
    /// Highest; none is open.
    #[serde(default)]
    pub high: Option<f64>,
    /// A model's own point. A source's range has none: nothing is averaged.
    #[serde(default)]
    pub point: Option<f64>,
    /// Set apart: the one chosen.
    #[serde(default)]
    pub chosen: bool,
    /// Instead of a mark: why there is none.
    #[serde(default)]
    pub refused: Option<String>,
    /// The account, for the table.
    #[serde(default)]
    pub account: String,
}

impl Mark {
    /// Its upper end; of a single value, that value.
    fn top(&self) -> f64 {
        self.high.filter(|h| h.is_finite() && *h > self.value).unwrap_or(self.value)
    }
}

impl Row {
    fn ends(&self) -> (Option<f64>, Option<f64>, Option<f64>) {
        let sound = |x: Option<f64>| x.filter(|x| x.is_finite());
        (sound(self.low), sound(self.high), sound(self.point))
    }
}

pub(crate) fn draw(chart: &Whiskers, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &chart.head.title);
    let words = &look.words;
    let y = head(&mut svg, &chart.head);
    let table = table(chart, look);
    let rows = &chart.rows[..chart.rows.len().min(MOST_ROWS)];
    if rows.is_empty() {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &chart.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &chart.head.title, &words.nothing), table };
    }
    let narrow = look.narrow();
    // On a telephone the names stand above their marks.
    let widest = rows.iter().map(|r| measure(&r.label, Face::Label.size())).fold(0.0, f64::max);
    let detail = rows.iter().map(|r| measure(&r.detail, Face::Small.size())).fold(0.0, f64::max);
    let names = if narrow { 0.0 } else { widest.max(detail).min(svg.width * 0.34) + 16.0 };
    let value = |r: &Row| {
        if r.refused.is_some() { 130.0 } else { measure(&value_words(r, look), Face::Value.size()) }
    };
    let values = rows.iter().map(value).fold(90.0, f64::max).min(svg.width * 0.3) + 14.0;
    let values_room = if narrow { 0.0 } else { values };
    let (line, start) = (if narrow { 64.0 } else { 40.0 }, y + 22.0);
    let plot = Plot {
        left: PAD + names + 8.0,
        right: svg.width - PAD - values_room - 8.0,
        top: start,
        bottom: start + line * rows.len() as f64,
    };
    let scale = Scale::new(extent(chart, rows), (plot.left + 4.0, plot.right - 4.0));
    if !chart.axis.is_empty() {
        let at = if narrow { PAD } else { plot.left };
        let room = svg.width - at - PAD;
        svg.fitted((at, start - 8.0), Anchor::Start, Face::Small, Paint::Muted, &chart.axis, room);
    }
    // On a telephone the rules stop where names stand.
    let lanes: Vec<(f64, f64)> = if narrow {
        (0..rows.len())
            .map(|i| plot.top + line * i as f64)
            .map(|top| (top + 39.0, top + line - 3.0))
            .collect()
    } else {
        vec![(plot.top, plot.bottom)]
    };
    axis_along(&mut svg, plot, &lanes, &scale, if narrow { 4 } else { 7 }, look);
    if let Some(mark) = chart.mark.as_ref().filter(|m| m.value.is_finite()) {
        let high = mark.top();
        let (from, to) = (scale.at(mark.value), scale.at(high));
        for (top, bottom) in &lanes {
            if high > mark.value {
                svg.rect((from, *top), (to - from, bottom - top), Paint::Ink, 0.1);
                svg.line((to, *top), (to, *bottom), Paint::Ink, 1.0, "4 3");
            }
            svg.line((from, *top), (from, *bottom), Paint::Ink, 1.0, "4 3");
        }
        let x = (from + to) / 2.0;
        let half = measure(&mark.label, Face::Small.size()) / 2.0;
        let at = x.clamp((PAD + half).min(svg.width / 2.0), (svg.width - PAD - half).max(svg.width / 2.0));
        let room = svg.width - 2.0 * PAD;
        svg.fitted((at, plot.bottom + 32.0), Anchor::Middle, Face::Small, Paint::Ink, &mark.label, room);
    }
    for (i, row) in rows.iter().enumerate() {
        let top = plot.top + line * i as f64;
        let y = if narrow { top + 50.0 } else { top + line / 2.0 };
        if i > 0 {
            svg.line((PAD, top), (svg.width - PAD, top), Paint::Rule, 0.6, "");
        }
        let value = row.refused.clone().unwrap_or_else(|| value_words(row, look));
        if narrow {
            let wide = measure(&value, Face::Value.size()).min(svg.width * 0.45);
            let room = svg.width - 2.0 * PAD - wide - 10.0;
            svg.fitted((PAD, top + 18.0), Anchor::Start, Face::Label, Paint::Ink, &row.label, room);
            let whole = svg.width - 2.0 * PAD;
            svg.fitted((PAD, top + 34.0), Anchor::Start, Face::Small, Paint::Muted, &row.detail, whole);
            let at = (svg.width - PAD, top + 18.0);
            svg.fitted(at, Anchor::End, Face::Value, Paint::Ink, &value, svg.width * 0.46);
        } else {
            let two = !row.detail.is_empty();
            let at = (PAD, if two { y - 2.0 } else { y + 4.0 });
            svg.fitted(at, Anchor::Start, Face::Label, Paint::Ink, &row.label, names - 8.0);
            svg.fitted((PAD, y + 13.0), Anchor::Start, Face::Small, Paint::Muted, &row.detail, names - 8.0);
            let at = (svg.width - PAD, y + 4.0);
            svg.fitted(at, Anchor::End, Face::Value, Paint::Ink, &value, values_room - 4.0);
        }
        mark(&mut svg, row, y, &scale, chart.cap, &format!("{}: {value}", row.label));
    }
    let below = if chart.mark.is_some() { 40.0 } else { 24.0 };
    let mut notes = chart.head.notes.clone();
    if chart.rows.len() > rows.len() {
        let hidden = look.number((chart.rows.len() - rows.len()) as f64, 0);
        notes.insert(0, fill(&words.more, &[("n", &hidden)]));
    }
    let height = foot(&mut svg, &notes, plot.bottom + below);
    let desc: Vec<String> = rows
        .iter()
        .map(|r| {
            format!(
                "{}: {}.",
                crate::text::isolate(&r.label),
                r.refused.clone().unwrap_or_else(|| value_words(r, look))
            )
        })
        .collect();
    Drawing { svg: svg.finish(height, &chart.head.title, &desc.join(" ")), table }
}

fn value_words(row: &Row, look: &Look) -> String {
    match row.ends() {
        (low, high, Some(point)) if low.is_some() || high.is_some() => {
            format!("{} ({})", look.number(point, 0), look.range(low, high))
        }
        (_, _, Some(point)) => look.number(point, 0),
        (low, high, None) => look.range(low, high),
    }
}

/// The values that the axis must hold. Open ends get room for their arrow.
fn extent(chart: &Whiskers, rows: &[Row]) -> (f64, f64) {
    let mark = chart.mark.iter().filter(|m| m.value.is_finite()).flat_map(|m| [m.value, m.top()]);
    let values = rows.iter().flat_map(|r| {
        let (low, high, point) = r.ends();
        [low, high, point]
    });
    let (low, high) = values
        .flatten()
        .chain(mark)
        .map(|v| chart.cap.map_or(v, |cap| v.min(cap)))
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    if low > high {
        return (0.0, 1.0);
    }
    let span = (high / 2.0 - low / 2.0) * 2.0;
    let open_up = rows.iter().any(|r| r.refused.is_none() && r.ends().1.is_none() && r.ends().0.is_some());
    let open_down = rows.iter().any(|r| r.refused.is_none() && r.ends().0.is_none() && r.ends().1.is_some());
    let pad = if span > 0.0 { span * 0.05 } else { libm::fabs(high) * 0.05 + 1.0 };
    let top = high + if open_up { pad * 3.0 } else { pad };
    if chart.from_zero && low >= 0.0 {
        return (0.0, round_up(top, 7));
    }
    (low - if open_down { pad * 3.0 } else { pad }, top)
}

fn mark(svg: &mut Svg, row: &Row, y: f64, scale: &Scale, cap_at: Option<f64>, words: &str) {
    if row.refused.is_some() {
        return;
    }
    let paint = if row.chosen { Paint::Accent } else { Paint::Ink };
    let thick = if row.chosen { 2.6 } else { 1.6 };
    let cap = |svg: &mut Svg, x: f64| svg.line((x, y - 5.0), (x, y + 5.0), paint, thick, "");
    let (low, high, point) = row.ends();
    let beyond = |x: Option<f64>| x.is_some_and(|x| cap_at.is_some_and(|cap| x > cap));
    match (low, high) {
        (Some(a), Some(_)) if beyond(high) => {
            let (start, end) = (scale.at(a.min(cap_at.unwrap_or(a))), scale.at(f64::INFINITY));
            svg.line((start, y), (end, y), paint, thick, "");
            if !beyond(low) {
                cap(svg, start);
            }
            svg.arrow((end, y), 1.0, paint);
        }
        (Some(a), Some(b)) if a == b && point.is_none() => {
            svg.marker((scale.at(a), y), 0, paint, false, words)
        }
        (Some(a), Some(b)) => {
            svg.line((scale.at(a), y), (scale.at(b), y), paint, thick, "");
            cap(svg, scale.at(a));
            cap(svg, scale.at(b));
        }
        (Some(a), None) => {
            let end = scale.at(f64::INFINITY);
            svg.line((scale.at(a), y), (end, y), paint, thick, "5 3");
            cap(svg, scale.at(a));
            svg.arrow((end, y), 1.0, paint);
        }
        (None, Some(b)) => {
            let end = scale.at(f64::NEG_INFINITY);
            svg.line((end, y), (scale.at(b), y), paint, thick, "5 3");
            cap(svg, scale.at(b));
            svg.arrow((end, y), -1.0, paint);
        }
        (None, None) => {}
    }
    if let Some(point) = point.filter(|p| !beyond(Some(*p))) {
        svg.marker((scale.at(point), y), if row.chosen { 3 } else { 0 }, paint, false, words);
    }
}

fn table(chart: &Whiskers, look: &Look) -> Table {
    let w = &look.words;
    let mut table = Table::new(&[&w.name, &w.note, &w.low, &w.high, &w.point, &w.account]);
    for r in &chart.rows {
        let note = r
            .refused
            .as_ref()
            .map_or_else(|| r.detail.clone(), |why| format!("{} {why}", r.detail).trim().to_owned());
        table.rows.push(vec![
            Cell::from(r.label.as_str()),
            Cell::from(note.as_str()),
            Cell::from(r.low),
            Cell::from(r.high),
            Cell::from(r.point),
            Cell::from(r.account.as_str()),
        ]);
    }
    if let Some(mark) = &chart.mark {
        let ends = [mark.value, mark.top()].map(|end| Cell::from(Some(end)));
        let [low, high] = ends;
        table.rows.push(vec![
            Cell::from(mark.label.as_str()),
            Cell::Empty,
            low,
            high,
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    table
}
