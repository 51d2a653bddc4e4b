//! What browsing keeps in memory: rows and names of all batches, the standing of each row at the positions asked for,
//! and orders.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, RwLock};

use cairn_count::Standing;
use cairn_model::BatchId;
use cairn_model::columns::Columns;
use cairn_register::{Store, View};

use super::field::{AllKeys, Field, state};
use super::rows::Rows;
use super::sort::{Order, Sort};
use crate::bonds::Rulings;
use crate::index::{fold_names, length};
use crate::marks::Marks;
use crate::names::Names;
use crate::nearest::WordIndex;
use crate::{Result, versions};

/// Positions whose standing is kept.
const POSITIONS: usize = 4;

/// What browsing keeps in memory. Sessions that share it load each batch once: a server gives every session the same.
#[derive(Clone, Default)]
pub struct Shelf(pub(crate) Arc<RwLock<Held>>);

/// Versions of one list: batch, and whether it corrects our slip.
type Series = Vec<(BatchId, bool)>;

#[derive(Default)]
pub(crate) struct Held {
    pub(crate) rows: Rows,
    pub(crate) keys: Option<AllKeys>,
    pub(crate) names: BTreeMap<BatchId, Arc<Names>>,
    pub(crate) words: WordIndex,
    /// By position, the one asked for last at the end.
    standings: Vec<(String, Arc<Stands>)>,
    versions: BTreeMap<Series, Arc<Vec<Vec<Standing>>>>,
    orders: BTreeMap<Sort, Arc<Order>>,
}

/// Which rows count at a position, and how.
pub(crate) struct Stands {
    /// A byte per row, see [`state`]. Rows that came later than the position are not in it.
    pub(crate) states: Vec<u8>,
    /// Batches in the order in which they fold: places in [`Rows::batches`].
    pub(crate) batches: Vec<usize>,
    /// What bears on accounts at the position.
    pub(crate) marks: Marks,
    /// Accounts under each value of each field when nothing is asked: which values there are.
    pub(crate) present: OnceLock<Vec<(Field, Vec<u64>)>>,
}

impl Held {
    /// Takes in the batches of a view that are not here yet.
    pub(crate) fn load(&mut self, store: &dyn Store, view: &View) -> Result<()> {
        for batch in view.batches.iter().filter(|b| b.accounts > 0) {
            if !self.rows.has(batch.id) {
                let (harms, tolls) = store.columns(batch.id)?;
                self.rows.push(batch.id, batch.opening.lamport, &harms, &tolls);
                self.orders.clear();
            }
        }
        let mut keys = match self.keys.take() {
            Some(keys) => keys,
            None => AllKeys::new()?,
        };
        let sources = |doc: &str| {
            let document = view.document(doc.parse().ok()?)?;
            document.publisher.map(|id| id.to_string())
        };
        keys.extend(&self.rows, &sources);
        self.keys = Some(keys);
        Ok(())
    }

    /// Takes in the names of a view's batches. A batch that is not indexed yet is folded from its entries.
    pub(crate) fn load_names(&mut self, store: &dyn Store, view: &View) -> Result<()> {
        for batch in view.batches.iter().filter(|b| b.accounts > 0) {
            if self.names.contains_key(&batch.id) {
                continue;
            }
            let kept = store.names(batch.id)?.and_then(|bytes| Names::from_bytes(&bytes));
            let names = match kept {
                Some(names) => names,
                None => fold_names(store, batch, length(batch))?,
            };
            self.names.insert(batch.id, Arc::new(names));
        }
        Ok(())
    }

    /// How rows stand at a view's position.
    pub(crate) fn stands(&mut self, store: &dyn Store, view: &View) -> Result<Arc<Stands>> {
        let position = view.position.to_string();
        if let Some(i) = self.standings.iter().position(|(p, _)| *p == position) {
            let found = self.standings.remove(i);
            let stands = found.1.clone();
            self.standings.push(found);
            return Ok(stands);
        }
        let mut states = vec![state::HIDDEN; self.rows.account.len()];
        let mut batches = Vec::new();
        for batch in view.effective() {
            if let Some(place) = self.rows.place(batch.id) {
                states[self.rows.batches[place].rows.clone()].fill(state::CURRENT);
                batches.push(place);
            }
        }
        for series in versions::series(view) {
            let standing = self.standing(store, &series)?;
            for ((id, _), of_batch) in series.iter().zip(standing.iter()) {
                let Some(place) = self.rows.place(*id) else { continue };
                let batch = &self.rows.batches[place];
                for (i, standing) in of_batch.iter().enumerate() {
                    states[batch.of_harm(i)] = match standing {
                        Standing::Current | Standing::Disputed => state::CURRENT,
                        Standing::CannotTell => state::CANNOT_TELL,
                        Standing::Withdrawn => state::WITHDRAWN,
                        Standing::Superseded => state::HIDDEN,
                    };
                }
            }
        }
        // As counts take them, or a figure and the list behind it would differ.
        let bonds = Rulings::of(store, view)?.bonds();
        for (id, standing) in &bonds.standing {
            let state = match standing {
                Standing::Superseded => state::HIDDEN,
                Standing::Withdrawn => state::WITHDRAWN,
                Standing::Current | Standing::Disputed | Standing::CannotTell => continue,
            };
            let batch = view.batch_of(*id).map(|b| b.id);
            let account = batch.and_then(|batch| self.rows.find(batch, (id.seq - batch.seq) as u32));
            let Some(account) = account else { continue };
            // A speaker's number stays the speaker's word when a later word changes it, and is shown beside that.
            if self.rows.value(account, "kind") == "figure" && bonds.changed_by.contains_key(id) {
                continue;
            }
            states[self.rows.rows_of(account)].fill(state);
        }
        let marks = Marks::read(store, view)?;
        let stands = Arc::new(Stands { states, batches, marks, present: OnceLock::new() });
        self.standings.push((position, stands.clone()));
        if self.standings.len() > POSITIONS {
            self.standings.remove(0);
        }
        Ok(stands)
    }

    /// The standing of every row of every version of a list. The columns are read again: keys are not kept.
    fn standing(&mut self, store: &dyn Store, series: &Series) -> Result<Arc<Vec<Vec<Standing>>>> {
        if let Some(found) = self.versions.get(series) {
            return Ok(found.clone());
        }
        let harms: Vec<Columns> =
            series.iter().map(|(id, _)| Ok(store.columns(*id)?.0)).collect::<Result<_>>()?;
        let pairs: Vec<(&Columns, bool)> =
            harms.iter().zip(series).map(|(c, (_, ours))| (c, *ours)).collect();
        let standing = Arc::new(versions::standing(&pairs));
        self.versions.insert(series.clone(), standing.clone());
        Ok(standing)
    }

    /// All accounts in an order.
    pub(crate) fn order(&mut self, sort: Sort) -> Arc<Order> {
        let (rows, names) = (&self.rows, &self.names);
        self.orders.entry(sort).or_insert_with(|| Arc::new(Order::new(sort, rows, names))).clone()
    }

    /// Whether the rows, keys and standing of a view are here.
    pub(crate) fn ready(&self, view: &View) -> Option<Arc<Stands>> {
        let position = view.position.to_string();
        self.keys.as_ref()?;
        self.standings.iter().find(|(p, _)| *p == position).map(|(_, stands)| stands.clone())
    }

    pub(crate) fn order_ready(&self, sort: Sort) -> Option<Arc<Order>> {
        self.orders.get(&sort).cloned()
    }
}
