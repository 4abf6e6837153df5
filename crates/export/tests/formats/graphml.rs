//! `GraphML`, read by roxmltree and held against the rules of the format.

use std::collections::{BTreeMap, BTreeSet};

use export::Format;
use roxmltree::{Document, Node};

use crate::support::{all, context, hostile, ids, shipped, statement, whole};

const SPACE: &str = "http://graphml.graphdrawing.org/xmlns";

fn named<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.has_tag_name((SPACE, name)))
}

/// The attributes of a node, an edge or the graph, by name.
fn values(document: &Document<'_>, element: Node<'_, '_>) -> BTreeMap<String, String> {
    let names: BTreeMap<_, _> = named(document, "key")
        .map(|key| (key.attribute("id").unwrap().to_owned(), key.attribute("attr.name").unwrap().to_owned()))
        .collect();
    let data = element.children().filter(|child| child.has_tag_name((SPACE, "data")));
    data.map(|data| (names[data.attribute("key").unwrap()].clone(), data.text().unwrap_or_default().to_owned()))
        .collect()
}

/// Edges as "from kind to", with their values.
fn edges(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
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
        let text = whole(data, Format::GraphMl).text;
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
            assert!(id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.'), "{id} is a name token");
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
        let text = whole(data, Format::GraphMl).text;
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
        let text = whole(data, Format::GraphMl).text;
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
    let edges = edges(&whole(small, Format::GraphMl).text);
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
        for (edge, values) in edges(&whole(data, Format::GraphMl).text) {
            let number = values["statements"].split(' ').count();
            let relates = ["contradicts", "supports", "responds-to"].contains(&values["kind"].as_str());
            assert!(relates || values["weight"] == number.to_string(), "{edge}");
        }
    }
    let edges = edges(&whole(hostile(), Format::GraphMl).text);
    assert_eq!(edges["actor.script states topic.markup"]["weight"], "13");
}

#[test]
fn a_relation_needs_both_of_its_statements() {
    let [_, small, _] = all();
    let one = [statement(small, "general-denies")];
    let edges = edges(&export::write(small, &one, Format::GraphMl, &context()).text);
    assert!(edges.keys().all(|edge| !edge.contains("contradicts")));
}
