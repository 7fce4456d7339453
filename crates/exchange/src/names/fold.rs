//! Names in a form for comparison.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name without what writers vary: case, accents, apostrophes, punctuation, invisible characters,
/// full stops (`U.S.A.`), the forms of Arabic letters that keyboards differ in; and in English “the”,
/// “of” and “and”, and the usual abbreviations (`St.`, `Rep.`, `N. Korea`). Vowel signs of Indic and
/// Thai letters stay, as they are letters.
///
/// The tables in `data/` have their names in this form: after a change here, run `cargo xtask names`.
pub fn folded(name: &str) -> String {
    let mut letters = String::with_capacity(name.len());
    for c in name.nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            _ if is_invisible(c) || is_apostrophe(c) => {}
            '\u{94d}' | '\u{acd}' if letters.ends_with(is_nasal) => {
                letters.pop();
                letters.push(if c == '\u{94d}' { '\u{902}' } else { '\u{a82}' });
            }
            _ if is_combining_mark(c) => letters.extend(is_letter_part(c).then_some(c)),
            _ if is_latin(c) => {
                let plain = deunicode_char(c).unwrap_or_default().to_ascii_lowercase();
                letters.extend(plain.chars().filter(char::is_ascii_alphanumeric));
            }
            _ if c.is_alphanumeric() => letters.push(usual_form(c)),
            _ => letters.push(' '),
        }
    }
    words(&letters.nfc().collect::<String>())
}

/// The words, with abbreviations spelt out.
fn words(letters: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut after_initial = false;
    for word in letters.split_whitespace() {
        let initial = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic());
        match words.last_mut() {
            Some(initials) if initial && after_initial => initials.push_str(word),
            _ => words.push(word.to_owned()),
        }
        after_initial = initial;
    }
    if let [first, _, ..] = words.as_mut_slice() {
        *first = direction(first).unwrap_or(first).to_owned();
    }
    if words.len() > 1 {
        let kept = words.iter().filter(|word| !matches!(word.as_str(), "and" | "of" | "the"));
        let kept: Vec<_> = kept.map(|word| spelt_out(word)).collect();
        if !kept.is_empty() {
            return kept.join(" ");
        }
    }
    words.join(" ")
}

fn direction(initial: &str) -> Option<&'static str> {
    match initial {
        "n" => Some("north"),
        "s" => Some("south"),
        "e" => Some("east"),
        "w" => Some("west"),
        _ => None,
    }
}

fn spelt_out(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "rep" => "republic",
        "dem" => "democratic",
        "nth" => "north",
        "sth" => "south",
        "is" | "isl" => "islands",
        _ => word,
    }
}

/// The nasals of Hindi and Gujarati, which writers replace by a dot before another letter: `हिन्दी`, `हिंदी`.
fn is_nasal(c: char) -> bool {
    matches!(c, 'ङ' | 'ञ' | 'ण' | 'न' | 'म' | 'ઙ' | 'ઞ' | 'ણ' | 'ન' | 'મ')
}

/// Marks that are part of a letter. Others are above or below it: accents, Hebrew points, Arabic vowel signs,
/// the dot below an Indic letter.
fn is_letter_part(mark: char) -> bool {
    !matches!(mark,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{711}' | '\u{730}'..='\u{74a}'
        | '\u{8ca}'..='\u{8ff}' | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}' | '\u{c3c}'
        | '\u{cbc}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Latin letters without a separable accent, such as ø and ł.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}'
        | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}')
        && c.is_alphabetic()
}

/// Soft hyphens, joiners, direction marks, fillers and tags.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '\u{5f3}' | '\u{5f4}' | '\u{a78c}'
    )
}

/// A common form of interchangeable letters: those in the same place on Arabic, Persian and Urdu keyboards, and
/// the final sigma.
fn usual_form(c: char) -> char {
    match c {
        'ς' => 'σ',
        'ґ' => 'г',
        '\u{649}' | '\u{6cc}' | '\u{6d0}' | '\u{6d2}' => '\u{64a}',
        '\u{6a9}' | '\u{6aa}' => '\u{643}',
        '\u{629}' | '\u{6be}' | '\u{6c1}' | '\u{6c3}' | '\u{6d5}' => '\u{647}',
        '\u{671}' => '\u{627}',
        _ => c,
    }
}
