use std::net::IpAddr;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use cairn_register::Access;
use cairn_server::{Options, Stop};
use clap::Args;
use serde_json::json;

use crate::cli::{Format, Global};
use crate::failure::{Failure, Outcome, Result};
use crate::open;

/// Serve a register's page and interface on this machine
///
/// Prints the address to open in a browser; whoever has it may read and write until the program ends, so give it to
/// nobody. No request leaves this machine, and other commands cannot write while it runs. Ctrl-C ends it.
#[derive(Debug, Args)]
pub struct Serve {
    /// The register
    dir: PathBuf,
    /// Port of this machine, 0 for any that is free
    #[arg(long, value_name = "N", default_value_t = 8421)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Folder of boundaries for maps, GeoJSON files that name their source and date [default: DIR/boundaries]
    #[arg(long, value_name = "FOLDER")]
    boundaries: Option<PathBuf>,
    /// Address to listen on: only that of this machine
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    listen: String,
}

impl Serve {
    /// Runs the command.
    pub fn run(&self, global: &Global) -> Result {
        self.only_here()?;
        let session = open::session(&self.dir, global, Access::Write)?;
        let folder = self.dir.canonicalize()?;
        let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let token = secret()?;
        let once = self.open.then(secret).transpose()?;
        let options = Options {
            port: self.port,
            token: token.clone(),
            once: once.clone(),
            name,
            boundaries: Some(self.boundaries.clone().unwrap_or_else(|| folder.join("boundaries"))),
            actor: global.actor.clone(),
            readers: std::thread::available_parallelism().map_or(2, |n| n.get().max(4)),
            clock: open::now,
        };
        let stop = Stop::default();
        let stopping = stop.clone();
        ctrlc::set_handler(move || stopping.now()).map_err(Failure::new)?;
        let format = global.format();
        cairn_server::run(session, options, &stop, |port| {
            let address = |token: &str| format!("http://127.0.0.1:{port}/#token={token}");
            match format {
                Format::Table => println!(
                    "Open this address in a browser; whoever has it may read and write:\n\n  {}\n\nCtrl-C ends it.",
                    address(&token)
                ),
                _ => println!("{}", json!({ "version": 1, "url": address(&token), "port": port })),
            }
            if let Some(once) = &once {
                browse(&address(once));
            }
        })
        .map_err(Failure::new)?;
        Ok(Outcome::Done)
    }

    fn only_here(&self) -> Result<()> {
        let here = self.listen == "localhost" || self.listen == IpAddr::from([127, 0, 0, 1]).to_string();
        if here {
            return Ok(());
        }
        Err(Failure::new(format_args!(
            "this version serves only the machine it runs on (127.0.0.1), not {}: over a network it would need TLS \
             and a sign-in for each person, which are not there yet. From another machine, use a tunnel that has \
             both: ssh -L {1}:127.0.0.1:{1} HOST",
            self.listen, self.port
        )))
    }
}

fn secret() -> Result<String> {
    cairn_server::secret()
        .map_err(|_| Failure::new("the system gives no random bytes, which the token needs"))
}

/// Starts the system's browser. That there is none is no failure: the address is printed.
fn browse(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = Command::new(opener)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
