//! Actors within the list of a facet: a part of another follows that one, a level deeper.
//!
//! A facet shows its first values and folds the rest. Which these are is up to the number of statements alone, so that
//! the parts of one actor do not displace all others; within the first, and within the rest, parts follow their wholes.

use corpus::ActorId;

use super::facet::Value;
use crate::Shared;
use crate::order;

/// The place of an actor within a list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// The number of actors listed before it that it is a part of.
    pub level: usize,
    /// The nearest of them.
    pub whole: Option<ActorId>,
}

/// Moves actors that are parts of others behind these, among the first `unfolded` of a list and among the rest. All
/// else keeps its order.
pub(super) fn behind_wholes<T>(data: Shared, entries: Vec<T>, unfolded: usize, value: impl Fn(&T) -> Value) -> Vec<T> {
    // By actor, its rank in the list counted from one; zero for those that are not in it.
    let mut ranks = vec![0; data.actors.len()];
    for (rank, entry) in (1..).zip(&entries) {
        match value(entry) {
            Value::Actor(id) => ranks[id.index()] = rank,
            _ => return entries,
        }
    }
    let unfolded = i32::try_from(unfolded).unwrap_or(i32::MAX);
    let is_folded = |rank: i32| rank > unfolded;
    order::by_key(entries, |entry| {
        let mut key = [0; 3];
        let Value::Actor(id) = value(entry) else { return key };
        let own = ranks[id.index()];
        // From the outermost on; what is deeper than the key keeps its order.
        for rank in std::iter::once(id).chain(wholes(data, id)).map(|id| ranks[id.index()]) {
            if rank > 0 && is_folded(rank) == is_folded(own) {
                key = [rank, key[0], key[1]];
            }
        }
        key
    })
}

/// The place of each value of a list, by the values before it.
pub(super) fn places(data: Shared, values: impl Iterator<Item = Value>) -> Vec<Place> {
    let mut around: Vec<ActorId> = Vec::new();
    let place = |value: Value| {
        let Value::Actor(id) = value else { return Place::default() };
        while around.last().is_some_and(|&last| wholes(data, id).all(|whole| whole != last)) {
            around.pop();
        }
        let place = Place { level: around.len(), whole: around.last().copied() };
        around.push(id);
        place
    };
    values.map(place).collect()
}

/// The actors that an actor is a part of, the nearest first.
fn wholes(data: Shared, id: ActorId) -> impl Iterator<Item = ActorId> {
    std::iter::successors(data.actor(id).part_of, move |&whole| data.actor(whole).part_of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facets::facets;
    use crate::facets::tests::facet;
    use crate::testing::{actor, belongs, both, example, filtered, synthetic};
    use crate::view::Selection;

    fn ordered(data: Shared, slugs: &[&str], unfolded: usize) -> Vec<&'static str> {
        let ids: Vec<_> = slugs.iter().map(|slug| actor(data, slug)).collect();
        let ids = behind_wholes(data, ids, unfolded, |&id| Value::Actor(id));
        ids.into_iter().map(|id| data.actor(id).slug).collect()
    }

    #[test]
    fn a_part_follows_its_whole_where_both_are_unfolded_or_both_folded() {
        let data = example("aldport");
        let all = ["marrend", "aldport-council", "ministry-of-ports", "ragna-holt", "gunnar-aske", "henrik-solvane"];
        let whole = ["marrend", "ministry-of-ports", "gunnar-aske", "henrik-solvane", "aldport-council", "ragna-holt"];
        assert_eq!(ordered(data, &all, 8), whole);
        let folded = ["marrend", "ministry-of-ports", "aldport-council", "ragna-holt", "gunnar-aske", "henrik-solvane"];
        assert_eq!(ordered(data, &all, 3), folded);
    }

    #[test]
    fn the_level_tells_within_whom_an_actor_is_listed() {
        let data = example("aldport");
        let ids = ["marrend", "ministry-of-ports", "gunnar-aske", "henrik-solvane", "aldport-council", "odile-marsh"];
        let places = places(data, ids.iter().map(|slug| Value::Actor(actor(data, slug))));
        let seen: Vec<_> = places.iter().map(|it| (it.level, it.whole.map(|id| data.actor(id).slug))).collect();
        assert_eq!(
            seen,
            [
                (0, None),
                (1, Some("marrend")),
                // The office between the two is not listed.
                (2, Some("ministry-of-ports")),
                (2, Some("ministry-of-ports")),
                (0, None),
                (0, None),
            ]
        );
    }

    #[test]
    fn every_part_that_is_listed_below_its_whole_says_so() {
        for data in both().into_iter().chain([example("aldport"), synthetic(800)]) {
            let none = Selection::default();
            for model in facets(data, &none, &filtered(data, &none.filter)) {
                if !["actor", "via"].contains(&model.key) {
                    assert!(model.values.iter().all(|value| value.level == 0), "{}", model.key);
                    continue;
                }
                let (shown, folded) = model.values.split_at(model.unfolded);
                for list in [shown, folded] {
                    for (index, value) in list.iter().enumerate() {
                        let id = actor(data, &value.slug);
                        let before = |other: &crate::facets::FacetValue| belongs(data, id, actor(data, &other.slug));
                        let has_whole = list[..index].iter().any(before);
                        assert_eq!(value.level > 0, has_whole, "{} {}", model.key, value.slug);
                        assert_eq!(value.whole.is_empty(), !has_whole, "{} {}", model.key, value.slug);
                    }
                }
            }
        }
    }

    #[test]
    fn the_first_values_are_those_with_most_statements() {
        let data = example("aldport");
        let model = facet(data, "#/", "actor");
        let (first, rest) = model.values.split_at(model.unfolded);
        let fewest = first.iter().map(|value| value.count.number()).min();
        assert!(rest.iter().all(|value| Some(value.count.number()) <= fewest));
        assert_eq!(facet(data, "#/?actor=ragna-holt", "actor").values[3].slug, model.values[3].slug);
    }
}
