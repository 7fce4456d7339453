//! What characters are to a search.

/// Marks that are taken off letters; no others, since in Thai and in Indian scripts marks are vowels.
pub fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Marks that Arabic and Hebrew are mostly written without, and the stroke that stretches words.
pub fn is_passed_over(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{591}'..='\u{5bd}' | '\u{ad}')
}

/// An apostrophe of any shape.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇')
}

/// What makes one word of two: hyphens, and the full stop in `u.s.` and `4.0`.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '.')
}

/// Whether a character beyond ASCII is a part of a word. Rust counts neither the signs that mute a
/// vowel in the scripts of India nor the tone marks of Thai among letters.
pub fn is_word(c: char) -> bool {
    let mark = matches!(c,
        '\u{900}'..='\u{963}' | '\u{966}'..='\u{96f}' | '\u{971}'..='\u{df3}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}' | '\u{3099}' | '\u{309a}');
    mark || c.is_alphanumeric()
}

/// Whether a letter is of a script that has no spaces between words: Thai, Lao, Burmese, Khmer,
/// kana, Han.
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The base letters of a letter that Unicode does not decompose.
pub fn base_of(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        _ => return None,
    })
}
