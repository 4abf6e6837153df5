//! Corrections of what is unambiguous: which there are, how they are shown, and how they are saved. What can be
//! corrected is decided by the compiler (`corpus::compile::Report::fixes`).

use std::fmt::Write;
use std::io;

use corpus::compile::{Fix, Folder, compile_folder};
use similar::{ChangeTag, TextDiff};

use super::format::Format;
use crate::console::{self, Console};
use crate::error::Error;
use crate::output;

/// The lines before and after a change that are shown.
const CONTEXT: usize = 1;

/// How often a corpus is compiled again. A correction may be the condition of another: a cue is searched for in the
/// paragraph of its content.
const MAX_PASSES: usize = 10;

/// The corpus with all corrections made.
pub fn fixed(folder: &Folder) -> Folder {
    let mut fixed = folder.clone();
    for _ in 0..MAX_PASSES {
        let Err(report) = compile_folder(&fixed) else { break };
        let fixes = report.fixes();
        if fixes.is_empty() {
            break;
        }
        apply(fixes, &mut fixed);
    }
    fixed
}

/// Makes corrections, the last of a file first, so that the ranges of the others stay.
fn apply(mut fixes: Vec<Fix>, folder: &mut Folder) {
    fixes.sort_by_key(|fix| (fix.file, fix.range.start));
    // Two problems may be about the same words.
    fixes.dedup_by(|next, before| next.file == before.file && next.range.start < before.range.end);
    for Fix { file, range, replacement } in fixes.into_iter().rev() {
        if let Some(file) = folder.files.get_mut(file) {
            file.bytes.splice(range, replacement.into_bytes());
        }
    }
}

/// Shows the changes as a unified diff: on the standard output, or beside another format on the standard error.
///
/// # Errors
/// What the system has refused.
pub fn show(before: &Folder, after: &Folder, format: Format, console: &Console) -> Result<(), Error> {
    let is_output = format == Format::Text;
    let is_coloured = if is_output { console::is_coloured(&io::stdout()) } else { console::is_coloured(&io::stderr()) };
    let mut diff = String::new();
    for index in changed(before, after) {
        let name = before.paths[index].display().to_string();
        let [old, new] = [before, after].map(|folder| String::from_utf8_lossy(&folder.files[index].bytes));
        diff.push_str(&unified(&name, &old, &new, is_coloured));
    }
    if is_output {
        output::print(diff.as_bytes())
    } else {
        console.say(diff.trim_end());
        Ok(())
    }
}

/// Writes the changed files, each whole or not at all.
///
/// # Errors
/// What the system has refused.
pub fn save(before: &Folder, after: &Folder) -> Result<(), Error> {
    changed(before, after).try_for_each(|index| output::write_file(&before.paths[index], &after.files[index].bytes))
}

/// The indexes of the files that differ.
fn changed(before: &Folder, after: &Folder) -> impl Iterator<Item = usize> {
    (0..before.files.len()).filter(|&index| before.files[index] != after.files[index])
}

fn unified(name: &str, old: &str, new: &str, is_coloured: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    unified.context_radius(CONTEXT).header(name, name);
    let mut out = format!("--- {name}\n+++ {name}\n");
    for hunk in unified.iter_hunks() {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let (colour, end) = match change.tag() {
                ChangeTag::Delete if is_coloured => ("\u{1b}[31m", "\u{1b}[0m"),
                ChangeTag::Insert if is_coloured => ("\u{1b}[32m", "\u{1b}[0m"),
                _ => ("", ""),
            };
            let line = change.value().trim_end_matches(['\n', '\r']);
            let _ = writeln!(out, "{colour}{}{line}{end}", change.tag());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_shows_the_lines_around_each_change() {
        let diff = unified("a.toml", "1\n2\n3\n4\n", "1\n2\nthree\n4\n", false);
        assert_eq!(diff, "--- a.toml\n+++ a.toml\n@@ -2,3 +2,3 @@\n 2\n-3\n+three\n 4\n");
        assert!(unified("a.toml", "1\n", "2\n", true).contains("\u{1b}[31m-1\u{1b}[0m\n\u{1b}[32m+2\u{1b}[0m\n"));
    }
}
