//! What a written page tells the program, and what the program tells the page.

use super::address::address_of;
use super::document::{document, element};
use super::error::BrowserError;
use solidarity_core::handover::{ELEMENT, Handover, PageShape};
use web_sys::Element;

/// How the program is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramState {
    /// It responds to clicks and typing.
    Alive,
    /// Something it needs could not be fetched.
    Unreachable,
}

/// What a written page tells the program, with full addresses; `None` if nothing was written.
pub fn handover() -> Result<Option<Handover>, BrowserError> {
    let Some(element) = element(ELEMENT) else { return Ok(None) };
    let Some(mut handover) = Handover::read(&|name| element.get_attribute(name)) else {
        return Ok(None);
    };
    let parts = handover.parts.iter_mut();
    let parts = parts.flat_map(|parts| [&mut parts.index, &mut parts.order, &mut parts.texts]);
    for file in parts.chain([&mut handover.messages]) {
        *file = address_of(file)?;
    }
    Ok(Some(handover))
}

/// The current shape of an element's content.
pub fn shape_of(element: &Element) -> Result<PageShape, BrowserError> {
    let mut shape = PageShape::EMPTY;
    let walker = document().create_tree_walker(element)?;
    while let Some(node) = walker.next_node()? {
        shape.add(&node.node_name());
    }
    Ok(shape)
}

/// Tells the page how the program is doing. Its styles and `src/start.js` rely on this.
pub fn note_program(state: ProgramState) -> Result<(), BrowserError> {
    if let Some(root) = document().document_element() {
        let state = match state {
            ProgramState::Alive => "alive",
            ProgramState::Unreachable => "unreachable",
        };
        root.set_attribute("data-program", state)?;
    }
    Ok(())
}
