//! The passage of a statement: its paragraph with cue and content marked, and the proof that they are verbatim.

use corpus::StatementId;
use leptos::prelude::*;
use query::passage::{PassagePart, PassagePiece};

use crate::app_state::AppState;
use crate::components::refs::{Highlights, highlighted, with_language};
use crate::components::translated::of_the_original;
use crate::html::{Child, classed, el, link, row};

/// The passage of a statement. The search also highlights words of the cue.
pub fn passage(state: AppState, id: StatementId, highlights: Highlights) -> AnyView {
    let model = query::passage::passage(state.data, id);
    let piece = move |PassagePiece { text, part }: PassagePiece| match part {
        PassagePart::Around => text.view(),
        PassagePart::Content => classed("mark", "content").child(text).view(),
        PassagePart::Cue => {
            highlighted(classed("span", "cue"), highlights, move |search| query::card::highlighted_pieces(text, search))
                .view()
        }
    };
    let verbatim = classed("span", "ok").child("✓ verbatim");
    row([
        classed("p", "kicker").child("In the text · ").child(model.location),
        with_language(el("blockquote"), model.language).children(model.pieces.into_iter().map(piece)),
        classed("p", "proof").child(verbatim).child(of_the_original()).child(", ").child(model.text_position),
        classed("p", "proof").child(link(model.source, "Open the whole text here")),
    ])
}
