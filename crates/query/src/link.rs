//! A view's written form, the fragment of the page's address, and the forgiving way back.
//!
//! ```text
//! link      = "#/" page [ "?" pair *( "&" pair ) ]
//! page      = "" | "actors" | "actor/" slug | "compare" | "source" [ "/" slug ] | "about"
//! pair      = key "=" value
//! list      = [ "-" ] slug *( "," [ "-" ] slug )        ; "-" means: not this one
//!
//! start page   actor topic form position via document date   = list
//!              role = slug *( "," slug )
//!              q = text        ; percent-encoded, "+" for a space
//!              by = "day" | "topic" | "actor" | "document" | "none"
//!              sort = "earliest" | "latest" | "text"
//!              statement = slug
//! compare      ( actors | statements ) = slug *( "," slug )      ; up to four
//!              topic = slug *( "," slug )
//! source       statement = slug
//! any page     edition = hex   ; first digits of the digest that the link was made with
//! ```
//!
//! A date is EDTF (`2021-12`, `2021-12-11/2021-12-16`) or `undated`. [`parse`] takes any text: what it understands
//! applies, the rest is named in a [`Notice`]. [`write()`] and [`parse`] are each other's inverse for every view.

use std::borrow::Cow;

use corpus::{ActorId, DocumentId};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::Shared;
use crate::dimension::Dimension;
use crate::names::{Named, nearest};
use crate::view::{Chosen, Columns, Comparison, Filter, Selection, View};
use crate::words;

/// What has to be escaped in the search text: what ends it in a link, and what mail programs break links at.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'\'')
    .add(b'(')
    .add(b')');

/// How many digits of the digest a shared link carries.
const EDITION_DIGITS: usize = 8;

/// So many problems of a link are named, each with its remedy; a link with more of them is no link of ours.
const NOTICES: usize = 8;

const PAGES: [&str; 5] = ["actors", "actor", "compare", "source", "about"];

/// What a page and a key of a link are called among the nouns of [`Named`].
const PAGE: &str = "page";
const KEY: &str = "key";

/// A view read from a link, and what the link said that could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// Everything that was understood.
    pub view: View,
    /// The rest, in the order of the link; of many, the first and how many more there are.
    pub notices: Vec<Notice>,
}

/// Something in a link that does not apply, said to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What was found and what was expected.
    pub text: String,
    /// The nearest thing that exists, and a link in which it takes the place.
    pub instead: Option<(String, String)>,
}

/// The link to a view.
pub fn write(data: Shared, view: &View) -> String {
    let mut link = Writer { data, text: String::from("#/"), pairs: 0 };
    match view {
        View::Briefing(Selection { filter, group, sort, open }) => {
            link.choice(filter, Dimension::Actor);
            link.list("role", &filter.roles);
            link.choice(filter, Dimension::Topic);
            link.choice(filter, Dimension::Form);
            link.choice(filter, Dimension::Position);
            link.choice(filter, Dimension::Relay);
            link.choice(filter, Dimension::Document);
            link.choice(filter, Dimension::Date);
            if !filter.text.is_empty() {
                let text = utf8_percent_encode(&filter.text, ESCAPED).to_string().replace("%20", "+");
                link.pair("q", &text);
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
    link.text
}

/// The link to a view as it is passed on: it names the edition, so that a later one can say what changed.
pub fn share(data: Shared, view: &View) -> String {
    let link = write(data, view);
    let joint = if link.contains('?') { '&' } else { '?' };
    format!("{link}{joint}edition={}", edition(data))
}

/// The edition as links, prints and file names say it: the first digits of its digest.
pub fn edition(data: Shared) -> String {
    data.digest.to_string()[..EDITION_DIGITS].to_owned()
}

struct Writer {
    data: Shared,
    text: String,
    pairs: usize,
}

impl Writer {
    fn pair(&mut self, key: &str, value: &str) {
        self.text.push(if self.pairs == 0 { '?' } else { '&' });
        self.pairs += 1;
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

    fn choice(&mut self, filter: &Filter, dimension: Dimension) {
        let (wanted, unwanted) = dimension.chosen(filter);
        let wanted = wanted.iter().map(|value| value.slug(self.data).into_owned());
        let unwanted = unwanted.iter().map(|value| format!("-{}", value.slug(self.data)));
        let slugs: Vec<_> = wanted.chain(unwanted).collect();
        if !slugs.is_empty() {
            self.pair(dimension.key(), &slugs.join(","));
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

/// Reads any text as a link.
pub fn parse(data: Shared, link: &str) -> Parsed {
    let mut reader = Reader { data, problems: Vec::new(), repair: None };
    let view = reader.view(link);
    let more = reader.problems.len().saturating_sub(NOTICES);
    reader.problems.truncate(NOTICES);
    if more > 0 {
        reader.say(format!("The link has {}.", words::count(more, "more such fault")));
    }
    let notices = reader.problems.into_iter().map(|problem| problem.notice(data, link)).collect();
    Parsed { view, notices }
}

struct Problem {
    text: String,
    repair: Option<Repair>,
}

/// What stands in the link, and what would be understood in its place.
struct Repair {
    /// What it is: a page, a key, a topic.
    noun: &'static str,
    wrong: String,
    right: String,
}

impl Problem {
    fn notice(self, data: Shared, link: &str) -> Notice {
        let instead = self.repair.map(|repair| {
            let label = repair.right.clone();
            let view = Reader { data, problems: Vec::new(), repair: Some(repair) }.view(link);
            (label, write(data, &view))
        });
        Notice { text: self.text, instead }
    }
}

/// Percent-decodes; bytes that are no UTF-8 become the replacement character.
fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

struct Reader {
    data: Shared,
    problems: Vec<Problem>,
    /// What to read as something else.
    repair: Option<Repair>,
}

/// A key of the link with its value, until somebody asks for it.
struct Pair {
    key: String,
    value: String,
    used: bool,
}

impl Reader {
    fn view(&mut self, link: &str) -> View {
        // Some programs encode a fragment as a whole, question mark included, which no page's name has.
        let whole = if link.contains('?') { Cow::Borrowed(link) } else { Cow::Owned(decode(link)) };
        let link = whole.strip_prefix('#').unwrap_or(&whole);
        let (path, query) = link.split_once('?').unwrap_or((link, ""));
        let mut pairs: Vec<Pair> = query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                Pair { key: self.repaired(KEY, decode(key)), value: value.to_owned(), used: false }
            })
            .collect();
        let view = self.page(&decode(path), &mut pairs);
        self.edition(&mut pairs);
        for pair in pairs.iter().filter(|pair| !pair.used) {
            self.unknown_key(&view, &pair.key);
        }
        view
    }

    /// A word of the link, or what is tried in its place.
    fn repaired(&self, noun: &str, word: String) -> String {
        match &self.repair {
            Some(repair) if repair.noun == noun && repair.wrong == word => repair.right.clone(),
            _ => word,
        }
    }

    /// What was most likely meant.
    fn near(&self, wanted: &str, known: &[Cow<'static, str>]) -> Option<String> {
        let looked_for = self.repair.is_none() && self.problems.len() < NOTICES;
        looked_for.then(|| nearest(wanted, known)).flatten().map(str::to_owned)
    }

    fn page(&mut self, path: &str, pairs: &mut [Pair]) -> View {
        let path = self.repaired(PAGE, path.trim_matches('/').to_owned());
        let (page, rest) = path.split_once('/').unwrap_or((&path, ""));
        match (page, rest) {
            ("", "") => View::Briefing(self.selection(pairs)),
            ("actors" | "actor", "") => View::Actors,
            ("actor", slug) => self.named::<ActorId>(slug).map_or(View::Actors, View::Actor),
            ("compare", "") => View::Compare(self.comparison(pairs)),
            ("source", slug) => self.source(slug, pairs),
            ("about", "") => View::About,
            _ => {
                let known: Vec<Cow<str>> = PAGES.iter().map(|&name| name.into()).collect();
                let repair = self.near(page, &known).map(|near| {
                    let has_parts = page != near && matches!(near.as_str(), "actor" | "source") && !rest.is_empty();
                    let right = if has_parts { format!("{near}/{rest}") } else { near };
                    Repair { noun: PAGE, wrong: path.clone(), right }
                });
                self.problems
                    .push(Problem {
                        text: format!("This briefing has no page “{path}”; this is its start."), repair
                    });
                View::Briefing(self.selection(pairs))
            }
        }
    }

    fn source(&mut self, slug: &str, pairs: &mut [Pair]) -> View {
        let document = if slug.is_empty() { None } else { self.named::<DocumentId>(slug) };
        let open = self.one("statement", pairs);
        // A statement knows its document; where the two disagree, what the reader wants to see is the statement.
        let document = open.map(|id| self.data.statement(id).document).or(document);
        match document.or_else(|| (!self.data.documents.is_empty()).then_some(DocumentId(0))) {
            Some(document) => View::Source(document, open),
            None => View::default(),
        }
    }

    fn selection(&mut self, pairs: &mut [Pair]) -> Selection {
        let mut selection = Selection::default();
        let filter = &mut selection.filter;
        self.choice(Dimension::Actor, pairs, filter);
        filter.roles = self.list("role", pairs);
        self.choice(Dimension::Topic, pairs, filter);
        self.choice(Dimension::Form, pairs, filter);
        self.choice(Dimension::Position, pairs, filter);
        self.choice(Dimension::Relay, pairs, filter);
        self.choice(Dimension::Document, pairs, filter);
        self.choice(Dimension::Date, pairs, filter);
        if let Some(text) = self.single("q", pairs) {
            filter.text = decode(&text.replace('+', " "));
        }
        selection.group = self.one("by", pairs).unwrap_or_default();
        selection.sort = self.one("sort", pairs).unwrap_or_default();
        selection.open = self.one("statement", pairs);
        selection
    }

    fn comparison(&mut self, pairs: &mut [Pair]) -> Comparison {
        let mut actors = self.list("actors", pairs);
        let mut statements = self.list("statements", pairs);
        if !actors.is_empty() && !statements.is_empty() {
            self.say("The link compares actors and statements at once; only the actors are shown.".into());
        }
        self.shorten(&mut actors);
        self.shorten(&mut statements);
        let columns = if actors.is_empty() && !statements.is_empty() {
            Columns::Statements(statements)
        } else {
            Columns::Actors(actors)
        };
        Comparison { columns, topics: self.list("topic", pairs) }
    }

    fn shorten<T>(&mut self, columns: &mut Vec<T>) {
        if columns.len() > Columns::MOST {
            self.say(format!("The link compares {}; the first {} are shown.", columns.len(), Columns::MOST));
            columns.truncate(Columns::MOST);
        }
    }

    fn edition(&mut self, pairs: &mut [Pair]) {
        let Some(made_with) = self.single("edition", pairs) else {
            return;
        };
        let current = self.data.digest.to_string();
        if made_with.len() < EDITION_DIGITS || !current.starts_with(&made_with) {
            self.say(format!(
                "The link was made with another edition of this briefing ({made_with}); this is {}. Statements may have changed since.",
                edition(self.data)
            ));
        }
    }

    fn say(&mut self, text: String) {
        self.problems.push(Problem { text, repair: None });
    }

    fn unknown_key(&mut self, view: &View, key: &str) {
        const START: [&str; 12] =
            ["actor", "role", "topic", "form", "position", "via", "document", "date", "q", "by", "sort", "statement"];
        let known: &[&str] = match view {
            View::Briefing(_) => &START,
            View::Compare(_) => &["actors", "statements", "topic"],
            View::Source(..) => &["statement"],
            View::Actors | View::Actor(_) | View::About => &[],
        };
        let known: Vec<Cow<str>> = known.iter().map(|&name| name.into()).collect();
        let repair = self.near(key, &known).map(|right| Repair { noun: KEY, wrong: key.to_owned(), right });
        self.problems
            .push(Problem { text: format!("The link says “{key}”, which means nothing on this page."), repair });
    }

    /// The raw value of a key that may stand once; of several, the last.
    fn single(&mut self, key: &str, pairs: &mut [Pair]) -> Option<String> {
        let mut values = pairs.iter_mut().filter(|pair| pair.key == key).map(|pair| {
            pair.used = true;
            &pair.value
        });
        let mut value = values.next()?;
        let mut repeated = false;
        for later in values {
            value = later;
            repeated = true;
        }
        let value = value.clone();
        if repeated {
            self.say(format!("The link says “{key}” more than once; the last one counts."));
        }
        Some(value)
    }

    fn one<T: Named>(&mut self, key: &str, pairs: &mut [Pair]) -> Option<T> {
        let value = decode(&self.single(key, pairs)?);
        self.named(&value)
    }

    fn items(key: &str, pairs: &mut [Pair]) -> Vec<String> {
        let mut items = Vec::new();
        for pair in pairs.iter_mut().filter(|pair| pair.key == key) {
            pair.used = true;
            items.extend(
                decode(&pair.value).split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned),
            );
        }
        items
    }

    fn list<T: Named>(&mut self, key: &str, pairs: &mut [Pair]) -> Vec<T> {
        let mut values = Vec::new();
        for item in Self::items(key, pairs) {
            if let Some(value) = self.named(&item).filter(|value| !values.contains(value)) {
                values.push(value);
            }
        }
        values
    }

    fn choice(&mut self, dimension: Dimension, pairs: &mut [Pair], filter: &mut Filter) {
        for item in Self::items(dimension.key(), pairs) {
            let (slug, state) = match item.strip_prefix('-') {
                Some(slug) => (slug, Chosen::Unwanted),
                None => (item.as_str(), Chosen::Wanted),
            };
            let slug = self.repaired(dimension.noun(), slug.to_owned());
            if let Some(value) = dimension.named(self.data, &slug) {
                value.set(filter, state);
            } else {
                let known: Vec<_> = dimension.values(self.data).iter().map(|value| value.slug(self.data)).collect();
                self.missing(dimension.noun(), slug, &known);
            }
        }
    }

    fn named<T: Named>(&mut self, slug: &str) -> Option<T> {
        let slug = self.repaired(T::NOUN, slug.to_owned());
        let found = T::from_slug(self.data, &slug);
        if found.is_none() {
            self.missing(T::NOUN, slug, &T::slugs(self.data));
        }
        found
    }

    fn missing(&mut self, noun: &'static str, slug: String, known: &[Cow<'static, str>]) {
        let near = self.near(&slug, known);
        let text = format!("This briefing has no {noun} “{slug}”.");
        let repair = near.map(|right| Repair { noun, wrong: slug, right });
        self.problems.push(Problem { text, repair });
    }
}

#[cfg(test)]
mod tests;
