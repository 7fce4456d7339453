//! What somebody typed, as words to look for.

use super::index::{Field, without_article};
use super::{Folder, Glue};

/// At most so many words are looked for; a pasted letter is known by its first.
const MOST: usize = 24;

/// What messages must have, and must not.
///
/// Words, of which each is to begin a word of the message; `"a phrase"`, exactly so; `-word` and
/// `-"a phrase"` for what is not to be there; `country:`, `from:` (a sender) and `by:` (who signed)
/// before a word or a phrase for where it is to be. Whatever is none of these is words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
}

/// One thing that messages must have, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub what: What,
    /// The field that it must be in, if only one will do.
    pub field: Option<Field>,
    pub excluded: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Word(Word),
    /// Words in this order; of an open phrase the last may be half typed.
    Phrase {
        words: Vec<String>,
        open: bool,
    },
}

/// A word, as it may be written in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// All of it together: `covid19`. Empty in scripts without spaces.
    pub whole: String,
    /// Its parts, where it has several: `covid`, `19`.
    pub parts: Vec<String>,
    /// Without an Arabic article.
    pub bare: Option<String>,
}

impl Query {
    /// Reads a query. Anything is one; a text without letters and digits asks for nothing.
    pub fn parse(folder: Folder, text: &str) -> Query {
        let mut query = Query::default();
        let mut rest = text.trim_start();
        while !rest.is_empty() && query.clauses.len() < MOST {
            let (excluded, after) = match rest.strip_prefix('-') {
                Some(after) => (true, after),
                None => (false, rest),
            };
            let (field, after) = field_of(after).unwrap_or((None, after));
            let mut letters = after.chars();
            let (text, quoted, open, after) = match letters.next().and_then(closing) {
                Some(close) => match letters.as_str().split_once(close) {
                    Some((phrase, after)) => (phrase, true, false, after),
                    None => (letters.as_str(), true, true, ""),
                },
                None => {
                    let end = after.find(|c: char| c.is_whitespace() || c == '"');
                    let (word, after) = after.split_at(end.unwrap_or(after.len()));
                    (word, false, true, after)
                }
            };
            for what in whats(folder, text, quoted, open) {
                let clause = Clause { what, field, excluded };
                if !query.clauses.contains(&clause) {
                    query.clauses.push(clause);
                }
            }
            rest = after.trim_start();
        }
        query.clauses.truncate(MOST);
        query
    }

    /// Whether it asks for several words in a row.
    pub fn has_phrase(&self) -> bool {
        let phrase =
            |clause: &Clause| matches!(&clause.what, What::Phrase { words, .. } if words.len() > 1);
        self.clauses.iter().any(phrase)
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

impl Clause {
    /// The word, where it is one that may be anywhere.
    pub fn plain_word(&self) -> Option<&Word> {
        match &self.what {
            What::Word(word) if self.field.is_none() && !self.excluded => Some(word),
            _ => None,
        }
    }
}

/// The field that a text names before a colon, if something follows.
fn field_of(text: &str) -> Option<(Option<Field>, &str)> {
    let (name, rest) = text.split_once(':')?;
    let field = match name.to_ascii_lowercase().as_str() {
        "country" => Field::Country,
        "from" => Field::Sender,
        "by" => Field::Signatory,
        _ => return None,
    };
    let follows = rest.chars().next().is_some_and(|c| !c.is_whitespace());
    follows.then_some((Some(field), rest))
}

/// What ends a quotation that begins so.
fn closing(c: char) -> Option<&'static [char]> {
    match c {
        '"' => Some(&['"']),
        '“' | '„' | '”' => Some(&['”', '“', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

fn whats(folder: Folder, text: &str, quoted: bool, open: bool) -> Vec<What> {
    let tokens = folder.tokens(text);
    if quoted {
        let words: Vec<_> = tokens.into_iter().map(|token| token.folded).collect();
        return if words.is_empty() { Vec::new() } else { vec![What::Phrase { words, open }] };
    }
    let mut words: Vec<Word> = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        // The last letter of a run is in the pair before.
        let pair_before = token.glue == Glue::Overlapping;
        if pair_before && tokens.peek().is_none_or(|next| next.glue != Glue::Overlapping) {
            continue;
        }
        match words.last_mut().filter(|_| token.glue != Glue::None) {
            Some(word) => {
                if word.parts.is_empty() {
                    word.parts.push(word.whole.clone());
                }
                word.parts.push(token.folded.clone());
                if pair_before {
                    word.whole.clear();
                } else {
                    word.whole += &token.folded;
                }
            }
            None => {
                let bare = without_article(&token.folded).map(str::to_owned);
                words.push(Word { whole: token.folded, parts: Vec::new(), bare });
            }
        }
    }
    words.into_iter().map(What::Word).collect()
}
