//! Where the page is found, on which day, and what was chosen there.

use corpus::date::Calendar;
use corpus::{DocumentId, StatementId};
use query::view::{Selection, View};
use query::{Shared, link, source, title};

use crate::Format;

/// So much of what was chosen goes into a file's name; some systems and archives stop at 255 bytes of path.
const NAME_PART: usize = 60;

/// What has to be known besides the statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The page's absolute address; a fragment is left out. It goes into every file that is passed on, so for a page that
    /// was opened from a disk give the address where it is published, if there is one: the disk's works nowhere else and
    /// names its owner's folders.
    pub base: String,
    /// The day of the export.
    pub accessed: Calendar,
    /// What the reader sees: says in words, and as a link, which statements these are.
    pub view: View,
}

impl Context {
    fn page(&self) -> &str {
        self.base.split('#').next().unwrap_or_default()
    }

    /// The link to what was exported.
    pub fn view_link(&self, data: Shared) -> String {
        format!("{}{}", self.page(), link::share(data, &self.view))
    }

    /// The link to a statement. It names the edition, so that a later one can tell what changed.
    pub fn statement_link(&self, data: Shared, id: StatementId) -> String {
        format!("{}{}", self.page(), link::share(data, &View::statement(id)))
    }

    /// The address of a document's text, as the bundle serves it: `seeds/FILE` beside the page.
    pub fn text_address(&self, data: Shared, id: DocumentId) -> String {
        self.beside(&source::text_file(data.document(id).file))
    }

    /// The address of the JSON format's schema.
    pub fn schema_address(&self) -> String {
        self.beside("schema/briefing-export.schema.json")
    }

    /// A relative address as a browser would resolve it on the page.
    fn beside(&self, path: &str) -> String {
        let page = self.page().split('?').next().unwrap_or_default();
        let host = page.find("://").map_or(0, |at| at + "://".len());
        match page[host..].rfind('/') {
            Some(slash) => format!("{}{path}", &page[..=host + slash]),
            None => format!("{page}/{path}"),
        }
    }

    /// What was exported, in words: "Topic: Military basing · Central Asia between the US and Russia".
    pub fn words(&self, data: Shared) -> String {
        title::title(data, &self.whole())
    }

    /// The view without the statement that happens to be open in it: that one is not what was exported.
    fn whole(&self) -> View {
        match &self.view {
            View::Briefing(selection) => View::Briefing(Selection { open: None, ..selection.clone() }),
            View::Source(document, _) => View::Source(*document, None),
            other => other.clone(),
        }
    }

    /// A name for the file: `BRIEFING-EDITION-CHOICE.ENDING`.
    pub fn file_name(&self, data: Shared, format: Format) -> String {
        let edition = edition_name(data);
        let chosen = plain(&title::page_title(data, &self.whole()).to_string());
        let joint = if chosen.is_empty() { "" } else { "-" };
        format!("{edition}{joint}{chosen}.{}", format.ending())
    }
}

/// How the name of every file begins that is made of a briefing: `BRIEFING-EDITION`.
pub fn edition_name(data: Shared) -> String {
    let briefing = plain(data.title);
    let briefing = if briefing.is_empty() { "briefing" } else { &briefing };
    format!("{briefing}-{}", link::edition(data))
}

/// Lower-case letters and digits of ASCII in groups joined by hyphens: safe in a file name on every system.
fn plain(text: &str) -> String {
    let text = text.to_ascii_lowercase();
    let mut name = String::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if name.len() + word.len() >= NAME_PART {
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
        Context { base: base.to_owned(), accessed: Calendar { year: 2026, month: 11, day: 25 }, view: View::default() }
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
    fn a_plain_name_has_whole_words_of_ascii() {
        assert_eq!(plain("Général Émile: “CON”, a/b\\c..d"), "g-n-ral-mile-con-a-b-c-d");
        assert_eq!(plain("Ташкент"), "");
        assert!(plain(&"word ".repeat(100)).len() <= NAME_PART);
        assert!(plain(&"word ".repeat(100)).ends_with("word"));
        assert_eq!(plain(&"w".repeat(100)), "");
    }
}
