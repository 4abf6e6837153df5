//! A view of one type, and its nodes on the page.
//!
//! leptos' own `AnyView` is a table of functions for each type in it, with those that wait for asynchronous views. Here
//! there are four kinds of views, none of them asynchronous, and each function is written once.

use leptos::tachys::renderer::types::{Element as DomElement, Node, Placeholder, Text as TextNode};

use crate::attributes::{Attributes, MountedAttributes};
use crate::cursor::Cursor;
use crate::erased::{DrawEffect, Text};
#[cfg(not(target_arch = "wasm32"))]
use crate::output::Position;
use crate::renderer;

/// What is to be drawn.
pub enum AnyView {
    /// No node but a comment that keeps the place.
    Nothing,
    /// A text that is not empty: HTML has no text node without characters.
    Text(Text),
    /// An element with all that is in it.
    Element(Box<ElementView>),
    /// Views one after the other, and a comment behind them.
    Fragment(Vec<AnyView>),
}

/// An element that is to be drawn.
pub struct ElementView {
    pub tag: &'static str,
    pub namespace: Option<&'static str>,
    pub attributes: Attributes,
    pub content: Content,
}

/// What is in an element.
pub enum Content {
    Children(Vec<AnyView>),
    /// All the content.
    Region(Box<dyn RegionContent>),
}

/// Reactive content that is all the content of an element, see `region`.
pub trait RegionContent {
    /// Writes the content as it is now as HTML.
    #[cfg(not(target_arch = "wasm32"))]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position);

    /// Draws the content into `host` and follows its signals for as long as the effect is kept. With `hydrate`, the
    /// first content is in `host` already.
    fn follow(self: Box<Self>, host: &DomElement, hydrate: bool) -> DrawEffect;
}

/// The nodes of a view.
pub enum Mounted {
    Nothing(Placeholder),
    Text(TextNode, Text),
    Element(Box<MountedElement>),
    Fragment(MountedFragment),
}

/// An element on the page.
pub struct MountedElement {
    element: DomElement,
    tag: &'static str,
    attributes: MountedAttributes,
    content: MountedContent,
}

enum MountedContent {
    /// That of a void element.
    Void,
    Children(MountedFragment),
    Region(#[expect(dead_code, reason = "it follows its signals until it is dropped")] DrawEffect),
}

/// The nodes of views one after the other, and the comment behind them.
pub struct MountedFragment {
    views: Vec<Mounted>,
    marker: Placeholder,
}

/// The one void element that components draw.
pub const INPUT: &str = "input";

/// Whether an element of this tag has no content and no end tag (HTML, 13.1.2). Only the tags in use are known.
pub fn is_void(tag: &str) -> bool {
    matches!(tag, INPUT | "link" | "meta")
}

/// A view without any node.
pub fn nothing() -> AnyView {
    AnyView::Nothing
}

impl AnyView {
    /// Creates the nodes; they are on the page once they are mounted.
    #[inline(never)]
    pub(crate) fn build(self) -> Mounted {
        match self {
            AnyView::Nothing => Mounted::Nothing(renderer::create_placeholder()),
            AnyView::Text(text) => Mounted::Text(renderer::create_text_node(&text), text),
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
                    renderer::set_text(node, &text);
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
        if let Some((parent, following)) = mounted.insertion_point() {
            new.mount(&parent, Some(&following));
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
                renderer::insert_node(parent, marker, following);
            }
            one => renderer::insert_node(parent, one.first_node(), following),
        }
    }

    /// Removes the nodes from the page.
    #[inline(never)]
    pub fn unmount(&self) {
        match self {
            Mounted::Fragment(MountedFragment { views, marker }) => {
                views.iter().for_each(Mounted::unmount);
                renderer::remove(marker);
            }
            one => renderer::remove(one.first_node()),
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
    fn insertion_point(&self) -> Option<(DomElement, Node)> {
        match self {
            Mounted::Fragment(MountedFragment { views, marker }) => {
                views.iter().find_map(Mounted::insertion_point).or_else(|| insertion_point_of(marker))
            }
            one => insertion_point_of(one.first_node()),
        }
    }
}

fn insertion_point_of(node: &Node) -> Option<(DomElement, Node)> {
    Some((node.parent_element()?, node.clone()))
}

impl MountedFragment {
    pub fn build(views: Vec<AnyView>) -> MountedFragment {
        MountedFragment {
            views: views.into_iter().map(AnyView::build).collect(),
            marker: renderer::create_placeholder(),
        }
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
                if let Some((parent, marker)) = insertion_point_of(&self.marker) {
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
        renderer::insert_node(parent, &self.marker, None);
    }
}

impl ElementView {
    fn build(self) -> MountedElement {
        let ElementView { tag, namespace, attributes, content } = self;
        let element = renderer::create_element(tag, namespace);
        let attributes = attributes.build(&element);
        let content = match content {
            _ if tag == INPUT => MountedContent::Void,
            Content::Children(children) => {
                let children = MountedFragment::build(children);
                children.mount(&element);
                MountedContent::Children(children)
            }
            Content::Region(region) => MountedContent::Region(region.follow(&element, false)),
        };
        MountedElement { element, tag, attributes, content }
    }

    fn hydrate(self, element: DomElement) -> MountedElement {
        let ElementView { tag, attributes, content, .. } = self;
        let attributes = attributes.hydrate(&element);
        let content = match content {
            _ if tag == INPUT => MountedContent::Void,
            Content::Children(children) => {
                MountedContent::Children(MountedFragment::hydrate(children, &mut Cursor::new(&element)))
            }
            Content::Region(region) => MountedContent::Region(region.follow(&element, true)),
        };
        MountedElement { element, tag, attributes, content }
    }

    /// Changes an element that can become this one.
    fn rebuild(self, mounted: &mut MountedElement) {
        let ElementView { attributes, content, .. } = self;
        attributes.rebuild(&mut mounted.attributes, &mounted.element);
        match (content, &mut mounted.content) {
            (Content::Children(children), MountedContent::Children(mounted)) => mounted.rebuild(children),
            (Content::Region(region), mounted_region) => {
                *mounted_region = MountedContent::Region(region.follow(&mounted.element, false));
            }
            _ => {}
        }
    }
}

impl MountedElement {
    pub fn element(&self) -> &DomElement {
        &self.element
    }

    /// Whether the element can stay when another is drawn in its place: the tag, the kind of content and what follows
    /// signals or listens are the same.
    pub fn can_become(&self, view: &ElementView) -> bool {
        self.tag == view.tag
            && matches!(self.content, MountedContent::Region(_)) == matches!(view.content, Content::Region(_))
            && self.attributes.can_become(&view.attributes)
    }
}
