//! Sessions that reach files of this machine and S3-compatible storage. Credentials come from the environment of each
//! process: they are no part of the session, so that they never travel with a job.

use std::sync::Arc;

use ballista_core::extension::SessionConfigExt;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::SessionStateBuilder;
use datafusion::execution::object_store::ObjectStoreRegistry;
use datafusion::execution::runtime_env::{RuntimeEnv, RuntimeEnvBuilder};
use datafusion::execution::session_state::SessionState;
use datafusion::prelude::SessionConfig;
use object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use url::Url;

#[derive(Debug)]
struct Stores {
    local: Arc<LocalFileSystem>,
}

impl ObjectStoreRegistry for Stores {
    /// Stores are found by address, not registered.
    fn register_store(&self, _: &Url, _: Arc<dyn ObjectStore>) -> Option<Arc<dyn ObjectStore>> {
        None
    }

    fn get_store(&self, url: &Url) -> Result<Arc<dyn ObjectStore>> {
        match (url.scheme(), url.host_str()) {
            ("file", _) => Ok(Arc::clone(&self.local) as _),
            ("s3", Some(bucket)) => {
                Ok(Arc::new(AmazonS3Builder::from_env().with_bucket_name(bucket).build()?))
            }
            _ => Err(DataFusionError::Execution(format!(
                "{url}: only files of this machine and s3://BUCKET/KEY can be reached"
            ))),
        }
    }
}

/// The session of a driver, and what scheduler and executors begin with.
pub(crate) fn config() -> SessionConfig {
    SessionConfig::new_with_ballista()
}

/// What a session reaches.
pub(crate) fn runtime(_: &SessionConfig) -> Result<Arc<RuntimeEnv>> {
    let stores = Stores { local: Arc::new(LocalFileSystem::new()) };
    RuntimeEnvBuilder::new().with_object_store_registry(Arc::new(stores)).build_arc()
}

pub(crate) fn state(config: SessionConfig) -> Result<SessionState> {
    let runtime = runtime(&config)?;
    Ok(SessionStateBuilder::new()
        .with_config(config)
        .with_runtime_env(runtime)
        .with_default_features()
        .build())
}
