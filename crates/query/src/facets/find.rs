//! Search in a long facet: its values by the beginnings of the words of their names.

use corpus::text;

use super::FACETS;
use super::build::value_model;
use super::facet::{AnyFacet, Value};
use super::model::{FacetValue, LongFacet, Ranked};
use crate::Shared;
use crate::view::Selection;
use crate::words;

/// The largest number of values that a text finds at once.
const MOST: usize = 20;

/// What a text finds in a long facet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundValues {
    /// The first of the values, in the order of the facet.
    pub values: Vec<FacetValue>,
    /// How many there are: "20 of 134 actors"; empty where nothing was typed.
    pub summary: String,
}

/// The values of the facet with a key in whose names each word of a text begins a word. Case, diacritics and
/// apostrophes do not matter, as in the search of statements.
pub fn find(data: Shared, selection: &Selection, key: &str, facet: &LongFacet, text: &str) -> FoundValues {
    let typed: Vec<String> = text::terms(text).map(|term| term.word).collect();
    let Some(of) = FACETS.iter().copied().find(|of| of.description().key == key).filter(|_| !typed.is_empty()) else {
        return FoundValues::default();
    };
    let found: Vec<&Ranked> = facet.values.iter().filter(|ranked| is_named(data, of, ranked.value, &typed)).collect();
    let values: Vec<_> = found.iter().take(MOST).map(|ranked| value_model(data, selection, of, ranked)).collect();
    let all = words::count(found.len(), facet.noun);
    let summary = match (found.len(), values.len()) {
        (0, _) => format!("No {} has this in its name", facet.noun),
        (all, listed) if listed == all => words::count(all, facet.noun),
        (_, listed) => format!("{listed} of {all}"),
    };
    FoundValues { values, summary }
}

/// Whether each typed word begins a word in one of the names of a value.
fn is_named(data: Shared, facet: &dyn AnyFacet, value: Value, typed: &[String]) -> bool {
    let label = facet.label(data, value);
    let begins = |word: &String| {
        begins_word(&label, word)
            || matches!(value, Value::Actor(id) if {
                let actor = data.actor(id);
                begins_word(actor.name, word) || actor.aliases.iter().any(|alias| begins_word(alias, word))
            })
    };
    typed.iter().all(begins)
}

fn begins_word(name: &str, typed: &str) -> bool {
    // Folding keeps the letters of ASCII, and costs more than all the rest.
    let initial = typed.as_bytes()[0];
    if name.is_ascii() && !name.bytes().any(|byte| byte.to_ascii_lowercase() == initial) {
        return false;
    }
    text::search_terms(name).any(|term| term.word.starts_with(typed))
}
