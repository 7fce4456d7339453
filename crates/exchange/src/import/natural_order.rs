//! The order in which people number files: 2 before 10.

use unicode_normalization::UnicodeNormalization;

use crate::source::stem;

/// A part of a name: a number, or what stands between numbers.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// How many digits it has without leading zeros, and these digits: such pairs are ordered as the
    /// numbers are, however long.
    Number(usize, String),
    /// Letters and signs, in small letters.
    Words(String),
}

/// What a name is ordered by: numbers as numbers, and letters whatever their case and however their
/// accents are stored. Equal names are ordered by their ends and bytes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Vec<Part>, String);

/// The key of a name.
pub fn key(name: &str) -> Key {
    let mut parts = Vec::new();
    let folded: String = stem(name).nfc().collect::<String>().to_lowercase();
    let mut rest = folded.as_str();
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = if digits > 0 {
            digits
        } else {
            rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len())
        };
        let (part, behind) = rest.split_at(length);
        rest = behind;
        parts.push(if digits > 0 {
            let number = part.trim_start_matches('0');
            Part::Number(number.len(), number.to_owned())
        } else {
            Part::Words(part.to_owned())
        });
    }
    Key(parts, name.to_owned())
}

/// The key of a path: folders are ordered as files are.
pub fn path_key(path: &str) -> Vec<Key> {
    path.split('/').map(key).collect()
}
