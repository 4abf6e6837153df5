//! Markdown: a text to read, edit and paste into notes, as `CommonMark` 0.31.2 (<https://spec.commonmark.org/0.31.2/>).
//!
//! Nothing in a document may become markup: every character that `CommonMark`, or GitHub's tables, strikethrough,
//! formulas and autolinks, would read as such is escaped, and no line break starts a block. The only links are to the
//! briefing and to the documents' own addresses, which are `http` or `https`.

use std::fmt::Write;

use corpus::StatementId;
use query::language::isolated;
use query::{Shared, link, words};

use crate::attribution;
use crate::citation;
use crate::context::Context;
use crate::format::{Export, Format};
use crate::inline_text::{close_directional_formatting, collapse_white_space};

/// `CommonMark` text.
pub static FORMAT: Format = Format {
    slug: "markdown",
    name: "Markdown",
    extension: "md",
    media_type: "text/markdown;charset=utf-8;variant=CommonMark",
    purpose: "A text to read, edit or paste into notes: each statement with its quote, chain and citation.",
    write,
};

fn write(export: Export<'_>) -> String {
    let Export { data, statements, context } = export;
    let mut text = heading(data, context);
    let _ = writeln!(text, "{} {}", words::count(statements.len(), "statement"), provenance(data, context));
    for (index, &id) in statements.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "\n## {}. {}\n\n{}\n",
            index + 1,
            escape(&attribution::author(data, id)),
            quote(&data.content(id))
        );
        body(export, id, &mut text);
    }
    text
}

/// The description of the exported view as a heading.
pub(crate) fn heading(data: Shared, context: &Context) -> String {
    format!("# {}\n\n", escape(&context.description(data)))
}

/// Where something comes from: the end of a sentence, and those who made the briefing.
pub(crate) fn provenance(data: Shared, context: &Context) -> String {
    format!(
        "from the briefing [{}](<{}>), edition {}, exported on {}. Statements coded by {}; licence of the coding: {}.",
        escape(&isolated(data.title)),
        link_destination(&context.view_link(data)),
        link::edition(data),
        words::date(corpus::Date::On(context.accessed)),
        escape(&isolated(data.editor)),
        escape(data.licence),
    )
}

fn body(export: Export<'_>, id: StatementId, text: &mut String) {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    text.push('\n');
    for (label, value) in attribution::facts(data, id) {
        let _ = writeln!(text, "- {label}: {}", escape(&value));
    }
    if let Some(note) = statement.note {
        let _ = writeln!(text, "- Note: {}", escape(note));
    }
    for related in attribution::relations(data, id) {
        let other = link_destination(&context.statement_link(data, related.other));
        let (author, reason) = (escape(&related.author), escape(&isolated(related.reason)));
        let _ = writeln!(text, "- {} [{author}](<{other}>): {reason}", related.label);
    }
    let link = context.statement_link(data, id);
    let _ = writeln!(text, "- Cite as: {} {}.", escape(&citation::source(data, id, context)), autolink(&link));
    let link = link_destination(&link);
    let source = link_destination(&context.text_address(data, statement.document));
    let _ = write!(text, "- [Statement](<{link}>), [source text](<{source}>)");
    if let Some(url) = data.document(statement.document).url {
        let _ = write!(text, ", [where it was published](<{}>)", link_destination(url));
    }
    if let Some(url) = data.document(statement.document).provenance().archived {
        let _ = write!(text, ", [archived copy](<{}>)", link_destination(url));
    }
    text.push('\n');
}

/// A block quote with the content's paragraphs.
fn quote(content: &str) -> String {
    let paragraphs = content.split("\n\n").flat_map(|part| part.split("\r\n\r\n"));
    let lines: Vec<_> =
        paragraphs.map(escape).filter(|line| !line.is_empty()).map(|line| format!("> {line}")).collect();
    lines.join("\n>\n")
}

/// Escapes a text, so that it is read as plain text on one line.
pub(crate) fn escape(text: &str) -> String {
    let text = close_directional_formatting(&collapse_white_space(text));
    let mut out = String::with_capacity(text.len() + 16);
    let mut word = String::new();
    for (at, c) in text.char_indices() {
        let markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#' | '^');
        // Block markers count only at the start of a line: lists, rules, setext underlines, numbers.
        let opens = matches!(c, '+' | '-' | '=' | ':') && at == 0;
        let numbers = matches!(c, '.' | ')') && at > 0 && text[..at].bytes().all(|b| b.is_ascii_digit());
        // GitHub autolinks these even without brackets.
        let links = c == ':' && text[at..].starts_with("://") || c == '.' && word.to_ascii_lowercase().ends_with("www");
        let links = links || c == '@' || c == ':' && matches!(&*word.to_ascii_lowercase(), "mailto" | "xmpp");
        // An exclamation mark before a bracket needs no escape: the bracket has one.
        if markup || opens || numbers || links {
            out.push('\\');
        }
        out.push(c);
        if c == ' ' { word.clear() } else { word.push(c) }
    }
    out
}

/// An autolink, which readers of the Markdown source can copy.
fn autolink(address: &str) -> String {
    // Without a scheme, angle brackets would make an HTML element.
    if address.starts_with("https://") || address.starts_with("http://") {
        format!("<{}>", encode_url(address))
    } else {
        escape(address)
    }
}

/// The destination of a link, for use between angle brackets.
fn link_destination(address: &str) -> String {
    encode_url(address).replace('&', "&amp;")
}

/// An address without white space and control characters, and with `<`, `>` and `\` percent-encoded.
fn encode_url(address: &str) -> String {
    let kept = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>();
    kept.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    // Markdown, read by pulldown-cmark with every extension that GitHub has.

    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    use query::Shared;

    use super::*;
    use crate::testing::{PAGE, all, hostile, ids, shipped, spaced, whole};

    #[test]
    fn only_what_would_be_markup_is_escaped() {
        assert_eq!(escape("C5 + 1, 11-16 December 2021. 3.5 %: yes!"), "C5 + 1, 11-16 December 2021. 3.5 %: yes!");
        assert_eq!(escape("1. one\n# two"), "1\\. one \\# two");
        assert_eq!(escape("- a"), "\\- a");
        assert_eq!(escape("see https://a.b or www.a.b"), "see https\\://a.b or www\\.a.b");
        assert_eq!(escape("[x](javascript:y) <b>|`*_"), "\\[x\\](javascript:y) \\<b\\>\\|\\`\\*\\_");
    }

    fn plain_text(markdown: &str) -> String {
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES;
        let mut text = String::new();
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{markdown:?} makes {other:?}"),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_makes_no_markup(text in "\\PC{0,40}|[-+=*_~`#>|\\[\\](){}!&;:.0-9a \n\t\\\\<$^@/]{0,40}") {
            prop_assert_eq!(plain_text(&escape(&text)), close_directional_formatting(&collapse_white_space(&text)));
        }
    }

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

    /// Removes what closes directional formatting at the end.
    fn opened(text: &str) -> String {
        text.trim_end_matches(['\u{202c}', '\u{2069}']).to_owned()
    }

    #[test]
    fn every_statement_is_quoted_word_for_word() {
        for data in all() {
            let quoted: Vec<_> = quotes(&whole(data, &FORMAT).text).iter().map(|text| opened(&spaced(text))).collect();
            let wanted: Vec<_> = ids(data).into_iter().map(|id| spaced(&data.content(id))).collect();
            assert_eq!(quoted, wanted);
        }
    }

    #[test]
    fn chain_topics_note_relations_and_citation_are_there() {
        let [_, small, _] = all();
        let items = items(&whole(small, &FORMAT).text);
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

    /// Checks that titles, names and words are read as text, and that all markup is the writer's own.
    fn harmless(data: Shared) {
        let text = whole(data, &FORMAT).text;
        let both = |document: &corpus::Document<'static>| [document.url, document.provenance().archived];
        let addresses: Vec<_> = data.documents.iter().flat_map(both).flatten().collect();
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
        let items = items(&whole(hostile(), &FORMAT).text);
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
}
