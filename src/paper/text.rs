//! A document's text on paper, with the numbers of its statements.

use corpus::{BlockKind, DocumentId};
use query::language::Phrase;
use query::passage::PassagePiece;
use query::print::{Marked, Note, Paragraph, text as model};
use query::source::source;

use super::entry::piece;
use crate::desk::Desk;
use crate::html::{Child, El, classed, el, row};
use crate::parts::refs::{localized, with_language};

/// The text, under the document's own headline where it has one.
pub fn text(desk: Desk, id: DocumentId) -> leptos::prelude::AnyView {
    let about = source(desk.data, id);
    let paragraphs = model(desk.data, id);
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
    let words = match kind {
        BlockKind::Title => classed("p", "title").children(words),
        BlockKind::Heading => el("h3").children(words),
        BlockKind::Paragraph(number) => {
            let place = with_language(classed("span", "para"), interface).child(format!("¶{number}"));
            el("p").child(place).children(words)
        }
        BlockKind::Furniture => classed("p", "furniture")
            .child(with_language(el("b"), interface).child("Left out as page furniture: "))
            .child(el("s").children(words)),
    };
    let beside = (!notes.is_empty()).then(|| classed("ul", "notes").children(notes.into_iter().map(note)));
    classed("div", "block").child(with_language(words, language)).child(beside)
}

fn marked(Marked { begins, text, part }: Marked) -> leptos::prelude::AnyView {
    let numbers = begins.into_iter().map(|number| el("sup").child(number).view());
    row(numbers.chain([piece(PassagePiece { text, part })]))
}

fn note(Note { number, voice, form }: Note) -> El {
    el("li").child(el("b").child(number)).child(" ").child(voice).child(", ").child(el("small").child(form))
}
