//! The parts of a message that a word can be in.

/// The part of a message that a word is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The text.
    Body,
    /// The name of a sender's country.
    Country,
    /// The name or position of a signatory.
    Signatory,
    /// A name of a sender.
    Sender,
}

impl Field {
    pub(super) fn bits(self) -> u32 {
        self as u32
    }

    pub(super) fn of_bits(bits: u32) -> Field {
        match bits {
            0 => Field::Body,
            1 => Field::Country,
            2 => Field::Signatory,
            _ => Field::Sender,
        }
    }
}
