//! Listening on the loopback, with limits on what a connection may cost.

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use cairn_work::Session;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Notify, Semaphore};

use crate::Options;

/// Connections at a time.
const CONNECTIONS: usize = 512;
/// What the head of a request may hold.
const HEAD: usize = 16 << 10;
const HEADERS: usize = 64;
/// How long a head may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long open connections may go on after the server was told to stop.
const FAREWELL: Duration = Duration::from_secs(3);

/// Why a register cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, most likely.
    #[error(
        "port {0} of this machine cannot be listened on: {1}. Take another with --port, or 0 for any that is free"
    )]
    Port(u16, io::Error),
    /// The system gives no threads.
    #[error("the server cannot start: {0}")]
    System(#[from] io::Error),
    /// Of the register.
    #[error(transparent)]
    Register(#[from] cairn_work::Error),
}

/// Tells a running server to stop.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<Notify>);

impl Stop {
    /// Now: what is under way may end, jobs are stopped and leave nothing half done.
    pub fn now(&self) {
        self.0.notify_one();
    }
}

/// Serves a register until it is told to stop. `ready` hears the port once browsers can connect.
///
/// # Errors
/// When the port is taken or the register cannot be opened for readers.
pub fn run(
    session: Session,
    mut options: Options,
    stop: &Stop,
    ready: impl FnOnce(u16),
) -> Result<(), ServeError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime
        .block_on(async {
            let port = options.port;
            let listening = listen(port).await.map_err(|e| ServeError::Port(port, e))?;
            options.port = listening.port();
            let (router, jobs) = crate::assembled(session, &options)?;
            ready(listening.port());
            listening.serve(router, stop.0.notified()).await;
            jobs.cancel_all();
            Ok(())
        })
        .inspect(|()| runtime.shutdown_timeout(Duration::from_secs(10)))
}

/// A port taken on the loopback: from here on browsers can connect and wait.
#[derive(Debug)]
struct Listening {
    listener: TcpListener,
    address: SocketAddr,
}

/// Takes a port of the loopback; 0 takes a free one.
async fn listen(port: u16) -> io::Result<Listening> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    Ok(Listening { listener, address })
}

impl Listening {
    fn port(&self) -> u16 {
        self.address.port()
    }

    /// Serves until `stop` is done, then lets what is under way end.
    async fn serve(self, router: Router, stop: impl Future<Output = ()>) {
        let graceful = GracefulShutdown::new();
        let places = Arc::new(Semaphore::new(CONNECTIONS));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD).max_headers(HEADERS);
        tokio::pin!(stop);
        loop {
            let accepted = tokio::select! {
                () = &mut stop => break,
                accepted = self.listener.accept() => accepted,
            };
            let Ok((stream, _)) = accepted else {
                // Out of file handles, most likely: let some close.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            // Nobody closes the semaphore; with all places taken the newcomer waits in the system's queue.
            let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
            let _ = stream.set_nodelay(true);
            let service = TowerToHyperService::new(router.clone());
            let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
            tokio::spawn(async move {
                // A client that goes away is no concern of the server's.
                let _ = connection.await;
                drop(place);
            });
        }
        tokio::select! {
            () = graceful.shutdown() => {}
            () = tokio::time::sleep(FAREWELL) => {}
        }
    }
}
