//! The document that is printed: the briefing's head, what was chosen in words, what the view shows, and the way back to it.

use corpus::{DocumentId, StatementId};
use dom::html::{self, b, div, footer, h1, h2, header, p, span, sup};
use dom::{Element, fragment};
use leptos::prelude::*;
use query::actors;
use query::compare::{self, ComparePage, PairPage, TablePage};
use query::language::{self, Localizable, Phrase};
use query::paper::{Foot, Head, compared_statements, foot, head, selected_groups};
use query::statements::{StatementGroup, sorted};
use query::view::{Comparison, Selection, Sort, View};

use super::What;
use super::entry::{again, entry};
use super::text::text;
use crate::desk::Desk;
use crate::navigate;
use crate::pages::{self, rest};
use crate::parts::copy::NO_ADDRESS;
use crate::parts::qr::qr;
use crate::parts::refs::{localized, relation};
use crate::today::today;

/// The document, which only the style sheet for print shows.
pub fn sheet(desk: Desk, what: What) -> AnyView {
    let view = desk.view().get_untracked();
    let view = (what == What::View).then_some(&view);
    let body = match view {
        Some(view) => shown(desk, view),
        None => whole(desk),
    };
    let search = view.and_then(|view| untrack(|| rest::search(desk, &view.selection().filter.text)));
    div()
        .class("paper")
        .attr("hidden", "")
        .child(top(head(desk.data, view, search.as_ref())))
        .child(body)
        .child(end(desk, foot(desk.data, view)))
        .into_any()
}

fn top(Head { title, standfirst, dateline, part, reading }: Head) -> Element {
    let sentence = |text: &Phrase| span().child(text.clone()).child(" ");
    header()
        .class("top")
        .child(localized(h1(), title))
        .child(localized(p().class("stand"), standfirst))
        .child(p().class("dateline").child(dateline))
        .child(
            p().class("reading")
                .child(b().child(part))
                .child(" ")
                .children(reading.iter().map(sentence))
                .child(sup().child("*")),
        )
}

fn end(desk: Desk, Foot { share, edition, rights }: Foot) -> Element {
    let address = navigate::absolute(&share);
    let code = address.as_ref().map(|address| qr(address, "QR code of the link to this view"));
    let followed = match address {
        Some(address) => p()
            .child("* This very view, to be followed and checked: ")
            .child(span().class("address").attr("dir", "ltr").attr("translate", "no").child(address)),
        None => p().child("* ").child(NO_ADDRESS),
    };
    let day = query::words::date(corpus::Date::On(today()));
    let printed = Phrase::new(&format!("Printed on {day} from “"))
        .phrase(Phrase::of(language::named(desk.data, desk.data.title)))
        .own(&format!("”, edition {edition}."));
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

fn shown(desk: Desk, view: &View) -> AnyView {
    match view {
        View::Briefing(selection) => briefing(desk, view, selection),
        View::Actors => pages::actors::groups(actors::actors(desk.data)),
        View::Actor(id) => actor(desk, *id),
        View::Compare(comparison) => compared(desk, comparison),
        View::Source(id, _) => document(desk, *id),
        View::About => about(desk),
    }
}

fn briefing(desk: Desk, view: &View, selection: &Selection) -> AnyView {
    let search = untrack(|| rest::search(desk, &selection.filter.text));
    let groups = selected_groups(desk.data, selection, search.as_ref());
    if groups.is_empty() {
        return p().class("nothing").child("No statement matches all of this.").into_any();
    }
    let group = |StatementGroup { heading, language, statements, again: before, .. }: StatementGroup| {
        let entries =
            statements.into_iter().map(|id| if before.contains(&id) { again(desk, id) } else { entry(desk, id, view) });
        let heading = Phrase::default().text(&heading, language);
        html::section().child((!heading.is_empty()).then(|| h2().child(heading))).children(entries)
    };
    fragment(groups.into_iter().map(group))
}

fn entries(desk: Desk, ids: impl IntoIterator<Item = StatementId>) -> AnyView {
    fragment(ids.into_iter().map(|id| entry(desk, id, &View::default())))
}

fn actor(desk: Desk, id: corpus::ActorId) -> AnyView {
    let model = actors::actor(desk.data, id);
    let mut seen: Vec<StatementId> = Vec::new();
    let mut sections = Vec::new();
    for section in &model.sections {
        let mut group = html::section().child(h2().child(section.heading));
        for &id in &section.statements {
            group = group.child(if seen.contains(&id) { again(desk, id) } else { entry(desk, id, &View::default()) });
            seen.push(id);
        }
        sections.push(group);
    }
    fragment([
        pages::actor::facts(&actors::ActorPage { comparisons: Vec::new(), ..model }).into_any(),
        fragment(sections),
    ])
}

fn compared(desk: Desk, comparison: &Comparison) -> AnyView {
    match compare::page(desk.data, comparison) {
        ComparePage::Choose(model) => {
            let suggestion = |suggestion: compare::Suggestion| {
                p().class(relation(suggestion.kind))
                    .child(b().child(suggestion.label))
                    .child(": ")
                    .child(suggestion.reason)
            };
            div().class("relations").children(model.suggestions.into_iter().map(suggestion)).into_any()
        }
        ComparePage::Table(model) => {
            let ids = compared_statements(&model);
            let TablePage { summary, columns, rows, .. } = model;
            fragment([
                p().class("summary").child(summary).into_any(),
                pages::table::grid(columns, rows).into_any(),
                h2().child("The statements compared, in the order of the text").into_any(),
                entries(desk, ids),
            ])
        }
        ComparePage::Pair(PairPage { relations, sides, .. }) => {
            let related = |(kind, label, reason): (corpus::RelationKind, Phrase, Localizable)| {
                p().class(relation(kind)).child(b().child(label)).child(": ").child(reason)
            };
            let sides = sides.into_iter().map(|side| entry(desk, side.card.id, &View::default()));
            fragment([
                div().class("relations").children(relations.into_iter().map(related)),
                div().class("sides").children(sides),
            ])
        }
    }
}

fn document(desk: Desk, id: DocumentId) -> AnyView {
    text(desk, id)
}

fn about(desk: Desk) -> AnyView {
    pages::about::prose(desk, false).into_any()
}

fn whole(desk: Desk) -> AnyView {
    let data = desk.data;
    let part = |heading: &'static str, body: AnyView| {
        html::section().class("part").child(h2().class("part").child(heading)).child(body)
    };
    let statements = sorted(data, data.statement_ids(), Sort::Text);
    let texts = (0..data.documents.len() as u32).map(|id| document(desk, DocumentId(id)));
    fragment([
        part("The statements", entries(desk, statements)),
        part("The actors", pages::actors::groups(actors::actors(data))),
        part("The text", fragment(texts)),
        part("About this briefing", about(desk)),
    ])
}
