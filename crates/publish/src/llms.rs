//! `llms.txt`: what the site has for programs that read text, in the form of <https://llmstxt.org>: a heading, a
//! summary as a quotation, a paragraph, and sections of links. Addresses are absolute where that of the site is known,
//! and otherwise relative to the file.

use std::fmt::Write;

use corpus::DocumentId;
use query::source::text_file;
use query::words;

use crate::context::Context;
use crate::{data_file, feed, links};

/// The file, relative to the top.
pub const FILE: &str = "llms.txt";

/// The most documents that are listed one by one: a program reads the whole file.
const MOST_DOCUMENTS: usize = 200;

/// An entry: name, file and what it is.
type Entry = (&'static str, &'static str, &'static str);

const DATA: [Entry; 3] = [
    ("Statements as JSON", data_file::FILE, "every statement with its words, offsets, actors, topics and relations"),
    ("Schema of the JSON", data_file::SCHEMA, "what each member means"),
    ("Feed", feed::FILE, "the newest statements, in Atom"),
];

const PAGES: [Entry; 6] = [
    ("Start page", "index.html", "statements by time; with JavaScript also filters, search and comparison"),
    ("About the briefing", links::ABOUT, "sources, method, licence"),
    ("Actors", links::ACTORS, "everybody who speaks or is spoken of, each with a page"),
    ("Statements", links::STATEMENTS, "all of them in order of time"),
    ("Documents", links::DOCUMENTS, "all of them, each with a page"),
    ("Texts", "seeds/index.html", "the documents as plain text"),
];

/// The text of the file.
pub fn llms(context: &Context) -> String {
    let data = context.data;
    let counts = [
        words::count(data.statements.len(), "statement"),
        words::count(data.documents.len(), "document"),
        words::count(data.actors.len(), "actor"),
        words::count(data.topics.len(), "topic"),
    ];
    let mut text = format!(
        "# {title}\n\n> {standfirst}\n\n{counts}. Each statement says who said or did what, through whom, in the words of \
         its document, which were looked up there. That a statement is given says that the document gives it, not that \
         it is true. Annotated by {editor}; licence of the annotation: {licence}. The texts belong to their publishers. \
         Edition {edition}.\n\n## Data\n\n",
        title = escaped(data.title),
        standfirst = escaped(data.standfirst),
        counts = words::list(&counts),
        editor = escaped(data.editor),
        licence = escaped(data.licence),
        edition = data.digest,
    );
    section(context, &DATA, &mut text);
    text.push_str("\n## Pages\n\n");
    let pages = PAGES.into_iter().filter(|(_, file, _)| match *file {
        links::STATEMENTS => context.has_list(),
        links::DOCUMENTS => data.documents.len() > 1,
        _ => true,
    });
    section(context, &pages.collect::<Vec<_>>(), &mut text);
    text.push_str("\n## Documents\n\n");
    links::document_ids(data).take(MOST_DOCUMENTS).for_each(|id| document(context, id, &mut text));
    let more = data.documents.len().saturating_sub(MOST_DOCUMENTS);
    if more > 0 {
        // Writing to a string does not fail.
        let _ = writeln!(text, "- [{more} more]({})", context.address_of(links::DOCUMENTS));
    }
    text
}

/// Appends the entries of a section.
fn section(context: &Context, entries: &[Entry], text: &mut String) {
    for (name, file, note) in entries {
        let _ = writeln!(text, "- [{name}]({}): {note}", context.address_of(file));
    }
}

/// Appends the entry of a document.
fn document(context: &Context, id: DocumentId, text: &mut String) {
    let data = context.data;
    let own = data.document(id);
    let outlet = own.outlet.map(|outlet| escaped(data.actor(outlet).name));
    let count = words::count(data.statements_of(id).len(), "statement");
    let plain = format!("[plain text]({})", context.address_of(&text_file(own.file)));
    let known = [outlet, own.published.map(words::date), Some(count), Some(plain)];
    let known: Vec<String> = known.into_iter().flatten().collect();
    let page = context.address_of(&links::document(data, id));
    let _ = writeln!(text, "- [{}]({page}): {}", escaped(own.title), known.join(", "));
}

/// A text on one line, with a backslash before what is markup in Markdown (`CommonMark` 0.31.2).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{context, folder, many, seeds};

    #[test]
    fn the_file_has_the_parts_of_the_convention_in_their_order() {
        for data in [seeds(), many(), folder("tests/hostile"), folder("examples/aldport")] {
            let text = llms(&context(data));
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines[0].starts_with("# ") && lines[2].starts_with("> "), "{text}");
            let sections: Vec<&str> = lines.iter().copied().filter(|line| line.starts_with("## ")).collect();
            assert_eq!(sections, ["## Data", "## Pages", "## Documents"], "{text}");
            let entries = lines.iter().skip_while(|line| !line.starts_with("## "));
            for entry in entries.filter(|line| !line.is_empty() && !line.starts_with("## ")) {
                assert!(entry.starts_with("- [") && entry.contains("]("), "{entry}");
            }
            assert!(lines.len() < 40 + MOST_DOCUMENTS);
        }
    }

    #[test]
    fn documents_lead_to_their_pages_and_texts() {
        let text = llms(&context(seeds()));
        assert!(
            text.contains(
                "- [Central Asia between the US and Russia](d/central-asia-us-russia.html): 18 December 2021, "
            ),
            "{text}"
        );
        assert!(text.contains("[plain text](seeds/000_0d3004281b1ae425.txt)"), "{text}");
        let url = Some("https://example.org/b/".to_owned());
        let text = llms(&Context { url, ..context(seeds()) });
        assert!(text.contains("(https://example.org/b/data/briefing.json)"), "{text}");
    }

    #[test]
    fn a_title_is_no_markup() {
        assert_eq!(escaped("a\n# [b](c)  <d>"), "a \\# \\[b\\](c) \\<d\\>");
    }
}
