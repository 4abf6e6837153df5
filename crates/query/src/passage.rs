//! The passage of a statement: the paragraph around it, with cue and content told apart.

use corpus::{BlockKind, Span, StatementId};

use crate::Shared;
use crate::language::{self, Language, Localizable};
use crate::link;
use crate::order;
use crate::view::View;
use crate::words;

/// The passage of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The statement.
    pub id: StatementId,
    /// The block in which the statement begins: "paragraph 4", "heading"; empty in page furniture.
    pub location: String,
    /// The text of the passage, split where cue and content begin and end.
    pub pieces: Vec<PassagePiece>,
    /// The position of the content, counted as a `TextPositionSelector` of the W3C Web Annotation Data Model:
    /// "characters 1 234–1 300", Unicode characters from the beginning of the text, end exclusive.
    pub text_position: String,
    /// The headline of the document.
    pub document: Localizable,
    /// The language of the passage.
    pub language: Language,
    /// The link to the source page, with the statement open.
    pub source: String,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct PassagePiece {
    /// The text.
    pub text: &'static str,
    /// Its part in the statement.
    pub part: PassagePart,
}

/// The part that a piece of a passage has in a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassagePart {
    /// Neither cue nor content.
    Around,
    /// The cue: the words that attribute the statement.
    Cue,
    /// The content.
    Content,
}

/// The passage of a statement.
///
/// # Panics
/// If its text is not loaded, see [`crate::pending::statements`].
pub fn passage(data: Shared, id: StatementId) -> Passage {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let (content, cue) = (data.content_spans(id), data.cue_spans(id));
    let spans: Vec<Span> = content.iter().chain(cue).copied().collect();
    // A quote may go on in the next paragraph.
    let within = |block: &Span| spans.iter().any(|span| span.start < block.end && block.start < span.end);
    let blocks: Vec<_> = document.blocks().iter().filter(|block| within(&block.span)).collect();
    let around = match (blocks.first(), blocks.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span { start: 0, end: document.text().len() as u32 },
    };
    let location = blocks.iter().find_map(|block| match block.kind {
        BlockKind::Paragraph(number) => Some(format!("paragraph {number}")),
        BlockKind::Heading => Some("heading".to_owned()),
        BlockKind::Title => Some("headline".to_owned()),
        BlockKind::Furniture => None,
    });
    let part = |at: u32| {
        let within = |spans: &[Span]| spans.iter().any(|span| span.start <= at && at < span.end);
        if within(content) {
            PassagePart::Content
        } else if within(cue) {
            PassagePart::Cue
        } else {
            PassagePart::Around
        }
    };
    let pieces = cuts(around, &spans)
        .into_iter()
        .map(|span| PassagePiece { text: document.slice(span), part: part(span.start) })
        .collect();
    Passage {
        id,
        location: location.unwrap_or_default(),
        pieces,
        text_position: text_position(document.text(), content),
        document: language::title(data, statement.document),
        language: language::document(data, statement.document, document.slice(around)),
        source: link::write(data, &View::Source(statement.document, Some(id))),
    }
}

fn text_position(text: &str, content: &[Span]) -> String {
    let count = |end: u32| text.get(..end as usize).expect("a span is of its document").chars().count();
    let ranges: Vec<_> = content
        .iter()
        .map(|span| format!("{}–{}", words::grouped(count(span.start)), words::grouped(count(span.end))))
        .collect();
    format!("characters {}", words::list(&ranges))
}

/// Splits a span at the ends of other spans within it.
pub(crate) fn cuts(around: Span, spans: &[Span]) -> Vec<Span> {
    let inside = |&at: &u32| around.start < at && at < around.end;
    let mut ends: Vec<u32> = spans.iter().flat_map(|span| [span.start, span.end]).filter(inside).collect();
    ends.extend([around.start, around.end]);
    let mut ends = order::by_key(ends, |&end| [end.cast_signed(), 0, 0]);
    ends.dedup();
    ends.windows(2).map(|pair| Span { start: pair[0], end: pair[1] }).collect()
}

#[cfg(test)]
mod tests;
