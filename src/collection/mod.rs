//! A collection of messages: what it holds, and how it is read from JSON.
//!
//! Invariant: imports neither leptos nor web-sys.

pub mod characters;
mod message;
mod parse;
mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod raw;
mod value;

pub use message::{Collection, Date, Host, Message, Occasion, Sender, Signature, Source, Text};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use parse::is_language_tag;
pub use parse::{parse, parse_list, parse_texts};
pub use problem::{Position, Problem, ProblemKind};
#[cfg(not(target_arch = "wasm32"))]
pub use raw::json_schema;
