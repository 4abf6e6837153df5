//! The render models of the pages of all actors and of one actor.

use corpus::{ActorId, Enumeration, Role, StatementId, text};

use crate::Shared;
use crate::card::{self, Ref};
use crate::compare;
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::matching;
use crate::names::{actor_names, is_named};
use crate::order;
use crate::set::StatementSet;
use crate::statements::{self, StatementGroup};
use crate::view::{Choice, Filter, Sort, View};
use crate::words;

mod comparisons;
mod profile;
mod wording;

use comparisons::comparisons;
use profile::profile;
pub use profile::{Bar, Flag, Opponent, Opponents, Profile, Side};
pub use wording::Wording;

/// The most topics that are named as those on which an actor is silent.
const MOST_SILENT: usize = 24;

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
    /// The flag of its country.
    pub flag: Option<Flag>,
    /// What it speaks on, on which side, against whom and when.
    pub profile: Profile,
}

/// The page of all actors, by camp.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorsPage {
    /// The introduction: "31 actors named in 1 document. ..."
    pub summary: String,
    /// Camps with their actors.
    pub groups: Vec<CampGroup>,
    /// Whether there are so many that the camps list only the first, and actors are found by name.
    pub is_long: bool,
}

/// A camp, or those without one, with actors.
#[derive(Clone, Debug, PartialEq)]
pub struct CampGroup {
    /// The index of the camp; that after the last camp for actors without one.
    pub camp: usize,
    /// The name.
    pub name: Localizable,
    /// The number of its actors, or of those that are found.
    pub number: usize,
    /// The actors that are listed.
    pub actors: Vec<ActorCard>,
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
    /// The words for actors of its kind.
    pub wording: &'static Wording,
    /// Office or function.
    pub role: Localizable,
    /// The editor's note.
    pub note: Option<Localizable>,
    /// Aliases: how the documents write the name.
    pub aliases: Vec<Localizable>,
    /// The flag of its country.
    pub flag: Option<Flag>,
    /// What it speaks on, on which side, against whom and when.
    pub profile: Profile,
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
    /// Name of whoever owns it.
    pub owner: Option<Localizable>,
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
    /// The comparison of what it says before a day and from it on, and its link.
    pub before_and_after: Option<(String, String)>,
}

impl ActorPage {
    /// The topics on which it neither speaks nor acts, as a list: "A, B and C". Names with an "and" of their own are
    /// kept apart by semicolons. Of very many the first are named.
    pub fn silent_on(&self) -> Phrase {
        // A single further one takes no more room than its number.
        let named = if self.silent.len() > MOST_SILENT + 1 { MOST_SILENT } else { self.silent.len() };
        let further = self.silent.len() - named;
        let further = (further > 0).then(|| Phrase::new(&format!("{} more topics", words::grouped(further))));
        let names = self.silent.iter().take(named).map(|&topic| Phrase::of(topic)).chain(further);
        if self.silent.iter().any(|topic| topic.text.contains(" and ")) {
            Phrase::joined(names, "; ")
        } else {
            Phrase::list(names.collect())
        }
    }
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

/// The sections as groups of one list, for an actor whose statements are not all drawn.
pub fn groups(data: Shared, sections: Vec<Section>) -> Vec<StatementGroup> {
    let mut earlier = StatementSet::empty(data.statements.len());
    let group = |Section { key, heading, statements }: Section| {
        let repeated = statements.iter().copied().filter(|&id| earlier.contains(id)).collect();
        for &id in &statements {
            earlier.insert(id);
        }
        let (key, heading) = (key.to_owned(), heading.to_owned());
        StatementGroup { key, heading, language: Language::default(), statements, repeated, hue: None }
    };
    sections.into_iter().map(group).collect()
}

/// The roles in the order of the sections, and the key of each section.
const SECTIONS: [(Role, &str); 5] = [
    (Role::Speaker, "says"),
    (Role::Agent, "does"),
    (Role::Relay, "relays"),
    (Role::Audience, "hears"),
    (Role::Subject, "of"),
];

/// The most actors that are seen without scrolling. Above more of them are links to each camp.
const SCREENFUL: usize = 12;

/// The most actors of a briefing that are all listed on one page. A card has some 55 elements.
const MOST_ON_ONE_PAGE: usize = 64;

/// The number of actors of a camp that are listed at first where there are more, and after each time that the reader
/// asks for more.
const LISTED: [usize; 2] = [16, 120];

/// Builds the page of all actors.
pub fn actors(data: Shared) -> ActorsPage {
    let is_long = data.actors.len() > MOST_ON_ONE_PAGE;
    ActorsPage { summary: summary(data), groups: groups_of(data, &in_order(data)), is_long }
}

/// Builds the page of all actors where there are very many: those in whose names each word of a text begins a word, of
/// each camp the first. `steps` is how often the reader has asked for more of a camp.
pub fn found(data: Shared, text: &str, steps: impl Fn(usize) -> usize) -> ActorsPage {
    let typed: Vec<String> = text::terms(text).map(|term| term.word).collect();
    let mut room: Vec<usize> = (0..=data.camps.len()).map(|camp| LISTED[0] + LISTED[1] * steps(camp)).collect();
    let mut numbers = vec![0; room.len()];
    let listed = |id: &ActorId| {
        let camp = camp_index(data, *id);
        let is_found = is_named(&actor_names(data, *id).collect::<Vec<_>>(), &typed);
        numbers[camp] += usize::from(is_found);
        let is_listed = is_found && room[camp] > 0;
        room[camp] -= usize::from(is_listed);
        is_listed
    };
    let listed: Vec<ActorId> = in_order(data).into_iter().filter(listed).collect();
    let group = |group: CampGroup| CampGroup { number: numbers[group.camp], ..group };
    let groups = groups_of(data, &listed).into_iter().map(group).collect();
    ActorsPage { summary: summary(data), groups, is_long: true }
}

/// All actors by camp, those without a camp last. Of very many, those with most statements come first in each camp.
pub fn in_order(data: Shared) -> Vec<ActorId> {
    let is_long = data.actors.len() > MOST_ON_ONE_PAGE;
    let statements = |id| Role::ALL.map(|role| data.index.facets.actor(id, role).iter().count()).into_iter().sum();
    order::by_key(data.actor_ids().collect(), |&id| {
        [(camp_index(data, id) as u32).cast_signed(), if is_long { order::largest(statements(id)) } else { 0 }, 0]
    })
}

/// Whether groups are so long that links to each of them help.
pub fn has_jumps(groups: &[CampGroup]) -> bool {
    groups.len() > 1 && groups.iter().map(|group| group.actors.len()).sum::<usize>() > SCREENFUL
}

/// The groups of actors that are in order.
pub fn groups_of(data: Shared, actors: &[ActorId]) -> Vec<CampGroup> {
    let mut groups: Vec<CampGroup> = Vec::new();
    for &id in actors {
        let camp = camp_index(data, id);
        if groups.last().is_none_or(|last| last.camp != camp) {
            let others = Localizable { text: "Others", language: Language::default() };
            let name = data.camps.get(camp).map_or(others, |camp| language::named(data, camp.name));
            groups.push(CampGroup { camp, name, number: 0, actors: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.number += 1;
            group.actors.push(actor_card(data, id));
        }
    }
    groups
}

fn camp_index(data: Shared, id: ActorId) -> usize {
    data.actor(id).camp.map_or(data.camps.len(), corpus::CampId::index)
}

/// The introduction of the page of all actors.
pub fn summary(data: Shared) -> String {
    format!(
        "{} named in {}. What a ministry or an envoy says counts for its state as well.{}",
        words::count(data.actors.len(), "actor"),
        words::count(data.documents.len(), "document"),
        if data.actors.len() > MOST_ON_ONE_PAGE { " Those with most statements come first." } else { "" }
    )
}

fn actor_card(data: Shared, id: ActorId) -> ActorCard {
    let actor = data.actor(id);
    let number = |role: Role| data.index.facets.actor(id, role).iter().count();
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
        flag: profile::flag_of(data, id),
        profile: profile(data, id),
    }
}

/// The page of an actor.
pub fn actor(data: Shared, id: ActorId) -> ActorPage {
    let actor = data.actor(id);
    let with = |role| matching::with_actor(data, id, &[role]);
    let active = matching::with_actor(data, id, &[Role::Speaker, Role::Agent]);
    let wording = Wording::of(actor.kind);
    let section = |&(role, key): &(Role, &'static str)| {
        let statements = statements::sorted_set(data, &with(role), Sort::Earliest);
        (!statements.is_empty()).then_some(Section { key, heading: wording.heading(role), statements })
    };
    let mut is_own = vec![false; data.actors.len()];
    actor.parts.iter().chain([&id]).for_each(|own| is_own[own.index()] = true);
    let mut relayed: Vec<(ActorId, usize)> = Vec::new();
    // Where each actor is in the list above, counted from one; zero for those that are not.
    let mut places = vec![0; data.actors.len()];
    for statement in active.iter().map(|id| data.statement(id)) {
        // Who reports an act is not its own reporter.
        let does = statement.agents.iter().any(|agent| is_own[agent.index()]);
        let reporters = if does { statement.speakers } else { &[] };
        for &relay in statement.via.iter().chain(reporters).filter(|&&relay| relay != id) {
            let place = &mut places[relay.index()];
            if *place == 0 {
                relayed.push((relay, 0));
                *place = relayed.len();
            }
            relayed[*place - 1].1 += 1;
        }
    }
    let relayed = order::by_key(relayed, |&(_, count)| [order::largest(count), 0, 0]);
    let mut topics = Vec::new();
    let mut silent = Vec::new();
    for (index, topic) in data.topics.iter().enumerate() {
        let topic_id = corpus::TopicId(index as u32);
        let count = active.count_in(data.index.facets.topic(topic_id));
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
        wording,
        role: language::localizable(data, actor.role),
        note: actor.note.map(|note| language::localizable(data, note)),
        aliases: actor
            .aliases
            .iter()
            .enumerate()
            .map(|(index, &text)| Localizable {
                text,
                language: language::alias(data, text, data.alias_document(id, index)),
            })
            .collect(),
        flag: profile::flag_of(data, id),
        profile: profile(data, id),
        part_of: actor.part_of.map(|whole| card::actor_ref(data, whole)),
        parts: card::actor_refs(data, &actor.parts),
        member_of: card::actor_refs(data, &actor.member_of),
        members: data
            .actor_ids()
            .filter(|&other| data.actor(other).member_of.contains(&id))
            .map(|id| card::actor_ref(data, id))
            .collect(),
        country: actor.country,
        owner: actor.owner.map(|owner| language::named(data, owner)),
        wikidata: actor.wikidata.map(|item| (item, format!("https://www.wikidata.org/wiki/{item}"))),
        sections: SECTIONS.iter().filter_map(section).collect(),
        relayed_by: relayed.into_iter().map(|(id, count)| (card::actor_ref(data, id), count)).collect(),
        topics,
        silent,
        count: matching::with_actor(data, id, &Role::ALL).len(),
        filtered: link::write(data, &View::filtered(filter)),
        comparisons: comparisons(data, id),
        before_and_after: compare::before_and_after(data, id),
    }
}

#[cfg(test)]
mod tests;
