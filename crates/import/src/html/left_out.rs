//! What of a page is not in its article, by region, so that nothing is left out silently.

use std::collections::HashMap;

use dom_query::{Document, NodeRef};

use crate::clean::collapse_white_space;
use crate::document::Draft;

/// A stretch of text of a page, between the boundaries of blocks.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    text: String,
    region: Region,
}

impl Leaf {
    pub fn new(text: &str, region: Region) -> Self {
        Leaf { text: collapse_white_space(text), region }
    }
}

/// A region of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Navigation,
    Header,
    Footer,
    Aside,
    Form,
    Caption,
    Dialog,
    Cookies,
    Comments,
    Related,
    Sharing,
    Newsletter,
    Advertisement,
    Elsewhere,
}

/// Words in the `id` and the classes of elements that tell a region.
const NAMES: [(&str, Region); 14] = [
    ("cookie", Region::Cookies),
    ("consent", Region::Cookies),
    ("gdpr", Region::Cookies),
    ("comment", Region::Comments),
    ("disqus", Region::Comments),
    ("related", Region::Related),
    ("recommend", Region::Related),
    ("most-read", Region::Related),
    ("share", Region::Sharing),
    ("social", Region::Sharing),
    ("newsletter", Region::Newsletter),
    ("subscri", Region::Newsletter),
    ("advert", Region::Advertisement),
    ("sponsor", Region::Advertisement),
];

impl Region {
    /// The region that an element begins, if it does.
    pub fn of(name: &str, node: &NodeRef<'_>) -> Option<Region> {
        let role = node.attr("role").map(|role| role.to_lowercase());
        let by_element = match (name, role.as_deref()) {
            ("nav", _) | (_, Some("navigation")) => Some(Region::Navigation),
            ("header", _) | (_, Some("banner")) => Some(Region::Header),
            ("footer", _) | (_, Some("contentinfo")) => Some(Region::Footer),
            ("aside", _) | (_, Some("complementary")) => Some(Region::Aside),
            ("form" | "button" | "select" | "textarea" | "fieldset", _) => Some(Region::Form),
            ("figcaption", _) => Some(Region::Caption),
            ("dialog", _) | (_, Some("dialog" | "alertdialog")) => Some(Region::Dialog),
            _ => None,
        };
        if matches!(name, "html" | "body" | "main" | "article") {
            return by_element;
        }
        let names = [node.attr("id"), node.attr("class")].into_iter().flatten();
        let names: String = names.map(|names| names.to_lowercase() + " ").collect();
        NAMES.iter().find(|(word, _)| names.contains(word)).map(|&(_, region)| region).or(by_element)
    }

    /// The region in a note.
    fn message(self) -> &'static str {
        match self {
            Region::Navigation => "navigation",
            Region::Header => "a header",
            Region::Footer => "a footer",
            Region::Aside => "an aside",
            Region::Form => "a form",
            Region::Caption => "a caption",
            Region::Dialog => "a dialog",
            Region::Cookies => "a cookie notice",
            Region::Comments => "comments",
            Region::Related => "links to other articles",
            Region::Sharing => "sharing",
            Region::Newsletter => "an invitation to subscribe",
            Region::Advertisement => "an advertisement",
            Region::Elsewhere => "text outside of the article",
        }
    }
}

/// The most words of a part that is removed for its name. A wrapper around the article may have such a name, too.
const MAX_REMOVED: usize = 40;

/// Removes small parts of a page that are in the article, but not of it.
pub(super) fn remove_from_article(document: &Document) {
    for node in document.select("[id], [class]").nodes() {
        let name = node.node_name().map(|name| name.to_lowercase()).unwrap_or_default();
        let region = Region::of(&name, node);
        let is_foreign =
            matches!(region, Some(Region::Cookies | Region::Sharing | Region::Newsletter | Region::Advertisement));
        if is_foreign && count_words(&node.text()) <= MAX_REMOVED {
            node.remove_from_parent();
        }
    }
}

/// The stretches of text that are in the article, each as often as it is.
pub(super) struct Taken {
    counts: HashMap<String, usize>,
    words: usize,
}

impl Taken {
    pub fn new(leaves: &[Leaf]) -> Self {
        let mut counts = HashMap::new();
        for leaf in leaves {
            *counts.entry(leaf.text.clone()).or_default() += 1;
        }
        Taken { counts, words: leaves.iter().map(|leaf| count_words(&leaf.text)).sum() }
    }

    /// Counts a stretch as taken once more, unless it is counted already.
    pub fn take(&mut self, text: &str) {
        self.counts.entry(collapse_white_space(text)).or_insert(1);
    }

    /// Whether a stretch is in the article; each time it is asked for is used up.
    fn contains(&mut self, text: &str) -> bool {
        self.counts.get_mut(text).is_some_and(|count| {
            let is_left = *count > 0;
            *count = count.saturating_sub(1);
            is_left
        })
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Notes every stretch of a page that is not taken; neighbours in one region are one note.
pub(super) fn note(page: &[Leaf], mut taken: Taken, draft: &mut Draft) {
    let mut groups: Vec<(Region, Vec<&str>)> = Vec::new();
    let mut is_open = false;
    for leaf in page.iter().filter(|leaf| !leaf.text.is_empty()) {
        if taken.contains(&leaf.text) {
            is_open = false;
            continue;
        }
        match groups.last_mut() {
            Some((region, texts)) if is_open && *region == leaf.region => texts.push(&leaf.text),
            _ => groups.push((leaf.region, vec![&leaf.text])),
        }
        is_open = true;
    }
    let elsewhere = groups.iter().filter(|(region, _)| *region == Region::Elsewhere);
    let words: usize = elsewhere.flat_map(|(_, texts)| texts).map(|text| count_words(text)).sum();
    if words > taken.words / 2 && words > 40 {
        draft.doubt("much text stands outside of what was recognised as the article: see whether it is whole");
    }
    for (region, texts) in groups {
        draft.leave_out(region.message(), &texts.join(" · "));
    }
}
