//! Bit sets.

/// A set of numbers.
#[derive(Clone, Default)]
pub struct Bits(Vec<u8>);

impl Bits {
    /// The set that [`Bits::pack`] wrote.
    pub fn of(bytes: &[u8]) -> Bits {
        Bits(bytes.to_vec())
    }

    /// The number of bytes for a set of numbers below this.
    pub fn size(numbers: usize) -> usize {
        numbers.div_ceil(8)
    }

    /// Adds a number.
    pub fn set(&mut self, number: usize) {
        if self.0.len() <= number / 8 {
            self.0.resize(number / 8 + 1, 0);
        }
        if let Some(byte) = self.0.get_mut(number / 8) {
            *byte |= 1 << (number % 8);
        }
    }

    /// Whether the set contains a number.
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 8).is_some_and(|byte| byte >> (number % 8) & 1 == 1)
    }

    /// Writes the numbers in the set that are below this.
    pub fn pack(&self, bytes: &mut Vec<u8>, numbers: usize) {
        bytes
            .extend((0..Bits::size(numbers)).map(|at| self.0.get(at).copied().unwrap_or_default()));
    }
}
