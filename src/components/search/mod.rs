//! The search box, and what is said about its results.

pub mod marked;
pub mod progress;
pub mod search_box;
pub mod suggestions;
pub mod tips;
