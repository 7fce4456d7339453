//! A file in UTF-8 that has some text in another character set.

use encoding_rs::WINDOWS_1252;

use crate::cleaning::decoded::Decoded;
use crate::counted::counted;
use crate::passages::{in_lines, word_at};

/// Reads such a file: what is not UTF-8 is read as Windows-1252. `None` if so little is UTF-8 beyond ASCII that
/// this may be chance.
pub fn decoded(bytes: &[u8]) -> Option<Decoded> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    let mut sound = 0;
    let mut broken: Vec<usize> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        text += chunk.valid();
        if chunk.invalid().is_empty() {
            continue;
        }
        broken.push(text.len());
        if is_cut(chunk.invalid()) {
            text.push(char::REPLACEMENT_CHARACTER);
        } else {
            text += &WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0;
        }
    }
    let first = *broken.first()?;
    if sound < broken.len() {
        return None;
    }
    let lines = lines(&text, &broken);
    let line = *lines.first()?;
    let said = format!(
        "not all of this file is in UTF-8: {}{} {} read as Windows-1252. Check the letters there, such \
         as “{}” in line {line}; if they are wrong, save the file again in UTF-8.",
        counted(lines.len(), "place"),
        in_lines(&lines),
        if lines.len() == 1 { "was" } else { "were" },
        word_at(&text, first)
    );
    Some(Decoded { text, said: Some((line, said)) })
}

/// Whether bytes are the beginning of a truncated character: a quotation mark, a euro sign, an emoji. Others
/// may be two letters of Windows-1252.
fn is_cut(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80 | 0x82, ..] | [0xf0, 0x9f, ..] | [0xef, 0xbf, ..])
}

/// The lines, from 1, of ascending byte positions in a text.
fn lines(text: &str, at: &[usize]) -> Vec<usize> {
    let (mut line, mut from) = (1, 0);
    let of = |at: &usize| {
        let between = text.get(from..*at).unwrap_or_default().replace("\r\n", "\n");
        line += between.matches(['\n', '\r']).count();
        from = *at;
        line
    };
    at.iter().map(of).collect()
}
