//! The columns of the matrix: which there are, the statements of each, and the filter that shows these.

use corpus::{ActorId, CampId, DocumentId, Form, Hue, Role};

use super::Column;
use crate::Shared;
use crate::documents::{in_order_of_publication, outlets};
use crate::facets::date;
use crate::figures::axis::units_of_time;
use crate::language::{self, Language, Phrase};
use crate::matching;
use crate::names::Named;
use crate::publication::publication;
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, DocumentOutlet, Filter, MatrixColumns, When};
use crate::words;

/// What makes a statement one of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// One of these actors, or a part of it, speaks or acts.
    Voices(Vec<ActorId>),
    /// The document speaks itself.
    Narration,
    /// The outlet of the document.
    Outlet(ActorId),
    /// The document.
    Document(DocumentId),
    /// A time that shares a day with that of the statement, or none.
    When(When),
    /// A condition that no filter has.
    Other,
}

/// The parts that make an actor a voice on a topic: who reports an act speaks, too.
pub const VOICES: [Role; 2] = [Role::Speaker, Role::Agent];

/// The most actors in a link, which has to be short enough to be passed on.
const MOST_ACTORS: usize = 60;

impl Condition {
    /// The filter for what passes another filter and meets the condition; `None` where no filter lets exactly that
    /// through, as where another actor is wanted already.
    pub fn narrowed(&self, filter: &Filter) -> Option<Filter> {
        let mut next = filter.clone();
        match self {
            Condition::Voices(actors) => {
                let is_free = filter.actors.wanted().is_empty() && filter.roles.wanted().is_empty();
                let is_listed = actors.iter().all(|&actor| filter.actors.state(actor) == Chosen::No);
                if !is_free || !is_listed || actors.len() > MOST_ACTORS {
                    return None;
                }
                for &actor in actors {
                    next.actors.set(actor, Chosen::Wanted);
                }
                next.roles = Choice::any_of(VOICES);
            }
            Condition::Narration => next.forms = only(&filter.forms, Form::Narration)?,
            Condition::Outlet(outlet) => next.outlets = only(&filter.outlets, DocumentOutlet(*outlet))?,
            Condition::Document(document) => next.documents = only(&filter.documents, *document)?,
            Condition::When(when) => {
                // Times overlap: what is of two would be lost.
                if !filter.dates.wanted().is_empty() && filter.dates.wanted() != [*when] {
                    return None;
                }
                next.dates = only(&filter.dates, *when)?;
            }
            Condition::Other => return None,
        }
        Some(next)
    }
}

/// A choice with one wanted value in place of the wanted ones; `None` where that is not one of them.
pub fn only<T: Copy + PartialEq>(choice: &Choice<T>, value: T) -> Option<Choice<T>> {
    let is_wanted = choice.wanted().is_empty() || choice.state(value) == Chosen::Wanted;
    if !is_wanted || choice.state(value) == Chosen::Unwanted {
        return None;
    }
    let mut next = choice.clone();
    choice.wanted().iter().for_each(|&other| next.set(other, Chosen::No));
    next.set(value, Chosen::Wanted);
    Some(next)
}

/// The columns that have one of some statements, in the order of the briefing, and what one of them is called.
pub fn columns(data: Shared, kind: MatrixColumns, shown: &StatementSet) -> (Vec<Column>, &'static str) {
    let (columns, noun) = match kind {
        MatrixColumns::Actor => (voices(data), "voice"),
        MatrixColumns::Camp => (camps(data), "camp"),
        MatrixColumns::Outlet => (of_outlets(data), "outlet"),
        MatrixColumns::Document => (of_documents(data), "document"),
        MatrixColumns::Month => months(data),
    };
    let within = |mut column: Column| {
        column.statements.intersect_with(shown);
        (!column.statements.is_empty()).then_some(column)
    };
    (columns.into_iter().filter_map(within).collect(), noun)
}

/// The actors that are no part of another.
fn wholes(data: Shared) -> impl Iterator<Item = ActorId> {
    data.actor_ids().filter(|&id| data.actor(id).part_of.is_none())
}

fn column(name: Phrase, hue: Option<Hue>, condition: Condition, statements: StatementSet) -> Column {
    Column { name, hue, condition, statements }
}

fn voices(data: Shared) -> Vec<Column> {
    let of_actor = |id: ActorId| {
        let name = Phrase::of(language::named(data, data.actor(id).short));
        let statements = matching::with_actor(data, id, &VOICES);
        column(name, id.hue(data), Condition::Voices(vec![id]), statements)
    };
    wholes(data).map(of_actor).chain([narration(data)]).collect()
}

/// What the documents say themselves.
fn narration(data: Shared) -> Column {
    let name = if data.documents.len() == 1 { "The article" } else { "The documents themselves" };
    let statements = matching::scan(data, |id| data.statements.coding(id).0 == Form::Narration);
    column(Phrase::new(name), None, Condition::Narration, statements)
}

/// A camp has the actors whose outermost whole is of it.
fn camps(data: Shared) -> Vec<Column> {
    let of_camp = |camp: Option<CampId>| {
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
        column(Phrase::default().text(name, language), hue, Condition::Voices(actors), statements)
    };
    let camps = (0..data.camps.len() as u32).map(|id| Some(CampId(id)));
    camps.chain([None]).map(of_camp).chain([narration(data)]).collect()
}

fn of_outlets(data: Shared) -> Vec<Column> {
    let without = |outlet: Option<ActorId>| {
        let mut statements = StatementSet::empty(data.statements.len());
        for (id, _) in data.documents_with_ids().filter(|(_, document)| document.outlet == outlet) {
            statements.add_all(data.index.facets.document(id));
        }
        statements
    };
    let of_outlet = |id: ActorId| {
        let name = Phrase::of(language::named(data, data.actor(id).short));
        column(name, id.hue(data), Condition::Outlet(id), without(Some(id)))
    };
    let none = column(Phrase::new("No outlet named"), None, Condition::Other, without(None));
    outlets(data).into_iter().map(of_outlet).chain([none]).collect()
}

fn of_documents(data: Shared) -> Vec<Column> {
    let of_document = |id: DocumentId| {
        let name = if data.documents.len() == 1 { Phrase::new("The article") } else { publication(data, id) };
        let hue = data.document(id).outlet.and_then(|outlet| outlet.hue(data));
        column(name, hue, Condition::Document(id), matching::listed(data, data.index.facets.document(id)))
    };
    in_order_of_publication(data).into_iter().map(of_document).collect()
}

fn months(data: Shared) -> (Vec<Column>, &'static str) {
    let (units, noun) = units_of_time(data);
    let in_no_month = date::in_no_month(data);
    let of_unit = |when: corpus::Date| {
        let statements = date::overlapping(data, when, &in_no_month);
        column(Phrase::new(&words::date(when)), None, Condition::When(When::In(when)), statements)
    };
    let undated = matching::listed(data, data.index.facets.undated());
    let none = column(Phrase::new("No day given"), None, Condition::When(When::Undated), undated);
    (units.into_iter().map(of_unit).chain([none]).collect(), noun)
}

/// Whether the columns of a kind have an order of their own, which nothing sorts.
pub const fn are_ordered(kind: MatrixColumns) -> bool {
    matches!(kind, MatrixColumns::Month)
}

/// Whether a column stays behind the others: what is of nobody, or of no time.
pub const fn is_last(condition: &Condition) -> bool {
    matches!(condition, Condition::Other | Condition::When(When::Undated))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{actor, aldport, both, filtered, passing, selection, slugs, synthetic};

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

    #[test]
    fn no_filter_names_who_speaks_where_another_actor_is_wanted() {
        let data = aldport();
        let filter = selection(data, "#/?actor=marrend").filter;
        assert_eq!(Condition::Voices(vec![actor(data, "aldport-council")]).narrowed(&filter), None);
        assert_eq!(Condition::Other.narrowed(&Filter::default()), None);
        assert!(Condition::Narration.narrowed(&filter).is_some());
    }

    #[test]
    fn a_wanted_value_gives_way_to_one_of_the_wanted_only() {
        let two = Choice::any_of([Form::Direct, Form::Narration]);
        assert_eq!(only(&two, Form::Direct), Some(Choice::of(Form::Direct)));
        assert_eq!(only(&two, Form::Act), None);
        let mut not = Choice::default();
        not.set(Form::Act, Chosen::Unwanted);
        assert_eq!(only(&not, Form::Act), None);
        let direct = only(&not, Form::Direct).expect("it is not unwanted");
        assert_eq!((direct.wanted(), direct.unwanted()), ([Form::Direct].as_slice(), [Form::Act].as_slice()));
    }
}
