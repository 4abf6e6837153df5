//! Which side a statement takes on its topics, where the editor coded one.

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_statements};
use crate::Shared;
use crate::matching;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Position;

impl Facet for Position {
    type Value = corpus::Position;

    const DESCRIPTION: Description = Description { key: "position", title: "Position", ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<corpus::Position> {
        &filter.positions
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<corpus::Position> {
        &mut filter.positions
    }

    fn statements(data: Shared, value: corpus::Position) -> StatementSet {
        matching::scan(data, |id| data.statements.coding(id).1 == Some(value))
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        let tallies = of_statements(data, corpus::Position::ALL.len(), counted, &|id| {
            data.statements.coding(id).1.map(|position| position as usize)
        });
        Some(corpus::Position::all(data).into_iter().map(|value| tallies[value as usize]).collect())
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: corpus::Position) -> bool {
        data.statement(id).position == Some(value)
    }
}
