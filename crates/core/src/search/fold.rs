//! Folding: brings words into a form for comparison, without case, accents and apostrophes.

use super::letters::{
    base_of, equal_of, is_apostrophe, is_invisible, is_joiner, is_passed_over, is_persian_joiner,
    is_rare_mark, is_whole, is_word, layout_of, mutes, nasal_dot, second_of,
};
use crate::text::{is_mark, is_unspaced};

/// Splits text into folded words.
///
/// Each character is decomposed (NFKD) and lower-cased, and the results are looked up in a single
/// table (`letters.rs`). The build, the browser and the tests all do the same.
///
/// Lower-casing and decomposition are passed in, because their tables would take some 60 kB and the
/// browser has them: there it is `toLowerCase` and `normalize`, natively a crate.
#[derive(Clone, Copy)]
pub struct Folding {
    decompose: fn(char) -> String,
}

/// A word of a text, or part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The word, folded.
    pub folded: String,
    /// Its spelling, in lower case and decomposed; empty if the same as `folded`.
    pub spelled: String,
    /// The folded word with two letters for each that may be written so (`mueller`); otherwise
    /// empty.
    pub twin: String,
    /// The byte offset of the word in the text.
    pub start: usize,
    /// For each byte of `folded`, the byte offset where its original letter ends in the text.
    pub ends: Vec<usize>,
    /// How it is joined to the word before.
    pub glue: Glue,
    /// The length in bytes of the word before the ending `’s`, if it has that ending.
    pub possessor: Option<usize>,
}

/// How a word is joined to the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glue {
    /// Separated by a space or the end of a sentence.
    #[default]
    None,
    /// Joined by a hyphen or a full stop without a space, or letters next to digits: `covid-19`,
    /// `u.s.`, `24th`. In Persian also joined by a zero-width non-joiner.
    Joined,
    /// Two words of a script without spaces that share a letter.
    Overlapping,
}

impl Folding {
    /// A folding that calls `decompose` for characters beyond ASCII, which must return the
    /// compatibility decomposition (NFKD) of the character, in lower case.
    pub fn new(decompose: fn(char) -> String) -> Folding {
        Folding { decompose }
    }

    /// The native folding, with the tables of a crate.
    #[cfg(feature = "decomposition")]
    pub fn native() -> Folding {
        use unicode_normalization::UnicodeNormalization;
        Folding::new(|c| c.nfkd().collect::<String>().to_lowercase())
    }

    /// The words of a text, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.each_token(text, &mut |token| tokens.push(token.clone()));
        tokens
    }

    /// Visits the words of a text in order.
    ///
    /// A word is a run of letters or of digits. Apostrophes of any shape within it, accents and
    /// invisible characters are dropped, so that `people’s` becomes `peoples`. Scripts without
    /// spaces yield every pair of adjacent letters, each with its marks, and the last letter alone,
    /// so that any run of letters is found by its beginning.
    ///
    /// Every keystroke visits every word of the messages on the page. All words share one token,
    /// because allocating one for each would take longer than everything else.
    pub fn each_token(&self, text: &str, visit: &mut dyn FnMut(&Token)) {
        let mut words = Words {
            token: Token::default(),
            second: None,
            differs: false,
            gap: Glue::None,
            apostrophe: None,
            visit,
        };
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            if c.is_ascii_alphanumeric() {
                words.push(c.to_ascii_lowercase(), start, end);
            } else if c.is_ascii() || is_whole(c) {
                words.take(c, start, end);
            } else {
                let parts = (self.decompose)(c);
                // A standalone accent decomposes to a space with a mark.
                let parts =
                    parts.strip_prefix(' ').filter(|mark| !mark.is_empty()).unwrap_or(&parts);
                parts.chars().for_each(|part| words.take(part, start, end));
                if let Some(layout) = layout_of(c) {
                    words.mark(layout, end);
                }
            }
        }
        words.end(Glue::None);
    }

    /// Visits what a character is compared as where only letters count (the primary level of Unicode
    /// Technical Standard 10): its parts in lower case, without accents and invisible characters,
    /// and one shape for all quotation marks of a kind.
    pub fn compared(&self, c: char, visit: &mut dyn FnMut(char)) {
        if c.is_ascii() {
            visit(c.to_ascii_lowercase());
        } else if is_apostrophe(c) {
            visit('\'');
        } else if matches!(c, '“' | '”' | '„' | '‟') {
            visit('"');
        } else if is_whole(c) {
            // What is left of these takes space on the page.
            if !is_invisible(c) {
                visit(c);
            }
        } else {
            (self.decompose)(c).chars().filter(|part| !is_passed_over(*part)).for_each(visit);
        }
    }

    /// The folded words of a text, separated by single spaces: a key for sorting.
    pub fn key(&self, text: &str) -> String {
        let words: Vec<_> = self.tokens(text).into_iter().map(|t| t.folded).collect();
        words.join(" ")
    }
}

/// Assembles the words of a text.
struct Words<'v> {
    token: Token,
    /// In a script without spaces, the second letter of the word.
    second: Option<Second>,
    /// Whether the spelling differs from the folded word.
    differs: bool,
    /// How the next word is joined to the one before.
    gap: Glue,
    /// The length of the word at its last apostrophe.
    apostrophe: Option<usize>,
    visit: &'v mut dyn FnMut(&Token),
}

/// The start of the second of two letters.
struct Second {
    /// In the text.
    start: usize,
    /// In the folded word.
    folded: usize,
    /// In the spelling.
    spelled: usize,
}

impl Words<'_> {
    /// Adds a decomposed, lower-case character from this range of the text.
    fn take(&mut self, c: char, start: usize, end: usize) {
        let before = self.token.folded.chars().next_back();
        if is_persian_joiner(c, before) {
            self.end(Glue::Joined);
        } else if is_invisible(c) {
            self.cover(end);
        } else if is_passed_over(c) {
            self.mark(c, end);
            if let Some(second) = second_of(c, before) {
                self.twin(second);
            }
        } else if is_apostrophe(c) {
            self.apostrophe = Some(self.token.folded.len()).filter(|length| *length > 0);
        } else if mutes(c)
            && let Some(dot) = before.and_then(nasal_dot)
        {
            self.mark(c, end);
            self.token.folded.pop();
            self.token.folded.push(dot);
        } else if let Some(letters) = base_of(c) {
            self.push_as(letters, c, start, end);
        } else if is_word(c) {
            self.push(c, start, end);
        } else if is_rare_mark(c) {
            self.mark(c, end);
        } else {
            self.separate(c);
        }
    }

    /// Adds a letter or a digit.
    fn push(&mut self, c: char, start: usize, end: usize) {
        let letter = if c.is_ascii() { c } else { equal_of(c) };
        self.place(letter, start);
        if letter != c {
            self.differ();
        }
        self.add(letter, end);
        if self.differs {
            self.token.spelled.push(c);
        }
    }

    /// Adds a letter that folds to others.
    fn push_as(&mut self, letters: &str, c: char, start: usize, end: usize) {
        let first = letters.chars().next();
        self.place(first.unwrap_or(c), start);
        self.differ();
        letters.chars().for_each(|letter| self.add(letter, end));
        self.token.spelled.push(c);
        if let Some(second) = second_of(c, first) {
            self.twin(second);
        }
    }

    /// Starts a new word if the letter does not belong to the current one.
    fn place(&mut self, c: char, start: usize) {
        if let Some(last) = self.token.folded.chars().next_back() {
            match (is_unspaced(last), is_unspaced(c)) {
                (true, true) if !is_mark(c) => {
                    self.split();
                    let folded = self.token.folded.len();
                    let spelled = if self.differs { self.token.spelled.len() } else { folded };
                    self.second = Some(Second { start, folded, spelled });
                }
                (false, false) if last.is_ascii_digit() != c.is_ascii_digit() => {
                    self.end(Glue::Joined);
                }
                (true, true) | (false, false) => {}
                _ => self.end(Glue::None),
            }
        }
        let length = self.token.folded.len();
        if length == 0 {
            self.token.glue = self.gap;
            self.token.start = start;
        }
    }

    fn add(&mut self, c: char, end: usize) {
        self.token.folded.push(c);
        if !self.token.twin.is_empty() {
            self.token.twin.push(c);
        }
        for _ in 0..c.len_utf8() {
            self.token.ends.push(end);
        }
    }

    /// Adds a mark to the letter before.
    fn mark(&mut self, c: char, end: usize) {
        self.cover(end);
        if !self.token.folded.is_empty() {
            self.differ();
            self.token.spelled.push(c);
        }
    }

    /// Extends the range of the letter before to this offset.
    fn cover(&mut self, end: usize) {
        if let Some(last) = self.token.ends.last_mut() {
            *last = end;
        }
    }

    /// Notes that the spelling differs from the folded word from here on.
    fn differ(&mut self) {
        if !self.differs {
            self.differs = true;
            self.token.spelled.clone_from(&self.token.folded);
        }
    }

    /// Notes that the letter before may be written as two, with this as the second.
    fn twin(&mut self, second: char) {
        if self.token.twin.is_empty() {
            self.token.twin.clone_from(&self.token.folded);
        }
        self.token.twin.push(second);
    }

    /// Handles a character that is not part of a word.
    fn separate(&mut self, c: char) {
        if !self.token.folded.is_empty() {
            self.end(if is_joiner(c) { Glue::Joined } else { Glue::None });
        } else {
            self.gap = Glue::None;
        }
    }

    /// Ends a pair of letters, if there is one; its second letter starts the next pair.
    fn split(&mut self) {
        let Some(Second { start, folded, spelled }) = self.second.take() else { return };
        (self.visit)(&self.token);
        let Token { folded: word, spelled: spelling, ends, .. } = &mut self.token;
        word.drain(..folded);
        ends.drain(..folded);
        if self.differs {
            spelling.drain(..spelled);
            self.differs = spelling != word;
        }
        if !self.differs {
            spelling.clear();
        }
        self.token.start = start;
        self.token.glue = Glue::Overlapping;
    }

    fn end(&mut self, gap: Glue) {
        self.split();
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
        self.differs = false;
        self.token.spelled.clear();
        self.token.twin.clear();
    }
}
