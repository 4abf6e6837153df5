//! The documentation is true to the repository: links and paths lead to files, anchors to headings, and every command,
//! option, stage and crate that is named exists. What a document says besides is not checked.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Folders of generated or foreign files.
const SKIPPED: [&str; 5] = [".git", "dist", "node_modules", "output", "target"];

/// Records of decisions keep the paths of their time.
const RECORDS: &str = "docs/decisions/";

/// The folders of the repository; a code span that begins with one is a path.
const ROOTS: [&str; 11] =
    [".ci/", ".github/", "boot/", "crates/", "docs/", "examples/", "seeds/", "src/", "style/", "tests/", "xtask/"];

/// A Markdown file, parsed.
#[derive(Default)]
struct Document {
    /// Destinations of links and pictures.
    links: Vec<String>,
    /// Anchors of the headings.
    anchors: BTreeSet<String>,
    /// Code spans.
    spans: Vec<String>,
    /// Lines of code blocks.
    lines: Vec<String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Markdown file of the repository, by its path from the root.
fn documents() -> BTreeMap<String, Document> {
    let mut documents = BTreeMap::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !SKIPPED.contains(&&*name) {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let short = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                documents.insert(short, read(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(documents.contains_key("README.md"), "the documents are found");
    documents
}

/// The text of every Rust file below a folder.
fn sources(folder: &Path) -> Box<dyn Iterator<Item = String>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    Box::new(entries.flat_map(|path| {
        let is_source = path.extension().is_some_and(|extension| extension == "rs");
        if path.is_dir() {
            sources(&path)
        } else {
            Box::new(is_source.then(|| fs::read_to_string(&path).unwrap()).into_iter())
        }
    }))
}

fn read(text: &str) -> Document {
    let mut document = Document::default();
    let (mut heading, mut in_code) = (None::<String>, false);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                document.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => document.anchors.extend(heading.take().map(|text| anchor(&text))),
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if in_code => document.lines.extend(text.lines().map(str::to_owned)),
            Event::Text(text) => heading = heading.map(|heading| heading + &text),
            Event::Code(text) => {
                heading = heading.map(|heading| heading + &text);
                document.spans.push(text.into_string());
            }
            _ => {}
        }
    }
    document
}

/// The anchor that GitHub gives a heading: lower case, without punctuation, hyphens for spaces.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The path from the root of a link in a document.
fn resolve(document: &str, link: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn expect_none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_link_leads_to_a_file_and_every_anchor_to_a_heading() {
    let documents = documents();
    let mut dead = Vec::new();
    for (name, document) in &documents {
        for link in document.links.iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { name.clone() } else { resolve(name, path) };
            if !root().join(&target).exists() {
                dead.push(format!("{name}: {link} leads to no file"));
            } else if !anchor.is_empty() && !documents.get(&target).is_some_and(|to| to.anchors.contains(anchor)) {
                dead.push(format!("{name}: {link} leads to no heading of {target}"));
            }
        }
    }
    expect_none(&dead);
}

/// Whether a code span is a path of the repository that is not generated. A path with a part in capitals is a pattern,
/// as `crates/export/src/formats/NAME.rs` is.
fn is_path(span: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '_');
    let is_pattern = |part: &str| part.len() > 1 && part != "README" && part.bytes().all(|b| b.is_ascii_uppercase());
    ROOTS.iter().any(|root| span.starts_with(root))
        && span.chars().all(plain)
        && !span.split('/').any(|part| SKIPPED.contains(&part))
        && !span.split(['/', '.', '_', '-']).any(is_pattern)
}

#[test]
fn every_path_that_is_named_exists() {
    let mut missing = Vec::new();
    for (name, document) in documents().iter().filter(|(name, _)| !name.starts_with(RECORDS)) {
        for span in document.spans.iter().filter(|span| is_path(span)) {
            // A document of a crate names files of the crate as well.
            if !root().join(span).exists() && !root().join(resolve(name, span)).exists() {
                missing.push(format!("{name}: there is no {span}"));
            }
        }
    }
    expect_none(&missing);
}

#[test]
fn every_command_option_and_stage_that_is_named_exists() {
    let help = fs::read_to_string(root().join("xtask/src/cli.rs")).unwrap();
    let stages: String = sources(&root().join("xtask/src")).collect();
    let is_command = |name: &str| help.lines().any(|line| line.starts_with(&format!("  {name} ")));
    let is_option = |name: &str| help.split([' ', '[', ']', '\n', ';']).any(|word| word == name);
    let mut unknown = Vec::new();
    for (name, document) in documents() {
        for line in document.spans.iter().chain(&document.lines) {
            let Some((_, rest)) = line.split_once("cargo xtask ") else { continue };
            let words: Vec<_> = rest.split('#').next().unwrap_or_default().split_whitespace().collect();
            let command = words.first().copied().unwrap_or_default();
            if !["help", "COMMAND"].contains(&command) && !is_command(command) {
                unknown.push(format!("{name}: there is no command `cargo xtask {command}`"));
            }
            for option in words.iter().filter(|word| word.starts_with("--") && !is_option(word)) {
                unknown.push(format!("{name}: no command of `cargo xtask` has the option {option}"));
            }
            let stage = words.iter().skip_while(|word| **word != "--only").nth(1);
            let is_stage = |stage: &str| stages.contains(&format!("=> \"{stage}\"")) || stage == "STAGE";
            if let Some(stage) = stage.filter(|stage| !is_stage(stage)) {
                unknown.push(format!("{name}: `cargo xtask test` has no stage {stage}"));
            }
        }
    }
    expect_none(&unknown);
}

/// The commands of `briefing` with their options, read off the modules in which they are declared.
fn commands_of_briefing() -> BTreeMap<String, BTreeSet<String>> {
    let folder = root().join("crates/cli/src");
    let options_in = |text: &str| -> BTreeSet<String> {
        let declared = text.split("#[arg(").skip(1).filter(|rest| rest.split(")]").next().unwrap().contains("long"));
        let field = |rest: &str| {
            let line = rest.split_once(")]\n")?.1.trim_start().lines().next()?;
            Some(format!("--{}", line.trim_start_matches("pub ").split_once(':')?.0.replace('_', "-")))
        };
        declared.filter_map(field).collect()
    };
    let global = options_in(&fs::read_to_string(folder.join("args.rs")).unwrap());
    let mut commands: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = if path.is_file() { fs::read_to_string(&path).unwrap() } else { String::new() };
        if text.contains("pub struct Args") && !path.ends_with("args.rs") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            commands.insert(name, options_in(&text).union(&global).cloned().collect());
        }
    }
    assert!(commands["check"].contains("--dry-run") && commands["build"].contains("--quiet"), "{commands:?}");
    commands
}

#[test]
fn every_command_of_briefing_that_is_named_exists_with_its_options() {
    let commands = commands_of_briefing();
    let mut unknown = Vec::new();
    for (name, document) in documents().iter().filter(|(name, _)| !name.starts_with(RECORDS)) {
        for line in document.spans.iter().chain(&document.lines) {
            let Some(rest) = line.trim_start().strip_prefix("briefing ") else { continue };
            let words: Vec<_> = rest.split('#').next().unwrap_or_default().split_whitespace().collect();
            let command = words.first().copied().unwrap_or_default();
            let Some(options) = commands.get(command) else {
                if !["help", "COMMAND"].contains(&command) && !command.starts_with('(') {
                    unknown.push(format!("{name}: there is no command `briefing {command}`"));
                }
                continue;
            };
            for option in words.iter().filter(|word| word.starts_with("--") && !options.contains(**word)) {
                unknown.push(format!("{name}: `briefing {command}` has no option {option}"));
            }
        }
    }
    expect_none(&unknown);
}

#[test]
fn every_crate_that_is_named_exists() {
    let is_crate = |name: &str| {
        ["briefing", "briefing-cli", "xtask", "CRATE"].contains(&name)
            || root().join("crates").join(name).join("Cargo.toml").exists()
    };
    let mut unknown = Vec::new();
    for (name, document) in documents() {
        for line in document.spans.iter().chain(&document.lines).filter(|line| line.contains("cargo ")) {
            let words: Vec<_> = line.split_whitespace().collect();
            for pair in words.windows(2).filter(|pair| ["-p", "--package"].contains(&pair[0]) && !is_crate(pair[1])) {
                unknown.push(format!("{name}: there is no crate {}", pair[1]));
            }
        }
    }
    expect_none(&unknown);
}

#[test]
fn anchors_and_paths_are_made_as_github_makes_them() {
    assert_eq!(anchor("An export format"), "an-export-format");
    assert_eq!(anchor("0005. The corpus, a section"), "0005-the-corpus-a-section");
    assert_eq!(resolve("docs/a.md", "../crates/x/README.md"), "crates/x/README.md");
}
