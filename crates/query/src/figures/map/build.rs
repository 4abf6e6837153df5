//! From the statements that pass a filter to the render model of their map.

use std::sync::Arc as Shareable;

use corpus::{ActorId, ActorKind, Form, Role, StatementId};

use super::count::{Acts, Countries, ROLES, acts};
use super::ground::Ground;
use super::model::{Arc, ArcKind, Map, MapCountry};
use super::words;
use crate::Shared;
use crate::figures::matrix::only;
use crate::figures::voices::filtered_link;
use crate::filter::Filtered;
use crate::language::{self, Language, Localizable};
use crate::link;
use crate::names::Named;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Choice, Chosen, Filter, View};

/// The largest number of countries, and of arcs between them.
const MOST_COUNTRIES: usize = 99;
const MOST_ARCS: usize = 99;
/// The largest number of actors that a link names.
const MOST_LINKED: usize = 60;
/// The largest number of statements that are linked one by one, side by side.
const MOST_COMPARED: usize = 4;

/// The map of what passes a filter. `ground` is what [`ground`](mod@super::ground) lays out of
/// [`codes`](super::codes).
///
/// Takes time in proportion to the statements and their actors, and to the actors with a country.
pub fn map(data: Shared, filter: &Filter, filtered: &Filtered, ground: &Shareable<Ground>) -> Map {
    let shown = &filtered.statements;
    let countries = Countries::new(data);
    let counted = (0..countries.codes.len()).map(|index| (index, countries.statements(data, index, shown)));
    let counted: Vec<(usize, StatementSet)> = counted.filter(|(_, statements)| !statements.is_empty()).collect();
    let counted = order::by_key(counted, |(_, statements)| [order::largest(statements.len()), 0, 0]);
    let (kept, dropped) = counted.split_at(counted.len().min(MOST_COUNTRIES));
    let mut position = vec![None; countries.codes.len()];
    kept.iter().enumerate().for_each(|(at, &(index, _))| position[index] = Some(at));
    let drawn: Vec<MapCountry> =
        kept.iter().map(|(index, statements)| country(data, filter, &countries, *index, statements, ground)).collect();
    let joined = acts(data, &countries, shown).into_iter().filter_map(|acts| {
        let [from, to] = acts.ends.map(|end| position[end]);
        Some(([from?, to?], acts))
    });
    let joined: Vec<([usize; 2], Acts)> = joined.collect();
    let crowded = joined.len().saturating_sub(MOST_ARCS);
    let arcs = joined.into_iter().take(MOST_ARCS).map(|(ends, acts)| {
        let (href, is_exact) = href_of_acts(data, filter, shown, &countries, &acts);
        let names = ends.map(|end| drawn[end].name);
        let spoken = words::spoken_arc(acts.kind, names, acts.statements.len(), is_exact);
        Arc { kind: acts.kind, ends, count: acts.statements.len(), href, spoken }
    });
    let arcs: Vec<Arc> = arcs.collect();
    let silent = (0..countries.codes.len()).filter(|&index| position[index].is_none());
    let silent = silent.filter(|index| !dropped.iter().any(|(other, _)| other == index));
    let silent: Vec<Localizable> = silent.map(|index| name(data, countries.codes[index], index, ground)).collect();
    Map {
        sentence: words::sentence(&drawn, &arcs, shown.len()),
        notes: words::notes(ground, &drawn, &arcs, &silent, [dropped.len(), crowded]),
        ground: Shareable::clone(ground),
        countries: drawn,
        arcs,
    }
}

fn country(
    data: Shared,
    filter: &Filter,
    countries: &Countries,
    index: usize,
    statements: &StatementSet,
    ground: &Ground,
) -> MapCountry {
    let code = countries.codes[index];
    let name = name(data, code, index, ground);
    let actors = &countries.actors[index];
    let narrowed = with_actors(filter, actors, &ROLES);
    let (href, is_exact) = href(data, filter, narrowed, statements.iter());
    let number = countries.number_of_actors(index);
    MapCountry {
        code,
        name,
        place: ground.countries.get(index).and_then(Option::as_ref).map(|_| index),
        hue: state(data, code).or(actors.first().copied()).and_then(|id| id.hue(data)),
        count: statements.len(),
        href,
        spoken: words::spoken_country(name, statements.len(), number, is_exact),
    }
}

/// The state with a code.
fn state(data: Shared, code: &str) -> Option<ActorId> {
    let is_state = |actor: &&corpus::Actor<'_>| actor.kind == ActorKind::State && actor.country == Some(code);
    let index = data.actors.iter().position(|actor| is_state(&actor))?;
    Some(ActorId(index as u32))
}

/// The name of the country with a code.
fn name(data: Shared, code: &'static str, index: usize, ground: &Ground) -> Localizable {
    let english = || {
        let outline = ground.countries.get(index).and_then(Option::as_ref);
        Localizable { text: outline.map_or(code, |country| country.name), language: Language::default() }
    };
    state(data, code).map_or_else(english, |id| language::named(data, data.actor(id).short))
}

/// The filter for what passes another and has some actors in some roles; none where no filter lets exactly that
/// through.
fn with_actors(filter: &Filter, actors: &[ActorId], roles: &[Role]) -> Option<Filter> {
    let is_free = filter.actors.wanted().is_empty() && filter.roles.wanted().is_empty();
    let is_listed = actors.iter().all(|&actor| filter.actors.state(actor) == Chosen::No);
    if !is_free || !is_listed || actors.len() > MOST_LINKED {
        return None;
    }
    let mut next = filter.clone();
    for &actor in actors {
        next.actors.set(actor, Chosen::Wanted);
    }
    next.roles = Choice::any_of(roles.iter().copied());
    Some(next)
}

/// The link to acts, and whether it shows no other statements.
fn href_of_acts(
    data: Shared,
    filter: &Filter,
    shown: &StatementSet,
    countries: &Countries,
    acts: &Acts,
) -> (String, bool) {
    let [from, to] = countries.taking_part(data, acts);
    let narrowed = || {
        let about = &filter.subjects;
        let is_free = about.wanted().is_empty() && to.iter().all(|&actor| about.state(actor) == Chosen::No);
        if acts.kind == ArcKind::Together || !is_free || to.len() > MOST_LINKED {
            return None;
        }
        let mut next = with_actors(filter, &from, &[Role::Agent])?;
        for &actor in &to {
            next.subjects.set(actor, Chosen::Wanted);
        }
        next.forms = only(&filter.forms, Form::Act)?;
        // Acts in which actors of both act and which are about one of them are not among those of an arrow.
        let passing = Filtered::new(data, &next, None).statements;
        let passing = passing.iter().filter(|&id| shown.contains(id)).count();
        (passing == acts.statements.len()).then_some(next)
    };
    href(data, filter, narrowed(), acts.statements.iter().copied())
}

/// The link to statements, and whether it shows no others: under a filter that lets exactly these through, or, of few,
/// side by side. Else it leads to all that pass the filter.
fn href(
    data: Shared,
    filter: &Filter,
    exact: Option<Filter>,
    statements: impl Iterator<Item = StatementId>,
) -> (String, bool) {
    if let Some(exact) = exact {
        return (filtered_link(data, exact), true);
    }
    let few: Vec<StatementId> = statements.take(MOST_COMPARED + 1).collect();
    let view = match few.as_slice() {
        [only] => View::statement(*only),
        few if few.len() <= MOST_COMPARED => View::compare_statements(few.iter().copied()),
        _ => return (filtered_link(data, filter.clone()), false),
    };
    (link::write(data, &view), true)
}
