//! The attribution chain of a statement as a drawing: the speaker, each relay and the document, joined by arrows with
//! the words of the document that lead from one to the next. Read from beginning to end, it is a sentence.
//!
//! The cue is the document's, so its words belong to the arrow that leads to the document, unless the text itself puts
//! them elsewhere: a stretch of the cue that names one step of the chain alone belongs to the arrow from there, and
//! words between the names of two neighbours to the arrow between them. Actors are found by the names that the registry
//! has for them; where none is found, the words stay with the document.

mod cue;

use corpus::{ActorId, Form, StatementId};

use crate::Shared;
use crate::attribution::{self, hands, hands_to};
use crate::card::{Ref, actor_refs, voices};
use crate::language::{self, Language, Phrase};
use crate::words;

/// The attribution chain of a statement that others than the document tell or do.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The speakers, then those who report, each relay and the document: at least two steps.
    pub steps: Vec<Step>,
    /// What ends the sentence: ": third hand."
    pub end: String,
}

/// A step of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What leads to it from the step before; none at the beginning.
    pub arrow: Option<Arrow>,
    /// Words before it for those who listen: ", to ".
    pub before: &'static str,
    /// Who it is; empty at the document.
    pub actors: Vec<Ref>,
    /// The document; empty at all other steps.
    pub document: Phrase,
    /// The number of hands that the statement has gone through with it, from one; those from the fourth on count as
    /// four.
    pub hand: usize,
}

/// What leads from a step to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Whether those before it do what the statement tells, and do not say it.
    pub is_act: bool,
    /// Words before the cue for those who listen: ", in the words ".
    pub before: &'static str,
    /// Words of the document with their language, verbatim, an ellipsis between stretches.
    pub cue: Option<(String, Language)>,
}

/// The most hands that are told apart.
pub const MOST_HANDS: usize = 4;

/// The chain of a statement; `None` where the document speaks for itself.
///
/// # Panics
/// If the text of the statement is not loaded, see [`crate::pending::statements`].
pub fn chain(data: Shared, id: StatementId) -> Option<Chain> {
    build(data, id, |steps| cue::by_arrow(data, id, steps))
}

/// The chain of a statement without words at its arrows, for where there is little room.
pub fn short_chain(data: Shared, id: StatementId) -> Option<Chain> {
    let mut chain = build(data, id, |steps| vec![None; steps.len()])?;
    for (index, step) in chain.steps.iter_mut().enumerate().skip(1) {
        step.arrow.iter_mut().for_each(|arrow| arrow.is_act = false);
        step.before = if index == 1 { " to " } else { ", then to " };
    }
    Some(chain)
}

fn build(data: Shared, id: StatementId, cues: impl FnOnce(&[&[ActorId]]) -> Vec<Option<String>>) -> Option<Chain> {
    let statement = data.statement(id);
    let voices = voices(data, id);
    if voices.is_empty() {
        return None;
    }
    let reporters = attribution::reporters(data, id);
    let mut actors = vec![(voices, 1)];
    if !reporters.is_empty() {
        actors.push((reporters, 1));
    }
    let relays = attribution::relays(data, id).iter().enumerate();
    actors.extend(relays.map(|(index, relay)| (std::slice::from_ref(relay), hands_to(data, id, index))));
    let named: Vec<_> = actors.iter().map(|&(actors, _)| actors).collect();
    let cues = cues(&named);
    let is_act = statement.form == Form::Act && !attribution::is_own_account(data, id);
    let hands = hands(data, id);
    let arrow = |index: usize, cue: Option<String>| Arrow {
        is_act: is_act && index == 0,
        before: if index == 0 { ", in the words " } else { ", then, in the words " },
        cue: cue.map(|words| {
            let language = language::document(data, statement.document, &words);
            (words, language)
        }),
    };
    let arrows = cues.into_iter().enumerate().map(|(index, cue)| arrow(index, cue));
    let step = |index: usize, arrow: Option<Arrow>| {
        let (actors, hand) = actors.get(index).copied().unwrap_or((&[], hands));
        let is_document = index == named.len();
        let before = match &arrow {
            None => "From ",
            Some(arrow) if arrow.is_act || arrow.cue.is_some() => ", to ",
            Some(_) if index == 1 => " to ",
            Some(_) => ", then to ",
        };
        Step {
            arrow,
            before,
            actors: actor_refs(data, actors),
            document: if is_document { attribution::document(data, id) } else { Phrase::default() },
            hand: hand.min(MOST_HANDS),
        }
    };
    let arrows = std::iter::once(None).chain(arrows.map(Some)).enumerate();
    Some(Chain { steps: arrows.map(|(index, arrow)| step(index, arrow)).collect(), end: end(hands) })
}

/// How the sentence ends: by the number of hands.
fn end(hands: usize) -> String {
    match hands {
        1 => ": first hand.".to_owned(),
        2 => ": second hand.".to_owned(),
        3 => ": third hand.".to_owned(),
        4 => ": fourth hand.".to_owned(),
        more => format!(": through {} hands.", words::grouped(more)),
    }
}

impl Chain {
    /// The chain as those hear it who do not see it.
    pub fn sentence(&self) -> String {
        let mut sentence = String::new();
        for step in &self.steps {
            if let Some(arrow) = &step.arrow {
                if arrow.is_act {
                    sentence += ", who acted";
                }
                if let Some((cue, _)) = &arrow.cue {
                    sentence.extend([arrow.before, "“", cue, "”"]);
                }
            }
            sentence += step.before;
            let names = step.actors.iter().map(|actor| Phrase::default().text(actor.label, actor.language)).collect();
            sentence += &Phrase::list(names).phrase(step.document.clone()).to_string();
        }
        sentence + &self.end
    }
}

#[cfg(test)]
mod tests;
