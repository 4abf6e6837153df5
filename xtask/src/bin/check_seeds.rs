//! The seeds verifier as a program: `check-seeds FOLDER`. All judgement is in `corpus::compile`; this shows it.

use std::{
    env,
    io::{self, IsTerminal},
    path::PathBuf,
    process::ExitCode,
};

use corpus::compile::compile_dir;

/// Columns of a report that goes elsewhere than to a terminal of known width.
const WIDTH: usize = 100;

fn main() -> ExitCode {
    let folder = PathBuf::from(env::args_os().nth(1).unwrap_or_else(|| "seeds".into()));
    match compile_dir(&folder) {
        Ok(compiled) => {
            compiled.left_out.iter().for_each(|file| println!("{file}"));
            println!("{}: every quote found", compiled.summary);
            ExitCode::SUCCESS
        }
        Err(report) => {
            let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            eprintln!("{}", report.render(colour, WIDTH));
            ExitCode::FAILURE
        }
    }
}
