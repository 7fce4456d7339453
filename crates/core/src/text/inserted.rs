//! Texts that stand in one line with others, where no element keeps their directions apart: titles,
//! descriptions, citations (Unicode Standard Annex 9, “Unicode Bidirectional Algorithm”).

use std::borrow::Cow;

use super::direction;

/// A text that changes the direction of nothing after it: the embeddings, overrides and isolates
/// that it leaves open are closed at its end.
pub fn closed(text: &str) -> Cow<'_, str> {
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
    if open.is_empty() {
        return text.into();
    }
    text.chars().chain(open.into_iter().rev()).collect::<String>().into()
}

const POP_DIRECTION: char = '\u{202c}';
const POP_ISOLATE: char = '\u{2069}';

/// A text to be followed by others in a line of this language: closed, and with a mark at its end
/// if it ends against the direction of the line, so that figures and punctuation after it stay
/// where they belong.
pub fn inserted<'a>(text: &'a str, language: &str) -> Cow<'a, str> {
    let closed = closed(text);
    let right_to_left = is_right_to_left(language);
    match closed.chars().rev().find_map(goes_left) {
        Some(end) if end != right_to_left => {
            let mark = if right_to_left { '\u{200f}' } else { '\u{200e}' };
            closed.chars().chain([mark]).collect::<String>().into()
        }
        _ => closed,
    }
}

/// Texts that make up a line of this language: all but the last are [`inserted`], unless none of
/// them has a letter in the direction of the line.
pub fn in_line<'a>(texts: &[&'a str], language: &str) -> Vec<Cow<'a, str>> {
    let along = Some(is_right_to_left(language));
    let is_mixed = texts.iter().any(|text| text.chars().any(|c| goes_left(c) == along));
    let of = |(at, text)| match is_mixed && at + 1 < texts.len() {
        true => inserted(text, language),
        false => closed(text),
    };
    texts.iter().copied().enumerate().map(of).collect()
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
