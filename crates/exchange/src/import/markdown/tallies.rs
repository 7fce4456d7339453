//! Notes that are made once for a text, with a count.

use std::collections::BTreeMap;

/// What became of one thing.
pub const KEPT: &str = "was left out; the words were kept.";

/// What became of several things.
pub const ALL_KEPT: &str = "were left out; the words were kept.";

/// What was left out of a text, while its words were kept.
#[derive(Debug, Default)]
pub struct Tallies(BTreeMap<String, Tally>);

#[derive(Debug)]
struct Tally {
    became: &'static str,
    first: usize,
    count: usize,
}

impl Tallies {
    /// Counts something at a byte: what it is, and what became of it.
    pub fn count(&mut self, what: &str, became: &'static str, at: usize) {
        let new = Tally { became, first: at, count: 0 };
        let tally = self.0.entry(what.to_owned()).or_insert(new);
        tally.first = tally.first.min(at);
        tally.count += 1;
    }

    /// A note on each kind, with the position of the first.
    pub fn notes(self) -> impl Iterator<Item = (usize, String)> {
        self.0.into_iter().map(|(what, Tally { became, first, count })| {
            let times = if count == 1 { String::new() } else { format!(" ({count} times)") };
            (first, format!("{what}{times} {became}"))
        })
    }
}
