//! The attributes, properties and listeners of an element.
//!
//! When an element is drawn again, only what differs is written. leptos' own erased attributes are all removed and set
//! anew; on the start page, where most links change with each click, that took half of the time.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::Owner;
#[cfg(not(target_arch = "wasm32"))]
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::Element as DomElement;
use wasm_bindgen::prelude::*;
use web_sys::Event;

use crate::erased::{DrawEffect, Reactive, Text, draw_effect};
#[cfg(not(target_arch = "wasm32"))]
use crate::output::Position;
use crate::special_attributes::REBUILT_ON_HYDRATE;

/// A value; `None` where the attribute is missing.
type Value = Option<Text>;

/// An event handler.
pub type Handler = Box<dyn FnMut(Event)>;

/// What a reactive value is written to.
#[derive(Clone, Copy, PartialEq)]
pub enum Target {
    /// An attribute, where the value differs from the one before.
    Attribute,
    /// A property, always: a reader may have changed it.
    Property,
}

/// Attributes in the order in which they were added, those that are static first.
#[derive(Default)]
pub struct Attributes {
    fixed: Vec<(&'static str, Value)>,
    reactive: Vec<(Target, &'static str, Reactive<Value>)>,
    listeners: Vec<(Cow<'static, str>, Handler)>,
}

/// The attributes of an element on the page.
pub struct MountedAttributes {
    fixed: Vec<(&'static str, Value)>,
    reactive: Vec<MountedReactive>,
    listeners: Vec<Listener>,
}

/// A reactive value on the page.
struct MountedReactive {
    target: Target,
    name: &'static str,
    current: Rc<RefCell<Value>>,
    effect: DrawEffect,
}

/// A listener on the page. Its handler is exchanged when the element is drawn again.
struct Listener {
    event: Cow<'static, str>,
    handler: Rc<RefCell<Handler>>,
    #[expect(dead_code, reason = "it listens until it is dropped")]
    closure: Closure<dyn FnMut(Event)>,
}

impl Attributes {
    /// Adds an attribute whose value stays the same until the element is drawn again.
    pub fn push_static(&mut self, name: &'static str, value: Value) {
        self.fixed.push((name, value));
    }

    /// Adds an attribute or a property that follows signals.
    pub fn push_reactive(&mut self, target: Target, name: &'static str, value: Reactive<Value>) {
        self.reactive.push((target, name, value));
    }

    /// Adds an event listener. The handler runs under the owner that is current now.
    pub fn push_listener(&mut self, event: Cow<'static, str>, mut handler: Handler) {
        let owner = Owner::current().unwrap_or_default();
        let handler = move |event| {
            // A handler reads signals without following them.
            #[cfg(debug_assertions)]
            let _zone = leptos::reactive::diagnostics::SpecialNonReactiveZone::enter();
            owner.with(|| handler(event));
        };
        self.listeners.push((event, Box::new(handler)));
    }

    /// The names of the attributes whose values stay the same.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.fixed.iter().map(|(name, _)| *name)
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(self, html: &mut String, position: &Position) {
        for (name, value) in self.fixed {
            position.value(name, value).to_html(name, html);
        }
        for (target, name, mut value) in self.reactive {
            if target == Target::Attribute {
                position.value(name, value()).to_html(name, html);
            }
        }
    }

    pub fn build(self, element: &DomElement) -> MountedAttributes {
        self.mount(element, |_| false)
    }

    pub fn hydrate(self, element: &DomElement) -> MountedAttributes {
        self.mount(element, |name| name != REBUILT_ON_HYDRATE)
    }

    /// `is_there` tells of which attributes the element has the value already.
    #[inline(never)]
    fn mount(self, element: &DomElement, is_there: fn(&str) -> bool) -> MountedAttributes {
        for (name, value) in &self.fixed {
            if !is_there(name) {
                update(element, name, None, value.as_ref());
            }
        }
        let reactive = self.reactive.into_iter().map(|(target, name, value)| {
            let current = Rc::new(RefCell::new(None));
            let effect = follow(element, target, name, value, &current, is_there(name));
            MountedReactive { target, name, current, effect }
        });
        let reactive = reactive.collect();
        let listeners = self.listeners.into_iter().map(|(event, handler)| listen(element, event, handler)).collect();
        MountedAttributes { fixed: self.fixed, reactive, listeners }
    }

    /// Writes only what differs, where the static attributes have the same names as before; otherwise removes them all
    /// and sets the new ones.
    #[inline(never)]
    pub fn rebuild(self, mounted: &mut MountedAttributes, element: &DomElement) {
        let old = std::mem::take(&mut mounted.fixed);
        if old.iter().map(|(name, _)| name).eq(self.fixed.iter().map(|(name, _)| name)) {
            for ((name, value), (_, old)) in self.fixed.iter().zip(&old) {
                update(element, name, old.as_ref(), value.as_ref());
            }
        } else {
            for (name, value) in &old {
                update(element, name, value.as_ref(), None);
            }
            for (name, value) in &self.fixed {
                update(element, name, None, value.as_ref());
            }
        }
        mounted.fixed = self.fixed;
        for ((target, name, value), old) in self.reactive.into_iter().zip(&mut mounted.reactive) {
            old.effect = follow(element, target, name, value, &old.current, false);
        }
        for ((_, handler), old) in self.listeners.into_iter().zip(&mounted.listeners) {
            *old.handler.borrow_mut() = handler;
        }
    }
}

impl MountedAttributes {
    /// Whether the reactive values and the listeners are those of other attributes.
    pub fn can_become(&self, other: &Attributes) -> bool {
        let reactive = self.reactive.iter().map(|old| (old.target, old.name));
        reactive.eq(other.reactive.iter().map(|(target, name, _)| (*target, *name)))
            && self.listeners.iter().map(|old| &old.event).eq(other.listeners.iter().map(|(event, _)| event))
    }
}

/// Sets or removes an attribute whose value differs.
fn update(element: &DomElement, name: &str, old: Option<&Text>, new: Option<&Text>) {
    match new {
        _ if old == new => {}
        Some(value) => Rndr::set_attribute(element, name, value),
        None => Rndr::remove_attribute(element, name),
    }
}

/// Follows a reactive value. Where `is_there`, the first value is not written.
#[inline(never)]
fn follow(
    element: &DomElement,
    target: Target,
    name: &'static str,
    mut value: Reactive<Value>,
    current: &Rc<RefCell<Value>>,
    mut is_there: bool,
) -> DrawEffect {
    let element = element.clone();
    let current = Rc::clone(current);
    draw_effect(Box::new(move || {
        let value = value();
        match target {
            Target::Property => {
                let value = value.as_deref().map_or(JsValue::UNDEFINED, JsValue::from_str);
                Rndr::set_property(&element, name, &value);
            }
            Target::Attribute => {
                let mut current = current.borrow_mut();
                if !std::mem::take(&mut is_there) {
                    update(&element, name, current.as_ref(), value.as_ref());
                }
                *current = value;
            }
        }
    }))
}

#[inline(never)]
fn listen(element: &DomElement, event: Cow<'static, str>, handler: Handler) -> Listener {
    let handler = Rc::new(RefCell::new(handler));
    let current = Rc::clone(&handler);
    let closure = Closure::<dyn FnMut(Event)>::new(move |event| current.borrow_mut()(event));
    let _ = element.add_event_listener_with_callback(&event, closure.as_ref().unchecked_ref());
    Listener { event, handler, closure }
}
