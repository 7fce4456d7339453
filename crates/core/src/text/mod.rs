//! What is needed to count, cut, join and lay out a text: writing systems, segments, direction.

mod direction;
mod inserted;
mod paragraphs;
mod segments;
mod writing_system;

pub use direction::direction;
pub use inserted::{closed, in_line, inserted, starts_right_to_left};
pub use paragraphs::paragraphs;
pub use segments::segments;
pub use writing_system::{is_mark, is_unspaced};
