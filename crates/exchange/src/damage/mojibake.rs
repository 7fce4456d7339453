//! Text in UTF-8 that a program misread as Windows-1252, ISO 8859-1 or Mac Roman: `JosÃ©` for `José`.
//!
//! A run of letters is such text if its bytes in the older character set are valid UTF-8 for letters that fit
//! their neighbours. Words in capitals that end in `Ã` or `Â`, with or without a quotation mark after them, are
//! not.

use std::ops::Range;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use crate::damage::misread::{byte, sequence};
use crate::passages::word_at;

/// Text that was misread in another character set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// The byte at which the first of it begins.
    pub range: Range<usize>,
    /// The word that it is in.
    pub word: String,
    /// That word as it was probably meant.
    pub meant: String,
}

/// How many times a text may have been misread.
const TIMES: usize = 3;

/// The first such word of a text.
pub fn mojibake(text: &str) -> Option<Mojibake> {
    let (range, encoding) =
        text.char_indices().filter(|(_, c)| is_lead(*c)).find_map(|(at, _)| found(text, at))?;
    let word = word_at(text, range.start).to_owned();
    Some(Mojibake { meant: mended(&word, encoding), word, range })
}

/// A text that has such words, as it was probably meant.
pub fn mended(text: &str, encoding: &'static Encoding) -> String {
    let mut mended = text.to_owned();
    for _ in 0..TIMES {
        let once = mended_once(&mended, encoding);
        if once == mended {
            break;
        }
        mended = once;
    }
    mended
}

fn mended_once(text: &str, encoding: &'static Encoding) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match sequence(rest, encoding) {
            Some((meant, length)) => {
                if meant != '\u{feff}' {
                    mended.push(meant);
                }
                length
            }
            // The third letter of a closing quotation mark cannot be shown.
            None if rest.starts_with("â€") => {
                mended.push('”');
                "â€".len()
            }
            None => {
                mended.push(c);
                c.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    mended
}

/// Whether a letter may be the first byte of a character in UTF-8: from `Â` to `ô` in Windows-1252,
/// and those of the bytes C2 to C5, D0, D1 and E2 in Mac Roman.
fn is_lead(c: char) -> bool {
    matches!(c, 'Â'..='ô' | '¬' | '√' | 'ƒ' | '≈' | '–' | '—' | '‚')
}

/// The mojibake that begins at a byte of a text.
fn found(text: &str, at: usize) -> Option<(Range<usize>, &'static Encoding)> {
    let rest = text.get(at..)?;
    if rest.starts_with("â€") && sequence(rest, WINDOWS_1252).is_none() {
        return Some((at..at + "â€".len(), WINDOWS_1252));
    }
    let of = |encoding| {
        let (_, length) = sequence(rest, encoding)?;
        let mut before = text.get(..at)?.chars().rev();
        let run = Run::of(rest, encoding);
        let neighbours = Neighbours {
            before: before.next().unwrap_or(' '),
            before_that: before.next().unwrap_or(' '),
            after: rest.get(length..)?.chars().next().unwrap_or(' '),
        };
        let meant = if encoding == WINDOWS_1252 {
            run.is_of_windows(&neighbours)
        } else {
            run.is_of_mac(&neighbours)
        };
        meant.then_some((at..at + length, encoding))
    };
    of(WINDOWS_1252).or_else(|| of(MACINTOSH))
}

/// Characters that follow each other.
struct Run {
    /// The first byte of the first.
    lead: u8,
    /// The second letter of the first, as written.
    second: char,
    /// The second byte of the first.
    second_byte: u8,
    /// What the first was meant to be.
    meant: char,
    /// How many letters follow each other, up to three.
    letters: usize,
}

struct Neighbours {
    before: char,
    before_that: char,
    after: char,
}

impl Run {
    fn of(text: &str, encoding: &'static Encoding) -> Run {
        let mut letters = 0;
        let mut rest = text;
        while let Some((meant, length)) = sequence(rest, encoding)
            && meant.is_alphabetic()
            && letters < 3
        {
            letters += 1;
            rest = rest.get(length..).unwrap_or_default();
        }
        let mut chars = text.chars();
        let lead = chars.next().and_then(|c| byte(c, encoding)).unwrap_or_default();
        let second = chars.next().unwrap_or(' ');
        let second_byte = byte(second, encoding).unwrap_or_default();
        let meant = sequence(text, encoding).map_or(' ', |(meant, _)| meant);
        Run { lead, second, second_byte, meant, letters }
    }

    fn is_of_windows(&self, neighbours: &Neighbours) -> bool {
        match self.lead {
            0xc2 => self.is_sign(neighbours),
            0xc3..=0xc5 => self.is_letter(neighbours),
            // Quotation marks, dashes, the euro sign, trade marks, arrows and other signs.
            0xe2 => matches!(self.second_byte, 0x80 | 0x82 | 0x84 | 0x86 | 0x98..=0x9d),
            0xef => matches!(self.meant, '\u{feff}' | '\u{fffd}') || self.letters > 1,
            0xf0 => self.second_byte == 0x9f,
            _ => self.letters > 1,
        }
    }

    fn is_of_mac(&self, neighbours: &Neighbours) -> bool {
        let Neighbours { before, after, .. } = neighbours;
        match self.lead {
            0xc2 => matches!(self.meant, '\u{a0}' | '«' | '»' | '©'),
            0xc3..=0xc5 => {
                self.meant.is_alphabetic() && (before.is_alphabetic() || after.is_alphabetic())
            }
            0xe2 => self.second_byte == 0x80,
            0xd0 | 0xd1 => self.letters > 2,
            _ => false,
        }
    }

    /// A letter of a European language, natural after a word in capitals.
    fn is_letter(&self, neighbours: &Neighbours) -> bool {
        let Neighbours { before, before_that, after } = *neighbours;
        if !self.meant.is_alphabetic() {
            return false;
        }
        let capitals =
            before.is_uppercase() && (before_that.is_uppercase() || after.is_uppercase());
        if capitals && self.meant.is_lowercase() {
            return false;
        }
        let dash = matches!(self.second, '–' | '—');
        let closing = dash || CLOSING.contains(&self.second);
        match (closing, before.is_uppercase()) {
            (false, _) => true,
            (true, true) => !dash && after.is_uppercase(),
            (true, false) => before.is_lowercase() || after.is_alphabetic(),
        }
    }

    /// A sign, or a no-break space. A word in capitals may end in `Â`, which in French may also be alone
    /// between spaces and quotation marks.
    fn is_sign(&self, neighbours: &Neighbours) -> bool {
        let before = neighbours.before;
        match self.meant {
            '\u{a0}' | '»' => {
                before.is_lowercase()
                    || before.is_numeric()
                    || matches!(before, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '%')
            }
            meant => meant > '\u{a0}' && !before.is_uppercase(),
        }
    }
}

/// What may follow a word.
const CLOSING: &[char] = &[
    '”', '“', '’', '‘', '»', '›', '…', '™', '®', '©', 'ª', 'º', '°', '¹', '²', '³', '·', '\u{a0}',
    '\u{ad}',
];

#[cfg(test)]
mod tests {
    use super::mojibake;

    #[test]
    fn what_was_meant_is_found() {
        for (text, word, meant) in [
            ("JosÃ© sings", "JosÃ©", "José"),
            ("Ã©cole", "Ã©cole", "école"),
            ("MÃ¼ller", "MÃ¼ller", "Müller"),
            ("Ã–sterreich", "Ã–sterreich", "Österreich"),
            ("MÃœNCHEN", "MÃœNCHEN", "MÜNCHEN"),
            ("CÃ”TÃ‰", "CÃ”TÃ‰", "CÔTÉ"),
            ("Itâ€™s", "Itâ€™s", "It’s"),
            ("He said â€œyesâ€", "â€œyesâ€", "“yes”"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
            ("JosÃƒÂ©", "JosÃƒÂ©", "José"),
            ("100Â°C", "100Â°C", "100°C"),
            ("ðŸ˜€", "ðŸ˜€", "😀"),
            ("â\u{80}\u{99}s", "â\u{80}\u{99}s", "’s"),
            ("ÅódÅº", "ÅódÅº", "Åódź"),
            ("Jos√© sings", "Jos√©", "José"),
            ("It‚Äôs", "It‚Äôs", "It’s"),
            ("å¤§é˜ª", "å¤§é˜ª", "大阪"),
            ("Î‘Î¸Î®Î½Î±", "Î‘Î¸Î®Î½Î±", "Αθήνα"),
            ("â‚¬ 5", "â‚¬", "€"),
            ("Ä°stanbul", "Ä°stanbul", "İstanbul"),
            ("cÅ“ur", "cÅ“ur", "cœur"),
        ] {
            let found = mojibake(text).map(|found| (found.word, found.meant));
            assert_eq!(found, Some((word.to_owned(), meant.to_owned())), "{text}");
        }
    }

    #[test]
    fn words_that_are_as_they_should_be_are_left_alone() {
        for text in [
            "IRMÃ",
            "IRMÃ”",
            "“IRMÃ”",
            "“Ã”",
            "IRMÃ’",
            "SÃO",
            "NÃO",
            "MANHÃ ©",
            "MANHÃ…",
            "MANHÃ—nós",
            "MANHÃ–noite",
            "IRMû",
            "« Â »",
            "«\u{a0}Â\u{a0}»",
            "HÂLÂ",
            "LÂ…",
            "IRMÃ™",
            "Ünlü Ş",
            "ÇAĞRI",
            "CAFÉ”",
            "CAFÉ…",
            "PERÚ”",
            "É»",
            "Ñ’",
            "câ”",
            "é…",
            "é»…",
            "2√3",
            "√π",
            "¬p",
            "„JÄ“",
            "LÅ”",
            "À – la carte",
            "Đặng Ấn",
            "NGUYỄN VĂN Â",
            "Â\u{a0}",
            "Ð",
            "ÞÐ’",
            "fête — là",
            "naïve “Ä”",
            "São Tomé",
            "Überschrift",
            "–ü",
            "ƒ(x)",
            "À\u{a0}:",
            "«Ô»",
            "ÎLE",
        ] {
            assert_eq!(mojibake(text), None, "{text}");
        }
    }
}
