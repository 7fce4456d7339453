//! Where in a text stands what was found.

use std::ops::Range;

use super::query::Word;
use super::{Folder, Glue, Token};

/// Marks in texts what a query found: no more than what it matched, and every letter of that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marker {
    words: Vec<Sought>,
    phrases: Vec<(Vec<String>, bool)>,
}

/// A word to be marked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sought {
    /// What begins a word of the text: so many letters of it are marked.
    beginning: String,
    /// Words of the text that are marked whole: other forms and near words.
    forms: Vec<String>,
}

/// A range of bytes in a text, and which of what was asked for it answers.
pub(super) type Mark = (Range<usize>, usize);

impl Marker {
    /// Whether it marks nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// The parts of a text that were found, as byte ranges in order, none over another.
    pub fn marks(&self, folder: Folder, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (range, _) in self.each(folder, text) {
            match marks.last_mut().filter(|last| range.start <= last.end) {
                Some(last) => last.end = last.end.max(range.end),
                None => marks.push(range),
            }
        }
        marks
    }

    /// Every part of a text that was found, by where it begins.
    pub(super) fn each(&self, folder: Folder, text: &str) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        if self.is_empty() {
            return marks;
        }
        if self.phrases.is_empty() {
            let mut compound = Token::default();
            let mut parts = 0;
            folder.each_token(text, |token| {
                self.mark(token, &mut marks);
                if token.glue == Glue::Joined {
                    compound.folded += &token.folded;
                    compound.ends.extend(&token.ends);
                    parts += 1;
                    self.mark(&compound, &mut marks);
                } else if !token.folded.is_empty() {
                    compound.clone_from(token);
                    parts = 1;
                }
            });
        } else {
            let tokens = folder.tokens(text);
            for token in &tokens {
                self.mark(token, &mut marks);
            }
            self.mark_phrases(&tokens, &mut marks);
        }
        marks.sort_by_key(|(range, _)| (range.start, range.end));
        marks
    }

    /// Adds a word, with its other forms and what it may stand for.
    pub(super) fn add(&mut self, word: &Word, forms: Vec<String>) {
        let parts = word.parts.iter().chain(&word.bare);
        for part in parts {
            self.words.push(Sought { beginning: part.clone(), forms: Vec::new() });
        }
        if !word.whole.is_empty() {
            self.words.push(Sought { beginning: word.whole.clone(), forms });
        }
    }

    /// Adds words in a row; of an open phrase the last may be half typed.
    pub(super) fn add_phrase(&mut self, words: &[String], open: bool) {
        self.phrases.push((words.to_vec(), open));
    }

    fn mark(&self, token: &Token, marks: &mut Vec<Mark>) {
        // Of several words that begin it the longest.
        let mut longest = None::<(usize, usize)>;
        for (at, Sought { beginning, forms }) in self.words.iter().enumerate() {
            let folded = token.folded.as_str();
            let length = if folded.starts_with(beginning.as_str()) {
                beginning.len()
            } else if forms.iter().any(|form| form == folded) {
                folded.len()
            } else {
                continue;
            };
            if longest.is_none_or(|(longest, _)| longest < length) {
                longest = Some((length, at));
            }
        }
        let Some((length, at)) = longest else { return };
        if let Some(end) = length.checked_sub(1).and_then(|last| token.ends.get(last)) {
            marks.push((token.start..*end, at));
        }
    }

    fn mark_phrases(&self, tokens: &[Token], marks: &mut Vec<Mark>) {
        for (at, (words, open)) in self.phrases.iter().enumerate() {
            for window in tokens.windows(words.len()) {
                let last = words.len() - 1;
                let fits = |(at, (word, token)): (usize, (&String, &Token))| {
                    let begins = at == last && *open;
                    token.folded == *word || begins && token.folded.starts_with(word.as_str())
                };
                if !words.iter().zip(window).enumerate().all(fits) {
                    continue;
                }
                let (Some(first), Some(closing), Some(word)) =
                    (window.first(), window.last(), words.last())
                else {
                    continue;
                };
                if let Some(end) = word.len().checked_sub(1).and_then(|last| closing.ends.get(last))
                {
                    marks.push((first.start..*end, self.words.len() + at));
                }
            }
        }
    }
}
