//! How likely each number is, by a model: bins of draws or of a grid, with the interval marked.

use serde::Deserialize;

use crate::frame::{Head, PAD, Plot, axis_along, foot, head};
use crate::scale::Scale;
use crate::svg::{Anchor, Face, Paint, Svg};
use crate::table::{Cell, Table};
use crate::{Drawing, Look};

/// A posterior.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Density {
    /// The words around it.
    pub head: Head,
    /// What the axis counts.
    #[serde(default)]
    pub axis: String,
    /// Values and their weights: draws weigh one each, a grid its probabilities.
    pub values: Vec<(f64, f64)>,
    /// The interval.
    #[serde(default)]
    pub interval: Option<Interval>,
}

/// An interval and the point in it.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// The model's point.
    pub point: f64,
    /// Its upper end.
    pub high: f64,
}

/// Equal bins from the first value to the last: (from, to, share of the weight).
fn bins(values: &[(f64, f64)], most: usize) -> Vec<(f64, f64, f64)> {
    let mut sound: Vec<(f64, f64)> = values
        .iter()
        .filter(|(v, w)| v.is_finite() && w.is_finite() && *w > 0.0 && libm::fabs(*v) < 1e300)
        .copied()
        .collect();
    sound.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // The largest weight divides first, so that the sum stays a number.
    let largest = sound.iter().map(|v| v.1).fold(0.0, f64::max);
    // Few draws say little: as many bins as they can fill, so that chance does not look like shape.
    let most = most.min((4.0 * libm::cbrt(sound.len() as f64)) as usize).max(12);
    let total: f64 = sound.iter().map(|v| v.1 / largest).sum();
    if total <= 0.0 || !total.is_finite() {
        return Vec::new();
    }
    // A few values far out would squeeze the rest into one bin: the outermost thousandth on each side is cut off.
    let cut = |share: f64| {
        let mut so_far = 0.0;
        let at = sound.iter().find(|v| {
            so_far += v.1 / largest;
            so_far >= share * total
        });
        at.map_or(0.0, |v| v.0)
    };
    let (low, high) = (cut(0.001), cut(0.999));
    // Whole people: a bin holds whole numbers, so that none looks fuller for holding one more of them.
    let width = libm::fmax(libm::ceil((high - low) / most as f64), if high - low < 1.0 { 1e-9 } else { 1.0 });
    let count = ((high - low) / width) as usize + 1;
    let mut out: Vec<(f64, f64, f64)> =
        (0..count).map(|i| (low + width * i as f64, low + width * (i + 1) as f64, 0.0)).collect();
    for (value, weight) in sound.iter().filter(|v| v.0 >= low && v.0 <= high) {
        let i = (((value - low) / width) as usize).min(count - 1);
        out[i].2 += weight / largest / total;
    }
    out
}

pub(crate) fn draw(chart: &Density, look: &Look) -> Drawing {
    let mut svg = Svg::new(look.px(), look.rtl, &chart.head.title);
    let words = &look.words;
    let y = head(&mut svg, &chart.head);
    let bins = bins(&chart.values, if look.narrow() { 60 } else { 120 });
    let table = table(chart, &bins, look);
    let tallest = bins.iter().map(|b| b.2).fold(0.0, f64::max);
    let (Some(first), Some(last), true) = (bins.first(), bins.last(), tallest > 0.0) else {
        svg.text((PAD, y + 14.0), Anchor::Start, Face::Label, Paint::Muted, &words.nothing);
        let height = foot(&mut svg, &chart.head.notes, y + 20.0);
        return Drawing { svg: svg.finish(height, &chart.head.title, &words.nothing), table };
    };
    let height = if look.narrow() { 190.0 } else { 260.0 };
    let plot =
        Plot { left: PAD + 6.0, right: svg.width - PAD - 6.0, top: y + 26.0, bottom: y + 26.0 + height };
    let along = Scale::new((first.0, last.1), (plot.left, plot.right));
    let up = Scale::new((0.0, tallest * 1.05), (plot.bottom, plot.top));
    axis_along(&mut svg, plot, &[(plot.top, plot.bottom)], &along, if look.narrow() { 4 } else { 8 }, look);
    if !chart.axis.is_empty() {
        let room = svg.width - 2.0 * PAD;
        svg.fitted((PAD, y + 12.0), Anchor::Start, Face::Small, Paint::Muted, &chart.axis, room);
    }
    let outline = |bins: &[(f64, f64, f64)]| {
        let mut run = Vec::new();
        if let (Some(first), Some(last)) = (bins.first(), bins.last()) {
            run.push((along.at(first.0), plot.bottom));
            run.extend(bins.iter().flat_map(|b| [(along.at(b.0), up.at(b.2)), (along.at(b.1), up.at(b.2))]));
            run.push((along.at(last.1), plot.bottom));
        }
        vec![run]
    };
    svg.polygon(&outline(&bins), Paint::Accent, 0.12);
    if let Some(i) = chart.interval {
        let within: Vec<(f64, f64, f64)> =
            bins.iter().filter(|b| b.1 > i.low && b.0 <= i.high).copied().collect();
        svg.polygon(&outline(&within), Paint::Accent, 0.32);
    }
    svg.polyline(&outline(&bins), Paint::Accent, 1.4, "");
    let mut desc = chart.axis.clone();
    if let Some(i) = chart.interval {
        for (value, dash, width) in [(i.low, "4 3", 1.2), (i.point, "", 1.8), (i.high, "4 3", 1.2)] {
            let inside = value >= first.0 && value <= last.1;
            if inside {
                svg.line(
                    (along.at(value), plot.top),
                    (along.at(value), plot.bottom),
                    Paint::Ink,
                    width,
                    dash,
                );
            }
        }
        let range = format!("{} ({})", look.number(i.point, 0), look.range(Some(i.low), Some(i.high)));
        let half = crate::text::measure(&range, Face::Value.size()) / 2.0;
        let x = along
            .at(i.point)
            .clamp((PAD + half).min(svg.width / 2.0), (svg.width - PAD - half).max(svg.width / 2.0));
        svg.text((x, plot.top - 6.0), Anchor::Middle, Face::Value, Paint::Ink, &range);
        desc = format!("{desc} {range}").trim().to_owned();
    }
    let height = foot(&mut svg, &chart.head.notes, plot.bottom + 24.0);
    Drawing { svg: svg.finish(height, &chart.head.title, &desc), table }
}

fn table(chart: &Density, bins: &[(f64, f64, f64)], look: &Look) -> Table {
    let w = &look.words;
    let mut table = Table::new(&[&w.from, &w.to, &w.density, &w.note]);
    for (from, to, share) in bins {
        table.rows.push(vec![
            Cell::from(Some(*from)),
            Cell::from(Some(*to)),
            Cell::from(Some(*share)),
            Cell::Empty,
        ]);
    }
    if let Some(i) = chart.interval {
        let ends = (Cell::from(Some(i.low)), Cell::from(Some(i.high)));
        table.rows.push(vec![ends.0, ends.1, Cell::Empty, Cell::from(w.level.as_str())]);
        let point = Cell::from(Some(i.point));
        table.rows.push(vec![point.clone(), point, Cell::Empty, Cell::from(w.point.as_str())]);
    }
    table
}
