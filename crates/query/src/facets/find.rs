//! The values of a long facet beyond the first: one after the other, or by the beginnings of the words of their names.

use corpus::text;

use super::FACETS;
use super::build::{is_listed, value_models};
use super::facet::{AnyFacet, Value};
use super::model::{FacetValue, LongFacet, Ranked};
use crate::Shared;
use crate::names::{actor_names, is_named};
use crate::view::View;
use crate::words;

/// What is listed of a long facet below its first values: what a text finds, or what comes next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundValues {
    /// The values, in the order of the facet.
    pub values: Vec<FacetValue>,
    /// How many of how many are listed: "28 of 134 actors"; empty where nothing was typed and no more was asked for.
    pub summary: String,
    /// The number of values that the next step adds; none where all are listed.
    pub more: Option<usize>,
}

/// The values of the facet with a key in whose names (of documents, also in day and outlet) each word of a text begins
/// a word, with links to the page of `view`. Case, diacritics and apostrophes do not matter, as in the search of
/// statements. Of a blank text, the values that are not among those that the facet's model lists. `steps` is how often
/// the reader has asked for more.
pub fn find(data: Shared, view: &View, key: &str, facet: &LongFacet, text: &str, steps: usize) -> FoundValues {
    let Some(of) = FACETS.iter().copied().find(|of| of.description().key == key) else {
        return FoundValues::default();
    };
    let typed: Vec<String> = text::terms(text).map(|term| term.word).collect();
    let ranked = || facet.values.iter();
    // What a text finds is listed without having to ask.
    let (found, taken): (Vec<&Ranked>, usize) = if typed.is_empty() {
        let hidden = ranked().enumerate().filter(|(rank, ranked)| !is_listed(*rank, ranked));
        (hidden.map(|(_, ranked)| ranked).collect(), steps)
    } else {
        (ranked().filter(|ranked| is_named_so(data, of, ranked.value, &typed)).collect(), steps + 1)
    };
    let listed = found.len().min(listed_after(taken));
    let values = value_models(data, view, &view.selection(), of, &found[..listed]);
    // Those of a model are listed as well.
    let above = if typed.is_empty() { facet.values.len() - found.len() } else { 0 };
    let all = words::count(above + found.len(), facet.noun);
    let summary = match (found.len(), values.len()) {
        (0, _) if !typed.is_empty() => format!("No {} has this in its name", facet.noun),
        _ if typed.is_empty() && steps == 0 => String::new(),
        (all_found, listed) if listed == all_found => all,
        (_, listed) => format!("{} of {all}", words::grouped(above + listed)),
    };
    let left = found.len() - values.len();
    let more = (left > 0).then(|| left.min(listed_after(taken + 1) - listed_after(taken)));
    FoundValues { values, summary, more }
}

/// How many values are listed after so many steps: none, 20, 60, and then a hundred more each. The first steps are
/// short because most readers look for one of the next; a reader who goes through all is not to press too often.
fn listed_after(steps: usize) -> usize {
    match steps {
        0 => 0,
        1 => 20,
        more => 60 + 100 * (more - 2),
    }
}

/// Whether each typed word begins a word in one of the names of a value, or in what else tells it from others.
fn is_named_so(data: Shared, facet: &dyn AnyFacet, value: Value, typed: &[String]) -> bool {
    let label = facet.label(data, value);
    let actor: Vec<&str> = match value {
        Value::Actor(id) => actor_names(data, id).collect(),
        _ => Vec::new(),
    };
    let detail = facet.detail(data, value).to_string();
    is_named(&[&[&*label, &*detail], &*actor].concat(), typed)
}
