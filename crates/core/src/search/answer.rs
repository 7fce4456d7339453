//! Answers a query: finds messages and ranks them.

use super::index::Index;
use super::marker::Marker;
use super::matching::{Kind, Matches, is_place};
use super::query::{Clause, Query, What, Word};
use super::ranking::Ranked;
use super::scoring::Scores;
use crate::ordering::sorted;

/// One wrong letter in this many is a typo; more make it another word.
const LETTERS_TO_AN_EDIT: usize = 5;
/// The most suggestions for one word.
const SUGGESTED: usize = 3;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The messages, the best first; equal ones in the order of the collection.
    pub messages: Vec<usize>,
    /// The weaker matches at the end, if there are better ones before them.
    pub by_beginning: Option<ByBeginning>,
    /// Whether no message matches the whole query, and these match parts of it.
    pub partial: bool,
    /// Whether phrases match messages with all their words in any order, because the word order has
    /// not been loaded.
    pub unordered: bool,
    /// Highlights the matches in a text.
    pub marker: Marker,
}

/// The messages at the end of an answer that contain a word of the query only as the beginning of a
/// longer one: `Warm` for `war`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByBeginning {
    /// The number of messages before them: those with every word whole, in another form or
    /// spelling, or with all words in a row. At least one.
    pub from: usize,
    /// The words of the query, as typed, that match only longer words there; at least one.
    pub words: Vec<String>,
}

impl Index {
    /// The messages that match the whole query, or if none does, those that match most of it. An
    /// empty query matches all messages.
    pub fn search(&self, query: &Query) -> Found {
        let unordered = self.order.is_none() && query.has_phrase();
        let mut marker = Marker::default();
        let mut wanted: Vec<(&Clause, Scores)> = Vec::new();
        let mut unwanted: Vec<Scores> = Vec::new();
        for clause in &query.clauses {
            let scores = self.clause(clause, &mut marker);
            match clause.excluded {
                true => unwanted.push(scores),
                false => wanted.push((clause, scores)),
            }
        }
        self.join_neighbours(&mut wanted, &mut marker);
        let has = |scores: &Scores, at: usize| scores.get(at).is_some_and(|score| score.matches());
        let excluded = |at: usize| unwanted.iter().any(|scores| has(scores, at));
        let Some(((_, first), more)) = wanted.split_first() else {
            let messages = (0..self.len()).filter(|at| !excluded(*at)).collect();
            return Found { messages, unordered, marker, ..Found::default() };
        };
        let mut total = first.clone();
        let mut matched: Vec<u8> = total.iter().map(|score| u8::from(score.matches())).collect();
        for (_, scores) in more {
            for ((score, total), matched) in scores.iter().zip(&mut total).zip(&mut matched) {
                if score.matches() {
                    *total = if *matched > 0 { total.and(*score) } else { *score };
                    *matched += 1;
                }
            }
        }
        if !unwanted.is_empty() {
            for (at, matched) in matched.iter_mut().enumerate() {
                *matched *= u8::from(!excluded(at));
            }
        }
        let most = matched.iter().copied().max().unwrap_or_default();
        let has_most = |(at, matched): (usize, &u8)| (most > 0 && *matched == most).then_some(at);
        let hits: Vec<usize> = matched.iter().enumerate().filter_map(has_most).collect();
        let partial = most > 0 && usize::from(most) < wanted.len();
        let Ranked { messages, longer } = self.ranked(query, hits, &total);
        let by_beginning = longer.filter(|_| !partial).map(|from| {
            let last = messages.get(from..).unwrap_or_default();
            ByBeginning { from, words: begun(&wanted, last) }
        });
        Found { messages, by_beginning, partial, unordered, marker }
    }

    /// Corrections of a query without results, the likeliest first. Each replaces one word by
    /// another with the same first letter and at most one wrong letter in five, and matches
    /// messages with all the words. Names of places are never corrected.
    pub fn suggestions(&self, query: &Query) -> Vec<String> {
        let mut suggestions = Vec::new();
        for (at, clause) in query.clauses.iter().enumerate() {
            let Some(word) = clause.plain_word() else { continue };
            let whole = &word.whole;
            let edits = whole.chars().count() / LETTERS_TO_AN_EDIT;
            if edits == 0 || is_place(whole) || !self.matches(word).is_empty() {
                continue;
            }
            let near = self.dictionary.near(whole, edits, false);
            let key = |at: usize| {
                let near = near.get(at)?;
                Some((near.edits, usize::MAX - self.postings.messages(near.rank)))
            };
            let order = sorted(near.len(), &mut |a, b| key(a).cmp(&key(b)));
            for near in order.into_iter().take(SUGGESTED).filter_map(|best| near.get(best)) {
                let right = self.dictionary.word(near.rank);
                if right.chars().next() != whole.chars().next() {
                    continue;
                }
                let mut meant = query.clone();
                if let Some(clause) = meant.clauses.get_mut(at) {
                    clause.what = What::Word(Word::plain(right));
                }
                let Found { messages, partial, .. } = self.search(&meant);
                let text = meant.words();
                if !messages.is_empty() && !partial && !suggestions.contains(&text) {
                    suggestions.push(text);
                }
            }
        }
        suggestions
    }

    fn clause(&self, clause: &Clause, marker: &mut Marker) -> Scores {
        let Clause { what, field, excluded } = clause;
        match what {
            What::Word(word) => {
                let mut scores = self.no_scores();
                let matches = self.matches(word);
                // An excluded word does not exclude longer words that begin with it.
                let matches = if *excluded { self.as_written(word, matches) } else { matches };
                self.score(word, &matches, *field, &mut scores);
                if let Some(bare) = &word.bare {
                    let bare = Word::plain(bare);
                    self.score(&bare, &self.matches(&bare), *field, &mut scores);
                }
                self.score_parts(word, *field, *excluded, &mut scores);
                if !excluded {
                    marker.add(word, self.forms(&matches));
                }
                scores
            }
            What::Phrase { words, open } => {
                if !excluded {
                    marker.add_phrase(words, *open);
                }
                self.phrase(words, *open && !excluded, *field)
            }
        }
    }

    /// Adjacent words of the query may be a single word in a text: `neo liberal`.
    fn join_neighbours(&self, wanted: &mut [(&Clause, Scores)], marker: &mut Marker) {
        for at in 1..wanted.len() {
            let Some(pair) = wanted.get_mut(at - 1..=at) else { continue };
            let [(first, before), (second, after)] = pair else { continue };
            let (Some(first), Some(second)) = (first.plain_word(), second.plain_word()) else {
                continue;
            };
            let joined = Word {
                spelled: String::new(),
                ..Word::plain(&format!("{}{}", first.whole, second.whole))
            };
            let matches =
                Matches { beginning: self.dictionary.beginning(&joined.whole), others: Vec::new() };
            if matches.is_empty() || first.whole.is_empty() || second.whole.is_empty() {
                continue;
            }
            let mut scores = self.no_scores();
            self.score(&joined, &matches, None, &mut scores);
            for ((before, after), score) in before.iter_mut().zip(after).zip(scores) {
                before.raise(score);
                after.raise(score);
            }
            marker.add(&joined, Vec::new());
        }
    }
}

/// The words that these messages contain only as beginnings of longer words.
fn begun(wanted: &[(&Clause, Scores)], messages: &[usize]) -> Vec<String> {
    let longer =
        |scores: &Scores, at: &usize| scores.get(*at).is_some_and(|score| score.is(Kind::Longer));
    let begun = wanted.iter().filter(|(_, scores)| messages.iter().any(|at| longer(scores, at)));
    begun.filter_map(|(clause, _)| clause.last_word()).map(|word| word.typed.clone()).collect()
}
