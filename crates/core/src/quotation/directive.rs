//! A text directive: the part of an address that quotes words.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What precedes the words in a fragment.
pub const MARK: &str = ":~:text=";
/// What a text directive leaves unescaped. The comma and the hyphen have a meaning there.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// The words that identify a passage: all of them, or the first and the last, and perhaps those
/// around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What precedes the passage.
    pub before: Option<String>,
    /// Its first words, or all.
    pub start: String,
    /// Its last words.
    pub end: Option<String>,
    /// What follows the passage.
    pub after: Option<String>,
}

impl Directive {
    /// A passage with exactly these words.
    pub fn exactly(words: &str) -> Directive {
        Directive { before: None, start: words.to_owned(), end: None, after: None }
    }

    /// A passage from these words to those.
    pub fn between(first: &str, last: &str) -> Directive {
        Directive { end: Some(last.to_owned()), ..Directive::exactly(first) }
    }

    /// The first directive of a fragment: `text=[before-,]start[,end][,-after]`.
    pub fn read(fragment: &str) -> Option<Directive> {
        let (_, directive) = fragment.split_once(MARK)?;
        let mut parts: Vec<_> = directive.split('&').next()?.split(',').take(5).collect();
        let before = parts.first().and_then(|part| part.strip_suffix('-')).map(unescaped);
        if before.is_some() {
            parts.remove(0);
        }
        let after = parts.last().and_then(|part| part.strip_prefix('-')).map(unescaped);
        if after.is_some() {
            parts.pop();
        }
        let (start, end) = match parts.as_slice() {
            [start] => (start, None),
            [start, end] => (start, Some(unescaped(end))),
            _ => return None,
        };
        Some(Directive { before, start: unescaped(start), end, after })
    }

    /// Writes the directive, with its mark, for a fragment.
    pub fn written(&self) -> String {
        let mut written = MARK.to_owned();
        if let Some(before) = &self.before {
            written += &escaped(before);
            written += "-,";
        }
        written += &escaped(&self.start);
        if let Some(end) = &self.end {
            written.push(',');
            written += &escaped(end);
        }
        if let Some(after) = &self.after {
            written += ",-";
            written += &escaped(after);
        }
        written
    }
}

/// A text escaped for a directive.
pub fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

fn unescaped(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
