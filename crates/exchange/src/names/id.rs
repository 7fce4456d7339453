//! Texts as ids.

/// A text as an id: its letters and digits without accents, in lower case; the rest becomes hyphens.
pub fn id_of(text: &str) -> String {
    let plain = deunicode::deunicode(text).to_lowercase().replace(['\'', '"'], "");
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
