//! `GraphML` (<http://graphml.graphdrawing.org/specification.html>): the actors, topics and statements as a directed
//! network, for Gephi, visone and users of Discourse Network Analyzer.
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
//! | `relays` | who relays it | the previous link of the chain, towards the speaker |
//! | `contradicts`, `supports`, `responds-to` | who says the statement that relates | who says the other |
//!
//! | `congruence`, `conflict`, `subtract` or `affiliation` | an actor | an actor; of `affiliation`, a topic |
//!
//! The last is the discourse network, whose edges have no direction: their `weight` is that of Discourse Network
//! Analyzer, their `topics` are what joins the two, and `x` and `y` of a node its place in the figure of the page, from
//! 0 to 1000. The graph's `network`, `normalization` and `duplicates` say which one it is, in the terms of that
//! program; of actors with parts, the outermost is the node. Of very many actors, those that take sides most often are
//! in it.
//!
//! `states` edges are the two-mode network of actors and topics, the others the network among actors. Edges of the same
//! kind and position between the same two are one edge, whose `weight` counts them and whose `statements` names the
//! statements. A relation counts only where both of its statements are exported. A node's `statements` are those it
//! says.

mod discourse;
mod network;

use std::collections::BTreeSet;
use std::io;

use corpus::{Enumeration, StatementId};
use query::Shared;
use query::names::Named;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::format::{Export, Format};
use discourse::{DiscourseNetwork, Tie, decimal};
use network::{Edge, EdgeWeight, Network, Node};

/// The declared attributes: key, element, name, type.
const KEYS: [[&str; 4]; 20] = [
    ["title", "graph", "title", "string"],
    ["edition", "graph", "edition", "string"],
    ["link", "graph", "link", "string"],
    ["network", "graph", "network", "string"],
    ["normalization", "graph", "normalization", "string"],
    ["duplicates", "graph", "duplicates", "string"],
    ["label", "node", "label", "string"],
    ["type", "node", "type", "string"],
    ["slug", "node", "slug", "string"],
    ["node-kind", "node", "kind", "string"],
    ["camp", "node", "camp", "string"],
    ["country", "node", "country", "string"],
    ["node-statements", "node", "statements", "string"],
    ["x", "node", "x", "double"],
    ["y", "node", "y", "double"],
    ["edge-kind", "edge", "kind", "string"],
    ["position", "edge", "position", "string"],
    ["weight", "edge", "weight", "double"],
    ["edge-statements", "edge", "statements", "string"],
    ["edge-topics", "edge", "topics", "string"],
];

/// The network of actors and topics.
pub static FORMAT: Format = Format {
    slug: "graphml",
    name: "GraphML",
    extension: "graphml",
    media_type: "application/xml",
    purpose: "The network of actors and topics, for Gephi, visone and users of Discourse Network Analyzer.",
    write,
};

fn write(export: Export<'_>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write_document(export, &mut writer).expect("writing into memory does not fail");
    String::from_utf8(writer.into_inner()).expect("texts make a text") + "\n"
}

fn write_document(export: Export<'_>, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let Export { data, statements, context } = export;
    let mut network = Network::new(data, statements);
    let discourse = DiscourseNetwork::new(data, statements, &context.view);
    discourse.ties.iter().flat_map(|tie| tie.ends).for_each(|end| network.insert(end));
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
            write_data(writer, "title", &context.description(data))?;
            write_data(writer, "edition", &data.digest.to_string())?;
            write_data(writer, "link", &context.view_link(data))?;
            let names = discourse.names(data);
            for (key, name) in ["network", "normalization", "duplicates"].into_iter().zip(&names) {
                write_data(writer, key, name)?;
            }
            for (&node, statements) in &network.nodes {
                write_node(writer, data, node, statements, discourse.place(node))?;
            }
            for (number, (edge, weight)) in network.edges.iter().enumerate() {
                write_edge(writer, data, number, edge, weight)?;
            }
            for (number, tie) in (network.edges.len()..).zip(&discourse.ties) {
                write_tie(writer, data, number, &names[0], tie)?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn write_node(
    writer: &mut Writer<Vec<u8>>,
    data: Shared,
    node: Node,
    statements: &BTreeSet<StatementId>,
    place: Option<[String; 2]>,
) -> io::Result<()> {
    let element = writer.create_element("node").with_attribute(("id", &*identifier(data, node)));
    element.write_inner_content(|writer| {
        let (kind, slug, label) = match node {
            Node::Actor(id) => ("actor", id.slug(data), data.actor(id).name),
            Node::Topic(id) => ("topic", id.slug(data), data.topic(id).name),
            Node::Document(id) => ("document", id.slug(data), data.document(id).title),
        };
        write_data(writer, "label", label)?;
        write_data(writer, "type", kind)?;
        write_data(writer, "slug", &slug)?;
        if let Node::Actor(id) = node {
            let actor = data.actor(id);
            write_data(writer, "node-kind", actor.kind.key())?;
            write_data(writer, "camp", actor.camp.map_or("", |camp| data.camp(camp).name))?;
            write_data(writer, "country", actor.country.unwrap_or_default())?;
        }
        write_data(writer, "node-statements", &slugs(data, statements))?;
        for (key, length) in ["x", "y"].into_iter().zip(place.into_iter().flatten()) {
            write_data(writer, key, &length)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_edge(
    writer: &mut Writer<Vec<u8>>,
    data: Shared,
    number: usize,
    &(from, to, kind, position): &Edge,
    weight: &EdgeWeight,
) -> io::Result<()> {
    let (number, from, to) = (format!("edge-{number}"), identifier(data, from), identifier(data, to));
    let ends = [("id", number.as_str()), ("source", from.as_str()), ("target", to.as_str())];
    writer.create_element("edge").with_attributes(ends).write_inner_content(|writer| {
        write_data(writer, "edge-kind", kind)?;
        write_data(writer, "position", position.unwrap_or_default())?;
        write_data(writer, "weight", &weight.count.to_string())?;
        write_data(writer, "edge-statements", &slugs(data, &weight.statements))
    })?;
    Ok(())
}

/// Writes a tie of the discourse network, which has no direction.
fn write_tie(writer: &mut Writer<Vec<u8>>, data: Shared, number: usize, kind: &str, tie: &Tie) -> io::Result<()> {
    let [from, to] = tie.ends.map(|end| identifier(data, end));
    let number = format!("edge-{number}");
    let ends = [("id", number.as_str()), ("source", from.as_str()), ("target", to.as_str()), ("directed", "false")];
    let topics: Vec<_> = tie.topics.iter().map(|topic| topic.slug(data)).collect();
    writer.create_element("edge").with_attributes(ends).write_inner_content(|writer| {
        write_data(writer, "edge-kind", kind)?;
        write_data(writer, "weight", &decimal(tie.weight))?;
        write_data(writer, "edge-topics", &topics.join(" "))
    })?;
    Ok(())
}

/// The `id` of a node. Its type keeps an actor apart from a topic with the same slug.
fn identifier(data: Shared, node: Node) -> String {
    match node {
        Node::Actor(id) => format!("actor.{}", id.slug(data)),
        Node::Topic(id) => format!("topic.{}", id.slug(data)),
        Node::Document(id) => format!("document.{}", id.slug(data)),
    }
}

/// Slugs of statements, separated by spaces, which no slug contains.
fn slugs(data: Shared, ids: &BTreeSet<StatementId>) -> String {
    ids.iter().map(|&id| data.statement(id).slug).collect::<Vec<_>>().join(" ")
}

/// Writes an attribute, unless its value is empty.
fn write_data(writer: &mut Writer<Vec<u8>>, key: &str, value: &str) -> io::Result<()> {
    if !value.is_empty() {
        let value = xml_text(value);
        writer.create_element("data").with_attribute(("key", key)).write_text_content(BytesText::new(&value))?;
    }
    Ok(())
}

/// Replaces the characters that XML 1.0 cannot hold, not even as references (section 2.2), by U+FFFD.
fn xml_text(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r') || c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

#[cfg(test)]
mod tests {
    // `GraphML`, read by roxmltree and held against the rules of the format.

    use roxmltree::{Document, Node};
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::testing::{all, context, hostile, ids, shipped, statement, whole};

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(xml_text("a\u{0}b\u{b}c\u{fffe}\u{ffff}d\te"), "a\u{fffd}b\u{fffd}c\u{fffd}\u{fffd}d\te");
    }

    const SPACE: &str = "http://graphml.graphdrawing.org/xmlns";

    pub(super) fn named<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
        document.descendants().filter(move |node| node.has_tag_name((SPACE, name)))
    }

    /// The attributes of a node, an edge or the graph, by name.
    pub(super) fn values(document: &Document<'_>, element: Node<'_, '_>) -> BTreeMap<String, String> {
        let names: BTreeMap<_, _> = named(document, "key")
            .map(|key| (key.attribute("id").unwrap().to_owned(), key.attribute("attr.name").unwrap().to_owned()))
            .collect();
        let data = element.children().filter(|child| child.has_tag_name((SPACE, "data")));
        data.map(|data| (names[data.attribute("key").unwrap()].clone(), data.text().unwrap_or_default().to_owned()))
            .collect()
    }

    /// Edges under "from kind to", with their values.
    pub(super) fn edges(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
        let document = Document::parse(text).unwrap();
        named(&document, "edge")
            .map(|edge| {
                let values = values(&document, edge);
                let position = values.get("position").map(|position| format!(" {position}")).unwrap_or_default();
                let (from, to) = (edge.attribute("source").unwrap(), edge.attribute("target").unwrap());
                (format!("{from} {}{position} {to}", values["kind"]), values)
            })
            .collect()
    }

    #[test]
    fn keys_nodes_and_edges_keep_to_the_format() {
        for data in all() {
            let text = whole(data, &FORMAT).text;
            let document = Document::parse(&text).unwrap();
            assert!(document.root_element().has_tag_name((SPACE, "graphml")));
            let graph = named(&document, "graph").next().unwrap();
            assert_eq!(graph.attribute("edgedefault"), Some("directed"));
            let keys: BTreeMap<_, _> = named(&document, "key")
                .map(|key| {
                    (key.attribute("id").unwrap(), (key.attribute("for").unwrap(), key.attribute("attr.type").unwrap()))
                })
                .collect();
            let mut identifiers = BTreeSet::new();
            for element in named(&document, "node").chain(named(&document, "edge")) {
                let id = element.attribute("id").unwrap();
                assert!(
                    id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'),
                    "{id} is a name token"
                );
                assert!(identifiers.insert(id.to_owned()), "{id} is there once");
            }
            for value in named(&document, "data") {
                let (of, kind) = keys[value.attribute("key").unwrap()];
                assert_eq!(of, value.parent_element().unwrap().tag_name().name());
                assert!(kind == "string" || value.text().unwrap().parse::<f64>().is_ok());
            }
            for edge in named(&document, "edge") {
                for end in ["source", "target"] {
                    assert!(identifiers.contains(edge.attribute(end).unwrap()));
                }
            }
        }
    }

    #[test]
    fn every_statement_belongs_to_who_says_it() {
        for data in all() {
            let text = whole(data, &FORMAT).text;
            let document = Document::parse(&text).unwrap();
            let said: BTreeSet<String> = named(&document, "node")
                .filter_map(|node| values(&document, node).remove("statements"))
                .flat_map(|slugs| slugs.split(' ').map(str::to_owned).collect::<Vec<_>>())
                .collect();
            let all: BTreeSet<String> = ids(data).into_iter().map(|id| data.statement(id).slug.to_owned()).collect();
            assert_eq!(said, all);
        }
    }

    #[test]
    fn names_and_attributes_come_back_as_they_are() {
        for data in [shipped(), hostile()] {
            let text = whole(data, &FORMAT).text;
            let document = Document::parse(&text).unwrap();
            for node in named(&document, "node") {
                let values = values(&document, node);
                let slug = values["slug"].as_str();
                let label = match values["type"].as_str() {
                    "actor" => {
                        let actor = data.actors.iter().find(|actor| actor.slug == slug).unwrap();
                        assert_eq!(values.get("country").map(String::as_str), actor.country);
                        assert_eq!(values.get("camp").map(String::as_str), actor.camp.map(|camp| data.camp(camp).name));
                        actor.name
                    }
                    "topic" => data.topics.iter().find(|topic| topic.slug == slug).unwrap().name,
                    "document" => data.documents.iter().find(|document| document.slug == slug).unwrap().title,
                    other => panic!("{other}"),
                };
                assert_eq!(values["label"], label);
            }
        }
    }

    #[test]
    fn edges_say_who_has_to_do_with_whom_and_what() {
        let [_, small, _] = all();
        let edges = edges(&whole(small, &FORMAT).text);
        for (edge, statements) in [
            ("actor.aland-general states opposes topic.bridge", "general-denies"),
            ("actor.aland-general addresses actor.beland", "general-denies"),
            ("actor.aland-general speaks-of actor.celand", "general-denies"),
            ("actor.herald relays actor.aland-general", "general-denies"),
            ("actor.wire relays actor.herald", "general-denies"),
            ("actor.herald reports actor.aland", "meeting"),
            ("actor.aland states topic.trade", "joint-note"),
            ("document.a-talks states topic.water", "note-sentence"),
            ("document.a-talks speaks-of actor.aland", "note-sentence"),
            ("actor.beland-minister contradicts actor.aland-general", "general-denies beland-welcomes"),
            ("document.a-talks supports actor.beland", "note-sentence joint-note"),
            ("actor.beland responds-to actor.celand", "joint-note meeting"),
        ] {
            let values = edges.get(edge).unwrap_or_else(|| panic!("{edge} is none of {:#?}", edges.keys()));
            assert_eq!((values["statements"].as_str(), values["weight"].as_str()), (statements, "1"), "{edge}");
        }
        assert!(!edges.contains_key("actor.wire relays actor.aland-general"));
    }

    #[test]
    fn like_edges_are_one_with_their_number_as_weight() {
        for data in all() {
            for (edge, values) in edges(&whole(data, &FORMAT).text) {
                if super::discourse::NETWORKS.contains(&values["kind"].as_str()) {
                    continue;
                }
                let number = values["statements"].split(' ').count();
                let relates = ["contradicts", "supports", "responds-to"].contains(&values["kind"].as_str());
                assert!(relates || values["weight"] == number.to_string(), "{edge}");
            }
        }
        let edges = edges(&whole(hostile(), &FORMAT).text);
        assert_eq!(edges["actor.script states topic.markup"]["weight"], "13");
    }

    #[test]
    fn a_relation_needs_both_of_its_statements() {
        let [_, small, _] = all();
        let one = [statement(small, "general-denies")];
        let edges = edges(&crate::write(small, &one, &FORMAT, &context()).text);
        assert!(edges.keys().all(|edge| !edge.contains("contradicts")));
    }
}
