//! Prints a list of the fictional conflict's dead, or writes all its documents:
//! `list ROWS [SEED]`, or `list --documents FOLDER [PERSONS [SEED]]`.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("list: {e}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> io::Result<()> {
    let usage = || io::Error::other("use: list ROWS [SEED], or list --documents FOLDER [PERSONS [SEED]]");
    let number = |i: usize, or: u64| args.get(i).map_or(Ok(or), |n| n.parse::<u64>().map_err(|_| usage()));
    if args.first().is_some_and(|a| a == "--documents") {
        let folder = Path::new(args.get(1).ok_or_else(usage)?);
        std::fs::create_dir_all(folder)?;
        for document in cairn_demo::documents(number(3, 7)?, number(2, 400)? as usize) {
            std::fs::write(folder.join(&document.name), &document.bytes)?;
        }
        return Ok(());
    }
    if args.is_empty() {
        return Err(usage());
    }
    let mut out = BufWriter::new(io::stdout().lock());
    cairn_demo::write_list(&mut out, number(0, 400)? as usize, number(1, 7)?)?;
    out.flush()
}
