//! The mapping as TOML.

use super::{ActFrom, Area, Because, Column, MapError, Mapping, Rows};
use crate::parse::Order;
use crate::point::{degrees, microdegrees};
use crate::role::Role;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    #[serde(default)]
    rows: Option<String>,
    act: Option<String>,
    act_from: Option<String>,
    date_order: Option<String>,
    said_by: Option<String>,
    scope: Option<String>,
    area: Option<[String; 4]>,
    #[serde(default, rename = "column")]
    columns: Vec<FileColumn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileColumn {
    header: String,
    /// The place of the column, from 1: needed only where two columns share a name.
    column: Option<usize>,
    role: String,
    lang: Option<String>,
    act: Option<String>,
    date_order: Option<String>,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

const SEXES: [&str; 4] = ["male", "female", "other", "unknown"];
const ORDERS: [&str; 4] = ["any", "dmy", "mdy", "ymd"];

impl Mapping {
    /// Reads a mapping for a table with this header. Columns that the file leaves out stay verbatim.
    ///
    /// # Errors
    /// When the file is not a mapping, or speaks of columns that the table does not have.
    pub fn from_toml(text: &str, file: &str, header: &[String]) -> Result<Self, MapError> {
        let parsed: File = toml::from_str(text).map_err(|e| MapError::Syntax {
            file: file.to_owned(),
            reason: e.to_string().trim().to_owned(),
        })?;
        if parsed.version != 1 {
            let reason = format!("version {} is not known here, 1 is", parsed.version);
            return Err(MapError::Syntax { file: file.to_owned(), reason });
        }
        let code = |key: &str, found: &str, known: Vec<&'static str>| MapError::Code {
            file: file.to_owned(),
            key: key.to_owned(),
            found: found.to_owned(),
            known,
        };
        let order =
            |key: &str, found: &str| Order::from_code(found).ok_or_else(|| code(key, found, ORDERS.to_vec()));
        let rows = match parsed.rows.as_deref() {
            None | Some("persons") => Rows::Persons,
            Some("incidents") => Rows::Incidents,
            Some("other") => Rows::Other,
            Some(found) => return Err(code("rows", found, vec!["persons", "incidents", "other"])),
        };
        let mut columns: Vec<Column> = header.iter().enumerate().map(|(i, h)| verbatim(i, h)).collect();
        for said in parsed.columns {
            let role = Role::from_code(&said.role)
                .ok_or_else(|| code("role", &said.role, Role::ALL.iter().map(|r| r.code()).collect()))?;
            let index = find(header, &said).ok_or_else(|| MapError::NoSuchColumn {
                file: file.to_owned(),
                header: said.header.clone(),
                have: header.to_vec(),
            })?;
            if role == Role::Sex
                && let Some(wrong) = said.values.values().find(|v| !SEXES.contains(&v.as_str()))
            {
                return Err(code("values", wrong, SEXES.to_vec()));
            }
            let date_order = said.date_order.as_deref().map(|o| order("date_order", o)).transpose()?;
            columns[index] = Column {
                header: header[index].clone(),
                index,
                role,
                because: Because::Mapping,
                reason: format!("{file} says so"),
                confidence: 100,
                lang: said.lang,
                act: said.act,
                date_order,
                values: said.values,
            };
        }
        twice(&columns, file)?;
        let by_column = columns.iter().any(|c| c.role == Role::Act);
        let act_from = match parsed.act_from.as_deref() {
            _ if by_column => ActFrom::Column,
            Some("default") => ActFrom::Default,
            _ => ActFrom::Mapping,
        };
        let date_order = parsed.date_order.as_deref().map(|o| order("date_order", o)).transpose()?;
        let area = parsed.area.map(|edges| {
            area(&edges)
                .ok_or_else(|| code("area", &edges.join(" "), vec!["four degrees: south, north, west, east"]))
        });
        Ok(Self {
            rows,
            act: parsed.act.filter(|a| !a.is_empty()),
            act_from,
            date_order: date_order.unwrap_or_default(),
            said_by: parsed.said_by.filter(|s| !s.is_empty()),
            scope: parsed.scope.filter(|s| !s.is_empty()),
            area: area.transpose()?,
            columns,
            remarks: Vec::new(),
        })
    }

    /// The mapping as a file, with why each column has its role as comments.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut out =
            String::from("# How Cairn reads this table. Edit it and give it back with --map FILE.\n");
        for remark in &self.remarks {
            let _ = writeln!(out, "# {}", one_line(&remark.words));
        }
        self.write(&mut out, true);
        out
    }

    /// The mapping without a word of comment: two mappings that read alike are equal as this text, however they
    /// were found, and whatever words a later version finds for its reasons.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, false);
        out
    }

    fn write(&self, out: &mut String, comments: bool) {
        let _ = writeln!(out, "version = 1\nrows = {}", quoted(self.rows.code()));
        if let Some(act) = &self.act {
            let _ = writeln!(out, "act = {}", quoted(act));
        }
        let _ = writeln!(out, "act_from = {}", quoted(self.act_from.code()));
        let _ = writeln!(out, "date_order = {}", quoted(self.date_order.code()));
        for (key, value) in [("said_by", &self.said_by), ("scope", &self.scope)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {}", quoted(value));
            }
        }
        if let Some(a) = self.area {
            let edges = [a.south, a.north, a.west, a.east].map(|e| quoted(&degrees(e)));
            if comments {
                let _ = writeln!(out, "# Points outside are kept and flagged: south, north, west, east.");
            }
            let _ = writeln!(out, "area = [{}]", edges.join(", "));
        }
        for column in &self.columns {
            if comments || column.role != Role::Verbatim {
                column.write(out, comments);
            }
        }
    }
}

impl Column {
    fn write(&self, out: &mut String, comments: bool) {
        let why = format!(" # {}% sure: {}", self.confidence, one_line(&self.reason));
        let _ = writeln!(out, "\n[[column]]{}", if comments { why.as_str() } else { "" });
        let _ = writeln!(out, "header = {}\ncolumn = {}", quoted(&self.header), self.index + 1);
        let _ = writeln!(out, "role = {}", quoted(self.role.code()));
        for (key, value) in [("lang", &self.lang), ("act", &self.act)] {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {}", quoted(value));
            }
        }
        if let Some(order) = self.date_order {
            let _ = writeln!(out, "date_order = {}", quoted(order.code()));
        }
        if !self.values.is_empty() {
            let pairs: Vec<_> =
                self.values.iter().map(|(k, v)| format!("{} = {}", quoted(k), quoted(v))).collect();
            let _ = writeln!(out, "values = {{ {} }}", pairs.join(", "));
        }
    }
}

pub(crate) fn verbatim(index: usize, header: &str) -> Column {
    Column {
        header: header.to_owned(),
        index,
        role: Role::Verbatim,
        because: Because::Unknown,
        reason: "kept in the document and not read".to_owned(),
        confidence: 100,
        lang: None,
        act: None,
        date_order: None,
        values: BTreeMap::new(),
    }
}

fn find(header: &[String], said: &FileColumn) -> Option<usize> {
    if let Some(index) = said.column.and_then(|n| n.checked_sub(1))
        && header.get(index) == Some(&said.header)
    {
        return Some(index);
    }
    header.iter().position(|h| *h == said.header)
}

fn twice(columns: &[Column], file: &str) -> Result<(), MapError> {
    for (i, column) in columns.iter().enumerate() {
        let same = |c: &&Column| c.role == column.role && c.act == column.act;
        if let Some(other) = columns[i + 1..].iter().find(same)
            && !column.role.may_repeat()
        {
            return Err(MapError::Twice {
                file: file.to_owned(),
                role: column.role.code(),
                first: column.header.clone(),
                second: other.header.clone(),
            });
        }
    }
    Ok(())
}

fn area(edges: &[String; 4]) -> Option<Area> {
    let [south, north, west, east] = edges;
    Some(Area {
        south: microdegrees(south)?,
        north: microdegrees(north)?,
        west: microdegrees(west)?,
        east: microdegrees(east)?,
    })
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).collect::<Vec<_>>().join(" ")
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
