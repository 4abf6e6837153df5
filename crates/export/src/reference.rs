//! A statement as an entry of a bibliography: what CSL-JSON, BibTeX and RIS have in common.
//!
//! The entry is the document's, a newspaper article, with the statement's words as its abstract and its attribution as
//! its note. Nobody is its author: who speaks in an article has not written it, and who has is not coded.

use corpus::date::Calendar;
use corpus::{Date, StatementId};

use crate::Export;
use crate::attribution;
use crate::lines::one_line;

/// What is known for an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// `DOCUMENT:STATEMENT`, unlike any other of the briefing, in ASCII letters, digits, hyphens and a colon.
    pub key: String,
    /// The document's headline.
    pub title: &'static str,
    /// Who published it.
    pub outlet: Option<&'static str>,
    /// When.
    pub published: Option<Date>,
    /// Where: the document's own address, or else the statement's link, where its words were seen.
    pub url: String,
    /// On which day it was seen there.
    pub accessed: Calendar,
    /// BCP 47 tag of the language of the text.
    pub language: &'static str,
    /// The topics.
    pub keywords: Vec<&'static str>,
    /// The statement's words.
    pub quote: String,
    /// Attribution, the editor's note and the link, on one line: Zotero reads lines of a note as fields of an entry.
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
        accessed: context.accessed,
        language: document.language,
        keywords: statement.topics.iter().map(|&topic| data.topic(topic).name).collect(),
        quote: data.content(id),
        note: one_line(&note.join(" · ")),
    }
}
