//! The evidence on one pair, field by field.

use std::path::PathBuf;

use cairn_link::{Options, RecordNames, Waterfall, infer, link_and_keep};
use cairn_register::Access;
use cairn_work::Linking;
use clap::Args;
use serde_json::json;

use super::{Settings, read, register};
use crate::cli::Global;
use crate::drawing::{self, Drawn};
use crate::failure::{Failure, Outcome, Result};
use crate::progress::{Line, stop_flag};
use crate::text::{entry, foreign};
use crate::{files, open, output};

/// Show why two records are held to be one person or not: the evidence of every field in bits
///
/// Works on lists (records by name, as --out prints them) and in a register (two accounts). One bit more doubles the
/// odds; the bars start at what any two records are worth and end at the pair's own weight. --svg draws them.
#[derive(Debug, Args)]
pub struct Explain {
    /// A register, or lists
    #[arg(required = true, value_name = "REGISTER|FILE")]
    lists: Vec<PathBuf>,
    /// The two records or accounts
    #[arg(long, required = true, num_args = 2, value_names = ["LEFT", "RIGHT"])]
    pair: Vec<String>,
    /// Columns, blocking and weights
    #[arg(long, value_name = "link.toml")]
    model: Option<PathBuf>,
    /// Seed of everything random
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[command(flatten)]
    drawn: Drawn,
}

impl Explain {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let [left, right] = self.pair.as_slice() else { return Err(Failure::new("name two records")) };
        let settings = match &self.model {
            None => None,
            Some(path) => {
                let wrong = |e| Failure::new(format_args!("{}: {e}", path.display()));
                Some(Settings::read(&files::read_text(path)?).map_err(wrong)?.settings)
            }
        };
        match self.lists.as_slice() {
            [dir] if register::is_register(dir) => {
                let session = open::session(dir, global, Access::Read)?;
                let how = Linking { settings, seed: self.seed, ..Linking::default() };
                let found = session.explain_link(left, right, &how, &mut Line::new(global.quiet))?;
                if self.drawn.wanted() {
                    let (a, b) = (found.a.to_string(), found.b.to_string());
                    let chart = cairn_work::charts::waterfall_chart(&found.why, (&a, &b));
                    return drawing::write(&chart, &self.drawn, global);
                }
                output::print(global.format(), &found, None, |f| {
                    let mut out =
                        sides(f.fields.iter().map(|f| (f.field.as_str(), f.a.as_str(), f.b.as_str())));
                    out.push_str(&f.why.to_text());
                    for j in &f.judged {
                        let who = j
                            .model
                            .as_deref()
                            .or(j.by.as_deref())
                            .map_or_else(|| "somebody".to_owned(), foreign);
                        let sure =
                            j.probability.map_or_else(String::new, |p| format!(", probability {p:.3} then"));
                        out.push_str(&entry("judged", &format!("{} by {who}{sure}", j.verdict.code()), 13));
                    }
                    let held = if f.one_person { "one person" } else { "not one person" };
                    out + &entry("held to be", held, 13)
                })?;
            }
            files => {
                let (why, fields) = self.of_files(files, (left, right), settings.as_ref(), global)?;
                if self.drawn.wanted() {
                    let chart = cairn_work::charts::waterfall_chart(&why, (left, right));
                    return drawing::write(&chart, &self.drawn, global);
                }
                let sided = fields.iter().map(|(f, a, b)| json!({ "field": f, "a": a, "b": b }));
                let answer = json!({ "version": 1, "a": left, "b": right, "fields": sided.collect::<Vec<_>>(), "why": why });
                output::print(global.format(), &answer, None, |_| {
                    let said = fields.iter().map(|(f, a, b)| (f.as_str(), a.as_str(), b.as_str()));
                    sides(said) + &why.to_text()
                })?;
            }
        }
        Ok(Outcome::Done)
    }

    fn of_files(
        &self,
        files: &[PathBuf],
        (left, right): (&str, &str),
        settings: Option<&Settings>,
        global: &Global,
    ) -> Result<(Waterfall, Vec<Side>)> {
        let tables = files.iter().map(|p| read(p)).collect::<Result<Vec<_>>>()?;
        let mut options = Options { roles: Some(tables.iter().map(infer).collect()), ..Options::default() };
        if let Some(settings) = settings {
            settings.apply(&tables, &mut options).map_err(Failure::new)?;
        }
        options.seed = self.seed.unwrap_or(options.seed);
        let roles = options.roles.clone().unwrap_or_default();
        let names = RecordNames::new(&tables, &roles);
        let known = super::records(&tables, &names);
        let find = |name: &str| {
            known
                .get(name)
                .copied()
                .ok_or_else(|| Failure::new(format_args!("no record is named '{name}' in these lists")))
        };
        let (l, r) = (find(left)?, find(right)?);
        let line = std::sync::Mutex::new(Line::new(global.quiet));
        let progress = super::heard(&line);
        let (_, fitted) = link_and_keep(&tables, &options, &progress, stop_flag()).map_err(Failure::new)?;
        let why = fitted.explain(l, r).map_err(Failure::new)?;
        let mut fields: Vec<Side> = Vec::new();
        for (side, record) in [l, r].into_iter().enumerate() {
            let table = &tables[usize::from(record.table)];
            for (c, column) in table.columns.iter().enumerate() {
                let cell = table.cell(c, record.row as usize).to_owned();
                let at = fields.iter().position(|f| f.0 == column.name).unwrap_or_else(|| {
                    fields.push((column.name.clone(), String::new(), String::new()));
                    fields.len() - 1
                });
                if side == 0 { fields[at].1 = cell } else { fields[at].2 = cell }
            }
        }
        Ok((why, fields))
    }
}

/// A field, and what both say in it.
type Side = (String, String, String);

fn sides<'a>(fields: impl Iterator<Item = (&'a str, &'a str, &'a str)>) -> String {
    let said = |text: &str| if text.is_empty() { "–".to_owned() } else { foreign(text) };
    let line = |(field, a, b): (&str, &str, &str)| entry(field, &format!("{} | {}", said(a), said(b)), 24);
    fields.map(line).collect::<String>() + "\n"
}
