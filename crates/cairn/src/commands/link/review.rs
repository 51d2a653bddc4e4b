//! The file that a person fills with judgements, and reading it back.

use std::path::Path;

use cairn_link::{Asked, Columns, RecordNames, RecordRef, Role, Table, Why};
use cairn_work::ReviewPair;

use crate::failure::{Failure, Result};
use crate::{files, output};

/// The pairs as CSV: names, probability, why it is asked, two empty cells to fill, and every used column of both sides.
pub fn to_csv(asked: &[Asked], tables: &[Table], roles: &[Columns], names: &RecordNames<'_>) -> String {
    let mut headers: Vec<&str> = Vec::new();
    for (table, roles) in tables.iter().zip(roles) {
        for (column, role) in table.columns.iter().zip(&roles.roles) {
            if !matches!(role, Role::Id | Role::Ignore) && !headers.contains(&column.name.as_str()) {
                headers.push(&column.name);
            }
        }
    }
    let mut out = String::from("left,right,judgement,note,probability,asked_because");
    for h in &headers {
        out.push_str(&format!(
            ",{},{}",
            output::cell(&format!("{h} (left)")),
            output::cell(&format!("{h} (right)"))
        ));
    }
    out.push('\n');
    for a in asked {
        let because = because(a.why);
        out.push_str(&format!(
            "{},{},,,{:.6},{because}",
            output::cell(&names.name(a.link.left)),
            output::cell(&names.name(a.link.right)),
            a.link.probability,
        ));
        for h in &headers {
            let of = |r: RecordRef| {
                let table = tables.get(usize::from(r.table))?;
                let column = table.columns.iter().position(|c| c.name == *h)?;
                Some(table.cell(column, r.row as usize).to_owned())
            };
            for side in [a.link.left, a.link.right] {
                out.push(',');
                out.push_str(&output::cell(&harmless(&of(side).unwrap_or_default())));
            }
        }
        out.push('\n');
    }
    out
}

fn because(why: Why) -> &'static str {
    match why {
        Why::Unsure => "unsure",
        Why::Suppressed => "suppressed",
        Why::Sample => "sample",
    }
}

/// The pairs of a register as CSV, of the same shape; records are accounts.
pub fn pairs_to_csv(pairs: &[ReviewPair]) -> String {
    let mut headers: Vec<&str> = Vec::new();
    for field in pairs.iter().flat_map(|p| &p.fields) {
        if !headers.contains(&field.field.as_str()) {
            headers.push(&field.field);
        }
    }
    let mut out = String::from("left,right,judgement,note,probability,asked_because");
    for h in &headers {
        for side in ["left", "right"] {
            out.push(',');
            out.push_str(&output::cell(&format!("{h} ({side})")));
        }
    }
    out.push('\n');
    for p in pairs {
        out.push_str(&format!("{},{},,,{:.6},{}", p.a, p.b, p.probability, because(p.because)));
        for h in &headers {
            let field = p.fields.iter().find(|f| f.field == *h);
            for cell in [field.map(|f| f.a.as_str()), field.map(|f| f.b.as_str())] {
                out.push(',');
                out.push_str(&output::cell(&harmless(cell.unwrap_or_default())));
            }
        }
        out.push('\n');
    }
    out
}

/// A spreadsheet runs a cell that begins so as a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

/// A judged pair, by the names of its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// One record.
    pub left: String,
    /// The other.
    pub right: String,
    /// What the person said.
    pub said: Said,
}

/// What a person can say of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// One person.
    Same,
    /// Two people.
    Different,
    /// It cannot be told.
    Unsure,
}

/// Reads a filled review file: columns `left`, `right`, `judgement`, in any order; empty judgements are skipped.
pub fn read(path: &Path) -> Result<Vec<Judged>> {
    files::table(path, "a review file", |source| {
        let name = source.file();
        let at = |wanted: &str| {
            source.header().iter().position(|h| h.trim().eq_ignore_ascii_case(wanted)).ok_or_else(|| {
                Failure::new(format_args!(
                    "{name}: there is no column '{wanted}': a review file has left, right and judgement"
                ))
            })
        };
        let (left, right, judgement) = (at("left")?, at("right")?, at("judgement")?);
        let mut out = Vec::new();
        files::rows(source, |row, cells| {
            let cell = |k: usize| cells.get(k).map_or("", |c| c.trim());
            let said = match cell(judgement).to_lowercase().as_str() {
                "" => return Ok(()),
                "same" | "s" | "y" | "yes" => Said::Same,
                "different" | "d" | "n" | "no" => Said::Different,
                "unsure" | "u" | "?" => Said::Unsure,
                other => {
                    return Err(Failure::new(format_args!(
                        "{name}: row {row}: judgement '{other}': write same, different or unsure"
                    )));
                }
            };
            out.push(Judged { left: cell(left).to_owned(), right: cell(right).to_owned(), said });
            Ok(())
        })?;
        Ok(out)
    })
}
