//! Statements side by side, each with its passage.

use corpus::{Hue, RelationKind, StatementId};

use super::shared::{chain, hue, sentence};
use crate::Shared;
use crate::card::{self, Card};
use crate::language::{self, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::passage::{self, Passage};
use crate::view::Comparison;

/// Statements side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct PairPage {
    /// The voices: "Uzbekistan / US Department of Defense". A voice may be a list itself.
    pub title: Phrase,
    /// The relations between the statements: kind, sentence, the editor's reason.
    pub relations: Vec<(RelationKind, Phrase, Localizable)>,
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
    /// Its content.
    pub content: String,
    /// Its attribution chain.
    pub chain: Phrase,
    /// The accent colour of its first voice.
    pub hue: Option<Hue>,
    /// Its passage.
    pub passage: Passage,
    /// The link to the comparison without it.
    pub remove: String,
}

pub(super) fn pair(data: Shared, statements: &[StatementId]) -> PairPage {
    let shown = |id: StatementId| statements.contains(&id);
    let relations: Vec<_> = data
        .relations
        .iter()
        .filter(|relation| shown(relation.from) && shown(relation.to))
        .map(|relation| (relation.kind, sentence(data, relation), language::localizable(data, relation.reason)))
        .collect();
    let relations = order::by_key(relations, |(kind, ..)| [*kind as i32, 0, 0]);
    let side = |&id: &StatementId| Side {
        card: card::card(data, id),
        voice: card::voice(data, id),
        content: data.content(id),
        chain: chain(data, id),
        hue: hue(data, id),
        passage: passage::passage(data, id),
        remove: link::write(data, &Comparison::statements(statements.iter().copied().filter(|&kept| kept != id))),
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
    let view = Comparison::statements(statements.iter().copied());
    PairPage {
        title: Phrase::joined(statements.iter().map(|&id| card::voice(data, id)), " / "),
        relations,
        sides: statements.iter().map(side).collect(),
        actors: (actors.len() > 1).then(|| link::write(data, &Comparison::actors(actors))),
        share: link::share(data, &view),
    }
}
