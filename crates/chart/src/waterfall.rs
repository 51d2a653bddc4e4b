//! How evidence adds up: a bar a step, each from where the one before ended, and the sum at the end.

use serde::Deserialize;

use crate::frame::{Head, Key, PAD, Plot, Swatch, axis_along, foot, head, legend};
use crate::look::fill;
use crate::scale::Scale;
use crate::svg::{Anchor, Face, Paint, Pattern, Svg};
use crate::table::{Cell, Table};
use crate::text::{clean, isolate, measure};
use crate::{Drawing, Look};

/// Steps that are drawn; the table has them all.
const MOST_STEPS: usize = 40;
/// Height of a step.
const ROW: f64 = 36.0;
/// A step beyond this is drawn as if it ended here: the table has the number.
const MOST: f64 = 1e9;

/// How evidence adds up.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waterfall {
    /// The words around it.
    pub head: Head,
    /// What the axis counts.
    #[serde(default)]
    pub axis: String,
    /// In the order in which they add up, from zero.
    pub steps: Vec<WaterfallStep>,
    /// What the sum is called; empty is "sum".
    #[serde(default)]
    pub sum: String,
}

/// One piece of evidence.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaterfallStep {
    /// What it is about.
    #[serde(default)]
    pub label: String,
    /// What it says.
    #[serde(default)]
    pub detail: String,
    /// What it adds; below zero it takes away.
    pub value: f64,
}

impl WaterfallStep {
    fn value(&self) -> f64 {
        if self.value.is_finite() { self.value.clamp(-MOST, MOST) } else { 0.0 }
    }
}

/// A step with where it begins and ends.
struct Placed<'a> {
    label: &'a str,
    detail: &'a str,
    from: f64,
    to: f64,
    sum: bool,
}

pub(crate) fn draw(chart: &Waterfall, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &chart.head.title);
    let words = &look.words;
    let y = head(&mut svg, &chart.head);
    let table = table(chart, look);
    if chart.steps.is_empty() {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &chart.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &chart.head.title, &words.nothing), table };
    }
    let sum = if chart.sum.is_empty() { &words.sum } else { &chart.sum };
    let mut so_far = 0.0;
    let mut rows: Vec<Placed<'_>> = Vec::new();
    for step in &chart.steps {
        let from = so_far;
        so_far += step.value();
        if rows.len() < MOST_STEPS {
            rows.push(Placed { label: &step.label, detail: &step.detail, from, to: so_far, sum: false });
        }
    }
    rows.push(Placed { label: sum, detail: "", from: 0.0, to: so_far, sum: true });
    let keys = [
        Key { words: &words.speaks_for, swatch: Swatch::Solid(1.0) },
        Key { words: &words.speaks_against, swatch: Swatch::Hatched(Pattern::Dense) },
    ];
    let y = legend(&mut svg, &keys, y);
    let value = |r: &Placed<'_>| signed(if r.sum { r.to } else { r.to - r.from }, r.sum, look);
    let wide = |text: &str, face: Face| measure(&clean(text), face.size());
    let widest = rows.iter().map(|r| wide(r.label, Face::Label).max(wide(r.detail, Face::Small)));
    let names = widest.fold(0.0, f64::max).min(svg.width * 0.36) + 12.0;
    let values =
        rows.iter().map(|r| wide(&value(r), Face::Value)).fold(0.0, f64::max).min(svg.width * 0.2) + 10.0;
    let top = y + if chart.axis.is_empty() { 8.0 } else { 22.0 };
    let plot = Plot {
        left: PAD + names,
        right: svg.width - PAD - values,
        top,
        bottom: top + ROW * rows.len() as f64 + 4.0,
    };
    if !chart.axis.is_empty() {
        let room = svg.width - plot.left - PAD;
        svg.fitted((plot.left, top - 8.0), Anchor::Start, Face::Small, Paint::Muted, &chart.axis, room);
    }
    let ends = rows.iter().flat_map(|r| [r.from, r.to]);
    let (low, high) = ends.fold((0.0, 0.0), |(l, h): (f64, f64), v| (l.min(v), h.max(v)));
    let air = (high - low) * 0.02;
    let scale = Scale::new((low - air, high + air), (plot.left, plot.right));
    axis_along(&mut svg, plot, &[(plot.top, plot.bottom)], &scale, if look.narrow() { 3 } else { 7 }, look);
    let zero = scale.at(0.0);
    svg.line((zero, plot.top), (zero, plot.bottom), Paint::Muted, 1.2, "");
    let (bar, above) = (16.0, 6.0);
    for (i, row) in rows.iter().enumerate() {
        let top = plot.top + ROW * i as f64;
        let middle = top + above + bar / 2.0;
        let lines = if row.detail.is_empty() { (middle + 4.0, None) } else { (top + 14.0, Some(top + 29.0)) };
        let face = if row.sum { Face::Value } else { Face::Label };
        svg.fitted((PAD, lines.0), Anchor::Start, face, Paint::Ink, row.label, names - 10.0);
        if let Some(y) = lines.1 {
            svg.fitted((PAD, y), Anchor::Start, Face::Small, Paint::Muted, row.detail, names - 10.0);
        }
        let (from, to) = (scale.at(row.from), scale.at(row.to));
        let (start, width) = (from.min(to), (to - from).abs().max(1.0));
        let (at, size) = ((start, top + above), (width, bar));
        let paint = if row.sum { Paint::Ink } else { Paint::Accent };
        if row.to >= row.from {
            svg.rect(at, size, paint, 1.0);
        } else {
            svg.hatched(at, size, Pattern::Dense, paint);
            svg.outline(at, size, paint);
        }
        // The next bar goes on where this one ends.
        if i + 1 < rows.len() {
            svg.line((to, top + above + bar), (to, top + ROW + above), Paint::Muted, 1.0, "2 2");
        }
        let at = (svg.width - PAD, middle + 4.0);
        svg.fitted(at, Anchor::End, Face::Value, Paint::Ink, &value(row), values);
    }
    let mut notes = chart.head.notes.clone();
    if chart.steps.len() > MOST_STEPS {
        let hidden = look.number((chart.steps.len() - MOST_STEPS) as f64, 0);
        notes.insert(0, fill(&words.more, &[("n", &hidden)]));
    }
    let height = foot(&mut svg, &notes, plot.bottom + 24.0);
    let said = |r: &Placed<'_>| {
        let detail = if r.detail.is_empty() { String::new() } else { format!(", {}", isolate(r.detail)) };
        format!("{}{detail}: {}.", isolate(r.label), value(r))
    };
    let desc: Vec<String> = rows.iter().map(said).collect();
    Drawing { svg: svg.finish(height, &chart.head.title, &desc.join(" ")), table }
}

/// With its sign, which a change has and a sum needs only below zero.
fn signed(value: f64, sum: bool, look: &Look) -> String {
    let text = look.number(value, 1);
    let rounds_to_zero = look.number(0.0, 1) == text;
    let sign = if sum || value <= 0.0 || rounds_to_zero { "" } else { "+" };
    // In an isolate of its own, so that the sign stands before the number whatever is read around it.
    format!("\u{2068}{sign}{text}\u{2069}")
}

fn table(chart: &Waterfall, look: &Look) -> Table {
    let w = &look.words;
    let mut table = Table::new(&[&w.name, &w.note, &w.value, &w.sum]);
    let mut so_far = 0.0;
    for step in &chart.steps {
        so_far += step.value();
        table.rows.push(vec![
            Cell::from(step.label.as_str()),
            Cell::from(step.detail.as_str()),
            Cell::from(Some(step.value)),
            Cell::from(Some(so_far)),
        ]);
    }
    table
}
