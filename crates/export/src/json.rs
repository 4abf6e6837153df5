//! JSON: everything about the statements, without loss, as RFC 8259 has it (<https://www.rfc-editor.org/rfc/rfc8259>).
//!
//! The types in `records` are the format: the feature `schema` makes the JSON Schema (2020-12) in `schema/` of them, and a
//! test keeps it current; the bundle serves it under `schema/`. [`VERSION`] rises when a program that knows an older file
//! could misread a newer one. Words of documents are given letter for letter; offsets count Unicode code points.

mod records;

use corpus::{ActorId, DocumentId, Enumeration, Span, StatementId, TopicId};
use query::language::Direction;
use query::names::Named;
use query::{Shared, card};

use crate::Export;
use crate::selectors;
use records::{Actor, Briefing, Document, Relation, Statement, Stretch, Topic, Whole};

/// Which version of the format this is.
pub const VERSION: u32 = 1;

/// The name of the format, by which a program recognises such a file.
pub const FORMAT: &str = "briefing-export";

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
            direction: Direction::of_language(data.language).keyword(),
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
        direction: Direction::of_language(document.language).keyword(),
        text: context.text_address(data, id),
    }
}

fn actor(data: Shared, id: ActorId) -> Actor {
    let actor = data.actor(id);
    Actor {
        id: actor.slug,
        name: actor.name,
        short: actor.short,
        kind: actor.kind.key(),
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
        language: document.language,
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
        kind: relation.kind.key(),
        reason: relation.reason,
    }
}
