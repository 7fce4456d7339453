//! Raised and lowered letters (`<sup>`, `<sub>`) as text: 10² is not 102.

/// Raised or lowered letters as plain text.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Whether it looks different from what readers saw.
    pub changed: bool,
}

/// How to write letters raised after a text.
pub fn raised(before: &str, text: &str) -> Written {
    let kept = |text: &str| Written { text: text.to_owned(), changed: false };
    let changed = |text: String| Written { text, changed: true };
    if text.trim().is_empty() {
        return kept(text);
    }
    let stands_alone = text.chars().all(|c| "*†‡§¶®™℠©°ªº′″¹²³⁰".contains(c) || c.is_whitespace());
    match text.trim() {
        "TM" | "tm" => return kept("™"),
        "SM" | "sm" => return kept("℠"),
        "R" | "(R)" if before.ends_with(char::is_alphabetic) => return kept("®"),
        _ if stands_alone => return kept(text),
        _ => {}
    }
    let words = text.trim().chars().filter(|c| c.is_alphabetic()).count() > 1;
    if is_ordinal(before, text.trim()) || (words && !is_glued(before)) {
        return changed(text.to_owned());
    }
    if let Some(written) = each(text, superscript) {
        return kept(&written);
    }
    // Marks of several footnotes.
    let several = |c: char| if matches!(c, ',' | ' ') { Some(c) } else { superscript(c) };
    let starts_with_number = text.trim().starts_with(|c: char| c.is_ascii_digit());
    match each(text, several).filter(|_| starts_with_number) {
        Some(written) => changed(written),
        None => marked(before, text, '^'),
    }
}

/// How to write letters lowered after a text.
pub fn lowered(before: &str, text: &str) -> Written {
    match each(text, subscript) {
        Some(text) => Written { text, changed: false },
        None if text.trim().is_empty() => Written { text: text.to_owned(), changed: false },
        None => marked(before, text, '_'),
    }
}

/// The letters with a mark before them, unless nothing comes before them.
fn marked(before: &str, text: &str, mark: char) -> Written {
    let inner = text.trim();
    let bracketed = inner.starts_with(['(', '[']) && inner.ends_with([')', ']']);
    let text = match inner.chars().all(char::is_alphanumeric) {
        _ if bracketed => return Written { text: text.to_owned(), changed: false },
        _ if !is_glued(before) => text.to_owned(),
        true => format!("{mark}{inner}"),
        false => format!("{mark}({inner})"),
    };
    Written { text, changed: true }
}

/// Whether what follows a text would be read as part of its last word.
fn is_glued(before: &str) -> bool {
    before.ends_with(|c: char| !c.is_whitespace() && !"([{“‘«„".contains(c))
}

/// Whether raised letters complete a number or an abbreviation as one word: 24th, 1er, Mme.
fn is_ordinal(before: &str, text: &str) -> bool {
    const OF_NUMBERS: &[&str] = &[
        "st", "nd", "rd", "th", "e", "è", "er", "re", "ère", "ere", "ème", "eme", "ième", "ier",
        "ière", "ers", "res", "es", "nde", "nds", "ndes", "ste", "de", "a", "o", "as", "os", "ra",
        "ro", "da", "do", "ta", "to", "er.", "o.", "a.", "ro.", "x", "h",
    ];
    const OF_WORDS: &[&str] = &[
        "me", "mes", "lle", "lles", "gr", "grs", "r", "rs", "re", "res", "o", "os", "e", "es",
        "te", "ve", "ra", "ta", "a", "as", "nd", "rd", "st", "th", "er", "ers", "ème", "eme", "r.",
        "s", "t", "bre", "ie", "ies",
    ];
    // No number or abbreviation is longer.
    let from = before.char_indices().rev().take(16).last().map_or(0, |(at, _)| at);
    let near = before.get(from..).unwrap_or_default();
    let word = near.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let lower = text.to_lowercase();
    let is_roman = !word.is_empty() && word.chars().all(|c| "IVXLCDM".contains(c));
    if word.ends_with(|c: char| c.is_numeric()) || (is_roman && word.len() > 1) {
        return OF_NUMBERS.contains(&&*lower);
    }
    let abbreviates =
        ["M", "D", "N", "n", "S", "V", "P", "Mr", "Mrs", "Sr", "Dr", "J", "C", "W", "No", "B"];
    is_roman && OF_NUMBERS.contains(&&*lower)
        || abbreviates.contains(&word) && OF_WORDS.contains(&&*lower)
}

/// A text mapped letter by letter, if there is a form for each.
fn each(text: &str, form: fn(char) -> Option<char>) -> Option<String> {
    let mut written: String = text.trim().chars().map(form).collect::<Option<_>>()?;
    written.extend(text.ends_with(char::is_whitespace).then_some(' '));
    Some(written)
}

/// The raised form of a letter (Unicode, Superscripts and Subscripts; Phonetic Extensions).
fn superscript(c: char) -> Option<char> {
    from(
        c,
        "0123456789+-−=()niabcdefghjklmoprstuvwxyz",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
    )
}

/// The lowered form of a letter.
fn subscript(c: char) -> Option<char> {
    from(c, "0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}

fn from(c: char, plain: &str, forms: &str) -> Option<char> {
    plain.chars().zip(forms.chars()).find(|(of, _)| *of == c).map(|(_, form)| form)
}
