//! Statements side by side, each with its passage.

use corpus::{Hue, RelationId, RelationKind, StatementId};

use super::shared::hue;
use super::word_difference::{Common, common};
use crate::Shared;
use crate::card::{self, Card, Piece};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::passage::{self, Passage};
use crate::relations::sentence;
use crate::view::View;
use crate::words;

/// Statements side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct PairPage {
    /// The voices, see [`pair_title`].
    pub title: Phrase,
    /// The relations between the statements: kind, sentence, the editor's reason.
    pub relations: Vec<(RelationKind, Phrase, Localizable)>,
    /// What two statements have in common: "4 of 23 and 31 words are in both, in the same order; they are marked.";
    /// none of more than two, and where their languages differ.
    pub common: Option<String>,
    /// The statements.
    pub sides: Vec<Side>,
    /// The link to their actors by topic, where they are several.
    pub actors: Option<String>,
    /// The link to share, with the edition.
    pub share: String,
}

/// One of the statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its card.
    pub card: Card,
    /// Its voices.
    pub voice: Phrase,
    /// Its content; of two statements, the words that both have are marked.
    pub pieces: Vec<Piece>,
    /// The accent colour of its first voice.
    pub hue: Option<Hue>,
    /// Its passage.
    pub passage: Passage,
    /// The link to the comparison without it.
    pub remove: String,
}

pub(super) fn pair(data: Shared, statements: &[StatementId]) -> PairPage {
    // Of each relation the statement that it starts from.
    let from = |&id: &StatementId| data.relations_of(id).filter(move |&relation| data.relation(relation).from == id);
    let relations = statements.iter().flat_map(from).filter(|&id| statements.contains(&data.relation(id).to)).collect();
    let relations = order::by_key(relations, |&id| [data.relation(id).kind as i32, id.0.cast_signed(), 0]);
    let relation = |id: RelationId| {
        let relation = data.relation(id);
        (relation.kind, sentence(data, relation), language::localizable(data, relation.reason))
    };
    let side = |&id: &StatementId| Side {
        card: card::card(data, id),
        voice: card::voice(data, id),
        pieces: vec![Piece { text: data.content(id), marked: false }],
        hue: hue(data, id),
        passage: passage::passage(data, id),
        remove: link::write(data, &View::compare_statements(statements.iter().copied().filter(|&kept| kept != id))),
    };
    let mut actors = Vec::new();
    for &id in statements {
        if let Some(whole) = card::voices(data, id)
            .first()
            .map(|&actor| card::whole(data, actor))
            .filter(|whole| !actors.contains(whole))
        {
            actors.push(whole);
        }
    }
    let mut sides: Vec<Side> = statements.iter().map(side).collect();
    let common = match statements {
        &[one, other] => common(data, [one, other]),
        _ => None,
    };
    let common = common.map(|Common { pieces, shared, words: [one, other] }| {
        for (side, pieces) in sides.iter_mut().zip(pieces) {
            side.pieces = pieces;
        }
        match shared {
            0 => format!("Of {one} and {other} words, none that says something is in both in the same order."),
            _ => format!("{shared} of {one} and {other} words are in both, in the same order; they are marked."),
        }
    });
    let view = View::compare_statements(statements.iter().copied());
    PairPage {
        title: pair_title(data, statements),
        relations: relations.into_iter().map(relation).collect(),
        common,
        sides,
        actors: (actors.len() > 1).then(|| link::write(data, &View::compare_actors(actors))),
        share: link::share(data, &view),
    }
}

/// The voices of statements that are compared, each once: "Uzbekistan / US Department of Defense", where a voice may be
/// a list itself; "Ragna Holt, two statements" where there is no other.
pub(crate) fn pair_title(data: Shared, statements: &[StatementId]) -> Phrase {
    let mut voices: Vec<Phrase> = Vec::new();
    for voice in statements.iter().map(|&id| card::voice(data, id)) {
        if !voices.contains(&voice) {
            voices.push(voice);
        }
    }
    let is_one = voices.len() == 1 && statements.len() > 1;
    let title = Phrase::joined(voices, " / ");
    if is_one { title.literal(&format!(", {} statements", words::spelled(statements.len()))) } else { title }
}
