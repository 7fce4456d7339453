//! How well the colours of a look can be read.

use serde::Serialize;

use super::colour::Colour;
use super::sheet::Sheet;

/// Pairs of colours and their minimum contrast, as `solidarity_publisher` requires them: 4.5 for letters, 3 for
/// shapes that must be seen (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
const PAIRS: [(&str, &str, f64); 9] = [
    ("accent", "paper", 4.5),
    ("tile-strong-ink", "tile-strong", 4.5),
    ("tile-ink", "tile", 4.5),
    ("tile-none-ink", "tile-none", 4.5),
    ("ink", "paper", 4.5),
    ("ink-soft", "paper", 4.5),
    ("mark-ink", "mark", 4.5),
    ("control", "paper", 3.0),
    ("focus", "paper", 3.0),
];

/// The contrast from which letters are easy to read (WCAG 2.2, success criterion 1.4.6).
const EASY: f64 = 7.0;

/// How well a colour can be read on another one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contrast {
    /// The name of the colour in front.
    pub on: &'static str,
    /// The name of the colour behind.
    pub under: &'static str,
    /// The screens where they are used.
    pub scheme: Scheme,
    /// The contrast in hundredths, from 100 to 2100, rounded down.
    pub hundredths: u32,
    /// The required contrast, in hundredths.
    pub needed: u32,
    /// The verdict on it.
    pub verdict: Verdict,
    /// The colour in front, or the nearest one that can be read.
    pub readable: Colour,
}

/// Light or dark screens.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Scheme {
    /// Light screens.
    Light,
    /// Dark screens.
    Dark,
}

/// The verdict on a contrast.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// It is easy to read, even for people with low vision.
    Easy,
    /// It can be read.
    Enough,
    /// It cannot be read well: a site with it is not published. It has to be darker.
    TooLight,
    /// It cannot be read well: a site with it is not published. It has to be lighter.
    TooDark,
}

impl Verdict {
    /// Whether a site with this contrast is published.
    pub fn is_enough(self) -> bool {
        matches!(self, Verdict::Easy | Verdict::Enough)
    }
}

/// The contrasts of a style sheet, alternating light and dark screens. Colours that it lacks are skipped.
pub fn contrasts(sheet: &Sheet) -> Vec<Contrast> {
    let mut contrasts = Vec::new();
    for (on, under, needed) in PAIRS {
        let (Some(front), Some(behind)) = (sheet.pair(on), sheet.pair(under)) else { continue };
        let schemes = [Scheme::Light, Scheme::Dark].into_iter();
        for (scheme, (front, behind)) in schemes.zip(front.into_iter().zip(behind)) {
            let ratio = front.contrast(behind);
            let verdict = if ratio >= EASY {
                Verdict::Easy
            } else if ratio >= needed {
                Verdict::Enough
            } else if behind.is_light() {
                Verdict::TooLight
            } else {
                Verdict::TooDark
            };
            contrasts.push(Contrast {
                on,
                under,
                scheme,
                hundredths: hundredths(ratio),
                needed: hundredths(needed),
                verdict,
                readable: front.readable_on(behind, needed),
            });
        }
    }
    contrasts
}

/// A ratio without a fraction, rounded down: formatting fractions takes far more code.
fn hundredths(ratio: f64) -> u32 {
    (ratio * 100.0) as u32
}
