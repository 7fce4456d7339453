//! The beginning of an XML file.

/// A text from the beginning of the XML in it, as long in lines, and what stood before it. Nothing,
/// not even an empty line, may stand before an XML declaration: without the declaration it may.
pub fn from_its_beginning(text: String) -> (String, Option<(usize, String)>) {
    let Some(start) = text.find("<?xml").filter(|start| *start > 0) else { return (text, None) };
    let (before, xml) = text.split_at(start);
    let words = before.trim();
    // A mention of a declaration within a text.
    if words.contains("<rss") || words.contains("<item") {
        return (text, None);
    }
    let Some(end) = xml.find("?>") else { return (text, None) };
    let (declaration, rest) = xml.split_at(end + 2);
    let lines = before.matches('\n').count() + declaration.matches('\n').count();
    let line = 1 + before
        .get(..before.len() - before.trim_start().len())
        .unwrap_or_default()
        .matches('\n')
        .count();
    let said = (!words.is_empty()).then(|| {
        let words: String = words.chars().take(200).collect();
        (line, format!("left out: what stands before the export begins: {words}"))
    });
    ("\n".repeat(lines) + rest, said)
}
