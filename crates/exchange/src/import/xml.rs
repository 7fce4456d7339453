//! XML in office documents, read within limits.

use roxmltree::{Document, Error, Node, ParsingOptions};

/// The most nodes of a document part: each takes a hundred bytes of memory.
const NODES: u32 = 3_000_000;

/// Reads a part. Entity declarations, which could make it grow, are refused.
///
/// # Errors
/// When it is not XML, or has too many nodes.
pub fn parsed(text: &str) -> Result<Document<'_>, Error> {
    Document::parse_with_options(
        text,
        ParsingOptions { nodes_limit: NODES, ..ParsingOptions::default() },
    )
}

/// The first child element of this local name.
pub fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.tag_name().name() == name)
}
