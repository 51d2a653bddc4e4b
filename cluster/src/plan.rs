//! The physical plan: for every pass, the rows that have its key, partitioned by it, into [`Compare`]; and the tiles.

use std::sync::Arc;

use datafusion::error::Result;
use datafusion::logical_expr::{Expr, col, lit};
use datafusion::physical_expr::expressions;
use datafusion::physical_plan::repartition::RepartitionExec;
use datafusion::physical_plan::union::UnionExec;
use datafusion::physical_plan::{ExecutionPlan, Partitioning, PhysicalExpr};
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use url::Url;

use crate::compare::{Compare, Work, cell};
use crate::staging::Staged;

/// The plan of a run; the same for one process and for a cluster.
pub(crate) async fn plan(
    context: &SessionContext,
    staged: &Staged,
    partitions: usize,
) -> Result<Arc<dyn ExecutionPlan>> {
    let work = |pass| Work { pass, kernel: staged.kernel.clone() };
    let mut all: Vec<Arc<dyn ExecutionPlan>> = Vec::new();
    for (k, columns) in staged.passes.iter().enumerate() {
        let key: Vec<String> = columns.iter().map(|c| cell(*c)).collect();
        let said = key.iter().map(|c| col(c.as_str()).not_eq(lit(0u32))).reduce(Expr::and);
        let rows = partitioned(context, &staged.records, said, &key, partitions).await?;
        all.push(Arc::new(Compare::new(rows, work(Some(k as u16)))));
    }
    if let Some(tiles) = &staged.tiles {
        let rows = partitioned(context, tiles, None, &["tile".to_owned()], partitions).await?;
        all.push(Arc::new(Compare::new(rows, work(None))));
    }
    UnionExec::try_new(all)
}

async fn partitioned(
    context: &SessionContext,
    dir: &Url,
    only: Option<Expr>,
    by: &[String],
    partitions: usize,
) -> Result<Arc<dyn ExecutionPlan>> {
    let mut rows = context.read_parquet(dir.as_str(), ParquetReadOptions::default()).await?;
    if let Some(only) = only {
        rows = rows.filter(only)?;
    }
    let scan = rows.create_physical_plan().await?;
    let mut by = by
        .iter()
        .map(|name| expressions::col(name, &scan.schema()))
        .collect::<Result<Vec<Arc<dyn PhysicalExpr>>>>()?;
    if by.is_empty() {
        // Every pair of a short list: all rows in one partition.
        by.push(expressions::lit(0u32));
    }
    Ok(Arc::new(RepartitionExec::try_new(scan, Partitioning::Hash(by, partitions))?))
}
