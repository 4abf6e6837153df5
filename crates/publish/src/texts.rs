//! The documents as plain text, byte for byte, with a page that lists them: the way out for readers without the
//! program.

use briefing::ssr::{self, Pages};
use corpus::TextDigest;
use dom::html::{a, div, h1, li, main, p, span, ul};
use query::listing::page_count;
use query::source::text_file;

use crate::context::Context;
use crate::{links, page};

/// The file of the list, relative to the top.
const LIST: &str = "seeds/index.html";

/// How many texts are on a page of the list.
const TEXTS_A_PAGE: usize = 500;

/// Every text and the pages of the list of them.
pub fn all(context: &Context) -> Vec<(String, Vec<u8>)> {
    let documents = &context.data.documents;
    let texts = documents.iter().map(|document| (file(document.file), document.text().as_bytes().to_vec()));
    let mut listed: Vec<Text> =
        documents.iter().map(|document| (document.file, document.provenance().digest)).collect();
    listed.sort_unstable_by_key(|(name, _)| *name);
    let count = page_count(listed.len(), TEXTS_A_PAGE);
    let page = |number: usize| {
        let path = links::numbered(LIST, number);
        let up = "../".repeat(path.matches('/').count());
        let address = |number| format!("{up}{}", links::numbered(LIST, number));
        let pages = Pages { number, count, address: &address };
        let page_links = ssr::page_links(context.data, &pages, page::STATIC);
        let own = &listed[listed.len().min((number - 1) * TEXTS_A_PAGE)..listed.len().min(number * TEXTS_A_PAGE)];
        (path, list(context, own, &up, &page_links).into_bytes())
    };
    texts.chain((1..=count).map(page)).collect()
}

/// The file of a document's text. Links to it are percent-encoded, see [`text_file`].
pub fn file(name: &str) -> String {
    format!("seeds/{name}")
}

/// A text of the list: the name of its file, and the digest.
type Text = (&'static str, TextDigest);

/// A page of the list. `up` leads from its folder to the top.
fn list(context: &Context, listed: &[Text], up: &str, page_links: &[String; 2]) -> String {
    let entry = |(name, digest): &Text| {
        let link = a().attr("href", format!("{up}{}", text_file(name))).attr("translate", "no").attr("dir", "auto");
        let digest = span().attr("translate", "no").child(digest.to_string());
        li().class("digest").child(link.child(*name)).child(", SHA-256 ").child(digest)
    };
    let [at_beginning, at_end] = page_links.each_ref().map(|links| div().inner_html(links.as_str()));
    let briefing = a().attr("href", format!("{up}index.html")).child("the briefing");
    let words = p().child("The documents of ").child(briefing).child(", word for word.");
    let list = ul().children(listed.iter().map(entry));
    let main = main()
        .class("wrap")
        .child(div().class("masthead").child(h1().child("Source texts")))
        .child(div().class("prose").child(words).child(at_beginning).child(list).child(at_end));
    let head = [
        page::first_of_head(
            "default-src 'none'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'".to_owned(),
        ),
        page::title_and_description("Source texts of the briefing", "The documents of a briefing, word for word."),
        page::style_sheets(context, up),
    ];
    page::page([("lang", "en")], head, [main.into_any()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests;

    #[test]
    fn a_name_cannot_inject_markup() {
        let page = list(
            &tests::context(tests::seeds()),
            &[("<b>&\".txt", TextDigest([0; 32]))],
            "../",
            &<[String; 2]>::default(),
        );
        assert!(
            page.contains("href=\"../seeds/%3Cb%3E%26%22.txt\" translate=\"no\" dir=\"auto\">&lt;b&gt;&amp;\".txt</a>"),
            "{page}"
        );
    }
}
