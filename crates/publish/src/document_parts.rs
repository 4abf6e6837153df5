//! The parts of a document's page: a text of book length is on several, so that none grows without bound.

use std::ops::Range;

use corpus::{Document, StatementId};
use query::Shared;

/// The bytes of text after which a part ends, with the block that they end in.
const PART: usize = 150_000;

/// The ranges of blocks of a document that are on a page each; one of all where the text is not long.
pub fn parts(document: &Document) -> Vec<Range<usize>> {
    let blocks = document.blocks();
    let mut parts = Vec::new();
    let (mut first, mut begins) = (0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let end = block.span.end as usize;
        if end - begins >= PART && index + 1 < blocks.len() {
            parts.push(first..index + 1);
            (first, begins) = (index + 1, end);
        }
    }
    parts.push(first..blocks.len());
    parts
}

/// The number, counted from one, of the part of its document in which a statement begins.
pub fn part_of(data: Shared, id: StatementId) -> usize {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let begins = data.content_spans(id).first().map_or(0, |span| span.start);
    let ends_before = |block: &corpus::Block| block.span.end <= begins;
    // Most documents are shorter than a part.
    if document.blocks().last().is_none_or(|last| (last.span.end as usize) < PART) {
        return 1;
    }
    let block = document.blocks().partition_point(ends_before);
    parts(document).iter().position(|part| part.contains(&block)).map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links;
    use crate::tests::{long, many};

    #[test]
    fn a_document_of_usual_length_is_on_one_page() {
        let data = many();
        for id in links::document_ids(data) {
            let document = data.document(id);
            let parts = parts(document);
            assert!(parts.len() == 1 && parts[0] == (0..document.blocks().len()));
        }
        assert!(data.statement_ids().all(|id| part_of(data, id) == 1));
    }

    #[test]
    fn the_parts_of_a_long_document_are_its_blocks_in_order_and_bounded() {
        let data = long();
        let document = &data.documents[0];
        let parts = parts(document);
        assert!(parts.len() > 2);
        assert_eq!(
            parts.iter().cloned().flatten().collect::<Vec<_>>(),
            (0..document.blocks().len()).collect::<Vec<_>>()
        );
        for part in parts {
            let (first, last) = (document.blocks()[part.start], document.blocks()[part.end - 1]);
            assert!(((last.span.end - first.span.start) as usize) < 2 * PART);
        }
        let numbers: Vec<usize> = data.statement_ids().map(|id| part_of(data, id)).collect();
        assert!(numbers.is_sorted() && numbers.first() == Some(&1) && numbers.last() > Some(&2));
    }
}
