//! The units of the calendar that other figures have a column of.

use corpus::Date;

use crate::Shared;
use crate::facets::date;
use crate::order;

/// The largest number of months that have a column each.
const MOST_MONTHS: usize = 24;

/// The months in which there are statements, or the years where these are many, in order, and what one is called.
pub(in crate::figures) fn units_of_time(data: Shared) -> (Vec<Date>, &'static str) {
    let mut units: Vec<Date> = data.index.facets.months().map(|(month, _)| month).collect();
    let by_month = units.len() <= MOST_MONTHS;
    if !by_month {
        for month in &mut units {
            if let Date::On(entry) = month {
                entry.month = 0;
            }
        }
        units.dedup();
    }
    let in_no_month = date::in_no_month(data);
    // A year of which no month is known has a place of its own.
    for when in in_no_month.iter().filter_map(|id| data.statements.when(id)) {
        if !units.iter().any(|unit| unit.overlaps(when)) {
            units.push(when);
        }
    }
    let units = order::by_key(units, |unit| [unit.sort_key().0, 0, 0]);
    (units, if by_month { "month" } else { "year" })
}
