//! The model that a person runs on this machine, asked beside the engine.

use std::sync::{Arc, Mutex, PoisonError};

use cairn_extract::{Claim, Kind, Metric, Reason, quantities};
use cairn_propose::{Bounds, Draft, Dropped, Endpoint, Kept, Limits, Placed, Proposer, keep};
use cairn_work::{Suggest, Suggested};
use clap::Args;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::value::{Error as Unknown, StrDeserializer};

use crate::failure::{Failure, Result};
use crate::text::foreign;

/// Options of commands that ask a model too.
#[derive(Debug, Clone, Args)]
pub struct Ask {
    /// Ask a language model of this machine too
    ///
    /// The address of an OpenAI-compatible server, such as http://127.0.0.1:8080; no other machine is asked. What the
    /// model proposes bears its name, and is dropped and counted where its words do not stand in the text or its
    /// number not in its words. What the rules read stays as it is.
    #[arg(long, value_name = "URL", requires = "model")]
    propose: Option<String>,
    /// The name of the model to ask
    #[arg(long, value_name = "NAME", requires = "propose")]
    model: Option<String>,
}

impl Ask {
    /// The model to ask, when there is one.
    pub fn model(&self) -> Result<Option<Arc<Model>>> {
        let (Some(url), Some(name)) = (&self.propose, &self.model) else { return Ok(None) };
        let endpoint = Endpoint::new(url, name, Limits::default()).map_err(Failure::new)?;
        Ok(Some(Arc::new(Model { endpoint, sum: Mutex::default() })))
    }
}

/// A model, and what came of its proposals so far.
#[derive(Debug)]
pub struct Model {
    endpoint: Endpoint,
    sum: Mutex<Sum>,
}

#[derive(Debug, Default)]
struct Sum {
    stand: u64,
    dropped: Dropped,
    unread: u64,
    /// Why one of the unread answers was none.
    unread_why: String,
    /// Why nothing more is asked.
    over: Option<String>,
}

impl Model {
    /// What it says that a text says, as far as that stands in the text. An answer that cannot be read is counted; a
    /// server that does not answer is an error, and is not asked again.
    pub fn claims(&self, text: &str, published: Option<Date>) -> std::result::Result<Vec<Claim>, String> {
        if let Some(why) = self.with(|s| s.over.clone()) {
            return Err(why);
        }
        let day = published.map(|d| d.to_string());
        let drafts = match self.endpoint.propose(text, day.as_deref()) {
            Ok(drafts) => drafts,
            Err(e) if e.is_lasting() => {
                self.with(|s| s.over = Some(e.to_string()));
                return Err(e.to_string());
            }
            Err(e) => {
                self.with(|s| {
                    s.unread += 1;
                    s.unread_why = e.to_string();
                });
                return Ok(Vec::new());
            }
        };
        let numbers = |words: &str| {
            let said = quantities(words, None).into_iter();
            said.map(|q| Bounds { low: q.low, high: q.high, qualifier: q.qualifier, by_rule: q.by_rule })
                .collect()
        };
        let Kept { placed, mut dropped } = keep(text, drafts, &numbers);
        let found = placed.len();
        let claims: Vec<Claim> = placed.into_iter().filter_map(|p| claim(p, self.endpoint.name())).collect();
        dropped.no_metric += (found - claims.len()) as u64;
        self.with(|s| {
            s.stand += claims.len() as u64;
            s.dropped.add(&dropped);
        });
        Ok(claims)
    }

    /// Adds what it says of a text to what the rules read there. Of a number that is spoken for it says nothing.
    pub fn join(&self, claims: &mut Vec<Claim>, text: &str, published: Option<Date>) -> Result<()> {
        for other in self.claims(text, published).map_err(Failure::new)? {
            let same = |c: &Claim| c.start < other.end && other.start < c.end;
            if claims.iter().any(|c| same(c) && (c.low, c.high) == (other.low, other.high)) {
                continue;
            }
            let at = claims.partition_point(|c| c.start <= other.start);
            // A part names its total by place, and places move.
            for total in claims.iter_mut().filter_map(|c| c.part_of.as_mut()) {
                *total += usize::from(*total >= at);
            }
            claims.insert(at, other);
        }
        Ok(())
    }

    fn with<T>(&self, change: impl FnOnce(&mut Sum) -> T) -> T {
        // A thread that panicked while it held the sum is no reason to lose it.
        change(&mut self.sum.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Says on standard error what came of its proposals: that is about the answer, so it is said when quiet too.
    pub fn report(&self) {
        let words = self.with(|s| {
            let mut out =
                format!("model {}: {} of its proposals stand in the text", self.endpoint.name(), s.stand);
            let dropped = s.dropped.words();
            if !dropped.is_empty() {
                out.push_str(&format!("; dropped {dropped}"));
            }
            if s.unread > 0 {
                out.push_str(&format!("; {} of its answers could not be read: {}", s.unread, s.unread_why));
            }
            out
        });
        eprintln!("{}", foreign(&words));
    }
}

impl Suggest for &Model {
    fn claims(&mut self, text: &str, published: Option<Date>) -> std::result::Result<Vec<Suggested>, String> {
        let claims = Model::claims(self, text, published)?;
        let model = self.endpoint.name();
        Ok(claims.into_iter().map(|claim| Suggested { claim, model: model.to_owned() }).collect())
    }
}

fn claim(placed: Placed, model: &str) -> Option<Claim> {
    let Placed { start, end, bounds, draft } = placed;
    let Draft { quote, metric, cumulative, group, place, period, source, responsible, .. } = draft;
    let metric = Metric::deserialize(StrDeserializer::<Unknown>::new(&metric)).ok()?;
    // What is declared has no number.
    (metric != Metric::Declaration).then(|| Claim {
        kind: Kind::Count,
        quote,
        start,
        end,
        metric,
        low: bounds.low,
        high: bounds.high,
        unit: None,
        qualifier: bounds.qualifier,
        by_rule: bounds.by_rule,
        cumulative,
        group,
        party_affected: None,
        place,
        period,
        resolved_from: None,
        resolved_to: None,
        source,
        source_candidates: Vec::new(),
        responsible,
        responsible_said_by: None,
        stance: None,
        negated: bounds.low == Some(0) && bounds.high == Some(0),
        hypothetical: false,
        part_of: None,
        score: 0,
        reasons: vec![Reason { rule: "model".to_owned(), words: model.to_owned() }],
    })
}
