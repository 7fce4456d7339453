//! What is said once of a text, however often it is in it.

use std::collections::BTreeMap;

/// What became of a thing.
pub const KEPT: &str = "was left out; the words were kept.";

/// What became of several things.
pub const ALL_KEPT: &str = "were left out; the words were kept.";

/// What was left out of a text while the words around it were kept.
#[derive(Debug, Default)]
pub struct Tallies(BTreeMap<String, Tally>);

#[derive(Debug)]
struct Tally {
    became: &'static str,
    first: usize,
    count: usize,
}

impl Tallies {
    /// Counts something that begins at a byte: what it is, and what became of it.
    pub fn count(&mut self, what: &str, became: &'static str, at: usize) {
        let new = Tally { became, first: at, count: 0 };
        let tally = self.0.entry(what.to_owned()).or_insert(new);
        tally.first = tally.first.min(at);
        tally.count += 1;
    }

    /// A note on each kind, with where the first of it begins.
    pub fn notes(self) -> impl Iterator<Item = (usize, String)> {
        self.0.into_iter().map(|(what, Tally { became, first, count })| {
            let times = if count == 1 { String::new() } else { format!(" ({count} times)") };
            (first, format!("{what}{times} {became}"))
        })
    }
}
