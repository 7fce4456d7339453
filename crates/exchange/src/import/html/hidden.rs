//! Elements that readers do not see, or see struck out.

use crate::import::html::elements::is_apart;
use crate::import::html::tag::Tag;
use crate::import::style::{Style, class_hides, is_struck};

/// Why the text of an element is not part of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Readers do not see it, or it is not text.
    Apart(String),
    /// It is struck out.
    Struck,
}

/// Why the text of an element with this start tag is not part of the message, if so.
pub fn why(tag: &Tag) -> Option<Why> {
    let name = tag.name.as_str();
    let style = Style::of(tag.attribute("style").unwrap_or_default());
    let classes = tag.attribute("class").unwrap_or_default();
    if tag.attribute("hidden").is_some() || style.hides() || class_hides(classes) {
        return Some(Why::Apart(format!("hidden text (<{name}>)")));
    }
    if is_apart(name) || (name == "dialog" && tag.attribute("open").is_none()) {
        return Some(Why::Apart(format!("<{name}>")));
    }
    is_struck(name, &style).then_some(Why::Struck)
}
