//! Sorting with one small function for the whole program: the standard library's sort takes nine
//! kilobytes, and the compiler generates it anew for each type that is sorted.

use std::cmp::Ordering;

/// The numbers below `count` in the order given by `compare`; equal ones keep theirs.
///
/// Merges runs of one, two, four …, in `count` × log₂ `count` steps.
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
