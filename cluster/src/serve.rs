//! The scheduler and the executors: Ballista's, with our operator.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use ballista_core::config::TaskSchedulingPolicy;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;

use crate::codec::Codec;
use crate::error::ClusterError;
use crate::stores;

/// Seconds between looks for executors that are gone.
const LOOK: u64 = 2;

/// How a scheduler runs.
#[derive(Clone, Debug)]
pub struct SchedulerOptions {
    /// The address it listens on.
    pub bind: IpAddr,
    /// Its port.
    pub port: u16,
    /// The name that others reach it under.
    pub host: String,
    /// An executor that is silent for so many seconds is given up.
    pub timeout: u64,
}

/// How an executor runs.
#[derive(Clone, Debug)]
pub struct ExecutorOptions {
    /// The address it listens on, for other executors and the driver to fetch results.
    pub bind: IpAddr,
    /// Its port; 0: any free one.
    pub port: u16,
    /// The name that others reach it under.
    pub host: String,
    /// Host of the scheduler.
    pub scheduler: String,
    /// Port of the scheduler.
    pub scheduler_port: u16,
    /// Tasks at a time; 0: as many as there are processors.
    pub tasks: usize,
    /// Where it keeps what passes between stages; a directory of its own when absent.
    pub work_dir: Option<PathBuf>,
    /// Most bytes of memory for tasks; a share of the machine's when absent.
    pub memory: Option<u64>,
}

/// Serves until the process is stopped.
///
/// # Errors
///
/// When the address cannot be listened on.
pub async fn scheduler(options: &SchedulerOptions) -> Result<(), ClusterError> {
    let wrong = |e: &dyn ToString| ClusterError::Serve(format!("the scheduler: {}", e.to_string()));
    let config = SchedulerConfig {
        bind_host: options.bind.to_string(),
        bind_port: options.port,
        external_host: options.host.clone(),
        // Executors come for work: only they have to find the scheduler, not it them.
        scheduling_policy: TaskSchedulingPolicy::PullStaged,
        executor_timeout_seconds: options.timeout,
        expire_dead_executor_interval_seconds: LOOK,
        no_executors_grace_period_seconds: options.timeout.max(60),
        override_config_producer: Some(Arc::new(stores::config)),
        override_session_builder: Some(Arc::new(stores::state)),
        override_physical_codec: Some(Arc::new(Codec::default())),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await.map_err(|e| wrong(&e))?;
    let address = SocketAddr::new(options.bind, options.port);
    tokio::select! {
        served = start_server(cluster, address, Arc::new(config)) => served.map_err(|e| wrong(&e)),
        _ = tokio::signal::ctrl_c() => Ok(()),
    }
}

/// Works for a scheduler until the process is stopped.
///
/// # Errors
///
/// When the address cannot be listened on or the scheduler is not there.
pub async fn executor(options: &ExecutorOptions) -> Result<(), ClusterError> {
    let wrong = |e: &dyn ToString| ClusterError::Serve(format!("the executor: {}", e.to_string()));
    let port = match options.port {
        0 => free_port(options.bind).map_err(|e| wrong(&e))?,
        port => port,
    };
    // Made only where none is given, and removed at the end; one that is killed leaves it behind.
    let own = match options.work_dir {
        Some(_) => None,
        None => Some(tempfile::Builder::new().prefix("cairn-executor-").tempdir().map_err(|e| wrong(&e))?),
    };
    let given = options.work_dir.as_deref().or(own.as_ref().map(tempfile::TempDir::path));
    let work_dir = given.map(|dir| dir.to_string_lossy().into_owned());
    let config = ExecutorProcessConfig {
        bind_host: options.bind.to_string(),
        external_host: Some(options.host.clone()),
        port,
        scheduler_host: options.scheduler.clone(),
        scheduler_port: options.scheduler_port,
        scheduler_connect_timeout_seconds: 60,
        vcores: options.tasks,
        task_scheduling_policy: TaskSchedulingPolicy::PullStaged,
        work_dir,
        memory_pool_size: options.memory,
        override_config_producer: Some(Arc::new(stores::config)),
        override_runtime_producer: Some(Arc::new(stores::runtime)),
        override_physical_codec: Some(Arc::new(Codec::default())),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await.map_err(|e| wrong(&e))
}

fn free_port(bind: IpAddr) -> std::io::Result<u16> {
    Ok(TcpListener::bind((bind, 0))?.local_addr()?.port())
}
