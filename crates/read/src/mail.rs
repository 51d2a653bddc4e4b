//! Mails: who wrote it, when and about what, then the words. Attachments are named and not read.

use crate::{ReadError, html};
use mail_parser::{Addr, MessageParser, MimeHeaders};
use std::fmt::Write as _;

/// The text of a mail and its subject.
pub(crate) fn read(bytes: &[u8], file: &str) -> Result<(String, Option<String>), ReadError> {
    let broken = || ReadError::Mail { file: file.to_owned() };
    let mail = MessageParser::default().parse(bytes).ok_or_else(broken)?;
    let mut out = String::new();
    let people = [("From", mail.from()), ("To", mail.to()), ("Cc", mail.cc())];
    for (header, people) in people {
        let people: Vec<String> = people.into_iter().flat_map(|a| a.iter()).map(address).collect();
        if !people.is_empty() {
            let _ = writeln!(out, "{header}: {}", people.join(", "));
        }
    }
    if let Some(date) = mail.date() {
        let _ = writeln!(out, "Date: {}", date.to_rfc3339());
    }
    let subject = mail.subject().map(str::to_owned);
    if let Some(subject) = &subject {
        let _ = writeln!(out, "Subject: {subject}");
    }
    if out.is_empty() {
        return Err(broken());
    }
    for part in mail.attachments() {
        let _ = writeln!(out, "Attachment, not read: {}", part.attachment_name().unwrap_or("without a name"));
    }
    for i in 0..mail.text_body_count() {
        let is_html = mail.text_part(i as u32).is_some_and(mail_parser::MessagePart::is_text_html);
        let body = if is_html { mail.body_html(i) } else { mail.body_text(i) };
        let body = body.unwrap_or_default().replace("\r\n", "\n");
        if is_html && html::is_too_deep(&body) {
            return Err(ReadError::TooDeep { file: file.to_owned(), limit: html::DEEPEST });
        }
        let body = if is_html { html::visible(&body).text } else { body };
        let _ = write!(out, "\n{}\n", body.trim_end());
    }
    Ok((out, subject))
}

fn address(address: &Addr<'_>) -> String {
    match (address.name(), address.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}
