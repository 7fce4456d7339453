//! Folding: words as they are compared, without case, accents and apostrophes.

use super::letters::{
    base_of, equal_of, is_apostrophe, is_invisible, is_joiner, is_passed_over, is_persian_joiner,
    is_rare_mark, is_whole, is_word, layout_of, mutes, nasal_dot, second_of,
};
use crate::text::{is_mark, is_unspaced};

/// Splits text into folded words.
///
/// Each character is decomposed by compatibility, put in lower case, and what comes of it is looked up
/// in one table (`letters.rs`): that is all, on the host, in the browser and in the tests.
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
    /// As it is spelled, in lower case and decomposed, where that is something else; otherwise empty.
    pub spelled: String,
    /// Folded, with two letters for each that may be written with two (`mueller`); otherwise empty.
    pub twin: String,
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
    /// digits: `covid-19`, `u.s.`, `24th`. In Persian also what keeps the letters of a word apart.
    Joined,
    /// They are of a script without spaces, and share a letter.
    Overlapping,
}

impl Folder {
    /// A folder that calls `decompose` for characters beyond ASCII; it is to return the compatibility
    /// decomposition (NFKD) of the character, in lower case.
    pub fn new(decompose: fn(char) -> String) -> Folder {
        Folder { decompose }
    }

    /// The folder of the host, with the tables of a crate.
    #[cfg(feature = "decomposition")]
    pub fn native() -> Folder {
        use unicode_normalization::UnicodeNormalization;
        Folder::new(|c| c.nfkd().collect::<String>().to_lowercase())
    }

    /// The words of a text, in order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.each_token(text, &mut |token| tokens.push(token.clone()));
        tokens
    }

    /// Visits the words of a text in order.
    ///
    /// A word is a run of letters or of digits. Apostrophes of any shape inside it are passed over,
    /// so that `people’s` is `peoples`, and so are accents and what nobody sees. Scripts without
    /// spaces give every two letters that follow one another, each with its marks, and the last letter
    /// alone, so that each run of letters within is found by its beginning.
    ///
    /// Every keystroke visits every word of the messages on the page; they share one token, since
    /// an allocation for each would take longer than all the rest.
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
                // An accent that stands alone is a space with a mark.
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

    /// A text folded to its words with single spaces between: a key to sort by.
    pub fn key(&self, text: &str) -> String {
        let words: Vec<_> = self.tokens(text).into_iter().map(|t| t.folded).collect();
        words.join(" ")
    }
}

/// The words of a text as they are put together.
struct Words<'v> {
    token: Token,
    /// In a script without spaces, the second letter of the word.
    second: Option<Second>,
    /// Whether the word is spelled in another way than it is folded.
    differs: bool,
    /// What stands between the word before and what comes next.
    gap: Glue,
    /// The length of the word where an apostrophe stood last.
    apostrophe: Option<usize>,
    visit: &'v mut dyn FnMut(&Token),
}

/// Where the second of two letters begins.
struct Second {
    /// In the text.
    start: usize,
    /// In the word as it is folded.
    folded: usize,
    /// In the word as it is spelled.
    spelled: usize,
}

impl Words<'_> {
    /// Takes in a character, decomposed and in lower case, found at this range of the text.
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

    /// Adds a letter that is folded to others.
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

    /// Ends the word before where a letter belongs to the next, and begins that.
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

    /// Takes in a mark of the letter before.
    fn mark(&mut self, c: char, end: usize) {
        self.cover(end);
        if !self.token.folded.is_empty() {
            self.differ();
            self.token.spelled.push(c);
        }
    }

    /// What covers the letter before covers what ends here, too.
    fn cover(&mut self, end: usize) {
        if let Some(last) = self.token.ends.last_mut() {
            *last = end;
        }
    }

    /// From here on the word is spelled in another way than it is folded.
    fn differ(&mut self) {
        if !self.differs {
            self.differs = true;
            self.token.spelled.clone_from(&self.token.folded);
        }
    }

    /// The letter before may be written as two, of which this is the second.
    fn twin(&mut self, second: char) {
        if self.token.twin.is_empty() {
            self.token.twin.clone_from(&self.token.folded);
        }
        self.token.twin.push(second);
    }

    /// What is no part of a word.
    fn separate(&mut self, c: char) {
        if !self.token.folded.is_empty() {
            self.end(if is_joiner(c) { Glue::Joined } else { Glue::None });
        } else {
            self.gap = Glue::None;
        }
    }

    /// Ends a pair of letters, if there is one: the second begins the next.
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
