//! How well messages match a word.

use super::index::{Field, Index};
use super::matching::{BEGINNING, Matches, WHOLE};
use super::query::Word;

/// For each message how well it matches; 0 where it does not.
pub(super) type Scores = Vec<f32>;

/// For how often a word stands in a text, BM25 (Robertson and Zaragoza, “The Probabilistic Relevance
/// Framework: BM25 and Beyond”, 2009, §3.4): `K` is how soon more of the same stops counting, `B` how
/// much a long text is held against it. With `K` at 0 how often would not count at all, with `B` at 0
/// long letters would always win.
const K: f32 = 1.2;
const B: f32 = 0.75;

/// Of what stands in more texts than this, as the beginning of one or two letters does, it does not
/// count how often: nobody looks for the best of so many, and to weigh them would take too long.
const MANY: usize = 60_000;
/// What stands for how often in those.
const SOMEWHERE: f32 = 0.01;

impl Field {
    /// What a word in this field counts, on top of how often it is there, which is below 1. In BM25F
    /// (§3.6 there) a weight multiplies how often; added, no text lifts a message over one whose sender
    /// has the word. Each is more than double the next, so that the beginning of a sender's name comes
    /// before a signatory's whole.
    fn weight(self) -> f32 {
        match self {
            Field::Sender => 20.0,
            Field::Signatory => 8.0,
            Field::Country => 3.0,
            Field::Body => 0.0,
        }
    }
}

impl Index {
    /// Raises the scores of the messages that have one of these words.
    pub(super) fn score(
        &self,
        word: &str,
        matches: &Matches,
        field: Option<Field>,
        scores: &mut Scores,
    ) {
        let ranks = matches.beginning.clone();
        let entries = |rank: usize| self.postings.messages(rank);
        // How rare the word is: of what it begins, as rare as the commonest.
        let common =
            ranks.clone().chain(matches.others.iter().map(|(rank, _)| *rank)).map(entries).max();
        let rarity = self.rarity(common.unwrap_or_default());
        let many = field.is_none() && ranks.clone().map(entries).sum::<usize>() > MANY;
        for rank in ranks {
            let whole = self.dictionary.word(rank).len() == word.len();
            let counts = if whole { WHOLE } else { BEGINNING };
            let weighed = whole || !many;
            self.score_one(rank, counts * rarity, weighed, field, scores);
            if !weighed {
                for (message, _) in self.postings.texts(rank) {
                    if let Some(score) = scores.get_mut(message) {
                        *score = score.max(rarity * BEGINNING * SOMEWHERE);
                    }
                }
            }
        }
        for (rank, counts) in &matches.others {
            self.score_one(*rank, counts * rarity, true, field, scores);
        }
    }

    fn score_one(
        &self,
        rank: usize,
        counts: f32,
        texts: bool,
        only: Option<Field>,
        scores: &mut Scores,
    ) {
        for (message, field) in self.postings.names(rank) {
            if only.is_none_or(|only| only == field)
                && let Some(score) = scores.get_mut(message)
            {
                *score = score.max(counts * (field.weight() + 0.5));
            }
        }
        if !texts || only.is_some() {
            return;
        }
        for (message, count) in self.postings.texts(rank) {
            let length = self.lengths.get(message).copied().unwrap_or_default() as f32;
            let count = count as f32;
            let often = count / (count + K * (1.0 - B + B * length / self.mean));
            if let Some(score) = scores.get_mut(message) {
                *score = score.max(counts * (Field::Body.weight() + often));
            }
        }
    }

    /// The inverse document frequency of BM25, never negative, for a word in so many messages.
    fn rarity(&self, messages: usize) -> f32 {
        let (all, with) = (self.len() as f32, messages as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// Raises the scores of the messages that have all parts of a word, the last as a beginning.
    pub(super) fn score_parts(
        &self,
        word: &Word,
        field: Option<Field>,
        excluded: bool,
        scores: &mut Scores,
    ) {
        let Some(last) = word.parts.len().checked_sub(1) else { return };
        let mut least = vec![f32::MAX; self.len()];
        for (at, part) in word.parts.iter().enumerate() {
            let mut of_part = vec![0.0; self.len()];
            let begins = at == last && !excluded && !word.whole.is_empty();
            let beginning = if begins {
                self.dictionary.beginning(part)
            } else {
                self.dictionary.exactly(part)
            };
            let matches = Matches { beginning, others: Vec::new() };
            self.score(part, &matches, field, &mut of_part);
            for (least, score) in least.iter_mut().zip(of_part) {
                *least = least.min(score);
            }
        }
        for (score, least) in scores.iter_mut().zip(least) {
            *score = score.max(least * BEGINNING);
        }
    }
}
