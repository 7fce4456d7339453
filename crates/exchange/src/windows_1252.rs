//! What the controls in texts from Windows were meant to be.

/// What a control from U+0080 to U+009F is in the encoding that Windows used, whose letters become
/// these when they are taken for ISO 8859-1 (WHATWG Encoding Standard, index windows-1252).
pub fn windows_1252(code: u32) -> Option<char> {
    const MEANT: &str = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";
    let at = code.checked_sub(0x80)?;
    MEANT.chars().nth(at as usize).filter(|meant| *meant != '�')
}
