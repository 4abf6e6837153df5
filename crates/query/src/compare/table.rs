//! The comparison of actors: a column an actor, a row a topic.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{ActorId, RelationKind, StatementId, TopicId};

use super::shared::{addable, chain, listed, sentence, voiced};
use crate::Shared;
use crate::card::{self, Piece, Ref};
use crate::language::{self, Language, Localizable, Phrase};
use crate::link;
use crate::order;
use crate::set::StatementSet;
use crate::statements;
use crate::view::{Columns, Comparison, Sort, View};
use crate::words;

/// The most statements of a cell that are shown before a reader asks for the others.
pub const SHOWN_IN_CELL: usize = 12;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePage {
    /// The actors in words: "United States, Uzbekistan and Russia".
    pub title: Phrase,
    /// The summary, in two sentences.
    pub summary: Phrase,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// Actors to add, each with its link; empty where no more fit.
    pub add: Vec<Ref>,
    /// The link to every topic, where only some are shown.
    pub all_topics: Option<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The link to share, with the edition.
    pub share: String,
}

impl TablePage {
    /// The statements of all cells; one that stands in several cells comes as often.
    pub fn statements(&self) -> impl Iterator<Item = StatementId> {
        let cells = self.rows.iter().flat_map(|row| &row.lines).flatten();
        cells.flat_map(|cell| &cell.statements).map(|statement| statement.id)
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnHead {
    /// The actor.
    pub actor: Ref,
    /// Counts: "4 statements, 2 relayed".
    pub summary: String,
    /// The link to the comparison without the actor.
    pub remove: String,
}

/// The row of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The topic, and the link to this row alone.
    pub topic: Ref,
    /// The statements: first those that several columns share.
    pub lines: Vec<Line>,
    /// The relations between them.
    pub joins: Vec<Join>,
    /// Actors that statements of more than one column are about.
    pub shared_subjects: Vec<Ref>,
}

/// Cells that together span all columns.
pub type Line = Vec<Cell>;

/// A cell of one column, or of several that share its statements.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The first column.
    pub column: usize,
    /// The number of columns that it spans.
    pub span: usize,
    /// The actors of the columns, for where the column heads are out of sight.
    pub who: String,
    /// The statements.
    pub statements: Vec<CellStatement>,
    /// Whether the actor says nothing on the topic, in no line of the row.
    pub silent: bool,
}

/// A statement in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellStatement {
    /// The statement.
    pub id: StatementId,
    /// The content; words that another column uses, too, are highlighted.
    pub pieces: Vec<Piece>,
    /// Whether the content is a quotation in the text.
    pub quoted: bool,
    /// The language of the content.
    pub language: Language,
    /// The attribution chain.
    pub chain: Phrase,
    /// Form and date.
    pub form: String,
    /// The link that opens it on the start page.
    pub href: String,
    /// The link to the passage in the document.
    pub source: String,
}

/// A relation between statements of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The relation as a sentence: "Uzbekistan contradicts US Department of Defense".
    pub label: Phrase,
    /// The kind of relation.
    pub kind: RelationKind,
    /// The editor's reason.
    pub reason: Localizable,
    /// The link to both passages side by side.
    pub side_by_side: String,
    /// The first column that it touches.
    pub column: usize,
    /// The number of columns that it spans.
    pub span: usize,
}

pub(super) fn table(data: Shared, actors: &[ActorId], topics: &[TopicId]) -> TablePage {
    let said: Vec<Vec<StatementId>> =
        actors.iter().map(|&id| statements::sorted(data, voiced(data, id).iter(), Sort::Earliest)).collect();
    let on = |topic: TopicId| -> Vec<Vec<StatementId>> {
        let about = |id: &StatementId| data.statement(*id).topics.contains(&topic);
        said.iter().map(|column| column.iter().copied().filter(about).collect()).collect()
    };
    let compared = |actors: Vec<ActorId>, topics: Vec<TopicId>| {
        View::Compare(Comparison { columns: Columns::Actors(actors), topics })
    };
    let comparison = |actors: Vec<ActorId>, topics: Vec<TopicId>| link::write(data, &compared(actors, topics));
    let every: Vec<TopicId> = (0..data.topics.len() as u32).map(TopicId).collect();
    let shown = if topics.is_empty() { &every } else { topics };
    let mut rows = Vec::new();
    let mut heard: Vec<(TopicId, Vec<usize>)> = Vec::new();
    for &topic in shown {
        let cells = on(topic);
        let speaking: Vec<usize> = (0..cells.len()).filter(|&column| !cells[column].is_empty()).collect();
        if speaking.is_empty() && topics.is_empty() {
            continue;
        }
        rows.push(Row {
            topic: card::topic_ref(data, topic, &compared(actors.to_vec(), vec![topic])),
            lines: lines(data, actors, &cells),
            joins: joins(data, &cells),
            shared_subjects: shared_subjects(data, actors, &cells),
        });
        heard.push((topic, speaking));
    }
    // Contradictions come first; then what most of them speak on.
    let order = order::by_key((0..rows.len()).collect(), |&row: &usize| {
        let contradicted = rows[row].joins.iter().any(|join| join.kind == RelationKind::Contradicts);
        [(!contradicted).into(), order::largest(heard[row].1.len()), 0]
    });
    let summary = summary(data, actors, &order.iter().map(|&row| heard[row].clone()).collect::<Vec<_>>());
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    let rows = order.into_iter().filter_map(|row| rows[row].take()).collect();
    let head = |(column, &id): (usize, &ActorId)| {
        let relayed = said[column].iter().filter(|&&id| !data.statement(id).via.is_empty()).count();
        let count = words::count(said[column].len(), "statement");
        ColumnHead {
            actor: card::actor_ref(data, id),
            summary: if relayed > 0 { format!("{count}, {relayed} relayed") } else { count },
            remove: comparison(actors.iter().copied().filter(|&kept| kept != id).collect(), topics.to_vec()),
        }
    };
    let view = View::Compare(Comparison { columns: Columns::Actors(actors.to_vec()), topics: topics.to_vec() });
    TablePage {
        title: card::short_names(data, actors),
        summary,
        columns: actors.iter().enumerate().map(head).collect(),
        add: addable(data, actors, topics),
        all_topics: (!topics.is_empty()).then(|| comparison(actors.to_vec(), Vec::new())),
        rows,
        share: link::share(data, &view),
    }
}

/// "Three actors on five topics. They meet on Afghanistan; on NATO enlargement only Russia speaks."
fn summary(data: Shared, actors: &[ActorId], heard: &[(TopicId, Vec<usize>)]) -> Phrase {
    let name = |topic: &TopicId| Phrase::of(language::named(data, data.topic(*topic).name));
    let spoken = heard.iter().filter(|(_, who)| !who.is_empty()).count();
    if spoken == 0 {
        let who = if actors.len() == 2 {
            "Neither actor".into()
        } else {
            format!("None of the {} actors", words::spelled(actors.len()))
        };
        let topics: Vec<_> = heard.iter().map(|(topic, _)| name(topic)).collect();
        let topics = if topics.is_empty() { Phrase::new("any topic") } else { listed(topics) };
        return Phrase::new(&who).literal(" is heard on ").phrase(topics).literal(".");
    }
    let mut text = Phrase::new(&format!(
        "{} actors on {} {}.",
        words::capitalised(&words::spelled(actors.len())),
        words::spelled(spoken),
        if spoken == 1 { "topic" } else { "topics" }
    ));
    let meet: Vec<_> = heard.iter().filter(|(_, who)| who.len() > 1).map(|(topic, _)| name(topic)).collect();
    if meet.is_empty() {
        text = text.literal(" They speak past each other: no topic has more than one of them.");
    } else {
        let who = if actors.len() == 2 { "Both are heard" } else { "More than one is heard" };
        text = text.literal(" ").literal(who).literal(" on ").phrase(listed(meet)).literal(".");
    }
    for (column, &actor) in actors.iter().enumerate() {
        let alone: Vec<_> = heard.iter().filter(|(_, who)| who == &[column]).map(|(topic, _)| name(topic)).collect();
        if !alone.is_empty() {
            let only = text.literal(" Only ").phrase(card::short_names(data, &[actor]));
            text = only.literal(" is heard on ").phrase(listed(alone)).literal(".");
        }
    }
    text
}

/// The lines of a row: first what neighbouring columns share, then what each says alone.
fn lines(data: Shared, actors: &[ActorId], cells: &[Vec<StatementId>]) -> Vec<Line> {
    let shared = shared_stems(data, cells);
    let cell = |first: usize, span: usize, ids: &[StatementId]| {
        let who = card::short_names(data, &actors[first..first + span]).to_string();
        let statements = ids.iter().map(|&id| cell_statement(data, id, &shared)).collect();
        Cell { column: first, span, who, statements, silent: false }
    };
    let fill = |line: Vec<Cell>| {
        let mut filled = Vec::new();
        let mut column = 0;
        for said in line {
            filled.extend((column..said.column).map(|column| cell(column, 1, &[])));
            column = said.column + said.span;
            filled.push(said);
        }
        filled.extend((column..cells.len()).map(|column| cell(column, 1, &[])));
        filled
    };
    let columns = sets(data, cells);
    let in_columns = |id: StatementId, span: std::ops::Range<usize>| {
        columns.iter().enumerate().all(|(at, ids)| ids.contains(id) == span.contains(&at))
    };
    let mut lines: Vec<Line> = Vec::new();
    let mut alone = cells.to_vec();
    for first in 0..cells.len() {
        for span in 2..=cells.len() - first {
            let own = cells[first].iter().copied();
            let ids: Vec<_> = own.filter(|&id| in_columns(id, first..first + span)).collect();
            if !ids.is_empty() {
                for column in &mut alone[first..first + span] {
                    column.retain(|&id| !in_columns(id, first..first + span));
                }
                lines.push(fill(vec![cell(first, span, &ids)]));
            }
        }
    }
    let singles: Vec<Cell> =
        alone.iter().enumerate().filter(|(_, ids)| !ids.is_empty()).map(|(at, ids)| cell(at, 1, ids)).collect();
    if !singles.is_empty() || lines.is_empty() {
        lines.push(fill(singles));
    }
    // Silence is said once a row, where the eye looks last.
    if let Some(last) = lines.last_mut() {
        for cell in last.iter_mut().filter(|cell| cell.statements.is_empty()) {
            cell.silent = cells[cell.column].is_empty();
        }
    }
    lines
}

fn cell_statement(data: Shared, id: StatementId, shared: &BTreeSet<String>) -> CellStatement {
    let statement = data.statement(id);
    let text = data.content(id);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |text: &str, marked: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), marked });
        }
    };
    let mut done = 0;
    for term in corpus::text::terms(&text).filter(|term| shared.contains(&*term.stem())) {
        push(&text[done..term.range.start], false);
        push(&text[term.range.clone()], true);
        done = term.range.end;
    }
    push(&text[done..], false);
    let form = card::form(data, id);
    CellStatement {
        id,
        pieces,
        quoted: statement.form == corpus::Form::Direct,
        language: card::content_language(data, id),
        chain: chain(data, id),
        form: match statement.when {
            Some(when) => format!("{form}, {}", words::date(when)),
            None => form,
        },
        href: link::write(data, &View::statement(id)),
        source: link::write(data, &View::Source(statement.document, Some(id))),
    }
}

/// Stems of words that statements of different columns share, without the most common words.
fn shared_stems(data: Shared, cells: &[Vec<StatementId>]) -> BTreeSet<String> {
    const SHORTEST: usize = 4;
    const COMMON: [&str; 44] = [
        "about", "after", "also", "among", "been", "before", "being", "between", "both", "could", "earlier", "from",
        "have", "into", "more", "most", "other", "others", "over", "same", "should", "such", "than", "that", "their",
        "them", "then", "there", "these", "they", "this", "those", "through", "under", "very", "were", "what", "when",
        "where", "which", "while", "will", "with", "would",
    ];
    // Of each stem, the sets of columns that its statements are in: both are bit sets.
    let columns = sets(data, cells);
    let mut of_stems: BTreeMap<String, u16> = BTreeMap::new();
    for (column, ids) in cells.iter().enumerate() {
        for &id in ids {
            let mask = columns.iter().rev().fold(0, |mask, ids| mask << 1 | u32::from(ids.contains(id)));
            // A statement of several columns is read once.
            if mask.trailing_zeros() as usize != column {
                continue;
            }
            for term in corpus::text::terms(&data.content(id)) {
                if term.word.chars().count() < SHORTEST || COMMON.contains(&&*term.word) {
                    continue;
                }
                match of_stems.get_mut(&*term.stem()) {
                    Some(masks) => *masks |= 1 << mask,
                    None => drop(of_stems.insert(term.stem().into_owned(), 1 << mask)),
                }
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

/// The statements of each column as a set.
fn sets(data: Shared, cells: &[Vec<StatementId>]) -> Vec<StatementSet> {
    let set = |ids: &Vec<StatementId>| {
        let mut set = StatementSet::empty(data.statements.len());
        for &id in ids {
            set.insert(id);
        }
        set
    };
    cells.iter().map(set).collect()
}

fn joins(data: Shared, cells: &[Vec<StatementId>]) -> Vec<Join> {
    let sets = sets(data, cells);
    let columns = |id: StatementId| (0..cells.len()).filter(|&column| sets[column].contains(id)).collect::<Vec<_>>();
    let joins: Vec<Join> = data
        .relations
        .iter()
        .filter_map(|relation| {
            let (from, to) = (columns(relation.from), columns(relation.to));
            let first = *from.first()?.min(to.first()?);
            let last = *from.last()?.max(to.last()?);
            // What an actor says of its own statements is not between the columns.
            if first == last {
                return None;
            }
            Some(Join {
                label: sentence(data, relation),
                kind: relation.kind,
                reason: language::localizable(data, relation.reason),
                side_by_side: link::write(data, &Comparison::statements([relation.from, relation.to])),
                column: first,
                span: last - first + 1,
            })
        })
        .collect();
    order::by_key(joins, |join| [join.kind as i32, 0, 0])
}

/// The actors outside of the comparison that statements of more than one column are about.
fn shared_subjects(data: Shared, actors: &[ActorId], cells: &[Vec<StatementId>]) -> Vec<Ref> {
    // For each actor, the number of columns that speak of it, and the last of these, counted from one.
    let mut touched = vec![(0, 0); data.actors.len()];
    for (column, ids) in (1..).zip(cells) {
        for &about in ids.iter().flat_map(|&id| &data.statement(id).about) {
            let (number, last) = &mut touched[card::whole(data, about).index()];
            if std::mem::replace(last, column) != column {
                *number += 1;
            }
        }
    }
    let is_shared = |actor: &ActorId| !actors.contains(actor) && touched[actor.index()].0 > 1;
    data.actor_ids().filter(is_shared).map(|actor| card::actor_ref(data, actor)).collect()
}
