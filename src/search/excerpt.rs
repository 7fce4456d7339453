//! The part of a message that a card shows.

use std::ops::Range;

use super::{Folder, Query};
use crate::collection::Message;

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
    /// A short body whole; of a longer one the beginning, or what surrounds the first match where
    /// the beginning has none.
    pub fn of(message: &'a Message, query: &Query, folder: Folder) -> Excerpt<'a> {
        let words = words(message);
        let first =
            if words.len() <= WHOLE { 0 } else { first_word(message, &words, query, folder) };
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
            let paragraph = message.body.get(at)?;
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
    for (at, paragraph) in message.body.iter().enumerate() {
        let text = paragraph.text.as_str();
        words.extend(text.split_whitespace().map(|word| {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            (at, start..start + word.len())
        }));
    }
    words
}

/// The word to begin with: the first, unless the first match would then be out of sight.
fn first_word(
    message: &Message,
    words: &[(usize, Range<usize>)],
    query: &Query,
    folder: Folder,
) -> usize {
    let marked =
        message.body.iter().enumerate().find_map(|(at, paragraph)| {
            Some((at, query.first_mark(folder, &paragraph.text)?.start))
        });
    let Some((paragraph, start)) = marked else { return 0 };
    let hit = words.partition_point(|(at, range)| (*at, range.end) <= (paragraph, start));
    if hit < SHOWN - LEAD {
        return 0;
    }
    // Not so late that the excerpt would run out of text.
    (hit - LEAD).min(words.len().saturating_sub(SHOWN))
}
