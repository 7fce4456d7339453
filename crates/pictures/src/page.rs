//! The page of a preview as SVG: a printed programme in ink and one strong colour on paper.

use resvg::usvg::{Node, Options, Tree};
use solidarity_core::collection::characters::shown;
use solidarity_publisher::markup::escaped;
use solidarity_publisher::{Palette, Preview};

use super::layout::{Block, Frame, fit};

/// The width of the picture. All lengths here are in pixels.
pub(super) const WIDTH: u32 = 1200;
pub(super) const HEIGHT: u32 = 630;

/// The size of the site's mark, beside the occasion.
pub(super) const MARK_SIDE: f32 = 40.0;
pub(super) const MARK_AT: (f32, f32) = (RIGHT - MARK_SIDE, FOOT - MARK_SIDE / 2.0);

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
    family: &'static str,
    weight: u16,
    /// Added after each letter, in multiples of the size.
    tracking: f32,
    colour: Colour,
    frame: Frame,
}

#[derive(Clone, Copy)]
enum Colour {
    Ink,
    Accent,
}

impl Colour {
    fn of(self, palette: &Palette) -> &str {
        match self {
            Colour::Ink => &palette.ink,
            Colour::Accent => &palette.accent,
        }
    }
}

const PLACE: Style = Style {
    family: "Familjen Grotesk",
    weight: 600,
    tracking: 0.0,
    colour: Colour::Accent,
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
    family: "Familjen Grotesk",
    weight: 700,
    tracking: -0.02,
    colour: Colour::Ink,
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
    family: "Brygada 1918",
    weight: 400,
    tracking: 0.0,
    colour: Colour::Ink,
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
    family: "Familjen Grotesk",
    weight: 600,
    tracking: 0.0,
    colour: Colour::Ink,
    frame: Frame {
        width: RIGHT - LEFT - MARK_SIDE - 24.0,
        height: 40.0,
        most_lines: 1,
        largest: 28,
        smallest: 24,
        leading: 1.25,
    },
};

/// The page without the mark.
pub(super) fn svg(preview: &Preview, palette: &Palette, options: &Options) -> String {
    let place = PLACE.set(preview.place, PLACE.frame.height, options);
    let top = TOP + if place.lines.is_empty() { 0.0 } else { place.height() + BELOW_PLACE };

    let reserved = if clean(preview.line).is_empty() { 0.0 } else { ABOVE_LINE + TWO_LINES };
    let headline = HEADLINE.set(preview.headline, BOTTOM - top - reserved, options);
    let below = top + if headline.lines.is_empty() { 0.0 } else { headline.height() + ABOVE_LINE };
    let line = LINE.set(preview.line, BOTTOM - below, options);

    let occasion = OCCASION.set(preview.occasion, OCCASION.frame.height, options);
    let texts = [
        PLACE.svg(&place, TOP, palette, options),
        HEADLINE.svg(&headline, top, palette, options),
        LINE.svg(&line, below, palette, options),
        OCCASION.svg(&occasion, FOOT - occasion.height() / 2.0, palette, options),
    ];
    let Palette { paper, ink, .. } = palette;
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{paper}"/><rect x="{LEFT}" y="{RULE}" width="{}" height="{RULE_HEIGHT}" fill="{ink}"/>{}</svg>"#,
        RIGHT - LEFT,
        texts.concat()
    )
}

impl Style {
    fn set(&self, text: &str, height: f32, options: &Options) -> Block {
        let frame = Frame { height, ..self.frame };
        fit(&clean(text), &frame, |text| self.advance(text, options))
    }

    /// Measured by the same code that draws the text, so that kerning and substituted letters
    /// count.
    fn advance(&self, text: &str, options: &Options) -> f32 {
        let size = 100.0;
        let text = self.text(text, 0.0, 0.0, size, "black");
        let svg =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{text}</svg>"#);
        let tree = Tree::from_str(&svg, options).ok();
        let first = tree.as_ref().and_then(|tree| tree.root().children().first());
        first.map_or(0.0, |text: &Node| text.bounding_box().width() / size)
    }

    fn svg(&self, block: &Block, top: f32, palette: &Palette, options: &Options) -> String {
        let pitch = block.size * block.leading;
        // Capitals are 0.7 of the size high, so this centres them in their line.
        let mut baseline = top + pitch / 2.0 + 0.35 * block.size;
        let mut texts = String::new();
        for line in &block.lines {
            // A letter that no font has can be wider among other letters than on its own.
            let size = block.size.min(self.frame.width / self.advance(line, options));
            // Letters have some white space on their left, which shows at large sizes.
            texts += &self.text(line, LEFT - 0.03 * size, baseline, size, self.colour.of(palette));
            baseline += pitch;
        }
        texts
    }

    fn text(&self, text: &str, x: f32, y: f32, size: f32, colour: &str) -> String {
        let Style { family, weight, tracking, .. } = self;
        let spacing = tracking * size;
        let text = escaped(text);
        format!(
            r#"<text x="{x}" y="{y}" font-family="'{family}'" font-weight="{weight}" font-size="{size}" letter-spacing="{spacing}" fill="{colour}">{text}</text>"#
        )
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
