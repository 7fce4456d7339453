//! Matches a word of a query with words of the collection.

use std::ops::Range;

use super::dictionary::{Near, TWIN};
use super::index::Index;
use super::letters::{begins_twins, last_pair};
use super::query::Word;
use crate::places::Country;
use crate::text::is_unspaced;

/// The words of the collection that a word matches.
#[derive(Default)]
pub(super) struct Matches {
    /// The ranks of words that begin with it; if it is itself a word, its own come first.
    pub beginning: Range<usize>,
    /// Other words that it matches, and how.
    pub others: Vec<(usize, Kind)>,
}

/// How a word of the collection matches one of the query, from worst to best. Messages with better
/// kinds of match always rank higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Two letters are wrong.
    TwoEdits,
    /// A letter is wrong.
    OneEdit,
    /// A longer word begins with it.
    Longer,
    /// Another form of the word.
    Form,
    /// The word in another spelling: with or without accents, `ue` for `ü`.
    Respelled,
    /// The word as typed, ignoring case.
    Exact,
}

impl Kind {
    /// Its weight among other words of the query. Each worse kind counts half as much, so that
    /// frequency does not make up for it.
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

/// The most other forms or similar words of a word.
const FORMS: usize = 50;
/// The most similar words whose other forms match as well.
const MEANT: usize = 10;
/// The least number of letters in the name of a place.
const PLACE: usize = 4;

impl Index {
    /// The words of the collection that a word matches: those beginning with it, and its other
    /// forms. If it is not itself a word of the collection, it may be a typo, so similar words
    /// match as well: a missing letter is as likely as an unfinished word.
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
        // A typo may happen to be the stem of another word; the more similar word is meant.
        if near.is_empty() || !matches.is_empty() {
            let forms = self.inflected(&word.whole).into_iter().take(FORMS);
            matches.others.extend(forms.map(|rank| (rank, Kind::Form)));
        }
        matches.others.extend(near);
        matches
    }

    /// The kind of match of a word that begins with the typed one.
    pub(super) fn kind(&self, rank: usize, word: &Word) -> Kind {
        // Scripts without spaces have no longer words.
        let whole = self.dictionary.word(rank).len() == word.whole.len()
            || word.whole.chars().next_back().is_some_and(is_unspaced);
        match whole {
            true if self.dictionary.spelling(rank) == word.spelled => Kind::Exact,
            true => Kind::Respelled,
            false => Kind::Longer,
        }
    }

    /// The words with two letters for one of those typed, or one for two.
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

    /// The most similar words, within two edits, with their other forms and the words they begin,
    /// so that a typo finds what the intended word would. Short words allow fewer edits, because
    /// they soon become another word, and names of places allow none. If the word `begins` longer
    /// ones, only one edit is allowed.
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

    /// The similar words that match as a whole, and the words they begin. If the word is no prefix
    /// itself, also words with a similar beginning, unless they just share all its letters but the
    /// last: `imperal` is `imperialism` rather than `imperative`.
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

/// Whether a folded word is a word in the name of a place, or lacks only its last one or two
/// letters.
pub(super) fn is_place(word: &str) -> bool {
    // A letter of the name beyond ASCII matches any letter of the word.
    let same = |(name, typed): (char, char)| !name.is_ascii() || name.eq_ignore_ascii_case(&typed);
    let count = word.chars().count();
    let begins = |name: &str| {
        (count..count + 3).contains(&name.chars().count())
            && name.chars().zip(word.chars()).all(same)
    };
    let names = |country: &Country| country.name.split([' ', '-', '’']).any(begins);
    count >= PLACE && Country::all().iter().any(names)
}
