//! The render model of the source page: what is known of a document, and its text with the statements marked, of which
//! [`SourceText`] makes the blocks that are drawn. [`window`] decides which those are.

mod documents;
pub mod notes;
pub mod provenance;
mod text;
pub mod window;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use corpus::{BlockKind, DocumentId, Hue, StatementId};

use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Language, Localizable, Phrase};
use crate::words;
use provenance::Provenance;

pub use documents::{DocumentEntry, DocumentPicker, FoundDocuments, found, picker};
pub use text::SourceText;

/// What is known of a document beside its text.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentHead {
    /// The document.
    pub document: DocumentId,
    /// The headline.
    pub title: Localizable,
    /// The publisher.
    pub outlet: Option<Ref>,
    /// Date and count: "18 December 2021 · 25 statements".
    pub dateline: String,
    /// The words of the text by which the editor dated it; none until the text is loaded.
    pub dated_by: Option<Localizable>,
    /// Where the text comes from.
    pub provenance: Provenance,
    /// The address at which it was published.
    pub url: Option<&'static str>,
    /// The address of the text file, relative to the page.
    pub file: String,
}

/// A paragraph or a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceBlock {
    /// The kind of block.
    pub kind: BlockKind,
    /// The language of the text.
    pub language: Language,
    /// The language of words of the interface within it.
    pub interface: Language,
    /// The text, split where statements begin and end.
    pub segments: Vec<Segment>,
    /// The statements that begin in the block, in order.
    pub notes: Vec<Note>,
}

impl SourceBlock {
    /// Whether words of a statement are in it.
    pub fn is_marked(&self) -> bool {
        self.segments.iter().any(|segment| segment.href.is_some())
    }
}

/// A piece of text that the same statements cover.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// The text.
    pub text: &'static str,
    /// The statements whose content covers it, the shortest first.
    pub content: Vec<StatementId>,
    /// The statements whose cue covers it.
    pub cue: Vec<StatementId>,
    /// Whether the editor left it out as page furniture.
    pub omitted: bool,
    /// The link that opens the shortest statement.
    pub href: Option<String>,
    /// The accent colour of that statement.
    pub hue: Option<Hue>,
}

/// The note on a statement in the margin.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The statement.
    pub id: StatementId,
    /// The slug of the statement.
    pub slug: &'static str,
    /// The voices of the statement.
    pub voice: Phrase,
    /// The form of the statement.
    pub form: String,
    /// The link that opens the statement on this page.
    pub href: String,
    /// The accent colour.
    pub hue: Option<Hue>,
}

/// What is known of a document beside its text.
pub fn head(data: Shared, id: DocumentId) -> DocumentHead {
    let document = data.document(id);
    let dated = document.published.map(words::date);
    let count = words::count(data.statements_of(id).len(), "statement");
    DocumentHead {
        document: id,
        title: language::title(data, id),
        outlet: document.outlet.map(|outlet| card::actor_ref(data, outlet)),
        dateline: dated.into_iter().chain([count]).collect::<Vec<_>>().join(" · "),
        dated_by: document.text.get().and_then(|words| words.dated_by).map(|span| {
            let text = document.slice(span);
            Localizable { text, language: language::document(data, id, text) }
        }),
        provenance: provenance::provenance(data, id),
        url: document.url,
        file: text_file(document.file),
    }
}

/// The address of a document's text, relative to the page. What has a meaning in addresses, such as `#`, is escaped;
/// what stays are the unreserved characters of RFC 3986.
pub fn text_file(name: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    format!("seeds/{}", utf8_percent_encode(name, KEPT))
}

/// The headline of a text that begins with it, and the other blocks. It is the headline of the page as well, which has
/// it once.
pub fn headline_and_body(mut blocks: Vec<SourceBlock>) -> (Option<SourceBlock>, Vec<SourceBlock>) {
    let begins = blocks.first().is_some_and(|block| block.kind == BlockKind::Title);
    let headline = begins.then(|| blocks.remove(0));
    (headline, blocks)
}

#[cfg(test)]
mod tests;
