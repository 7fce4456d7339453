//! Which way a text is written.

/// Scripts written from right to left (ISO 15924), in lower case.
const SCRIPTS: [&str; 8] = ["adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"];
/// Languages mostly written from right to left (ISO 639).
const LANGUAGES: [&str; 24] = [
    "ar", "ara", "arz", "apc", "ary", "ckb", "dv", "fa", "fas", "glk", "he", "heb", "iw", "ks",
    "lrc", "mzn", "pes", "pnb", "prs", "ps", "sd", "ug", "ur", "yi",
];

/// The `dir` of an element whose text is in this language, given as a BCP 47 tag: decided by the
/// script, if the tag names one. If there is no tag, or it is an unknown three-letter language, the
/// browser decides by the first letter that has a direction.
pub fn direction(lang: Option<&str>) -> &'static str {
    let Some(tag) = lang else { return "auto" };
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let right_to_left = match parts.find(|part| part.len() == 4) {
        Some(script) => SCRIPTS.contains(&script),
        None if LANGUAGES.contains(&language) => true,
        None if language.len() > 2 => return "auto",
        None => false,
    };
    if right_to_left { "rtl" } else { "ltr" }
}
