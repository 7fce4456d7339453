//! The order of what was found: the words as they were typed first, as far as the order of words is
//! there, then by score.

use std::ops::Range;

use super::index::Index;
use super::query::{Clause, Query};
use super::scoring::Scores;
use crate::ordering::sorted;

/// Words that follow one another as they were typed come before all that do not.
const IN_A_ROW: f32 = 1000.0;
/// In so many of the best messages, at most, it is looked whether they do.
const LOOKED_AT: usize = IN_ORDER;
/// So many messages, and a few more where scores are equal, are put in order.
const IN_ORDER: usize = 300;

impl Index {
    /// Messages by their scores, and before them those that have the words as they were typed.
    pub(super) fn ranked(&self, query: &Query, hits: Vec<usize>, total: &mut Scores) -> Vec<usize> {
        let best = by_score(&hits, total);
        let whole = |clause: &Clause| Some(clause.plain_word()?.whole.clone());
        let words: Option<Vec<String>> = query.clauses.iter().map(whole).collect();
        let Some(words) = words.filter(|words| words.len() > 1) else { return best };
        let sought = self.sought(&words, true);
        if sought.iter().any(Range::is_empty) {
            return best;
        }
        for &message in best.iter().take(LOOKED_AT) {
            if self.in_a_row(message, &sought) == Some(true)
                && let Some(score) = total.get_mut(message)
            {
                *score += IN_A_ROW;
            }
        }
        by_score(&hits, total)
    }
}

/// The best by their scores, then the rest in the order of the collection: nobody looks through
/// thousands, and to put them in order would take longer than to find them.
fn by_score(hits: &[usize], scores: &Scores) -> Vec<usize> {
    let score = |hit: &usize| scores.get(*hit).copied().unwrap_or_default();
    let mut values: Vec<f32> = hits.iter().map(score).collect();
    let limit = match values.len().checked_sub(IN_ORDER) {
        None | Some(0) => f32::MIN,
        Some(at) => *values.select_nth_unstable_by(at, f32::total_cmp).1,
    };
    let (best, rest): (Vec<usize>, Vec<usize>) = hits.iter().partition(|hit| score(hit) > limit);
    let of = |at: usize| best.get(at).map_or(0.0, score);
    let order = sorted(best.len(), &mut |a, b| of(b).total_cmp(&of(a)));
    order.into_iter().filter_map(|at| best.get(at).copied()).chain(rest).collect()
}
