//! Encodes pictures as PNG with a palette, because text on paper has few colours. That halves the
//! bytes and quarters the time.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Encoder, EncodingError, Filter};

/// The maximum number of colours in a palette.
pub const MOST_COLOURS: usize = 256;

/// A picture as PNG: with a palette if there are not too many colours and none is transparent. Each
/// pixel is four bytes: red, green, blue and alpha, not multiplied by it; rows go from the top.
///
/// # Errors
/// When the number of bytes is not that of the pixels, or there are no pixels.
pub fn png(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_depth(BitDepth::Eight);
    let indexed = indexed(rgba);
    let data = match indexed {
        Some((table, ref pixels)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(table);
            // Filters help with shades, but not with palette indices.
            encoder.set_filter(Filter::NoFilter);
            pixels
        }
        None => {
            encoder.set_color(ColorType::Rgba);
            rgba
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(data)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours of a picture, three bytes each, and the index of each pixel's colour.
fn indexed(rgba: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (rgba, []) = rgba.as_chunks() else { return None };
    let mut numbers = HashMap::new();
    let mut table = Vec::new();
    let mut pixels = Vec::with_capacity(rgba.len());
    let mut last = None;
    for &pixel in rgba {
        let number = match last {
            Some((before, number)) if before == pixel => number,
            _ => {
                let [red, green, blue, u8::MAX] = pixel else { return None };
                let next = numbers.len();
                let number = *numbers.entry(pixel).or_insert(next);
                if number == next {
                    table.extend([red, green, blue]);
                }
                number
            }
        };
        if number >= MOST_COLOURS {
            return None;
        }
        pixels.push(number as u8);
        last = Some((pixel, number));
    }
    Some((table, pixels))
}
