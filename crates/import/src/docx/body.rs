//! The main part of a Word document to a draft.

use std::collections::HashMap;

use super::elements::{NOUN, is_break, is_text};
use super::styles::{Numbering, Role, Styles};
use crate::document::{BlockKind, Draft, counted};
use crate::error::ImportError;
use crate::flow::Flow;
use crate::xml::{Element, Xml, XmlReader};

/// A paragraph under construction.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: String,
    list: Option<(String, usize)>,
    has_outline_level: bool,
    /// Whether its end is deleted, so that the next paragraph continues it.
    is_joined: bool,
    /// The blocks of text boxes that are anchored in it.
    boxes: Vec<String>,
}

/// What the text of a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Run {
    #[default]
    Shown,
    Hidden,
}

/// The reader of the main part.
struct Body<'s> {
    styles: &'s Styles,
    numbering: &'s Numbering,
    footnotes: &'s HashMap<String, String>,
    endnotes: &'s HashMap<String, String>,
    flow: Flow,
    /// Open paragraphs; those inside others are in text boxes.
    paragraphs: Vec<Paragraph>,
    /// The beginning of the next paragraph, from one whose end is deleted.
    carried: String,
    /// Whether the properties of a paragraph are read.
    in_properties: bool,
    run: Run,
    in_text: bool,
    in_deleted_text: bool,
    /// The number of open tracked deletions.
    deletions: usize,
    deleted: Vec<String>,
    hidden: String,
    contents: Vec<String>,
    counters: HashMap<(String, usize), u64>,
    insertions: usize,
    pictures: usize,
    formulas: usize,
    symbols: usize,
    readings: usize,
    text_boxes: usize,
}

/// Reads the main part.
pub(super) fn read(
    xml: &str,
    styles: &Styles,
    numbering: &Numbering,
    footnotes: &HashMap<String, String>,
    endnotes: &HashMap<String, String>,
) -> Result<Draft, ImportError> {
    let mut body = Body {
        styles,
        numbering,
        footnotes,
        endnotes,
        flow: Flow::default(),
        paragraphs: Vec::new(),
        carried: String::new(),
        in_properties: false,
        run: Run::Shown,
        in_text: false,
        in_deleted_text: false,
        deletions: 0,
        deleted: Vec::new(),
        hidden: String::new(),
        contents: Vec::new(),
        counters: HashMap::new(),
        insertions: 0,
        pictures: 0,
        formulas: 0,
        symbols: 0,
        readings: 0,
        text_boxes: 0,
    };
    let mut reader = XmlReader::new(xml, NOUN);
    while let Some(part) = reader.next()? {
        match part {
            Xml::Start(element) => body.start(&element, &mut reader)?,
            Xml::End(name) => body.end(&name),
            Xml::Text(words) => body.text(&words),
        }
    }
    Ok(body.finish())
}

impl Body<'_> {
    fn start(&mut self, element: &Element<'_>, reader: &mut XmlReader<'_>) -> Result<(), ImportError> {
        let value = || element.attribute("val").unwrap_or_default();
        match &*element.name {
            "p" => self.paragraphs.push(Paragraph { text: std::mem::take(&mut self.carried), ..Paragraph::default() }),
            "pPr" => self.in_properties = true,
            // What a paragraph was before its formatting was changed; a copy for older programs; page layout.
            "Fallback" | "sectPr" => reader.skip()?,
            name if name.ends_with("PrChange") => reader.skip()?,
            "del" | "moveFrom" if self.in_properties => self.with_paragraph(|paragraph| paragraph.is_joined = true),
            "ins" | "moveTo" if self.in_properties => {}
            "del" | "moveFrom" => {
                self.deletions += 1;
                self.deleted.push(String::new());
            }
            "ins" | "moveTo" => self.insertions += 1,
            "pStyle" => self.with_paragraph(|paragraph| paragraph.style = value()),
            "outlineLvl" if self.in_properties => self.with_paragraph(|paragraph| {
                paragraph.has_outline_level = value().parse().is_ok_and(|level: u8| level < 9);
            }),
            "ilvl" => self.with_paragraph(|paragraph| {
                paragraph.list.get_or_insert_default().1 = value().parse().unwrap_or(0);
            }),
            "numId" => self.with_paragraph(|paragraph| paragraph.list.get_or_insert_default().0 = value()),
            "r" => self.run = Run::Shown,
            "vanish" if !self.in_properties && element.is_on() => self.run = Run::Hidden,
            "t" => self.in_text = true,
            "delText" => self.in_deleted_text = true,
            "tab" | "ptab" if !self.in_properties => self.put(" "),
            "br" | "cr" if !self.in_properties => self.put("\n"),
            "noBreakHyphen" => self.put("\u{2011}"),
            "sym" => self.symbols += 1,
            "footnoteReference" => self.note(self.footnotes, element),
            "endnoteReference" => self.note(self.endnotes, element),
            "blip" | "imagedata" => self.pictures += 1,
            "oMath" => {
                self.formulas += 1;
                let words = reader.text_within(is_text, |_| false)?;
                self.put(&words);
            }
            "rt" => {
                self.readings += 1;
                reader.skip()?;
            }
            "txbxContent" => self.text_boxes += 1,
            "docPartGallery" if value().starts_with("Table of Contents") => self.contents.push(String::new()),
            "sdtContent" if self.contents.last().is_some_and(String::is_empty) => {
                let words = reader.text_within(is_text, is_break)?;
                if let Some(contents) = self.contents.last_mut() {
                    contents.push_str(&words);
                    contents.push(' ');
                }
            }
            "tbl" => self.flow.start_table(),
            "tr" => self.flow.start_row(),
            "tc" => self.flow.start_cell(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_properties = false,
            "t" => self.in_text = false,
            "delText" => self.in_deleted_text = false,
            "del" | "moveFrom" if !self.in_properties => self.deletions = self.deletions.saturating_sub(1),
            "tbl" => self.flow.end_table(),
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.in_text || self.in_deleted_text {
            // A line end in the file is white space, those of the text are elements.
            self.put(&words.replace(['\r', '\n'], " "));
        }
    }

    /// Adds words to where they belong: the paragraph, what is deleted, or what is hidden.
    fn put(&mut self, words: &str) {
        if self.deletions > 0 || self.in_deleted_text {
            match self.deleted.last_mut() {
                Some(deleted) => deleted.push_str(words),
                None => self.deleted.push(words.to_owned()),
            }
        } else if self.run == Run::Hidden {
            self.hidden.push_str(words);
        } else if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(words);
        }
    }

    fn with_paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.in_properties) {
            change(paragraph);
        }
    }

    fn note(&mut self, notes: &HashMap<String, String>, element: &Element<'_>) {
        if let Some(words) = element.attribute("id").and_then(|id| notes.get(&id)).filter(|_| self.deletions == 0) {
            self.flow.footnote(words);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.is_joined {
            self.carried = paragraph.text;
            return;
        }
        let role = match self.styles.role(&paragraph.style) {
            Role::Body if paragraph.has_outline_level => Role::Heading,
            role => role,
        };
        if role == Role::Contents {
            self.contents.push(format!("{} ", paragraph.text));
            return;
        }
        let kind = match role {
            Role::Title => BlockKind::Title,
            Role::Heading => BlockKind::Heading,
            Role::Body | Role::Contents => BlockKind::Paragraph,
        };
        let mut text = paragraph.text;
        if kind == BlockKind::Paragraph
            && !text.trim().is_empty()
            && let Some(marker) = self.marker(paragraph.list, &paragraph.style)
        {
            text.insert_str(0, &marker);
        }
        if let Some(outer) = self.paragraphs.last_mut() {
            outer.boxes.push(text);
            return;
        }
        self.flow.push(kind, &text);
        for text in paragraph.boxes {
            self.flow.push(BlockKind::Paragraph, &text);
        }
    }

    /// What a list writes before a paragraph.
    fn marker(&mut self, list: Option<(String, usize)>, style: &str) -> Option<String> {
        let (list, level) = list.filter(|(list, _)| !list.is_empty()).or_else(|| self.styles.list(style))?;
        if !self.numbering.is_numbered(&list, level)? {
            return Some(self.flow.entry_marker(None));
        }
        self.counters.retain(|(other, deeper), _| *other != list || *deeper <= level);
        let counter = self.counters.entry((list, level)).or_default();
        *counter += 1;
        let number = *counter;
        Some(self.flow.entry_marker(Some(number)))
    }

    fn finish(self) -> Draft {
        let mut draft = self.flow.finish();
        let contents = self.contents.concat();
        if !contents.trim().is_empty() {
            draft.leave_out("the table of contents", &contents);
        }
        for words in self.deleted.iter().filter(|words| !words.trim().is_empty()) {
            draft.leave_out("a tracked deletion", words);
        }
        if !self.hidden.trim().is_empty() {
            draft.leave_out("hidden text", &self.hidden);
        }
        draft.leave_out_count(self.pictures, "picture", "pictures");
        draft.leave_out_count(self.symbols, "symbol of a font of symbols", "symbols of fonts of symbols");
        draft.leave_out_count(self.readings, "reading above a word (ruby)", "readings above words (ruby)");
        if let Some(count) = counted(self.insertions, "tracked insertion is", "tracked insertions are") {
            draft.change(format!("{count} taken as accepted"));
        }
        if let Some(count) = counted(self.formulas, "formula", "formulas") {
            draft.change(format!("{count} became a line of their letters"));
        }
        if let Some(count) = counted(self.text_boxes, "text box stands", "text boxes stand") {
            draft.change(format!("{count} after the paragraph where it is anchored"));
        }
        draft
    }
}
