//! Compiles the corpus into the bundle, or shows everything that is wrong with it.
//!
//! `BRIEFING_SEEDS` names another folder than `seeds`, seen from this one.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

/// Cargo sets its messages off by a few columns; a report of this width still fits a terminal of a hundred.
const WIDTH: usize = 92;

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=BRIEFING_SEEDS");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // How the program hangs together, without which it cannot be taken apart.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let seeds = env::var("BRIEFING_SEEDS").unwrap_or_else(|_| "seeds".to_owned());
    // For a folder, Cargo looks at everything in it, so a new file counts as well.
    println!("cargo::rerun-if-changed={seeds}");
    match run(Path::new(&seeds)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(seeds: &Path) -> Result<(), String> {
    let colour = env::var("CARGO_TERM_COLOR").is_ok_and(|choice| choice == "always");
    let compiled = corpus::compile::compile_dir(seeds).map_err(|report| report.render(colour, WIDTH))?;
    for file in &compiled.files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    for file in &compiled.left_out {
        println!("cargo::warning={file}");
    }
    let out = env::var_os("OUT_DIR").ok_or("Cargo did not say where to build")?;
    let path = Path::new(&out).join("briefing.bin");
    fs::write(&path, &compiled.bytes).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
