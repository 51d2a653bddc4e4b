//! `cairn-cluster scheduler | executor | link`.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use cairn_cluster::{ClusterError, Engine, ExecutorOptions, Job, SchedulerOptions};
use cairn_link::{Linkage, Options, RecordNames, Step, infer};
use clap::{Args, Parser, Subcommand};

const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Link lists with the comparison of pairs spread over machines
///
/// Names of people travel between the machines, unencrypted: use machines that you trust and a network that nobody else
/// reads (docs/cluster.md). Nothing listens on anything but this machine unless --bind says so.
#[derive(Debug, Parser)]
#[command(name = "cairn-cluster", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Scheduler(Scheduler),
    Executor(Executor),
    Link(Box<Link>),
}

/// Hand out work to executors
#[derive(Debug, Args)]
struct Scheduler {
    /// The address to listen on
    #[arg(long, default_value_t = LOOPBACK)]
    bind: IpAddr,
    /// The port to listen on
    #[arg(long, default_value_t = 50050)]
    port: u16,
    /// The name that others reach this machine under [default: the address of --bind]
    #[arg(long, value_name = "NAME")]
    host: Option<String>,
    /// Give up an executor that is silent for so many seconds (busy ones speak every 5)
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(6..))]
    timeout: u64,
}

/// Work for a scheduler
#[derive(Debug, Args)]
struct Executor {
    /// Host of the scheduler
    #[arg(long, default_value = "127.0.0.1")]
    scheduler: String,
    /// Port of the scheduler
    #[arg(long, default_value_t = 50050)]
    scheduler_port: u16,
    /// The address to listen on, for other executors and the driver
    #[arg(long, default_value_t = LOOPBACK)]
    bind: IpAddr,
    /// The port to listen on [default: a free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// The name that others reach this machine under [default: the address of --bind]
    #[arg(long, value_name = "NAME")]
    host: Option<String>,
    /// Tasks at a time [default: as many as processors]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    tasks: usize,
    /// Where to keep what passes between stages [default: a new directory, removed at the end]
    #[arg(long, value_name = "DIR")]
    work_dir: Option<PathBuf>,
    /// Most bytes of memory for tasks [default: seven tenths of the machine's]
    #[arg(long, value_name = "BYTES")]
    memory: Option<u64>,
}

/// Find the rows of lists that speak of the same person: the same answer as `cairn link` gives
#[derive(Debug, Args)]
struct Link {
    /// Lists: CSV, TSV, Parquet or a directory of Parquet, as paths or s3://BUCKET/KEY
    #[arg(required = true, value_name = "LIST")]
    lists: Vec<String>,
    /// The scheduler, as http://HOST:PORT [default: compare in this process]
    #[arg(long, value_name = "URL")]
    scheduler: Option<String>,
    /// A place that all machines reach under this name: a directory or s3://BUCKET/PREFIX
    #[arg(long, value_name = "DIR")]
    work: String,
    /// Parts of each pass: a task each
    #[arg(long, value_name = "N", default_value_t = 16, value_parser = clap::value_parser!(u16).range(1..))]
    partitions: u16,
    /// Split blocks of more records than this
    #[arg(long, value_name = "RECORDS", default_value_t = 2048, value_parser = clap::value_parser!(u32).range(2..))]
    tile: u32,
    /// How often to submit a job that the cluster gave up
    #[arg(long, value_name = "N", default_value_t = 3)]
    attempts: usize,
    /// Only links between different lists
    #[arg(long)]
    across_only: bool,
    /// Accept links from this probability on [default: chosen from estimated precision and recall]
    #[arg(long, value_name = "P")]
    threshold: Option<f64>,
    /// Seed of everything random
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// Write left,right,probability
    #[arg(long, value_name = "PAIRS.csv")]
    out: Option<PathBuf>,
    /// Write record,cluster: every record once
    #[arg(long, value_name = "CLUSTERS.csv")]
    clusters: Option<PathBuf>,
    /// Say what happens
    #[arg(short, long)]
    verbose: bool,
}

fn main() -> ExitCode {
    env_logger::init();
    let done = match Cli::parse().command {
        Command::Scheduler(s) => s.run(),
        Command::Executor(e) => e.run(),
        Command::Link(l) => l.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("cairn-cluster: {e}");
            ExitCode::FAILURE
        }
    }
}

fn serve(service: impl Future<Output = Result<(), ClusterError>>) -> Result<(), ClusterError> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(16 << 20)
        .build()
        .map_err(|e| ClusterError::Serve(e.to_string()))?;
    runtime.block_on(service)
}

impl Scheduler {
    fn run(self) -> Result<(), ClusterError> {
        let host = self.host.unwrap_or_else(|| self.bind.to_string());
        let options = SchedulerOptions { bind: self.bind, port: self.port, host, timeout: self.timeout };
        serve(async move { cairn_cluster::scheduler(&options).await })
    }
}

impl Executor {
    fn run(self) -> Result<(), ClusterError> {
        let options = ExecutorOptions {
            host: self.host.unwrap_or_else(|| self.bind.to_string()),
            bind: self.bind,
            port: self.port,
            scheduler: self.scheduler,
            scheduler_port: self.scheduler_port,
            tasks: self.tasks,
            work_dir: self.work_dir,
            memory: self.memory,
        };
        serve(async move { cairn_cluster::executor(&options).await })
    }
}

impl Link {
    fn run(self) -> Result<(), ClusterError> {
        let tables = cairn_cluster::tables(&self.lists)?;
        let job = Job {
            engine: self.scheduler.clone().map_or(Engine::Here, Engine::Scheduler),
            work: cairn_cluster::address(&self.work)?,
            partitions: usize::from(self.partitions),
            tile: self.tile as usize,
            attempts: self.attempts,
        };
        let options = Options {
            across_only: self.across_only,
            threshold: self.threshold,
            seed: self.seed,
            ..Options::default()
        };
        let progress = |s: Step| {
            if self.verbose {
                eprintln!("{} {}/{}", s.name, s.done, s.total);
            }
        };
        let found = cairn_cluster::link(&tables, &options, &job, &progress, &AtomicBool::new(false))?;
        let roles: Vec<_> = tables.iter().map(infer).collect();
        let names = RecordNames::new(&tables, &roles);
        if let Some(path) = &self.out {
            write(path, &pairs_csv(&found, &names))?;
        }
        if let Some(path) = &self.clusters {
            write(path, &clusters_csv(&found, &names))?;
        }
        for w in &found.warnings {
            println!("[{}] {}", w.code, w.words);
        }
        let p = &found.people;
        println!(
            "{} records, {} links, about {:.0} people ({:.0} to {:.0}); {} pairs compared, accepted from {:.3}",
            found.clusters.len(),
            found.pairs.len(),
            p.estimate,
            p.lower,
            p.upper,
            found.diagnostics.pairs,
            found.thresholds.accept
        );
        Ok(())
    }
}

fn write(path: &Path, text: &str) -> Result<(), ClusterError> {
    std::fs::write(path, text)
        .map_err(|e| ClusterError::File { at: path.display().to_string(), why: e.to_string() })
}

fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn pairs_csv(found: &Linkage, names: &RecordNames<'_>) -> String {
    let mut out = String::from("left,right,probability\n");
    for l in &found.pairs {
        let (left, right) = (cell(&names.name(l.left)), cell(&names.name(l.right)));
        out.push_str(&format!("{left},{right},{:.6}\n", l.probability));
    }
    out
}

fn clusters_csv(found: &Linkage, names: &RecordNames<'_>) -> String {
    let mut out = String::from("record,cluster\n");
    for (record, cluster) in &found.clusters {
        out.push_str(&format!("{},{}\n", cell(&names.name(*record)), cell(&names.name(*cluster))));
    }
    out
}
