//! The elements and attributes of a Word document (ECMA-376, part 1, §17), regardless of prefix.

use roxmltree::Node;

use crate::import::xml::child;

/// The value of an attribute, by its local name.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

/// The value that most elements have as their only attribute.
pub fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    attribute(node, "val")
}

/// The value of an element that switches something on or off (§17.17.4).
pub fn switch(node: Node, name: &str) -> Option<bool> {
    let node = child(node, name)?;
    Some(!matches!(value(node), Some("0" | "false" | "off" | "none")))
}
