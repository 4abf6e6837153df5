//! The documents as plain text, byte for byte, with a page that lists them: the way out for readers without the
//! program.

use std::fmt::Write;

use briefing::ssr::{self, Output, Pages};
use query::listing::page_count;
use query::source::text_file;

use crate::context::Context;
use crate::links;
use crate::markup::escaped_text;

/// The file of the list, relative to the top.
const LIST: &str = "seeds/index.html";

/// How many texts are on a page of the list.
const TEXTS_A_PAGE: usize = 500;

/// Every text and the pages of the list of them.
pub fn all(context: &Context) -> Vec<(String, Vec<u8>)> {
    let documents = &context.data.documents;
    let texts = documents.iter().map(|document| (file(document.file), document.text().as_bytes().to_vec()));
    let mut names: Vec<&str> = documents.iter().map(|document| document.file).collect();
    names.sort_unstable();
    let count = page_count(names.len(), TEXTS_A_PAGE);
    let page = |number: usize| {
        let path = links::numbered(LIST, number);
        let up = "../".repeat(path.matches('/').count());
        let address = |number| format!("{up}{}", links::numbered(LIST, number));
        let pages = Pages { number, count, address: &address };
        let output = Output { hydrated: false, links: &|href| Some(href.to_owned()) };
        let page_links = ssr::page_links(context.data, &pages, output);
        let own = &names[names.len().min((number - 1) * TEXTS_A_PAGE)..names.len().min(number * TEXTS_A_PAGE)];
        (path, list(own, &up, &page_links, &context.style_links(&up)).into_bytes())
    };
    texts.chain((1..=count).map(page)).collect()
}

/// The file of a document's text. Links to it are percent-encoded, see [`text_file`].
pub fn file(name: &str) -> String {
    format!("seeds/{name}")
}

/// A page of the list. `up` leads from its folder to the top.
fn list(names: &[&str], up: &str, page_links: &str, style_links: &str) -> String {
    let mut rows = String::new();
    for name in names {
        let (address, text) = (text_file(name), escaped_text(name));
        // Writing to a string does not fail.
        let _ = writeln!(rows, "<li><a href=\"{up}{address}\" translate=\"no\" dir=\"auto\">{text}</a></li>");
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>Source texts of the briefing</title>\n\
         <meta name=\"description\" content=\"The documents of a briefing, word for word.\">\n{style_links}\
         <main class=\"wrap\">\n<div class=\"masthead\"><h1>Source texts</h1></div>\n<div class=\"prose\">\n\
         <p>The documents of <a href=\"{up}index.html\">the briefing</a>, word for word.</p>\n\
         {page_links}<ul>\n{rows}</ul>{page_links}</div>\n</main>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_inject_markup() {
        let page = list(&["<b>&\".txt"], "../", "", "");
        assert!(
            page.contains("href=\"../seeds/%3Cb%3E%26%22.txt\" translate=\"no\" dir=\"auto\">&lt;b&gt;&amp;\".txt</a>"),
            "{page}"
        );
    }
}
