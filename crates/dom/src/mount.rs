//! The roots of views on the page.

use leptos::prelude::Owner;
use leptos::tachys::renderer::types::Element as DomElement;

use crate::cursor::Cursor;
use crate::view::{AnyView, Mounted};

/// A view on the page with the owner of its effects, which has no parent. Removed when dropped.
pub struct Mount {
    view: Mounted,
    #[expect(dead_code, reason = "it is there to be dropped, with all effects that it owns")]
    owner: Owner,
}

impl Mount {
    /// Leaves the view on the page for as long as the page lasts.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.view.unmount();
    }
}

/// Draws a view in place of all that is in `parent`. That is removed once the view is drawn: should drawing fail, it is
/// still there.
pub fn mount_in_place(parent: &DomElement, draw: impl FnOnce() -> AnyView) -> Mount {
    let owner = Owner::default();
    let view = owner.with(|| draw().build());
    parent.set_text_content(None);
    view.mount(parent, None);
    Mount { view, owner }
}

/// Draws a view behind all that is in `parent`. An executor is expected to be installed, for the effects.
pub fn mount(parent: &DomElement, draw: impl FnOnce() -> AnyView) -> Mount {
    let owner = Owner::default();
    let view = owner.with(|| draw().build());
    view.mount(parent, None);
    Mount { view, owner }
}

/// Takes over the view that was written into `parent` as HTML. The nodes have to be as they were written.
pub fn hydrate(parent: &DomElement, draw: impl FnOnce() -> AnyView) -> Mount {
    let owner = Owner::default();
    let view = owner.with(|| draw().hydrate(&mut Cursor::new(parent)));
    Mount { view, owner }
}
