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
        let mut words = Vec::new();
        for token in folder.tokens(text) {
            if !words.contains(&token.folded) {
                words.push(token.folded);
            }
        }
        Query { words }
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The parts of a text that the query asks for, as byte ranges in order: for each word that one
    /// of the query's words begins, the letters that it has in common with the longest of them.
    pub fn marks(&self, folder: Folder, text: &str) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        self.each_mark(folder, text, |mark| {
            marks.push(mark);
            true
        });
        marks
    }

    /// The first of [`Query::marks`].
    pub fn first_mark(&self, folder: Folder, text: &str) -> Option<Range<usize>> {
        let mut first = None;
        self.each_mark(folder, text, |mark| {
            first = Some(mark);
            false
        });
        first
    }

    fn each_mark(&self, folder: Folder, text: &str, mut visit: impl FnMut(Range<usize>) -> bool) {
        if self.is_empty() {
            return;
        }
        folder.each_token(text, |token| {
            let begins = |word: &&String| token.folded.starts_with(word.as_str());
            let longest = self.words.iter().filter(begins).map(String::len).max();
            let end = longest.and_then(|length| token.ends.get(length.checked_sub(1)?));
            end.is_none_or(|end| visit(token.start..*end))
        });
    }
}
