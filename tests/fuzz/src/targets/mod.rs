//! What is read, and what must hold of it.

mod address;
mod dataset;
mod import;
mod index;
mod query;
mod quotation;

use crate::Target;

/// Every target.
pub const TARGETS: [Target; 9] = [
    address::TARGET,
    dataset::TARGET,
    import::CSV,
    import::MARKDOWN,
    import::TEXT,
    import::WORDPRESS,
    index::TARGET,
    query::TARGET,
    quotation::TARGET,
];

/// An input of `count` times the same, between a beginning and an end.
fn many(begin: &str, middle: &str, count: usize, end: &str) -> Vec<u8> {
    [begin, &middle.repeat(count), end].concat().into_bytes()
}
