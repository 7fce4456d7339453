//! A preview picture as a list of what is drawn: a printed programme in ink and one strong colour on
//! paper.

use std::collections::BTreeSet;

use solidarity_core::collection::characters::shown;
use solidarity_core::text::starts_right_to_left;
use solidarity_publisher::{Palette, Preview};

use crate::layout::{Block, Frame, fit};
use crate::letters::{paintable, writing_system};
use crate::metrics::{Font, FontMetrics};

/// The width of a preview picture. All lengths here are in pixels.
pub const WIDTH: u32 = 1200;
/// The height of a preview picture.
pub const HEIGHT: u32 = 630;
/// The size of the site's mark, beside the occasion.
pub const MARK_SIDE: f32 = 40.0;

/// What is drawn, in this order: the paper, the rectangles, the lines of text, and the mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene<'a> {
    /// The colour of the whole picture, as CSS writes it. All other colours are written so, too.
    pub paper: &'a str,
    /// The rectangles.
    pub rectangles: Vec<Rectangle<'a>>,
    /// The lines of text, none of them empty.
    pub lines: Vec<Line<'a>>,
    /// The left upper corner of the mark, which is [`MARK_SIDE`] wide and high.
    pub mark_at: (f32, f32),
    /// The writing systems, by their English names, of letters that no font has. The texts with such
    /// letters are not drawn.
    pub lacking: BTreeSet<String>,
}

/// A filled rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle<'a> {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What fills it.
    pub colour: &'a str,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// What it says.
    pub text: String,
    /// Its font.
    pub font: Font,
    /// The size of the font.
    pub size: f32,
    /// The end named by `anchor`.
    pub x: f32,
    /// The line that the letters stand on.
    pub baseline: f32,
    /// Which end of the line is at `x`.
    pub anchor: Anchor,
    /// The direction in which the line as a whole is written.
    pub direction: Direction,
    /// The colour of its letters.
    pub colour: &'a str,
}

impl Line<'_> {
    /// The space added after each letter.
    pub fn letter_spacing(&self) -> f32 {
        self.font.tracking * self.size
    }
}

/// An end of a line, whatever its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Left,
    /// The right end.
    Right,
}

/// The direction of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in Latin script.
    LeftToRight,
    /// As in Arabic script.
    RightToLeft,
}

const LEFT: f32 = 72.0;
const RIGHT: f32 = 1128.0;
const TOP: f32 = 56.0;
const BELOW_PLACE: f32 = 18.0;
const ABOVE_LINE: f32 = 24.0;
/// Kept free for the line, however long the headline is.
const TWO_LINES: f32 = 96.0;
const BOTTOM: f32 = 480.0;
const RULE: f32 = 512.0;
const RULE_HEIGHT: f32 = 6.0;
const FOOT: f32 = 550.0;

struct Style {
    font: Font,
    frame: Frame,
}

const PLACE: Style = Style {
    font: Font { family: "Familjen Grotesk", weight: 600, tracking: 0.0 },
    frame: Frame {
        width: RIGHT - LEFT,
        height: 48.0,
        most_lines: 1,
        largest: 38,
        smallest: 30,
        leading: 1.25,
    },
};

const HEADLINE: Style = Style {
    font: Font { family: "Familjen Grotesk", weight: 700, tracking: -0.02 },
    frame: Frame {
        width: RIGHT - LEFT,
        height: 0.0,
        most_lines: 4,
        largest: 120,
        smallest: 46,
        leading: 1.0,
    },
};

const LINE: Style = Style {
    font: Font { family: "Brygada 1918", weight: 400, tracking: 0.0 },
    frame: Frame {
        width: RIGHT - LEFT,
        height: 0.0,
        most_lines: 3,
        largest: 44,
        smallest: 36,
        leading: 1.32,
    },
};

const OCCASION: Style = Style {
    font: Font { family: "Familjen Grotesk", weight: 600, tracking: 0.0 },
    frame: Frame {
        width: RIGHT - LEFT - MARK_SIDE - 24.0,
        height: 40.0,
        most_lines: 1,
        largest: 28,
        smallest: 24,
        leading: 1.25,
    },
};

impl<'a> Scene<'a> {
    /// The picture of a preview. What is written from right to left stands at the right, and so does
    /// all that goes with such a headline, except for the occasion, which is the same on all
    /// pictures.
    ///
    /// A text with letters that no font has is left out; if it is the headline, the occasion takes
    /// its place. Emoji and symbols that no font has are left out of their text.
    pub fn new(preview: &Preview, palette: &'a Palette, fonts: &dyn FontMetrics) -> Scene<'a> {
        let mut lacking = BTreeSet::new();
        let mut said = |style: &Style, text: &str| {
            paintable(&clean(text), style.font, fonts).unwrap_or_else(|letters| {
                lacking.extend(letters.into_iter().map(writing_system));
                String::new()
            })
        };
        let place = said(&PLACE, preview.place);
        let mut headline = said(&HEADLINE, preview.headline);
        let line = said(&LINE, preview.line);
        let mut occasion = said(&OCCASION, preview.occasion);
        if headline.is_empty() && !clean(preview.headline).is_empty() {
            headline = std::mem::take(&mut occasion);
        }
        let is_mirrored = starts_right_to_left(if headline.is_empty() { &line } else { &headline });
        let [line_at_right, ends_left] = [&line, &occasion].map(|text| starts_right_to_left(text));

        let place = PLACE.set(&place, PLACE.frame.height, fonts);
        let top = TOP + if place.lines.is_empty() { 0.0 } else { place.height() + BELOW_PLACE };

        let reserved = if line.is_empty() { 0.0 } else { ABOVE_LINE + TWO_LINES };
        let headline = HEADLINE.set(&headline, BOTTOM - top - reserved, fonts);
        let below =
            top + if headline.lines.is_empty() { 0.0 } else { headline.height() + ABOVE_LINE };
        let line = LINE.set(&line, BOTTOM - below, fonts);

        let occasion = OCCASION.set(&occasion, OCCASION.frame.height, fonts);
        let foot = FOOT - occasion.height() / 2.0;
        let Palette { paper, ink, accent } = palette;
        let anchor = |at_right: bool| if at_right { Anchor::Right } else { Anchor::Left };
        let lines = [
            PLACE.lines(place, TOP, anchor(is_mirrored), accent, fonts),
            HEADLINE.lines(headline, top, anchor(is_mirrored), ink, fonts),
            LINE.lines(line, below, anchor(is_mirrored || line_at_right), ink, fonts),
            OCCASION.lines(occasion, foot, anchor(ends_left), ink, fonts),
        ];
        let rule =
            Rectangle { x: LEFT, y: RULE, width: RIGHT - LEFT, height: RULE_HEIGHT, colour: ink };
        let mark = if ends_left { LEFT } else { RIGHT - MARK_SIDE };
        Scene {
            paper,
            rectangles: vec![rule],
            lines: lines.concat(),
            mark_at: (mark, FOOT - MARK_SIDE / 2.0),
            lacking,
        }
    }
}

impl Style {
    fn set(&self, text: &str, height: f32, fonts: &dyn FontMetrics) -> Block {
        let frame = Frame { height, ..self.frame };
        fit(text, &frame, |text| fonts.advance(text, self.font))
    }

    fn lines<'a>(
        &self,
        block: Block,
        top: f32,
        anchor: Anchor,
        colour: &'a str,
        fonts: &dyn FontMetrics,
    ) -> Vec<Line<'a>> {
        let Style { font, frame } = *self;
        let pitch = block.size * block.leading;
        let direction = match block.lines.first().is_some_and(|line| starts_right_to_left(line)) {
            true => Direction::RightToLeft,
            false => Direction::LeftToRight,
        };
        // Capitals are 0.7 of the size high, so this centres them in their line.
        let mut baseline = top + pitch / 2.0 + 0.35 * block.size;
        let mut lines = Vec::new();
        for text in block.lines {
            // A letter of another font can be wider among other letters than on its own.
            let size = block.size.min(frame.width / fonts.advance(&text, font));
            let x = match anchor {
                // Letters have some white space on their left, which shows at large sizes.
                Anchor::Left => LEFT - 0.03 * size,
                Anchor::Right => RIGHT,
            };
            lines.push(Line { text, font, size, x, baseline, anchor, direction, colour });
            baseline += pitch;
        }
        lines
    }
}

/// More letters than fit in any frame.
const LONGEST: usize = 400;

/// Drops what cannot be shown, and replaces each run of spaces and line ends with one space.
fn clean(text: &str) -> String {
    let shown = shown(text);
    let words: Vec<&str> =
        shown.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(LONGEST).collect()
}
