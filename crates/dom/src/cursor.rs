//! The place in prerendered HTML that hydration has come to.

use leptos::tachys::renderer::types::{Element as DomElement, Node, Placeholder, Text as TextNode};
use leptos::tachys::view::Position;
use wasm_bindgen::JsCast;

/// A place among the children of one element. The nodes are not checked: whoever hydrates has compared the shape of the
/// page before.
pub struct Cursor {
    node: Node,
    position: Position,
}

impl Cursor {
    /// Before the first child of an element.
    pub fn new(parent: &DomElement) -> Cursor {
        Cursor { node: parent.clone().into(), position: Position::FirstChild }
    }

    #[inline(never)]
    fn next(&mut self) -> Node {
        let next = match self.position {
            Position::FirstChild => self.node.first_child(),
            _ => self.node.next_sibling(),
        };
        if let Some(next) = next {
            self.node = next;
        }
        self.position = Position::NextChild;
        self.node.clone()
    }

    /// The next node, a comment.
    pub fn placeholder(&mut self) -> Placeholder {
        self.next().unchecked_into()
    }

    /// The next node, an element.
    pub fn element(&mut self) -> DomElement {
        self.next().unchecked_into()
    }

    /// The next text; a comment is between it and a text before it.
    pub fn text(&mut self) -> TextNode {
        if self.position == Position::NextChildAfterText {
            self.next();
        }
        let text = self.next();
        self.position = Position::NextChildAfterText;
        text.unchecked_into()
    }
}
