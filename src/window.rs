//! The window of a long list as signals: what decides which rows are drawn, and which are. No browser in here:
//! `components/window.rs` draws the list, and `list_follower.rs` follows the reader in it.

use std::sync::Arc;

use corpus::StatementId;
use dom::{Memo, Signal};
use leptos::prelude::StoredValue;
use query::statements::StatementGroup;
use query::statements::window::{Drawn, Heights, Item, Screen};

/// A statement in the group of a key.
pub type Focused = (Arc<str>, StatementId);

/// What decides which rows are drawn.
#[derive(Clone, Copy)]
pub struct WindowInputs {
    /// The groups of the list.
    pub groups: Memo<Vec<StatementGroup>>,
    /// The heights of rows.
    pub heights: StoredValue<Heights>,
    /// The statement that is to be on the screen.
    pub revealed: Signal<Option<StatementId>>,
    /// What the reader sees of the list; `None` until it is known.
    pub screen: Signal<Option<Screen>>,
    /// The statement that has the focus.
    pub focused: Signal<Option<Focused>>,
}

/// The window of one list.
#[derive(Clone, Copy)]
pub struct Window {
    /// What decides which rows are drawn.
    pub inputs: WindowInputs,
    /// What is drawn.
    pub drawn: Memo<Drawn>,
}

/// The place of the focused statement in a list.
pub fn item_of(groups: &[StatementGroup], focused: Option<&Focused>) -> Option<Item> {
    let (key, id) = focused?;
    let group = groups.iter().position(|group| *group.key == **key)?;
    Some((group, groups[group].statements.iter().position(|it| it == id)?))
}
