//! The start page: the statements as cards, with the facets on one side and the passage on the other.

use std::sync::Arc;

use corpus::StatementId;
use dom::html::{aside, button, div, li, nav, p, section, span, ul};
use dom::{Element, fragment};
use leptos::ev;
use leptos::prelude::*;
use query::language::Phrase;
use query::search::is_blank;
use query::statements::{Alternative, Chip, StatementsPage};
use query::view::Selection;

use crate::desk::Desk;
use crate::navigate::SUMMARY;
use crate::pages::rest;
use crate::parts::axis::axis;
use crate::parts::card::statement;
use crate::parts::elements::link;
use crate::parts::facets::facets;
use crate::parts::masthead::front;
use crate::parts::passage::passage;
use crate::parts::refs::{Finds, chip, heading};

/// The start page.
pub fn page(desk: Desk) -> AnyView {
    // Which statement is open changes neither what is shown nor the counts.
    let selection = Memo::new(move |_| Selection { open: None, ..desk.view().with(query::View::selection) });
    // A new selection gives a new page; to compare the two would only take time.
    let page = Memo::new_with_compare(
        move |_| {
            selection.with(|selection| {
                query::statements::page(desk.data, selection, rest::search(desk, &selection.filter.text))
            })
        },
        |_, _| true,
    );
    let finds = Some(Memo::new(move |_| page.with(|page| page.search.clone())));
    let statements = section()
        .class("statements")
        .attr("aria-label", "Statements")
        .child(chosen(desk, page))
        .child(div().class("region").reactive_content(move || {
            selection.with(|selection| !is_blank(&selection.filter.text)).then(|| rest::waiting(desk))
        }))
        .child(arrangement(page))
        .child(div().each(
            move || page.with(|page| page.groups.iter().map(|group| group.key.clone()).collect()),
            String::clone,
            move |key| group(desk, page, key.clone(), finds),
        ))
        .child(
            div()
                .class("region")
                .reactive_content(move || page.with(|page| (page.shown == 0).then(|| nothing_found(&page.chips)))),
        );
    let margin = margin(desk, page, finds);
    // The facets are beside the head, not under it: what folds and unfolds does not move them under the pointer.
    div()
        .class(move || if page.with(|page| page.folded) { "page folded" } else { "page" })
        .child(front(desk, page))
        .child(axis(page))
        .child(facets(desk, page))
        .child(statements)
        .child(margin)
        .into_any()
}

/// What is chosen, with the way back from each.
fn chosen(desk: Desk, page: Memo<StatementsPage>) -> AnyView {
    let taken = |entry: &Chip| chip(entry.label.clone(), entry.remove.clone(), entry.rest()).into_any();
    let sheet = button()
        .class("sheet")
        .attr("type", "button")
        .attr("aria-controls", "filter")
        .attr("aria-expanded", move || if desk.sheet.get() { "true" } else { "false" })
        .on(ev::click, move |_| desk.sheet.update(|open| *open = !*open))
        .reactive_content(move || match page.with(|page| page.chips.len()) {
            0 => "Filter".to_owned(),
            number => format!("Filter · {number} chosen"),
        });
    let chips = move || {
        page.with(|page| {
            let clear = page.clear.clone().map(|href| link(href, "Clear").class("chip clear").into_any());
            fragment(page.chips.iter().map(taken).chain(clear))
        })
    };
    let said = |reading: &Phrase| p().class("reading").attr("role", "status").child(reading.clone());
    let summary = move || page.with(|page| page.summary.clone());
    fragment([
        div()
            .class("chosen")
            .child(sheet)
            .child(
                span()
                    .class("kicker")
                    .id(SUMMARY)
                    .attr("role", "status")
                    .attr("tabindex", "-1")
                    .reactive_content(summary),
            )
            .child(div().class("region").reactive_content(chips))
            .into_any(),
        div()
            .class("region")
            .reactive_content(move || page.with(|page| fragment(page.readings.iter().map(said))))
            .into_any(),
    ])
}

/// The ways to group and to sort.
fn arrangement(page: Memo<StatementsPage>) -> Element {
    let list = move |label: &'static str, of: fn(&StatementsPage) -> &[Alternative]| {
        let entry = |Alternative { label, href, current }: &Alternative| {
            link(href.clone(), *label).attr("aria-current", if *current { "true" } else { "false" })
        };
        nav().attr("aria-label", label).child(span().child(label)).child(
            div().class("region").reactive_content(move || page.with(|page| fragment(of(page).iter().map(entry)))),
        )
    };
    div().class("arrange").child(list("Group by", |page| &page.groupings)).child(list("Order", |page| &page.orders))
}

/// Statements under a heading.
fn group(desk: Desk, page: Memo<StatementsPage>, key: String, finds: Finds) -> AnyView {
    // After its last statement has left, there is no such group for a moment.
    let own = Arc::new(move || page.with(|page| page.groups.iter().find(|group| group.key == key).cloned()));
    let (titled, listed) = (own.clone(), own.clone());
    let title = move || {
        let group = titled().filter(|group| !group.heading.is_empty());
        group.map(|group| heading(Phrase::default().text(&group.heading, group.language), group.statements.len()))
    };
    let card = move |&id: &StatementId| {
        // A statement can stand under two headings; links lead to the first.
        let again = untrack(|| own().is_some_and(|group| group.again.contains(&id)));
        statement(desk, id, finds, !again)
    };
    let statements = move || listed().map(|group| group.statements).unwrap_or_default();
    section()
        .class("group")
        .child(div().reactive_content(title))
        .child(div().each(statements, |id| id.0, card))
        .into_any()
}

/// Nothing passes: says so, and what each step back would show.
fn nothing_found(chips: &[Chip]) -> Element {
    let way = |Chip { label, remove, leaves }: &Chip| {
        let left = query::words::count(*leaves, "statement");
        li().child(link(remove.clone(), Phrase::new("Without ").phrase(label.clone()))).child(": ").child(left)
    };
    div()
        .class("nothing")
        .child(p().child("No statement matches all of this."))
        .child(ul().children(chips.iter().map(way)))
}

/// The passage of the current statement; of the first where none is.
fn margin(desk: Desk, page: Memo<StatementsPage>, finds: Finds) -> Element {
    let first = move || page.with(|page| page.groups.first().and_then(|group| group.statements.first().copied()));
    let current = Memo::new(move |_| desk.current().or_else(first));
    aside()
        .class("passage")
        .attr("aria-label", "The passage")
        .reactive_content(move || current.get().map(|id| passage(desk, id, finds)))
}
