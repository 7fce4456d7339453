//! Segments: the units by which a text is counted and cut.

use std::ops::Range;

use super::writing_system::{is_mark, is_unspaced};

/// The segments of a text, as byte ranges. A segment is what stands between spaces or, in a writing
/// system without spaces, a few letters: about as many as a word has.
///
/// ```
/// use solidarity_core::text::segments;
///
/// assert_eq!(segments("In solidarity"), [0..2, 3..13]);
/// ```
pub fn segments(text: &str) -> Vec<Range<usize>> {
    let mut segments: Vec<Range<usize>> = Vec::new();
    // `None` if no segment is open, `Some(None)` in a writing system with spaces, and otherwise the
    // number of letters so far.
    let mut open: Option<Option<usize>> = None;
    for (start, c) in text.char_indices() {
        if c.is_whitespace() {
            open = None;
            continue;
        }
        let unspaced = is_unspaced(c);
        let goes_on = match open {
            Some(Some(letters)) if unspaced => letters < usual(c) || is_mark(c),
            // Punctuation stays with the text that it follows.
            Some(letters) => letters.is_none() != unspaced || !c.is_alphanumeric(),
            None => false,
        };
        let end = start + c.len_utf8();
        match segments.last_mut().filter(|_| goes_on) {
            Some(segment) => segment.end = end,
            None => segments.push(start..end),
        }
        let before = open.flatten().filter(|_| goes_on).unwrap_or_default();
        open = Some(match (unspaced, open.filter(|_| goes_on)) {
            (true, _) => Some(before + 1),
            (false, Some(letters)) => letters,
            (false, None) => None,
        });
    }
    segments
}

/// The usual length of a word in letters: two in Han and kana, more where letters stand for sounds.
fn usual(c: char) -> usize {
    if c < '\u{3000}' { 5 } else { 2 }
}
