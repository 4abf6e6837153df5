//! Stable sorting by small keys, in linear time. Each type that is sorted with the standard library adds its own copy
//! of the sort to the bundle, two to six kilobytes; this sorts keys of one type and moves the items afterwards.

/// A sort key, compared lexicographically.
pub(crate) type Key = [i32; 3];

/// Sorts items by their keys; stable.
pub(crate) fn by_key<T>(items: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let keys: Vec<Key> = items.iter().map(key).collect();
    by_keys(items, &keys)
}

/// Sorts items by keys that are in the order of the items; stable.
pub(crate) fn by_keys<T>(mut items: Vec<T>, keys: &[Key]) -> Vec<T> {
    let mut targets = targets(keys);
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

/// The order of texts by their bytes, which is that of their code points, as indices; stable.
pub(crate) fn of_texts(texts: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let longest = texts.iter().map(String::len).max().unwrap_or_default();
    // By the last bytes first, as many at a time as a key has.
    for start in (0..longest).step_by(size_of::<Key>()).rev() {
        order = by_key(order, |&index| {
            let mut bytes = texts[index].as_bytes().iter().skip(start).copied();
            [0; 3].map(|_: i32| {
                let part = [0; 4].map(|_: u8| bytes.next().unwrap_or_default());
                // Flipping the sign sorts as numbers without one are sorted.
                i32::from_be_bytes(part) ^ i32::MIN
            })
        });
    }
    order
}

/// The index that each item moves to: a radix sort by the bytes of the keys, the last one first (Knuth, *The Art of
/// Computer Programming*, volume 3, section 5.2.5, algorithm R). Linear in the number of items, and most keys differ in
/// few bytes only.
#[inline(never)]
fn targets(keys: &[Key]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let mut next = order.clone();
    for part in (0..3).rev() {
        // Flipping the sign sorts negative numbers before positive ones.
        let bits = |index: usize| keys[index][part].cast_unsigned() ^ (1 << 31);
        let differing = (1..keys.len()).fold(0, |differing, index| differing | bits(index) ^ bits(0));
        for shift in [0, 8, 16, 24] {
            if (differing >> shift).trailing_zeros() >= 8 {
                continue;
            }
            let byte = |index: usize| (bits(index) >> shift & 0xff) as usize;
            let mut starts = [0usize; 257];
            for &index in &order {
                starts[byte(index) + 1] += 1;
            }
            for value in 0..256 {
                starts[value + 1] += starts[value];
            }
            for &index in &order {
                let start = &mut starts[byte(index)];
                next[*start] = index;
                *start += 1;
            }
            std::mem::swap(&mut order, &mut next);
        }
    }
    for (target, &index) in order.iter().enumerate() {
        next[index] = target;
    }
    next
}

/// The key that sorts large numbers first.
pub(crate) fn largest(number: usize) -> i32 {
    -i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn items_with_equal_keys_keep_their_order() {
        let sorted = by_key(vec![("b", 2), ("a", 1), ("c", 2), ("d", 1)], |item| [item.1, 0, 0]);
        assert_eq!(sorted, [("a", 1), ("d", 1), ("b", 2), ("c", 2)]);
    }

    proptest! {
        #[test]
        fn any_keys_sort_like_those_of_the_standard_library(
            keys in proptest::collection::vec(prop_oneof![any::<Key>(), [-2i32..300, 7i32..8, -1i32..1]], 0..100)
        ) {
            let items: Vec<(Key, usize)> = keys.into_iter().zip(0..).collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            prop_assert_eq!(by_key(items, |item| item.0), sorted);
        }
    }

    proptest! {
        #[test]
        fn any_texts_sort_like_those_of_the_standard_library(
            texts in proptest::collection::vec("[a-cé]{0,30}|[a-z𐍈]{0,20}", 0..40)
        ) {
            let mut sorted: Vec<usize> = (0..texts.len()).collect();
            sorted.sort_by(|&one, &other| texts[one].cmp(&texts[other]));
            prop_assert_eq!(of_texts(&texts), sorted);
        }
    }

    #[test]
    fn the_largest_number_comes_first() {
        assert_eq!(by_key(vec![1, usize::MAX, 2], |&number| [largest(number), 0, 0]), [usize::MAX, 2, 1]);
    }
}
