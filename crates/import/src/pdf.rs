//! PDF (ISO 32000) to a draft: the text of the pages in reading order, in paragraphs.
//!
//! `hayro-interpret` reads the file and says which letter is where. From the places alone `lines` makes lines,
//! `columns` their order, `running` finds what every page repeats, and `paragraphs` joins lines. A PDF without letters
//! is a picture of a text.

mod columns;
mod glyphs;
mod lines;
mod paragraphs;
mod running;
mod words;

use corpus::written_date::edtf;
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{InterpreterCache, InterpreterSettings};

use crate::document::{Draft, Found, counted};
use crate::error::ImportError;

/// The noun for a document in messages.
const NOUN: &str = "PDF";

/// The most pages that are read.
const MAX_PAGES: usize = 5000;

/// The most letters that are read of a document.
const MAX_GLYPHS: usize = 20_000_000;

/// Reads a document.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ImportError::PasswordProtected(NOUN),
        LoadPdfError::Invalid => {
            ImportError::Damaged { noun: NOUN, reason: "its list of objects cannot be read".to_owned() }
        }
    })?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(ImportError::Damaged { noun: NOUN, reason: "it has no page".to_owned() });
    }
    if pages.len() > MAX_PAGES {
        return Err(ImportError::TooLarge { noun: "a PDF", limit: format!("{MAX_PAGES} pages") });
    }
    let cache = InterpreterCache::new();
    let mut found = Vec::with_capacity(pages.len());
    let mut left = MAX_GLYPHS;
    for page in pages.iter() {
        let glyphs = glyphs::of_page(page, &cache, InterpreterSettings::default(), left);
        left = left.saturating_sub(glyphs.glyphs.len());
        if left == 0 {
            return Err(ImportError::TooLarge { noun: "a PDF", limit: format!("{MAX_GLYPHS} letters") });
        }
        found.push(glyphs);
    }
    let without_text: Vec<usize> =
        (1..).zip(&found).filter(|(_, page)| page.glyphs.is_empty()).map(|(n, _)| n).collect();
    if without_text.len() == found.len() {
        return Err(ImportError::NeedsOcr(found.len()));
    }
    let mut draft = text(found);
    if !without_text.is_empty() {
        let pages: Vec<String> = without_text.iter().map(usize::to_string).collect();
        draft.doubt(format!("pages without text, perhaps pictures of text: {}", pages.join(", ")));
    }
    metadata(pdf.metadata(), &mut draft);
    Ok(draft)
}

/// The text of pages of letters.
fn text(pages: Vec<glyphs::PageGlyphs>) -> Draft {
    let mut draft = Draft::default();
    let rotated: String = pages.iter().map(|page| &*page.rotated).collect();
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    let pictures: usize = pages.iter().map(|page| page.pictures).sum();
    let mut has_right_to_left = false;
    let mut lines = Vec::with_capacity(pages.len());
    for page in pages {
        let height = page.height;
        let page_lines = lines::of_glyphs(page.glyphs, &mut has_right_to_left);
        lines.push(running::Page { height, lines: page_lines });
    }
    running::leave_out(&mut lines, &mut draft);
    let regions: Vec<_> = lines.into_iter().flat_map(|page| columns::in_reading_order(page.lines)).collect();
    paragraphs::write(&regions, &mut draft);
    if !rotated.trim().is_empty() {
        draft.leave_out("rotated text", &rotated);
    }
    draft.leave_out_count(pictures, "picture", "pictures");
    if let Some(count) = counted(unknown, "letter is", "letters are") {
        draft.doubt(format!(
            "{count} unknown, because the PDF does not say which they are: look for \u{FFFD} in the text"
        ));
    }
    if has_right_to_left {
        draft.doubt("text that runs from right to left was put in order by the places of its letters: read it");
    }
    draft
}

/// Title, author and day of creation (ISO 32000-1, 14.3.3).
fn metadata(metadata: &Metadata, draft: &mut Draft) {
    const ORIGIN: &str = "the file’s properties";
    let found = |bytes: &Option<Box<[u8]>>| Found::some(&text_string(bytes.as_deref()?), ORIGIN);
    if draft.metadata.title.is_none() {
        draft.metadata.title = found(&metadata.title);
    }
    draft.metadata.author = found(&metadata.author);
    draft.metadata.other_date = metadata.creation_date.as_ref().and_then(|date| {
        let date = edtf(&format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))?;
        Some(Found::new(date, "the day on which the file was created"))
    });
}

/// A text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with a byte order mark, or `PDFDocEncoding`, of which the part
/// beside Latin-1 is not told apart here.
fn text_string(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned(),
        None => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
