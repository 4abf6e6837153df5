//! Static pages, which need no program: the documents with their statements marked, the statements and the actors one
//! by one or in lists by number, and the page about the briefing.
//!
//! No page grows with the corpus, and neither does the number of files grow with the statements: see
//! [`links::MOST_STATEMENT_PAGES`] and the lengths of lists below.

use briefing::ssr::{self, Output, Pages};
use corpus::{ActorId, Document, DocumentId, Role, StatementId};
use dom::html::{self, a, header, nav, p};
use dom::{Element, fragment};
use query::documents::in_order_of_publication;
use query::listing::{in_order_of_time, page_count};
use query::{View, language, link};
use rayon::prelude::*;

use crate::context::Context;
use crate::document_parts;
use crate::links;
use crate::manifest::{FILE, TOUCH_ICON};
use crate::metadata::{self, Metadata};
use crate::page;
use crate::progress::{Counter, Report};

/// How many statements are on a page of a list.
pub const STATEMENTS_A_PAGE: usize = 100;

/// How many documents are on a page of their list.
const DOCUMENTS_A_PAGE: usize = 250;

/// How many actors are on a page of their list.
const ACTORS_A_PAGE: usize = 300;

/// The most statements of an actor that are on its page as cards.
const MOST_CARDS: usize = 200;

/// A static page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page<'p> {
    Statement(StatementId),
    /// An actor, with its statements as cards.
    Actor(ActorId),
    /// A page of the list of an actor's statements.
    ActorList(ActorId, ListPart<'p, StatementId>),
    Actors(ListPart<'p, ActorId>),
    /// A part of a document, by the range of its blocks.
    Document(DocumentId, ListPart<'p, usize>),
    Documents(ListPart<'p, DocumentId>),
    Statements(ListPart<'p, StatementId>),
    About,
}

/// The part of a list that is on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ListPart<'p, T> {
    entries: &'p [T],
    /// The number of the page, counted from one.
    number: usize,
    /// How many pages the list has.
    count: usize,
}

/// The lists of a site, which pages refer to.
struct Lists {
    statements: Vec<StatementId>,
    /// In the order of publication.
    documents: Vec<DocumentId>,
    /// For each document the indices of its blocks, in the parts that are on a page each.
    parts: Vec<Vec<Vec<usize>>>,
    actors: Vec<ActorId>,
    /// For each actor with more statements than its page has room for: those.
    of_actors: Vec<(ActorId, Vec<StatementId>)>,
}

/// Every static page with its file, relative to the top.
pub fn all(context: &Context, report: Report) -> Vec<(String, String)> {
    let lists = Lists::new(context);
    let pages = pages(context, &lists);
    let counter = Counter::new(report, "write pages", pages.len());
    let write = |page: &Page| {
        let written = write(context, *page);
        counter.count();
        written
    };
    pages.par_iter().map(write).collect()
}

impl Lists {
    fn new(context: &Context) -> Lists {
        let data = context.data;
        let statements = in_order_of_time(data);
        let has_cards = links::has_statement_pages(data);
        let mut position = vec![0; statements.len()];
        statements.iter().enumerate().for_each(|(index, id)| position[id.index()] = index);
        let of_actor = |id: ActorId| {
            let lists = Role::ALL.map(|role| data.index.facets.actor(id, role));
            let mut own: Vec<StatementId> = lists.into_iter().flatten().collect();
            own.sort_unstable_by_key(|id| position[id.index()]);
            own.dedup();
            (!has_cards || own.len() > MOST_CARDS).then_some((id, own))
        };
        let of_actors = data.actor_ids().filter_map(of_actor).collect();
        let blocks = |document: &Document| document_parts::parts(document).into_iter().map(Iterator::collect).collect();
        let parts = data.documents.iter().map(blocks).collect();
        let actors = query::actors::in_order(data);
        Lists { statements, documents: in_order_of_publication(data), parts, actors, of_actors }
    }
}

/// Every page there is.
fn pages<'p>(context: &Context, lists: &'p Lists) -> Vec<Page<'p>> {
    let data = context.data;
    let mut pages = vec![Page::About];
    pages.extend(parts(&lists.actors, ACTORS_A_PAGE).map(Page::Actors));
    if links::has_statement_pages(data) {
        pages.extend(data.statement_ids().map(Page::Statement));
    }
    let mut listed = lists.of_actors.iter().peekable();
    for id in data.actor_ids() {
        match listed.next_if(|(other, _)| *other == id) {
            None => pages.push(Page::Actor(id)),
            Some((_, own)) => pages.extend(parts(own, STATEMENTS_A_PAGE).map(|part| Page::ActorList(id, part))),
        }
    }
    for (id, parts) in links::document_ids(data).zip(&lists.parts) {
        let part = |(index, entries): (usize, _)| ListPart { entries, number: index + 1, count: parts.len() };
        pages.extend(parts.iter().map(Vec::as_slice).enumerate().map(part).map(|part| Page::Document(id, part)));
    }
    pages.extend(parts(&lists.documents, DOCUMENTS_A_PAGE).map(Page::Documents));
    if context.has_list() {
        pages.extend(parts(&lists.statements, STATEMENTS_A_PAGE).map(Page::Statements));
    }
    pages
}

/// A list in pages; one page where it is empty.
fn parts<T>(list: &[T], a_page: usize) -> impl Iterator<Item = ListPart<'_, T>> {
    let count = page_count(list.len(), a_page);
    (1..=count).map(move |number| {
        let entries = &list[(number - 1) * a_page..list.len().min(number * a_page)];
        ListPart { entries, number, count }
    })
}

/// Writes a page. Returns it with its file.
fn write(context: &Context, page: Page) -> (String, String) {
    let data = context.data;
    let (metadata, view) = match page {
        Page::Statement(id) => (metadata::statement(context, id), View::statement(id)),
        Page::Actor(id) => (metadata::actor(context, id), View::Actor(id)),
        Page::ActorList(id, part) => {
            let first = metadata::actor(context, id);
            let path = links::numbered(&first.path, part.number);
            (first.numbered(path, part.number, part.count), View::Actor(id))
        }
        Page::Document(id, part) => {
            let first = metadata::document(context, id);
            let path = links::numbered(&first.path, part.number);
            (first.numbered(path, part.number, part.count), View::Source(id, None))
        }
        Page::Actors(part) => {
            let summary = query::actors::summary(data);
            let first = metadata::page(context, &View::Actors, summary, links::ACTORS);
            let path = links::numbered(links::ACTORS, part.number);
            (first.numbered(path, part.number, part.count), View::Actors)
        }
        Page::Documents(part) => {
            let first = metadata::list(context, "Documents", links::DOCUMENTS);
            let path = links::numbered(links::DOCUMENTS, part.number);
            (first.numbered(path, part.number, part.count), View::default())
        }
        Page::Statements(part) => {
            let first = metadata::list(context, "All statements", links::STATEMENTS);
            let path = links::numbered(links::STATEMENTS, part.number);
            (first.numbered(path, part.number, part.count), View::default())
        }
        Page::About => (metadata::page(context, &View::About, data.standfirst.to_owned(), links::ABOUT), View::About),
    };
    let up = "../".repeat(metadata.path.matches('/').count());
    let write_link = |href: &str| Some(context.links.on_static_page(href, &metadata.path, &up));
    let output = Output { hydrated: false, links: &write_link };
    let main = match page {
        Page::Statement(id) => ssr::statement(data, id, output),
        Page::ActorList(id, part) => {
            let address = |number| format!("{up}{}", links::numbered(&links::actor(data, id), number));
            ssr::actor(data, id, part.entries, &part.pages(&address), output)
        }
        Page::Document(id, part) => {
            let address = |number| format!("{up}{}", links::numbered(&links::document(data, id), number));
            let blocks = part.entries.first().map_or(0..0, |first| *first..first + part.entries.len());
            // A mark may belong to a statement that begins on another page.
            let note_page = |statement| {
                let page = links::part_of(data, statement);
                if page == metadata.path { String::new() } else { format!("{up}{page}") }
            };
            ssr::document(
                data,
                id,
                ssr::DocumentPart { blocks, pages: &part.pages(&address), note_page: &note_page },
                output,
            )
        }
        Page::Actors(part) => {
            let address = |number| format!("{up}{}", links::numbered(links::ACTORS, number));
            ssr::actors(data, part.entries, &part.pages(&address), output)
        }
        Page::Documents(part) => {
            let address = |number| format!("{up}{}", links::numbered(links::DOCUMENTS, number));
            ssr::documents(data, part.entries, &part.pages(&address), output)
        }
        Page::Statements(part) => {
            let address = |number| format!("{up}{}", links::numbered(links::STATEMENTS, number));
            ssr::statements(data, part.entries, &part.pages(&address), output)
        }
        Page::Actor(_) | Page::About => ssr::page(data, view.clone(), output),
    };
    let html = shell(context, &metadata, &view, &main, &up);
    (metadata.path, html)
}

impl<T> ListPart<'_, T> {
    fn pages<'p>(&self, address: &'p dyn Fn(usize) -> String) -> Pages<'p> {
        Pages { number: self.number, count: self.count, address }
    }
}

/// The page around what the components draw.
fn shell(context: &Context, metadata: &Metadata, view: &View, main: &str, up: &str) -> String {
    let data = context.data;
    // The page makes no connection; `connect-src` is for auditing tools, which request robots.txt in its name.
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; \
                  base-uri 'none'; form-action 'none'";
    let icons = [
        page::resource("icon", format!("{up}{}", context.icon)).attr("type", "image/png"),
        page::resource("apple-touch-icon", format!("{up}{TOUCH_ICON}")),
        page::resource("manifest", format!("{up}{FILE}")),
    ];
    let head = [
        page::first_of_head(policy.to_owned()),
        metadata.head(context),
        fragment(icons),
        page::style_sheets(context, up),
    ];

    let lists = [
        (context.has_list(), links::STATEMENTS, "Statements"),
        (data.documents.len() > 1, links::DOCUMENTS, "Documents"),
        (true, links::ACTORS, "Actors"),
    ];
    let lists = lists.into_iter().filter(|(is_there, path, _)| *is_there && *path != metadata.path);
    let lists = lists.map(|(_, path, name)| a().attr("href", format!("{up}{path}")).child(name));
    let language = language::name(data, data.title);
    let briefing = a().attr("href", format!("{up}index.html")).attr("lang", language.lang).attr("dir", language.dir);
    let viewer = a().attr("href", format!("{up}index.html{}", link::write(data, view)));
    let pages = nav().attr("aria-label", "Pages").child(briefing.child(data.title)).children(lists);
    let texts = a().attr("href", format!("{up}seeds/index.html")).child("source texts");
    let translated = p()
        .class("translated wrap")
        .child("This page was translated by a machine; what is marked as verbatim is so in the original. The ")
        .child(texts)
        .child(" are in their own words.");
    let body = [
        header().class("bar wrap").child(pages.child(viewer.child("Open this in the briefing"))),
        translated,
        html::main().class("wrap").id("main").inner_html(main),
    ];
    page::page(context.root_attributes(), head, body.map(Element::into_any))
}

#[cfg(test)]
mod tests;
