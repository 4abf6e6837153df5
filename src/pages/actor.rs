//! One actor.

use corpus::ActorId;
use dom::html::{self, aside, div, dl, h2, li, p, span, ul};
use dom::{Element, fragment};
use leptos::prelude::*;
use query::actors::{ActorPage, Section, actor};
use query::card::Ref;
use query::language::Phrase;

use crate::desk::Desk;
use crate::parts::card::statement;
use crate::parts::copy::copy_link;
use crate::parts::elements::link;
use crate::parts::masthead::headline;
use crate::parts::refs::{counted, dot, heading, localized, some_names, term, with_language};
use crate::parts::translated::code;

/// The page of an actor.
pub fn page(desk: Desk, id: ActorId) -> AnyView {
    let model = actor(desk.data, id);
    let share = model.share.clone();
    let section = |Section { key, heading: words, statements }: Section| {
        html::section()
            .class("group")
            .attr("aria-labelledby", key)
            .child(heading(span().id(key).child(words), statements.len()))
            .children(statements.into_iter().map(|id| statement(desk, id, None, false)))
    };
    let mast = div()
        .class("mast")
        .child(p().class("kicker").child(dot(model.title.hue)).child(" ").child(model.kind))
        .child(with_language(headline(model.title.label), model.title.language))
        .child(localized(p().class("stand"), model.role))
        .child(model.note.map(|note| localized(p().class("note"), note)));
    let ways = p()
        .class("arrange")
        .child((model.count > 0).then(|| link(model.filtered.clone(), "Filter these statements on the start page")))
        .child(copy_link(desk, "Copy link to this actor", move || share.clone()));
    let rail = facts(&model);
    let nothing = model
        .sections
        .is_empty()
        .then(|| p().class("nothing").child("Named in the text, without a part in any statement."));
    let statements =
        div().class("statements").child(ways).child(nothing).children(model.sections.into_iter().map(section));
    fragment([mast, div().class("page profile").child(rail).child(statements)])
}

/// What is known of the actor beside its statements.
pub fn facts(model: &ActorPage) -> Element {
    let written = model.aliases.iter().map(|&alias| Phrase::new("“").phrase(Phrase::of(alias)).own("”"));
    let written = Phrase::joined(written, ", ");
    let wikidata = |(item, href): (&'static str, String)| {
        link(href, item).attr("translate", "no").attr("rel", "external noreferrer")
    };
    let terms = [
        term("Written as", (!written.is_empty()).then_some(written)),
        term("Part of", some_names(model.part_of.clone().into_iter().collect())),
        term("Counts for it too", some_names(model.parts.clone())),
        term("Member of", some_names(model.member_of.clone())),
        term("Members named", some_names(model.members.clone())),
        term("Country code", model.country.map(code)),
        term("Wikidata", model.wikidata.clone().map(wikidata)),
    ];
    let list = |heading: &'static str, entries: Vec<Element>| {
        let some = !entries.is_empty();
        some.then(|| fragment([h2().child(heading), ul().children(entries)]))
    };
    let number = |entries: &[(Ref, usize)]| entries.iter().cloned().map(counted).collect();
    let compare =
        |with: &Ref| li().child(link(with.href.clone(), Phrase::new("with ").text(with.label, with.language)));
    let silent = Phrase::list(model.silent.iter().map(|&topic| Phrase::of(topic)).collect());
    let silent = (!silent.is_empty()).then(|| fragment([h2().child("Silent on"), p().class("silent").child(silent)]));
    aside()
        .class("rail profile-facts")
        .attr("aria-label", "About this actor")
        .child(dl().children(terms.into_iter().flatten()))
        .child(list("Speaks or acts on", number(&model.topics)))
        .child(silent)
        .child(list("Relayed by", number(&model.relayed_by)))
        .child(list("Compare", model.comparisons.iter().map(compare).collect()))
}
