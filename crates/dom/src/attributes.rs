//! The attributes of an element, as one attribute to leptos.
//!
//! leptos can erase the types of attributes by itself, but when an element is drawn again it then removes all of them
//! and sets them anew. On the start page, where most links change with each click, that took half of the time.

use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, AnyAttributeState, IntoAnyAttribute};
use leptos::tachys::html::attribute::{Attribute, AttributeValue, NamedAttributeKey, NextAttribute};
use leptos::tachys::renderer::types::Element;

use crate::erased::Text;

/// A static value; `None` where the attribute is missing.
type Value = Option<Text>;

/// The attribute that hydration sets rather than trusts: in prerendered HTML, links lead to pages that need no program;
/// with the program they lead to views.
const REBUILT_ON_HYDRATE: &str = "href";

/// Attributes in the order in which they were added.
#[derive(Clone, Default)]
pub struct Attributes {
    fixed: Vec<(&'static str, Value)>,
    dynamic: Vec<Dynamic>,
}

/// A reactive attribute, a property or a listener.
#[derive(Clone)]
struct Dynamic {
    rebuild_on_hydrate: bool,
    attribute: AnyAttribute,
}

impl Attributes {
    /// Adds an attribute whose value stays the same until the element is drawn again.
    pub fn push_static(&mut self, name: &'static str, value: Value) {
        self.fixed.push((name, value));
    }

    /// Adds an attribute or a property that follows signals.
    pub fn push_reactive(&mut self, name: &'static str, attribute: AnyAttribute) {
        self.dynamic.push(Dynamic { rebuild_on_hydrate: name == REBUILT_ON_HYDRATE, attribute });
    }

    /// Adds an event listener.
    pub fn push_listener(&mut self, attribute: AnyAttribute) {
        self.dynamic.push(Dynamic { rebuild_on_hydrate: false, attribute });
    }
}

/// The attributes of an element on the page.
pub struct AttributesState {
    element: Element,
    fixed: Vec<(&'static str, <Value as AttributeValue>::State)>,
    dynamic: Vec<AnyAttributeState>,
}

impl Attribute for Attributes {
    const MIN_LENGTH: usize = 0;

    type State = AttributesState;
    type AsyncOutput = Attributes;
    type Cloneable = Attributes;
    type CloneableOwned = Attributes;

    fn html_len(&self) -> usize {
        self.fixed.iter().map(|(name, value)| name.len() + value.html_len()).sum()
    }

    fn to_html(self, buf: &mut String, class: &mut String, style: &mut String, inner_html: &mut String) {
        for (name, value) in self.fixed {
            value.to_html(name, buf);
        }
        for Dynamic { attribute, .. } in self.dynamic {
            attribute.to_html(buf, class, style, inner_html);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> AttributesState {
        let fixed = self.fixed.into_iter().map(|(name, value)| match name {
            REBUILT_ON_HYDRATE => (name, value.build(element, name)),
            _ => (name, value.hydrate::<FROM_SERVER>(name, element)),
        });
        let fixed = fixed.collect();
        let hydrate = |Dynamic { rebuild_on_hydrate, attribute }: Dynamic| {
            if rebuild_on_hydrate { attribute.build(element) } else { attribute.hydrate::<FROM_SERVER>(element) }
        };
        let dynamic = self.dynamic.into_iter().map(hydrate).collect();
        AttributesState { element: element.clone(), fixed, dynamic }
    }

    #[inline(never)]
    fn build(self, element: &Element) -> AttributesState {
        let fixed = self.fixed.into_iter().map(|(name, value)| (name, value.build(element, name))).collect();
        let dynamic = self.dynamic.into_iter().map(|Dynamic { attribute, .. }| attribute.build(element)).collect();
        AttributesState { element: element.clone(), fixed, dynamic }
    }

    /// Writes only what differs, where the static attributes have the same names as before; otherwise removes them all
    /// and sets the new ones.
    #[inline(never)]
    fn rebuild(self, state: &mut AttributesState) {
        let names = self.fixed.iter().map(|(name, _)| *name);
        if names.eq(state.fixed.iter().map(|(name, _)| *name)) {
            for ((name, value), (_, state)) in self.fixed.into_iter().zip(&mut state.fixed) {
                value.rebuild(name, state);
            }
        } else {
            for (name, mut state) in state.fixed.drain(..) {
                Value::None.rebuild(name, &mut state);
            }
            let built = self.fixed.into_iter().map(|(name, value)| (name, value.build(&state.element, name)));
            state.fixed.extend(built);
        }
        state.dynamic.truncate(self.dynamic.len());
        for (index, Dynamic { attribute, .. }) in self.dynamic.into_iter().enumerate() {
            match state.dynamic.get_mut(index) {
                Some(state) => attribute.rebuild(state),
                None => state.dynamic.push(attribute.build(&state.element)),
            }
        }
    }

    fn into_cloneable(self) -> Attributes {
        self
    }

    fn into_cloneable_owned(self) -> Attributes {
        self
    }

    fn dry_resolve(&mut self) {
        for Dynamic { attribute, .. } in &mut self.dynamic {
            attribute.dry_resolve();
        }
    }

    async fn resolve(self) -> Attributes {
        let mut dynamic = Vec::new();
        for Dynamic { rebuild_on_hydrate, attribute } in self.dynamic {
            dynamic.push(Dynamic { rebuild_on_hydrate, attribute: attribute.resolve().await });
        }
        Attributes { fixed: self.fixed, dynamic }
    }

    fn keys(&self) -> Vec<NamedAttributeKey> {
        let fixed = self.fixed.iter().map(|(name, _)| NamedAttributeKey::Attribute((*name).into()));
        fixed.chain(self.dynamic.iter().flat_map(|dynamic| dynamic.attribute.keys())).collect()
    }
}

impl NextAttribute for Attributes {
    type Output<NewAttr: Attribute> = Attributes;

    fn add_any_attr<NewAttr: Attribute>(mut self, new_attr: NewAttr) -> Attributes {
        self.push_listener(new_attr.into_any_attr());
        self
    }
}
