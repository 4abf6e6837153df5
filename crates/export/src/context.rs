//! The circumstances of an export: the page's address, the date, and the view that selected the statements.

use corpus::date::Calendar;
use corpus::{DocumentId, StatementId};
use query::view::{Selection, View};
use query::{Shared, link, source, title};

/// The longest part of a file name that is made of a title or a selection, in bytes: some systems and archives stop at
/// 255 bytes of path.
const MAX_NAME_PART: usize = 60;

/// What an export says besides the statements: where, when and from which view it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The page's absolute URL; a fragment is ignored. Every exported file contains it. For a page that was opened from
    /// a disk, pass the URL where it is published, or else an empty string: a `file:` URL works on no other machine and
    /// discloses the reader's folders.
    pub base: String,
    /// Whether the texts are files beside the page. Those of a briefing file that a reader opened in a page are not.
    pub has_text_files: bool,
    /// The date of the export.
    pub accessed: Calendar,
    /// The view that was exported. It supplies the description and the link of the selection.
    pub view: View,
}

impl Context {
    fn page(&self) -> &str {
        self.base.split('#').next().unwrap_or_default()
    }

    /// The link to the exported view.
    pub fn view_link(&self, data: Shared) -> String {
        format!("{}{}", self.page(), link::share(data, &self.view))
    }

    /// The link to a statement. It names the edition, by which a later edition can tell that it changed.
    pub fn statement_link(&self, data: Shared, id: StatementId) -> String {
        format!("{}{}", self.page(), link::share(data, &View::statement(id)))
    }

    /// The address of a document's text: `seeds/FILE` beside the page, as the site serves it. Where the texts are not
    /// there, the link to the page that shows the text.
    pub fn text_address(&self, data: Shared, id: DocumentId) -> String {
        if self.has_text_files {
            self.beside(&source::text_file(data.document(id).file))
        } else {
            format!("{}{}", self.page(), link::share(data, &View::Source(id, None)))
        }
    }

    /// The address of the JSON format's schema.
    pub fn schema_address(&self) -> String {
        self.beside("schema/briefing-export.schema.json")
    }

    /// Resolves a relative address against the page, as a browser does.
    fn beside(&self, path: &str) -> String {
        let page = self.page().split('?').next().unwrap_or_default();
        let host = page.find("://").map_or(0, |at| at + "://".len());
        match page[host..].rfind('/') {
            Some(slash) => format!("{}{path}", &page[..=host + slash]),
            None => format!("{page}/{path}"),
        }
    }

    /// The exported selection in words: "Topic: Military basing · Central Asia between the US and Russia".
    pub fn description(&self, data: Shared) -> String {
        title::title(data, &self.exported_view())
    }

    /// The view without the open statement, which says nothing about the selection.
    fn exported_view(&self) -> View {
        match &self.view {
            View::Briefing(selection) => View::Briefing(Selection { open: None, ..selection.clone() }),
            View::Source(document, _) => View::Source(*document, None),
            other => other.clone(),
        }
    }

    /// The name of the file: `BRIEFING-EDITION-SELECTION.EXTENSION`.
    pub fn file_name(&self, data: Shared, extension: &str) -> String {
        let edition = edition_name(data);
        let selection = slugify(&title::page_title(data, &self.exported_view()).to_string());
        let separator = if selection.is_empty() { "" } else { "-" };
        format!("{edition}{separator}{selection}.{extension}")
    }
}

/// The beginning of the name of every file made of a briefing: `BRIEFING-EDITION`.
pub fn edition_name(data: Shared) -> String {
    let briefing = slugify(data.title);
    let briefing = if briefing.is_empty() { "briefing" } else { &briefing };
    format!("{briefing}-{}", link::edition(data))
}

/// The name of the whole briefing as a file: `BRIEFING-EDITION.briefing`.
pub fn briefing_file(data: Shared) -> String {
    format!("{}.briefing", edition_name(data))
}

/// The words of a text in lower-case ASCII letters and digits, joined by hyphens: safe in a file name on every system.
fn slugify(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let mut name = String::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if name.len() + word.len() >= MAX_NAME_PART {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context(base: &str) -> Context {
        let accessed = Calendar { year: 2026, month: 11, day: 25 };
        Context { base: base.to_owned(), has_text_files: true, accessed, view: View::default() }
    }

    #[test]
    fn an_address_beside_the_page_is_resolved_as_browsers_do() {
        for (base, address) in [
            ("https://example.org/", "https://example.org/a"),
            ("https://example.org", "https://example.org/a"),
            ("https://example.org/x/index.html", "https://example.org/x/a"),
            ("https://example.org/x/?q=/y#/?z=/", "https://example.org/x/a"),
            ("file:///home/x/index.html", "file:///home/x/a"),
        ] {
            assert_eq!(context(base).beside("a"), address, "{base}");
        }
    }

    #[test]
    fn the_text_of_an_opened_file_is_on_a_page_of_its_view() {
        let data = crate::testing::shipped();
        let address = |has_text_files| {
            Context { has_text_files, ..context("https://example.org/?file=12345678#/") }
                .text_address(data, DocumentId(0))
        };
        let file = source::text_file(data.documents[0].file);
        assert_eq!(address(true), format!("https://example.org/{file}"));
        let on_page = address(false);
        assert!(on_page.starts_with("https://example.org/?file=12345678#/source/"), "{on_page}");
    }

    #[test]
    fn a_slug_has_whole_words_of_ascii() {
        assert_eq!(slugify("Général Émile: “CON”, a/b\\c..d"), "g-n-ral-mile-con-a-b-c-d");
        assert_eq!(slugify("Ташкент"), "");
        assert!(slugify(&"word ".repeat(100)).len() <= MAX_NAME_PART);
        assert!(slugify(&"word ".repeat(100)).ends_with("word"));
        assert_eq!(slugify(&"w".repeat(100)), "");
    }
}
