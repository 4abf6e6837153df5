//! The text of a document, and the blocks that are made of it. Only the blocks that are asked for are made, each on
//! its own, so that a page with a part of a long text costs no more than that part.

use std::ops::Range;

use corpus::{BlockKind, DocumentId, Span, StatementId};

use super::{Note, Segment, SourceBlock};
use crate::Shared;
use crate::card;
use crate::language;
use crate::link;
use crate::names::Named;
use crate::order;
use crate::passage::cuts;
use crate::view::View;

/// The text of a document.
#[derive(Clone)]
pub struct SourceText {
    data: Shared,
    document: DocumentId,
    /// The blocks that statements touch, each with one of these; in the order of the blocks, then of the statements.
    marks: Vec<(usize, StatementId)>,
}

impl SourceText {
    /// The text of a document.
    ///
    /// # Panics
    /// If it is not loaded, see [`crate::pending::documents`].
    pub fn new(data: Shared, document: DocumentId) -> SourceText {
        let blocks = data.document(document).blocks();
        let mut marks: Vec<(usize, StatementId)> = Vec::new();
        for id in data.statements_of(document) {
            for span in data.content_spans(id).iter().chain(data.cue_spans(id)) {
                let mut index = blocks.partition_point(|block| block.span.end <= span.start);
                while blocks.get(index).is_some_and(|block| block.span.start < span.end) {
                    // Most are in order.
                    let at = marks.partition_point(|mark| *mark < (index, id));
                    if marks.get(at) != Some(&(index, id)) {
                        marks.insert(at, (index, id));
                    }
                    index += 1;
                }
            }
        }
        SourceText { data, document, marks }
    }

    /// The indices of all blocks.
    pub fn all(&self) -> Range<usize> {
        0..self.data.document(self.document).blocks().len()
    }

    /// The indices of the blocks but for the headline, which the page has once, as its own.
    pub fn body(&self) -> Range<usize> {
        let blocks = self.data.document(self.document).blocks();
        usize::from(blocks.first().is_some_and(|block| block.kind == BlockKind::Title))..blocks.len()
    }

    /// The numbers of bytes of the blocks of a range of indices.
    pub(super) fn lengths(&self, range: Range<usize>) -> impl Iterator<Item = u32> {
        self.data.document(self.document).blocks()[range].iter().map(|block| block.span.end - block.span.start)
    }

    /// The headline where the text begins with it.
    pub fn headline(&self) -> Option<SourceBlock> {
        (self.body().start > 0).then(|| self.block(0))
    }

    /// The blocks of a range of indices.
    pub fn blocks(&self, range: Range<usize>) -> impl Iterator<Item = SourceBlock> {
        range.map(|index| self.block(index))
    }

    /// The block of an index.
    pub fn block(&self, index: usize) -> SourceBlock {
        let document = self.data.document(self.document);
        let block = document.blocks()[index];
        let here: Vec<StatementId> = self.marks[self.marks_in(index..index + 1)].iter().map(|&(_, id)| id).collect();
        let begins = |id: &StatementId| {
            self.data.content_spans(*id).first().is_some_and(|span| block.span.range().contains(&(span.start as usize)))
        };
        let omitted = {
            let omitted = document.omitted();
            let first = omitted.partition_point(|span| span.end <= block.span.start);
            let end = omitted.partition_point(|span| span.start < block.span.end);
            &omitted[first..end.max(first)]
        };
        let language = language::document(self.data, self.document, document.slice(block.span));
        SourceBlock {
            kind: block.kind,
            language,
            interface: language::interface(self.data, language),
            segments: self.segments(block.span, &here, omitted),
            notes: here.iter().copied().filter(begins).map(|id| note(self.data, id)).collect(),
        }
    }

    /// The index of the block that shows the statement of a slug to those who follow a link to it: the first in which
    /// its content leads somewhere, and so has the statement's anchor.
    pub fn block_of(&self, slug: &str) -> Option<usize> {
        let leads = |&&(index, id): &&(usize, StatementId)| {
            self.data.statement(id).slug == slug
                && self.block(index).segments.iter().any(|segment| segment.content.first() == Some(&id))
        };
        self.marks.iter().find(leads).map(|&(index, _)| index)
    }

    /// The indices of marked blocks that are to be reached from a range of blocks by keyboard: the first and the last
    /// one of the body, the last before the range and the first after it.
    pub(super) fn marked_around(&self, range: Range<usize>) -> [Option<usize>; 4] {
        let own = &self.marks[self.marks_in(self.body())];
        let here = |index: usize| own.partition_point(|&(block, _)| block < index);
        let around = [Some(0), here(range.start).checked_sub(1), Some(here(range.end)), own.len().checked_sub(1)];
        around.map(|at| own.get(at?).map(|&(block, _)| block))
    }

    /// Where in the marks those of a range of blocks are.
    fn marks_in(&self, range: Range<usize>) -> Range<usize> {
        let before = |index: usize| self.marks.partition_point(|&(block, _)| block < index);
        before(range.start)..before(range.end)
    }

    fn segments(&self, block: Span, here: &[StatementId], omitted: &[Span]) -> Vec<Segment> {
        let data = self.data;
        let text = data.document(self.document);
        let mut all = omitted.to_vec();
        for &id in here {
            all.extend_from_slice(data.content_spans(id));
            all.extend_from_slice(data.cue_spans(id));
        }
        let segment = |span: Span| {
            let covered = |spans: &[Span]| spans.iter().any(|other| other.contains(span));
            let length = |id: &StatementId| {
                data.content_spans(*id).iter().map(|span| span.end - span.start).sum::<u32>().cast_signed()
            };
            let content: Vec<_> = here.iter().copied().filter(|&id| covered(data.content_spans(id))).collect();
            let content = order::by_key(content, |id| [length(id), 0, 0]);
            let cue: Vec<_> = here.iter().copied().filter(|&id| covered(data.cue_spans(id))).collect();
            let leads = content.first().or(cue.first()).copied();
            Segment {
                text: text.slice(span),
                href: leads.map(|id| link::write(data, &View::Source(self.document, Some(id)))),
                hue: content.first().and_then(|&id| hue(data, id)),
                omitted: covered(omitted),
                content,
                cue,
            }
        };
        cuts(block, &all).into_iter().map(segment).collect()
    }
}

fn hue(data: Shared, id: StatementId) -> Option<corpus::Hue> {
    card::voices(data, id).first().and_then(|&actor| actor.hue(data))
}

fn note(data: Shared, id: StatementId) -> Note {
    let statement = data.statement(id);
    Note {
        id,
        slug: statement.slug,
        voice: card::voice(data, id),
        form: card::form(data, id),
        href: link::write(data, &View::Source(statement.document, Some(id))),
        hue: hue(data, id),
    }
}
