//! Parses a query into the words to look for.

use super::fold::{Folding, Glue, Token};
use super::letters::{is_invisible, without_article};
use super::zone::Zone;

/// The most words to look for; they are enough to identify a pasted text.
const MOST: usize = 24;
/// The most letters that are read: more than anybody types, and than a sentence has that somebody
/// pastes. In writing without spaces, every letter is a word to look for.
const LONGEST: usize = 1_000;

/// What messages must contain, and must not.
///
/// Each word must begin a word of the message; `"a phrase"` must occur exactly. `-word` and `-"a
/// phrase"` must not occur. `country:`, `from:` (a sender) and `by:` (a signatory) before a word or
/// a phrase restrict it to a zone. Everything else is plain words. Quotation marks may be those of
/// any language, and signs may be full-width, as typed on Chinese and Japanese keyboards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) clauses: Vec<Clause>,
}

/// One condition: something that messages must contain, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub what: What,
    /// The zone that it must be in, if restricted to one.
    pub zone: Option<Zone>,
    pub excluded: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Word(Word),
    /// Words in a row; the last word of an open phrase may be incomplete.
    Phrase {
        words: Vec<Word>,
        open: bool,
    },
}

/// A word in the forms in which a text may contain it.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    /// The word as typed.
    pub typed: String,
    /// The folded word, with its parts joined: `covid19`. Empty in scripts without spaces.
    pub whole: String,
    /// As [`Token::spelled`], but never empty; words with this spelling rank first.
    pub spelled: String,
    /// As [`Token::twin`]: `mueller` for `müller`.
    pub twin: String,
    /// Its parts, if it has several: `covid`, `19`.
    pub parts: Vec<Word>,
    /// The word without its Arabic article.
    pub bare: Option<String>,
}

impl Query {
    /// Parses a query. Any text is valid; one without letters and digits is empty. Of a text of more
    /// than a thousand letters, only those are read.
    pub fn parse(folding: Folding, text: &str) -> Query {
        let mut query = Query::default();
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        let mut rest = trimmed(text.get(..end).unwrap_or_default());
        while !rest.is_empty() && query.clauses.len() < MOST {
            let (excluded, after) = match rest.strip_prefix(['-', '−', '－']) {
                Some(after) => (true, after),
                None => (false, rest),
            };
            let (zone, after) = zone_of(after).unwrap_or((None, after));
            let mut letters = after.chars();
            let (text, quoted, open, after) = match letters.next().and_then(closing) {
                Some(close) => match end_of(letters.as_str(), close) {
                    Some((phrase, after)) => (phrase, true, false, after),
                    None => (letters.as_str(), true, true, ""),
                },
                None => {
                    let end = after.find(|c: char| c.is_whitespace() || closing(c).is_some());
                    let (word, after) = after.split_at(end.unwrap_or(after.len()));
                    (word, false, true, after)
                }
            };
            for what in whats(folding, text, quoted, open) {
                let clause = Clause { what, zone, excluded };
                if !query.clauses.contains(&clause) {
                    query.clauses.push(clause);
                }
            }
            rest = trimmed(after);
        }
        query.clauses.truncate(MOST);
        query
    }

    /// The folded words that are not restricted to a zone.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        for word in self.clauses.iter().filter_map(Clause::plain_word) {
            if !words.is_empty() {
                words.push(' ');
            }
            words += &word.whole;
        }
        words
    }

    /// Whether it contains a phrase of several words.
    pub fn has_phrase(&self) -> bool {
        let phrase =
            |clause: &Clause| matches!(&clause.what, What::Phrase { words, .. } if words.len() > 1);
        self.clauses.iter().any(phrase)
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

impl Clause {
    /// The word, or the last of a phrase.
    pub fn last_word(&self) -> Option<&Word> {
        match &self.what {
            What::Word(word) => Some(word),
            What::Phrase { words, .. } => words.last(),
        }
    }

    /// The word, if it is not restricted to a zone.
    pub fn plain_word(&self) -> Option<&Word> {
        match &self.what {
            What::Word(word) if self.zone.is_none() && !self.excluded => Some(word),
            _ => None,
        }
    }
}

/// A text without leading spaces and invisible characters.
fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// The zone named before a colon at the start of a text, if something follows.
fn zone_of(text: &str) -> Option<(Option<Zone>, &str)> {
    let (name, rest) = text.split_once([':', '：'])?;
    let zone = match name.to_ascii_lowercase().as_str() {
        "country" => Zone::Country,
        "from" => Zone::Sender,
        "by" => Zone::Signatory,
        _ => return None,
    };
    let rest = trimmed(rest);
    (!rest.is_empty()).then_some((Some(zone), rest))
}

/// The closing quotation marks for an opening one.
fn closing(c: char) -> Option<&'static [char]> {
    Some(match c {
        '"' | '＂' => &['"', '＂'],
        '“' | '„' | '”' | '‟' => &['”', '“', '‟', '"'],
        '«' => &['»'],
        '»' => &['«', '»'],
        '‹' => &['›'],
        '›' => &['‹', '›'],
        '‚' => &['‘', '’'],
        '「' | '｢' => &['」', '｣'],
        '『' => &['』'],
        '〝' => &['〞', '〟'],
        _ => return None,
    })
}

/// Splits a text at the closing quotation mark. Between two letters `’` is an apostrophe.
fn end_of<'a>(text: &'a str, close: &[char]) -> Option<(&'a str, &'a str)> {
    let ends = |(_, end, after): &(usize, &str, &str)| {
        *end != "’" || !after.starts_with(char::is_alphanumeric)
    };
    let each = text.match_indices(close);
    let each = each.filter_map(|(at, end)| Some((at, end, text.get(at + end.len()..)?)));
    let (at, _, after) = { each }.find(ends)?;
    Some((text.get(..at)?, after))
}

fn whats(folding: Folding, text: &str, quoted: bool, open: bool) -> Vec<What> {
    let tokens = folding.tokens(text);
    if quoted {
        let words: Vec<_> = tokens.into_iter().map(|token| Word::of(token, text)).collect();
        return if words.is_empty() { Vec::new() } else { vec![What::Phrase { words, open }] };
    }
    let mut words: Vec<Word> = Vec::new();
    // The start of the current word in the text.
    let mut start = 0;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        // The last letter of a run is already in the pair before.
        let pair_before = token.glue == Glue::Overlapping;
        if pair_before && tokens.peek().is_none_or(|next| next.glue != Glue::Overlapping) {
            continue;
        }
        let Token { glue, start: begin, .. } = token;
        let end = token.ends.last().copied().unwrap_or_default();
        let part = Word::of(token, text);
        match words.last_mut().filter(|_| glue != Glue::None) {
            Some(word) => {
                if word.parts.is_empty() {
                    word.parts.push(word.clone());
                }
                text.get(start..end).unwrap_or_default().clone_into(&mut word.typed);
                if pair_before {
                    word.whole.clear();
                } else {
                    word.whole += &part.whole;
                }
                word.spelled.clone_from(&word.whole);
                word.twin.clear();
                word.parts.push(part);
            }
            None => {
                start = begin;
                words.push(part);
            }
        }
    }
    words.into_iter().map(What::Word).collect()
}

/// A word typed twice in different spellings counts once.
impl PartialEq for Word {
    fn eq(&self, other: &Word) -> bool {
        self.whole == other.whole && self.parts == other.parts
    }
}

impl Eq for Word {}

impl Word {
    /// A word of a text.
    fn of(token: Token, text: &str) -> Word {
        let Token { folded: whole, spelled, twin, start, ends, .. } = token;
        let typed = text.get(start..ends.last().copied().unwrap_or_default());
        let typed = typed.unwrap_or_default().to_owned();
        let spelled = if spelled.is_empty() { whole.clone() } else { spelled };
        let bare = without_article(&whole).map(str::to_owned);
        Word { typed, whole, spelled, twin, parts: Vec::new(), bare }
    }

    /// A word whose spelling is its folded form.
    pub fn plain(whole: &str) -> Word {
        Word { whole: whole.to_owned(), spelled: whole.to_owned(), ..Word::default() }
    }
}
