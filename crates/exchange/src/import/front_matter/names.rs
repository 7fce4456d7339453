//! The names of fields, however they are written.

/// A name as it is compared: in small letters, with a space for what parts its words.
pub fn plain_name(name: &str) -> String {
    let spaced = name.to_lowercase().replace(['_', '-'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
