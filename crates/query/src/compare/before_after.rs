//! What one actor says before a day and from it on: the comparison of two periods that an actor's page leads to.

use corpus::date::Calendar;
use corpus::{ActorId, Date};

use super::compared::{Compared, ComparedColumns, Period};
use super::shared::voiced;
use crate::Shared;
use crate::words;

/// The comparison of what an actor says before a day and from it on: "before and from 15 December 2021 on", and its
/// link. The day is that on which the later half of its dated statements begins; `None` where all are of one day.
pub fn before_and_after(data: Shared, id: ActorId) -> Option<(String, String)> {
    let first_days = |id| data.statements.when(id).and_then(Date::days).map(|(first, _)| first);
    let mut days: Vec<i32> = voiced(data, id).iter().filter_map(first_days).collect();
    days.sort_unstable();
    let (&first, &middle) = (days.first()?, days.get(days.len() / 2)?);
    let day = if middle > first { middle } else { *days.iter().find(|&&day| day > first)? };
    let (last_before, day) = (Calendar::from_day(day - 1)?, Calendar::from_day(day)?);
    let periods = [Date::By(last_before), Date::From(day)];
    let columns = ComparedColumns::Periods(periods.into_iter().filter_map(Period::new).collect());
    let compared = Compared { columns, voice: Some(id), topics: Vec::new() };
    Some((format!("before and from {} on", words::date(Date::On(day))), compared.link(data)))
}
