//! The table beside a chart: the same content for those who do not see it, and for those who reckon with it.

use jiff::civil::Date;

use crate::Look;
use crate::svg::escape;

/// One cell, raw: printed as data in CSV, in the reader's words on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Says nothing.
    Empty,
    /// Words as a source or the caller gives them.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<Option<f64>> for Cell {
    fn from(value: Option<f64>) -> Self {
        value.filter(|v| v.is_finite()).map_or(Self::Empty, Self::Number)
    }
}

impl From<Option<Date>> for Cell {
    fn from(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }
}

/// Rows under a header.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Names of the columns, in the reader's language.
    pub header: Vec<String>,
    /// One cell per column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(crate) fn new(header: &[&str]) -> Self {
        Self { header: header.iter().map(|h| (*h).to_owned()).collect(), rows: Vec::new() }
    }

    /// RFC 4180 with line feeds: numbers plain, days ISO, so that any program reads it.
    #[must_use]
    pub fn csv(&self) -> String {
        let line = |cells: Vec<String>| format!("{}\n", cells.join(","));
        let quoted = |text: &str| {
            if text.contains([',', '"', '\n', '\r']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text.to_owned()
            }
        };
        let cell = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => quoted(text),
            Cell::Number(n) => plain(*n),
            Cell::Date(date) => date.to_string(),
        };
        let header = line(self.header.iter().map(|h| quoted(h)).collect());
        self.rows.iter().fold(header, |out, row| out + &line(row.iter().map(cell).collect()))
    }

    /// An HTML table in the reader's digits, every foreign word isolated.
    #[must_use]
    pub fn html(&self, look: &Look) -> String {
        let mut out = String::from("<table class=\"chart-table\">\n<thead><tr>");
        for name in &self.header {
            out.push_str(&format!("<th scope=\"col\">{}</th>", escape(name)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for row in &self.rows {
            out.push_str("<tr>");
            for cell in row {
                out.push_str(&match cell {
                    Cell::Empty => "<td></td>".to_owned(),
                    Cell::Text(text) => format!("<td><bdi>{}</bdi></td>", escape(&crate::text::clean(text))),
                    Cell::Number(n) => {
                        let decimals = if libm::fabs(*n - libm::round(*n)) < 1e-9 { 0 } else { 2 };
                        format!("<td class=\"number\">{}</td>", escape(&look.number(*n, decimals)))
                    }
                    Cell::Date(date) => {
                        format!("<td><time datetime=\"{date}\">{}</time></td>", escape(&look.date(*date)))
                    }
                });
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table>\n");
        out
    }
}

/// The shortest digits that read back as the same number.
fn plain(n: f64) -> String {
    if n == 0.0 { "0".to_owned() } else { format!("{n}") }
}
