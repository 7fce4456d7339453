//! Where the cursor is in a text: browsers count UTF-16 units (DOM Standard, §4.2 “offset”; HTML, “The textarea
//! element”, `selectionStart`), texts here count bytes.

/// The byte at a position in a text, counted in UTF-16 units; the end of the text for positions beyond it.
pub fn byte_at(text: &str, units: usize) -> usize {
    let mut passed = 0;
    for (byte, c) in text.char_indices() {
        if passed >= units {
            return byte;
        }
        passed += c.len_utf16();
    }
    text.len()
}

/// The length of a text in UTF-16 units.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
