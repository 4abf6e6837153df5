//! The choices of a comparison by topic: kinds of columns, columns, and whose statements are compared.

use dom::html::{self, div, input, label, p, span, summary};
use dom::{AnyView, Element, IntoChild, Signal, fragment, nothing};
use leptos::ev;
use leptos::prelude::event_target_value;
use query::View;
use query::compare::{Choices, KindChoice, with_period};
use query::language::Phrase;

use super::chips::removable;
use super::offer::offer;
use crate::app_state::AppState;
use crate::components::elements::link;

/// The kinds of columns as links; nothing where there is only one.
pub fn kinds(kinds: Vec<KindChoice>) -> Option<Element> {
    let kind = |KindChoice { label, href, is_current }| {
        link(href, label).class("chip").attr("aria-current", is_current.then_some("true"))
    };
    let nav = || html::nav().class("chosen kinds").attr("aria-label", "What to compare");
    (!kinds.is_empty()).then(|| nav().children(kinds.into_iter().map(kind)))
}

/// The chosen columns, and the actor whose statements alone are compared.
pub fn chosen(choices: &Choices) -> AnyView {
    let whose = choices.whose.clone().map(|mut whose| {
        whose.name = Phrase::new("Only ").phrase(whose.name);
        removable(whose)
    });
    fragment([fragment(choices.chosen.iter().cloned().map(removable)), whose.into_child()])
}

/// What can be added, folded; nothing where no more columns fit.
pub fn adding(state: AppState, choices: &mut Choices) -> Option<Element> {
    if choices.add.is_empty() && !choices.any_period {
        return None;
    }
    let words = format!("Add {}", choices.one);
    let add = html::details().class("add").child(summary().class("chip").child(words));
    Some(add.child(addable(state, choices)))
}

/// What can be added.
pub fn addable(state: AppState, choices: &mut Choices) -> AnyView {
    let any = choices.any_period.then(|| any_period(state));
    let add = std::mem::take(&mut choices.add);
    fragment([offer("compared", choices.noun, choices.one, add), any.into_child()])
}

/// The actors whose statements alone can be compared, folded; nothing where there are none.
pub fn narrowing(choices: &mut Choices) -> Option<Element> {
    let narrow = std::mem::take(&mut choices.narrow);
    (!narrow.is_empty()).then(|| {
        html::details()
            .class("add")
            .child(summary().class("chip").child("Only one actor’s statements"))
            .child(offer("narrowed", "actor", "an actor", narrow))
    })
}

/// A period with ends of the reader's choice: its days, and the link to the comparison that has it too.
fn any_period(state: AppState) -> Element {
    let (first, last) = (Signal::new(String::new()), Signal::new(String::new()));
    let day = |id: &'static str, words: &'static str, text: Signal<String>| {
        span().class("day-box").child(label().attr("for", id).child(words)).child(
            input()
                .id(id)
                .attr("type", "date")
                .prop("value", move || text.get())
                .on(ev::input, move |event| text.set(event_target_value(&event))),
        )
    };
    let added = move || {
        let view = state.view().get();
        let View::Compare(comparison) = &view else { return nothing() };
        match with_period(state.data, comparison, &first.get(), &last.get()) {
            Ok(href) => link(href, "Add this period").class("chip").into_any(),
            Err(lacks) => span().child(lacks).into_any(),
        }
    };
    div()
        .class("any-period")
        .attr("role", "group")
        .attr("aria-label", "Another period")
        .child(day("first-day", "From", first))
        .child(day("last-day", "to", last))
        .child(p().attr("role", "status").reactive_content(added))
}
