//! The splitter as a program: `split-program PROGRAM FOLDER` takes a program apart into `FOLDER`: `main.wasm`, which
//! the page starts with, one file for each part that is loaded later, and `link.js`, which loads them. What the parts
//! are stands in the viewer, at each `#[wasm_split]`.

use std::{env, fs, path::Path, process::ExitCode};

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [program, folder] = arguments.as_slice() else {
        eprintln!("usage: split-program PROGRAM FOLDER");
        return ExitCode::FAILURE;
    };
    match split(Path::new(program), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{} cannot be taken apart: {message}", Path::new(program).display());
            ExitCode::FAILURE
        }
    }
}

fn split(program: &Path, folder: &Path) -> Result<(), String> {
    let bytes = fs::read(program).map_err(|error| error.to_string())?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = "./link.js";
    options.main_module = "./briefing.js";
    transform(options).map(|_| ()).map_err(|error| format!("{error:#}"))
}
