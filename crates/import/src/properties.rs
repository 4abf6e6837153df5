//! The properties that office documents keep about themselves, in the terms of the Dublin Core: title, authors,
//! language, day of creation (ISO/IEC 29500-2, 11; ISO/IEC 26300-1, 4.3).

use corpus::written_date::edtf;

use crate::document::{Draft, Found};
use crate::error::ImportError;
use crate::xml::{Xml, XmlReader};

/// Where the values come from, in annotations.
const ORIGIN: &str = "the file’s properties";

/// Reads the properties into the metadata of a draft. The day on which a file was created is not that of publication.
pub(crate) fn read(xml: &str, noun: &'static str, draft: &mut Draft) -> Result<(), ImportError> {
    let mut reader = XmlReader::new(xml, noun);
    while let Some(part) = reader.next()? {
        let Xml::Start(element) = part else { continue };
        let metadata = &mut draft.metadata;
        match &*element.name {
            "title" => metadata.title = Found::some(&reader.text()?, ORIGIN),
            "creator" => {
                let found = Found::some(&reader.text()?, ORIGIN);
                metadata.author = metadata.author.take().or(found);
            }
            // Who began a document is its author; who saved it last may be anybody.
            "initial-creator" => metadata.author = Found::some(&reader.text()?, ORIGIN).or(metadata.author.take()),
            "language" => metadata.language = Found::some(&reader.text()?, ORIGIN).or(metadata.language.take()),
            "created" | "creation-date" => {
                let date = edtf(&reader.text()?);
                metadata.other_date = date.map(|date| Found::new(date, "the day on which the file was created"));
            }
            _ => {}
        }
    }
    Ok(())
}
