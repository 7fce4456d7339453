//! What is said once of a text, however often it is in it.

/// What became of a thing.
pub const KEPT: &str = "was left out; the words were kept.";

/// What became of several things.
pub const ALL_KEPT: &str = "were left out; the words were kept.";

/// What was left out of a text while the words around it were kept.
#[derive(Debug, Default)]
pub struct Tallies(Vec<Tally>);

#[derive(Debug)]
struct Tally {
    what: String,
    became: &'static str,
    first: usize,
    count: usize,
}

impl Tallies {
    /// Counts something that begins at a byte: what it is, and what became of it.
    pub fn count(&mut self, what: &str, became: &'static str, at: usize) {
        match self.0.iter_mut().find(|tally| tally.what == what) {
            Some(tally) => {
                tally.first = tally.first.min(at);
                tally.count += 1;
            }
            None => self.0.push(Tally { what: what.to_owned(), became, first: at, count: 1 }),
        }
    }

    /// A note on each kind, with where the first of it begins.
    pub fn notes(self) -> impl Iterator<Item = (usize, String)> {
        self.0.into_iter().map(|Tally { what, became, first, count }| {
            let times = if count == 1 { String::new() } else { format!(" ({count} times)") };
            (first, format!("{what}{times} {became}"))
        })
    }
}
