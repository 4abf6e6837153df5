//! A statement's passage: the paragraph with its cue and content marked, and the proof that they are verbatim.

use corpus::StatementId;
use dom::html::{blockquote, mark, p, span};
use dom::{IntoChild, fragment};
use leptos::prelude::*;
use query::passage::{PassagePart, PassagePiece};

use crate::desk::Desk;
use crate::parts::elements::link;
use crate::parts::refs::{Finds, found, with_language};
use crate::parts::translated::of_the_original;

/// The passage of a statement; what the search found in the words that attribute it is marked as well.
pub fn passage(desk: Desk, id: StatementId, finds: Finds) -> AnyView {
    let model = query::passage::passage(desk.data, id);
    let piece = move |PassagePiece { text, part }: PassagePiece| match part {
        PassagePart::Around => text.into_child(),
        PassagePart::Content => mark().class("content").child(text).into_any(),
        PassagePart::Cue => found(span().class("cue"), finds, move |search| query::card::cut(text, search)).into_any(),
    };
    let verbatim = span().class("ok").child("✓ verbatim");
    fragment([
        p().class("kicker").child("In the text · ").child(model.place),
        with_language(blockquote(), model.language).children(model.pieces.into_iter().map(piece)),
        p().class("proof").child(verbatim).child(of_the_original()).child(", ").child(model.position),
        p().class("proof").child(link(model.source, "Open the whole text here")),
    ])
}
