//! The page of all actors, by camp. Of very many, each camp lists the first, and more on demand; a box finds actors by
//! name.

use dom::html::{a, div, h3, li, nav, p, section, ul};
use dom::{AnyView, Element, IntoChild, Signal, fragment};
use query::actors::{ActorCard, CampGroup, actors, found, has_jumps};
use query::language::Phrase;
use query::words::{self, grouped};

use super::page::{Page, PrintedPage};
use crate::app_state::AppState;
use crate::browser::element;
use crate::components::actor_profile;
use crate::components::elements::plain_button;
use crate::components::find_box::find_box;
use crate::components::masthead::head;
use crate::components::more::focus_new;
use crate::components::refs::{count, dot, heading, localized, visually_hidden};
use crate::navigation::focus::focus_on;

/// The page of all actors.
pub struct ActorsPage;

/// The id of the box in which actors are found.
const FIND_ID: &str = "find-actors";

/// What the reader does on the page of very many actors.
#[derive(Clone, Copy, Default)]
pub struct Input {
    /// What is typed.
    text: Signal<String>,
    /// How often more of a camp was asked for, by the index of the camp; zero beyond the end.
    steps: Signal<Vec<usize>>,
}

impl Page for ActorsPage {
    fn draw(&self, state: AppState) -> AnyView {
        let model = actors(state.data);
        let masthead = head("Actors", model.summary.clone());
        if !model.is_long {
            return fragment([masthead.into_any(), in_app_jumps(&model.groups), camps(model.groups, None)]);
        }
        let input = Input::default();
        let found = move || {
            let listed = input.text.with(|text| {
                input.steps.with(|steps| found(state.data, text, |camp| steps.get(camp).copied().unwrap_or_default()))
            });
            let number = listed.groups.iter().map(|group| group.number).sum();
            let searching = input.text.with(|text| !query::search::is_blank(text));
            let said = searching.then(|| match number {
                0 => "No actor has this in its name".to_owned(),
                number => words::count(number, "actor"),
            });
            fragment([
                // Always there, so that its changes are announced.
                p().class("found").attr("role", "status").child(said).into_any(),
                in_app_jumps(&listed.groups),
                camps(listed.groups, Some(input)),
            ])
        };
        let find = find_box(
            FIND_ID.to_owned(),
            "Find an actor".to_owned(),
            move || input.text.get(),
            move |text| {
                input.text.set(text);
                input.steps.set(Vec::new());
            },
        );
        fragment([masthead, find.class("find-actors"), div().class("region").reactive_content(found)])
    }
}

impl PrintedPage for ActorsPage {
    fn print(&self, state: AppState) -> AnyView {
        camps(actors(state.data).groups, None)
    }
}

/// The list of what leads to each camp, where the page is long. `jump` makes an element that leads to an id.
pub fn jumps(groups: &[CampGroup], jump: impl Fn(String, Phrase) -> Element) -> Option<Element> {
    let entry = |group: &CampGroup| {
        li().child(jump(heading_id(group.camp), Phrase::of(group.name))).child(" ").child(count(group.number))
    };
    let list = || ul().children(groups.iter().map(entry));
    has_jumps(groups).then(|| nav().class("camp-links").attr("aria-label", "Camps").child(list()))
}

/// The same with buttons: an address that names a place in the page would be that of another view.
fn in_app_jumps(groups: &[CampGroup]) -> AnyView {
    let jump = |id: String, name: Phrase| {
        plain_button(name, move |_| {
            if let Some(heading) = element(&id) {
                heading.scroll_into_view();
                focus_on(&heading);
            }
        })
    };
    jumps(groups, jump).into_child()
}

/// The actors of camps. With `input`, a camp offers those that it does not list.
pub fn camps(groups: Vec<CampGroup>, input: Option<Input>) -> AnyView {
    let group = |CampGroup { camp, name, number, actors }: CampGroup| {
        let listed = actors.len();
        let more = input.filter(|_| listed < number).map(|input| {
            let of_camp = visually_hidden(Phrase::new(" of ").phrase(Phrase::of(name)));
            let button = plain_button("Show more", move |_| show_more(input, camp, listed)).child(of_camp);
            p().class("more").child(button).child(format!(" {} of {} are listed.", grouped(listed), grouped(number)))
        });
        section()
            .class("camp-group")
            .child(heading(name, number).id(heading_id(camp)).attr("tabindex", "-1"))
            .child(ul().attr("id", input.map(|_| list_id(camp))).class("actors").children(actors.into_iter().map(card)))
            .child(more)
    };
    fragment(groups.into_iter().map(group))
}

fn heading_id(camp: usize) -> String {
    format!("of-camp-{camp}")
}

fn list_id(camp: usize) -> String {
    format!("camp-{camp}")
}

/// Lists more actors of a camp, and focuses the first of the new ones.
fn show_more(input: Input, camp: usize, listed: usize) {
    input.steps.update(|steps| {
        steps.resize(steps.len().max(camp + 1), 0);
        steps[camp] += 1;
    });
    focus_new(list_id(camp), listed, FIND_ID.to_owned());
}

fn card(actor: ActorCard) -> Element {
    let id = format!("a-{}", actor.page.href.trim_start_matches("#/actor/"));
    let name = a().attr("href", actor.page.href).id(id);
    let flag = actor.flag.map(|flag| fragment([" ".into_child(), actor_profile::flag(flag).into_any()]));
    li().class("actor")
        .child(h3().child(dot(actor.page.hue)).child(" ").child(localized(name, actor.name)).child(flag))
        .child(p().class("kicker").child(actor.kind))
        .child(localized(p().class("role"), actor.role))
        .child(actor_profile::profile(actor.profile, actor.page.hue))
        .child(p().class("parts").child(actor.parts))
}
