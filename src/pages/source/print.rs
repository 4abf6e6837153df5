//! A document's text in print, with the numbers of its statements.

use corpus::{BlockKind, DocumentId};
use dom::html::{b, div, h2, h3, li, mark, p, s, small, span, sup, ul};
use dom::{AnyView, Element, IntoChild, fragment};
use query::language::Phrase;
use query::passage::PassagePiece;
use query::print::{Marked, Note, Paragraph, text as model};
use query::source::head;

use super::provenance::in_words;
use crate::app_state::AppState;
use crate::components::print_entry::piece;
use crate::components::refs::{localized, with_language};

/// The text, under the document's own headline where it has one, or else under its title.
pub fn text(state: AppState, id: DocumentId) -> AnyView {
    let about = head(state.data, id);
    let paragraphs = model(state.data, id);
    let titled = paragraphs.iter().any(|paragraph| paragraph.kind == BlockKind::Title);
    let dated = about.dated_by.map(|words| Phrase::new("Dated by its words “").phrase(Phrase::of(words)).literal("”."));
    let facts = [Some(Phrase::new(&about.dateline).literal(".")), dated, about.url.map(Phrase::new)];
    let facts = facts.into_iter().flatten().chain(in_words(&about.provenance));
    let legend = fragment([
        mark().class("content").child("Underlined").into_any(),
        ": what was said or done, its number before it. ".into_child(),
        span().class("cue").child("Dotted").into_any(),
        ": the words that say whose it is.".into_child(),
    ]);
    fragment([
        (!titled).then(|| localized(h2(), about.title)).into_child(),
        p().class("meta").child(Phrase::joined(facts, " ")).into_any(),
        p().class("meta").child(legend).into_any(),
        div().class("text").children(paragraphs.into_iter().map(paragraph)).into_any(),
    ])
}

fn paragraph(Paragraph { kind, language, interface, pieces, notes }: Paragraph) -> Element {
    let words = pieces.into_iter().map(marked);
    let text = match kind {
        BlockKind::Title => h2().class("title").children(words),
        BlockKind::Heading => h3().children(words),
        BlockKind::Paragraph(number) => {
            let number = with_language(span().class("para"), interface).child(format!("¶{number}"));
            p().child(number).children(words)
        }
        BlockKind::Furniture => p()
            .class("furniture")
            .child(with_language(b(), interface).child("Left out as page furniture: "))
            .child(s().children(words)),
    };
    let beside = (!notes.is_empty()).then(|| ul().class("notes").children(notes.into_iter().map(note)));
    div().class("block").child(with_language(text, language)).child(beside)
}

fn marked(Marked { begins, text, part }: Marked) -> AnyView {
    let numbers = begins.into_iter().map(|number| sup().child(number).into_any());
    fragment(numbers.chain([piece(PassagePiece { text, part })]))
}

fn note(Note { number, voice, form }: Note) -> Element {
    li().child(b().child(number)).child(" ").child(voice).child(", ").child(small().child(form))
}
