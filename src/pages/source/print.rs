//! A document's text in print, with the numbers of its statements.

use corpus::{BlockKind, DocumentId};
use leptos::prelude::AnyView;
use query::language::Phrase;
use query::passage::PassagePiece;
use query::print::{Marked, Note, Paragraph, text as model};
use query::source::source;

use crate::app_state::AppState;
use crate::components::print_entry::piece;
use crate::components::refs::{localized, with_language};
use crate::html::{Child, El, classed, el, row};

/// The text, under the document's own headline where it has one, or else under its title.
pub fn text(state: AppState, id: DocumentId) -> AnyView {
    let about = source(state.data, id);
    let paragraphs = model(state.data, id);
    let titled = paragraphs.iter().any(|paragraph| paragraph.kind == BlockKind::Title);
    let dated = about.dated_by.map(|words| Phrase::new("Dated by its words “").phrase(Phrase::of(words)).literal("”."));
    let facts = [Some(Phrase::new(&about.dateline).literal(".")), dated, about.url.map(Phrase::new)];
    let legend = row([
        classed("mark", "content").child("Underlined").view(),
        ": what was said or done, its number before it. ".view(),
        classed("span", "cue").child("Dotted").view(),
        ": the words that say whose it is.".view(),
    ]);
    row([
        (!titled).then(|| localized(el("h2"), about.title)).view(),
        classed("p", "meta").child(Phrase::joined(facts.into_iter().flatten(), " ")).view(),
        classed("p", "meta").child(legend).view(),
        classed("div", "text").children(paragraphs.into_iter().map(paragraph)).view(),
    ])
}

fn paragraph(Paragraph { kind, language, interface, pieces, notes }: Paragraph) -> El {
    let words = pieces.into_iter().map(marked);
    let text = match kind {
        BlockKind::Title => classed("p", "title").children(words),
        BlockKind::Heading => el("h3").children(words),
        BlockKind::Paragraph(number) => {
            let number = with_language(classed("span", "para"), interface).child(format!("¶{number}"));
            el("p").child(number).children(words)
        }
        BlockKind::Furniture => classed("p", "furniture")
            .child(with_language(el("b"), interface).child("Left out as page furniture: "))
            .child(el("s").children(words)),
    };
    let beside = (!notes.is_empty()).then(|| classed("ul", "notes").children(notes.into_iter().map(note)));
    classed("div", "block").child(with_language(text, language)).child(beside)
}

fn marked(Marked { begins, text, part }: Marked) -> AnyView {
    let numbers = begins.into_iter().map(|number| el("sup").child(number).view());
    row(numbers.chain([piece(PassagePiece { text, part })]))
}

fn note(Note { number, voice, form }: Note) -> El {
    el("li").child(el("b").child(number)).child(" ").child(voice).child(", ").child(el("small").child(form))
}
