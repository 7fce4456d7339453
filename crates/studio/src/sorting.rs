//! Sorting lists of few entries.

use std::cmp::Ordering;
use std::mem;

/// Sorts a list; equal entries keep their order.
///
/// The standard library's sort is compiled for every type of entry, 4 kB each time. This one sorts positions, and then
/// moves the entries.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted_positions(list.len(), &|a, b| match (list.get(a), list.get(b)) {
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

fn sorted_positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<_> = (0..count).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}
