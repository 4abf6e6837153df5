//! Links to views on pages without the program, or before it has loaded: the files that they lead to.

use std::borrow::Cow;
use std::collections::HashMap;

use corpus::{ActorId, DocumentId, StatementId};
use query::view::{Group, Selection, View};
use query::{Shared, link};

use crate::document_parts;

/// The most statements of a corpus in which each has a page of its own. In a larger one a statement is a place in the
/// page of its document, so that the number of files grows with the documents.
pub const MOST_STATEMENT_PAGES: usize = 2000;

/// The page of all actors.
pub const ACTORS: &str = "a/index.html";

/// The first page of the list of all statements, where there is one.
pub const STATEMENTS: &str = "p/1.html";

/// The first page of the list of all documents.
pub const DOCUMENTS: &str = "d/index.html";

/// The page about the briefing.
pub const ABOUT: &str = "about.html";

/// The files of a site's pages, by the links to the views that they show.
pub struct Links {
    /// By the link as components write it; each view has one. The value may have a fragment.
    files: HashMap<String, String>,
}

impl Links {
    /// The links of a briefing.
    pub fn new(data: Shared) -> Links {
        let mut files =
            HashMap::with_capacity(2 * data.statements.len() + data.actors.len() + data.documents.len() + 3);
        let mut add = |view: View, file: String| files.insert(link::write(data, &view), file);
        add(View::default(), "index.html".to_owned());
        add(View::Actors, ACTORS.to_owned());
        add(View::About, ABOUT.to_owned());
        if data.documents.len() > 1 {
            let by_document = Selection { group: Group::Document, ..Selection::default() };
            add(View::Briefing(by_document), DOCUMENTS.to_owned());
        }
        for id in data.actor_ids() {
            add(View::Actor(id), actor(data, id));
        }
        for id in document_ids(data) {
            add(View::Source(id, None), document(data, id));
        }
        for id in data.statement_ids() {
            let place = place(data, id);
            add(View::statement(id), if has_statement_pages(data) { statement(data, id) } else { place.clone() });
            add(View::Source(data.statement(id).document, Some(id)), place);
        }
        Links { files }
    }

    /// The file that shows most of the view behind a link, relative to the top, with the place in it; `None` where only
    /// the program can show the view.
    pub fn file(&self, link: &str) -> Option<&str> {
        self.files.get(link).map(String::as_str)
    }

    /// Writes a link on the start page, where the program replaces it later: without a file it is text until then.
    pub fn on_start_page(&self, href: &str) -> Option<String> {
        if is_view(href) { self.file(href).map(str::to_owned) } else { Some(href.to_owned()) }
    }

    /// Writes a link on a page without the program; views without a file are in the program on the start page. `own` is
    /// the page's own file, `up` leads from its folder to the top.
    pub fn on_static_page(&self, href: &str, own: &str, up: &str) -> String {
        if !is_view(href) {
            let is_file = href.starts_with("seeds/");
            return if is_file { format!("{up}{href}") } else { href.to_owned() };
        }
        match self.file(href) {
            Some(file) if !is_in(file, own) => format!("{up}{file}"),
            // A link from a page to itself would do nothing.
            _ => format!("{up}index.html{href}"),
        }
    }
}

/// Whether an address is the link to a view.
fn is_view(href: &str) -> bool {
    href.starts_with("#/")
}

/// Whether an address, with a fragment or without, is in a file.
fn is_in(address: &str, file: &str) -> bool {
    address.split_once('#').map_or(address, |(path, _)| path) == file
}

/// Whether each statement has a page of its own.
pub fn has_statement_pages(data: Shared) -> bool {
    data.statements.len() <= MOST_STATEMENT_PAGES
}

/// The ids of all documents, in order.
pub fn document_ids(data: Shared) -> impl Iterator<Item = DocumentId> {
    (0..data.documents.len() as u32).map(DocumentId)
}

/// A statement's page.
pub fn statement(data: Shared, id: StatementId) -> String {
    format!("s/{}.html", file_name(data.statement(id).slug))
}

/// The place of a statement in the page of its document.
pub fn place(data: Shared, id: StatementId) -> String {
    format!("{}#s-{}", part_of(data, id), data.statement(id).slug)
}

/// The page of its document in which a statement begins; most documents have one only.
pub fn part_of(data: Shared, id: StatementId) -> String {
    numbered(&document(data, data.statement(id).document), document_parts::part_of(data, id))
}

/// An actor's page.
pub fn actor(data: Shared, id: ActorId) -> String {
    format!("a/{}.html", file_name(data.actor(id).slug))
}

/// A document's page.
pub fn document(data: Shared, id: DocumentId) -> String {
    format!("d/{}.html", file_name(data.document(id).slug))
}

/// The page of a number in a list, counted from one, by its first page: `p/2.html` after `p/1.html`, `a/ID/2.html`
/// after `a/ID.html`.
pub fn numbered(first: &str, number: usize) -> String {
    match (number, first.strip_suffix("/1.html")) {
        (1, _) => first.to_owned(),
        (_, Some(folder)) => format!("{folder}/{number}.html"),
        (_, None) => format!("{}/{number}.html", first.trim_end_matches(".html")),
    }
}

/// The file name of an id, without the extension. `index`, which servers show for a folder, and the names of devices on
/// Windows get a hyphen at the end. No id ends in one, so that no two ids have the same file name, and ids have no
/// capital letters, so that this holds on case-insensitive disks as well.
fn file_name(slug: &str) -> Cow<'_, str> {
    let numbered = slug.strip_prefix("com").or(slug.strip_prefix("lpt"));
    let device = matches!(slug, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()));
    if device || slug == "index" { format!("{slug}-").into() } else { slug.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_also_a_name_of_something_else_has_a_file_of_its_own() {
        for (slug, file) in [
            ("index", "index-"),
            ("con", "con-"),
            ("nul", "nul-"),
            ("com1", "com1-"),
            ("lpt0", "lpt0-"),
            ("com10", "com10"),
            ("com", "com"),
            ("con-man", "con-man"),
            ("index-2", "index-2"),
        ] {
            assert_eq!(file_name(slug), file);
        }
    }

    #[test]
    fn pages_of_lists_have_files_that_no_id_has() {
        assert_eq!(numbered(STATEMENTS, 1), "p/1.html");
        assert_eq!(numbered(STATEMENTS, 2), "p/2.html");
        assert_eq!(numbered("a/russia.html", 12), "a/russia/12.html");
        assert_eq!(numbered(DOCUMENTS, 2), "d/index/2.html");
    }

    #[test]
    fn a_link_leads_to_the_page_that_shows_most_of_it() {
        let links = Links::new(crate::tests::seeds());
        for (href, file) in [
            ("#/", Some("index.html")),
            ("#/actors", Some("a/index.html")),
            ("#/actor/uzbekistan", Some("a/uzbekistan.html")),
            ("#/about", Some("about.html")),
            ("#/?statement=tashkent-no-bases", Some("s/tashkent-no-bases.html")),
            (
                "#/source/central-asia-us-russia?statement=tashkent-no-bases",
                Some("d/central-asia-us-russia.html#s-tashkent-no-bases"),
            ),
            ("#/source/central-asia-us-russia", Some("d/central-asia-us-russia.html")),
            ("#/?topic=basing", None),
            ("#/compare?actors=russia,uzbekistan", None),
            ("#/actor/nobody", None),
        ] {
            assert_eq!(links.file(href), file, "{href}");
        }
    }

    #[test]
    fn a_link_before_the_program_leads_to_a_file_or_nowhere() {
        let links = Links::new(crate::tests::seeds());
        assert_eq!(links.on_start_page("#/actor/russia").as_deref(), Some("a/russia.html"));
        assert_eq!(links.on_start_page("#/?topic=basing"), None);
        assert_eq!(links.on_start_page("https://example.org/").as_deref(), Some("https://example.org/"));
    }

    #[test]
    fn a_link_without_the_program_leads_to_another_file_or_into_the_program() {
        let links = Links::new(crate::tests::seeds());
        let written = |href| links.on_static_page(href, "a/russia.html", "../");
        assert_eq!(written("#/?topic=basing&q=a"), "../index.html#/?topic=basing&q=a");
        assert_eq!(written("seeds/a%23.txt"), "../seeds/a%23.txt");
        assert_eq!(written("#n-1"), "#n-1");
        assert_eq!(written("#/actor/uzbekistan"), "../a/uzbekistan.html");
        assert_eq!(written("#/actor/russia"), "../index.html#/actor/russia", "a page does not lead to itself");
    }
}
