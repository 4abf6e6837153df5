//! The files of a corpus as a report shows them: by line, and long lines cut around the place that matters.
//!
//! A paragraph of a document is one line of many hundred letters; a report that printed all of it would hide what it
//! points to.

use std::ops::Range;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::characters::is_shown_as_code;
use super::problem::{FileId, Place};

/// How much of a line stands before what is underlined.
const LEAD: usize = 24;
/// How much of a line is shown.
const SHOWN: usize = 96;

/// A file's name and text as a report shows it: what does not show in it, or steers what shows, is a code. What is not
/// UTF-8 is replaced; the bytes before the first such stay in place.
#[derive(Debug)]
pub(super) struct Source {
    name: String,
    text: String,
    /// The first byte of each line.
    lines: Vec<usize>,
    /// For each code in the text: where what it stands for began in the file, and where the code ends in the text; with the
    /// ends of both.
    codes: Vec<Code>,
}

/// A code in the place of a character.
#[derive(Debug)]
struct Code {
    file: Range<usize>,
    text: Range<usize>,
}

impl Source {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let whole = String::from_utf8_lossy(bytes);
        let mut text = String::with_capacity(whole.len());
        let mut lines = vec![0];
        let mut codes = Vec::new();
        let mut characters = whole.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            let start = text.len();
            // Editors count a lone CR as the end of a line, too.
            let ends = c == '\n' || c == '\r' && characters.peek().is_none_or(|&(_, next)| next != '\n');
            if is_shown_as_code(c) && !matches!(c, '\n' | '\r' | '\t') {
                text.extend(["‹U+", &format!("{:04X}", u32::from(c)), "›"]);
                codes.push(Code { file: at..at + c.len_utf8(), text: start..text.len() });
            } else {
                text.push(c);
            }
            if ends {
                lines.push(text.len());
            }
        }
        Source { name: name.to_owned(), text, lines, codes }
    }

    /// Where a byte of the file is shown.
    fn shown(&self, at: usize) -> usize {
        match self.codes[..self.codes.partition_point(|code| code.file.start < at)].last() {
            Some(code) if at < code.file.end => code.text.start,
            Some(code) => code.text.end + (at - code.file.end),
            None => at,
        }
    }

    /// Which byte of the file is shown at a place.
    fn original(&self, at: usize) -> usize {
        match self.codes[..self.codes.partition_point(|code| code.text.start < at)].last() {
            Some(code) if at < code.text.end => code.file.start,
            Some(code) => code.file.end + (at - code.text.end),
            None => at,
        }
    }

    /// How many characters of the file are shown in a stretch.
    fn characters(&self, range: Range<usize>) -> usize {
        let codes = self.codes.iter().filter(|code| range.start <= code.text.start && code.text.end <= range.end);
        let surplus: usize = codes.map(|code| self.text[code.text.clone()].chars().count() - 1).sum();
        self.text[range].chars().count() - surplus
    }

    /// The line that a byte is in, counted from zero.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// A line's bytes, without its end.
    fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.lines[line];
        let end = self.lines.get(line + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// What of a range of the file is underlined in the text: its first line, and no more of it than fits.
    pub fn clip(&self, range: Range<usize>) -> Range<usize> {
        let range = self.shown(range.start)..self.shown(range.end);
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
        let column = self.characters(self.line_range(self.line(start)).start..start);
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
            *at != except.0 && file.name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("txt"))
        });
        files.into_iter().find_map(|(at, file)| {
            let start = file.original(file.text.find(words)?);
            Some(Place { file: FileId(at), start, end: start + words.len() })
        })
    }
}
