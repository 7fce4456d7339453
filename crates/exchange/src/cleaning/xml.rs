//! The beginning of an XML file.

/// A text in which no space stands before the XML declaration, as long in lines. Nothing may stand
/// before it (XML 1.0, §2.8), and plugins leave empty lines there: without a declaration they may.
pub fn without_late_declaration(text: String) -> String {
    let body = text.trim_start();
    if body.len() == text.len() || !body.starts_with("<?xml") {
        return text;
    }
    let Some((_, rest)) = body.split_once("?>") else { return text };
    let before = text.get(..text.len() - rest.len()).unwrap_or_default();
    "\n".repeat(before.matches('\n').count()) + rest
}
