use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Parser};

use crate::cli::{Cli, Global};
use crate::failure::{Failure, Outcome, Result};
use crate::{files, output};

/// Fill a register with a fictional conflict and tour it
///
/// Makes DIR/documents (texts and lists about a conflict that never was) and DIR/register, and shows every command
/// with its answer. Nothing in it is real.
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder to make
    #[arg(default_value = "demo-register")]
    dir: PathBuf,
    /// Replace the folder of an earlier demo, with whatever you added to it
    #[arg(long)]
    replace: bool,
    /// People on the hospital's list
    #[arg(long, default_value_t = 400)]
    persons: usize,
    /// The same seed gives the same conflict
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Tells a folder that this command made, and may replace, from one that somebody else did.
const MARK: &str = "made-by-cairn-demo";

/// What all lists of the conflict set out to record.
const SCOPE: [&str; 10] = [
    "--place",
    "Tarvessa",
    "--from",
    "2031-03-03",
    "--until",
    "2031-04-30",
    "--whom",
    "all",
    "--manner",
    "direct",
];

impl Demo {
    /// Runs the command.
    pub fn run(&self, _: &Global) -> Result {
        self.prepare()?;
        let documents = self.dir.join("documents");
        let register = self.dir.join("register").display().to_string();
        let run = |line: &[&str]| tour(line);
        output::write(
            "A tour of Cairn on a conflict that never was: its places, parties and people are\ninvented. Every \
             line that starts with $ is a command you can type yourself.\n",
        )?;
        heading("A register is made. A real one is encrypted; this one is fiction.")?;
        run(&["init", &register, "--plaintext"])?;
        heading("Texts go in, exactly as they are, and are read for figures.")?;
        let (mut lists, mut first_text) = (Vec::new(), String::new());
        for document in cairn_demo::documents(self.seed, self.persons) {
            let path = documents.join(&document.name).display().to_string();
            fs::write(&path, &document.bytes)?;
            let published = document.published.unwrap_or_default();
            let publisher = document.publisher.unwrap_or_default();
            if document.is_list {
                lists.push((path, document.name, published, publisher));
            } else {
                run(&["add", &register, &path, "--published", &published, "--publisher", &publisher])?;
                if first_text.is_empty() {
                    first_text = document.name;
                }
            }
        }
        heading("What was read waits for a person. Here is what one text says, and who says it.")?;
        run(&["claims", &register, "list", "--doc", &first_text])?;
        run(&[
            "claims",
            &register,
            "accept",
            "--all",
            "--actor",
            "A. Reader",
            "--why",
            "read beside the originals",
        ])?;
        heading("Lists go in: every row becomes an account. Columns are found by themselves.")?;
        for (path, _, published, publisher) in &lists {
            run(&["import", &register, path, "--published", published, "--said-by", publisher])?;
        }
        heading("How many were killed, and who says so?")?;
        run(&["count", &register, "killed"])?;
        run(&["count", &register, "killed", "--by", "sex,age"])?;
        heading("Any number opens to the rows and sentences behind it.")?;
        run(&["explain", &register, "killed", "--where", "sex=f,age=child", "--limit", "2"])?;
        heading(
            "Many of the dead stand on several lists, in several scripts. Who is who is judged, and can be taken back.",
        )?;
        run(&["link", &register, "--actor", "B. Analyst"])?;
        heading(
            "How many stand on no list? It is declared what each list set out to record, and who is who is\ndrawn again \
             and again, so that the interval holds that doubt too.",
        )?;
        for (_, name, ..) in &lists {
            run(&[&["scope", &register, name][..], &SCOPE].concat())?;
        }
        run(&["estimate", &register, "killed", "--plots", &self.dir.join("estimate").display().to_string()])?;
        output::write(&self.truth())?;
        run(&["count", &register, "killed"])?;
        heading("Figures over time: what each speaker said as of when, and what does not fit.")?;
        for table in cairn_demo::tables(self.seed, self.persons) {
            let path = documents.join(&table.name).display().to_string();
            fs::write(&path, &table.bytes)?;
            let (published, publisher, said_by) = (&table.published, &table.publisher, &table.said_by);
            let line =
                ["import", &register, &path, "--figures", "--said-by", said_by, "--place", &table.place];
            run(&[&line[..], &["--published", published, "--publisher", publisher]].concat())?;
        }
        run(&["series", &register, "killed", "--by", "month", "--said-by", cairn_demo::MONITOR])?;
        run(&["contradictions", &register, "killed", "--limit", "1"])?;
        heading("The same as pictures, each with its table beside it.")?;
        fs::write(documents.join("gazetteer.csv"), cairn_demo::gazetteer(self.seed))?;
        let land = self.dir.join("register").join("boundaries");
        fs::create_dir_all(&land)?;
        let land = land.join("tarvessa.geojson");
        fs::write(&land, cairn_demo::boundaries(self.seed))?;
        let picture = |name: &str| self.dir.join(name).display().to_string();
        let (series, dots, map) = (picture("series.svg"), picture("who-says-what.svg"), picture("map.svg"));
        let land = land.display().to_string();
        run(&["series", &register, "killed", "--place", "Tarvessa", "--svg", &series])?;
        run(&["count", &register, "killed", "--svg", &dots])?;
        run(&["count", &register, "killed", "--by", "place", "--boundaries", &land, "--svg", &map])?;
        heading("The state of the log is signed, to give to somebody who keeps it.")?;
        let note = self.dir.join("checkpoint.txt");
        fs::write(&note, tour_captured(&register)?)?;
        output::write(&format!("$ cairn checkpoint {register} > {}\n", note.display()))?;
        output::write(&files::read_text(&note)?)?;
        heading("An import is taken back as one act, and later it shows that nothing was lost.")?;
        let batch = last_batch(&register)?;
        run(&["undo", &register, &batch, "--why", "the list is being checked"])?;
        run(&["count", &register, "killed", "--by", "document"])?;
        run(&["history", &register])?;
        run(&["verify", &register, "--against", &note.display().to_string()])?;
        heading("Now yours: the README tells how.")?;
        Ok(Outcome::Done)
    }

    /// What only an invented conflict can tell.
    fn truth(&self) -> String {
        let truth = cairn_demo::truth(self.seed, self.persons);
        format!(
            "The conflict is invented, so the truth is known: {} people were killed, {} of them stand on a list.\n\n",
            truth.killed,
            truth.distinct()
        )
    }

    fn prepare(&self) -> Result<()> {
        let mark = self.dir.join(MARK);
        if self.dir.exists() && !mark.exists() {
            return Err(Failure::new(format_args!(
                "{} exists and was not made by this command: name another folder",
                self.dir.display()
            )));
        }
        if self.dir.exists() && !self.replace {
            return Err(Failure::new(format_args!(
                "{} exists from an earlier demo: replace it with --replace, or name another folder",
                self.dir.display()
            )));
        }
        if self.dir.exists() {
            fs::remove_dir_all(&self.dir)?;
        }
        fs::create_dir_all(self.dir.join("documents"))?;
        Ok(fs::write(mark, "cairn demo --replace replaces this folder\n")?)
    }
}

fn heading(words: &str) -> Result<()> {
    output::write(&format!("\n{}\n{words}\n\n", "─".repeat(crate::text::WIDTH)))
}

/// Prints a command and runs it as the command line would.
fn tour(line: &[&str]) -> Result {
    let quoted = |word: &&str| {
        if word.is_empty() || word.contains([' ', '\'']) {
            format!("'{}'", word.replace('\'', "'\\''"))
        } else {
            (*word).to_owned()
        }
    };
    let shown: Vec<String> = line.iter().map(quoted).collect();
    output::write(&format!("$ cairn {}\n", shown.join(" ")))?;
    let everywhere = ["cairn", "--format", "table", "--quiet"];
    let cli = Cli::try_parse_from(everywhere.iter().chain(line)).map_err(Failure::new)?;
    let outcome = super::run(cli)?;
    output::write("\n")?;
    Ok(outcome)
}

fn session(register: &str, access: cairn_register::Access) -> Result<cairn_work::Session> {
    let cli = Cli::try_parse_from(["cairn", "history", register]).map_err(Failure::new)?;
    crate::open::session(Path::new(register), &cli.global, access)
}

fn tour_captured(register: &str) -> Result<String> {
    Ok(session(register, cairn_register::Access::Write)?.store().checkpoint()?.to_string())
}

fn last_batch(register: &str) -> Result<String> {
    let history = session(register, cairn_register::Access::Read)?.history()?;
    history.last().map(|row| row.batch.to_string()).ok_or_else(|| Failure::new("the demo register is empty"))
}
