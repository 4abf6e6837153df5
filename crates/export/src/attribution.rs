//! The attribution of a statement in words: who says it, and through whom it reached the document.

use std::borrow::Cow;

use corpus::{ActorId, Form, StatementId};
use query::attribution::is_own_account;
use query::card;
use query::language::isolated;
use query::names::Named;
use query::publication::narrator;
use query::relations::{label, occasion};
use query::{Shared, words};

/// Full names of actors, in the order given.
pub fn names(data: Shared, ids: &[ActorId]) -> Vec<&'static str> {
    ids.iter().map(|&id| data.actor(id).name).collect()
}

/// Full names within an English sentence: a name that runs from right to left is isolated, so that it reorders nothing
/// around it.
fn isolated_names(data: Shared, ids: &[ActorId]) -> Vec<Cow<'static, str>> {
    names(data, ids).into_iter().map(isolated).collect()
}

/// The actors who say or do it, by full name; `None` where the document itself speaks.
pub fn voice(data: Shared, id: StatementId) -> Option<String> {
    let names = isolated_names(data, card::voices(data, id));
    (!names.is_empty()).then(|| words::list(&names))
}

/// The actors who say or do it, by full name, or else the document.
pub fn author(data: Shared, id: StatementId) -> String {
    voice(data, id).unwrap_or_else(|| narrator(data, data.statement(id).document).to_string())
}

/// The actors who report an act; empty where only the document does.
pub fn reporters(data: Shared, id: StatementId) -> &'static [ActorId] {
    let statement = data.statement(id);
    if statement.form == Form::Act { statement.speakers } else { &[] }
}

/// The attribution chain, from the speaker to the document: "Tashkent → Sputnik Uzbekistan → “Central Asia …”".
pub fn chain(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let mut links: Vec<String> = voice(data, id).into_iter().collect();
    let reporters = isolated_names(data, reporters(data, id));
    // Who reports their own act is in the chain already.
    if !reporters.is_empty() && !is_own_account(data, id) {
        links.push(words::list(&reporters));
    }
    links.extend(isolated_names(data, statement.via).into_iter().map(Cow::into_owned));
    links.push(format!("“{}”", isolated(data.document(statement.document).title)));
    links.join(" → ")
}

/// The lead-in to the document in a reference, with form and relays: "Paraphrased, as cited by Politico, in".
pub fn source_lead_in(data: Shared, id: StatementId) -> String {
    let statement = data.statement(id);
    let mut text = match statement.form {
        Form::Direct => "Quoted",
        Form::Mixed => "Partly quoted",
        Form::Indirect => "Paraphrased",
        Form::Act if is_own_account(data, id) => "By own account",
        Form::Act => "Reported",
        // Nobody stands between the document and its own voice.
        Form::Narration => return "In".to_owned(),
    }
    .to_owned();
    let reporters = isolated_names(data, reporters(data, id));
    if !reporters.is_empty() && !is_own_account(data, id) {
        text = format!("{text} by {}", words::list(&reporters));
    }
    for relay in isolated_names(data, statement.via) {
        text = format!("{text}, as cited by {relay}");
    }
    let comma = if statement.via.is_empty() { "" } else { "," };
    format!("{text}{comma} in")
}

/// What is known of a statement besides its words, as label and value. Unknown facts are left out.
pub fn facts(data: Shared, id: StatementId) -> Vec<(&'static str, String)> {
    let statement = data.statement(id);
    let document = data.document(statement.document);
    let all = |ids: &[ActorId]| isolated_names(data, ids).join("; ");
    let cue: Vec<_> = data.cue_spans(id).iter().map(|&span| format!("“{}”", isolated(document.slice(span)))).collect();
    let topics: Vec<_> = statement.topics.iter().map(|&topic| isolated(data.topic(topic).name)).collect();
    let place = statement.paragraph.map(|number| format!("paragraph {number}"));
    let facts = [
        ("Chain", chain(data, id)),
        ("Form", card::form(data, id)),
        ("Attributed by", cue.join(" … ")),
        ("To", all(statement.audience)),
        ("About", all(statement.about)),
        ("Topics", topics.join("; ")),
        ("Position", statement.position.map(|position| position.label(data).into_owned()).unwrap_or_default()),
        ("When", statement.when.map(words::date).unwrap_or_default()),
        ("Place", place.unwrap_or_default()),
        // Only where it differs from the language of the briefing.
        ("Language", if document.language == data.language { String::new() } else { document.language.to_owned() }),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// A relation that the editor coded between two statements, seen from one of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// How they relate, in words: "Contradicted by".
    pub label: &'static str,
    /// The author of the other statement, by full name; where that is the author of this one, the document or the day.
    pub author: String,
    /// The other statement.
    pub other: StatementId,
    /// Why, in the editor's words.
    pub reason: &'static str,
}

/// The relations of a statement, in the editor's order.
pub fn relations(data: Shared, id: StatementId) -> impl Iterator<Item = Related> {
    data.relations_of(id).map(move |relation| {
        let relation = data.relation(relation);
        let other = if relation.from == id { relation.to } else { relation.from };
        let (label, is_own) = label(data, relation, id);
        let author = if is_own { occasion(data, id, other).to_string() } else { author(data, other) };
        Related { label, author, other, reason: relation.reason }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{aldport, all, shipped, statement};

    #[test]
    fn narration_is_by_the_article_only_where_there_is_one() {
        assert_eq!(author(shipped(), statement(shipped(), "search-for-base")), "The article");
        let [_, small, _] = all();
        assert_eq!(author(small, statement(small, "note-sentence")), "The Herald (18 December 2021)");
    }

    #[test]
    fn who_reports_their_own_act_is_named_once() {
        let (data, id) = (aldport(), statement(aldport(), "greze-suspends-purchases"));
        assert_eq!(chain(data, id).matches("Maison Grèze").count(), 1, "{}", chain(data, id));
        assert_eq!(source_lead_in(data, id), "By own account in");
    }

    #[test]
    fn a_change_of_mind_is_related_to_its_occasion() {
        let data = aldport();
        let related = relations(data, statement(data, "holt-stops-waiting")).map(|one| (one.label, one.author));
        let later = ("Later says the opposite,", "Varnholt Courier, 11 June 2024".to_owned());
        assert!(related.into_iter().any(|one| one == later));
    }
}
