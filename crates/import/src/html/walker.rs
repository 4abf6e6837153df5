//! The text of elements in the order of the page, in blocks as a browser lays them out by default.

use dom_query::NodeRef;

use super::left_out::{Leaf, Region};
use crate::document::BlockKind;
use crate::flow::Flow;

/// What a walk has found.
pub(super) struct Walked {
    /// The text in blocks, with lists and tables.
    pub flow: Flow,
    /// Each stretch of text between the boundaries of blocks, wherever on the page.
    pub leaves: Vec<Leaf>,
    /// The headings of first order.
    pub headlines: Vec<String>,
    pub pictures: usize,
    pub links: usize,
}

/// The state of a walk.
struct Walker {
    walked: Walked,
    is_page: bool,
    text: String,
    heading: Option<u8>,
    /// Open lists; the next number of one that is numbered.
    lists: Vec<Option<u64>>,
    marker: String,
    regions: Vec<Region>,
    /// The number of open elements whose text keeps its line ends.
    preformatted: usize,
    /// The number of open elements whose text is no part of the running text: captions, controls.
    aside: usize,
}

/// A step of the walk.
enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

/// Walks below a node. On a whole page, the names of elements tell to which region of it a text belongs.
pub(super) fn walk(root: &NodeRef<'_>, is_page: bool) -> Walked {
    let mut walker = Walker {
        walked: Walked { flow: Flow::default(), leaves: Vec::new(), headlines: Vec::new(), pictures: 0, links: 0 },
        is_page,
        text: String::new(),
        heading: None,
        lists: Vec::new(),
        marker: String::new(),
        regions: Vec::new(),
        preformatted: 0,
        aside: 0,
    };
    let mut steps: Vec<Step<'_>> = root.children_it(true).map(Step::Enter).collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(name) => walker.leave(&name),
            Step::Enter(node) if node.is_text() => walker.text(&node.text()),
            Step::Enter(node) => {
                let Some(name) = node.node_name().map(|name| name.to_lowercase()) else { continue };
                if walker.enter(&name, &node) {
                    steps.push(Step::Leave(name));
                    steps.extend(node.children_it(true).map(Step::Enter));
                }
            }
        }
    }
    walker.flush();
    walker.walked
}

/// Whether an element begins and ends a block.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether an element displays none of its text, or only where it cannot do its work.
fn is_skipped(name: &str, node: &NodeRef<'_>) -> bool {
    let is_hidden = || {
        node.has_attr("hidden")
            || node.attr("style").is_some_and(|style| {
                let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
                style.contains("display:none") || style.contains("visibility:hidden")
            })
    };
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "canvas"
            | "iframe"
            | "object"
            | "embed"
            | "video"
            | "audio"
            | "head"
            | "title"
            | "meta"
            | "link"
            | "rp"
            | "rt"
            | "datalist"
            | "progress"
            | "meter"
    ) || is_hidden()
}

impl Walker {
    /// Enters an element; returns whether its content is read.
    fn enter(&mut self, name: &str, node: &NodeRef<'_>) -> bool {
        if is_skipped(name, node) {
            return false;
        }
        if is_block(name) {
            self.flush();
        }
        match name {
            "br" => self.text.push('\n'),
            "img" | "picture" => self.walked.pictures += usize::from(name == "img"),
            "a" => self.walked.links += 1,
            "q" => self.text.push('“'),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = name[1..].parse().ok(),
            "ul" | "menu" => self.lists.push(None),
            "ol" => {
                let start = node.attr("start").and_then(|start| start.trim().parse().ok());
                self.lists.push(Some(start.unwrap_or(1)));
            }
            "li" if !self.is_page => {
                let number = self.lists.last_mut().and_then(Option::as_mut).map(|next| {
                    *next += 1;
                    *next - 1
                });
                self.marker = self.walked.flow.entry_marker(number);
            }
            "pre" | "textarea" => self.preformatted += 1,
            "table" => self.walked.flow.start_table(),
            "tr" => self.walked.flow.start_row(),
            "td" | "th" => self.walked.flow.start_cell(),
            "figcaption" | "button" | "select" => self.aside += 1,
            _ => {}
        }
        if self.is_page {
            let region = Region::of(name, node).or(self.regions.last().copied()).unwrap_or(Region::Elsewhere);
            self.regions.push(region);
        }
        true
    }

    fn leave(&mut self, name: &str) {
        if is_block(name) {
            self.flush();
        }
        match name {
            "q" => self.text.push('”'),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "ul" | "menu" | "ol" => drop(self.lists.pop()),
            "li" => self.marker.clear(),
            "pre" | "textarea" => self.preformatted = self.preformatted.saturating_sub(1),
            "table" => self.walked.flow.end_table(),
            "figcaption" | "button" | "select" => self.aside = self.aside.saturating_sub(1),
            _ => {}
        }
        if self.is_page {
            self.regions.pop();
        }
    }

    /// Adds text, in which white space is collapsed as CSS does it by default (CSS Text 3, 4.1).
    fn text(&mut self, words: &str) {
        for c in words.chars() {
            if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}') || self.preformatted > 0 {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim_matches([' ', '\n', '\t', '\r']);
        if text.is_empty() {
            return;
        }
        if self.aside > 0 && !self.is_page {
            return;
        }
        let region = self.regions.last().copied().unwrap_or(Region::Elsewhere);
        self.walked.leaves.extend(text.split('\n').map(|line| Leaf::new(line, region)));
        if self.aside > 0 {
            return;
        }
        // A heading is one line, however its words are broken.
        let heading = text.replace('\n', " ");
        match self.heading {
            Some(1) => {
                self.walked.headlines.push(heading.clone());
                self.walked.flow.push(BlockKind::Heading, &heading);
            }
            Some(_) => self.walked.flow.push(BlockKind::Heading, &heading),
            None => {
                let marker = std::mem::take(&mut self.marker);
                self.walked.flow.push(BlockKind::Paragraph, &format!("{marker}{text}"));
            }
        }
    }
}
