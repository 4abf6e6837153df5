//! Markdown: a text to read, edit and paste into notes, as `CommonMark` 0.31.2 (<https://spec.commonmark.org/0.31.2/>).
//!
//! Nothing in a document may become markup: every character that `CommonMark`, or GitHub's tables, strikethrough, formulas
//! and automatic links, would read as such is escaped, and line breaks cannot begin a block of their own. The only
//! links are to the briefing and to the documents' own addresses, which are `http` or `https`.

use std::fmt::Write;

use corpus::StatementId;
use query::language::isolated;
use query::{link, names, words};

use crate::Export;
use crate::attribution;
use crate::citation;
use crate::lines::{closed, one_line};

pub fn write(export: Export<'_>) -> String {
    let Export { data, statements, context } = export;
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(text, "# {}\n", escaped(&context.words(data)));
    let _ = writeln!(
        text,
        "{} from the briefing [{}](<{}>), edition {}, exported on {}. Statements coded by {}; licence of the coding: {}.",
        words::count(statements.len(), "statement"),
        escaped(&isolated(data.title)),
        target(&context.view_link(data)),
        link::edition(data),
        words::date(corpus::Date::On(context.accessed)),
        escaped(&isolated(data.editor)),
        escaped(data.licence),
    );
    for (place, &id) in statements.iter().enumerate() {
        let _ = write!(
            text,
            "\n## {}. {}\n\n{}\n",
            place + 1,
            escaped(&attribution::author(data, id)),
            quote(&data.content(id))
        );
        body(export, id, &mut text);
    }
    text
}

fn body(export: Export<'_>, id: StatementId, text: &mut String) {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    text.push('\n');
    for (label, value) in attribution::facts(data, id) {
        let _ = writeln!(text, "- {label}: {}", escaped(&value));
    }
    if let Some(note) = statement.note {
        let _ = writeln!(text, "- Note: {}", escaped(note));
    }
    for related in attribution::relations(data, id) {
        let other = target(&context.statement_link(data, related.other));
        let (voice, reason) = (escaped(&attribution::author(data, related.other)), escaped(&isolated(related.reason)));
        let _ = writeln!(text, "- {} [{voice}](<{other}>): {reason}", names::relation(related.kind, related.outward));
    }
    let link = context.statement_link(data, id);
    let _ = writeln!(text, "- Cite as: {} {}.", escaped(&citation::source(data, id, context)), automatic(&link));
    let link = target(&link);
    let source = target(&context.text_address(data, statement.document));
    let _ = write!(text, "- [Statement](<{link}>), [source text](<{source}>)");
    if let Some(url) = data.document(statement.document).url {
        let _ = write!(text, ", [where it was published](<{}>)", target(url));
    }
    text.push('\n');
}

/// A quotation, its paragraphs kept apart.
fn quote(content: &str) -> String {
    let paragraphs = content.split("\n\n").flat_map(|part| part.split("\r\n\r\n"));
    let lines: Vec<_> =
        paragraphs.map(escaped).filter(|line| !line.is_empty()).map(|line| format!("> {line}")).collect();
    lines.join("\n>\n")
}

/// A text as a run of plain words on one line.
fn escaped(text: &str) -> String {
    let text = closed(&one_line(text));
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = String::new();
    for (at, c) in text.char_indices() {
        let markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '#' | '^');
        // What begins a block only does so at the beginning: a list, a rule, a heading's underline, a number.
        let opens = matches!(c, '+' | '-' | '=' | ':') && at == 0;
        let numbers = matches!(c, '.' | ')') && at > 0 && text[..at].bytes().all(|b| b.is_ascii_digit());
        // GitHub makes links of these even without brackets.
        let links =
            c == ':' && text[at..].starts_with("://") || c == '.' && before.to_ascii_lowercase().ends_with("www");
        let links = links || c == '@' || c == ':' && matches!(&*before.to_ascii_lowercase(), "mailto" | "xmpp");
        // An exclamation mark before a bracket needs no care: the bracket is escaped.
        if markup || opens || numbers || links {
            out.push('\\');
        }
        out.push(c);
        if c == ' ' { before.clear() } else { before.push(c) }
    }
    out
}

/// An address that is its own link, so that those who read the source can copy it.
fn automatic(address: &str) -> String {
    // Without a scheme it would be read as an element.
    if address.starts_with("https://") || address.starts_with("http://") {
        format!("<{}>", unbroken(address))
    } else {
        escaped(address)
    }
}

/// An address between the angle brackets of a link.
fn target(address: &str) -> String {
    unbroken(address).replace('&', "&amp;")
}

/// An address without what would end it, or escape what follows.
fn unbroken(address: &str) -> String {
    let kept = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>();
    kept.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    #[test]
    fn only_what_would_be_markup_is_escaped() {
        assert_eq!(escaped("C5 + 1, 11-16 December 2021. 3.5 %: yes!"), "C5 + 1, 11-16 December 2021. 3.5 %: yes!");
        assert_eq!(escaped("1. one\n# two"), "1\\. one \\# two");
        assert_eq!(escaped("- a"), "\\- a");
        assert_eq!(escaped("see https://a.b or www.a.b"), "see https\\://a.b or www\\.a.b");
        assert_eq!(escaped("[x](javascript:y) <b>|`*_"), "\\[x\\](javascript:y) \\<b\\>\\|\\`\\*\\_");
    }

    fn read(markdown: &str) -> String {
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
            prop_assert_eq!(read(&escaped(&text)), closed(&one_line(&text)));
        }
    }
}
