//! `GraphML`: who has to do with whom and with what, as a directed network
//! (<http://graphml.graphdrawing.org/specification.html>) for
//! Gephi, visone and users of Discourse Network Analyzer.
//!
//! | node | is |
//! |---|---|
//! | `actor` | an actor; `kind`, `camp` and `country` say more |
//! | `topic` | a topic |
//! | `document` | a document that speaks in its own voice |
//!
//! | edge | from | to |
//! |---|---|---|
//! | `states` | who says or does it | a topic of it; `position` is what it wants of the topic, where that is coded |
//! | `addresses` | who says or does it | whom it is said to |
//! | `speaks-of` | who says or does it | whom it is about |
//! | `reports` | who reports an act | who did it |
//! | `relays` | who relays it | whoever is next to them on the way to the speaker |
//! | `contradicts`, `supports`, `responds-to` | who says the statement that relates | who says the other |
//!
//! `states` edges are the two-mode network of actors and topics, the others the network among actors. Edges of the same
//! kind and position between the same two are one edge, whose `weight` counts them and whose `statements` names the
//! statements. A relation counts only where both of its statements are exported. A node's `statements` are those it says.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use corpus::{ActorId, DocumentId, StatementId, TopicId};
use query::names::Named;
use query::{Shared, card};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::Export;
use crate::attribution;
use crate::json::actor_kind;

/// Every attribute: key, what has it, name, type.
const KEYS: [[&str; 4]; 14] = [
    ["title", "graph", "title", "string"],
    ["edition", "graph", "edition", "string"],
    ["link", "graph", "link", "string"],
    ["label", "node", "label", "string"],
    ["type", "node", "type", "string"],
    ["slug", "node", "slug", "string"],
    ["node-kind", "node", "kind", "string"],
    ["camp", "node", "camp", "string"],
    ["country", "node", "country", "string"],
    ["node-statements", "node", "statements", "string"],
    ["edge-kind", "edge", "kind", "string"],
    ["position", "edge", "position", "string"],
    ["weight", "edge", "weight", "double"],
    ["edge-statements", "edge", "statements", "string"],
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Actor(ActorId),
    Topic(TopicId),
    Document(DocumentId),
}

/// What makes edges the same: the ends, the kind and the position.
type Edge = (Node, Node, &'static str, Option<&'static str>);

/// How often there is an edge, and in which statements.
#[derive(Default)]
struct Weighed {
    weight: u32,
    statements: BTreeSet<StatementId>,
}

#[derive(Default)]
struct Network {
    nodes: BTreeMap<Node, BTreeSet<StatementId>>,
    edges: BTreeMap<Edge, Weighed>,
}

impl Network {
    fn new(data: Shared, statements: &[StatementId]) -> Network {
        let mut network = Network::default();
        for &id in statements {
            network.add(data, id);
        }
        let exported: BTreeSet<_> = statements.iter().copied().collect();
        for relation in &data.relations {
            let both = [relation.from, relation.to];
            if both.iter().all(|id| exported.contains(id)) {
                let kind = attribution::relation_kind(relation.kind);
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
        let position = statement.position.map(|position| match position {
            corpus::Position::Supports => "supports",
            corpus::Position::Opposes => "opposes",
            corpus::Position::Neither => "neither",
        });
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

pub fn write(export: Export<'_>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    draw(export, &mut writer).expect("a network is written into memory");
    String::from_utf8(writer.into_inner()).expect("texts make a text") + "\n"
}

fn draw(export: Export<'_>, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let Export { data, statements, context } = export;
    let network = Network::new(data, statements);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("graphml").with_attributes([
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd",
        ),
    ]);
    root.write_inner_content(|writer| {
        for [id, of, name, kind] in KEYS {
            let key = [("id", id), ("for", of), ("attr.name", name), ("attr.type", kind)];
            writer.create_element("key").with_attributes(key).write_empty()?;
        }
        let graph = writer.create_element("graph").with_attributes([("id", "briefing"), ("edgedefault", "directed")]);
        graph.write_inner_content(|writer| {
            attribute(writer, "title", &context.words(data))?;
            attribute(writer, "edition", &data.digest.to_string())?;
            attribute(writer, "link", &context.view_link(data))?;
            for (&one, said) in &network.nodes {
                node(writer, data, one, said)?;
            }
            for (number, (one, weighed)) in network.edges.iter().enumerate() {
                edge(writer, data, number, one, weighed)?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn node(writer: &mut Writer<Vec<u8>>, data: Shared, node: Node, said: &BTreeSet<StatementId>) -> io::Result<()> {
    let element = writer.create_element("node").with_attribute(("id", &*identifier(data, node)));
    element.write_inner_content(|writer| {
        let (kind, slug, label) = match node {
            Node::Actor(id) => ("actor", id.slug(data), data.actor(id).name),
            Node::Topic(id) => ("topic", id.slug(data), data.topic(id).name),
            Node::Document(id) => ("document", id.slug(data), data.document(id).title),
        };
        attribute(writer, "label", label)?;
        attribute(writer, "type", kind)?;
        attribute(writer, "slug", &slug)?;
        if let Node::Actor(id) = node {
            let actor = data.actor(id);
            attribute(writer, "node-kind", actor_kind(actor.kind))?;
            attribute(writer, "camp", actor.camp.map_or("", |camp| data.camp(camp).name))?;
            attribute(writer, "country", actor.country.unwrap_or_default())?;
        }
        attribute(writer, "node-statements", &slugs(data, said))
    })?;
    Ok(())
}

fn edge(
    writer: &mut Writer<Vec<u8>>,
    data: Shared,
    number: usize,
    &(from, to, kind, position): &Edge,
    weighed: &Weighed,
) -> io::Result<()> {
    let (number, from, to) = (format!("edge-{number}"), identifier(data, from), identifier(data, to));
    let ends = [("id", number.as_str()), ("source", from.as_str()), ("target", to.as_str())];
    writer.create_element("edge").with_attributes(ends).write_inner_content(|writer| {
        attribute(writer, "edge-kind", kind)?;
        attribute(writer, "position", position.unwrap_or_default())?;
        attribute(writer, "weight", &weighed.weight.to_string())?;
        attribute(writer, "edge-statements", &slugs(data, &weighed.statements))
    })?;
    Ok(())
}

/// The sort of node keeps an actor apart from a topic with the same slug.
fn identifier(data: Shared, node: Node) -> String {
    match node {
        Node::Actor(id) => format!("actor.{}", id.slug(data)),
        Node::Topic(id) => format!("topic.{}", id.slug(data)),
        Node::Document(id) => format!("document.{}", id.slug(data)),
    }
}

/// Slugs hold no space.
fn slugs(data: Shared, ids: &BTreeSet<StatementId>) -> String {
    ids.iter().map(|&id| data.statement(id).slug).collect::<Vec<_>>().join(" ")
}

/// Left out where there is no value.
fn attribute(writer: &mut Writer<Vec<u8>>, key: &str, value: &str) -> io::Result<()> {
    if !value.is_empty() {
        let value = permitted(value);
        writer.create_element("data").with_attribute(("key", key)).write_text_content(BytesText::new(&value))?;
    }
    Ok(())
}

/// XML 1.0 has no way to write some characters, not even as references (section 2.2).
fn permitted(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r') || c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(permitted("a\u{0}b\u{b}c\u{fffe}\u{ffff}d\te"), "a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}d\te");
    }
}
