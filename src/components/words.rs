//! The words of a statement on its card: drawn at once where its text is loaded, and otherwise as soon as it arrives.

use corpus::StatementId;
use dom::html::{p, span};
use dom::{AnyView, Element, IntoChild};
use query::card::{content_language, filler, pieces};
use query::pending::statements;

use crate::app_state::AppState;
use crate::chunks::ChunkState;
use crate::components::elements::plain_button;
use crate::components::refs::{Highlights, highlighted, marked_text, visually_hidden, with_language};

/// The words in `link`, within their paragraph.
pub fn words(state: AppState, id: StatementId, quoted: bool, highlights: Highlights, link: Element) -> Element {
    let line = p().class(if quoted { "words quoted" } else { "words" });
    if statements(state.data, [id]).is_some() {
        return pending_words(state, id, highlights, line, link);
    }
    let link = highlighted(link, highlights, move |search| pieces(state.data, id, search));
    with_language(line, content_language(state.data, id)).child(link)
}

/// The same while the text is not loaded: in its place are as many blank lines, or the reason why it cannot be shown.
fn pending_words(state: AppState, id: StatementId, highlights: Highlights, line: Element, link: Element) -> Element {
    let load_state = move || state.chunks.require_texts([id]);
    let language = move || {
        load_state();
        content_language(state.data, id)
    };
    let content = move || -> AnyView {
        match load_state() {
            ChunkState::Loaded => marked_text(match highlights {
                Some(highlights) => highlights.with(|search| pieces(state.data, id, search.as_ref())),
                None => pieces(state.data, id, None),
            }),
            ChunkState::Pending => {
                let words = visually_hidden("Loading the words");
                span().class("awaited").attr("data-filler", filler(state.data, id)).child(words).into_any()
            }
            ChunkState::Failed => "The words could not be loaded. Are you connected?".into_child(),
            ChunkState::Damaged => "The words were damaged on their way here, or are of another edition.".into_child(),
        }
    };
    let again = move || {
        let retry = move |_| {
            if let Some(pending) = statements(state.data, [id]) {
                state.chunks.retry(&pending);
            }
        };
        (load_state() > ChunkState::Pending).then(|| plain_button("Try again", retry))
    };
    line.attr("lang", move || language().lang)
        .attr("dir", move || language().dir)
        .child(link.reactive_content(content))
        .child(" ")
        .child(span().reactive_content(again))
}
