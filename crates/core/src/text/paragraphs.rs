//! Paragraphs of plain text, with empty lines between.

/// The paragraphs of a text, letter for letter, each with the byte that it begins at. Lines of
/// nothing but space are between paragraphs and part of none.
pub fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut paragraphs = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.trim_end_matches('\n').len();
        if line.trim().is_empty() {
            paragraphs.extend(open.take());
        } else {
            open = Some((open.map_or(at, |(start, _)| start), end));
        }
        at += line.len();
    }
    paragraphs.extend(open);
    let text_of = |(start, end)| Some((start, text.get(start..end)?));
    paragraphs.into_iter().filter_map(text_of).collect()
}
