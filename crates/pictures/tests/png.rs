//! Pictures as PNG: what was painted comes back, in few bytes where it has few colours.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

use std::io::Cursor;

use ::png::{ColorType, Decoder, Transformations};
use solidarity_pictures::png;

/// The pixels of a PNG, red, green, blue and alpha, and whether it has a palette.
fn decoded(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut decoder = Decoder::new(Cursor::new(bytes));
    let indexed = decoder.read_header_info().unwrap().color_type == ColorType::Indexed;
    decoder.set_transformations(Transformations::ALPHA | Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    (pixels, indexed)
}

#[test]
fn a_picture_of_few_colours_has_a_palette() {
    let rgba: Vec<u8> = (0..100_u8).flat_map(|at| [at, at / 2, 0, 255]).collect();
    assert_eq!(decoded(&png(10, 10, &rgba).unwrap()), (rgba, true));
}

#[test]
fn a_picture_of_many_colours_keeps_them_all() {
    let rgba: Vec<u8> = (0..=256_u16).flat_map(|at| [at as u8, (at / 256) as u8, 0, 255]).collect();
    assert_eq!(decoded(&png(257, 1, &rgba).unwrap()), (rgba, false));
}

#[test]
fn a_picture_keeps_what_shines_through() {
    for rgba in [[255, 0, 0, 128, 0, 0, 255, 255], [0, 0, 0, 255, 0, 0, 0, 0]] {
        assert_eq!(decoded(&png(2, 1, &rgba).unwrap()), (rgba.to_vec(), false));
    }
}

#[test]
fn other_pixels_than_the_size_says_are_refused() {
    for rgba in [&[0, 0, 0, 255][..], &[0; 9], &[]] {
        assert!(png(2, 1, rgba).is_err());
    }
    assert!(png(0, 0, &[]).is_err());
}
