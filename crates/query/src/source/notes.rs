//! What a document's page without the program has beside the text: the numbers that tie the marked words to their
//! notes, and the relations of a statement in short, since they are folded there.

use corpus::RelationKind;

use crate::relations::Related;
use crate::source::Segment;
use crate::words;

pub use crate::print::number;

/// For each segment of a block the numbers of the statements whose words begin with it, or go on there after others:
/// of one within another last.
pub fn numbers(segments: &[Segment]) -> Vec<Vec<usize>> {
    let before = |index: usize| index.checked_sub(1).map_or(&[][..], |before| &segments[before].content);
    let begin = |(index, segment): (usize, &Segment)| {
        let new = segment.content.iter().rev().filter(|id| !before(index).contains(id));
        new.map(|&id| number(id)).collect()
    };
    segments.iter().enumerate().map(begin).collect()
}

/// How many relations there are: "2 contradictions · 1 other relation"; `None` where there are none.
pub fn relations_in_short(related: &[Related]) -> Option<String> {
    let contradictions = related.iter().filter(|one| one.kind == RelationKind::Contradicts).count();
    let others = related.len() - contradictions;
    match (contradictions, others) {
        (0, 0) => None,
        (0, _) => Some(words::count(others, "relation")),
        (_, 0) => Some(words::count(contradictions, "contradiction")),
        _ => {
            let contradictions = words::count(contradictions, "contradiction");
            Some(format!("{contradictions} · {}", words::count(others, "other relation")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::related;
    use crate::source::SourceText;
    use crate::testing::{aldport, both};

    #[test]
    fn each_stretch_of_a_statement_has_its_number_once() {
        for data in both().into_iter().chain([aldport()]) {
            for document in data.documents.iter().zip(0..).map(|(_, index)| corpus::DocumentId(index)) {
                let text = SourceText::new(data, document);
                let mut numbered: Vec<usize> = Vec::new();
                for block in text.blocks(text.all()) {
                    let numbers = numbers(&block.segments);
                    assert_eq!(numbers.len(), block.segments.len());
                    for (segment, own) in block.segments.iter().zip(&numbers) {
                        assert!(own.iter().all(|one| segment.content.iter().any(|&id| number(id) == *one)));
                        numbered.extend(own);
                    }
                }
                for id in data.statements_of(document) {
                    let times = numbered.iter().filter(|&&one| one == number(id)).count();
                    let blocks = data.document(document).blocks().iter().map(|block| block.span);
                    let touched =
                        |block: &corpus::Span, own: &corpus::Span| block.start < own.end && own.start < block.end;
                    let stretches: usize = blocks
                        .map(|block| data.content_spans(id).iter().filter(|own| touched(&block, own)).count())
                        .sum();
                    assert!((1..=stretches).contains(&times), "{}: {times}", data.statement(id).slug);
                }
            }
        }
    }

    #[test]
    fn relations_are_counted_with_the_contradictions_first() {
        let data = aldport();
        let short = |slug: &str| {
            let id = data.statement_ids().find(|&id| data.statement(id).slug == slug).expect("of the corpus");
            relations_in_short(&related(data, id))
        };
        assert_eq!(short("report-cadmium").as_deref(), Some("2 contradictions · 2 other relations"));
        assert_eq!(short("report-no-dredging").as_deref(), Some("1 relation"));
        assert_eq!(relations_in_short(&[]), None);
        for id in data.statement_ids() {
            assert_eq!(relations_in_short(&related(data, id)).is_some(), data.relations_of(id).next().is_some());
        }
    }
}
