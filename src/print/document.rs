//! The printed document: the briefing's head, what was chosen in words, the body of the page, and the link back to the
//! view.

use corpus::DocumentId;
use leptos::prelude::*;
use query::language::{self, Phrase};
use query::print::{Foot, Head, foot, head};
use query::statements::sorted;
use query::view::{Sort, View};

use crate::app_state::AppState;
use crate::components::copy::NO_ADDRESS;
use crate::components::print_entry::entries;
use crate::components::qr::qr;
use crate::components::refs::localized;
use crate::html::{Child, El, classed, el, row};
use crate::navigation::address;
use crate::pages;
use crate::today::today;

/// How much is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The view, as it is filtered and grouped.
    View,
    /// All statements, actors, texts and the method, whatever the view.
    Whole,
}

/// The document. Only the style sheet for print shows it.
pub fn document(state: AppState, scope: Scope) -> AnyView {
    let view = state.view().get_untracked();
    let (view, body) = match scope {
        Scope::View => (Some(&view), pages::page(&view).print(state)),
        Scope::Whole => (None, whole(state)),
    };
    let search = view.and_then(|view| query::search::search(state.data, &view.selection().filter.text));
    classed("div", "paper")
        .attr("hidden", "")
        .child(document_head(head(state.data, view, search.as_ref())))
        .child(body)
        .child(document_foot(state, foot(state.data, view)))
        .view()
}

fn document_head(Head { title, standfirst, dateline, section, description }: Head) -> El {
    let sentence = |text: &Phrase| el("span").child(text.clone()).child(" ");
    classed("header", "top")
        .child(localized(el("h1"), title))
        .child(localized(classed("p", "stand"), standfirst))
        .child(classed("p", "dateline").child(dateline))
        .child(
            classed("p", "reading")
                .child(el("b").child(section))
                .child(" ")
                .children(description.iter().map(sentence))
                .child(el("sup").child("*")),
        )
}

fn document_foot(state: AppState, Foot { share, edition, rights }: Foot) -> El {
    let address = address::absolute(&share);
    let code = address.as_ref().map(|address| qr(address, "QR code of the link to this view"));
    let followed = match address {
        Some(address) => el("p")
            .child("* This very view, to be followed and checked: ")
            .child(classed("span", "address").attr("dir", "ltr").attr("translate", "no").child(address)),
        None => el("p").child("* ").child(NO_ADDRESS),
    };
    let day = query::words::date(corpus::Date::On(today()));
    let printed = Phrase::new(&format!("Printed on {day} from “"))
        .phrase(Phrase::of(language::named(state.data, state.data.title)))
        .literal(&format!("”, edition {edition}."));
    classed("footer", "end")
        .child(code)
        .child(followed)
        .child(el("p").child(printed))
        .child(el("p").child(
            "Every quotation was checked, letter for letter, against its source text when this edition was made. ",
        ))
        .child(el("p").child(rights))
}

fn whole(state: AppState) -> AnyView {
    let data = state.data;
    let part = |heading: &'static str, body: AnyView| {
        classed("section", "part").child(classed("h2", "part").child(heading)).child(body)
    };
    let page = |view: &View| pages::page(view).print(state);
    let statements = sorted(data, data.statement_ids(), Sort::Text);
    let texts = (0..data.documents.len() as u32).map(|id| page(&View::Source(DocumentId(id), None)));
    row([
        part("The statements", entries(state, statements)),
        part("The actors", page(&View::Actors)),
        part("The text", row(texts)),
        part("About this briefing", page(&View::About)),
    ])
}
