//! What follows signals, as all the content of one element.
//!
//! It is drawn again in place, so that elements which stay the same keep their focus. Where somebody else has changed the
//! page, see [`foreign`], nothing can be said of the nodes that were drawn; then the element's content is replaced as a whole.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};
use wasm_bindgen::JsCast;

/// The content of an element.
pub struct Region(pub AnyView);

/// The drawn content, and the element that it is in.
pub struct RegionState {
    content: AnyViewState,
    host: Option<Element>,
}

/// Whether somebody else has changed the page.
fn page_changed() -> bool {
    #[cfg(target_arch = "wasm32")]
    return super::foreign::changed();
    #[cfg(not(target_arch = "wasm32"))]
    false
}

/// The element, all the content of which is about to be hydrated: the cursor is still at the element itself.
pub fn host(cursor: &Cursor) -> Element {
    cursor.current().unchecked_into()
}

impl Render for Region {
    type State = RegionState;

    fn build(self) -> RegionState {
        RegionState { content: self.0.build(), host: None }
    }

    #[inline(never)]
    fn rebuild(self, state: &mut RegionState) {
        match &state.host {
            Some(host) if page_changed() => {
                let mut content = self.0.build();
                host.set_text_content(None);
                content.mount(host, None);
                state.content = content;
            }
            _ => self.0.rebuild(&mut state.content),
        }
    }
}

impl Mountable for RegionState {
    fn unmount(&mut self) {
        self.content.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.host = Some(parent.clone());
        self.content.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.content.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.content.elements()
    }
}

impl AddAnyAttr for Region {
    type Output<NewAttr: Attribute> = Region;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Region {
        self
    }
}

impl RenderHtml for Region {
    type AsyncOutput = Region;
    type Owned = Region;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Region {
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
        self.0.to_html_with_buf(buffer, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> RegionState {
        let host = Some(host(cursor));
        RegionState { content: self.0.hydrate::<FROM_SERVER>(cursor, position), host }
    }

    fn into_owned(self) -> Region {
        self
    }
}
