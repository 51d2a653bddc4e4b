//! The client: one address, plain HTTP, no redirects, no proxy, bounded in time and size.

use std::net::IpAddr;
use std::time::Duration;

use serde_json::json;
use ureq::Agent;
use ureq::http::Uri;

use crate::{Drafts, Error, Proposer, answer};

/// How much of the world a question may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From asking to the last byte of the answer.
    pub time: Duration,
    /// Bytes of an answer.
    pub bytes: u64,
    /// Characters of text in one question; longer texts are asked about in parts.
    pub chars: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(120), bytes: 1 << 20, chars: 8_000 }
    }
}

/// An OpenAI-compatible server (`/v1/chat/completions`), as local model runners offer it.
#[derive(Debug)]
pub struct Endpoint {
    url: String,
    model: String,
    limits: Limits,
    agent: Agent,
}

const SYSTEM: &str = include_str!("prompt.txt");

impl Endpoint {
    /// A server at `url` (`http://127.0.0.1:8080`), asked for `model`. Only this machine is asked.
    ///
    /// # Errors
    /// When the address is not one of this machine, or not plain HTTP.
    pub fn new(url: &str, model: &str, limits: Limits) -> Result<Self, Error> {
        let wrong = |why| Error::Address { url: url.to_owned(), why };
        let uri: Uri =
            url.parse().map_err(|_| wrong("this is no address: expected http://127.0.0.1:PORT"))?;
        if uri.scheme_str() != Some("http") {
            return Err(wrong(
                "only plain http is spoken, to a server on this machine: expected http://127.0.0.1:PORT",
            ));
        }
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        // No name is looked up: that would be a question to another machine too.
        if !(host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())) {
            return Err(wrong(
                "this is not an address of this machine, and the text would leave it: expected http://127.0.0.1:PORT",
            ));
        }
        let base = url.trim_end_matches('/');
        let url = match base {
            b if b.ends_with("/chat/completions") => b.to_owned(),
            b if b.ends_with("/v1") => format!("{b}/chat/completions"),
            b => format!("{b}/v1/chat/completions"),
        };
        let config = Agent::config_builder()
            .timeout_global(Some(limits.time))
            .max_redirects(0)
            .max_redirects_will_error(true)
            .proxy(None)
            .user_agent("cairn");
        Ok(Self { url, model: model.to_owned(), limits, agent: config.build().into() })
    }

    fn ask(&self, text: &str, published: Option<&str>) -> Result<Drafts, Error> {
        let question = json!({
            "model": self.model,
            "temperature": 0,
            "seed": 0,
            "stream": false,
            "response_format": { "type": "json_object" },
            "messages": [
                { "role": "system", "content": SYSTEM },
                { "role": "user", "content": format!("Day of the text: {}\n\n{text}", published.unwrap_or("not stated")) },
            ],
        });
        let sent = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json")
            .send(question.to_string())
            .map_err(|e| self.error(e))?;
        let mut sent = sent;
        if !sent.status().is_success() {
            let why = format!("it answers with status {}", sent.status().as_u16());
            return Err(Error::Refused { url: self.url.clone(), why });
        }
        let body = sent.body_mut().with_config().limit(self.limits.bytes).read_to_vec();
        answer::read(&body.map_err(|e| self.error(e))?)
    }

    fn error(&self, e: ureq::Error) -> Error {
        let url = self.url.clone();
        match e {
            ureq::Error::BodyExceedsLimit(_) => Error::Long(self.limits.bytes),
            ureq::Error::StatusCode(code) => {
                Error::Refused { url, why: format!("it answers with status {code}") }
            }
            ureq::Error::TooManyRedirects => {
                Error::Refused { url, why: "it sends us elsewhere, where we do not go".to_owned() }
            }
            other => Error::Silent { url, why: other.to_string() },
        }
    }
}

impl Proposer for Endpoint {
    fn name(&self) -> &str {
        &self.model
    }

    fn propose(&self, text: &str, published: Option<&str>) -> Result<Drafts, Error> {
        let mut out = Drafts::default();
        for part in parts(text, self.limits.chars) {
            let Drafts { drafts, unreadable } = self.ask(part, published)?;
            out.drafts.extend(drafts);
            out.unreadable += unreadable;
        }
        Ok(out)
    }
}

/// The text in parts of at most `most` characters, cut between paragraphs or lines where there are any.
fn parts(text: &str, most: usize) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((end, _)) = rest.char_indices().nth(most) {
        let head = &rest[..end];
        let cut = head.rfind("\n\n").or_else(|| head.rfind('\n')).or_else(|| head.rfind(' '));
        let cut = cut.filter(|c| *c > 0).unwrap_or(end);
        out.push(&rest[..cut]);
        rest = &rest[cut..];
    }
    out.push(rest);
    out.retain(|p| !p.trim().is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_the_text() {
        let text = format!("{}\n\n{}\n{} {}", "a".repeat(30), "б".repeat(50), "c".repeat(10), "d".repeat(95));
        let parts = parts(&text, 60);
        assert_eq!(parts.concat(), text);
        assert!(parts.iter().all(|p| p.chars().count() <= 60) && parts.len() > 2);
    }
}
