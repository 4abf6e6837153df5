//! A keyed list: elements of entries that stay are kept, with their state and their focus, and only those out of order
//! are moved. leptos' own keeps a marker node and finds the fewest moves; its code is three times as large.

use leptos::prelude::Owner;
use leptos::tachys::renderer::types::{Element as DomElement, Node};
#[cfg(not(target_arch = "wasm32"))]
use leptos::tachys::view::Position;

use crate::cursor::Cursor;
use crate::view::{AnyView, Mounted};

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

/// An item on the page, with the owner of its effects.
pub struct Entry {
    key: Key,
    pub view: Mounted,
    #[expect(dead_code, reason = "it is there to be dropped, with all effects that it owns")]
    owner: Owner,
}

impl Rows {
    /// Draws the element of an item, and brings it onto the page as an entry.
    fn entry(&self, parent: &Owner, index: usize, key: Key, mount: impl FnOnce(AnyView) -> Mounted) -> Entry {
        let owner = parent.with(Owner::new);
        let view = owner.with(|| mount((self.draw)(index)));
        Entry { key, view, owner }
    }
}

impl List {
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(self, html: &mut String, position: &mut Position) {
        for index in 0..self.rows.keys.len() {
            let owner = self.owner.with(Owner::new);
            owner.with(|| (self.rows.draw)(index).write(html, position));
        }
    }

    pub fn build(self) -> Vec<Entry> {
        self.entries(&mut AnyView::build)
    }

    pub fn hydrate(self, cursor: &mut Cursor) -> Vec<Entry> {
        self.entries(&mut |view| view.hydrate(cursor))
    }

    fn entries(mut self, mount: &mut dyn FnMut(AnyView) -> Mounted) -> Vec<Entry> {
        let keys = std::mem::take(&mut self.rows.keys);
        let entry = |(index, key)| self.rows.entry(&self.owner, index, key, &mut *mount);
        keys.into_iter().enumerate().map(entry).collect()
    }

    #[inline(never)]
    pub fn rebuild(mut self, entries: &mut Vec<Entry>, host: &DomElement) {
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
            entries.push(kept.unwrap_or_else(|| self.rows.entry(&self.owner, index, key, AnyView::build)));
        }
        for entry in old.iter().flatten() {
            entry.view.unmount();
        }
        // From the end, so that each entry finds its place before the one that follows it.
        let mut following: Option<Node> = None;
        for entry in entries.iter().rev() {
            let node = entry.view.first_node();
            if node.parent_node().is_none() || node.next_sibling() != following {
                entry.view.mount(host, following.as_ref());
            }
            following = Some(node.clone());
        }
    }
}
