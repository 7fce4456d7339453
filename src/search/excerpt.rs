//! The part of a message that a card shows.

use std::ops::Range;

use super::{Folder, Marker};
use crate::collection::Message;
use crate::scripts;

/// Bodies of at most this many words are shown whole.
const WHOLE: usize = 90;
/// How many words of a longer body are shown.
const SHOWN: usize = 56;
/// How many words before a match are shown where the excerpt begins in mid-text.
const LEAD: usize = 8;

/// Some of a message's body, cut between words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// The parts, one from each paragraph that the excerpt touches.
    pub passages: Vec<Passage<'a>>,
    /// Whether something was left out before.
    pub cut_before: bool,
    /// Whether something was left out after.
    pub cut_after: bool,
}

/// Some of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The text.
    pub text: &'a str,
    /// BCP 47 tag of its language, where that is not the collection's.
    pub lang: Option<&'a str>,
}

impl<'a> Excerpt<'a> {
    /// A short body whole; of a longer one the passage that answers most of what was asked for.
    pub fn of(message: &'a Message, marker: &Marker, folder: Folder) -> Excerpt<'a> {
        let words = words(message);
        let first =
            if words.len() <= WHOLE { 0 } else { first_word(message, &words, marker, folder) };
        let count = if words.len() <= WHOLE { words.len() } else { SHOWN };
        let last = (first + count).min(words.len());
        let mut passages: Vec<(usize, Range<usize>)> = Vec::new();
        for (paragraph, range) in words.get(first..last).unwrap_or_default() {
            match passages.last_mut() {
                Some((at, whole)) if at == paragraph => whole.end = range.end,
                _ => passages.push((*paragraph, range.clone())),
            }
        }
        let passage = |(at, range): (usize, Range<usize>)| {
            let paragraph = message.body().get(at)?;
            Some(Passage { text: paragraph.text.get(range)?, lang: paragraph.lang.as_deref() })
        };
        Excerpt {
            passages: passages.into_iter().filter_map(passage).collect(),
            cut_before: first > 0,
            cut_after: last < words.len(),
        }
    }
}

/// Each word of the body: its paragraph, and its bytes there.
fn words(message: &Message) -> Vec<(usize, Range<usize>)> {
    let mut words = Vec::new();
    for (at, paragraph) in message.body().iter().enumerate() {
        words.extend(scripts::words(&paragraph.text).into_iter().map(|word| (at, word)));
    }
    words
}

/// The word to begin with: the first, unless another passage of the same length answers more of
/// what was asked for; of passages that answer as much the one with most marks, then the earliest.
fn first_word(
    message: &Message,
    words: &[(usize, Range<usize>)],
    marker: &Marker,
    folder: Folder,
) -> usize {
    // The word that each mark is in, and what it answers.
    let mut hits: Vec<(usize, usize)> = Vec::new();
    for (at, paragraph) in message.body().iter().enumerate() {
        for (range, answers) in marker.each(folder, &paragraph.text) {
            let word = words.partition_point(|(p, w)| (*p, w.end) <= (at, range.start));
            hits.push((word, answers));
        }
    }
    let mut best = (0, 0, 0);
    for (at, (word, _)) in hits.iter().enumerate() {
        // Passages begin a few words before a mark; the first one with the text.
        let start = if *word + LEAD < SHOWN { 0 } else { word - LEAD };
        let from = hits.get(at..).unwrap_or_default();
        let inside = from.iter().take_while(|(word, _)| *word < start + SHOWN);
        let mut answered: Vec<usize> = Vec::new();
        let mut marks = 0;
        for (_, answers) in inside {
            marks += 1;
            if !answered.contains(answers) {
                answered.push(*answers);
            }
        }
        if (answered.len(), marks) > (best.0, best.1) {
            best = (answered.len(), marks, start);
        }
    }
    // Not so late that the excerpt would run out of text.
    best.2.min(words.len().saturating_sub(SHOWN))
}
