//! What a run puts where all machines can read it: coded rows, tiles of large blocks, the kernel.

use std::sync::Arc;

use cairn_link::Prepared;
use datafusion::arrow::array::{ArrayRef, RecordBatch, UInt8Array, UInt16Array, UInt32Array};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::execution::runtime_env::RuntimeEnv;
use datafusion::object_store::path::Path;
use datafusion::object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::WriterProperties;
use url::Url;

use crate::compare::cell;
use crate::error::ClusterError;
use crate::kernel::{KernelFile, digest, locate};

/// Rows of one Parquet file.
const FILE: usize = 1 << 20;
/// Rows of a row group, the least that one reader takes.
const GROUP: usize = 1 << 16;

/// A run's files.
pub(crate) struct Staged {
    store: Arc<dyn ObjectStore>,
    paths: Vec<Path>,
    pub kernel: KernelFile,
    /// Directory of the coded rows.
    pub records: Url,
    /// Directory of the tiles, when there are any.
    pub tiles: Option<Url>,
    /// Columns of each pass.
    pub passes: Vec<Vec<usize>>,
    /// Rows that each pass has to see, tiles included.
    pub expected: Vec<u64>,
    /// Tiles of large blocks.
    pub tiled: u64,
    /// Bytes written.
    pub bytes: u64,
}

impl Staged {
    /// Writes what `prepared` needs compared under `work`, in a directory of its own.
    pub async fn write(
        runtime: &RuntimeEnv,
        work: &Url,
        prepared: &mut Prepared<'_>,
        tile: usize,
    ) -> Result<Self, ClusterError> {
        let base = under(work, &format!("cairn-{}", uuid::Uuid::new_v4()))?;
        let (store, _) = locate(runtime, &base)?;
        private(&base)?;
        let mut out = Self {
            store,
            paths: Vec::new(),
            kernel: KernelFile { url: under(&base, "kernel")?.to_string(), sha256: String::new() },
            records: under(&base, "records/")?,
            tiles: None,
            passes: prepared.passes(),
            expected: Vec::new(),
            tiled: 0,
            bytes: 0,
        };
        match out.write_all(&base, prepared, tile).await {
            Ok(()) => Ok(out),
            Err(e) => {
                out.remove().await;
                Err(e)
            }
        }
    }

    async fn write_all(
        &mut self,
        base: &Url,
        prepared: &mut Prepared<'_>,
        tile: usize,
    ) -> Result<(), ClusterError> {
        let kernel = postcard::to_stdvec(&prepared.kernel(tile))
            .map_err(|e| ClusterError::file(&self.kernel.url, e))?;
        self.kernel.sha256 = digest(&kernel);
        self.put(&Url::parse(&self.kernel.url).map_err(|e| ClusterError::file(base, e))?, kernel).await?;

        let prepared = &*prepared;
        let schema = schema(prepared.width(), &[]);
        let all: Vec<u32> = (0..prepared.len() as u32).collect();
        for (n, file) in all.chunks(FILE).enumerate() {
            let batches = file.chunks(GROUP).map(|rows| batch(&schema, prepared, rows, Vec::new()));
            let bytes = parquet(&schema, batches)?;
            self.put(&under(&self.records, &format!("{n:05}.parquet"))?, bytes).await?;
        }
        let said = |columns: &Vec<usize>| {
            let has = |r: &usize| columns.iter().all(|c| prepared.row(*r)[*c] != 0);
            (0..prepared.len()).filter(has).count() as u64
        };
        self.expected = self.passes.iter().map(said).collect();
        self.write_tiles(base, prepared, tile).await
    }

    /// A large block of n records in parts of `tile` becomes one tile for every two parts and one for every part: rows
    /// go where they are needed, some n/tile times.
    async fn write_tiles(
        &mut self,
        base: &Url,
        prepared: &Prepared<'_>,
        tile: usize,
    ) -> Result<(), ClusterError> {
        let schema = schema(prepared.width(), &TILE);
        let dir = under(base, "tiles/")?;
        let mut rows = Tiles::default();
        let (mut next, mut files) = (0, 0);
        for pass in 0..self.passes.len() {
            for block in prepared.large(pass, tile) {
                let parts: Vec<&[u32]> = block.chunks(tile).collect();
                for (g, left) in parts.iter().enumerate() {
                    for (h, right) in parts.iter().enumerate().skip(g) {
                        rows.add(next, pass, 0, left);
                        if g != h {
                            rows.add(next, pass, 1, right);
                        }
                        next += 1;
                        if rows.records.len() >= FILE {
                            self.flush(&schema, prepared, &dir, &mut files, &mut rows).await?;
                        }
                    }
                }
            }
        }
        if !rows.records.is_empty() {
            self.flush(&schema, prepared, &dir, &mut files, &mut rows).await?;
        }
        self.tiled = u64::from(next);
        self.tiles = (files > 0).then_some(dir);
        Ok(())
    }

    async fn flush(
        &mut self,
        schema: &SchemaRef,
        prepared: &Prepared<'_>,
        dir: &Url,
        files: &mut usize,
        rows: &mut Tiles,
    ) -> Result<(), ClusterError> {
        for pass in &rows.passes {
            self.expected[usize::from(*pass)] += 1;
        }
        let Tiles { tiles, passes, sides, records } = std::mem::take(rows);
        let front: Vec<ArrayRef> = vec![
            Arc::new(UInt32Array::from(tiles)),
            Arc::new(UInt16Array::from(passes)),
            Arc::new(UInt8Array::from(sides)),
        ];
        let batch = batch(schema, prepared, &records, front)?;
        let groups = (0..batch.num_rows()).step_by(GROUP);
        let batches = groups.map(|at| Ok(batch.slice(at, GROUP.min(batch.num_rows() - at))));
        let bytes = parquet(schema, batches)?;
        self.put(&under(dir, &format!("{files:05}.parquet"))?, bytes).await?;
        *files += 1;
        Ok(())
    }

    async fn put(&mut self, url: &Url, bytes: Vec<u8>) -> Result<(), ClusterError> {
        let path = Path::from_url_path(url.path()).map_err(|e| ClusterError::file(url, e))?;
        self.bytes += bytes.len() as u64;
        self.paths.push(path.clone());
        self.store.put(&path, PutPayload::from(bytes)).await.map_err(|e| ClusterError::file(url, e))?;
        Ok(())
    }

    /// Removes the run's files; says what could not be removed, because names are in them.
    pub async fn remove(&self) {
        for path in &self.paths {
            if let Err(e) = self.store.delete(path).await {
                log(&format!("could not remove {path}: {e}"));
            }
        }
        // On a file system directories stay.
        if self.records.scheme() == "file"
            && let Ok(records) = self.records.to_file_path()
            && let Some(base) = records.parent()
        {
            let _ = std::fs::remove_dir(base.join("records"));
            let _ = std::fs::remove_dir(base.join("tiles"));
            let _ = std::fs::remove_dir(base);
        }
    }
}

/// A line for whoever watches.
pub(crate) fn log(line: &str) {
    eprintln!("cairn-cluster: {line}");
}

#[derive(Default)]
struct Tiles {
    tiles: Vec<u32>,
    passes: Vec<u16>,
    sides: Vec<u8>,
    records: Vec<u32>,
}

impl Tiles {
    fn add(&mut self, tile: u32, pass: usize, side: u8, records: &[u32]) {
        let n = self.records.len() + records.len();
        self.records.extend(records);
        self.tiles.resize(n, tile);
        self.passes.resize(n, pass as u16);
        self.sides.resize(n, side);
    }
}

const TILE: [(&str, DataType); 3] =
    [("tile", DataType::UInt32), ("pass", DataType::UInt16), ("side", DataType::UInt8)];

fn schema(width: usize, front: &[(&str, DataType)]) -> SchemaRef {
    let mut fields: Vec<Field> = front.iter().map(|(n, t)| Field::new(*n, t.clone(), false)).collect();
    fields.push(Field::new("record", DataType::UInt32, false));
    fields.push(Field::new("list", DataType::UInt16, false));
    fields.extend((0..width).map(|k| Field::new(cell(k), DataType::UInt32, false)));
    Arc::new(Schema::new(fields))
}

fn batch(
    schema: &SchemaRef,
    prepared: &Prepared<'_>,
    rows: &[u32],
    mut columns: Vec<ArrayRef>,
) -> Result<RecordBatch, ClusterError> {
    columns.push(Arc::new(UInt32Array::from(rows.to_vec())));
    columns.push(Arc::new(rows.iter().map(|r| prepared.list(*r as usize)).collect::<UInt16Array>()));
    for k in 0..prepared.width() {
        columns.push(Arc::new(rows.iter().map(|r| prepared.row(*r as usize)[k]).collect::<UInt32Array>()));
    }
    RecordBatch::try_new(Arc::clone(schema), columns).map_err(|e| ClusterError::Plan(e.into()))
}

fn parquet(
    schema: &SchemaRef,
    batches: impl Iterator<Item = Result<RecordBatch, ClusterError>>,
) -> Result<Vec<u8>, ClusterError> {
    let wrong = |e: datafusion::parquet::errors::ParquetError| ClusterError::Plan(e.into());
    let properties = WriterProperties::builder()
        .set_max_row_group_row_count(Some(GROUP))
        .set_compression(Compression::SNAPPY)
        .build();
    let mut writer = ArrowWriter::try_new(Vec::new(), Arc::clone(schema), Some(properties)).map_err(wrong)?;
    for batch in batches {
        writer.write(&batch?).map_err(wrong)?;
    }
    writer.into_inner().map_err(wrong)
}

/// An address below another.
fn under(base: &Url, name: &str) -> Result<Url, ClusterError> {
    let mut dir = base.clone();
    if !dir.path().ends_with('/') {
        dir.set_path(&format!("{}/", base.path()));
    }
    dir.join(name).map_err(|e| ClusterError::file(base, e))
}

/// On a file system nobody else may read the run's directory.
fn private(base: &Url) -> Result<(), ClusterError> {
    if base.scheme() != "file" {
        return Ok(());
    }
    let path =
        base.to_file_path().map_err(|()| ClusterError::file(base, "this is no path of this machine"))?;
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(&path).map_err(|e| ClusterError::file(path.display(), e))
}
