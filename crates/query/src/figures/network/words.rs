//! A discourse network in words: what is to be seen, what was left out, and how it was made.

use corpus::{ActorId, TopicId};

use super::model::EdgeKind;
use super::tie::{End, Tie};
use crate::Shared;
use crate::language::{self, Localizable, Phrase};
use crate::view::{Aggregation, Duplicates, NetworkSettings, Normalization};
use crate::words;

/// The largest number of names in a list.
const MOST_NAMES: usize = 8;

/// What is not drawn.
pub(super) struct Left {
    /// The number of actors that take sides.
    pub actors: usize,
    /// The number of those among which ties were looked for.
    pub considered: usize,
    /// The number of ties below the threshold.
    pub below: usize,
    /// The number of ties for which there is no room.
    pub crowded: usize,
    /// The actors that no tie joins to another.
    pub untied: Vec<ActorId>,
}

/// The name of a node.
pub(super) fn name(data: Shared, end: End) -> Localizable {
    language::named(
        data,
        match end {
            End::Actor(id) => data.actor(id).short,
            End::Topic(id) => data.topic(id).name,
        },
    )
}

fn phrase(data: Shared, end: End) -> Phrase {
    Phrase::of(name(data, end))
}

/// Names as a list, of many the first.
fn names(data: Shared, ends: impl ExactSizeIterator<Item = End>) -> Phrase {
    let number = ends.len();
    let shown = if number > MOST_NAMES + 1 { MOST_NAMES } else { number };
    let mut names: Vec<Phrase> = ends.take(shown).map(|end| phrase(data, end)).collect();
    if number > shown {
        names.push(Phrase::new(&format!("{} more", words::grouped(number - shown))));
    }
    Phrase::list(names)
}

/// What is to be seen, a sentence or two.
pub(super) fn sentence(
    data: Shared,
    settings: NetworkSettings,
    nodes: &[(End, u32)],
    ties: &[Tie],
    left: &Left,
) -> Phrase {
    let Some(strongest) = ties.first() else { return nothing(settings, left) };
    let actors = nodes.iter().filter(|(end, _)| matches!(end, End::Actor(_))).count();
    let ends = |tie: &Tie| tie.ends.map(|end| phrase(data, nodes[end].0));
    let number = |topics: &[TopicId]| format!("on {}", counted(topics.len(), "topic"));
    let agree = |tie: &Tie| {
        let [a, b] = ends(tie);
        a.literal(" and ").phrase(b).literal(" agree most, ").literal(&number(&tie.topics[0]))
    };
    let disagree = |tie: &Tie| {
        let [a, b] = ends(tie);
        a.literal(" and ").phrase(b).literal(" are opposed most, ").literal(&number(&tie.topics[1]))
    };
    let head = |verb: [&str; 2]| {
        let verb = verb[usize::from(actors != 1)];
        Phrase::new(&words::capitalised(&format!("{} {verb}", counted(actors, "actor"))))
    };
    match settings.aggregation {
        Aggregation::Congruence => {
            head(["agrees", "agree"]).literal(" with another on something. ").phrase(agree(strongest)).literal(".")
        }
        Aggregation::Conflict => {
            head(["is", "are"]).literal(" opposed to another on something. ").phrase(disagree(strongest)).literal(".")
        }
        Aggregation::Subtract => {
            let positive = ties.iter().find(|tie| tie.weight > 0.0).map(agree);
            let negative = ties.iter().find(|tie| tie.weight < 0.0).map(disagree);
            let both = Phrase::joined(positive.into_iter().chain(negative), "; ");
            head(["agrees or is", "agree or are"]).literal(" opposed on balance. ").phrase(both).literal(".")
        }
        Aggregation::Affiliation => {
            let topics = nodes.len() - actors;
            let [actor, topic] = ends(strongest);
            let side = if strongest.weight > 0.0 { "for" } else { "against" };
            head(["takes", "take"])
                .literal(&format!(" sides on {}. The strongest tie: ", counted(topics, "topic")))
                .phrase(actor)
                .literal(&format!(", {side} "))
                .phrase(topic)
                .literal(".")
        }
    }
}

/// Why there is nothing to be seen.
fn nothing(settings: NetworkSettings, left: &Left) -> Phrase {
    Phrase::new(&match (left.actors, left.below) {
        (0, _) => "No statement here is for or against something, so nobody is joined to anybody.".to_owned(),
        (1, _) if !settings.aggregation.is_two_mode() => {
            "Only one actor takes sides here, and a network needs two.".to_owned()
        }
        _ => {
            let none = match settings.aggregation {
                Aggregation::Congruence => "no two of them are on the same side of a topic",
                Aggregation::Conflict => "no two of them are on opposite sides of a topic",
                Aggregation::Subtract => "no two of them agree or are opposed on balance",
                Aggregation::Affiliation => "each says as much for a topic as against it",
            };
            words::capitalised(&format!(
                "{} {} sides here, but {none}.",
                counted(left.actors, "actor"),
                takes(left.actors)
            ))
        }
    })
}

const fn takes(number: usize) -> &'static str {
    if number == 1 { "takes" } else { "take" }
}

/// What was left out, and how the figure was made.
pub(super) fn notes(
    data: Shared,
    settings: NetworkSettings,
    nodes: &[(End, u32)],
    groups: Option<&(Vec<usize>, f64)>,
    left: &Left,
) -> Vec<Phrase> {
    let mut notes = Vec::new();
    if left.considered < left.actors {
        notes.push(Phrase::new(&format!(
            "Of {}, the {} that take sides most often are looked at.",
            words::count(left.actors, "actor"),
            words::grouped(left.considered)
        )));
    }
    if left.below > 0 {
        notes.push(Phrase::new(&format!(
            "{} weaker than {} % of the strongest {} left out.",
            words::count(left.below, "tie"),
            settings.threshold.percent(),
            if left.below == 1 { "is" } else { "are" }
        )));
    }
    if left.crowded > 0 {
        let are = if left.crowded == 1 { "is" } else { "are" };
        notes.push(Phrase::new(&format!("{} {are} not drawn, the weakest.", words::count(left.crowded, "tie"))));
    }
    if nodes.is_empty() {
        return notes;
    }
    if !left.untied.is_empty() {
        let ends = left.untied.iter().map(|&id| End::Actor(id));
        notes.push(Phrase::new("Joined to nobody: ").phrase(names(data, ends)).literal("."));
    }
    if let Some((clusters, modularity)) = groups {
        let number = clusters.iter().max().map_or(0, |last| last + 1);
        let members = |cluster: usize| {
            let of_cluster: Vec<_> = (0..nodes.len()).filter(|&node| clusters[node] == cluster).collect();
            (of_cluster.len() > 1).then(|| names(data, of_cluster.into_iter().map(|node| nodes[node].0)))
        };
        let lists: Vec<Phrase> = (0..number).filter_map(members).collect();
        if !lists.is_empty() {
            let method = format!(" (greedy modularity, {}).", decimal(*modularity));
            notes.push(Phrase::new("Clusters: ").phrase(Phrase::joined(lists, "; ")).literal(&method));
        }
    }
    notes.push(Phrase::new(&method(settings)));
    notes
}

/// How the weights are computed, in the terms of Discourse Network Analyzer.
fn method(settings: NetworkSettings) -> String {
    let what = match settings.aggregation {
        Aggregation::Congruence => "shared positions (congruence)",
        Aggregation::Conflict => "opposed positions (conflict)",
        Aggregation::Subtract => "shared less opposed positions (subtract)",
        Aggregation::Affiliation => "statements for a topic less those against it (two-mode, subtract)",
    };
    let by = match settings.normalization {
        Normalization::No => "not normalised",
        Normalization::Average => "normalised by average activity",
        Normalization::Jaccard => "normalised by Jaccard similarity",
        Normalization::Cosine => "normalised by cosine similarity",
        Normalization::Activity => "normalised by activity",
        Normalization::Prominence => "normalised by prominence",
    };
    let duplicates = match settings.duplicates {
        Duplicates::Include => "duplicates included",
        Duplicates::Document => "duplicates within a document counted once",
        Duplicates::AcrossRange => "duplicates counted once",
    };
    format!("Weights as in Discourse Network Analyzer: {what}, {by}, {duplicates}. Layout: stress majorization.")
}

/// What joins the two: topics, or the statements of an actor for and against a topic.
pub(super) fn reason(data: Shared, tie: &Tie) -> Phrase {
    if let Some(cell) = tie.cell {
        let sides = [(cell.supports, "for"), (cell.opposes, "against")];
        let sides = sides.into_iter().filter(|&(number, _)| number > 0);
        return Phrase::list(sides.map(|(number, side)| Phrase::new(&format!("{number} {side}"))).collect());
    }
    let list = |topics: &[TopicId]| Phrase::joined(topics.iter().map(|&id| phrase(data, End::Topic(id))), "; ");
    let [shared, opposed] = &tie.topics;
    match (shared.is_empty(), opposed.is_empty()) {
        (_, true) => list(shared),
        (true, false) => list(opposed),
        (false, false) => list(shared).literal("; opposed on ").phrase(list(opposed)),
    }
}

/// A node as a screen reader says it.
pub(super) fn spoken_node(data: Shared, end: End, sides: u32, ties: usize) -> Phrase {
    let verb = if matches!(end, End::Topic(_)) { ": sides taken" } else { " takes sides" };
    let times = words::count(sides as usize, "time");
    phrase(data, end).literal(&format!("{verb} {times}, {}", words::count(ties, "tie")))
}

/// A tie as a screen reader says it.
pub(super) fn spoken_edge(data: Shared, ends: [End; 2], kind: EdgeKind, tie: &Tie) -> Phrase {
    let [from, to] = ends.map(|end| phrase(data, end));
    let is_actors = matches!(ends[1], End::Actor(_));
    let said = match (is_actors, kind) {
        (true, EdgeKind::Positive) => from.literal(" and ").phrase(to).literal(" agree"),
        (true, EdgeKind::Negative) => from.literal(" and ").phrase(to).literal(" are opposed"),
        (false, EdgeKind::Positive) => from.literal(" for ").phrase(to),
        (false, EdgeKind::Negative) => from.literal(" against ").phrase(to),
    };
    said.literal(&format!(", weight {}: ", decimal(tie.weight))).phrase(reason(data, tie))
}

fn counted(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", words::spelled(number), if number == 1 { "" } else { "s" })
}

/// A number with up to three decimals: "2", "0.333", "−0.25". Not by the formatting of floats, which would add eleven
/// kilobytes to the bundle.
#[expect(clippy::cast_sign_loss, reason = "an absolute number is not negative")]
pub(super) fn decimal(number: f64) -> String {
    let thousandths = (number.abs() * 1000.0 + 0.5) as usize;
    let sign = if number < 0.0 && thousandths > 0 { "−" } else { "" };
    let mut text = format!("{sign}{}", words::grouped(thousandths / 1000));
    let decimals = thousandths % 1000;
    if decimals > 0 {
        let digits = (1000 + decimals).to_string();
        text.push('.');
        text.push_str(digits.get(1..).unwrap_or_default().trim_end_matches('0'));
    } else if thousandths == 0 && number != 0.0 {
        // Too small for three decimals, and not nothing.
        return format!("{}< 0.001", if number < 0.0 { "−" } else { "" });
    }
    text
}
