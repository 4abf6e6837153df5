//! The columns of the matrix: which there are, and the statements of each.

use corpus::{ActorId, CampId, Form, Hue};

use super::condition::Condition;
use super::model::Column;
use crate::Shared;
use crate::documents::{in_order_of_publication, outlets};
use crate::facets::date;
use crate::figures::axis::units_of_time;
use crate::language::{self, Language, Phrase};
use crate::matching::{self, VOICES};
use crate::names::Named;
use crate::publication::beside_others;
use crate::set::StatementSet;
use crate::view::{MatrixColumns, When};
use crate::words;

/// The columns that have one of some statements, in the order of the briefing, and what one of them is called.
pub fn columns(data: Shared, kind: MatrixColumns, shown: &StatementSet) -> (Vec<Column>, &'static str) {
    let mut columns = Vec::new();
    let add = &mut |mut column: Column| {
        column.statements.intersect_with(shown);
        if !column.statements.is_empty() {
            columns.push(column);
        }
    };
    let noun = match kind {
        MatrixColumns::Actor => add_voices(data, add),
        MatrixColumns::Camp => add_camps(data, add),
        MatrixColumns::Outlet => add_outlets(data, add),
        MatrixColumns::Document => add_documents(data, add),
        MatrixColumns::Month => add_months(data, add),
    };
    (columns, noun)
}

/// The column of what is of none of the others.
fn rest(column: Column) -> Column {
    Column { is_rest: true, ..column }
}

/// The actors that are no part of another.
fn wholes(data: Shared) -> impl Iterator<Item = ActorId> {
    data.actor_ids().filter(|&id| data.actor(id).part_of.is_none())
}

fn column(name: Phrase, hue: Option<Hue>, condition: Condition, statements: StatementSet) -> Column {
    Column { name, hue, condition, statements, is_rest: false }
}

fn add_voices(data: Shared, add: &mut dyn FnMut(Column)) -> &'static str {
    for id in wholes(data) {
        let name = Phrase::of(language::named(data, data.actor(id).short));
        let statements = matching::with_actor(data, id, &VOICES);
        add(column(name, id.hue(data), Condition::Voices(vec![id]), statements));
    }
    add(narration(data));
    "voice"
}

/// What the documents say themselves.
fn narration(data: Shared) -> Column {
    let name = if data.documents.len() == 1 { "The article" } else { "The documents themselves" };
    let statements = matching::scan(data, |id| data.statements.coding(id).0 == Form::Narration);
    column(Phrase::new(name), None, Condition::Narration, statements)
}

/// A camp has the actors whose outermost whole is of it.
fn add_camps(data: Shared, add: &mut dyn FnMut(Column)) -> &'static str {
    let camps = (0..data.camps.len() as u32).map(|id| Some(CampId(id)));
    for camp in camps.chain([None]) {
        let (name, language) = camp.map_or(("Others", Language::default()), |id| {
            let name = language::named(data, data.camp(id).name);
            (name.text, name.language)
        });
        let mut statements = StatementSet::empty(data.statements.len());
        let mut actors = Vec::new();
        for id in wholes(data).filter(|&id| data.actor(id).camp == camp) {
            let own = matching::with_actor(data, id, &VOICES);
            if !own.is_empty() {
                statements.union_with(&own);
                actors.push(id);
            }
        }
        let hue = camp.map(|id| data.camp(id).hue);
        let own = column(Phrase::default().text(name, language), hue, Condition::Voices(actors), statements);
        add(Column { is_rest: camp.is_none(), ..own });
    }
    add(rest(narration(data)));
    "camp"
}

fn add_outlets(data: Shared, add: &mut dyn FnMut(Column)) -> &'static str {
    let of = |outlet: Option<ActorId>| {
        let mut statements = StatementSet::empty(data.statements.len());
        for (id, _) in data.documents_with_ids().filter(|(_, document)| document.outlet == outlet) {
            statements.add_all(data.index.facets.document(id));
        }
        statements
    };
    for id in outlets(data) {
        let name = Phrase::of(language::named(data, data.actor(id).short));
        add(column(name, id.hue(data), Condition::Outlet(id), of(Some(id))));
    }
    add(rest(column(Phrase::new("No outlet named"), None, Condition::Other, of(None))));
    "outlet"
}

fn add_documents(data: Shared, add: &mut dyn FnMut(Column)) -> &'static str {
    for id in in_order_of_publication(data) {
        let name = if data.documents.len() == 1 { Phrase::new("The article") } else { beside_others(data, id) };
        let hue = data.document(id).outlet.and_then(|outlet| outlet.hue(data));
        add(column(name, hue, Condition::Document(id), matching::listed(data, data.index.facets.document(id))));
    }
    "document"
}

fn add_months(data: Shared, add: &mut dyn FnMut(Column)) -> &'static str {
    let (units, noun) = units_of_time(data);
    let in_no_month = date::in_no_month(data);
    for when in units {
        let statements = date::overlapping(data, when, &in_no_month);
        add(column(Phrase::new(&words::date(when)), None, Condition::When(When::In(when)), statements));
    }
    let undated = matching::listed(data, data.index.facets.undated());
    add(rest(column(Phrase::new("No day given"), None, Condition::When(When::Undated), undated)));
    noun
}

/// Whether a briefing has any column of a kind but the rest.
pub fn has_columns(data: Shared, kind: MatrixColumns) -> bool {
    match kind {
        MatrixColumns::Actor | MatrixColumns::Document => true,
        MatrixColumns::Camp => !data.camps.is_empty(),
        MatrixColumns::Outlet => data.documents.iter().any(|document| document.outlet.is_some()),
        MatrixColumns::Month => data.statement_ids().any(|id| data.statements.when(id).is_some()),
    }
}

/// Whether the columns of a kind have an order of their own, which nothing sorts.
pub const fn are_ordered(kind: MatrixColumns) -> bool {
    matches!(kind, MatrixColumns::Month)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{aldport, both, filtered, passing, slugs, synthetic};

    #[test]
    fn the_filter_of_a_column_shows_its_statements() {
        for data in both().into_iter().chain([aldport(), synthetic(800)]) {
            for link in ["#/", "#/?form=direct,narration", "#/?position=supports", "#/?actor=-aland"] {
                let parsed = crate::link::parse(data, link).view.selection().filter;
                let shown = filtered(data, &parsed).statements;
                for kind in MatrixColumns::all(data) {
                    let mut all = StatementSet::empty(data.statements.len());
                    for column in columns(data, kind, &shown).0 {
                        all.union_with(&column.statements);
                        let Some(filter) = column.condition.narrowed(&parsed) else { continue };
                        let passing = passing(data, &filter);
                        assert_eq!(slugs(data, &column.statements), slugs(data, passing), "{link} {}", column.name);
                    }
                    assert_eq!(all, shown, "every statement is in a column: {link} {kind:?}");
                }
            }
        }
    }
}
