//! Sorting and grouping of statements.

use corpus::date::Calendar;
use corpus::derived::TimeOrder;
use corpus::{Date, DocumentId, Hue, StatementId};

use crate::Shared;
use crate::card;
use crate::filter::Filtered;
use crate::language::Language;
use crate::names::Registered;
use crate::order;
use crate::publication::publication;
use crate::search::Search;
use crate::set::StatementSet;
use crate::view::{Group, Selection, Sort};
use crate::words;

/// The largest number of days by which statements are grouped; more are grouped by months.
const MOST_DAYS: usize = 60;

/// The largest number of months; more are grouped by years.
const MOST_MONTHS: usize = 120;

/// A group of statements under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementGroup {
    /// The key of the group, unique on the page.
    pub key: String,
    /// The heading; empty if statements are not grouped.
    pub heading: String,
    /// The language of the heading.
    pub language: Language,
    /// The statements, in order.
    pub statements: Vec<StatementId>,
    /// Those of them that are in an earlier group as well.
    pub repeated: Vec<StatementId>,
    /// The accent colour.
    pub hue: Option<Hue>,
}

/// The sort key by date. Undated statements come last in either direction.
fn time_key(data: Shared, id: StatementId, latest: bool) -> order::Key {
    match data.statements.when(id).map(Date::sort_key) {
        None => [1, 0, 0],
        Some((from, to)) if latest => [0, -from, to.saturating_neg()],
        Some((from, to)) => [0, from, to],
    }
}

/// Sorts statements; those that compare equal stay in the order of the text.
pub fn sorted(data: Shared, ids: impl Iterator<Item = StatementId>, sort: Sort) -> Vec<StatementId> {
    let mut ids: Vec<StatementId> = ids.collect();
    // Sets give them in order.
    if !ids.is_sorted() {
        ids = order::by_key(ids, |id| [id.0.cast_signed(), 0, 0]);
    }
    match sort {
        Sort::Text | Sort::BestMatch => ids,
        Sort::Earliest | Sort::Latest => order::by_key(ids, |&id| time_key(data, id, sort == Sort::Latest)),
    }
}

/// All statements in an order of time: sorted once, so that a click has only to pass over them.
fn time_order(data: Shared, sort: Sort) -> &'static TimeOrder {
    data.by_time[usize::from(sort == Sort::Latest)].get_or_compute(|| {
        let statements = sorted(data, data.statement_ids(), sort);
        let times = by_time(data, &statements);
        TimeOrder { statements, times }
    })
}

/// Whether so few of all statements are in a set that they are sorted sooner than all are passed over.
fn are_few(data: Shared, set: &StatementSet) -> bool {
    set.len() * 8 < data.statements.len()
}

/// The same as [`sorted`] for a set.
pub(crate) fn sorted_set(data: Shared, set: &StatementSet, sort: Sort) -> Vec<StatementId> {
    if matches!(sort, Sort::Text | Sort::BestMatch) || are_few(data, set) {
        return sorted(data, set.iter(), sort);
    }
    time_order(data, sort).statements.iter().copied().filter(|&id| set.contains(id)).collect()
}

/// The statements of a set by their dates, in an order of time; what [`by_time`] makes of them once they are sorted.
fn set_by_time(data: Shared, set: &StatementSet, sort: Sort) -> Vec<(Option<Date>, Vec<StatementId>)> {
    if are_few(data, set) {
        return by_time(data, &sorted(data, set.iter(), sort));
    }
    let mut times: Vec<(Option<Date>, Vec<StatementId>)> = Vec::new();
    for (when, statements) in &time_order(data, sort).times {
        let own: Vec<_> = statements.iter().copied().filter(|&id| set.contains(id)).collect();
        let Some(first) = own.first() else { continue };
        // Of dates that sort as equal, the one with the first statement of the text comes first.
        let is_later = |time: &&(Option<Date>, Vec<StatementId>)| {
            time.0.map(Date::sort_key) == when.map(Date::sort_key) && time.1.first() > Some(first)
        };
        let later = times.iter().rev().take_while(is_later).count();
        times.insert(times.len() - later, (*when, own));
    }
    times
}

/// Sorts statements that are in the order of the text by how well they match.
fn ranked(ids: Vec<StatementId>, scores: &[i32]) -> Vec<StatementId> {
    order::by_key(ids, |id| [-scores[id.index()], 0, 0])
}

/// The statements that pass the filter of a selection, in its order and groups. Where the best match comes first, so
/// does its group.
pub fn groups(data: Shared, selection: &Selection, filtered: &Filtered) -> Vec<StatementGroup> {
    arranged(data, selection, filtered).0
}

/// Whether a selection is arranged by time, and not by another grouping or by how well its statements match.
pub fn is_by_time(selection: &Selection, search: Option<&Search>) -> bool {
    selection.group == Group::Day && order_of(selection, search).1.is_none()
}

/// The order of a selection, with the scores where the best match comes first. Nothing matches before the search is
/// made.
fn order_of<'a>(selection: &Selection, search: Option<&'a Search>) -> (Sort, Option<&'a [i32]>) {
    let sort = selection.order();
    let scores = search.and_then(Search::scores).filter(|_| sort == Sort::BestMatch);
    (if sort == Sort::BestMatch && scores.is_none() { Sort::default() } else { sort }, scores)
}

/// The groups, and what grouping by time is called: by the unit of the groups, or of what they would be where another
/// grouping is chosen.
pub(super) type Arrangement = (Vec<StatementGroup>, &'static str);

/// What grouping by time is called where nothing is grouped by it: of more statements, only grouping them would tell.
fn unit(filtered: &Filtered) -> &'static str {
    if filtered.statements.len() <= MOST_DAYS { "Day" } else { "Date" }
}

/// The arrangement of a selection that is arranged by time; without groups for another.
pub(super) fn arranged_by_time(data: Shared, selection: &Selection, filtered: &Filtered) -> Arrangement {
    let search = filtered.search.as_ref();
    if is_by_time(selection, search) {
        by_day(data, order_of(selection, search).0, &filtered.statements)
    } else {
        (Vec::new(), unit(filtered))
    }
}

/// The arrangement of any selection.
pub(super) fn arranged(data: Shared, selection: &Selection, filtered: &Filtered) -> Arrangement {
    let (sort, scores) = order_of(selection, filtered.search.as_ref());
    let ids = || {
        let ids = sorted_set(data, &filtered.statements, sort);
        if let Some(scores) = scores { ranked(ids, scores) } else { ids }
    };
    let mut unit = unit(filtered);
    let mut groups = match selection.group {
        Group::None if filtered.statements.is_empty() => Vec::new(),
        Group::None => vec![StatementGroup::new("all", "", ids(), None)],
        Group::Day => {
            let mut groups;
            (groups, unit) = by_day(data, sort, &filtered.statements);
            if let Some(scores) = scores {
                for group in &mut groups {
                    group.statements = ranked(std::mem::take(&mut group.statements), scores);
                }
            }
            groups
        }
        Group::Topic => by(data, &ids(), |id| data.statement(id).topics, without_topic),
        Group::Actor => by(data, &ids(), |id| card::voices(data, id), |ids| narrated(data, ids)),
        Group::Document => by(data, &ids(), |id| std::slice::from_ref(data.statements.document(id)), |_| Vec::new()),
    };
    if let Some(scores) = scores {
        let best = |group: &StatementGroup| group.statements.first().copied();
        groups = order::by_key(groups, |group| {
            best(group).map_or([0; 3], |id| [-scores[id.index()], id.0.cast_signed(), 0])
        });
    }
    let mut seen = StatementSet::empty(data.statements.len());
    for group in &mut groups {
        group.repeated = group.statements.iter().copied().filter(|&id| seen.contains(id)).collect();
        group.statements.iter().for_each(|&id| seen.insert(id));
    }
    (groups, unit)
}

impl StatementGroup {
    fn new(key: &str, heading: &str, statements: Vec<StatementId>, hue: Option<Hue>) -> StatementGroup {
        let language = Language::default();
        StatementGroup {
            key: key.to_owned(),
            heading: heading.to_owned(),
            language,
            statements,
            repeated: Vec::new(),
            hue,
        }
    }
}

/// Groups statements by the values that each has, in the order of the registry; the groups of those without values come
/// last.
fn by<T: Registered>(
    data: Shared,
    ids: &[StatementId],
    values: impl Fn(StatementId) -> &'static [T],
    others: impl Fn(Vec<StatementId>) -> Vec<StatementGroup>,
) -> Vec<StatementGroup> {
    let all = T::all(data);
    let mut buckets: Vec<Vec<StatementId>> = vec![Vec::new(); all.len()];
    let mut rest = Vec::new();
    for &id in ids {
        let values = values(id);
        if values.is_empty() {
            rest.push(id);
        }
        for &value in values {
            buckets[value.registry_index()].push(id);
        }
    }
    let mut groups = Vec::new();
    for (value, statements) in all.into_iter().zip(buckets) {
        if !statements.is_empty() {
            let group = StatementGroup::new(&value.slug(data), &value.label(data), statements, value.hue(data));
            groups.push(StatementGroup { language: value.language(data), ..group });
        }
    }
    if !rest.is_empty() {
        groups.extend(others(rest));
    }
    groups
}

fn without_topic(ids: Vec<StatementId>) -> Vec<StatementGroup> {
    vec![StatementGroup::new("-", "On no topic", ids, None)]
}

/// The groups of what the documents say themselves: one for each of them.
fn narrated(data: Shared, ids: Vec<StatementId>) -> Vec<StatementGroup> {
    if data.documents.len() == 1 {
        return vec![StatementGroup::new("-", "The article itself", ids, None)];
    }
    let mut buckets: Vec<Vec<StatementId>> = vec![Vec::new(); data.documents.len()];
    for id in ids {
        buckets[data.statements.document(id).index()].push(id);
    }
    let group = |(document, ids): (DocumentId, Vec<StatementId>)| {
        let key = format!("-{}", data.document(document).slug);
        StatementGroup::new(&key, &publication(data, document).to_string(), ids, None)
    };
    (0..).map(DocumentId).zip(buckets).filter(|(_, ids)| !ids.is_empty()).map(group).collect()
}

/// Groups statements that are sorted by date by their dates.
fn by_time(data: Shared, sorted: &[StatementId]) -> Vec<(Option<Date>, Vec<StatementId>)> {
    let mut times: Vec<(Option<Date>, Vec<StatementId>)> = Vec::new();
    for &id in sorted {
        let when = data.statements.when(id);
        // A month and the interval of all its days sort as equal, and are two dates.
        let same_days = |time: &&mut (Option<Date>, _)| time.0.map(Date::sort_key) == when.map(Date::sort_key);
        match times.iter_mut().rev().take_while(same_days).find(|time| time.0 == when) {
            Some((_, statements)) => statements.push(id),
            None => times.push((when, vec![id])),
        }
    }
    times
}

/// Groups by days, or by greater units of time where there are many; with the name of the unit.
fn by_day(data: Shared, sort: Sort, set: &StatementSet) -> Arrangement {
    // Groups are made in the order of time even if the statements of a group are in another.
    let is_by_time = matches!(sort, Sort::Earliest | Sort::Latest);
    let group = |(when, mut statements): (Option<Date>, Vec<StatementId>)| {
        if !is_by_time {
            statements = sorted(data, statements.into_iter(), Sort::Text);
        }
        let key = when.map_or_else(|| "undated".into(), |when| when.to_string());
        let heading = when.map(|when| words::capitalised(&words::date(when)));
        StatementGroup::new(&key, heading.as_deref().unwrap_or("No date given in the text"), statements, None)
    };
    let mut times = set_by_time(data, set, if is_by_time { sort } else { Sort::Earliest });
    // Hundreds of days with a statement or two each are no longer a structure.
    let mut name = "Day";
    let month = Calendar::month as fn(Calendar) -> Option<Calendar>;
    for (most, unit, unit_name) in [(MOST_DAYS, month, "Month"), (MOST_MONTHS, |_| None, "Year")] {
        if times.len() > most {
            times = in_units(times, unit);
            name = unit_name;
        }
    }
    (times.into_iter().map(group).collect(), name)
}

/// Merges times into units of time: each into the month or year in which it begins, or ends where its beginning is
/// open. `month` gives the month of an entry of the calendar; where there is none, the unit is the year.
fn in_units(
    times: Vec<(Option<Date>, Vec<StatementId>)>,
    month: fn(Calendar) -> Option<Calendar>,
) -> Vec<(Option<Date>, Vec<StatementId>)> {
    let mut units: Vec<(Option<Date>, Vec<StatementId>)> = Vec::new();
    for (when, statements) in times {
        let unit = when.map(|when| {
            let (Date::On(entry)
            | Date::Between(entry, _)
            | Date::By(entry)
            | Date::From(entry)
            | Date::UnknownStart(entry)
            | Date::UnknownEnd(entry)) = when;
            Date::On(month(entry).unwrap_or(Calendar { year: entry.year, month: 0, day: 0 }))
        });
        // Times are in order, so that the unit is one of the last, but for years among months.
        match units.iter_mut().rev().find(|known| known.0 == unit) {
            Some((_, known)) => known.extend(statements),
            None => units.push((unit, statements)),
        }
    }
    units
}
