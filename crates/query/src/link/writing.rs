//! From a view to its link: the defaults are left out, everything else has one way to be said.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::transport::{begins_with_two_digits, is_ambiguous};
use crate::Shared;
use crate::facets::FACETS;
use crate::facets::facet::AnyFacet;
use crate::names::Named;
use crate::view::{Columns, Filter, Selection, View};

/// What has to be escaped in the search text: what ends it in a link, what others add to one, and what mail programs break
/// links at.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'~')
    .add(b'\'')
    .add(b'(')
    .add(b')');

/// The link to a view.
pub fn write(data: Shared, view: &View) -> String {
    let mut link = Writer { data, text: String::from("#/"), pairs: 0, is_ambiguous: false };
    match view {
        View::Briefing(Selection { filter, group, sort, open }) => {
            for &facet in FACETS {
                link.choice(filter, facet);
            }
            if !filter.text.is_empty() {
                link.pair("q", &search_text(&filter.text));
                link.is_ambiguous = is_ambiguous(&filter.text);
            }
            link.unless_default("by", *group);
            link.unless_default("sort", *sort);
            link.one("statement", *open);
        }
        View::Actors => link.text.push_str("actors"),
        View::Actor(id) => {
            link.text.push_str("actor/");
            link.text.push_str(&id.slug(data));
        }
        View::Compare(comparison) => {
            link.text.push_str("compare");
            match &comparison.columns {
                Columns::Actors(actors) => link.list("actors", actors),
                Columns::Statements(statements) => link.list("statements", statements),
            }
            link.list("topic", &comparison.topics);
        }
        View::Source(document, open) => {
            link.text.push_str("source/");
            link.text.push_str(&document.slug(data));
            link.one("statement", *open);
        }
        View::About => link.text.push_str("about"),
    }
    if link.is_ambiguous {
        link.text.push('&');
    }
    link.text
}

/// The text of a search as a value. No escaped percent sign comes before two hexadecimal digits, so that one that does was
/// encoded once more on the way.
fn search_text(text: &str) -> String {
    let mut value = utf8_percent_encode(text, ESCAPED).to_string().replace("%20", "+");
    let mut at = 0;
    while let Some(found) = value[at..].find("%25") {
        at += found + 3;
        if begins_with_two_digits(&value[at..]) {
            let escaped = format!("%{:02X}", value.as_bytes()[at]);
            value.replace_range(at..=at, &escaped);
        }
    }
    value
}

struct Writer {
    data: Shared,
    text: String,
    pairs: usize,
    /// Whether the last value needs an end that can be seen.
    is_ambiguous: bool,
}

impl Writer {
    fn pair(&mut self, key: &str, value: &str) {
        self.text.push(if self.pairs == 0 { '?' } else { '&' });
        self.pairs += 1;
        self.is_ambiguous = false;
        self.text.push_str(key);
        self.text.push('=');
        self.text.push_str(value);
    }

    fn list<T: Named>(&mut self, key: &str, values: &[T]) {
        if !values.is_empty() {
            let slugs: Vec<_> = values.iter().map(|value| value.slug(self.data)).collect();
            self.pair(key, &slugs.join(","));
        }
    }

    fn choice(&mut self, filter: &Filter, facet: &dyn AnyFacet) {
        let (wanted, unwanted) = facet.chosen(filter);
        let wanted = wanted.iter().map(|&value| facet.slug(self.data, value).into_owned());
        let unwanted = unwanted.iter().map(|&value| format!("-{}", facet.slug(self.data, value)));
        let slugs: Vec<_> = wanted.chain(unwanted).collect();
        if !slugs.is_empty() {
            self.pair(facet.description().key, &slugs.join(","));
        }
    }

    fn one<T: Named>(&mut self, key: &str, value: Option<T>) {
        if let Some(value) = value {
            self.pair(key, &value.slug(self.data));
        }
    }

    fn unless_default<T: Named + Default>(&mut self, key: &str, value: T) {
        self.one(key, (value != T::default()).then_some(value));
    }
}
