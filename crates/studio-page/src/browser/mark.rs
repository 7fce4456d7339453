//! The icon of the sites, drawn: a worker cannot read SVG.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::document::{document, window};
use super::error::BrowserError;

/// The side of the drawing, in pixels: that of the largest icon.
const SIDE: u32 = 512;

/// Draws an SVG as a square `ImageBitmap`.
///
/// # Errors
/// When it cannot be fetched or read.
pub async fn drawn(address: &str) -> Result<JsValue, BrowserError> {
    let document = document()?;
    let image = HtmlImageElement::new_with_width_and_height(SIDE, SIDE)?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(SIDE);
    canvas.set_height(SIDE);
    let context = canvas.get_context("2d")?;
    let context = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
    let context = context.ok_or_else(|| BrowserError("it cannot draw".to_owned()))?;
    let side = f64::from(SIDE);
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, side, side)?;
    let bitmap = window()?.create_image_bitmap_with_html_canvas_element(&canvas)?;
    Ok(JsFuture::from(bitmap).await?)
}
