//! Building of the render models of the facets. Only for values that are listed there are labels and links.

use std::sync::Arc;

use super::effects::Effects;
use super::facet::{AnyFacet, Value};
use super::in_page_order;
use super::model::{Count, FacetModel, FacetValue, LongFacet, Ranked};
use super::parts::{Place, behind_wholes, places};
use super::tally::{Counted, Tally};
use crate::Shared;
use crate::filter::Filtered;
use crate::language::Phrase;
use crate::link;
use crate::names::Named;
use crate::order;
use crate::statements::window::is_windowed;
use crate::view::{Chosen, Selection, View};

/// The number of values that are shown unfolded.
pub(super) const UNFOLDED: usize = 8;

/// The number of values that are listed, shown or folded. A facet of more is long: the others are listed
/// when the reader asks for more, or types a name.
pub(super) const LISTED: usize = 60;

/// The same where lists of statements are drawn in windows: with each click, counts and links of all values change that
/// are listed, whether they are folded or not.
const LISTED_BESIDE_WINDOW: usize = 24;

/// The models of all facets, without those that cannot tell statements of this briefing apart.
pub fn facets(data: Shared, selection: &Selection, filtered: &Filtered) -> Vec<FacetModel> {
    facets_on(data, &View::default(), selection, filtered)
}

/// The same with links to the page of a view, see [`View::selecting`].
pub fn facets_on(data: Shared, page: &View, selection: &Selection, filtered: &Filtered) -> Vec<FacetModel> {
    in_page_order().filter_map(|facet| model(data, page, selection, filtered, facet)).collect()
}

/// The model of a facet; none where no value is worth listing.
fn model(
    data: Shared,
    page: &View,
    selection: &Selection,
    filtered: &Filtered,
    facet: &dyn AnyFacet,
) -> Option<FacetModel> {
    let effects = Effects::new(data, &selection.filter, filtered, facet);
    let about = facet.description();
    let is_chosen = !effects.wanted.is_empty() || !effects.unwanted.is_empty();
    if !is_chosen && (about.is_from_links || facet.is_idle(data)) {
        return None;
    }
    let ranked = ranked(data, selection, filtered, facet, &effects);
    let number = ranked.len();
    let is_long = number > if is_windowed(data) { LISTED_BESIDE_WINDOW } else { LISTED };
    let is_listed = |(rank, value): &(usize, &Ranked)| !is_long || is_listed(*rank, value);
    let listed: Vec<&Ranked> = ranked.iter().enumerate().filter(is_listed).map(|(_, value)| value).collect();
    let unfolded = if is_long { listed.len() } else { unfolded(number) };
    let (first, folded) = listed.split_at(unfolded);
    let mut values = value_models(data, page, selection, facet, first);
    values.extend(value_models(data, page, selection, facet, folded));
    let long = is_long.then(|| LongFacet { noun: facet.noun(), number, values: Arc::new(ranked) });
    (number > 0).then_some(FacetModel { key: about.key, title: about.title, values, unfolded, long })
}

/// The number of so many values that are shown unfolded. Folding away one or two would take as much room as showing
/// them.
const fn unfolded(number: usize) -> usize {
    if number <= UNFOLDED + 2 { number } else { UNFOLDED }
}

/// Whether the model of a long facet lists a value at a rank.
pub(super) fn is_listed(rank: usize, value: &Ranked) -> bool {
    rank < UNFOLDED || value.state != Chosen::No
}

/// The values that have a statement in the briefing, or are chosen, in order.
fn ranked(
    data: Shared,
    selection: &Selection,
    filtered: &Filtered,
    facet: &dyn AnyFacet,
    effects: &Effects<'_>,
) -> Vec<Ranked> {
    let about = facet.description();
    let counted = Counted { shown: &filtered.statements, addable: &effects.addable };
    let tallies = facet.tallies(data, &selection.filter, counted);
    let mut states = vec![Chosen::No; tallies.len()];
    for (chosen, state) in [(&effects.wanted, Chosen::Wanted), (&effects.unwanted, Chosen::Unwanted)] {
        for &value in chosen {
            if let Some(index) = facet.position(data, value) {
                states[index] = state;
            }
        }
    }
    let mut values: Vec<(Value, Tally, Chosen)> = facet
        .values(data)
        .into_iter()
        .zip(tallies)
        .zip(states)
        .map(|((value, tally), state)| (value, tally, state))
        .filter(|(_, tally, state)| tally.total > 0 || *state != Chosen::No)
        .collect();
    values = order::by_key(values, |&(value, tally, _)| facet.sort_key(data, value, tally));
    let unfolded = unfolded(values.len());
    let values = behind_wholes(data, values, unfolded, |&(value, ..)| value);
    let any_wanted = !effects.wanted.is_empty();
    let ranked = |(value, tally, state): (Value, Tally, Chosen)| Ranked {
        value,
        state,
        count: match state {
            Chosen::Wanted => Count::Has(effects.having(value)),
            Chosen::Unwanted => Count::Hides(effects.hidden(value)),
            Chosen::No if any_wanted => Count::Adds(tally.added),
            Chosen::No => Count::Leaves(tally.added),
        },
        is_excludable: about.is_excludable && state == Chosen::No && !any_wanted && tally.shown > 0,
    };
    values.into_iter().map(ranked).collect()
}

/// The render models of values that are listed one after the other.
pub(super) fn value_models(
    data: Shared,
    page: &View,
    selection: &Selection,
    facet: &dyn AnyFacet,
    listed: &[&Ranked],
) -> Vec<FacetValue> {
    let places = places(data, listed.iter().map(|ranked| ranked.value));
    let model = |(ranked, place): (&&Ranked, Place)| value_model(data, page, selection, facet, ranked, place);
    listed.iter().zip(places).map(model).collect()
}

/// The render model of a value.
fn value_model(
    data: Shared,
    page: &View,
    selection: &Selection,
    facet: &dyn AnyFacet,
    ranked: &Ranked,
    place: Place,
) -> FacetValue {
    let &Ranked { value, state, count, is_excludable } = ranked;
    let link = |state: Chosen| {
        let next = selection.with(|filter| facet.set(filter, value, state));
        link::write(data, &page.selecting(next))
    };
    let useful = count.number() > 0 || state != Chosen::No;
    FacetValue {
        slug: facet.slug(data, value).into_owned(),
        label: facet.label(data, value).into_owned(),
        language: facet.language(data, value),
        detail: facet.detail(data, value),
        level: place.level,
        whole: place
            .whole
            .map(|whole| Phrase::default().text(&whole.label(data), whole.language(data)))
            .unwrap_or_default(),
        hue: facet.hue(data, value),
        state,
        count,
        toggle: useful.then(|| link(if state == Chosen::No { Chosen::Wanted } else { Chosen::No })),
        exclude: is_excludable.then(|| link(Chosen::Unwanted)),
    }
}
