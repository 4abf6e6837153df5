//! Short forms of elements that most components use.

use dom::html::{a, button};
use dom::{AttributeValue, Element, IntoChild};
use leptos::ev::{self, MouseEvent};

/// A link.
pub fn link<M>(href: impl AttributeValue, child: impl IntoChild<M>) -> Element {
    a().attr("href", href).child(child)
}

/// A button that looks like text.
pub fn plain_button<M>(child: impl IntoChild<M>, press: impl FnMut(MouseEvent) + 'static) -> Element {
    button().class("plain").attr("type", "button").live().on(ev::click, press).child(child)
}
