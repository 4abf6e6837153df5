//! The registries: camps, actors and topics, and the hierarchy of the actors.

use std::collections::BTreeMap;

use super::cycles::cycles;
use super::diagnostics::Diagnostics;
use super::field::List;
use super::id_table::IdTable;
use super::problem::Problem;
use super::raw;
use super::source_span::{Located, SourceSpan};
use super::strings::{Ref, StringKind, Text};
use super::values::chosen;
use crate::enumeration::{ActorKind, Hue};
use crate::id::{ActorId, CampId};
use crate::model::{Actor, Camp, Topic};

/// The ids that documents refer to.
pub(super) struct Registries<'a> {
    pub camps: IdTable<'a>,
    pub actors: IdTable<'a>,
    pub topics: IdTable<'a>,
}

impl<'a> Registries<'a> {
    /// The ids of the three registries; `None` for one that could not be read.
    pub fn new(
        briefing: Option<&'a raw::Briefing>,
        actors: Option<&'a raw::Actors>,
        topics: Option<&'a raw::Topics>,
        diagnostics: &mut Diagnostics<'_>,
    ) -> Self {
        let ids = briefing.into_iter().flat_map(|file| &file.camp.0).map(|camp| &camp.value.id);
        let mut camp_ids = IdTable::from_list("camp", "briefing.toml", ids, diagnostics);
        if briefing.is_none() {
            camp_ids.mark_incomplete();
        }
        for camp in briefing.into_iter().flat_map(|file| &file.camp.0) {
            camp_ids.add_names(&camp.value.id, written(&camp.value.name.0));
        }
        let ids = actors.into_iter().flat_map(|file| &file.actor.0).map(|actor| &actor.value.id);
        let mut actor_ids = IdTable::from_list("actor", "actors.toml", ids, diagnostics);
        if actors.is_none() {
            actor_ids.mark_incomplete();
        }
        for Located { value: actor, .. } in actors.into_iter().flat_map(|file| &file.actor.0) {
            let names = written(&actor.name.0).chain(written(&actor.short.0)).chain(written(&actor.aliases.0));
            actor_ids.add_names(&actor.id, names);
        }
        let ids = topics.into_iter().flat_map(|file| &file.topic.0).map(|topic| &topic.value.id);
        let mut topic_ids = IdTable::from_list("topic", "topics.toml", ids, diagnostics);
        if topics.is_none() {
            topic_ids.mark_incomplete();
        }
        for topic in topics.into_iter().flat_map(|file| &file.topic.0) {
            topic_ids.add_names(&topic.value.id, written(&topic.value.name.0));
        }
        Registries { camps: camp_ids, actors: actor_ids, topics: topic_ids }
    }
}

/// The texts of a field, as they are written.
fn written<'a, K: StringKind + 'a>(
    field: impl IntoIterator<Item = &'a Located<Text<K>>>,
) -> impl Iterator<Item = &'a str> {
    field.into_iter().map(|text| text.value.as_str())
}

/// The camps, in the editor's order.
pub(super) fn camps(camps: &List<raw::Camp>) -> Vec<Camp<'_>> {
    let camps = camps.0.iter().map(|Located { value: camp, .. }| Camp {
        slug: camp.id.text(),
        name: camp.name.text(),
        hue: chosen(camp.hue.0.as_ref(), Hue::Grey),
    });
    camps.collect()
}

/// The topics, in the editor's order.
pub(super) fn topics(topics: &List<raw::Topic>) -> Vec<Topic<'_>> {
    let topics = topics.0.iter().map(|Located { value: topic, .. }| Topic {
        slug: topic.id.text(),
        name: topic.name.text(),
        scope: topic.scope.text(),
    });
    topics.collect()
}

/// The actors, in the editor's order, with references resolved, parts listed and camps inherited.
pub(super) fn actors<'a>(
    raw: &'a List<raw::Actor>,
    ids: &Registries<'_>,
    diagnostics: &mut Diagnostics<'_>,
) -> Vec<Actor<'a>> {
    let mut actors = Vec::with_capacity(raw.0.len());
    for Located { value: actor, .. } in &raw.0 {
        let part_of = actor.part_of.0.as_ref().and_then(|id| ids.actors.resolve(id, diagnostics));
        let member_of = ids.actors.resolve_all(&actor.member_of.0, "`member_of`", diagnostics);
        let camp = actor.camp.0.as_ref().and_then(|id| ids.camps.resolve(id, diagnostics));
        actors.push(Actor {
            slug: actor.id.text(),
            name: actor.name.text(),
            short: actor.short.text().unwrap_or(actor.name.text()),
            kind: chosen(actor.kind.0.as_ref(), ActorKind::Unnamed),
            role: actor.role.text(),
            aliases: actor.aliases.0.iter().map(|alias| alias.value.as_str()).collect(),
            part_of: part_of.map(ActorId),
            parts: Vec::new(),
            member_of: member_of.into_iter().map(ActorId).collect(),
            camp: camp.map(CampId),
            country: actor.country.text(),
            owner: actor.owner.text(),
            wikidata: actor.wikidata.text(),
            note: actor.note.text(),
        });
    }
    remove_shared_short_names(&mut actors);
    let known = |id: &Located<Ref>| ids.actors.get(id.value.as_str()).map(|actor| (actor as usize, id.span));
    let edges = |edges_of: fn(&raw::Actor) -> &[Located<Ref>]| -> Vec<Vec<(usize, SourceSpan)>> {
        raw.0.iter().map(|actor| edges_of(&actor.value).iter().filter_map(known).collect()).collect()
    };
    let part_cycles = cycles(&edges(|actor| actor.part_of.0.as_slice()));
    for cycle in &part_cycles {
        report_cycle(cycle, "a part", &actors, diagnostics);
    }
    for cycle in cycles(&edges(|actor| &actor.member_of.0)) {
        report_cycle(&cycle, "a member", &actors, diagnostics);
    }
    if part_cycles.is_empty() {
        inherit(&mut actors);
    }
    actors
}

/// Replaces short names that several actors share by the full names, so that a list of short names is unambiguous.
fn remove_shared_short_names(actors: &mut [Actor<'_>]) {
    let mut counts = BTreeMap::new();
    for actor in &*actors {
        *counts.entry(actor.short).or_insert(0) += 1;
    }
    for actor in actors {
        if counts.get(actor.short).is_some_and(|&count| count > 1) {
            actor.short = actor.name;
        }
    }
}

/// Lists the parts of every actor, and gives each part the camp of its nearest ancestor that has one. Requires that
/// `part_of` has no cycle.
fn inherit(actors: &mut [Actor<'_>]) {
    for index in 0..actors.len() {
        let mut camp = actors[index].camp;
        let mut parent = actors[index].part_of;
        while let Some(id) = parent {
            let ancestor = &mut actors[id.index()];
            ancestor.parts.push(ActorId(index as u32));
            camp = camp.or(ancestor.camp);
            parent = ancestor.part_of;
        }
        actors[index].camp = camp;
    }
}

fn report_cycle(
    cycle: &[(usize, SourceSpan)],
    relation: &str,
    actors: &[Actor<'_>],
    diagnostics: &mut Diagnostics<'_>,
) {
    /// The number of edges of a long cycle that are shown.
    const MAX_LABELS: usize = 4;
    let Some(&(first, _)) = cycle.first() else { return };
    let slug = |actor: usize| actors[actor].slug;
    let mut problem =
        Problem::new("briefing::actor::circle", format!("\"{}\" comes out as {relation} of itself", slug(first)));
    for (step, &(actor, span)) in cycle.iter().enumerate().take(MAX_LABELS) {
        let next = cycle.get(step + 1).map_or(first, |&(next, _)| next);
        problem = problem.label(span, format!("\"{}\" is {relation} of \"{}\"", slug(actor), slug(next)));
    }
    diagnostics.report(problem.help("remove one of these"));
}
