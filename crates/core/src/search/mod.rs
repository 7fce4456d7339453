//! Search: folds texts into words, indexes them, answers queries and highlights matches.
//!
//! A message matches a query if each word of the query begins a word of the message. Messages with
//! the whole word, in the same spelling, come first. Typos are forgiven only if the typed word is
//! not itself in the index.

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
