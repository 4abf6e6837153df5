//! The shape of a page: how its nodes are nested, whatever their text and attributes. Hydration finds nodes by their
//! position in it.
//!
//! The shape of the prerendered view is written into the page ([`ATTRIBUTE`]); before hydration the program compares it
//! with the page, because a translator or an extension may have changed nodes.

/// The attribute of the element around the prerendered view that holds its shape.
pub const ATTRIBUTE: &str = "data-shape";

/// A digest of a sequence of nodes, each entered and left: FNV-1a, 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape(u32);

impl Default for Shape {
    fn default() -> Shape {
        Shape(0x811c_9dc5)
    }
}

impl Shape {
    /// Enters a node of a type: 1 an element, 3 a text, 8 a comment, as the DOM counts them.
    pub fn enter(&mut self, node_type: u16) {
        self.0 = (self.0 ^ u32::from(node_type)).wrapping_mul(0x0100_0193);
    }

    /// Leaves the node that was entered last.
    pub fn leave(&mut self) {
        self.enter(0);
    }

    /// The digest, as the attribute holds it.
    pub fn digest(self) -> String {
        self.0.to_string()
    }
}

/// Whether the element contains the prerendered view with no node added, removed or moved.
#[cfg(target_arch = "wasm32")]
pub fn is_prerendered(root: &web_sys::Element) -> bool {
    let mut shape = Shape::default();
    visit(root, &mut shape);
    root.get_attribute(ATTRIBUTE) == Some(shape.digest())
}

#[cfg(target_arch = "wasm32")]
fn visit(node: &web_sys::Node, shape: &mut Shape) {
    shape.enter(node.node_type());
    let mut child = node.first_child();
    while let Some(node) = child {
        visit(&node, shape);
        child = node.next_sibling();
    }
    shape.leave();
}
