//! Fonts, and what a painter has to know of its own for a picture to be laid out.

/// The font that a text should have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// The name of the family: that of the site's fonts.
    pub family: &'static str,
    /// The weight, from 100 to 900.
    pub weight: u16,
    /// The space added after each letter, in multiples of the size.
    pub tracking: f32,
}

/// Measures the fonts of a painter.
pub trait FontMetrics {
    /// The width of a line at a size of one pixel, measured by what will draw it, so that kerning,
    /// tracking and letters of other fonts count.
    fn advance(&self, line: &str, font: Font) -> f32;

    /// Whether a letter can be drawn, in this font or in one that stands in for it.
    fn has(&self, letter: char, font: Font) -> bool;
}
