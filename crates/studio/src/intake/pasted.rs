//! Pasted text.

/// The name of a pasted text among the sources, which tells its kind: spreadsheet cells are pasted as lines
/// with tabs.
pub fn pasted_name(text: &str, number: usize) -> String {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_table = lines.next().is_some_and(|line| line.contains('\t')) && lines.next().is_some();
    let (what, end) = if is_table { ("Pasted table ", ".tsv") } else { ("Pasted text ", ".txt") };
    [what, &number.to_string(), end].concat()
}
