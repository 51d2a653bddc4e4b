//! The driver.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use ballista_core::config::{BALLISTA_ADAPTIVE_PLANNER_ENABLED, BALLISTA_JOB_NAME};
use ballista_core::execution_plans::execute_physical_plan;
use ballista_core::extension::SessionConfigExt;
use cairn_link::{Compared, Edge, Linkage, Options, Prepared, Step, Table, prepare};
use datafusion::arrow::array::{
    Array, Float32Array, PrimitiveArray, RecordBatch, UInt16Array, UInt32Array, UInt64Array,
};
use datafusion::arrow::datatypes::ArrowPrimitiveType;
use datafusion::error::DataFusionError;
use datafusion::physical_plan::{SendableRecordBatchStream, execute_stream};
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion_proto::protobuf::PhysicalPlanNode;
use futures::StreamExt;
use url::Url;

use crate::codec::Codec;
use crate::error::ClusterError;
use crate::plan::plan;
use crate::staging::{Staged, log};
use crate::stores::{config, state};

/// Where pairs are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// By DataFusion in this process.
    Here,
    /// By the executors of a scheduler, as `http://HOST:PORT`.
    Scheduler(String),
}

/// How to run.
#[derive(Clone, Debug)]
pub struct Job {
    /// Where pairs are compared.
    pub engine: Engine,
    /// A directory that all machines reach under this address: `file:///…/` or `s3://BUCKET/…/`.
    pub work: Url,
    /// Parts of each pass.
    pub partitions: usize,
    /// Blocks of more records than this are split into tiles.
    pub tile: usize,
    /// How often a job that the cluster gave up is submitted again.
    pub attempts: usize,
}

/// As [`cairn_link::link`], with the pairs compared by `job`.
///
/// # Errors
///
/// As [`cairn_link::link`], and when files cannot be written, the cluster fails, or rows were lost on the way.
pub fn link(
    tables: &[Table],
    options: &Options,
    job: &Job,
    progress: &(dyn Fn(Step) + Sync),
    cancel: &AtomicBool,
) -> Result<Linkage, ClusterError> {
    let mut prepared = prepare(tables, options, progress, cancel)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // Plans are trees that are walked by recursion.
        .thread_stack_size(16 << 20)
        .build()
        .map_err(|e| ClusterError::Serve(e.to_string()))?;
    let compared = runtime.block_on(compare(&mut prepared, job, progress))?;
    Ok(prepared.finish(compared, progress)?)
}

fn session(job: &Job) -> SessionConfig {
    config()
        .with_target_partitions(job.partitions)
        .with_ballista_physical_extension_codec(Arc::new(Codec::default()))
        // Partitions are as asked for: what one holds is one task's work and memory.
        .set_str(BALLISTA_ADAPTIVE_PLANNER_ENABLED, "false")
        .set_str(BALLISTA_JOB_NAME, "cairn link")
}

async fn compare(
    prepared: &mut Prepared<'_>,
    job: &Job,
    progress: &(dyn Fn(Step) + Sync),
) -> Result<Compared, ClusterError> {
    let context = SessionContext::new_with_state(state(session(job))?);
    let staged = Staged::write(&context.runtime_env(), &job.work, prepared, job.tile).await?;
    progress(Step { name: "bytes written for the cluster", done: staged.bytes, total: staged.bytes });
    progress(Step { name: "tiles of large blocks", done: staged.tiled, total: staged.tiled });
    let found = compare_staged(&context, &staged, job, progress).await;
    staged.remove().await;
    found
}

async fn compare_staged(
    context: &SessionContext,
    staged: &Staged,
    job: &Job,
    progress: &(dyn Fn(Step) + Sync),
) -> Result<Compared, ClusterError> {
    let Engine::Scheduler(url) = &job.engine else {
        let plan = plan(context, staged, job.partitions).await?;
        return collect(execute_stream(plan, context.task_ctx())?, staged, progress).await;
    };
    let mut attempt = 1;
    loop {
        match submit(context, staged, job, url, progress).await {
            Ok(found) => return Ok(found),
            Err(e) => log(&format!("attempt {attempt} of {}: {e}", job.attempts)),
        }
        if attempt >= job.attempts {
            return Err(ClusterError::Cluster { scheduler: url.clone(), attempts: attempt });
        }
        attempt += 1;
    }
}

/// Has a cluster do it once. Ballista itself runs lost tasks again. What is left to us: an executor lost after its last
/// task, with results that nobody had fetched; a cluster without executors for a while; and rows handed on twice, which
/// Ballista 55.0 was seen to do when it ran a stage again whose results were partly there.
async fn submit(
    context: &SessionContext,
    staged: &Staged,
    job: &Job,
    url: &str,
    progress: &(dyn Fn(Step) + Sync),
) -> Result<Compared, ClusterError> {
    let plan = plan(context, staged, job.partitions).await?;
    let session = context.copied_config();
    let stream = execute_physical_plan::<PhysicalPlanNode>(
        url.to_owned(),
        &session.ballista_config(),
        plan,
        &Codec::default(),
        uuid::Uuid::new_v4().to_string(),
        session.clone(),
    )
    .await?;
    collect(stream, staged, progress).await
}

fn column<'a, T: ArrowPrimitiveType>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a PrimitiveArray<T>, DataFusionError> {
    batch
        .column_by_name(name)
        .and_then(|c| c.as_any().downcast_ref())
        .ok_or_else(|| DataFusionError::Execution(format!("results have no column {name} as it should be")))
}

/// Takes in the pairs, and checks that every row that went out was compared once.
async fn collect(
    mut stream: SendableRecordBatchStream,
    staged: &Staged,
    progress: &(dyn Fn(Step) + Sync),
) -> Result<Compared, ClusterError> {
    let passes = staged.passes.len();
    let mut out = Compared { edges: Vec::new(), pairs: vec![0; passes] };
    let mut seen = vec![0u64; passes];
    while let Some(batch) = stream.next().await {
        let batch = batch?;
        let pass: &UInt16Array = column(&batch, "pass")?;
        let (left, right): (&UInt32Array, &UInt32Array) = (column(&batch, "left")?, column(&batch, "right")?);
        let bits: &Float32Array = column(&batch, "bits")?;
        let (rows, pairs): (&UInt64Array, &UInt64Array) = (column(&batch, "rows")?, column(&batch, "pairs")?);
        for i in 0..batch.num_rows() {
            let k = usize::from(pass.value(i));
            if k >= passes {
                let why = format!("results speak of pass {k} of {passes}");
                return Err(DataFusionError::Execution(why).into());
            }
            if rows.is_null(i) {
                out.edges.push(Edge { left: left.value(i), right: right.value(i), bits: bits.value(i) });
            } else {
                seen[k] += rows.value(i);
                out.pairs[k] += pairs.value(i);
            }
        }
        progress(Step { name: "comparing", done: seen.iter().sum(), total: staged.expected.iter().sum() });
    }
    let lost = staged.expected.iter().zip(&seen).enumerate().find(|(_, (sent, seen))| sent != seen);
    match lost {
        Some((pass, (sent, seen))) => Err(ClusterError::Lost { pass, sent: *sent, seen: *seen }),
        None => Ok(out),
    }
}
