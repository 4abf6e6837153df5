//! What a statement is about.

use corpus::TopicId;

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_lists};
use crate::Shared;
use crate::matching;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Topic;

impl Facet for Topic {
    type Value = TopicId;

    const DESCRIPTION: Description =
        Description { key: "topic", title: "Topic", by_frequency: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<TopicId> {
        &filter.topics
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<TopicId> {
        &mut filter.topics
    }

    fn statements(data: Shared, value: TopicId) -> StatementSet {
        matching::listed(data, data.index.facets.topic(value))
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        Some(of_lists(TopicId::all(data).into_iter().map(|id| data.index.facets.topic(id)), counted))
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: TopicId) -> bool {
        data.statement(id).topics.contains(&value)
    }
}
