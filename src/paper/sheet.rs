//! The document that is printed: the briefing's head, what was chosen in words, what the view shows, and the way back to it.

use corpus::{DocumentId, StatementId};
use leptos::prelude::*;
use query::actors;
use query::compare::{self, ComparePage, PairPage, TablePage};
use query::language::{self, Localizable, Phrase};
use query::print::{Foot, Head, compared_statements, foot, head, selected_groups};
use query::statements::{StatementGroup, sorted};
use query::view::{Comparison, Selection, Sort, View};

use super::What;
use super::entry::{again, entry};
use super::text::text;
use crate::desk::Desk;
use crate::html::{Child, El, classed, el, row};
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
    classed("div", "paper")
        .attr("hidden", "")
        .child(top(head(desk.data, view, search.as_ref())))
        .child(body)
        .child(end(desk, foot(desk.data, view)))
        .view()
}

fn top(Head { title, standfirst, dateline, section, description }: Head) -> El {
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

fn end(desk: Desk, Foot { share, edition, rights }: Foot) -> El {
    let address = navigate::absolute(&share);
    let code = address.as_ref().map(|address| qr(address, "QR code of the link to this view"));
    let followed = match address {
        Some(address) => el("p")
            .child("* This very view, to be followed and checked: ")
            .child(classed("span", "address").attr("dir", "ltr").attr("translate", "no").child(address)),
        None => el("p").child("* ").child(NO_ADDRESS),
    };
    let day = query::words::date(corpus::Date::On(today()));
    let printed = Phrase::new(&format!("Printed on {day} from “"))
        .phrase(Phrase::of(language::named(desk.data, desk.data.title)))
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
        return classed("p", "nothing").child("No statement matches all of this.").view();
    }
    let group = |StatementGroup { heading, language, statements, repeated: before, .. }: StatementGroup| {
        let entries =
            statements.into_iter().map(|id| if before.contains(&id) { again(desk, id) } else { entry(desk, id, view) });
        let heading = Phrase::default().text(&heading, language);
        el("section").child((!heading.is_empty()).then(|| el("h2").child(heading))).children(entries)
    };
    row(groups.into_iter().map(group))
}

fn entries(desk: Desk, ids: impl IntoIterator<Item = StatementId>) -> AnyView {
    row(ids.into_iter().map(|id| entry(desk, id, &View::default())))
}

fn actor(desk: Desk, id: corpus::ActorId) -> AnyView {
    let model = actors::actor(desk.data, id);
    let mut seen: Vec<StatementId> = Vec::new();
    let mut sections = Vec::new();
    for section in &model.sections {
        let mut group = el("section").child(el("h2").child(section.heading));
        for &id in &section.statements {
            group = group.child(if seen.contains(&id) { again(desk, id) } else { entry(desk, id, &View::default()) });
            seen.push(id);
        }
        sections.push(group);
    }
    row([pages::actor::facts(&actors::ActorPage { comparisons: Vec::new(), ..model }).view(), row(sections)])
}

fn compared(desk: Desk, comparison: &Comparison) -> AnyView {
    match compare::page(desk.data, comparison) {
        ComparePage::Choose(model) => {
            let suggestion = |suggestion: compare::Suggestion| {
                classed("p", relation(suggestion.kind))
                    .child(el("b").child(suggestion.label))
                    .child(": ")
                    .child(suggestion.reason)
            };
            classed("div", "relations").children(model.suggestions.into_iter().map(suggestion)).view()
        }
        ComparePage::Table(model) => {
            let ids = compared_statements(&model);
            let TablePage { summary, columns, rows, .. } = model;
            row([
                classed("p", "summary").child(summary).view(),
                pages::table::grid(columns, rows).view(),
                el("h2").child("The statements compared, in the order of the text").view(),
                entries(desk, ids),
            ])
        }
        ComparePage::Pair(PairPage { relations, sides, .. }) => {
            let related = |(kind, label, reason): (corpus::RelationKind, Phrase, Localizable)| {
                classed("p", relation(kind)).child(el("b").child(label)).child(": ").child(reason)
            };
            let sides = sides.into_iter().map(|side| entry(desk, side.card.id, &View::default()));
            row([
                classed("div", "relations").children(relations.into_iter().map(related)),
                classed("div", "sides").children(sides),
            ])
        }
    }
}

fn document(desk: Desk, id: DocumentId) -> AnyView {
    text(desk, id)
}

fn about(desk: Desk) -> AnyView {
    pages::about::prose(desk, false).view()
}

fn whole(desk: Desk) -> AnyView {
    let data = desk.data;
    let part = |heading: &'static str, body: AnyView| {
        classed("section", "part").child(classed("h2", "part").child(heading)).child(body)
    };
    let statements = sorted(data, data.statement_ids(), Sort::Text);
    let texts = (0..data.documents.len() as u32).map(|id| document(desk, DocumentId(id)));
    row([
        part("The statements", entries(desk, statements)),
        part("The actors", pages::actors::groups(actors::actors(data))),
        part("The text", row(texts)),
        part("About this briefing", about(desk)),
    ])
}
