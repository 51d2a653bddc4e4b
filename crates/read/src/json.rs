use crate::ReadError;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// JSON rows as comma separated values, or `None` when the document is not a list of objects.
///
/// A list of objects, one object a line, and the features of a GeoJSON collection are tables. Columns are the keys
/// of all rows in alphabetical order, nested keys joined by a dot; a point geometry gives `longitude`, `latitude`.
/// Row `n` is element `n - 1` of the list.
pub(crate) fn table(text: &str, file: &str) -> Result<Option<String>, ReadError> {
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        values.push(value.map_err(|e| ReadError::Json {
            file: file.to_owned(),
            line: e.line(),
            column: e.column(),
            reason: e.to_string().split(" at line").next().unwrap_or_default().to_owned(),
        })?);
    }
    let list = match values.len() {
        1 => match values.remove(0) {
            Value::Array(list) => list,
            Value::Object(mut one) => match one.remove("features") {
                Some(Value::Array(features)) => features.into_iter().map(feature).collect(),
                _ => return Ok(None),
            },
            _ => return Ok(None),
        },
        _ => values,
    };
    let mut rows = Vec::with_capacity(list.len());
    for value in list {
        let Value::Object(object) = value else { return Ok(None) };
        let mut cells = Vec::new();
        flatten(String::new(), object, &mut cells);
        rows.push(cells);
    }
    if rows.is_empty() {
        return Ok(None);
    }
    Ok(Some(to_csv(&rows)))
}

fn feature(value: Value) -> Value {
    let Value::Object(mut feature) = value else { return value };
    let mut row = match feature.remove("properties") {
        Some(Value::Object(properties)) => properties,
        _ => Map::new(),
    };
    if let Some(geometry) = feature.remove("geometry")
        && geometry.get("type").and_then(Value::as_str) == Some("Point")
        && let Some([longitude, latitude, ..]) =
            geometry.get("coordinates").and_then(Value::as_array).map(Vec::as_slice)
    {
        row.insert("longitude".into(), longitude.clone());
        row.insert("latitude".into(), latitude.clone());
    }
    if let Some(id) = feature.remove("id") {
        row.entry("id").or_insert(id);
    }
    Value::Object(row)
}

fn flatten(prefix: String, object: Map<String, Value>, cells: &mut Vec<(String, String)>) {
    for (key, value) in object {
        let key = if prefix.is_empty() { key } else { format!("{prefix}.{key}") };
        match value {
            Value::Object(inner) => flatten(key, inner, cells),
            value => cells.push((key, cell(value))),
        }
    }
}

fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(s) => s,
        Value::Array(items) if items.iter().all(|i| !i.is_array() && !i.is_object()) => {
            items.into_iter().map(cell).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

fn to_csv(rows: &[Vec<(String, String)>]) -> String {
    let columns: BTreeSet<&str> = rows.iter().flatten().map(|(k, _)| k.as_str()).collect();
    let mut out = String::new();
    push_record(&mut out, columns.iter().copied());
    for row in rows {
        let find = |column: &&str| row.iter().find(|(k, _)| k == column).map_or("", |(_, v)| v.as_str());
        push_record(&mut out, columns.iter().map(find));
    }
    out
}

fn push_record<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push('\n');
}
