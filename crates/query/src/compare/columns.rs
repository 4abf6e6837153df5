//! The columns of a comparison by topic: what each is called, where it leads, and which statements it has.

use corpus::{ActorId, CampId, Date, DocumentId, Hue, StatementId};

use super::compared::{ColumnKind, Compared, ComparedColumns, Period};
use super::shared::{VOICES, voiced};
use crate::Shared;
use crate::facets::date;
use crate::language::{self, Phrase};
use crate::link;
use crate::matching;
use crate::names::Named;
use crate::publication::beside_others;
use crate::set::StatementSet;
use crate::statements;
use crate::view::{Choice, DocumentOutlet, Filter, Sort, View, When};
use crate::words;

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// The name.
    pub(super) name: Phrase,
    /// The name in a sentence about when something is said: "until 14 December 2021"; the name where it is no period.
    pub(super) within: Phrase,
    /// The accent colour.
    pub(super) hue: Option<Hue>,
    /// The link to what the column is, or to its statements; none where no filter has them.
    pub(super) href: Option<String>,
    /// Its statements, by time.
    pub(super) statements: Vec<StatementId>,
}

/// The columns of a comparison by topic; none of one of statements.
pub(super) fn columns(data: Shared, compared: &Compared) -> Vec<Column> {
    let own = compared.voice.map(|actor| voiced(data, actor));
    let column = |named: NamedColumn, mut statements: StatementSet| {
        if let Some(own) = &own {
            statements.intersect_with(own);
        }
        let NamedColumn { name, within, hue, view } = named;
        let within = within.unwrap_or_else(|| name.clone());
        let statements = statements::sorted_set(data, &statements, Sort::Earliest);
        Column { name, within, hue, href: view.map(|view| link::write(data, &view)), statements }
    };
    match &compared.columns {
        ComparedColumns::Actors(ids) => ids.iter().map(|&id| column(actor(data, id), voiced(data, id))).collect(),
        ComparedColumns::Camps(ids) => ids.iter().map(|&id| column(camp(data, id), of_camp(data, id))).collect(),
        ComparedColumns::Outlets(ids) => ids.iter().map(|&id| column(outlet(data, id), of_outlet(data, id))).collect(),
        ComparedColumns::Documents(ids) => {
            let listed = |id: DocumentId| matching::listed(data, data.index.facets.document(id));
            ids.iter().map(|&id| column(document(data, id), listed(id))).collect()
        }
        ComparedColumns::Periods(periods) => {
            periods.iter().map(|&one| column(period(data, one, compared.voice), of_period(data, one))).collect()
        }
        ComparedColumns::Statements(_) => Vec::new(),
    }
}

/// What is said of a column without its statements.
pub(super) struct NamedColumn {
    pub(super) name: Phrase,
    within: Option<Phrase>,
    pub(super) hue: Option<Hue>,
    view: Option<View>,
}

fn named(name: Phrase, hue: Option<Hue>, view: View) -> NamedColumn {
    NamedColumn { name, within: None, hue, view: Some(view) }
}

pub(super) fn actor(data: Shared, id: ActorId) -> NamedColumn {
    named(Phrase::of(language::named(data, data.actor(id).short)), id.hue(data), View::Actor(id))
}

pub(super) fn camp(data: Shared, id: CampId) -> NamedColumn {
    let filter = Filter { actors: Choice::any_of(members(data, id)), roles: voices(), ..Filter::default() };
    named(Phrase::of(language::named(data, data.camp(id).name)), id.hue(data), View::filtered(filter))
}

pub(super) fn outlet(data: Shared, id: DocumentOutlet) -> NamedColumn {
    let filter = Filter { outlets: Choice::of(id), ..Filter::default() };
    named(Phrase::of(language::named(data, data.actor(id.0).short)), id.hue(data), View::filtered(filter))
}

pub(super) fn document(data: Shared, id: DocumentId) -> NamedColumn {
    let name = if data.documents.len() == 1 { Phrase::new("The article") } else { beside_others(data, id) };
    let hue = data.document(id).outlet.and_then(|outlet| outlet.hue(data));
    named(name, hue, View::Source(id, None))
}

/// A date facet's open date finds times that are open alike, and not a period that is open at an end.
pub(super) fn period(data: Shared, period: Period, of: Option<ActorId>) -> NamedColumn {
    let date = period.date();
    let view = date.days().map(|_| {
        let actors = of.map(Choice::of).unwrap_or_default();
        let roles = if of.is_some() { voices() } else { Choice::default() };
        View::filtered(Filter { actors, roles, dates: Choice::of(When::In(date)), ..Filter::default() })
    });
    let name = period.label(data);
    let within = match date {
        Date::By(_) | Date::From(_) => lower_first(&name),
        Date::On(entry) if entry.day > 0 => format!("on {name}"),
        _ => format!("in {name}"),
    };
    NamedColumn { name: Phrase::new(&name), within: Some(Phrase::new(&within)), hue: None, view }
}

fn lower_first(words: &str) -> String {
    let mut words = words.to_owned();
    words.get_mut(..1).map(str::make_ascii_lowercase);
    words
}

/// The roles of a voice.
fn voices() -> Choice<corpus::Role> {
    Choice::any_of(VOICES)
}

/// The actors that are no part of another and of a camp: their parts are heard with them.
pub(super) fn members(data: Shared, camp: CampId) -> impl Iterator<Item = ActorId> {
    let is_member = move |id: &ActorId| data.actor(*id).part_of.is_none() && data.actor(*id).camp == Some(camp);
    data.actor_ids().filter(is_member)
}

pub(super) fn of_camp(data: Shared, camp: CampId) -> StatementSet {
    let mut statements = StatementSet::empty(data.statements.len());
    for role in VOICES {
        for id in members(data, camp) {
            statements.add_all(data.index.facets.actor(id, role));
        }
    }
    statements
}

pub(super) fn of_outlet(data: Shared, outlet: DocumentOutlet) -> StatementSet {
    let mut statements = StatementSet::empty(data.statements.len());
    for (id, _) in data.documents_with_ids().filter(|(_, document)| document.outlet == Some(outlet.0)) {
        statements.add_all(data.index.facets.document(id));
    }
    statements
}

/// The statements that share a day with a period. A time of which one end is open or unknown is within a period that is
/// open on that side and has the other end.
pub(super) fn of_period(data: Shared, period: Period) -> StatementSet {
    let (first, last) = match period.date() {
        Date::By(entry) => (i32::MIN, entry.last_day()),
        Date::From(entry) => (entry.first_day(), i32::MAX),
        // The posting lists of months have it.
        date => return date::overlapping(data, date, &date::in_no_month(data)),
    };
    let is_within = |when: Date| match when {
        Date::By(entry) | Date::UnknownStart(entry) => first == i32::MIN && entry.last_day() <= last,
        Date::From(entry) | Date::UnknownEnd(entry) => last == i32::MAX && entry.first_day() >= first,
        when => when.days().is_some_and(|(from, to)| from <= last && first <= to),
    };
    matching::scan(data, |id| data.statements.when(id).is_some_and(is_within))
}

/// The names of columns as a list; with strokes between them where one is a list itself, or has a comma.
pub(super) fn names(kind: Option<ColumnKind>, names: impl IntoIterator<Item = Phrase>) -> Phrase {
    let names: Vec<Phrase> = names.into_iter().collect();
    let is_list = |name: &Phrase| [",", " and "].into_iter().any(|between| name.to_string().contains(between));
    match kind {
        Some(ColumnKind::Document | ColumnKind::Period) => Phrase::joined(names, " / "),
        Some(ColumnKind::Camp) if names.iter().any(is_list) => Phrase::joined(names, " / "),
        _ => Phrase::list(names),
    }
}

/// The columns of a comparison by topic, with their names.
pub(super) fn named_columns(data: Shared, columns: &ComparedColumns) -> Vec<NamedColumn> {
    match columns {
        ComparedColumns::Actors(ids) => ids.iter().map(|&id| actor(data, id)).collect(),
        ComparedColumns::Camps(ids) => ids.iter().map(|&id| camp(data, id)).collect(),
        ComparedColumns::Outlets(ids) => ids.iter().map(|&id| outlet(data, id)).collect(),
        ComparedColumns::Documents(ids) => ids.iter().map(|&id| document(data, id)).collect(),
        ComparedColumns::Periods(periods) => periods.iter().map(|&one| period(data, one, None)).collect(),
        ComparedColumns::Statements(_) => Vec::new(),
    }
}

/// The names of the columns of a comparison by topic, after the actor whose statements alone are compared.
pub(crate) fn table_title(data: Shared, compared: &Compared) -> Phrase {
    let columns = named_columns(data, &compared.columns);
    let title = names(compared.columns.kind(), columns.into_iter().map(|column| column.name));
    match compared.voice {
        Some(id) => actor(data, id).name.literal(": ").phrase(title),
        None => title,
    }
}

/// A number of columns with their noun: "Three actors".
pub(super) fn counted(kind: ColumnKind, number: usize) -> String {
    format!("{} {}", words::capitalised(&words::spelled(number)), kind.plural())
}
