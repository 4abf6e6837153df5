//! Sizes of a program's parts, summed by crate, as a Markdown table.

use std::{collections::BTreeMap, fmt::Write};

use anyhow::{Context, Result, bail};

use super::attribution::{crate_of, readable};

/// Crates with less code than this in all parts together share a row.
const SMALL: u64 = 1000;

/// One part of the program.
pub struct Part {
    /// The name as in docs/budgets.md.
    pub name: String,
    /// Mangled names with sizes in bytes.
    functions: Vec<(String, u64)>,
    data: u64,
    other: u64,
}

impl Part {
    /// Reads what `list-functions` prints.
    pub fn parse(name: String, lines: &str) -> Result<Self> {
        let mut part = Self { name, functions: Vec::new(), data: 0, other: 0 };
        for line in lines.lines() {
            let mut words = line.splitn(3, ' ');
            let kind = words.next().unwrap_or_default();
            let size: u64 = words.next().context("a line has no size")?.parse()?;
            match kind {
                "function" => part.functions.push((words.next().unwrap_or_default().to_owned(), size)),
                "data" => part.data += size,
                "other" => part.other += size,
                _ => bail!("`{line}` is not known here"),
            }
        }
        Ok(part)
    }

    /// The largest functions, a line each: bytes, the crate that the function is counted for, and its name.
    pub fn largest(&self, number: usize) -> String {
        let mut functions: Vec<_> = self.functions.iter().collect();
        functions.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut text = format!("{}\n", self.name);
        for (name, size) in functions.into_iter().take(number) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "  {size:>6}  {:12}  {}", crate_of(name), readable(name));
        }
        text
    }
}

/// The table: a row for each crate, the largest first, then data and everything else. A column for each part.
pub fn table(parts: &[Part]) -> String {
    let mut crates: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (column, part) in parts.iter().enumerate() {
        for (name, size) in &part.functions {
            crates.entry(crate_of(name)).or_insert_with(|| vec![0; parts.len()])[column] += size;
        }
    }
    let (large, small): (Vec<_>, Vec<_>) =
        crates.into_iter().partition(|(_, sizes)| sizes.iter().sum::<u64>() >= SMALL);
    let mut rows = large;
    rows.sort_by(|a, b| b.1.cmp(&a.1));
    if !small.is_empty() {
        let sum = |column: usize| small.iter().map(|(_, sizes)| sizes[column]).sum();
        rows.push((format!("{} more crates", small.len()), (0..parts.len()).map(sum).collect()));
    }
    let each = |size: fn(&Part) -> u64| parts.iter().map(size).collect::<Vec<_>>();
    let code = |part: &Part| part.functions.iter().map(|(_, size)| size).sum::<u64>();
    rows.push(("all code".to_owned(), each(code)));
    rows.push(("data".to_owned(), each(|part| part.data)));
    rows.push(("types, imports, tables and exports".to_owned(), each(|part| part.other)));
    let heads: Vec<_> = parts.iter().map(|part| part.name.as_str()).collect();
    let mut text = format!("| crate | {} |\n|---|{}\n", heads.join(" | "), "---:|".repeat(parts.len()));
    for (name, sizes) in rows {
        let sizes: Vec<_> = sizes.iter().map(|&size| kb(size)).collect();
        // Writing to a string does not fail.
        let _ = writeln!(text, "| {name} | {} |", sizes.join(" | "));
    }
    text
}

/// Thousands of bytes; nothing where there is none.
fn kb(bytes: u64) -> String {
    if bytes == 0 { String::new() } else { format!("{}.{}", bytes / 1000, bytes % 1000 / 100) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "function 1200 _RNvCs1_5query5write\nfunction 30 memcpy\ndata 512\ndata 88\nother 45\n";

    #[test]
    fn sizes_are_summed_by_crate_and_part() {
        let first = Part::parse("first view".into(), LINES).unwrap();
        let later = Part::parse("`pages`".into(), "function 300 _RNvCs1_5query4read\n").unwrap();
        let table = table(&[first, later]);
        assert!(
            table.starts_with("| crate | first view | `pages` |\n|---|---:|---:|\n| query | 1.2 | 0.3 |\n"),
            "{table}"
        );
        assert!(table.contains("| 1 more crates | 0.0 |  |"), "{table}");
        assert!(table.contains("| all code | 1.2 | 0.3 |"), "{table}");
        assert!(table.contains("| data | 0.6 |  |"), "{table}");
    }

    #[test]
    fn a_line_that_is_not_known_is_an_error() {
        assert!(Part::parse(String::new(), "functions 1").is_err());
        assert!(Part::parse(String::new(), "data").is_err());
    }

    #[test]
    fn the_largest_function_comes_first() {
        let part = Part::parse("first view".into(), LINES).unwrap();
        let lines: Vec<_> = part.largest(1).lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[1].contains("1200") && lines[1].ends_with("query::write"), "{lines:?}");
    }
}
