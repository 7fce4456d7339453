//! Choosing from a list by typing a part of an entry.

use crate::sorting::sort_by_key;

/// Something that can be chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    /// The value written if it is chosen.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// The text that is searched: its names, in lower case and without accents, separated by spaces.
    pub folded: String,
}

/// The positions of the choices that contain a text, which is folded like them: exact matches first, then those
/// that begin with it, then those with a word that does, then the rest. An empty text matches all.
pub fn matching(choices: &[Choice], text: &str) -> Vec<usize> {
    let text = text.trim();
    let rank = |choice: &Choice| {
        let folded = choice.folded.as_str();
        let at = folded.find(text)?;
        let begins_word = || folded.split(' ').any(|word| word.starts_with(text));
        Some(match at {
            _ if folded == text => 0,
            0 => 1,
            _ if begins_word() => 2,
            _ => 3,
        })
    };
    let mut found: Vec<_> =
        choices.iter().enumerate().filter_map(|(at, it)| Some((rank(it)?, at))).collect();
    if !text.is_empty() {
        sort_by_key(&mut found, |found| *found);
    }
    found.into_iter().map(|(_, at)| at).collect()
}
