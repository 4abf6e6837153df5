//! The attributes of an element, as one attribute to leptos.
//!
//! leptos can erase the types of attributes by itself, but when an element is drawn again it then takes all of them off
//! and puts them on anew. On the start page, where most links change with each click, that was half of the time.

use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, AnyAttributeState};
use leptos::tachys::html::attribute::{Attribute, AttributeValue, NamedAttributeKey, NextAttribute};
use leptos::tachys::renderer::types::Element;

use super::Text;

/// What an attribute says; nothing where it is missing.
type Value = Option<Text>;

/// In the page as it was written, links lead to pages that need no program; with the program here they lead to views.
const TAKEN_OVER_ANEW: &str = "href";

/// Attributes in the order in which they were put on.
#[derive(Clone, Default)]
pub struct Attributes {
    fixed: Vec<(&'static str, Value)>,
    acting: Vec<Acting>,
}

#[derive(Clone)]
struct Acting {
    anew: bool,
    attribute: AnyAttribute,
}

impl Attributes {
    /// One that says the same until the element is drawn again.
    pub fn fix(&mut self, name: &'static str, value: Value) {
        self.fixed.push((name, value));
    }

    /// One that follows signals.
    pub fn follow(&mut self, name: &'static str, attribute: AnyAttribute) {
        self.acting.push(Acting { anew: name == TAKEN_OVER_ANEW, attribute });
    }

    /// A property, or a listener.
    pub fn act(&mut self, attribute: AnyAttribute) {
        self.acting.push(Acting { anew: false, attribute });
    }
}

/// What is kept of them while the element is on the page.
pub struct Kept {
    element: Element,
    fixed: Vec<(&'static str, <Value as AttributeValue>::State)>,
    acting: Vec<AnyAttributeState>,
}

impl Attribute for Attributes {
    const MIN_LENGTH: usize = 0;

    type State = Kept;
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
        for Acting { attribute, .. } in self.acting {
            attribute.to_html(buf, class, style, inner_html);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Kept {
        let fixed = self.fixed.into_iter().map(|(name, value)| match name {
            TAKEN_OVER_ANEW => (name, value.build(element, name)),
            _ => (name, value.hydrate::<FROM_SERVER>(name, element)),
        });
        let fixed = fixed.collect();
        let take_over = |Acting { anew, attribute }: Acting| {
            if anew { attribute.build(element) } else { attribute.hydrate::<FROM_SERVER>(element) }
        };
        let acting = self.acting.into_iter().map(take_over).collect();
        Kept { element: element.clone(), fixed, acting }
    }

    #[inline(never)]
    fn build(self, element: &Element) -> Kept {
        let fixed = self.fixed.into_iter().map(|(name, value)| (name, value.build(element, name))).collect();
        let acting = self.acting.into_iter().map(|Acting { attribute, .. }| attribute.build(element)).collect();
        Kept { element: element.clone(), fixed, acting }
    }

    /// Only what differs is written. An element of another shape is another thing, and gets all of its own.
    #[inline(never)]
    fn rebuild(self, kept: &mut Kept) {
        let names = self.fixed.iter().map(|(name, _)| *name);
        if names.eq(kept.fixed.iter().map(|(name, _)| *name)) {
            for ((name, value), (_, state)) in self.fixed.into_iter().zip(&mut kept.fixed) {
                value.rebuild(name, state);
            }
        } else {
            for (name, mut state) in kept.fixed.drain(..) {
                Value::None.rebuild(name, &mut state);
            }
            let anew = self.fixed.into_iter().map(|(name, value)| (name, value.build(&kept.element, name)));
            kept.fixed.extend(anew);
        }
        kept.acting.truncate(self.acting.len());
        for (place, Acting { attribute, .. }) in self.acting.into_iter().enumerate() {
            match kept.acting.get_mut(place) {
                Some(state) => attribute.rebuild(state),
                None => kept.acting.push(attribute.build(&kept.element)),
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
        for Acting { attribute, .. } in &mut self.acting {
            attribute.dry_resolve();
        }
    }

    async fn resolve(self) -> Attributes {
        let mut acting = Vec::new();
        for Acting { anew, attribute } in self.acting {
            acting.push(Acting { anew, attribute: attribute.resolve().await });
        }
        Attributes { fixed: self.fixed, acting }
    }

    fn keys(&self) -> Vec<NamedAttributeKey> {
        let fixed = self.fixed.iter().map(|(name, _)| NamedAttributeKey::Attribute((*name).into()));
        fixed.chain(self.acting.iter().flat_map(|acting| acting.attribute.keys())).collect()
    }
}

impl NextAttribute for Attributes {
    type Output<NewAttr: Attribute> = Attributes;

    fn add_any_attr<NewAttr: Attribute>(mut self, new_attr: NewAttr) -> Attributes {
        use leptos::tachys::html::attribute::any_attribute::IntoAnyAttribute;
        self.act(new_attr.into_any_attr());
        self
    }
}
