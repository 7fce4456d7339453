//! Sorting, once for the whole program and in little code: the standard library's sort takes nine
//! kilobytes, and the compiler makes them anew for each kind of thing that is sorted.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives them; equal ones stay in theirs.
///
/// Runs of one, two, four … are merged, in `count` × log₂ `count` steps.
pub fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in numbers.chunks(run * 2) {
            let (mut first, mut second) = pair.split_at(run.min(pair.len()));
            while let ([a, first_rest @ ..], [b, second_rest @ ..]) = (first, second) {
                if compare(*b, *a).is_lt() {
                    merged.push(*b);
                    second = second_rest;
                } else {
                    merged.push(*a);
                    first = first_rest;
                }
            }
            merged.extend_from_slice(first);
            merged.extend_from_slice(second);
        }
        numbers = merged;
        run *= 2;
    }
    numbers
}
