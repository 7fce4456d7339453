//! Phrases: words in a row.

use std::ops::Range;

use super::field::Field;
use super::index::Index;
use super::matching::Matches;
use super::query::Word;
use super::scoring::{Score, Scores};

impl Index {
    /// The scores of the messages that contain these words in a row.
    pub(super) fn phrase(&self, words: &[Word], open: bool, field: Option<Field>) -> Scores {
        let folded: Vec<&str> = words.iter().map(|word| word.whole.as_str()).collect();
        let sought = self.sought(&folded, open);
        let mut scores = Scores::new();
        for (word, ranks) in words.iter().zip(&sought) {
            let mut of_word = self.no_scores();
            let matches = Matches { beginning: ranks.clone(), others: Vec::new() };
            self.score(word, &matches, field, &mut of_word);
            for (score, before) in of_word.iter_mut().zip(&scores) {
                *score = score.and(*before);
            }
            scores = of_word;
        }
        for (message, score) in scores.iter_mut().enumerate() {
            // Until the word order is known, the words alone suffice.
            if score.matches() && words.len() > 1 && self.in_a_row(message, &sought) == Some(false)
            {
                *score = Score::default();
            }
        }
        scores
    }

    /// The ranks that each word of a phrase matches.
    pub(super) fn sought(&self, words: &[&str], open: bool) -> Vec<Range<usize>> {
        let last = words.len().saturating_sub(1);
        let ranks = |(at, word): (usize, &&str)| match at == last && open {
            true => self.dictionary.beginning(word),
            false => self.dictionary.exactly(word),
        };
        words.iter().enumerate().map(ranks).collect()
    }

    /// Whether a message contains these words in a row; `None` until the word order has been
    /// loaded.
    pub(super) fn in_a_row(&self, message: usize, sought: &[Range<usize>]) -> Option<bool> {
        let ranks: Vec<usize> = self.order.as_ref()?.of(message).collect();
        let fits = |(rank, ranks): (&usize, &Range<usize>)| ranks.contains(rank);
        Some(ranks.windows(sought.len()).any(|window| window.iter().zip(sought).all(fits)))
    }
}
