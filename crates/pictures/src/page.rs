//! The page of a preview as SVG: a printed programme in ink and one strong colour on paper.

use resvg::usvg::{Node, Tree};
use solidarity_core::collection::characters::shown;
use solidarity_core::text::{closed, starts_right_to_left};
use solidarity_publisher::{Palette, Preview};

use super::fonts::Fonts;
use super::layout::{Block, Frame, fit};
use super::letters::Font;

/// The width of the picture. All lengths here are in pixels.
pub(super) const WIDTH: u32 = 1200;
pub(super) const HEIGHT: u32 = 630;

/// The size of the site's mark, beside the occasion.
pub(super) const MARK_SIDE: f32 = 40.0;

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

/// A page, painted except for the mark.
pub(super) struct Page {
    pub svg: String,
    /// Where the mark stands: its left upper corner.
    pub mark_at: (f32, f32),
    /// The letters that no font has. The texts with them are not on the page.
    pub lacking: Vec<char>,
}

struct Style {
    font: Font,
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
    font: Font { family: "Familjen Grotesk", weight: 600 },
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
    font: Font { family: "Familjen Grotesk", weight: 700 },
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
    font: Font { family: "Brygada 1918", weight: 400 },
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
    font: Font { family: "Familjen Grotesk", weight: 600 },
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

/// The page of a preview. What is written from right to left stands at the right, and so does all
/// that goes with such a headline, except for the occasion, which is the same on all pages.
pub(super) fn page(preview: &Preview, palette: &Palette, fonts: &Fonts) -> Page {
    let mut lacking = Vec::new();
    let mut said = |style: &Style, text: &str| {
        style.font.paintable(&clean(text), fonts).unwrap_or_else(|letters| {
            lacking.extend(letters);
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
    let below = top + if headline.lines.is_empty() { 0.0 } else { headline.height() + ABOVE_LINE };
    let line = LINE.set(&line, BOTTOM - below, fonts);

    let occasion = OCCASION.set(&occasion, OCCASION.frame.height, fonts);
    let texts = [
        PLACE.svg(&place, TOP, is_mirrored, palette, fonts),
        HEADLINE.svg(&headline, top, is_mirrored, palette, fonts),
        LINE.svg(&line, below, is_mirrored || line_at_right, palette, fonts),
        OCCASION.svg(&occasion, FOOT - occasion.height() / 2.0, ends_left, palette, fonts),
    ];
    let Palette { paper, ink, .. } = palette;
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{paper}"/><rect x="{LEFT}" y="{RULE}" width="{}" height="{RULE_HEIGHT}" fill="{ink}"/>{}</svg>"#,
        RIGHT - LEFT,
        texts.concat()
    );
    let mark = if ends_left { LEFT } else { RIGHT - MARK_SIDE };
    Page { svg, mark_at: (mark, FOOT - MARK_SIDE / 2.0), lacking }
}

/// Where a line stands, and at which size.
#[derive(Clone, Copy)]
struct Spot {
    /// Its left end, or its right end for a line that stands at the right.
    x: f32,
    baseline: f32,
    size: f32,
    at_right: bool,
}

impl Style {
    fn set(&self, text: &str, height: f32, fonts: &Fonts) -> Block {
        let frame = Frame { height, ..self.frame };
        fit(text, &frame, |text| self.advance(text, fonts))
    }

    /// Measured by the same code that draws the text, so that kerning and substituted letters
    /// count.
    fn advance(&self, text: &str, fonts: &Fonts) -> f32 {
        let spot = Spot { x: 0.0, baseline: 0.0, size: 100.0, at_right: false };
        let size = spot.size;
        let text = self.text(text, spot, "black", fonts);
        let svg =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{text}</svg>"#);
        let tree = Tree::from_str(&svg, &fonts.options).ok();
        let first = tree.as_ref().and_then(|tree| tree.root().children().first());
        first.map_or(0.0, |text: &Node| text.bounding_box().width() / size)
    }

    fn svg(
        &self,
        block: &Block,
        top: f32,
        at_right: bool,
        palette: &Palette,
        fonts: &Fonts,
    ) -> String {
        let pitch = block.size * block.leading;
        let right_to_left = block.lines.first().is_some_and(|line| starts_right_to_left(line));
        // Capitals are 0.7 of the size high, so this centres them in their line.
        let mut baseline = top + pitch / 2.0 + 0.35 * block.size;
        let mut texts = String::new();
        for line in &block.lines {
            // A letter of another font can be wider among other letters than on its own.
            let size = block.size.min(self.frame.width / self.advance(line, fonts));
            // Letters have some white space on their left, which shows at large sizes.
            let x = if at_right { RIGHT } else { LEFT - 0.03 * size };
            let spot = Spot { x, baseline, size, at_right };
            // usvg sets every text from left to right, unless the text itself says otherwise.
            let line = match right_to_left {
                true => &format!("\u{2067}{}\u{2069}", closed(line)),
                false => line,
            };
            texts += &self.text(line, spot, self.colour.of(palette), fonts);
            baseline += pitch;
        }
        texts
    }

    fn text(&self, text: &str, spot: Spot, colour: &str, fonts: &Fonts) -> String {
        let Style { font, tracking, .. } = self;
        let Font { family, weight } = font;
        let Spot { x, baseline, size, at_right } = spot;
        let spacing = tracking * size;
        let anchor = if at_right { r#" text-anchor="end""# } else { "" };
        let text = font.runs(text, fonts);
        format!(
            r#"<text x="{x}" y="{baseline}" font-family="'{family}'" font-weight="{weight}" font-size="{size}" letter-spacing="{spacing}"{anchor} fill="{colour}">{text}</text>"#
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
