//! Sorting lists in place by the one sort of the program.

use std::cmp::Ordering;
use std::mem;

use solidarity_core::ordering::sorted;

/// Sorts a list; equal entries keep their order.
///
/// The positions are sorted, and then the entries moved, so that no sort is compiled for each type of entry
/// ([`solidarity_core::ordering`]).
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted(list.len(), &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut entries: Vec<_> = mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| entries.get_mut(at)?.take()));
}

/// [`sort_by`], by a key of each entry.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}
