//! Pictures painted on a canvas, in a worker of a real browser.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::ops::Range;

use png::{Decoder, Transformations};
use solidarity_publisher::{Painter, Palette, Preview};
use solidarity_studio_worker::canvas::CanvasPainter;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{OffscreenCanvas, OffscreenCanvasRenderingContext2d};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const PREVIEW: Preview = Preview {
    place: "Ireland",
    headline: "Harbour Choir",
    line: "Dear friends,",
    occasion: "Letters to the Regatta",
};

fn painter() -> CanvasPainter {
    let [paper, ink, accent] = ["#fbfaf7", "#17181b", "#c3151c"].map(str::to_owned);
    let mark = OffscreenCanvas::new(80, 80).unwrap();
    let context = mark.get_context("2d").unwrap().unwrap();
    let context: OffscreenCanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str("#0000ff");
    context.fill_rect(0.0, 0.0, 80.0, 80.0);
    let mark = mark.transfer_to_image_bitmap().unwrap();
    let icons = BTreeMap::from([(180, vec![1, 2, 3])]);
    CanvasPainter::new(Palette { paper, ink, accent }, mark, icons).unwrap()
}

struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn of(painter: &CanvasPainter, preview: &Preview) -> Picture {
        let bytes = painter.preview(preview).unwrap();
        assert!(bytes.len() < 150_000, "{} bytes", bytes.len());
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        assert!(reader.info().palette.is_some());
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), (1200, 630));
        let (pixels, []) = pixels.as_chunks() else { unreachable!("three bytes a pixel") };
        Picture { width: 1200, pixels: pixels.to_vec() }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        self.pixels.get(y * self.width + x).copied().unwrap()
    }

    /// The first and the last column with ink, between these rows.
    fn ink(&self, rows: Range<usize>) -> (usize, usize) {
        let paper = self.at(0, 0);
        let inked = |x: &usize| rows.clone().any(|y| self.at(*x, y) != paper);
        let columns: Vec<_> = (0..self.width).filter(inked).collect();
        (*columns.first().unwrap(), *columns.last().unwrap())
    }
}

const ABOVE_RULE: Range<usize> = 0..505;

#[wasm_bindgen_test]
fn a_picture_has_its_colours_and_margins() {
    let picture = Picture::of(&painter(), &PREVIEW);
    assert_eq!(picture.at(0, 0), [0xfb, 0xfa, 0xf7]);
    assert_eq!(picture.at(600, 515), [0x17, 0x18, 0x1b]);
    assert_eq!(picture.at(1108, 550), [0, 0, 0xff]);
    let (first, last) = picture.ink(0..630);
    assert!((66..=74).contains(&first) && last == 1127, "{first} to {last}");
    assert!(picture.pixels.contains(&[0xc3, 0x15, 0x1c]));
}

#[wasm_bindgen_test]
fn a_long_text_keeps_the_margins() {
    for text in ["Federation of Workers ", "Solidarity", "W", "日本", "e\u{301}"] {
        let text = &text.repeat(2000);
        let preview = Preview { place: text, headline: text, line: text, occasion: text };
        let (first, last) = Picture::of(&painter(), &preview).ink(0..630);
        assert!(first >= 60 && last < 1140, "{text:.20}: {first} to {last}");
    }
}

#[wasm_bindgen_test]
fn what_is_written_from_right_to_left_stands_at_the_right() {
    let preview = Preview { headline: "ABC", ..Preview::default() };
    let (left, _) = Picture::of(&painter(), &preview).ink(ABOVE_RULE);
    let preview = Preview { headline: "מקהלת!", ..Preview::default() };
    let painter = painter();
    let (first, last) = Picture::of(&painter, &preview).ink(ABOVE_RULE);
    assert!(left < 80, "{left}");
    if painter.lacking().is_empty() {
        assert!(first > 200 && (1105..=1140).contains(&last), "{first} to {last}");
    }
}

#[wasm_bindgen_test]
fn a_letter_without_a_font_is_reported_and_its_text_left_out() {
    let painter = painter();
    let without = painter.preview(&Preview { line: "", ..PREVIEW }).unwrap();
    assert!(painter.lacking().is_empty(), "{:?}", painter.lacking());
    // Encoded in 2025: a computer with a font for it is rare.
    let preview = Preview { line: "Dear 𐥀", ..PREVIEW };
    assert_eq!(painter.preview_of(Some("one"), &preview).unwrap(), without);
    let expected =
        BTreeMap::from([("Sidetic".to_owned(), BTreeSet::from([Some("one".to_owned())]))]);
    assert_eq!(painter.lacking(), expected);
}

#[wasm_bindgen_test]
fn icons_are_those_of_the_page() {
    assert_eq!(painter().icon(180).unwrap(), [1, 2, 3]);
    let error = painter().icon(192).unwrap_err();
    assert_eq!(error.to_string(), "there is no icon of 192 × 192 pixels");
}
