//! The registries: camps, actors and topics, and how actors belong together.

use std::collections::BTreeMap;

use super::check::Check;
use super::grammar::Ref;
use super::names::Names;
use super::problem::{Place, Problem};
use super::raw;
use super::read::{At, Many};
use super::values::Choice;
use super::words::Words;
use crate::model::{Actor, ActorId, ActorKind, Camp, CampId, Hue, Topic};

/// The ids of everything that documents refer to.
pub(super) struct Registries<'a> {
    pub camps: Names<'a>,
    pub actors: Names<'a>,
    pub topics: Names<'a>,
}

impl<'a> Registries<'a> {
    pub fn new(
        briefing: Option<&'a raw::Briefing>,
        actors: Option<&'a raw::Actors>,
        topics: Option<&'a raw::Topics>,
        check: &mut Check<'_>,
    ) -> Self {
        let camps = briefing.into_iter().flat_map(|file| &file.camp.0).map(|camp| &camp.value.id);
        let mut camps = Names::of("camp", "briefing.toml", camps, check);
        if briefing.is_none() {
            camps.incomplete();
        }
        let ids = actors.into_iter().flat_map(|file| &file.actor.0).map(|actor| &actor.value.id);
        let mut names = Names::of("actor", "actors.toml", ids, check);
        if actors.is_none() {
            names.incomplete();
        }
        let ids = topics.into_iter().flat_map(|file| &file.topic.0).map(|topic| &topic.value.id);
        let mut topic_names = Names::of("topic", "topics.toml", ids, check);
        if topics.is_none() {
            topic_names.incomplete();
        }
        Registries { camps, actors: names, topics: topic_names }
    }
}

/// The camps, in the editor's order.
pub(super) fn camps(camps: &Many<raw::Camp>) -> Vec<Camp<'_>> {
    let camps = camps.0.iter().map(|At { value: camp, .. }| Camp {
        slug: camp.id.text(),
        name: camp.name.text(),
        hue: chosen(camp.hue.0.as_ref(), Hue::Grey),
    });
    camps.collect()
}

/// The topics, in the editor's order.
pub(super) fn topics(topics: &Many<raw::Topic>) -> Vec<Topic<'_>> {
    let topics = topics.0.iter().map(|At { value: topic, .. }| Topic {
        slug: topic.id.text(),
        name: topic.name.text(),
        scope: topic.scope.text(),
    });
    topics.collect()
}

/// What was chosen; `otherwise` only stands in where that could not be read, in a corpus that does not compile.
pub(super) fn chosen<E: Words>(choice: Option<&At<Choice<E>>>, otherwise: E) -> E {
    choice.map_or(otherwise, |choice| choice.value.0)
}

/// The actors, in the editor's order, with parts and camps filled in.
pub(super) fn actors<'a>(raw: &'a Many<raw::Actor>, names: &Registries<'_>, check: &mut Check<'_>) -> Vec<Actor<'a>> {
    let mut actors = Vec::with_capacity(raw.0.len());
    for At { value: actor, .. } in &raw.0 {
        let part_of = actor.part_of.0.as_ref().and_then(|id| names.actors.find(id, check));
        let member_of = names.actors.find_all(&actor.member_of.0, "`member_of`", check);
        let camp = actor.camp.0.as_ref().and_then(|id| names.camps.find(id, check));
        actors.push(Actor {
            slug: actor.id.text(),
            name: actor.name.text(),
            short: actor.short.text().unwrap_or(actor.name.text()),
            kind: chosen(actor.kind.0.as_ref(), ActorKind::Unnamed),
            role: actor.role.text(),
            aliases: actor.aliases.0.iter().map(|alias| &*alias.value.0).collect(),
            part_of: part_of.map(ActorId),
            parts: Vec::new(),
            member_of: member_of.into_iter().map(ActorId).collect(),
            camp: camp.map(CampId),
            country: actor.country.text(),
            wikidata: actor.wikidata.text(),
            note: actor.note.text(),
        });
    }
    tell_apart(&mut actors);
    let mut sound = true;
    for (edges, verb) in [(edges(raw, names, Edge::PartOf), "a part"), (edges(raw, names, Edge::MemberOf), "a member")]
    {
        for circle in circles(&edges) {
            report_circle(&circle, verb, &actors, check);
            sound &= verb != "a part";
        }
    }
    if sound {
        inherit(&mut actors);
    }
    actors
}

/// Takes back short names that several share: a list of them has to tell one from the other.
fn tell_apart(actors: &mut [Actor<'_>]) {
    let mut shared = BTreeMap::new();
    for actor in &*actors {
        *shared.entry(actor.short).or_insert(0) += 1;
    }
    for actor in actors {
        if shared.get(actor.short).is_some_and(|&count| count > 1) {
            actor.short = actor.name;
        }
    }
}

/// Tells wholes their parts, and parts the camps of their wholes. Needs parts without circles.
fn inherit(actors: &mut [Actor<'_>]) {
    for at in 0..actors.len() {
        let mut camp = actors[at].camp;
        let mut above = actors[at].part_of;
        while let Some(whole) = above {
            let whole = &mut actors[whole.index()];
            whole.parts.push(ActorId(at as u32));
            camp = camp.or(whole.camp);
            above = whole.part_of;
        }
        actors[at].camp = camp;
    }
}

#[derive(Clone, Copy)]
enum Edge {
    PartOf,
    MemberOf,
}

/// For each actor: whom it belongs to, and where that is said.
type Edges = Vec<Vec<(usize, Place)>>;

fn edges(raw: &Many<raw::Actor>, names: &Registries<'_>, edge: Edge) -> Edges {
    let known = |id: &At<Ref>| names.actors.get(&id.value.0).map(|at| (at as usize, id.place));
    let edges = raw.0.iter().map(|At { value: actor, .. }| match edge {
        Edge::PartOf => actor.part_of.0.iter().filter_map(known).collect(),
        Edge::MemberOf => actor.member_of.0.iter().filter_map(known).collect(),
    });
    edges.collect()
}

/// The circles that a walk along the edges comes upon, each edge walked once: one for each edge that closes one.
fn circles(edges: &Edges) -> Vec<Vec<(usize, Place)>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        OnTheWay,
        Done,
    }
    let mut seen = vec![Seen::No; edges.len()];
    let mut circles = Vec::new();
    for start in 0..edges.len() {
        if seen[start] != Seen::No {
            continue;
        }
        // Each step: an actor, and which of its edges is next.
        let mut way = vec![(start, 0)];
        seen[start] = Seen::OnTheWay;
        while let Some((at, next)) = way.last_mut() {
            let Some(&(to, place)) = edges[*at].get(*next) else {
                seen[*at] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match seen[to] {
                Seen::Done => {}
                Seen::No => {
                    seen[to] = Seen::OnTheWay;
                    way.push((to, 0));
                }
                Seen::OnTheWay => {
                    let from = way.iter().position(|&(actor, _)| actor == to).unwrap_or_default();
                    let taken = |&(actor, next): &(usize, usize)| (actor, edges[actor][next - 1].1);
                    let mut circle: Vec<_> = way[from..].iter().map(taken).collect();
                    if let Some(last) = circle.last_mut() {
                        last.1 = place;
                    }
                    circles.push(circle);
                }
            }
        }
    }
    circles
}

fn report_circle(circle: &[(usize, Place)], verb: &str, actors: &[Actor<'_>], check: &mut Check<'_>) {
    /// A longer circle is understood from its beginning.
    const SHOWN: usize = 4;
    let Some(&(first, _)) = circle.first() else { return };
    let slug = |at: usize| actors[at].slug;
    let mut problem =
        Problem::new("briefing::actor::circle", format!("\"{}\" comes out as {verb} of itself", slug(first)));
    for (step, &(at, place)) in circle.iter().enumerate().take(SHOWN) {
        let to = circle.get(step + 1).map_or(first, |&(to, _)| to);
        problem = problem.label(place, format!("\"{}\" is {verb} of \"{}\"", slug(at), slug(to)));
    }
    check.report(problem.help("remove one of these"));
}
