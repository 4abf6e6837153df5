//! The source page: the text as it is, and each statement where it stands.

use BlockKind::{Furniture, Heading, Paragraph, Title};

use corpus::Span;

use super::*;
use crate::names::Named;
use crate::testing::{both, example, shipped, small, statement, synthetic, view};
use crate::view::View;

struct SourcePage {
    head: DocumentHead,
    blocks: Vec<SourceBlock>,
}

fn source(data: Shared, id: DocumentId) -> SourcePage {
    let text = SourceText::new(data, id);
    SourcePage { head: head(data, id), blocks: text.blocks(text.all()).collect() }
}

fn page(data: Shared, slug: &str) -> SourcePage {
    source(data, DocumentId::from_slug(data, slug).expect("a document"))
}

fn every_page() -> impl Iterator<Item = (Shared, SourcePage)> {
    both().into_iter().flat_map(|data| DocumentId::all(data).into_iter().map(move |id| (data, source(data, id))))
}

#[test]
fn the_segments_are_the_text_verbatim_but_for_the_blank_lines() {
    for (data, page) in every_page() {
        let text = data.document(page.head.document).text();
        let mut at = 0;
        for block in &page.blocks {
            let words: String = block.segments.iter().map(|segment| segment.text).collect();
            let gap = text[at..].find(&words).expect("the next words of the text");
            assert!(text[at..at + gap].trim().is_empty(), "{:?} is left out", &text[at..at + gap]);
            at += gap + words.len();
        }
        assert!(text[at..].trim().is_empty(), "{:?} is left out", &text[at..]);
    }
}

#[test]
fn every_statement_stands_in_the_margin_once_and_in_the_order_of_the_text() {
    for (data, page) in every_page() {
        let notes: Vec<_> = page.blocks.iter().flat_map(|block| &block.notes).map(|note| note.id).collect();
        let own: Vec<_> =
            data.statement_ids().filter(|&id| data.statement(id).document == page.head.document).collect();
        assert_eq!(notes, own, "{}", page.head.title);
    }
}

#[test]
fn the_segments_of_a_statement_are_its_words() {
    for (data, page) in every_page() {
        for id in data.statement_ids().filter(|&id| data.statement(id).document == page.head.document) {
            let statement = data.statement(id);
            let document = data.document(page.head.document);
            let segments = || page.blocks.iter().flat_map(|block| &block.segments);
            let words = |spans: &[Span]| spans.iter().map(|&span| document.slice(span)).collect::<String>();
            let content: String = segments().filter(|at| at.content.contains(&id)).map(|at| at.text).collect();
            let cue: String = segments().filter(|at| at.cue.contains(&id)).map(|at| at.text).collect();
            assert_eq!(content, words(data.content_spans(id)).replace("\n\n", ""), "{}", statement.slug);
            assert_eq!(cue, words(data.cue_spans(id)), "{}", statement.slug);
        }
    }
}

#[test]
fn where_statements_overlap_the_shortest_leads() {
    let data = small();
    let page = page(data, "a-talks");
    let segment = page
        .blocks
        .iter()
        .flat_map(|block| &block.segments)
        .find(|segment| segment.text == "water and foreign trade need rules for both banks")
        .expect("a segment of its own");
    assert_eq!(segment.content, [statement(data, "joint-note"), statement(data, "note-sentence")]);
    assert_eq!(segment.href.as_deref(), Some("#/source/a-talks?statement=joint-note"));
    assert_eq!(segment.hue, Some(Hue::Blue));
}

#[test]
fn a_link_of_the_text_opens_what_covers_it() {
    for (data, page) in every_page() {
        for segment in page.blocks.iter().flat_map(|block| &block.segments) {
            let open = segment.href.as_deref().map(|href| view(data, href));
            let leads = segment.content.first().or(segment.cue.first()).copied();
            assert_eq!(open, leads.map(|id| View::Source(page.head.document, Some(id))), "{}", segment.text);
        }
        for note in page.blocks.iter().flat_map(|block| &block.notes) {
            assert_eq!(view(data, &note.href), View::Source(page.head.document, Some(note.id)));
            assert!(!note.voice.is_empty() && !note.form.is_empty());
        }
    }
}

#[test]
fn page_furniture_is_marked_and_nothing_else_is() {
    for (data, page) in every_page() {
        let document = data.document(page.head.document);
        let omitted: String = page
            .blocks
            .iter()
            .flat_map(|block| &block.segments)
            .filter(|segment| segment.omitted)
            .map(|segment| segment.text)
            .collect();
        assert_eq!(omitted, document.omitted().iter().map(|&span| document.slice(span)).collect::<String>());
    }
    let page = page(small(), "a-talks");
    assert_eq!(page.blocks.last().map(|block| block.kind), Some(BlockKind::Furniture));
}

#[test]
fn the_head_says_when_and_how_many() {
    let data = small();
    assert_eq!(page(data, "a-talks").head.dateline, "18 December 2021 · 7 statements");
    assert_eq!(page(data, "b-reply").head.dateline, "3 statements", "the text does not tell when");
    let talks = page(data, "a-talks");
    assert_eq!((talks.head.url, talks.head.file.as_str()), (Some("https://example.org/talks"), "seeds/a-talks.txt"));
    let dated = page(shipped(), shipped().documents[0].slug).head.dated_by;
    assert_eq!(dated.map(|words| words.text), Some("just yesterday, December 17"));
}

#[test]
fn a_file_name_is_written_as_an_address() {
    assert_eq!(super::text_file("odd ü#%.txt"), "seeds/odd%20%C3%BC%23%25.txt");
}

#[test]
fn titles_headings_and_paragraphs_are_told_apart() {
    let kinds: Vec<_> = page(small(), "a-talks").blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [Title, Paragraph(1), Heading, Paragraph(2), Paragraph(3), Paragraph(4), Paragraph(5), Furniture]
    );
}

#[test]
fn the_headline_of_a_text_is_apart_from_its_body_where_the_text_begins_with_it() {
    for (data, page) in every_page() {
        let begins = page.blocks[0].kind == Title;
        let (headline, body) = headline_and_body(page.blocks.clone());
        assert_eq!(headline.is_some(), begins, "{}", page.head.title);
        let title = language::title(data, page.head.document).text;
        let words = |block: &SourceBlock| block.segments.iter().map(|segment| segment.text).collect::<String>();
        assert!(headline.as_ref().is_none_or(|headline| words(headline) == title), "the words of the page's headline");
        assert_eq!(headline.into_iter().chain(body).collect::<Vec<_>>(), page.blocks, "nothing is lost");
    }
    let worship = page(example("wikinews"), "worship");
    let (headline, body) = headline_and_body(worship.blocks);
    let headline = headline.expect("the text begins with its headline");
    assert_eq!((headline.is_marked(), headline.notes.len()), (true, 1), "a statement is in it");
    assert!(body.iter().all(|block| block.kind != Title));
}

#[test]
fn ranges_of_any_length_are_together_the_whole() {
    for (data, page) in every_page() {
        let text = SourceText::new(data, page.head.document);
        for length in [1, 2, 3, 7] {
            let ranges = text.all().step_by(length).map(|first| first..text.all().end.min(first + length));
            let parts: Vec<_> = ranges.flat_map(|range| text.blocks(range)).collect();
            assert_eq!(parts, page.blocks, "{}", page.head.title);
        }
        let rest = text.headline().into_iter().chain(text.blocks(text.body())).collect::<Vec<_>>();
        assert_eq!(rest, page.blocks, "{}", page.head.title);
    }
}

#[test]
fn a_statement_is_shown_by_the_first_block_in_which_its_content_leads() {
    for data in [small(), shipped(), example("aldport"), synthetic(200)] {
        for id in data.statement_ids() {
            let page = source(data, data.statement(id).document);
            let leads = |block: &SourceBlock| block.segments.iter().any(|it| it.content.first() == Some(&id));
            let text = SourceText::new(data, page.head.document);
            assert_eq!(
                text.block_of(data.statement(id).slug),
                page.blocks.iter().position(leads),
                "{}",
                data.statement(id).slug
            );
        }
    }
}
