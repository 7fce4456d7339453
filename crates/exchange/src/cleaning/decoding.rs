//! The character set of a file.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::cleaning::decoded::Decoded;
use crate::cleaning::mixed;
use crate::cleaning::plausible::plausibility;
use crate::cleaning::unicode::{decoded_wide, unicode, wide};
use crate::passages::word_at;

/// The text of a file; or the line, from 1, where it is not in UTF-8, if its character set cannot be
/// told.
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
    if let Some(mixed) = mixed::decoded(bytes) {
        return Ok(mixed);
    }
    let guessed = guessed(bytes).ok_or(line)?;
    let text = guessed.decode_without_bom_handling(bytes).0.into_owned();
    let said = Some(said(&text, name(guessed)));
    Ok(Decoded { text, said })
}

/// The character set that an XML file says it is in, unless that is UTF-8. A declaration that can be
/// read byte by byte is not in UTF-16, whatever it says (XML 1.0, appendix F).
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

/// The text of a file in ISO-2022-JP, which old mail programs wrote: it is in ASCII, with escapes.
fn of_escapes(bytes: &[u8]) -> Option<Decoded> {
    let has = |escape: &[u8]| bytes.windows(3).any(|window| window == escape);
    let (text, damaged) = (has(b"\x1b$B") || has(b"\x1b$@"))
        .then(|| ISO_2022_JP.decode_without_bom_handling(bytes))?;
    let text = text.into_owned();
    (!damaged).then(|| Decoded { said: Some(said(&text, "ISO-2022-JP")), text })
}

/// The character set that fits best, if one fits.
fn guessed(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(None, Utf8Detection::Deny);
    let score = |encoding: &'static Encoding| {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        plausibility(&text) - i64::from(damaged)
    };
    // The detector does not know Mac Roman, and takes it for what it does know.
    let others = [MACINTOSH, WINDOWS_1252].into_iter().map(|other| (score(other), other));
    let of_found = score(found);
    let better = others.filter(|(score, _)| *score > of_found).max_by_key(|(score, _)| *score);
    let (score, encoding) = better.unwrap_or((of_found, found));
    (score >= 0).then_some(encoding)
}

/// What a character set is called.
fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "macintosh" => "Mac Roman",
        "windows-1250" => "Windows-1250",
        "windows-1251" => "Windows-1251",
        "windows-1252" => "Windows-1252",
        name => name,
    }
}

fn said(text: &str, name: &str) -> (usize, String) {
    let (line, word) = example(text);
    let text = format!(
        "this file is in {name} (not UTF-8), and was read as such: check its letters, such as “{word}” \
         in line {line}. If they are wrong, save it again as “CSV UTF-8”, or as plain text in UTF-8."
    );
    (line, text)
}

/// The first word with a letter beyond ASCII, and its line; for want of a letter, with a sign.
fn example(text: &str) -> (usize, &str) {
    let letter = text.find(|c: char| !c.is_ascii() && c.is_alphabetic());
    let at = letter.or_else(|| text.find(|c: char| !c.is_ascii())).unwrap_or_default();
    (line_at(text, at), word_at(text, at))
}

/// The line, from 1, of a byte of a text whose lines may end in any way.
fn line_at(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    1 + before.matches('\n').count() + before.matches('\r').count() - before.matches("\r\n").count()
}
