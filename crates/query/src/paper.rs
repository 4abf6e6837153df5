//! A view on paper. What is chosen stands there in words, since paper has no chips; statements stand there in full
//! ([`entry`]), with numbers by which they refer to each other, since paper has no links; a text ([`text`]) has those
//! numbers where statements begin.

use corpus::{DocumentId, StatementId};

use crate::Shared;
use crate::card;
use crate::link;
use crate::names::Named;
use crate::search::{Search, is_blank};
use crate::shown;
use crate::statements::{self, StatementGroup};
use crate::view::{Columns, Comparison, Group, Selection, View};
use crate::words;

mod entry;
mod text;

pub use entry::{Entry, Reference, entry};
pub use text::{Marked, Note, Paragraph, text};

/// What stands above everything on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The briefing's title.
    pub title: &'static str,
    /// Under it.
    pub standfirst: &'static str,
    /// "18 December 2021 · 1 document · 29 statements · 31 actors".
    pub dateline: String,
    /// What of the briefing this is: "Statements", "Actors".
    pub part: String,
    /// What was chosen, a sentence each.
    pub reading: Vec<String>,
}

/// What stands below everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// The link to this view, a fragment, with its edition.
    pub share: String,
    /// The edition's digest.
    pub edition: String,
    /// Whose the annotation is, and what may be done with it.
    pub rights: String,
}

/// The number of a statement: its place in the order of the texts, the same on every print of an edition.
pub fn number(id: StatementId) -> usize {
    id.index() + 1
}

/// The head of a view; of the whole briefing where there is none.
pub fn head(data: Shared, view: Option<&View>, search: Option<&Search>) -> Head {
    let masthead = statements::masthead(data);
    let counts = masthead.counts.iter().map(|(number, noun)| format!("{number} {noun}"));
    let dated = (!masthead.dateline.is_empty()).then_some(masthead.dateline);
    let (part, reading) = match view {
        None => ("The whole briefing".to_owned(), vec![whole(data)]),
        Some(View::Briefing(selection)) => ("Statements".to_owned(), selected(data, selection, search)),
        Some(View::Actors) => ("Actors".to_owned(), vec![crate::actors::actors(data).summary]),
        Some(View::Actor(id)) => (data.actor(*id).name.to_owned(), vec![data.actor(*id).role.to_owned()]),
        Some(View::Compare(comparison)) => compared(data, comparison),
        Some(View::Source(document, open)) => {
            let count = data.index.documents[document.index()].iter().count();
            let all = format!("The whole text, with its {} marked.", words::count(count, "statement"));
            ("Text".to_owned(), [all].into_iter().chain(open.map(|id| opened(data, id))).collect())
        }
        Some(View::About) => ("About this briefing".to_owned(), vec!["What it is made of, and how.".to_owned()]),
    };
    Head {
        title: masthead.title,
        standfirst: masthead.standfirst,
        dateline: dated.into_iter().chain(counts).collect::<Vec<_>>().join(" · "),
        part,
        reading,
    }
}

/// The foot of a view; of the whole briefing where there is none.
pub fn foot(data: Shared, view: Option<&View>) -> Foot {
    Foot {
        share: link::share(data, view.unwrap_or(&View::default())),
        edition: link::edition(data),
        rights: format!(
            "Annotation by {}, {}. The documents belong to their publishers.",
            data.editor.trim_end_matches('.'),
            data.licence
        ),
    }
}

/// The statements of a selection under their headings.
pub fn selected_groups(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<StatementGroup> {
    statements::page(data, selection, search.cloned()).groups
}

/// What a comparison of actors compares, in the order of the texts.
pub fn compared_statements(page: &crate::compare::TablePage) -> Vec<StatementId> {
    let ids: Vec<StatementId> = shown::in_table(page).collect();
    let mut ids = crate::order::by_key(ids, |id| [id.0.cast_signed(), 0, 0]);
    ids.dedup();
    ids
}

fn whole(data: Shared) -> String {
    let text = if data.documents.len() == 1 { "the text" } else { "the texts" };
    format!(
        "{} in the order of {text}; {}; {text} with every statement marked; how all this was made.",
        words::count(data.statements.len(), "statement"),
        words::count(data.actors.len(), "actor"),
    )
}

fn selected(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<String> {
    let page = statements::page(data, selection, search.cloned());
    let mut chosen: Vec<String> =
        statements::chosen(data, &selection.filter).into_iter().map(|(label, _)| label).collect();
    // The search comes last; beside the others its words alone would puzzle.
    if !is_blank(&selection.filter.text) {
        chosen.pop();
        chosen.push(format!("search for “{}”", selection.filter.text.trim()));
    }
    let total = words::count(page.total, "statement");
    let all = if chosen.is_empty() {
        format!("All {total}.")
    } else {
        format!("Showing {} of {total}: {}.", words::grouped(page.shown), chosen.join("; "))
    };
    let order = selection.sort.label(data).to_ascii_lowercase();
    let arranged = match selection.group {
        Group::None => format!("Not grouped, {order}."),
        group => format!("Grouped by {}, {order}.", group.label(data).to_ascii_lowercase()),
    };
    let open = selection.open.map(|id| opened(data, id));
    [all].into_iter().chain(page.readings).chain([arranged]).chain(open).collect()
}

fn compared(data: Shared, comparison: &Comparison) -> (String, Vec<String>) {
    let (many, names) = match &comparison.columns {
        Columns::Actors(actors) => {
            (actors.len() > 1, actors.iter().map(|&id| data.actor(id).short.to_owned()).collect::<Vec<_>>())
        }
        Columns::Statements(statements) => {
            let name = |&id: &StatementId| format!("no. {} ({})", number(id), card::voice(data, id));
            (statements.len() > 1, statements.iter().map(name).collect())
        }
    };
    if !many {
        return ("Comparison".to_owned(), vec!["Where the accounts of the actors meet.".to_owned()]);
    }
    let mut reading = vec![match &comparison.columns {
        Columns::Actors(_) => format!("Compared topic by topic: {}.", words::list(&names)),
        Columns::Statements(_) => format!("Statements compared: {}.", words::list(&names)),
    }];
    if !comparison.topics.is_empty() {
        let topics: Vec<_> = comparison.topics.iter().map(|&topic| data.topic(topic).name).collect();
        reading.push(format!("Only on {}.", words::list(&topics)));
    }
    ("Comparison".to_owned(), reading)
}

fn opened(data: Shared, id: StatementId) -> String {
    format!("Open: no. {}, {}.", number(id), card::voice(data, id))
}

/// A document by its title where there are several.
fn document(data: Shared, id: DocumentId) -> String {
    if data.documents.len() == 1 { "this article".to_owned() } else { format!("“{}”", data.document(id).title) }
}

#[cfg(test)]
mod tests;
