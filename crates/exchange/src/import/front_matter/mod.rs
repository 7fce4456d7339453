//! Front matter: the sender of a text and who signed it, as YAML, TOML or JSON.

mod fields;
mod json;
mod key;
mod message;
mod names;
mod split;
mod toml;
mod tree;
mod withheld;
mod yaml;
mod yaml_lines;

use solidarity_core::collection::Date;

use split::{Form, Split};
use tree::Read;

pub use message::FrontMatter;
pub use split::{begins_with_field, split};
pub use withheld::{cell_says_no, may_say_no};

/// Reads front matter; `today` decides on dates, if known. What has no place in a message is added to the
/// notes, with its line in the front matter, from 1.
pub fn read(split: &Split, today: Option<Date>, notes: &mut Vec<(usize, String)>) -> FrontMatter {
    let read = match split.form {
        _ if split.front.is_empty() => Read::default(),
        Form::Yaml => yaml_lines::read(split.front),
        Form::Toml => toml::read(split.front),
        Form::Json => json::read(split.front),
    };
    fields::placed(read, today, notes)
}
