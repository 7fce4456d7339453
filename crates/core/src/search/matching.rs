//! The words of a collection that a word of a query stands for.

use std::ops::Range;

use super::dictionary::{Near, TWIN};
use super::index::Index;
use super::letters::{begins_twins, last_pair};
use super::query::Word;
use crate::places::Country;
use crate::text::is_unspaced;

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
        let near = match known(&word.whole) || word.parts.iter().any(|part| known(&part.whole)) {
            true => Vec::new(),
            false => self.near(&word.whole, !matches.is_empty()),
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

    /// The words nearest to one, in at most two edits, and what those begin, with other forms of those
    /// that are whole: what the word that is meant finds is found. Fewer letters are too soon another
    /// word; and the name of a place is never taken for another. Where the word `begins` longer ones,
    /// only those within one edit.
    fn near(&self, word: &str, begins: bool) -> Vec<(usize, Kind)> {
        let most = match (word.chars().count(), begins) {
            (0..4, _) | (4, true) => 0,
            _ if is_place(word) => 0,
            (4..7, _) | (_, true) => 1,
            _ => 2,
        };
        for (edits, kind) in [(1, Kind::OneEdit), (2, Kind::TwoEdits)].into_iter().take(most) {
            let near = self.likely(word, self.dictionary.near(word, edits, true), begins);
            let mut words: Vec<(usize, Kind)> = near.iter().map(|near| (near.rank, kind)).collect();
            for near in near.iter().filter(|near| near.whole).take(MEANT) {
                let forms = self.inflected(self.dictionary.word(near.rank));
                words.extend(forms.into_iter().map(|rank| (rank, kind)));
            }
            words.truncate(FORMS);
            if !words.is_empty() {
                return words;
            }
        }
        Vec::new()
    }

    /// Of near words those that are whole, and what they begin. Of a word that begins none also those
    /// that begin like it, if it is more than all but the last letter that they have in common:
    /// `imperal` is `imperialism` rather than `imperative`.
    fn likely(&self, word: &str, mut near: Vec<Near>, begins: bool) -> Vec<Near> {
        let whole: Vec<&str> = near
            .iter()
            .filter(|near| near.whole)
            .map(|near| self.dictionary.word(near.rank))
            .collect();
        let last = word.char_indices().next_back().map_or(0, |(last, _)| last);
        let all_but_last = word.get(..last).unwrap_or_default();
        let likely = |near: &Near| {
            let word = self.dictionary.word(near.rank);
            !begins && !word.starts_with(all_but_last)
                || whole.iter().any(|whole| word.starts_with(whole))
        };
        if begins || near.iter().any(likely) {
            near.retain(likely);
        }
        near
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
