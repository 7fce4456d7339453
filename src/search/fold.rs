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
#[derive(Debug, PartialEq, Eq)]
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
    ///
    /// A word is a run of letters and digits. Apostrophes of any shape inside it are passed over,
    /// so that `people’s` is `peoples`, and so are the combining marks U+0300 to U+036F.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut open: Option<Token> = None;
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            let mut push = |c: char| {
                let token = open.get_or_insert_with(|| Token {
                    folded: String::new(),
                    start,
                    ends: Vec::new(),
                });
                token.folded.push(c);
                token.ends.extend(std::iter::repeat_n(end, c.len_utf8()));
            };
            if c.is_ascii_alphanumeric() {
                push(c.to_ascii_lowercase());
            } else if is_combining(c) {
                // The letter before has the mark: what covers the one covers the other.
                if let Some(last) = open.as_mut().and_then(|token| token.ends.last_mut()) {
                    *last = end;
                }
            } else if c.is_alphanumeric() {
                for part in (self.decompose)(c).chars().filter(|&c| !is_combining(c)) {
                    match without_decomposition(part) {
                        Some(letters) => letters.chars().for_each(&mut push),
                        None => push(part),
                    }
                }
            } else if !is_apostrophe(c) {
                tokens.extend(open.take());
            }
        }
        tokens.extend(open);
        tokens
    }

    /// A text folded to its words with single spaces between: a key to sort by.
    pub fn key(&self, text: &str) -> String {
        let words: Vec<_> = self.tokens(text).into_iter().map(|t| t.folded).collect();
        words.join(" ")
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
