//! What bears on accounts without being one: judgements, amendments, withdrawals, corrections, ties, consents.

use std::collections::BTreeSet;

use cairn_count::{Clusters, Judged};
use cairn_model::columns::Columns;
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

/// One row of the marks of a batch.
pub(crate) struct MarkRow<'a> {
    pub(crate) batch: BatchId,
    /// The entry that makes the mark.
    pub(crate) id: EntryId,
    columns: &'a Columns,
    row: usize,
}

impl<'a> MarkRow<'a> {
    /// A cell; empty when there is none.
    pub(crate) fn cell(&self, name: &str) -> &'a str {
        self.columns.column(name).map_or("", |c| c.value(self.row))
    }

    /// A cell that names an entry.
    pub(crate) fn entry(&self, name: &str) -> Option<EntryId> {
        self.cell(name).parse().ok()
    }
}

/// Walks over the marks of all batches that are not withdrawn, in the order of the log.
pub(crate) fn walk(store: &dyn Store, view: &View, mut each: impl FnMut(&MarkRow<'_>)) -> Result<()> {
    for batch in view.effective().filter(|b| b.marks > 0) {
        let columns = store.marks(batch.id)?;
        for (row, owner) in columns.owners().iter().enumerate() {
            let id = EntryId { seq: batch.id.seq + u64::from(*owner), ..batch.id };
            each(&MarkRow { batch: batch.id, id, columns: &columns, row });
        }
    }
    Ok(())
}

/// All marks at a moment, in the order of the log.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) all: Vec<Mark>,
    replaced: BTreeSet<EntryId>,
    /// Put together once: every hit of a search asks for its subject.
    clusters: Clusters,
}

impl Marks {
    pub(crate) fn read(store: &dyn Store, view: &View) -> Result<Self> {
        let mut marks = Self::default();
        walk(store, view, |row| {
            let (a, is) = (row.entry("a"), row.cell("is"));
            if is == "instead_of" {
                marks.replaced.extend(a);
                return;
            }
            marks.all.push(Mark {
                id: row.id,
                batch: row.batch,
                is: is.to_owned(),
                a,
                b: row.entry("b"),
                says: row.cell("says").to_owned(),
                score: row.cell("score").parse().ok(),
            });
        })?;
        marks.clusters = marks.put_together();
        Ok(marks)
    }

    /// Judgements that none replaces.
    pub(crate) fn judgements(&self) -> impl Iterator<Item = (&Mark, EntryId, EntryId, Verdict)> {
        let standing = self.all.iter().filter(|m| m.is == "judgement" && !self.replaced.contains(&m.id));
        standing.filter_map(|m| Some((m, m.a?, m.b?, Verdict::from_code(&m.says)?)))
    }

    /// The accounts judged to be about the same subject as `id`, itself included, sorted. What stands in the place of
    /// an account belongs to it.
    pub(crate) fn members(&self, id: EntryId) -> Vec<EntryId> {
        self.clusters.members(id)
    }

    fn put_together(&self) -> Clusters {
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
        Clusters::new(&judged, &alike)
    }
}
