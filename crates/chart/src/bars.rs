//! Bars by cell: what is certain, solid, and what may be, hatched.

use serde::Deserialize;

use crate::frame::{Head, Key, PAD, Plot, Swatch, axis_along, foot, head, legend};
use crate::look::fill;
use crate::scale::{Scale, round_up};
use crate::svg::{Anchor, Face, Paint, Pattern, Svg};
use crate::table::{Cell, Table};
use crate::text::measure;
use crate::{Drawing, Look};

/// Bars that are drawn; the table has them all.
const MOST_BARS: usize = 80;

/// A bar per cell.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bars {
    /// The words around it.
    pub head: Head,
    /// What the axis counts.
    #[serde(default)]
    pub axis: String,
    /// From the top.
    pub bars: Vec<Bar>,
}

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// A heading over the bars that share it.
    #[serde(default)]
    pub group: String,
    /// The cell; empty is "not stated".
    #[serde(default)]
    pub label: String,
    /// What lies certainly in it.
    pub low: f64,
    /// What may; none is open.
    #[serde(default)]
    pub high: Option<f64>,
}

impl Bar {
    fn ends(&self) -> (f64, Option<f64>) {
        let low = if self.low.is_finite() { self.low.max(0.0) } else { 0.0 };
        (low, self.high.filter(|h| h.is_finite()).map(|h| h.max(low)))
    }
}

pub(crate) fn draw(chart: &Bars, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &chart.head.title);
    let words = &look.words;
    let y = head(&mut svg, &chart.head);
    let table = table(chart, look);
    let bars = &chart.bars[..chart.bars.len().min(MOST_BARS)];
    if bars.is_empty() {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &chart.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &chart.head.title, &words.nothing), table };
    }
    let ranged = bars.iter().any(|b| b.ends().1 != Some(b.ends().0));
    let mut keys = vec![Key { words: &words.certain, swatch: Swatch::Solid(1.0) }];
    if ranged {
        keys.push(Key { words: &words.possible, swatch: Swatch::Hatched(Pattern::Maybe) });
    }
    let y = if ranged { legend(&mut svg, &keys, y) } else { y };
    let label = |b: &Bar| if b.label.is_empty() { words.not_stated.clone() } else { b.label.clone() };
    let widest = bars.iter().map(|b| measure(&label(b), Face::Label.size())).fold(0.0, f64::max);
    let names = widest.min(svg.width * 0.3) + 10.0;
    let values = |b: &Bar| look.range(Some(b.ends().0), b.ends().1);
    let values_room = bars.iter().map(|b| measure(&values(b), Face::Value.size())).fold(0.0, f64::max) + 10.0;
    let values_room = values_room.min(svg.width * 0.34);
    let start = y + 18.0;
    let lines: f64 = rows(bars).iter().map(|(_, headed)| if *headed { 46.0 } else { 24.0 }).sum();
    let plot = Plot {
        left: PAD + names,
        right: svg.width - PAD - values_room,
        top: start,
        bottom: start + lines + 2.0,
    };
    if !chart.axis.is_empty() {
        let room = svg.width - plot.left - PAD;
        svg.fitted((plot.left, start - 6.0), Anchor::Start, Face::Small, Paint::Muted, &chart.axis, room);
    }
    let most = bars.iter().map(|b| b.ends().1.unwrap_or(b.ends().0 * 1.15)).fold(0.0, f64::max);
    let ticks = if look.narrow() { 3 } else { 6 };
    let scale = Scale::new((0.0, round_up(most, ticks)), (plot.left, plot.right));
    axis_along(&mut svg, plot, &[(plot.top, plot.bottom)], &scale, ticks, look);
    let mut top = start;
    for (bar, headed) in rows(bars) {
        if headed {
            let at = (PAD, top + 17.0);
            svg.fitted(at, Anchor::Start, Face::Value, Paint::Ink, &bar.group, svg.width - 2.0 * PAD);
            top += 22.0;
        }
        let (low, high) = bar.ends();
        svg.fitted((PAD, top + 16.0), Anchor::Start, Face::Label, Paint::Ink, &label(bar), names - 8.0);
        let (from, to) = (plot.left, scale.at(low));
        svg.rect((from, top + 4.0), (to - from, 15.0), Paint::Accent, 1.0);
        let end = match high {
            Some(high) if high > low => {
                svg.hatched((to, top + 4.0), (scale.at(high) - to, 15.0), Pattern::Maybe, Paint::Accent);
                svg.outline((to, top + 4.0), (scale.at(high) - to, 15.0), Paint::Accent);
                scale.at(high)
            }
            Some(_) => to,
            None => {
                svg.line((to, top + 11.5), (plot.right, top + 11.5), Paint::Accent, 1.6, "5 3");
                svg.arrow((plot.right, top + 11.5), 1.0, Paint::Accent);
                plot.right
            }
        };
        let at = (end + 6.0, top + 16.0);
        svg.fitted(at, Anchor::Start, Face::Value, Paint::Ink, &values(bar), svg.width - PAD - end - 4.0);
        top += 24.0;
    }
    svg.line((plot.left, plot.top), (plot.left, plot.bottom), Paint::Muted, 1.0, "");
    let mut notes = chart.head.notes.clone();
    if chart.bars.len() > bars.len() {
        let hidden = look.number((chart.bars.len() - bars.len()) as f64, 0);
        notes.insert(0, fill(&words.more, &[("n", &hidden)]));
    }
    let height = foot(&mut svg, &notes, plot.bottom + 24.0);
    let desc: Vec<String> = bars
        .iter()
        .map(|b| format!("{} {}: {}.", b.group, crate::text::isolate(&label(b)), values(b)).trim().to_owned())
        .collect();
    Drawing { svg: svg.finish(height, &chart.head.title, &desc.join(" ")), table }
}

/// The bars, each with whether a heading stands over it.
fn rows(bars: &[Bar]) -> Vec<(&Bar, bool)> {
    let mut last = "";
    let headed = |b: &'_ Bar, last: &str| !b.group.is_empty() && b.group != last;
    let mut out = Vec::new();
    for bar in bars {
        out.push((bar, headed(bar, last)));
        last = &bar.group;
    }
    out
}

fn table(chart: &Bars, look: &Look) -> Table {
    let w = &look.words;
    let grouped = chart.bars.iter().any(|b| !b.group.is_empty());
    let mut header = vec![w.name.as_str(), &w.low, &w.high];
    if grouped {
        header.insert(0, "");
    }
    let mut table = Table::new(&header);
    for b in &chart.bars {
        let label = if b.label.is_empty() { &w.not_stated } else { &b.label };
        let mut row = vec![Cell::from(label.as_str()), Cell::from(Some(b.low)), Cell::from(b.high)];
        if grouped {
            row.insert(0, Cell::from(b.group.as_str()));
        }
        table.rows.push(row);
    }
    table
}
