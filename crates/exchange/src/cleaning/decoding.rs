//! The character set of a file.

use std::collections::HashSet;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_2022_JP, ISO_8859_2, ISO_8859_4, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257, X_MAC_CYRILLIC,
};

use crate::cleaning::decoded::Decoded;
use crate::cleaning::mixed;
use crate::cleaning::plausible::Plausibility;
use crate::cleaning::unicode::{decoded_wide, unicode, wide};
use crate::passages::word_at;

/// The text of a file; or, if its character set cannot be detected, the first line (from 1) that is not in
/// UTF-8.
pub fn decoded(bytes: &[u8]) -> Result<Decoded, usize> {
    let silent = |text| Ok(Decoded { text, said: None });
    if let Some((form, marked)) = wide(bytes) {
        let text = decoded_wide(bytes, form);
        let note = "this file is in UTF-16 or UTF-32 without a byte order mark, and was read as such. \
                    If its letters are wrong, save it again in UTF-8.";
        let said = (!marked).then(|| (1, note.to_owned()));
        return Ok(Decoded { text, said });
    }
    if let Some(declared) = declared(bytes) {
        return silent(declared.decode_without_bom_handling(bytes).0.into_owned());
    }
    let line = match unicode(bytes) {
        Ok(text) => return of_escapes(bytes).map_or_else(|| silent(text), Ok),
        Err(line) => line,
    };
    if let Some(declared) = declared_in_page(bytes) {
        let (text, damaged) = declared.decode_without_bom_handling(bytes);
        if !damaged {
            return silent(text.into_owned());
        }
    }
    if let Some(mixed) = mixed::decoded(bytes) {
        return Ok(mixed);
    }
    let guessed = guessed(bytes).ok_or(line)?;
    let text = guessed.decode_without_bom_handling(bytes).0.into_owned();
    let said = Some(said(&text, &name(guessed)));
    Ok(Decoded { text, said })
}

/// The character set that an XML file declares, unless that is UTF-8. A declaration that can be read byte by
/// byte is not in UTF-16, whatever it says (XML 1.0, appendix F).
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let bytes = bytes.trim_ascii_start();
    let start = bytes.get(..256).unwrap_or(bytes);
    let declaration = start.strip_prefix(b"<?xml")?;
    let declaration = declaration.split(|byte| *byte == b'>').next()?;
    let declaration = str::from_utf8(declaration).ok()?;
    let label = declaration.split_once("encoding")?.1.split(['"', '\'']).nth(1)?;
    if matches!(label.to_ascii_lowercase().as_str(), "x-mac-roman" | "macroman" | "mac-roman") {
        return Some(MACINTOSH);
    }
    let encoding = Encoding::for_label(label.as_bytes())?;
    (![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding)).then_some(encoding)
}

/// The character set that a web page declares within its first 1024 bytes (HTML Standard, §4.2.5.4). Where a
/// file does not begin with a tag, the declaration would be part of the text.
fn declared_in_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.trim_ascii_start().get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    if !start.starts_with(b"<") {
        return None;
    }
    let start = String::from_utf8_lossy(&start);
    let tags = start.split("<meta").skip(1);
    let tags = tags.map(|tag| tag.split('>').next().unwrap_or_default());
    let label = tags.filter_map(|tag| tag.split_once("charset")).find_map(|(_, value)| {
        let value = value.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
        value.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).next()
    })?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    (![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding)).then_some(encoding)
}

/// The text of a file in ISO-2022-JP, which old mail programs wrote: it is in ASCII, with escapes.
fn of_escapes(bytes: &[u8]) -> Option<Decoded> {
    let has = |escape: &[u8]| bytes.windows(3).any(|window| window == escape);
    let (text, damaged) = (has(b"\x1b$B") || has(b"\x1b$@"))
        .then(|| ISO_2022_JP.decode_without_bom_handling(bytes))?;
    let text = text.into_owned();
    (!damaged).then(|| Decoded { said: Some(said(&text, "ISO-2022-JP")), text })
}

/// The character set that fits best, if any does.
fn guessed(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    let reads = |encoding: &'static Encoding| {
        Plausibility::of(&encoding.decode_without_bom_handling(bytes).0)
    };
    let of_found = reads(found);
    // A few letters fit any European language: Western is the most likely.
    let of_west = reads(WINDOWS_1252);
    if EUROPEAN.contains(&found) && kinds(bytes) <= FEW && !of_found.is_better_than(of_west) {
        return (!of_west.is_poor()).then_some(WINDOWS_1252);
    }
    // The detector does not know these character sets, and takes them for others.
    let mut best = (found, of_found);
    for other in [MACINTOSH, X_MAC_CYRILLIC, WINDOWS_1252].map(|other| (other, reads(other))) {
        if best.1.bad > 0 && other.1.is_better_than(best.1) {
            best = other;
        }
    }
    (!best.1.is_poor()).then_some(best.0)
}

/// The character sets of European languages in Latin script, except Western.
const EUROPEAN: [&Encoding; 5] = [WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, ISO_8859_2, ISO_8859_4];

/// With so few different letters, no language can be detected.
const FEW: usize = 3;

/// The number of distinct bytes beyond ASCII.
fn kinds(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !byte.is_ascii()).collect::<HashSet<_>>().len()
}

/// What people call a character set.
fn name(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "macintosh" => "Mac Roman".to_owned(),
        "x-mac-cyrillic" => "Mac Cyrillic".to_owned(),
        name => name.replace("windows", "Windows"),
    }
}

fn said(text: &str, name: &str) -> (usize, String) {
    let words = examples(text);
    let (at, first) = words.first().copied().unwrap_or_default();
    let line = line_at(text, at);
    let others: String = words.iter().skip(1).map(|(_, word)| format!(", “{word}”")).collect();
    let text = format!(
        "this file is in {name} (not UTF-8), and was read as such: check its letters, such as “{first}” \
         in line {line}{others}. If they are wrong, save it again as “CSV UTF-8”, or as plain text in \
         UTF-8."
    );
    (line, text)
}

/// The first words with letters beyond ASCII, and where they are. Each has a letter that the words before it
/// lack. If there are no such letters, other characters count.
fn examples(text: &str) -> Vec<(usize, &str)> {
    const WORDS: usize = 4;
    let mut seen = HashSet::new();
    let mut words = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii() && c.is_alphabetic()) {
        if words.len() < WORDS && seen.insert(c) {
            let word = word_at(text, at);
            seen.extend(word.chars());
            words.push((at, word));
        }
    }
    if words.is_empty() {
        let sign = text.char_indices().find(|(_, c)| !c.is_ascii());
        words.extend(sign.map(|(at, _)| (at, word_at(text, at))));
    }
    words
}

/// The line, from 1, of a byte of a text with any kind of line end.
fn line_at(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    1 + before.matches('\n').count() + before.matches('\r').count() - before.matches("\r\n").count()
}
