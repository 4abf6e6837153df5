//! A statement as a bibliography entry: what CSL-JSON, BibTeX and RIS have in common.
//!
//! The entry describes the document, a newspaper article, with the statement's words as its abstract and the
//! attribution as its note. It has no author: whoever speaks in an article has not written it, and its writer is not
//! coded.

use corpus::{Date, DocumentId, StatementId};

use crate::attribution;
use crate::format::Export;
use crate::inline_text::collapse_white_space;

/// The fields of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Citation key `DOCUMENT:STATEMENT`, unique within the briefing: ASCII letters, digits, hyphens and a colon.
    pub key: String,
    /// The document's headline.
    pub title: &'static str,
    /// The publisher.
    pub outlet: Option<&'static str>,
    /// The date of publication.
    pub published: Option<Date>,
    /// The document's own address, or else the link to the statement, where its words were accessed.
    pub url: String,
    /// The date of access: of the document's own address when the text was retrieved, where that is known, and
    /// otherwise the date of the export.
    pub accessed: Date,
    /// The address of an archived copy of the document.
    pub archived: Option<&'static str>,
    /// BCP 47 tag of the language of the text.
    pub language: &'static str,
    /// The topics.
    pub keywords: Vec<&'static str>,
    /// The statement's words.
    pub quote: String,
    /// Attribution, the editor's note and the link, on one line: Zotero reads further lines of a note as fields.
    pub note: String,
}

/// The entry for a statement.
pub fn reference(export: Export<'_>, id: StatementId) -> Reference {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let link = context.statement_link(data, id);
    let known = attribution::facts(data, id).into_iter().filter(|(label, _)| *label != "Topics");
    let mut note: Vec<_> = known.map(|(label, value)| format!("{label}: {value}")).collect();
    note.extend(statement.note.map(|note| format!("Note: {note}")));
    note.push(format!("Statement: {link}"));
    Reference {
        key: format!("{}:{}", document.slug, statement.slug),
        title: document.title,
        outlet: document.outlet.map(|outlet| data.actor(outlet).name),
        published: document.published,
        url: document.url.map_or(link, str::to_owned),
        accessed: accessed(export, statement.document),
        archived: document.provenance().archived,
        language: document.language,
        keywords: statement.topics.iter().map(|&topic| data.topic(topic).name).collect(),
        quote: data.content(id),
        note: collapse_white_space(&note.join(" · ")),
    }
}

/// The date of access of a document's address, or else of the page: the reader has not seen that address, and who
/// retrieved the text has.
pub fn accessed(export: Export<'_>, id: DocumentId) -> Date {
    let document = export.data.document(id);
    let retrieved = document.url.and(document.provenance().retrieved);
    retrieved.unwrap_or(Date::On(export.context.accessed))
}
