//! What is needed to count, cut and lay out a text: writing systems, segments, direction.

mod direction;
mod segments;
mod writing_system;

pub use direction::direction;
pub use segments::segments;
pub use writing_system::{is_mark, is_unspaced};
