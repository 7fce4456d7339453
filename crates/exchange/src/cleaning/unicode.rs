//! Text in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// An encoding of Unicode with units of several bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// Units of two bytes, in little-endian or big-endian order.
    Utf16(&'static Encoding),
    /// Units of four bytes, in little-endian or big-endian order.
    Utf32 {
        /// Whether the lowest byte is first.
        little: bool,
    },
}

/// The text of a file in UTF-8, UTF-16 or UTF-32, without the byte order mark; or the line, from 1, of the
/// first byte that fits none of them.
///
/// # Errors
/// When the bytes are in another character set.
pub fn unicode(bytes: &[u8]) -> Result<String, usize> {
    if let Some((wide, _)) = wide(bytes) {
        return Ok(decoded_wide(bytes, wide));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        1 + sound.iter().filter(|byte| **byte == b'\n').count()
    })?;
    Ok(text.to_owned())
}

/// The encoding of a file with units of several bytes, and whether a byte order mark says so.
pub fn wide(bytes: &[u8]) -> Option<(Wide, bool)> {
    let utf32 = |little| (Wide::Utf32 { little }, true);
    let marked = match bytes {
        [0xff, 0xfe, 0, 0, ..] if bytes.len().is_multiple_of(4) => Some(utf32(true)),
        [0, 0, 0xfe, 0xff, ..] => Some(utf32(false)),
        [0xff, 0xfe, ..] => Some((Wide::Utf16(UTF_16LE), true)),
        [0xfe, 0xff, ..] => Some((Wide::Utf16(UTF_16BE), true)),
        _ => None,
    };
    marked.or_else(|| Some((unmarked(bytes)?, false)))
}

/// The encoding, recognised by NULs at regular positions.
fn unmarked(bytes: &[u8]) -> Option<Wide> {
    let at = |place: usize| bytes.iter().skip(place).step_by(4).filter(|byte| **byte == 0).count();
    let (first, second, third, fourth) = (at(0), at(1), at(2), at(3));
    let units = bytes.len() / 4;
    if units > 0 && bytes.len().is_multiple_of(4) {
        // No character has its highest byte set.
        if fourth == units && third > units / 2 && first < units {
            return Some(Wide::Utf32 { little: true });
        }
        if first == units && second > units / 2 && fourth < units {
            return Some(Wide::Utf32 { little: false });
        }
    }
    let (even, odd) = (first + third, second + fourth);
    let (few, many, encoding) =
        if even < odd { (even, odd, UTF_16LE) } else { (odd, even, UTF_16BE) };
    // Latin letters have a NUL each; in other scripts, spaces and line ends do.
    let is_latin = many * 4 > bytes.len();
    let controls = || bytes.iter().filter(|byte| matches!(byte, 1..=8 | 0x0e..=0x1f)).count();
    let is_other = many * 64 > bytes.len()
        && (str::from_utf8(bytes).is_err() || controls() * 10 > bytes.len());
    if many < 2 || few * 20 > many || !(is_latin || is_other) {
        return None;
    }
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    (is_latin || !damaged).then_some(())?;
    text.contains(char::is_whitespace).then_some(Wide::Utf16(encoding))
}

/// The text of a file in such an encoding.
pub fn decoded_wide(bytes: &[u8], wide: Wide) -> String {
    let text = match wide {
        Wide::Utf16(encoding) => encoding.decode_without_bom_handling(whole_units(bytes)).0,
        Wide::Utf32 { little } => Cow::Owned(decoded_utf32(bytes, little)),
    };
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

/// The bytes without half a line end, which programs that take the file for UTF-8 add.
fn whole_units(bytes: &[u8]) -> &[u8] {
    match bytes {
        [units @ .., b'\n' | b'\r' | 0] if !bytes.len().is_multiple_of(2) => units,
        _ => bytes,
    }
}

fn decoded_utf32(bytes: &[u8], little: bool) -> String {
    let unit = |unit: &[u8]| {
        let unit = unit.try_into().unwrap_or_default();
        let code = if little { u32::from_le_bytes(unit) } else { u32::from_be_bytes(unit) };
        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
    };
    bytes.chunks(4).map(unit).collect()
}
