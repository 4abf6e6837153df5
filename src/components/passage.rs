//! The passage of a statement: its paragraph with cue and content marked, and the proof that they are verbatim.

use corpus::StatementId;
use dom::html::{blockquote, mark, p, span};
use dom::{AnyView, IntoChild, fragment};
use query::passage::{PassagePart, PassagePiece};

use crate::app_state::AppState;
use crate::components::chunk_status::waiting;
use crate::components::elements::link;
use crate::components::refs::{Highlights, highlighted, with_language};
use crate::components::translated::of_the_original;

/// The passage of a statement, or that its text is being loaded, which is tracked. The search also highlights words of
/// the cue.
pub fn passage(state: AppState, id: StatementId, highlights: Highlights) -> AnyView {
    if let Some(waiting) = waiting(state.chunks, query::pending::statements(state.data, [id])) {
        return waiting;
    }
    let model = query::passage::passage(state.data, id);
    let piece = move |PassagePiece { text, part }: PassagePiece| match part {
        PassagePart::Around => text.into_child(),
        PassagePart::Content => mark().class("content").child(text).into_any(),
        PassagePart::Cue => {
            highlighted(span().class("cue"), highlights, move |search| query::card::highlighted_pieces(text, search))
                .into_any()
        }
    };
    let verbatim = span().class("verified").child("✓ verbatim");
    fragment([
        p().class("kicker").child("In the text · ").child(model.location),
        with_language(blockquote(), model.language).children(model.pieces.into_iter().map(piece)),
        p().class("proof").child(verbatim).child(of_the_original()).child(", ").child(model.text_position),
        p().class("proof").child(link(model.source, "Open the whole text here")),
    ])
}
