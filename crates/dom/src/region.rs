//! A region: reactive content that is all the content of one element.
//!
//! A region is drawn again in place, so that elements which stay the same keep their focus. Where other software has
//! changed the page (see `external_changes`), the nodes that were drawn may no longer be on it; then the element's
//! content is replaced as a whole.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, add_attr::AddAnyAttr};
use wasm_bindgen::JsCast;

use crate::list::{Entry, List};

/// The content of an element. One type for both kinds, because leptos' traits generate code for each type.
pub enum Region {
    /// Any content.
    View(AnyView),
    /// A keyed list.
    List(List),
}

/// Content on the page.
enum Mounted {
    View(AnyViewState),
    List(Vec<Entry>),
}

/// Content on the page, and the element that it is in.
pub struct RegionState {
    content: Mounted,
    host: Option<Element>,
}

/// Whether other software has changed the page.
fn page_changed() -> bool {
    #[cfg(target_arch = "wasm32")]
    return crate::external_changes::changed();
    #[cfg(not(target_arch = "wasm32"))]
    false
}

impl Region {
    fn build_content(self) -> Mounted {
        match self {
            Region::View(view) => Mounted::View(view.build()),
            Region::List(list) => Mounted::List(list.build()),
        }
    }
}

impl Mounted {
    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        match self {
            Mounted::View(view) => view.mount(parent, marker),
            Mounted::List(entries) => entries.iter_mut().for_each(|entry| entry.view.mount(parent, marker)),
        }
    }
}

impl Render for Region {
    type State = RegionState;

    fn build(self) -> RegionState {
        RegionState { content: self.build_content(), host: None }
    }

    #[inline(never)]
    fn rebuild(self, state: &mut RegionState) {
        let in_place = !page_changed();
        let region = match (self, &mut state.content, &state.host) {
            (Region::View(view), Mounted::View(mounted), _) if in_place => return view.rebuild(mounted),
            (Region::List(list), Mounted::List(entries), Some(host)) if in_place => return list.rebuild(entries, host),
            (region, ..) => region,
        };
        let mut content = region.build_content();
        if let Some(host) = &state.host {
            host.set_text_content(None);
            content.mount(host, None);
        }
        state.content = content;
    }
}

impl Mountable for RegionState {
    fn unmount(&mut self) {
        match &mut self.content {
            Mounted::View(view) => view.unmount(),
            Mounted::List(entries) => entries.iter_mut().for_each(|entry| entry.view.unmount()),
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.host = Some(parent.clone());
        self.content.mount(parent, marker);
    }

    /// Inserts what takes this region's place when its element is drawn again.
    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(host) = &self.host else { return false };
        child.mount(host, host.first_child().as_ref());
        true
    }

    fn elements(&self) -> Vec<Element> {
        match &self.content {
            Mounted::View(view) => view.elements(),
            Mounted::List(entries) => entries.iter().flat_map(|entry| entry.view.elements()).collect(),
        }
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
        match self {
            Region::View(view) => view.to_html_with_buf(buffer, position, escape, mark_branches, attributes),
            Region::List(list) => {
                for (_, view) in list.views() {
                    view.to_html_with_buf(buffer, position, escape, mark_branches, attributes.clone());
                }
            }
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> RegionState {
        // The cursor is still at the element whose whole content is about to be hydrated.
        let host = cursor.current().unchecked_into();
        let content = match self {
            Region::View(view) => Mounted::View(view.hydrate::<FROM_SERVER>(cursor, position)),
            Region::List(list) => Mounted::List(list.hydrate::<FROM_SERVER>(cursor, position)),
        };
        RegionState { content, host: Some(host) }
    }

    fn into_owned(self) -> Region {
        self
    }
}
