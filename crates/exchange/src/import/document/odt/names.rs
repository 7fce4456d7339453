//! Names of OpenDocument (ODF 1.3, part 3).

use roxmltree::Node;

pub const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
pub const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
pub const STYLE: &str = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
pub const FO: &str = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
pub const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The numeric value of an attribute.
pub fn number(node: Node, name: (&str, &str)) -> Option<usize> {
    node.attribute(name)?.parse().ok()
}
