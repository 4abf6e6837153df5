//! A view on paper. What is chosen stands there in words, since paper has no chips; statements stand there in full
//! ([`entry`]), with numbers by which they refer to each other, since paper has no links; a text ([`text`]) has those
//! numbers where statements begin.

use corpus::{DocumentId, StatementId};

use crate::Shared;
use crate::card;
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::names::Named;
use crate::search::{Search, is_blank};
use crate::statements::{self, StatementGroup};
use crate::statements_in_view;
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
    pub title: Localizable,
    /// Under it.
    pub standfirst: Localizable,
    /// "18 December 2021 · 1 document · 29 statements · 31 actors".
    pub dateline: String,
    /// What of the briefing this is: "Statements", "Actors".
    pub section: Phrase,
    /// What was chosen, a sentence each.
    pub description: Vec<Phrase>,
}

/// What stands below everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// The link to this view, a fragment, with its edition.
    pub share: String,
    /// The edition's digest.
    pub edition: String,
    /// Whose the annotation is, and what may be done with it.
    pub rights: Phrase,
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
    let (section, description) = match view {
        None => (Phrase::new("The whole briefing"), vec![whole(data)]),
        Some(View::Briefing(selection)) => (Phrase::new("Statements"), selected(data, selection, search)),
        Some(View::Actors) => (Phrase::new("Actors"), vec![Phrase::new(&crate::actors::actors(data).summary)]),
        Some(View::Actor(id)) => {
            let actor = data.actor(*id);
            let role = Phrase::of(language::localizable(data, actor.role));
            (Phrase::of(language::named(data, actor.name)), vec![role])
        }
        Some(View::Compare(comparison)) => compared(data, comparison),
        Some(View::Source(document, open)) => {
            let count = data.index.documents[document.index()].iter().count();
            let all = format!("The whole text, with its {} marked.", words::count(count, "statement"));
            (Phrase::new("Text"), [Phrase::new(&all)].into_iter().chain(open.map(|id| opened(data, id))).collect())
        }
        Some(View::About) => (Phrase::new("About this briefing"), vec![Phrase::new("What it is made of, and how.")]),
    };
    Head {
        title: masthead.title,
        standfirst: masthead.standfirst,
        dateline: dated.into_iter().chain(counts).collect::<Vec<_>>().join(" · "),
        section,
        description,
    }
}

/// The foot of a view; of the whole briefing where there is none.
pub fn foot(data: Shared, view: Option<&View>) -> Foot {
    Foot {
        share: link::share(data, view.unwrap_or(&View::default())),
        edition: link::edition(data),
        rights: Phrase::new("Annotation by ")
            .phrase(Phrase::of(language::named(data, data.editor.trim_end_matches('.'))))
            .literal(", ")
            .phrase(Phrase::of(language::named(data, data.licence)))
            .literal(". The documents belong to their publishers."),
    }
}

/// The statements of a selection under their headings.
pub fn selected_groups(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<StatementGroup> {
    statements::page(data, selection, search.cloned()).groups
}

/// What a comparison of actors compares, in the order of the texts.
pub fn compared_statements(page: &crate::compare::TablePage) -> Vec<StatementId> {
    let ids: Vec<StatementId> = statements_in_view::in_table(page).collect();
    let mut ids = crate::order::by_key(ids, |id| [id.0.cast_signed(), 0, 0]);
    ids.dedup();
    ids
}

fn whole(data: Shared) -> Phrase {
    let text = if data.documents.len() == 1 { "the text" } else { "the texts" };
    Phrase::new(&format!(
        "{} in the order of {text}; {}; {text} with every statement marked; how all this was made.",
        words::count(data.statements.len(), "statement"),
        words::count(data.actors.len(), "actor"),
    ))
}

fn selected(data: Shared, selection: &Selection, search: Option<&Search>) -> Vec<Phrase> {
    let page = statements::page(data, selection, search.cloned());
    let mut chosen: Vec<Phrase> =
        statements::chosen(data, &selection.filter).into_iter().map(|(label, _)| label).collect();
    // The search comes last; beside the others its words alone would puzzle.
    if !is_blank(&selection.filter.text) {
        chosen.pop();
        chosen.push(Phrase::new("search for ").phrase(statements::searched(data, &selection.filter)));
    }
    let total = words::count(page.total, "statement");
    let all = if chosen.is_empty() {
        Phrase::new(&format!("All {total}."))
    } else {
        let shown = format!("Showing {} of {total}: ", words::grouped(page.shown));
        Phrase::new(&shown).phrase(Phrase::joined(chosen, "; ")).literal(".")
    };
    let order = selection.sort.label(data).to_ascii_lowercase();
    let arranged = match selection.group {
        Group::None => format!("Not grouped, {order}."),
        group => format!("Grouped by {}, {order}.", group.label(data).to_ascii_lowercase()),
    };
    let open = selection.open.map(|id| opened(data, id));
    [all].into_iter().chain(page.corrections).chain([Phrase::new(&arranged)]).chain(open).collect()
}

fn compared(data: Shared, comparison: &Comparison) -> (Phrase, Vec<Phrase>) {
    let (many, names) = match &comparison.columns {
        Columns::Actors(actors) => (actors.len() > 1, card::short_names(data, actors)),
        Columns::Statements(statements) => {
            let name = |&id: &StatementId| {
                Phrase::new(&format!("no. {} (", number(id))).phrase(card::voice(data, id)).literal(")")
            };
            (statements.len() > 1, Phrase::list(statements.iter().map(name).collect()))
        }
    };
    if !many {
        return (Phrase::new("Comparison"), vec![Phrase::new("Where the accounts of the actors meet.")]);
    }
    let mut description = vec![
        match &comparison.columns {
            Columns::Actors(_) => Phrase::new("Compared topic by topic: "),
            Columns::Statements(_) => Phrase::new("Statements compared: "),
        }
        .phrase(names)
        .literal("."),
    ];
    if !comparison.topics.is_empty() {
        let name = |&topic: &corpus::TopicId| Phrase::of(language::named(data, data.topic(topic).name));
        let topics = Phrase::list(comparison.topics.iter().map(name).collect());
        description.push(Phrase::new("Only on ").phrase(topics).literal("."));
    }
    (Phrase::new("Comparison"), description)
}

fn opened(data: Shared, id: StatementId) -> Phrase {
    Phrase::new(&format!("Open: no. {}, ", number(id))).phrase(card::voice(data, id)).literal(".")
}

/// A document by its title where there are several.
fn document(data: Shared, id: DocumentId) -> Phrase {
    if data.documents.len() == 1 {
        Phrase::new("this article")
    } else {
        // The marks run with the title, whichever way the chain does in which it stands.
        let title = language::title(data, id);
        Phrase::default().text(&format!("“{}”", title.text), title.language)
    }
}

#[cfg(test)]
mod tests;
