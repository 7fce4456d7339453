//! The quotation marks that browsers show around `<q>`.

/// The marks around a quotation in a language, and around a nested one; from Unicode CLDR 47 (`delimiters`),
/// with the narrow spaces that French has.
pub fn marks(lang: Option<&str>, depth: usize) -> (&'static str, &'static str) {
    let lang = lang.unwrap_or_default().to_ascii_lowercase();
    let language = lang.split(['-', '_']).next().unwrap_or_default();
    let [outer, inner] = match language {
        "de" | "cs" | "sk" | "sl" | "is" | "lb" | "bg" => [("„", "“"), ("‚", "‘")],
        "fr" => [("«\u{202f}", "\u{202f}»"), ("«\u{202f}", "\u{202f}»")],
        "es" | "it" | "ca" | "gl" | "el" | "hy" => [("«", "»"), ("“", "”")],
        "ru" | "uk" | "be" => [("«", "»"), ("„", "“")],
        "nb" | "nn" | "no" => [("«", "»"), ("‘", "’")],
        "fa" | "az" => [("«", "»"), ("‹", "›")],
        "pl" | "ro" => [("„", "”"), ("«", "»")],
        "hu" => [("„", "”"), ("»", "«")],
        "hr" | "sr" | "bs" => [("„", "”"), ("‘", "’")],
        "sv" | "fi" => [("”", "”"), ("’", "’")],
        "ja" => [("「", "」"), ("『", "』")],
        "nl" => [("‘", "’"), ("“", "”")],
        "ar" => [("”", "“"), ("’", "‘")],
        _ => [("“", "”"), ("‘", "’")],
    };
    if depth.is_multiple_of(2) { outer } else { inner }
}
