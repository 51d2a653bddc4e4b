//! The operator: all pairs of each block of its input, scored; out come those above the threshold.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use cairn_link::{Edge, Kernel, Rows};
use datafusion::arrow::array::{
    Array, ArrayRef, Float32Array, PrimitiveArray, RecordBatch, UInt8Array, UInt16Array, UInt32Array,
    UInt64Array, new_null_array,
};
use datafusion::arrow::datatypes::{
    ArrowPrimitiveType, DataType, Field, Schema, SchemaRef, UInt8Type, UInt16Type, UInt32Type,
};
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::TaskContext;
use datafusion::execution::memory_pool::{MemoryConsumer, MemoryReservation};
use datafusion::physical_expr::EquivalenceProperties;
use datafusion::physical_plan::execution_plan::{Boundedness, EmissionType};
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::physical_plan::{
    ChildrenPropertiesMode, DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties,
    PhysicalExpr, PlanProperties, ReplaceChildrenOptions, SendableRecordBatchStream,
};
use futures::{StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};

use crate::kernel::{KernelFile, load};

/// What one operator compares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// A blocking pass, whose rows come partitioned by its columns; none: tiles of large blocks of any pass, whose rows
    /// come partitioned by tile.
    pub pass: Option<u16>,
    /// The kernel of the run.
    pub kernel: KernelFile,
}

/// Rows of a batch of pairs.
const BATCH: usize = 65_536;

/// What comes out: pairs (`left`, `right`, `bits`), and for each partition and pass one row that has instead how many
/// rows were compared and how many pairs they made.
static OUTPUT: LazyLock<SchemaRef> = LazyLock::new(|| {
    Arc::new(Schema::new(vec![
        Field::new("pass", DataType::UInt16, false),
        Field::new("left", DataType::UInt32, true),
        Field::new("right", DataType::UInt32, true),
        Field::new("bits", DataType::Float32, true),
        Field::new("rows", DataType::UInt64, true),
        Field::new("pairs", DataType::UInt64, true),
    ]))
});

/// The operator.
#[derive(Debug)]
pub struct Compare {
    input: Arc<dyn ExecutionPlan>,
    work: Work,
    properties: Arc<PlanProperties>,
}

impl Compare {
    /// Compares the rows of `input`, every partition of which holds blocks (or tiles) whole.
    #[must_use]
    pub fn new(input: Arc<dyn ExecutionPlan>, work: Work) -> Self {
        let partitions = input.output_partitioning().partition_count();
        let properties = Arc::new(PlanProperties::new(
            EquivalenceProperties::new(Arc::clone(&OUTPUT)),
            datafusion::physical_plan::Partitioning::UnknownPartitioning(partitions),
            EmissionType::Final,
            Boundedness::Bounded,
        ));
        Self { input, work, properties }
    }

    /// What it compares.
    #[must_use]
    pub fn work(&self) -> &Work {
        &self.work
    }
}

impl DisplayAs for Compare {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter) -> fmt::Result {
        match self.work.pass {
            Some(pass) => write!(f, "Compare: pass={pass}"),
            None => write!(f, "Compare: tiles"),
        }
    }
}

impl ExecutionPlan for Compare {
    fn name(&self) -> &str {
        "Compare"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.input]
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match (children.pop(), children.is_empty()) {
            (Some(input), true) => Ok(Arc::new(Self::new(input, self.work.clone()))),
            _ => Err(DataFusionError::Internal("Compare has one input".to_owned())),
        }
    }

    fn with_new_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        self.replace_children(children, ReplaceChildrenOptions::new(ChildrenPropertiesMode::Recompute))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        let input = self.input.execute(partition, Arc::clone(&context))?;
        let work = self.work.clone();
        let reservation =
            MemoryConsumer::new(format!("Compare[{partition}]")).register(context.memory_pool());
        let stream = futures::stream::once(async move {
            let kernel = load(&context.runtime_env(), &work.kernel).await?;
            let lots = gather(input, &kernel, work.pass, &reservation).await?;
            let found = on_own_thread(kernel, lots, work.pass, reservation).await?;
            Ok::<_, DataFusionError>(futures::stream::iter(found.into_batches()))
        });
        Ok(Box::pin(RecordBatchStreamAdapter::new(Arc::clone(&OUTPUT), stream.try_flatten())))
    }
}

/// Rows to compare together: of a whole partition, or of one tile.
struct Lot {
    pass: u16,
    left: Rows,
    right: Rows,
}

/// The name of a coded column.
pub(crate) fn cell(column: usize) -> String {
    format!("c{column}")
}

fn column<'a, T: ArrowPrimitiveType>(batch: &'a RecordBatch, name: &str) -> Result<&'a PrimitiveArray<T>> {
    batch
        .column_by_name(name)
        .and_then(|c| c.as_any().downcast_ref::<PrimitiveArray<T>>())
        .filter(|c| c.null_count() == 0)
        .ok_or_else(|| {
            DataFusionError::Execution(format!("column {name} is missing, null or of another type"))
        })
}

fn push(rows: &mut Rows, i: usize, record: &UInt32Array, list: &UInt16Array, cells: &[&UInt32Array]) {
    rows.records.push(record.value(i));
    rows.lists.push(list.value(i));
    rows.cells.extend(cells.iter().map(|c| c.value(i)));
}

/// Takes in a partition.
async fn gather(
    mut input: SendableRecordBatchStream,
    kernel: &Kernel,
    pass: Option<u16>,
    reservation: &MemoryReservation,
) -> Result<Vec<Lot>> {
    let row_bytes = 6 + 4 * kernel.width();
    let new = |pass| Lot { pass, left: Rows::default(), right: Rows::default() };
    let mut lots: BTreeMap<u32, Lot> = BTreeMap::new();
    if let Some(pass) = pass {
        lots.insert(0, new(pass));
    }
    while let Some(batch) = input.next().await {
        let batch = batch?;
        // Twice: comparing copies the rows side by side.
        reservation.try_grow(2 * row_bytes * batch.num_rows())?;
        let record = column::<UInt32Type>(&batch, "record")?;
        let list = column::<UInt16Type>(&batch, "list")?;
        let cells = (0..kernel.width())
            .map(|k| column::<UInt32Type>(&batch, &cell(k)))
            .collect::<Result<Vec<_>>>()?;
        if pass.is_some() {
            for lot in lots.values_mut() {
                (0..batch.num_rows()).for_each(|i| push(&mut lot.left, i, record, list, &cells));
            }
            continue;
        }
        let tile = column::<UInt32Type>(&batch, "tile")?;
        let of_pass: &UInt16Array = column::<UInt16Type>(&batch, "pass")?;
        let side: &UInt8Array = column::<UInt8Type>(&batch, "side")?;
        for i in 0..batch.num_rows() {
            let lot = lots.entry(tile.value(i)).or_insert_with(|| new(of_pass.value(i)));
            let rows = if side.value(i) == 0 { &mut lot.left } else { &mut lot.right };
            push(rows, i, record, list, &cells);
        }
    }
    Ok(lots.into_values().collect())
}

/// What a partition gave.
#[derive(Default)]
struct Found {
    edges: BTreeMap<u16, Vec<Edge>>,
    /// Rows and pairs of each pass.
    tallies: BTreeMap<u16, (u64, u64)>,
}

/// Stops the comparison when the task is dropped.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

async fn on_own_thread(
    kernel: Arc<Kernel>,
    lots: Vec<Lot>,
    pass: Option<u16>,
    reservation: MemoryReservation,
) -> Result<Found> {
    let stop = Stop(Arc::new(AtomicBool::new(false)));
    let cancel = Arc::clone(&stop.0);
    let work = move || {
        let found = compare(&kernel, &lots, pass.is_none(), &cancel);
        drop(reservation);
        found
    };
    let found =
        tokio::task::spawn_blocking(work).await.map_err(|e| DataFusionError::External(Box::new(e)))?;
    drop(stop);
    found
}

fn compare(kernel: &Kernel, lots: &[Lot], tiles: bool, cancel: &AtomicBool) -> Result<Found> {
    let mut out = Found::default();
    for lot in lots {
        let pass = usize::from(lot.pass);
        let right = Some(&lot.right).filter(|r| !r.records.is_empty());
        let (pairs, edges) = if tiles {
            kernel.compare_tile(pass, &lot.left, right, cancel)
        } else {
            kernel.compare(pass, &lot.left, cancel)
        }
        .map_err(|e| DataFusionError::External(Box::new(e)))?;
        out.edges.entry(lot.pass).or_default().extend(edges);
        let tally = out.tallies.entry(lot.pass).or_default();
        tally.0 += (lot.left.records.len() + lot.right.records.len()) as u64;
        tally.1 += pairs;
    }
    Ok(out)
}

impl Found {
    fn into_batches(self) -> impl Iterator<Item = Result<RecordBatch>> + Send {
        let none = |kind: &DataType, n: usize| new_null_array(kind, n);
        let tally = self.tallies.into_iter().map(move |(pass, (rows, pairs))| {
            let columns: Vec<ArrayRef> = vec![
                Arc::new(UInt16Array::from(vec![pass])),
                none(&DataType::UInt32, 1),
                none(&DataType::UInt32, 1),
                none(&DataType::Float32, 1),
                Arc::new(UInt64Array::from(vec![rows])),
                Arc::new(UInt64Array::from(vec![pairs])),
            ];
            RecordBatch::try_new(Arc::clone(&OUTPUT), columns).map_err(DataFusionError::from)
        });
        let pairs = self.edges.into_iter().flat_map(move |(pass, edges)| {
            let batches: Vec<Result<RecordBatch>> = edges
                .chunks(BATCH)
                .map(|lot| {
                    let columns: Vec<ArrayRef> = vec![
                        Arc::new(UInt16Array::from(vec![pass; lot.len()])),
                        Arc::new(lot.iter().map(|e| e.left).collect::<UInt32Array>()),
                        Arc::new(lot.iter().map(|e| e.right).collect::<UInt32Array>()),
                        Arc::new(lot.iter().map(|e| e.bits).collect::<Float32Array>()),
                        none(&DataType::UInt64, lot.len()),
                        none(&DataType::UInt64, lot.len()),
                    ];
                    RecordBatch::try_new(Arc::clone(&OUTPUT), columns).map_err(DataFusionError::from)
                })
                .collect();
            batches
        });
        pairs.chain(tally)
    }
}
