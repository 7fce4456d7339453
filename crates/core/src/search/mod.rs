//! Search: folds texts into words, indexes them, answers queries and shows where the answer is.
//!
//! A query is answered by the messages in which each of its words begins a word, those first that have
//! the whole word in its own spelling; where a word begins none, by near ones.

mod answer;
mod bits;
mod builder;
mod dictionary;
mod examples;
mod excerpt;
mod field;
mod fold;
mod index;
mod letters;
mod marker;
mod matching;
mod numbers;
mod phrase;
mod postings;
mod query;
mod ranking;
mod scoring;
mod word_order;

pub use answer::{ByBeginning, Found};
pub use builder::{Builder, Packed};
pub use examples::Examples;
pub use excerpt::{Excerpt, Passage};
pub use field::Field;
pub use fold::{Folder, Glue, Token};
pub use index::Index;
pub use marker::Marker;
pub use numbers::DamagedIndex;
pub use query::Query;
pub use word_order::WordOrder;
