//! A statement: who says or does what, as a sentence of a document and as an entry of its annotation.

use crate::{
    date,
    language::{Language, Lexicon},
    random::Random,
    registry::Registry,
    shape::Shape,
    toml::Toml,
};

/// Names in a sentence that are not those of the registry: the actor, and the spelling.
pub(crate) type Aliases = Vec<(usize, String)>;

/// What statements of a document have in common.
pub(crate) struct Setting<'a> {
    pub registry: &'a Registry,
    pub shape: Shape,
    pub language: &'a Language,
    pub lexicon: &'a Lexicon,
    /// The topics of the document.
    pub topics: &'a [usize],
    /// The day on which it was published.
    pub published: u32,
}

/// A statement, and the sentence of the text that it is in.
#[derive(Debug)]
pub(crate) struct Statement {
    pub id: String,
    /// With the white space after it.
    pub sentence: String,
    pub cue: Option<String>,
    pub content: Vec<String>,
    pub aliases: Aliases,
    form: &'static str,
    /// The lists of actors and their keys.
    actors: Vec<(&'static str, Vec<usize>)>,
    topics: Vec<usize>,
    when: Option<String>,
    position: Option<&'static str>,
    note: Option<&'static str>,
}

/// A sentence as it is put together.
#[derive(Default)]
struct Sentence {
    cue: Option<String>,
    content: Vec<String>,
    text: String,
    aliases: Aliases,
}

impl Setting<'_> {
    /// Words about a topic.
    pub fn words(&self, least: usize, most: usize, topic: usize, random: &mut Random) -> String {
        let count = random.between(least, most);
        self.lexicon.words(count, self.language.space, topic, random)
    }

    fn mention(&self, actor: usize, aliases: &mut Aliases, random: &mut Random) -> String {
        let (name, is_alias) = self.registry.actors[actor].mention(self.language.script, random);
        if is_alias {
            aliases.push((actor, name.clone()));
        }
        name
    }

    /// The statement of this number in the corpus.
    pub fn statement(&self, number: usize, random: &mut Random) -> Statement {
        let topic = *random.pick(self.topics);
        let form = match random.below(100) {
            0..40 => "indirect",
            40..65 => "direct",
            65..85 => "act",
            85..90 => "mixed",
            _ => "narration",
        };
        let mut sources = Vec::new();
        if form != "narration" {
            sources.push(self.registry.source(random));
            if random.chance(8) {
                add(&mut sources, self.registry.source(random));
            }
        }
        let mut relays = Vec::new();
        for chance in [if form == "narration" { 0 } else { 22 }, 25] {
            if !random.chance(chance) {
                break;
            }
            let relay = self.registry.relay(random);
            if !sources.contains(&relay) {
                add(&mut relays, relay);
            }
        }
        let sentence = self.sentence(form, &sources, &relays, topic, random);
        // From the speaker outward; the sentence names the last one first.
        relays.reverse();
        let mut about = Vec::new();
        (0..random.below(3)).for_each(|_| add(&mut about, self.registry.source(random)));
        if self.shape == Shape::OneActor && sources.is_empty() {
            about = vec![self.registry.source(random)];
        }
        about.retain(|actor| !sources.contains(actor));
        let mut audience = Vec::new();
        if random.chance(12) {
            add(&mut audience, self.registry.source(random));
        }
        audience.retain(|actor| !sources.contains(actor) && !about.contains(actor));
        let sources = (if form == "act" { "agent" } else { "speaker" }, sources);
        let mut topics = vec![topic];
        if random.chance(25) {
            add(&mut topics, self.registry.topic(random));
        }
        let takes_position = form != "narration" && random.chance(45);
        let when = date::when(self.published, random);
        let takes_position = takes_position && self.shape != Shape::Unpositioned;
        let when = if self.shape == Shape::Unplaced { None } else { when };
        let when = self.shape.day().map_or(when, |day| Some(date::Day::new(day).iso()));
        Statement {
            id: format!("{}-{number}", self.registry.topics[topic].id),
            sentence: sentence.text,
            cue: sentence.cue,
            content: sentence.content,
            aliases: sentence.aliases,
            form,
            actors: vec![sources, ("via", relays), ("audience", audience), ("about", about)],
            topics,
            when,
            position: takes_position.then(|| *random.pick(&["supports", "supports", "opposes", "neither"])),
            note: random.chance(6).then_some("The document does not say where; the date follows from its context."),
        }
    }

    fn sentence(&self, form: &str, sources: &[usize], relays: &[usize], topic: usize, random: &mut Random) -> Sentence {
        let language = self.language;
        let mut aliases = Vec::new();
        let names: Vec<String> = sources.iter().map(|&actor| self.mention(actor, &mut aliases, random)).collect();
        let names = names.join(language.and);
        let mut lead = String::new();
        for (relay, [before, after]) in relays.iter().zip([language.according_to, language.citing]) {
            lead.extend([before, &self.mention(*relay, &mut aliases, random), after]);
        }
        let (space, stop, [open, close]) = (language.space, language.stop, language.quotes);
        let sentence = match form {
            "narration" => {
                let content = self.words(9, 24, topic, random);
                Sentence { text: format!("{content}{stop}"), content: vec![content], ..Sentence::default() }
            }
            "act" => {
                let what = self.words(7, 16, topic, random);
                let content = format!("{names}{space}{}{space}{what}", random.pick(language.did));
                let cue = (!lead.is_empty()).then(|| lead.trim_end().to_owned());
                Sentence { text: format!("{lead}{content}{stop}"), cue, content: vec![content], ..Sentence::default() }
            }
            "direct" => {
                let content = self.words(8, 24, topic, random);
                let cue = format!("{}{space}{names}", random.pick(language.said));
                let text = format!("{lead}{open}{content}{close}{}{cue}{stop}", language.comma);
                Sentence { text, cue: Some(cue), content: vec![content], ..Sentence::default() }
            }
            "mixed" => {
                let [before, quoted] = [(); 2].map(|()| self.words(6, 13, topic, random));
                let cue = format!("{lead}{names}{space}{}", random.pick(language.said_that));
                let text = format!("{cue}{space}{before}{space}{open}{quoted}{close}{stop}");
                Sentence { text, cue: Some(cue), content: vec![before, quoted], ..Sentence::default() }
            }
            _ => {
                let content = self.words(8, 26, topic, random);
                let cue = format!("{lead}{names}{space}{}", random.pick(language.said_that));
                let text = format!("{cue}{space}{content}{stop}");
                Sentence { text, cue: Some(cue), content: vec![content], ..Sentence::default() }
            }
        };
        Sentence { aliases, ..sentence }
    }
}

fn add(actors: &mut Vec<usize>, actor: usize) {
    if !actors.contains(&actor) {
        actors.push(actor);
    }
}

impl Statement {
    /// Writes the entry of the annotation.
    pub fn write(&self, registry: &Registry, toml: &mut Toml) {
        toml.table("statement").string("id", &self.id).string("form", self.form);
        for (key, actors) in &self.actors {
            toml.list(key, actors.iter().map(|&actor| &*registry.actors[actor].id));
        }
        toml.optional("cue", self.cue.as_deref())
            .list("content", self.content.iter().map(|content| &**content))
            .list("topics", self.topics.iter().map(|&topic| &*registry.topics[topic].id))
            .optional("when", self.when.as_deref())
            .optional("position", self.position)
            .optional("note", self.note)
            .end();
    }
}
