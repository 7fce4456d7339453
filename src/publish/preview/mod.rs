//! Pictures of pages: what a chat shows beside a shared link, and the icons of the site.

use resvg::tiny_skia::{Pixmap, PixmapMut, Transform};
use resvg::usvg::{Options, Tree};

use super::theme::Palette;

mod encode;
mod fonts;
mod layout;
mod page;

/// What a preview picture says. Any text may be empty, or too long to be shown whole.
#[derive(Debug, Clone, Copy, Default)]
pub struct Preview<'a> {
    /// Where the message comes from: one line, in the strong colour, above the headline.
    pub place: &'a str,
    /// Who sends it: up to four lines, as large as fits.
    pub headline: &'a str,
    /// How it begins: up to three lines.
    pub line: &'a str,
    /// What it was sent to: one line at the foot.
    pub occasion: &'a str,
}

/// Why no picture could be made.
#[derive(Debug, thiserror::Error)]
pub enum PaintError {
    /// The SVG is not well-formed, or has no size.
    #[error("the SVG cannot be read: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// No picture can have this width and height, in pixels.
    #[error("no picture of {0} × {1} pixels can be made")]
    Size(u32, u32),
    /// The picture was painted but cannot be written.
    #[error("the picture cannot be written as PNG: {0}")]
    Png(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Paints pictures. Make one and keep it: it looks through every font of the computer.
#[derive(Debug)]
pub struct Painter {
    options: Options<'static>,
    palette: Palette,
    mark: Tree,
}

impl Painter {
    /// Loads the bundled fonts, then those of the system for the scripts that the bundled lack.
    ///
    /// # Errors
    ///
    /// [`PaintError::Svg`] if the mark, an SVG, cannot be read.
    pub fn new(palette: Palette, mark: &str) -> Result<Painter, PaintError> {
        let options = fonts::options();
        let mark = Tree::from_str(mark, &options)?;
        Ok(Painter { options, palette, mark })
    }

    /// The colours it paints with.
    pub fn palette(&self) -> &Palette {
        &self.palette
    }

    /// A PNG of 1200 × 630 pixels, under 300 kB; the same bytes for the same words and fonts.
    ///
    /// # Errors
    ///
    /// Only if there is no memory for the picture: no words can cause an error.
    pub fn preview(&self, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        let tree =
            Tree::from_str(&page::svg(preview, &self.palette, &self.options), &self.options)?;
        let mut picture = canvas(page::WIDTH, page::HEIGHT)?;
        resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
        place(&self.mark, page::MARK_AT, page::MARK_SIDE, &mut picture.as_mut());
        png(&picture)
    }

    /// The mark as a PNG of `side` × `side` pixels, in the middle, as large as fits.
    ///
    /// # Errors
    ///
    /// [`PaintError::Size`] if `side` is 0 or above 4096.
    pub fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError> {
        let mut picture = canvas(side, side)?;
        place(&self.mark, (0.0, 0.0), side as f32, &mut picture.as_mut());
        png(&picture)
    }
}

const LONGEST_SIDE: u32 = 4096;

fn canvas(width: u32, height: u32) -> Result<Pixmap, PaintError> {
    Some((width, height))
        .filter(|_| width.max(height) <= LONGEST_SIDE)
        .and_then(|(width, height)| Pixmap::new(width, height))
        .ok_or(PaintError::Size(width, height))
}

fn place(tree: &Tree, (x, y): (f32, f32), side: f32, picture: &mut PixmapMut) {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = side / width.max(height);
    let middle = |length: f32| (side - length * scale) / 2.0;
    let to_square = Transform::from_scale(scale, scale);
    let to_place = to_square.post_translate(x + middle(width), y + middle(height));
    resvg::render(tree, to_place, picture);
}

fn png(picture: &Pixmap) -> Result<Vec<u8>, PaintError> {
    encode::png(picture).map_err(PaintError::Png)
}
