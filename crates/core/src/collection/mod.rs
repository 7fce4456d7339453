//! A collection of messages: what it holds, and how it is read from JSON.

pub mod characters;
mod message;
mod parse;
mod problem;
#[cfg(feature = "format")]
pub mod raw;
mod report;
mod value;

pub use message::{Collection, Date, Host, Message, Occasion, Sender, Signature, Source, Text};
pub use parse::{is_id, parse, parse_list, parse_texts};
pub use problem::{Position, Problem, ProblemKind};
#[cfg(feature = "format")]
pub use raw::json_schema;
pub use report::{is_language_tag, is_site_file, is_web_address};
