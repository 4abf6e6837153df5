//! The page of one actor.

use corpus::{ActorId, StatementId};
use dom::html::{self, aside, div, dl, h2, li, p, span, ul};
use dom::{AnyView, Element, IntoChild, fragment, memo, nothing};
use query::View;
use query::actors::{self, Profile, Section, actor};
use query::card::Ref;
use query::language::Phrase;
use query::statements::window::is_windowed;

use super::page::{Page, PrintedPage};
use crate::app_state::AppState;
use crate::components::action_buttons::copy_view;
use crate::components::actor_profile;
use crate::components::card::statement;
use crate::components::elements::link;
use crate::components::load_status::load_status;
use crate::components::masthead::headline;
use crate::components::print_entry::{entry, repeated_entry};
use crate::components::refs::{counted, dot, heading, localized, optional_names, term, with_language};
use crate::components::statement_list::statement_list;
use crate::components::translated::code;
use crate::figures::part::{self, FiguresRequest};
use crate::lazy::LoadState;

/// The page of an actor.
pub struct ActorPage(pub ActorId);

impl Page for ActorPage {
    fn draw(&self, state: AppState) -> AnyView {
        draw(state, self.0)
    }
}

impl PrintedPage for ActorPage {
    fn print(&self, state: AppState) -> AnyView {
        print(state, self.0)
    }
}

fn draw(state: AppState, id: ActorId) -> AnyView {
    let model = actor(state.data, id);
    let section = |Section { key, heading: words, statements }: Section| {
        html::section()
            .class("group")
            .attr("aria-labelledby", key)
            .child(heading(span().id(key).child(words), statements.len()))
            .children(statements.into_iter().map(|id| statement(state, id, None, false)))
    };
    let masthead = masthead(&model);
    let windowed = |sections: Vec<Section>| {
        let groups = actors::groups(state.data, sections);
        statement_list(state, memo(move || groups.clone()), None, true)
    };
    let ways = p()
        .class("arrange")
        .child((model.count > 0).then(|| link(model.filtered.clone(), "Filter these statements on the start page")))
        .child(copy_view(state, "Copy link to this actor"));
    let rail = facts(&model);
    let nothing =
        model.sections.is_empty().then(|| p().class("nothing").child("This actor has no part in any statement."));
    let statements = div().class("statements").child(ways).child(nothing);
    let statements = if is_windowed(state.data) {
        statements.child(windowed(model.sections))
    } else {
        statements.children(model.sections.into_iter().map(section))
    };
    // Below the statements, which are what most readers come for.
    let statements = statements.child(flows(state, id));
    fragment([masthead, div().class("page profile").child(rail).child(statements)])
}

/// The figures of the actor, once the part of the program that draws them is loaded.
fn flows(state: AppState, id: ActorId) -> Element {
    part::load_with_further(state, Box::new(|| {}));
    let drawn = move || match state.figures.get() {
        LoadState::Loaded => part::respond(state, FiguresRequest::Actor(id)).unwrap_or_else(nothing),
        // Whether there is anything to draw is not known before.
        LoadState::Pending => nothing(),
        LoadState::Failed => load_status(state.figures, move || part::load_with_further(state, Box::new(|| {}))),
    };
    div().class("region").reactive_content(drawn)
}

/// The head of the page.
pub fn masthead(model: &actors::ActorPage) -> Element {
    let flag = model.flag.clone().map(|flag| fragment([" ".into_child(), actor_profile::flag(flag).into_any()]));
    div()
        .class("masthead")
        .child(p().class("kicker").child(dot(model.title.hue)).child(" ").child(model.kind).child(flag))
        .child(with_language(headline(model.title.label), model.title.language))
        .child(localized(p().class("standfirst"), model.role))
        .child(model.note.map(|note| localized(p().class("note"), note)))
        // The topics are listed beside the statements.
        .child(actor_profile::profile(
            Profile { bars: Vec::new(), further: 0, ..model.profile.clone() },
            model.title.hue,
        ))
}

fn print(state: AppState, id: ActorId) -> AnyView {
    let model = actor(state.data, id);
    let mut printed: Vec<StatementId> = Vec::new();
    let mut sections = Vec::new();
    for section in &model.sections {
        let mut group = html::section().child(h2().child(section.heading));
        for &id in &section.statements {
            let repeated = printed.contains(&id);
            group = group.child(if repeated { repeated_entry(state, id) } else { entry(state, id, &View::default()) });
            printed.push(id);
        }
        sections.push(group);
    }
    let drawn = part::respond(state, FiguresRequest::PrintedActor(id)).unwrap_or_else(nothing);
    let profile = actor_profile::profile(model.profile.clone(), model.title.hue);
    // The bars say the same as the list, unless there are more topics than bars.
    let topics = if model.profile.further == 0 { Vec::new() } else { model.topics.clone() };
    fragment([
        profile.into_child(),
        facts(&actors::ActorPage { topics, comparisons: Vec::new(), before_and_after: None, ..model }).into_any(),
        drawn,
        fragment(sections),
    ])
}

/// What is known of the actor beside its statements.
pub fn facts(model: &actors::ActorPage) -> Element {
    let written = model.aliases.iter().map(|&alias| Phrase::new("“").phrase(Phrase::of(alias)).literal("”"));
    let written = Phrase::joined(written, ", ");
    let wikidata = |(item, href): (&'static str, String)| {
        link(href, item).attr("translate", "no").attr("rel", "external noreferrer")
    };
    let terms = [
        term("Written as", (!written.is_empty()).then_some(written)),
        term("Part of", optional_names(model.part_of.clone().into_iter().collect())),
        term(model.wording.parts, optional_names(model.parts.clone())),
        term("Member of", optional_names(model.member_of.clone())),
        term("Members named", optional_names(model.members.clone())),
        term("Country code", model.country.map(code)),
        term("Owner", model.owner),
        term("Wikidata", model.wikidata.clone().map(wikidata)),
    ];
    let list = |heading: &'static str, entries: Vec<Element>| {
        let some = !entries.is_empty();
        some.then(|| fragment([h2().child(heading), ul().children(entries)]))
    };
    let number = |entries: &[(Ref, usize)]| entries.iter().cloned().map(counted).collect();
    let compare =
        |with: &Ref| li().child(link(with.href.clone(), Phrase::new("with ").text(with.label, with.language)));
    let over_time = model.before_and_after.clone().map(|(words, href)| li().child(link(href, words)));
    let silent = model.silent_on();
    let silent = (!silent.is_empty()).then(|| fragment([h2().child("Silent on"), p().class("silent").child(silent)]));
    aside()
        .class("rail profile-facts")
        .attr("aria-label", "About this actor")
        .child(dl().children(terms.into_iter().flatten()))
        .child(list("Speaks or acts on", number(&model.topics)))
        .child(silent)
        .child(list("Relayed by", number(&model.relayed_by)))
        .child(list("Compare", model.comparisons.iter().map(compare).chain(over_time).collect()))
}
