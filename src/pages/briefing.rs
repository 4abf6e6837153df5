//! The start page: the statements as cards, with the facets on one side and the passage on the other.

use dom::html::{aside, button, div, h2, li, nav, p, section, span, ul};
use dom::{AnyView, Element, Memo, fragment, memo, memo_or_previous, nothing};
use leptos::ev;
use query::filter::Filtered;
use query::language::Phrase;
use query::print::selected_groups;
use query::search::{Search, is_blank};
use query::statements::{Alternative, Chip, StatementGroup, StatementsPage, is_by_time, page_by_time};
use query::view::{Group, Selection, View};
use query::words::grouped;

use super::page::{Page, PrintedPage};
use crate::app_state::{AppState, Unfinished};
use crate::components::chunk_status::waiting;
use crate::components::elements::link;
use crate::components::facets::facets;
use crate::components::figures;
use crate::components::load_status::load_status;
use crate::components::masthead::front;
use crate::components::passage::{later_passage, passage_alone};
use crate::components::print_entry::{entry, repeated_entry};
use crate::components::refs::{Highlights, chip};
use crate::components::statement_list::statement_list;
use crate::lazy::{LoadState, PagesRequest, PagesResponse};
use crate::navigation::focus::SUMMARY_ID;

/// The start page, for the later part of the program: on the screen [`draw`] is called directly.
pub struct BriefingPage;

impl Page for BriefingPage {
    fn draw(&self, state: AppState) -> AnyView {
        draw(state)
    }
}

impl PrintedPage for BriefingPage {
    fn print(&self, state: AppState) -> AnyView {
        state.view().with_untracked(|view| print(state, view))
    }
}

/// Draws the start page.
pub fn draw(state: AppState) -> AnyView {
    // Without the open statement, which changes neither the statements shown nor the counts.
    let selection = memo(move || Selection { open: None, ..state.view().with(View::selection) });
    // A new selection always gives a new page: comparing the two would only take time. Until its search is finished,
    // the page before stays.
    let page = memo_or_previous(move |before| {
        selection.with(|selection| match (state.search_in_slices(selection), before) {
            (Err(Unfinished), Some(_)) => None,
            (search, before) => arranged(state, selection, search.ok().flatten(), before.is_some()),
        })
    });
    let highlights = Some(memo(move || page.with(|page| page.filtered.search.clone())));
    let groups = memo(move || page.with(|page| page.groups.clone()));
    let statements = section()
        .class("statements")
        .attr("aria-label", "Statements")
        .child(chosen(state, page))
        .child(div().class("region").reactive_content(move || {
            if selection.with(|selection| selection.group != Group::Day) && state.pages.get() != LoadState::Loaded {
                return Some(load_status(state.pages, move || state.load_pages()));
            }
            // Searched, or nothing to search for.
            if page.with(|page| page.filtered.search.is_some())
                || selection.with(|selection| is_blank(&selection.filter.text))
            {
                return None;
            }
            // On the way.
            if selection.with(|selection| state.search_in_slices(selection)).is_err() {
                return None;
            }
            let pending = selection.with(|selection| state.search_pending(selection));
            waiting(state.chunks, pending).or_else(|| Some(load_status(state.pages, move || state.load_pages())))
        }))
        .child(arrangement(page))
        .child(statement_list(state, groups, highlights, true))
        .child(
            div()
                .class("region")
                .reactive_content(move || page.with(|page| (page.shown == 0).then(|| nothing_found(page)))),
        );
    let margin = margin(state, page, highlights);
    // The facets are beside the head, not under it, so that its folding does not move them under the pointer.
    div()
        .class(move || if page.with(|page| page.folded) { "page folded" } else { "page" })
        .child(front(state, page))
        .child(figures::figures(state, page))
        .child(facets(state, page))
        .child(statements)
        .child(margin)
        .into_any()
}

/// The start page of a selection. Until the part of the program is loaded that arranges statements otherwise than by
/// time, `None` where there is a page before, and else a page without groups.
fn arranged(
    state: AppState,
    selection: &Selection,
    search: Option<Search>,
    has_page_before: bool,
) -> Option<StatementsPage> {
    if is_by_time(selection, search.as_ref()) {
        return Some(page_by_time(state.data, selection, search));
    }
    match state.request_pages(PagesRequest::StartPage { selection: Box::new(selection.clone()), search }) {
        Some(PagesResponse::StartPage(page)) => Some(*page),
        // Without that part, nothing has been searched for.
        _ => (!has_page_before).then(|| page_by_time(state.data, selection, None)),
    }
}

/// The chosen values with links that remove them, how many statements are shown, and how the search was read.
pub(crate) fn chosen(state: AppState, page: Memo<StatementsPage>) -> AnyView {
    let removable = |entry: &Chip| chip(entry.label.clone(), entry.remove.clone(), entry.spoken_rest()).into_any();
    let facets_button = button()
        .class("facets-toggle")
        .live()
        .attr("type", "button")
        .attr("aria-controls", "filter")
        .attr("aria-expanded", move || if state.facets_open.get() { "true" } else { "false" })
        .on(ev::click, move |_| state.facets_open.update(|open| *open = !*open))
        .reactive_content(move || match page.with(|page| page.chips.len()) {
            0 => "Filter".to_owned(),
            number => format!("Filter · {number} chosen"),
        });
    let chips = move || {
        page.with(|page| {
            let clear = page.clear.clone().map(|href| link(href, "Clear").class("chip clear").into_any());
            let more = (page.more_chosen > 0)
                .then(|| span().class("chip").child(format!("and {} more", grouped(page.more_chosen))).into_any());
            fragment(page.chips.iter().map(removable).chain(more).chain(clear))
        })
    };
    let reading = |reading: &Phrase| p().class("reading").attr("role", "status").child(reading.clone());
    let summary = move || page.with(|page| page.summary.clone());
    // The number is of the search before until the present one is finished: assistive technology waits with reading it.
    let busy = move || {
        let unfinished = state.view().with(|view| state.search_in_slices(&view.selection())).is_err();
        unfinished.then_some("true")
    };
    fragment([
        div()
            .class("chosen")
            .attr("aria-busy", busy)
            .child(facets_button)
            .child(
                span()
                    .class("kicker")
                    .id(SUMMARY_ID)
                    .attr("role", "status")
                    .attr("tabindex", "-1")
                    .reactive_content(summary),
            )
            .child(div().class("region").reactive_content(chips))
            .into_any(),
        div()
            .class("region")
            .reactive_content(move || page.with(|page| fragment(page.corrections.iter().map(reading))))
            .into_any(),
    ])
}

/// The links that group and sort.
fn arrangement(page: Memo<StatementsPage>) -> Element {
    let list = move |label: &'static str, of: fn(&StatementsPage) -> &[Alternative]| {
        let entry = |Alternative { label, href, current }: &Alternative| {
            link(href.clone(), *label).attr("aria-current", if *current { "true" } else { "false" })
        };
        nav().attr("aria-label", label).child(span().child(label)).child(
            div().class("region").reactive_content(move || page.with(|page| fragment(of(page).iter().map(entry)))),
        )
    };
    div()
        .class("arrange")
        .live()
        .child(list("Group by", |page| &page.groupings))
        .child(list("Order", |page| &page.orders))
}

/// Says that nothing is found, and what removing a chosen value, or all of them, would show.
pub(crate) fn nothing_found(page: &StatementsPage) -> Element {
    let step_back = |Chip { label, remove, leaves }: &Chip| {
        let left = query::words::count(*leaves, "statement");
        li().child(link(remove.clone(), Phrase::new("Without ").phrase(label.clone()))).child(": ").child(left)
    };
    // Of several values of a facet each adds statements: without one of them there are none either.
    let helpful = page.chips.iter().filter(|chip| chip.leaves > 0);
    let all = page.clear.clone().map(|href| li().child(link(href, "All statements")));
    div()
        .class("nothing")
        .child(p().child("No statement matches all of this."))
        .child(ul().children(helpful.map(step_back)).child(all))
}

/// The passage of the current statement, or else of the first one. Until the part of the program is loaded that draws
/// it, the start page keeps the one that was written into it.
fn margin(state: AppState, page: Memo<StatementsPage>, highlights: Highlights) -> Element {
    let first = |page: &StatementsPage| page.groups.first().and_then(|group| group.statements.first().copied());
    let current = memo(move || state.current_statement().or_else(|| page.with(first)));
    let is_start = state.view().with_untracked(|view| *view == View::default());
    let written = if is_start { page.with_untracked(first) } else { None };
    aside().class("passage").attr("aria-label", "The passage").later_content(move || {
        let Some(id) = current.get() else { return Some(nothing()) };
        if cfg!(not(target_arch = "wasm32")) {
            return Some(passage_alone(state, id, highlights));
        }
        let is_written = written == Some(id) && state.pages.get() != LoadState::Loaded;
        (!is_written).then(|| later_passage(state, id, highlights, state.current_statement().is_some()))
    })
}

/// Prints the statements under their headings, or that there are none.
fn print(state: AppState, view: &View) -> AnyView {
    let selection = view.selection();
    // In the same part of the program, so it is called and not requested.
    let search = query::search::search(state.data, &selection.filter.text, selection.order());
    let groups = selected_groups(state.data, &selection, search.as_ref());
    if groups.is_empty() {
        return p().class("nothing").child("No statement matches all of this.").into_any();
    }
    let group = |StatementGroup { heading, language, statements, repeated, .. }: StatementGroup| {
        // They are in the same order.
        let mut repeated = repeated.into_iter().peekable();
        let entries = statements.into_iter().map(move |id| match repeated.next_if_eq(&id) {
            Some(_) => repeated_entry(state, id),
            None => entry(state, id, view),
        });
        let heading = Phrase::default().text(&heading, language);
        section().child((!heading.is_empty()).then(|| h2().child(heading))).children(entries)
    };
    let filtered = Filtered::new(state.data, &selection.filter, search);
    fragment([figures::printed(state, &selection, &filtered), fragment(groups.into_iter().map(group))])
}
