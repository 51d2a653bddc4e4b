use std::path::PathBuf;

use cairn_extract::check::{Finding, Passage, Reading, Verdict};
use cairn_extract::{Layout, Request, Slot};
use cairn_import::parse::{Order, missing, parse_date, parse_quantity};
use cairn_read::{Content, TableSource};
use cairn_work::Progress;
use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

use super::extract::date;
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::progress::Line;
use crate::text::{entry, foreign, number, range};
use crate::{files, output};

/// Compare typed figures with the text that they were typed from
///
/// Says of each typed number whether it stands in the text, stands differently, or is absent, with the words. Figures
/// are a CSV, JSON or workbook: a column a metric (killed, injured_cum, displaced_households, …) and a row a report, or
/// a row a figure (metric, value or low and high, place, group). Exit code 1 when one does not stand.
#[derive(Debug, Args)]
pub struct Check {
    /// The text, then the figures; with --text the figures alone
    #[arg(required = true, num_args = 1..=2, value_names = ["DOCUMENT", "FIGURES"])]
    files: Vec<PathBuf>,
    /// The column that holds the text of each row
    #[arg(long, value_name = "COLUMN")]
    text: Option<String>,
    /// The day the text bears; where rows have dates, only those of that day are checked
    #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "text")]
    published: Option<String>,
    /// Language code, such as ar; detected when absent
    #[arg(long, value_name = "xx")]
    lang: Option<String>,
    /// In a table, show also the figures that stand
    #[arg(long)]
    all: bool,
}

/// The answer, version 1.
#[derive(Serialize)]
struct Answer {
    version: u32,
    /// The text; `null` when each row has its own.
    document: Option<String>,
    figures: String,
    stands: u64,
    differs: u64,
    ambiguous: u64,
    absent: u64,
    items: Vec<Item>,
    /// Cells that hold no number, and rows that cannot be read.
    unread: Vec<Unread>,
    /// Columns that play no part.
    ignored: Vec<String>,
}

/// One typed figure.
#[derive(Serialize)]
struct Item {
    row: u64,
    column: String,
    date: Option<String>,
    metric: &'static str,
    cumulative: Option<bool>,
    people: Option<String>,
    unit: Option<String>,
    place: Option<String>,
    typed: String,
    low: Option<i64>,
    high: Option<i64>,
    verdict: Verdict,
    note: Option<&'static str>,
    passages: Vec<Passage>,
}

#[derive(Serialize)]
struct Unread {
    row: u64,
    column: Option<String>,
    raw: String,
    why: String,
}

impl Check {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let (document, figures) = match (&self.text, &self.files[..]) {
            (None, [document, figures]) => (Some(document), figures),
            (Some(_), [figures]) => (None, figures),
            (Some(_), _) => {
                return Err(Failure::new(
                    "with --text every row is its own document: name the figures alone",
                ));
            }
            (None, _) => {
                return Err(Failure::new(
                    "name the text and then the figures, or the figures with --text COLUMN when the table holds the text",
                ));
            }
        };
        let name = figures.display().to_string();
        let bytes = files::read(figures)?;
        let Content::Table(table) = cairn_read::read(&bytes, &name).map_err(Failure::new)? else {
            return Err(Failure::new(format_args!("{name}: this is a text, not a table of figures")));
        };
        let published = self.published.as_deref().map(date).transpose()?;
        let mut answer = Answer {
            version: 1,
            document: document.map(|d| d.display().to_string()),
            figures: name,
            stands: 0,
            differs: 0,
            ambiguous: 0,
            absent: 0,
            items: Vec::new(),
            unread: Vec::new(),
            ignored: Vec::new(),
        };
        let text = match document {
            Some(path) => Some(whole_text(path)?),
            None => None,
        };
        self.rows(&table, text.as_deref(), published, &mut answer, &mut Line::new(global.quiet))?;
        output::print(global.format(), &answer, Some("items"), |a| self.words(a))?;
        let found = answer.differs + answer.ambiguous + answer.absent > 0;
        Ok(if found { Outcome::Findings } else { Outcome::Done })
    }

    fn rows(
        &self,
        table: &TableSource<'_>,
        document: Option<&str>,
        published: Option<Date>,
        answer: &mut Answer,
        line: &mut Line,
    ) -> Result<()> {
        let header = table.header();
        let column = |name: &String| {
            header.iter().position(|h| h == name).ok_or_else(|| {
                Failure::new(format_args!(
                    "{}: there is no column '{name}' for --text; there are {}",
                    table.file(),
                    header.join(", ")
                ))
            })
        };
        let text = self.text.as_ref().map(column).transpose()?;
        let layout = Layout::infer(header);
        if layout.is_empty() {
            return Err(Failure::new(format_args!(
                "{}: no column says what its figures count: name columns such as killed, injured_cum, homes_destroyed, \
                 or give the columns metric and value",
                table.file()
            )));
        }
        answer.ignored =
            layout.ignored().into_iter().filter(|i| Some(*i) != text).map(|i| header[i].clone()).collect();
        let read =
            |text: &str, published| Reading::of(&Request { text, published, lang: self.lang.as_deref() });
        let whole = document.map(|text| read(text, published));
        let mut rows = table.rows();
        while let Some(row) = rows.next() {
            let row = match row {
                Ok(row) => row,
                Err(bad) => {
                    let why = bad.to_string();
                    answer.unread.push(Unread { row: bad.row, column: None, raw: String::new(), why });
                    continue;
                }
            };
            if row.is_blank() {
                continue;
            }
            line.at("checking rows", row.row(), None);
            crate::reading::stopped(row.row())?;
            let day = layout.date().map(|i| row.cell(i).trim()).filter(|d| !d.is_empty());
            let day = day.map(|d| parse_date(d, Order::Dmy));
            let day = day.as_ref().and_then(cairn_import::parse::DateRead::interval);
            if let (Some(published), Some((from, to))) = (published, day)
                && !(from..=to).contains(&published)
            {
                continue;
            }
            let own = text.map(|i| read(row.cell(i), day.map(|d| d.1)));
            let Some(reading) = own.as_ref().or(whole.as_ref()) else { continue };
            let slots = match layout.slots(|i| row.cell(i)) {
                Ok(slots) => slots,
                Err(raw) => {
                    let why = "this names no metric that is known".to_owned();
                    answer.unread.push(Unread { row: row.row(), column: None, raw, why });
                    continue;
                }
            };
            for slot in slots {
                let date =
                    day.map(|(from, to)| if from == to { from.to_string() } else { format!("{from}/{to}") });
                item(reading, &slot, &|i| row.cell(i), (row.row(), header), date, answer);
            }
        }
        Ok(())
    }

    fn words(&self, a: &Answer) -> String {
        let mut out = String::new();
        for item in a.items.iter().filter(|i| self.all || i.verdict != Verdict::Stands) {
            let date = item.date.as_ref().map(|d| format!(", {d}")).unwrap_or_default();
            let head =
                format!("row {}{date}: {} {}", item.row, foreign(&item.column), foreign(item.typed.trim()));
            let note = item.note.map(|n| format!(" ({n})")).unwrap_or_default();
            let said = match (item.verdict, &item.passages[..]) {
                (Verdict::Differs, [first, ..]) if item.note.is_none() => {
                    format!("; the text says {}", range(first.low, first.high))
                }
                _ => String::new(),
            };
            out.push_str(&entry(item.verdict.code(), &format!("{head}{said}{note}"), 11));
            for p in item.passages.iter().take(4) {
                let at = format!("“{}” {}-{}", foreign(&p.quote), p.start, p.end);
                out.push_str(&entry("", &at, 13));
            }
            if item.passages.len() > 4 {
                out.push_str(&entry("", &format!("and {} more", item.passages.len() - 4), 13));
            }
        }
        for u in &a.unread {
            let column = u.column.as_ref().map(|c| format!("{} ", foreign(c))).unwrap_or_default();
            let words = format!("row {}: {column}'{}': {}", u.row, foreign(&u.raw), u.why);
            out.push_str(&entry("not read", &words, 11));
        }
        let checked = a.items.len() as i64;
        let counts = format!(
            "{} figures: {} stand, {} differ, {} ambiguous, {} absent.",
            number(checked),
            number(a.stands),
            number(a.differs),
            number(a.ambiguous),
            number(a.absent)
        );
        out.push_str(&entry("", &counts, 0));
        if !a.ignored.is_empty() {
            let columns: Vec<String> = a.ignored.iter().map(|c| foreign(c)).collect();
            out.push_str(&entry("", &format!("Columns left out: {}.", columns.join(", ")), 0));
        }
        out
    }
}

fn item<'c>(
    reading: &Reading,
    slot: &Slot,
    cell: &dyn Fn(usize) -> &'c str,
    (row, header): (u64, &[String]),
    date: Option<String>,
    answer: &mut Answer,
) {
    let raw = cell(slot.column).trim();
    let top = slot.high.filter(|i| *i != slot.column).map(|i| cell(i).trim());
    if missing(raw).is_some() && top.is_none_or(|t| missing(t).is_some()) {
        return;
    }
    let column = header[slot.column].clone();
    let signed = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
    let first = parse_quantity(raw);
    let (mut low, mut high) = (signed(first.low), signed(first.high));
    if let Some(top) = top {
        high = signed(parse_quantity(top).high);
    } else if slot.high == Some(slot.column) {
        low = None;
    }
    if low.is_none() && high.is_none() || raw.starts_with(['-', '−']) {
        let why = "this is no number of people or things".to_owned();
        answer.unread.push(Unread { row, column: Some(column), raw: raw.to_owned(), why });
        return;
    }
    let typed = cairn_extract::check::Typed { low, high, ..slot.typed.clone() };
    let Finding { verdict, note, passages } = reading.check(&typed);
    match verdict {
        Verdict::Stands => answer.stands += 1,
        Verdict::Differs => answer.differs += 1,
        Verdict::Ambiguous => answer.ambiguous += 1,
        Verdict::Absent => answer.absent += 1,
    }
    answer.items.push(Item {
        row,
        column,
        date,
        metric: typed.metric.code(),
        cumulative: typed.cumulative,
        people: typed.people,
        unit: typed.unit,
        place: typed.place,
        typed: raw.to_owned(),
        low,
        high,
        verdict,
        note: note.map(cairn_extract::check::Note::words),
        passages,
    });
}

fn whole_text(path: &std::path::Path) -> Result<String> {
    let name = path.display().to_string();
    let bytes = files::read(path)?;
    match cairn_read::read(&bytes, &name).map_err(Failure::new)? {
        Content::Text(text) => Ok(text.text),
        Content::Table(_) => Err(Failure::new(format_args!(
            "{name}: this is a table, not a text: when it holds the text in a column, name that with --text"
        ))),
    }
}
