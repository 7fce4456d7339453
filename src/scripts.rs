//! What tells the scripts of texts apart. Imports nothing.

use std::ops::Range;

/// The words of a text, in bytes: what stands between spaces. Of scripts without spaces it is a few
/// letters, about as many as a word has: to count words, and to cut between.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    // How many letters of a script without spaces the open word has; none in other scripts.
    let mut open: Option<Option<usize>> = None;
    for (start, c) in text.char_indices() {
        if c.is_whitespace() {
            open = None;
            continue;
        }
        let unspaced = is_unspaced(c);
        let goes_on = match open {
            Some(Some(letters)) if unspaced => letters < usual(c) || is_mark(c),
            // Punctuation stays with what it follows.
            Some(letters) => letters.is_none() != unspaced || !c.is_alphanumeric(),
            None => false,
        };
        let end = start + c.len_utf8();
        match words.last_mut().filter(|_| goes_on) {
            Some(word) => word.end = end,
            None => words.push(start..end),
        }
        let before = open.flatten().filter(|_| goes_on).unwrap_or_default();
        open = Some(match (unspaced, open.filter(|_| goes_on)) {
            (true, _) => Some(before + 1),
            (false, Some(letters)) => letters,
            (false, None) => None,
        });
    }
    words
}

/// Whether a letter is of a script that has no spaces between words: Thai, Lao, Burmese, Khmer,
/// kana, Han.
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether a sign of such a script is a part of the letter before.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}' | '\u{3099}' | '\u{309a}')
}

/// How many letters a word has: two in Han and kana, more where letters are sounds.
fn usual(c: char) -> usize {
    if c < '\u{3000}' { 5 } else { 2 }
}
