//! The measuring set of attributed statements as a corpus: `convert-wikinews SOURCE OUT` reads the gold files and
//! `coding.json` in one folder, and writes texts, annotations and a report of the conversion into another.
//!
//! A gold file has a text and statements, each with ranges for source, cue and content: Unicode scalar values, end
//! exclusive, any number of ranges. `coding.json` adds by hand what the gold has not: which actor a source is, the
//! topics of a document, headings. `actors.toml`, `topics.toml` and `briefing.toml` in OUT are written by hand.

mod annotation;
mod gold;
mod quotes;
mod report;
#[cfg(test)]
mod tests;
mod toml;

use std::{collections::BTreeMap, env, fs, path::Path};

use anyhow::{Context, Result};
use serde_json::Value;

use annotation::annotation;
use gold::Document;
use report::Report;

/// The name of the hand-made coding in the folder of the gold files.
const CODING: &str = "coding.json";

/// The name of the report. The compiler ignores files that begin like this.
const REPORT: &str = "README-conversion.md";

fn main() -> Result<()> {
    let usage = "usage: convert-wikinews SOURCE OUT";
    let mut folders = env::args_os().skip(1);
    let source = folders.next().context(usage)?;
    let out = folders.next().context(usage)?;
    for (name, content) in convert(Path::new(&source))? {
        let file = Path::new(&out).join(name);
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// The files of the corpus that come from the gold, by name.
fn convert(source: &Path) -> Result<BTreeMap<String, String>> {
    let read = |name: &str| -> Result<Value> {
        let text = fs::read_to_string(source.join(name)).with_context(|| format!("cannot read {name}"))?;
        serde_json::from_str(&text).with_context(|| format!("{name} is not JSON"))
    };
    let coding = read(CODING)?;
    let coding = coding.as_object().context("the coding is not an object")?;
    let mut files = BTreeMap::new();
    let mut report = Report::default();
    for (id, coding) in coding {
        let gold = read(&format!("{id}.json"))?;
        let name = id.trim_start_matches("GUM_news_");
        name.clone_into(&mut report.document);
        let document = Document::new(&gold).with_context(|| format!("{id}.json"))?;
        let annotation = annotation(&document, coding, name, &mut report).with_context(|| format!("{id}.json"))?;
        files.insert(format!("{name}.toml"), annotation);
        files.insert(format!("{name}.txt"), document.text);
    }
    files.insert(REPORT.to_owned(), report.render());
    Ok(files)
}
