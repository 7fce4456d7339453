//! Texts as long as a program's limit: the rest was cut off.

/// What cut a text off, if it is exactly as long as a limit, counted as Excel counts: in units of
/// UTF-16.
///
/// Limits: a cell of Excel has at most 32,767 (Microsoft, “Excel specifications and limits”); one of
/// the format before 1997, and fields of many forms and databases, 255.
pub fn cut_off(text: &str) -> Option<&'static str> {
    // No longer text has so few bytes, no shorter one so many.
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

/// What a text that is complete may end with.
const ENDS: &[char] = &['.', '!', '?', '…', '”', '"', '»', ')', '。', '！', '？', '।', '؟', '\n'];

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
