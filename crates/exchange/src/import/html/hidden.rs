//! Which elements readers do not see, or see as struck out.

use std::collections::BTreeMap;

use crate::import::html::elements::is_apart;
use crate::import::html::pieces::Tag;

/// Why the text of an element is no text of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Readers do not see it, or it is no text.
    Apart(String),
    /// It is struck out.
    Struck,
}

/// Why the text of an element with this start tag is no text of the message, if it is none.
pub fn why(tag: &Tag) -> Option<Why> {
    let name = tag.name.as_str();
    let style = Style::of(tag.attribute("style").unwrap_or_default());
    if tag.attribute("hidden").is_some() || style.hides() {
        return Some(Why::Apart(format!("hidden text (<{name}>)")));
    }
    if is_apart(name) || (name == "dialog" && tag.attribute("open").is_none()) {
        return Some(Why::Apart(format!("<{name}>")));
    }
    let struck = matches!(name, "del" | "s" | "strike") || style.strikes();
    struck.then_some(Why::Struck)
}

/// The declarations of a `style` attribute, in small letters and without space.
struct Style(BTreeMap<String, String>);

impl Style {
    fn of(style: &str) -> Style {
        let squeezed =
            |text: &str| text.split_whitespace().collect::<String>().to_ascii_lowercase();
        let declaration = |text: &str| {
            let (name, value) = text.split_once(':')?;
            let value = squeezed(value);
            let value = value.strip_suffix("!important").map(str::to_owned).unwrap_or(value);
            Some((squeezed(name), value))
        };
        // Of two declarations the last one counts.
        let all: BTreeMap<_, _> = style.split(';').filter_map(declaration).collect();
        Style(all)
    }

    fn hides(&self) -> bool {
        self.0.iter().any(|(name, value)| match name.as_str() {
            "display" => value == "none",
            "visibility" => matches!(value.as_str(), "hidden" | "collapse"),
            "opacity" | "font-size" => is_zero(value),
            // Far outside of the page, where advertisements for search engines are put.
            "left" | "top" | "right" | "text-indent" | "margin-left" | "margin-top" => {
                is_far_out(value)
            }
            _ => false,
        })
    }

    fn strikes(&self) -> bool {
        let lines = ["text-decoration", "text-decoration-line"];
        let mut values = lines.iter().filter_map(|name| self.0.get(*name));
        values.any(|value| value.contains("line-through"))
    }
}

/// Whether a length or a number is zero, in whatever unit.
fn is_zero(value: &str) -> bool {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    number.parse::<f32>().is_ok_and(|number| number == 0.0)
}

/// Whether a length is 900 pixels or more to the other side.
fn is_far_out(value: &str) -> bool {
    let (number, factor) = match (value.strip_suffix("px"), value.strip_suffix("em")) {
        (Some(number), _) => (number, 1.0),
        (_, Some(number)) => (number.trim_end_matches('r'), 16.0),
        _ => return false,
    };
    number.parse::<f32>().is_ok_and(|number| number * factor <= -900.0)
}
