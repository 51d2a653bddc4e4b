//! An answer to drafts, without trust in its shape.

use serde_json::Value;

use crate::{Draft, Drafts, Error};

/// Items of one answer that are read.
const MOST: usize = 500;

/// Reads the body of an answer.
pub(crate) fn read(body: &[u8]) -> Result<Drafts, Error> {
    let wrong = |why: &str| Error::Answer(why.to_owned());
    let value: Value = serde_json::from_slice(body).map_err(|e| Error::Answer(e.to_string()))?;
    let content = value.pointer("/choices/0/message/content");
    let content =
        content.and_then(Value::as_str).ok_or_else(|| wrong("it has no choices[0].message.content"))?;
    let json = unwrapped(content).ok_or_else(|| wrong("there is no JSON in it"))?;
    let inner: Value = serde_json::from_str(json).map_err(|e| Error::Answer(e.to_string()))?;
    let items = match &inner {
        Value::Array(items) => items,
        Value::Object(members) => match members.get("claims") {
            Some(Value::Array(items)) => items,
            _ => return Err(wrong("it has no list 'claims'")),
        },
        _ => return Err(wrong("it is no list of claims")),
    };
    let mut out = Drafts::default();
    for item in items.iter().take(MOST) {
        match draft(item) {
            Some(draft) => out.drafts.push(draft),
            None => out.unreadable += 1,
        }
    }
    out.unreadable += items.len().saturating_sub(MOST) as u64;
    Ok(out)
}

/// The JSON in words around it: a code fence, a sentence before.
fn unwrapped(content: &str) -> Option<&str> {
    let start = content.find(['{', '['])?;
    let end = content.rfind(['}', ']'])?;
    content.get(start..=end)
}

fn draft(item: &Value) -> Option<Draft> {
    let text = |member: &str| {
        let words = item.get(member)?.as_str()?.trim();
        (!words.is_empty() && words != "null").then(|| words.to_owned())
    };
    // A number, or one in a string; anything else is not said.
    let number = |member: &str| match item.get(member)? {
        Value::Number(n) => n.as_i64(),
        Value::String(s) => s.replace([',', ' ', '\u{A0}'], "").parse().ok(),
        _ => None,
    };
    let quote = item.get("quote")?.as_str()?.to_owned();
    if quote.trim().is_empty() {
        return None;
    }
    Some(Draft {
        quote,
        metric: text("metric")?,
        low: number("low"),
        high: number("high"),
        cumulative: item.get("cumulative").and_then(Value::as_bool).unwrap_or(false),
        group: text("group"),
        place: text("place"),
        period: text("period"),
        source: text("source"),
        responsible: text("responsible"),
    })
}
