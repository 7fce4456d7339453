//! Replaces characters that are invisible and invalid in XML; every text passes through here.
//!
//! These are the control characters except tab and line end, the noncharacters (Unicode 17, §23.7),
//! and unpaired surrogates. XML 1.0 (§2.2) forbids most of them, HTML treats all of them as errors,
//! and no browser shows them. No other character is changed.

use std::borrow::Cow;
use std::ops::Range;

/// A character that cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unshown {
    /// Its byte range, which covers the whole of an escape.
    pub range: Range<usize>,
    /// Its code point, or an unpaired surrogate.
    pub code: u32,
    /// Its replacement.
    pub instead: Instead,
}

/// The replacement of a character that cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// Nothing.
    Nothing,
    /// A line end, because it means one.
    LineEnd,
    /// U+FFFD, for a surrogate whose other half is lost.
    Replacement,
}

impl Instead {
    /// The replacement as written in a JSON string.
    pub fn in_json(self) -> &'static str {
        match self {
            Instead::Nothing => "",
            Instead::LineEnd => "\\n",
            Instead::Replacement => "\\ufffd",
        }
    }
}

/// The characters in a text that cannot be shown.
pub fn unshown(text: &str) -> Vec<Unshown> {
    let of = |(at, c): (usize, char)| {
        let code = u32::from(c);
        Some(Unshown { range: at..at + c.len_utf8(), code, instead: instead(code)? })
    };
    text.char_indices().filter_map(of).collect()
}

/// A text with these characters replaced.
pub fn shown(text: &str) -> Cow<'_, str> {
    replaced(text, &unshown(text), |instead| match instead {
        Instead::Nothing => "",
        Instead::LineEnd => "\n",
        Instead::Replacement => "\u{fffd}",
    })
}

/// The characters in a JSON text that cannot be shown, raw or escaped.
pub fn unshown_in_json(json: &str) -> Vec<Unshown> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = json.get(at..) {
        let plain = |byte: &u8| (b' '..0x7f).contains(byte) && *byte != b'\\';
        at += rest.bytes().take_while(plain).count();
        let Some(c) = json.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let (code, length) =
            if c == '\\' { escaped(json, at) } else { (u32::from(c), c.len_utf8()) };
        let range = at..at + length;
        at = range.end;
        if let Some(instead) = instead(code) {
            found.push(Unshown { range, code, instead });
        }
    }
    found
}

/// A JSON text with these characters replaced.
pub fn shown_in_json<'a>(json: &'a str, unshown: &[Unshown]) -> Cow<'a, str> {
    replaced(json, unshown, Instead::in_json)
}

/// The text that a JSON string holds, given what is between its quotation marks (RFC 8259, §7). An
/// unpaired surrogate becomes U+FFFD.
pub fn unescaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut from = 0;
    while let Some(at) = json.get(from..).and_then(|rest| rest.find('\\')) {
        let at = from + at;
        let (code, length) = escaped(json, at);
        text += json.get(from..at).unwrap_or_default();
        text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        from = at + length;
    }
    text + json.get(from..).unwrap_or_default()
}

fn replaced<'a>(
    text: &'a str,
    unshown: &[Unshown],
    written: fn(Instead) -> &'static str,
) -> Cow<'a, str> {
    if unshown.is_empty() {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    let mut end = 0;
    for Unshown { range, instead, .. } in unshown {
        shown += text.get(end..range.start).unwrap_or_default();
        shown += written(*instead);
        end = range.end;
    }
    shown += text.get(end..).unwrap_or_default();
    shown.into()
}

/// The replacement of a code point, if it cannot be shown.
fn instead(code: u32) -> Option<Instead> {
    match code {
        0x09 | 0x0a | 0x0d => None,
        // Line tabulation, form feed, next line, line and paragraph separator: mandatory breaks
        // (Unicode Standard Annex 14, class BK and NL).
        0x0b | 0x0c | 0x85 | 0x2028 | 0x2029 => Some(Instead::LineEnd),
        0..=0x1f | 0x7f..=0x9f | 0xfdd0..=0xfdef => Some(Instead::Nothing),
        0xd800..=0xdfff => Some(Instead::Replacement),
        _ => (code & 0xfffe == 0xfffe).then_some(Instead::Nothing),
    }
}

/// The code point of the escape at this byte, and its length in bytes. An invalid escape counts as
/// a space, and is left to the JSON parser.
fn escaped(json: &str, at: usize) -> (u32, usize) {
    match (code_unit(json, at), json.as_bytes().get(at + 1)) {
        (Some(high @ 0xd800..=0xdbff), _) => match code_unit(json, at + 6) {
            Some(low @ 0xdc00..=0xdfff) => {
                (0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00), 12)
            }
            _ => (high, 6),
        },
        (Some(unit), _) => (unit, 6),
        (None, Some(b'b')) => (0x08, 2),
        (None, Some(b'f')) => (0x0c, 2),
        (None, Some(b'n')) => (0x0a, 2),
        (None, Some(b'r')) => (0x0d, 2),
        (None, Some(b't')) => (0x09, 2),
        // A quotation mark, a backslash or a slash is itself.
        (None, Some(byte)) if byte.is_ascii_punctuation() => (u32::from(*byte), 2),
        _ => (u32::from(' '), 2),
    }
}

/// The UTF-16 code unit of an escape such as `\u00e9`.
fn code_unit(json: &str, at: usize) -> Option<u32> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    digits.chars().try_fold(0, |unit, digit| Some(unit * 16 + digit.to_digit(16)?))
}
