//! Texts that stand in one line with others, where no element keeps their directions apart: titles,
//! descriptions, citations (Unicode Standard Annex 9, “Unicode Bidirectional Algorithm”).

use super::direction;

/// A text that changes the direction of nothing after it: the embeddings, overrides and isolates
/// that it leaves open are closed at its end.
pub fn closed(text: &str) -> String {
    let mut open = Vec::new();
    let mut isolates = 0;
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP_DIRECTION),
            '\u{2066}'..='\u{2068}' => {
                open.push(POP_ISOLATE);
                isolates += 1;
            }
            POP_DIRECTION if open.last() == Some(&c) => drop(open.pop()),
            // The end of an isolate also ends what was opened in it.
            POP_ISOLATE if isolates > 0 => {
                while open.pop().is_some_and(|closing| closing != c) {}
                isolates -= 1;
            }
            _ => {}
        }
    }
    let mut closed = text.to_owned();
    while let Some(closing) = open.pop() {
        closed.push(closing);
    }
    closed
}

const POP_DIRECTION: char = '\u{202c}';
const POP_ISOLATE: char = '\u{2069}';

/// A text to be followed by others in a line of this language: closed, and with a mark at its end
/// if it ends against the direction of the line, so that figures and punctuation after it stay
/// where they belong.
pub fn inserted(text: &str, language: &str) -> String {
    let mut closed = closed(text);
    let right_to_left = is_right_to_left(language);
    if closed.chars().rev().find_map(goes_left) == Some(!right_to_left) {
        closed.push(if right_to_left { '\u{200f}' } else { '\u{200e}' });
    }
    closed
}

/// Texts that make up a line of this language: all but the last are [`inserted`], unless none of
/// them has a letter in the direction of the line.
pub fn in_line(texts: &[&str], language: &str) -> Vec<String> {
    let along = Some(is_right_to_left(language));
    let is_mixed = texts.iter().any(|text| text.chars().any(|c| goes_left(c) == along));
    let of = |(at, text): (usize, &&str)| match is_mixed && at + 1 < texts.len() {
        true => inserted(text, language),
        false => closed(text),
    };
    texts.iter().enumerate().map(of).collect()
}

/// Whether the first letter of a text that has a direction is written from right to left.
pub fn starts_right_to_left(text: &str) -> bool {
    text.chars().find_map(goes_left) == Some(true)
}

fn is_right_to_left(language: &str) -> bool {
    direction(Some(language)) == "rtl"
}

/// Whether a letter is written from right to left; `None` for what has no direction. These are the
/// blocks whose characters are right-to-left by default (DerivedBidiClass.txt of Unicode 17).
fn goes_left(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(true),
        _ => c.is_alphabetic().then_some(false),
    }
}
