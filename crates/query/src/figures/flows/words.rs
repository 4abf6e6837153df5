//! Flows in words.

use corpus::ActorId;

use super::count::{Flow, FlowKind};
use crate::Shared;
use crate::language::{self, Phrase};
use crate::set::StatementSet;
use crate::words;

/// An end of a ribbon.
#[derive(Clone, Copy)]
pub(super) enum End<'a> {
    /// An actor.
    Actor(ActorId),
    /// Actors that are one node; none where any actor will do.
    Others(&'a [ActorId]),
}

impl End<'_> {
    /// The actor, if it is one.
    pub fn actor(self) -> Option<ActorId> {
        match self {
            End::Actor(id) => Some(id),
            End::Others(_) => None,
        }
    }

    /// The number of actors.
    pub fn number(self) -> usize {
        match self {
            End::Actor(_) => 1,
            End::Others(actors) => actors.len(),
        }
    }

    /// The actors.
    pub fn actors(self) -> Vec<ActorId> {
        match self {
            End::Actor(id) => vec![id],
            End::Others(actors) => actors.to_vec(),
        }
    }
}

fn phrase(data: Shared, end: End<'_>) -> Phrase {
    match end {
        End::Actor(id) => Phrase::of(language::named(data, data.actor(id).short)),
        End::Others(actors) => Phrase::new(&words::count(actors.len(), "other")),
    }
}

/// What the actors of each column do; between two columns is an actor that does both.
pub(super) const fn headings(kind: FlowKind, is_around: bool) -> &'static [&'static str] {
    match (kind, is_around) {
        (FlowKind::SpeaksOf, false) => &["speaks or acts", "is spoken of"],
        (FlowKind::Relays, false) => &["relays", "is relayed"],
        (FlowKind::SpeaksOf, true) => &["speaks or acts", "", "is spoken of"],
        (FlowKind::Relays, true) => &["relays", "", "is relayed"],
    }
}

const fn verb(kind: FlowKind, is_plural: bool) -> &'static str {
    match (kind, is_plural) {
        (FlowKind::SpeaksOf, false) => "speaks of",
        (FlowKind::SpeaksOf, true) => "speak of",
        (FlowKind::Relays, false) => "relays",
        (FlowKind::Relays, true) => "relay",
    }
}

/// A ribbon as a screen reader says it.
pub(super) fn spoken_ribbon(data: Shared, kind: FlowKind, [from, to]: [End<'_>; 2], count: u32) -> Phrase {
    let verb = format!(" {} ", verb(kind, from.number() > 1));
    let count = format!(": {}", words::count(count as usize, "statement"));
    phrase(data, from).literal(&verb).phrase(phrase(data, to)).literal(&count)
}

/// What a screen reader says of a node after its name. `counts` are the statements to the left of it and to the right.
pub(super) fn spoken_node(kind: FlowKind, end: End<'_>, counts: [u32; 2]) -> String {
    let passive = match kind {
        FlowKind::SpeaksOf => "spoken of",
        FlowKind::Relays => "relayed",
    };
    let active = format!("{} others", verb(kind, end.number() > 1));
    let parts = [(passive, counts[0]), (active.as_str(), counts[1])].into_iter().filter(|&(_, count)| count > 0);
    let parts: Vec<_> = parts.map(|(what, count)| format!("{what} {}", words::count(count as usize, "time"))).collect();
    parts.join(", ")
}

/// What is to be seen.
pub(super) fn sentence(data: Shared, kind: FlowKind, around: Option<ActorId>, flows: &[Flow]) -> Phrase {
    // A briefing's most common flow is often an actor's own; of others says more.
    let Some(most) = flows.iter().find(|flow| flow.from != flow.to).or_else(|| flows.first()) else {
        return match around {
            None => Phrase::new(match kind {
                FlowKind::SpeaksOf => "No statement here says of whom it speaks.",
                FlowKind::Relays => "No statement here came through somebody else.",
            }),
            Some(id) => phrase(data, End::Actor(id)).literal(match kind {
                FlowKind::SpeaksOf => " neither speaks of others nor is spoken of.",
                FlowKind::Relays => " neither relays others nor is relayed.",
            }),
        };
    };
    let count = words::spelled(most.count as usize);
    let statements = format!(" most: in {count} statement{}.", if most.count == 1 { "" } else { "s" });
    let strongest = phrase(data, End::Actor(most.from))
        .literal(&format!(" {} ", verb(kind, false)))
        .phrase(phrase(data, End::Actor(most.to)))
        .literal(&statements);
    if around.is_some() {
        return strongest;
    }
    let (from, to) = (number(flows, |flow| flow.from), number(flows, |flow| flow.to));
    let several = |number: usize| format!("{} actor{}", words::spelled(number), if number == 1 { "" } else { "s" });
    let head = format!("{} {} {}. ", words::capitalised(&several(from)), verb(kind, from > 1), words::spelled(to));
    Phrase::new(&head).phrase(strongest)
}

/// The number of different actors at an end.
fn number(flows: &[Flow], end: impl Fn(&Flow) -> ActorId) -> usize {
    let most = flows.iter().map(|flow| end(flow).index()).max().map_or(0, |last| last + 1);
    let mut is_end = vec![false; most];
    for flow in flows {
        is_end[end(flow).index()] = true;
    }
    is_end.into_iter().filter(|&is_end| is_end).count()
}

/// What was folded or left out: actors at the left and at the right, the statements between these, rows of the table,
/// statements in the documents' own words.
pub(super) fn notes(folded: [usize; 2], not_drawn: u32, rows: usize, own_words: usize) -> Vec<Phrase> {
    let mut notes = Vec::new();
    for (number, side) in folded.into_iter().zip(["left", "right"]).filter(|&(number, _)| number > 0) {
        let number = words::count(number, "actor");
        notes.push(format!("On the {side}, {number} with fewest statements are one."));
    }
    if not_drawn > 0 {
        let are = if not_drawn == 1 { "is" } else { "are" };
        notes.push(format!("Between these, {} {are} not drawn.", words::count(not_drawn as usize, "statement")));
    }
    if rows > 0 {
        notes.push(format!("The table leaves out the {} with fewest statements.", words::count(rows, "pair")));
    }
    if own_words > 0 {
        let are = if own_words == 1 { "is" } else { "are" };
        let statements = words::count(own_words, "statement");
        notes.push(format!("{statements} in the documents’ own words {are} not counted."));
    }
    notes.iter().map(|note| Phrase::new(note)).collect()
}

/// The number of statements in the documents' own words that are about somebody.
pub(super) fn own_words(data: Shared, statements: &StatementSet, kind: FlowKind) -> usize {
    let is_own = |id: &corpus::StatementId| {
        let statement = data.statement(*id);
        statement.speakers.is_empty() && statement.agents.is_empty() && !statement.about.is_empty()
    };
    if kind == FlowKind::SpeaksOf { statements.iter().filter(is_own).count() } else { 0 }
}
