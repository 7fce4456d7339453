//! Changes inputs, the same way for the same seed.

use crate::LARGEST;

/// Numbers that look random: xorshift64* (Vigna, “An experimental exploration of Marsaglia’s xorshift
/// generators, scrambled”, ACM TOMS 42, 2016).
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed: other seeds have other numbers, but for one pair, as the state must not be 0.
    pub fn new(seed: u64) -> Chance {
        Chance((seed ^ 0x9e37_79b9_7f4a_7c14).max(1))
    }

    /// A number below another; 0 below 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        number as usize % end.max(1)
    }

    /// A number below a power of two, small ones as likely as large ones.
    fn size(&mut self, bits: usize) -> usize {
        let bits = self.below(bits);
        self.below(1 << bits)
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

/// Bytes that mean something to a parser, or to nobody.
const BYTES: &[u8] =
    b"\0\t\n\r \"'#%&()*+,-./:;<=>?@[\\]^_`{|}~09azAZ\x7f\x80\xbf\xc3\xe2\xed\xf0\xff";

/// What breaks readers of any format.
const ANYWHERE: &[&str] = &[
    "\u{feff}",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{0}",
    "\u{85}",
    "\r\n",
    "\n\n",
    "e\u{301}",
    "\u{301}",
    "ﬁ",
    "İ",
    "ß",
    "한",
    "ไทย",
    "日本",
    "حزب",
    "👨\u{200d}👩",
    "\u{10ffff}",
    "99999999999999999999",
    "-1",
    "1e999",
    "%00",
    "%F0%9F",
    "&#0;",
    "&#x110000;",
    "\\ud800",
];

/// An input, changed in a few ways; `other` is one of which it may take a part.
pub fn changed(input: &[u8], other: &[u8], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=chance.below(4) {
        change(&mut bytes, other, words, chance);
        bytes.truncate(LARGEST);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], words: &[&str], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let end = bytes.len().min(at + chance.size(13));
    let part = bytes.get(at..end).unwrap_or_default().to_vec();
    let word = |chance: &mut Chance| {
        let from = if chance.below(4) == 0 { ANYWHERE } else { words };
        chance.one(from).copied().unwrap_or_default().as_bytes().to_vec()
    };
    let instead = match chance.below(9) {
        0 => Vec::new(),
        1 => chance.one(BYTES).copied().into_iter().collect(),
        2 => part.iter().map(|byte| byte ^ (1 << chance.below(8))).collect(),
        3 => [part.as_slice(), part.as_slice()].concat(),
        4 => part.repeat(1 + chance.size(11)),
        5 => {
            let from = chance.below(other.len() + 1);
            let to = from + chance.below(other.len() - from + 1);
            other.get(from..to).unwrap_or_default().to_vec()
        }
        6 => word(chance).repeat(1 + chance.size(14)),
        7 => [word(chance), part].concat(),
        _ => word(chance),
    };
    // A part that grows without a limit would only be cut again.
    let room = LARGEST.saturating_sub(bytes.len() - (end - at));
    bytes.splice(at..end, instead.into_iter().take(room));
}
