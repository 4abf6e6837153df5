//! `cargo xtask synth`: writes a synthetic corpus, see `crates/synth`.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};
use synth::{SHAPES, Shape};

use crate::{cli::SynthOptions, failure::Remedy};

/// A file that says that a folder was written by this command, and may be replaced by it. The compiler ignores it.
const MARKER: &str = ".synth";

/// Writes the corpus.
pub fn run(options: &SynthOptions) -> Result<()> {
    let usage =
        || Remedy::new("a number of statements and a folder are needed", "cargo xtask synth --statements 1000 OUT");
    let statements = options.statements.with_context(usage)?;
    let out = env::current_dir()?.join(options.out.as_ref().with_context(usage)?);
    ensure!(
        (1..=synth::MOST_STATEMENTS).contains(&statements),
        "a synthetic corpus has between 1 and {} statements",
        synth::MOST_STATEMENTS
    );
    let shape = match &options.shape {
        None => Shape::Usual,
        Some(name) => {
            let names = SHAPES.map(|(name, _)| name).join(", ");
            let known = SHAPES.into_iter().find(|(known, _)| known == name);
            known.with_context(|| format!("there is no shape `{name}`, but {names}"))?.1
        }
    };
    let files = write(statements, shape, &out)?;
    println!("{statements} statements in {files} files: {}", out.display());
    Ok(())
}

/// Writes the corpus into a folder that is absent or was written here. Returns the number of files.
pub fn write(statements: usize, shape: Shape, out: &Path) -> Result<usize> {
    if out.exists() {
        ensure!(out.join(MARKER).is_file(), "{} is there already and no synthetic corpus", out.display());
        fs::remove_dir_all(out).with_context(|| format!("cannot remove {}", out.display()))?;
    }
    fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
    let marker = format!("cargo xtask synth --statements {statements}, with seed {}\n", synth::SEED);
    // First, so that a folder can be replaced after this was interrupted.
    fs::write(out.join(MARKER), marker).with_context(|| format!("cannot write into {}", out.display()))?;
    let mut count = 0;
    for file in synth::files_of(statements, synth::SEED, shape) {
        fs::write(out.join(&file.name), file.content).with_context(|| format!("cannot write {}", file.name))?;
        count += 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_that_was_written_here_is_replaced() {
        let folder = env::temp_dir().join(format!("briefing-xtask-synth-{}", std::process::id()));
        let of_somebody = folder.join("of-somebody");
        fs::create_dir_all(&of_somebody).unwrap();
        fs::write(of_somebody.join("notes.txt"), "mine").unwrap();
        assert!(write(5, Shape::Usual, &of_somebody).is_err());
        assert_eq!(fs::read(of_somebody.join("notes.txt")).unwrap(), b"mine");
        let out = folder.join("out");
        let larger = write(40, Shape::Usual, &out).unwrap();
        let smaller = write(5, Shape::OneDay, &out).unwrap();
        assert!(smaller < larger);
        // The marker is one more.
        assert_eq!(fs::read_dir(&out).unwrap().count(), smaller + 1);
        fs::remove_dir_all(folder).unwrap();
    }
}
