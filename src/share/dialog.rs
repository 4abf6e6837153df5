//! The content of the dialog: the link to the view, the briefing as one page and as a file, and the formats that the
//! statements can be exported in.

use corpus::StatementId;
use dom::html::{self, bdi, div, h3, input, li, p, span, ul};
use dom::{AnyView, Element, fragment, nothing};
use export::{COMPARISON_FORMATS, ComparisonFormat, Exported, FORMATS, Format, briefing_file, write_comparison};
use leptos::prelude::*;
use query::compare::is_by_topic;
use query::{View, link, pending, statements_in_view, words};

use super::citation::context;
use super::system;
use crate::actions::{NO_ADDRESS, copy_text};
use crate::app_state::{AppState, Toast};
use crate::components::chunk_status::waiting;
use crate::components::elements::{self, plain_button};
use crate::download;
use crate::lazy::{PagesRequest, PagesResponse};
use crate::navigation::address::absolute;
use crate::opened_file;

/// The content, for the view that is on the page.
pub fn content(state: AppState) -> AnyView {
    let view = state.view().get();
    // Which statements the view has may depend on a search or on texts.
    let pending = state.search_pending(&view.selection());
    if let Some(waiting) = waiting(state.chunks, pending.or_else(|| pending::page(state.data, &view))) {
        return waiting;
    }
    fragment([
        link_section(state, &view).into_any(),
        whole_section(state),
        comparison_section(state, &view),
        export_section(state, view).into_any(),
    ])
}

fn section(id: &'static str, heading: &'static str) -> Element {
    html::section().attr("aria-labelledby", id).child(h3().id(id).child(heading))
}

/// The link, to be copied or handed to the system.
fn link_section(state: AppState, view: &View) -> Element {
    let title = query::title::title(state.data, view);
    let section = section("share-link", "The link to this view")
        .child(p().class("share-title").child(query::title::full_title(state.data, view)));
    let Some(address) = absolute(&link::share(state.data, view)) else {
        return section.child(p().child(NO_ADDRESS));
    };
    let copied = address.clone();
    let drawn = address.clone();
    let shared = (title, address.clone());
    let system = system::possible().then(|| {
        plain_button("Share…", move |_| {
            let (title, address) = shared.clone();
            system::share(state, title, address);
        })
    });
    let needs_file = opened_file::name().map(|name| {
        let words = "This is a view of a file. Who follows the link is asked for the file, so send that as well: ";
        p().child(words).child(bdi().child(name))
    });
    section
        .child(
            p().class("share-address")
                .child(
                    input()
                        .attr("readonly", "")
                        .attr("dir", "ltr")
                        .attr("aria-label", "The link")
                        .attr("value", address),
                )
                .child(plain_button("Copy", move |_| copy_text(state, copied.clone(), "Link copied.")))
                .child(system),
        )
        .child(needs_file)
        .child(div().reactive_content(move || qr_code(state, drawn.clone(), "QR code of the link to this view")))
}

/// The whole briefing as one page, and as a file. boot/save.js makes the page open at the view; without that script the
/// link leads to the page as it was built. Of a file that the reader has opened, both are there already.
fn whole_section(state: AppState) -> AnyView {
    const PAGE: &str = "One file that opens at this view, without a connection: to keep, or to send.";
    const FILE: &str = "For the page of another briefing, which opens it, and for the program that builds pages.";
    if opened_file::name().is_some() {
        return nothing();
    }
    let entry = |href: String, name: &'static str, id: &'static str, purpose: &'static str| {
        li().child(elements::link(href, name).attr("download", "").attr("aria-describedby", id))
            .child(span().id(id).child(purpose))
    };
    let file = format!("data/{}", briefing_file(state.data));
    section("share-copy", "The whole briefing")
        .child(
            ul().class("share-formats")
                .child(entry("briefing.html".to_owned(), "Save a copy", "share-briefing", PAGE))
                .child(entry(file, "Save the briefing file", "share-file", FILE)),
        )
        .into_any()
}

/// A comparison by topic as a table; nothing of other views.
fn comparison_section(state: AppState, view: &View) -> AnyView {
    match view {
        View::Compare(comparison) if is_by_topic(state.data, comparison) => {}
        _ => return nothing(),
    }
    let format = |format: &'static ComparisonFormat| {
        let view = view.clone();
        // The page shows only some of it.
        let save = move |_| {
            let pending = pending::whole_view(state.data, &view, None);
            let view = view.clone();
            let make = move || {
                if let Some(file) = write_comparison(state.data, format, &context(view)) {
                    hand_over(state, &file);
                }
            };
            download::once_loaded(state, pending, Box::new(make));
        };
        let id = format!("share-format-{}", format.slug);
        li().child(plain_button(format.name, save).attr("aria-describedby", id.clone()))
            .child(span().id(id).child(format.purpose))
    };
    section("share-comparison", "The comparison as a file")
        .child(ul().class("share-formats").children(COMPARISON_FORMATS.iter().map(format)))
        .into_any()
}

/// The statements as a file in a format of the reader's choice.
fn export_section(state: AppState, view: View) -> Element {
    let search = state.search(&view.selection());
    let these = statements_in_view(state.data, &view, search);
    let all: Vec<StatementId> = state.data.statement_ids().collect();
    let choice = !these.is_empty() && these.len() < all.len();
    let only_these = RwSignal::new(choice);
    let which = |label: String, only: bool| {
        let chosen = move || if only_these.get() == only { "true" } else { "false" };
        plain_button(label, move |_| only_these.set(only)).attr("aria-pressed", chosen)
    };
    let whose = choice.then(|| {
        p().class("share-which")
            .attr("role", "group")
            .attr("aria-label", "Which statements")
            .child(which(format!("The {} shown", words::count(these.len(), "statement")), true))
            .child(which(format!("All {}", words::grouped(all.len())), false))
    });
    let format = move |format: &'static Format| {
        let (these, all, view) = (these.clone(), all.clone(), view.clone());
        let save = move |_| {
            let (statements, view) =
                if only_these.get_untracked() { (&these, view.clone()) } else { (&all, View::default()) };
            save(state, statements, format, view);
        };
        li().child(plain_button(format.name, save).attr("aria-describedby", format!("share-format-{}", format.slug)))
            .child(span().id(format!("share-format-{}", format.slug)).child(format.purpose))
    };
    section("share-data", "The statements as a file")
        .child(whose)
        .child(p().class("share-status").reactive_content(move || {
            if only_these.get() { "Only what this view shows is saved." } else { "Every statement is saved." }
        }))
        .child(ul().class("share-formats").children(FORMATS.map(format)))
}

/// An address as a QR code; nothing until the part of the program is loaded that draws it.
fn qr_code(state: AppState, address: String, label: &'static str) -> AnyView {
    match state.request_pages(PagesRequest::QrCode { address, label }) {
        Some(PagesResponse::View(code)) => code,
        _ => nothing(),
    }
}

/// Writes and saves a file, once the texts of the statements are loaded.
fn save(state: AppState, statements: &[StatementId], format: &'static Format, view: View) {
    let pending = pending::statements(state.data, statements.iter().copied());
    let ids = statements.to_vec();
    download::once_loaded(state, pending, Box::new(move || write(state, &ids, format, view)));
}

fn write(state: AppState, statements: &[StatementId], format: &Format, view: View) {
    hand_over(state, &export::write(state.data, statements, format, &context(view)));
}

/// Has the browser save a file, and says so.
fn hand_over(state: AppState, file: &Exported) {
    let toast = match download::save(&file.name, file.media_type, &file.text) {
        Some(()) => Toast::Done("The file is made."),
        None => Toast::Failed(format!("The browser did not let the page save {}.", file.name)),
    };
    state.toast.set(Some(toast));
}
