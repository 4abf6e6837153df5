//! Lists in pages by number, for readers without the program: statements, documents, the statements of an actor.

use corpus::{ActorId, DocumentId, StatementId};
use dom::html::{a, div, li, nav, p, section, span, ul};
use dom::{AnyView, IntoChild, fragment};
use query::documents::distinct_outlet;
use query::language::Phrase;
use query::listing::{PageLink, by_month, document, page_links};
use query::source::head;
use query::{Shared, words};

use super::entry::entry;
use crate::components::elements::link;
use crate::components::masthead::{head as page_head, headline};
use crate::components::refs::{heading, localized, with_language};
use crate::pages::actor;
use crate::pages::actors::{camps, jumps};

/// The pages of a list.
pub struct Pages<'p> {
    /// The number of the present page, counted from one; zero on a page that is not of the list.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// The address of the page of a number, as seen from the present one.
    pub address: &'p dyn Fn(usize) -> String,
}

/// The links to other pages of a list; nothing where there is one page only.
pub fn links(pages: &Pages) -> AnyView {
    named_links(pages, "Pages of the list")
}

/// The same once more at the end of the list, under a name of their own.
pub fn links_at_end(pages: &Pages) -> AnyView {
    named_links(pages, "Pages of the list, at its end")
}

fn named_links(pages: &Pages, name: &'static str) -> AnyView {
    if pages.count < 2 && pages.number > 0 {
        return dom::nothing();
    }
    let entry = |page: PageLink| match page {
        PageLink::To(number) => link((pages.address)(number), words::grouped(number)).into_any(),
        PageLink::Current(number) => span().attr("aria-current", "page").child(words::grouped(number)).into_any(),
        PageLink::Gap => span().child("…").into_any(),
    };
    let step = |label: &'static str, rel: &'static str, number: usize| {
        let is_there = number >= 1 && number <= pages.count && pages.number > 0;
        is_there.then(|| link((pages.address)(number), label).attr("rel", rel).into_any())
    };
    let numbers = page_links(pages.number, pages.count).into_iter().map(entry);
    let before = step("Previous", "prev", pages.number.saturating_sub(1));
    let all = before.into_iter().chain(numbers).chain(step("Next", "next", pages.number + 1));
    let spaced = all.flat_map(|entry| [entry, " ".into_child()]);
    nav().class("page-links").attr("aria-label", name).children(spaced).into_any()
}

/// What is not on the start page of a large briefing, for readers without the program.
pub fn beyond_start(data: Shared, pages: &Pages, documents: String) -> AnyView {
    let all = words::count(data.statements.len(), "statement");
    p().child("Only the first are written here. ")
        .child(link((pages.address)(1), format!("All {all}")))
        .child(" are in pages by number, and in the texts of the ")
        .child(link(documents, words::count(data.documents.len(), "document")))
        .child(".")
        .into_any()
}

/// "All statements, page 2 of 100"; without the page where there is one only.
fn title(words: &'static str, pages: &Pages) -> String {
    if pages.count < 2 { words.to_owned() } else { format!("{words}, page {} of {}", pages.number, pages.count) }
}

/// A page of the list of all statements.
pub fn statements(data: Shared, statements: &[StatementId], pages: &Pages) -> AnyView {
    let stand = format!(
        "{}, in order of time. Each leads to its place in the text.",
        words::count(data.statements.len(), "statement")
    );
    fragment([
        page_head(title("All statements", pages), stand).into_any(),
        div()
            .class("list-page")
            .child(links(pages))
            .child(months(data, statements))
            .child(links_at_end(pages))
            .into_any(),
    ])
}

/// Statements under the months in which they begin.
fn months(data: Shared, statements: &[StatementId]) -> AnyView {
    let month = |month: query::listing::Month| {
        section()
            .class("group")
            .child(heading(month.heading, month.statements.len()))
            .children(month.statements.into_iter().map(|id| entry(data, id, data.documents.len() > 1)))
    };
    fragment(by_month(data, statements).into_iter().map(month))
}

/// A page of the list of all documents.
pub fn documents(data: Shared, documents: &[DocumentId], pages: &Pages) -> AnyView {
    let about = |id| distinct_outlet(data, id).into_iter().chain([Phrase::new(&head(data, id).dateline)]);
    let entry = |&id: &DocumentId| {
        let (title, href) = document(data, id);
        li().child(localized(a().attr("href", href), title))
            .child(" ")
            .child(span().class("dateline").child(Phrase::joined(about(id), " · ")))
    };
    let stand =
        format!("{}, each with its statements marked in the text.", words::count(data.documents.len(), "document"));
    fragment([
        page_head(title("Documents", pages), stand).into_any(),
        div()
            .class("list-page")
            .child(links(pages))
            .child(ul().class("contents").children(documents.iter().map(entry)))
            .child(links_at_end(pages))
            .into_any(),
    ])
}

/// A page of the list of all actors, by camp.
pub fn actors(data: Shared, ids: &[ActorId], pages: &Pages) -> AnyView {
    let groups = query::actors::groups_of(data, ids);
    fragment([
        page_head(title("Actors", pages), query::actors::summary(data)).into_any(),
        links(pages),
        jumps(&groups, |id, name| link(format!("#{id}"), name)).into_child(),
        camps(groups, None),
        links(pages),
    ])
}

/// A page of the list of an actor's statements. The first says what is known of the actor as well.
pub fn actor(data: Shared, id: ActorId, statements: &[StatementId], pages: &Pages) -> AnyView {
    let label = title(query::actors::Wording::of(data.actor(id).kind).has_a_part, pages);
    let list = div()
        .class("statements list-page")
        .child(p().class("kicker").child(label))
        .child(links(pages))
        .child(months(data, statements))
        .child(links(pages));
    if pages.number > 1 {
        let name = query::language::named(data, data.actor(id).name);
        let masthead = div().class("masthead").child(with_language(headline(name.text), name.language));
        return fragment([masthead, list]);
    }
    let model = query::actors::actor(data, id);
    fragment([actor::masthead(&model), div().class("page profile").child(actor::facts(&model)).child(list)])
}
