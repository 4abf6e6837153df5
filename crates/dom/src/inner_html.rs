//! HTML that is written already, as the content of an element. Not in the browser's program: there, markup in a string
//! would be parsed, which no component does.

use crate::element::Element;
use crate::erased::DrawEffect;
use crate::output::Position;
use crate::view::RegionContent;

/// HTML as it is to be written.
struct InnerHtml(String);

impl Element {
    /// Makes HTML all the content of this element. It is written as it is: give only what
    /// [`crate::AnyView::to_html_for`] wrote, or text that cannot end the element.
    pub fn inner_html(self, html: impl Into<String>) -> Element {
        self.with_region(Box::new(InnerHtml(html.into())))
    }
}

impl RegionContent for InnerHtml {
    fn write(self: Box<Self>, html: &mut String, position: &mut Position) {
        html.push_str(&self.0);
        position.leave();
    }

    fn follow(self: Box<Self>, _: &leptos::tachys::renderer::types::Element, _: bool) -> DrawEffect {
        unreachable!("written HTML is for pages that are written, not drawn")
    }
}
