//! The text of a document with everything that refers to its words: blocks, omissions, and the spans of its statements.
//! It may be loaded later than the rest.

use std::fmt;
use std::sync::OnceLock;

use crate::provenance::Provenance;
use crate::reader::{Reader, signed};

/// A range of a document's text: byte offsets into its UTF-8, on character boundaries, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "write", derive(serde::Deserialize))]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The same as a range that slices a `str`.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies entirely inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A block of text: consecutive lines that are not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "write", derive(serde::Deserialize))]
pub struct Block {
    /// Range in the text.
    pub span: Span,
    /// Part that the block plays in the document.
    pub kind: BlockKind,
}

/// The part that a block of text plays in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "write", derive(serde::Deserialize))]
pub enum BlockKind {
    /// The document's headline.
    Title,
    /// A heading inside the document.
    Heading,
    /// A paragraph of the body, with its number, counted from one.
    Paragraph(u16),
    /// Page furniture that the editor omitted, such as a cookie notice.
    Furniture,
}

/// The text of a document, and what refers to its words.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentText<'a> {
    /// The text, byte for byte.
    pub text: &'a str,
    /// Where the text comes from, and what identifies its bytes.
    pub provenance: Provenance<'a>,
    /// The words in the text that state the date of publication.
    pub dated_by: Option<Span>,
    /// The blocks of the text, in order; between them is only white space.
    pub blocks: Vec<Block>,
    /// Page furniture within the text: cookie notices, menus, share links.
    pub omitted: Vec<Span>,
    /// The spans of each statement of the document: its content, then its cue.
    spans: Vec<Span>,
    /// For each statement of the document: where its content ends among the spans, and where its cue.
    ends: Vec<[u32; 2]>,
}

impl<'a> DocumentText<'a> {
    /// A text with what refers to its words, but for statements.
    #[cfg(feature = "write")]
    pub const fn new(
        text: &'a str,
        provenance: Provenance<'a>,
        dated_by: Option<Span>,
        blocks: Vec<Block>,
        omitted: Vec<Span>,
    ) -> Self {
        DocumentText { text, provenance, dated_by, blocks, omitted, spans: Vec::new(), ends: Vec::new() }
    }

    /// Appends the spans of the next statement: its content and its cue, in the order of the text.
    #[cfg(feature = "write")]
    pub fn push_statement(&mut self, content: &[Span], cue: &[Span]) {
        self.spans.extend_from_slice(content);
        let content_end = self.spans.len() as u32;
        self.spans.extend_from_slice(cue);
        self.ends.push([content_end, self.spans.len() as u32]);
    }

    /// The number of statements.
    pub const fn statements(&self) -> usize {
        self.ends.len()
    }

    /// Content of the statement with an index in the document: what is said or done, in the order of the text; never
    /// empty.
    pub fn content(&self, statement: usize) -> &[Span] {
        let begin = statement.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |ends| ends[1]);
        self.ends.get(statement).map_or(&[], |ends| &self.spans[begin as usize..ends[0] as usize])
    }

    /// Cue of the statement with an index in the document: the words that attribute it, in the order of the text; may
    /// be empty.
    pub fn cue(&self, statement: usize) -> &[Span] {
        self.ends.get(statement).map_or(&[], |ends| &self.spans[ends[0] as usize..ends[1] as usize])
    }

    /// The number of the paragraph in which the content of a statement begins; none in headings.
    pub fn paragraph(&self, statement: usize) -> Option<u16> {
        let content = self.content(statement).first()?;
        // Blocks ascend.
        let block = self.blocks.get(self.blocks.partition_point(|block| block.span.end <= content.start))?;
        match block.kind {
            BlockKind::Paragraph(number) if block.span.start <= content.start => Some(number),
            _ => None,
        }
    }

    /// The lengths of the content and of the cue of a statement, in bytes, at most 65,535.
    pub fn lengths(&self, statement: usize) -> [u16; 2] {
        [self.content(statement), self.cue(statement)].map(|spans| {
            let length: u32 = spans.iter().map(|span| span.end - span.start).sum();
            u16::try_from(length).unwrap_or(u16::MAX)
        })
    }

    /// Reads what refers to a text with so many statements; `None` where it does not. Numbers, see [`crate::reader`]:
    /// one more than the number of the kind of each block, 0 after the last; the number of omissions; the numbers of
    /// spans of content and of cue of each statement; then spans: that of the date, of the blocks, omissions, contents
    /// and cues. A span is the difference of its start from the end of the span before, and its length. The span of the
    /// date is preceded by 1, or is 0.
    pub(crate) fn read(
        text: &'a str,
        provenance: Provenance<'a>,
        statements: usize,
        reader: &mut Reader<'a>,
    ) -> Option<Self> {
        let mut kinds = Vec::new();
        while let Some(kind) = reader.number()?.checked_sub(1) {
            kinds.push(kind);
        }
        let omissions = reader.number()?;
        let mut counts = reader.column(statements.checked_mul(2)?)?;
        let mut spans = Spans { reader, text, end: 0 };
        let dated_by = if spans.reader.number()? == 0 { None } else { Some(spans.next()?) };
        let mut blocks = Vec::with_capacity(kinds.len());
        let mut paragraphs = 0;
        spans.end = 0;
        for kind in kinds {
            let kind = match kind {
                0 => BlockKind::Title,
                1 => BlockKind::Heading,
                2 => {
                    paragraphs = u16::checked_add(paragraphs, 1)?;
                    BlockKind::Paragraph(paragraphs)
                }
                3 => BlockKind::Furniture,
                _ => return None,
            };
            blocks.push(Block { span: spans.next_after()?, kind });
        }
        spans.end = 0;
        let mut omitted = Vec::new();
        for _ in 0..omissions {
            omitted.push(spans.next_after()?);
        }
        let mut read =
            DocumentText { text, provenance, dated_by, blocks, omitted, spans: Vec::new(), ends: Vec::new() };
        spans.end = 0;
        for _ in 0..statements {
            let mut ends = [0; 2];
            for end in &mut ends {
                for index in 0..counts.next() {
                    let span = if index == 0 { spans.next() } else { spans.next_after() };
                    read.spans.push(span?);
                }
                *end = read.spans.len() as u32;
            }
            read.ends.push(ends);
            // A statement has content.
            if read.content(read.ends.len() - 1).is_empty() {
                return None;
            }
        }
        Some(read)
    }

    /// Writes what [`DocumentText::read`] reads.
    #[cfg(feature = "write")]
    pub(crate) fn write(&self, writer: &mut crate::writer::Writer) {
        let kind = |block: &Block| match block.kind {
            BlockKind::Title => 1,
            BlockKind::Heading => 2,
            BlockKind::Paragraph(_) => 3,
            BlockKind::Furniture => 4,
        };
        writer.column(self.blocks.iter().map(kind).chain([0]));
        writer.number(self.omitted.len());
        for statement in 0..self.statements() {
            writer.column([self.content(statement), self.cue(statement)].map(|spans| spans.len() as u32));
        }
        writer.number(usize::from(self.dated_by.is_some()));
        let mut write = |spans: &mut dyn Iterator<Item = Span>| {
            let mut end = 0;
            for span in spans {
                writer.column([crate::writer::difference(span.start, end), span.end - span.start]);
                end = span.end;
            }
        };
        write(&mut self.dated_by.into_iter());
        write(&mut self.blocks.iter().map(|block| block.span));
        write(&mut self.omitted.iter().copied());
        write(&mut self.spans.iter().copied());
    }
}

/// The spans of a text, one after the other.
struct Spans<'r, 'a> {
    reader: &'r mut Reader<'a>,
    text: &'a str,
    /// The end of the last one.
    end: u32,
}

impl Spans<'_, '_> {
    /// The next span, which is not empty and slices the text on character boundaries.
    fn next(&mut self) -> Option<Span> {
        let start = self.end.checked_add_signed(signed(self.reader.number()? as u32))?;
        let end = start.checked_add(self.reader.number()? as u32)?;
        self.end = end;
        let span = Span { start, end };
        (start < end && self.text.get(span.range()).is_some()).then_some(span)
    }

    /// The same, if it does not begin before the end of the last one.
    fn next_after(&mut self) -> Option<Span> {
        let end = self.end;
        self.next().filter(|span| span.start >= end)
    }
}

/// The place of a document's text: empty until the text is loaded, and then unchangeable.
#[derive(Clone, Default, PartialEq)]
pub struct Text<'a>(OnceLock<DocumentText<'a>>);

impl<'a> Text<'a> {
    /// The text; `None` until it is loaded.
    pub fn get(&self) -> Option<&DocumentText<'a>> {
        self.0.get()
    }

    /// Puts the text into its place, unless it is there.
    pub(crate) fn set(&self, text: DocumentText<'a>) {
        // A second time changes nothing.
        let _ = self.0.set(text);
    }
}

impl<'a> From<DocumentText<'a>> for Text<'a> {
    fn from(text: DocumentText<'a>) -> Self {
        Text(OnceLock::from(text))
    }
}

/// The text where it is loaded, and otherwise `None`.
impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}
