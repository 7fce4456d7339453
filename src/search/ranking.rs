//! The order of what was found: the words in a row, as they were typed, first, as far as the order of
//! words is there; then by kind, whole words before the beginnings of longer ones; then by what a match
//! is worth.

use std::cmp::Ordering;
use std::ops::Range;

use super::index::Index;
use super::matching::Kind;
use super::query::{Clause, Query, Word};
use super::scoring::{Score, Scores};
use crate::ordering::sorted;

/// In so many of the best messages, at most, it is looked whether they do.
const LOOKED_AT: usize = IN_ORDER;
/// So many messages, and a few more where scores are equal, are put in order.
const IN_ORDER: usize = 300;

/// What was found, in order.
pub(super) struct Ranked {
    pub messages: Vec<usize>,
    /// Where those begin in which nothing but a longer word begins as one that was typed.
    pub longer: Option<usize>,
}

impl Index {
    /// Messages by their scores, and before them those that have the words as they were typed.
    pub(super) fn ranked(&self, query: &Query, hits: Vec<usize>, scores: &Scores) -> Ranked {
        let mut best = by_score(&hits, scores);
        let beyond = best.split_off(best.len().min(LOOKED_AT));
        let row = self.in_the_row(query, &best);
        let (first, rest): (Vec<usize>, Vec<usize>) =
            best.into_iter().partition(|at| row.contains(at));
        let start = first.len();
        let messages: Vec<usize> = first.into_iter().chain(rest).chain(beyond).collect();
        let whole = |at: &&usize| score_of(scores, **at).kind != Some(Kind::Longer);
        let whole = start + messages.iter().skip(start).take_while(whole).count();
        let longer = Some(whole).filter(|at| (1..messages.len()).contains(at));
        Ranked { messages, longer }
    }

    /// Of the best messages those that have the words in a row, as they were typed.
    fn in_the_row(&self, query: &Query, best: &[usize]) -> Vec<usize> {
        let word = |clause: &Clause| clause.plain_word().cloned();
        let words: Option<Vec<Word>> = query.clauses.iter().map(word).collect();
        let Some(words) = words.filter(|words| words.len() > 1) else { return Vec::new() };
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

/// The best by their scores, then the rest in the order of the collection, the better kinds first:
/// nobody looks through thousands, and to put them in order would take longer than to find them.
fn by_score(hits: &[usize], scores: &Scores) -> Vec<usize> {
    let score = |hit: &usize| score_of(scores, *hit);
    let compare = |a: &Score, b: &Score| a.partial_cmp(b).unwrap_or(Ordering::Equal);
    let mut values: Vec<Score> = hits.iter().map(score).collect();
    let limit = match values.len().checked_sub(IN_ORDER) {
        None | Some(0) => Score::default(),
        Some(at) => *values.select_nth_unstable_by(at, compare).1,
    };
    let (best, rest): (Vec<usize>, Vec<usize>) = hits.iter().partition(|hit| score(hit) > limit);
    let of = |at: usize| best.get(at).map(score).unwrap_or_default();
    let order = sorted(best.len(), &mut |a, b| compare(&of(b), &of(a)));
    let best = order.into_iter().filter_map(|at| best.get(at).copied());
    let (whole, longer): (Vec<usize>, Vec<usize>) =
        rest.into_iter().partition(|hit| score(hit).kind > Some(Kind::Longer));
    best.chain(whole).chain(longer).collect()
}
