//! A list of elements by key: entries that stay are kept, with their state and their focus, and only those out of order are
//! moved. leptos' own keeps a marker and finds the fewest moves; it is three times as large.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::reactive_graph::{OwnedView, OwnedViewState};
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};

use super::Key;
use super::region::host;

/// Draws the entry of a key, which is one element. Each has an owner of its own, so that what it follows ends with it.
pub type Draw = Arc<dyn Fn(&Key) -> OwnedView<AnyView> + Send + Sync>;

/// The list, which is all the content of its element.
pub struct Keyed {
    pub keys: Vec<Key>,
    pub draw: Draw,
}

type Entry = (Key, OwnedViewState<AnyViewState>);

/// The entries in their order, and the element that they are in.
pub struct KeyedState {
    entries: Vec<Entry>,
    host: Option<Element>,
}

impl Render for Keyed {
    type State = KeyedState;

    fn build(self) -> KeyedState {
        let Keyed { keys, draw } = self;
        let entry = |key: Key| {
            let state = draw(&key).build();
            (key, state)
        };
        KeyedState { entries: keys.into_iter().map(entry).collect(), host: None }
    }

    #[inline(never)]
    fn rebuild(self, state: &mut KeyedState) {
        let Some(host) = state.host.clone() else { return };
        let mut old: Vec<Option<Entry>> = state.entries.drain(..).map(Some).collect();
        let mut expected = 0;
        for key in self.keys {
            // Most entries follow the one that they followed before.
            let is = |entry: &Option<Entry>| entry.as_ref().is_some_and(|entry| entry.0 == key);
            let ahead = old[expected..].iter().position(is).map(|index| expected + index);
            let entry = match ahead.or_else(|| old[..expected].iter().position(is)) {
                Some(index) => {
                    expected = index + 1;
                    old[index].take()
                }
                None => None,
            };
            let entry = entry.unwrap_or_else(|| {
                let state = (self.draw)(&key).build();
                (key, state)
            });
            state.entries.push(entry);
        }
        for (_, entry) in old.iter_mut().flatten() {
            entry.unmount();
        }
        // From the end, so that each entry finds its place before the one that follows it.
        let mut following: Option<Node> = None;
        for (_, entry) in state.entries.iter_mut().rev() {
            let element = entry.elements().into_iter().next();
            let in_place = element
                .as_ref()
                .is_some_and(|element| element.parent_node().is_some() && element.next_sibling() == following);
            if !in_place {
                entry.mount(&host, following.as_ref());
            }
            following = element.map(Node::from);
        }
    }
}

impl Mountable for KeyedState {
    fn unmount(&mut self) {
        for (_, entry) in &mut self.entries {
            entry.unmount();
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.host = Some(parent.clone());
        for (_, entry) in &mut self.entries {
            entry.mount(parent, marker);
        }
    }

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<Element> {
        self.entries.iter().flat_map(|(_, entry)| entry.elements()).collect()
    }
}

impl AddAnyAttr for Keyed {
    type Output<NewAttr: Attribute> = Keyed;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Keyed {
        self
    }
}

impl RenderHtml for Keyed {
    type AsyncOutput = Keyed;
    type Owned = Keyed;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Keyed {
        self
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        for key in self.keys {
            (self.draw)(&key).to_html_with_buf(buffer, position, escape, mark_branches, attributes.clone());
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> KeyedState {
        let host = Some(host(cursor));
        let Keyed { keys, draw } = self;
        let entry = |key: Key| {
            let state = draw(&key).hydrate::<FROM_SERVER>(cursor, position);
            (key, state)
        };
        KeyedState { entries: keys.into_iter().map(entry).collect(), host }
    }

    fn into_owned(self) -> Keyed {
        self
    }
}
