//! A scheduler and two executors, each a process of its own on the loopback address.

use std::fs::File;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use cairn_cluster::{Engine, Job, address};
use cairn_link::Options;

use crate::common::table;
use crate::lists::{files, locally, quiet, rows, write};

const PROGRAM: &str = env!("CARGO_BIN_EXE_cairn-cluster");
/// A run that takes longer has hung.
const PATIENCE: Duration = Duration::from_secs(300);

struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A program of this test, its words in `log`.
fn start(args: &[&str], log: &Path) -> Process {
    let log = File::create(log).unwrap();
    let child = Command::new(PROGRAM)
        .args(args)
        .env("RUST_LOG", "info")
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap();
    Process(child)
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn wait_for(port: u16) {
    let since = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(since.elapsed() < Duration::from_secs(60), "nothing listens on {port}");
        sleep(Duration::from_millis(50));
    }
}

struct Cluster {
    dir: tempfile::TempDir,
    url: String,
    scheduler: Process,
    executors: Vec<Process>,
}

impl Cluster {
    fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let port = free_port().to_string();
        let at = |name: &str| dir.path().join(name);
        let scheduler = start(&["scheduler", "--port", &port, "--timeout", "8"], &at("scheduler.log"));
        wait_for(port.parse().unwrap());
        let executors = (0..2).map(|n| {
            let (own, kept) = (free_port().to_string(), at(&format!("executor-{n}")));
            std::fs::create_dir(&kept).unwrap();
            let kept = kept.to_str().unwrap();
            let args =
                ["executor", "--scheduler-port", &port, "--port", &own, "--tasks", "1", "--work-dir", kept];
            let process = start(&args, &at(&format!("executor-{n}.log")));
            wait_for(own.parse().unwrap());
            process
        });
        let executors = executors.collect();
        std::fs::create_dir(at("shared")).unwrap();
        Self { url: format!("http://127.0.0.1:{port}"), scheduler, executors, dir }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn log(&self, of: &str) -> String {
        std::fs::read_to_string(self.at(&format!("{of}.log"))).unwrap()
    }

    fn job(&self) -> Job {
        Job {
            engine: Engine::Scheduler(self.url.clone()),
            work: address(self.at("shared").to_str().unwrap()).unwrap(),
            partitions: 12,
            tile: 64,
            attempts: 3,
        }
    }
}

/// Files that an executor keeps between stages.
fn kept(dir: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(dir) else { return 0 };
    let of = |e: std::fs::DirEntry| if e.path().is_dir() { kept(&e.path()) } else { 1 };
    entries.flatten().map(of).sum()
}

#[test]
fn two_executors_find_what_the_local_run_finds() {
    let rows = rows();
    let tables = [table(&rows)];
    let (pairs, clusters) = files(&tables, &locally(&tables, &Options::default()));
    let cluster = Cluster::start();
    let list = cluster.at("invented.csv");
    write(&list, &rows);
    let (out, groups) = (cluster.at("pairs.csv"), cluster.at("clusters.csv"));
    let shared = cluster.at("shared");
    let said = cluster.at("link.log");
    let mut driver = Command::new(PROGRAM)
        .args(["link", list.to_str().unwrap(), "--scheduler", &cluster.url, "--verbose"])
        .args(["--work", shared.to_str().unwrap(), "--tile", "64", "--partitions", "12"])
        .args(["--out", out.to_str().unwrap(), "--clusters", groups.to_str().unwrap()])
        .stderr(File::create(&said).unwrap())
        .spawn()
        .unwrap();
    let since = Instant::now();
    let status = loop {
        if let Some(status) = driver.try_wait().unwrap() {
            break status;
        }
        if since.elapsed() > PATIENCE {
            let _ = driver.kill();
            let _ = driver.wait();
            panic!("hung: {}", std::fs::read_to_string(&said).unwrap());
        }
        sleep(Duration::from_millis(100));
    };
    let said = std::fs::read_to_string(&said).unwrap();
    assert!(status.success(), "{said}");
    assert!(said.contains("tiles of large blocks"), "{said}");
    assert_eq!(std::fs::read_to_string(out).unwrap(), pairs);
    assert_eq!(std::fs::read_to_string(groups).unwrap(), clusters);
    for n in 0..2 {
        assert!(kept(&cluster.at(&format!("executor-{n}"))) > 0, "executor {n} did nothing");
    }
    assert_eq!(kept(&shared), 0, "names stay behind");
    drop(cluster.scheduler);
}

#[test]
fn an_executor_killed_at_the_beginning_changes_nothing() {
    killed_with(2);
}

#[test]
fn an_executor_killed_when_much_is_done_changes_nothing() {
    killed_with(20);
}

/// Kills an executor as soon as it keeps so many files, which others are going to ask for.
fn killed_with(files: usize) {
    let tables = [table(&rows())];
    let options = Options::default();
    let here = locally(&tables, &options);
    let mut cluster = Cluster::start();
    let job = cluster.job();
    let (done, finished) = mpsc::channel();
    let driver = std::thread::spawn(move || {
        let found = cairn_cluster::link(&tables, &options, &job, &quiet, &AtomicBool::new(false));
        let _ = done.send(());
        found
    });
    let since = Instant::now();
    while kept(&cluster.at("executor-0")) < files {
        assert!(since.elapsed() < PATIENCE, "no work begun: {}", cluster.log("scheduler"));
        assert!(finished.try_recv().is_err(), "finished before it could be killed");
        sleep(Duration::from_millis(5));
    }
    // SIGKILL: nothing is said to anyone.
    cluster.executors[0].0.kill().unwrap();
    cluster.executors[0].0.wait().unwrap();
    assert!(finished.try_recv().is_err(), "finished before the executor was killed");
    assert!(finished.recv_timeout(PATIENCE).is_ok(), "hung: {}", cluster.log("scheduler"));
    let there = driver.join().unwrap().unwrap();
    assert_eq!(here, there);
    assert!(kept(&cluster.at("executor-1")) > 0);
    // The scheduler noticed and had its work done again.
    let said = cluster.log("scheduler");
    let lost: Vec<&str> = said.lines().filter(|l| l.contains("on lost Executor")).collect();
    assert!(!lost.is_empty(), "{said}");
    println!("{}", lost.join("\n"));
    println!("finished {:.1} s after the start", since.elapsed().as_secs_f64());
}
