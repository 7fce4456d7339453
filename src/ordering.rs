//! Sorting, once for the whole program: the compiler makes code of its own, one and a half
//! kilobytes, for each kind of thing that is sorted.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives them; equal ones stay in theirs.
pub fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    numbers.sort_by(|a, b| compare(*a, *b));
    numbers
}
