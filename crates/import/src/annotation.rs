//! The annotation of an imported document: its head filled in, what became of the rest of the file, and what an editor
//! has to do, as comments.

use std::fmt::Write as _;

use corpus::Date;

use crate::clean::one_line;
use crate::document::{Block, BlockKind, Document, Found, NoteKind};
use crate::name::document_name;

/// The most characters of words that a comment quotes.
const MAX_QUOTED: usize = 400;

/// What an annotation says that is not in the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The name of the file that the document came from.
    pub file: &'a str,
    /// The id of the outlet, if it is in the registry of actors.
    pub outlet: Option<&'a str>,
}

/// The annotation of a document, in TOML. It compiles as it is.
pub fn annotation(document: &Document, context: &Context<'_>) -> String {
    let mut toml = String::new();
    // Writing to a `String` is infallible.
    let _ = write_head(&mut toml, document, context);
    let _ = write_notes(&mut toml, document);
    let _ = write_example(&mut toml);
    toml
}

fn write_head(toml: &mut String, document: &Document, context: &Context<'_>) -> std::fmt::Result {
    let metadata = &document.metadata;
    write!(toml, "# From {}, {}", comment(context.file), document.format.noun())?;
    if let Some(encoding) = &document.encoding {
        write!(toml, " in {} ({})", encoding.name, encoding.source.describe())?;
    }
    writeln!(toml, ". Compare the text with the original, and check each line here.")?;
    writeln!(toml)?;
    line(toml, "title", metadata.title.as_ref())?;
    match (&metadata.published, &metadata.other_date) {
        (Some(published), _) => line(toml, "published", Some(published))?,
        (None, Some(date)) => {
            writeln!(toml, "# published = {}  # only {}", string(&date.value), comment(&date.origin))?;
        }
        (None, None) => writeln!(toml, "# published = \"2021-12-18\"  # no date of publication was found")?,
    }
    match (context.outlet, &metadata.outlet) {
        (Some(id), Some(name)) => {
            writeln!(toml, "outlet = {}  # “{}”, from {}", string(id), comment(&name.value), comment(&name.origin))?;
        }
        (Some(id), None) => writeln!(toml, "outlet = {}", string(id))?,
        (None, Some(name)) => {
            let id = document_name(&name.value, "");
            writeln!(
                toml,
                "# outlet = {}  # from {}; first put it into actors.toml:",
                string(&id),
                comment(&name.origin)
            )?;
            writeln!(toml, "#     [[actor]]")?;
            writeln!(toml, "#     id = {}", string(&id))?;
            writeln!(toml, "#     name = {}", string(&one_line(&name.value)))?;
            writeln!(toml, "#     kind = \"outlet\"")?;
            writeln!(toml, "#     role = \"…\"")?;
        }
        (None, None) => writeln!(toml, "# outlet = \"…\"  # an actor; none was found")?,
    }
    if let Some(author) = &metadata.author {
        writeln!(toml, "# Author: {}, from {}", comment(&author.value), comment(&author.origin))?;
    }
    match &metadata.url {
        Some(url) => line(toml, "url", Some(url))?,
        None => writeln!(toml, "# url = \"https://…\"  # no address was found")?,
    }
    write_retrieved(toml, document)?;
    line(toml, "language", metadata.language.as_ref())?;
    write_headings(toml, &document.blocks)
}

/// The date of retrieval; a comment where it is before that of publication, which no annotation may say.
fn write_retrieved(toml: &mut String, document: &Document) -> std::fmt::Result {
    let Some(retrieved) = &document.metadata.retrieved else { return Ok(()) };
    let dates = (retrieved.value.parse::<Date>(), document.metadata.published.as_ref().map(|date| date.value.parse()));
    match dates {
        (Ok(own), Some(Ok(published))) if own.is_before(published) => {
            let (date, origin) = (string(&retrieved.value), comment(&retrieved.origin));
            writeln!(toml, "# retrieved = {date}  # from {origin}, but before the date of publication")
        }
        _ => line(toml, "retrieved", Some(retrieved)),
    }
}

/// A key with its value, and where that was found.
fn line(toml: &mut String, key: &str, found: Option<&Found>) -> std::fmt::Result {
    match found {
        Some(Found { value, origin }) => writeln!(toml, "{key} = {}  # from {}", string(value), comment(origin)),
        None => Ok(()),
    }
}

/// The headings. One that another block repeats is told from it by what follows it.
fn write_headings(toml: &mut String, blocks: &[Block]) -> std::fmt::Result {
    let is_heading = |block: &Block| block.kind == BlockKind::Heading;
    if !blocks.iter().any(is_heading) {
        return Ok(());
    }
    let mut counts = std::collections::HashMap::new();
    for block in blocks {
        *counts.entry(&*block.text).or_insert(0_usize) += 1;
    }
    let mut written = std::collections::HashSet::new();
    let mut ambiguous = Vec::new();
    writeln!(toml, "headings = [")?;
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| is_heading(block)) {
        if counts[&*block.text] == 1 {
            writeln!(toml, "  {},", string(&block.text))?;
            continue;
        }
        let suffix = blocks.get(index + 1).map(|next| format!("\n\n{}", next.text));
        let is_new = suffix.as_ref().is_some_and(|suffix| written.insert((&*block.text, suffix.clone())));
        // What follows one heading must not begin what follows another with the same words.
        let is_told = suffix.as_ref().is_some_and(|suffix| {
            let others = blocks.windows(2).filter(|pair| pair[0].text == block.text);
            others.filter(|pair| format!("\n\n{}", pair[1].text).starts_with(&**suffix)).count() == 1
        });
        match suffix.filter(|_| is_new && is_told) {
            Some(suffix) => writeln!(toml, "  {{ exact = {}, suffix = {} }},", string(&block.text), string(&suffix))?,
            None => ambiguous.push(&block.text),
        }
    }
    writeln!(toml, "]")?;
    for heading in ambiguous {
        writeln!(toml, "# A heading that cannot be told from another: “{}”", comment(heading))?;
    }
    Ok(())
}

fn write_notes(toml: &mut String, document: &Document) -> std::fmt::Result {
    for (kind, title) in [
        (NoteKind::Doubt, "To look at:"),
        (NoteKind::Changed, "Changed, beside the file:"),
        (NoteKind::LeftOut, "Left out of the text:"),
    ] {
        let mut notes = document.notes.iter().filter(|note| note.kind == kind).peekable();
        if notes.peek().is_some() {
            writeln!(toml, "\n# {title}")?;
        }
        for note in notes {
            match &*note.words {
                "" => writeln!(toml, "# - {}", comment(&note.message))?,
                words => writeln!(toml, "# - {}: “{}”", comment(&note.message), shortened(&comment(words)))?,
            }
        }
    }
    Ok(())
}

/// The keys of a statement, to be filled in.
fn write_example(toml: &mut String) -> std::fmt::Result {
    writeln!(
        toml,
        "
# Statements: who says or does what, in the words of the text. Remove the # and fill in; `briefing new DIR` makes an
# example, which explains what is written here.
# [[statement]]
# id = \"…\"                # lower-case letters, digits and hyphens; part of links
# form = \"indirect\"       # direct, indirect, mixed, act or narration
# speaker = [\"…\"]         # ids from actors.toml
# cue = \"…\"               # the words that attribute it, letter for letter
# content = \"…\"           # what is said, letter for letter
# topics = [\"…\"]          # ids from topics.toml"
    )
}

/// A text in a comment: one line, without controls.
fn comment(text: &str) -> String {
    one_line(text)
}

/// A text of at most so many characters as a comment quotes, with the number of its words where it is cut.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_QUOTED) {
        None => text.to_owned(),
        Some((end, _)) => {
            let words = text.split_whitespace().count();
            format!("{} … ({words} words)", text[..end].trim_end())
        }
    }
}

/// A string of TOML, on one line.
fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            // Invisible characters that a reader of the annotation should see.
            _ if c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}') =>
            {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
