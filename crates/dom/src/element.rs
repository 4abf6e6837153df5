//! The builder of an element.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::ev::EventDescriptor;
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::attribute_value::{AttributeValue, Value};
use crate::attributes::{Attributes, Target};
use crate::erased::{Reactive, Text};
use crate::into_child::IntoChild;
use crate::list::{Key, Rows};
use crate::region::Region;
use crate::special_attributes::LIVE;
use crate::view::{AnyView, Content, ElementView, RegionContent, is_void};

/// An element being built. Boxed, because each step hands it on.
#[must_use]
pub struct Element(Box<ElementView>);

impl Element {
    /// An element of a tag in lower case; see [`crate::html`] for a function of each tag. `None` is the namespace of
    /// HTML.
    #[inline(never)]
    pub(crate) fn new(tag: &'static str, namespace: Option<&'static str>) -> Element {
        let content = Content::Children(Vec::new());
        Element(Box::new(ElementView { tag, namespace, attributes: Attributes::default(), content }))
    }

    /// The tag, in lower case.
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// Adds an attribute. An element that keeps its attributes' names when it is drawn again is only changed where a
    /// value differs; so give `None` for a missing attribute rather than leave it out in one of two cases.
    pub fn attr(self, name: &'static str, value: impl AttributeValue) -> Element {
        self.erased_attr(name, value.into_value())
    }

    /// Adds the attribute `class`.
    pub fn class(self, value: impl AttributeValue) -> Element {
        self.attr("class", value)
    }

    /// Adds the attribute `id`.
    pub fn id(self, value: impl AttributeValue) -> Element {
        self.attr("id", value)
    }

    /// Marks an element that does nothing without the program, by the attribute `data-live`: it is left out of pages
    /// without a program, and hidden where scripts are switched off.
    pub fn live(self) -> Element {
        self.attr(LIVE, "")
    }

    #[inline(never)]
    fn erased_attr(mut self, name: &'static str, value: Value) -> Element {
        match value {
            Value::Static(value) => self.0.attributes.push_static(name, value),
            Value::Reactive(value) => self.0.attributes.push_reactive(Target::Attribute, name, value),
        }
        self
    }

    /// Sets a property, which follows signals where the attribute of that name would only begin with them: the `value`
    /// of an input.
    pub fn prop(self, name: &'static str, mut value: impl FnMut() -> String + Send + 'static) -> Element {
        self.erased_prop(name, Box::new(move || Some(value().into())))
    }

    #[inline(never)]
    fn erased_prop(mut self, name: &'static str, value: Reactive<Option<Text>>) -> Element {
        self.0.attributes.push_reactive(Target::Property, name, value);
        self
    }

    /// Listens for an event of [`leptos::ev`]. The type of the event only gives its name and the handler's argument:
    /// all listeners are of one type.
    #[expect(clippy::needless_pass_by_value, reason = "as in leptos; the events of `leptos::ev` are unit types")]
    pub fn on<E>(self, event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Element
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.erased_on(event.name(), Box::new(move |event| handler(event.unchecked_into())))
    }

    #[inline(never)]
    fn erased_on(mut self, event: Cow<'static, str>, handler: Box<dyn FnMut(Event)>) -> Element {
        self.0.attributes.push_listener(event, handler);
        self
    }

    /// Adds a child after those that are there.
    pub fn child<M>(self, child: impl IntoChild<M>) -> Element {
        self.erased_child(child.into_child())
    }

    /// Adds children after those that are there.
    pub fn children<M, C: IntoChild<M>>(mut self, children: impl IntoIterator<Item = C>) -> Element {
        for child in children {
            self = self.erased_child(child.into_child());
        }
        self
    }

    #[inline(never)]
    fn erased_child(mut self, child: AnyView) -> Element {
        debug_assert!(!is_void(self.0.tag), "a void element has no children");
        match &mut self.0.content {
            Content::Children(children) => children.push(child),
            Content::Region(_) => debug_assert!(false, "a region is all the content of its element"),
        }
        self
    }

    /// Makes content that follows signals all the content of this element. It is drawn again in place; where other
    /// software has changed the page, all of the content is replaced.
    pub fn reactive_content<M, C: IntoChild<M>>(self, mut draw: impl FnMut() -> C + Send + 'static) -> Element {
        self.erased_region(Box::new(move || Region::View(draw().into_child())))
    }

    /// The same where a draw may give `None`: what is there stays then, on a page that is hydrated as well. For content
    /// that was written as HTML, and that a later part of the program draws.
    pub fn later_content(self, mut draw: impl FnMut() -> Option<AnyView> + Send + 'static) -> Element {
        self.erased_region(Box::new(move || draw().map_or(Region::Unchanged, Region::View)))
    }

    /// Makes a list of elements that follows signals all the content of this element, as leptos' `<For>` does. `draw`
    /// draws one element for an item. The element of an item whose key was in the list before is kept or moved, and not
    /// drawn again.
    pub fn each<T, K>(
        self,
        items: impl Fn() -> Vec<T> + Send + 'static,
        key: impl Fn(&T) -> K + Send + 'static,
        draw: impl Fn(&T) -> AnyView + Send + Sync + 'static,
    ) -> Element
    where
        T: Send + 'static,
        K: Into<Key>,
    {
        let draw = Arc::new(draw);
        self.erased_each(Box::new(move || {
            let items = items();
            let draw = Arc::clone(&draw);
            Rows {
                keys: items.iter().map(|item| key(item).into()).collect(),
                draw: Box::new(move |index| draw(&items[index])),
            }
        }))
    }

    #[inline(never)]
    fn erased_each(self, mut rows: Reactive<Rows>) -> Element {
        self.erased_region(Box::new(move || Region::List(rows())))
    }

    #[inline(never)]
    fn erased_region(self, draw: Reactive<Region>) -> Element {
        self.with_region(Box::new(draw))
    }

    /// Makes a region all the content of this element.
    pub(crate) fn with_region(mut self, region: Box<dyn RegionContent>) -> Element {
        let empty = matches!(&self.0.content, Content::Children(children) if children.is_empty());
        debug_assert!(empty, "a region is all the content of its element");
        self.0.content = Content::Region(region);
        self
    }

    /// The element as a view.
    pub fn into_any(self) -> AnyView {
        AnyView::Element(self.0)
    }
}

impl IntoChild for Element {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}
