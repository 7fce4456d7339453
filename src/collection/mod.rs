//! A collection of messages: what it holds, and how it is read from JSON.
//!
//! Invariant: imports neither leptos nor web-sys.

pub mod characters;
mod message;
mod parse;
mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod raw;
mod report;
mod value;

pub use message::{Collection, Date, Host, Message, Occasion, Sender, Signature, Source, Text};
pub use parse::{parse, parse_list, parse_texts};
pub use problem::{Position, Problem, ProblemKind};
#[cfg(not(target_arch = "wasm32"))]
pub use raw::json_schema;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use report::is_language_tag;
