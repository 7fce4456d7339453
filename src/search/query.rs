//! What somebody typed, as words to look for.

use std::ops::Range;

use super::Folder;

/// The words that a message must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) words: Vec<String>,
}

impl Query {
    /// Reads a query. Anything is one; a text without letters and digits asks for nothing.
    pub fn parse(folder: Folder, text: &str) -> Query {
        let mut words: Vec<_> = folder.tokens(text).into_iter().map(|t| t.folded).collect();
        words.sort_unstable();
        words.dedup();
        Query { words }
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The parts of a text that the query asks for, as byte ranges in order: for each word that one
    /// of the query's words begins, the letters that it has in common with the longest of them.
    pub fn marks(&self, folder: Folder, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let tokens = folder.tokens(text);
        let mark = |token: &super::Token| {
            let begins = |word: &&String| token.folded.starts_with(word.as_str());
            let longest = self.words.iter().filter(begins).map(String::len).max()?;
            Some(token.start..*token.ends.get(longest.checked_sub(1)?)?)
        };
        tokens.iter().filter_map(mark).collect()
    }
}
