//! How plausible a text is, to tell which character set its bytes were in.

/// Signs that occur within words or directly after them.
const IN_WORDS: &[char] = &[
    '’', '‘', '–', '—', '…', '“', '”', '«', '»', '•', '\u{a0}', '\u{ad}', 'ª', 'º', '°', '™', '®',
    '©',
];

/// Signs that never occur directly after a letter.
const NEVER_AFTER_LETTERS: &[char] = &['‚', '„', 'ƒ', 'ˆ', '˜'];

/// How well the letters beyond ASCII fit their neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plausibility {
    /// How many are where such letters belong.
    pub good: usize,
    /// How many are where they do not belong, such as a capital after a small letter or a sign within a word.
    pub bad: usize,
}

impl Plausibility {
    /// Assesses a text.
    pub fn of(text: &str) -> Plausibility {
        let mut all = Plausibility::default();
        let (mut before_that, mut before) = (' ', ' ');
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let after = chars.peek().copied().unwrap_or(' ');
            let fits = (!c.is_ascii()).then(|| fits([before_that, before, c, after])).flatten();
            all.good += usize::from(fits == Some(true));
            all.bad += usize::from(fits == Some(false));
            (before_that, before) = (before, c);
        }
        all
    }

    /// Whether more letters are out of place than in place.
    pub fn is_poor(self) -> bool {
        self.bad * 2 > self.good
    }

    /// Whether this text is more plausible than another.
    pub fn is_better_than(self, other: Plausibility) -> bool {
        self.good + 2 * other.bad > other.good + 2 * self.bad
    }
}

/// Whether the third of these characters is in place, if that can be told.
fn fits([before_that, before, c, after]: [char; 4]) -> Option<bool> {
    let within = before.is_alphabetic() && after.is_alphabetic();
    if c.is_control() || c == char::REPLACEMENT_CHARACTER {
        return Some(false);
    }
    // Three accented Latin letters in a row.
    if is_accented(c) && is_accented(before) && is_accented(before_that) {
        return Some(false);
    }
    // A letter of another script within a Latin word.
    let is_cased = c.is_lowercase() || c.is_uppercase();
    if is_cased && c > '\u{24f}' && [before, after].iter().any(char::is_ascii_alphabetic) {
        return Some(false);
    }
    if c.is_lowercase() {
        let joined = before.is_alphabetic() || after.is_lowercase();
        return if after.is_uppercase() { Some(false) } else { joined.then_some(true) };
    }
    if c.is_uppercase() {
        let lone = before.is_lowercase() || (before.is_uppercase() && after.is_lowercase());
        let joined = after.is_alphabetic() || before.is_uppercase();
        return if lone { Some(false) } else { joined.then_some(true) };
    }
    // East Asian signs are not letters, but occur where letters do.
    if c.is_alphabetic() || c >= '\u{2e80}' {
        // A letter of a script without capitals does not occur alone within or after a Latin word.
        let lone = after.is_ascii() || !after.is_alphabetic();
        return Some(!(before.is_ascii_lowercase() && lone));
    }
    if IN_WORDS.contains(&c) {
        return (c == '’' && within).then_some(true);
    }
    let misplaced = within || (NEVER_AFTER_LETTERS.contains(&c) && before.is_alphabetic());
    misplaced.then_some(false)
}

/// Whether a letter is Latin beyond ASCII (Unicode blocks Latin-1 Supplement to Latin Extended-B).
fn is_accented(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic()
}
