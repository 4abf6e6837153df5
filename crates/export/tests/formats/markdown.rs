//! Markdown, read by pulldown-cmark with every extension that GitHub has.

use export::Format;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use query::Shared;

use crate::support::{PAGE, all, hostile, ids, shipped, spaced, whole};

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
}

/// The text of every element of a kind, paragraphs joined by a space.
fn texts(markdown: &str, wanted: impl Fn(&Tag<'_>) -> bool, end: impl Fn(&TagEnd) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(tag) if wanted(&tag) => {
                inside = true;
                found.push(String::new());
            }
            Event::End(tag) if end(&tag) => inside = false,
            Event::Text(text) if inside => found.last_mut().unwrap().push_str(&text),
            Event::End(TagEnd::Paragraph) if inside => found.last_mut().unwrap().push(' '),
            _ => {}
        }
    }
    found
}

fn quotes(markdown: &str) -> Vec<String> {
    texts(markdown, |tag| matches!(tag, Tag::BlockQuote(_)), |end| matches!(end, TagEnd::BlockQuote(_)))
}

fn items(markdown: &str) -> Vec<String> {
    texts(markdown, |tag| matches!(tag, Tag::Item), |end| matches!(end, TagEnd::Item))
}

/// Without what was added to end a change of direction.
fn opened(text: &str) -> String {
    text.trim_end_matches(['\u{202c}', '\u{2069}']).to_owned()
}

#[test]
fn every_statement_is_quoted_word_for_word() {
    for data in all() {
        let quoted: Vec<_> =
            quotes(&whole(data, Format::Markdown).text).iter().map(|text| opened(&spaced(text))).collect();
        let wanted: Vec<_> = ids(data).into_iter().map(|id| spaced(&data.content(id))).collect();
        assert_eq!(quoted, wanted);
    }
}

#[test]
fn chain_topics_note_relations_and_citation_are_there() {
    let [_, small, _] = all();
    let items = items(&whole(small, Format::Markdown).text);
    for wanted in [
        "Chain: Émile of Aland → The Herald → The Wire → “Talks at the bridge — première”",
        "Form: direct quote, fourth hand",
        "Attributed by: “told the Herald, as the Wire reports, that” … “and added for Beland’s ears”",
        "To: Beland",
        "Position: Opposes",
        "When: 14 December 2021",
        "Note: Said twice.",
        "Contradicted by Minister of Beland: Welcome and refused.",
        "Topics: Water; Trade",
    ] {
        assert!(items.iter().any(|item| item == wanted), "{wanted} in {items:#?}");
    }
    assert_eq!(items.iter().filter(|item| item.starts_with("Cite as: ")).count(), ids(small).len());
}

/// Titles, names and everything else come through as text; nothing becomes markup that we did not write.
fn harmless(data: Shared) {
    let text = whole(data, Format::Markdown).text;
    let addresses: Vec<_> = data.documents.iter().filter_map(|document| document.url).collect();
    for event in Parser::new_ext(&text, options()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML: {html}"),
            Event::Code(code) | Event::InlineMath(code) | Event::DisplayMath(code) => panic!("code: {code}"),
            Event::Rule | Event::TaskListMarker(_) | Event::FootnoteReference(_) | Event::HardBreak => {
                panic!("{event:?}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let ours = dest_url.starts_with(PAGE) || dest_url.starts_with("https://briefing.example/x/seeds/");
                let published = addresses
                    .iter()
                    .any(|url| url.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E") == *dest_url);
                assert!(ours || published, "{dest_url}");
            }
            Event::Start(
                Tag::Image { .. }
                | Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Table(_)
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::FootnoteDefinition(_)
                | Tag::BlockQuote(Some(_)),
            ) => panic!("{event:?}"),
            _ => {}
        }
    }
    let headings = texts(&text, |tag| matches!(tag, Tag::Heading { .. }), |end| matches!(end, TagEnd::Heading(_)));
    assert_eq!(headings.len(), 1 + ids(data).len());
    assert_eq!(headings[0], data.title);
}

#[test]
fn a_document_cannot_bring_in_markup() {
    harmless(hostile());
    harmless(shipped());
}

#[test]
fn hostile_names_come_back_as_they_are() {
    let items = items(&whole(hostile(), Format::Markdown).text);
    let has = |wanted: &str| assert!(items.iter().any(|item| item.contains(wanted)), "{wanted} in {items:#?}");
    for actor in &hostile().actors {
        has(actor.name);
    }
    for topic in hostile().topics.iter().map(|topic| topic.name).chain([hostile().documents[0].title]) {
        has(topic);
    }
    has("=1+1 <b>note</b> with a line \"and\" } \\ more");
    has("=1 \"because\" <i>|</i>");
}
