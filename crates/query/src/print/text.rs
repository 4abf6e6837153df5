//! The printed text of a document, with the numbers of statements and notes in the margin.

use corpus::{BlockKind, DocumentId, StatementId};

use super::number::number;
use crate::Shared;
use crate::language::{Language, Phrase};
use crate::passage::PassagePart;
use crate::source::{Segment, SourceText};

/// A paragraph or a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The kind of block.
    pub kind: BlockKind,
    /// The language of the text.
    pub language: Language,
    /// The language of words of the interface within it.
    pub interface: Language,
    /// The text, split where statements begin and end.
    pub pieces: Vec<Marked>,
    /// Notes on the statements that begin in the block.
    pub notes: Vec<Note>,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// The numbers of the statements that begin with it.
    pub begins: Vec<usize>,
    /// The text.
    pub text: &'static str,
    /// Its part in some statement; content where it is both cue and content.
    pub part: PassagePart,
}

/// The note on a statement in the margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The number of the statement.
    pub number: usize,
    /// The voices of the statement.
    pub voice: Phrase,
    /// The form of the statement.
    pub form: String,
}

/// The paragraphs of a document.
pub fn text(data: Shared, id: DocumentId) -> Vec<Paragraph> {
    let mut begun: Vec<StatementId> = Vec::new();
    let mut paragraphs = Vec::new();
    let text = SourceText::new(data, id);
    for block in text.blocks(text.all()) {
        let pieces = block.segments.into_iter().map(|segment| marked(&segment, &mut begun)).collect();
        let notes = block.notes.into_iter();
        let notes = notes.map(|note| Note { number: number(note.id), voice: note.voice, form: note.form }).collect();
        paragraphs.push(Paragraph {
            kind: block.kind,
            language: block.language,
            interface: block.interface,
            pieces,
            notes,
        });
    }
    paragraphs
}

fn marked(segment: &Segment, begun: &mut Vec<StatementId>) -> Marked {
    let new: Vec<StatementId> = segment.content.iter().copied().filter(|id| !begun.contains(id)).collect();
    begun.extend(&new);
    let mut begins: Vec<usize> = new.into_iter().map(number).collect();
    begins.reverse();
    let part = match (segment.content.is_empty(), segment.cue.is_empty()) {
        (false, _) => PassagePart::Content,
        (true, false) => PassagePart::Cue,
        (true, true) => PassagePart::Around,
    };
    Marked { begins, text: segment.text, part }
}
