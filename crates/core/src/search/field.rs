//! Where in a message a word stands.

/// Where in a message a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the text.
    Body,
    /// In the name of a sender's country.
    Country,
    /// In the name or office of somebody who signed.
    Signatory,
    /// In a name of a sender.
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
