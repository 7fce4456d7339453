//! What painting a preview gives.

use std::collections::BTreeSet;

/// A preview picture.
#[derive(Debug)]
pub struct Painting {
    /// The picture as PNG.
    pub png: Vec<u8>,
    /// The writing systems, by their English names, of letters that no font has. The texts with such
    /// letters are not in the picture.
    pub lacking: BTreeSet<String>,
}
