//! Reads the links that [`write`] and [`share`] make, and no others. The first part of the program has only this; whatever else
//! arrives is read by [`parse`](super::parse()), which is many times as large, when a later part is loaded.

use super::linked::Linked;
use super::transport::decode;
use super::write::{share, write};
use crate::Shared;
use crate::facets::FACETS;
use crate::names::Named;
use crate::view::{Chosen, Filter, View};

/// The view of a link, if the link is exactly the one that [`write`] or [`share`] makes for it.
pub fn read_exact(data: Shared, link: &str) -> Option<View> {
    let link = if matches!(link, "" | "#") { "#/" } else { link };
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let (page, path) = path.strip_prefix("#/")?.split_once('/').unwrap_or((&path[2..], ""));
    let view = View::read_exact(page, path, &Pairs { data, query })?;
    // What was passed over is missed here.
    (link == write(data, &view) || link == share(data, &view)).then_some(view)
}

/// The pairs of a link.
pub(crate) struct Pairs<'l> {
    /// The briefing that the link is to.
    pub data: Shared,
    query: &'l str,
}

impl Pairs<'_> {
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
            for item in self.items(facet.description().key) {
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
