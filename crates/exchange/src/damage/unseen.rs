//! Invisible characters: direction marks and characters without a shape.

/// What changes the direction of the following letters (Unicode Standard Annex 9, §2): embeddings and
/// overrides, which U+202C ends, and isolates, which U+2069 ends.
const DIRECTION: &[char] =
    &['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}'];

/// The characters that end these.
const ENDS: &[char] = &['\u{202c}', '\u{2069}'];

/// Characters without a shape. U+200C and U+200D are not among them: Persian, Indic scripts and emoji need
/// them.
const SHAPELESS: &[char] =
    &['\u{200b}', '\u{feff}', '\u{ad}', '\u{2060}', '\u{180e}', '\u{2063}', '\u{3164}'];

/// What an invisible character is called, in plain words or by Unicode.
pub fn unseen_name(c: char) -> &'static str {
    match c {
        '\u{202a}' => "A left-to-right embedding",
        '\u{202b}' => "A right-to-left embedding",
        '\u{202c}' => "The end of a direction",
        '\u{202d}' => "A left-to-right override",
        '\u{202e}' => "A right-to-left override",
        '\u{2066}' => "A left-to-right isolate",
        '\u{2067}' => "A right-to-left isolate",
        '\u{2068}' => "A first-strong isolate",
        '\u{2069}' => "The end of an isolate",
        '\u{ad}' => "A soft hyphen",
        '\u{200b}' => "A zero-width space",
        '\u{2060}' => "A word joiner",
        '\u{feff}' => "A byte order mark",
        _ => "A character without a shape",
    }
}

/// The first invisible character that does not belong in a name, and whether it sets a direction.
pub fn in_name(name: &str) -> Option<(char, bool)> {
    name.chars().find_map(|c| {
        let direction = DIRECTION.contains(&c) || ENDS.contains(&c);
        (direction || SHAPELESS.contains(&c)).then_some((c, direction))
    })
}

/// The first direction mark in a text without a counterpart.
pub fn unbalanced(text: &str) -> Option<char> {
    let (mut embedded, mut isolated) = (Vec::new(), Vec::new());
    for c in text.chars() {
        match c {
            '\u{202c}' if embedded.pop().is_none() => return Some(c),
            '\u{2069}' if isolated.pop().is_none() => return Some(c),
            '\u{2066}'..='\u{2068}' => isolated.push(c),
            _ if DIRECTION.contains(&c) => embedded.push(c),
            _ => {}
        }
    }
    embedded.first().or(isolated.first()).copied()
}
