//! How well a text reads, to tell which character set its bytes were in.

/// Signs that stand within or directly behind words.
const IN_WORDS: &[char] = &[
    '’', '‘', '–', '—', '…', '“', '”', '«', '»', '•', '\u{a0}', '\u{ad}', 'ª', 'º', '°', '™', '®',
    '©',
];

/// Signs that never come directly after a letter.
const NEVER_AFTER_LETTERS: &[char] = &['‚', '„', 'ƒ', 'ˆ', '˜'];

/// How well the letters beyond ASCII go with their neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plausibility {
    /// How many stand where such letters stand.
    pub good: usize,
    /// How many stand where none does, such as a capital behind a small letter or a sign within a
    /// word.
    pub bad: usize,
}

impl Plausibility {
    /// Looks at a text.
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

    /// Whether more letters stand where they should not than where they should.
    pub fn is_poor(self) -> bool {
        self.bad * 2 > self.good
    }

    /// Whether a text reads better than another one.
    pub fn is_better_than(self, other: Plausibility) -> bool {
        self.good + 2 * other.bad > other.good + 2 * self.bad
    }
}

/// Whether the third of these characters stands where it may, if that says anything.
fn fits([before_that, before, c, after]: [char; 4]) -> Option<bool> {
    let within = before.is_alphabetic() && after.is_alphabetic();
    if c.is_control() || c == char::REPLACEMENT_CHARACTER {
        return Some(false);
    }
    // Three letters of Latin with accents in a row.
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
    // East Asian signs are no letters, but stand where these do.
    if c.is_alphabetic() || c >= '\u{2e80}' {
        // Of scripts without capitals: not one letter in a Latin word or at its end.
        let lone = after.is_ascii() || !after.is_alphabetic();
        return Some(!(before.is_ascii_lowercase() && lone));
    }
    if IN_WORDS.contains(&c) {
        return (c == '’' && within).then_some(true);
    }
    let misplaced = within || (NEVER_AFTER_LETTERS.contains(&c) && before.is_alphabetic());
    misplaced.then_some(false)
}

/// Whether a letter is one of Latin beyond ASCII (Unicode blocks Latin-1 Supplement to Latin
/// Extended-B).
fn is_accented(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic()
}
