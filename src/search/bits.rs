//! Sets of numbers, one bit for each.

/// A set of numbers.
#[derive(Clone, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// Adds a number.
    pub fn set(&mut self, number: usize) {
        let at = number / 64;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        if let Some(word) = self.0.get_mut(at) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether a number is in it.
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// The numbers in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros() as usize;
                rest &= rest.checked_sub(1)?;
                Some(at * 64 + bit)
            })
        })
    }
}

/// The messages that have a word with these one or two first letters: what so few letters begin is
/// in thousands of words, too many to visit at a keystroke.
#[derive(Default)]
pub struct Shortcuts(Vec<Bits>);

/// The letters and digits that shortcuts are for, and none.
const SYMBOLS: usize = 37;

impl Shortcuts {
    /// Notes that a message has a word.
    pub fn add(&mut self, word: &str, message: usize) {
        if self.0.is_empty() {
            self.0.resize_with(SYMBOLS * SYMBOLS, Bits::default);
        }
        let mut letters = word.bytes().map(symbol);
        let Some(first) = letters.next().flatten() else { return };
        let second = letters.next().flatten();
        for place in [Some(first * SYMBOLS), second.map(|second| first * SYMBOLS + second)] {
            if let Some(bits) = place.and_then(|place| self.0.get_mut(place)) {
                bits.set(message);
            }
        }
    }

    /// The messages that have a word beginning so, if this is one or two letters.
    pub fn get(&self, letters: &str) -> Option<&Bits> {
        let mut symbols = letters.bytes().map(symbol);
        let place = match (symbols.next(), symbols.next(), symbols.next()) {
            (Some(Some(first)), None, None) => first * SYMBOLS,
            (Some(Some(first)), Some(Some(second)), None) => first * SYMBOLS + second,
            _ => return None,
        };
        self.0.get(place)
    }
}

fn symbol(byte: u8) -> Option<usize> {
    match byte {
        b'a'..=b'z' => Some(usize::from(byte - b'a') + 1),
        b'0'..=b'9' => Some(usize::from(byte - b'0') + 27),
        _ => None,
    }
}
