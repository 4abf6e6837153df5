//! The values of a link: slugs that exist, or what is said of those that do not, with the nearest that do.

use std::borrow::Cow;

use super::{NOTICES, Problem, Reader, Repair, decode, is_separator, recognize, trim_punctuation, trim_search_text};
use crate::facets::facet::AnyFacet;
use crate::names::{Named, nearest};
use crate::view::{Chosen, Filter};

/// A key of the link with its value, until somebody asks for it.
pub struct Pair {
    pub key: String,
    pub value: String,
    /// Whether whatever was glued to the link would be at the end of this value.
    pub ends_link: bool,
    pub used: bool,
}

impl Reader {
    /// A word of the link, or what is tried in its place.
    pub fn repaired(&self, noun: &str, word: String) -> String {
        match &self.repair {
            Some(repair) if repair.noun == noun && repair.wrong == word => repair.right.clone(),
            _ => word,
        }
    }

    /// What was most likely meant.
    pub fn near(&self, wanted: &str, known: &[Cow<'static, str>]) -> Option<String> {
        let looked_for = self.repair.is_none() && self.problems.len() < NOTICES;
        looked_for.then(|| nearest(wanted, known)).flatten().map(str::to_owned)
    }

    /// The pair of a key that may stand once; of several, the last.
    pub fn single<'p>(&mut self, key: &str, pairs: &'p mut [Pair]) -> Option<&'p Pair> {
        let mut found = pairs.iter_mut().filter(|pair| pair.key == key).map(|pair| {
            pair.used = true;
            &*pair
        });
        let mut pair = found.next()?;
        let mut repeated = false;
        for later in found {
            pair = later;
            repeated = true;
        }
        if repeated {
            self.say(format!("The link says “{key}” more than once; the last one counts."));
        }
        Some(pair)
    }

    pub fn one<T: Named>(&mut self, key: &str, pairs: &mut [Pair]) -> Option<T> {
        let value = decode(&self.single(key, pairs)?.value);
        self.named(&value)
    }

    /// The text of the search. It may hold any character, so that only what cannot be its own is left out.
    pub fn search_text(&mut self, pairs: &mut [Pair]) -> Option<String> {
        let pair = self.single("q", pairs)?;
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

    pub fn items(key: &str, pairs: &mut [Pair]) -> Vec<String> {
        let mut items = Vec::new();
        for pair in pairs.iter_mut().filter(|pair| pair.key == key) {
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

    pub fn list<T: Named>(&mut self, key: &str, pairs: &mut [Pair]) -> Vec<T> {
        let mut values = Vec::new();
        for item in Self::items(key, pairs) {
            if let Some(value) = self.named(&item).filter(|value| !values.contains(value)) {
                values.push(value);
            }
        }
        values
    }

    pub fn choice(&mut self, facet: &dyn AnyFacet, pairs: &mut [Pair], filter: &mut Filter) {
        let about = facet.description();
        for item in Self::items(about.key, pairs) {
            let (slug, state) = match item.strip_prefix('-').filter(|_| about.is_excludable) {
                Some(slug) => (slug, Chosen::Unwanted),
                None => (item.as_str(), Chosen::Wanted),
            };
            let slug = self.repaired(facet.noun(), slug.to_owned());
            let known = recognize(&slug, &mut |slug| {
                facet.value_with_slug(self.data, slug).inspect(|&value| facet.set(filter, value, state)).is_some()
            });
            if !known {
                let known: Vec<_> =
                    facet.values(self.data).into_iter().map(|value| facet.slug(self.data, value)).collect();
                self.missing(facet.noun(), slug, &known);
            }
        }
    }

    pub fn named<T: Named>(&mut self, slug: &str) -> Option<T> {
        let slug = self.repaired(T::NOUN, trim_punctuation(slug).to_owned());
        let mut found = None;
        recognize(&slug, &mut |slug| {
            found = T::from_slug(self.data, slug);
            found.is_some()
        });
        if found.is_none() {
            self.missing(T::NOUN, slug, &T::slugs(self.data));
        }
        found
    }

    pub fn missing(&mut self, noun: &'static str, slug: String, known: &[Cow<'static, str>]) {
        let near = self.near(&slug, known);
        let text = format!("This briefing has no {noun} “{slug}”.");
        let repair = near.map(|right| Repair { noun, wrong: slug, right });
        self.problems.push(Problem { text, repair });
    }
}
