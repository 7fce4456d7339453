//! The names of fields, in whatever spelling.

/// A name in the form used for comparing: in lower case, with spaces between its words.
pub fn plain_name(name: &str) -> String {
    let spaced = name.to_lowercase().replace(['_', '-'], " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
