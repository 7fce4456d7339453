//! XML in the archives of office programs, read within limits.

use roxmltree::{Document, Error, Node, ParsingOptions};

/// No part of a document may have more elements and texts than this: each takes a hundred bytes of memory.
const NODES: u32 = 3_000_000;

/// Reads a part. Declarations of entities, which could make it grow, are refused.
///
/// # Errors
/// When it is no XML, or has too many elements.
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
