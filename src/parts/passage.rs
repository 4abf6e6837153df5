//! A statement's passage: the paragraph with its cue and content marked, and the proof that they are verbatim.

use corpus::StatementId;
use leptos::prelude::*;
use query::passage::{PassagePart, PassagePiece};

use crate::desk::Desk;
use crate::html::{Child, classed, el, link, row};
use crate::parts::refs::{Finds, found, with_language};
use crate::parts::translated::of_the_original;

/// The passage of a statement; what the search found in the words that attribute it is marked as well.
pub fn passage(desk: Desk, id: StatementId, finds: Finds) -> AnyView {
    let model = query::passage::passage(desk.data, id);
    let piece = move |PassagePiece { text, part }: PassagePiece| match part {
        PassagePart::Around => text.view(),
        PassagePart::Content => classed("mark", "content").child(text).view(),
        PassagePart::Cue => {
            found(classed("span", "cue"), finds, move |search| query::card::highlighted_pieces(text, search)).view()
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
