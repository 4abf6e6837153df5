//! XML of office documents as a stream of elements and text. Names are local names: prefixes differ between programs.
//!
//! No entity but the predefined ones and characters is resolved, so no document grows while it is read.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::error::ImportError;

/// A part of a document. Every start has its end.
pub(crate) enum Xml<'a> {
    Start(Element<'a>),
    End(String),
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(crate) struct Element<'a> {
    pub name: String,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// The value of an attribute by its local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0);
        Some(value.map_or_else(|_| found.value.clone().into_owned(), Cow::into_owned))
    }

    /// Whether an on-off property is on: it is, unless its value says otherwise (ISO/IEC 29500-1, 17.17.4).
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// A reader of one XML file of a document.
pub(crate) struct XmlReader<'a> {
    reader: Reader<&'a [u8]>,
    /// The noun for the document in messages.
    noun: &'static str,
    depth: usize,
}

/// The text of an XML file: UTF-8, or UTF-16 with a byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

impl<'a> XmlReader<'a> {
    pub fn new(text: &'a str, noun: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        XmlReader { reader, noun, depth: 0 }
    }

    /// The next part; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Xml<'a>>, ImportError> {
        loop {
            let event = self.reader.read_event().map_err(|error| self.damaged(error.to_string()))?;
            return Ok(Some(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    Xml::Start(Element { name: start.local_name().as_ref().to_owned(), start })
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Xml::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Xml::Text(text.into_inner()),
                Event::CData(text) => Xml::Text(text.into_inner()),
                Event::GeneralRef(entity) => {
                    let character = entity.resolve_char_ref().ok().flatten().map(String::from);
                    let resolved = character.or_else(|| resolve_predefined_entity(&entity).map(str::to_owned));
                    Xml::Text(resolved.unwrap_or_else(|| format!("&{};", &*entity)).into())
                }
                Event::Eof if self.depth > 0 => return Err(self.damaged("it ends in the middle".to_owned())),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }

    /// Skips the rest of the element that has just started.
    pub fn skip(&mut self) -> Result<(), ImportError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The text of the element that has just started, as one line.
    pub fn text(&mut self) -> Result<String, ImportError> {
        self.collect_text(1, |_| true, |_| false)
    }

    /// The text within the element that has just started, as one line: that of the elements of which `is_text` holds,
    /// with a space after each of which `is_break` holds.
    pub fn text_within(
        &mut self,
        is_text: impl Fn(&str) -> bool,
        is_break: impl Fn(&str) -> bool,
    ) -> Result<String, ImportError> {
        self.collect_text(0, is_text, is_break)
    }

    fn collect_text(
        &mut self,
        mut inside: usize,
        is_text: impl Fn(&str) -> bool,
        is_break: impl Fn(&str) -> bool,
    ) -> Result<String, ImportError> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                None => break,
                Some(Xml::Start(element)) => inside += usize::from(inside > 0 || is_text(&element.name)),
                Some(Xml::End(name)) => {
                    inside = inside.saturating_sub(1);
                    text.push_str(if is_break(&name) { " " } else { "" });
                }
                Some(Xml::Text(words)) if inside > 0 => text.push_str(&words),
                Some(Xml::Text(_)) => {}
            }
        }
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn damaged(&self, reason: String) -> ImportError {
        ImportError::Damaged { noun: self.noun, reason }
    }
}
