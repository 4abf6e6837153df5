//! The text of all licences: a list of the crates, each text once with the crates that it is of, and the crates that
//! have no file.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use anyhow::{Result, bail};

use super::crates::Crate;

/// Separates texts.
const RULE: &str = "--------------------------------------------------------------------------------";

/// Licences whose texts every package has in files of their own, and those files.
const WITH_EVERY_PACKAGE: [(&str, &str); 2] = [("Apache-2.0", "LICENSE-APACHE"), ("MIT", "LICENSE-MIT")];

/// Writes the text.
///
/// # Errors
/// Where a crate has no file, and nothing else has the text of its licence.
pub fn write(crates: &[Crate], version: &str) -> Result<String> {
    let mut text = format!(
        "Third-party software in Briefing {version}\n\n\
         The program `briefing` and the viewer inside it, which is in every page that the program makes, are licensed\n\
         under MIT or Apache-2.0: LICENSE-MIT, LICENSE-APACHE. They contain the crates listed here. Each crate has the\n\
         licence that is named beside it; its source code is at the address in the line below.\n\n\
         The Rust standard library is in both, and has files of its own: rust-standard-library.html.\n\n"
    );
    for part in crates {
        let inside = match (part.in_program, part.in_viewer) {
            (true, true) => "program and viewer",
            (true, false) => "program",
            _ => "viewer",
        };
        let licence = if part.licence.is_empty() { "the licence in its file" } else { &part.licence };
        let _ = writeln!(text, "{}: {licence}, in {inside}\n    {}", part.id, address(part));
    }
    for (licence, names) in by_text(crates) {
        let _ = write!(text, "\n{RULE}\n{}\n{RULE}\n\n{licence}\n", names.join("\n"));
    }
    let without: Vec<&Crate> = crates.iter().filter(|part| !part.has_own_file).collect();
    if !without.is_empty() {
        let _ = write!(
            text,
            "\n{RULE}\nCrates without a file\n{RULE}\n\n\
             These crates come without the text of their licence. Their manifests name the licence and, for some, the\n\
             authors, who have the copyright. The text is the same as in the file that is named.\n\n"
        );
    }
    for part in without {
        let authors = if part.authors.is_empty() { "its authors" } else { &part.authors };
        let found = text_elsewhere(part, crates)?;
        let _ = writeln!(text, "{}: {}, copyright of {authors}\n    {found}", part.id, part.licence);
    }
    Ok(text)
}

fn address(part: &Crate) -> &str {
    if part.repository.is_empty() { "(no address in its manifest)" } else { &part.repository }
}

/// Each text with the files that hold it, in the order of the first of them.
fn by_text(crates: &[Crate]) -> Vec<(String, Vec<String>)> {
    // Texts that differ in line ends and white space alone are one.
    let key = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut texts: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for part in crates {
        for (name, text) in &part.files {
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            let entry =
                texts.entry(key(text)).or_insert_with(|| (lines.join("\n").trim_matches('\n').to_owned(), vec![]));
            entry.1.push(format!("{}: {name}", part.id));
        }
    }
    let mut texts: Vec<_> = texts.into_values().collect();
    texts.sort_by(|(_, a), (_, b)| a.cmp(b));
    texts
}

/// Where the text of a crate's licence is: in another crate of the same repository, or with the package, or in any
/// crate that has only this licence.
fn text_elsewhere(part: &Crate, crates: &[Crate]) -> Result<String> {
    let same_repository = |other: &&Crate| other.repository == part.repository && !part.repository.is_empty();
    let same_licence = |other: &&Crate| other.licence == part.licence && other.has_own_file;
    if let Some(sibling) = crates.iter().filter(same_licence).find(same_repository) {
        return Ok(format!("as in the files of {}, from the same repository", sibling.id));
    }
    let choices = choices(&part.licence);
    if let Some((_, file)) = WITH_EVERY_PACKAGE.iter().find(|(id, _)| choices.contains(id)) {
        return Ok(format!("as in {file}, but for the copyright"));
    }
    let has_only = |other: &&Crate| choices.contains(other.licence.as_str()) && other.has_own_file;
    match crates.iter().find(has_only) {
        Some(other) => Ok(format!("as in the file of {}, but for the copyright", other.id)),
        None => bail!("{} has no file of its licence, `{}`, and no other crate has one", part.id, part.licence),
    }
}

/// The licences of which one may choose. An expression with `AND` or `WITH` is one choice, which is looked for as it
/// is.
fn choices(expression: &str) -> BTreeSet<&str> {
    expression.split(" OR ").flat_map(|part| part.split('/')).map(|id| id.trim_matches([' ', '(', ')'])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(id: &str, licence: &str, files: &[(&str, &str)]) -> Crate {
        let files: BTreeMap<_, _> = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let own = !files.is_empty();
        Crate {
            id: id.to_owned(),
            licence: licence.to_owned(),
            files,
            has_own_file: own,
            in_program: true,
            ..Crate::default()
        }
    }

    #[test]
    fn a_text_is_written_once_with_all_crates_that_have_it() {
        let crates = [
            part("a 1.0.0", "MIT", &[("LICENSE", "Copyright A\r\n\r\nPermission")]),
            part("b 1.0.0", "MIT", &[("LICENSE", "Copyright B")]),
            part("c 1.0.0", "MIT", &[("LICENSE-MIT", "Copyright A\n\nPermission\n")]),
        ];
        let text = write(&crates, "1.0.0").unwrap();
        assert_eq!(text.matches("Copyright A\n\nPermission").count(), 1);
        assert!(text.contains("\na 1.0.0: LICENSE\nc 1.0.0: LICENSE-MIT\n"), "{text}");
        assert!(!text.contains("without a file"));
    }

    #[test]
    fn a_crate_without_a_file_is_named_with_a_text_of_the_same_terms() {
        let of = |repository: &str, part: Crate| Crate { repository: repository.to_owned(), ..part };
        let mut crates = vec![
            part("a 1.0.0", "MIT/Apache-2.0", &[]),
            part("b 1.0.0", "MPL-2.0", &[("LICENSE", "Mozilla")]),
            part("c 1.0.0", "MPL-2.0", &[]),
            of("https://d.example", part("d 1.0.0", "BSD-3-Clause", &[("LICENSE", "Copyright D")])),
            of("https://d.example", part("e 1.0.0", "BSD-3-Clause", &[])),
        ];
        let text = write(&crates, "1.0.0").unwrap();
        assert!(text.contains("a 1.0.0: MIT/Apache-2.0, copyright of its authors\n    as in LICENSE-APACHE"), "{text}");
        assert!(text.contains("    as in the file of b 1.0.0, but"), "{text}");
        assert!(text.contains("    as in the files of d 1.0.0, from the same repository"), "{text}");
        crates.push(part("f 1.0.0", "Anything", &[]));
        let error = write(&crates, "1.0.0").unwrap_err().to_string();
        assert!(error.contains("f 1.0.0") && error.contains("Anything"), "{error}");
    }
}
