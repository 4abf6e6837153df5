//! A document and its statements: the annotation, verified against the text.

use super::blocks::classify_blocks;
use super::diagnostics::Diagnostics;
use super::document_text::DocumentText;
use super::field::List;
use super::forms::check_form;
use super::problem::Problem;
use super::quote::Quote;
use super::quote_kind::QuoteKind;
use super::quotes::{resolve, resolve_within};
use super::raw;
use super::registry::Registries;
use super::source_span::{Located, SourceSpan};
use super::strings::Ref;
use super::values::chosen;
use crate::date::Date;
use crate::document_text::{DocumentText as CompiledText, Span};
use crate::enumeration::{Form, Position};
use crate::id::{ActorId, DocumentId, StatementId, TopicId};
use crate::model::Document;
use crate::provenance::Provenance;
use crate::statements::{Statement, Statements};

/// A document with its annotation.
pub(super) struct SourceDocument<'a> {
    /// Name of the text file.
    pub file: &'a str,
    /// Name in links.
    pub slug: &'a str,
    pub text: DocumentText<'a>,
    pub annotation: &'a raw::Document,
}

/// A statement as it is coded.
pub(super) struct CodedStatement {
    form: Form,
    speakers: Vec<ActorId>,
    agents: Vec<ActorId>,
    via: Vec<ActorId>,
    audience: Vec<ActorId>,
    about: Vec<ActorId>,
    topics: Vec<TopicId>,
    when: Option<Date>,
    position: Option<Position>,
    content: Vec<Span>,
    cue: Vec<Span>,
}

/// Builds the text of the document without its statements.
pub(super) fn document_text<'a>(source: &SourceDocument<'a>, diagnostics: &mut Diagnostics<'_>) -> CompiledText<'a> {
    let SourceDocument { annotation, text, .. } = source;
    let mut omitted = resolve_each(&annotation.omit.0, text, QuoteKind::Omit, diagnostics);
    omitted.sort_by_key(|&(span, _)| span);
    for pair in omitted.windows(2) {
        if pair[1].0.start < pair[0].0.end {
            diagnostics.report(
                Problem::new("briefing::omit::overlap", "two omitted stretches share words of the text")
                    .label(pair[0].1, "this one")
                    .label(pair[1].1, "and this one")
                    .help("join them into one, or let the second begin after the first"),
            );
        }
    }
    let omitted: Vec<Span> = omitted.into_iter().map(|(span, _)| span).collect();
    let headings = resolve_each(&annotation.headings.0, text, QuoteKind::Heading, diagnostics);
    let headings: Vec<Span> = headings.into_iter().map(|(span, _)| span).collect();
    if text.blocks.len() > usize::from(u16::MAX) {
        let problem = Problem::new("briefing::corpus::too-large", "this text has more than 65535 paragraphs");
        diagnostics.report(problem.in_file(text.file).help("part it into several documents"));
    }
    let blocks = classify_blocks(text.text, &text.blocks, annotation.title.text(), &headings, &omitted);
    let dated_by = annotation.dated_by.0.as_ref();
    let dated_by = dated_by.and_then(|quote| resolve(text, &quote.value, QuoteKind::DatedBy, diagnostics));
    CompiledText::new(text.text, provenance(source, diagnostics), dated_by, blocks, omitted)
}

/// Where the text comes from. Reports one that was retrieved before it was published.
fn provenance<'a>(source: &SourceDocument<'a>, diagnostics: &mut Diagnostics<'_>) -> Provenance<'a> {
    let annotation = source.annotation;
    let (retrieved, published) = (annotation.retrieved.0.as_ref(), annotation.published.0.as_ref());
    if let (Some(retrieved), Some(published)) = (retrieved, published)
        && retrieved.value.0.is_before(published.value.0)
    {
        diagnostics.report(
            Problem::new("briefing::date::order", "this text was retrieved before it was published")
                .label(retrieved.span, "retrieved")
                .label(published.span, "published")
                .help("correct one of them, or leave out `retrieved` where the day is not known"),
        );
    }
    Provenance {
        retrieved: retrieved.map(|date| date.value.0),
        archived: annotation.archived.text(),
        ..Provenance::of(source.text.text)
    }
}

/// Builds the document, whose statements are in its text and begin with one.
pub(super) fn document<'a>(
    source: &SourceDocument<'a>,
    text: CompiledText<'a>,
    first: StatementId,
    ids: &Registries<'_>,
    diagnostics: &mut Diagnostics<'_>,
) -> Document<'a> {
    let annotation = source.annotation;
    Document {
        slug: source.slug,
        file: source.file,
        title: annotation.title.text(),
        text: text.into(),
        published: annotation.published.0.as_ref().map(|date| date.value.0),
        outlet: annotation.outlet.0.as_ref().and_then(|id| ids.actors.resolve(id, diagnostics)).map(ActorId),
        url: annotation.url.text(),
        language: annotation.language.text(),
        first,
    }
}

/// The span of each quote that selects one, with the range of the quote in the annotation.
fn resolve_each(
    quotes: &[Located<Quote>],
    text: &DocumentText<'_>,
    kind: QuoteKind,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<(Span, SourceSpan)> {
    let resolve = |Located { value: quote, .. }: &Located<Quote>| {
        resolve(text, quote, kind, diagnostics).map(|span| (span, quote.span))
    };
    quotes.iter().filter_map(resolve).collect()
}

/// Builds the statements of a document, in the order of the text, each with its annotation.
pub(super) fn statements<'a>(
    source: &SourceDocument<'a>,
    text: &CompiledText<'_>,
    ids: &Registries<'_>,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<(&'a raw::Statement, CodedStatement)> {
    let statements = source.annotation.statement.0.iter().map(|Located { value: raw, span }| {
        check_form(raw, *span, diagnostics);
        (raw, statement(raw, source, text, ids, diagnostics))
    });
    let mut statements: Vec<_> = statements.collect();
    // The sort is stable: statements that begin at the same offset keep the editor's order.
    statements.sort_by_key(|(_, statement)| statement.content.first().map(|span| span.start));
    statements
}

/// Appends a statement to the columns, and its spans to the text of its document.
pub(super) fn append<'a>(
    statements: &mut Statements<'a>,
    text: &mut CompiledText<'a>,
    document: DocumentId,
    raw: &'a raw::Statement,
    coded: &CodedStatement,
) {
    text.push_statement(&coded.content, &coded.cue);
    let statement = Statement {
        slug: raw.id.text(),
        document,
        form: coded.form,
        speakers: &coded.speakers,
        agents: &coded.agents,
        via: &coded.via,
        audience: &coded.audience,
        about: &coded.about,
        topics: &coded.topics,
        when: coded.when,
        position: coded.position,
        paragraph: text.paragraph(text.statements() - 1),
        lengths: text.lengths(text.statements() - 1),
        note: raw.note.text(),
    };
    statements.push(&statement, raw.note.text());
}

fn statement(
    raw: &raw::Statement,
    source: &SourceDocument<'_>,
    text: &CompiledText<'_>,
    ids: &Registries<'_>,
    diagnostics: &mut Diagnostics<'_>,
) -> CodedStatement {
    let mut actors = |references: &List<Ref>, key: &str| -> Vec<ActorId> {
        ids.actors.resolve_all(&references.0, key, diagnostics).into_iter().map(ActorId).collect()
    };
    let speakers = actors(&raw.speaker, "`speaker`");
    let agents = actors(&raw.agent, "`agent`");
    let via = actors(&raw.via, "`via`");
    let audience = actors(&raw.audience, "`audience`");
    let about = actors(&raw.about, "`about`");
    let topics = ids.topics.resolve_all(&raw.topics.0, "`topics`", diagnostics).into_iter().map(TopicId).collect();
    let content = resolve_in_order(
        &raw.content.0,
        |quote, diagnostics| resolve(&source.text, quote, QuoteKind::Content, diagnostics),
        diagnostics,
    );
    for (quote, &span) in raw.content.0.iter().zip(&content) {
        check_not_omitted(&quote.value, span, source, text, diagnostics);
    }
    // A cue is in the paragraph of the content, which is only known if all of the content is found.
    let is_content_found = content.len() == raw.content.0.len() && !content.is_empty();
    let cue = if is_content_found {
        let within = source.text.blocks_around(&content);
        resolve_in_order(
            &raw.cue.0,
            |quote, diagnostics| resolve_within(&source.text, quote, QuoteKind::Cue, &within, diagnostics),
            diagnostics,
        )
    } else {
        Vec::new()
    };
    CodedStatement {
        form: chosen(raw.form.0.as_ref(), Form::Narration),
        speakers,
        agents,
        via,
        audience,
        about,
        cue,
        content,
        topics,
        when: raw.when.0.as_ref().map(|date| date.value.0),
        position: raw.position.0.as_ref().map(|position| position.value.0),
    }
}

/// The spans of a list of quotes, up to the first one without a span. Reports spans that are not in the order of the
/// text.
fn resolve_in_order(
    quotes: &[Located<Quote>],
    mut resolve: impl FnMut(&Quote, &mut Diagnostics<'_>) -> Option<Span>,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<Span> {
    let spans: Vec<_> = quotes.iter().map(|quote| resolve(&quote.value, diagnostics)).collect();
    for (pair, quotes) in spans.windows(2).zip(quotes.windows(2)) {
        let (Some(first), Some(second)) = (pair[0], pair[1]) else { continue };
        if second.start >= first.end {
            continue;
        }
        let (message, label, help) = if first.start < second.end {
            (
                "stretches share words of the text",
                "and this one",
                "make one stretch of them, or let them end and begin apart",
            )
        } else {
            ("stretches are not in the order of the text", "stands before it in the text", "swap them")
        };
        diagnostics.report(
            Problem::new("briefing::quote::order", message)
                .label(quotes[0].value.span, "this one")
                .label(quotes[1].value.span, label)
                .help(help),
        );
    }
    spans.into_iter().map_while(|span| span).collect()
}

/// Reports a quote that overlaps page furniture.
fn check_not_omitted(
    quote: &Quote,
    span: Span,
    source: &SourceDocument<'_>,
    text: &CompiledText<'_>,
    diagnostics: &mut Diagnostics<'_>,
) {
    let first = text.omitted.partition_point(|omitted| omitted.end <= span.start);
    let Some(omitted) = text.omitted.get(first).filter(|omitted| omitted.start < span.end) else { return };
    let omit = source.annotation.omit.0.iter().find(|omit| omit.value.exact == source.text.text[omitted.range()]);
    let problem = Problem::new("briefing::quote::omitted", "this quote is in a stretch that is omitted")
        .label(quote.span, "quoted here")
        .help("page furniture is nobody's statement: remove the statement, or shorten what is omitted");
    diagnostics.report(match omit {
        Some(omit) => problem.label(omit.value.span, "omitted here"),
        None => problem,
    });
}
