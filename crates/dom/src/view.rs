//! A view of one type, and its nodes on the page.
//!
//! leptos' own `AnyView` is a table of functions for each type in it, with those that wait for asynchronous views. Here
//! there are four kinds of views, none of them asynchronous, and each function is written once.

use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element as DomElement, Node, Placeholder, Text as TextNode};
use leptos::tachys::view::{Position, RenderHtml};

use crate::cursor::Cursor;
use crate::element::{Element, MountedElement};
use crate::erased::Text;

/// What is to be drawn.
pub enum AnyView {
    /// No node but a comment that keeps the place.
    Nothing,
    /// A text that is not empty: HTML has no text node without characters.
    Text(Text),
    /// An element with all that is in it.
    Element(Element),
    /// Views one after the other, and a comment behind them.
    Fragment(Vec<AnyView>),
}

/// The nodes of a view.
pub enum Mounted {
    Nothing(Placeholder),
    Text(TextNode, Text),
    Element(Box<MountedElement>),
    Fragment(MountedFragment),
}

/// The nodes of views one after the other, and the comment behind them.
pub struct MountedFragment {
    views: Vec<Mounted>,
    marker: Placeholder,
}

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

    /// Creates the nodes; they are on the page once they are mounted.
    #[inline(never)]
    pub(crate) fn build(self) -> Mounted {
        match self {
            AnyView::Nothing => Mounted::Nothing(Rndr::create_placeholder()),
            AnyView::Text(text) => Mounted::Text(Rndr::create_text_node(&text), text),
            AnyView::Element(element) => Mounted::Element(Box::new(element.build())),
            AnyView::Fragment(views) => Mounted::Fragment(MountedFragment::build(views)),
        }
    }

    /// Finds the nodes in prerendered HTML.
    #[inline(never)]
    pub(crate) fn hydrate(self, cursor: &mut Cursor) -> Mounted {
        match self {
            AnyView::Nothing => Mounted::Nothing(cursor.placeholder()),
            AnyView::Text(text) => Mounted::Text(cursor.text(), text),
            AnyView::Element(element) => Mounted::Element(Box::new(element.hydrate(cursor.element()))),
            AnyView::Fragment(views) => Mounted::Fragment(MountedFragment::hydrate(views, cursor)),
        }
    }

    /// Draws this view in place of the mounted one: where both are of one kind, only what differs is written.
    #[inline(never)]
    pub(crate) fn rebuild(self, mounted: &mut Mounted) {
        let view = match (self, &mut *mounted) {
            (AnyView::Nothing, Mounted::Nothing(_)) => return,
            (AnyView::Text(text), Mounted::Text(node, old)) => {
                if text != *old {
                    Rndr::set_text(node, &text);
                    *old = text;
                }
                return;
            }
            (AnyView::Fragment(views), Mounted::Fragment(fragment)) => return fragment.rebuild(views),
            (AnyView::Element(element), Mounted::Element(old)) if old.can_become(&element) => {
                return element.rebuild(old);
            }
            (view, _) => view,
        };
        let new = view.build();
        if let Some((parent, place)) = mounted.place() {
            new.mount(&parent, Some(&place));
        }
        mounted.unmount();
        *mounted = new;
    }
}

impl Mounted {
    /// Inserts the nodes before `following`, or behind all others.
    #[inline(never)]
    pub fn mount(&self, parent: &DomElement, following: Option<&Node>) {
        match self {
            Mounted::Fragment(MountedFragment { views, marker }) => {
                for view in views {
                    view.mount(parent, following);
                }
                Rndr::insert_node(parent, marker, following);
            }
            one => Rndr::insert_node(parent, one.first_node(), following),
        }
    }

    /// Removes the nodes from the page.
    #[inline(never)]
    pub fn unmount(&self) {
        match self {
            Mounted::Fragment(MountedFragment { views, marker }) => {
                views.iter().for_each(Mounted::unmount);
                Rndr::remove(marker);
            }
            one => Rndr::remove(one.first_node()),
        }
    }

    /// The node of this view, or the first one.
    pub fn first_node(&self) -> &Node {
        match self {
            Mounted::Nothing(marker) => marker,
            Mounted::Text(node, _) => node,
            Mounted::Element(element) => element.element(),
            Mounted::Fragment(MountedFragment { views, marker }) => views.first().map_or(marker, Mounted::first_node),
        }
    }

    /// The first of the nodes that is on the page, and its parent.
    fn place(&self) -> Option<(DomElement, Node)> {
        match self {
            Mounted::Fragment(MountedFragment { views, marker }) => {
                views.iter().find_map(Mounted::place).or_else(|| place(marker))
            }
            one => place(one.first_node()),
        }
    }
}

fn place(node: &Node) -> Option<(DomElement, Node)> {
    Some((node.parent_element()?, node.clone()))
}

/// Writes views one after the other, and the comment behind them.
pub fn write_fragment(views: Vec<AnyView>, html: &mut String, position: &mut Position) {
    for view in views {
        view.write(html, position);
    }
    AnyView::Nothing.write(html, position);
}

impl MountedFragment {
    pub fn build(views: Vec<AnyView>) -> MountedFragment {
        MountedFragment { views: views.into_iter().map(AnyView::build).collect(), marker: Rndr::create_placeholder() }
    }

    pub fn hydrate(views: Vec<AnyView>, cursor: &mut Cursor) -> MountedFragment {
        let views = views.into_iter().map(|view| view.hydrate(cursor)).collect();
        MountedFragment { views, marker: cursor.placeholder() }
    }

    #[inline(never)]
    pub fn rebuild(&mut self, views: Vec<AnyView>) {
        for gone in self.views.drain(views.len().min(self.views.len())..) {
            gone.unmount();
        }
        for (index, view) in views.into_iter().enumerate() {
            if let Some(mounted) = self.views.get_mut(index) {
                view.rebuild(mounted);
            } else {
                let new = view.build();
                if let Some((parent, marker)) = place(&self.marker) {
                    new.mount(&parent, Some(&marker));
                }
                self.views.push(new);
            }
        }
    }

    /// Inserts the nodes behind all others.
    pub fn mount(&self, parent: &DomElement) {
        for view in &self.views {
            view.mount(parent, None);
        }
        Rndr::insert_node(parent, &self.marker, None);
    }
}
