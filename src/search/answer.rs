//! Answering a query: which messages, in which order.

use super::index::Index;
use super::marker::Marker;
use super::matching::Matches;
use super::query::{Clause, Query, What, Word};
use super::scoring::Scores;
use crate::ordering::sorted;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The messages, the best first; of equal ones, the earlier first.
    pub messages: Vec<usize>,
    /// Whether no message has all that was asked for, and these have some of it.
    pub partial: bool,
    /// Whether phrases are answered by what has all their words, in whatever order, because the order
    /// is not there.
    pub unordered: bool,
    /// Marks in a text what was found.
    pub marker: Marker,
}

impl Index {
    /// The messages that have all that a query asks for; if none has, those that have most of it. A
    /// query for nothing is answered by all.
    pub fn search(&self, query: &Query) -> Found {
        let all = || (0..self.len()).collect::<Vec<_>>();
        let unordered = self.order.is_none() && query.has_phrase();
        let mut marker = Marker::default();
        let mut wanted: Vec<Scores> = Vec::new();
        let mut unwanted: Vec<Scores> = Vec::new();
        for clause in &query.clauses {
            let scores = self.clause(clause, &mut marker);
            if clause.excluded { &mut unwanted } else { &mut wanted }.push(scores);
        }
        self.join_neighbours(query, &mut wanted, &mut marker);
        let excluded = |at: usize| unwanted.iter().any(|s| s.get(at).is_some_and(|s| *s > 0.0));
        if wanted.is_empty() {
            let messages = all().into_iter().filter(|at| !excluded(*at)).collect();
            return Found { messages, partial: false, unordered, marker };
        }
        let wanted_count = wanted.len();
        let mut wanted = wanted.into_iter();
        let mut total = wanted.next().unwrap_or_default();
        let mut matched: Vec<u8> = total.iter().map(|score| u8::from(*score > 0.0)).collect();
        for scores in wanted {
            for ((score, total), matched) in scores.iter().zip(&mut total).zip(&mut matched) {
                *total += score;
                *matched += u8::from(*score > 0.0);
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
        let partial = most > 0 && usize::from(most) < wanted_count;
        let messages = self.ranked(query, hits, &mut total);
        Found { messages, partial, unordered, marker }
    }

    /// Nearest words that do occur, for each word of a query that nothing was found for: the query
    /// with them in its place, the nearest first.
    pub fn suggestions(&self, query: &Query) -> Vec<String> {
        let word = |clause: &Clause| clause.plain_word().map(|word| word.whole.clone());
        let words: Vec<String> = query.clauses.iter().filter_map(word).collect();
        let mut suggestions = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let letters = word.chars().count();
            if letters < 4
                || !self.matches(&Word { whole: word.clone(), ..Word::default() }).is_empty()
            {
                continue;
            }
            let near = self.dictionary.near(word, letters / 2, false);
            let key = |at: usize| {
                let near = near.get(at)?;
                Some((near.edits, usize::MAX - self.postings.messages(near.rank)))
            };
            for best in sorted(near.len(), &mut |a, b| key(a).cmp(&key(b))).into_iter().take(3) {
                let Some(near) = near.get(best) else { continue };
                let mut suggested = words.clone();
                if let Some(slot) = suggested.get_mut(at) {
                    *slot = self.dictionary.word(near.rank).to_owned();
                }
                suggestions.push(suggested.join(" "));
            }
        }
        suggestions
    }

    fn clause(&self, clause: &Clause, marker: &mut Marker) -> Scores {
        let Clause { what, field, excluded } = clause;
        match what {
            What::Word(word) => {
                let mut scores = vec![0.0; self.len()];
                let matches = self.matches(word);
                // What is not to be there is meant as it is written, not as the beginning of more.
                let matches = if *excluded { self.as_written(word, matches) } else { matches };
                self.score(&word.whole, &matches, *field, &mut scores);
                if let Some(bare) = &word.bare {
                    let matches = self.matches(&Word { whole: bare.clone(), ..Word::default() });
                    self.score(bare, &matches, *field, &mut scores);
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

    /// Words that follow one another in the query may be one in a text: `neo liberal`.
    fn join_neighbours(&self, query: &Query, wanted: &mut [Scores], marker: &mut Marker) {
        let clauses: Vec<_> = query.clauses.iter().filter(|clause| !clause.excluded).collect();
        for (at, pair) in clauses.windows(2).enumerate() {
            let [Some(first), Some(second)] = [pair.first(), pair.last()].map(|c| c?.plain_word())
            else {
                continue;
            };
            let joined =
                Word { whole: format!("{}{}", first.whole, second.whole), ..Word::default() };
            let matches =
                Matches { beginning: self.dictionary.beginning(&joined.whole), others: Vec::new() };
            if matches.is_empty() || first.whole.is_empty() || second.whole.is_empty() {
                continue;
            }
            let mut scores = vec![0.0; self.len()];
            self.score(&joined.whole, &matches, None, &mut scores);
            for wanted in wanted.iter_mut().skip(at).take(2) {
                for (wanted, score) in wanted.iter_mut().zip(&scores) {
                    *wanted = wanted.max(*score);
                }
            }
            marker.add(&joined, Vec::new());
        }
    }
}
