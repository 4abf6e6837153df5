//! The page of a document without the program: the text as on the source page, and what is known of each statement
//! beside the block in which it begins. Marks lead to those notes, and notes to the statement's page or place.

use std::ops::Range;

use corpus::{DocumentId, StatementId};
use dom::html::{b, details, div, li, p, span, summary, sup, ul};
use dom::{AnyView, Element, IntoChild, fragment, memo};
use query::View;
use query::card::{Related, card};
use query::source::notes::{number, numbers, relations_in_short};
use query::source::{Note, Segment, SourceBlock, SourceText, head, headline_and_body, picker};

use super::pages::{Pages, links, links_at_end};
use crate::app_state::AppState;
use crate::components::card::{meta, relation_line, voices_and_relays};
use crate::components::elements::link;
use crate::components::masthead::headline;
use crate::components::refs::{attribution_class, with_language};
use crate::navigation::scroll::statement_anchor;
use crate::pages::source::documents::documents;
use crate::pages::source::{anchored, masthead, text_file, words_of};

/// What of a document is on a page.
pub struct DocumentPart<'p> {
    /// The indices of its blocks.
    pub blocks: Range<usize>,
    /// The pages of the document.
    pub pages: &'p Pages<'p>,
    /// The address of the page with the note of a statement, as seen from this one; empty if it is this one.
    pub note_page: &'p dyn Fn(StatementId) -> String,
}

/// Draws the page.
pub fn draw(state: AppState, id: DocumentId, part: DocumentPart) -> AnyView {
    let DocumentPart { blocks: range, pages, note_page } = part;
    let (title, body) = headline_and_body(SourceText::new(state.data, id).blocks(range).collect());
    let text = div().class("text").children(body.into_iter().map(|entry| block(state, entry, note_page)));
    let about = head(state.data, id);
    let masthead = if pages.number > 1 {
        let number = p().class("kicker").child(format!("Page {} of {}", pages.number, pages.count));
        div().class("masthead").child(number).child(with_language(headline(about.title.text), about.title.language))
    } else {
        let file = text_file(&about);
        masthead(about, title.map(|block| marked_headline(state, block, note_page)), file)
    };
    let others = picker(state.data, id).map(|picker| documents(picker, None));
    fragment([
        others.into_child(),
        masthead.into_any(),
        links(pages),
        div().class("source document-page").child(text).into_any(),
        links_at_end(pages),
    ])
}

fn block(state: AppState, block: SourceBlock, note_page: &dyn Fn(StatementId) -> String) -> Element {
    let SourceBlock { kind, language, interface, segments, notes: own } = block;
    let words = leading_to_notes(state, segments, note_page);
    div()
        .class("block")
        .child(div().child(with_language(words_of(kind, interface, words), language)))
        .child(notes(state, own, note_page))
}

/// The headline where the text begins with it, with its notes.
fn marked_headline(state: AppState, block: SourceBlock, note_page: &dyn Fn(StatementId) -> String) -> Element {
    let is_marked = block.is_marked();
    let SourceBlock { language, segments, notes: own, .. } = block;
    let words = fragment(leading_to_notes(state, segments, note_page));
    let words = with_language(headline(words), language);
    if is_marked { div().class("text document-page").child(words).child(notes(state, own, note_page)) } else { words }
}

fn leading_to_notes(
    state: AppState,
    segments: Vec<Segment>,
    note_page: &dyn Fn(StatementId) -> String,
) -> Vec<AnyView> {
    let to_note = |segment: Segment| {
        let leads = segment.content.first().or(segment.cue.first());
        let href = leads.map(|&id| format!("{}#{}", note_page(id), note_anchor(state.data.statement(id).slug)));
        Segment { href, ..segment }
    };
    let numbers = numbers(&segments);
    let words = anchored(state, segments.into_iter().map(to_note).collect(), memo(|| None));
    numbers
        .iter()
        .zip(words)
        .flat_map(|(own, words)| own.iter().map(|&number| reference_mark(number)).chain([words]))
        .collect()
}

/// The number of a note before the words that it is about. The style sheet draws it: the text stays as it was found for
/// those who copy it or search in it.
fn reference_mark(number: usize) -> AnyView {
    sup().class("reference").attr("data-number", number.to_string()).into_any()
}

fn notes(state: AppState, own: Vec<Note>, note_page: &dyn Fn(StatementId) -> String) -> Option<Element> {
    let notes = own.into_iter().map(|entry| note(state, entry.id, note_page));
    (notes.len() > 0).then(|| ul().class("notes").children(notes))
}

/// The id of a statement's note.
fn note_anchor(slug: &str) -> String {
    format!("n-{slug}")
}

/// The card of a statement but for its words and its document, which the page has. Its relations are folded, so that
/// notes are not much longer than the paragraphs beside them.
fn note(state: AppState, id: StatementId, note_page: &dyn Fn(StatementId) -> String) -> Element {
    let data = state.data;
    let model = card(data, id);
    let line = p().class(attribution_class(model.hands)).child(b().class("reference").child(number(id).to_string()));
    let who = voices_and_relays(line.child(" "), &model, None).child(span().class("form").child(model.form.clone()));
    let place = format!("#{}", statement_anchor(data, id));
    let own = query::link::write(data, &View::statement(id));
    let ways = [link(place, "In the text").into_any(), " ".into_child(), link(own, "The statement").into_any()];
    let ways = span().class("note-links").child(fragment(ways));
    let facts = meta(&model, None);
    let in_short = relations_in_short(&model.relations);
    let relations = model.relations.into_iter().map(|relation| {
        // A link from a page to itself leads into the program; to a place in it, it leads there.
        let is_here = data.statement(relation.id).document == data.statement(id).document;
        let place = || format!("{}#{}", note_page(relation.id), statement_anchor(data, relation.id));
        let href = if is_here { place() } else { relation.href };
        relation_line(Related { href, ..relation })
    });
    let own = li().id(note_anchor(model.slug)).child(who);
    match in_short {
        None => own.child(facts.child(ways)),
        Some(words) => {
            let folded = details().child(summary().child(words)).children(relations);
            own.child(facts).child(div().class("note-foot").child(ways).child(folded))
        }
    }
}
