//! Folding: words as they are compared, without case, accents and apostrophes.

/// Splits text into folded words.
///
/// Case and decomposition come from outside, because the browser has them and their tables weigh
/// some 60 kB: in the browser `toLowerCase` and `normalize`, natively a crate.
#[derive(Clone, Copy)]
pub struct Folder {
    decompose: fn(char) -> String,
}

/// A word of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The word, folded.
    pub folded: String,
    /// Where the word begins in the text, in bytes.
    pub start: usize,
    /// For each byte of `folded`, where the letter it stems from ends in the text, in bytes.
    pub ends: Vec<usize>,
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
        self.each_token(text, |token| {
            tokens.push(token.clone());
            true
        });
        tokens
    }

    /// Visits the words of a text in order, for as long as the visitor says `true`.
    ///
    /// A word is a run of letters and digits. Apostrophes of any shape inside it are passed over,
    /// so that `people’s` is `peoples`, and so are the combining marks U+0300 to U+036F.
    ///
    /// Every keystroke visits every word of the messages on the page; they share one token, since
    /// an allocation for each would take longer than all the rest.
    pub fn each_token(&self, text: &str, mut visit: impl FnMut(&Token) -> bool) {
        let mut token = Token::default();
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            if c.is_ascii_alphanumeric() {
                token.push(c.to_ascii_lowercase(), start, end);
            } else if is_combining(c) {
                // The letter before has the mark: what covers the one covers the other.
                if let Some(last) = token.ends.last_mut() {
                    *last = end;
                }
            } else if !c.is_ascii() && c.is_alphanumeric() {
                for part in (self.decompose)(c).chars().filter(|&c| !is_combining(c)) {
                    match without_decomposition(part) {
                        Some(letters) => letters.chars().for_each(|c| token.push(c, start, end)),
                        None => token.push(part, start, end),
                    }
                }
            } else if !is_apostrophe(c) && !token.folded.is_empty() {
                if !visit(&token) {
                    return;
                }
                token.folded.clear();
                token.ends.clear();
            }
        }
        if !token.folded.is_empty() {
            visit(&token);
        }
    }

    /// A text folded to its words with single spaces between: a key to sort by.
    pub fn key(&self, text: &str) -> String {
        let words: Vec<_> = self.tokens(text).into_iter().map(|t| t.folded).collect();
        words.join(" ")
    }
}

impl Token {
    fn push(&mut self, c: char, start: usize, end: usize) {
        if self.folded.is_empty() {
            self.start = start;
        }
        self.folded.push(c);
        self.ends.extend(std::iter::repeat_n(end, c.len_utf8()));
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The base letters of a letter that Unicode does not decompose.
fn without_decomposition(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        _ => return None,
    })
}
