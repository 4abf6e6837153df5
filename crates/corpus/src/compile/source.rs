//! The files of a corpus as a report shows them: by line, and long lines cut around the place that matters.
//!
//! A paragraph of a document is one line of many hundred letters; a report that printed all of it would hide what it
//! points to.

use std::ops::Range;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::problem::{FileId, Place};
use super::values::is_hidden;

/// How much of a line stands before what is underlined.
const LEAD: usize = 24;
/// How much of a line is shown.
const SHOWN: usize = 96;

/// A text fit for a terminal: what does not show in it, or steers what shows, is replaced by as many bytes that do.
pub(super) fn visible(text: &str) -> String {
    let shown = |c: char| match c.len_utf8() {
        _ if matches!(c, '\n' | '\r' | '\t') || !is_hidden(c) => c,
        1 => '?',
        2 => '·',
        _ => '\u{FFFD}',
    };
    text.chars().map(shown).collect()
}

/// A file's name and text, [`visible`]. What is not UTF-8 in it is replaced; the bytes before the first such stay in
/// place.
#[derive(Debug)]
pub(super) struct Source {
    name: String,
    text: String,
    /// The first byte of each line.
    lines: Vec<usize>,
}

impl Source {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let text = visible(&String::from_utf8_lossy(bytes));
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Source { name: name.to_owned(), text, lines }
    }

    /// The line that a byte is in, counted from zero.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// A line's bytes, without its end.
    fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.lines[line];
        let end = self.lines.get(line + 1).map_or(self.text.len(), |&next| next - 1);
        start..start + self.text[start..end].trim_end_matches('\r').len()
    }

    /// What of a range is underlined: its first line, and no more of it than fits.
    pub fn clip(&self, range: Range<usize>) -> Range<usize> {
        let start = self.boundary(range.start.min(self.text.len()));
        let line = self.line_range(self.line(start));
        let end = range.end.min(line.end.max(start)).min(start + SHOWN - LEAD);
        start..self.boundary(end).max(start)
    }

    /// The part of a line to show around a range: whole words, if they are not too long for that.
    fn cut(&self, line: Range<usize>, around: Range<usize>) -> Range<usize> {
        let mut from = line.start;
        if around.end - line.start > SHOWN {
            from = self.boundary(around.start.saturating_sub(LEAD).max(line.start));
            from += self.text[from..around.start].find(' ').map_or(0, |gap| gap + 1);
        }
        let mut to = line.end;
        if to - from > SHOWN {
            to = self.boundary((from + SHOWN).max(around.end));
            to = self.text[around.end..to].rfind(' ').map_or(to, |gap| around.end + gap);
        }
        from..to
    }

    /// The nearest place at or before `at` that does not split a character.
    fn boundary(&self, at: usize) -> usize {
        self.text.floor_char_boundary(at.min(self.text.len()))
    }
}

impl SourceCode for Source {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        if end > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let first = self.line(start).saturating_sub(before);
        let last = (self.line(end) + after).min(self.lines.len() - 1);
        let mut shown = self.line_range(first).start..self.line_range(last).end;
        if first == last && shown.len() > SHOWN {
            shown = self.cut(shown, start..end);
        }
        // miette asks without context for the place to name in the heading, and with it for the lines to draw. Both
        // count columns in characters here, as editors do.
        let column = self.text[self.line_range(self.line(start)).start..start].chars().count();
        let data = self.text[shown.clone()].as_bytes();
        let span = SourceSpan::new(shown.start.into(), shown.len());
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, span, first, column, last - first + 1)))
    }
}

/// Every file of the corpus, in the order of the names.
#[derive(Debug)]
pub(super) struct Sources {
    /// What is written before a file's name, so that a person finds the file from where they are.
    prefix: String,
    files: Vec<Arc<Source>>,
}

impl Sources {
    pub fn new<'f>(prefix: &str, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Self {
        let files = files.map(|(name, bytes)| Arc::new(Source::new(&format!("{prefix}{name}"), bytes)));
        Sources { prefix: prefix.to_owned(), files: files.collect() }
    }

    pub fn get(&self, file: FileId) -> Arc<Source> {
        Arc::clone(&self.files[file.0])
    }

    pub fn name(&self, file: FileId) -> &str {
        &self.files[file.0].name
    }

    /// How a file would be called that is not there.
    pub fn named(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Where words stand in a document other than `except`, the first of them.
    pub fn elsewhere(&self, words: &str, except: FileId) -> Option<Place> {
        let files = self.files.iter().enumerate().filter(|(at, file)| {
            *at != except.0 && file.name.rsplit_once('.').is_some_and(|(_, ending)| ending == "txt")
        });
        files.into_iter().find_map(|(at, file)| {
            let start = file.text.find(words)?;
            Some(Place { file: FileId(at), start, end: start + words.len() })
        })
    }
}
