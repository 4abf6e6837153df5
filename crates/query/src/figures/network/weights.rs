//! The weights of ties: who is joined to whom or to what, and how strongly, with the normalisations of Discourse
//! Network Analyzer under their names.
//!
//! Formulas: Leifeld, "Discourse Network Analysis: Policy Debates as Dynamic Networks", in *The Oxford Handbook of
//! Political Networks* (2017), chapter 12; Leifeld, Gruber and Bossner, *Discourse Network Analyzer Manual* (2019),
//! sections "One-mode networks", "Normalization for One-Mode Networks" and "Normalization of Affiliation Networks"; as
//! the program computes them in `Exporter.computeOneModeMatrix` and `Exporter.computeTwoModeMatrix`. With `x[i][j][k]`
//! as in [`incidence`](mod@super::incidence):
//!
//! | name | weight *w* of the tie |
//! |---|---|
//! | congruence | Σ over *j*, *k* of `x[i][j][k]` · `x[i'][j][k]` |
//! | conflict | Σ over *j*, *k* ≠ *k'* of `x[i][j][k]` · `x[i'][j][k']` |
//! | subtract | congruence − conflict |
//! | affiliation (`subtract` of two-mode networks) | `x[i][j][for]` − `x[i][j][against]` |
//!
//! | normalisation | divides *w* by |
//! |---|---|
//! | no | 1 |
//! | average | the mean of the activities of *i* and *i'*; the activity of *i* is Σ over *j*, *k* of `x[i][j][k]` |
//! | jaccard | what either says that the other does not, and congruence |
//! | cosine | the product of the activities of *i* and *i'* |
//! | activity | the activity of *i* |
//! | prominence | Σ over *i*, *k* of `x[i][j][k]` |
//!
//! What *i* says that *i'* does not is Σ over *j*, *k* with `x[i'][j][k]` = 0 of `x[i][j][k]`. The program's cosine is
//! that product: the square roots in its formula are those of squares.

use corpus::{ActorId, TopicId};

use super::incidence::Cell;
use crate::view::{Aggregation, Normalization};

/// A tie between two actors. At least one of the two weights is not zero.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorTie {
    /// The indices of the two among the actors that were given, the smaller first.
    pub ends: [usize; 2],
    /// The weight by shared positions, normalised.
    pub congruence: f64,
    /// The weight by opposed positions, normalised.
    pub conflict: f64,
    /// The topics on which they have a position in common.
    pub shared: Vec<TopicId>,
    /// The topics on which they have opposed positions.
    pub opposed: Vec<TopicId>,
}

impl ActorTie {
    /// The weight in a network; zero where the tie is none of it.
    pub fn weight(&self, aggregation: Aggregation) -> f64 {
        match aggregation {
            Aggregation::Congruence => self.congruence,
            Aggregation::Conflict => self.conflict,
            Aggregation::Subtract => self.congruence - self.conflict,
            Aggregation::Affiliation => 0.0,
        }
    }
}

/// A tie between an actor and a topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicTie {
    /// The cell of the actor and the topic.
    pub cell: Cell,
    /// The weight, normalised; negative where more is said against the topic than for it.
    pub weight: f64,
}

/// The ties between actors, in the order of their ends: of all pairs of these actors that have a topic in common.
///
/// Takes time in proportion to the square of the number of actors that are given, times the topics of each; whoever has
/// many actors gives the most active ones.
pub fn actor_ties(cells: &[Cell], actors: &[ActorId], normalization: Normalization) -> Vec<ActorTie> {
    let rows: Vec<&[Cell]> = actors.iter().map(|&actor| row(cells, actor)).collect();
    let activities: Vec<f64> = rows.iter().map(|row| f64::from(row.iter().map(Cell::total).sum::<u32>())).collect();
    let mut ties = Vec::new();
    for (i, own) in rows.iter().enumerate() {
        for (j, other) in rows.iter().enumerate().skip(i + 1) {
            let mut pair = Pair::default();
            for (own, other) in merged(own, other) {
                pair.add(own, other);
            }
            if pair.shared.is_empty() && pair.opposed.is_empty() {
                continue;
            }
            let divisor = match normalization {
                Normalization::Average => f64::midpoint(activities[i], activities[j]),
                Normalization::Jaccard => pair.separate + pair.congruence,
                Normalization::Cosine => activities[i] * activities[j],
                _ => 1.0,
            };
            ties.push(ActorTie {
                ends: [i, j],
                congruence: pair.congruence / divisor,
                conflict: pair.conflict / divisor,
                shared: pair.shared,
                opposed: pair.opposed,
            });
        }
    }
    ties
}

/// The ties between actors and topics, in the order of the cells; one a cell, its weight zero where as much is said for
/// the topic as against it.
pub fn topic_ties(cells: &[Cell], topics: usize, normalization: Normalization) -> Vec<TopicTie> {
    let mut of_topics = vec![0; topics];
    for cell in cells {
        of_topics[cell.topic.index()] += cell.total();
    }
    let tie = |row: &[Cell], cell: Cell| {
        let divisor = match normalization {
            Normalization::Activity => row.iter().map(Cell::total).sum(),
            Normalization::Prominence => of_topics[cell.topic.index()],
            _ => 1,
        };
        let weight = (f64::from(cell.supports) - f64::from(cell.opposes)) / f64::from(divisor);
        TopicTie { cell, weight }
    };
    cells.chunk_by(|a, b| a.actor == b.actor).flat_map(|row| row.iter().map(move |&cell| tie(row, cell))).collect()
}

/// The cells of an actor.
fn row(cells: &[Cell], actor: ActorId) -> &[Cell] {
    let begin = cells.partition_point(|cell| cell.actor < actor);
    let end = cells.partition_point(|cell| cell.actor <= actor);
    &cells[begin..end]
}

/// The topics of two actors, each with its counts, `[against, for]`, of either.
fn merged<'c>(own: &'c [Cell], other: &'c [Cell]) -> impl Iterator<Item = ([Option<&'c Cell>; 2], TopicId)> {
    let (mut own, mut other) = (own.iter().peekable(), other.iter().peekable());
    std::iter::from_fn(move || {
        let topic = own.peek().into_iter().chain(other.peek()).map(|cell| cell.topic).min()?;
        Some(([own.next_if(|cell| cell.topic == topic), other.next_if(|cell| cell.topic == topic)], topic))
    })
}

/// The sums over the topics of two actors.
#[derive(Default)]
struct Pair {
    congruence: f64,
    conflict: f64,
    /// What either of them says that the other does not.
    separate: f64,
    shared: Vec<TopicId>,
    opposed: Vec<TopicId>,
}

impl Pair {
    /// Adds a topic.
    fn add(&mut self, cells: [Option<&Cell>; 2], topic: TopicId) {
        let [own, other] = cells.map(|cell| cell.map_or([0.0; 2], |cell| [cell.opposes, cell.supports].map(f64::from)));
        for (own, other) in own.into_iter().zip(other) {
            self.congruence += own * other;
            if own == 0.0 || other == 0.0 {
                self.separate += own + other;
            } else if self.shared.last() != Some(&topic) {
                self.shared.push(topic);
            }
        }
        let conflict = own[0] * other[1] + own[1] * other[0];
        self.conflict += conflict;
        if conflict > 0.0 {
            self.opposed.push(topic);
        }
    }
}
