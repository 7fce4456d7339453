//! Which letters of a text can be painted.

use unicode_script::{Script, UnicodeScript};

use crate::metrics::{Font, FontMetrics};

/// A text without the signs that no font has, such as emoji.
///
/// # Errors
/// The letters that no font has: without them a text would say something else.
pub fn paintable(text: &str, font: Font, fonts: &dyn FontMetrics) -> Result<String, Vec<char>> {
    let lacks = |c: &char| !is_unseen(*c) && !fonts.has(*c, font);
    let letters: Vec<char> = text.chars().filter(|c| lacks(c) && !is_sign(*c)).collect();
    if !letters.is_empty() {
        return Err(letters);
    }
    let kept: String = text.chars().filter(|c| !lacks(c)).collect();
    Ok(kept.split(' ').filter(|word| !word.chars().all(is_unseen)).collect::<Vec<_>>().join(" "))
}

/// The English name of the writing system of a letter (the Unicode property Script).
pub fn writing_system(letter: char) -> String {
    match letter.script() {
        Script::Inherited => "Combining marks".into(),
        script => script.full_name().replace('_', " "),
    }
}

/// Whether a character belongs to no writing system: emoji, symbols, private use.
fn is_sign(c: char) -> bool {
    matches!(c.script(), Script::Common | Script::Unknown) || c == '\u{20e3}'
}

/// Whether a character has no ink in any font: spaces, and Default_Ignorable_Code_Point of Unicode.
pub fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}
