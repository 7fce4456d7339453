//! Numbers as bytes, with seven bits per byte (LEB128, the DWARF 5 standard, §7.6).

use std::fmt;

/// The bytes are not an index, or only part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedIndex;

impl fmt::Display for DamagedIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the index is damaged")
    }
}

/// Writes a number.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads bytes from an offset on.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// A reader that starts at an offset.
    pub fn new(bytes: &'a [u8], at: usize) -> Reader<'a> {
        Reader { bytes, at }
    }

    /// The current offset.
    pub fn at(&self) -> usize {
        self.at
    }

    /// A number that [`write()`] wrote; `None` at the end of the bytes.
    #[inline]
    pub fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// A number that must be present.
    pub fn number(&mut self) -> Result<usize, DamagedIndex> {
        self.next().map(|number| number as usize).ok_or(DamagedIndex)
    }

    /// This many numbers, each of at least a byte.
    pub fn numbers(&mut self, count: usize) -> Result<Vec<u32>, DamagedIndex> {
        if count > self.bytes.len() {
            return Err(DamagedIndex);
        }
        (0..count).map(|_| self.next().ok_or(DamagedIndex)).collect()
    }

    /// This many raw bytes.
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], DamagedIndex> {
        let end = self.at.checked_add(count).ok_or(DamagedIndex)?;
        let bytes = self.bytes.get(self.at..end).ok_or(DamagedIndex)?;
        self.at = end;
        Ok(bytes)
    }

    /// Checks that these bytes come next.
    pub fn expect(&mut self, mark: &[u8]) -> Result<(), DamagedIndex> {
        if self.bytes(mark.len())? == mark { Ok(()) } else { Err(DamagedIndex) }
    }
}
