//! The links of files that are no pages: the feed, and the list for programs that read text.

use lol_html::errors::RewritingError;

use super::page::{Element, Page};
use crate::{feed, llms};

/// The links of such a file, as those of a page; `None` for any other file.
pub fn links(name: &str, text: &str) -> Option<Result<Page, RewritingError>> {
    match name {
        // A reader of HTML finds the attributes of its elements, which are all closed and have no content of elements.
        feed::FILE => Some(Page::read(text)),
        llms::FILE => Some(Ok(Page { elements: text.lines().flat_map(markdown_links).collect() })),
        _ => None,
    }
}

/// The inline links of a line of Markdown whose addresses have no brackets.
fn markdown_links(line: &str) -> impl Iterator<Item = Element> {
    line.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(address, _)| Element {
        name: "a".to_owned(),
        attributes: vec![("href".to_owned(), address.to_owned())],
        text: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use crate::{Files, check::check};

    #[test]
    fn a_dead_link_in_a_list_is_found() {
        let site = |name: &str, text: &str| {
            let page = "<!doctype html><meta http-equiv=content-security-policy content=\"default-src 'none'; \
                        base-uri 'none'; form-action 'none'\">";
            Files::from([("index.html", page), (name, text)].map(|(name, text)| (name.to_owned(), text.into())))
        };
        for (name, text) in [
            ("llms.txt", "# A\n\n- [b](index.html): c, [d](gone.txt)\n"),
            ("feed.xml", "<?xml version=\"1.0\"?>\n<feed><title>&lt;a&gt;</title><link href=\"gone.txt\"/></feed>"),
        ] {
            let error = check(&site(name, text), &|_| {}).unwrap_err().to_string();
            assert!(error.contains("gone.txt") && error.contains(name), "{error}");
            check(&site(name, &text.replace("gone.txt", "index.html")), &|_| {}).unwrap();
        }
    }
}
