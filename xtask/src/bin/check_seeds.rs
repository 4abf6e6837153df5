//! The corpus compiler as a program: `check-seeds FOLDER [FILE]` verifies a corpus, shows everything that is wrong with
//! it, and writes the compiled form into a file if asked to. All judgement is in `corpus::compile`.

use std::{
    env, fs,
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
            match env::args_os().nth(2).map(|file| fs::write(file, &compiled.bytes)) {
                Some(Err(error)) => {
                    eprintln!("the compiled corpus cannot be written: {error}");
                    ExitCode::FAILURE
                }
                _ => ExitCode::SUCCESS,
            }
        }
        Err(report) => {
            let colour = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none();
            eprintln!("{}", report.render(colour, WIDTH));
            ExitCode::FAILURE
        }
    }
}
