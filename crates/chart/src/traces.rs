//! The draws of chains, one beside the other: whether they tell the same story.

use serde::Deserialize;

use crate::frame::{Head, Key, PAD, Plot, Swatch, axis_along, axis_up, foot, head, label_width, legend};
use crate::scale::Scale;
use crate::svg::{Anchor, Face, Paint, Svg};
use crate::table::{Cell, Table};
use crate::{Drawing, Look};

/// Chains that are drawn; the table has them all.
const MOST_CHAINS: usize = 8;

/// Chains of draws.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traces {
    /// The words around it.
    pub head: Head,
    /// What the upward axis counts.
    #[serde(default)]
    pub axis: String,
    /// Side by side.
    pub chains: Vec<Chain>,
}

/// One chain.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    /// What it is called.
    pub name: String,
    /// Its kept draws, in order.
    pub draws: Vec<f64>,
    /// So many sweeps lie between two of them.
    #[serde(default = "one")]
    pub every: u64,
}

fn one() -> u64 {
    1
}

pub(crate) fn draw(chart: &Traces, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &chart.head.title);
    let words = &look.words;
    let y = head(&mut svg, &chart.head);
    let table = table(chart, look);
    let shown = &chart.chains[..chart.chains.len().min(MOST_CHAINS)];
    let sound = || shown.iter().flat_map(|c| &c.draws).filter(|d| d.is_finite());
    let ends = sound().fold(None, |ends: Option<(f64, f64)>, d| {
        Some(ends.map_or((*d, *d), |(low, high)| (low.min(*d), high.max(*d))))
    });
    let longest = shown.iter().map(|c| c.draws.len() as f64 * c.every as f64).fold(0.0, f64::max);
    let Some((low, high)) = ends else {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &chart.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &chart.head.title, &words.nothing), table };
    };
    let keys: Vec<Key<'_>> =
        shown.iter().enumerate().map(|(i, c)| Key { words: &c.name, swatch: Swatch::Line(i) }).collect();
    let mut y = legend(&mut svg, &keys, y);
    if !chart.axis.is_empty() {
        y += 14.0;
        svg.fitted((PAD, y), Anchor::Start, Face::Small, Paint::Muted, &chart.axis, svg.width - 2.0 * PAD);
    }
    let height = if look.narrow() { 200.0 } else { 280.0 };
    let mut plot = Plot { left: PAD, right: svg.width - PAD - 6.0, top: y + 14.0, bottom: y + 14.0 + height };
    let up = Scale::new((low, high), (plot.bottom, plot.top));
    plot.left += label_width(&up, 5, look);
    let along = Scale::new((0.0, longest), (plot.left, plot.right));
    axis_up(&mut svg, plot, &up, 5, look);
    axis_along(&mut svg, plot, &[], &along, if look.narrow() { 3 } else { 6 }, look);
    let columns = ((plot.right - plot.left) / 2.0) as usize;
    for (i, chain) in shown.iter().enumerate() {
        let runs: Vec<(f64, f64)> = thinned(&chain.draws, columns)
            .into_iter()
            .map(|(n, v)| (along.at(n * chain.every as f64), up.at(v)))
            .collect();
        svg.polyline(&[runs], Paint::Series(i), 0.9, crate::svg::dash(i));
    }
    let desc = crate::look::fill(
        &words.desc_range,
        &[("low", &look.number(low, 0)), ("high", &look.number(high, 0))],
    );
    let height = foot(&mut svg, &chart.head.notes, plot.bottom + 24.0);
    Drawing { svg: svg.finish(height, &chart.head.title, &desc), table }
}

/// The lowest and highest draw of each column of pixels, in their order: no excursion is lost.
fn thinned(draws: &[f64], columns: usize) -> Vec<(f64, f64)> {
    let sound: Vec<(f64, f64)> =
        draws.iter().enumerate().filter(|(_, d)| d.is_finite()).map(|(i, d)| (i as f64, *d)).collect();
    let size = sound.len().div_ceil(columns.max(1)).max(1);
    let mut out = Vec::new();
    for part in sound.chunks(size) {
        let low = part.iter().min_by(|a, b| a.1.total_cmp(&b.1));
        let high = part.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        let (Some(low), Some(high)) = (low, high) else { continue };
        let (first, second) = if low.0 <= high.0 { (low, high) } else { (high, low) };
        out.push(*first);
        if second.0 > first.0 {
            out.push(*second);
        }
    }
    out
}

fn table(chart: &Traces, look: &Look) -> Table {
    let w = &look.words;
    let mut table = Table::new(&[&w.chain, &w.draw, &w.value]);
    for chain in &chart.chains {
        for (i, value) in chain.draws.iter().enumerate() {
            let draw = (i as f64 + 1.0) * chain.every as f64;
            let (name, draw) = (Cell::from(chain.name.as_str()), Cell::from(Some(draw)));
            table.rows.push(vec![name, draw, Cell::from(Some(*value))]);
        }
    }
    table
}
