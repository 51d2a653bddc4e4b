//! What every chart has: title and subtitle above, notes below, axes, a legend.

use serde::Deserialize;

use crate::Look;
use crate::scale::{DayTick, Scale};
use crate::svg::{Anchor, Face, Paint, Svg};
use crate::text::{measure, wrap};

/// The words around a chart, in the reader's language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Head {
    /// What is shown, of whom, where, when.
    pub title: String,
    /// Rule and position, or what else a reader must know first.
    pub subtitle: String,
    /// How it was made and what it leaves out, a sentence each.
    pub notes: Vec<String>,
}

/// Space around everything.
pub(crate) const PAD: f64 = 16.0;

/// Writes title and subtitle; gives where the rest may begin.
pub(crate) fn head(svg: &mut Svg, head: &Head) -> f64 {
    let room = svg.width - 2.0 * PAD;
    let mut y = PAD;
    for line in wrap(&crate::text::clean(&head.title), Face::Title.size() * 1.04, room) {
        y += 18.0;
        svg.text((PAD, y - 3.0), Anchor::Start, Face::Title, Paint::Ink, &line);
    }
    for line in wrap(&crate::text::clean(&head.subtitle), Face::Small.size(), room) {
        y += 16.0;
        svg.text((PAD, y - 2.0), Anchor::Start, Face::Small, Paint::Muted, &line);
    }
    y + 8.0
}

/// Writes the notes from `y` on; gives the height of the drawing.
pub(crate) fn foot(svg: &mut Svg, notes: &[String], y: f64) -> f64 {
    let room = svg.width - 2.0 * PAD;
    let mut y = y + 4.0;
    for note in notes {
        for line in wrap(&crate::text::clean(note), Face::Small.size(), room) {
            y += 16.0;
            svg.text((PAD, y), Anchor::Start, Face::Small, Paint::Muted, &line);
        }
    }
    y + PAD
}

/// One entry of a legend.
pub(crate) struct Key<'a> {
    pub(crate) words: &'a str,
    pub(crate) swatch: Swatch,
}

/// The sample beside its words.
#[derive(Clone, Copy)]
pub(crate) enum Swatch {
    Line(usize),
    Hollow,
    Band,
    Flag,
    Solid(f64),
    Hatched(crate::svg::Pattern),
    Blank,
    /// A class of a map: strength of the fill, pattern over it.
    Class(f64, Option<crate::svg::Pattern>),
}

/// Writes a legend in as many lines as it takes; gives where the rest may begin.
pub(crate) fn legend(svg: &mut Svg, keys: &[Key<'_>], y: f64) -> f64 {
    if keys.is_empty() {
        return y;
    }
    let (most, mut x, mut y) = (svg.width - PAD, PAD, y + 12.0);
    for key in keys {
        let sample = 26.0;
        let room = (most - PAD - sample - 8.0).min(300.0);
        let words = crate::text::clean(key.words);
        let wide = measure(&words, Face::Small.size()).min(room);
        if x > PAD && x + sample + wide > most {
            x = PAD;
            y += 19.0;
        }
        let middle = y - 4.0;
        match key.swatch {
            Swatch::Line(i) => {
                svg.line((x, middle), (x + 20.0, middle), Paint::Series(i), 1.8, crate::svg::dash(i));
                svg.marker((x + 10.0, middle), i, Paint::Series(i), false, "");
            }
            Swatch::Hollow => svg.marker((x + 10.0, middle), 0, Paint::Muted, true, ""),
            Swatch::Band => svg.rect((x, middle - 5.0), (20.0, 10.0), Paint::Accent, 0.13),
            Swatch::Flag => svg.flag((x + 10.0, middle + 8.0), ""),
            Swatch::Solid(opacity) => svg.rect((x, middle - 5.0), (20.0, 10.0), Paint::Accent, opacity),
            Swatch::Hatched(pattern) => {
                svg.hatched((x, middle - 5.0), (20.0, 10.0), pattern, Paint::Accent);
                svg.outline((x, middle - 5.0), (20.0, 10.0), Paint::Accent);
            }
            Swatch::Blank => svg.outline((x, middle - 5.0), (20.0, 10.0), Paint::Muted),
            Swatch::Class(opacity, pattern) => {
                svg.rect((x, middle - 6.0), (20.0, 12.0), Paint::Accent, opacity);
                if let Some(pattern) = pattern {
                    svg.hatched((x, middle - 6.0), (20.0, 12.0), pattern, Paint::Accent);
                }
                svg.outline((x, middle - 6.0), (20.0, 12.0), Paint::Muted);
            }
        }
        svg.fitted((x + sample, y), Anchor::Start, Face::Small, Paint::Ink, &words, room + 1.0);
        x += sample + wide + 18.0;
    }
    y + 10.0
}

/// The part of a drawing that holds the marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// Axis of values upwards, with rules across; gives the width that its labels take.
pub(crate) fn label_width(scale: &Scale, most: usize, look: &Look) -> f64 {
    let (ticks, decimals) = scale.ticks(most);
    let wide = |t: &f64| measure(&look.number(*t, decimals), Face::Small.size());
    ticks.iter().map(wide).fold(0.0, f64::max) + 8.0
}

/// Draws the rules and numbers of a vertical axis.
pub(crate) fn axis_up(svg: &mut Svg, plot: Plot, scale: &Scale, most: usize, look: &Look) {
    let (ticks, decimals) = scale.ticks(most);
    for tick in ticks {
        let y = scale.at(tick);
        svg.line((plot.left, y), (plot.right, y), Paint::Rule, 1.0, "");
        let at = (plot.left - 6.0, y + 4.0);
        svg.text(at, Anchor::End, Face::Small, Paint::Muted, &look.number(tick, decimals));
    }
}

/// Draws the rules (from top to bottom of each lane) and numbers of a horizontal axis of values.
pub(crate) fn axis_along(
    svg: &mut Svg,
    plot: Plot,
    lanes: &[(f64, f64)],
    scale: &Scale,
    most: usize,
    look: &Look,
) {
    let (ticks, decimals) = scale.ticks(most);
    for tick in ticks {
        let x = scale.at(tick);
        for (top, bottom) in lanes {
            svg.line((x, *top), (x, *bottom), Paint::Rule, 1.0, "");
        }
        let words = look.number(tick, decimals);
        // A number at the edge stays within the drawing.
        let half = measure(&words, Face::Small.size()) / 2.0 + 2.0;
        let x = x.clamp(half, svg.width - half);
        svg.text((x, plot.bottom + 16.0), Anchor::Middle, Face::Small, Paint::Muted, &words);
    }
}

/// Draws the days below.
pub(crate) fn axis_days(svg: &mut Svg, plot: Plot, ticks: &[DayTick], at: impl Fn(&DayTick) -> f64) {
    svg.line((plot.left, plot.bottom), (plot.right, plot.bottom), Paint::Muted, 1.0, "");
    for tick in ticks {
        let x = at(tick);
        svg.line((x, plot.bottom), (x, plot.bottom + 4.0), Paint::Muted, 1.0, "");
        let half = measure(&tick.words, Face::Small.size()) / 2.0 + 2.0;
        let x = x.clamp(half, svg.width - half);
        svg.text((x, plot.bottom + 17.0), Anchor::Middle, Face::Small, Paint::Muted, &tick.words);
        if let Some(year) = &tick.year {
            svg.text((x, plot.bottom + 32.0), Anchor::Middle, Face::Small, Paint::Muted, year);
        }
    }
}
