//! Styles that hide text or strike it out.

use std::collections::BTreeMap;

/// Classes that hide elements in the styles of many sites.
const HIDING_CLASSES: &[&str] = &["d-none", "display-none", "hidden", "is-hidden"];

/// Whether a `class` attribute hides its element.
pub fn class_hides(classes: &str) -> bool {
    classes.split_whitespace().any(|class| HIDING_CLASSES.contains(&class))
}

/// Whether the words of an element are struck out.
pub fn is_struck(name: &str, style: &Style) -> bool {
    matches!(name, "del" | "s" | "strike") || style.strikes()
}

/// The declarations of a `style` attribute, in lower case and without spaces.
pub struct Style(BTreeMap<String, String>);

impl Style {
    /// Reads the attribute.
    pub fn of(style: &str) -> Style {
        let squeezed =
            |text: &str| text.split_whitespace().collect::<String>().to_ascii_lowercase();
        let declaration = |text: &str| {
            let (name, value) = text.split_once(':')?;
            let value = squeezed(value);
            let value = value.strip_suffix("!important").map(str::to_owned).unwrap_or(value);
            Some((squeezed(name), value))
        };
        // The last of several declarations counts.
        let all: BTreeMap<_, _> = style.split(';').filter_map(declaration).collect();
        Style(all)
    }

    /// Whether this style hides its element.
    pub fn hides(&self) -> bool {
        self.0.iter().any(|(name, value)| match name.as_str() {
            "display" => value == "none",
            "visibility" => matches!(value.as_str(), "hidden" | "collapse"),
            "opacity" | "font-size" => is_zero(value),
            // In documents of Word.
            "mso-hide" => value == "all",
            // Far off the page, where spam for search engines is put.
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

/// Whether a length is -900 pixels or less.
fn is_far_out(value: &str) -> bool {
    let (number, factor) = match (value.strip_suffix("px"), value.strip_suffix("em")) {
        (Some(number), _) => (number, 1.0),
        (_, Some(number)) => (number.trim_end_matches('r'), 16.0),
        _ => return false,
    };
    number.parse::<f32>().is_ok_and(|number| number * factor <= -900.0)
}
