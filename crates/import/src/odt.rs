//! `OpenDocument` text (ISO/IEC 26300-1) to a draft: paragraphs, headings, lists, tables and footnotes.
//!
//! Tracked changes are taken as they are: insertions in the text, deletions left out. Comments, indexes, headers and
//! footers are left out, and noted with their words.

use crate::document::{BlockKind, Draft, Found};
use crate::error::ImportError;
use crate::flow::Flow;
use crate::package::Package;
use crate::properties;
use crate::xml::{Element, Xml, XmlReader};

/// The noun for a document in messages.
const NOUN: &str = "OpenDocument text (odt)";

/// Reads a document.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Draft, ImportError> {
    if let Some(manifest) = package.read("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(ImportError::PasswordProtected(NOUN));
    }
    let Some(content) = package.read("content.xml")? else {
        return Err(ImportError::Damaged { noun: NOUN, reason: "content.xml is missing".to_owned() });
    };
    let mut draft = body(&content)?;
    if let Some(styles) = package.read("styles.xml")? {
        read_styles(&styles, &mut draft)?;
    }
    if let Some(meta) = package.read("meta.xml")? {
        properties::read(&meta, NOUN, &mut draft)?;
    }
    Ok(draft)
}

/// Whether an element is displayed as text where its words are all that is wanted.
fn is_text(name: &str) -> bool {
    matches!(name, "p" | "h")
}

/// The headers and footers of pages, and the language of the default style.
fn read_styles(xml: &str, draft: &mut Draft) -> Result<(), ImportError> {
    let mut reader = XmlReader::new(xml, NOUN);
    let mut in_default = false;
    let mut seen = Vec::new();
    while let Some(part) = reader.next()? {
        match part {
            Xml::Start(element) => match &*element.name {
                "default-style" => in_default = element.attribute("family").as_deref() == Some("paragraph"),
                "text-properties" if in_default => {
                    let language = element.attribute("language").filter(|language| language != "none");
                    let country = element.attribute("country").filter(|country| country != "none");
                    let tag = language.map(|language| match country {
                        Some(country) => format!("{language}-{country}"),
                        None => language,
                    });
                    let found = tag.and_then(|tag| Found::some(&tag, "the document’s settings"));
                    draft.metadata.language = draft.metadata.language.take().or(found);
                }
                "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first" => {
                    let message =
                        if element.name.starts_with('h') { "the header of pages" } else { "the footer of pages" };
                    let words = reader.text_within(is_text, is_text)?;
                    if !words.is_empty() && !seen.contains(&words) {
                        draft.leave_out(message, &words);
                        seen.push(words);
                    }
                }
                _ => {}
            },
            Xml::End(name) => in_default &= name != "default-style",
            Xml::Text(_) => {}
        }
    }
    Ok(())
}

/// A list that is open: how many entries it has, and whether the first paragraph of an entry is still to come.
#[derive(Debug, Default)]
struct List {
    is_numbered: bool,
    entries: u64,
    is_entry_begun: bool,
}

/// The reader of the content.
#[derive(Default)]
struct Body {
    flow: Flow,
    /// Open paragraphs; those inside others are in text boxes.
    paragraphs: Vec<(BlockKind, String)>,
    /// The names of styles that are based on that of titles.
    titles: Vec<String>,
    lists: Vec<List>,
    /// The names of list styles whose first level is numbered.
    numbered: Vec<String>,
    list_style: String,
    pictures: usize,
    deletions: Vec<String>,
}

fn body(xml: &str) -> Result<Draft, ImportError> {
    let mut body = Body::default();
    let mut reader = XmlReader::new(xml, NOUN);
    while let Some(part) = reader.next()? {
        match part {
            Xml::Start(element) => body.start(&element, &mut reader)?,
            Xml::End(name) => body.end(&name),
            Xml::Text(words) => body.text(&words),
        }
    }
    let mut draft = body.flow.finish();
    for words in body.deletions.iter().filter(|words| !words.is_empty()) {
        draft.leave_out("a tracked deletion", words);
    }
    draft.leave_out_count(body.pictures, "picture", "pictures");
    Ok(draft)
}

impl Body {
    fn start(&mut self, element: &Element<'_>, reader: &mut XmlReader<'_>) -> Result<(), ImportError> {
        match &*element.name {
            "list-style" => self.list_style = element.attribute("name").unwrap_or_default(),
            "list-level-style-number" if element.attribute("level").as_deref() == Some("1") => {
                self.numbered.push(self.list_style.clone());
            }
            "style" if element.attribute("parent-style-name").as_deref() == Some("Title") => {
                self.titles.extend(element.attribute("name"));
            }
            "p" | "h" => {
                let style = element.attribute("style-name").unwrap_or_default();
                let kind = match &*element.name {
                    "h" => BlockKind::Heading,
                    _ if style == "Title" || self.titles.contains(&style) => BlockKind::Title,
                    _ => BlockKind::Paragraph,
                };
                self.paragraphs.push((kind, String::new()));
            }
            "s" | "tab" => self.put(" "),
            "line-break" => self.put("\n"),
            "list" => {
                let style = element.attribute("style-name");
                let inherited = self.lists.last().is_some_and(|list| list.is_numbered);
                let is_numbered = style.map_or(inherited, |style| self.numbered.contains(&style));
                self.lists.push(List { is_numbered, ..List::default() });
            }
            "list-item" => {
                if let Some(list) = self.lists.last_mut() {
                    list.entries += 1;
                    list.is_entry_begun = true;
                }
            }
            "note-body" => {
                let words = reader.text_within(is_text, is_text)?;
                self.flow.footnote(&words);
            }
            "annotation" => {
                let words = reader.text_within(is_text, is_text)?;
                self.flow.draft.leave_out("a comment", &words);
            }
            "deletion" => {
                let words = reader.text_within(is_text, is_text)?;
                self.deletions.push(words);
            }
            "table-of-content" | "alphabetical-index" | "illustration-index" | "table-index" | "bibliography" => {
                let words = reader.text_within(is_text, is_text)?;
                if !words.is_empty() {
                    self.flow.draft.leave_out("an index", &words);
                }
            }
            "image" => {
                self.pictures += 1;
                reader.skip()?;
            }
            // Numbers of notes, readings above words, what is no text.
            "note-citation" | "ruby-text" | "object" | "object-ole" | "script" | "change-info" => reader.skip()?,
            "table" => self.flow.start_table(),
            "table-row" => self.flow.start_row(),
            "table-cell" => self.flow.start_cell(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "list" => drop(self.lists.pop()),
            "table" => self.flow.end_table(),
            _ => {}
        }
    }

    /// Adds text, in which white space is collapsed (ISO/IEC 26300-1, 6.1.2).
    fn text(&mut self, words: &str) {
        let Some((_, text)) = self.paragraphs.last_mut() else { return };
        for c in words.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r') {
                text.push(c);
            } else if !text.is_empty() && !text.ends_with([' ', '\n']) {
                text.push(' ');
            }
        }
    }

    fn put(&mut self, words: &str) {
        if let Some((_, text)) = self.paragraphs.last_mut() {
            text.push_str(words);
        }
    }

    fn end_paragraph(&mut self) {
        let Some((kind, mut text)) = self.paragraphs.pop() else { return };
        if text.trim().is_empty() {
            return;
        }
        if let Some(list) = self.lists.last_mut()
            && std::mem::take(&mut list.is_entry_begun)
            && kind == BlockKind::Paragraph
        {
            let number = list.is_numbered.then_some(list.entries);
            text.insert_str(0, &self.flow.entry_marker(number));
        }
        self.flow.push(kind, &text);
    }
}
