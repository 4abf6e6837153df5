//! Cycles of a directed graph, by depth-first search.

/// The state of a node in the search.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Unvisited,
    OnPath,
    Done,
}

/// The cycles of a graph that a depth-first search comes upon: one for each edge that closes a cycle. `edges` has for
/// each node its edges, as target node and label; a cycle is the list of its edges, as source node and label.
pub(super) fn cycles<L: Copy>(edges: &[Vec<(usize, L)>]) -> Vec<Vec<(usize, L)>> {
    let mut states = vec![State::Unvisited; edges.len()];
    let mut cycles = Vec::new();
    for start in 0..edges.len() {
        if states[start] != State::Unvisited {
            continue;
        }
        // The path from the start: each node with the index of its next edge.
        let mut path = vec![(start, 0)];
        states[start] = State::OnPath;
        while let Some((node, next)) = path.last_mut() {
            let Some(&(target, label)) = edges[*node].get(*next) else {
                states[*node] = State::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match states[target] {
                State::Done => {}
                State::Unvisited => {
                    states[target] = State::OnPath;
                    path.push((target, 0));
                }
                State::OnPath => {
                    let first = path.iter().position(|&(node, _)| node == target).unwrap_or_default();
                    let followed = |&(node, next): &(usize, usize)| (node, edges[node][next - 1].1);
                    let mut cycle: Vec<_> = path[first..].iter().map(followed).collect();
                    if let Some(last) = cycle.last_mut() {
                        last.1 = label;
                    }
                    cycles.push(cycle);
                }
            }
        }
    }
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_without_cycles_has_none() {
        assert_eq!(cycles(&[vec![(1, 'a'), (2, 'b')], vec![(2, 'c')], vec![]]), Vec::<Vec<(usize, char)>>::new());
    }

    #[test]
    fn each_closing_edge_gives_one_cycle() {
        let edges = [vec![(1, 'a')], vec![(2, 'b'), (1, 'c')], vec![(0, 'd')]];
        assert_eq!(cycles(&edges), [vec![(0, 'a'), (1, 'b'), (2, 'd')], vec![(1, 'c')]]);
    }
}
