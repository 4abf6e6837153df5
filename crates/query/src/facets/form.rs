//! How a statement is given: quoted, paraphrased, a reported act, narrated.

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_statements};
use crate::Shared;
use crate::matching;
use crate::names::Named;
use crate::set::StatementSet;
use crate::view::{Choice, Filter};

/// The facet.
pub(crate) struct Form;

impl Facet for Form {
    type Value = corpus::Form;

    const DESCRIPTION: Description = Description { key: "form", title: "Form", ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<corpus::Form> {
        &filter.forms
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<corpus::Form> {
        &mut filter.forms
    }

    fn statements(data: Shared, value: corpus::Form) -> StatementSet {
        matching::scan(data, |id| data.statements.coding(id).0 == value)
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        let tallies =
            of_statements(data, corpus::Form::ALL.len(), counted, &|id| Some(data.statements.coding(id).0 as usize));
        Some(corpus::Form::all(data).into_iter().map(|value| tallies[value as usize]).collect())
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: corpus::Form) -> bool {
        data.statement(id).form == value
    }
}
