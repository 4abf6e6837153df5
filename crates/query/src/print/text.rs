//! A document's text on paper: the number of each statement where it begins, and in the margin whose it is.

use corpus::{BlockKind, DocumentId, StatementId};

use super::number::number;
use crate::Shared;
use crate::language::{Language, Phrase};
use crate::passage::PassagePart;
use crate::source::{Segment, source};

/// A paragraph, a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// What it is.
    pub kind: BlockKind,
    /// The language of its words.
    pub language: Language,
    /// The language of our own words within it.
    pub interface: Language,
    /// Its words, cut where statements begin and end.
    pub pieces: Vec<Marked>,
    /// The statements that begin in it.
    pub notes: Vec<Note>,
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// The numbers of the statements that begin with it.
    pub begins: Vec<usize>,
    /// The words.
    pub text: &'static str,
    /// What they are to some statement; its content where they are both.
    pub part: PassagePart,
}

/// A statement in the margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its number.
    pub number: usize,
    /// Whose it is.
    pub voice: Phrase,
    /// How it is given.
    pub form: String,
}

/// The paragraphs of a document.
pub fn text(data: Shared, id: DocumentId) -> Vec<Paragraph> {
    let mut begun: Vec<StatementId> = Vec::new();
    let mut paragraphs = Vec::new();
    for block in source(data, id).blocks {
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
