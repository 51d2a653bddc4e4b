//! Taking in a bulletin: its text becomes a document, its claims wait, and what it says is laid beside what the same
//! publisher said last, before anything counts.

use cairn_fold::fold;
use cairn_model::{DocId, Document, Entry, EntryId, Params, Qualifier, Toll};
use cairn_register::View;
use serde::Serialize;

use crate::claims::{ClaimRow, ClaimState, toll};
use crate::{Added, Error, Incoming, Progress, Result, Session};

/// A bulletin as pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bulletin {
    /// Its text.
    pub text: String,
    /// Who publishes it.
    pub publisher: String,
    /// The day it bears: what it says is as of that day.
    pub published: String,
    /// Title, when it has one.
    pub title: Option<String>,
    /// Language code; detected when absent.
    pub lang: Option<String>,
}

/// What became of a bulletin.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Intake {
    /// The document.
    pub added: Added,
    /// What was read in it, waiting for decisions.
    pub claims: Vec<ClaimRow>,
    /// Beside what the publisher said last.
    pub comparison: Comparison,
}

/// A bulletin beside the publisher's last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The document.
    pub doc: DocId,
    /// The publisher's last document of an earlier day that has claims.
    pub previous: Option<Document>,
    /// One per thing said in either.
    pub rows: Vec<ComparisonRow>,
    /// What cannot all be so.
    pub contradictions: Vec<Clash>,
}

/// One thing said in one or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComparisonRow {
    /// Code of the vocabulary `metric`.
    pub metric: String,
    /// Of whom, in the text's words.
    pub group: Option<String>,
    /// Nation, side or community of those counted, in the text's words.
    pub party: Option<String>,
    /// Where, in the text's words.
    pub place: Option<String>,
    /// A running total.
    pub cumulative: bool,
    /// What this one says.
    pub now: Option<Statement>,
    /// What the last one said.
    pub before: Option<Statement>,
    /// How they differ.
    pub change: Change,
    /// By how much, where both give an exact number.
    pub difference: Option<i64>,
}

/// One number of a bulletin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The claim.
    pub claim: String,
    /// The account that came of it.
    pub account: Option<EntryId>,
    /// Lowest; `null` when open.
    pub low: Option<i64>,
    /// Highest; `null` when open.
    pub high: Option<i64>,
    /// How exactly.
    pub qualifier: Qualifier,
    /// The words.
    pub quote: String,
}

/// How what is said now differs from what was said last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Not said last time.
    New,
    /// Said last time and not now.
    Gone,
    /// The same.
    Same,
    /// More.
    Rises,
    /// Less.
    Falls,
    /// Neither end alone: a range that widens, narrows or opens.
    Differs,
}

/// Two numbers that cannot both be so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// `cumulative_falls`: a running total that is lower than before; `part_exceeds_whole`: more of a group than of all.
    pub code: &'static str,
    /// In words.
    pub words: String,
    /// What the words fill in.
    pub params: Params,
    /// The claims, of which one may be misread or misprinted.
    pub claims: Vec<String>,
}

/// Somebody who has published documents here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Publisher {
    /// The source.
    pub id: EntryId,
    /// Name or alias.
    pub name: String,
    /// Documents on record.
    pub documents: u64,
    /// The one of the latest day.
    pub last: Option<Document>,
}

/// What makes two statements speak of the same thing.
type Key = (String, Option<String>, Option<String>, Option<String>, bool);

struct Read {
    key: Key,
    toll: Toll,
    statement: Statement,
}

impl Session {
    /// Takes in a bulletin. Nothing counts before its claims are accepted. The same text again adds nothing.
    ///
    /// # Errors
    /// When publisher, day or text is missing, or the day is none.
    pub fn intake(&mut self, bulletin: &Bulletin, progress: &mut dyn Progress) -> Result<Intake> {
        let publisher = bulletin.publisher.trim();
        if publisher.is_empty() || bulletin.text.trim().is_empty() {
            return Err(Error::Nothing(
                "a bulletin has a publisher, a day and a text: one is empty".to_owned(),
            ));
        }
        let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let name: String = publisher.chars().map(plain).take(60).collect();
        let file = Incoming {
            name: format!("{}-{}.txt", name.trim_matches('-'), bulletin.published),
            bytes: bulletin.text.clone().into_bytes(),
            published: Some(bulletin.published.clone()),
            publisher: Some(publisher.to_owned()),
            title: bulletin.title.clone(),
            lang: bulletin.lang.clone(),
        };
        let added = self.add(&[file], progress)?.pop();
        let added = added.ok_or_else(|| Error::Nothing("the text was not added".to_owned()))?;
        let claims = self.claims(Some(added.doc))?;
        let comparison = self.comparison(added.doc)?;
        Ok(Intake { added, claims, comparison })
    }

    /// Lays a document beside the last one of its publisher, claims that wait included.
    ///
    /// # Errors
    /// When there is no such document.
    pub fn comparison(&self, doc: DocId) -> Result<Comparison> {
        let view = self.store.view(None)?;
        let document = view.document(doc).ok_or_else(|| Error::Unknown(doc.to_string()))?;
        let all = self.claims(None)?;
        let previous = previous(&view, document, &all);
        let now = self.read_claims(&all, doc)?;
        let before = match previous {
            Some(previous) => self.read_claims(&all, previous.doc)?,
            None => Vec::new(),
        };
        let contradictions = clashes(&now, &before);
        let mut rest: Vec<Option<Read>> = before.into_iter().map(Some).collect();
        let mut rows = Vec::new();
        for read in now {
            let same = rest.iter_mut().find(|b| b.as_ref().is_some_and(|b| b.key == read.key));
            let before = same.and_then(Option::take);
            rows.push(row(Some(read), before));
        }
        // Without an earlier document nothing has gone; with one, what it said alone stands last.
        rows.extend(rest.into_iter().flatten().map(|before| row(None, Some(before))));
        Ok(Comparison { doc, previous: previous.cloned(), rows, contradictions })
    }

    /// Who has published documents here, by name: for filling in a form.
    ///
    /// # Errors
    /// When the store fails.
    pub fn publishers(&self) -> Result<Vec<Publisher>> {
        let view = self.store.view(None)?;
        let sources = view.sources();
        let mut found: Vec<Publisher> = Vec::new();
        for document in view.documents() {
            let Some((id, source)) = document.publisher.and_then(|id| sources.get(&id).map(|s| (id, s)))
            else {
                continue;
            };
            let at = match found.iter().position(|p| p.id == id) {
                Some(at) => at,
                None => {
                    found.push(Publisher { id, name: source.name.clone(), documents: 0, last: None });
                    found.len() - 1
                }
            };
            let publisher = &mut found[at];
            publisher.documents += 1;
            if publisher.last.as_ref().is_none_or(|last| last.published <= document.published) {
                publisher.last = Some(document.clone());
            }
        }
        found.sort_by(|a, b| fold(&a.name).cmp(&fold(&b.name)).then(a.id.cmp(&b.id)));
        Ok(found)
    }

    /// The numbers of a document: as accepted where they were, as read where they wait.
    fn read_claims(&self, all: &[ClaimRow], doc: DocId) -> Result<Vec<Read>> {
        let mut out = Vec::new();
        for row in all.iter().filter(|r| r.doc == doc && r.state != ClaimState::Rejected) {
            if row.claim.kind != cairn_extract::Kind::Count {
                continue;
            }
            let accepted = match row.account.map(|id| self.store.entry(id)).transpose()? {
                Some(Entry::Account(account)) => account.toll,
                _ => None,
            };
            let toll = accepted.unwrap_or_else(|| toll(&row.claim));
            let folded = |words: &Option<String>| words.as_deref().map(fold);
            out.push(Read {
                key: (
                    toll.metric.clone(),
                    folded(&toll.group),
                    folded(&toll.party),
                    folded(&toll.place),
                    toll.cumulative,
                ),
                statement: Statement {
                    claim: row.id.clone(),
                    account: row.account,
                    low: toll.low,
                    high: toll.high,
                    qualifier: toll.qualifier,
                    quote: row.claim.quote.clone(),
                },
                toll,
            });
        }
        Ok(out)
    }
}

/// The publisher's last document of an earlier day in which claims were read.
fn previous<'v>(view: &'v View, document: &Document, claims: &[ClaimRow]) -> Option<&'v Document> {
    let (publisher, day) = (document.publisher?, document.published.as_ref()?);
    let has_claims = |d: &&Document| claims.iter().any(|c| c.doc == d.doc);
    let earlier = view.documents().into_iter().filter(|d| d.publisher == Some(publisher));
    let earlier = earlier.filter(|d| d.published.as_ref().is_some_and(|p| p < day)).filter(has_claims);
    earlier.max_by(|a, b| a.published.cmp(&b.published))
}

fn row(now: Option<Read>, before: Option<Read>) -> ComparisonRow {
    let toll = now.as_ref().or(before.as_ref()).map(|r| r.toll.clone());
    let (now, before) = (now.map(|r| r.statement), before.map(|r| r.statement));
    let change = match (&now, &before) {
        (_, None) => Change::New,
        (None, Some(_)) => Change::Gone,
        (Some(now), Some(before)) => change(now, before),
    };
    let exact = |s: &Option<Statement>| s.as_ref().and_then(|s| s.low.filter(|low| s.high == Some(*low)));
    let difference = exact(&now).zip(exact(&before)).map(|(now, before)| now - before);
    let toll = toll.as_ref();
    ComparisonRow {
        metric: toll.map(|t| t.metric.clone()).unwrap_or_default(),
        group: toll.and_then(|t| t.group.clone()),
        party: toll.and_then(|t| t.party.clone()),
        place: toll.and_then(|t| t.place.clone()),
        cumulative: toll.is_some_and(|t| t.cumulative),
        now,
        before,
        change,
        difference,
    }
}

fn change(now: &Statement, before: &Statement) -> Change {
    if (now.low, now.high) == (before.low, before.high) {
        return Change::Same;
    }
    let (low, high) = (now.low.zip(before.low), now.high.zip(before.high));
    let ends: Vec<(i64, i64)> = [low, high].into_iter().flatten().collect();
    let open_alike = now.low.is_some() == before.low.is_some() && now.high.is_some() == before.high.is_some();
    match open_alike && !ends.is_empty() {
        true if ends.iter().all(|(now, before)| now >= before) => Change::Rises,
        true if ends.iter().all(|(now, before)| now <= before) => Change::Falls,
        _ => Change::Differs,
    }
}

/// What cannot all be so: the machine may have misread, the bulletin may have slipped, the publisher may have
/// corrected itself. Said before accepting, decided by people.
fn clashes(now: &[Read], before: &[Read]) -> Vec<Clash> {
    let mut found = Vec::new();
    for read in now.iter().filter(|r| r.toll.cumulative) {
        let Some(earlier) = before.iter().find(|b| b.key == read.key) else { continue };
        if let (Some(high), Some(low)) = (read.toll.high, earlier.toll.low)
            && high < low
        {
            found.push(Clash {
                code: "cumulative_falls",
                words: format!(
                    "a running total falls: {high} now, {low} before (“{}”, “{}”)",
                    read.statement.quote, earlier.statement.quote
                ),
                params: [("is", high.into()), ("was", low.into())].into(),
                claims: vec![read.statement.claim.clone(), earlier.statement.claim.clone()],
            });
        }
    }
    for part in now.iter().filter(|r| r.key.1.is_some()) {
        let of_same = |w: &&Read| {
            w.key.1.is_none()
                && (&w.key.0, &w.key.2, &w.key.3, w.key.4)
                    == (&part.key.0, &part.key.2, &part.key.3, part.key.4)
                && w.toll.when == part.toll.when
        };
        let Some(whole) = now.iter().find(of_same) else { continue };
        if let (Some(low), Some(high)) = (part.toll.low, whole.toll.high)
            && low > high
        {
            found.push(Clash {
                code: "part_exceeds_whole",
                words: format!(
                    "a part is larger than its whole: {low} of {high} (“{}”, “{}”)",
                    part.statement.quote, whole.statement.quote
                ),
                params: [("part", low.into()), ("whole", high.into())].into(),
                claims: vec![part.statement.claim.clone(), whole.statement.claim.clone()],
            });
        }
    }
    found
}
