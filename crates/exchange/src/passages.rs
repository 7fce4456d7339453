//! Describes where something is in a text.

/// The most lines that a note names.
const LINES: usize = 5;

/// The lines that something is in, unless it is in one only: `, in lines 3, 4, 9`.
pub fn in_lines(lines: &[usize]) -> String {
    let mut each = lines.to_vec();
    each.dedup();
    if each.len() < 2 {
        return String::new();
    }
    let more = if each.len() > LINES { ", …" } else { "" };
    let first: Vec<_> = each.iter().take(LINES).map(usize::to_string).collect();
    format!(", in lines {}{more}", first.join(", "))
}

/// The word around a byte of a text: letters, digits, and whatever is not ASCII.
pub fn word_at(text: &str, at: usize) -> &str {
    const LONGEST: usize = 40;
    let in_word = |c: &char| c.is_alphanumeric() || !c.is_ascii() && !c.is_whitespace();
    let Some((before, after)) = text.split_at_checked(at) else { return "" };
    let length = |word: usize, c: char| word + c.len_utf8();
    let start = before.chars().rev().take_while(in_word).take(LONGEST).fold(0, length);
    let end = after.chars().take_while(in_word).take(LONGEST).fold(0, length);
    text.get(at - start..at + end).unwrap_or_default()
}
