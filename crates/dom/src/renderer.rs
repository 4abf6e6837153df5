//! Operations on nodes of the page. Unlike leptos', they do not describe the error of a call that cannot fail: for that
//! the program and its glue would have to be able to describe any value of JavaScript.

use std::cell::OnceCell;

use wasm_bindgen::intern;
use web_sys::{Comment, Document, Element, Node, Text};

thread_local! {
    static DOCUMENT: OnceCell<Document> = const { OnceCell::new() };
}

/// Calls with the document, which is looked up once.
fn with_document<T>(call: impl FnOnce(&Document) -> T) -> T {
    let document = || web_sys::window().and_then(|window| window.document()).expect("a window has a document");
    DOCUMENT.with(|cell| call(cell.get_or_init(document)))
}

/// Creates an element; `None` is the namespace of HTML.
///
/// # Panics
/// If the browser refuses, as it never does for the name of an element.
#[inline(never)]
pub fn create_element(tag: &str, namespace: Option<&str>) -> Element {
    let tag = intern(tag);
    let element = with_document(|document| match namespace {
        None => document.create_element(tag),
        Some(namespace) => document.create_element_ns(Some(intern(namespace)), tag),
    });
    // `expect` would describe the error.
    let Ok(element) = element else { panic!("an element cannot be created") };
    element
}

pub fn create_text_node(text: &str) -> Text {
    with_document(|document| document.create_text_node(text))
}

/// Creates an empty comment, which keeps the position of other nodes.
#[inline(never)]
pub fn create_placeholder() -> Comment {
    with_document(|document| document.create_comment(""))
}

pub fn set_text(node: &Text, text: &str) {
    node.set_node_value(Some(text));
}

pub fn set_attribute(element: &Element, name: &str, value: &str) {
    // Names of attributes are constants of the program.
    let _ = element.set_attribute(name, value);
}

pub fn remove_attribute(element: &Element, name: &str) {
    let _ = element.remove_attribute(name);
}

/// Inserts a node before `following`, or behind all others. Does nothing where other software has moved `following`.
pub fn insert_node(parent: &Element, node: &Node, following: Option<&Node>) {
    let _ = parent.insert_before(node, following);
}

/// Removes a node from its parent.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}
