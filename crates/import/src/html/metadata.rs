//! What a page says of itself to machines: JSON-LD, Open Graph, `meta`, `time`, the canonical link, `lang`.

use corpus::written_date::edtf;
use dom_query::Document;

use super::json_ld;
use crate::clean::one_line;
use crate::document::{Found, Metadata};
use crate::format::find;

/// What separates a headline from the name of the site in `title`.
const TITLE_SEPARATORS: [&str; 6] = [" | ", " — ", " – ", " - ", " :: ", " » "];

/// Where a title comes from that may hold the name of the site, in annotations.
const TITLE_ORIGIN: &str = "the page’s title";

/// The names of `meta` elements with the date of publication, the most specific first.
const DATE_NAMES: [&str; 14] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "citation_publication_date",
    "date",
];

/// A document with lists of its `meta` elements.
struct Page<'d> {
    document: &'d Document,
    /// Names in lower case and contents.
    metas: Vec<(String, String)>,
}

/// Reads the metadata of a page.
pub(super) fn read(document: &Document, html: &str) -> Metadata {
    let mut metas = Vec::new();
    for node in document.select("meta").nodes() {
        let content = node.attr("content").map(|content| content.trim().to_owned()).unwrap_or_default();
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(key).filter(|_| !content.is_empty()) {
                metas.push((name.to_lowercase(), content.clone()));
            }
        }
    }
    let page = Page { document, metas };
    let scripts = document.select("script[type='application/ld+json']");
    let article =
        scripts.nodes().iter().find_map(|script| json_ld::article(&script.immediate_text())).unwrap_or_default();
    let json_ld = |value: &Option<String>| found(value.as_deref(), "JSON-LD");
    Metadata {
        title: json_ld(&article.headline)
            .or_else(|| page.meta(&["og:title"], "Open Graph"))
            .or_else(|| {
                page.meta(&["dc.title", "dcterms.title", "citation_title", "twitter:title"], "the page’s metadata")
            })
            .or_else(|| page.title()),
        published: article
            .published
            .as_deref()
            .and_then(edtf)
            .map(|date| Found::new(date, "JSON-LD"))
            .or_else(|| page.date())
            .or_else(|| page.time("time[itemprop='datePublished'], time[pubdate], [itemprop='datePublished'] time"))
            .or_else(|| page.time("article time, header time")),
        other_date: None,
        outlet: json_ld(&article.publisher).or_else(|| page.meta(&["og:site_name"], "Open Graph")).or_else(|| {
            page.meta(&["publisher", "dc.publisher", "dcterms.publisher", "application-name"], "the page’s metadata")
        }),
        author: json_ld(&article.authors).or_else(|| {
            let names = ["author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"];
            page.meta(&names, "the page’s metadata")
        }),
        language: page
            .attribute("html", "lang")
            .or_else(|| page.attribute("html", "xml:lang"))
            .and_then(|tag| found(Some(&tag), "the page’s `lang`"))
            .or_else(|| page.meta(&["content-language", "dc.language", "dcterms.language"], "the page’s metadata"))
            .or_else(|| json_ld(&article.language))
            .or_else(|| page.meta(&["og:locale"], "Open Graph")),
        url: page
            .attribute("link[rel~='canonical']", "href")
            .filter(|url| url.starts_with("http"))
            .and_then(|url| found(Some(&url), "the canonical link"))
            .or_else(|| page.meta(&["og:url"], "Open Graph").filter(|url| url.value.starts_with("http")))
            .or_else(|| json_ld(&article.url).filter(|url| url.value.starts_with("http")))
            .or_else(|| found(saved_from(html), "the browser that saved the page"))
            .or_else(|| found(single_file(html, "url:").filter(|url| url.starts_with("http")), "SingleFile")),
        retrieved: single_file(html, "saved date:").and_then(edtf).map(|date| Found::new(date, "SingleFile")),
    }
}

fn found(value: Option<&str>, origin: &str) -> Option<Found> {
    Found::some(&one_line(value?), origin)
}

impl Page<'_> {
    /// The content of the first `meta` element of some names, in their order.
    fn meta(&self, names: &[&str], origin: &str) -> Option<Found> {
        names.iter().find_map(|name| {
            let (_, content) = self.metas.iter().find(|(other, _)| other == name)?;
            found(Some(content), origin)
        })
    }

    fn date(&self) -> Option<Found> {
        DATE_NAMES.iter().find_map(|name| {
            let (_, content) = self.metas.iter().find(|(other, _)| other == name)?;
            edtf(content).map(|date| Found::new(date, format!("the page’s metadata ({name})")))
        })
    }

    /// The date of the first `time` element that a selector finds.
    fn time(&self, selector: &str) -> Option<Found> {
        let dates = self.document.try_select(selector)?;
        let nodes = dates.nodes();
        let date = nodes.iter().find_map(|node| edtf(&node.attr("datetime").unwrap_or_else(|| node.text())))?;
        Some(Found::new(date, "the first time that the page gives"))
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.document
            .try_select(selector)?
            .nodes()
            .iter()
            .find_map(|node| node.attr(name))
            .map(|value| value.trim().to_owned())
    }

    /// The content of `title`, with the name of the site; see [`title_parts`].
    fn title(&self) -> Option<Found> {
        found(Some(&self.document.try_select("head title, title")?.nodes().first()?.text()), TITLE_ORIGIN)
    }
}

/// The parts of the content of `title`: headline, section and name of the site, in an order that differs by site.
pub(super) fn title_parts(title: &Found) -> Vec<String> {
    let mut parts = vec![title.value.clone()];
    if title.origin == TITLE_ORIGIN {
        for separator in TITLE_SEPARATORS {
            parts = parts.iter().flat_map(|part| part.split(separator)).map(|part| part.trim().to_owned()).collect();
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// A line of the comment that the browser extension `SingleFile` writes into a page that it saves
/// (<https://github.com/gildas-lormeau/SingleFile>): `url:` and `saved date:`.
fn single_file<'h>(html: &'h str, key: &str) -> Option<&'h str> {
    const MARK: &str = "Page saved with SingleFile";
    const WITHIN: usize = 2000;
    let start = find(html.as_bytes().get(..WITHIN).unwrap_or(html.as_bytes()), MARK.as_bytes())? + MARK.len();
    let (comment, _) = html.get(start..)?.split_once("-->")?;
    comment.lines().find_map(|line| line.trim().strip_prefix(key)).map(str::trim)
}

/// The address in the comment that browsers write into a page that they save (`saved from url=(0031)https://…`).
fn saved_from(html: &str) -> Option<&str> {
    const MARK: &str = "saved from url=(";
    const WITHIN: usize = 2000;
    let start = find(html.as_bytes().get(..WITHIN).unwrap_or(html.as_bytes()), MARK.as_bytes())? + MARK.len();
    let rest = html.get(start..)?.split_once(')')?.1;
    let end = rest.find(|c: char| c.is_whitespace() || c == '"' || c == '<')?;
    let url = rest[..end].trim_end_matches("-->");
    url.starts_with("http").then_some(url)
}
