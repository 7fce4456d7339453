//! Scores how well messages match a word.

use super::field::Field;
use super::index::Index;
use super::letters::persian_parts;
use super::matching::{Kind, Matches};
use super::query::Word;

/// The score of each message.
pub(super) type Scores = Vec<Score>;

/// How well a message matches: first by kind of match, then by relevance. Both are in one number,
/// with the kind above the bits of the relevance, a positive float, whose bits sort as its values
/// do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score(u64);

impl Score {
    /// The score of a match of this kind.
    fn of(kind: Kind, value: f32) -> Score {
        Score((kind as u64 + 1) << 32 | u64::from((value * kind.weight()).to_bits()))
    }

    /// The number of bits in use.
    pub const BITS: u32 = 40;

    pub fn bits(self) -> u64 {
        self.0
    }

    pub fn of_bits(bits: u64) -> Score {
        Score(bits)
    }

    pub fn matches(self) -> bool {
        self.0 > 0
    }

    /// Whether the match is of this kind or worse.
    pub fn is_at_most(self, kind: Kind) -> bool {
        self.kind() <= kind as u64 + 1
    }

    /// Whether the match is of this kind.
    pub fn is(self, kind: Kind) -> bool {
        self.kind() == kind as u64 + 1
    }

    fn kind(self) -> u64 {
        self.0 >> 32
    }

    fn value(self) -> f32 {
        f32::from_bits(self.0 as u32)
    }

    /// Keeps the better of two scores.
    pub fn raise(&mut self, other: Score) {
        *self = other.max(*self);
    }

    /// The score for matching two required words: its kind is the worse of the two.
    pub fn and(self, other: Score) -> Score {
        match self.kind().min(other.kind()) {
            0 => Score::default(),
            kind => Score(kind << 32 | u64::from((self.value() + other.value()).to_bits())),
        }
    }

    /// The same score, with a kind no better than this.
    fn at_most(self, kind: Kind) -> Score {
        match self.is_at_most(kind) {
            true => self,
            false => Score::of(kind, self.value()),
        }
    }
}

/// Raises the score of a message.
fn raise(scores: &mut Scores, message: usize, score: Score) {
    if let Some(slot) = scores.get_mut(message) {
        slot.raise(score);
    }
}

/// Parameters of BM25, which weighs word frequency (Robertson and Zaragoza, “The Probabilistic
/// Relevance Framework: BM25 and Beyond”, 2009, §3.4). `K` sets how soon repetitions stop counting,
/// `B` how much long texts are penalised. With `K` at 0 frequency would not count; with `B` at 0
/// long letters would always win.
const K: f32 = 1.2;
const B: f32 = 0.75;

/// If more texts than this match, as for one or two letters, frequency is ignored: nobody looks for
/// the best of so many, and weighing them would take too long.
const MANY: usize = 60_000;
/// The value used in place of the frequency then.
const SOMEWHERE: f32 = 0.01;

impl Field {
    /// The weight of a match in this field, added to the frequency component, which is below 1.
    /// BM25F (§3.6 there) multiplies frequencies by weights; adding them ensures that no text
    /// outranks a sender with the word.
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
    /// Raises the scores of the messages with any of the words that a word matches.
    pub(super) fn score(
        &self,
        word: &Word,
        matches: &Matches,
        field: Option<Field>,
        scores: &mut Scores,
    ) {
        let ranks = matches.beginning.clone();
        let entries = |rank: usize| self.postings.messages(rank);
        // Rarity: for a beginning, that of the most common word it matches.
        let common =
            ranks.clone().chain(matches.others.iter().map(|(rank, _)| *rank)).map(entries).max();
        let rarity = self.rarity(common.unwrap_or_default());
        let many = field.is_none() && ranks.clone().map(entries).sum::<usize>() > MANY;
        for rank in ranks {
            let kind = self.kind(rank, word);
            let weighed = kind > Kind::Longer || !many;
            self.score_one(rank, (kind, rarity), weighed, field, scores);
            if !weighed {
                for (message, _) in self.postings.texts(rank) {
                    raise(scores, message, Score::of(kind, rarity * SOMEWHERE));
                }
            }
        }
        for (rank, kind) in &matches.others {
            self.score_one(*rank, (*kind, rarity), true, field, scores);
        }
    }

    fn score_one(
        &self,
        rank: usize,
        (kind, rarity): (Kind, f32),
        texts: bool,
        only: Option<Field>,
        scores: &mut Scores,
    ) {
        for (message, field) in self.postings.names(rank) {
            if only.is_none_or(|only| only == field) {
                raise(scores, message, Score::of(kind, rarity * (field.weight() + 0.5)));
            }
        }
        if !texts || only.is_some() {
            return;
        }
        for (message, count) in self.postings.texts(rank) {
            let length = self.lengths.get(message).copied().unwrap_or_default() as f32;
            let count = count as f32;
            let often = count / (count + K * (1.0 - B + B * length / self.mean));
            raise(scores, message, Score::of(kind, rarity * (Field::Body.weight() + often)));
        }
    }

    /// The inverse document frequency of BM25, never negative, for a word in this many messages.
    fn rarity(&self, messages: usize) -> f32 {
        let (all, with) = (self.len() as f32, messages as f32);
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// Raises the scores of the messages with all parts of a word, the last of which may be a
    /// beginning.
    pub(super) fn score_parts(
        &self,
        word: &Word,
        field: Option<Field>,
        excluded: bool,
        scores: &mut Scores,
    ) {
        let persian =
            persian_parts(&word.whole).map(|(first, last)| [first, last].map(Word::plain));
        let parts = match &persian {
            Some(parts) if word.parts.is_empty() => parts.as_slice(),
            _ => &word.parts,
        };
        let Some(last) = parts.len().checked_sub(1) else { return };
        let mut least = Scores::new();
        for (at, part) in parts.iter().enumerate() {
            let mut of_part = self.no_scores();
            let beginning = if at == last && !excluded {
                self.dictionary.beginning(&part.whole)
            } else {
                self.dictionary.exactly(&part.whole)
            };
            let matches = Matches { beginning, others: Vec::new() };
            self.score(part, &matches, field, &mut of_part);
            for (score, before) in of_part.iter_mut().zip(&least) {
                *score = *before.min(score);
            }
            least = of_part;
        }
        // Separate parts are another form of the word, except in scripts without spaces.
        let best = if word.whole.is_empty() { Kind::Exact } else { Kind::Form };
        for (score, least) in scores.iter_mut().zip(least) {
            score.raise(least.at_most(best));
        }
    }

    /// The scores if no message matches.
    pub(super) fn no_scores(&self) -> Scores {
        vec![Score::default(); self.len()]
    }
}
