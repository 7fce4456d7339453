//! The colours of the site, as `theme.css` sets them, for the pictures and the browser's own
//! frame.

use std::collections::HashMap;

use cssparser::{ParseError, Parser, Token};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The colours needed outside the style sheets. Reading them also checks the contrast of letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// For light screens and for pictures.
    pub light: Palette,
    /// For dark screens.
    pub dark: Palette,
}

/// Colours as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Palette {
    /// The background of texts.
    pub paper: String,
    /// The colour of texts.
    pub ink: String,
    /// The colour of what stands out.
    pub accent: String,
}

/// What is wrong with the colours.
#[derive(Debug, Error, PartialEq)]
pub enum ThemeError {
    /// A colour is missing, or is not written as a pair.
    #[error(
        "theme.css has no --{0}. Write it for light and for dark, as in \
         --{0}: light-dark(#17181b, #eceae4);"
    )]
    Missing(String),
    /// A text that the element with the styles cannot contain.
    #[error("theme.css contains “</style”, which would end the styles of every page: remove it")]
    EndsStyle,
    /// Letters in one colour cannot be read well on the other.
    #[error(
        "theme.css: --{on} {on_colour} is too near to --{under} {under_colour} on a {scheme} screen. Their \
         contrast is {ratio:.2}, letters need {needed}: make one lighter or darker."
    )]
    Faint {
        /// The name of the colour of the letters.
        on: &'static str,
        /// Its value.
        on_colour: String,
        /// The name of the colour behind them.
        under: &'static str,
        /// Its value.
        under_colour: String,
        /// `light` or `dark`.
        scheme: &'static str,
        /// Their contrast.
        ratio: f64,
        /// The minimum contrast.
        needed: f64,
    },
}

/// Which colour stands on which, and the minimum contrast: 4.5 for letters, 3 for shapes that must
/// be seen (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
const PAIRS: [(&str, &str, f64); 9] = [
    ("ink", "paper", 4.5),
    ("ink-soft", "paper", 4.5),
    ("accent", "paper", 4.5),
    ("tile-ink", "tile", 4.5),
    ("tile-strong-ink", "tile-strong", 4.5),
    ("tile-none-ink", "tile-none", 4.5),
    ("mark-ink", "mark", 4.5),
    ("control", "paper", 3.0),
    ("focus", "paper", 3.0),
];

impl Theme {
    /// Reads the colours from style sheets.
    ///
    /// # Errors
    /// When a colour is missing, or letters in it would be unreadable.
    pub fn read(css: &str) -> Result<Theme, ThemeError> {
        let mut pairs = HashMap::new();
        collect(&mut Parser::new(css), &mut pairs);
        let colour = |name: &str, dark: bool| {
            let (light, darker) = pairs.get(name).ok_or(ThemeError::Missing(name.to_owned()))?;
            Ok(if dark { darker } else { light })
        };
        for (on, under, needed) in PAIRS {
            for dark in [false, true] {
                let (on_colour, under_colour) = (colour(on, dark)?, colour(under, dark)?);
                let ratio = contrast(on_colour, under_colour);
                if ratio < needed {
                    let scheme = if dark { "dark" } else { "light" };
                    let (on_colour, under_colour) = (on_colour.clone(), under_colour.clone());
                    return Err(ThemeError::Faint {
                        on,
                        on_colour,
                        under,
                        under_colour,
                        scheme,
                        ratio,
                        needed,
                    });
                }
            }
        }
        let palette = |dark| {
            let colour = |name: &str| colour(name, dark).cloned();
            Ok(Palette { paper: colour("paper")?, ink: colour("ink")?, accent: colour("accent")? })
        };
        Ok(Theme { light: palette(false)?, dark: palette(true)? })
    }
}

/// Collects every `--name: light-dark(#rrggbb, #rrggbb)`.
fn collect(css: &mut Parser, pairs: &mut HashMap<String, (String, String)>) {
    let mut name = None;
    while let Ok(token) = css.next().cloned() {
        match token {
            Token::CurlyBracketBlock => {
                let nested: Result<(), ParseError<()>> = css.parse_nested_block(|block| {
                    collect(block, pairs);
                    Ok(())
                });
                // The closure never fails, and what follows the block is read in any case.
                debug_assert!(nested.is_ok());
            }
            Token::Ident(ident) => name = ident.strip_prefix("--").map(str::to_owned),
            Token::Colon => {}
            Token::Function(function) if &*function == "light-dark" => {
                let colours = css.parse_nested_block(two_colours);
                if let (Some(name), Ok(colours)) = (name.take(), colours) {
                    pairs.insert(name, colours);
                }
            }
            _ => name = None,
        }
    }
}

fn two_colours(css: &mut Parser) -> Result<(String, String), ParseError<()>> {
    let light = colour(css)?;
    css.expect_comma()?;
    Ok((light, colour(css)?))
}

fn colour(css: &mut Parser) -> Result<String, ParseError<()>> {
    match css.next()? {
        Token::Hash(digits) | Token::IDHash(digits) if digits.len() == 6 => {
            Ok(format!("#{}", digits.to_lowercase()))
        }
        _ => Err(ParseError::unexpected_token()),
    }
}

/// The contrast between two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”).
fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How bright a colour `#rrggbb` is, from 0 to 1 (WCAG 2.2, “relative luminance”).
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let digits = colour.get(at..at + 2).unwrap_or_default();
        let value = f64::from(u8::from_str_radix(digits, 16).unwrap_or_default()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
