//! Encodes pictures as PNG with a palette, because text on paper has few colours. That halves the
//! bytes and quarters the time.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Encoder, EncodingError, Filter};
use resvg::tiny_skia::Pixmap;

/// The maximum number of colours in a palette.
const MOST: usize = 256;

/// A picture as PNG; with a palette if there are not too many colours and none is transparent.
pub(super) fn png(picture: &Pixmap) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
    match indexed(picture) {
        Some((table, pixels)) => Ok(encode(picture, table, &pixels)?),
        None => Ok(picture.encode_png()?),
    }
}

/// The colours of a picture, three bytes each, and the index of each pixel's colour.
fn indexed(picture: &Pixmap) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut numbers = HashMap::new();
    let mut table = Vec::new();
    let mut pixels = Vec::with_capacity(picture.pixels().len());
    let mut last = None;
    for pixel in picture.pixels() {
        let colour = (pixel.red(), pixel.green(), pixel.blue());
        let number = match last {
            Some((before, number)) if before == colour => number,
            _ => {
                if pixel.alpha() < u8::MAX {
                    return None;
                }
                let next = numbers.len();
                let number = *numbers.entry(colour).or_insert(next);
                if number == next {
                    table.extend([colour.0, colour.1, colour.2]);
                }
                number
            }
        };
        if number >= MOST {
            return None;
        }
        pixels.push(number as u8);
        last = Some((colour, number));
    }
    Some((table, pixels))
}

fn encode(picture: &Pixmap, table: Vec<u8>, pixels: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(table);
    // Filters help with shades, but not with palette indices.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}
