//! What stands in the dialog: the link to the view, the briefing as one file, and the formats that its statements can be had in.

use corpus::StatementId;
use export::Format;
use leptos::prelude::*;
use query::{View, link, statements_in_view, words};

use super::{context::context, download, share};
use crate::desk::{Desk, Said};
use crate::html::{self, El, button, classed, el, row};
use crate::navigate;
use crate::pages::rest;
use crate::parts::copy::{NO_ADDRESS, copy_words};

/// All of it, for the view that is on the page.
pub fn inside(desk: Desk) -> AnyView {
    let view = desk.view().get();
    row([passing_on(desk, &view), taking_along(), taking_out(desk, view)])
}

fn section(id: &'static str, heading: &'static str) -> El {
    el("section").attr("aria-labelledby", id).child(el("h3").attr("id", id).child(heading))
}

/// The link, copied or handed to the system.
fn passing_on(desk: Desk, view: &View) -> El {
    let title = query::title::title(desk.data, view);
    let section = section("take-link", "The link to this view")
        .child(classed("p", "take-title").child(query::title::full_title(desk.data, view)));
    let Some(address) = navigate::absolute(&link::share(desk.data, view)) else {
        return section.child(el("p").child(NO_ADDRESS));
    };
    let copied = address.clone();
    let drawn = address.clone();
    let shared = (title, address.clone());
    let system = share::possible().then(|| {
        button("Share…", move |_| {
            let (title, address) = shared.clone();
            share::share(desk, title, address);
        })
    });
    section
        .child(
            classed("p", "take-address")
                .child(
                    el("input")
                        .attr("readonly", "")
                        .attr("dir", "ltr")
                        .attr("aria-label", "The link")
                        .attr("value", address),
                )
                .child(button("Copy", move |_| copy_words(desk, copied.clone(), "Link copied.")))
                .child(system),
        )
        .child(el("div").live(move || rest::code(desk, &drawn, "QR code of the link to this view")))
}

/// The whole briefing. boot/save.js makes the file begin at the view; without it the link leads to the file as it was built.
fn taking_along() -> El {
    const PURPOSE: &str = "One file that opens at this view, without a connection: to keep, or to send.";
    section("take-copy", "The whole briefing").child(
        classed("ul", "take-formats").child(
            el("li")
                .child(
                    html::link("briefing.html", "Save a copy")
                        .attr("download", "")
                        .attr("aria-describedby", "take-briefing"),
                )
                .child(el("span").attr("id", "take-briefing").child(PURPOSE)),
        ),
    )
}

/// The statements in a format of the reader's choice.
fn taking_out(desk: Desk, view: View) -> El {
    let search = rest::search(desk, &view.selection().filter.text);
    let these = statements_in_view(desk.data, &view, search);
    let all: Vec<StatementId> = desk.data.statement_ids().collect();
    let choice = !these.is_empty() && these.len() < all.len();
    let only_these = RwSignal::new(choice);
    let which = |label: String, only: bool| {
        let chosen = move || Some(if only_these.get() == only { "true" } else { "false" }.into());
        button(label, move |_| only_these.set(only)).attr_live("aria-pressed", chosen)
    };
    let whose = choice.then(|| {
        classed("p", "take-which")
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
        el("li")
            .child(button(format.name(), save).attr("aria-describedby", format!("take-{}", format.slug())))
            .child(el("span").attr("id", format!("take-{}", format.slug())).child(format.purpose()))
    };
    section("take-data", "The statements as a file")
        .child(whose)
        .child(classed("p", "take-said").live(move || {
            if only_these.get() { "Only what this view shows is saved." } else { "Every statement is saved." }
        }))
        .child(classed("ul", "take-formats").children(Format::ALL.map(format)))
}

fn save(desk: Desk, statements: &[StatementId], format: Format, view: View) {
    let file = export::write(desk.data, statements, format, &context(view));
    let said = match download::save(&file.name, file.media_type, &file.text) {
        Ok(()) => Said::Done("The file is made."),
        Err(_) => Said::Failed(format!("The browser did not let the page save {}.", file.name)),
    };
    desk.said.set(Some(said));
}
