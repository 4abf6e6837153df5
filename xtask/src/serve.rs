//! `cargo xtask serve`: builds the bundle and serves it on this machine.

use std::thread;

use anyhow::Result;

use crate::{bundle, cli::ServeOptions, server::Server};

/// The first port to try.
const PORT: u16 = 8080;

/// Builds and serves until interrupted.
pub fn run(options: &ServeOptions) -> Result<()> {
    let folders = bundle::Folders::new(&options.bundle)?;
    folders.make_unless(options.no_build)?;
    let server = Server::start(&folders.dist, "/", options.port.unwrap_or(PORT))?;
    println!("\nThe briefing is at {}\nCtrl+C ends it.", server.address);
    loop {
        thread::park();
    }
}
