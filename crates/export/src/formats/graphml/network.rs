//! The network of a list of statements: actors, topics and documents, and weighted edges between them.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{ActorId, DocumentId, Enumeration, StatementId, TopicId};
use query::{Shared, card};

use crate::attribution;

/// A node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// An actor.
    Actor(ActorId),
    /// A topic.
    Topic(TopicId),
    /// A document that speaks in its own voice.
    Document(DocumentId),
}

/// The identity of an edge: source, target, kind and position.
pub type Edge = (Node, Node, &'static str, Option<&'static str>);

/// The statements and relations behind an edge.
#[derive(Default)]
pub struct EdgeWeight {
    /// How many statements or relations there are.
    pub count: u32,
    /// The statements, or both ends of the relations.
    pub statements: BTreeSet<StatementId>,
}

/// Nodes and edges, sorted, so that the same statements give the same file.
#[derive(Default)]
pub struct Network {
    /// Every node, with the statements that it says.
    pub nodes: BTreeMap<Node, BTreeSet<StatementId>>,
    /// Every edge, with its weight.
    pub edges: BTreeMap<Edge, EdgeWeight>,
}

impl Network {
    /// The network of these statements and of the relations between any two of them.
    pub fn new(data: Shared, statements: &[StatementId]) -> Network {
        let mut network = Network::default();
        for &id in statements {
            network.add(data, id);
        }
        let exported: BTreeSet<_> = statements.iter().copied().collect();
        for relation in &data.relations {
            let both = [relation.from, relation.to];
            if both.iter().all(|id| exported.contains(id)) {
                let kind = relation.kind.key();
                network.join(&voices(data, relation.from), &voices(data, relation.to), kind, None, &both);
            }
        }
        network
    }

    /// Adds a node, unless it is there.
    pub fn insert(&mut self, node: Node) {
        self.nodes.entry(node).or_default();
    }

    fn add(&mut self, data: Shared, id: StatementId) {
        let statement = data.statement(id);
        let voices = voices(data, id);
        for &voice in &voices {
            self.nodes.entry(voice).or_default().insert(id);
        }
        let position = statement.position.map(Enumeration::key);
        let topics: Vec<_> = statement.topics.iter().map(|&topic| Node::Topic(topic)).collect();
        self.join(&voices, &topics, "states", position, &[id]);
        self.join(&voices, &actors(statement.audience), "addresses", None, &[id]);
        self.join(&voices, &actors(statement.about), "speaks-of", None, &[id]);
        let mut nearest = voices;
        let reporters = actors(attribution::reporters(data, id));
        if !reporters.is_empty() {
            self.join(&reporters, &nearest, "reports", None, &[id]);
            nearest = reporters;
        }
        for &relay in statement.via {
            let relay = actors(&[relay]);
            self.join(&relay, &nearest, "relays", None, &[id]);
            nearest = relay;
        }
    }

    /// Adds an edge from each of `from` to each of `to`.
    fn join(
        &mut self,
        from: &[Node],
        to: &[Node],
        kind: &'static str,
        position: Option<&'static str>,
        statements: &[StatementId],
    ) {
        for &from in from {
            for &to in to {
                self.nodes.entry(from).or_default();
                self.nodes.entry(to).or_default();
                let edge = self.edges.entry((from, to, kind, position)).or_default();
                edge.count += 1;
                edge.statements.extend(statements);
            }
        }
    }
}

fn actors(ids: &[ActorId]) -> Vec<Node> {
    ids.iter().map(|&id| Node::Actor(id)).collect()
}

/// The actors who say or do a statement, or the document where it speaks itself.
fn voices(data: Shared, id: StatementId) -> Vec<Node> {
    let voices = actors(card::voices(data, id));
    if voices.is_empty() { vec![Node::Document(data.statement(id).document)] } else { voices }
}
