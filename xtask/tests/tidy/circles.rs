//! Import circles: files that use each other, and which of their uses to give up.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::Path,
};

use crate::imports::Imports;

/// Describes each circle, with file names as seen from `root`.
pub fn describe(imports: &Imports, root: &Path) -> Vec<String> {
    let name = |file: usize| imports.files[file].strip_prefix(root).unwrap_or(&imports.files[file]).display();
    let circles = circles(imports).into_iter().map(|circle| {
        let mut text = format!("  {} files in a circle:", circle.len());
        let backward = backward(imports, &circle);
        let edges = imports.edges.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
        for (&(from, to), names) in edges {
            let mark = if backward.contains(&(from, to)) { '✂' } else { ' ' };
            let names: Vec<String> = names.iter().map(|(name, line)| format!("{name} ({line})")).collect();
            // Writing to a string does not fail.
            let _ = write!(text, "\n    {mark} {} -> {}: {}", name(from), name(to), names.join(", "));
        }
        text
    });
    circles.collect()
}

/// Sets of files of which each reaches each other one.
fn circles(imports: &Imports) -> Vec<BTreeSet<usize>> {
    let reach: Vec<BTreeSet<usize>> = (0..imports.files.len()).map(|file| reached(imports, file)).collect();
    let mut found = BTreeSet::new();
    for (file, reached) in reach.iter().enumerate().filter(|(file, reached)| reached.contains(file)) {
        let circle: BTreeSet<usize> = reached.iter().copied().filter(|other| reach[*other].contains(&file)).collect();
        found.insert(circle);
    }
    found.into_iter().collect()
}

fn reached(imports: &Imports, from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(file) = next.pop() {
        for &(_, to) in imports.edges.range((file, 0)..=(file, usize::MAX)).map(|(edge, _)| edge) {
            if reached.insert(to) {
                next.push(to);
            }
        }
    }
    reached
}

/// Few edges whose removal leaves no circle: those that lead backward in the order of Eades, Lin and Smyth, "A fast and
/// effective heuristic for the feedback arc set problem" (1993).
fn backward(imports: &Imports, circle: &BTreeSet<usize>) -> BTreeSet<(usize, usize)> {
    let mut left = circle.clone();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let weight = |from: usize, to: usize| imports.edges.get(&(from, to)).map_or(0, BTreeMap::len);
    while !left.is_empty() {
        let out = |file: usize| left.iter().map(|other| weight(file, *other)).sum::<usize>();
        let into = |file: usize| left.iter().map(|other| weight(*other, file)).sum::<usize>();
        let next = if let Some(sink) = left.iter().copied().find(|file| out(*file) == 0) {
            last.push(sink);
            sink
        } else {
            let balance = |file: &usize| out(*file).cast_signed() - into(*file).cast_signed();
            let Some(source) = left.iter().copied().max_by_key(balance) else { break };
            first.push(source);
            source
        };
        left.remove(&next);
    }
    first.extend(last.into_iter().rev());
    let place = |file: usize| first.iter().position(|other| *other == file);
    let edges = imports.edges.keys().copied().filter(|(from, to)| circle.contains(from) && circle.contains(to));
    edges.filter(|(from, to)| place(*from) > place(*to)).collect()
}
