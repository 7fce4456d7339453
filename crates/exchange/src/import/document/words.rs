//! The words of a part that is left out, for a note.

use roxmltree::Node;

/// The words in an element, with a space between its paragraphs.
pub fn words(node: Node) -> String {
    let mut words = String::new();
    for node in node.descendants() {
        match node.tag_name().name() {
            "p" | "h" | "tab" | "br" | "cr" | "line-break" | "s" => words.push(' '),
            "" if node.is_text() => {
                let of = node.parent().map(|parent| parent.tag_name().name()).unwrap_or_default();
                if !matches!(of, "instrText" | "delInstrText" | "creator" | "date") {
                    words += node.text().unwrap_or_default();
                }
            }
            _ => {}
        }
    }
    words
}
