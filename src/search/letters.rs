//! What characters are to a search.

use crate::scripts::is_mark;

/// Marks that are taken off letters; no others, since in Thai and in Indian scripts marks are vowels.
pub fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Marks that Arabic and Hebrew are mostly written without, and the stroke that stretches words.
pub fn is_passed_over(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{591}'..='\u{5bd}' | '\u{ad}')
}

/// An apostrophe of any shape.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇')
}

/// What makes one word of two: hyphens, and the full stop in `u.s.` and `4.0`.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '.')
}

/// Whether a character beyond ASCII is a part of a word. Rust counts neither the signs that mute a
/// vowel in the scripts of India nor the tone marks of Thai among letters.
pub fn is_word(c: char) -> bool {
    let mark = matches!(c,
        '\u{900}'..='\u{963}' | '\u{966}'..='\u{96f}' | '\u{971}'..='\u{df3}');
    mark || is_mark(c) || c.is_alphanumeric()
}

/// The base letters of a letter that Unicode does not decompose.
pub fn base_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        _ => return None,
    })
}
