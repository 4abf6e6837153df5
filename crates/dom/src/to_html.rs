//! Views as HTML, for prerendering. Not in the browser's program, which would carry it in vain.

use leptos::tachys::view::{Position, RenderHtml};

use crate::view::{AnyView, Content, ElementView, INPUT};

impl AnyView {
    /// The view as HTML, with the comments that hydration needs.
    pub fn to_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html, &mut Position::FirstChild);
        html
    }

    pub(crate) fn write(self, html: &mut String, position: &mut Position) {
        match self {
            AnyView::Nothing => ().to_html_with_buf(html, position, true, false, Vec::new()),
            AnyView::Text(text) => text.to_html_with_buf(html, position, true, false, Vec::new()),
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
        html.extend(["<", tag]);
        attributes.write(html);
        html.push('>');
        if tag != INPUT {
            *position = Position::FirstChild;
            match content {
                Content::Children(children) => write_fragment(children, html, position),
                Content::Region(region) => {
                    region.write(html, position);
                    AnyView::Nothing.write(html, position);
                }
            }
            html.extend(["</", tag, ">"]);
        }
        *position = Position::NextChild;
    }
}
