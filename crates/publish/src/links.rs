//! Links to views on pages without the program, or before it has loaded: the files that they lead to.

use std::borrow::Cow;

use query::view::{Selection, View};
use query::{Shared, link, source};

/// The file that shows most of the view behind a link, relative to the top; `None` where only the program can show it.
pub fn static_page(data: Shared, href: &str) -> Option<String> {
    let parsed = link::parse(data, href);
    if !parsed.notices.is_empty() {
        return None;
    }
    match parsed.view {
        View::Briefing(Selection { open: Some(id), .. }) | View::Source(_, Some(id)) => {
            Some(statement(data.statement(id).slug))
        }
        View::Briefing(selection) if selection == Selection::default() => Some("index.html".to_owned()),
        View::Briefing(_) | View::Compare(_) => None,
        View::Actors => Some(ACTORS.to_owned()),
        View::Actor(id) => Some(actor(data.actor(id).slug)),
        View::Source(id, None) => Some(source::text_file(data.document(id).file)),
        View::About => Some(ABOUT.to_owned()),
    }
}

/// The page of all actors.
pub const ACTORS: &str = "a/index.html";

/// The page about the briefing.
pub const ABOUT: &str = "about.html";

/// A statement's page.
pub fn statement(slug: &str) -> String {
    format!("s/{}.html", file_name(slug))
}

/// An actor's page.
pub fn actor(slug: &str) -> String {
    format!("a/{}.html", file_name(slug))
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
    fn an_id_that_is_also_a_name_of_something_else_has_a_page_of_its_own() {
        for (slug, file) in [
            ("index", "a/index-.html"),
            ("con", "a/con-.html"),
            ("nul", "a/nul-.html"),
            ("com1", "a/com1-.html"),
            ("lpt0", "a/lpt0-.html"),
            ("com10", "a/com10.html"),
            ("com", "a/com.html"),
            ("con-man", "a/con-man.html"),
            ("index-2", "a/index-2.html"),
        ] {
            assert_eq!(actor(slug), file);
            assert_ne!(actor(slug), ACTORS);
            assert_eq!(statement(slug), file.replacen('a', "s", 1));
        }
    }

    #[test]
    fn a_link_leads_to_the_page_that_shows_most_of_it() {
        let data = crate::tests::seeds();
        for (href, file) in [
            ("#/", Some("index.html")),
            ("#/actors", Some("a/index.html")),
            ("#/actor/uzbekistan", Some("a/uzbekistan.html")),
            ("#/about", Some("about.html")),
            ("#/?statement=tashkent-no-bases", Some("s/tashkent-no-bases.html")),
            ("#/source/central-asia-us-russia?statement=tashkent-no-bases", Some("s/tashkent-no-bases.html")),
            ("#/source/central-asia-us-russia", Some("seeds/000_0d3004281b1ae425.txt")),
            ("#/?topic=basing", None),
            ("#/compare?actors=russia,uzbekistan", None),
            ("#/actor/nobody", None),
        ] {
            assert_eq!(static_page(data, href).as_deref(), file, "{href}");
        }
    }
}
