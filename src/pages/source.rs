//! The whole text of a document, every statement marked in it, with the statements in the margin.

pub mod documents;
mod follower;
mod long_text;
mod print;
mod provenance;

use corpus::{BlockKind, DocumentId, StatementId};
use dom::html::{self, b, div, h2, li, p, s, small, span, ul};
use dom::{AnyView, Element, IntoChild, Memo, fragment};
use query::language::{Language, Phrase};
use query::source::window::is_windowed;
use query::source::{DocumentHead, Note, Segment, SourceBlock, SourceText, head, picker};

use super::page::{Page, PrintedPage};
use crate::app_state::AppState;
use crate::components::card::statement;
use crate::components::elements::link;
use crate::components::masthead::headline;
use crate::components::refs::{dot, hue_class, reference, with_language};
use crate::navigation::scroll::statement_anchor;
use crate::opened_file;

use documents::documents;

/// The page of a document.
pub struct SourcePage(pub DocumentId);

impl Page for SourcePage {
    fn draw(&self, state: AppState) -> AnyView {
        draw(state, self.0)
    }
}

impl PrintedPage for SourcePage {
    fn print(&self, state: AppState) -> AnyView {
        print::text(state, self.0)
    }
}

fn draw(state: AppState, id: DocumentId) -> AnyView {
    let head = head(state.data, id);
    let source = SourceText::new(state.data, id);
    let open = state.open;
    let text_file = match opened_file::name() {
        Some(_) => opened_file::save_text_button(state, id),
        None => text_file(&head),
    };
    let headline = source.headline().map(|block| marked_headline(state, block, open));
    let documents = picker(state.data, id).map(|picker| documents(picker, Some((state, id))));
    // A text of book length is only drawn where the reader is.
    let is_long = is_windowed(state.data, id);
    let text = if is_long {
        long_text::long_text(source, move |entry| block(state, entry, open))
    } else {
        div().class("text").children(source.blocks(source.body()).map(|entry| block(state, entry, open)))
    };
    let masthead = masthead(head, headline, text_file);
    let masthead = if is_long { masthead.child(long_text::hint()) } else { masthead };
    let beside = move || match open.get() {
        Some(id) => statement(state, id, None, false).into_any(),
        None => p().class("kicker").child("Choose a marked passage to see whose statement it is.").into_any(),
    };
    let aside = html::aside().class("passage card-here").attr("aria-label", "The statement").reactive_content(beside);
    fragment([documents.into_child(), masthead.into_any(), div().class("source").child(text).child(aside).into_any()])
}

/// The headline where the text begins with it; with its notes, and on a narrow page the statement that is open in it.
fn marked_headline(state: AppState, block: SourceBlock, open: Memo<Option<StatementId>>) -> Element {
    let is_marked = block.is_marked();
    let SourceBlock { language, segments, notes, .. } = block;
    let own: Vec<StatementId> = notes.iter().map(|note| note.id).collect();
    let words = with_language(headline(fragment(anchored(state, segments, open))), language);
    if !is_marked {
        return words;
    }
    div()
        .class("text")
        .child(words)
        .child(ul().class("notes").children(notes.into_iter().map(|entry| note(entry, open))))
        .child(inline_card(state, own, open))
}

/// The link to the text file beside the page.
pub fn text_file(head: &DocumentHead) -> Element {
    link(head.file.clone(), "The plain text file")
}

/// The head of the page: the headline, as it is in the text where the text begins with it, and what is known of the
/// document.
pub fn masthead(model: DocumentHead, in_text: Option<Element>, text_file: Element) -> Element {
    let standfirst = "The whole text, as it was found. What is marked was said or done by somebody; follow it to see by whom, and through whom it came here.";
    let published = |url: &'static str| link(url, "Where it was published").attr("rel", "external noreferrer");
    let facts = ul()
        .class("facts")
        .child(model.outlet.map(|outlet| li().child(reference(outlet))))
        .children(provenance::of_publisher(&model.provenance))
        .child(li().child(model.dateline))
        .child(
            model
                .dated_by
                .map(|words| li().child(Phrase::new("dated by its words “").phrase(Phrase::of(words)).literal("”"))),
        )
        .child(provenance::retrieved(&model.provenance))
        .child(model.url.map(|url| li().child(published(url))))
        .child(provenance::archived(&model.provenance))
        .child(li().child(text_file))
        .child(provenance::digest(model.provenance));
    let title = model.title;
    div()
        .class("masthead")
        .child(in_text.unwrap_or_else(|| with_language(headline(title.text), title.language)))
        .child(p().class("standfirst").child(standfirst))
        .child(facts)
}

/// A block of the text with its notes; on a narrow page the open statement is shown under it.
fn block(state: AppState, block: SourceBlock, open: Memo<Option<StatementId>>) -> Element {
    let SourceBlock { kind, language, interface, segments, notes } = block;
    let own: Vec<StatementId> = notes.iter().map(|note| note.id).collect();
    let words = anchored(state, segments, open);
    // Most blocks of a long text have no statement: they need not follow which is open.
    let inline = (!own.is_empty()).then(|| inline_card(state, own, open));
    let notes =
        inline.is_some().then(|| ul().class("notes").children(notes.into_iter().map(|entry| note(entry, open))));
    // The language is that of the text only: the notes beside it are the interface's.
    div()
        .class("block")
        .child(div().child(with_language(words_of(kind, interface, words), language)).child(inline))
        .child(notes)
}

/// The open statement under the block in which it begins, on a narrow page. `own` are those that begin in the block.
fn inline_card(state: AppState, own: Vec<StatementId>, open: Memo<Option<StatementId>>) -> Element {
    let open_statement = move || {
        let id = open.get().filter(|id| own.contains(id));
        id.map(|id| statement(state, id, None, false))
    };
    div().class("card-inline").reactive_content(open_statement)
}

/// The element of a block's words.
pub fn words_of(kind: BlockKind, interface: Language, words: Vec<AnyView>) -> Element {
    match kind {
        BlockKind::Title => p().class("title").children(words),
        BlockKind::Heading => h2().children(words),
        BlockKind::Paragraph(number) => {
            let number = span().class("number").attr("title", format!("Paragraph {number}")).child(number.to_string());
            p().child(with_language(number, interface)).child(" ").children(words)
        }
        BlockKind::Furniture => p()
            .class("furniture")
            .child(with_language(span().class("kicker"), interface).child("Left out: page furniture"))
            .child(" ")
            .child(s().children(words)),
    }
}

/// The segments of a block; the first segment of each statement has the statement's anchor.
pub fn anchored(state: AppState, segments: Vec<Segment>, open: Memo<Option<StatementId>>) -> Vec<AnyView> {
    let mut seen: Vec<StatementId> = Vec::new();
    let mut drawn = Vec::new();
    for segment in segments {
        let first = segment.content.first().copied().filter(|id| !seen.contains(id));
        seen.extend(first);
        drawn.push(piece(segment, first.map(|id| statement_anchor(state.data, id)), open));
    }
    drawn
}

/// A segment: plain text, or a link to the statement whose content or cue it is.
fn piece(segment: Segment, id: Option<String>, open: Memo<Option<StatementId>>) -> AnyView {
    let Segment { text, content, cue, href, hue: colour, .. } = segment;
    let Some(href) = href else { return text.into_child() };
    let class = match (content.len(), cue.is_empty()) {
        (0, _) => "cue",
        (1, _) => "content",
        _ => "content nested",
    };
    let words = content.clone();
    let current = move || open.get().filter(|id| words.contains(id)).map(|_| "true");
    let class = move || {
        let of = |ids: &[StatementId]| open.get().is_some_and(|id| ids.contains(&id));
        let state = if of(&content) {
            " open"
        } else if of(&cue) {
            " open-cue"
        } else {
            ""
        };
        format!("{class} {}{state}", hue_class(colour))
    };
    let piece = link(href, text).class(class).attr("aria-current", current);
    match id {
        Some(id) => piece.id(id).into_any(),
        None => piece.into_child(),
    }
}

/// A statement in the margin.
fn note(note: Note, open: Memo<Option<StatementId>>) -> Element {
    let Note { id, slug, voice, form, href, hue } = note;
    let words = fragment([
        dot(hue).into_any(),
        " ".into_child(),
        b().child(voice).into_any(),
        " ".into_child(),
        small().child(form).into_any(),
    ]);
    let current = move || if open.get() == Some(id) { "true" } else { "false" };
    li().child(link(href, words).id(format!("n-{slug}")).attr("aria-current", current))
}
