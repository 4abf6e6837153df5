//! Invariants of the source tree, checked by reading it: dependencies, the sizes and heads of files, and import
//! circles.
//!
//! `cargo test -p xtask --test tidy` runs these tests; what they find is listed with file, line and what to do about
//! it.
//!
//! # Import circles
//!
//! Two files are in a circle where each uses the other, directly or through further files. Such files can be neither
//! read nor tested nor moved one without the other. What counts as a use:
//!
//! - A **path in code**, such as `date::parse(..)`, `&Statement` or `names!(..)`, is a use of the file that *defines*
//!   what it names. Imports and re-exports on the way are followed: `use crate::Date;` and then `Date` is a use of
//!   `date.rs`, not of the `lib.rs` that re-exports it.
//! - A **declaration or re-export**, `mod child;` or `pub use child::Item;`, uses nothing. A parent module that only
//!   declares, documents and re-exports its children may be imported by them.
//! - A parent module is a file like any other as soon as it has **code**: where that uses a child's items, the children
//!   must not use its items. What both need goes into a child of its own, which the parent may re-export.
//! - An import of a **trait** counts, because its methods are called without its name.
//! - Code under **`#[cfg(test)]`** does not count: tests may use all of the crate.
//!
//! Only syntax is read. Not seen is a method that is called on a value and defined in an `impl` block of another file
//! than its type's, nor what a macro makes of its tokens beyond the paths among them.

mod circles;
mod dependencies;
mod imports;
mod modules;
mod rules;
mod sources;

use std::fs;

use imports::Imports;
use sources::{Source, line_of, root, sources};

/// The most lines that a file may have: more than that, nobody has in mind at once.
const LONGEST_FILE: usize = 400;

/// The most characters in a line, as in `rustfmt.toml`.
const WIDEST_LINE: usize = 120;

/// Fails with what is wrong, one entry a line, under what to do about it.
fn expect_none(found: &[String], what_to_do: &str) {
    assert!(found.is_empty(), "\n{what_to_do}\n{}\n", found.join("\n"));
}

#[test]
fn no_file_is_in_an_import_circle() {
    let read = |path: &std::path::Path| fs::read_to_string(path).ok();
    let roots = sources().into_iter().filter(Source::is_crate_root).map(|source| source.path);
    let circles = roots.map(|path| match Imports::read(&path, &read) {
        Ok(imports) => circles::describe(&imports, &root()),
        Err(message) => panic!("{message}"),
    });
    let circles: Vec<String> = circles.flatten().collect();
    expect_none(
        &circles,
        "Files use each other in circles. Move what both need into a file below both, pass it as an argument, or move the \
         code that uses both above both. ✂ marks a small set of uses without which no circle is left.",
    );
}

#[test]
fn every_source_file_says_at_its_head_what_it_is_for() {
    let without = sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    expect_none(
        &without.map(|source| format!("  {}", source.name())).collect::<Vec<_>>(),
        "Files do not begin with a `//! ` comment. Say in its first line what the file is for.",
    );
}

#[test]
fn no_source_file_is_longer_than_a_few_screens() {
    let lengths = sources().into_iter().map(|source| (source.name(), source.text.lines().count()));
    let long = lengths.filter(|(_, lines)| *lines > LONGEST_FILE);
    expect_none(
        &long.map(|(name, lines)| format!("  {name}: {lines} lines")).collect::<Vec<_>>(),
        &format!("Files have more than {LONGEST_FILE} lines. Move one of the things that they are about to a module."),
    );
}

#[test]
fn no_comment_is_wider_than_code_may_be() {
    let mut wide = Vec::new();
    for source in sources() {
        for (index, line) in source.text.lines().enumerate() {
            let width = line.chars().count();
            // Without a space there is nowhere to break: an address, say.
            let words = line.trim_start().trim_start_matches('/').trim_start_matches('!').trim();
            if line.trim_start().starts_with("//") && width > WIDEST_LINE && words.contains(' ') {
                wide.push(format!("  {}: {width} characters", line_of(&source, index)));
            }
        }
    }
    expect_none(
        &wide,
        &format!("Comments are wider than {WIDEST_LINE} characters. Break the lines; rustfmt does not."),
    );
}
