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

mod network;

use std::collections::BTreeSet;
use std::io;

use corpus::{Enumeration, StatementId};
use query::Shared;
use query::names::Named;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::Export;
use network::{Edge, Network, Node, Weighed};

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
            attribute(writer, "node-kind", actor.kind.key())?;
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
