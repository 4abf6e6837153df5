//! Which side a statement takes on its topics, where the editor coded one.

use super::facet::{Description, Facet};
use crate::Shared;
use crate::matching;
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
        matching::scan(data, |statement| statement.position == Some(value))
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: corpus::Position) -> bool {
        data.statement(id).position == Some(value)
    }
}
