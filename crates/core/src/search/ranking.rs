//! Ranks results: first messages with the words in a row, as typed, if the word order has been
//! loaded; then by kind of match, whole words before beginnings of longer ones; then by relevance.

use std::ops::Range;

use super::index::Index;
use super::matching::Kind;
use super::query::Query;
use super::scoring::{Score, Scores};
use crate::ordering::sorted;

/// The number of best messages, at most, that are checked for the words in a row.
const LOOKED_AT: usize = IN_ORDER;
/// The number of messages that are sorted, and a few more if scores are equal.
const IN_ORDER: usize = 300;

/// Ranked results.
pub(super) struct Ranked {
    pub messages: Vec<usize>,
    /// The start of the messages that match some word only as the beginning of longer ones.
    pub longer: Option<usize>,
}

impl Index {
    /// Messages sorted by score, preceded by those with the words in a row, as typed.
    pub(super) fn ranked(&self, query: &Query, hits: Vec<usize>, scores: &Scores) -> Ranked {
        let best = by_score(&hits, scores);
        let row = self.in_the_row(query, best.get(..LOOKED_AT).unwrap_or(&best));
        let mut messages = row.clone();
        messages.extend(best.iter().filter(|at| !row.contains(at)));
        let whole = |at: &&usize| !score_of(scores, **at).is(Kind::Longer);
        let whole = row.len() + messages.iter().skip(row.len()).take_while(whole).count();
        let longer = Some(whole).filter(|at| (1..messages.len()).contains(at));
        Ranked { messages, longer }
    }

    /// Those of the best messages that have the words in a row, as typed.
    fn in_the_row(&self, query: &Query, best: &[usize]) -> Vec<usize> {
        let mut words = Vec::new();
        for clause in &query.clauses {
            let Some(word) = clause.plain_word() else { return Vec::new() };
            words.push(word.whole.as_str());
        }
        if words.len() < 2 {
            return Vec::new();
        }
        let sought = self.sought(&words, true);
        if sought.iter().any(Range::is_empty) {
            return Vec::new();
        }
        let best = best.iter().copied();
        best.filter(|at| self.in_a_row(*at, &sought) == Some(true)).collect()
    }
}

fn score_of(scores: &Scores, message: usize) -> Score {
    scores.get(message).copied().unwrap_or_default()
}

/// The best messages sorted by score, then the rest by kind of match in the order of the
/// collection: nobody looks through thousands, and sorting them would take longer than finding
/// them.
fn by_score(hits: &[usize], scores: &Scores) -> Vec<usize> {
    let score = |hit: &usize| score_of(scores, *hit);
    let limit = limit(hits, scores);
    let (mut best, mut whole, mut longer) = (Vec::new(), Vec::new(), Vec::new());
    for &hit in hits {
        let score = score(&hit);
        let among = match score.is_at_most(Kind::Longer) {
            _ if score > limit => &mut best,
            true => &mut longer,
            false => &mut whole,
        };
        among.push(hit);
    }
    let of = |at: usize| best.get(at).map(score);
    let order = sorted(best.len(), &mut |a, b| of(b).cmp(&of(a)));
    let mut ranked: Vec<usize> = order.into_iter().filter_map(|at| best.get(at).copied()).collect();
    ranked.append(&mut whole);
    ranked.append(&mut longer);
    ranked
}

/// The score that fewer than [`IN_ORDER`] messages exceed, found byte by byte from the highest on:
/// this takes a tenth of the code that selection by comparison would.
fn limit(hits: &[usize], scores: &Scores) -> Score {
    let mut limit = 0;
    let mut wanted = IN_ORDER;
    if hits.len() <= wanted {
        return Score::default();
    }
    for shift in (0..Score::BITS).step_by(8).rev() {
        let mut counts = [0; 256];
        for hit in hits {
            let above = score_of(scores, *hit).bits() >> shift;
            if above >> 8 == limit >> 8 >> shift {
                counts[usize::from(above as u8)] += 1;
            }
        }
        for (byte, count) in counts.iter().enumerate().rev() {
            if *count >= wanted {
                limit |= (byte as u64) << shift;
                break;
            }
            wanted -= count;
        }
    }
    Score::of_bits(limit)
}
