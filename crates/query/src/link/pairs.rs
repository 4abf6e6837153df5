//! The pairs of a link that was written by this program.

use crate::Shared;
use crate::facets::FACETS;
use crate::names::Named;
use crate::view::{Chosen, Filter};

/// The pairs of a link.
pub(crate) struct Pairs<'l> {
    data: Shared,
    query: &'l str,
}

impl<'l> Pairs<'l> {
    /// The pairs of what follows the `?` of a link.
    pub fn new(data: Shared, query: &'l str) -> Self {
        Pairs { data, query }
    }

    fn value(&self, key: &str) -> Option<&'l str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    }

    /// The value of a key.
    pub fn one<T: Named>(&self, key: &str) -> Option<T> {
        T::from_slug(self.data, self.value(key)?)
    }

    /// What is chosen in the facets.
    pub fn filter(&self) -> Filter {
        /// The number of values that are looked for one by one; a link with more is left to the reader with a table.
        const MOST: usize = 32;
        let mut filter = Filter::default();
        for facet in FACETS {
            let values = self.value(facet.description().key).into_iter().flat_map(|value| value.split(','));
            for item in values.take(MOST) {
                let (slug, state) = match item.strip_prefix('-') {
                    Some(slug) => (slug, Chosen::Unwanted),
                    None => (item, Chosen::Wanted),
                };
                if let Some(value) = facet.value_with_slug(self.data, slug) {
                    facet.set(&mut filter, value, state);
                }
            }
        }
        filter
    }
}
