//! Styles and lists of Word documents: what a paragraph is by its style, and what its list writes before it.

use std::collections::HashMap;

use super::elements::NOUN;
use crate::error::ImportError;
use crate::xml::{Xml, XmlReader};

/// How far a style is followed to those it is based on.
const MAX_INHERITANCE: usize = 16;

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading,
    /// A line of a table of contents.
    Contents,
    Body,
}

/// The styles of a document (ISO/IEC 29500-1, 17.7).
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The language of text whose runs name no other, a BCP 47 tag.
    pub language: Option<String>,
}

/// A style of paragraphs.
#[derive(Debug, Default)]
struct Style {
    /// The name in English, whatever the language of the program.
    name: String,
    based_on: Option<String>,
    has_outline_level: bool,
    list: Option<(String, usize)>,
}

impl Styles {
    pub fn read(xml: &str) -> Result<Self, ImportError> {
        let mut styles = Styles::default();
        let mut reader = XmlReader::new(xml, NOUN);
        let mut id = String::new();
        let mut is_default = false;
        while let Some(part) = reader.next()? {
            let element = match part {
                Xml::Start(element) => element,
                Xml::End(name) => {
                    is_default &= name != "docDefaults";
                    continue;
                }
                Xml::Text(_) => continue,
            };
            let value = || element.attribute("val").unwrap_or_default();
            match &*element.name {
                "docDefaults" => is_default = true,
                "lang" if is_default => styles.language = element.attribute("val"),
                "style" => {
                    id = element.attribute("styleId").unwrap_or_default();
                    styles.styles.insert(id.clone(), Style::default());
                }
                name => {
                    if let Some(style) = styles.styles.get_mut(&id) {
                        match name {
                            "name" => style.name = value().to_lowercase(),
                            "basedOn" => style.based_on = Some(value()),
                            "outlineLvl" => style.has_outline_level = value().parse().is_ok_and(|level: u8| level < 9),
                            "numId" => style.list = Some((value(), 0)),
                            _ => {}
                        }
                    }
                }
            }
        }
        Ok(styles)
    }

    /// The style and those it is based on, the nearest first.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let mut next = self.styles.get(id);
        std::iter::from_fn(move || {
            let style = next?;
            next = style.based_on.as_ref().and_then(|id| self.styles.get(id));
            Some(style)
        })
        .take(MAX_INHERITANCE)
    }

    /// What a paragraph with a style is.
    pub fn role(&self, id: &str) -> Role {
        for style in self.chain(id) {
            if style.name == "title" {
                return Role::Title;
            }
            if style.name.starts_with("toc ") {
                return Role::Contents;
            }
            if style.name.starts_with("heading ") || style.has_outline_level {
                return Role::Heading;
            }
        }
        Role::Body
    }

    /// The list, and the level in it, of paragraphs with a style.
    pub fn list(&self, id: &str) -> Option<(String, usize)> {
        self.chain(id).find_map(|style| style.list.clone())
    }
}

/// The lists of a document (ISO/IEC 29500-1, 17.9), and how far each is counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The formats of the levels of each abstract list.
    formats: HashMap<String, HashMap<usize, String>>,
    /// The abstract list of each list.
    lists: HashMap<String, String>,
}

impl Numbering {
    pub fn read(xml: &str) -> Result<Self, ImportError> {
        let mut numbering = Numbering::default();
        let mut reader = XmlReader::new(xml, NOUN);
        let (mut definition, mut list, mut level) = (String::new(), String::new(), 0);
        while let Some(part) = reader.next()? {
            let Xml::Start(element) = part else { continue };
            match &*element.name {
                "abstractNum" => definition = element.attribute("abstractNumId").unwrap_or_default(),
                "lvl" => level = element.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
                "numFmt" => {
                    let format = element.attribute("val").unwrap_or_default();
                    numbering.formats.entry(definition.clone()).or_default().insert(level, format);
                }
                "num" => list = element.attribute("numId").unwrap_or_default(),
                "abstractNumId" => {
                    numbering.lists.insert(list.clone(), element.attribute("val").unwrap_or_default());
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// Whether the entries of a list are numbered; `None` if they are not marked.
    pub fn is_numbered(&self, list: &str, level: usize) -> Option<bool> {
        let formats = self.formats.get(self.lists.get(list)?)?;
        match formats.get(&level).or_else(|| formats.get(&0))?.as_str() {
            "none" => None,
            "bullet" => Some(false),
            _ => Some(true),
        }
    }
}
