//! The network of some statements: who has to do with whom and with what, and how often.

use std::collections::{BTreeMap, BTreeSet};

use corpus::{ActorId, DocumentId, Enumeration, StatementId, TopicId};
use query::{Shared, card};

use crate::attribution;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    Actor(ActorId),
    Topic(TopicId),
    Document(DocumentId),
}

/// What makes edges the same: the ends, the kind and the position.
pub type Edge = (Node, Node, &'static str, Option<&'static str>);

/// How often there is an edge, and in which statements.
#[derive(Default)]
pub struct Weighed {
    /// How often.
    pub weight: u32,
    /// Where.
    pub statements: BTreeSet<StatementId>,
}

#[derive(Default)]
pub struct Network {
    /// Everybody and everything, with the statements that they say.
    pub nodes: BTreeMap<Node, BTreeSet<StatementId>>,
    /// What joins them.
    pub edges: BTreeMap<Edge, Weighed>,
}

impl Network {
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

    fn add(&mut self, data: Shared, id: StatementId) {
        let statement = data.statement(id);
        let voices = voices(data, id);
        for &voice in &voices {
            self.nodes.entry(voice).or_default().insert(id);
        }
        let position = statement.position.map(Enumeration::key);
        let topics: Vec<_> = statement.topics.iter().map(|&topic| Node::Topic(topic)).collect();
        self.join(&voices, &topics, "states", position, &[id]);
        self.join(&voices, &actors(&statement.audience), "addresses", None, &[id]);
        self.join(&voices, &actors(&statement.about), "speaks-of", None, &[id]);
        let mut nearest = voices;
        let reporters = actors(attribution::reporters(data, id));
        if !reporters.is_empty() {
            self.join(&reporters, &nearest, "reports", None, &[id]);
            nearest = reporters;
        }
        for &relay in &statement.via {
            let relay = actors(&[relay]);
            self.join(&relay, &nearest, "relays", None, &[id]);
            nearest = relay;
        }
    }

    /// An edge from each to each.
    fn join(
        &mut self,
        from: &[Node],
        to: &[Node],
        kind: &'static str,
        position: Option<&'static str>,
        of: &[StatementId],
    ) {
        for &from in from {
            for &to in to {
                self.nodes.entry(from).or_default();
                self.nodes.entry(to).or_default();
                let edge = self.edges.entry((from, to, kind, position)).or_default();
                edge.weight += 1;
                edge.statements.extend(of);
            }
        }
    }
}

fn actors(ids: &[ActorId]) -> Vec<Node> {
    ids.iter().map(|&id| Node::Actor(id)).collect()
}

/// Who says or does a statement; the document where it speaks itself.
fn voices(data: Shared, id: StatementId) -> Vec<Node> {
    let voices = actors(card::voices(data, id));
    if voices.is_empty() { vec![Node::Document(data.statement(id).document)] } else { voices }
}
