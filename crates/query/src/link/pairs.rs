//! The pairs of a link that was written by this program.

use super::slugs::Slugs;
use super::transport::decode;
use crate::Shared;
use crate::facets::FACETS;
use crate::names::Named;
use crate::view::{Chosen, Filter};

/// The pairs of a link.
pub(crate) struct Pairs<'l> {
    /// The briefing that the link is to.
    pub data: Shared,
    query: &'l str,
}

impl<'l> Pairs<'l> {
    /// The pairs of what follows the `?` of a link.
    pub fn new(data: Shared, query: &'l str) -> Self {
        Pairs { data, query }
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    }

    fn items(&self, key: &str) -> impl Iterator<Item = &str> {
        self.value(key).into_iter().flat_map(|value| value.split(','))
    }

    /// The value of a key.
    pub fn one<T: Named>(&self, key: &str) -> Option<T> {
        T::from_slug(self.data, self.value(key)?)
    }

    /// The values of a key, each once.
    pub fn list<T: Named>(&self, key: &str) -> Vec<T> {
        let mut values = Vec::new();
        for value in self.items(key).filter_map(|slug| T::from_slug(self.data, slug)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }

    /// The text of the search.
    pub fn search_text(&self, key: &str) -> String {
        self.value(key).map(|text| decode(&text.replace('+', " "))).unwrap_or_default()
    }

    /// What is chosen in the facets.
    pub fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        for facet in FACETS {
            let key = facet.description().key;
            let slugs = Slugs::new(self.data, *facet, self.items(key).count());
            for item in self.items(key) {
                let (slug, state) = match item.strip_prefix('-') {
                    Some(slug) => (slug, Chosen::Unwanted),
                    None => (item, Chosen::Wanted),
                };
                if let Some(value) = slugs.find(slug) {
                    facet.set(&mut filter, value, state);
                }
            }
        }
        filter
    }
}
