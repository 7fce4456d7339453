//! The words of a collection that a word of a query stands for.

use std::ops::Range;

use super::dictionary::{Near, TWIN};
use super::index::Index;
use super::letters::{begins_twins, last_pair};
use super::query::Word;
use crate::places::Country;
use crate::scripts::is_unspaced;

/// The words of the collection that a word stands for.
#[derive(Default)]
pub(super) struct Matches {
    /// Places in the order of words that it begins, its own first if it is one.
    pub beginning: Range<usize>,
    /// Other words that it stands for, and how.
    pub others: Vec<(usize, Kind)>,
}

/// How a word of a collection matches one of a query, from the farthest to the best. No message of one
/// kind comes before one of a better kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Two letters are wrong.
    TwoEdits,
    /// A letter is wrong.
    OneEdit,
    /// A longer word begins so.
    Longer,
    /// Another form of the word.
    Form,
    /// The word in another spelling: with or without accents, `ue` for `ü`.
    Respelled,
    /// The word as it was typed, but for capitals.
    Exact,
}

impl Kind {
    /// What it counts beside other words of the query: of what is farther half as much, so that how
    /// often it is there does not make up for it.
    pub fn weight(self) -> f32 {
        match self {
            Kind::Exact | Kind::Respelled => 1.0,
            Kind::Form => 0.5,
            Kind::Longer => 0.25,
            Kind::OneEdit => 0.12,
            Kind::TwoEdits => 0.06,
        }
    }
}

/// No more other forms or near words of a word than this.
const FORMS: usize = 50;
/// Of no more near words than this other forms are taken as well.
const MEANT: usize = 10;
/// A word that begins longer ones and has so many letters may be a typing error nevertheless.
const BEGUN: usize = 5;
/// The name of a place has as many letters at least.
const PLACE: usize = 4;

impl Index {
    /// The words of the collection that a word stands for: those that it begins and its other forms.
    /// Where it is none of them itself, and so may be a typing error, near ones as well: a word that
    /// lacks a letter is no farther from it than a longer one that it begins.
    pub(super) fn matches(&self, word: &Word) -> Matches {
        let mut matches = Matches::default();
        if word.whole.is_empty() {
            return matches;
        }
        matches.beginning = self.dictionary.beginning(&word.whole);
        matches.others = self.twins(word);
        let known = |part: &str| !self.dictionary.exactly(part).is_empty();
        let near = if known(&word.whole) || word.parts.iter().any(|part| known(&part.whole)) {
            Vec::new()
        } else if matches.is_empty() {
            self.near(&word.whole)
        } else {
            self.as_near(&word.whole)
        };
        // A letter left out may leave the stem of another word: the nearer one is meant.
        if near.is_empty() || !matches.is_empty() {
            let forms = self.inflected(&word.whole).into_iter().take(FORMS);
            matches.others.extend(forms.map(|rank| (rank, Kind::Form)));
        }
        matches.others.extend(near);
        matches
    }

    /// The kind of a word that begins as one that was typed.
    pub(super) fn kind(&self, rank: usize, word: &Word) -> Kind {
        // A script without spaces has no longer words.
        let whole = self.dictionary.word(rank).len() == word.whole.len()
            || word.whole.chars().next_back().is_some_and(is_unspaced);
        match whole {
            true if self.dictionary.spelling(rank) == word.spelled => Kind::Exact,
            true => Kind::Respelled,
            false => Kind::Longer,
        }
    }

    /// The words in which two letters stand for one of those typed, or one for two.
    fn twins(&self, word: &Word) -> Vec<(usize, Kind)> {
        let mut twins = Vec::new();
        let mut add = |typed: &str| {
            let ranks = match begins_twins(typed) {
                true => self.dictionary.beginning(typed),
                false => self.dictionary.exactly(typed),
            };
            for rank in ranks {
                let whole = self.dictionary.word(rank).len() == typed.len();
                twins.push((rank, if whole { Kind::Respelled } else { Kind::Longer }));
            }
        };
        if !word.twin.is_empty() {
            add(&word.twin);
        }
        if last_pair(&word.whole).is_some() {
            add(&format!("{TWIN}{}", word.whole));
        }
        twins
    }

    /// The words nearest to one, in at most two edits, with their other forms: fewer letters are too soon
    /// another word. The name of a place is never taken for another.
    fn near(&self, word: &str) -> Vec<(usize, Kind)> {
        let most = match word.chars().count() {
            0..4 => 0,
            _ if is_place(word) => 0,
            4..7 => 1,
            _ => 2,
        };
        for (edits, kind) in [(1, Kind::OneEdit), (2, Kind::TwoEdits)].into_iter().take(most) {
            let near = self.nearest(word, self.dictionary.near(word, edits, true));
            if !near.is_empty() {
                return self.with_forms(near, kind);
            }
        }
        Vec::new()
    }

    /// The whole words that are one edit from one that begins longer ones, and what those begin.
    fn as_near(&self, word: &str) -> Vec<(usize, Kind)> {
        if word.chars().count() < BEGUN || is_place(word) {
            return Vec::new();
        }
        let mut near = self.dictionary.near(word, 1, true);
        let whole: Vec<usize> =
            near.iter().filter(|near| near.whole).map(|near| near.rank).collect();
        near.retain(|near| self.begins_as_one(near.rank, &whole));
        self.with_forms(near, Kind::OneEdit)
    }

    /// Whether a word begins as one of these, or is one.
    fn begins_as_one(&self, rank: usize, of: &[usize]) -> bool {
        let word = self.dictionary.word(rank);
        of.iter().any(|of| word.starts_with(self.dictionary.word(*of)))
    }

    /// Without those that only begin like a word that is half typed but for its last letter, if others
    /// have that, too: `imperal` is `imperialism` rather than `imperative`.
    fn nearest(&self, word: &str, near: Vec<Near>) -> Vec<Near> {
        let all_but_last = word.char_indices().next_back().and_then(|(last, _)| word.get(..last));
        let whole: Vec<usize> =
            near.iter().filter(|near| near.whole).map(|near| near.rank).collect();
        let likely = |near: &Near| {
            let word = self.dictionary.word(near.rank);
            !all_but_last.is_some_and(|beginning| word.starts_with(beginning))
                || self.begins_as_one(near.rank, &whole)
        };
        match near.iter().any(likely) {
            true => near.into_iter().filter(likely).collect(),
            false => near,
        }
    }

    /// Near words, and other forms of those that are whole: what the word that is meant finds is found.
    fn with_forms(&self, near: Vec<Near>, kind: Kind) -> Vec<(usize, Kind)> {
        let mut words: Vec<(usize, Kind)> = near.iter().map(|near| (near.rank, kind)).collect();
        for near in near.iter().filter(|near| near.whole).take(MEANT) {
            let forms = self.inflected(self.dictionary.word(near.rank));
            words.extend(forms.into_iter().map(|rank| (rank, kind)));
        }
        words.truncate(FORMS);
        words
    }

    pub(super) fn as_written(&self, word: &Word, mut matches: Matches) -> Matches {
        matches.beginning = self.dictionary.exactly(&word.whole);
        matches.others.retain(|(_, kind)| *kind >= Kind::Form);
        matches
    }

    pub(super) fn forms(&self, matches: &Matches) -> Vec<String> {
        let form = |(rank, _): &(usize, Kind)| self.dictionary.word(*rank).to_owned();
        matches.others.iter().map(form).collect()
    }
}

impl Matches {
    pub fn is_empty(&self) -> bool {
        self.beginning.is_empty() && self.others.is_empty()
    }
}

/// Whether a folded word is a word in the name of a place, or lacks no more than its last two letters.
pub(super) fn is_place(word: &str) -> bool {
    // A letter of a name that is not of ASCII is whatever stands for it in the word.
    let same = |(name, typed): (char, char)| !name.is_ascii() || name.eq_ignore_ascii_case(&typed);
    let count = word.chars().count();
    let begins = |name: &str| {
        (count..count + 3).contains(&name.chars().count())
            && name.chars().zip(word.chars()).all(same)
    };
    let names = |country: &Country| country.name.split([' ', '-', '’']).any(begins);
    count >= PLACE && Country::all().iter().any(names)
}
