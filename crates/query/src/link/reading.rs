//! From any text to a view: page by page what may stand there, and what is said of the rest. How a single value is read is
//! in [`values`].

mod values;

use std::borrow::Cow;

use corpus::{ActorId, DocumentId};
use percent_encoding::percent_decode_str;

use super::{EDITION_DIGITS, Notice, Parsed, edition, write};
use crate::Shared;
use crate::dimension::Dimension;
use crate::view::{Columns, Comparison, Selection, View};
use crate::words;
use values::Pair;

/// So many problems of a link are named, each with its remedy; a link with more of them is no link of ours.
pub(in crate::link) const NOTICES: usize = 8;

const PAGES: [&str; 5] = ["actors", "actor", "compare", "source", "about"];

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
}
