//! Figures to SVG.
//!
//! Values in, text out: no input or output, no clock, no font. The same values give the same bytes on every machine.
//! Every chart has a title, a description and a table; patterns, markers and dashes say what colour says; time runs
//! from right to left where reading does; every foreign word is escaped and isolated. Ranges are drawn as ranges:
//! nothing is averaged, an open end is an arrow, and a day on which nobody spoke is a gap.

mod bars;
mod density;
mod frame;
mod geojson;
mod look;
mod map;
mod overlap;
mod scale;
mod series;
mod svg;
mod table;
mod text;
mod traces;
mod waterfall;
mod whiskers;

pub use bars::{Bar, Bars};
pub use density::{Density, Interval};
pub use frame::Head;
pub use geojson::{Area, GeoError, Ring, areas};
pub use look::{Digits, Look, Theme, UnknownLanguage, on_record, rule_name};
pub use map::{AreaFigure, Boundaries, Map};
pub use overlap::{Combination, List, Overlap};
pub use series::{Point, Series, Speaker};
pub use table::{Cell, Table};
pub use traces::{Chain, Traces};
pub use waterfall::{Waterfall, WaterfallStep};
pub use whiskers::{Mark, Row, Whiskers};

use serde::Deserialize;

/// What is drawn, as data: charts are specified in JSON by `{"kind": …}`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Chart {
    /// Steps over time.
    Series(Series),
    /// Ranges side by side.
    Whiskers(Whiskers),
    /// A bar per cell.
    Bars(Bars),
    /// Areas.
    Map(Map),
    /// How lists overlap.
    Overlap(Overlap),
    /// How likely each number is.
    Density(Density),
    /// The draws of chains.
    Traces(Traces),
    /// How evidence adds up.
    Waterfall(Waterfall),
}

/// A chart as SVG, and the table beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// A whole SVG document, which also stands inline in a page.
    pub svg: String,
    /// The same content in rows.
    pub table: Table,
}

/// Draws a chart.
///
/// # Errors
/// When the boundaries of a map cannot be read; nothing else fails.
pub fn draw(chart: &Chart, look: &Look) -> Result<Drawing, GeoError> {
    let mut drawing = match chart {
        Chart::Series(c) => series::draw(c, look),
        Chart::Whiskers(c) => whiskers::draw(c, look),
        Chart::Bars(c) => bars::draw(c, look),
        Chart::Map(c) => map::draw(c, look)?,
        Chart::Overlap(c) => overlap::draw(c, look),
        Chart::Density(c) => density::draw(c, look),
        Chart::Traces(c) => traces::draw(c, look),
        Chart::Waterfall(c) => waterfall::draw(c, look),
    };
    drawing.svg = svg::themed(drawing.svg, look.theme);
    Ok(drawing)
}
