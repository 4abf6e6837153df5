//! Who says a statement, and through whom it came, in words.

use std::borrow::Cow;

use corpus::{ActorId, Form, RelationKind, StatementId};
use query::card;
use query::language::isolated;
use query::names::Named;
use query::{Shared, words};

/// Full names of actors, in their order.
pub fn names(data: Shared, ids: &[ActorId]) -> Vec<&'static str> {
    ids.iter().map(|&id| data.actor(id).name).collect()
}

/// The same within a sentence of ours: a name that runs from right to left turns nothing round but itself.
fn isolated_names(data: Shared, ids: &[ActorId]) -> Vec<Cow<'static, str>> {
    names(data, ids).into_iter().map(isolated).collect()
}

/// Who says or does it, by full name; `None` where the document itself speaks.
pub fn voice(data: Shared, id: StatementId) -> Option<String> {
    let names = isolated_names(data, card::voices(data, id));
    (!names.is_empty()).then(|| words::list(&names))
}

/// Who says or does it, by full name, or the document.
pub fn author(data: Shared, id: StatementId) -> String {
    voice(data, id).unwrap_or_else(|| "The article".to_owned())
}

/// Who reports an act, where that is somebody else than the document.
pub fn reporters(data: Shared, id: StatementId) -> &'static [ActorId] {
    let statement = data.statement(id);
    if statement.form == Form::Act { &statement.speakers } else { &[] }
}

/// The attribution chain, from who speaks to the document: "Tashkent → Sputnik Uzbekistan → “Central Asia …”".
pub fn chain(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let mut links: Vec<String> = voice(data, id).into_iter().collect();
    let reporters = isolated_names(data, reporters(data, id));
    if !reporters.is_empty() {
        links.push(words::list(&reporters));
    }
    links.extend(isolated_names(data, &statement.via).into_iter().map(Cow::into_owned));
    links.push(format!("“{}”", isolated(data.document(statement.document).title)));
    links.join(" → ")
}

/// How the words reached the document, as the beginning of a reference to it: "Paraphrased, as cited by Politico, in".
pub fn conveyed(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let mut text = match statement.form {
        Form::Direct => "Quoted",
        Form::Mixed => "Partly quoted",
        Form::Indirect => "Paraphrased",
        Form::Act => "Reported",
        // Nobody stands between the document and its own voice.
        Form::Narration => return "In".to_owned(),
    }
    .to_owned();
    let reporters = isolated_names(data, reporters(data, id));
    if !reporters.is_empty() {
        text = format!("{text} by {}", words::list(&reporters));
    }
    for relay in isolated_names(data, &statement.via) {
        text = format!("{text}, as cited by {relay}");
    }
    let comma = if statement.via.is_empty() { "" } else { "," };
    format!("{text}{comma} in")
}

/// What is known of a statement besides its words, each with its label. Only what there is.
pub fn facts(data: Shared, id: StatementId) -> Vec<(&'static str, String)> {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let all = |ids: &[ActorId]| isolated_names(data, ids).join("; ");
    let cue: Vec<_> = statement.cue.iter().map(|&span| format!("“{}”", isolated(document.slice(span)))).collect();
    let topics: Vec<_> = statement.topics.iter().map(|&topic| isolated(data.topic(topic).name)).collect();
    let place = card::paragraph(data, id).map(|number| format!("paragraph {number}"));
    let facts = [
        ("Chain", chain(data, id)),
        ("Form", card::form(data, id)),
        ("Attributed by", cue.join(" … ")),
        ("To", all(&statement.audience)),
        ("About", all(&statement.about)),
        ("Topics", topics.join("; ")),
        ("Position", statement.position.map(|position| position.label(data).into_owned()).unwrap_or_default()),
        ("When", statement.when.map(words::date).unwrap_or_default()),
        ("Place", place.unwrap_or_default()),
        // Where it goes without saying, it is not said.
        ("Language", if document.language == data.language { String::new() } else { document.language.to_owned() }),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// An editor's link from one statement to another, seen from either.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Related {
    /// How they relate.
    pub kind: RelationKind,
    /// Whether the statement that is looked at is the one that relates.
    pub outward: bool,
    /// The other statement.
    pub other: StatementId,
    /// Why, in the editor's words.
    pub reason: &'static str,
}

/// The relations of a statement, in the editor's order.
pub fn relations(data: Shared, id: StatementId) -> impl Iterator<Item = Related> {
    data.relations.iter().filter(move |relation| relation.from == id || relation.to == id).map(move |relation| {
        let outward = relation.from == id;
        let other = if outward { relation.to } else { relation.from };
        Related { kind: relation.kind, outward, other, reason: relation.reason }
    })
}
