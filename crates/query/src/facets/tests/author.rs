//! What the author of a facet may have forgotten. Every test walks the whole list, so that a new facet is in it
//! unasked.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::facet::{AnyFacet, Value};
use super::super::{FACETS, facets, in_page_order};
use crate::Shared;
use crate::link;
use crate::testing::{both, filtered, with_languages};
use crate::view::{Chosen, Filter, Selection, View};

/// Corpora in which, between them, no facet is idle.
fn corpora() -> [Shared; 3] {
    let [shipped, small] = both();
    [shipped, small, with_languages(&["en", "fr", "de-CH", "en"])]
}

/// Calls back with every value of every facet.
fn each(mut check: impl FnMut(Shared, &'static dyn AnyFacet, Value, &str)) {
    for data in corpora() {
        for &facet in FACETS {
            for value in facet.values(data) {
                check(data, facet, value, &format!("{} {}", facet.description().key, facet.slug(data, value)));
            }
        }
    }
}

#[test]
fn keys_and_titles_are_given_and_tell_facets_apart() {
    let (mut keys, mut titles) = (BTreeSet::new(), BTreeSet::new());
    for facet in FACETS {
        let about = facet.description();
        let is_key = !about.key.is_empty() && about.key.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(is_key, "{:?} needs a key of small letters", about.title);
        assert!(!about.title.is_empty() && !facet.noun().is_empty(), "{:?} needs a title and a noun", about.key);
        assert!(keys.insert(about.key), "two facets have the key {:?}", about.key);
        assert!(titles.insert(about.title), "two facets have the title {:?}", about.title);
        assert!(about.key != "q" && about.key != "edition", "{:?} is a key of another meaning", about.key);
    }
    for about in FACETS.iter().map(|facet| facet.description()) {
        assert!(keys.contains(about.condition()), "{:?} qualifies a facet that does not exist", about.key);
    }
    assert_eq!(in_page_order().count(), FACETS.len());
}

#[test]
fn the_grammar_of_links_names_every_key() {
    let head: String = include_str!("../../facets.rs").lines().take_while(|line| line.starts_with("//!")).collect();
    for facet in FACETS {
        let key = facet.description().key;
        assert!(head.contains(&format!("//! {key} ")), "the grammar in the head of facets.rs has no rule for {key:?}");
    }
}

#[test]
fn every_facet_has_a_corpus_in_which_it_can_be_tested() {
    for facet in FACETS {
        let shown = corpora().into_iter().any(|data| {
            let mut filter = Filter::default();
            if let Some(&value) = facet.values(data).first().filter(|_| facet.description().is_from_links) {
                facet.set(&mut filter, value, Chosen::Wanted);
            }
            let selection = Selection { filter: filter.clone(), ..Selection::default() };
            let models = facets(data, &selection, &filtered(data, &filter));
            models.iter().any(|model| model.key == facet.description().key)
        });
        assert!(shown, "{:?} is shown for no corpus of the tests; add one to `corpora`", facet.description().key);
    }
}

#[test]
fn a_facet_that_is_chosen_by_links_is_not_shown_before() {
    for data in corpora() {
        let models = facets(data, &Selection::default(), &filtered(data, &Filter::default()));
        for facet in FACETS.iter().map(|facet| facet.description()).filter(|about| about.is_from_links) {
            assert!(models.iter().all(|model| model.key != facet.key), "{:?} is shown", facet.key);
        }
    }
}

#[test]
fn slugs_are_of_the_characters_of_links_and_lead_back_to_their_values() {
    each(|data, facet, value, name| {
        let slug = facet.slug(data, value);
        assert!(!slug.is_empty() && !slug.starts_with('-'), "{name}: a slug begins with a letter or digit");
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.');
        assert!(slug.bytes().all(fits), "{name}: links hold only a-z, 0-9 and -");
        assert_eq!(facet.value_with_slug(data, &slug), Some(value), "{name}: from_slug is not the inverse of slug");
        assert!(!facet.label(data, value).is_empty(), "{name} has no label");
    });
}

#[test]
fn a_value_set_in_a_filter_is_found_there_and_nowhere_else() {
    each(|_, facet, value, name| {
        let mut filter = Filter::default();
        facet.set(&mut filter, value, Chosen::Wanted);
        assert!(!filter.is_empty(), "{name}: choice_mut is not a field of the filter");
        assert_eq!(facet.chosen(&filter), (vec![value], Vec::new()), "{name}: choice is another field than choice_mut");
        for other in FACETS.iter().filter(|other| other.description().key != facet.description().key) {
            assert_eq!(other.chosen(&filter), (Vec::new(), Vec::new()), "{name} is in another facet's field as well");
        }
        facet.set(&mut filter, value, Chosen::No);
        assert_eq!(filter, Filter::default(), "{name}");
    });
}

#[test]
fn a_value_has_the_statements_that_have_it() {
    each(|data, facet, value, name| {
        let having: Vec<_> = data.statement_ids().filter(|&id| facet.has(data, id, value)).collect();
        assert_eq!(facet.statements(data, value).iter().collect::<Vec<_>>(), having, "{name}");
        assert_eq!(facet.matching(data, &Filter::default(), value), facet.statements(data, value), "{name}");
    });
}

#[test]
fn an_unknown_value_is_named_with_the_nearest_that_exists() {
    each(|data, facet, value, name| {
        let slug = facet.slug(data, value);
        // A letter too many in a word that is long enough for likeness to mean something.
        let wrong = format!("{slug}x");
        if slug.len() < 4 || !slug.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return;
        }
        let parsed = link::parse(data, &format!("#/?{}={wrong}", facet.description().key));
        let [notice] = &parsed.notices[..] else { panic!("{name}: {:?}", parsed.notices) };
        assert_eq!(notice.text, format!("This briefing has no {} “{wrong}”.", facet.noun()));
        assert!(notice.instead.is_some(), "{name}");
    });
}

/// Some values of every facet.
fn values() -> impl Strategy<Value = Vec<(usize, prop::sample::Index, bool)>> {
    prop::collection::vec((0..FACETS.len(), any::<prop::sample::Index>(), any::<bool>()), 0..6)
}

proptest! {
    #[test]
    fn every_choice_comes_back_from_its_link(values in values()) {
        for data in corpora() {
            let mut filter = Filter::default();
            for (facet, value, wanted) in &values {
                let facet = FACETS[*facet];
                let all = facet.values(data);
                if !all.is_empty() {
                    let wanted = *wanted || !facet.description().is_excludable;
                    let state = if wanted { Chosen::Wanted } else { Chosen::Unwanted };
                    facet.set(&mut filter, all[value.index(all.len())], state);
                }
            }
            let view = View::filtered(filter);
            let written = link::write(data, &view);
            let parsed = link::parse(data, &written);
            prop_assert_eq!(&parsed.notices, &[], "{}", written);
            prop_assert_eq!(&parsed.view, &view, "{}", written);
            prop_assert_eq!(link::read_exact(data, &written), Some(view), "{}", written);
        }
    }
}
