//! Texts that are exactly as long as a program’s limit: the rest was probably cut off.

/// The limit that a text exactly reaches, if any, counted as Excel counts: in UTF-16 units.
///
/// Limits: a cell of Excel has at most 32,767 (Microsoft, “Excel specifications and limits”); one of
/// the format before 1997, and fields of many forms and databases, 255.
pub fn cut_off(text: &str) -> Option<&'static str> {
    // The number of bytes rules out most texts without counting.
    match text.len() {
        32_767..=98_301 if units(text) == 32_767 => {
            Some("exactly 32,767 letters, the most that a cell of Excel holds")
        }
        255..=765 if units(text) == 255 && !text.ends_with(ENDS) => {
            Some("exactly 255 letters, the most that many forms and old tables hold")
        }
        _ => None,
    }
}

/// What a complete text may end with.
const ENDS: &[char] = &['.', '!', '?', '…', '”', '"', '»', ')', '。', '！', '？', '।', '؟', '\n'];

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
