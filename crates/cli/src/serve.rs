//! `briefing serve`: the page of a corpus on this machine, made anew with each save.
//!
//! - `watch`: the folder is watched; saves that follow each other at once are one.
//! - `editions`: a save becomes an edition, or errors. A page is made in a process of its own (`publish-edition`).
//! - `http`: the last good edition is served, with a script that shows the next one and errors (`assets`).
//! - `host`: who may ask: other sites in the same browser may not.

mod assets;
mod editions;
mod host;
mod http;
mod watch;

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use tokio::sync::watch::channel;

use crate::console::Console;
use crate::error::Error;
use crate::{input, template};
use editions::{Editions, State};
use host::AllowedHosts;

const EXAMPLES: &str = "\
Examples:
  briefing serve bridge --open
  briefing serve bridge --port 4000
  briefing serve bridge --host 0.0.0.0   for other machines of the network, too

The page follows each save and keeps what you look at. Errors appear here and over the page, with the \
last edition without errors below. Ctrl+C ends it. What it serves is for writing a briefing: to \
publish it, see `briefing build`.";

/// The options of `serve`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The folder of the corpus, or a briefing file.
    dir: PathBuf,
    /// Opens the page in the browser.
    #[arg(long)]
    open: bool,
    /// The port; 0 is any that is free.
    #[arg(short, long, default_value_t = 8000)]
    port: u16,
    /// The address or name to listen on. Only this machine can reach the page without it.
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
}

/// Serves until it is interrupted.
///
/// # Errors
/// Where the folder is none, the port is taken or the system refuses. Errors of the corpus are shown and do not end it.
pub fn run(args: &Args, console: &Console) -> Result<(), Error> {
    // What no save can mend is said before anything is served.
    template::load()?;
    if let Err(error @ Error::Failed(_)) = input::read(&args.dir) {
        return Err(error);
    }
    let mut watched = watch::watch(&args.dir)?;
    let (listener, address) = listen(args)?;
    let folder = tempfile::Builder::new().prefix("briefing-serve-").tempdir();
    let folder = folder.map_err(|error| Error::temporary(&error))?;
    let mut editions = Editions::new(&args.dir, folder.path(), console.clone());
    let (states, served) = channel(Arc::new(State::default()));
    editions.update(&states);

    let shown = if address.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { address.ip() };
    let url = format!("http://{}/", SocketAddr::new(shown, address.port()));
    console.say(format_args!("The page is at {url} and follows each save. Ctrl+C ends it."));
    if !address.ip().is_loopback() {
        console.say("Other machines of the network can see it as well.");
    }
    if args.open
        && let Err(error) = open::that_detached(&url)
    {
        console.detail(&error);
        console.say("No browser could be opened: open the address yourself.");
    }
    thread::spawn(move || {
        while watched.next().is_some() {
            editions.update(&states);
        }
    });
    http::serve(listener, served, AllowedHosts::new(&args.host, address))
}

/// Listens where the options say. Returns the address with the port that was taken.
fn listen(args: &Args) -> Result<(TcpListener, SocketAddr), Error> {
    let Args { host, port, .. } = args;
    let unknown = || {
        Error::new(format!("{host} is no address of this machine"))
            .advise("leave --host out, or name an address of this machine: 0.0.0.0 is all of them")
    };
    let address =
        (host.as_str(), *port).to_socket_addrs().ok().and_then(|mut found| found.next()).ok_or_else(unknown)?;
    let listener = TcpListener::bind(address).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Error::new(format!("port {port} is taken by another program"))
            .advise("choose another with --port N; --port 0 takes any that is free"),
        ErrorKind::PermissionDenied => {
            Error::new(format!("port {port} is not free for everybody")).advise("choose one above 1023 with --port N")
        }
        ErrorKind::AddrNotAvailable => unknown(),
        _ => Error::io(format_args!("cannot listen on {address}"), &error),
    })?;
    let address = listener.local_addr().map_err(|error| Error::io("cannot listen", &error))?;
    Ok((listener, address))
}
