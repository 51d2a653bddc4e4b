use std::collections::BTreeMap;
use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::{FiguresOptions, FiguresReport, ImportOptions, ImportReport, Incoming, Problem};
use clap::Args;

use super::search;
use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::progress::Line;
use crate::text::{entry, foreign, indented, number};
use crate::{files, open, output};

/// Problems of one kind that are printed; JSON has them all.
const SHOWN: usize = 3;

/// Import a list: every row becomes an account
///
/// Columns are inferred from the header and the cells, or read from --map; --dry-run prints the mapping to edit.
/// Rows that cannot be read are named and left out, and the command then exits with 1; with --strict one such row
/// stops the import. The same file with the same mapping again adds nothing. No cell is lost: what no column role
/// reads stays verbatim in the document.
#[derive(Debug, Args)]
pub struct Import {
    /// The register
    dir: PathBuf,
    /// The list: CSV or TSV, also gzipped; any encoding
    file: PathBuf,
    /// How to read the columns, in the format that --dry-run prints
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// The table holds figures, not persons: every filled cell under a head that says what is counted becomes an account
    #[arg(long, conflicts_with_all = ["series", "act", "strict"])]
    figures: bool,
    /// Of a table of figures: where, for rows that do not say
    #[arg(long, value_name = "PLACE", requires = "figures")]
    place: Option<String>,
    /// Of a table of figures: whom they cover, for columns that do not say: civilians, verified, flash, …
    #[arg(long, value_name = "SCOPE", requires = "figures")]
    scope: Option<String>,
    /// The list of which this file is a version: only the rows of its latest version count
    #[arg(long, value_name = "NAME")]
    series: Option<String>,
    /// The column that names a person across versions
    #[arg(long, value_name = "COLUMN", requires = "series")]
    key: Option<String>,
    /// Why it stands in the place of the version before: the source changed its word, or we mend our slip
    #[arg(long = "as", value_name = "WHY", value_parser = ["new-version", "our-correction"], requires = "series")]
    because: Option<String>,
    /// Name the rows that the new version changes
    #[arg(long, value_name = "WHICH", value_parser = ["added", "removed", "changed", "cannot_tell"], requires = "series")]
    show: Option<String>,
    /// Read and report, write nothing
    #[arg(long)]
    dry_run: bool,
    /// One bad row stops the import
    #[arg(long)]
    strict: bool,
    /// Leave the search index for later: 'cairn index' fills it
    #[arg(long)]
    no_index: bool,
    /// Who says what the rows say
    #[arg(long, value_name = "NAME")]
    said_by: Option<String>,
    /// What was done to the people of the list [default: killed, and the answer says that nobody stated it]
    #[arg(long, value_name = "METRIC")]
    act: Option<String>,
    /// The day the list bears
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<String>,
    /// The outlet
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
}

impl Import {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let incoming = Incoming {
            name: if self.file.as_os_str() == "-" { "list.csv".to_owned() } else { files::name(&self.file) },
            bytes: files::read(&self.file)?,
            published: self.published.clone(),
            publisher: self.publisher.clone(),
            ..Incoming::default()
        };
        let map = match &self.map {
            Some(path) => Some((path.display().to_string(), files::read_text(path)?)),
            None => None,
        };
        if self.figures {
            return self.figures(&incoming, map, global);
        }
        let options = ImportOptions {
            map,
            said_by: self.said_by.clone(),
            act: self.act.clone(),
            series: self.series.clone(),
            key: self.key.clone(),
            because: self.because.clone(),
            show: self.show.clone(),
            dry_run: self.dry_run,
            strict: self.strict,
        };
        let access = if self.dry_run { Access::Read } else { Access::Write };
        let mut session = open::session(&self.dir, global, access)?;
        let report = session.import(&incoming, &options, &mut Line::new(global.quiet))?;
        output::print(global.format(), &report, None, |r| self.words(r))?;
        if !self.dry_run && !self.no_index && report.batch.is_some() {
            search::fill(&mut session, &self.dir, global)?;
        }
        Ok(if report.errors.is_empty() { Outcome::Done } else { Outcome::Findings })
    }

    fn figures(&self, file: &Incoming, map: Option<(String, String)>, global: &Global) -> Result {
        let options = FiguresOptions {
            map,
            said_by: self.said_by.clone(),
            place: self.place.clone(),
            scope: self.scope.clone(),
            dry_run: self.dry_run,
        };
        let access = if self.dry_run { Access::Read } else { Access::Write };
        let mut session = open::session(&self.dir, global, access)?;
        let report = session.import_figures(file, &options, &mut Line::new(global.quiet))?;
        output::print(global.format(), &report, None, |r| self.figures_words(r))?;
        Ok(if report.errors.is_empty() { Outcome::Done } else { Outcome::Findings })
    }

    fn figures_words(&self, r: &FiguresReport) -> String {
        let (accounts, batch) =
            (number(r.accounts as i64), r.batch.map(|b| b.to_string()).unwrap_or_default());
        let mut out = if self.dry_run {
            format!("{accounts} figures read, nothing written. The mapping:\n\n{}\n", r.map)
        } else if r.accounts == 0 && r.unchanged > 0 {
            let before = number(r.unchanged as i64);
            let words = format!(
                "Nothing added: the same file was imported with the same mapping in batch {batch} ({before} accounts)."
            );
            indented(&words, 0)
        } else {
            format!("{accounts} figures imported in batch {batch}, position {}.\n", r.position)
        };
        for e in r.errors.iter().take(SHOWN) {
            out.push_str(&indented(&format!("row {}: {}", e.row, foreign(&e.message)), 2));
        }
        if r.errors.len() > SHOWN {
            out.push_str(&format!("  and {} more: --format json has them all\n", r.errors.len() - SHOWN));
        }
        out
    }

    fn words(&self, r: &ImportReport) -> String {
        let dir = self.dir.display();
        let mut out = String::new();
        let stopped = self.strict && !r.errors.is_empty();
        if self.dry_run {
            out.push_str(&format!(
                "{} rows read, nothing written. The mapping:\n\n{}\n",
                number(r.accounts),
                r.map
            ));
        } else if stopped {
            out.push_str("Nothing was imported: --strict, and there are bad rows.\n");
        } else if r.accounts == 0 && r.unchanged > 0 {
            let batch = r.batch.map(|b| b.to_string()).unwrap_or_default();
            let words = format!(
                "Nothing added: the same file was imported with the same mapping in batch {batch} ({} accounts).",
                number(r.unchanged)
            );
            out.push_str(&indented(&words, 0));
        } else {
            let batch = r.batch.map(|b| b.to_string()).unwrap_or_default();
            out.push_str(&format!(
                "{} accounts imported in batch {batch}, position {}.\n",
                number(r.accounts),
                r.position
            ));
        }
        if self.because.is_some() && (r.accounts > 0 || self.dry_run) {
            let n = |n: u64| number(n);
            out.push_str(&entry(
                "against",
                &format!(
                    "the version before: {} added, {} removed, {} changed, {} unchanged; without a key {} the same, {} cannot be told",
                    n(r.added),
                    n(r.removed),
                    n(r.changed),
                    n(r.unchanged),
                    n(r.same_without_key),
                    n(r.cannot_tell)
                ),
                13,
            ));
        }
        if let (Some(what), Some(rows)) = (&self.show, &r.shown) {
            let rows: Vec<String> = rows.iter().map(u64::to_string).collect();
            out.push_str(&entry(what, &format!("rows {}", rows.join(" ")), 13));
        }
        let act = r.act.as_deref().unwrap_or("killed");
        let from = match r.act_from {
            "column" => "as the file says",
            "mapping" => "as the mapping says",
            _ => "assumed, because nothing says so: change it with --act or --map",
        };
        let each = match &r.act {
            Some(act) => format!("one person, {act} ({from})"),
            None => format!("one person; what was done to them, {from}"),
        };
        out.push_str(&entry("each row is", &each, 13));
        out.push_str(&problems("left out", &r.errors));
        out.push_str(&problems("look at", &r.flags));
        if !self.dry_run && !stopped {
            let batch = r.batch.map(|b| b.to_string()).unwrap_or_default();
            out.push_str(&format!(
                "\nNext: cairn count {dir} {act} --by sex,age\nTake back: cairn undo {dir} {batch}\n"
            ));
        }
        out
    }
}

fn problems(term: &str, problems: &[Problem]) -> String {
    let mut by_code: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    for p in problems {
        by_code.entry(p.code).or_default().push(p);
    }
    let mut out = String::new();
    for (i, (code, found)) in by_code.into_iter().enumerate() {
        let head = if i == 0 { term } else { "" };
        out.push_str(&entry(head, &format!("{} × {code}", number(found.len() as i64)), 13));
        for p in found.iter().take(SHOWN) {
            out.push_str(&entry("", &format!("row {}: {}", p.row, foreign(&p.message)), 15));
        }
    }
    out
}
