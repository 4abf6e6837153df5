//! Relations between statements in words: as seen from one of the two statements, and as a sentence about both.
//!
//! Where somebody relates to what they said or did themselves, the words say so: a change of mind is none between two
//! people. What only others tell of somebody is no change of mind either, but another account.

use corpus::date::DayNumber;
use corpus::{ActorKind, Date, Relation, RelationKind, StatementId};

use crate::Shared;
use crate::attribution::{is_relayed_by_others, is_same, is_within, voice, voices};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::names;
use crate::order;
use crate::publication::publication;
use crate::view::View;
use crate::words;

/// A relation as seen from one of its two statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The relation in words: "Contradicted by", "Later says the opposite,".
    pub label: &'static str,
    /// The kind of relation.
    pub kind: RelationKind,
    /// The other statement.
    pub id: StatementId,
    /// The voices of the other statement; where they are those of this one, the document or the day.
    pub other: Phrase,
    /// The link that opens the other statement.
    pub href: String,
    /// The editor's reason.
    pub reason: Localizable,
    /// The link to both passages side by side.
    pub side_by_side: String,
}

/// The relations of a statement, contradictions first.
pub fn related(data: Shared, id: StatementId) -> Vec<Related> {
    let related: Vec<_> = data
        .relations_of(id)
        .map(|relation| {
            let relation = data.relation(relation);
            let other = if relation.from == id { relation.to } else { relation.from };
            let (label, is_own) = label(data, relation, id);
            Related {
                label,
                kind: relation.kind,
                id: other,
                other: if is_own { occasion(data, id, other) } else { voice(data, other) },
                href: link::write(data, &View::statement(other)),
                reason: language::localizable(data, relation.reason),
                side_by_side: link::write(data, &View::compare_statements([relation.from, relation.to])),
            }
        })
        .collect();
    order::by_key(related, |related| [related.kind as i32, 0, 0])
}

/// The label of a relation as seen from one of its statements, and whether it is one to statements of the same voices:
/// then the label is followed by the [`occasion`] of the other statement, and otherwise by its voices.
pub fn label(data: Shared, relation: &Relation<'_>, id: StatementId) -> (&'static str, bool) {
    let outward = relation.from == id;
    let other = if outward { relation.to } else { relation.from };
    let own = voices(data, id);
    if own.is_empty() || !is_within(own, voices(data, other)) {
        return (names::relation(relation.kind, outward), false);
    }
    let label = match (relation.kind, outward) {
        (RelationKind::Contradicts, _) => match turn(data, id, other) {
            Turn::Account => "By another account the opposite,",
            Turn::Later => "Later says the opposite,",
            Turn::Earlier => "Earlier said the opposite,",
            Turn::Unknown => "Also says the opposite,",
        },
        (RelationKind::Supports, _) => "Consistent with own statement,",
        (RelationKind::RespondsTo, true) => "Follows up own statement,",
        (RelationKind::RespondsTo, false) => "Followed up by own statement,",
    };
    (label, true)
}

/// The document or the day of a statement, for a reader of another statement of the same voices.
pub fn occasion(data: Shared, reader_of: StatementId, id: StatementId) -> Phrase {
    let statement = data.statement(id);
    if statement.document != data.statement(reader_of).document {
        return publication(data, statement.document);
    }
    match statement.when {
        Some(when) => Phrase::default().text(&words::date(when), language::interface_on_page(data)),
        None => voice(data, id),
    }
}

/// What it means that somebody also says the opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// One of the two is only what others tell of them.
    Account,
    /// The other statement is later.
    Later,
    /// The other statement is earlier.
    Earlier,
    /// The times do not tell.
    Unknown,
}

fn turn(data: Shared, id: StatementId, other: StatementId) -> Turn {
    if is_relayed_by_others(data, id) || is_relayed_by_others(data, other) {
        return Turn::Account;
    }
    // Where an end is open, the documents tell: who is quoted in May has spoken by then.
    let time = |id: StatementId| data.statement(id).when.and_then(Date::days);
    let published = |id: StatementId| data.document(data.statement(id).document).published.and_then(Date::days);
    let is_before = |one: (DayNumber, DayNumber), two: (DayNumber, DayNumber)| one.1 < two.0;
    match time(id).zip(time(other)).or_else(|| published(id).zip(published(other))) {
        Some((own, other)) if is_before(own, other) => Turn::Later,
        Some((own, other)) if is_before(other, own) => Turn::Earlier,
        _ => Turn::Unknown,
    }
}

/// A relation as a sentence: "Uzbekistan contradicts US Department of Defense", "Pentagon officials support …".
pub fn sentence(data: Shared, relation: &Relation<'_>) -> Phrase {
    let [from, to] = [relation.from, relation.to].map(|id| voices(data, id));
    let several = match from {
        [] => false,
        [one] => data.actor(*one).kind == ActorKind::Group,
        _ => true,
    };
    let subject = voice(data, relation.from);
    if !from.is_empty() && is_same(from, to) {
        let predicate = match (relation.kind, several) {
            (RelationKind::Contradicts, _) => match turn(data, relation.from, relation.to) {
                Turn::Account => return Phrase::new("Two accounts of ").phrase(subject),
                Turn::Later | Turn::Earlier => " changed position",
                Turn::Unknown if several => " say both",
                Turn::Unknown => " says both",
            },
            (RelationKind::Supports, false) => " is consistent with own statement",
            (RelationKind::Supports, true) => " are consistent with own statement",
            (RelationKind::RespondsTo, false) => " follows up own statement",
            (RelationKind::RespondsTo, true) => " follow up own statement",
        };
        return subject.literal(predicate);
    }
    let verb = match (relation.kind, several) {
        (RelationKind::Contradicts, false) => " contradicts ",
        (RelationKind::Contradicts, true) => " contradict ",
        (RelationKind::Supports, false) => " supports ",
        (RelationKind::Supports, true) => " support ",
        (RelationKind::RespondsTo, false) => " responds to ",
        (RelationKind::RespondsTo, true) => " respond to ",
    };
    let object =
        if to.is_empty() && data.documents.len() == 1 { Phrase::new("the article") } else { voice(data, relation.to) };
    subject.literal(verb).phrase(object)
}

#[cfg(test)]
mod tests;
