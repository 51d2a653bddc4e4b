//! The binary as people and programs meet it: whole help, every JSON shape, exit codes, the chain from a text and a
//! list to figures and back.
#![allow(missing_docs, clippy::unwrap_used)]

mod accept;
mod chain;
mod check;
mod errors;
mod export;
mod help;
mod linking;
#[cfg(feature = "propose")]
mod propose;
mod series;
mod shared;
mod stories;
mod template;
mod texts;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with a register in it, and the binary.
pub struct Desk {
    folder: tempfile::TempDir,
}

pub const ARTICLE: &str = "The Northern Command says it has fired 200 shells in the past three days, on Orvenna \
killing more than 40 people.\n\nOfficials in Orvenna said the dead included children. Friday alone saw the killing \
of 12 people.\n\nAccording to the Orvenna Ministry of Health, 95 people have been injured.\n";

pub const LIST: &str = "no,name,sex,age,date of death,place\n1,Ada Venn,f,34,2031-05-02,Orvenna\n2,Bo \
Tarn,m,17,2031-05-02,Orvenna\n3,Cy Orlo,m,,2031-05,Mirel\n4,,f,8,,\n5,Di Venn,f,17-18,2031-05-31 .. 2031-06-01,Mirel\n";

impl Desk {
    /// With a plaintext register `r`, an article and a list.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.ok(&["init", "r", "--plaintext"]);
        desk.put("article.txt", ARTICLE);
        desk.put("list.csv", LIST);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cairn"))
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("CAIRN_PASSPHRASE_FILE")
            .env_remove("CAIRN_ACTOR")
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap()
    }

    /// Standard output of a command that must succeed.
    pub fn ok(&self, args: &[&str]) -> String {
        let out = self.run(args);
        let words = String::from_utf8_lossy(&out.stderr);
        assert_eq!(out.status.code(), Some(0), "{args:?}: {words}");
        String::from_utf8(out.stdout).unwrap()
    }

    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        let args = [args, &["--format", "json"]].concat();
        serde_json::from_str(&self.ok(&args)).unwrap()
    }

    /// The text of an error, after checking that the exit code is 2 and nothing was printed as an answer.
    pub fn error(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert_eq!(out.status.code(), Some(2), "{args:?}");
        assert!(out.stdout.is_empty(), "{args:?}");
        String::from_utf8(out.stderr).unwrap()
    }

    /// The article added and accepted, the list imported. Gives the batch of the import.
    pub fn filled(&self) -> String {
        self.ok(&["add", "r", "article.txt", "--published", "2031-05-05", "--publisher", "The Orvenna Post"]);
        self.ok(&["claims", "r", "accept", "--all", "--actor", "A. Reader", "--why", "read"]);
        self.json(&["import", "r", "list.csv"])["batch"].as_str().unwrap().to_owned()
    }
}

/// Ids, positions and times differ from run to run: they become their kind.
pub fn steady(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let hex = |s: &str| s.bytes().take_while(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b)).count();
        let fresh = !out.ends_with(|c: char| c.is_ascii_alphanumeric());
        let (kind, length) = if !fresh {
            ("", 0)
        } else if c == 'p' && hex(&rest[1..]) == 12 {
            ("POSITION", 13)
        } else if hex(rest) == 16 {
            ("REGISTER", 16)
        } else if hex(rest) == 8 && is_chain(&rest[8..]) {
            ("CHAIN", 8)
        } else if rest.len() >= 20 && rest.is_char_boundary(20) && is_time(&rest[..20]) {
            ("TIME", 20)
        } else {
            ("", 0)
        };
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.push_str(kind);
            rest = &rest[length..];
        }
    }
    out
}

/// What follows a chain's eight digits: the number of an entry, or the end of the value.
fn is_chain(after: &str) -> bool {
    let number = after.strip_prefix('-').is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()));
    number || after.starts_with(['"', '\n', ' '])
}

fn is_time(text: &str) -> bool {
    let shape = "0000-00-00T00:00:00Z";
    text.bytes().zip(shape.bytes()).all(|(a, b)| if b == b'0' { a.is_ascii_digit() } else { a == b })
}

/// Real inputs, where they are; says so where they are not.
pub fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("CAIRN_SHARED").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no real inputs in {} (set CAIRN_SHARED)", folder.display());
    None
}
