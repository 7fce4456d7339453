//! How the search treats characters: the single table for folding both texts and queries.
//!
//! It covers lower-case characters that Unicode decomposes no further (NFKD). General categories
//! and numeric values are those of Unicode 16; each line names the letters that are treated alike.

use crate::text::is_mark;

/// Characters that nobody sees or types on purpose: soft hyphens, joiners, direction marks,
/// variation selectors and tags.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The zero-width non-joiner in a Persian word, where some writers put a space or nothing. In other
/// scripts it is [invisible](is_invisible).
pub fn is_persian_joiner(c: char, after: Option<char>) -> bool {
    c == '\u{200c}' && matches!(after, Some('\u{600}'..='\u{6ff}'))
}

/// The parts of a folded Persian word that may be written apart: prefixes of verbs and suffixes of
/// nouns.
pub fn persian_parts(word: &str) -> Option<(&str, &str)> {
    let length = |part: &str| word.len().checked_sub(part.len());
    let at = match word {
        _ if word.starts_with("مي") => "مي".len(),
        _ if word.starts_with("نمي") => "نمي".len(),
        _ if word.ends_with("ها") => length("ها")?,
        _ if word.ends_with("هاي") => length("هاي")?,
        _ => return None,
    };
    // Each part must have at least two letters, of two bytes each.
    word.split_at_checked(at).filter(|(first, last)| first.len() >= 4 && last.len() >= 4)
}

/// Marks that folding drops: accents, Hebrew points, Arabic vowel signs, and the dot below a letter
/// in Indic scripts. Others stay, because in Thai and Indic scripts marks are vowels.
pub fn is_passed_over(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{711}'
        | '\u{730}'..='\u{74a}' | '\u{897}'..='\u{89f}' | '\u{8ca}'..='\u{8ff}'
        | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}' | '\u{c3c}' | '\u{cbc}'
        | '\u{951}'..='\u{954}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}'
        | '\u{2de0}'..='\u{2dff}' | '\u{fb1e}' | '\u{fe20}'..='\u{fe2f}')
}

/// Other marks within words, which Rust does not count as letters; folding drops them, too.
pub fn is_rare_mark(c: char) -> bool {
    matches!(c,
        '\u{5c8}'..='\u{5c9}' | '\u{7eb}'..='\u{7fd}' | '\u{816}'..='\u{85b}' | '\u{f18}'..='\u{f39}'
        | '\u{f3e}' | '\u{f3f}' | '\u{f84}'..='\u{fc6}' | '\u{135d}'..='\u{135f}' | '\u{1714}'..='\u{1734}'
        | '\u{17dd}' | '\u{1939}'..='\u{193b}' | '\u{1a60}'..='\u{1a7f}' | '\u{1ab0}'..='\u{1b44}'
        | '\u{1b6b}'..='\u{1b73}' | '\u{1baa}'..='\u{1bf3}' | '\u{1c37}' | '\u{1cd0}'..='\u{1cf9}'
        | '\u{2cef}'..='\u{2cf1}' | '\u{2d7f}' | '\u{302a}'..='\u{302f}' | '\u{a66f}'..='\u{a67d}'
        | '\u{a6f0}' | '\u{a6f1}' | '\u{a806}'..='\u{a82c}' | '\u{a8c4}' | '\u{a8e0}'..='\u{a8f1}'
        | '\u{a92b}'..='\u{a92d}' | '\u{a953}'..='\u{a9c0}' | '\u{aabf}'..='\u{aaf6}' | '\u{abec}' | '\u{abed}'
        | '\u{11133}' | '\u{11134}' | '\u{11442}'..='\u{1145e}' | '\u{1e130}'..='\u{1e136}'
        | '\u{1e2ec}'..='\u{1e2ef}' | '\u{1e8d0}'..='\u{1e94a}')
}

/// Apostrophes of any shape, and similar signs within names and abbreviations: `Sa‘id`, `צה״ל`.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | '\u{2b9}'..='\u{2bf}' | '\u{5f3}' | '\u{5f4}')
}

/// Characters that join two words: hyphens, the full stop in `u.s.` and `4.0`, the dot in
/// `col·legi`.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{5be}' | '.' | '\u{b7}')
}

/// Whether a character beyond ASCII is part of a word. Rust does not count the vowel killers of
/// Indic scripts and the tone marks of Thai as letters.
pub fn is_word(c: char) -> bool {
    let mark = matches!(c,
        '\u{900}'..='\u{963}' | '\u{966}'..='\u{96f}' | '\u{971}'..='\u{df3}');
    mark || is_mark(c) || c.is_alphanumeric()
}

/// Whether a character must not be decomposed: punctuation whose parts would join words (`…`), and
/// signs that decompose to a space (`´`).
pub fn is_whole(c: char) -> bool {
    is_invisible(c) || is_apostrophe(c) || ('\u{2000}'..='\u{206f}').contains(&c)
}

/// The block of a presentation form of a letter: full-width, circled, mathematical. The plain
/// letter is another spelling.
pub fn layout_of(c: char) -> Option<char> {
    let of_layout = matches!(c,
        '\u{2070}'..='\u{209f}' | '\u{2100}'..='\u{218f}' | '\u{2460}'..='\u{24ff}' | '\u{3200}'..='\u{33ff}'
        | '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{ff01}'..='\u{ffef}'
        | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}');
    char::from_u32(c as u32 >> 8).filter(|_| of_layout)
}

/// The base letters of a letter that Unicode does not decompose.
pub fn base_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'đ' | 'ð' | 'ɗ' => "d",
        'ø' => "o",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ɓ' => "b",
        'ƙ' => "k",
        'ƴ' => "y",
        _ => return None,
    })
}

/// The representative of letters that are used interchangeably.
///
/// Covers Arabic letters that the Arabic, Persian and Urdu keyboards have in the same place for the
/// same sound (Darwish and Magdy, “Arabic Information Retrieval”, 2014, §3.2, with the letters of
/// Persian and Urdu), and digits of all scripts.
pub fn equal_of(c: char) -> char {
    match c {
        'ς' => 'σ',
        'ґ' => 'г',
        '\u{649}' | '\u{6cc}' => '\u{64a}',
        '\u{6a9}' | '\u{6aa}' => '\u{643}',
        '\u{629}' | '\u{6be}' | '\u{6c1}' | '\u{6c3}' | '\u{6d5}' => '\u{647}',
        '\u{671}' => '\u{627}',
        // The sign for a nasal vowel in Hindi and Gujarati, and its common substitute.
        '\u{901}' | '\u{a81}' => char::from_u32(c as u32 + 1).unwrap_or(c),
        _ => digit_of(c).unwrap_or(c),
    }
}

/// The dot above that may replace a nasal of Hindi or Gujarati, without its vowel, before another
/// letter (`हिन्दी`, `हिंदी`).
pub fn nasal_dot(c: char) -> Option<char> {
    match c {
        'ङ' | 'ञ' | 'ण' | 'न' | 'म' => Some('\u{902}'),
        'ઙ' | 'ઞ' | 'ણ' | 'ન' | 'મ' => Some('\u{a82}'),
        _ => None,
    }
}

/// Whether a sign suppresses the vowel of a letter of Hindi or Gujarati.
pub fn mutes(c: char) -> bool {
    matches!(c, '\u{94d}' | '\u{acd}')
}

/// The letter added in place of two dots, a ring or a stroke where these cannot be typed:
/// `Mueller`, `Aalborg`, `Tromsoe`.
pub fn second_of(mark: char, after: Option<char>) -> Option<char> {
    match (mark, after?) {
        ('\u{308}', 'a' | 'o' | 'u') => Some('e'),
        ('\u{30a}', 'a') => Some('a'),
        ('ø', 'o') => Some('e'),
        _ => None,
    }
}

/// Whether the typed text is, or begins, a word with two letters for one. At least two letters must
/// follow the pair, lest `blue` find `Blüte`.
pub fn is_twin(twin: &str, typed: &str) -> bool {
    twin == typed || begins_twins(typed) && twin.starts_with(typed)
}

/// Whether at least two letters follow the last pair that may stand for one letter.
pub fn begins_twins(typed: &str) -> bool {
    last_pair(typed).is_some_and(|pair| pair + 4 <= typed.len())
}

/// The position of the last pair of letters that may stand for one.
pub fn last_pair(typed: &str) -> Option<usize> {
    let pair = |pair: &[u8]| matches!(pair, b"ae" | b"oe" | b"ue" | b"aa");
    typed.as_bytes().windows(2).rposition(pair)
}

/// The zeros of the digits that Unicode does not decompose (`Nd`); the other nine follow each.
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0,
    0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0,
    0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1e140, 0x1e2f0, 0x1e4f0,
    0x1e5f1, 0x1e950,
];

fn digit_of(c: char) -> Option<char> {
    if !c.is_numeric() {
        return None;
    }
    let digit = |zero: u32| (c as u32).checked_sub(zero).filter(|digit| *digit < 10);
    let digit = ZEROS.iter().find_map(|zero| digit(*zero))?;
    char::from_digit(digit, 10)
}

/// A word without its Arabic article, if it begins with one.
pub(super) fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2)
}
