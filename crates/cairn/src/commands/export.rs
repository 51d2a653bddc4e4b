use std::io::Write;
use std::path::PathBuf;

use cairn_publish::entities::{Entities, Entity};
use cairn_publish::table::Table;
use cairn_register::Access;
use cairn_work::{Outgoing, PassedBy, Session};
use clap::{Args, ValueEnum};

use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::text::number;
use crate::{open, output};

/// Write the accounts that count in the notation of other tools
///
/// To standard output. Names, identifiers and birth dates are left out unless asked for; a protected source stands by
/// its alias, always. This is for the team's own tools: nothing here asks for consent or hides small groups.
#[derive(Debug, Args)]
pub struct Export {
    /// The register
    dir: PathBuf,
    /// Which notation
    #[arg(long = "as", value_enum, value_name = "NOTATION")]
    notation: Notation,
    /// With what identifies people: names, identifiers, birth dates
    #[arg(long)]
    personal: bool,
    /// The register as it was: a position, a batch, or a date (its end, UTC)
    #[arg(long, value_name = "POSITION|DATE")]
    at: Option<String>,
    /// What the export is called in statements
    #[arg(long, value_name = "NAME", default_value = "cairn")]
    dataset: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Notation {
    /// A CSV table with HXL hashtags beneath its header
    Hxl,
    /// FollowTheMoney entities, one JSON object a line
    Ftm,
    /// FollowTheMoney statements as CSV: each value with who says it
    Statements,
}

/// Columns of a table of statements, in the order in which FollowTheMoney reads them.
const STATEMENTS: &str = "canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,\
external,first_seen,last_seen,id\n";

/// A reader that has gone away, which is no error, or an error.
enum Stop {
    Gone,
    Failed(Failure),
}

impl From<cairn_work::Error> for Stop {
    fn from(e: cairn_work::Error) -> Self {
        Self::Failed(e.into())
    }
}

impl From<std::io::Error> for Stop {
    fn from(e: std::io::Error) -> Self {
        if e.kind() == std::io::ErrorKind::BrokenPipe { Self::Gone } else { Self::Failed(Failure::new(e)) }
    }
}

impl Export {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        let session = open::session(&self.dir, global, Access::Read)?;
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let written = match self.notation {
            Notation::Hxl => self.hxl(&session, &mut out),
            Notation::Ftm => self.entities(&session, &mut out, |_, e, out| {
                let line = serde_json::to_string(e).map_err(Failure::new).map_err(Stop::Failed)?;
                writeln!(out, "{line}").map_err(Stop::from)
            }),
            Notation::Statements => {
                out.write_all(STATEMENTS.as_bytes())?;
                self.entities(&session, &mut out, |leaving, e, out| self.statements(leaving, e, out))
            }
        };
        let written = written.and_then(|words| out.flush().map(|()| words).map_err(Stop::from));
        match written {
            Err(Stop::Failed(failure)) => return Err(failure),
            Ok(words) if !global.quiet => eprintln!("{words}"),
            Ok(_) | Err(Stop::Gone) => {}
        }
        Ok(Outcome::Done)
    }

    fn hxl(&self, session: &Session, out: &mut impl Write) -> std::result::Result<String, Stop> {
        let table = Table::new(&session.metrics(self.at.as_deref())?, self.personal);
        let head = table.head().map_err(Failure::new).map_err(Stop::Failed)?;
        let mut line = |row: &[String]| {
            let cells: Vec<String> = row.iter().map(|c| output::cell(c)).collect();
            writeln!(out, "{}", cells.join(","))
        };
        for row in &head {
            line(row)?;
        }
        let passed = session.outgoing(self.at.as_deref(), self.personal, |leaving| {
            table.rows(&leaving).iter().try_for_each(|row| line(row)).map_err(Stop::from)
        })?;
        Ok(words(&passed, 0))
    }

    fn entities<W: Write>(
        &self,
        session: &Session,
        out: &mut W,
        mut write: impl FnMut(&Outgoing, &Entity, &mut W) -> std::result::Result<(), Stop>,
    ) -> std::result::Result<String, Stop> {
        let mut entities = Entities::default();
        let passed = session.outgoing(self.at.as_deref(), self.personal, |leaving| {
            entities.of(&leaving).iter().try_for_each(|e| write(&leaving, e, out))
        })?;
        Ok(words(&passed, entities.left_out))
    }

    fn statements(
        &self,
        leaving: &Outgoing,
        entity: &Entity,
        out: &mut impl Write,
    ) -> std::result::Result<(), Stop> {
        let seen = leaving.document.as_ref().and_then(|d| d.published.clone()).unwrap_or_default();
        for s in entity.statements(&self.dataset, &seen) {
            let cells = [
                &s.canonical_id,
                &s.entity_id,
                &s.prop,
                "",
                &s.schema,
                &s.value,
                &s.dataset,
                &s.origin,
                "",
                "",
                "",
                &s.first_seen,
                "",
                "",
            ];
            writeln!(out, "{}", cells.map(output::cell).join(","))?;
        }
        Ok(())
    }
}

/// What was written and what was not, for people.
fn words(passed: &PassedBy, left_out: usize) -> String {
    let n = |n: usize| number(n as i64);
    let mut out = format!("{} accounts written, at position {}", n(passed.given - left_out), passed.position);
    let rest = [
        (left_out, "figures, for which FollowTheMoney has no place"),
        (passed.superseded, "rows of earlier versions of lists"),
        (passed.withdrawn, "withdrawn, mended or corrected"),
    ];
    for (count, what) in rest.iter().filter(|(count, _)| *count > 0) {
        out.push_str(&format!("; left out {} {what}", n(*count)));
    }
    out
}
