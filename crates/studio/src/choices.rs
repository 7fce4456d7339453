//! Choosing from a list by typing a part of what is meant.

use crate::sorting::sort_by_key;

/// Something that can be chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    /// What is written if it is chosen.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// What is typed to find it: its names, in small letters and without accents, with spaces between.
    pub folded: String,
}

/// The positions of the choices that a text is part of, which is folded as they are: first the one that it is, then
/// those that begin with it, then those with a word that does, then the rest. All of them for no text.
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
