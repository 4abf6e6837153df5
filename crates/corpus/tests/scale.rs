//! A corpus of the size that the design allows for: a hundred thousand statements in a thousand documents.
//!
//! To print times: `cargo test --release -p corpus --all-features --test scale -- --nocapture`.
#![cfg(feature = "compile")]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::time::Instant;

use corpus::compile::{SeedFile, compile};
use corpus::load;
use support::{folder, seed};

const DOCUMENTS: usize = 1_000;
const STATEMENTS: usize = 100;
const ACTORS: usize = 2_000;
const TOPICS: usize = 50;

fn registries() -> Vec<SeedFile> {
    let mut actors = String::new();
    for index in 0..ACTORS {
        let part_of = if index > 0 { format!("part_of = \"a{}\"\n", index / 10) } else { String::new() };
        let _ = writeln!(
            actors,
            "[[actor]]\nid = \"a{index}\"\nname = \"Actor {index}\"\nkind = \"person\"\nrole = \"One of many\"\n\
             aliases = [\"word{index}\"]\n{part_of}"
        );
    }
    let mut topics = String::new();
    for index in 0..TOPICS {
        let _ = writeln!(topics, "[[topic]]\nid = \"t{index}\"\nname = \"Topic {index}\"\nscope = \"All of it.\"");
    }
    let briefing = fs::read_to_string(folder("tests/pass/talks/briefing.toml")).expect("the briefing");
    vec![seed("briefing.toml", briefing), seed("actors.toml", actors), seed("topics.toml", topics)]
}

/// The corpus, with `verb` in each quote; the texts have "is".
fn files(verb: &str) -> Vec<SeedFile> {
    let mut files = registries();
    for document in 0..DOCUMENTS {
        let mut text = format!("Document {document}\n\n");
        let mut toml = format!("title = \"Document {document}\"\nlanguage = \"en\"\n");
        for index in 0..STATEMENTS {
            let number = document * STATEMENTS + index;
            let word = number % ACTORS;
            let _ = write!(text, "Somebody said that number {number} is word{word} here, of word{}.\n\n", number % 977);
            let _ = write!(
                toml,
                "\n[[statement]]\nid = \"s{number}\"\nform = \"indirect\"\nspeaker = \"a{word}\"\n\
                 cue = \"Somebody said\"\ncontent = \"number {number} {verb} word{word} here\"\n\
                 topics = [\"t{}\"]\nwhen = \"20{:02}-{:02}\"\n",
                number % TOPICS,
                number % 30,
                number % 12 + 1
            );
        }
        files.push(seed(&format!("d{document:04}.txt"), text));
        files.push(seed(&format!("d{document:04}.toml"), toml));
    }
    files
}

#[test]
fn a_hundred_thousand_statements_compile_and_load() {
    let files = files("is");
    let clock = Instant::now();
    let compiled = compile(&files).unwrap_or_else(|report| panic!("{report}"));
    println!("{}: {} bytes, compiled in {:?}", compiled.summary, compiled.bytes.len(), clock.elapsed());
    let clock = Instant::now();
    let briefing = load(&compiled.bytes).expect("a briefing");
    println!("loaded in {:?}", clock.elapsed());
    assert_eq!(briefing.statements.len(), DOCUMENTS * STATEMENTS);
}

#[test]
fn a_hundred_thousand_wrong_quotes_are_all_reported() {
    let files = files("was");
    let clock = Instant::now();
    let report = compile(&files).expect_err("no quote is there");
    println!("{report}: found in {:?}", clock.elapsed());
    assert_eq!(report.len(), DOCUMENTS * STATEMENTS);
    let clock = Instant::now();
    let rendered = report.render(false, 100);
    println!("rendered in {:?}, {} bytes", clock.elapsed(), rendered.len());
}
