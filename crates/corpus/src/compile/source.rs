//! The files of a corpus as a report displays them: by line, with long lines shortened around the underlined range.
//!
//! A paragraph of a document is one line of many hundred characters; printed whole it would hide what is underlined.

use std::ops::Range;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SpanContents};

use super::hidden::needs_escape;
use super::source_span::{FileId, SourceSpan};

/// Bytes of a long line shown before the underlined range.
const LEAD: usize = 24;
/// Bytes of a long line shown in all.
const MAX_LINE: usize = 96;

/// A file as a report displays it: invisible and format characters are replaced by escapes such as `‹U+202E›`. Bytes
/// that are not UTF-8 are replaced as well; offsets before the first of them are those of the file.
#[derive(Debug)]
pub(super) struct SourceFile {
    name: String,
    text: String,
    /// Offset of the first byte of each line.
    line_starts: Vec<usize>,
    /// The escapes in the text, in order.
    escapes: Vec<Escape>,
}

/// An escape that is displayed instead of a character.
#[derive(Debug)]
struct Escape {
    /// Range of the character in the file.
    file: Range<usize>,
    /// Range of the escape in the displayed text.
    text: Range<usize>,
}

impl SourceFile {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let content = String::from_utf8_lossy(bytes);
        let mut text = String::with_capacity(content.len());
        let mut line_starts = vec![0];
        let mut escapes = Vec::new();
        let mut characters = content.char_indices().peekable();
        while let Some((offset, c)) = characters.next() {
            let start = text.len();
            // Text editors count a lone CR as the end of a line, too.
            let ends_line = c == '\n' || c == '\r' && characters.peek().is_none_or(|&(_, next)| next != '\n');
            if needs_escape(c) && !matches!(c, '\n' | '\r' | '\t') {
                text.extend(["‹U+", &format!("{:04X}", u32::from(c)), "›"]);
                escapes.push(Escape { file: offset..offset + c.len_utf8(), text: start..text.len() });
            } else {
                text.push(c);
            }
            if ends_line {
                line_starts.push(text.len());
            }
        }
        SourceFile { name: name.to_owned(), text, line_starts, escapes }
    }

    /// The offset in the displayed text of an offset in the file.
    fn displayed_offset(&self, offset: usize) -> usize {
        match self.escapes[..self.escapes.partition_point(|escape| escape.file.start < offset)].last() {
            Some(escape) if offset < escape.file.end => escape.text.start,
            Some(escape) => escape.text.end + (offset - escape.file.end),
            None => offset,
        }
    }

    /// The offset in the file of an offset in the displayed text.
    fn file_offset(&self, offset: usize) -> usize {
        match self.escapes[..self.escapes.partition_point(|escape| escape.text.start < offset)].last() {
            Some(escape) if offset < escape.text.end => escape.file.start,
            Some(escape) => escape.file.end + (offset - escape.text.end),
            None => offset,
        }
    }

    /// The number of characters of the file in a range of the displayed text; an escape counts as one.
    fn character_count(&self, range: Range<usize>) -> usize {
        let inside = |escape: &&Escape| range.start <= escape.text.start && escape.text.end <= range.end;
        let escapes = self.escapes.iter().filter(inside);
        let surplus: usize = escapes.map(|escape| self.text[escape.text.clone()].chars().count() - 1).sum();
        self.text[range].chars().count() - surplus
    }

    /// The line of an offset in the displayed text, counted from zero.
    fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// The range of a line, without its line end.
    fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.line_starts[line];
        let end = self.line_starts.get(line + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// The name, with the path of the folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Line and column of an offset in the file, both counted from one, columns in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor_boundary(self.displayed_offset(offset));
        let line = self.line(offset);
        (line + 1, self.character_count(self.line_range(line).start..offset) + 1)
    }

    /// The part of a range of the file that is underlined, as a range of the displayed text: no more than its first
    /// line, and no more of that than fits.
    pub fn underlined(&self, range: Range<usize>) -> Range<usize> {
        let range = self.displayed_offset(range.start)..self.displayed_offset(range.end);
        let start = self.floor_boundary(range.start.min(self.text.len()));
        let line = self.line_range(self.line(start));
        let end = range.end.min(line.end.max(start)).min(start + MAX_LINE - LEAD);
        start..self.floor_boundary(end).max(start)
    }

    /// The part of a long line to show around a range, cut between words where they are short enough.
    fn shorten(&self, line: Range<usize>, around: Range<usize>) -> Range<usize> {
        let mut from = line.start;
        if around.end - line.start > MAX_LINE {
            from = self.floor_boundary(around.start.saturating_sub(LEAD).max(line.start));
            from += self.text[from..around.start].find(' ').map_or(0, |gap| gap + 1);
        }
        let mut to = line.end;
        if to - from > MAX_LINE {
            to = self.floor_boundary((from + MAX_LINE).max(around.end));
            to = self.text[around.end..to].rfind(' ').map_or(to, |gap| around.end + gap);
        }
        from..to
    }

    /// The last character boundary at or before an offset.
    fn floor_boundary(&self, offset: usize) -> usize {
        self.text.floor_char_boundary(offset.min(self.text.len()))
    }
}

impl SourceCode for SourceFile {
    fn read_span<'a>(
        &'a self,
        span: &miette::SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        if end > self.text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let first = self.line(start).saturating_sub(before);
        let last = (self.line(end) + after).min(self.line_starts.len() - 1);
        let mut shown = self.line_range(first).start..self.line_range(last).end;
        if first == last && shown.len() > MAX_LINE {
            shown = self.shorten(shown, start..end);
        }
        // miette calls this without context for the position in its heading, and with context for the lines to render.
        // Columns are counted in characters in both, as text editors do.
        let column = self.character_count(self.line_range(self.line(start)).start..start);
        let data = self.text[shown.clone()].as_bytes();
        let span = miette::SourceSpan::new(shown.start.into(), shown.len());
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, span, first, column, last - first + 1)))
    }
}

/// Every file of the corpus, in the order of the names.
#[derive(Debug)]
pub(super) struct SourceFiles {
    /// Prefix of every file name: the path of the folder, so that the names are valid from the working directory.
    prefix: String,
    files: Vec<Arc<SourceFile>>,
}

impl SourceFiles {
    pub fn new<'f>(prefix: &str, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Self {
        let files = files.map(|(name, bytes)| Arc::new(SourceFile::new(&format!("{prefix}{name}"), bytes)));
        SourceFiles { prefix: prefix.to_owned(), files: files.collect() }
    }

    pub fn get(&self, file: FileId) -> Arc<SourceFile> {
        Arc::clone(&self.files[file.0])
    }

    /// The name of a file, with the prefix.
    pub fn name(&self, file: FileId) -> &str {
        &self.files[file.0].name
    }

    /// The name of a missing file, with the prefix.
    pub fn prefixed(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The first occurrence of a text in a document other than `except`.
    pub fn find_in_others(&self, text: &str, except: FileId) -> Option<SourceSpan> {
        let is_other_document = |(index, file): &(usize, &Arc<SourceFile>)| {
            let extension = file.name.rsplit_once('.').map(|(_, extension)| extension);
            *index != except.0 && extension.is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
        };
        self.files.iter().enumerate().filter(is_other_document).find_map(|(index, file)| {
            let start = file.file_offset(file.text.find(text)?);
            Some(SourceSpan::new(FileId(index), start..start + text.len()))
        })
    }
}
