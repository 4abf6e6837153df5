//! `cargo xtask sizes`: what the program's bytes are, by crate. The sizes of files are in `bundle/sizes.rs`.

mod attribution;
mod table;

use std::fs;

use anyhow::{Context, Result};

use crate::{bundle, cli::SizesOptions, paths};
use table::{Part, table};

/// The document that holds the table, and what is around the table there.
const DOCUMENT: &str = "docs/budgets.md";
const BEGIN: &str = "<!-- Written by `cargo xtask sizes --write`. -->\n";
const END: &str = "<!-- End of what is written. -->\n";

/// Builds the program with the names of its functions and prints its size by crate, or writes it into the document.
pub fn run(options: &SizesOptions) -> Result<()> {
    let listed = bundle::list_functions()?;
    let parts = listed.into_iter().map(|(name, lines)| Part::parse(name, &lines)).collect::<Result<Vec<_>>>()?;
    if options.functions > 0 {
        for part in &parts {
            println!("{}", part.largest(options.functions));
        }
    }
    let table = table(&parts);
    if !options.write {
        println!("{table}");
        return Ok(());
    }
    let document = paths::root().join(DOCUMENT);
    let text = fs::read_to_string(&document).with_context(|| format!("cannot read {DOCUMENT}"))?;
    let text = replaced(&text, &table).with_context(|| format!("{DOCUMENT} does not say where the table is"))?;
    fs::write(&document, text).with_context(|| format!("cannot write {DOCUMENT}"))
}

/// The document with another table.
fn replaced(document: &str, table: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_has_a_table_to_replace() {
        let text = fs::read_to_string(paths::root().join(DOCUMENT)).unwrap();
        let once = replaced(&text, "| a |\n").unwrap();
        assert!(once.contains("| a |\n"));
        assert_eq!(replaced(&once, "| a |\n").unwrap(), once);
        assert_eq!(replaced("no table", ""), None);
    }
}
