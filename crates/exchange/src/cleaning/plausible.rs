//! How well a text reads, to tell which character set its bytes were in.

/// Signs that stand within or directly behind words.
const IN_WORDS: &[char] =
    &['’', '‘', '–', '—', '…', '“', '”', '«', '»', '•', '\u{a0}', '\u{ad}', 'ª', 'º', '°'];

/// Signs that never come directly after a letter.
const NEVER_AFTER_LETTERS: &[char] = &['‚', '„', 'ƒ', 'ˆ', '˜'];

/// How well the letters beyond ASCII go with their neighbours: one for each that does, minus two for
/// each that does not, such as a capital behind a small letter or a sign within a word.
pub fn plausibility(text: &str) -> i64 {
    let mut score = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        if !c.is_ascii() {
            score += of(before, c, after);
        }
        before = c;
    }
    score
}

fn of(before: char, c: char, after: char) -> i64 {
    let within = before.is_alphabetic() && after.is_alphabetic();
    if c.is_control() || c == char::REPLACEMENT_CHARACTER {
        return -2;
    }
    if c.is_lowercase() {
        return i64::from(before.is_alphabetic() || after.is_lowercase());
    }
    if c.is_uppercase() {
        let lone = before.is_lowercase() || (before.is_uppercase() && after.is_lowercase());
        return if lone { -2 } else { i64::from(after.is_alphabetic() || before.is_uppercase()) };
    }
    if c.is_alphabetic() {
        // Of scripts without capitals: not one letter in the midst of a Latin word.
        return if before.is_ascii_lowercase() && after.is_ascii_lowercase() { -2 } else { 1 };
    }
    if IN_WORDS.contains(&c) {
        return i64::from(c == '’' && within);
    }
    let misplaced = within || (NEVER_AFTER_LETTERS.contains(&c) && before.is_alphabetic());
    if misplaced { -2 } else { 0 }
}
