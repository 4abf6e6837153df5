//! `cargo xtask bench --program`: what the program `briefing` takes, beside programs that do a comparable job.
//!
//! `briefing build` beside Pagefind, which indexes the site that it has just made: both read all texts and write files
//! of a static site. And the time from a save to the page that shows it, `briefing serve` beside `mdbook serve`, where
//! mdbook is on `PATH` or `MDBOOK` names it. All is measured in one run, in turns; ratios can be compared, times
//! cannot. It prints tables, and fails for no figure.

mod measure;

use std::{
    env, fmt, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    bundle::empty,
    exec::{self, command, on_path},
    paths, program,
    step::step,
    synth, tools,
};
use measure::{median, peak_memory, seconds};

/// How often each is timed.
const ROUNDS: usize = 7;

/// The statements of the synthetic corpus.
const STATEMENTS: usize = 1000;

/// The most memory, in bytes, that is well whatever Pagefind takes.
const MEMORY: u64 = 300_000_000;

/// A corpus, and the goal for the ratio of times.
struct Corpus {
    name: String,
    folder: PathBuf,
    goal: f64,
}

/// What one program takes: the median of its times in seconds, and its peak of memory in bytes where the system tells.
struct Taken {
    seconds: f64,
    memory: Option<u64>,
}

/// Builds the program, and measures.
pub fn run() -> Result<()> {
    // Each run writes into a new folder, and none is removed before all have been timed: ext4 passes over inodes that
    // were freed in the last five seconds one by one, and a program that writes many files would pay for what ran
    // before it.
    let scratch = paths::scratch().join("bench-program");
    empty(&scratch)?;
    let program = program::make(&program::DIST)?;
    let pagefind = tools::pagefind()?;
    let synthetic = scratch.join("corpus");
    synth::write(STATEMENTS, ::synth::Shape::Usual, &synthetic)?;
    let examples = paths::root().join("examples");
    let corpora = [
        Corpus { name: "seeds".into(), folder: paths::root().join("seeds"), goal: 0.8 },
        Corpus { name: "examples/aldport".into(), folder: examples.join("aldport"), goal: 0.5 },
        Corpus { name: format!("{STATEMENTS} synthetic statements"), folder: synthetic, goal: 0.5 },
    ];
    let mut rows = Vec::new();
    for corpus in &corpora {
        let row = step(&format!("measure {}", corpus.name), || beside_pagefind(corpus, &program, &pagefind, &scratch))?;
        rows.push(row);
    }
    println!(
        "\n| corpus | `briefing build` | Pagefind | ratio | goal |  | memory | Pagefind | goal |  |\n\
         | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | --- |"
    );
    for row in &rows {
        println!("{row}");
    }
    println!();
    from_save_to_page(&program)?;
    empty(&scratch)
}

fn beside_pagefind(corpus: &Corpus, program: &Path, pagefind: &Path, scratch: &Path) -> Result<Row> {
    let runs = scratch.join("runs").join(&corpus.name);
    let build = |round: usize| {
        let mut build = command(program);
        build.args(["build", "--quiet"]).arg(&corpus.folder).arg("--out").arg(runs.join(format!("site-{round}")));
        build.env_remove("BRIEFING_TEMPLATE");
        build
    };
    let find = |round: usize| {
        let mut find = command(pagefind);
        find.arg("--site").arg(runs.join(format!("site-{round}")));
        find.arg("--output-path").arg(runs.join(format!("index-{round}")));
        find
    };
    fs::create_dir_all(&runs).with_context(|| format!("cannot create {}", runs.display()))?;
    // The first round is not counted: it reads the programs and the corpus from the disk.
    let mut times = (Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let (ours, theirs) = (seconds(&mut build(round))?, seconds(&mut find(round))?);
        if round > 0 {
            times.0.push(ours);
            times.1.push(theirs);
        }
    }
    // In runs of their own, because the looking takes time.
    let memory = (peak_memory(&mut build(ROUNDS + 1))?, peak_memory(&mut find(ROUNDS + 1))?);
    Ok(Row {
        corpus: corpus.name.clone(),
        goal: corpus.goal,
        ours: Taken { seconds: median(times.0), memory: memory.0 },
        theirs: Taken { seconds: median(times.1), memory: memory.1 },
    })
}

/// A row of the table.
struct Row {
    corpus: String,
    goal: f64,
    ours: Taken,
    theirs: Taken,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let verdict = |is_met: bool| if is_met { "met" } else { "missed" };
        let ratio = self.ours.seconds / self.theirs.seconds;
        let (time, other) = (self.ours.seconds, self.theirs.seconds);
        write!(f, "| {} | {time:.2} s | {other:.2} s | {ratio:.2} | {} |", self.corpus, self.goal)?;
        write!(f, " {} |", verdict(ratio <= self.goal))?;
        let (Some(ours), Some(theirs)) = (self.ours.memory, self.theirs.memory) else {
            return f.write_str(" – | – |  |  |");
        };
        let goal = theirs.max(MEMORY);
        let mb = |bytes: u64| format!("{} MB", bytes / 1_000_000);
        write!(f, " {} | {} | {} | {} |", mb(ours), mb(theirs), mb(goal), verdict(ours <= goal))
    }
}

/// Has a page opened in a browser while its text is saved, see `tests/browser/save.mjs`.
fn from_save_to_page(program: &Path) -> Result<()> {
    let browser = tools::for_browser()?;
    let mdbook = env::var_os("MDBOOK").map(PathBuf::from).or_else(|| on_path("mdbook"));
    if mdbook.is_none() {
        println!("There is no mdbook to compare `briefing serve` with: `cargo install mdbook` brings one.");
    }
    step("measure from a save to the page", || {
        let mut node: Command = command("node");
        node.current_dir(paths::browser_tests()).arg("save.mjs");
        node.env("CHROME", browser.program).env("PROGRAM", program).env("SEEDS", paths::root().join("seeds"));
        // A harness in a browser wants the address of a page; here each program says its own.
        node.env("BASE_URL", "http://127.0.0.1/").envs(mdbook.map(|mdbook| ("MDBOOK", mdbook)));
        exec::run(&mut node)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_which_goals_are_met() {
        let taken = |seconds, megabytes: u64| Taken { seconds, memory: Some(megabytes * 1_000_000) };
        let row = Row { corpus: "seeds".into(), goal: 0.8, ours: taken(0.3, 90), theirs: taken(0.5, 60) };
        assert_eq!(row.to_string(), "| seeds | 0.30 s | 0.50 s | 0.60 | 0.8 | met | 90 MB | 60 MB | 300 MB | met |");
        let row = Row { corpus: "seeds".into(), goal: 0.5, ours: taken(0.3, 500), theirs: taken(0.5, 400) };
        assert!(row.to_string().ends_with("| 0.60 | 0.5 | missed | 500 MB | 400 MB | 400 MB | missed |"), "{row}");
    }
}
