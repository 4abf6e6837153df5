//! How views are written as HTML: for a page that the program hydrates, or for one that it never meets.

use leptos::tachys::view::{Position as HydrationPosition, RenderHtml};

use crate::erased::Text;
use crate::special_attributes::{LIVE, REBUILT_ON_HYDRATE};

/// Writes the target of a link, from the value of its `href`; `None` for no link.
pub type LinkWriter<'o> = &'o (dyn Fn(&str) -> Option<String> + 'o);

/// For which page views are written.
#[derive(Clone, Copy)]
pub struct Output<'o> {
    /// Whether a program will hydrate the page. Otherwise elements with [`LIVE`] are left out, and so are the comments
    /// by which hydration finds its nodes.
    pub hydrated: bool,
    /// What writes the targets of links.
    pub links: LinkWriter<'o>,
}

/// The position in the HTML that is being written.
pub struct Position<'o> {
    hydration: HydrationPosition,
    output: Output<'o>,
}

impl<'o> Position<'o> {
    /// The beginning of a parent element.
    pub fn new(output: Output<'o>) -> Position<'o> {
        Position { hydration: HydrationPosition::FirstChild, output }
    }

    /// Moves into an element.
    pub fn enter(&mut self) {
        self.hydration = HydrationPosition::FirstChild;
    }

    /// Moves behind an element.
    pub fn leave(&mut self) {
        self.hydration = HydrationPosition::NextChild;
    }

    /// Whether an element with such attributes is left out.
    pub fn leaves_out(&self, mut attributes: impl Iterator<Item = &'static str>) -> bool {
        !self.output.hydrated && attributes.any(|name| name == LIVE)
    }

    /// The value of an attribute as it is written.
    pub fn value(&self, name: &str, value: Option<Text>) -> Option<Text> {
        match value {
            Some(href) if name == REBUILT_ON_HYDRATE => (self.output.links)(&href).map(Text::from),
            value => value,
        }
    }

    /// Writes a text, which is not empty.
    pub fn text(&mut self, text: Text, html: &mut String) {
        if !self.output.hydrated {
            self.enter();
        }
        text.to_html_with_buf(html, &mut self.hydration, true, false, Vec::new());
    }

    /// Writes the comment that keeps a place.
    pub fn placeholder(&mut self, html: &mut String) {
        if self.output.hydrated {
            ().to_html_with_buf(html, &mut self.hydration, true, false, Vec::new());
        }
    }
}
