//! Actors, topics and camps, and `actors.toml`, `topics.toml` and `briefing.toml`.

use std::collections::BTreeSet;

use crate::{
    random::Random,
    shape::Shape,
    syllables::{Script, name},
    toml::Toml,
    zipf::Zipf,
};

/// Camps: id, name, hue.
const CAMPS: [[&str; 3]; 5] = [
    ["coast", "Coast states", "blue"],
    ["hills", "Hill states", "red"],
    ["plain", "States of the plain", "green"],
    ["press", "Press and think tanks", "ochre"],
    ["blocs", "Blocs and mechanisms", "violet"],
];

/// The first camps are those of states.
const CAMPS_OF_STATES: usize = 3;

const OFFICES: [&str; 10] = [
    "Foreign Ministry",
    "Energy Ministry",
    "Parliament",
    "Border Service",
    "Water Agency",
    "Trade Ministry",
    "Army",
    "Central Bank",
    "Supreme Court",
    "Transport Ministry",
];

const GIVEN_NAMES: [&str; 24] = [
    "Mara", "Ilya", "Aline", "Tomas", "Nadia", "Oren", "Sela", "Jonas", "Leyla", "Viktor", "Amina", "Pavel", "Rosa",
    "Karim", "Elin", "Bruno", "Dana", "Emil", "Farah", "Goran", "Hana", "Ivo", "Lena", "Marek",
];

const FUNCTIONS: [&str; 8] =
    ["Minister", "Spokesperson", "Envoy", "Deputy minister", "Chair", "Adviser", "Director", "Member"];

const AREAS: [&str; 14] = [
    "Border",
    "Energy",
    "Water",
    "Trade",
    "Transport",
    "Military",
    "Food",
    "Climate",
    "Migration",
    "Media",
    "Health",
    "Mining",
    "Banking",
    "Fishing",
];

const ASPECTS: [&str; 8] =
    ["security", "prices", "cooperation", "sanctions", "investment", "reform", "disputes", "aid"];

/// Somebody who can be named in a text.
#[derive(Debug)]
pub(crate) struct Actor {
    pub id: String,
    pub kind: &'static str,
    name: String,
    short: Option<String>,
    role: String,
    part_of: Option<usize>,
    member_of: Option<usize>,
    camp: Option<usize>,
    country: Option<&'static str>,
    /// The number of the actor's name in other scripts.
    number: usize,
}

impl Actor {
    /// How a text in this script names the actor, and whether that is another spelling than the name.
    pub fn mention(&self, script: Script, random: &mut Random) -> (String, bool) {
        match (script, &self.short) {
            (Script::Latin, Some(short)) if random.chance(40) => (short.clone(), true),
            (Script::Latin, _) => (self.name.clone(), false),
            (script, _) => (name(self.number, script), true),
        }
    }
}

/// A subject of statements.
#[derive(Debug)]
pub(crate) struct Topic {
    pub id: String,
    name: String,
}

/// All that documents refer to.
#[derive(Debug)]
pub(crate) struct Registry {
    pub actors: Vec<Actor>,
    pub topics: Vec<Topic>,
    shape: Shape,
    /// Actors that speak, that relay and that publish, the most frequent first.
    sources: Vec<usize>,
    relays: Vec<usize>,
    outlets: Vec<usize>,
    source_ranks: Zipf,
    relay_ranks: Zipf,
    outlet_ranks: Zipf,
    topic_ranks: Zipf,
}

impl Registry {
    /// A registry for a corpus with this many statements. Actors and topics grow with its square root, as the
    /// different words of a text roughly do (Heaps' law).
    pub fn new(statements: usize, shape: Shape, random: &mut Random) -> Self {
        let root = statements.isqrt();
        let actors = actors(shape.actors(10 + 5 * root), shape);
        let topics = topics(shape.topics((6 + root / 3).min(AREAS.len() * ASPECTS.len())), shape);
        let of = |is: fn(&str) -> bool, random: &mut Random| {
            let mut found: Vec<usize> = (0..actors.len()).filter(|&actor| is(actors[actor].kind)).collect();
            random.shuffle(&mut found);
            found
        };
        let sources = of(|kind| !matches!(kind, "outlet" | "instrument"), random);
        let relays = of(|kind| matches!(kind, "outlet" | "think-tank" | "instrument" | "unnamed"), random);
        let outlets = of(|kind| kind == "outlet", random);
        Self {
            source_ranks: Zipf::new(sources.len(), 2),
            relay_ranks: Zipf::new(relays.len(), 2),
            outlet_ranks: Zipf::new(outlets.len(), 2),
            topic_ranks: Zipf::new(topics.len(), 2),
            actors,
            topics,
            shape,
            sources,
            relays,
            outlets,
        }
    }

    /// Somebody who speaks, acts, or is spoken of.
    pub fn source(&self, random: &mut Random) -> usize {
        let rank = self.source_ranks.sample(random);
        self.sources[if self.shape == Shape::OneActor { 0 } else { rank }]
    }

    /// Somebody who passes a statement on.
    pub fn relay(&self, random: &mut Random) -> usize {
        self.relays[self.relay_ranks.sample(random)]
    }

    /// The publisher of a document.
    pub fn outlet(&self, random: &mut Random) -> usize {
        self.outlets[self.outlet_ranks.sample(random)]
    }

    /// The subject of a statement.
    pub fn topic(&self, random: &mut Random) -> usize {
        self.topic_ranks.sample(random)
    }

    /// `actors.toml`, with the spellings that documents use.
    pub fn actors_toml(&self, aliases: &BTreeSet<(usize, String)>) -> String {
        let mut toml = Toml::default();
        for (index, actor) in self.actors.iter().enumerate() {
            let of_actor = aliases.range((index, String::new())..(index + 1, String::new()));
            toml.table("actor")
                .string("id", &actor.id)
                .string("name", &actor.name)
                .string("kind", actor.kind)
                .string("role", &actor.role)
                .optional("short", actor.short.as_deref())
                .optional("part_of", actor.part_of.map(|whole| &*self.actors[whole].id))
                .optional("country", actor.country)
                .optional("camp", actor.camp.map(|camp| CAMPS[camp][0]))
                .list("aliases", of_actor.map(|(_, alias)| &**alias))
                .list("member_of", actor.member_of.map(|whole| &*self.actors[whole].id))
                .end();
        }
        toml.into_text()
    }

    /// `topics.toml`.
    pub fn topics_toml(&self) -> String {
        let mut toml = Toml::default();
        for Topic { id, name } in &self.topics {
            let scope = format!("All that concerns {}.", name.to_lowercase());
            toml.table("topic").string("id", id).string("name", name).string("scope", &scope).end();
        }
        toml.into_text()
    }
}

/// `briefing.toml`.
pub(crate) fn briefing_toml(statements: usize, seed: u64, shape: Shape) -> String {
    let mut toml = Toml::default();
    let standfirst = format!("Nobody said any of this: the documents were made by a program, with seed {seed}.");
    let title = shape.name(format!("A synthetic corpus of {statements} statements"), 1);
    toml.string("title", &title)
        .string("standfirst", &standfirst)
        .string("language", "en")
        .string("editor", "cargo xtask synth")
        .string("licence", "CC0")
        .list("method", ["Words, actors and topics are drawn at random, by Zipf's law."])
        .end();
    let camps = if shape == Shape::Unpositioned { &[] } else { &CAMPS[..] };
    for (number, [id, name, hue]) in camps.iter().enumerate() {
        let name = shape.name((*name).to_owned(), number);
        toml.table("camp").string("id", id).string("name", &name).string("hue", hue).end();
    }
    toml.into_text()
}

/// Actors of all kinds: each refers only to earlier ones.
fn actors(count: usize, shape: Shape) -> Vec<Actor> {
    let states = (count / 12).max(3);
    let blocs = (count / 40).max(1);
    let bodies = (count / 6).min(states * OFFICES.len());
    let mut actors: Vec<Actor> = Vec::with_capacity(count);
    for number in 0..count {
        let (latin, sequence) = (name(number, Script::Latin), number.wrapping_sub(states + blocs + bodies));
        let mut actor = Actor {
            id: format!("{}-{number}", latin.to_lowercase()),
            kind: "state",
            name: latin.clone(),
            short: None,
            role: "State".to_owned(),
            part_of: None,
            member_of: None,
            camp: None,
            country: None,
            number,
        };
        if number < blocs {
            (actor.kind, actor.role, actor.camp) = ("bloc", "Union of states".to_owned(), Some(4));
            actor.name = format!("{latin} Union");
        } else if number < blocs + states {
            actor.camp = Some(number % CAMPS_OF_STATES);
            actor.country = shape.country(number - blocs);
            actor.member_of = number.is_multiple_of(2).then_some(number % blocs);
        } else if number < blocs + states + bodies {
            let body = number - blocs - states;
            let (state, office) = (blocs + body % states, OFFICES[body / states % OFFICES.len()]);
            (actor.kind, actor.part_of) = ("government-body", Some(state));
            actor.name = format!("{} {office}", actors[state].name);
            actor.role = format!("{office} of {}", actors[state].name);
        } else {
            other(&mut actor, sequence, &latin, &actors, blocs);
        }
        actors.push(actor);
    }
    for (number, actor) in actors.iter_mut().enumerate() {
        if shape == Shape::Unpositioned {
            actor.camp = None;
        }
        if shape == Shape::LongNames {
            actor.name = shape.name(std::mem::take(&mut actor.name), number);
            actor.role = shape.name(std::mem::take(&mut actor.role), number);
            actor.short = None;
        }
    }
    actors
}

/// People, press and the rest.
fn other(actor: &mut Actor, sequence: usize, latin: &str, earlier: &[Actor], blocs: usize) {
    let whole = blocs + sequence * 7 % (earlier.len() - blocs - sequence);
    match sequence % 12 {
        0..6 => {
            let function = FUNCTIONS[sequence / 12 % FUNCTIONS.len()];
            actor.name = format!("{} {latin}", GIVEN_NAMES[sequence % GIVEN_NAMES.len()]);
            actor.short = Some(latin.to_owned());
            (actor.kind, actor.role) = ("person", format!("{function}, {}", earlier[whole].name));
            actor.part_of = Some(whole);
        }
        6 | 7 => {
            let suffix = ["Times", "Post", "Daily", "Radio", "News"][sequence / 12 % 5];
            actor.name = format!("{latin} {suffix}");
            (actor.kind, actor.role, actor.camp) = ("outlet", "Newspaper or agency".to_owned(), Some(3));
        }
        8 => {
            actor.name = format!("{latin} Institute");
            (actor.kind, actor.role, actor.camp) = ("think-tank", "Research institute".to_owned(), Some(3));
        }
        9 => {
            actor.name = format!("{latin} Dialogue");
            (actor.kind, actor.role, actor.camp) = ("mechanism", "Standing format of talks".to_owned(), Some(4));
        }
        10 => {
            actor.name = format!("{latin} lawmakers");
            (actor.kind, actor.role, actor.part_of) = ("group", "Members of a parliament".to_owned(), Some(whole));
        }
        _ => {
            let is_text = (sequence / 12).is_multiple_of(2);
            actor.name = if is_text { format!("{latin} Communiqué") } else { format!("a source in {latin}") };
            actor.kind = if is_text { "instrument" } else { "unnamed" };
            let role = if is_text { "Published text" } else { "Source that is not named" };
            role.clone_into(&mut actor.role);
        }
    }
}

fn topics(count: usize, shape: Shape) -> Vec<Topic> {
    let topic = |number: usize| {
        // Neighbours differ in both parts.
        let area = AREAS[number % AREAS.len()];
        let aspect = ASPECTS[(number + number / AREAS.len()) % ASPECTS.len()];
        let (id, name) = (format!("{}-{aspect}", area.to_lowercase()), format!("{area} {aspect}"));
        // Beyond all combinations, those of a place.
        let place = (number >= AREAS.len() * ASPECTS.len()).then(|| self::name(number, Script::Latin));
        let (id, name) = match place {
            Some(place) => (format!("{id}-{}", place.to_lowercase()), format!("{name} in {place}")),
            None => (id, name),
        };
        Topic { id, name: shape.name(name, number) }
    };
    (0..count).map(topic).collect()
}
