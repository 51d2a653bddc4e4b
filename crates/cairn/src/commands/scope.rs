use std::path::PathBuf;

use cairn_register::Access;
use cairn_work::{DeclaredList, ScopeOptions};
use clap::Args;

use crate::cli::Global;
use crate::failure::{Outcome, Result};
use crate::text::table;
use crate::{open, output};

/// Declare what a list set out to record, so that its overlaps can be estimated from
///
/// Lists estimate together only when all of them set out to record the same people, place, time and manner of harm, and
/// none was made from another. Without LIST, shows what is declared of each.
#[derive(Debug, Args)]
pub struct Scope {
    /// The register
    dir: PathBuf,
    /// The list: its series, its file, or the batch that imported it
    list: Option<String>,
    /// Where, in words that all lists of one place share
    #[arg(long, value_name = "PLACE", requires = "list")]
    place: Option<String>,
    /// The first day that it covers
    #[arg(long, value_name = "YYYY-MM-DD", requires = "list")]
    from: Option<String>,
    /// The last day that it covers
    #[arg(long, value_name = "YYYY-MM-DD", requires = "list")]
    until: Option<String>,
    /// Whom: all, civilians, fighters, …
    #[arg(long, value_name = "WHOM", requires = "list")]
    whom: Option<String>,
    /// How those on it came to harm
    #[arg(long, value_name = "HOW", value_parser = ["direct", "indirect", "all"], requires = "list")]
    manner: Option<String>,
    /// Another list that it was made from
    #[arg(long, value_name = "LIST", requires = "list")]
    derived_from: Vec<String>,
    /// Why, in a few words
    #[arg(long, value_name = "REASON")]
    why: Option<String>,
}

impl Scope {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let Some(list) = &self.list else {
            let all = open::session(&self.dir, global, Access::Read)?.scopes()?;
            let answer = serde_json::json!({ "version": 1, "lists": all });
            output::print(global.format(), &answer, Some("lists"), |_| words(&all))?;
            return Ok(Outcome::Done);
        };
        let scope = ScopeOptions {
            place: self.place.clone(),
            from: self.from.clone(),
            until: self.until.clone(),
            whom: self.whom.clone(),
            manner: self.manner.clone(),
            derived_from: self.derived_from.clone(),
        };
        let mut session = open::session(&self.dir, global, Access::Write)?;
        let declared = session.declare_scope(list, &scope, self.why.clone())?;
        output::print(global.format(), &declared, None, |d| words(std::slice::from_ref(d)))?;
        Ok(Outcome::Done)
    }
}

fn words(lists: &[DeclaredList]) -> String {
    let said = |v: &Option<String>| v.clone().unwrap_or_else(|| "not declared".to_owned());
    let row = |l: &DeclaredList| {
        let from = l.derived_from.join(", ");
        vec![l.name.clone(), said(&l.place), said(&l.when), said(&l.whom), said(&l.manner), from]
    };
    let rows: Vec<Vec<String>> = lists.iter().map(row).collect();
    if rows.is_empty() {
        return "No list is on record.\n".to_owned();
    }
    table(&["list", "place", "time", "whom", "manner", "made from"], &rows, &[])
}
