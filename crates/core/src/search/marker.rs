//! Highlights matches in a text.

use std::ops::Range;

use super::fold::{Folder, Glue, Token};
use super::letters::{is_twin, persian_parts, without_article};
use super::query::Word;
use crate::ordering::sorted;

/// Marks the matches of a query in texts: exactly the letters that matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marker {
    words: Vec<Sought>,
    phrases: Vec<(Vec<String>, bool)>,
}

/// A word to be marked.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sought {
    /// Words of the text beginning with this are marked up to its length.
    beginning: String,
    /// The same with two letters for each that may be written so.
    twin: String,
    /// Words of the text that are marked in full: other forms and similar words.
    forms: Vec<String>,
}

impl Sought {
    fn plain(beginning: &str) -> Sought {
        Sought { beginning: beginning.to_owned(), twin: String::new(), forms: Vec::new() }
    }

    /// The length of the mark in a word of a text, in bytes of the folded word.
    fn marks(&self, token: &Token) -> Option<usize> {
        let Sought { beginning, twin, forms } = self;
        let folded = token.folded.as_str();
        let is_twin = !twin.is_empty() && is_twin(folded, twin)
            || !token.twin.is_empty() && is_twin(&token.twin, beginning);
        if !is_twin && folded.starts_with(beginning.as_str()) {
            return Some(beginning.len());
        }
        if let Some(rest) =
            without_article(folded).filter(|rest| rest.starts_with(beginning.as_str()))
        {
            return Some(folded.len() - rest.len() + beginning.len());
        }
        (is_twin || forms.iter().any(|form| form == folded)).then_some(folded.len())
    }
}

/// A byte range in a text, and the index of the part of the query that it matches.
pub(super) type Mark = (Range<usize>, usize);

impl Marker {
    /// Whether it marks nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }

    /// The matches in a text, as sorted byte ranges that do not overlap.
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

    /// All matches in a text, sorted by start.
    pub(super) fn each(&self, folder: Folder, text: &str) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        if self.is_empty() {
            return marks;
        }
        let mut compound = Token::default();
        folder.each_token(text, &mut |token| {
            self.mark(token, &mut marks);
            if token.glue == Glue::Joined {
                compound.folded += &token.folded;
                compound.ends.extend(&token.ends);
                compound.twin.clear();
                self.mark(&compound, &mut marks);
            } else {
                compound.clone_from(token);
            }
        });
        if !self.phrases.is_empty() {
            self.mark_phrases(&folder.tokens(text), &mut marks);
        }
        let place = |at: usize| marks.get(at).map(|(range, _)| (range.start, range.end));
        let order = sorted(marks.len(), &mut |a, b| place(a).cmp(&place(b)));
        order.into_iter().filter_map(|at| marks.get(at).cloned()).collect()
    }

    /// Adds a word, with its other forms and the words it may stand for.
    pub(super) fn add(&mut self, word: &Word, mut forms: Vec<String>) {
        let parts = word.parts.iter().map(|part| &part.whole).chain(&word.bare);
        for part in parts {
            self.words.push(Sought::plain(part));
        }
        if let Some((first, last)) = persian_parts(&word.whole) {
            forms.extend([first.to_owned(), last.to_owned()]);
        }
        if !word.whole.is_empty() {
            self.words.push(Sought {
                twin: word.twin.clone(),
                forms,
                ..Sought::plain(&word.whole)
            });
        }
    }

    /// Adds words in a row; the last word of an open phrase may be incomplete.
    pub(super) fn add_phrase(&mut self, words: &[Word], open: bool) {
        self.phrases.push((words.iter().map(|word| word.whole.clone()).collect(), open));
    }

    fn mark(&self, token: &Token, marks: &mut Vec<Mark>) {
        // Of several that begin the word, take the longest.
        let mut longest = None::<(usize, usize)>;
        for (at, sought) in self.words.iter().enumerate() {
            let Some(length) = sought.marks(token) else { continue };
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
