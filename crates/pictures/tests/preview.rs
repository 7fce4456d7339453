//! The pictures as a chat gets them: their size, their margins, and any words at all in them.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

use resvg::tiny_skia::Pixmap;
use skrifa::{FontRef, MetadataProvider};
use solidarity_pictures::{PictureError, ResvgPainter};
use solidarity_publisher::{Painter, Palette, Preview};

const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/FamiljenGrotesk-SemiBold.ttf"),
    include_bytes!("../fonts/FamiljenGrotesk-Bold.ttf"),
    include_bytes!("../fonts/Brygada1918-Regular.ttf"),
];
const ICON: &str = include_str!("../../../public/icon.svg");
const PREVIEW: Preview = Preview {
    place: "Indonesia",
    headline: "Anwar “Sastro” Ma’ruf",
    line: "Greetings of justice, equality and prosperity,",
    occasion: "24th Annual Congress of PSM",
};

fn painter_with(mark: &str) -> Result<ResvgPainter, PictureError> {
    let colours = ["#fbfaf7", "#17181b", "#c3151c"].map(str::to_owned);
    let [paper, ink, accent] = colours;
    ResvgPainter::new(Palette { paper, ink, accent }, mark)
}

/// Paints, and checks what must hold whatever the words are.
fn paint(preview: &Preview) -> Pixmap {
    let png = painter_with(ICON).unwrap().preview(preview).unwrap();
    assert!(png.len() < 300_000, "{} bytes", png.len());
    let picture = Pixmap::decode_png(&png).unwrap();
    assert_eq!((picture.width(), picture.height()), (1200, 630));
    picture
}

fn assert_clear_margin(picture: &Pixmap, margin: u32) {
    let paper = picture.pixel(0, 0).unwrap();
    let (right, bottom) = (picture.width() - margin, picture.height() - margin);
    for y in 0..picture.height() {
        for x in 0..picture.width() {
            let inside = (margin..right).contains(&x) && (margin..bottom).contains(&y);
            assert!(inside || picture.pixel(x, y) == Some(paper), "ink at {x}, {y}");
        }
    }
}

#[test]
fn a_preview_has_its_size_and_margins() {
    assert_clear_margin(&paint(&PREVIEW), 60);
}

#[test]
fn a_preview_is_the_same_twice() {
    let painter = painter_with(ICON).unwrap();
    let first = painter.preview(&PREVIEW).unwrap();
    assert_eq!(first, painter.preview(&PREVIEW).unwrap());
    assert_eq!(first, painter_with(ICON).unwrap().preview(&PREVIEW).unwrap());
}

#[test]
fn every_text_is_drawn() {
    let whole = paint(&PREVIEW);
    assert_ne!(whole, paint(&Preview { place: "", ..PREVIEW }));
    assert_ne!(whole, paint(&Preview { headline: "", ..PREVIEW }));
    assert_ne!(whole, paint(&Preview { line: "", ..PREVIEW }));
    assert_ne!(whole, paint(&Preview { occasion: "", ..PREVIEW }));
}

#[test]
fn any_text_may_be_empty() {
    let empty = paint(&Preview::default());
    assert_eq!(empty, paint(&Preview { place: " ", headline: "\n", line: "\t\0", occasion: "\r" }));
    assert_clear_margin(&empty, 60);
}

#[test]
fn a_long_text_keeps_the_margins() {
    for text in ["Federation of Workers ", "Solidarity", "W", "i", "日本共産党", "ไทย", "e\u{301}"]
    {
        let text = &text.repeat(10_000 / text.len());
        let picture = paint(&Preview { place: text, headline: text, line: text, occasion: text });
        assert_clear_margin(&picture, 60);
    }
}

#[test]
fn hostile_text_is_only_text() {
    let plain = paint(&Preview { headline: "a b", ..PREVIEW });
    for same in ["a\u{0}\u{8}\u{1b}\u{7f}\u{fffe}\u{ffff} b", "\n a\r\n\u{2028}\t b \u{c}"] {
        assert_eq!(plain, paint(&Preview { headline: same, ..PREVIEW }), "{same:?}");
    }
    for text in [
        "</text><rect width=\"1200\" height=\"630\"/><text>",
        "&lt; &#0; &nope; ]]> <!-- <![CDATA[ <?xml?> <!DOCTYPE svg>",
        "\" onload='x' {} {place} %s",
        "\u{202e}\u{2066}\u{200d}\u{fe0f}\u{feff}\u{10ffff}\u{e000}",
        "مصر \u{1F339}\u{1F468}\u{200D}\u{1F469} বাংলা",
    ] {
        assert_clear_margin(
            &paint(&Preview { place: text, headline: text, line: text, occasion: text }),
            60,
        );
    }
}

#[test]
fn every_letter_of_latin_scripts_has_a_glyph() {
    let lacking = |letter: &char| matches!(letter, 'Ĳ' | 'ĳ' | 'ŉ' | 'ſ');
    let latin = (' '..='~').chain('\u{a0}'..='\u{17f}').filter(|letter| !lacking(letter));
    let vietnamese = "ƠơƯư\u{300}\u{301}\u{303}\u{309}\u{323}".chars().chain('Ạ'..='ỹ');
    let others = "ȘșȚțẞẀẁẂẃẄẅ–—‘’‚“”„†•…‹›€™".chars();
    for letter in latin.chain(vietnamese).chain(others) {
        for font in FONTS {
            let glyph = FontRef::new(font).unwrap().charmap().map(letter);
            assert!(glyph.is_some_and(|glyph| glyph.to_u32() > 0), "{letter} {letter:?}");
        }
    }
}

#[test]
fn an_icon_is_square() {
    let painter = painter_with(ICON).unwrap();
    for side in [1, 180, 192, 512] {
        let icon = Pixmap::decode_png(&painter.icon(side).unwrap()).unwrap();
        assert_eq!((icon.width(), icon.height()), (side, side));
    }
}

#[test]
fn an_oblong_icon_stands_in_the_middle() {
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>"#;
    let icon = Pixmap::decode_png(&painter_with(svg).unwrap().icon(8).unwrap()).unwrap();
    let inked: Vec<bool> = (0..8).map(|y| icon.pixel(3, y).unwrap().alpha() > 0).collect();
    assert_eq!(inked, [false, false, true, true, true, true, false, false]);
}

#[test]
fn an_impossible_icon_is_an_error() {
    let painter = painter_with(ICON).unwrap();
    assert!(matches!(painter_with("<svg"), Err(PictureError::Svg(_))));
    assert!(matches!(painter_with(""), Err(PictureError::Svg(_))));
    for side in [0, 4097, u32::MAX] {
        let error = painter.icon(side).unwrap_err();
        assert!(
            error
                .0
                .downcast_ref::<PictureError>()
                .is_some_and(|error| matches!(error, PictureError::Size(..))),
            "{error}"
        );
    }
}
