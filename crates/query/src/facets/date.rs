//! When something was said or done. A statement has every time that shares a day with its own.

use super::facet::{Description, Facet};
use crate::Shared;
use crate::matching;
use crate::set::StatementSet;
use crate::view::{Choice, Filter, When};

/// The facet.
pub(crate) struct Date;

impl Facet for Date {
    type Value = When;

    const DESCRIPTION: Description = Description { key: "date", title: "Date", ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<When> {
        &filter.dates
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<When> {
        &mut filter.dates
    }

    fn statements(data: Shared, value: When) -> StatementSet {
        match value {
            When::Undated => matching::listed(data, data.index.undated),
            When::In(date) => matching::scan(data, |statement| statement.when.is_some_and(|own| own.overlaps(date))),
        }
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: When) -> bool {
        let own = data.statement(id).when.and_then(corpus::Date::days);
        match (value, own) {
            (When::Undated, own) => own.is_none(),
            (When::In(date), Some((own_first, own_last))) => {
                date.days().is_some_and(|(first, last)| own_first <= last && first <= own_last)
            }
            (When::In(_), None) => false,
        }
    }
}
