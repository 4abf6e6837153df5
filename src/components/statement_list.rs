//! A list of statements in groups: all of it, or the window of a long one.

use std::sync::Arc;

use corpus::StatementId;
use dom::html::{div, p, section};
use dom::{AnyView, Element, Memo, fragment, memo};
use leptos::ev;
use leptos::prelude::*;
use query::language::Phrase;
use query::statements::StatementGroup;
use query::statements::window::{Drawn, DrawnGroup, is_windowed};

use crate::app_state::AppState;
use crate::components::card::statement;
use crate::components::refs::{Highlights, heading};
use crate::components::window::{focus, window_of, windowed};
use crate::window::Window;

/// A list, and what all its parts need.
#[derive(Clone, Copy)]
struct List {
    state: AppState,
    groups: Memo<Vec<StatementGroup>>,
    drawn: Memo<Drawn>,
    window: Option<Window>,
    highlights: Highlights,
    anchored: bool,
}

/// The statements of groups, each group under its heading. `anchored` gives the first card of a statement the ids that
/// links to the statement lead to.
pub fn statement_list(
    state: AppState,
    groups: Memo<Vec<StatementGroup>>,
    highlights: Highlights,
    anchored: bool,
) -> AnyView {
    let window = is_windowed(state.data).then(|| window_of(state, groups));
    let drawn = match window {
        Some(window) => window.drawn,
        None => memo(move || groups.with(|groups| Drawn::whole(groups))),
    };
    let list = List { state, groups, drawn, window, highlights, anchored };
    let keys = move || drawn.with(|drawn| drawn.groups.iter().map(|group| group.key.clone()).collect());
    let draw = move |key: &String| list.group(key.clone());
    match window {
        Some(window) => {
            fragment([windowed(div(), state, window).each(keys, String::clone, draw), rest(groups, window)])
        }
        None => div().each(keys, String::clone, draw).into_any(),
    }
}

/// How many statements follow those that are written into the page. Nothing once the program has started: then they
/// are drawn as the reader comes to them.
fn rest(groups: Memo<Vec<StatementGroup>>, window: Window) -> Element {
    let rest = move || {
        let all: usize = groups.with(|groups| groups.iter().map(|group| group.statements.len()).sum());
        let written: usize = window.drawn.with(|drawn| drawn.groups.iter().map(|group| group.statements.len()).sum());
        let some = window.inputs.screen.with(Option::is_none) && written < all;
        let number = query::words::count(all - written, "statement");
        some.then(|| {
            p().class("nothing").live().child(format!("{number} more follow here once the program has started."))
        })
    };
    div().class("region").reactive_content(rest)
}

impl List {
    /// A group of statements under its heading.
    fn group(self, key: String) -> AnyView {
        let List { groups, drawn, .. } = self;
        // `None` for a moment, between the last statement leaving the group and the group leaving the page.
        let own = {
            let key = key.clone();
            Arc::new(move || drawn.with(|drawn| drawn.find(&key).cloned()))
        };
        let (titled, listed) = (own.clone(), own.clone());
        let title = move || {
            let drawn = titled().filter(|group| group.heading)?;
            groups.with(|groups| {
                let group = groups.get(drawn.index).filter(|group| !group.heading.is_empty())?;
                Some(heading(Phrase::default().text(&group.heading, group.language), group.statements.len()))
            })
        };
        let statements = move || {
            let drawn = listed()?;
            groups.with(|groups| {
                let all = &groups.get(drawn.index)?.statements;
                Some(drawn.indices().filter_map(|index| all.get(index).copied()).collect::<Vec<_>>())
            })
        };
        let key: Arc<str> = key.into();
        section()
            .class("group")
            .child(div().reactive_content(title))
            .child(div().each(
                move || statements().unwrap_or_default(),
                |id| id.0,
                move |&id| self.card(id, &key, own.clone()),
            ))
            .into_any()
    }

    fn card<Own>(self, id: StatementId, key: &Arc<str>, own: Arc<Own>) -> AnyView
    where
        Own: Fn() -> Option<DrawnGroup> + Send + Sync + 'static,
    {
        let List { state, groups, highlights, .. } = self;
        let repeated = |group: DrawnGroup| {
            groups.with(|groups| groups.get(group.index).is_some_and(|group| group.repeated.contains(&id)))
        };
        // A statement can be in two groups; links lead to the card in the first.
        let anchored = self.anchored && !untrack(|| own().is_some_and(repeated));
        let card = statement(state, id, highlights, anchored);
        let Some(window) = self.window else { return card.into_any() };
        // The index in the group, and the number of statements in it. Those that are drawn are all that is looked at.
        let place = move || {
            let drawn = own()?;
            groups.with(|groups| {
                let all = &groups.get(drawn.index)?.statements;
                let index = drawn.indices().find(|&index| all.get(index) == Some(&id))?;
                Some((index, all.len(), drawn.kept == Some(index)))
            })
        };
        let place = Arc::new(place);
        let (size, kept) = (place.clone(), place.clone());
        let key = key.clone();
        card.attr("aria-posinset", move || place().map(|(index, ..)| (index + 1).to_string()))
            .attr("aria-setsize", move || size().map(|(_, all, _)| all.to_string()))
            .attr("data-kept", move || kept().filter(|(.., kept)| *kept).map(|_| ""))
            .on(ev::focusin, move |_| focus(window, &key, id))
            .into_any()
    }
}
