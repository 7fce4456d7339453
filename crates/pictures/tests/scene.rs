//! Where the texts of a picture stand, whatever paints them.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

use solidarity_pictures::{Anchor, Direction, Font, FontMetrics, Line, MARK_SIDE, Scene};
use solidarity_publisher::{Palette, Preview};

const PREVIEW: Preview = Preview {
    place: "Ireland",
    headline: "Harbour Choir",
    line: "Dear friends,",
    occasion: "Letters to the Regatta",
};
const ARABIC: &str = "جوقة الميناء";

/// Letters half as wide as they are high, of every script but Tamil, and no emoji.
struct Even;

impl FontMetrics for Even {
    fn advance(&self, line: &str, font: Font) -> f32 {
        line.chars().count() as f32 * (0.5 + font.tracking)
    }

    fn has(&self, letter: char, _: Font) -> bool {
        !matches!(letter, '\u{b80}'..='\u{bff}' | '\u{1f000}'..)
    }
}

fn palette() -> Palette {
    let [paper, ink, accent] = ["white", "black", "red"].map(str::to_owned);
    Palette { paper, ink, accent }
}

/// The line that begins with these words.
fn line<'a>(scene: &'a Scene, words: &str) -> &'a Line<'a> {
    scene.lines.iter().find(|line| line.text.starts_with(words)).unwrap()
}

#[test]
fn every_text_has_its_font_and_colour() {
    let palette = palette();
    let scene = Scene::new(&PREVIEW, &palette, &Even);
    let told = scene.lines.iter().map(|line| {
        (line.text.as_str(), line.font.family, line.font.weight, line.size, line.colour)
    });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("Ireland", "Familjen Grotesk", 600, 38.0, "red"),
            ("Harbour Choir", "Familjen Grotesk", 700, 120.0, "black"),
            ("Dear friends,", "Brygada 1918", 400, 44.0, "black"),
            ("Letters to the Regatta", "Familjen Grotesk", 600, 28.0, "black"),
        ]
    );
    assert_eq!(scene.paper, "white");
    assert_eq!(line(&scene, "Harbour").letter_spacing().round(), -2.0);
    assert_eq!(line(&scene, "Dear").letter_spacing(), 0.0);
}

#[test]
fn texts_stand_above_and_below_the_rule_in_reading_order() {
    let palette = palette();
    let scene = Scene::new(&PREVIEW, &palette, &Even);
    let [rule] = scene.rectangles.as_slice() else { unreachable!("{scene:?}") };
    let baselines: Vec<_> = scene.lines.iter().map(|line| line.baseline).collect();
    assert!(baselines.is_sorted(), "{baselines:?}");
    assert!(line(&scene, "Dear").baseline < rule.y);
    assert!(line(&scene, "Letters").baseline > rule.y + rule.height);
    let (x, y) = scene.mark_at;
    assert_eq!(x + MARK_SIDE, rule.x + rule.width);
    assert!((y..y + MARK_SIDE).contains(&line(&scene, "Letters").baseline));
}

#[test]
fn a_long_headline_takes_several_lines_and_leaves_room_for_the_opening() {
    let palette = palette();
    let headline = "Federation of Workers and Peasants ".repeat(4);
    let scene = Scene::new(&Preview { headline: &headline, ..PREVIEW }, &palette, &Even);
    let set: Vec<_> = scene.lines.iter().filter(|line| line.font.weight == 700).collect();
    assert!((2..=4).contains(&set.len()), "{set:?}");
    for line in &set {
        assert!(Even.advance(&line.text, line.font) * line.size <= 1056.0, "{line:?}");
        assert_eq!(line.size, set.first().unwrap().size);
    }
    for (line, next) in set.iter().zip(set.iter().skip(1)) {
        assert!((next.baseline - line.baseline - line.size).abs() < 0.01, "{line:?}, {next:?}");
    }
    assert!(line(&scene, "Dear").baseline < 480.0);
}

#[test]
fn a_headline_from_right_to_left_takes_what_goes_with_it_to_the_right() {
    let palette = palette();
    let scene = Scene::new(&Preview { headline: ARABIC, ..PREVIEW }, &palette, &Even);
    let stands = |words: &str| {
        let line = line(&scene, words);
        (line.anchor, line.x, line.direction)
    };
    assert_eq!(stands(ARABIC), (Anchor::Right, 1128.0, Direction::RightToLeft));
    assert_eq!(stands("Ireland"), (Anchor::Right, 1128.0, Direction::LeftToRight));
    assert_eq!(stands("Dear"), (Anchor::Right, 1128.0, Direction::LeftToRight));
    assert_eq!(stands("Letters").0, Anchor::Left);
}

#[test]
fn the_mark_changes_sides_with_an_occasion_from_right_to_left() {
    let palette = palette();
    let left = Scene::new(&Preview { occasion: ARABIC, ..PREVIEW }, &palette, &Even);
    let right = Scene::new(&PREVIEW, &palette, &Even);
    assert_eq!((left.mark_at.0, right.mark_at.0), (72.0, 1088.0));
    assert_eq!(line(&left, ARABIC).anchor, Anchor::Right);
    assert_eq!(line(&left, "Harbour").anchor, Anchor::Left);
}

#[test]
fn a_text_without_a_font_is_left_out_and_its_writing_system_named() {
    let palette = palette();
    let scene = Scene::new(&Preview { line: "Dear நண்பர்களே", ..PREVIEW }, &palette, &Even);
    assert_eq!(scene.lacking.iter().collect::<Vec<_>>(), ["Tamil"]);
    assert_eq!(scene.lines.len(), 3);
    let scene = Scene::new(&Preview { headline: "தமிழ்", ..PREVIEW }, &palette, &Even);
    assert_eq!(line(&scene, "Letters").font.weight, 700);
    let scene = Scene::new(&Preview { line: "Dear 🌹 friends", ..PREVIEW }, &palette, &Even);
    assert_eq!(line(&scene, "Dear").text, "Dear friends");
    assert!(scene.lacking.is_empty());
}
