//! Sorting, once. Every type that is sorted on its own brings a sort of its own into the bundle, two to six kilobytes
//! each; this one orders small keys and moves the items afterwards.

/// What is compared, the first number first.
pub(crate) type Key = [i32; 3];

/// Items in the order of their keys; those with equal keys stay as they were.
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

/// Where each item belongs.
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

/// The key that puts large numbers first.
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
