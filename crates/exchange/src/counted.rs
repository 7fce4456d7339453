//! Numbers of things in words.

/// A number of things: `1 row`, `2 rows`.
pub fn counted(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}
