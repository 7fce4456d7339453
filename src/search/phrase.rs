//! Words in a row.

use std::ops::Range;

use super::index::{Field, Index};
use super::matching::Matches;
use super::scoring::Scores;

impl Index {
    /// The scores of the messages with these words in this order.
    pub(super) fn phrase(&self, words: &[String], open: bool, field: Option<Field>) -> Scores {
        let sought = self.sought(words, open);
        let mut scores: Option<Scores> = None;
        for (word, ranks) in words.iter().zip(&sought) {
            let mut of_word = vec![0.0; self.len()];
            let matches = Matches { beginning: ranks.clone(), others: Vec::new() };
            self.score(word, &matches, field, &mut of_word);
            scores = Some(match scores {
                None => of_word,
                Some(mut scores) => {
                    for (score, of_word) in scores.iter_mut().zip(of_word) {
                        *score = if *score > 0.0 && of_word > 0.0 { *score + of_word } else { 0.0 };
                    }
                    scores
                }
            });
        }
        let mut scores = scores.unwrap_or_else(|| vec![0.0; self.len()]);
        for (message, score) in scores.iter_mut().enumerate() {
            // For as long as it is not known the words will do.
            if *score > 0.0 && words.len() > 1 && self.in_a_row(message, &sought) == Some(false) {
                *score = 0.0;
            }
        }
        scores
    }

    /// For each word of a phrase the places in the order of words that it stands for.
    pub(super) fn sought(&self, words: &[String], open: bool) -> Vec<Range<usize>> {
        let last = words.len().saturating_sub(1);
        let ranks = |(at, word): (usize, &String)| match at == last && open {
            true => self.dictionary.beginning(word),
            false => self.dictionary.exactly(word),
        };
        words.iter().enumerate().map(ranks).collect()
    }

    /// Whether words stand in a message in this order, with nothing in between; `None` for as long as
    /// the order of the words is not there.
    pub(super) fn in_a_row(&self, message: usize, sought: &[Range<usize>]) -> Option<bool> {
        let ranks: Vec<usize> = self.order.as_ref()?.of(message).collect();
        let fits = |(rank, ranks): (&usize, &Range<usize>)| ranks.contains(rank);
        Some(ranks.windows(sought.len()).any(|window| window.iter().zip(sought).all(fits)))
    }
}
