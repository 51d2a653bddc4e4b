//! What bears on accounts without being one: judgements, amendments, withdrawals, corrections, ties, consents.

use std::collections::{BTreeMap, BTreeSet};

use cairn_count::{Clusters, Judged};
use cairn_model::{BatchId, EntryId, Verdict};
use cairn_register::{Store, View};

use crate::Result;

/// One mark of a batch that is not withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its entry.
    pub(crate) id: EntryId,
    pub(crate) batch: BatchId,
    /// `judgement`, `amendment`, `withdrawal`, …
    pub(crate) is: String,
    /// The account spoken of; of a judgement the first.
    pub(crate) a: Option<EntryId>,
    /// Of a judgement the second; of an amendment what stands in its place.
    pub(crate) b: Option<EntryId>,
    pub(crate) says: String,
    /// Of a judgement, the model's probability in parts of a million.
    pub(crate) score: Option<u32>,
}

/// All marks at a moment, in the order of the log.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) all: Vec<Mark>,
    replaced: BTreeSet<EntryId>,
}

impl Marks {
    pub(crate) fn read(store: &dyn Store, view: &View) -> Result<Self> {
        let mut marks = Self::default();
        for batch in view.effective().filter(|b| b.marks > 0) {
            let columns = store.marks(batch.id)?;
            let cell = |name: &str, i: usize| columns.column(name).map_or("", |c| c.value(i));
            for (i, owner) in columns.owners().iter().enumerate() {
                let a = cell("a", i).parse().ok();
                let is = cell("is", i);
                if is == "instead_of" {
                    marks.replaced.extend(a);
                    continue;
                }
                marks.all.push(Mark {
                    id: EntryId { seq: batch.id.seq + u64::from(*owner), ..batch.id },
                    batch: batch.id,
                    is: is.to_owned(),
                    a,
                    b: cell("b", i).parse().ok(),
                    says: cell("says", i).to_owned(),
                    score: cell("score", i).parse().ok(),
                });
            }
        }
        Ok(marks)
    }

    /// Judgements that none replaces.
    pub(crate) fn judgements(&self) -> impl Iterator<Item = (&Mark, EntryId, EntryId, Verdict)> {
        let standing = self.all.iter().filter(|m| m.is == "judgement" && !self.replaced.contains(&m.id));
        standing.filter_map(|m| Some((m, m.a?, m.b?, Verdict::from_code(&m.says)?)))
    }

    /// Accounts that count no more, each with what took it out: an amendment puts another in its place, a withdrawal
    /// none.
    pub(crate) fn taken_out(&self) -> BTreeMap<EntryId, &Mark> {
        let out = self.all.iter().filter(|m| m.is == "amendment" || m.is == "withdrawal");
        out.filter_map(|m| Some((m.a?, m))).collect()
    }

    /// The accounts judged to be about the same subject as `id`, itself included, sorted. What stands in the place of
    /// an account belongs to it.
    pub(crate) fn members(&self, id: EntryId) -> Vec<EntryId> {
        // As counts put them together, or a figure and the page of its subject would differ.
        let judged: Vec<Judged> =
            self.judgements().map(|(m, a, b, verdict)| Judged { a, b, verdict, score: m.score }).collect();
        let alike: Vec<(EntryId, EntryId)> = self
            .all
            .iter()
            .filter_map(|m| match m.is.as_str() {
                "amendment" => Some((m.a?, m.b?)),
                "correction" => Some((m.id, m.a?)),
                _ => None,
            })
            .collect();
        Clusters::new(&judged, &alike).members(id)
    }
}
