//! The search box, and what tells of its answer.

pub mod marked;
pub mod progress;
pub mod search_box;
pub mod suggestions;
pub mod tips;
