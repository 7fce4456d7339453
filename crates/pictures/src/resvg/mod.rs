//! Paints by resvg, where there is no browser.

use resvg::tiny_skia::{Pixmap, PixmapMut, Transform};
use resvg::usvg::Tree;
use solidarity_publisher::{PaintError, Painter, Palette, Preview};
use thiserror::Error;

mod fonts;
mod svg;

use crate::encode;
use crate::painting::Painting;
use crate::scene::{HEIGHT, MARK_SIDE, Scene, WIDTH};
use fonts::Fonts;

/// Why no picture could be made.
#[derive(Debug, Error)]
pub enum PictureError {
    /// The SVG is not well-formed, or has no size.
    #[error("the SVG cannot be read: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// No picture can have this width and height, in pixels.
    #[error("no picture of {0} × {1} pixels can be made")]
    Size(u32, u32),
    /// The picture was painted but cannot be written.
    #[error("the picture cannot be written as PNG: {0}")]
    Png(#[from] png::EncodingError),
}

/// Paints pictures without a browser. Text is set in the bundled fonts, or in the computer's fonts for
/// writing systems that those lack. Create one and keep it: creating it searches every font on the
/// computer.
#[derive(Debug)]
pub struct ResvgPainter {
    fonts: Fonts,
    palette: Palette,
    mark: Tree,
}

impl ResvgPainter {
    /// Loads the bundled fonts, then the system's for writing systems that those lack.
    ///
    /// # Errors
    ///
    /// [`PictureError::Svg`] if the mark, an SVG, cannot be read.
    pub fn new(palette: Palette, mark: &str) -> Result<ResvgPainter, PictureError> {
        ResvgPainter::with(Fonts::new(true), palette, mark)
    }

    /// Loads the bundled fonts only: Latin letters, in the same pictures on every computer.
    ///
    /// # Errors
    ///
    /// [`PictureError::Svg`] if the mark, an SVG, cannot be read.
    pub fn bundled(palette: Palette, mark: &str) -> Result<ResvgPainter, PictureError> {
        ResvgPainter::with(Fonts::new(false), palette, mark)
    }

    fn with(fonts: Fonts, palette: Palette, mark: &str) -> Result<ResvgPainter, PictureError> {
        let mark = Tree::from_str(mark, &fonts.options)?;
        Ok(ResvgPainter { fonts, palette, mark })
    }

    /// The colours it paints with.
    pub fn palette(&self) -> &Palette {
        &self.palette
    }

    /// A PNG of 1200 × 630 pixels, under 300 kB; the same bytes for the same words and fonts.
    ///
    /// # Errors
    ///
    /// [`PictureError::Size`] and [`PictureError::Png`] when there is no memory for the picture.
    pub fn paint(&self, preview: &Preview) -> Result<Painting, PictureError> {
        let scene = Scene::new(preview, &self.palette, &self.fonts);
        let tree = Tree::from_str(&svg::svg(&scene, &self.fonts), &self.fonts.options)?;
        let mut picture = canvas(WIDTH, HEIGHT)?;
        resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
        place(&self.mark, scene.mark_at, MARK_SIDE, &mut picture.as_mut());
        Ok(Painting { png: png(picture)?, lacking: scene.lacking })
    }

    /// The mark, centred and as large as fits.
    fn paint_icon(&self, side: u32) -> Result<Vec<u8>, PictureError> {
        let mut picture = canvas(side, side)?;
        place(&self.mark, (0.0, 0.0), side as f32, &mut picture.as_mut());
        png(picture)
    }
}

impl Painter for ResvgPainter {
    fn preview(&self, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        let painting = self.paint(preview).map_err(|error| PaintError(error.into()))?;
        Ok(painting.png)
    }

    fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError> {
        self.paint_icon(side).map_err(|error| PaintError(error.into()))
    }
}

const LONGEST_SIDE: u32 = 4096;

fn canvas(width: u32, height: u32) -> Result<Pixmap, PictureError> {
    Some((width, height))
        .filter(|_| width.max(height) <= LONGEST_SIDE)
        .and_then(|(width, height)| Pixmap::new(width, height))
        .ok_or(PictureError::Size(width, height))
}

fn place(tree: &Tree, (x, y): (f32, f32), side: f32, picture: &mut PixmapMut) {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = side / width.max(height);
    let middle = |length: f32| (side - length * scale) / 2.0;
    let to_square = Transform::from_scale(scale, scale);
    let to_place = to_square.post_translate(x + middle(width), y + middle(height));
    resvg::render(tree, to_place, picture);
}

fn png(picture: Pixmap) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    Ok(encode::png(width, height, &picture.take_demultiplied())?)
}
