//! A region: reactive content that is all the content of one element.
//!
//! A region is drawn again in place, so that elements which stay the same keep their focus. Where other software has
//! changed the page (see `external_changes`), the nodes that were drawn may no longer be on it; then the element's
//! content is replaced as a whole.

use leptos::tachys::renderer::types::Element as DomElement;

use crate::cursor::Cursor;
use crate::erased::{DrawEffect, Reactive, draw_effect};
use crate::list::{Entry, Rows};
#[cfg(not(target_arch = "wasm32"))]
use crate::output::Position;
use crate::view::{AnyView, Mounted, RegionContent};

/// The content of an element.
pub enum Region {
    /// Any content.
    View(AnyView),
    /// A keyed list.
    List(Rows),
    /// What is there, on a page that is hydrated as well: the content is drawn later.
    Unchanged,
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
            Region::Unchanged => {}
        }
    }

    /// The content on the page; `None` where what is there stays.
    fn build(self) -> Option<MountedRegion> {
        match self {
            Region::View(view) => Some(MountedRegion::View(view.build())),
            Region::List(list) => Some(MountedRegion::List(list.build())),
            Region::Unchanged => None,
        }
    }

    fn hydrate(self, cursor: &mut Cursor) -> Option<MountedRegion> {
        match self {
            Region::View(view) => Some(MountedRegion::View(view.hydrate(cursor))),
            Region::List(list) => Some(MountedRegion::List(list.hydrate(cursor))),
            Region::Unchanged => None,
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

    fn follow(self: Box<Self>, host: &DomElement, hydrate: bool) -> DrawEffect {
        follow(host, *self, hydrate)
    }
}

#[inline(never)]
fn follow(host: &DomElement, mut draw: Reactive<Region>, mut hydrate: bool) -> DrawEffect {
    let host = host.clone();
    let mut mounted = None;
    draw_effect(Box::new(move || {
        let region = match (draw(), &mut mounted) {
            (region, None) if std::mem::take(&mut hydrate) => {
                mounted = region.hydrate(&mut Cursor::new(&host));
                return;
            }
            (Region::View(view), Some(MountedRegion::View(old))) if !page_changed() => return view.rebuild(old),
            (Region::List(list), Some(MountedRegion::List(old))) if !page_changed() => {
                return list.rebuild(old, &host);
            }
            (region, _) => region,
        };
        let Some(new) = region.build() else { return };
        // Also what others have put there.
        host.set_text_content(None);
        new.mount(&host);
        mounted = Some(new);
    }))
}
