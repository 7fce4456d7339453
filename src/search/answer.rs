//! Answering a query: which messages, in which order.

use std::ops::Range;

use super::index::{Field, Index};
use super::marker::Marker;
use super::query::{Clause, Query, What, Word};
use crate::ordering::sorted;

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The messages, the best first; of equal ones, the earlier first.
    pub messages: Vec<usize>,
    /// Whether no message has all that was asked for, and these have some of it.
    pub partial: bool,
    /// Marks in a text what was found.
    pub marker: Marker,
}

/// What a word counts by how it matches: a whole word more than the beginning of one, that more
/// than another form of it, and that more than a word with one or two letters wrong. With each half
/// of what is before, no frequency lifts one over the other in the same field.
const WHOLE: f32 = 1.0;
const BEGINNING: f32 = 0.5;
const INFLECTED: f32 = 0.25;
const ONE_EDIT: f32 = 0.12;
const TWO_EDITS: f32 = 0.06;

/// For how often a word stands in a text, BM25 (Robertson and Zaragoza, “The Probabilistic Relevance
/// Framework: BM25 and Beyond”, 2009, §3.4): `K` is how soon more of the same stops counting, `B` how
/// much a long text is held against it. With `K` at 0 how often would not count at all, with `B` at 0
/// long letters would always win.
const K: f32 = 1.2;
const B: f32 = 0.75;

/// Words that follow one another as they were typed come before all that do not.
const IN_A_ROW: f32 = 1000.0;
/// In so many of the best messages, at most, it is looked whether they do.
const LOOKED_AT: usize = IN_ORDER;
/// So many messages, and a few more where scores are equal, are put in order.
const IN_ORDER: usize = 300;
/// More entries than this are not scored one by one; see [`super::bits::Shortcuts`].
const MANY: usize = 60_000;
/// What stands for how often in those.
const SOMEWHERE: f32 = 0.01;
/// No more other forms or near words of a word than this.
const FORMS: usize = 50;

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

/// For each message how well it matches; 0 where it does not.
type Scores = Vec<f32>;

/// The words of the collection that a word stands for.
#[derive(Default)]
struct Matches {
    /// Places in the order of words that it begins, its own first if it is one.
    beginning: Range<usize>,
    /// Other forms, and near words, with what they count.
    others: Vec<(usize, f32)>,
}

impl Index {
    /// The messages that have all that a query asks for; if none has, those that have most of it. A
    /// query for nothing is answered by all.
    pub fn search(&self, query: &Query) -> Found {
        let all = || (0..self.len()).collect::<Vec<_>>();
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
            return Found { messages, partial: false, marker };
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
        Found { messages, partial, marker }
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
            let number = |rank: usize| self.dictionary.at(rank);
            let key = |at: usize| {
                let near = near.get(at)?;
                let messages = self.postings.get(number(near.rank) as usize)?.messages();
                Some((near.edits, usize::MAX - messages))
            };
            for best in sorted(near.len(), &mut |a, b| key(a).cmp(&key(b))).into_iter().take(3) {
                let Some(near) = near.get(best) else { continue };
                let mut suggested = words.clone();
                if let Some(slot) = suggested.get_mut(at) {
                    *slot = self.dictionary.word(number(near.rank)).to_owned();
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

    /// The words of the collection that a word stands for: those that it begins; its other forms;
    /// and only where there are none, near ones.
    fn matches(&self, word: &Word) -> Matches {
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

    fn as_written(&self, word: &Word, mut matches: Matches) -> Matches {
        let written = self.dictionary.find(&word.whole);
        matches.beginning = written.map_or(0..0, |rank| rank..rank + 1);
        matches.others.retain(|(_, counts)| *counts == INFLECTED);
        matches
    }

    fn forms(&self, matches: &Matches) -> Vec<String> {
        let form =
            |(rank, _): &(usize, f32)| self.dictionary.word(self.dictionary.at(*rank)).to_owned();
        matches.others.iter().map(form).collect()
    }

    /// Raises the scores of the messages that have one of these words.
    fn score(&self, word: &str, matches: &Matches, field: Option<Field>, scores: &mut Scores) {
        let ranks = matches.beginning.clone();
        let entries = |rank: usize| {
            let number = self.dictionary.at(rank) as usize;
            self.postings.get(number).map_or(0, super::postings::Postings::messages)
        };
        // How rare the word is: of what it begins, as rare as the commonest.
        let common =
            ranks.clone().chain(matches.others.iter().map(|(rank, _)| *rank)).map(entries).max();
        let rarity = self.rarity(common.unwrap_or_default());
        let shortcut = self.shortcuts.get(word).filter(|_| field.is_none());
        let visit_texts = shortcut.is_none() || ranks.clone().map(entries).sum::<usize>() < MANY;
        if let Some(messages) = shortcut.filter(|_| !visit_texts && !ranks.is_empty()) {
            for message in messages.iter() {
                if let Some(score) = scores.get_mut(message) {
                    *score = score.max(rarity * BEGINNING * SOMEWHERE);
                }
            }
        }
        for rank in ranks {
            let whole = self.dictionary.word(self.dictionary.at(rank)).len() == word.len();
            let counts = if whole { WHOLE } else { BEGINNING };
            self.score_one(rank, counts * rarity, visit_texts || whole, field, scores);
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
        let Some(postings) = self.postings.get(self.dictionary.at(rank) as usize) else { return };
        for (message, field) in postings.names() {
            if only.is_none_or(|only| only == field)
                && let Some(score) = scores.get_mut(message)
            {
                *score = score.max(counts * (field.weight() + 0.5));
            }
        }
        if !texts || only.is_some() {
            return;
        }
        let mean = self.length as f32 / self.len().max(1) as f32;
        for (message, count) in postings.texts() {
            let length = self.lengths.get(message).copied().unwrap_or_default() as f32;
            let count = count as f32;
            let often = count / (count + K * (1.0 - B + B * length / mean.max(1.0)));
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
    fn score_parts(&self, word: &Word, field: Option<Field>, excluded: bool, scores: &mut Scores) {
        let Some(last) = word.parts.len().checked_sub(1) else { return };
        let mut least = vec![f32::MAX; self.len()];
        for (at, part) in word.parts.iter().enumerate() {
            let mut of_part = vec![0.0; self.len()];
            let begins = at == last && !excluded && !word.whole.is_empty();
            let beginning = if begins {
                self.dictionary.beginning(part)
            } else {
                self.dictionary.find(part).map_or(0..0, |rank| rank..rank + 1)
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

    /// The scores of the messages with these words in this order.
    fn phrase(&self, words: &[String], open: bool, field: Option<Field>) -> Scores {
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
            if *score > 0.0 && words.len() > 1 && !self.in_a_row(message, &sought) {
                *score = 0.0;
            }
        }
        scores
    }

    /// For each word of a phrase the places in the order of words that it stands for.
    fn sought(&self, words: &[String], open: bool) -> Vec<Range<usize>> {
        let last = words.len().saturating_sub(1);
        let ranks = |(at, word): (usize, &String)| match at == last && open {
            true => self.dictionary.beginning(word),
            false => self.dictionary.find(word).map_or(0..0, |rank| rank..rank + 1),
        };
        words.iter().enumerate().map(ranks).collect()
    }

    /// Whether words stand in a message in this order, with nothing in between.
    fn in_a_row(&self, message: usize, sought: &[Range<usize>]) -> bool {
        let ranks =
            self.sequence(message).map(|n| n.map_or(usize::MAX, |n| self.dictionary.rank(n)));
        let ranks: Vec<usize> = ranks.collect();
        let fits = |(rank, ranks): (&usize, &Range<usize>)| ranks.contains(rank);
        ranks.windows(sought.len()).any(|window| window.iter().zip(sought).all(fits))
    }

    /// Messages by their scores, and before them those that have the words as they were typed.
    fn ranked(&self, query: &Query, hits: Vec<usize>, total: &mut Scores) -> Vec<usize> {
        let best = by_score(&hits, total);
        let whole = |clause: &Clause| Some(clause.plain_word()?.whole.clone());
        let words: Option<Vec<String>> = query.clauses.iter().map(whole).collect();
        let Some(words) = words.filter(|words| words.len() > 1) else { return best };
        let sought = self.sought(&words, true);
        if sought.iter().any(Range::is_empty) {
            return best;
        }
        for &message in best.iter().take(LOOKED_AT) {
            if self.in_a_row(message, &sought)
                && let Some(score) = total.get_mut(message)
            {
                *score += IN_A_ROW;
            }
        }
        by_score(&hits, total)
    }
}

impl Matches {
    fn is_empty(&self) -> bool {
        self.beginning.is_empty() && self.others.is_empty()
    }
}

/// The best by their scores, then the rest in the order of the collection: nobody looks through
/// thousands, and to put them in order would take longer than to find them.
fn by_score(hits: &[usize], scores: &Scores) -> Vec<usize> {
    let score = |hit: &usize| scores.get(*hit).copied().unwrap_or_default();
    let mut values: Vec<f32> = hits.iter().map(score).collect();
    let limit = match values.len().checked_sub(IN_ORDER) {
        None | Some(0) => f32::MIN,
        Some(at) => *values.select_nth_unstable_by(at, f32::total_cmp).1,
    };
    let (best, rest): (Vec<usize>, Vec<usize>) = hits.iter().partition(|hit| score(hit) > limit);
    let of = |at: usize| best.get(at).map_or(0.0, score);
    let order = sorted(best.len(), &mut |a, b| of(b).total_cmp(&of(a)));
    order.into_iter().filter_map(|at| best.get(at).copied()).chain(rest).collect()
}
