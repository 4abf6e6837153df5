//! The render models of the comparison page.
//!
//! `table` aligns actors by topic; `pair` puts statements side by side; without columns there is [`Choose`]:
//! suggestions and the actors to choose from.

use crate::Shared;
use crate::card;
use crate::view::{Columns, Comparison};

mod choose;
mod pair;
mod shared;
mod table;

pub use choose::{Choose, Suggestion};
pub use pair::{PairPage, Side};
pub use shared::named;
pub use table::{Cell, CellStatement, ColumnHead, Join, Line, Row, SHOWN_IN_CELL, TablePage};

/// The comparison page.
#[derive(Clone, Debug, PartialEq)]
pub enum ComparePage {
    /// No columns yet, or one: suggestions.
    Choose(Choose),
    /// Actors, aligned by topic.
    Table(TablePage),
    /// Statements side by side.
    Pair(PairPage),
}

/// The statements of an actor that a comparison shows.
pub(crate) fn compared(data: Shared, id: corpus::ActorId) -> impl Iterator<Item = corpus::StatementId> {
    shared::voiced(data, id).iter().collect::<Vec<_>>().into_iter()
}

/// Builds the comparison page.
///
/// # Panics
/// If a text that it quotes is not loaded, see [`crate::pending::page`].
pub fn page(data: Shared, comparison: &Comparison) -> ComparePage {
    match &comparison.columns {
        Columns::Actors(actors) if actors.len() > 1 => {
            ComparePage::Table(table::table(data, actors, &comparison.topics))
        }
        Columns::Statements(statements) if statements.len() > 1 => ComparePage::Pair(pair::pair(data, statements)),
        Columns::Actors(actors) => ComparePage::Choose(choose::choose(data, actors.first().copied())),
        Columns::Statements(statements) => {
            let actor = statements.first().and_then(|&id| card::voices(data, id).first().copied());
            ComparePage::Choose(choose::choose(data, actor))
        }
    }
}

#[cfg(test)]
mod tests;
