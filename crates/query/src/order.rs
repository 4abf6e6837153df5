//! Stable sorting by small keys. Each type that is sorted with the standard library adds its own copy of the sort to
//! the bundle, two to six kilobytes; this sorts keys of one type and moves the items afterwards.

/// A sort key, compared lexicographically.
pub(crate) type Key = [i32; 3];

/// Sorts items by their keys; stable.
pub(crate) fn by_key<T>(mut items: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let mut targets = targets(items.iter().map(key).collect());
    for index in 0..items.len() {
        // Each swap brings an item to where it belongs.
        while targets[index] != index {
            let target = targets[index];
            items.swap(index, target);
            targets.swap(index, target);
        }
    }
    items
}

/// The index that each item moves to.
#[inline(never)]
fn targets(keys: Vec<Key>) -> Vec<usize> {
    let mut keyed: Vec<(Key, usize)> = keys.into_iter().zip(0..).collect();
    keyed.sort_unstable();
    let mut targets = vec![0; keyed.len()];
    for (target, (_, index)) in keyed.into_iter().enumerate() {
        targets[index] = target;
    }
    targets
}

/// The key that sorts large numbers first.
pub(crate) fn largest(number: usize) -> i32 {
    -i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_with_equal_keys_keep_their_order() {
        let sorted = by_key(vec![("b", 2), ("a", 1), ("c", 2), ("d", 1)], |item| [item.1, 0, 0]);
        assert_eq!(sorted, [("a", 1), ("d", 1), ("b", 2), ("c", 2)]);
    }

    #[test]
    fn the_largest_number_comes_first() {
        assert_eq!(by_key(vec![1, usize::MAX, 2], |&number| [largest(number), 0, 0]), [usize::MAX, 2, 1]);
    }
}
