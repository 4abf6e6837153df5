//! From any text to a view: page by page what may stand there, and what is said of the rest. How a single value is read is
//! in [`values`]; what happens to links on their way is undone in [`transport`](super::transport).

mod values;

use std::borrow::Cow;

use corpus::{ActorId, DocumentId};

use super::transport::{
    decode, is_punctuation, is_separator, normalize, recognize, trim_punctuation, trim_search_text, without_separators,
};
use super::{EDITION_DIGITS, Notice, Parsed, edition, write};
use crate::Shared;
use crate::facets::FACETS;
use crate::view::{Columns, Comparison, Selection, View};
use crate::words;
use values::Pair;

/// So many problems of a link are named, each with its remedy; a link with more of them is no link of ours.
pub(in crate::link) const NOTICES: usize = 8;

const PAGES: [&str; 5] = ["actors", "actor", "compare", "source", "about"];

/// The keys of the start page beside those of the facets.
const START_KEYS: [&str; 4] = ["q", "by", "sort", STATEMENT];

const COMPARE_KEYS: [&str; 3] = ["topic", "actors", "statements"];

const STATEMENT: &str = "statement";

const EDITION: &str = "edition";

/// The keys of the start page.
fn start_keys() -> impl Iterator<Item = &'static str> {
    FACETS.iter().map(|facet| facet.description().key).chain(START_KEYS)
}

fn is_key(name: &str) -> bool {
    start_keys().chain(COMPARE_KEYS).chain([EDITION]).any(|key| key == name)
}

/// What a page and a key of a link are called among the nouns of [`Named`].
const PAGE: &str = "page";
const KEY: &str = "key";

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

struct Reader {
    data: Shared,
    problems: Vec<Problem>,
    /// What to read as something else.
    repair: Option<Repair>,
}

impl Reader {
    fn view(&mut self, link: &str) -> View {
        let mut link = normalize(link);
        // Quoted-printable writes each "=" so; a digest in our links is in small letters.
        if link.contains("edition=3D") {
            link = link.replace("=3D", "=");
        }
        let (path, query) = link.split_once(['?', '&']).unwrap_or((&link, ""));
        let mut pairs = self.pairs(query);
        let view = self.page(path, &mut pairs);
        self.edition(&pairs);
        // Links of ours end with the edition; what comes after it was added on the way.
        let end = pairs.iter().position(|pair| pair.key == EDITION).unwrap_or(pairs.len());
        for pair in pairs[..end].iter().filter(|pair| !pair.used) {
            self.unknown_key(&view, pair);
        }
        view
    }

    fn pairs(&self, query: &str) -> Vec<Pair> {
        let mut pairs: Vec<Pair> = Vec::new();
        for text in query.split('&') {
            // An ampersand that was escaped for HTML, once or more often.
            let text = text.trim_start_matches("amp;");
            // What is left of another character that was escaped so begins no pair.
            let is_entity = text
                .split_once(';')
                .is_some_and(|(name, _)| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric()));
            if !is_entity && let Some(last) = pairs.last_mut() {
                last.ends_link = false;
            }
            if text.is_empty() || is_entity {
                continue;
            }
            // Where a line was broken within a key, there is an "=" too many.
            let name = |at| without_separators(&decode(&text[..at]));
            let ends = || text.match_indices('=').map(|(at, _)| at).take(3);
            let known = ends().filter(|&at| is_key(&name(at))).last();
            let end = known.or(ends().next()).unwrap_or(text.len());
            let value = text.get(end + 1..).unwrap_or_default().to_owned();
            pairs.push(Pair { key: self.repaired(KEY, name(end)), value, ends_link: true, used: false });
        }
        pairs
    }

    fn page(&mut self, path: &str, pairs: &mut [Pair]) -> View {
        let path = decode(path);
        let name = path.trim_start_matches(|c| c == '/' || is_separator(c));
        // The start page has no name, and what closes something begins none.
        let is_start = path.starts_with('/') && name.starts_with(|c| c != '<' && is_punctuation(c));
        let name = if is_start { "" } else { trim_punctuation(name) };
        let path = self.repaired(PAGE, name.to_owned());
        let (mut page, mut rest) = path.split_once('/').unwrap_or((&path, ""));
        recognize(page, &mut |name| {
            let known = PAGES.into_iter().find(|&known| known == name);
            if let Some(known) = known {
                // What follows the end of a name is not a part of its page.
                if without_separators(page) != known {
                    rest = "";
                }
                page = known;
            }
            known.is_some()
        });
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
        let open = self.one(STATEMENT, pairs);
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
        for &facet in FACETS {
            self.choice(facet, pairs, filter);
        }
        if let Some(text) = self.search_text(pairs) {
            filter.text = text;
        }
        selection.group = self.one("by", pairs).unwrap_or_default();
        selection.sort = self.one("sort", pairs).unwrap_or_default();
        selection.open = self.one(STATEMENT, pairs);
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

    /// Says so where the link was made with another edition. What is no edition, or the beginning of one, says nothing.
    fn edition(&mut self, pairs: &[Pair]) {
        let Some(value) = pairs.iter().rfind(|pair| pair.key == EDITION) else {
            return;
        };
        let value = decode(&value.value).to_ascii_lowercase();
        let digits =
            |text: &str| -> String { text.chars().take_while(char::is_ascii_hexdigit).take(EDITION_DIGITS).collect() };
        let made_with = digits(&without_separators(&value));
        // Up to where the line was broken, or other words begin.
        let intact = digits(value.trim_start_matches(is_separator));
        if made_with.len() == EDITION_DIGITS && !edition(self.data).starts_with(&intact) {
            self.say(format!(
                "The link was made with another edition of this briefing ({made_with}); this is {}. Statements may have changed since.",
                edition(self.data)
            ));
        }
    }

    fn say(&mut self, text: String) {
        self.problems.push(Problem { text, repair: None });
    }

    fn unknown_key(&mut self, view: &View, pair: &Pair) {
        let known: Vec<&str> = match view {
            View::Briefing(_) => start_keys().collect(),
            View::Compare(_) => COMPARE_KEYS.to_vec(),
            View::Source(..) => vec![STATEMENT],
            View::Actors | View::Actor(_) | View::About => Vec::new(),
        };
        let known: Vec<Cow<str>> = known.into_iter().map(Cow::Borrowed).collect();
        let key = &pair.key;
        let word = key.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        // The end of the link was cut off, or is glue.
        if word.is_empty() || pair.value.is_empty() && EDITION.starts_with(word) {
            return;
        }
        let repair = self.near(key, &known).map(|right| Repair { noun: KEY, wrong: key.clone(), right });
        // What others add to follow readers.
        let is_added = word != key || key.ends_with("clid") || ["ref", "si"].contains(&word);
        if repair.is_some() || !is_added {
            self.problems
                .push(Problem {
                    text: format!("The link says “{key}”, which means nothing on this page."), repair
                });
        }
    }
}
