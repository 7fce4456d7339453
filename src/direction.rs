//! Which way a text is written.

/// Languages and scripts that are written from right to left (ISO 639, ISO 15924).
const RIGHT_TO_LEFT: [&str; 16] = [
    "ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "Arab", "Hebr", "Thaa", "Syrc",
    "Nkoo", "Adlm",
];

/// The `dir` of an element whose text is in a language, given as a BCP 47 tag. Of a text without one
/// the browser goes by the first letter that has a direction.
pub fn direction(lang: Option<&str>) -> &'static str {
    match lang {
        None => "auto",
        Some(tag) if tag.split('-').any(|part| RIGHT_TO_LEFT.contains(&part)) => "rtl",
        Some(_) => "ltr",
    }
}
