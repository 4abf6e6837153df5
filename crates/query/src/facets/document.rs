//! The document that a statement stands in.

use corpus::DocumentId;

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_lists};
use crate::Shared;
use crate::documents::{day_and_outlet, publication_key};
use crate::language::Phrase;
use crate::matching;
use crate::names::Named;
use crate::order::Key;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Document;

impl Facet for Document {
    type Value = DocumentId;

    const DESCRIPTION: Description =
        Description { key: "document", title: "Document", of_document: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<DocumentId> {
        &filter.documents
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<DocumentId> {
        &mut filter.documents
    }

    fn statements(data: Shared, value: DocumentId) -> StatementSet {
        matching::listed(data, data.index.facets.document(value))
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        Some(of_lists(DocumentId::all(data).into_iter().map(|id| data.index.facets.document(id)), counted))
    }

    fn sort_key(data: Shared, value: DocumentId, _: Tally) -> Key {
        publication_key(data, value)
    }

    fn detail(data: Shared, value: DocumentId) -> Phrase {
        day_and_outlet(data, value)
    }

    /// A single document tells nothing apart.
    fn is_idle(data: Shared) -> bool {
        data.documents.len() < 2
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: DocumentId) -> bool {
        data.statement(id).document == value
    }
}
