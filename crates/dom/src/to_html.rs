//! Views as HTML, for prerendering. Not in the browser's program, which would carry it in vain.

use crate::output::{Output, Position};
use crate::view::{AnyView, Content, ElementView, is_void};

impl AnyView {
    /// The view as HTML, with the comments that hydration needs.
    pub fn to_html(self) -> String {
        self.to_html_for(Output { hydrated: true, links: &|href| Some(href.to_owned()) })
    }

    /// The view as HTML for a page.
    pub fn to_html_for(self, output: Output) -> String {
        let mut html = String::new();
        self.write(&mut html, &mut Position::new(output));
        html
    }

    pub(crate) fn write(self, html: &mut String, position: &mut Position) {
        match self {
            AnyView::Nothing => position.placeholder(html),
            AnyView::Text(text) => position.text(text, html),
            AnyView::Element(element) => element.write(html, position),
            AnyView::Fragment(views) => write_fragment(views, html, position),
        }
    }
}

/// Writes views one after the other, and the comment behind them.
fn write_fragment(views: Vec<AnyView>, html: &mut String, position: &mut Position) {
    for view in views {
        view.write(html, position);
    }
    AnyView::Nothing.write(html, position);
}

impl ElementView {
    fn write(self, html: &mut String, position: &mut Position) {
        let ElementView { tag, attributes, content, .. } = self;
        if position.leaves_out(attributes.names()) {
            return;
        }
        html.extend(["<", tag]);
        attributes.write(html, position);
        html.push('>');
        if !is_void(tag) {
            position.enter();
            match content {
                Content::Children(children) => write_fragment(children, html, position),
                Content::Region(region) => {
                    region.write(html, position);
                    AnyView::Nothing.write(html, position);
                }
            }
            html.extend(["</", tag, ">"]);
        }
        position.leave();
    }
}
