//! A region: reactive content that is all the content of one element.
//!
//! A region is drawn again in place, so that elements which stay the same keep their focus. Where other software has
//! changed the page (see `external_changes`), the nodes that were drawn may no longer be on it; then the element's
//! content is replaced as a whole.

use leptos::prelude::RenderEffect;
use leptos::tachys::renderer::types::Element as DomElement;
#[cfg(not(target_arch = "wasm32"))]
use leptos::tachys::view::Position;

use crate::cursor::Cursor;
use crate::erased::{Reactive, render_effect};
use crate::list::{Entry, List};
use crate::view::{AnyView, Mounted, RegionContent};

/// The content of an element.
pub enum Region {
    /// Any content.
    View(AnyView),
    /// A keyed list.
    List(List),
}

/// Content on the page.
enum MountedRegion {
    View(Mounted),
    List(Vec<Entry>),
}

/// Whether other software has changed the page.
fn page_changed() -> bool {
    #[cfg(target_arch = "wasm32")]
    return crate::external_changes::changed();
    #[cfg(not(target_arch = "wasm32"))]
    false
}

impl Region {
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(self, html: &mut String, position: &mut Position) {
        match self {
            Region::View(view) => view.write(html, position),
            Region::List(list) => list.write(html, position),
        }
    }

    fn build(self) -> MountedRegion {
        match self {
            Region::View(view) => MountedRegion::View(view.build()),
            Region::List(list) => MountedRegion::List(list.build()),
        }
    }

    fn hydrate(self, cursor: &mut Cursor) -> MountedRegion {
        match self {
            Region::View(view) => MountedRegion::View(view.hydrate(cursor)),
            Region::List(list) => MountedRegion::List(list.hydrate(cursor)),
        }
    }
}

impl MountedRegion {
    fn mount(&self, host: &DomElement) {
        match self {
            MountedRegion::View(view) => view.mount(host, None),
            MountedRegion::List(entries) => entries.iter().for_each(|entry| entry.view.mount(host, None)),
        }
    }
}

impl RegionContent for Reactive<Region> {
    #[cfg(not(target_arch = "wasm32"))]
    fn write(mut self: Box<Self>, html: &mut String, position: &mut Position) {
        self().write(html, position);
    }

    fn follow(self: Box<Self>, host: &DomElement, hydrate: bool) -> RenderEffect<()> {
        follow(host, *self, hydrate)
    }
}

#[inline(never)]
fn follow(host: &DomElement, mut draw: Reactive<Region>, mut hydrate: bool) -> RenderEffect<()> {
    let host = host.clone();
    let mut mounted = None;
    render_effect(Box::new(move || {
        let region = match (draw(), &mut mounted) {
            (region, None) if std::mem::take(&mut hydrate) => {
                mounted = Some(region.hydrate(&mut Cursor::new(&host)));
                return;
            }
            (Region::View(view), Some(MountedRegion::View(old))) if !page_changed() => return view.rebuild(old),
            (Region::List(list), Some(MountedRegion::List(old))) if !page_changed() => {
                return list.rebuild(old, &host);
            }
            (region, _) => region,
        };
        let new = region.build();
        // Also what others have put there.
        host.set_text_content(None);
        new.mount(&host);
        mounted = Some(new);
    }))
}
