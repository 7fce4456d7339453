//! Finding one text in another, by the algorithm of Knuth, Morris and Pratt: no text is read twice.

use std::ops::Range;

use solidarity_core::text::is_unspaced;

/// A prepared search.
pub struct Pattern {
    /// Its letters, folded unless case matters.
    letters: Vec<char>,
    /// For each prefix, the length of its longest proper prefix that is also a suffix.
    borders: Vec<usize>,
    match_case: bool,
    whole_words: bool,
}

impl Pattern {
    /// Prepares a search; `None` for an empty text.
    pub fn of(text: &str, match_case: bool, whole_words: bool) -> Option<Pattern> {
        let mut letters = Vec::new();
        for c in text.chars() {
            folded(c, match_case, &mut letters);
        }
        let mut pattern = Pattern { letters, borders: Vec::new(), match_case, whole_words };
        pattern.borders.push(0);
        let mut length = 0;
        for at in 1..pattern.letters.len() {
            length = pattern.next(length, *pattern.letters.get(at)?);
            pattern.borders.push(length);
        }
        (!pattern.letters.is_empty()).then_some(pattern)
    }

    /// Visits the passages of a text, from its beginning. They do not overlap.
    pub fn each(&self, text: &str, visit: &mut dyn FnMut(Range<usize>)) {
        // For each folded letter, the start of the letter if it is the first part of one.
        let mut starts: Vec<Option<usize>> = Vec::new();
        let mut parts = Vec::new();
        let (mut length, mut free) = (0, 0);
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            parts.clear();
            folded(c, self.match_case, &mut parts);
            for (nth, part) in parts.iter().enumerate() {
                starts.push((nth == 0).then_some(at));
                length = self.next(length, *part);
                if length < self.letters.len() || nth + 1 < parts.len() {
                    continue;
                }
                let start = starts.len().checked_sub(length).and_then(|first| starts.get(first));
                if let Some(&Some(start)) = start
                    && start >= free
                    && self.may_be(text, start, end)
                {
                    visit(start..end);
                    (length, free) = (0, end);
                }
            }
        }
    }

    /// The length of the longest prefix of the pattern that is a suffix of the text read so far, from its
    /// length before this letter.
    fn next(&self, mut length: usize, letter: char) -> usize {
        loop {
            if self.letters.get(length) == Some(&letter) {
                return length + 1;
            }
            match length.checked_sub(1).and_then(|last| self.borders.get(last)) {
                Some(shorter) => length = *shorter,
                None => return 0,
            }
        }
    }

    /// Whether a passage is a match: with all of its accents, and as whole words if required.
    fn may_be(&self, text: &str, start: usize, end: usize) -> bool {
        let (inside, after) = (text.get(start..end), text.get(end..));
        let (inside, after) = (inside.unwrap_or_default(), after.unwrap_or_default());
        let next = after.chars().next();
        if next.is_some_and(is_accent) {
            return false;
        }
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let cuts = |a: Option<char>, b: Option<char>| {
            a.is_some_and(is_of_word) && b.is_some_and(is_of_word)
        };
        !self.whole_words
            || !(cuts(before, inside.chars().next()) || cuts(inside.chars().next_back(), next))
    }
}

/// Adds the letters with which a letter is compared. If case does not matter, these are the lower-case letters
/// of its capitals, so that ß is ss, and ς is σ (close to the full case folding of Unicode 17, §3.13.3). A
/// Turkish İ is i, and so is ı.
fn folded(c: char, match_case: bool, letters: &mut Vec<char>) {
    if match_case {
        letters.push(c);
    } else if c == 'İ' {
        letters.push('i');
    } else if c.is_ascii() {
        letters.push(c.to_ascii_lowercase());
    } else {
        let capitals = c.to_lowercase().flat_map(char::to_uppercase);
        letters.extend(capitals.flat_map(char::to_lowercase));
    }
}

/// Whether a mark belongs to the letter before it (Unicode block Combining Diacritical Marks).
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_of_word(c: char) -> bool {
    (c.is_alphanumeric() || is_accent(c)) && !is_unspaced(c)
}
