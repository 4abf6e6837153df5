//! The splitter as a program: `split-program PROGRAM FOLDER` takes a program apart into `FOLDER`: `main.wasm`, which
//! the page starts with, one file for each part that is loaded later, and `link.js`, which loads them. What the parts
//! are stands in the viewer, at each `#[wasm_split]`; after which of them each is loaded, in [`parts`].

use std::{env, fs, path::Path, process::ExitCode};

use wasm_split_cli_support::{Options, transform};

mod loader;
mod merge;
mod parts;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [program, folder] = arguments.as_slice() else {
        eprintln!("usage: split-program PROGRAM FOLDER");
        return ExitCode::FAILURE;
    };
    let (program, folder) = (Path::new(program), Path::new(folder));
    match split(program, folder).and_then(|()| join(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{} cannot be taken apart: {message}", program.display());
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

/// Joins the files of code that several parts share: the splitter writes one for each set of parts that share some, of
/// which most are small, and each takes its place in the loader, which the first view has.
fn join(folder: &Path) -> Result<(), String> {
    let script = folder.join("link.js");
    let (head, files) = loader::read(&fs::read_to_string(&script).map_err(|error| error.to_string())?)?;
    let mut joined = Vec::new();
    for group in parts::groups(files, |file| fs::metadata(path(folder, file)).map_or(0, |file| file.len()))? {
        let read = |file| fs::read(path(folder, file)).map_err(|error| format!("{file}: {error}"));
        let modules = group.files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
        for file in &group.files {
            fs::remove_file(path(folder, file)).map_err(|error| format!("{file}: {error}"))?;
        }
        let module = merge::merge(&modules).map_err(|error| format!("{}: {error}", group.name))?;
        fs::write(path(folder, &group.name), module).map_err(|error| format!("{}: {error}", group.name))?;
        joined.push(group);
    }
    fs::write(script, loader::write(&head, &joined)).map_err(|error| error.to_string())
}

fn path(folder: &Path, file: &str) -> std::path::PathBuf {
    folder.join(format!("{file}.wasm"))
}
