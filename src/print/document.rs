//! The printed document: the briefing's head, what was chosen in words, the body of the page, and the link back to the
//! view.

use corpus::DocumentId;
use dom::html::{self, b, div, footer, h1, h2, header, p, span, sup};
use dom::{AnyView, Element, fragment};
use query::Shared;
use query::language::{self, Phrase};
use query::pending::{self, Pending};
use query::print::{Foot, Head, PRINTED_UNASKED, extent, foot, head};
use query::search::Search;
use query::statements::sorted;
use query::view::{Sort, View};
use query::words::count;

use crate::actions::NO_ADDRESS;
use crate::app_state::AppState;
use crate::components::print_entry::entries;
use crate::components::qr::qr;
use crate::components::refs::localized;
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

/// The chunks that have to be loaded before the document can be drawn, as far as can be told yet. Not tracked.
pub fn pending(state: AppState, scope: Scope) -> Option<Pending> {
    let data = state.data;
    match scope {
        Scope::Whole => pending::documents(data, (0..data.documents.len() as u32).map(DocumentId)),
        Scope::View => {
            let of_view = |view: &View| match try_search(data, view) {
                Ok(search) => pending::whole_view(data, view, search),
                Err(pending) => Some(pending),
            };
            state.view().with_untracked(of_view)
        }
    }
}

/// The chunks that have to be loaded before it can be told how many statements are printed. Not tracked.
pub fn pending_extent(state: AppState, scope: Scope) -> Option<Pending> {
    let of_view = |view: &View| try_search(state.data, view).err().or_else(|| pending::page(state.data, view));
    if scope == Scope::Whole { None } else { state.view().with_untracked(of_view) }
}

/// The document that the browser's own menu prints: that of the view, or how to print it where texts are missing, since
/// nothing could be loaded before, and where the view has so many statements that a reader is asked first.
pub fn unasked(state: AppState) -> AnyView {
    let number = || state.view().with_untracked(|view| extent(state.data, Some(view)));
    let advice = if pending(state, Scope::View).is_some() {
        "The texts of this view are not loaded yet. “Print this view”, at the foot of the page, loads and prints them."
            .to_owned()
    } else if number() > PRINTED_UNASKED {
        let all = count(number(), "statement");
        format!(
            "This view has {all}, which take very many pages. “Print this view”, at the foot of the page, prints them."
        )
    } else {
        return document(state, Scope::View);
    };
    div().class("print-document").attr("hidden", "").child(p().class("nothing").child(advice)).into_any()
}

/// The document. Only the style sheet for print shows it.
///
/// # Panics
/// If texts are [`pending()`].
pub fn document(state: AppState, scope: Scope) -> AnyView {
    let view = state.view().get_untracked();
    let (view, body) = match scope {
        Scope::View => (Some(&view), pages::printed_page(&view).print(state)),
        Scope::Whole => (None, whole(state)),
    };
    let search = view.and_then(|view| try_search(state.data, view).ok().flatten());
    div()
        .class("print-document")
        .attr("hidden", "")
        .child(document_head(head(state.data, view, search.as_ref())))
        .child(body)
        .child(document_foot(state, foot(state.data, view)))
        .into_any()
}

/// Searches for the text of a view, ranked where the view is sorted by that.
fn try_search(data: Shared, view: &View) -> Result<Option<Search>, Pending> {
    let selection = view.selection();
    query::search::try_search(data, &selection.filter.text, selection.order())
}

fn document_head(Head { title, standfirst, dateline, section, description }: Head) -> Element {
    let sentence = |text: &Phrase| span().child(text.clone()).child(" ");
    header()
        .class("top")
        .child(localized(h1(), title))
        .child(localized(p().class("standfirst"), standfirst))
        .child(p().class("dateline").child(dateline))
        .child(
            p().class("reading")
                .child(b().child(section))
                .child(" ")
                .children(description.iter().map(sentence))
                .child(sup().child("*")),
        )
}

fn document_foot(state: AppState, Foot { share, edition, rights }: Foot) -> Element {
    let address = address::absolute(&share);
    let code = address.as_ref().map(|address| qr(address, "QR code of the link to this view"));
    let followed = match address {
        Some(address) => p()
            .child("* This very view, to be followed and checked: ")
            .child(span().class("address").attr("dir", "ltr").attr("translate", "no").child(address)),
        None => p().child("* ").child(NO_ADDRESS),
    };
    let day = query::words::date(corpus::Date::On(today()));
    let printed = Phrase::new(&format!("Printed on {day} from “"))
        .phrase(Phrase::of(language::named(state.data, state.data.title)))
        .literal(&format!("”, edition {edition}."));
    footer()
        .class("end")
        .child(code)
        .child(followed)
        .child(p().child(printed))
        .child(p().child(
            "Every quotation was checked, letter for letter, against its source text when this edition was made. ",
        ))
        .child(p().child(rights))
}

fn whole(state: AppState) -> AnyView {
    let data = state.data;
    let part = |heading: &'static str, body: AnyView| {
        html::section().class("part").child(h2().class("part").child(heading)).child(body)
    };
    let page = |view: &View| pages::printed_page(view).print(state);
    let statements = sorted(data, data.statement_ids(), Sort::Text);
    let texts = (0..data.documents.len() as u32).map(|id| page(&View::Source(DocumentId(id), None)));
    fragment([
        part("The statements", entries(state, statements)),
        part("The actors", page(&View::Actors)),
        part("The text", fragment(texts)),
        part("About this briefing", page(&View::About)),
    ])
}
