//! The render models of the pages of all actors and of one actor.

use corpus::{ActorId, Enumeration, Role, StatementId};

use crate::Shared;
use crate::card::{self, Ref};
use crate::language::{self, Localizable};
use crate::link;
use crate::matching;
use crate::order;
use crate::statements;
use crate::view::{Choice, Comparison, Filter, Sort, View};
use crate::words;

/// The card of an actor in the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorCard {
    /// The link to the page of the actor.
    pub page: Ref,
    /// Full name.
    pub name: Localizable,
    /// "State", "Think tank".
    pub kind: &'static str,
    /// Office or function.
    pub role: Localizable,
    /// The number of statements by role: "Speaks in 3 · acts in 1".
    pub parts: String,
}

/// The page of all actors, by camp.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorsPage {
    /// The introduction: "31 actors named in 1 document. ..."
    pub summary: String,
    /// Camps with their actors.
    pub groups: Vec<(Localizable, Vec<ActorCard>)>,
}

/// The page of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorPage {
    /// The actor.
    pub id: ActorId,
    /// Full name, with the accent colour of its camp.
    pub title: Ref,
    /// The kind of actor in words: "State".
    pub kind: &'static str,
    /// Office or function.
    pub role: Localizable,
    /// The editor's note.
    pub note: Option<Localizable>,
    /// Aliases: how the documents write the name.
    pub aliases: Vec<Localizable>,
    /// The actor that it is a part of.
    pub part_of: Option<Ref>,
    /// The actors that are parts of it.
    pub parts: Vec<Ref>,
    /// The groups that it is a member of, as a document states.
    pub member_of: Vec<Ref>,
    /// The members, as a document states.
    pub members: Vec<Ref>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<&'static str>,
    /// Identifier and address of its Wikidata item.
    pub wikidata: Option<(&'static str, String)>,
    /// Statements by the role of the actor, in order of time; roles without statements are left out.
    pub sections: Vec<Section>,
    /// Actors that relay or report its statements, with the number of statements.
    pub relayed_by: Vec<(Ref, usize)>,
    /// Topics of the statements that it says or does, with the number of statements.
    pub topics: Vec<(Ref, usize)>,
    /// Topics on which it neither speaks nor acts.
    pub silent: Vec<Localizable>,
    /// The link to its statements on the start page.
    pub filtered: String,
    /// The number of its statements.
    pub count: usize,
    /// Links to comparisons with the actors that share most topics with it.
    pub comparisons: Vec<Ref>,
    /// The link to share, with the edition.
    pub share: String,
}

/// The statements in which an actor has one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The key of the section in the document: "says".
    pub key: &'static str,
    /// The heading: "What it says".
    pub heading: &'static str,
    /// The statements, in order of time.
    pub statements: Vec<StatementId>,
}

const SECTIONS: [(Role, &str, &str); 5] = [
    (Role::Speaker, "says", "What it says"),
    (Role::Agent, "does", "What it does"),
    (Role::Relay, "relays", "What it relays"),
    (Role::Audience, "hears", "What is said to it"),
    (Role::Subject, "of", "What is said of it"),
];

/// Builds the page of all actors.
pub fn actors(data: Shared) -> ActorsPage {
    let others = Localizable { text: "Others", language: language::Language::default() };
    let names = data.camps.iter().map(|camp| language::named(data, camp.name)).chain([others]);
    let mut groups: Vec<(Localizable, Vec<ActorCard>)> = names.map(|name| (name, Vec::new())).collect();
    for id in data.actor_ids() {
        let group = data.actor(id).camp.map_or(data.camps.len(), corpus::CampId::index);
        groups[group].1.push(actor_card(data, id));
    }
    groups.retain(|(_, actors)| !actors.is_empty());
    ActorsPage { summary: summary(data), groups }
}

/// The introduction of the page of all actors.
pub fn summary(data: Shared) -> String {
    format!(
        "{} named in {}. What a ministry or an envoy says counts for its state as well.",
        words::count(data.actors.len(), "actor"),
        words::count(data.documents.len(), "document")
    )
}

fn actor_card(data: Shared, id: ActorId) -> ActorCard {
    let actor = data.actor(id);
    let number = |role: Role| data.index.actors[id.index()][role as usize].iter().count();
    let parts: Vec<String> = [
        (Role::Speaker, "speaks in"),
        (Role::Agent, "acts in"),
        (Role::Relay, "relays"),
        (Role::Audience, "addressed in"),
        (Role::Subject, "spoken of in"),
    ]
    .into_iter()
    .filter_map(|(role, verb)| Some(number(role)).filter(|&number| number > 0).map(|number| format!("{verb} {number}")))
    .collect();
    ActorCard {
        page: card::actor_ref(data, id),
        name: language::named(data, actor.name),
        kind: actor.kind.label(),
        role: language::localizable(data, actor.role),
        parts: if parts.is_empty() { "named only".to_owned() } else { words::capitalised(&parts.join(" · ")) },
    }
}

/// The page of an actor.
pub fn actor(data: Shared, id: ActorId) -> ActorPage {
    let actor = data.actor(id);
    let with = |role| matching::with_actor(data, id, &[role]);
    let active = matching::with_actor(data, id, &[Role::Speaker, Role::Agent]);
    let section = |&(role, key, heading): &(Role, &'static str, &'static str)| {
        let statements = statements::sorted(data, with(role).iter(), Sort::Earliest);
        (!statements.is_empty()).then_some(Section { key, heading, statements })
    };
    let mut relayed: Vec<(ActorId, usize)> = Vec::new();
    for statement in active.iter().map(|id| data.statement(id)) {
        // Who reports an act is not its own reporter.
        let does = statement.agents.iter().any(|&agent| agent == id || actor.parts.contains(&agent));
        let reporters = if does { statement.speakers.as_slice() } else { &[] };
        for &relay in statement.via.iter().chain(reporters).filter(|&&relay| relay != id) {
            match relayed.iter_mut().find(|(known, _)| *known == relay) {
                Some((_, count)) => *count += 1,
                None => relayed.push((relay, 1)),
            }
        }
    }
    let relayed = order::by_key(relayed, |&(_, count)| [order::largest(count), 0, 0]);
    let mut topics = Vec::new();
    let mut silent = Vec::new();
    for (index, topic) in data.topics.iter().enumerate() {
        let topic_id = corpus::TopicId(index as u32);
        let count = active.count_in(data.index.topics[index]);
        if count == 0 {
            silent.push(language::named(data, topic.name));
        } else {
            let filter = Filter {
                actors: Choice::of(id),
                roles: Choice::any_of([Role::Speaker, Role::Agent]),
                topics: Choice::of(topic_id),
                ..Filter::default()
            };
            topics.push((card::topic_ref(data, topic_id, &View::filtered(filter)), count));
        }
    }
    let filter = Filter { actors: Choice::of(id), ..Filter::default() };
    ActorPage {
        id,
        title: Ref { label: actor.name, language: language::name(data, actor.name), ..card::actor_ref(data, id) },
        kind: actor.kind.label(),
        role: language::localizable(data, actor.role),
        note: actor.note.map(|note| language::localizable(data, note)),
        aliases: actor
            .aliases
            .iter()
            .map(|&text| Localizable { text, language: language::alias(data, text) })
            .collect(),
        part_of: actor.part_of.map(|whole| card::actor_ref(data, whole)),
        parts: card::actor_refs(data, &actor.parts),
        member_of: card::actor_refs(data, &actor.member_of),
        members: data
            .actor_ids()
            .filter(|&other| data.actor(other).member_of.contains(&id))
            .map(|id| card::actor_ref(data, id))
            .collect(),
        country: actor.country,
        wikidata: actor.wikidata.map(|item| (item, format!("https://www.wikidata.org/wiki/{item}"))),
        sections: SECTIONS.iter().filter_map(section).collect(),
        relayed_by: relayed.into_iter().map(|(id, count)| (card::actor_ref(data, id), count)).collect(),
        topics,
        silent,
        count: matching::with_actor(data, id, &Role::ALL).len(),
        filtered: link::write(data, &View::filtered(filter)),
        comparisons: comparisons(data, id),
        share: link::share(data, &View::Actor(id)),
    }
}

/// The actors that share most topics with an actor, each with the link to the comparison of the two.
fn comparisons(data: Shared, id: ActorId) -> Vec<Ref> {
    const MOST: usize = 4;
    let own = matching::with_actor(data, id, &[Role::Speaker, Role::Agent]);
    // By the statements of the actor's topics: by actor and topic, a list would be read for each pair of actors.
    let mut shared = vec![0; data.actors.len()];
    let mut counted: Vec<Option<usize>> = vec![None; data.actors.len()];
    for (topic, &postings) in data.index.topics.iter().enumerate().filter(|(_, postings)| own.count_in(**postings) > 0)
    {
        for statement in postings.iter().map(|id| data.statement(id)) {
            for &voice in statement.speakers.iter().chain(&statement.agents) {
                // What a part says is said by the whole as well.
                let mut outer = Some(voice);
                while let Some(actor) = outer.filter(|actor| counted[actor.index()] != Some(topic)) {
                    counted[actor.index()] = Some(topic);
                    shared[actor.index()] += 1;
                    outer = data.actor(actor).part_of;
                }
            }
        }
    }
    let is_related = |other: ActorId| data.actor(id).parts.contains(&other) || data.actor(other).parts.contains(&id);
    let others: Vec<(usize, ActorId)> = data
        .actor_ids()
        .filter(|&other| other != id && !is_related(other))
        .map(|other| (shared[other.index()], other))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    let others = order::by_key(others, |&(shared, other)| {
        [order::largest(shared), data.actor(other).part_of.is_some().into(), 0]
    });
    let compare = |(_, other): &(usize, ActorId)| Ref {
        href: link::write(data, &Comparison::actors([id, *other])),
        ..card::actor_ref(data, *other)
    };
    others.iter().take(MOST).map(compare).collect()
}

#[cfg(test)]
mod tests;
