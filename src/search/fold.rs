//! Folding: words as they are compared, without case, accents and apostrophes.

use super::letters::{base_of, is_apostrophe, is_combining, is_joiner, is_passed_over, is_word};
use crate::scripts::is_unspaced;

/// Splits text into folded words.
///
/// Case and decomposition come from outside, because the browser has them and their tables weigh
/// some 60 kB: in the browser `toLowerCase` and `normalize`, natively a crate.
#[derive(Clone, Copy)]
pub struct Folder {
    decompose: fn(char) -> String,
}

/// A word of a text, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The word, folded.
    pub folded: String,
    /// Where the word begins in the text, in bytes.
    pub start: usize,
    /// For each byte of `folded`, where the letter it stems from ends in the text, in bytes.
    pub ends: Vec<usize>,
    /// What it has to do with the word before.
    pub glue: Glue,
    /// The length in bytes of what the ending `’s` was put to, if it has that ending.
    pub possessor: Option<usize>,
}

/// What a word has to do with the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glue {
    /// There is a space between, or a sentence ends.
    #[default]
    None,
    /// A hyphen or a full stop without a space is between, or one is of letters and the other of
    /// digits: `covid-19`, `u.s.`, `24th`.
    Joined,
    /// They are of a script without spaces, and share a letter.
    Overlapping,
}

impl Folder {
    /// A folder that calls `decompose` for each letter beyond ASCII; it is to return the canonical
    /// decomposition (NFD) of the letter in lower case.
    pub fn new(decompose: fn(char) -> String) -> Folder {
        Folder { decompose }
    }

    /// The words of a text, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.each_token(text, |token| tokens.push(token.clone()));
        tokens
    }

    /// Visits the words of a text in order.
    ///
    /// A word is a run of letters or of digits. Apostrophes of any shape inside it are passed over,
    /// so that `people’s` is `peoples`, and so are the combining marks U+0300 to U+036F. Scripts
    /// without spaces give every two letters that follow one another, and the last letter alone, so
    /// that each run of letters within is found by its beginning.
    ///
    /// Every keystroke visits every word of the messages on the page; they share one token, since
    /// an allocation for each would take longer than all the rest.
    pub fn each_token(&self, text: &str, visit: impl FnMut(&Token)) {
        let mut words = Words { token: Token::default(), gap: Glue::None, apostrophe: None, visit };
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            if c.is_ascii_alphanumeric() {
                words.push(c.to_ascii_lowercase(), start, end, true);
            } else if is_combining(c) || is_passed_over(c) {
                // The letter before has the mark: what covers the one covers the other.
                if let Some(last) = words.token.ends.last_mut() {
                    *last = end;
                }
            } else if is_apostrophe(c) {
                words.apostrophe = Some(words.token.folded.len()).filter(|length| *length > 0);
            } else if !c.is_ascii() && is_word(c) {
                let mut first = true;
                let mut push = |c| words.push(c, start, end, std::mem::take(&mut first));
                for part in (self.decompose)(c).chars().filter(|&c| !is_combining(c)) {
                    match base_of(part) {
                        Some(letters) => letters.chars().for_each(&mut push),
                        None => push(part),
                    }
                }
            } else {
                words.separate(c);
            }
        }
        words.end(Glue::None);
    }

    /// A text folded to its words with single spaces between: a key to sort by.
    pub fn key(&self, text: &str) -> String {
        let words: Vec<_> = self.tokens(text).into_iter().map(|t| t.folded).collect();
        words.join(" ")
    }
}

/// The words of a text as they are put together.
struct Words<V> {
    token: Token,
    /// What stands between the word before and what comes next.
    gap: Glue,
    /// The length of the word where an apostrophe stood last.
    apostrophe: Option<usize>,
    visit: V,
}

impl<V: FnMut(&Token)> Words<V> {
    /// Adds a letter that stands in this range; `first` where it is the first of what a character
    /// of the text is folded to.
    fn push(&mut self, c: char, start: usize, end: usize, first: bool) {
        if let Some(last) = self.token.folded.chars().next_back().filter(|_| first) {
            match (is_unspaced(last), is_unspaced(c)) {
                (true, true) => {
                    self.add(c, end);
                    self.end(Glue::Overlapping);
                }
                (false, false) if last.is_ascii_digit() != c.is_ascii_digit() => {
                    self.end(Glue::Joined);
                }
                (false, false) => {}
                _ => self.end(Glue::None),
            }
        }
        if self.token.folded.is_empty() {
            self.token.glue = self.gap;
            self.token.start = start;
        }
        self.add(c, end);
    }

    fn add(&mut self, c: char, end: usize) {
        self.token.folded.push(c);
        for _ in 0..c.len_utf8() {
            self.token.ends.push(end);
        }
    }

    /// What is no part of a word.
    fn separate(&mut self, c: char) {
        if !self.token.folded.is_empty() {
            self.end(if is_joiner(c) { Glue::Joined } else { Glue::None });
        } else {
            self.gap = Glue::None;
        }
    }

    fn end(&mut self, gap: Glue) {
        self.gap = gap;
        if self.token.folded.is_empty() {
            return;
        }
        self.token.possessor =
            self.apostrophe.filter(|&length| self.token.folded.get(length..) == Some("s"));
        (self.visit)(&self.token);
        self.token.folded.clear();
        self.token.ends.clear();
        self.apostrophe = None;
    }
}
