//! The colours of the site, as `style/theme.css` sets them: for pictures and for the browser's frame.

use std::collections::HashMap;

use cssparser::{ParseError, Parser, Token};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The colours that are needed outside of style sheets, and those that letters stand on each other in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// On a light screen and in pictures.
    pub light: Palette,
    /// On a dark screen.
    pub dark: Palette,
}

/// Colours as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Palette {
    /// Behind the texts.
    pub paper: String,
    /// Of the texts.
    pub ink: String,
    /// Of what is to stand out.
    pub accent: String,
}

/// What is wrong with the colours.
#[derive(Debug, Error, PartialEq)]
pub enum ThemeError {
    /// A colour is missing, or is not written as a pair.
    #[error(
        "style/theme.css has no --{0}. Write it for light and for dark, as in \
         --{0}: light-dark(#17181b, #eceae4);"
    )]
    Missing(String),
    /// Letters in one colour cannot be read well on the other.
    #[error(
        "style/theme.css: --{on} {on_colour} is too near to --{under} {under_colour} on a {scheme} screen. \
         Their contrast is {ratio:.2}, letters need {needed}: make one lighter or darker."
    )]
    Faint {
        /// The colour of the letters.
        on: &'static str,
        /// As it is set.
        on_colour: String,
        /// The colour behind them.
        under: &'static str,
        /// As it is set.
        under_colour: String,
        /// `light` or `dark`.
        scheme: &'static str,
        /// Their contrast.
        ratio: f64,
        /// What it must be.
        needed: f64,
    },
}

/// What stands on what, and the least contrast: 4.5 for letters, 3 for the shapes that one must see
/// (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
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
    /// When a colour is missing, or letters in it could not be read.
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

/// Gathers every `--name: light-dark(#rrggbb, #rrggbb)`.
fn collect(css: &mut Parser, pairs: &mut HashMap<String, (String, String)>) {
    let mut name = None;
    while let Ok(token) = css.next().cloned() {
        match token {
            Token::CurlyBracketBlock => {
                let nested: Result<(), ParseError<()>> = css.parse_nested_block(|block| {
                    collect(block, pairs);
                    Ok(())
                });
                // The closure finds no fault; what follows the block is read all the same.
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

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”).
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
