//! What can be compared: the kinds of columns, the columns that are chosen and those that can be added, and whose
//! statements are compared.

use corpus::{ActorId, CampId, Date, Hue};

use super::columns::{NamedColumn, actor, camp, document, named_columns, of_camp, outlet, period};
use super::compared::{ColumnKind, Compared, ComparedColumns, Period};
use super::shared::number_voiced;
use crate::Shared;
use crate::documents::in_order_of_publication;
use crate::language::Phrase;
use crate::names::{Named, is_named};
use crate::order;
use crate::view::{Columns, Comparison, DocumentOutlet};

/// The choices of a comparison by topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// The kinds of columns; empty where the briefing has only one to compare.
    pub kinds: Vec<KindChoice>,
    /// What is chosen, each with the link to the comparison without it.
    pub chosen: Vec<Candidate>,
    /// What can be added, each with the link to the comparison that has it too; empty where no more columns fit.
    pub add: Vec<Candidate>,
    /// What a column is called: "actor".
    pub noun: &'static str,
    /// The same with its article: "an actor".
    pub one: &'static str,
    /// Whether a period with other ends can be added, see [`with_period`].
    pub any_period: bool,
    /// The actor whose statements alone are compared, with the link to everybody's.
    pub whose: Option<Candidate>,
    /// The actors whose statements alone can be compared, each with its link; empty where one is chosen, or where the
    /// columns are actors.
    pub narrow: Vec<Candidate>,
}

/// A kind of columns.
#[derive(Clone, Debug, PartialEq)]
pub struct KindChoice {
    /// What the columns are: "Actors".
    pub label: String,
    /// The link to choose such columns.
    pub href: String,
    /// Whether it is the present kind.
    pub is_current: bool,
}

/// Something that can be compared, or no longer be.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The name.
    pub name: Phrase,
    /// The accent colour.
    pub hue: Option<Hue>,
    /// The link that adds or removes it.
    pub href: String,
}

/// The candidates in whose names each word of a text begins a word; all for a blank text.
pub fn named<'a>(candidates: &'a [Candidate], text: &str) -> Vec<&'a Candidate> {
    let typed: Vec<String> = corpus::text::terms(text).map(|term| term.word).collect();
    candidates.iter().filter(|candidate| is_named(&[&candidate.name.to_string()], &typed)).collect()
}

/// The link to a comparison that has a period too, from the days of a form, of which one may be empty; an error says
/// what the form lacks.
///
/// # Errors
/// If there is no day, a text that is none, or a last day before the first.
pub fn with_period(data: Shared, comparison: &Comparison, first: &str, last: &str) -> Result<String, &'static str> {
    const NO_DAY: &str = "Give a first day, a last day, or both.";
    let text = match (first.trim(), last.trim()) {
        ("", "") => return Err(NO_DAY),
        ("", last) => format!("../{last}"),
        (first, "") => format!("{first}/.."),
        (first, last) if first == last => first.to_owned(),
        (first, last) => format!("{first}/{last}"),
    };
    let date: Date = text.parse().map_err(|error| match error {
        corpus::date::DateError::Backwards => "The last day is before the first.",
        _ => NO_DAY,
    })?;
    let period = Period::new(date).ok_or(NO_DAY)?;
    let comparison = Compared::new(data, comparison);
    let ComparedColumns::Periods(periods) = &comparison.columns else {
        return Ok(comparison.with_columns(ComparedColumns::Periods(vec![period])).link(data));
    };
    if periods.contains(&period) {
        return Err("This period is compared already.");
    }
    let periods = periods.iter().copied().chain([period]).take(Columns::MOST).collect();
    Ok(comparison.with_columns(ComparedColumns::Periods(periods)).link(data))
}

/// The choices of a comparison; of one of statements, those of a comparison of actors.
pub(super) fn choices(data: Shared, comparison: &Compared) -> Choices {
    let kind = comparison.columns.kind().unwrap_or(ColumnKind::Actor);
    let whose = comparison.voice.map(|id| candidate(data, actor(data, id), &comparison.with_voice(None)));
    let narrow = if comparison.voice.is_some() || kind == ColumnKind::Actor {
        Vec::new()
    } else {
        let narrowed = |id: ActorId| candidate(data, actor(data, id), &comparison.with_voice(Some(id)));
        heard(data).into_iter().map(narrowed).collect()
    };
    let is_full = comparison.columns.len() >= Columns::MOST;
    Choices {
        kinds: kinds(data, comparison, kind),
        chosen: chosen(data, comparison),
        add: if is_full { Vec::new() } else { addable(data, comparison) },
        noun: kind.singular(),
        one: with_article(kind),
        any_period: kind == ColumnKind::Period && !is_full,
        whose,
        narrow,
    }
}

fn candidate(data: Shared, named: NamedColumn, compared: &Compared) -> Candidate {
    Candidate { name: named.name, hue: named.hue, href: compared.link(data) }
}

const fn with_article(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Actor => "an actor",
        ColumnKind::Camp => "a camp",
        ColumnKind::Outlet => "an outlet",
        ColumnKind::Document => "a document",
        ColumnKind::Period => "a period",
    }
}

/// Each kind of which the briefing has two to compare, and the present one.
fn kinds(data: Shared, comparison: &Compared, current: ColumnKind) -> Vec<KindChoice> {
    let has_two = |kind: ColumnKind| match kind {
        ColumnKind::Actor => true,
        ColumnKind::Camp => CampId::all(data).into_iter().filter(|&id| !of_camp(data, id).is_empty()).nth(1).is_some(),
        ColumnKind::Outlet => DocumentOutlet::all(data).len() > 1,
        ColumnKind::Document => data.documents.len() > 1,
        ColumnKind::Period => dated_days(data).is_some_and(|(first, last)| first < last),
    };
    let choice = |kind: ColumnKind| KindChoice {
        label: kind.label(data).into_owned(),
        href: comparison.with_columns(ComparedColumns::none_of(kind)).link(data),
        is_current: kind == current,
    };
    let kinds: Vec<_> = ColumnKind::all(data).into_iter().filter(|&kind| kind == current || has_two(kind)).collect();
    if kinds.len() > 1 { kinds.into_iter().map(choice).collect() } else { Vec::new() }
}

/// The first and the last day of dated statements.
fn dated_days(data: Shared) -> Option<(i32, i32)> {
    let days = data.statement_ids().filter_map(|id| data.statements.when(id)?.days());
    days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
}

/// The actors that speak or act, those with most statements first.
fn heard(data: Shared) -> Vec<ActorId> {
    let numbers = data.actor_ids().map(|id| (number_voiced(data, id), id));
    let heard: Vec<(usize, ActorId)> = numbers.filter(|(count, _)| *count > 0).collect();
    order::by_key(heard, |&(count, _)| [order::largest(count), 0, 0]).into_iter().map(|(_, id)| id).collect()
}

fn chosen(data: Shared, comparison: &Compared) -> Vec<Candidate> {
    let names = named_columns(data, &comparison.columns);
    let without = |(index, named)| candidate(data, named, &comparison.with_columns(comparison.columns.without(index)));
    names.into_iter().enumerate().map(without).collect()
}

fn addable(data: Shared, comparison: &Compared) -> Vec<Candidate> {
    match &comparison.columns {
        ComparedColumns::Actors(ids) => added(data, comparison, ids, heard(data), ComparedColumns::Actors, actor),
        ComparedColumns::Camps(ids) => {
            let all = CampId::all(data).into_iter().filter(|&id| !of_camp(data, id).is_empty()).collect();
            added(data, comparison, ids, all, ComparedColumns::Camps, camp)
        }
        ComparedColumns::Outlets(ids) => {
            added(data, comparison, ids, DocumentOutlet::all(data), ComparedColumns::Outlets, outlet)
        }
        ComparedColumns::Documents(ids) => {
            added(data, comparison, ids, in_order_of_publication(data), ComparedColumns::Documents, document)
        }
        ComparedColumns::Periods(ids) => {
            added(data, comparison, ids, offered_periods(data), ComparedColumns::Periods, |data, one| {
                period(data, one, None)
            })
        }
        ComparedColumns::Statements(_) => added(data, comparison, &[], heard(data), ComparedColumns::Actors, actor),
    }
}

/// The candidates among all that are not chosen yet.
fn added<T: Copy + PartialEq>(
    data: Shared,
    comparison: &Compared,
    chosen: &[T],
    all: Vec<T>,
    columns: fn(Vec<T>) -> ComparedColumns,
    named: fn(Shared, T) -> NamedColumn,
) -> Vec<Candidate> {
    let with = |one: T| columns(chosen.iter().copied().chain([one]).collect());
    let candidates = all.into_iter().filter(|one| !chosen.contains(one));
    candidates.map(|one| candidate(data, named(data, one), &comparison.with_columns(with(one)))).collect()
}

/// The months that dated statements touch, or their years where there are many months.
fn offered_periods(data: Shared) -> Vec<Period> {
    const MOST_MONTHS: usize = 24;
    let months = Period::all(data);
    if months.len() <= MOST_MONTHS {
        return months;
    }
    let mut years: Vec<Period> = Vec::new();
    for month in months {
        let Date::On(mut entry) = month.date() else { continue };
        entry.month = 0;
        years.extend(Period::new(Date::On(entry)).filter(|year| !years.contains(year)));
    }
    years
}
