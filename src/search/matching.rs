//! The words of a collection that a word of a query stands for.

use std::ops::Range;

use super::index::Index;
use super::query::Word;

/// The words of the collection that a word stands for.
#[derive(Default)]
pub(super) struct Matches {
    /// Places in the order of words that it begins, its own first if it is one.
    pub beginning: Range<usize>,
    /// Other forms, and near words, with what they count.
    pub others: Vec<(usize, f32)>,
}

/// What a word counts by how it matches: a whole word more than the beginning of one, that more
/// than another form of it, and that more than a word with one or two letters wrong. With each half
/// of what is before, no frequency lifts one over the other in the same field.
pub(super) const WHOLE: f32 = 1.0;
pub(super) const BEGINNING: f32 = 0.5;
const INFLECTED: f32 = 0.25;
const ONE_EDIT: f32 = 0.12;
const TWO_EDITS: f32 = 0.06;

/// No more other forms or near words of a word than this.
const FORMS: usize = 50;

impl Index {
    /// The words of the collection that a word stands for: those that it begins; its other forms;
    /// and only where there are none, near ones.
    pub(super) fn matches(&self, word: &Word) -> Matches {
        let mut matches = Matches::default();
        if word.whole.is_empty() {
            return matches;
        }
        matches.beginning = self.dictionary.beginning(&word.whole);
        let inflected = self.inflected(&word.whole).into_iter();
        let inflected = inflected.filter(|rank| !matches.beginning.contains(rank));
        matches.others = inflected.take(FORMS).map(|rank| (rank, INFLECTED)).collect();
        if matches.is_empty() && word.parts.iter().all(|part| self.dictionary.find(part).is_none())
        {
            matches.others = self.near(&word.whole);
        }
        matches
    }

    /// The words nearest to one, in at most two edits: fewer letters are too soon another word.
    fn near(&self, word: &str) -> Vec<(usize, f32)> {
        let most = match word.chars().count() {
            0..4 => 0,
            4..7 => 1,
            _ => 2,
        };
        for (edits, counts) in [(1, ONE_EDIT), (2, TWO_EDITS)].into_iter().take(most) {
            let near = self.dictionary.near(word, edits, true);
            if !near.is_empty() {
                return near.into_iter().take(FORMS).map(|near| (near.rank, counts)).collect();
            }
        }
        Vec::new()
    }

    pub(super) fn as_written(&self, word: &Word, mut matches: Matches) -> Matches {
        matches.beginning = self.dictionary.exactly(&word.whole);
        matches.others.retain(|(_, counts)| *counts == INFLECTED);
        matches
    }

    pub(super) fn forms(&self, matches: &Matches) -> Vec<String> {
        let form = |(rank, _): &(usize, f32)| self.dictionary.word(*rank).to_owned();
        matches.others.iter().map(form).collect()
    }
}

impl Matches {
    pub fn is_empty(&self) -> bool {
        self.beginning.is_empty() && self.others.is_empty()
    }
}
