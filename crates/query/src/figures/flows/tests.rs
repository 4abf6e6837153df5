//! Counts held against the statements, links against what they show, and what is drawn of corpora of any size.

use std::collections::BTreeMap;

use corpus::{ActorId, Role};

use super::*;
use crate::Shared;
use crate::card;
use crate::set::StatementSet;
use crate::testing::{actor, aldport, both, has_role, shipped, shown, small, synthetic, with_positions};
use crate::view::View;

const KINDS: [FlowKind; 2] = [FlowKind::SpeaksOf, FlowKind::Relays];

fn drawn(data: Shared, link: &str, kind: FlowKind) -> Flows {
    let mut statements = StatementSet::empty(data.statements.len());
    for id in shown(data, link) {
        statements.insert(id);
    }
    flows(data, &crate::testing::selection(data, link).filter, &statements, kind)
}

/// Flows as "from -> to count".
fn rows(flows: &Flows) -> Vec<String> {
    flows.rows.iter().map(|row| format!("{} -> {} {}", row.from.name.text, row.to.name.text, row.count)).collect()
}

#[test]
fn parts_count_for_their_wholes_and_a_statement_once() {
    // The general and the minister, a joint note, an act, and an opening by Beland that is about nobody.
    assert_eq!(
        rows(&drawn(small(), "#/", FlowKind::SpeaksOf)),
        ["Aland -> Celand 3", "Beland -> Celand 2", "Celand -> Celand 1", "The Herald -> Celand 1"]
    );
    assert_eq!(
        rows(&drawn(small(), "#/", FlowKind::Relays)),
        ["The Herald -> Aland 1", "The Wire -> Aland 1", "River Union -> Celand 1"]
    );
}

#[test]
fn the_sentence_says_what_is_most() {
    assert_eq!(
        drawn(small(), "#/", FlowKind::SpeaksOf).sentence.to_string(),
        "Four actors speak of one. Aland speaks of Celand most: in three statements."
    );
    assert_eq!(
        drawn(small(), "#/?topic=trade", FlowKind::Relays).sentence.to_string(),
        "No statement here came through somebody else."
    );
    let notes = drawn(small(), "#/", FlowKind::SpeaksOf).notes;
    assert_eq!(
        notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["1 statement in the documents’ own words is not counted."]
    );
}

/// The statements of a flow as the statements tell them.
fn told(data: Shared, kind: FlowKind, from: ActorId, to: ActorId) -> usize {
    let active: &[Role] = &[Role::Speaker, Role::Agent];
    let (of_from, of_to): (&[Role], &[Role]) = match kind {
        FlowKind::SpeaksOf => (active, &[Role::Subject]),
        FlowKind::Relays => (&[Role::Relay], active),
    };
    let is_of = |&id: &_| has_role(data, from, of_from, id) && has_role(data, to, of_to, id);
    data.statement_ids().filter(is_of).count()
}

#[test]
fn flows_are_those_that_the_statements_tell() {
    for data in both() {
        let wholes: Vec<_> = data.actor_ids().filter(|&id| data.actor(id).part_of.is_none()).collect();
        for kind in KINDS {
            let counted = flows_between(data, data.statement_ids(), kind, |id| card::whole(data, id));
            let counted: BTreeMap<_, _> =
                counted.iter().map(|flow| ((flow.from, flow.to), flow.count as usize)).collect();
            for &from in &wholes {
                for &to in &wholes {
                    let expected = told(data, kind, from, to);
                    assert_eq!(counted.get(&(from, to)).copied().unwrap_or_default(), expected);
                }
            }
        }
    }
}

#[test]
fn links_lead_to_the_statements_that_are_counted() {
    let of_aldport =
        ["#/", "#/?form=direct,indirect", "#/?actor=marrend", "#/?role=audience"].map(|it| (aldport(), it));
    for (data, link) in [(shipped(), "#/"), (small(), "#/")].into_iter().chain(of_aldport) {
        for kind in KINDS {
            let flows = drawn(data, link, kind);
            for row in &flows.rows {
                let href = row.href.as_ref().expect("no voice is wanted");
                assert_eq!(shown(data, href).len(), row.count as usize, "{href}");
            }
            for ribbon in &flows.ribbons {
                let [left, right] = [0, 1].map(|end| &flows.columns[ribbon.column + end].nodes[ribbon.ends[end]]);
                let is_folded = left.name.is_none() || right.name.is_none();
                let href = ribbon.href.as_ref().expect("no end has too many actors");
                let number = shown(data, href).len();
                assert!(if is_folded { number > 0 } else { number == ribbon.count as usize }, "{href}");
            }
        }
    }
}

#[test]
fn widths_of_ribbons_add_up_to_those_of_nodes() {
    for data in both().into_iter().chain([aldport()]) {
        for kind in KINDS {
            let flows = drawn(data, "#/", kind);
            assert_eq!(flows, drawn(data, "#/", kind));
            for (column, nodes) in flows.columns.iter().enumerate() {
                for (index, node) in nodes.nodes.iter().enumerate() {
                    let own = flows.ribbons.iter().filter(|ribbon| ribbon.ends[column] == index);
                    assert_eq!(own.map(|ribbon| ribbon.count).sum::<u32>(), node.count, "{}", node.spoken);
                }
            }
        }
    }
}

#[test]
fn an_actor_has_its_own_flows_without_those_to_itself() {
    let data = small();
    let flows = flows_of_actor(data, actor(data, "celand"), FlowKind::SpeaksOf);
    assert_eq!(rows(&flows), ["Aland -> Celand 3", "Beland -> Celand 2", "The Herald -> Celand 1"]);
    // No link to where one is.
    assert!(flows.rows.iter().all(|row| row.from.href.is_some() && row.to.href.is_none()));
    assert_eq!(flows.columns.iter().map(|column| column.nodes.len()).collect::<Vec<_>>(), [3, 1, 0]);
    assert_eq!(flows.sentence.to_string(), "Aland speaks of Celand most: in three statements.");
    // The army has the general's statement, and the rest of its state is another.
    let flows = flows_of_actor(data, actor(data, "aland-army"), FlowKind::Relays);
    assert_eq!(rows(&flows), ["The Herald -> Army of Aland 1", "The Wire -> Army of Aland 1"]);
    for ribbon in &flows.ribbons {
        assert_eq!(shown(data, ribbon.href.as_ref().unwrap()).len(), 1);
    }
    let herald = flows_of_actor(data, actor(data, "herald"), FlowKind::Relays);
    assert_eq!(rows(&herald), ["The Herald -> Aland 1"]);
    assert_eq!(shown(data, herald.columns[2].nodes[0].href.as_ref().unwrap()).len(), 1);
}

#[test]
fn flows_of_an_actor_are_those_that_the_statements_tell() {
    for data in [shipped(), small()] {
        for id in data.actor_ids() {
            for kind in KINDS {
                for row in flows_of_actor(data, id, kind).rows {
                    let href = row.href.as_ref().expect("nothing is filtered");
                    assert_eq!(shown(data, href).len(), row.count as usize, "{href}");
                }
            }
        }
    }
}

#[test]
fn an_actor_without_statements_is_told_so() {
    let data = small();
    let said = |kind| {
        let flows = flows_of_actor(data, actor(data, "hermit"), kind);
        assert!(flows.ribbons.is_empty() && flows.rows.is_empty());
        flows.sentence.to_string()
    };
    assert_eq!(said(FlowKind::SpeaksOf), "A hermit neither speaks of others nor is spoken of.");
    assert_eq!(said(FlowKind::Relays), "A hermit neither relays others nor is relayed.");
    let nobody = with_positions(&[("a", &["t"], "supports", 0)]);
    assert_eq!(
        drawn(nobody, "#/", FlowKind::SpeaksOf).sentence.to_string(),
        "No statement here says of whom it speaks."
    );
}

#[test]
fn many_actors_are_folded_and_that_is_said() {
    let data = synthetic(800);
    let flows = drawn(data, "#/", FlowKind::SpeaksOf);
    for column in &flows.columns {
        assert_eq!(column.nodes.len(), 13);
        let others = column.nodes.last().unwrap();
        assert!(others.name.is_none() && others.actors > 1 && others.href.is_none());
    }
    assert!(flows.ribbons.len() <= 169 && flows.rows.len() <= 99);
    let not_drawn = flows.notes.iter().find_map(|note| {
        note.to_string().strip_prefix("Between these, ")?.split(' ').next()?.replace('\u{202f}', "").parse().ok()
    });
    let all: u32 = flows.ribbons.iter().map(|ribbon| ribbon.count).sum::<u32>() + not_drawn.unwrap_or(0);
    let counted = flows_between(data, data.statement_ids(), FlowKind::SpeaksOf, |id| card::whole(data, id));
    assert_eq!(all, counted.iter().map(|flow| flow.count).sum::<u32>());
    assert!(flows.notes[0].to_string().starts_with("On the left, "), "{}", flows.notes[0]);
}

#[test]
fn a_filter_stays_in_the_links() {
    let data = aldport();
    let flows = drawn(data, "#/?form=act", FlowKind::SpeaksOf);
    for href in flows.rows.iter().map(|row| row.href.as_ref().expect("no voice is wanted")) {
        assert!(href.contains("form=act") && href.contains("about="), "{href}");
        assert!(matches!(crate::testing::view(data, href), View::Briefing(_)));
    }
}
