//! The corpora in `examples/` compile and load, and show what they are examples of.
#![cfg(feature = "compile")]

mod support;

use std::collections::HashSet;

use corpus::{Briefing, Date, Form, RelationKind, load};
use support::{compiled, walk};

/// Compiles an example; nothing of its folder is left out but what is listed.
fn example(name: &str, left_out: &[&str]) -> Briefing<'static> {
    let compiled = compiled(&format!("../../examples/{name}"));
    for message in &compiled.left_out {
        assert!(left_out.iter().any(|file| message.contains(file)), "{message}");
    }
    let briefing = load(compiled.bytes.leak()).expect("a briefing");
    assert!(walk(&briefing) > 0);
    briefing
}

#[test]
fn aldport_has_relays_changes_of_mind_silence_and_dates_of_every_form() {
    let briefing = example("aldport", &[]);
    assert_eq!(briefing.documents.len(), 12);
    let publishers: HashSet<_> = briefing.documents.iter().filter_map(|document| document.outlet).collect();
    let languages: HashSet<_> = briefing.documents.iter().map(|document| document.language).collect();
    assert_eq!((publishers.len(), languages.len()), (5, 2));
    assert!(briefing.statements.iter().any(|statement| statement.via.len() > 1), "a chain of two relays");
    assert!(briefing.statements.iter().any(|statement| statement.speakers.len() > 2), "a joint statement");
    for form in Form::ALL {
        assert!(briefing.statements.iter().any(|statement| statement.form == form), "{form:?}");
    }
    let kinds: HashSet<_> = briefing
        .statements
        .iter()
        .filter_map(|statement| statement.when)
        .map(|date| match date {
            Date::On(entry) => format!("{} {}", entry.month > 0, entry.day > 0),
            Date::Between(..) => "between".to_owned(),
            Date::By(_) => "by".to_owned(),
            Date::From(_) => "from".to_owned(),
            Date::UnknownStart(_) => "unknown start".to_owned(),
            Date::UnknownEnd(_) => "unknown end".to_owned(),
        })
        .collect();
    assert_eq!(kinds.len(), 8, "year, month, day, and every interval: {kinds:?}");
    let changed_mind = briefing.relations.iter().filter(|relation| {
        let (from, to) = (briefing.statement(relation.from), briefing.statement(relation.to));
        let both_sides = from.position.zip(to.position).is_some_and(|(one, other)| one != other);
        relation.kind == RelationKind::Contradicts
            && from.document != to.document
            && both_sides
            && from.speakers == to.speakers
    });
    assert!(changed_mind.count() >= 3, "actors who change sides between documents");
}

#[test]
fn wikinews_has_every_gold_statement() {
    let briefing = example("wikinews", &["source"]);
    assert_eq!((briefing.documents.len(), briefing.statements.len()), (24, 213));
    assert!(briefing.statements.iter().all(|statement| !statement.speakers.is_empty()), "each has a source");
    assert!(briefing.statements.iter().all(|statement| !statement.topics.is_empty()), "each has a topic");
}
