//! Who may ask: the launch token, sessions of browsers, and the names under which this server is reached.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use axum::http::{HeaderMap, Method, header};
use sha2::{Digest, Sha256};

use crate::desk::hold;
use crate::error::{Code, Failure, Result};

/// Sessions kept at a time: the one unused longest goes first.
const SESSIONS: usize = 64;
/// A session unused for so long has ended.
const IDLE: Duration = Duration::from_secs(12 * 60 * 60);

/// Who asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// Who acts, as the log keeps it.
    pub actor: Option<String>,
    /// The browser's session; none for a program with the token.
    pub session: Option<[u8; 32]>,
}

struct Kept {
    actor: Option<String>,
    used: Instant,
}

/// The door of the server.
pub struct Door {
    /// Only digests are kept: comparing them tells nothing about the token.
    token: [u8; 32],
    once: Mutex<Option<[u8; 32]>>,
    sessions: Mutex<BTreeMap<[u8; 32], Kept>>,
    hosts: Vec<String>,
    cookie: String,
    actor: Option<String>,
}

/// 256 random bits as hexadecimal digits.
pub fn secret() -> std::result::Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// Compares without stopping at the first difference.
fn same(a: &[u8; 32], b: &[u8; 32]) -> bool {
    a.iter().zip(b).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

impl Door {
    /// A door at `port` of the loopback, opened by `token`.
    pub fn new(token: &str, once: Option<&str>, port: u16, actor: Option<String>) -> Self {
        let names = ["127.0.0.1", "localhost", "[::1]"];
        Self {
            token: digest(token),
            once: Mutex::new(once.map(digest)),
            sessions: Mutex::default(),
            hosts: names.iter().map(|name| format!("{name}:{port}")).collect(),
            // Browsers share cookies between the ports of a machine: two registers must not share one.
            cookie: format!("cairn_{port}"),
            actor,
        }
    }

    /// Refuses what reaches this server under a name that is not its own: a page elsewhere whose name was pointed at
    /// this machine sends its own.
    pub fn host(&self, headers: &HeaderMap) -> Result<()> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let known = |v: &axum::http::HeaderValue| self.hosts.iter().any(|h| v.as_bytes() == h.as_bytes());
        match (hosts.next(), hosts.next()) {
            (Some(host), None) if known(host) => Ok(()),
            _ => Err(Failure::new(Code::WrongHost, "the request names another server than this one")),
        }
    }

    /// Refuses what another site makes a browser send.
    pub fn origin(&self, method: &Method, headers: &HeaderMap) -> Result<()> {
        let wrong = || Failure::new(Code::WrongOrigin, "the request was sent by another site");
        let site = headers.get("sec-fetch-site").map(|v| v.as_bytes());
        if method == Method::GET || method == Method::HEAD {
            // A link from elsewhere may open the page; no other site may read or embed anything.
            let navigates = headers.get("sec-fetch-mode").is_some_and(|v| v == "navigate");
            return match site {
                Some(b"cross-site" | b"same-site") if !navigates => Err(wrong()),
                _ => Ok(()),
            };
        }
        if !matches!(site, None | Some(b"same-origin" | b"none")) {
            return Err(wrong());
        }
        let own = |v: &[u8]| {
            self.hosts.iter().any(|h| v.strip_prefix(b"http://").is_some_and(|rest| rest == h.as_bytes()))
        };
        match headers.get(header::ORIGIN) {
            Some(origin) if !own(origin.as_bytes()) => Err(wrong()),
            _ => Ok(()),
        }
    }

    /// Who sends this: by the token in `Authorization`, or by the session's cookie.
    pub fn caller(&self, headers: &HeaderMap) -> Result<Caller> {
        let refused = || Failure::new(Code::Unauthorised, "this server answers only who has its token");
        if let Some(value) = headers.get(header::AUTHORIZATION) {
            let token = value.to_str().ok().and_then(|v| v.strip_prefix("Bearer ")).ok_or_else(refused)?;
            return match same(&digest(token), &self.token) {
                true => Ok(Caller { actor: self.actor.clone(), session: None }),
                false => Err(refused()),
            };
        }
        let id = digest(self.sent_cookie(headers).ok_or_else(refused)?);
        let mut sessions = hold(&self.sessions);
        sessions.retain(|_, s| s.used.elapsed() < IDLE);
        let kept = sessions.get_mut(&id).ok_or_else(refused)?;
        kept.used = Instant::now();
        Ok(Caller { actor: kept.actor.clone(), session: Some(id) })
    }

    fn sent_cookie<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
        let mut pairs = cookies.flat_map(|v| v.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(name, _)| *name == self.cookie).map(|(_, value)| value)
    }

    /// Exchanges the token for a session: gives the cookie to set.
    pub fn enter(&self, token: &str, actor: Option<String>) -> Result<String> {
        let sent = digest(token);
        let once = || {
            let mut once = hold(&self.once);
            let fits = once.as_ref().is_some_and(|o| same(&sent, o));
            if fits {
                *once = None;
            }
            fits
        };
        if !same(&sent, &self.token) && !once() {
            return Err(Failure::new(Code::Unauthorised, "the token is not the one of this server"));
        }
        let id = secret().map_err(Failure::internal)?;
        let mut sessions = hold(&self.sessions);
        if sessions.len() >= SESSIONS {
            let oldest = sessions.iter().min_by_key(|(_, s)| s.used).map(|(id, _)| *id);
            oldest.map(|id| sessions.remove(&id));
        }
        let actor = actor.or_else(|| self.actor.clone());
        sessions.insert(digest(&id), Kept { actor, used: Instant::now() });
        Ok(format!("{}={id}; HttpOnly; SameSite=Strict; Path=/", self.cookie))
    }

    /// Says who acts from now on; a program with the token says so with each launch instead.
    pub fn rename(&self, caller: &Caller, actor: Option<String>) {
        let mut sessions = hold(&self.sessions);
        if let Some(kept) = caller.session.and_then(|id| sessions.get_mut(&id)) {
            kept.actor = actor;
        }
    }

    /// Ends a session: gives the cookie that removes it.
    pub fn leave(&self, caller: &Caller) -> String {
        if let Some(id) = caller.session {
            hold(&self.sessions).remove(&id);
        }
        format!("{}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0", self.cookie)
    }
}
