//! Writes the scene of a preview as SVG, and measures text as it is written there.

use resvg::usvg::{Node, Tree};
use solidarity_core::text::closed;
use solidarity_publisher::markup::escaped;
use unicode_script::{Script, UnicodeScript};

use super::fonts::Fonts;
use crate::letters::is_unseen;
use crate::metrics::{Font, FontMetrics};
use crate::scene::{Anchor, Direction, HEIGHT, Line, Rectangle, Scene, WIDTH};

/// A scene, except for the mark.
pub fn svg(Scene { paper, rectangles, lines, .. }: &Scene, fonts: &Fonts) -> String {
    let rectangles: String = rectangles.iter().map(rectangle).collect();
    let lines: String = lines.iter().map(|line| text(line, fonts)).collect();
    document(
        WIDTH,
        HEIGHT,
        &format!(r#"<rect width="{WIDTH}" height="{HEIGHT}" fill="{paper}"/>{rectangles}{lines}"#),
    )
}

impl FontMetrics for Fonts {
    fn advance(&self, line: &str, font: Font) -> f32 {
        let size = 100.0;
        let line = Line {
            text: line.to_owned(),
            font,
            size,
            x: 0.0,
            baseline: 0.0,
            anchor: Anchor::Left,
            direction: Direction::LeftToRight,
            colour: "black",
        };
        let tree = Tree::from_str(&document(9, 9, &text(&line, self)), &self.options).ok();
        let first = tree.as_ref().and_then(|tree| tree.root().children().first());
        first.map_or(0.0, |text: &Node| text.bounding_box().width() / size)
    }

    fn has(&self, letter: char, font: Font) -> bool {
        self.family(letter, font.family, font.weight).is_some()
    }
}

fn document(width: u32, height: u32, content: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{content}</svg>"#
    )
}

fn rectangle(Rectangle { x, y, width, height, colour }: &Rectangle) -> String {
    format!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>"#)
}

fn text(line: &Line, fonts: &Fonts) -> String {
    let Line { text, font, size, x, baseline, anchor, direction, colour } = line;
    let Font { family, weight, .. } = font;
    let spacing = line.letter_spacing();
    let anchor = match anchor {
        Anchor::Left => "",
        Anchor::Right => r#" text-anchor="end""#,
    };
    // usvg sets every text from left to right, unless the text itself says otherwise.
    let text = match direction {
        Direction::LeftToRight => runs(text, *font, fonts),
        Direction::RightToLeft => runs(&format!("\u{2067}{}\u{2069}", closed(text)), *font, fonts),
    };
    format!(
        r#"<text x="{x}" y="{baseline}" font-family="'{family}'" font-weight="{weight}" font-size="{size}" letter-spacing="{spacing}"{anchor} fill="{colour}">{text}</text>"#
    )
}

/// A text as the content of a `text` element, with an element for each run in another font: usvg
/// gives up on a run if a substitute shapes it to another number of glyphs.
fn runs(text: &str, font: Font, fonts: &Fonts) -> String {
    let mut runs: Vec<(String, String)> = Vec::new();
    for c in text.chars() {
        let of = |family: &str| fonts.family(c, family, font.weight);
        let stays =
            |family: &String| is_unseen(c) || (is_shared(c) && of(family).as_ref() == Some(family));
        let now = runs.last().map(|(family, _)| family).filter(|family| stays(family)).cloned();
        let family = now.or_else(|| of(font.family)).unwrap_or_else(|| font.family.into());
        match runs.last_mut() {
            Some((before, run)) if *before == family => run.push(c),
            _ => runs.push((family, c.to_string())),
        }
    }
    let run = |(family, run): (String, String)| match family == font.family {
        true => escaped(&run),
        false => {
            format!("<tspan font-family=\"'{}'\">{}</tspan>", escaped(&family), escaped(&run))
        }
    };
    runs.into_iter().map(run).collect()
}

/// Whether a character follows the font of those before it.
fn is_shared(c: char) -> bool {
    matches!(c.script(), Script::Common | Script::Inherited)
}
