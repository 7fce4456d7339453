//! Painting the pictures of a site; the caller of the publisher provides it.

use thiserror::Error;

/// What a preview picture says. Any text may be empty, or too long to fit.
#[derive(Debug, Clone, Copy, Default)]
pub struct Preview<'a> {
    /// Where the message comes from: one line above the headline, in the accent colour.
    pub place: &'a str,
    /// Who sends it: up to four lines, as large as fits.
    pub headline: &'a str,
    /// How it begins: up to three lines.
    pub line: &'a str,
    /// What the message was sent to: one line at the bottom.
    pub occasion: &'a str,
}

/// Paints the pictures of a site in its colours, as PNG.
pub trait Painter {
    /// Whether there are previews at all. If not, none is asked for, and no page promises one.
    fn has_previews(&self) -> bool {
        true
    }

    /// The picture that chat applications show beside a shared link: 1200 × 630 pixels.
    ///
    /// # Errors
    /// When there is no memory for the picture. No text can cause an error.
    fn preview(&self, preview: &Preview) -> Result<Vec<u8>, PaintError>;

    /// The preview of a message, given by its id, or of the site as a whole (`None`), for a painter
    /// that reports on it.
    ///
    /// # Errors
    /// Those of [`Painter::preview`].
    fn preview_of(&self, _id: Option<&str>, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        self.preview(preview)
    }

    /// The icon of the site, of `side` × `side` pixels.
    ///
    /// # Errors
    /// When a picture cannot have that size.
    fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError>;
}

/// Why a picture was not painted.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct PaintError(#[from] pub Box<dyn std::error::Error + Send + Sync>);
