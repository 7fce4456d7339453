//! Letters as bytes of the character set that UTF-8 was misread as.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The UTF-8 character that the first letters of a text form when written in a character set, and the length of
/// these letters in bytes.
pub fn sequence(text: &str, encoding: &'static Encoding) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let lead = byte(first, encoding)?;
    let count = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = vec![lead];
    let mut length = first.len_utf8();
    for c in chars.take(count - 1) {
        bytes.push(byte(c, encoding)?);
        length += c.len_utf8();
    }
    let meant = str::from_utf8(&bytes).ok()?.chars().next()?;
    (!meant.is_control()).then_some((meant, length))
}

/// The byte of a letter beyond ASCII. Controls are what ISO 8859-1 makes of the same bytes.
pub fn byte(c: char, encoding: &'static Encoding) -> Option<u8> {
    if c.is_ascii() {
        return None;
    }
    if encoding == WINDOWS_1252 && u32::from(c) <= 0xff {
        return u8::try_from(u32::from(c)).ok();
    }
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = encoding.encode(c.encode_utf8(&mut buffer));
    match *bytes {
        [byte] if !unknown => Some(byte),
        _ => None,
    }
}
