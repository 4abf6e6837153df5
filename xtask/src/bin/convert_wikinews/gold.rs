//! The gold: a text, and statements as ranges for source, cue and content.

use std::ops::Range;

use anyhow::{Context, Result};
use serde_json::Value;

/// A gold file, with ranges in bytes of the text as the corpus has it.
pub struct Document {
    pub text: String,
    pub title: String,
    pub url: String,
    pub date: String,
    pub statements: Vec<Statement>,
}

pub struct Statement {
    pub source: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub content: Vec<Range<usize>>,
}

impl Document {
    pub fn new(gold: &Value) -> Result<Self> {
        let string = |key: &str| gold[key].as_str().map(str::to_owned).with_context(|| format!("{key} is missing"));
        let mut text = String::new();
        // The offset of each scalar value of the gold, and of the end.
        let mut offsets = Vec::new();
        for c in string("text")?.chars() {
            offsets.push(text.len());
            // Paragraphs are lines there, and are separated by blank lines in a corpus.
            text.push(c);
            text.extend((c == '\n').then_some(c));
        }
        offsets.push(text.len());
        text.push('\n');
        let ranges = |value: &Value| -> Result<Vec<Range<usize>>> {
            let pairs = value.as_array().context("no list of ranges")?.iter().map(|pair| {
                let offset = |index: usize| offsets.get(usize::try_from(pair[index].as_u64()?).ok()?).copied();
                let range = offset(0).zip(offset(1)).map(|(start, end)| trimmed(&text, start..end));
                range.with_context(|| format!("{pair} is no range of the text"))
            });
            pairs.collect()
        };
        let statements = gold["statements"].as_array().context("statements are missing")?.iter().map(|statement| {
            let [source, cue, content] = ["source", "cue", "content"].map(|key| ranges(&statement[key]));
            Ok(Statement { source: source?, cue: cue?, content: content? })
        });
        let statements = statements.collect::<Result<_>>()?;
        Ok(Self { title: string("title")?, url: string("url")?, date: string("date")?, text, statements })
    }

    /// The paragraphs that some ranges are in.
    pub fn paragraphs(&self, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut start = 0;
        let blocks = self.text.split("\n\n").map(|block| {
            let range = start..start + block.len();
            start = range.end + 2;
            range
        });
        blocks.filter(|block| ranges.iter().any(|range| range.start < block.end && block.start < range.end)).collect()
    }

    /// The statement that relays another: the smallest one whose content has the other's source, or all of its words.
    pub fn relay(&self, index: usize) -> Option<usize> {
        let statement = &self.statements[index];
        let inner = statement.source.first().or(statement.cue.first())?;
        let contains = |outer: &Statement| {
            let holds =
                |range: &Range<usize>| outer.content.iter().any(|o| o.start <= range.start && range.end <= o.end);
            holds(inner) || (statement.content.iter().all(holds) && length(outer) > length(statement))
        };
        let others = self.statements.iter().enumerate().filter(|&(other, outer)| other != index && contains(outer));
        others.min_by_key(|(_, outer)| length(outer)).map(|(other, _)| other)
    }
}

fn length(statement: &Statement) -> usize {
    statement.content.iter().map(ExactSizeIterator::len).sum()
}

/// A range without white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.end - words.trim_start().len();
    start..start + words.trim().len()
}
