//! Editions: what becomes of a save.
//!
//! The corpus is compiled in this process, its page is made in another one: a loaded corpus stays in memory for as long
//! as a process runs, and a page that cannot be made must not end this one.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use corpus::compile::Finding;
use serde::Serialize;
use tokio::sync::watch::Sender;

use crate::console::Console;
use crate::error::{Error, Failure};
use crate::input::{self, Input};

/// How many editions are kept: a page that is being loaded may still ask for files of the one before.
const KEPT: usize = 2;

/// What is served: the last good edition, and what is wrong with the corpus as it is now.
#[derive(Clone, Debug, Default, Serialize)]
pub struct State {
    /// The digest of the edition; absent until there is one.
    pub edition: Option<String>,
    /// The errors since.
    pub errors: Vec<Finding>,
    /// The folder with the site.
    #[serde(skip)]
    pub site: Option<PathBuf>,
}

/// Makes editions.
pub struct Editions {
    dir: PathBuf,
    console: Console,
    /// Holds the editions.
    folder: PathBuf,
    /// What the last edition or the last errors are of; absent where it could not be read.
    input: Option<Input>,
    count: usize,
    state: State,
}

impl Editions {
    /// Editions of a corpus, in a folder. None is made yet.
    pub fn new(dir: &Path, folder: &Path, console: Console) -> Editions {
        let (dir, folder) = (dir.to_owned(), folder.to_owned());
        Editions { dir, console, folder, input: None, count: 0, state: State::default() }
    }

    /// Makes an edition of the corpus as it is now, unless nothing has changed. Errors are shown on the terminal and
    /// are part of the state.
    pub fn update(&mut self, states: &Sender<Arc<State>>) {
        let began = Instant::now();
        let read = input::read(&self.dir);
        if let (Ok(input), Some(last)) = (&read, &self.input)
            && input.has_same_content(last)
        {
            return;
        }
        self.input = None;
        let made = read.and_then(|input| {
            let made = self.make(&input);
            self.input = Some(input);
            made
        });
        match made {
            Ok((edition, site)) => {
                self.state = State { edition: Some(edition), errors: Vec::new(), site: Some(site) };
                self.console.say(format_args!("A new edition, after {:.0?}", began.elapsed()));
            }
            Err(error) => {
                self.console.show_error(&error);
                self.state.errors = findings(error);
            }
        }
        states.send_replace(Arc::new(self.state.clone()));
    }

    /// Makes an edition. Returns its digest and its folder.
    fn make(&mut self, input: &Input) -> Result<(String, PathBuf), Error> {
        let _progress = self.console.progress("make the page");
        let compiled = input.compile()?;
        compiled.left_out.iter().for_each(|message| self.console.detail(message));
        self.count += 1;
        let of = |number: usize| self.folder.join(number.to_string());
        let (site, corpus) = (of(self.count), self.folder.join("corpus"));
        fs::write(&corpus, &compiled.bytes).map_err(|error| Error::temporary(&error))?;
        publish(&corpus, &site)?;
        if let Some(old) = self.count.checked_sub(KEPT) {
            // What is left is removed with the folder.
            let _ = fs::remove_dir_all(of(old));
        }
        Ok((compiled.summary.digest.to_string(), site))
    }
}

/// Has another process make the page, see [`crate::build::publish_edition`].
fn publish(corpus: &Path, site: &Path) -> Result<(), Error> {
    let cannot_start = |error: &std::io::Error| Error::io("cannot start the program that makes the page", error);
    let program = env::current_exe().map_err(|error| cannot_start(&error))?;
    let output = Command::new(program).arg("publish-edition").args([corpus, site]).output();
    let output = output.map_err(|error| cannot_start(&error))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim();
    Err(Error::new(said.strip_prefix("error: ").unwrap_or(said).to_owned()))
}

/// An error as the page shows it.
fn findings(error: Error) -> Vec<Finding> {
    match error {
        Error::Corpus(report) => report.findings().collect(),
        Error::Failed(Failure { problem, advice }) => vec![Finding {
            code: "briefing::page",
            message: problem,
            location: None,
            help: advice,
            related: Vec::new(),
        }],
        Error::Reported => Vec::new(),
    }
}
