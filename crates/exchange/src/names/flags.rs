//! Flags as emoji.

/// The letters of the flags in a text, and the text without them. A flag of a country is two
/// regional indicators (`cl`); that of a part has letters in tags (`gbsct`). See Unicode UTS #51, annex B
/// and C.
pub fn split(text: &str) -> (Vec<String>, String) {
    let mut flags: Vec<String> = Vec::new();
    let mut rest = String::new();
    let mut open = false;
    for c in text.chars() {
        match (letter_of(c), flags.last_mut()) {
            (Some(Letter::Indicator(letter)), Some(flag)) if open => {
                flag.push(letter);
                open = false;
            }
            (Some(Letter::Indicator(letter)), _) => {
                flags.push(letter.into());
                open = true;
            }
            (Some(Letter::Tag(letter)), Some(flag)) if flag.starts_with(BLACK) => flag.push(letter),
            _ if c == BLACK => {
                flags.push(BLACK.into());
                open = false;
            }
            _ => {
                rest.push(c);
                open = false;
            }
        }
    }
    let letters = flags.iter().map(|flag| flag.trim_start_matches(BLACK).to_owned());
    (letters.filter(|flag| !flag.is_empty()).collect(), rest)
}

/// The flag that the tags of a part follow.
const BLACK: char = '\u{1f3f4}';

enum Letter {
    Indicator(char),
    Tag(char),
}

fn letter_of(c: char) -> Option<Letter> {
    let from = |first: u32| {
        let at = u32::from(c).checked_sub(first).filter(|at| *at < 26)?;
        char::from_u32(u32::from('a') + at)
    };
    from(0x1f1e6).map(Letter::Indicator).or_else(|| from(0xe0061).map(Letter::Tag))
}
