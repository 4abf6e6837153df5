//! The render model of the source page: the text of a document with its statements marked.

mod documents;
pub mod provenance;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use corpus::{BlockKind, DocumentId, Hue, Span, StatementId};

use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::names::Named;
use crate::order;
use crate::passage::cuts;
use crate::view::View;
use crate::words;
use provenance::Provenance;

pub use documents::{DocumentEntry, DocumentPicker, FoundDocuments, found, picker};

/// The source page.
#[derive(Clone, Debug, PartialEq)]
pub struct SourcePage {
    /// What is known of the document.
    pub head: DocumentHead,
    /// The text, block by block.
    pub blocks: Vec<SourceBlock>,
    /// The list of documents; none where there is only one.
    pub documents: Option<DocumentPicker>,
}

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

/// Builds the source page of a document.
///
/// # Panics
/// If its text is not loaded, see [`crate::pending::documents`].
pub fn source(data: Shared, id: DocumentId) -> SourcePage {
    SourcePage { head: head(data, id), blocks: blocks(data, id), documents: picker(data, id) }
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

/// The text of a document, block by block.
pub fn blocks(data: Shared, id: DocumentId) -> Vec<SourceBlock> {
    let document = data.document(id);
    let own: Vec<StatementId> = data.statements_of(id).collect();
    let blocks = document.blocks();
    // The statements that touch each block. Blocks ascend.
    let mut touching: Vec<Vec<StatementId>> = vec![Vec::new(); blocks.len()];
    for &id in &own {
        for span in data.content_spans(id).iter().chain(data.cue_spans(id)) {
            let first = blocks.partition_point(|block| block.span.end <= span.start);
            for (block, here) in blocks[first..].iter().zip(&mut touching[first..]) {
                if span.end <= block.span.start {
                    break;
                }
                if here.last() != Some(&id) {
                    here.push(id);
                }
            }
        }
    }
    let omitted = |block: Span| {
        let omitted = document.omitted();
        let first = omitted.partition_point(|span| span.end <= block.start);
        let end = omitted.partition_point(|span| span.start < block.end);
        &omitted[first..end.max(first)]
    };
    let block = |(block, here): (&corpus::Block, Vec<StatementId>)| {
        let begins = |id: &StatementId| {
            data.content_spans(*id).first().is_some_and(|span| block.span.range().contains(&(span.start as usize)))
        };
        let language = language::document(data, id, document.slice(block.span));
        SourceBlock {
            kind: block.kind,
            language,
            interface: language::interface(data, language),
            segments: segments(data, id, block.span, &here, omitted(block.span)),
            notes: here.iter().copied().filter(begins).map(|id| note(data, id)).collect(),
        }
    };
    blocks.iter().zip(touching).map(block).collect()
}

fn segments(data: Shared, document: DocumentId, block: Span, here: &[StatementId], omitted: &[Span]) -> Vec<Segment> {
    let text = data.document(document);
    let spans = |id: StatementId| data.content_spans(id).iter().chain(data.cue_spans(id));
    let mut all: Vec<Span> = here.iter().flat_map(|&id| spans(id)).copied().collect();
    all.extend(omitted);
    let segment = |span: Span| {
        let covered = |spans: &[Span]| spans.iter().any(|other| other.contains(span));
        let length = |id: &StatementId| {
            data.content_spans(*id).iter().map(|span| span.end - span.start).sum::<u32>().cast_signed()
        };
        let content: Vec<_> = here.iter().copied().filter(|&id| covered(data.content_spans(id))).collect();
        let content = order::by_key(content, |id| [length(id), 0, 0]);
        let cue: Vec<_> = here.iter().copied().filter(|&id| covered(data.cue_spans(id))).collect();
        let leads = content.first().or(cue.first()).copied();
        Segment {
            text: text.slice(span),
            href: leads.map(|id| link::write(data, &View::Source(document, Some(id)))),
            hue: content.first().and_then(|&id| hue(data, id)),
            omitted: covered(omitted),
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
