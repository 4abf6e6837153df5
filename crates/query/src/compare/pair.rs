//! Statements side by side: their words, what is known of them in rows, and their passages.

use corpus::{Hue, RelationId, RelationKind, StatementId};

use super::difference::between_statements;
use super::shared::hue;
use super::word_difference::{Common, common};
use crate::Shared;
use crate::attribution::{self, chain};
use crate::card::{self, Card, Piece, Ref};
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
    /// What they have in common: "4 of 23 and 31 words are in both, in the same order; they are marked."; none where no
    /// two of them are in one language.
    pub common: Option<String>,
    /// The statements.
    pub sides: Vec<Side>,
    /// What is known of them, a row each.
    pub rows: Vec<PairRow>,
    /// The link to their actors by topic, where they are several.
    pub actors: Option<String>,
}

/// One of the statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its card.
    pub card: Card,
    /// Its voices.
    pub voice: Phrase,
    /// Its voices; with the date where another statement has the same: "Ragna Holt, 10 June 2024".
    pub name: Phrase,
    /// Its content; words that it has in common with another one are marked.
    pub pieces: Vec<Piece>,
    /// Its attribution chain, with the document.
    pub chain: Phrase,
    /// The accent colour of its first voice.
    pub hue: Option<Hue>,
    /// Its passage.
    pub passage: Passage,
    /// The link that opens it on the start page.
    pub href: String,
    /// The link to the comparison without it.
    pub remove: String,
}

/// Something that is known of statements.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// What it is: "Form".
    pub label: &'static str,
    /// How the statements differ in it, or that they do not; `None` where the cells say all there is to say.
    pub difference: Option<String>,
    /// What it is of each; `None` where it is unknown.
    pub cells: Vec<Option<Known>>,
}

/// What is known of one statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// Words.
    Words(Phrase),
    /// Links to topics or actors.
    Names(Vec<Ref>),
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
        name: name(data, statements, id),
        pieces: vec![Piece { text: data.content(id), marked: false }],
        chain: whole_chain(data, id),
        hue: hue(data, id),
        passage: passage::passage(data, id),
        href: link::write(data, &View::statement(id)),
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
    let common = common(data, statements).map(|common| {
        let sentence = sentence_of(&common);
        for (side, pieces) in sides.iter_mut().zip(common.pieces) {
            side.pieces = pieces;
        }
        sentence
    });
    let rows = rows(data, statements, &sides);
    PairPage {
        title: pair_title(data, statements),
        relations: relations.into_iter().map(relation).collect(),
        common,
        sides,
        rows,
        actors: (actors.len() > 1).then(|| link::write(data, &View::compare_actors(actors))),
    }
}

/// "4 of 23 and 31 words are in both, in the same order; they are marked."
fn sentence_of(Common { shared, words, .. }: &Common) -> String {
    let numbers = |numbers: &[usize]| words::list(&numbers.iter().map(usize::to_string).collect::<Vec<_>>());
    let all = numbers(words);
    match (shared[..].iter().max(), words.len()) {
        (None | Some(0), 2) => "They have no words in common that say something.".to_owned(),
        (None | Some(0), _) => "No two of them have words in common that say something.".to_owned(),
        (Some(1), 2) => format!("One of {all} words is in both; it is marked."),
        (Some(most), 2) => format!("{most} of {all} words are in both, in the same order; they are marked."),
        _ => {
            let shared = numbers(shared);
            format!("Of {all} words, {shared} are in another one as well, in the same order; they are marked.")
        }
    }
}

/// The voices of a statement, with its date where another of the statements has the same voices.
fn name(data: Shared, statements: &[StatementId], id: StatementId) -> Phrase {
    let voice = card::voice(data, id);
    let is_shared = statements.iter().any(|&other| other != id && card::voice(data, other) == voice);
    match data.statement(id).when.filter(|_| is_shared) {
        Some(when) => voice.literal(&format!(", {}", words::date(when))),
        None => voice,
    }
}

/// What is known of the statements. A row of which nothing is known is left out.
fn rows(data: Shared, statements: &[StatementId], sides: &[Side]) -> Vec<PairRow> {
    let words = |text: String| Some(Known::Words(Phrase::new(&text)));
    let names = |refs: &[Ref]| (!refs.is_empty()).then(|| Known::Names(refs.to_vec()));
    let row = |label: &'static str, of: &dyn Fn(&Side) -> Option<Known>| PairRow {
        label,
        difference: None,
        cells: sides.iter().map(of).collect(),
    };
    let mut rows = vec![
        row("Chain", &|side| Some(Known::Words(side.chain.clone()))),
        row("Form", &|side| words(side.card.form.clone())),
        row("When", &|side| words(side.card.when.clone()?)),
        row("Topics", &|side| names(&side.card.topics)),
        row("Position", &|side| words(side.card.position?.to_owned())),
        row("To", &|side| names(&side.card.audience)),
        row("About", &|side| names(&side.card.about)),
    ];
    rows.retain(|row| row.cells.iter().any(Option::is_some));
    for row in &mut rows {
        row.difference = match row.label {
            "Position" => Some(between_statements(data, statements)),
            _ if row.cells.iter().all(|cell| cell == &row.cells[0]) => Some("The same.".to_owned()),
            _ => None,
        };
    }
    rows
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

/// The chain, with the document also where it is the only one.
fn whole_chain(data: Shared, id: StatementId) -> Phrase {
    let chain = chain(data, id);
    if data.documents.len() > 1 || card::voices(data, id).is_empty() {
        chain
    } else {
        chain.literal(" → ").phrase(attribution::document(data, id))
    }
}
