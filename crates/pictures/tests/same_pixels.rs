//! The same words give the same pixels, until somebody means to change the pictures: then the digests
//! here change with them.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

use resvg::tiny_skia::Pixmap;
use solidarity_pictures::ResvgPainter;
use solidarity_publisher::{Painter, Palette, Preview, digest};

/// With the bundled fonts only, so that every computer paints the same.
fn painter() -> ResvgPainter {
    let [paper, ink, accent] = ["#fbfaf7", "#17181b", "#c3151c"].map(str::to_owned);
    let icon = include_str!("../../../public/icon.svg");
    ResvgPainter::bundled(Palette { paper, ink, accent }, icon).unwrap()
}

fn assert_pixels(png: &[u8], expected: &str) {
    assert_eq!(digest(Pixmap::decode_png(png).unwrap().data()), expected);
}

#[test]
fn a_short_message() {
    let preview = Preview {
        place: "Indonesia",
        headline: "Anwar “Sastro” Ma’ruf",
        line: "Greetings of justice, equality and prosperity,",
        occasion: "24th Annual Congress of PSM",
    };
    assert_pixels(&painter().preview(&preview).unwrap(), "828f48a1b09ec07e");
}

#[test]
fn a_message_with_more_words_than_fit() {
    let words =
        "Federation of Workers’ and Peasants’ Unions (Marxist-Leninist), Điện Biên ".repeat(9);
    let preview = Preview { place: &words, headline: &words, line: &words, occasion: &words };
    assert_pixels(&painter().preview(&preview).unwrap(), "c6b757e520aff169");
}

#[test]
fn the_occasion_in_place_of_a_headline_without_a_font() {
    let preview = Preview {
        place: "",
        headline: "தமிழ்",
        line: "Dear friends 🌹,",
        occasion: "Letters to the Regatta",
    };
    assert_pixels(&painter().preview(&preview).unwrap(), "1eb52108a3a08a8f");
}

#[test]
fn an_icon() {
    assert_pixels(&painter().icon(180).unwrap(), "f151664b5713b1df");
}
