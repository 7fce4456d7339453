//! Search: folds texts into words, indexes them, answers queries and shows where the answer is.
//!
//! A query is answered by the messages in which each of its words begins a word. Invariant: imports
//! neither leptos nor web-sys.

mod excerpt;
mod fold;
mod index;
mod query;

pub use excerpt::{Excerpt, Passage};
pub use fold::{Folder, Token};
pub use index::Index;
pub use query::Query;
