//! Who says a statement, and through whom it reached the document: voices, reporters, relays, and the hands that it
//! went through.

use corpus::{ActorId, ActorKind, Form, StatementId};

use crate::Shared;
use crate::language::{self, Phrase};
use crate::publication::{issue, narrator, publication};

/// The speakers of a statement, or the agents of an act; empty where the document itself speaks.
pub fn voices(data: Shared, id: StatementId) -> &'static [ActorId] {
    let statement = data.statement(id);
    if statement.form == Form::Act { statement.agents } else { statement.speakers }
}

/// The voices of a statement as a phrase; the document where there are none.
pub fn voice(data: Shared, id: StatementId) -> Phrase {
    let names = voices(data, id);
    if names.is_empty() { narrator(data, data.statement(id).document) } else { short_names(data, names) }
}

/// A phrase that lists actors by their short names.
pub(crate) fn short_names(data: Shared, ids: &[ActorId]) -> Phrase {
    Phrase::list(ids.iter().map(|&id| Phrase::of(language::named(data, data.actor(id).short))).collect())
}

/// Who reports an act, unless it is those who act, or only the document.
pub fn reporters(data: Shared, id: StatementId) -> &'static [ActorId] {
    let statement = data.statement(id);
    if statement.form != Form::Act || is_own_account(data, id) {
        return &[];
    }
    without_outlet(data, id, statement.speakers, statement.via.is_empty())
}

/// Who relayed a statement, outward from the speaker. The document is left out, and its outlet where the document names
/// it next.
pub fn relays(data: Shared, id: StatementId) -> &'static [ActorId] {
    let via = data.statement(id).via;
    match via {
        [] => via,
        [.., last] => &via[..via.len() - 1 + without_outlet(data, id, std::slice::from_ref(last), true).len()],
    }
}

/// Actors of a chain, or nobody where they come right before a document that has the only one of them as its outlet.
fn without_outlet(data: Shared, id: StatementId, actors: &'static [ActorId], is_last: bool) -> &'static [ActorId] {
    if is_last && data.documents.len() > 1 && actors.len() == 1 && is_outlet(data, id, actors[0]) {
        &[]
    } else {
        actors
    }
}

fn is_outlet(data: Shared, id: StatementId, actor: ActorId) -> bool {
    data.document(data.statement(id).document).outlet == Some(actor)
}

/// The document of a statement as the last of its chain. Where the only voice is that of its outlet, it is not named
/// again: "own publication, 22 April 2024".
pub fn document(data: Shared, id: StatementId) -> Phrase {
    let document = data.statement(id).document;
    let voices = voices(data, id);
    if data.documents.len() == 1 {
        return if voices.is_empty() { Phrase::new("This article") } else { publication(data, document) };
    }
    match voices {
        [voice] if is_outlet(data, id, *voice) && reporters(data, id).is_empty() && relays(data, id).is_empty() => {
            Phrase::joined([Phrase::new("own publication")].into_iter().chain(issue(data, document)), ", ")
        }
        _ => publication(data, document),
    }
}

/// The attribution chain of a statement: "US Department of Defense → Politico, to Afghanistan’s neighbours". Among
/// several documents, the document is the last of it.
pub fn chain(data: Shared, id: StatementId) -> Phrase {
    let mut chain = voice(data, id);
    let reporters = reporters(data, id);
    let steps = (!reporters.is_empty()).then_some(reporters).into_iter();
    for step in steps.chain(relays(data, id).iter().map(std::slice::from_ref)) {
        chain = chain.literal(" → ").phrase(short_names(data, step));
    }
    if data.documents.len() > 1 && !voices(data, id).is_empty() {
        chain = chain.literal(" → ").phrase(document(data, id));
    }
    match audience(data, id) {
        Some(audience) => chain.literal(", ").phrase(audience),
        None => chain,
    }
}

/// Those addressed: "to Beland"; `None` of what a document itself was told, which the chain says.
pub(crate) fn audience(data: Shared, id: StatementId) -> Option<Phrase> {
    let audience = data.statement(id).audience;
    let is_document = data.documents.len() > 1 && matches!(audience, [one] if is_outlet(data, id, *one));
    (!audience.is_empty() && !is_document).then(|| Phrase::new("to ").phrase(short_names(data, audience)))
}

/// The form of a statement in lower case, with the number of hands from three on: "paraphrase, third hand".
pub fn form(data: Shared, id: StatementId) -> String {
    let form = match data.statement(id).form {
        Form::Direct => "direct quote",
        Form::Mixed => "partly quoted",
        Form::Indirect => "paraphrase",
        Form::Act if is_own_account(data, id) => "act, by own account",
        Form::Act => "reported act",
        Form::Narration if data.documents.len() == 1 => "the article’s own words",
        Form::Narration => "the document’s own words",
    };
    match hands(data, id) {
        0..=2 => form.to_owned(),
        3 => format!("{form}, third hand"),
        4 => format!("{form}, fourth hand"),
        more => format!("{form}, through {} hands", more - 2),
    }
}

/// Whether those who act report it themselves, or the only one of them does in a document of their own.
pub fn is_own_account(data: Shared, id: StatementId) -> bool {
    let statement = data.statement(id);
    let is_own = match (statement.agents, statement.speakers) {
        ([agent], []) => is_outlet(data, id, *agent),
        (agents, speakers) => is_same(agents, speakers),
    };
    statement.form == Form::Act && is_own
}

/// Whether two lists have the same actors.
pub(crate) fn is_same(one: &[ActorId], other: &[ActorId]) -> bool {
    one.len() == other.len() && is_within(one, other)
}

/// Whether all actors of a list are in another.
pub(crate) fn is_within(some: &[ActorId], all: &[ActorId]) -> bool {
    some.iter().all(|actor| all.contains(actor))
}

/// Whether a statement is only known through others than its voices: those who report the act, or relays.
pub(crate) fn is_relayed_by_others(data: Shared, id: StatementId) -> bool {
    let statement = data.statement(id);
    let speakers = statement.speakers;
    let is_reported = !speakers.iter().all(|&actor| speaks_for(data, actor, voices(data, id)));
    is_reported || foreign(data, speakers, statement.via).0 > 0
}

/// The number of hands that a statement went through, with the speaker's and the document's: one for what the document
/// says itself. A relay that is part of those before it adds none, nor does a document whose outlet is.
pub fn hands(data: Shared, id: StatementId) -> usize {
    let statement = data.statement(id);
    let outlet = data.document(statement.document).outlet;
    let (relays, last) = foreign(data, statement.speakers, statement.via);
    let is_own = statement.form == Form::Narration || outlet.is_some_and(|outlet| speaks_for(data, outlet, last));
    1 + relays + usize::from(!is_own)
}

/// The number of hands up to a relay with it, by its index among the [`relays`].
pub(crate) fn hands_to(data: Shared, id: StatementId, relay: usize) -> usize {
    let statement = data.statement(id);
    1 + foreign(data, statement.speakers, &statement.via[..=relay]).0
}

/// The number of relays that are not part of those before them, and the last of these.
fn foreign<'a>(data: Shared, speakers: &'a [ActorId], via: &'a [ActorId]) -> (usize, &'a [ActorId]) {
    let foreign = |(hands, before): (usize, &'a [ActorId]), relay: &'a ActorId| {
        if speaks_for(data, *relay, before) { (hands, before) } else { (hands + 1, std::slice::from_ref(relay)) }
    };
    via.iter().fold((0, speakers), foreign)
}

/// Whether what an actor passes on of others is in their own voice: it is one of them or a part of one, as are a body's
/// paper, embassy and spokesman; or it is a published text of theirs, or of a body that one of them is part of. A text
/// that is part of nobody is of those who speak in it, see [`ActorKind::Instrument`].
fn speaks_for(data: Shared, actor: ActorId, others: &[ActorId]) -> bool {
    let is_part = |part: ActorId, whole: ActorId| part == whole || data.actor(whole).parts.contains(&part);
    let is_text = data.actor(actor).kind == ActorKind::Instrument;
    others.iter().any(|&other| {
        is_part(actor, other) || is_text && data.actor(actor).part_of.is_none_or(|owner| is_part(other, owner))
    })
}

#[cfg(test)]
mod tests;
