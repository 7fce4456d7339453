//! What control characters in texts from Windows were meant to be.

/// The character that a control from U+0080 to U+009F was in the encoding of Windows, which becomes a control
/// when it is read as ISO 8859-1 (WHATWG Encoding Standard, index windows-1252).
pub fn windows_1252(code: u32) -> Option<char> {
    const MEANT: &str = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";
    let at = code.checked_sub(0x80)?;
    MEANT.chars().nth(at as usize).filter(|meant| *meant != '�')
}
