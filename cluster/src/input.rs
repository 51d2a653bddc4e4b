//! Tables from files and objects: CSV and TSV as the command line reads them, and Parquet.

use cairn_link::Table;
use cairn_read::Content;
use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::execution::runtime_env::RuntimeEnv;
use datafusion::object_store::{ObjectStore, ObjectStoreExt};
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use futures::TryStreamExt;
use url::Url;

use crate::error::ClusterError;
use crate::kernel::locate;
use crate::stores::{config, state};

/// Reads lists: files or addresses, each a CSV, a TSV or a Parquet file, or a directory of Parquet files with one header.
///
/// # Errors
///
/// Names the file that cannot be read.
pub fn tables(lists: &[String]) -> Result<Vec<Table>, ClusterError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| ClusterError::Serve(e.to_string()))?;
    runtime.block_on(async {
        let env = state(config())?.runtime_env().clone();
        let mut out = Vec::new();
        for list in lists {
            out.push(table(&env, list).await?);
        }
        Ok(out)
    })
}

/// A path of this machine as an address; an address stays.
/// # Errors
///
/// When it is neither.
pub fn address(text: &str) -> Result<Url, ClusterError> {
    if text.contains("://") {
        return Url::parse(text).map_err(|e| ClusterError::file(text, e));
    }
    let path = std::path::absolute(text).map_err(|e| ClusterError::file(text, e))?;
    let url = if path.is_dir() { Url::from_directory_path(&path) } else { Url::from_file_path(&path) };
    url.map_err(|()| ClusterError::file(text, "this is no path"))
}

async fn table(env: &RuntimeEnv, list: &str) -> Result<Table, ClusterError> {
    let url = address(list)?;
    let wrong = |e: &dyn ToString| ClusterError::file(list, e.to_string());
    let (store, path) = locate(env, &url)?;
    let name = path.filename().unwrap_or(list).to_owned();
    if url.path().ends_with('/') {
        let mut parts: Vec<_> = store.list(Some(&path)).try_collect().await.map_err(|e| wrong(&e))?;
        parts.retain(|p| p.location.as_ref().ends_with(".parquet"));
        parts.sort_by(|a, b| a.location.cmp(&b.location));
        let mut whole: Option<Table> = None;
        for part in parts {
            let bytes = store.get(&part.location).await.map_err(|e| wrong(&e))?;
            parquet(list, &name, bytes.bytes().await.map_err(|e| wrong(&e))?, &mut whole)?;
        }
        return whole.ok_or_else(|| wrong(&"there is no .parquet file in it"));
    }
    let got = store.get(&path).await.map_err(|e| wrong(&e))?;
    let bytes = got.bytes().await.map_err(|e| wrong(&e))?;
    if bytes.starts_with(b"PAR1") {
        let mut whole = None;
        parquet(list, &name, bytes, &mut whole)?;
        return whole.ok_or_else(|| wrong(&"it has no columns"));
    }
    let Content::Table(source) = cairn_read::read(&bytes, &name).map_err(|e| wrong(&e))? else {
        return Err(wrong(&"this is a text, not a list"));
    };
    let headers: Vec<&str> = source.header().iter().map(String::as_str).collect();
    let mut out = Table::new(source.file(), &headers);
    let mut rows = source.rows();
    while let Some(row) = rows.next() {
        let row = row.map_err(|bad| wrong(&format!("row {}: {bad}", bad.row)))?;
        out.push_row(row.cells());
    }
    Ok(out)
}

/// Adds the rows of a Parquet file, every cell as text.
fn parquet(
    at: &str,
    name: &str,
    bytes: impl datafusion::parquet::file::reader::ChunkReader + 'static,
    out: &mut Option<Table>,
) -> Result<(), ClusterError> {
    let wrong = |e: &dyn ToString| ClusterError::file(at, e.to_string());
    let builder = ParquetRecordBatchReaderBuilder::try_new(bytes).map_err(|e| wrong(&e))?;
    let headers: Vec<String> = builder.schema().fields().iter().map(|f| f.name().clone()).collect();
    let names: Vec<&str> = headers.iter().map(String::as_str).collect();
    let table = out.get_or_insert_with(|| Table::new(name, &names));
    if table.columns.iter().map(|c| &c.name).ne(&headers) {
        return Err(wrong(&"its Parquet files have different columns"));
    }
    for batch in builder.build().map_err(|e| wrong(&e))? {
        let batch = batch.map_err(|e| wrong(&e))?;
        let columns = batch
            .columns()
            .iter()
            .map(|c| cast(c, &DataType::Utf8))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| wrong(&e))?;
        let texts: Vec<_> = columns.iter().map(|c| c.as_string::<i32>()).collect();
        for i in 0..batch.num_rows() {
            table.push_row(texts.iter().map(|t| if t.is_null(i) { "" } else { t.value(i) }));
        }
    }
    Ok(())
}
