//! The other documents, folded above the text of one: steps to its neighbours, and a list; of very many, a box in which
//! they are found.

use corpus::DocumentId;
use dom::html::{a, details, div, li, nav, p, small, summary, ul};
use dom::{AnyView, Element, Signal, fragment};
use leptos::ev;
use leptos::prelude::event_target;
use query::language::Phrase;
use query::source::{DocumentEntry, DocumentPicker, FoundDocuments, found};
use web_sys::{Element as DomElement, Event};

use crate::app_state::AppState;
use crate::components::elements::{link, plain_button};
use crate::components::find_box::find_box;
use crate::components::more::focus_new;
use crate::components::refs::{localized, visually_hidden};

/// The id of the box in which documents are found.
const FIND_ID: &str = "find-documents";

/// The id of the list of documents.
const LIST_ID: &str = "listed-documents";

/// The list. With an app state, those that are not listed can be found.
pub fn documents(picker: DocumentPicker, find: Option<(AppState, DocumentId)>) -> Element {
    let DocumentPicker { position, neighbours, entries, all } = picker;
    let [before, after] = neighbours;
    let step = |entry: Option<DocumentEntry>, words: &'static str, rel: &'static str| {
        entry.map(|DocumentEntry { title, href, .. }| {
            let title = visually_hidden(Phrase::new(" document: ").phrase(Phrase::of(title)));
            link(href, words).attr("rel", rel).child(title)
        })
    };
    let list = match find.filter(|_| all.is_some()) {
        Some((state, id)) => searchable(state, id),
        None => list(entries),
    };
    let all = all.map(|(words, href)| p().child(link(href, words)));
    // Told by the browser, and so known to be open, so that it is folded on the page of the next document.
    let is_open = Signal::new(false);
    let toggled = move |event: Event| is_open.set(event_target::<DomElement>(&event).has_attribute("open"));
    let folded = details()
        .attr("open", move || is_open.get().then_some(""))
        .on(ev::toggle, toggled)
        .child(summary().child(position))
        .child(div().class("documents").child(list).child(all));
    let steps =
        p().class("steps").child(step(before, "Earlier", "prev")).child(" ").child(step(after, "Later", "next"));
    nav().class("document-picker").attr("aria-label", "Documents").child(folded).child(steps)
}

fn list(entries: Vec<DocumentEntry>) -> AnyView {
    ul().id(LIST_ID).children(entries.into_iter().map(entry)).into_any()
}

fn entry(DocumentEntry { title, href, detail, is_current }: DocumentEntry) -> Element {
    let current = if is_current { "true" } else { "false" };
    let detail = (!detail.is_empty()).then(|| small().child(detail));
    li().child(localized(a().attr("href", href).attr("aria-current", current), title)).child(" ").child(detail)
}

/// The list with the box in which documents are found.
fn searchable(state: AppState, id: DocumentId) -> AnyView {
    let input = Signal::new((String::new(), 0));
    let find = find_box(
        FIND_ID.to_owned(),
        "Find a document".to_owned(),
        move || input.with(|(text, _)| text.clone()),
        move |text| input.set((text, 0)),
    );
    let listed = move || {
        let (text, steps) = input.get();
        let FoundDocuments { entries, summary, more } = found(state.data, id, &text, steps);
        let number = entries.len();
        let more = more.map(|more| {
            let press = move |_| {
                input.update(|(_, steps)| *steps += 1);
                focus_new(LIST_ID.to_owned(), number, FIND_ID.to_owned());
            };
            plain_button(format!("Show {more} more"), press).child(visually_hidden(" documents"))
        });
        fragment([
            // Always there, so that its changes are announced.
            p().class("found").attr("role", "status").child(summary).into_any(),
            list(entries),
            p().class("more").child(more).into_any(),
        ])
    };
    fragment([find.into_any(), div().class("region").reactive_content(listed).into_any()])
}
