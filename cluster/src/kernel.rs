//! The kernel as a file that every executor reads once, and checks.

use std::fmt::Write as _;
use std::sync::Arc;

use cairn_link::Kernel;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::runtime_env::RuntimeEnv;
use datafusion::object_store::path::Path;
use datafusion::object_store::{ObjectStore, ObjectStoreExt};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use url::{Position, Url};

/// Where the kernel of a run is, and what it must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KernelFile {
    /// Its address.
    pub url: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The store and the path of an address.
pub(crate) fn locate(runtime: &RuntimeEnv, url: &Url) -> Result<(Arc<dyn ObjectStore>, Path)> {
    let store = runtime.object_store(ObjectStoreUrl::parse(&url[..Position::BeforePath])?)?;
    let path = Path::from_url_path(url.path()).map_err(|e| DataFusionError::External(Box::new(e)))?;
    Ok((store, path))
}

/// The kernel that this process read last: all tasks of a run share it.
static LAST: Mutex<Option<(String, Arc<Kernel>)>> = Mutex::const_new(None);

/// Reads the kernel, once a process and run.
pub(crate) async fn load(runtime: &RuntimeEnv, file: &KernelFile) -> Result<Arc<Kernel>> {
    // Held while reading, so that tasks that start together read it once.
    let mut last = LAST.lock().await;
    if let Some((sha256, kernel)) = &*last
        && *sha256 == file.sha256
    {
        return Ok(Arc::clone(kernel));
    }
    let url = Url::parse(&file.url).map_err(|e| DataFusionError::External(Box::new(e)))?;
    let (store, path) = locate(runtime, &url)?;
    let bytes = store.get(&path).await?.bytes().await?;
    let found = digest(&bytes);
    if found != file.sha256 {
        return Err(DataFusionError::Execution(format!(
            "{}: SHA-256 is {found}, the plan says {}: another run wrote there",
            file.url, file.sha256
        )));
    }
    let kernel: Kernel = postcard::from_bytes(&bytes).map_err(|e| {
        DataFusionError::Execution(format!("{}: {e}: run one build on all machines", file.url))
    })?;
    let kernel = Arc::new(kernel);
    *last = Some((found, Arc::clone(&kernel)));
    Ok(kernel)
}
