//! Charts into files: the picture, and the table beside it.

use std::fs;
use std::path::{Path, PathBuf};

use cairn_chart::{Chart, Theme};
use clap::{Args, ValueEnum};

use serde_json::json;

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::output;

/// Options of commands that draw.
#[derive(Debug, Clone, Args)]
pub struct Drawn {
    /// Draw the answer instead of printing it: SVG, with its table beside it as CSV
    #[arg(long, value_name = "FILE", help_heading = "Drawing")]
    pub svg: Option<PathBuf>,
    #[command(flatten)]
    pub shape: Shape,
}

/// How a drawing is made.
#[derive(Debug, Clone, Args)]
pub struct Shape {
    /// Language of the drawing: en, ar, he, uk, es
    #[arg(long, value_name = "LANG", default_value = "en", help_heading = "Drawing")]
    pub lang: String,
    /// Width of the drawing in pixels
    #[arg(long, value_name = "N", default_value_t = 1040, help_heading = "Drawing")]
    pub width: u32,
    /// Light, dark, or as the reader's system has it
    #[arg(long, value_enum, default_value_t = Shade::Auto, help_heading = "Drawing")]
    pub theme: Shade,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shade {
    /// As the reader's system has it
    Auto,
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

impl Drawn {
    /// Whether a drawing is asked for.
    pub fn wanted(&self) -> bool {
        self.svg.is_some()
    }
}

/// Writes the picture where it is wanted, and the table beside it.
pub fn write(chart: &Chart, drawn: &Drawn, global: &Global) -> Result {
    let Some(path) = &drawn.svg else { return Ok(Outcome::Done) };
    write_to(chart, &drawn.shape, path)?;
    let answer = json!({ "svg": path.display().to_string(), "table": path.with_extension("csv").display().to_string() });
    output::print(global.format(), &answer, None, |_| {
        let (svg, csv) = (path.display(), path.with_extension("csv"));
        format!("Drawn in {svg}, its table in {}.\n", csv.display())
    })?;
    Ok(Outcome::Done)
}

/// Writes a picture to `path`, and its table beside it with the extension `csv`.
pub fn write_to(chart: &Chart, shape: &Shape, path: &Path) -> Result<()> {
    let theme = match shape.theme {
        Shade::Auto => Theme::Auto,
        Shade::Light => Theme::Light,
        Shade::Dark => Theme::Dark,
    };
    let look = cairn_work::charts::look(&shape.lang, shape.width, theme)?;
    let drawing = cairn_work::charts::draw(chart, &look)?;
    for (path, text) in [(path.to_path_buf(), drawing.svg), (path.with_extension("csv"), drawing.table.csv())]
    {
        fs::write(&path, text).map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))?;
    }
    Ok(())
}
