//! When something was said or done. A statement has every time that shares a day with its own. One whose time is open
//! or unknown at an end has those that are so at the same end and have its known day: `../2021` finds what was said by
//! some day of 2021.

use super::facet::{Description, Facet};
use super::tally::{Counted, Tally, of_list};
use crate::Shared;
use crate::matching;
use crate::set::StatementSet;
use crate::view::{Choice, Filter, When};

/// The facet.
pub(crate) struct Date;

impl Facet for Date {
    type Value = When;

    const DESCRIPTION: Description = Description { key: "date", title: "Date", is_open: true, ..Description::DEFAULT };

    fn choice(filter: &Filter) -> &Choice<When> {
        &filter.dates
    }

    fn choice_mut(filter: &mut Filter) -> &mut Choice<When> {
        &mut filter.dates
    }

    fn statements(data: Shared, value: When) -> StatementSet {
        match value {
            When::Undated => matching::listed(data, data.index.facets.undated()),
            When::In(date) => overlapping(data, date, &in_no_month(data)),
        }
    }

    fn tallies(data: Shared, _: &Filter, counted: Counted<'_>) -> Option<Vec<Tally>> {
        let months: Vec<_> = data.index.facets.months().collect();
        let mut tallies: Vec<_> = months.iter().map(|&(_, list)| of_list(list, counted)).collect();
        for id in &in_no_month(data) {
            let Some((first, last)) = data.statements.when(id).and_then(corpus::Date::days) else { continue };
            let days = |index: usize| months[index].0.days().unwrap_or_default();
            let from = months.partition_point(|(month, _)| month.days().unwrap_or_default().1 < first);
            for index in (from..months.len()).take_while(|&index| days(index).0 <= last) {
                tallies[index].count(id, true, counted);
            }
        }
        tallies.push(of_list(data.index.facets.undated(), counted));
        Some(tallies)
    }

    /// A single month tells nothing apart where each statement is of it, and neither does that no day is given of any.
    fn is_idle(data: Shared) -> bool {
        let facets = &data.index.facets;
        facets.months().len() + usize::from(!facets.undated().is_empty()) < 2
    }

    #[cfg(test)]
    fn has(data: Shared, id: corpus::StatementId, value: When) -> bool {
        let own = data.statement(id).when;
        let days = own.and_then(corpus::Date::days);
        match value {
            When::Undated => days.is_none(),
            When::In(date) => match (date.days(), days) {
                (Some((first, last)), Some((own_first, own_last))) => own_first <= last && first <= own_last,
                (None, None) => own.is_some_and(|own| own.is_open_as(date)),
                _ => false,
            },
        }
    }
}

/// The statements that share a day with a date, or are open as it is. Those of a month that is within the date need not
/// be looked at. `in_no_month` is what [`in_no_month`] gives.
pub(crate) fn overlapping(data: Shared, date: corpus::Date, in_no_month: &StatementSet) -> StatementSet {
    let mut set = StatementSet::empty(data.statements.len());
    let Some((first, last)) = date.days() else {
        let is_open = |&id: &corpus::StatementId| data.statements.when(id).is_some_and(|own| own.is_open_as(date));
        data.index.facets.undated().iter().filter(is_open).for_each(|id| set.insert(id));
        return set;
    };
    let overlaps = |id: corpus::StatementId| data.statements.when(id).is_some_and(|own| own.overlaps(date));
    for (month, list) in data.index.facets.months() {
        match month.days() {
            Some((from, to)) if first <= from && to <= last => set.add_all(list),
            Some((from, to)) if first <= to && from <= last => {
                list.iter().filter(|&id| overlaps(id)).for_each(|id| set.insert(id));
            }
            _ => {}
        }
    }
    in_no_month.iter().filter(|&id| overlaps(id)).for_each(|id| set.insert(id));
    set
}

/// The statements with known days that the list of no month has: those of a year, or from or to one.
pub(crate) fn in_no_month(data: Shared) -> StatementSet {
    let mut set = StatementSet::full(data.statements.len());
    data.index.facets.months().for_each(|(_, list)| set.remove_all(list));
    set.remove_all(data.index.facets.undated());
    set
}
