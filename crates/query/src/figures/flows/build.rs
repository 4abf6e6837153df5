//! From the statements that pass a filter to the render model of their flows.

use corpus::{ActorId, Role};

use super::count::{Flow, FlowKind, flows_between, whole};
use super::model::{FlowColumn, FlowEnd, FlowNode, FlowRow, Flows, Ribbon};
use super::order::{Joint, ordered};
use super::words::{self, End};
use crate::Shared;
use crate::card;
use crate::figures::voices::{filtered_link, narrowed_to, said_by};
use crate::language;
use crate::link;
use crate::matching;
use crate::names::Named;
use crate::order;
use crate::set::StatementSet;
use crate::view::{Filter, View};

/// The largest number of nodes of a column; where there are more, the others are one node.
const MOST_NODES: usize = 12;
/// The largest number of folded actors that a link names.
const MOST_LINKED: usize = 40;
/// The largest number of rows of the table.
const MOST_ROWS: usize = 99;

/// The flows of the statements that pass a filter: who speaks or relays on the left, who is spoken of or relayed on the
/// right. An actor may be on both sides.
///
/// Takes time in proportion to the statements, and to the flows that are drawn, of which there are 169 at most.
pub fn flows(data: Shared, filter: &Filter, statements: &StatementSet, kind: FlowKind) -> Flows {
    let counted = flows_between(data, statements.iter(), kind, whole(data));
    let columns = [folded(&counted, true), folded(&counted, false)];
    let mut joints = vec![joints(&columns[0], &columns[1], &counted)];
    let not_drawn = drop_folded(&columns, &mut joints[0]);
    let own_words = words::own_words(data, statements, kind);
    let found = Found { kind, around: None, columns: columns.into(), joints, flows: counted, not_drawn, own_words };
    build(data, filter, &found)
}

/// The flows to and from an actor with its parts, in the whole briefing: who speaks of it or relays it on the left,
/// whom it speaks of or relays on the right. What it says of itself is not among them.
pub fn flows_of_actor(data: Shared, id: ActorId, kind: FlowKind) -> Flows {
    let mut is_own = vec![false; data.actors.len()];
    data.actor(id).parts.iter().chain([&id]).for_each(|own| is_own[own.index()] = true);
    let end = |actor: ActorId| if is_own[actor.index()] { id } else { card::whole(data, actor) };
    let roles: &[Role] = match kind {
        FlowKind::SpeaksOf => &[Role::Speaker, Role::Agent, Role::Subject],
        FlowKind::Relays => &[Role::Speaker, Role::Agent, Role::Relay],
    };
    let own = matching::with_actor(data, id, roles);
    let counted = flows_between(data, own.iter(), kind, end);
    let counted: Vec<Flow> = counted.into_iter().filter(|flow| (flow.from == id) != (flow.to == id)).collect();
    let towards: Vec<Flow> = counted.iter().copied().filter(|flow| flow.to == id).collect();
    let from: Vec<Flow> = counted.iter().copied().filter(|flow| flow.from == id).collect();
    let middle = Column { actors: vec![id], folded: Vec::new() };
    let columns = [folded(&towards, true), middle, folded(&from, false)];
    let joints = vec![joints(&columns[0], &columns[1], &towards), joints(&columns[1], &columns[2], &from)];
    let found =
        Found { kind, around: Some(id), columns: columns.into(), joints, flows: counted, not_drawn: 0, own_words: 0 };
    build(data, &Filter::default(), &found)
}

/// What is to be drawn.
struct Found {
    kind: FlowKind,
    /// The actor in the middle, if there is one.
    around: Option<ActorId>,
    columns: Vec<Column>,
    /// The ribbons after each column but the last.
    joints: Vec<Vec<Joint>>,
    /// Every flow.
    flows: Vec<Flow>,
    /// The number of statements between actors that are folded.
    not_drawn: u32,
    /// The number of statements in the documents' own words.
    own_words: usize,
}

/// The statements of actors that are folded about or from others that are: a ribbon of these would leave no room for
/// the others, and say nothing.
fn drop_folded(columns: &[Column; 2], joints: &mut Vec<Joint>) -> u32 {
    let [left, right] = columns;
    let is_folded = |&(from, to, _): &Joint| left.actors.len() == from && right.actors.len() == to;
    let dropped = joints.iter().filter(|joint| is_folded(joint)).map(|joint| joint.2).sum();
    joints.retain(|joint| !is_folded(joint));
    dropped
}

/// The actors of a column, those with most statements first.
struct Column {
    actors: Vec<ActorId>,
    /// Those that are one node, the last.
    folded: Vec<ActorId>,
}

impl Column {
    fn len(&self) -> usize {
        self.actors.len() + usize::from(!self.folded.is_empty())
    }

    /// The index of the node of an actor.
    fn index(&self, id: ActorId) -> usize {
        self.actors.iter().position(|&own| own == id).unwrap_or(self.actors.len())
    }

    fn end(&self, index: usize) -> End<'_> {
        self.actors.get(index).map_or(End::Others(&self.folded), |&id| End::Actor(id))
    }
}

/// The actors from whom some flows are, or those to whom they are, of many the others folded. Folding one would take as
/// much room as showing it.
fn folded(flows: &[Flow], are_from: bool) -> Column {
    let end = |flow: &Flow| if are_from { flow.from } else { flow.to };
    let ends = order::by_key(flows.iter().collect(), |flow| [end(flow).0.cast_signed(), 0, 0]);
    let mut totals: Vec<(ActorId, u32)> = Vec::new();
    for flow in ends {
        match totals.last_mut() {
            Some((id, total)) if *id == end(flow) => *total += flow.count,
            _ => totals.push((end(flow), flow.count)),
        }
    }
    let totals = order::by_key(totals, |&(_, total)| [order::largest(total as usize), 0, 0]);
    let mut actors: Vec<ActorId> = totals.into_iter().map(|(id, _)| id).collect();
    let shown = if actors.len() > MOST_NODES + 1 { MOST_NODES } else { actors.len() };
    let folded = actors.split_off(shown);
    Column { actors, folded }
}

/// The flows between two columns as ribbons, of the same two nodes one.
fn joints(left: &Column, right: &Column, flows: &[Flow]) -> Vec<Joint> {
    let mut counts = vec![0; left.len() * right.len()];
    for flow in flows {
        counts[left.index(flow.from) * right.len() + right.index(flow.to)] += flow.count;
    }
    let joint = |(index, count): (usize, u32)| (index / right.len(), index % right.len(), count);
    counts.into_iter().enumerate().filter(|&(_, count)| count > 0).map(joint).collect()
}

fn build(data: Shared, filter: &Filter, found: &Found) -> Flows {
    let Found { kind, around, columns, joints, flows, not_drawn, own_words } = found;
    let (kind, around) = (*kind, *around);
    let sizes: Vec<usize> = columns.iter().map(Column::len).collect();
    let is_last = |column: usize, node: usize| matches!(columns[column].end(node), End::Others(_));
    let order = ordered(&sizes, joints, is_last);
    let mut positions: Vec<Vec<usize>> = sizes.iter().map(|&size| vec![0; size]).collect();
    for (column, nodes) in order.iter().enumerate() {
        nodes.iter().enumerate().for_each(|(position, &node)| positions[column][node] = position);
    }
    let mut ribbons = Vec::new();
    for (column, joints) in joints.iter().enumerate() {
        for &(from, to, count) in joints {
            let ends = [columns[column].end(from), columns[column + 1].end(to)];
            let hue = ends[0].actor().and_then(|id| id.hue(data));
            let href = href(data, filter, kind, ends);
            let spoken = words::spoken_ribbon(data, kind, ends, count);
            let ends = [positions[column][from], positions[column + 1][to]];
            ribbons.push(Ribbon { column, ends, count, hue, href, spoken });
        }
    }
    let ribbons =
        order::by_key(ribbons, |it| [it.column, it.ends[0], it.ends[1]].map(|part| part as u32).map(u32::cast_signed));
    let headings = words::headings(kind, around.is_some());
    let column = |(index, nodes): (usize, &Vec<usize>)| FlowColumn {
        heading: headings[index],
        nodes: nodes
            .iter()
            .enumerate()
            .map(|(position, &node)| {
                let side = |is_left: bool| {
                    let of_side = ribbons.iter().filter(move |ribbon| {
                        if is_left {
                            ribbon.column + 1 == index && ribbon.ends[1] == position
                        } else {
                            ribbon.column == index && ribbon.ends[0] == position
                        }
                    });
                    of_side.map(|ribbon| ribbon.count).sum::<u32>()
                };
                let [before, after] = [side(true), side(false)];
                let end = columns[index].end(node);
                // Around an actor, the others are linked to what they have to do with it.
                let other = around.map_or(End::Others(&[]), End::Actor);
                let is_middle = around.is_some() && index == 1;
                let ends = if index == 0 { [end, other] } else { [other, end] };
                FlowNode {
                    name: end.actor().map(|id| language::named(data, data.actor(id).short)),
                    actors: end.number(),
                    hue: end.actor().and_then(|id| id.hue(data)),
                    count: before.max(after),
                    href: end.actor().filter(|_| !is_middle).and_then(|_| href(data, filter, kind, ends)),
                    spoken: words::spoken_node(kind, end, [before, after]),
                }
            })
            .collect(),
    };
    let end = |id: ActorId| FlowEnd {
        name: language::named(data, data.actor(id).short),
        href: (around != Some(id)).then(|| link::write(data, &View::Actor(id))),
    };
    let rows = flows.iter().take(MOST_ROWS).map(|flow| FlowRow {
        from: end(flow.from),
        to: end(flow.to),
        count: flow.count,
        href: href(data, filter, kind, [End::Actor(flow.from), End::Actor(flow.to)]),
    });
    let folded = [columns.first(), columns.last()].map(|column| column.map_or(0, |column| column.folded.len()));
    Flows {
        kind,
        columns: order.iter().enumerate().map(column).collect(),
        rows: rows.collect(),
        sentence: words::sentence(data, kind, around, flows),
        notes: words::notes(folded, *not_drawn, flows.len().saturating_sub(MOST_ROWS), *own_words),
        ribbons,
    }
}

/// The link to the statements of a flow, or of an actor where the other end is nobody; none where an end has too many
/// actors for a link, both have none, or other voices, subjects or relays are wanted.
fn href(data: Shared, filter: &Filter, kind: FlowKind, ends: [End<'_>; 2]) -> Option<String> {
    let [from, to] = ends.map(End::actors);
    if from.len() > MOST_LINKED || to.len() > MOST_LINKED || from.is_empty() && to.is_empty() {
        return None;
    }
    let [active, passive] = match kind {
        FlowKind::SpeaksOf => [from, to],
        FlowKind::Relays => [to, from],
    };
    let mut filter = if active.is_empty() { filter.clone() } else { said_by(filter, &active)? };
    let choice = match kind {
        FlowKind::SpeaksOf => &mut filter.subjects,
        FlowKind::Relays => &mut filter.relays,
    };
    if !passive.is_empty() {
        *choice = narrowed_to(choice, &passive)?;
    }
    Some(filtered_link(data, filter))
}
