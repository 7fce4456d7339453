//! Colours, and their contrast.

use serde::{Deserialize, Serialize};

/// An sRGB colour: red, green and blue.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(pub [u8; 3]);

/// What is not a colour.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("“{0}” is not a colour. Write six digits, as in #c3151c.")]
pub struct NoColour(pub String);

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour([255; 3]);
    /// Black.
    pub const BLACK: Colour = Colour([0; 3]);

    /// Reads `#rrggbb` or `#rgb`, with or without `#` (CSS Color 4, §5.2).
    ///
    /// # Errors
    /// For anything else.
    pub fn parse(text: &str) -> Result<Colour, NoColour> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let digit = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let digits: Option<Vec<u8>> = digits.chars().take(7).map(digit).collect();
        match digits.as_deref() {
            Some(&[r, g, b]) => Ok(Colour([r * 17, g * 17, b * 17])),
            Some(&[r, s, g, h, b, c]) => Ok(Colour([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => Err(NoColour(text.to_owned())),
        }
    }

    /// As `#rrggbb`.
    pub fn written(self) -> String {
        let mut text = "#".to_owned();
        for part in self.0 {
            let digits = [part / 16, part % 16].map(|digit| char::from_digit(digit.into(), 16));
            text.extend(digits.into_iter().flatten());
        }
        text
    }

    /// The colour between this one and another: 0 % is this one, 100 % the other.
    pub fn mixed(self, other: Colour, percent: u32) -> Colour {
        let percent = percent.min(100);
        let [r, g, b] = self.0;
        let [s, h, c] = other.0;
        let part = |a: u8, b: u8| {
            let sum = u32::from(a) * (100 - percent) + u32::from(b) * percent;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Colour([part(r, s), part(g, h), part(b, c)])
    }

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2, “contrast ratio”).
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest colour towards black or white whose contrast with the ground is enough. It moves away from
    /// the ground: darker on a light one, lighter on a dark one.
    pub fn readable_on(self, ground: Colour, needed: f64) -> Colour {
        let end = if ground.is_light() { Colour::BLACK } else { Colour::WHITE };
        let mut steps = (0..=100).map(|percent| self.mixed(end, percent));
        steps.find(|colour| colour.contrast(ground) >= needed).unwrap_or(end)
    }

    /// Whether black can be read on it better than white.
    pub fn is_light(self) -> bool {
        self.contrast(Colour::BLACK) >= self.contrast(Colour::WHITE)
    }

    /// How bright it is, from 0 to 1 (WCAG 2.2, “relative luminance”).
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let value = f64::from(part) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl TryFrom<String> for Colour {
    type Error = NoColour;

    fn try_from(text: String) -> Result<Colour, NoColour> {
        Colour::parse(&text)
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> String {
        colour.written()
    }
}
