//! The page of a document without the program: the text as on the source page, and what is known of each statement
//! beside the block in which it begins. Marks lead to those notes, and notes to the statement's page or place.

use corpus::{DocumentId, StatementId};
use dom::html::{b, div, li, small, span, ul};
use dom::{AnyView, Element, IntoChild, fragment, memo};
use query::View;
use query::card::Ref;
use query::language::Phrase;
use query::listing::entry;
use query::source::{Segment, SourceBlock, blocks, head};

use super::entry::voices;
use crate::app_state::AppState;
use crate::components::elements::link;
use crate::components::refs::{reference, with_language};
use crate::navigation::scroll::statement_anchor;
use crate::pages::source::{anchored, mast, words_of};

/// Draws the page.
pub fn draw(state: AppState, id: DocumentId) -> AnyView {
    let text = div().class("text").children(blocks(state.data, id).into_iter().map(|entry| block(state, entry)));
    fragment([mast(head(state.data, id)).into_any(), div().class("source document-page").child(text).into_any()])
}

fn block(state: AppState, block: SourceBlock) -> Element {
    let SourceBlock { kind, language, interface, segments, notes } = block;
    let to_note = |segment: Segment| {
        let leads = segment.content.first().or(segment.cue.first());
        let href = leads.map(|id| format!("#{}", note_anchor(state.data.statement(*id).slug)));
        Segment { href, ..segment }
    };
    let words = anchored(state, segments.into_iter().map(to_note).collect(), memo(|| None));
    div()
        .class("block")
        .child(div().child(with_language(words_of(kind, interface, words), language)))
        .child(ul().class("notes").children(notes.into_iter().map(|entry| note(state, entry.id))))
}

/// The id of a statement's note.
fn note_anchor(slug: &str) -> String {
    format!("n-{slug}")
}

/// Who says a statement, through whom, in which form, when and on what.
fn note(state: AppState, id: StatementId) -> Element {
    let data = state.data;
    let model = entry(data, id);
    let through =
        |relay: &Ref| fragment([span().class("via").child(reference(relay.clone())).into_any(), " ".into_child()]);
    let topics = model.topics.iter().map(|&topic| Phrase::of(topic));
    let facts = [Some(Phrase::new(&model.form)), model.when.as_deref().map(Phrase::new)];
    let facts = Phrase::joined(facts.into_iter().flatten().chain(topics), " · ");
    let place = format!("#{}", statement_anchor(data, id));
    let own = query::link::write(data, &View::statement(id));
    let ways = [link(place, "In the text").into_any(), " ".into_child(), link(own, "The statement").into_any()];
    li().id(note_anchor(model.slug))
        .child(voices(&model.voices, |voice| b().child(reference(voice.clone())).into_any()))
        .children(model.through.iter().map(through))
        .child(small().child(facts))
        .child(small().class("note-links").child(fragment(ways)))
}
