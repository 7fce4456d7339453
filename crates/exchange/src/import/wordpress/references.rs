//! Numeric character references (`&#8;`) that XML does not allow, but plugins write.

use std::borrow::Cow;
use std::collections::BTreeMap;

use solidarity_core::collection::characters::Instead;

use crate::cleaning::of_characters;
use crate::lines::Lines;

/// The delimiters of sections in which a reference is text.
const VERBATIM: [(&str, &str); 2] = [("<![CDATA[", "]]>"), ("<!--", "-->")];

/// A text without references to characters that XML forbids (XML 1.0, §2.2), with the same number of lines, and
/// notes on it. A UTF-16 surrogate pair becomes one character.
pub fn without_forbidden(text: &str) -> (Cow<'_, str>, Vec<(usize, String)>) {
    let mut kinds: BTreeMap<u32, (Instead, Vec<usize>)> = BTreeMap::new();
    let lines = Lines::of(text);
    let (mut kept, mut from, mut at) = (String::new(), 0, 0);
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['<', '&'])) {
        at += found;
        let rest = text.get(at..).unwrap_or_default();
        if let Some((start, end)) = VERBATIM.iter().find(|(start, _)| rest.starts_with(start)) {
            let inner = rest.get(start.len()..).unwrap_or_default();
            at += inner.find(end).map_or(rest.len(), |length| start.len() + length + end.len());
            continue;
        }
        let Some((code, mut length)) = number(rest).filter(|(code, _)| is_forbidden(*code)) else {
            at += 1;
            continue;
        };
        kept += text.get(from..at).unwrap_or_default();
        let second = rest.get(length..).and_then(number);
        let whole = second.and_then(|(low, more)| Some((joined(code, low)?, more)));
        if let Some((whole, more)) = whole {
            kept.push(whole);
            length += more;
        } else {
            let mut instead = Instead::Nothing;
            if matches!(code, 0xb | 0xc) {
                // A line end that is not one in the file.
                kept.push('\r');
                instead = Instead::LineEnd;
            }
            kinds.entry(code).or_insert((instead, Vec::new())).1.push(lines.line(at));
        }
        at += length;
        from = at;
    }
    if from == 0 {
        return (Cow::Borrowed(text), Vec::new());
    }
    kept += text.get(from..).unwrap_or_default();
    (Cow::Owned(kept), of_characters(kinds))
}

/// The number in the reference that a text begins with, and the length of the reference.
fn number(text: &str) -> Option<(u32, usize)> {
    let inner = text.strip_prefix("&#")?;
    // The longest is &#x10ffff; with some zeros.
    let end = inner.bytes().take(16).position(|byte| byte == b';')?;
    let digits = inner.get(..end)?;
    let (digits, radix) = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (digits, 10),
    };
    let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| is_number)?;
    Some((code, "&#;".len() + end))
}

fn is_forbidden(code: u32) -> bool {
    !matches!(code, 0x9 | 0xa | 0xd | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x1_0000..=0x10_ffff)
}

/// The character of a surrogate pair.
fn joined(high: u32, low: u32) -> Option<char> {
    let halves = [u16::try_from(high).ok()?, u16::try_from(low).ok()?];
    let mut decoded = char::decode_utf16(halves);
    let whole = decoded.next()?.ok()?;
    decoded.next().is_none().then_some(whole)
}
