//! What stands in the dialog: the link to the view, the briefing as one file, and the formats that its statements can be had in.

use corpus::StatementId;
use dom::html::{self, div, h3, input, li, p, span, ul};
use dom::{Element, fragment};
use export::Format;
use leptos::prelude::*;
use query::{View, link, shown, words};

use super::{context::context, download, share};
use crate::desk::{Desk, Said};
use crate::navigate;
use crate::pages::rest;
use crate::parts::copy::{NO_ADDRESS, copy_words};
use crate::parts::elements::{self, plain_button};

/// All of it, for the view that is on the page.
pub fn inside(desk: Desk) -> AnyView {
    let view = desk.view().get();
    fragment([passing_on(desk, &view), taking_along(), taking_out(desk, view)])
}

fn section(id: &'static str, heading: &'static str) -> Element {
    html::section().attr("aria-labelledby", id).child(h3().id(id).child(heading))
}

/// The link, copied or handed to the system.
fn passing_on(desk: Desk, view: &View) -> Element {
    let title = query::title::title(desk.data, view);
    let section = section("take-link", "The link to this view")
        .child(p().class("take-title").child(query::title::whole(desk.data, view)));
    let Some(address) = navigate::absolute(&link::share(desk.data, view)) else {
        return section.child(p().child(NO_ADDRESS));
    };
    let copied = address.clone();
    let drawn = address.clone();
    let shared = (title, address.clone());
    let system = share::possible().then(|| {
        plain_button("Share…", move |_| {
            let (title, address) = shared.clone();
            share::share(desk, title, address);
        })
    });
    section
        .child(
            p().class("take-address")
                .child(
                    input()
                        .attr("readonly", "")
                        .attr("dir", "ltr")
                        .attr("aria-label", "The link")
                        .attr("value", address),
                )
                .child(plain_button("Copy", move |_| copy_words(desk, copied.clone(), "Link copied.")))
                .child(system),
        )
        .child(div().reactive_content(move || rest::code(desk, &drawn, "QR code of the link to this view")))
}

/// The whole briefing. boot/save.js makes the file begin at the view; without it the link leads to the file as it was built.
fn taking_along() -> Element {
    const PURPOSE: &str = "One file that opens at this view, without a connection: to keep, or to send.";
    section("take-copy", "The whole briefing").child(
        ul().class("take-formats").child(
            li().child(
                elements::link("briefing.html", "Save a copy")
                    .attr("download", "")
                    .attr("aria-describedby", "take-briefing"),
            )
            .child(span().id("take-briefing").child(PURPOSE)),
        ),
    )
}

/// The statements in a format of the reader's choice.
fn taking_out(desk: Desk, view: View) -> Element {
    let search = rest::search(desk, &view.selection().filter.text);
    let these = shown::statements(desk.data, &view, search);
    let all: Vec<StatementId> = desk.data.statement_ids().collect();
    let choice = !these.is_empty() && these.len() < all.len();
    let only_these = RwSignal::new(choice);
    let which = |label: String, only: bool| {
        let chosen = move || if only_these.get() == only { "true" } else { "false" };
        plain_button(label, move |_| only_these.set(only)).attr("aria-pressed", chosen)
    };
    let whose = choice.then(|| {
        p().class("take-which")
            .attr("role", "group")
            .attr("aria-label", "Which statements")
            .child(which(format!("The {} shown", words::count(these.len(), "statement")), true))
            .child(which(format!("All {}", words::grouped(all.len())), false))
    });
    let format = move |format: Format| {
        let (these, all, view) = (these.clone(), all.clone(), view.clone());
        let save = move |_| {
            let (statements, view) =
                if only_these.get_untracked() { (&these, view.clone()) } else { (&all, View::default()) };
            save(desk, statements, format, view);
        };
        li().child(plain_button(format.name(), save).attr("aria-describedby", format!("take-{}", format.slug())))
            .child(span().id(format!("take-{}", format.slug())).child(format.purpose()))
    };
    section("take-data", "The statements as a file")
        .child(whose)
        .child(p().class("take-said").reactive_content(move || {
            if only_these.get() { "Only what this view shows is saved." } else { "Every statement is saved." }
        }))
        .child(ul().class("take-formats").children(Format::ALL.map(format)))
}

fn save(desk: Desk, statements: &[StatementId], format: Format, view: View) {
    let file = export::write(desk.data, statements, format, &context(view));
    let said = match download::save(&file.name, file.media_type, &file.text) {
        Ok(()) => Said::Done("The file is made."),
        Err(_) => Said::Failed(format!("The browser did not let the page save {}.", file.name)),
    };
    desk.said.set(Some(said));
}
