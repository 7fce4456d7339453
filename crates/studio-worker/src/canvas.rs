//! Paints preview pictures on a canvas of the browser, in a Web Worker.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use solidarity_pictures::{
    Anchor, Direction, Font, FontMetrics, HEIGHT, Line, MARK_SIDE, Rectangle, Scene, WIDTH,
    merge_shades, png,
};
use solidarity_publisher::{PaintError, Painter, Palette, Preview};
use thiserror::Error;
use wasm_bindgen::prelude::*;
use web_sys::{
    ContextAttributes2d, ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2d,
};

/// Paints pictures on a canvas: with the site's fonts, if `loadFonts` of `fonts.js` has loaded them into the
/// worker, and with the fonts of the computer for letters that they lack.
///
/// The layout is that of the pictures painted by resvg, but not the pixels: each smooths letters in its own
/// way.
pub struct CanvasPainter {
    canvas: Context,
    fonts: CanvasFonts,
    palette: Palette,
    mark: ImageBitmap,
    icons: BTreeMap<u32, Vec<u8>>,
    lacking: RefCell<Lacking>,
}

/// The writing systems without a font, by their English names, each with the ids of the messages whose pictures
/// leave out texts for that reason; `None` is the site as a whole.
pub type Lacking = BTreeMap<String, BTreeSet<Option<String>>>;

/// Why nothing can be painted.
#[derive(Debug, Error)]
pub enum CanvasError {
    /// The browser has no canvas for workers, or has no memory for one.
    #[error("this browser cannot paint in the background: {0}")]
    Canvas(String),
    /// The page has not drawn an icon of the requested size.
    #[error("there is no icon of {0} × {0} pixels")]
    NoIcon(u32),
}

impl CanvasPainter {
    /// A painter in these colours. A worker cannot decode SVG, so the page has to draw the site's mark: as a
    /// square picture of at least [`MARK_SIDE`] pixels, and as [icons](solidarity_publisher::ICONS), PNG by
    /// their sides.
    ///
    /// # Errors
    /// When the browser has no canvas for workers.
    pub fn new(
        palette: Palette,
        mark: ImageBitmap,
        icons: BTreeMap<u32, Vec<u8>>,
    ) -> Result<CanvasPainter, CanvasError> {
        let canvas = context(WIDTH, HEIGHT)?;
        let (fonts, lacking) = (CanvasFonts::new()?, RefCell::default());
        Ok(CanvasPainter { canvas, fonts, palette, mark, icons, lacking })
    }

    /// What the pictures painted so far lack.
    pub fn lacking(&self) -> Lacking {
        self.lacking.borrow().clone()
    }

    fn draw(&self, scene: &Scene) -> Result<Vec<u8>, CanvasError> {
        let Scene { paper, rectangles, lines, mark_at, .. } = scene;
        let canvas = &self.canvas;
        canvas.set_fill_style_str(paper);
        canvas.fill_rect(0.0, 0.0, f64::from(WIDTH), f64::from(HEIGHT));
        for Rectangle { x, y, width, height, colour } in rectangles {
            canvas.set_fill_style_str(colour);
            canvas.fill_rect((*x).into(), (*y).into(), (*width).into(), (*height).into());
        }
        for line in lines {
            canvas.line(line)?;
        }
        let (x, y) = (mark_at.0.into(), mark_at.1.into());
        let side = f64::from(MARK_SIDE);
        canvas
            .draw_image_with_image_bitmap_and_dw_and_dh(&self.mark, x, y, side, side)
            .map_err(refusal)?;
        let mut pixels = canvas.pixels(WIDTH, HEIGHT)?;
        merge_shades(&mut pixels);
        Ok(pixels)
    }
}

impl Painter for CanvasPainter {
    fn preview(&self, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        self.preview_of(None, preview)
    }

    fn preview_of(&self, id: Option<&str>, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        let scene = Scene::new(preview, &self.palette, &self.fonts);
        let pixels = self.draw(&scene).map_err(|error| PaintError(error.into()))?;
        let picture = png(WIDTH, HEIGHT, &pixels).map_err(|error| PaintError(error.into()))?;
        let mut lacking = self.lacking.borrow_mut();
        for system in scene.lacking {
            lacking.entry(system).or_default().insert(id.map(str::to_owned));
        }
        Ok(picture)
    }

    fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError> {
        let icon = self.icons.get(&side).cloned();
        icon.ok_or_else(|| PaintError(CanvasError::NoIcon(side).into()))
    }
}

/// The fonts of a worker.
///
/// Browsers do not tell whether they have a font for a letter. Chromium draws the same box for all letters
/// without one, so a letter that looks like a code point that never has a font ([`UNASSIGNED`]) has none.
/// Firefox and Safari draw different boxes: there, such letters are assumed to have a font, and are painted as
/// boxes.
struct CanvasFonts {
    canvas: Context,
    /// The results for letters so far, by letter, family and weight: pages repeat them.
    known: RefCell<HashMap<(char, &'static str, u16), bool>>,
}

/// A noncharacter of Unicode.
const UNASSIGNED: char = '\u{10ffff}';
/// The side of the canvas on which letters are compared.
const SIDE: u32 = 48;
/// The size of those letters.
const SIZE: f32 = 32.0;

impl CanvasFonts {
    fn new() -> Result<CanvasFonts, CanvasError> {
        Ok(CanvasFonts { canvas: context(SIDE, SIDE)?, known: RefCell::default() })
    }

    /// What a letter looks like.
    fn drawn(&self, letter: char, font: Font) -> Result<Vec<u8>, CanvasError> {
        let (side, left) = (f64::from(SIDE), (SIDE as f32 - SIZE) / 2.0);
        self.canvas.clear_rect(0.0, 0.0, side, side);
        self.canvas.line(&Line {
            text: letter.to_string(),
            font,
            size: SIZE,
            x: left,
            baseline: SIZE,
            anchor: Anchor::Left,
            direction: Direction::LeftToRight,
            colour: "black",
        })?;
        self.canvas.pixels(SIDE, SIDE)
    }
}

impl FontMetrics for CanvasFonts {
    fn advance(&self, line: &str, font: Font) -> f32 {
        let size = 100.0;
        self.canvas.set_face(font, size);
        let measured = self.canvas.measure_text(line);
        measured.map_or(0.0, |metrics| metrics.width() as f32 / size)
    }

    fn has(&self, letter: char, font: Font) -> bool {
        let key = (letter, font.family, font.weight);
        let known = self.known.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            // What cannot be compared is painted, and painting reports the error.
            let has = match (self.drawn(letter, font), self.drawn(UNASSIGNED, font)) {
                (Ok(letter), Ok(unassigned)) => letter != unassigned,
                _ => true,
            };
            self.known.borrow_mut().insert(key, has);
            has
        })
    }
}

#[wasm_bindgen]
extern "C" {
    /// A context, with members that web-sys lacks.
    #[wasm_bindgen(extends = OffscreenCanvasRenderingContext2d)]
    type Context;

    #[wasm_bindgen(method, setter)]
    fn set_direction(this: &Context, direction: &str);

    /// A browser without it sets and measures letters a little wider.
    #[wasm_bindgen(method, setter, js_name = letterSpacing)]
    fn set_letter_spacing(this: &Context, spacing: &str);
}

fn context(width: u32, height: u32) -> Result<Context, CanvasError> {
    let canvas = OffscreenCanvas::new(width, height).map_err(refusal)?;
    let options = ContextAttributes2d::new();
    options.set_will_read_frequently(true);
    let context = canvas.get_context_with_context_options("2d", &options).map_err(refusal)?;
    let context = context.ok_or_else(|| CanvasError::Canvas("no 2d context".to_owned()))?;
    Ok(context.unchecked_into())
}

impl Context {
    fn set_face(&self, font: Font, size: f32) {
        let Font { family, weight, tracking } = font;
        self.set_font(&format!("{weight} {size}px \"{family}\", sans-serif"));
        self.set_letter_spacing(&format!("{}px", tracking * size));
    }

    fn line(&self, line: &Line) -> Result<(), CanvasError> {
        let Line { text, font, size, x, baseline, anchor, direction, colour } = line;
        self.set_face(*font, *size);
        self.set_fill_style_str(colour);
        self.set_text_align(match anchor {
            Anchor::Left => "left",
            Anchor::Right => "right",
        });
        self.set_direction(match direction {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        });
        self.fill_text(text, (*x).into(), (*baseline).into()).map_err(refusal)
    }

    /// Red, green, blue and alpha of each pixel.
    fn pixels(&self, width: u32, height: u32) -> Result<Vec<u8>, CanvasError> {
        let data = self.get_image_data(0.0, 0.0, width.into(), height.into());
        Ok(data.map_err(refusal)?.data().0)
    }
}

/// The message of the browser.
fn refusal(value: JsValue) -> CanvasError {
    CanvasError::Canvas(format!("{value:?}"))
}
