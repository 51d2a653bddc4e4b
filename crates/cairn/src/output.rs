//! Printing an answer in the format asked for.

use std::io::Write;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::cli::Format;
use crate::failure::{Failure, Result};

/// Prints `answer`: as JSON with `"version": 1`, as CSV (the items in the member `items`, or the answer as one row),
/// or as the text that `table` makes.
pub fn print<T: Serialize>(
    format: Format,
    answer: &T,
    items: Option<&str>,
    table: impl FnOnce(&T) -> String,
) -> Result<()> {
    if format == Format::Table {
        return write(&table(answer));
    }
    let mut value = serde_json::to_value(answer).map_err(Failure::new)?;
    if format == Format::Csv {
        let rows = match items.and_then(|name| value.get_mut(name)).map(Value::take) {
            Some(Value::Array(rows)) => rows,
            _ => vec![value],
        };
        return write(&csv(&rows));
    }
    if let Value::Object(members) = &mut value {
        members.entry("version").or_insert(Value::from(1));
    }
    write(&format!("{}\n", serde_json::to_string_pretty(&value).map_err(Failure::new)?))
}

/// Writes to standard output; a reader that has gone away (`| head`) is no error.
pub fn write(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::new(e)),
        _ => Ok(()),
    }
}

/// Objects as rows: one column per member that any of them has, inner objects as `outer.inner`, lists as JSON.
pub fn csv(rows: &[Value]) -> String {
    let flat: Vec<Map<String, Value>> = rows.iter().map(flatten).collect();
    let mut header: Vec<&String> = Vec::new();
    for row in &flat {
        for name in row.keys() {
            if !header.contains(&name) {
                header.push(name);
            }
        }
    }
    let mut out = header.iter().map(|h| cell(h)).collect::<Vec<_>>().join(",");
    out.push('\n');
    for row in &flat {
        let cells = header.iter().map(|name| match row.get(*name) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => cell(text),
            Some(other) => cell(&other.to_string()),
        });
        out.push_str(&cells.collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out
}

fn flatten(value: &Value) -> Map<String, Value> {
    let mut out = Map::new();
    let Value::Object(members) = value else { return out };
    for (name, member) in members {
        match member {
            Value::Object(_) => {
                for (inner, value) in flatten(member) {
                    out.insert(format!("{name}.{inner}"), value);
                }
            }
            other => {
                out.insert(name.clone(), other.clone());
            }
        }
    }
    out
}

/// What makes a cell be quoted.
const QUOTED: [char; 4] = [',', '"', '\n', '\r'];

/// Makes what stands in `line` from `start` on one CSV cell.
pub fn as_cell(line: &mut String, start: usize) {
    if line[start..].contains(QUOTED) {
        let quoted = cell(&line[start..]);
        line.replace_range(start.., &quoted);
    }
}

/// One CSV cell, quoted where RFC 4180 asks for it.
pub fn cell(text: &str) -> String {
    if text.contains(QUOTED) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
