//! The message that stands where texts or a search would, while chunks of the briefing are being loaded, or where that
//! failed.

use dom::AnyView;
use dom::html::p;
use query::pending::Pending;

use crate::chunks::{ChunkState, Chunks};
use crate::components::elements::plain_button;

/// Why chunks are not there, as a sentence.
pub const fn reason(state: ChunkState) -> &'static str {
    match state {
        ChunkState::Damaged => "This part of the briefing was damaged on its way here, or is of another edition. ",
        _ => "This part of the briefing could not be loaded. Are you connected? ",
    }
}

/// What stands in place of a model that waits for chunks; `None` where it can be made. Requests the chunks, and is
/// tracked.
pub fn waiting(chunks: Chunks, pending: Option<Pending>) -> Option<AnyView> {
    let pending = pending?;
    match chunks.require(&pending) {
        ChunkState::Loaded => None,
        ChunkState::Pending => {
            Some(p().class("part-status").attr("role", "status").child("One moment, this is loading.").into_any())
        }
        failed => Some(
            p().class("part-status")
                .attr("role", "alert")
                .child(reason(failed))
                .child(plain_button("Try again", move |_| chunks.retry(&pending)))
                .into_any(),
        ),
    }
}
