//! Letters that no font has are named and never painted as boxes; what is written from right to left
//! stands at the right.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

use resvg::tiny_skia::Pixmap;
use solidarity_pictures::{Painting, ResvgPainter};
use solidarity_publisher::{Palette, Preview};

const ICON: &str = include_str!("../../../public/icon.svg");
const PREVIEW: Preview = Preview {
    place: "Ireland",
    headline: "Harbour Choir",
    line: "Dear friends,",
    occasion: "Letters to the Regatta",
};

/// With the bundled fonts only, so that every computer lacks the same letters.
fn paint(preview: &Preview) -> Painting {
    painter().paint(preview).unwrap()
}

fn painter() -> ResvgPainter {
    let [paper, ink, accent] = ["#fbfaf7", "#17181b", "#c3151c"].map(str::to_owned);
    ResvgPainter::bundled(Palette { paper, ink, accent }, ICON).unwrap()
}

fn lacking(painting: &Painting) -> Vec<&str> {
    painting.lacking.iter().map(String::as_str).collect()
}

#[test]
fn latin_letters_lack_nothing() {
    assert_eq!(lacking(&paint(&PREVIEW)), [""; 0]);
    assert_eq!(lacking(&paint(&Preview { line: "Tiếng Việt, čeština — ’ß…", ..PREVIEW })), [""; 0]);
}

#[test]
fn the_script_of_each_letter_without_a_font_is_named() {
    for (text, scripts) in [
        ("தமிழ்", &["Tamil"][..]),
        ("မြန်မာ", &["Myanmar"]),
        ("አማርኛ", &["Ethiopic"]),
        ("ខ្មែរ", &["Khmer"]),
        ("Choir உ and አ", &["Ethiopic", "Tamil"]),
        ("日本のうた", &["Han", "Hiragana"]),
        ("𐥀", &["Sidetic"]),
    ] {
        for preview in [
            Preview { place: text, ..PREVIEW },
            Preview { headline: text, ..PREVIEW },
            Preview { line: text, ..PREVIEW },
            Preview { occasion: text, ..PREVIEW },
        ] {
            assert_eq!(lacking(&paint(&preview)), scripts, "{preview:?}");
        }
    }
}

#[test]
fn a_text_with_such_letters_is_left_out_whole() {
    let without = paint(&Preview { line: "", ..PREVIEW }).png;
    for text in ["தமிழ்", "Dear நண்பர்களே,", "அ"] {
        assert_eq!(paint(&Preview { line: text, ..PREVIEW }).png, without, "{text}");
    }
    let without = paint(&Preview { place: "", ..PREVIEW }).png;
    assert_eq!(paint(&Preview { place: "இந்தியா", ..PREVIEW }).png, without);
}

#[test]
fn the_occasion_stands_in_for_a_headline_without_letters() {
    let painted = paint(&Preview { headline: "தமிழ்", ..PREVIEW }).png;
    let occasion = Preview { headline: PREVIEW.occasion, occasion: "", ..PREVIEW };
    assert_eq!(painted, paint(&occasion).png);
    // And if that has none either, there is still a picture.
    let bare =
        paint(&Preview { headline: "தமிழ்", line: "அ", occasion: "அ", ..PREVIEW });
    assert_eq!(bare.png, paint(&Preview { place: PREVIEW.place, ..Preview::default() }).png);
}

#[test]
fn emoji_and_symbols_without_a_font_are_left_out_of_the_text() {
    let plain = paint(&PREVIEW).png;
    for headline in [
        "Harbour Choir 🌹",
        "🌹 Harbour Choir",
        "Harbour 👨\u{200d}👩\u{200d}👧 Choir",
        "Harbour🎉 Choir ✊🏽",
        "Harbour Choir 🇮🇪",
        "Harbour Choir ❤\u{fe0f}",
        "Harbour Choir \u{e000}",
    ] {
        let painting = paint(&Preview { headline, ..PREVIEW });
        assert_eq!(lacking(&painting), [""; 0], "{headline}");
        assert_eq!(painting.png, plain, "{headline}");
    }
}

/// The first and the last column with ink, between these rows.
fn ink(png: &[u8], rows: std::ops::Range<u32>) -> (u32, u32) {
    let picture = Pixmap::decode_png(png).unwrap();
    let paper = picture.pixel(0, 0).unwrap();
    let has_ink = |x: &u32| rows.clone().any(|y| picture.pixel(*x, y) != Some(paper));
    let mut columns = (0..picture.width()).filter(has_ink);
    let first = columns.next().unwrap();
    (first, columns.next_back().unwrap_or(first))
}

const ABOVE_RULE: std::ops::Range<u32> = 0..505;
const BELOW_RULE: std::ops::Range<u32> = 525..630;

/// A painter with the fonts of this computer, if they have Arabic or Hebrew letters, and a name.
fn right_to_left() -> Option<(ResvgPainter, &'static str)> {
    let [paper, ink, accent] = ["#fbfaf7", "#17181b", "#c3151c"].map(str::to_owned);
    let painter = ResvgPainter::new(Palette { paper, ink, accent }, ICON).unwrap();
    let mut names = ["جوقة الميناء", "מקהלת הנמל"].into_iter();
    let has = |headline: &&str| {
        painter.paint(&Preview { headline, ..PREVIEW }).unwrap().lacking.is_empty()
    };
    let name = names.find(has)?;
    Some((painter, name))
}

#[test]
fn a_headline_from_right_to_left_stands_at_the_right_with_all_that_goes_with_it() {
    let (first, last) = ink(&paint(&PREVIEW).png, ABOVE_RULE);
    assert!((68..=80).contains(&first) && last < 1000, "{first} to {last}");
    let Some((painter, name)) = right_to_left() else {
        return println!("No font here has Arabic or Hebrew letters.");
    };
    let paint = |preview: &Preview| painter.paint(preview).unwrap().png;
    let mirrored = paint(&Preview { headline: name, ..PREVIEW });
    let (first, last) = ink(&mirrored, ABOVE_RULE);
    assert!(first > 200 && (1115..=1130).contains(&last), "{first} to {last}");
    // The occasion is in the language of the collection, and stays where it is on other pictures.
    let footer = |png: &[u8]| ink(png, BELOW_RULE);
    assert_eq!(footer(&mirrored), footer(&paint(&PREVIEW)));
    let only = Preview { occasion: name, ..Preview::default() };
    let (first, last) = footer(&paint(&only));
    assert!((70..=74).contains(&first) && (1115..=1130).contains(&last), "{first} to {last}");
}

#[test]
fn a_text_from_right_to_left_stands_at_the_right_below_another_headline() {
    let Some((painter, name)) = right_to_left() else {
        return println!("No font here has Arabic or Hebrew letters.");
    };
    let preview = Preview { place: "", headline: "Choir", line: name, ..PREVIEW };
    let (first, last) = ink(&painter.paint(&preview).unwrap().png, ABOVE_RULE);
    assert!(first < 80 && (1115..=1130).contains(&last), "{first} to {last}");
}

#[test]
fn the_end_of_a_sentence_from_right_to_left_stands_at_its_left() {
    let Some((painter, name)) = right_to_left() else {
        return println!("No font here has Arabic or Hebrew letters.");
    };
    let paint = |line: &str| {
        let preview = Preview { line, ..Preview::default() };
        ink(&painter.paint(&preview).unwrap().png, ABOVE_RULE)
    };
    let ((plain, right), (marked, marked_right)) = (paint(name), paint(&format!("{name}!")));
    assert!(marked + 5 < plain, "{marked}, {plain}");
    assert!(right.abs_diff(marked_right) <= 2, "{right}, {marked_right}");
}
