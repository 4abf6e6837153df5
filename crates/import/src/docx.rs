//! Word documents (Office Open XML, ISO/IEC 29500-1) to a draft: paragraphs, headings, lists, tables and footnotes.
//!
//! Tracked insertions are taken as they are. Tracked deletions, hidden text, comments, tables of contents, headers and
//! footers are left out, and noted with their words.

mod body;
mod elements;
mod styles;

use crate::document::{Draft, Found};
use crate::error::ImportError;
use crate::package::Package;
use crate::properties;
use crate::xml::{Xml, XmlReader};
use elements::{NOUN, is_break, is_text};
use styles::{Numbering, Styles};

/// Reads a document, of which `main` is the path of the main part.
pub(crate) fn read(package: &mut Package<'_>, main: &str) -> Result<Draft, ImportError> {
    let Some(document) = package.read(main)? else {
        return Err(ImportError::Damaged { noun: NOUN, reason: format!("{main} is missing") });
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let part = |name: &str| format!("{folder}/{name}");
    let styles = Styles::read(&package.read(&part("styles.xml"))?.unwrap_or_default())?;
    let numbering = Numbering::read(&package.read(&part("numbering.xml"))?.unwrap_or_default())?;
    let footnotes =
        notes(&package.read(&part("footnotes.xml"))?.unwrap_or_default(), "footnote")?.into_iter().collect();
    let endnotes = notes(&package.read(&part("endnotes.xml"))?.unwrap_or_default(), "endnote")?.into_iter().collect();
    let mut draft = body::read(&document, &styles, &numbering, &footnotes, &endnotes)?;
    draft.metadata.language = styles.language.as_deref().and_then(|tag| Found::some(tag, "the document’s settings"));
    if let Some(comments) = package.read(&part("comments.xml"))? {
        for (_, words) in notes(&comments, "comment")? {
            draft.leave_out("a comment", &words);
        }
    }
    for (prefix, message) in [("header", "the header of pages"), ("footer", "the footer of pages")] {
        let start = part(prefix);
        let mut seen = Vec::new();
        for name in package.names(|name| {
            name.strip_prefix(&*start).is_some_and(|rest| rest.strip_suffix(".xml").is_some_and(is_number))
        }) {
            let words = running_text(&package.read(&name)?.unwrap_or_default())?;
            if !words.is_empty() && !seen.contains(&words) {
                draft.leave_out(message, &words);
                seen.push(words);
            }
        }
    }
    if let Some(core) = package.read("docProps/core.xml")? {
        properties::read(&core, NOUN, &mut draft)?;
    }
    Ok(draft)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// The ids and words of footnotes, endnotes or comments. Separators have types and no words.
fn notes(xml: &str, element: &str) -> Result<Vec<(String, String)>, ImportError> {
    let mut notes = Vec::new();
    let mut reader = XmlReader::new(xml, NOUN);
    while let Some(part) = reader.next()? {
        if let Xml::Start(start) = part
            && start.name == element
        {
            let id = start.attribute("id").unwrap_or_default();
            let words = reader.text_within(is_text, is_break)?;
            if !words.is_empty() {
                notes.push((id, words));
            }
        }
    }
    Ok(notes)
}

/// The words of a header or footer.
fn running_text(xml: &str) -> Result<String, ImportError> {
    let mut reader = XmlReader::new(xml, NOUN);
    while let Some(part) = reader.next()? {
        if let Xml::Start(_) = part {
            return reader.text_within(is_text, is_break);
        }
    }
    Ok(String::new())
}
