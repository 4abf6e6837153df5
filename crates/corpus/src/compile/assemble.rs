//! The model, assembled from annotations and texts, with every reference and quote verified.

use super::aliases::check_aliases;
use super::annotations::{AnnotatedText, Annotations};
use super::diagnostics::Diagnostics;
use super::digest::digest;
use super::document::{SourceDocument, append, document, document_text, statements};
use super::document_text::DocumentText;
use super::files::utf8_text;
use super::id_table::{IdOrigin, IdTable};
use super::problem::Problem;
use super::registry::{self, Registries};
use super::relations::relations;
use super::seed_file::SeedFile;
use super::source_span::SourceSpan;
use crate::chunk::Chunks;
use crate::derived::Derived;
use crate::id::{DocumentId, StatementId};
use crate::index::Index;
use crate::model::Briefing;
use crate::statements::Statements;

/// Verifies a corpus and assembles its model, with an empty index. The model is only valid where no problem was
/// reported.
pub(super) fn assemble<'a>(
    files: &'a [SeedFile],
    annotations: &'a Annotations,
    diagnostics: &mut Diagnostics<'_>,
) -> Briefing<'a> {
    let Annotations { briefing, actors, topics, documents, are_complete } = annotations;
    let ids = Registries::new(briefing.as_ref(), actors.as_ref(), topics.as_ref(), diagnostics);
    let documents = source_documents(files, documents, diagnostics);
    let mut assembled = Briefing {
        title: briefing.as_ref().map_or("", |file| file.title.text()),
        standfirst: briefing.as_ref().map_or("", |file| file.standfirst.text()),
        language: briefing.as_ref().map_or("", |file| file.language.text()),
        editor: briefing.as_ref().map_or("", |file| file.editor.text()),
        licence: briefing.as_ref().map_or("", |file| file.licence.text()),
        method: briefing.iter().flat_map(|file| &file.method.0).map(|paragraph| paragraph.value.as_str()).collect(),
        digest: digest(files),
        documents: Vec::with_capacity(documents.len()),
        camps: briefing.as_ref().map(|file| registry::camps(&file.camp)).unwrap_or_default(),
        actors: actors.as_ref().map(|file| registry::actors(&file.actor, &ids, diagnostics)).unwrap_or_default(),
        topics: topics.as_ref().map(|file| registry::topics(&file.topic)).unwrap_or_default(),
        statements: Statements::default(),
        relations: Vec::new(),
        index: Index::empty(),
        chunks: Chunks::default(),
        by_statement: Derived::default(),
        by_time: <[_; 2]>::default(),
        network_places: <[_; 2]>::default(),
    };
    // An alias may occur in a document that could not be read.
    if let Some(actors) = actors.as_ref().filter(|_| *are_complete) {
        check_aliases(&actors.actor, &documents, diagnostics);
    }
    let mut statement_ids = IdTable::new("statement", "");
    if !are_complete {
        statement_ids.mark_incomplete();
    }
    for (index, source) in documents.iter().enumerate() {
        let mut text = document_text(source, diagnostics);
        let first = StatementId(assembled.statements.len() as u32);
        for (raw, statement) in statements(source, &text, &ids, diagnostics) {
            match &raw.id.0 {
                Some(id) => {
                    let index = assembled.statements.len() as u32;
                    statement_ids.define(id.value.as_str(), id.span, IdOrigin::Explicit, index, diagnostics);
                }
                None => statement_ids.mark_incomplete(),
            }
            append(&mut assembled.statements, &mut text, DocumentId(index as u32), raw, &statement);
        }
        assembled.documents.push(document(source, text, first, &ids, diagnostics));
    }
    let raw_relations = documents.iter().flat_map(|source| &source.annotation.relation.0);
    assembled.relations = relations(raw_relations, &statement_ids, diagnostics);
    assembled
}

/// The documents whose text could be read, each with a unique id.
fn source_documents<'a>(
    files: &'a [SeedFile],
    documents: &'a [AnnotatedText],
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<SourceDocument<'a>> {
    let mut sources = Vec::with_capacity(documents.len());
    let mut ids = IdTable::new("document", "");
    for AnnotatedText { text: id, default_slug, annotation } in documents {
        let file = &files[id.0];
        let Some(text) = utf8_text(file, *id, &mut diagnostics.problems) else { continue };
        if u32::try_from(text.len()).is_err() {
            let too_large = Problem::new("briefing::corpus::too-large", "this text does not fit into four gigabytes");
            diagnostics.report(too_large.in_file(*id));
            continue;
        }
        let (slug, span, origin) = match &annotation.id.0 {
            Some(id) => (id.value.as_str(), id.span, IdOrigin::Explicit),
            None => (&**default_slug, SourceSpan::new(*id, 0..0), IdOrigin::FileName),
        };
        if slug.is_empty() {
            let message = format!("no id can be made of the name of {}", diagnostics.sources.name(*id));
            diagnostics.report(
                Problem::new("briefing::id::grammar", message)
                    .in_file(*id)
                    .help("give the document one in its annotation: `id = \"…\"`, lower-case letters and digits"),
            );
        } else {
            ids.define(slug, span, origin, sources.len() as u32, diagnostics);
        }
        sources.push(SourceDocument { file: &file.name, slug, text: DocumentText::new(*id, text), annotation });
    }
    sources
}
