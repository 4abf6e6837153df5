//! The statements in a cell of a comparison of actors, with the words that related ones share.

use std::collections::{BTreeMap, BTreeSet};

use corpus::StatementId;

use super::membership::Membership;
use super::rows::SHOWN_IN_CELL;
use crate::Shared;
use crate::attribution;
use crate::card::{self, Piece};
use crate::chain::{Chain, short_chain};
use crate::language::{Language, Phrase};
use crate::link;
use crate::pending::{self, Pending};
use crate::view::View;
use crate::words;

/// A statement in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellStatement {
    /// The statement.
    pub id: StatementId,
    /// The content; words that it shares with a related statement of another column are highlighted.
    pub pieces: Vec<Piece>,
    /// Whether the content is a quotation in the text.
    pub quoted: bool,
    /// The language of the content.
    pub language: Language,
    /// The attribution chain.
    pub chain: Phrase,
    /// The same as a drawing; `None` where the document speaks itself.
    pub drawn_chain: Option<Chain>,
    /// Those addressed, whom the drawing leaves out: "to Beland".
    pub audience: Option<Phrase>,
    /// The number of hands that it went through, from one.
    pub hands: usize,
    /// Form, date and position: "paraphrase, 9 April 2024, for it".
    pub form: String,
    /// The link that opens it on the start page.
    pub href: String,
    /// The link to the passage in the document.
    pub source: String,
}

/// The statements of a cell that are not shown before a reader asks for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Others {
    /// The statements.
    pub ids: Vec<StatementId>,
}

impl Others {
    /// The chunks that have to be loaded before they can be shown.
    pub fn pending(&self, data: Shared) -> Option<Pending> {
        pending::statements(data, self.ids.iter().copied())
    }

    /// What is shown of them.
    ///
    /// # Panics
    /// If a text that they quote is not loaded.
    pub fn statements(&self, data: Shared) -> impl Iterator<Item = CellStatement> {
        self.ids.iter().map(move |&id| cell_statement(data, id, &SharedStems::new()))
    }
}

/// Stems of words that related statements of different columns share.
pub(super) type SharedStems = BTreeSet<String>;

/// The statements of a cell: those that are shown first, and the others.
pub(super) fn cell_statements(data: Shared, ids: &[StatementId], shared: &SharedStems) -> (Vec<CellStatement>, Others) {
    let (shown, others) = ids.split_at(ids.len().min(SHOWN_IN_CELL));
    let shown = shown.iter().map(|&id| cell_statement(data, id, shared)).collect();
    (shown, Others { ids: others.to_vec() })
}

fn cell_statement(data: Shared, id: StatementId, shared: &SharedStems) -> CellStatement {
    let statement = data.statement(id);
    let text = data.content(id);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |text: &str, marked: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    let mut done = 0;
    // To find words and their stems takes longer than all else.
    if !shared.is_empty() && is_english(data, id) {
        for term in corpus::text::terms(&text).filter(|term| shared.contains(&*term.stem())) {
            push(&text[done..term.range.start], false);
            push(&text[term.range.clone()], true);
            done = term.range.end;
        }
    }
    push(&text[done..], false);
    let form = card::form(data, id);
    CellStatement {
        id,
        pieces,
        quoted: statement.form == corpus::Form::Direct,
        language: card::content_language(data, id),
        chain: attribution::chain(data, id),
        drawn_chain: short_chain(data, id),
        audience: attribution::audience(data, id),
        hands: attribution::hands(data, id),
        form: [Some(form), statement.when.map(words::date), statement.position.map(|it| card::position(it).to_owned())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        href: link::write(data, &View::statement(id)),
        source: link::write(data, &View::Source(statement.document, Some(id))),
    }
}

/// The letters of the shortest word that is marked.
const SHORTEST: usize = 4;

/// Words of at least four letters that say nothing by themselves: function words, and verbs by which newspapers
/// attribute.
const COMMON: &str = "about after again against also although among another asked because been before being between both \
                      cannot could declined does during each earlier either even ever every from given gives have having \
                      here into itself just made make makes many more most much must neither never none nothing only \
                      other others over said same says several should since some still such take taken than that their \
                      them then there these they this those though through told took under until upon very want wanted \
                      were what when where whether which while whom whose will with within without would your";

/// Stems of content words that related statements of different columns share.
/// Only of texts in English, the one language whose stems and common words the page knows: a word that looks the same
/// in another language is not the same.
pub(super) fn shared_stems(data: Shared, membership: &Membership, related: &[StatementId]) -> SharedStems {
    // Of each stem, the sets of columns that its statements are in: both are bit sets.
    let mut of_stems: BTreeMap<String, u16> = BTreeMap::new();
    for &id in related.iter().filter(|&&id| is_english(data, id)) {
        let mask = membership.mask(id);
        for term in corpus::text::terms(&data.content(id)) {
            if !says_something(&term.word) {
                continue;
            }
            match of_stems.get_mut(&*term.stem()) {
                Some(masks) => *masks |= 1 << mask,
                None => drop(of_stems.insert(term.stem().into_owned(), 1 << mask)),
            }
        }
    }
    // A statement of two columns shares no words with itself: each has to be in a column that the other is not in.
    let is_shared = |masks: u16| {
        let all = || (0..u16::BITS).filter(move |mask| masks >> mask & 1 == 1);
        all().any(|one| all().any(|other| one & !other != 0 && other & !one != 0))
    };
    of_stems.into_iter().filter(|&(_, masks)| is_shared(masks)).map(|(stem, _)| stem).collect()
}

/// Whether a folded word says something by itself. The words that do not are those of English; in other languages they
/// are only told by their length.
pub(super) fn says_something(word: &str) -> bool {
    word.chars().count() >= SHORTEST && !COMMON.split_ascii_whitespace().any(|common| common == word)
}

fn is_english(data: Shared, id: StatementId) -> bool {
    data.document(data.statement(id).document).language.split('-').next() == Some("en")
}
