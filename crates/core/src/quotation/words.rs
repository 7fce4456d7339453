//! Where the words of a text begin and end.

use std::ops::Range;

use crate::text::{is_mark, is_unspaced};

/// A text and its segments: words, and what is between them.
pub struct Words<'a> {
    text: &'a str,
    /// The bytes at which a segment begins or ends, in order, from 0 to the length of the text.
    boundaries: Vec<usize>,
}

impl<'a> Words<'a> {
    /// The words of a text, given their boundaries in UTF-16 units. If none are given, letters and
    /// digits in a row are a word; in a writing system without spaces, each letter is one.
    pub fn of(text: &'a str, units: &[usize]) -> Words<'a> {
        let mut boundaries = vec![0];
        let (mut given, mut passed, mut before) = (units.iter().peekable(), 0, None);
        for (at, c) in text.char_indices() {
            while given.next_if(|units| **units < passed).is_some() {}
            let is_boundary = if units.is_empty() {
                before.is_some_and(|before| parts(before, c))
            } else {
                given.peek() == Some(&&passed)
            };
            if is_boundary && at > 0 {
                boundaries.push(at);
            }
            passed += c.len_utf16();
            before = Some(c);
        }
        boundaries.push(text.len());
        Words { text, boundaries }
    }

    /// The last boundary that is not behind this byte.
    pub fn boundary_before(&self, at: usize) -> usize {
        let behind = self.boundaries.partition_point(|boundary| *boundary <= at);
        self.boundaries.get(behind.saturating_sub(1)).copied().unwrap_or(0)
    }

    /// The first boundary that is not before this byte.
    pub fn boundary_after(&self, at: usize) -> usize {
        let behind = self.boundaries.partition_point(|boundary| *boundary < at);
        self.boundaries.get(behind).copied().unwrap_or(self.text.len())
    }

    /// The number of words in a part of the text.
    pub fn count(&self, part: Range<usize>) -> usize {
        self.ends(part).len() / 2
    }

    /// The beginning of a part of the text, to the end of a number of words; all of it if it has
    /// no more.
    pub fn first(&self, words: usize, part: Range<usize>) -> &'a str {
        let ends = self.ends(part.clone());
        let end = ends.get(2 * words - 1).filter(|_| ends.len() > 2 * words);
        self.cut(part.start..end.copied().unwrap_or(part.end))
    }

    /// The end of a part of the text, from the beginning of a number of words; all of it if it has
    /// no more.
    pub fn last(&self, words: usize, part: Range<usize>) -> &'a str {
        let ends = self.ends(part.clone());
        let start = ends.len().checked_sub(2 * words).filter(|at| *at > 0);
        let start = start.and_then(|at| ends.get(at)).copied();
        self.cut(start.unwrap_or(part.start)..part.end)
    }

    /// Where each word in a part of the text begins and ends.
    fn ends(&self, part: Range<usize>) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = part.start;
        for end in &self.boundaries {
            if (part.start + 1..=part.end).contains(end) {
                let segment = self.text.get(start..*end).unwrap_or_default();
                if segment.contains(char::is_alphanumeric) {
                    ends.push(start);
                    ends.push(*end);
                }
                start = *end;
            }
        }
        ends
    }

    /// A part of the text, without the space around it.
    pub fn cut(&self, part: Range<usize>) -> &'a str {
        let part = part.start..part.end.min(self.text.len());
        self.text.get(part).unwrap_or_default().trim()
    }
}

/// Whether two characters beside each other belong to different segments.
pub fn parts(before: char, after: char) -> bool {
    let in_word = |c: char| (c.is_alphanumeric() || apostrophe(c)) && !is_unspaced(c);
    !(in_word(before) && in_word(after) || is_mark(after))
}

/// The byte before which a text has this many UTF-16 units.
pub fn byte_at(text: &str, units: usize) -> usize {
    let mut before = 0;
    for (at, c) in text.char_indices() {
        if before >= units {
            return at;
        }
        before += c.len_utf16();
    }
    text.len()
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
