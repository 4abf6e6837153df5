//! A keyed list: elements of entries that stay are kept, with their state and their focus, and only those out of order
//! are moved. leptos' own keeps a marker node and finds the fewest moves; its code is three times as large.

use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::reactive_graph::{OwnedView, OwnedViewState};
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, PositionState};

/// The identity of an item in a keyed list. One type for all lists, so that there is one list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A text.
    Text(String),
    /// A number, such as an index or an id.
    Number(u32),
}

impl From<String> for Key {
    fn from(text: String) -> Key {
        Key::Text(text)
    }
}

impl From<u32> for Key {
    fn from(number: u32) -> Key {
        Key::Number(number)
    }
}

/// The keys of the items in their order, and what draws the element of the item at an index.
pub struct Rows {
    pub keys: Vec<Key>,
    pub draw: Box<dyn Fn(usize) -> AnyView + Send>,
}

/// The list as it is to be. Each element gets a child of `owner` as its own owner, so that its effects end with it and
/// not with the list.
pub struct List {
    pub rows: Rows,
    pub owner: Owner,
}

/// An item on the page.
pub struct Entry {
    key: Key,
    pub view: OwnedViewState<AnyViewState>,
}

impl Rows {
    fn view(&self, owner: &Owner, index: usize) -> OwnedView<AnyView> {
        let owner = owner.with(Owner::new);
        OwnedView::new_with_owner(owner.with(|| (self.draw)(index)), owner)
    }
}

impl List {
    /// Draws the element of each item.
    pub fn views(mut self) -> impl Iterator<Item = (Key, OwnedView<AnyView>)> {
        let keys = std::mem::take(&mut self.rows.keys);
        keys.into_iter().enumerate().map(move |(index, key)| (key, self.rows.view(&self.owner, index)))
    }

    pub fn build(self) -> Vec<Entry> {
        self.views().map(|(key, view)| Entry { key, view: view.build() }).collect()
    }

    pub fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Vec<Entry> {
        self.views().map(|(key, view)| Entry { key, view: view.hydrate::<FROM_SERVER>(cursor, position) }).collect()
    }

    #[inline(never)]
    pub fn rebuild(mut self, entries: &mut Vec<Entry>, host: &Element) {
        let mut old: Vec<Option<Entry>> = entries.drain(..).map(Some).collect();
        let keys = std::mem::take(&mut self.rows.keys);
        let mut expected = 0;
        for (index, key) in keys.into_iter().enumerate() {
            // Most entries follow the one that they followed before.
            let is = |entry: &Option<Entry>| entry.as_ref().is_some_and(|entry| entry.key == key);
            let ahead = old[expected..].iter().position(is).map(|index| expected + index);
            let kept = match ahead.or_else(|| old[..expected].iter().position(is)) {
                Some(index) => {
                    expected = index + 1;
                    old[index].take()
                }
                None => None,
            };
            entries.push(kept.unwrap_or_else(|| Entry { key, view: self.rows.view(&self.owner, index).build() }));
        }
        for entry in old.iter_mut().flatten() {
            entry.view.unmount();
        }
        // From the end, so that each entry finds its place before the one that follows it.
        let mut following: Option<Node> = None;
        for entry in entries.iter_mut().rev() {
            let element = entry.view.elements().into_iter().next();
            let in_place = element
                .as_ref()
                .is_some_and(|element| element.parent_node().is_some() && element.next_sibling() == following);
            if !in_place {
                entry.view.mount(host, following.as_ref());
            }
            following = element.map(Node::from);
        }
    }
}
