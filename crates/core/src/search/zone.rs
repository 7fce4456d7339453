//! The parts of a message that a word can be in.

/// The part of a message that a word is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// The text.
    Body,
    /// The name of a sender's country.
    Country,
    /// The name or position of a signatory.
    Signatory,
    /// A name of a sender.
    Sender,
}

impl Zone {
    pub(super) fn bits(self) -> u32 {
        self as u32
    }

    pub(super) fn of_bits(bits: u32) -> Zone {
        match bits {
            0 => Zone::Body,
            1 => Zone::Country,
            2 => Zone::Signatory,
            _ => Zone::Sender,
        }
    }
}
