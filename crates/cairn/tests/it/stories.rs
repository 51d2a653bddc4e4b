//! Runs the stories of `tests/stories` against the binary. Their README says how to read and add one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Desk;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories")
}

/// One story under way.
struct Story {
    name: String,
    desk: Desk,
    /// Answers kept by name.
    kept: BTreeMap<String, Value>,
    checks: usize,
}

#[test]
fn every_story_holds() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|e| e.unwrap().path()).collect();
    files
        .retain(|p| p.extension().is_some_and(|e| e == "md") && p.file_stem().is_some_and(|s| s != "README"));
    files.sort();
    assert!(files.len() >= 20, "there are twenty stories");
    let mut broken = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        if let Err(why) = run(&name, &text) {
            broken.push(format!("{name}: {why}"));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n\n"));
}

/// A runner that lets anything pass would be worth nothing.
#[test]
fn a_story_that_does_not_hold_is_found() {
    let story = |expect: &str| {
        let record = "cairn record r person --note \"Ada Venn is dead.\" --name \"Ada Venn\" --act killed";
        run("x.md", &format!("```sh\n$ada = {record}\n```\n```expect\n{expect}\n```\n"))
    };
    story("cairn count r killed\nfigures[0].documented.low = 1").unwrap();
    story("cairn show r $ada\npersonal.names[0].text = Ada Venn\naccount.toll is absent").unwrap();
    for wrong in [
        "cairn count r killed\nfigures[0].documented.low = 2",
        "cairn count r killed\nfigures[7].documented.low = 1",
        "cairn show r $nobody\npersonal.names[0].text = Ada Venn",
        "cairn show r $ada\npersonal.names is absent",
        "cairn show r $ada\nsays \"Bo Tarn\"",
        "cairn show r 00000000-1\nis = account",
        "cairn count r killed",
        "cairn count r killed\nfigures[0].documented.low",
    ] {
        assert!(story(wrong).is_err(), "{wrong}");
    }
    assert!(run("x.md", "```sh\nfails cairn count r killed\n```\n").is_err());
    assert!(run("x.md", "prose alone").is_err());
}

fn run(name: &str, text: &str) -> Result<(), String> {
    let desk = Desk::new();
    let mut story = Story { name: name.to_owned(), desk, kept: BTreeMap::new(), checks: 0 };
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(fence) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|l| *l != "```").collect();
        let words: Vec<&str> = fence.split_whitespace().collect();
        match words[..] {
            ["sh"] => commands(&mut story, &body)?,
            ["expect"] => expect(&mut story, &body)?,
            ["file", name] => story.desk.put(name, body.join("\n") + "\n"),
            ["file", name, "repeat", times] => {
                let times: u32 = times.parse().map_err(|_| format!("'{times}' is no number"))?;
                let (last, head) = body.split_last().ok_or("an empty file repeats nothing")?;
                let rows = (1..=times).map(|n| last.replace("{n}", &n.to_string()));
                let all: Vec<String> = head.iter().map(|l| (*l).to_owned()).chain(rows).collect();
                story.desk.put(name, all.join("\n") + "\n");
            }
            _ => return Err(format!("a fence is sh, expect or file, not '{fence}'")),
        }
    }
    if story.checks == 0 { Err("it expects nothing".to_owned()) } else { Ok(()) }
}

/// Lines that end in a backslash go on in the next.
fn joined(body: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in body.iter().map(|l| l.trim()).filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let (text, goes_on) = line.strip_suffix('\\').map_or((line, false), |l| (l.trim_end(), true));
        match out.last_mut() {
            Some(last) if open => {
                last.push(' ');
                last.push_str(text);
            }
            _ => out.push(text.to_owned()),
        }
        open = goes_on;
    }
    out
}

fn commands(story: &mut Story, body: &[&str]) -> Result<(), String> {
    for line in joined(body) {
        if let Some(command) = line.strip_prefix("fails ") {
            let out = story.desk.run(&args(story, command)?.iter().map(String::as_str).collect::<Vec<_>>());
            if out.status.code() != Some(2) {
                return Err(format!("this should be refused: {command}"));
            }
            story.kept.insert("error".to_owned(), Value::from(String::from_utf8_lossy(&out.stderr).as_ref()));
            continue;
        }
        let (name, command) = match line.strip_prefix('$').and_then(|l| l.split_once('=')) {
            Some((name, command)) => (Some(name.trim()), command.trim()),
            None => (None, line.as_str()),
        };
        let answer = answer(story, command)?;
        if let Some(name) = name {
            story.kept.insert(name.to_owned(), answer);
        }
    }
    Ok(())
}

/// Runs a command and gives its answer as JSON.
fn answer(story: &Story, command: &str) -> Result<Value, String> {
    let mut args = args(story, command)?;
    args.extend(["--format".to_owned(), "json".to_owned()]);
    let out = story.desk.run(&args.iter().map(String::as_str).collect::<Vec<_>>());
    if out.status.code() != Some(0) {
        return Err(format!("{command}\n{}", String::from_utf8_lossy(&out.stderr)));
    }
    serde_json::from_slice(&out.stdout).map_err(|e| format!("{command}: {e}"))
}

/// Words as a shell divides them, with `$name` put in.
fn args(story: &Story, command: &str) -> Result<Vec<String>, String> {
    let command =
        command.strip_prefix("cairn ").ok_or_else(|| format!("'{command}' does not begin with cairn"))?;
    let mut out = Vec::new();
    let (mut word, mut inside, mut quoted) = (String::new(), false, false);
    let mut chars = command.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                quoted = !quoted;
                inside = true;
            }
            ' ' if !quoted => {
                if inside {
                    out.push(std::mem::take(&mut word));
                }
                inside = false;
            }
            '$' => {
                let mut name = String::new();
                while let Some(c) = chars.peek().filter(|c| c.is_alphanumeric() || "_.[]".contains(**c)) {
                    name.push(*c);
                    chars.next();
                }
                word.push_str(&kept(story, &name)?);
                inside = true;
            }
            c => {
                word.push(c);
                inside = true;
            }
        }
    }
    if quoted {
        return Err(format!("a quotation mark is not closed: {command}"));
    }
    if inside {
        out.push(word);
    }
    Ok(out)
}

/// `$ada`: the first account of an answer, else its batch. `$ada.batch`, `$family.all[2]`: that part of it.
fn kept(story: &Story, name: &str) -> Result<String, String> {
    let name = name.trim_end_matches('.');
    let (first, rest) = name.split_once(['.']).unwrap_or((name, ""));
    let answer = story.kept.get(first).ok_or_else(|| format!("nothing was kept as ${first}"))?;
    let found = match rest {
        "" => ["accounts[0]", "changed[0].now", "batch"]
            .into_iter()
            .find_map(|p| at(answer, p).filter(|v| v.is_string())),
        rest => at(answer, rest),
    };
    let found = found.ok_or_else(|| format!("${name} is nothing in {answer}"))?;
    Ok(found.as_str().map_or_else(|| found.to_string(), str::to_owned))
}

/// `figures[0].low`, `figures[by.sex=f].documented`: a step is a member, a place in a list, or the first item of a list
/// whose member is so.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let mut here = value;
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('[') {
            let (step, after) = inner.split_once(']')?;
            here = match step.split_once('=') {
                Some((name, wanted)) => {
                    here.as_array()?.iter().find(|item| at(item, name).is_some_and(|v| is(v, wanted)))?
                }
                None => here.get(step.parse::<usize>().ok()?)?,
            };
            rest = after.strip_prefix('.').unwrap_or(after);
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            here = here.get(&rest[..end])?;
            rest = rest[end..].strip_prefix('.').unwrap_or(&rest[end..]);
        }
    }
    Some(here)
}

/// Whether a value is what a story says: as JSON, or as bare words.
fn is(value: &Value, wanted: &str) -> bool {
    value.as_str() == Some(wanted) || serde_json::from_str::<Value>(wanted).is_ok_and(|w| w == *value)
}

fn expect(story: &mut Story, body: &[&str]) -> Result<(), String> {
    let lines = joined(body);
    let Some((command, checks)) = lines.split_first() else { return Err("an empty expectation".to_owned()) };
    let answer = match command.as_str() {
        "error" => story.kept.get("error").cloned().ok_or("no command was refused before this")?,
        command => answer(story, command)?,
    };
    if checks.is_empty() {
        return Err(format!("{command}: nothing is expected of it"));
    }
    for check in checks {
        story.checks += 1;
        let wrong = |found: &str| Err(format!("{command}\n  expected {check}\n  found {found}"));
        if let Some(words) = check.strip_prefix("says ") {
            let words = words.trim_matches('"');
            let text = answer.as_str().map_or_else(|| answer.to_string(), str::to_owned);
            if !text.contains(words) {
                return wrong(&text);
            }
        } else if let Some(path) = check.strip_suffix(" is absent") {
            if let Some(found) = at(&answer, path).filter(|v| !v.is_null()) {
                return wrong(&found.to_string());
            }
        } else if let Some((path, wanted)) = check.split_once(" = ") {
            // Words of a story may be kept from an answer: `$ada`.
            let wanted = match wanted.trim().strip_prefix('$') {
                Some(name) => kept(story, name)?,
                None => wanted.trim().to_owned(),
            };
            match at(&answer, path.trim()) {
                Some(found) if is(found, &wanted) => {}
                Some(found) => return wrong(&found.to_string()),
                None => return wrong(&format!("nothing there, in {answer}")),
            }
        } else {
            return Err(format!("{}: '{check}' is no expectation", story.name));
        }
    }
    Ok(())
}
