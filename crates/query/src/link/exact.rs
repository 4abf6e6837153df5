//! The inverse of writing, and no more: links as [`write`] and [`share`] make them. The first view has only this; whatever else
//! arrives is read by [`parse`](super::parse), which is many times as large, when a later part of the program is there.

use corpus::{ActorId, DocumentId};

use super::transport::decode;
use super::{share, write};
use crate::Shared;
use crate::facets::FACETS;
use crate::names::Named;
use crate::view::{Chosen, Columns, Comparison, Filter, Selection, View};

/// The view of a link, if the link is exactly the one that is written for it or shared.
pub fn read_exact(data: Shared, link: &str) -> Option<View> {
    let link = if matches!(link, "" | "#") { "#/" } else { link };
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let (page, slug) = path.strip_prefix("#/")?.split_once('/').unwrap_or((&path[2..], ""));
    let pairs = Pairs { data, query };
    let view = match page {
        "" => View::Briefing(pairs.selection()),
        "actors" => View::Actors,
        "actor" => View::Actor(ActorId::from_slug(data, slug)?),
        "compare" => View::Compare(pairs.comparison()),
        "source" => {
            let (document, open) = (DocumentId::from_slug(data, slug)?, pairs.one("statement"));
            // A statement knows its document.
            View::Source(open.map_or(document, |id| data.statement(id).document), open)
        }
        "about" => View::About,
        _ => return None,
    };
    // What was passed over above is missed here.
    (link == write(data, &view) || link == share(data, &view)).then_some(view)
}

/// The pairs of a link.
struct Pairs<'l> {
    data: Shared,
    query: &'l str,
}

impl Pairs<'_> {
    fn value(&self, key: &str) -> Option<&str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    }

    fn items(&self, key: &str) -> impl Iterator<Item = &str> {
        self.value(key).into_iter().flat_map(|value| value.split(','))
    }

    fn one<T: Named>(&self, key: &str) -> Option<T> {
        T::from_slug(self.data, self.value(key)?)
    }

    fn list<T: Named>(&self, key: &str) -> Vec<T> {
        let mut values = Vec::new();
        for value in self.items(key).filter_map(|slug| T::from_slug(self.data, slug)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }

    fn columns<T: Named>(&self, key: &str) -> Vec<T> {
        let mut columns = self.list(key);
        columns.truncate(Columns::MOST);
        columns
    }

    fn selection(&self) -> Selection {
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
        filter.text = self.value("q").map(|text| decode(&text.replace('+', " "))).unwrap_or_default();
        Selection {
            filter,
            group: self.one("by").unwrap_or_default(),
            sort: self.one("sort").unwrap_or_default(),
            open: self.one("statement"),
        }
    }

    fn comparison(&self) -> Comparison {
        let statements: Vec<_> = self.columns("statements");
        let columns = if statements.is_empty() {
            Columns::Actors(self.columns("actors"))
        } else {
            Columns::Statements(statements)
        };
        Comparison { columns, topics: self.list("topic") }
    }
}
