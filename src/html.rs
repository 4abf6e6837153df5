//! Elements of one Rust type.
//!
//! `view!` gives each element a type made of its tag, its attributes and its children, and the compiler writes drawing
//! code for every one of them: for these pages 290 kB of brotli, twice the budget. Here all elements are of leptos'
//! one custom element, their attributes and children erased, so that the code is written once.
//! Reactivity, diffing and events are leptos' own. SVG keeps to `view!`: custom elements have no namespace.

mod attributes;
#[cfg(target_arch = "wasm32")]
pub mod foreign;
mod keyed;
mod region;

use std::sync::Arc;

use corpus::StatementId;
use leptos::ev;
use leptos::html;
use leptos::oco::Oco;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::IntoAnyAttribute;
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::reactive_graph::OwnedView;
use web_sys::Event;

use attributes::Attributes;
use keyed::{Draw, Keyed};
use region::Region;

/// Words of the page, fixed or made.
pub type Text = Oco<'static, str>;

/// A function that is run again when a signal that it read changes.
type Live<T> = Box<dyn FnMut() -> T + Send>;

/// An element being put together. Boxed, because it is handed on with every step.
#[must_use]
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Attributes,
    children: Vec<AnyView>,
}

const INPUT: &str = "input";

/// An element with a tag, in lower case.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Attributes::default(), children: Vec::new() }))
}

/// An element with a tag and a class.
pub fn classed(tag: &'static str, class: impl Words) -> El {
    el(tag).attr("class", class)
}

/// A link.
pub fn link(href: impl Words, words: impl Child) -> El {
    el("a").attr("href", href).child(words)
}

/// A button that looks like words.
pub fn button(words: impl Child, press: impl FnMut(Event) + 'static) -> El {
    classed("button", "plain").attr("type", "button").on("click", press).child(words)
}

impl El {
    /// An attribute.
    pub fn attr(self, name: &'static str, value: impl Words) -> El {
        value.put_as(name, self)
    }

    #[inline(never)]
    fn fixed(mut self, name: &'static str, value: Text) -> El {
        self.0.attributes.fix(name, Some(value));
        self
    }

    /// An attribute that may be missing. An element that keeps its shape when it is drawn again is only changed where
    /// it differs; one that is a link now and a word then is made anew, which takes many times as long.
    #[inline(never)]
    pub fn attr_some(mut self, name: &'static str, value: Option<String>) -> El {
        self.0.attributes.fix(name, value.map(Text::from));
        self
    }

    /// An attribute that follows signals; missing while there is nothing.
    pub fn attr_live(self, name: &'static str, value: impl FnMut() -> Option<Text> + Send + 'static) -> El {
        self.following(name, Box::new(value))
    }

    #[inline(never)]
    fn following(mut self, name: &'static str, value: Live<Option<Text>>) -> El {
        self.0.attributes.follow(name, custom_attribute(name, value).into_any_attr());
        self
    }

    /// The property `value` of an input, which follows signals where the attribute would only begin with them.
    pub fn value(mut self, value: impl FnMut() -> String + Send + 'static) -> El {
        let value: Live<String> = Box::new(value);
        self.0.attributes.act(prop("value", value).into_any_attr());
        self
    }

    /// What happens on an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> El {
        self.listen(event, Box::new(act))
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, act: Box<dyn FnMut(Event)>) -> El {
        self.0.attributes.act(on(ev::Custom::new(event), act).into_any_attr());
        self
    }

    /// Something within it, after what is there.
    pub fn child(mut self, child: impl Child) -> El {
        child.put(&mut self.0.children);
        self
    }

    /// Content that follows signals, and all that there is in this element: whoever else changes the page may have
    /// replaced the nodes that were drawn, but the element is still where it was.
    pub fn live<C: Child>(self, mut draw: impl FnMut() -> C + Send + 'static) -> El {
        self.region(Box::new(move || Region(draw().view())))
    }

    /// Things by key, and nothing else: those that stay are moved, not drawn again.
    pub fn each(
        self,
        keys: impl Fn() -> Vec<Key> + Send + Sync + 'static,
        draw: impl Fn(&Key) -> AnyView + Send + Sync + 'static,
    ) -> El {
        self.region(by_key(Box::new(keys), Box::new(draw)))
    }

    #[inline(never)]
    fn region(mut self, draw: Live<Region>) -> El {
        debug_assert!(self.0.children.is_empty(), "a region is all the content of its element");
        self.0.children.push(draw.into_any());
        self
    }

    /// Several things within it.
    pub fn children<C: Child>(mut self, children: impl IntoIterator<Item = C>) -> El {
        for child in children {
            child.put(&mut self.0.children);
        }
        self
    }

    #[inline(never)]
    fn view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        // The one void element: what has no end tag has no children to look for either.
        if tag == INPUT {
            return html::input().add_any_attr(attributes).into_any();
        }
        // The DOM gives tags in upper case, and leptos compares with these to see whether an element can stay.
        let tag = if cfg!(target_arch = "wasm32") { tag.to_ascii_uppercase() } else { tag.to_owned() };
        custom(tag).add_any_attr(attributes).child(children).into_any()
    }
}

/// Words for an attribute.
pub trait Words {
    /// Puts them there.
    fn put_as(self, name: &'static str, element: El) -> El;
}

impl Words for &'static str {
    #[inline(never)]
    fn put_as(self, name: &'static str, element: El) -> El {
        element.fixed(name, self.into())
    }
}

impl Words for String {
    #[inline(never)]
    fn put_as(self, name: &'static str, element: El) -> El {
        element.fixed(name, self.into())
    }
}

/// What can stand within an element.
pub trait Child: Sized {
    /// Puts it after what is there.
    fn put(self, within: &mut Vec<AnyView>);

    /// By itself, ready to be drawn.
    fn view(self) -> AnyView {
        let mut children = Vec::new();
        self.put(&mut children);
        children.pop().unwrap_or_else(nothing)
    }
}

impl Child for El {
    fn put(self, within: &mut Vec<AnyView>) {
        within.push(El::view(self));
    }
}

impl Child for AnyView {
    #[inline(never)]
    fn put(self, within: &mut Vec<AnyView>) {
        within.push(self);
    }
}

impl Child for Text {
    #[inline(never)]
    fn put(self, within: &mut Vec<AnyView>) {
        // Written as HTML, no words would be a space, because there is no node without any.
        within.push(if self.is_empty() { nothing() } else { self.into_any() });
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn put(self, within: &mut Vec<AnyView>) {
        Text::from(self).put(within);
    }
}

impl Child for String {
    #[inline(never)]
    fn put(self, within: &mut Vec<AnyView>) {
        Text::from(self).put(within);
    }
}

impl Child for usize {
    #[inline(never)]
    fn put(self, within: &mut Vec<AnyView>) {
        self.to_string().put(within);
    }
}

impl Child for Vec<AnyView> {
    #[inline(never)]
    fn put(self, within: &mut Vec<AnyView>) {
        within.push(self.into_any());
    }
}

/// What is missing keeps its place, so that its neighbours keep theirs when the element is drawn again.
impl<C: Child> Child for Option<C> {
    fn put(self, within: &mut Vec<AnyView>) {
        match self {
            Some(child) => child.put(within),
            None => nothing().put(within),
        }
    }
}

/// Nothing to see.
#[inline(never)]
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Things one after the other.
pub fn row<C: Child>(children: impl IntoIterator<Item = C>) -> AnyView {
    let mut views = Vec::new();
    for child in children {
        child.put(&mut views);
    }
    together(views)
}

#[inline(never)]
fn together(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// Does something to the world outside the page's elements, now and when a signal that it read changes.
pub fn effect(act: impl FnMut() + 'static) {
    effect_boxed(Box::new(act));
}

#[inline(never)]
fn effect_boxed(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}

/// What an entry of a keyed list is known by. One type for all lists, so that there is one list.
#[derive(Clone, PartialEq)]
pub enum Key {
    /// A group of statements.
    Group(String),
    /// A statement.
    Statement(StatementId),
}

/// Whether somebody else, such as an extension, has removed nodes of the page, or moved elements, since this was last asked.
pub fn displaced() -> bool {
    #[cfg(target_arch = "wasm32")]
    return foreign::take_displaced();
    #[cfg(not(target_arch = "wasm32"))]
    false
}

/// A keyed list as a region. Each entry has an owner of its own, so that what it follows ends with it and not with the list.
fn by_key(
    keys: Box<dyn Fn() -> Vec<Key> + Send + Sync>,
    draw: Box<dyn Fn(&Key) -> AnyView + Send + Sync>,
) -> Live<Region> {
    let parent = Owner::current().unwrap_or_default();
    let draw: Draw = Arc::new(move |key| {
        let owner = parent.with(Owner::new);
        OwnedView::new_with_owner(owner.with(|| draw(key)), owner)
    });
    Box::new(move || Region(Keyed { keys: keys(), draw: Arc::clone(&draw) }.into_any()))
}
