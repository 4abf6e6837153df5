//! JSON: everything about the statements, without loss, as RFC 8259 has it (<https://www.rfc-editor.org/rfc/rfc8259>).
//!
//! The types here are the format: the feature `schema` makes the JSON Schema (2020-12) in `schema/` of them, their doc
//! comments are its descriptions, and a test keeps it current. [`VERSION`] rises when a reader of an older file could
//! misread a newer one. Words of documents are given letter for letter; offsets count Unicode code points.

use std::borrow::Cow;

use corpus::{ActorId, ActorKind, DocumentId, Span, StatementId, TopicId};
use query::names::Named;
use query::{Shared, card};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::Export;
use crate::attribution;
use crate::selectors;

/// Which version of the format this is.
pub const VERSION: u32 = 1;

/// The name of the format, by which a program recognises such a file.
pub const FORMAT: &str = "briefing-export";

macro_rules! records {
    ($($(#[$doc:meta])* $name:ident { $($(#[$meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$meta])* pub $field: $type,)* }
    )*};
}

records! {
    /// Statements of a briefing, and everything that they refer to.
    Whole {
        /// Where the schema of this file is found.
        #[serde(rename = "$schema")]
        schema: String,
        /// Always `briefing-export`.
        #[cfg_attr(feature = "schema", schemars(extend("const" = FORMAT)))]
        format: &'static str,
        /// The version of the format.
        #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
        version: u32,
        /// The program that wrote the file, and its version.
        generator: &'static str,
        /// The day of the export, ISO 8601.
        exported: String,
        /// What was exported, in words.
        selection: String,
        /// The link to what was exported.
        link: String,
        /// The briefing that the statements are of.
        briefing: Briefing,
        /// The documents that the statements stand in.
        documents: Vec<Document>,
        /// The actors that have a part in them, and those that these are a part of.
        actors: Vec<Actor>,
        /// The topics that they are about.
        topics: Vec<Topic>,
        /// The statements, in the order in which they were exported.
        statements: Vec<Statement>,
        /// The relations that one of the statements is on either side of.
        relations: Vec<Relation>,
    }

    /// What the briefing says of itself.
    Briefing {
        /// Headline.
        title: &'static str,
        /// One or two sentences under the headline.
        standfirst: &'static str,
        /// BCP 47 tag of the language of the editor's words.
        language: &'static str,
        /// Who coded the statements.
        editor: &'static str,
        /// Licence of the coding, in words. The documents' words belong to their publishers.
        licence: &'static str,
        /// How the statements were chosen and coded, one paragraph an entry.
        method: Vec<&'static str>,
        /// Which edition: sixteen hexadecimal digits that change whenever a seed changes.
        edition: String,
    }

    /// A document.
    Document {
        /// Name in links.
        id: &'static str,
        /// Headline.
        title: &'static str,
        /// When it was published, EDTF.
        #[serde(skip_serializing_if = "Option::is_none")]
        published: Option<String>,
        /// The words in the text that tell when it was published.
        #[serde(skip_serializing_if = "Option::is_none")]
        dated_by: Option<Stretch>,
        /// Who published it: the id of an actor.
        #[serde(skip_serializing_if = "Option::is_none")]
        outlet: Option<&'static str>,
        /// Where it was published.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<&'static str>,
        /// BCP 47 tag of the language of the text.
        language: &'static str,
        /// The address of the whole text, which offsets refer to.
        text: String,
    }

    /// Somebody who speaks, is spoken to or is spoken of.
    Actor {
        /// Name in links.
        id: &'static str,
        /// Full name.
        name: &'static str,
        /// Name for tight places.
        short: &'static str,
        /// What sort of actor this is.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = ACTOR_KINDS)))]
        kind: &'static str,
        /// Office or function, in the editor's words.
        role: &'static str,
        /// The actor this one is a part of.
        #[serde(skip_serializing_if = "Option::is_none")]
        part_of: Option<&'static str>,
        /// The camp that it is counted to, by name.
        #[serde(skip_serializing_if = "Option::is_none")]
        camp: Option<&'static str>,
        /// ISO 3166-1 alpha-2 code.
        #[serde(skip_serializing_if = "Option::is_none")]
        country: Option<&'static str>,
        /// Wikidata item.
        #[serde(skip_serializing_if = "Option::is_none")]
        wikidata: Option<&'static str>,
        /// What the editor adds.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<&'static str>,
    }

    /// What statements are about.
    Topic {
        /// Name in links.
        id: &'static str,
        /// Name on the page.
        name: &'static str,
        /// What falls under it.
        scope: &'static str,
    }

    /// A stretch of a document.
    Stretch {
        /// Its words, letter for letter.
        exact: &'static str,
        /// Unicode code points before it in the text.
        start: usize,
        /// Unicode code points before its end.
        end: usize,
    }

    /// An attribution relation: who says or does what, by which words.
    Statement {
        /// Name in links.
        id: &'static str,
        /// The id of the document that it stands in.
        document: &'static str,
        /// How the document gives it.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = ["direct", "mixed", "indirect", "act", "narration"])))]
        form: Cow<'static, str>,
        /// Who says it, or who reports an act; empty where the document itself speaks. Ids of actors, as all below.
        speakers: Vec<&'static str>,
        /// Who did it, for a reported act.
        agents: Vec<&'static str>,
        /// Who relayed it, outward from the speaker; the document itself is always last and not listed.
        via: Vec<&'static str>,
        /// To whom.
        audience: Vec<&'static str>,
        /// Of whom.
        about: Vec<&'static str>,
        /// The words that attribute it, in the order of the text; may be empty.
        cue: Vec<Stretch>,
        /// What is said or done, in the order of the text; several where the text interrupts it.
        #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
        content: Vec<Stretch>,
        /// Ids of topics.
        topics: Vec<&'static str>,
        /// What it wants of its topics, where the editor coded that.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(extend("enum" = ["supports", "opposes", "neither"])))]
        position: Option<Cow<'static, str>>,
        /// When it was said or done, EDTF.
        #[serde(skip_serializing_if = "Option::is_none")]
        when: Option<String>,
        /// The paragraph that it begins in, counted from one.
        #[serde(skip_serializing_if = "Option::is_none")]
        paragraph: Option<u16>,
        /// What the editor adds.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<&'static str>,
        /// The link to it.
        link: String,
    }

    /// An editor's link between two statements, one of which may not be in this file.
    Relation {
        /// The id of the statement that relates.
        from: &'static str,
        /// The id of the statement that it relates to.
        to: &'static str,
        /// How.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = ["contradicts", "supports", "responds-to"])))]
        kind: &'static str,
        /// Why the editor says so.
        reason: &'static str,
    }
}

#[cfg(feature = "schema")]
const ACTOR_KINDS: [&str; 11] = [
    "state",
    "government-body",
    "delegation",
    "person",
    "bloc",
    "mechanism",
    "outlet",
    "think-tank",
    "instrument",
    "group",
    "unnamed",
];

/// What sort of actor somebody is, as the seeds write it.
pub(crate) const fn actor_kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::State => "state",
        ActorKind::GovernmentBody => "government-body",
        ActorKind::Delegation => "delegation",
        ActorKind::Person => "person",
        ActorKind::Bloc => "bloc",
        ActorKind::Mechanism => "mechanism",
        ActorKind::Outlet => "outlet",
        ActorKind::ThinkTank => "think-tank",
        ActorKind::Instrument => "instrument",
        ActorKind::Group => "group",
        ActorKind::Unnamed => "unnamed",
    }
}

/// The JSON Schema of the format, as it lies in `schema/`.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    let mut settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.transforms.push(Box::new(schemars::transform::RecursiveTransform(without_null)));
    let mut schema = settings.into_generator().into_root_schema_for::<Whole>();
    schema.insert("title".to_owned(), "Statements exported from a briefing".into());
    format!("{:#}\n", schema.as_value())
}

/// What there is not is left out of the file; `null` is never written.
#[cfg(feature = "schema")]
fn without_null(schema: &mut schemars::Schema) {
    let null = |value: &serde_json::Value| value == "null" || value["type"] == "null";
    for key in ["type", "anyOf"] {
        let Some(serde_json::Value::Array(kinds)) = schema.get_mut(key) else { continue };
        kinds.retain(|kind| !null(kind));
        if let [only] = kinds.as_slice() {
            let only = only.clone();
            if key == "type" {
                schema.insert(key.to_owned(), only);
            } else {
                schema.remove(key);
                schema.ensure_object().extend(only.as_object().cloned().unwrap_or_default());
            }
        }
    }
}

pub(crate) fn write(export: Export<'_>) -> String {
    let text = serde_json::to_string_pretty(&collect(export));
    // Strings, numbers and lists under fixed names: all of it is JSON.
    text.map(|text| text + "\n").expect("the records are JSON")
}

fn collect(export: Export<'_>) -> Whole {
    let Export { data, statements, context } = export;
    let used = Used::new(data, statements);
    let relates =
        |relation: &&corpus::Relation<'_>| [relation.from, relation.to].iter().any(|id| statements.contains(id));
    Whole {
        schema: context.schema_address(),
        format: FORMAT,
        version: VERSION,
        generator: concat!("Briefing ", env!("CARGO_PKG_VERSION")),
        exported: context.accessed.to_string(),
        selection: context.words(data),
        link: context.view_link(data),
        briefing: Briefing {
            title: data.title,
            standfirst: data.standfirst,
            language: data.language,
            editor: data.editor,
            licence: data.licence,
            method: data.method.clone(),
            edition: data.digest.to_string(),
        },
        documents: used.documents().map(|id| document(export, id)).collect(),
        actors: used.actors().map(|id| actor(data, id)).collect(),
        topics: used.topics().map(|id| topic(data, id)).collect(),
        statements: statements.iter().map(|&id| statement(export, id)).collect(),
        relations: data.relations.iter().filter(relates).map(|one| relation(data, one)).collect(),
    }
}

/// What statements refer to, each once and in the editor's order.
struct Used {
    documents: Vec<bool>,
    actors: Vec<bool>,
    topics: Vec<bool>,
}

impl Used {
    fn new(data: Shared, statements: &[StatementId]) -> Used {
        let mut used = Used {
            documents: vec![false; data.documents.len()],
            actors: vec![false; data.actors.len()],
            topics: vec![false; data.topics.len()],
        };
        for statement in statements.iter().map(|&id| data.statement(id)) {
            used.documents[statement.document.index()] = true;
            statement.topics.iter().for_each(|topic| used.topics[topic.index()] = true);
            let roles = [&statement.speakers, &statement.agents, &statement.via, &statement.audience, &statement.about];
            let outlet = data.document(statement.document).outlet;
            for &actor in roles.into_iter().flatten().chain(&outlet) {
                let wholes = std::iter::successors(Some(actor), |&part| data.actor(part).part_of);
                wholes.for_each(|actor| used.actors[actor.index()] = true);
            }
        }
        used
    }

    fn documents(&self) -> impl Iterator<Item = DocumentId> {
        set(&self.documents).map(DocumentId)
    }

    fn actors(&self) -> impl Iterator<Item = ActorId> {
        set(&self.actors).map(ActorId)
    }

    fn topics(&self) -> impl Iterator<Item = TopicId> {
        set(&self.topics).map(TopicId)
    }
}

fn set(used: &[bool]) -> impl Iterator<Item = u32> {
    used.iter().enumerate().filter(|(_, used)| **used).map(|(place, _)| place as u32)
}

fn document(export: Export<'_>, id: DocumentId) -> Document {
    let Export { data, context, .. } = export;
    let document = data.document(id);
    Document {
        id: document.slug,
        title: document.title,
        published: document.published.map(|date| date.to_string()),
        dated_by: document.dated_by.map(|span| stretch(document.text, span)),
        outlet: document.outlet.map(|outlet| data.actor(outlet).slug),
        url: document.url,
        language: document.language,
        text: context.text_address(data, id),
    }
}

fn actor(data: Shared, id: ActorId) -> Actor {
    let actor = data.actor(id);
    Actor {
        id: actor.slug,
        name: actor.name,
        short: actor.short,
        kind: actor_kind(actor.kind),
        role: actor.role,
        part_of: actor.part_of.map(|whole| data.actor(whole).slug),
        camp: actor.camp.map(|camp| data.camp(camp).name),
        country: actor.country,
        wikidata: actor.wikidata,
        note: actor.note,
    }
}

fn topic(data: Shared, id: TopicId) -> Topic {
    let topic = data.topic(id);
    Topic { id: topic.slug, name: topic.name, scope: topic.scope }
}

fn stretch(text: &'static str, span: Span) -> Stretch {
    let (start, end) = selectors::points(text, span);
    Stretch { exact: &text[span.range()], start, end }
}

fn statement(export: Export<'_>, id: StatementId) -> Statement {
    let Export { data, context, .. } = export;
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let actors = |ids: &[ActorId]| ids.iter().map(|&id| data.actor(id).slug).collect();
    let stretches = |spans: &[Span]| spans.iter().map(|&span| stretch(document.text, span)).collect();
    Statement {
        id: statement.slug,
        document: document.slug,
        form: statement.form.slug(data),
        speakers: actors(&statement.speakers),
        agents: actors(&statement.agents),
        via: actors(&statement.via),
        audience: actors(&statement.audience),
        about: actors(&statement.about),
        cue: stretches(&statement.cue),
        content: stretches(&statement.content),
        topics: statement.topics.iter().map(|&topic| data.topic(topic).slug).collect(),
        position: statement.position.map(|position| position.slug(data)),
        when: statement.when.map(|date| date.to_string()),
        paragraph: card::paragraph(data, id),
        note: statement.note,
        link: context.statement_link(data, id),
    }
}

fn relation(data: Shared, relation: &corpus::Relation<'static>) -> Relation {
    Relation {
        from: data.statement(relation.from).slug,
        to: data.statement(relation.to).slug,
        kind: attribution::relation_kind(relation.kind),
        reason: relation.reason,
    }
}
