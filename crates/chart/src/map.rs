//! A map of areas: classes by tint and pattern, each area's range in words, and whose boundaries they are.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::frame::{Head, Key, PAD, Swatch, foot, head, legend};
use crate::geojson::Area;
use crate::look::fill;
use crate::svg::{Anchor, Face, Paint, Pattern, Svg};
use crate::table::{Cell, Table};
use crate::text::measure;
use crate::{Drawing, GeoError, Look, areas};

/// Figures on a map of areas.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// The words around it.
    pub head: Head,
    /// Where the boundaries are from. They are somebody's claim.
    pub boundaries: Boundaries,
    /// A figure per area code.
    pub figures: Vec<AreaFigure>,
    /// What no source places in any of the areas.
    #[serde(default)]
    pub unplaced: Option<(Option<f64>, Option<f64>)>,
}

/// Boundaries and whose they are.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Boundaries {
    /// A GeoJSON feature collection.
    pub geojson: String,
    /// The property that holds the code.
    #[serde(default = "pcode")]
    pub code: String,
    /// The property that holds the name.
    #[serde(default = "name")]
    pub name: String,
    /// Who made them.
    pub source: String,
    /// As of when, in words.
    pub date: String,
}

fn pcode() -> String {
    "pcode".to_owned()
}

fn name() -> String {
    "name".to_owned()
}

/// The figure of one area.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaFigure {
    /// The area's code.
    pub code: String,
    /// Lowest; none is open.
    pub low: Option<f64>,
    /// Highest; none is open.
    pub high: Option<f64>,
}

/// Tint and pattern of each class, light to dense: either tells them apart.
const CLASSES: [(f64, Option<Pattern>); 5] = [
    (0.05, None),
    (0.14, Some(Pattern::Dots)),
    (0.26, Some(Pattern::Wide)),
    (0.42, Some(Pattern::Dense)),
    (0.62, Some(Pattern::Cross)),
];

/// # Errors
/// When the boundaries cannot be read.
pub(crate) fn draw(map: &Map, look: &Look) -> Result<Drawing, GeoError> {
    let areas = areas(&map.boundaries.geojson, &map.boundaries.code, &map.boundaries.name)?;
    let figures: BTreeMap<&str, &AreaFigure> = map.figures.iter().map(|f| (f.code.as_str(), f)).collect();
    let breaks = breaks(&map.figures);
    let words = &look.words;
    let mut svg = Svg::new(look.px(), look.rtl, &map.head.title);
    let y = head(&mut svg, &map.head);

    let class_words = class_words(&breaks, look);
    let mut keys: Vec<Key<'_>> = class_words
        .iter()
        .zip(CLASSES)
        .map(|(w, (tint, pattern))| Key { words: w, swatch: Swatch::Class(tint, pattern) })
        .collect();
    let missing = areas.iter().any(|a| !figures.contains_key(a.code.as_str()));
    if missing {
        keys.push(Key { words: &words.no_figure, swatch: Swatch::Blank });
    }
    let y = legend(&mut svg, &keys, y) + 8.0;

    let (paths, height) = project(&areas, look.px() - 2.0 * PAD, y, look.rtl, svg.width);
    for (area, rings) in areas.iter().zip(&paths) {
        match figures.get(area.code.as_str()).and_then(|f| f.low.or(f.high)) {
            Some(value) => {
                let (tint, pattern) = CLASSES[class(value, &breaks)];
                svg.polygon(rings, Paint::Accent, tint);
                if let Some(pattern) = pattern {
                    svg.hatched_polygon(rings, pattern, Paint::Accent);
                }
            }
            None => svg.polygon(rings, Paint::Paper, 1.0),
        }
    }
    for rings in &paths {
        svg.outline_polygon(rings, Paint::Muted, 1.0);
    }
    for (area, rings) in areas.iter().zip(&paths) {
        let value = figures.get(area.code.as_str()).map(|f| look.range(f.low, f.high));
        label(&mut svg, area, rings, value.as_deref());
    }

    let mut notes = Vec::new();
    if let Some((low, high)) = map.unplaced {
        notes.push(fill(&words.unplaced, &[("range", &look.range(low, high))]));
    }
    let date = look.written(&map.boundaries.date);
    let boundaries = [("source", map.boundaries.source.as_str()), ("date", date.as_str())];
    notes.push(fill(&words.boundaries, &boundaries));
    notes.extend(map.head.notes.iter().cloned());
    let end = foot(&mut svg, &notes, y + height + 6.0);
    let table = table(map, &areas, look);
    let mut desc = Vec::new();
    for area in &areas {
        let figure = figures.get(area.code.as_str()).map(|f| look.range(f.low, f.high));
        let figure = figure.as_deref().unwrap_or(&words.no_figure);
        desc.push(format!("{}: {figure}.", crate::text::isolate(&area.name)));
    }
    Ok(Drawing { svg: svg.finish(end, &map.head.title, &desc.join(" ")), table })
}

/// Up to four limits between classes, round numbers that part the figures evenly.
fn breaks(figures: &[AreaFigure]) -> Vec<f64> {
    let mut values: Vec<f64> =
        figures.iter().filter_map(|f| f.low.or(f.high)).filter(|v| v.is_finite()).collect();
    values.sort_by(f64::total_cmp);
    let (Some(least), Some(most)) = (values.first(), values.last()) else { return Vec::new() };
    // Limits are as round as the spread of the figures lets them be.
    let unit = libm::fmax(1.0, crate::scale::step(most - least, 2 * CLASSES.len()));
    let mut out: Vec<f64> = Vec::new();
    for i in 1..CLASSES.len() {
        let Some(value) = values.get(i * values.len() / CLASSES.len()) else { break };
        let limit = libm::ceil(value / unit - 1e-9) * unit;
        let rises = out.last().is_none_or(|last| limit > *last);
        if limit.is_finite() && limit >= 1.0 && rises && least < &limit && &limit <= most {
            out.push(limit);
        }
    }
    out
}

fn class(value: f64, breaks: &[f64]) -> usize {
    breaks.iter().filter(|b| value >= **b).count()
}

fn class_words(breaks: &[f64], look: &Look) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0.0;
    for limit in breaks {
        out.push(look.range(Some(from), Some(limit - 1.0)));
        from = *limit;
    }
    out.push(look.range(Some(from), None));
    out
}

type Rings = Vec<Vec<(f64, f64)>>;

/// Plate carrée at the middle latitude, fitted to the width; the earth is not mirrored for right-to-left.
fn project(areas: &[Area], width: f64, top: f64, rtl: bool, page: f64) -> (Vec<Rings>, f64) {
    let points = || areas.iter().flat_map(|a| &a.rings).flatten();
    let (mut west, mut east, mut south, mut north) = (180.0_f64, -180.0_f64, 90.0_f64, -90.0_f64);
    for (x, y) in points() {
        (west, east) = (west.min(*x), east.max(*x));
        (south, north) = (south.min(*y), north.max(*y));
    }
    let squeeze = libm::fmax(0.05, libm::cos((south + north) / 2.0 * std::f64::consts::PI / 180.0));
    let (wide, tall) = ((east - west).max(1e-9) * squeeze, (north - south).max(1e-9));
    let most_tall = if width < 500.0 { width * 1.2 } else { 560.0 };
    let scale = (width / wide).min(most_tall / tall);
    let left = PAD + (width - wide * scale) / 2.0;
    let place = |(x, y): &(f64, f64)| {
        let x = left + (x - west) * squeeze * scale;
        // The writer mirrors; mirrored here once more, the map stands as it lies.
        (if rtl { page - x } else { x }, top + (north - y) * scale)
    };
    let paths =
        areas.iter().map(|a| a.rings.iter().map(|r| r.iter().map(place).collect()).collect()).collect();
    (paths, if points().next().is_some() { tall * scale } else { 0.0 })
}

/// Name and range where the area is widest.
fn label(svg: &mut Svg, area: &Area, rings: &Rings, value: Option<&str>) {
    let Some((x, y, room)) = widest(rings) else { return };
    if room < 24.0 {
        return;
    }
    let value_width = value.map_or(0.0, |v| measure(v, Face::Value.size()));
    let width =
        measure(&area.name, Face::Small.size()).min(room - 6.0).max(value_width).min(svg.width - 12.0);
    // Words of a small area at the edge stay within the drawing.
    let x = x.clamp(width / 2.0 + 5.0, svg.width - width / 2.0 - 5.0);
    let lines = if value.is_some() { 2.0 } else { 1.0 };
    // A plain ground, so that patterns do not run through the words.
    svg.rect((x - width / 2.0 - 3.0, y - 8.0 * lines), (width + 6.0, 15.0 * lines + 1.0), Paint::Paper, 0.86);
    let at = |line: f64| (x, y + 4.0 + line);
    svg.fitted(
        at(if value.is_some() { -7.0 } else { 0.0 }),
        Anchor::Middle,
        Face::Small,
        Paint::Ink,
        &area.name,
        room - 4.0,
    );
    if let Some(value) = value {
        svg.fitted(at(8.0), Anchor::Middle, Face::Value, Paint::Ink, value, svg.width - 12.0);
    }
}

/// The middle of the widest stretch inside the rings, on one of several levels, and its width.
fn widest(rings: &Rings) -> Option<(f64, f64, f64)> {
    let ys = || rings.iter().flatten().map(|p| p.1);
    let (top, bottom) = (ys().fold(f64::INFINITY, f64::min), ys().fold(f64::NEG_INFINITY, f64::max));
    let mut best: Option<(f64, f64, f64, f64)> = None;
    for level in 1..12 {
        let y = top + (bottom - top) * f64::from(level) / 12.0;
        let mut crossings: Vec<f64> = Vec::new();
        for ring in rings {
            for (i, a) in ring.iter().enumerate() {
                let b = ring[(i + 1) % ring.len()];
                if (a.1 <= y) != (b.1 <= y) {
                    crossings.push(a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0));
                }
            }
        }
        crossings.sort_by(f64::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let room = pair[1] - pair[0];
            // Rather in the middle of the area than at its edge.
            let merit = room * (1.0 - 0.6 * libm::fabs(f64::from(level) / 6.0 - 1.0));
            if best.is_none_or(|b| merit > b.3) {
                best = Some(((pair[0] + pair[1]) / 2.0, y, room, merit));
            }
        }
    }
    best.map(|(x, y, room, _)| (x, y, room))
}

fn table(map: &Map, areas: &[Area], look: &Look) -> Table {
    let w = &look.words;
    let mut table = Table::new(&[&w.code, &w.name, &w.low, &w.high]);
    let mut figures: BTreeMap<&str, &AreaFigure> = map.figures.iter().map(|f| (f.code.as_str(), f)).collect();
    for area in areas {
        let f = figures.remove(area.code.as_str());
        let (low, high) = (f.and_then(|f| f.low), f.and_then(|f| f.high));
        let (code, name) = (Cell::from(area.code.as_str()), Cell::from(area.name.as_str()));
        table.rows.push(vec![code, name, Cell::from(low), Cell::from(high)]);
    }
    // A code without an area is not lost.
    for (code, f) in figures {
        table.rows.push(vec![Cell::from(code), Cell::Empty, Cell::from(f.low), Cell::from(f.high)]);
    }
    if let Some((low, high)) = map.unplaced {
        table.rows.push(vec![
            Cell::Empty,
            Cell::from(w.not_stated.as_str()),
            Cell::from(low),
            Cell::from(high),
        ]);
    }
    table
}
