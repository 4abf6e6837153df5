//! The passage of a statement: its paragraph with cue and content marked, the proof that they are verbatim, and how the
//! statement came there. It is drawn by the part of the program with the pages.

use corpus::StatementId;
use dom::html::{blockquote, mark, p, span};
use dom::{AnyView, IntoChild, fragment};
use query::passage::{PassagePart, PassagePiece};

use crate::app_state::AppState;
use crate::components::chain::chain;
use crate::components::chunk_status::waiting;
use crate::components::elements::link;
use crate::components::load_status::load_status;
use crate::components::refs::{Highlights, highlighted, with_language};
use crate::components::translated::of_the_original;
use crate::lazy::PagesRequest;

/// The passage of a statement for the start page: from the part of the program that draws it, or how far that is.
pub fn later_passage(state: AppState, id: StatementId, highlights: Highlights, with_chain: bool) -> AnyView {
    let drawn = state.draw_later(PagesRequest::Passage { id, highlights, with_chain });
    drawn.unwrap_or_else(|| load_status(state.pages, move || state.load_pages()))
}

/// The passage of a statement and how the statement came there, or that its text is being loaded, which is tracked. The
/// search also highlights words of the cue.
pub fn passage(state: AppState, id: StatementId, highlights: Highlights) -> AnyView {
    if query::pending::statements(state.data, [id]).is_some() {
        return passage_alone(state, id, highlights);
    }
    // Of what the text says itself, there is no more to say.
    let chain = query::chain::chain(state.data, id).map(|model| {
        let heading = p().class("kicker chain-heading").child("How it got here");
        fragment([heading.into_any(), chain(model).into_any()])
    });
    fragment([passage_alone(state, id, highlights), chain.into_child()])
}

/// The passage of a statement without its chain, or that its text is being loaded: of the first statement of the start
/// page, where none is chosen. It is written into the page, and the style sheet that draws chains comes later.
pub fn passage_alone(state: AppState, id: StatementId, highlights: Highlights) -> AnyView {
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
