//! The render model of the source page: the text of a document with its statements marked.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use corpus::{BlockKind, DocumentId, Hue, Span, StatementId};

use crate::Shared;
use crate::card;
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::names::Named;
use crate::order;
use crate::passage::cuts;
use crate::view::{Group, Selection, View};
use crate::words;

/// The source page.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePage {
    /// The document.
    pub document: DocumentId,
    /// The headline.
    pub title: Localizable,
    /// Date and count: "18 December 2021 · 25 statements".
    pub dateline: String,
    /// The words of the text by which the editor dated it.
    pub dated_by: Option<Localizable>,
    /// The address at which it was published.
    pub url: Option<&'static str>,
    /// The address of the text file, relative to the page.
    pub file: String,
    /// The text, block by block.
    pub blocks: Vec<SourceBlock>,
    /// The documents: headline, link, whether it is the present one; empty where there is only one. Of many, those
    /// around the present one.
    pub documents: Vec<(Localizable, String, bool)>,
    /// Where all documents are listed, in words and as a link, if `documents` are not all.
    pub all_documents: Option<(String, String)>,
}

/// The most documents that are all listed on the page of each.
const ALL_LISTED: usize = 40;

/// Of more documents, so many are listed before the present one, and as many after it.
const NEIGHBOURS: usize = 5;

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

/// Builds the source page of a document.
pub fn source(data: Shared, id: DocumentId) -> SourcePage {
    let document = data.document(id);
    let own: Vec<StatementId> = data.index.documents[id.index()].iter().collect();
    let dated = document.published.map(words::date);
    let count = words::count(own.len(), "statement");
    let number = data.documents.len();
    let listed = |other: &DocumentId| number <= ALL_LISTED || other.index().abs_diff(id.index()) <= NEIGHBOURS;
    let documents = if number > 1 {
        let entry = |other: DocumentId| {
            (language::title(data, other), link::write(data, &View::Source(other, None)), other == id)
        };
        DocumentId::all(data).into_iter().filter(listed).map(entry).collect()
    } else {
        Vec::new()
    };
    SourcePage {
        document: id,
        title: language::title(data, id),
        dateline: dated.into_iter().chain([count]).collect::<Vec<_>>().join(" · "),
        dated_by: document.dated_by.map(|span| {
            let text = document.slice(span);
            Localizable { text, language: language::document(data, id, text) }
        }),
        url: document.url,
        file: text_file(document.file),
        blocks: blocks(data, id, &own),
        documents,
        all_documents: (number > ALL_LISTED).then(|| {
            let grouped = Selection { group: Group::Document, ..Selection::default() };
            (format!("All {}", words::count(number, "document")), link::write(data, &View::Briefing(grouped)))
        }),
    }
}

/// The address of a document's text, relative to the page. What has a meaning in addresses, such as `#`, is escaped;
/// what stays are the unreserved characters of RFC 3986.
pub fn text_file(name: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    format!("seeds/{}", utf8_percent_encode(name, KEPT))
}

fn blocks(data: Shared, id: DocumentId, own: &[StatementId]) -> Vec<SourceBlock> {
    let document = data.document(id);
    let block = |block: &corpus::Block| {
        let touches = |span: &Span| span.start < block.span.end && block.span.start < span.end;
        let here: Vec<StatementId> = own
            .iter()
            .copied()
            .filter(|&id| {
                let statement = data.statement(id);
                statement.content.iter().chain(&statement.cue).any(touches)
            })
            .collect();
        let begins = |id: &StatementId| {
            data.statement(*id).content.first().is_some_and(|span| block.span.range().contains(&(span.start as usize)))
        };
        let language = language::document(data, id, document.slice(block.span));
        SourceBlock {
            kind: block.kind,
            language,
            interface: language::interface(data, language),
            segments: segments(data, id, block.span, &here),
            notes: here.iter().copied().filter(begins).map(|id| note(data, id)).collect(),
        }
    };
    document.blocks.iter().map(block).collect()
}

fn segments(data: Shared, document: DocumentId, block: Span, here: &[StatementId]) -> Vec<Segment> {
    let text = data.document(document);
    let spans = |id: StatementId| {
        let statement = data.statement(id);
        statement.content.iter().chain(&statement.cue)
    };
    let mut all: Vec<Span> = here.iter().flat_map(|&id| spans(id)).copied().collect();
    all.extend(&text.omitted);
    let segment = |span: Span| {
        let covered = |spans: &[Span]| spans.iter().any(|other| other.contains(span));
        let length = |id: &StatementId| {
            data.statement(*id).content.iter().map(|span| span.end - span.start).sum::<u32>().cast_signed()
        };
        let content: Vec<_> = here.iter().copied().filter(|&id| covered(&data.statement(id).content)).collect();
        let content = order::by_key(content, |id| [length(id), 0, 0]);
        let cue: Vec<_> = here.iter().copied().filter(|&id| covered(&data.statement(id).cue)).collect();
        let leads = content.first().or(cue.first()).copied();
        Segment {
            text: text.slice(span),
            href: leads.map(|id| link::write(data, &View::Source(document, Some(id)))),
            hue: content.first().and_then(|&id| hue(data, id)),
            omitted: covered(&text.omitted),
            content,
            cue,
        }
    };
    cuts(block, &all).into_iter().map(segment).collect()
}

fn hue(data: Shared, id: StatementId) -> Option<Hue> {
    card::voices(data, id).first().and_then(|&actor| actor.hue(data))
}

fn note(data: Shared, id: StatementId) -> Note {
    let statement = data.statement(id);
    Note {
        id,
        slug: statement.slug,
        voice: card::voice(data, id),
        form: card::form(data, id),
        href: link::write(data, &View::Source(statement.document, Some(id))),
        hue: hue(data, id),
    }
}

#[cfg(test)]
mod tests;
