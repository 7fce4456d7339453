//! The order in which people number files: 2 before 10.

use unicode_normalization::UnicodeNormalization;

use crate::source::stem;

/// A part of a name: a number, or the text between numbers.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The number of digits without leading zeros, and these digits: such pairs are ordered like the numbers,
    /// however long.
    Number(usize, String),
    /// Letters and signs, in lower case.
    Words(String),
}

/// The sort key of a name: numbers compare as numbers, and letters regardless of case and of how accents are
/// encoded. Ties are broken by extension and bytes.
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

/// The key of a path: folders are ordered like files.
pub fn path_key(path: &str) -> Vec<Key> {
    path.split('/').map(key).collect()
}
