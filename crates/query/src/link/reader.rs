//! Reads the values of a link: slugs that exist, or what is said of those that do not, with the nearest that do.

use std::borrow::Cow;

use super::slugs::Slugs;
use super::transport::{decode, is_separator, recognize, trim_punctuation, trim_search_text};
use crate::Shared;
use crate::facets::FACETS;
use crate::facets::facet::AnyFacet;
use crate::names::{Named, nearest};
use crate::view::{Chosen, Filter};

/// So many problems of a link are named, each with its remedy; a link with more of them is no link of ours.
pub(super) const NOTICES: usize = 8;

/// Something in a link that does not apply, said to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What was found and what was expected.
    pub text: String,
    /// The nearest thing that exists, and a link in which it takes the place.
    pub instead: Option<(String, String)>,
}

/// What is to be said of a link, before its remedy is tried.
pub(super) struct Problem {
    pub text: String,
    pub repair: Option<Repair>,
}

/// What stands in the link, and what would be understood in its place.
pub(super) struct Repair {
    /// What it is: a page, a key, a topic.
    pub noun: &'static str,
    pub wrong: String,
    pub right: String,
}

/// A key of the link with its value.
#[derive(Clone)]
pub(super) struct Pair {
    pub key: String,
    pub value: String,
    /// Whether whatever was glued to the link would be at the end of this value.
    pub ends_link: bool,
    /// Whether some page asked for it.
    pub used: bool,
}

/// A link while it is read.
pub(crate) struct Reader {
    /// The briefing that the link is to.
    pub data: Shared,
    pub(super) pairs: Vec<Pair>,
    pub(super) problems: Vec<Problem>,
    /// What to read as something else.
    pub(super) repair: Option<Repair>,
}

impl Reader {
    /// Adds a notice without a remedy.
    pub fn say(&mut self, text: String) {
        self.problems.push(Problem { text, repair: None });
    }

    /// The value of a key.
    pub fn one<T: Named>(&mut self, key: &str) -> Option<T> {
        let value = decode(&self.single(key)?.value);
        self.named(&value)
    }

    /// The values of a key, each once.
    pub fn list<T: Named>(&mut self, key: &str) -> Vec<T> {
        let mut values = Vec::new();
        for item in self.items(key) {
            if let Some(value) = self.named(&item).filter(|value| !values.contains(value)) {
                values.push(value);
            }
        }
        values
    }

    /// The thing with a slug.
    pub fn named<T: Named>(&mut self, slug: &str) -> Option<T> {
        let slug = self.repaired(T::NOUN, trim_punctuation(slug).to_owned());
        let mut found = None;
        recognize(&slug, &mut |slug| {
            found = T::from_slug(self.data, slug);
            found.is_some()
        });
        if found.is_none() {
            let near = self.near(&slug, || T::slugs(self.data));
            self.missing(T::NOUN, slug, near);
        }
        found
    }

    /// What is chosen in the facets.
    pub fn filter(&mut self) -> Filter {
        let mut filter = Filter::default();
        for &facet in FACETS {
            self.choice(facet, &mut filter);
        }
        filter
    }

    fn choice(&mut self, facet: &dyn AnyFacet, filter: &mut Filter) {
        let about = facet.description();
        let items = self.items(about.key);
        let slugs = Slugs::new(self.data, facet, items.len());
        for item in items {
            let (slug, state) = match item.strip_prefix('-').filter(|_| about.is_excludable) {
                Some(slug) => (slug, Chosen::Unwanted),
                None => (item.as_str(), Chosen::Wanted),
            };
            let slug = self.repaired(facet.noun(), slug.to_owned());
            let known = recognize(&slug, &mut |slug| {
                slugs.find(slug).inspect(|&value| facet.set(filter, value, state)).is_some()
            });
            if !known {
                let values = || facet.values(self.data).into_iter();
                let known = || values().map(|value| facet.slug(self.data, value)).collect();
                let near = self.near(&slug, known);
                self.missing(facet.noun(), slug, near);
            }
        }
    }

    /// The text of the search. It may hold any character, so that only what cannot be its own is left out.
    pub fn search_text(&mut self, key: &str) -> Option<String> {
        let pair = self.single(key)?;
        let mut text = pair.value.replace('+', " ");
        for soft_break in ["=\r\n", "=\n", "=%0D%0A", "=%0A"] {
            text = text.replace(soft_break, "");
        }
        // The end of a link in markdown.
        let text = text.split("](").next().unwrap_or_default();
        // A second query, such as others add to follow readers.
        let text = match text.split_once('?') {
            Some((text, more)) if more.contains('=') => decode(text),
            _ => decode(text),
        };
        Some(if pair.ends_link { trim_search_text(&text).to_owned() } else { text })
    }

    /// The pair of a key that may stand once; of several, the last.
    fn single(&mut self, key: &str) -> Option<Pair> {
        let mut found = 0;
        let mut last = None;
        for pair in self.pairs.iter_mut().filter(|pair| pair.key == key) {
            pair.used = true;
            found += 1;
            last = Some(pair.clone());
        }
        if found > 1 {
            self.say(format!("The link says “{key}” more than once; the last one counts."));
        }
        last
    }

    fn items(&mut self, key: &str) -> Vec<String> {
        let mut items = Vec::new();
        for pair in self.pairs.iter_mut().filter(|pair| pair.key == key) {
            pair.used = true;
            items.extend(
                decode(&pair.value)
                    .split(',')
                    .map(|item| trim_punctuation(item.trim_start_matches(is_separator)))
                    .filter(|item| !item.is_empty())
                    .map(str::to_owned),
            );
        }
        items
    }

    /// A word of the link, or what is tried in its place.
    pub(super) fn repaired(&self, noun: &str, word: String) -> String {
        match &self.repair {
            Some(repair) if repair.noun == noun && repair.wrong == word => repair.right.clone(),
            _ => word,
        }
    }

    /// What was most likely meant.
    pub(super) fn near(&self, wanted: &str, known: impl FnOnce() -> Vec<Cow<'static, str>>) -> Option<String> {
        let looked_for = self.repair.is_none() && self.problems.len() < NOTICES;
        looked_for.then(|| nearest(wanted, &known()).map(str::to_owned)).flatten()
    }

    fn missing(&mut self, noun: &'static str, slug: String, near: Option<String>) {
        let text = format!("This briefing has no {noun} “{slug}”.");
        let repair = near.map(|right| Repair { noun, wrong: slug, right });
        self.problems.push(Problem { text, repair });
    }
}
