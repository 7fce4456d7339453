//! What to undo at the end of an element.

use crate::import::html::writer::Place;

/// What to undo at the end of an element.
pub enum Undo {
    Block,
    Strong,
    Heading,
    List,
    Item(usize),
    Table,
    Row(usize),
    Enclosed,
    Preformatted,
    Figure,
    Quote(&'static str),
    Raised(Place, Tone, usize),
    Reading(Place),
    Lang,
    LangOfBlock,
    Anchor,
}

#[derive(Clone, Copy)]
pub enum Tone {
    Raised,
    Lowered,
}
