//! Letters that a program replaced by question marks.

/// A passage in which letters were certainly lost: several words that are all question marks, or two words with
/// a question mark between small letters.
pub fn in_text(text: &str) -> Option<&str> {
    let words = || text.split_whitespace();
    let nothing_else = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte == b'?');
    let mut lost = words().filter(|word| nothing_else(word));
    if let (Some(first), Some(_)) = (lost.next(), lost.next()) {
        return Some(first);
    }
    let mut within = words().filter(|word| has_within(word));
    let (first, second) = (within.next()?, within.next());
    second.map(|_| first)
}

/// Whether a name lost letters: no name has a question mark within or after a word.
pub fn is_lost_name(name: &str) -> bool {
    let name = name.trim();
    name.split_whitespace().any(has_within)
        || (name.ends_with('?') && name.chars().any(char::is_alphabetic))
        || name.contains("??")
}

/// Whether a question mark is between letters, the second of them small. This is also true of addresses with a
/// query.
fn has_within(word: &str) -> bool {
    if word.contains(['/', '=', '&', '@']) {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|three| {
        matches!(three, [before, '?', after] if before.is_alphabetic() && after.is_lowercase())
    })
}
