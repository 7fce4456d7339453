//! Places the names of dots.

use super::canvas::{Circle, HEIGHT, WIDTH, length, within};
use crate::ordering::sorted;

/// The height of a name as a target: 24 CSS pixels when the canvas is at its narrowest, 640 (WCAG
/// 2.2, 2.5.8).
const TALL: f64 = 38.0;
/// The font size of a name.
const SIZE: f64 = 22.0;
/// The padding of a name, left and right together.
const PADDING: f64 = 12.0;
/// A name this far from its dot is connected to it by a line.
const FAR: f64 = 12.0;
/// The preferred distance of a name from other dots.
const CLOSE: f64 = 14.0;
/// The most steps, of half its height, from a dot to its name. Further out, lines would cross, and
/// tiles are easier to read.
const RINGS: i32 = 6;
/// The most rounds in which all names look for a better spot.
const ROUNDS: usize = 12;

/// The position of a name, as a box centred vertically on `y`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The position of its anchor, from the left.
    pub x: f64,
    /// Its vertical centre, from the top.
    pub y: f64,
    /// The part of it that is at `x`.
    pub anchor: Anchor,
    /// Its estimated width.
    pub width: f64,
    /// Where the line from the dot ends, if it needs one.
    pub leader: Option<(f64, f64)>,
}

/// The part of a name that stays in place if its real width differs from the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Label {
    /// The left, right, top and bottom edges.
    pub fn edges(&self) -> [f64; 4] {
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - self.width / 2.0,
            Anchor::End => self.x - self.width,
        };
        [left, left + self.width, self.y - TALL / 2.0, self.y + TALL / 2.0]
    }

    fn overlaps(&self, other: &Label) -> bool {
        let [[a, b, c, d], [e, f, g, h]] = [self.edges(), other.edges()];
        a < f && e < b && c < h && g < d
    }

    /// Its distance from a point.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let (px, py) = self.nearest(x, y);
        length(px - x, py - y)
    }

    /// Its nearest point to a given one.
    fn nearest(&self, x: f64, y: f64) -> (f64, f64) {
        let [left, right, top, bottom] = self.edges();
        // End lines at the letters, not at the padding around them.
        let slack = (TALL - SIZE) / 2.0;
        (within(x, left, right), within(y, top + slack, bottom - slack))
    }
}

/// A position for each name, near its dot, overlapping no name and no dot; `None` if there is no
/// room for all.
///
/// Each name takes its cheapest candidate, starting with the names that have the fewest; then all
/// names look again until nothing changes. Candidate positions follow Imhof, “Positioning names on
/// maps”, The American Cartographer 2 (1975), with additional rings for crowded areas.
pub(super) fn place(circles: &[Circle], texts: &[&str]) -> Option<Vec<Label>> {
    let candidates: Vec<Vec<(f64, Label)>> = circles
        .iter()
        .zip(texts)
        .enumerate()
        .map(|(at, (circle, text))| {
            let free = |(_, label): &(f64, Label)| {
                let [left, right, top, bottom] = label.edges();
                let inside = left >= 0.0 && right <= WIDTH && top >= 0.0 && bottom <= HEIGHT;
                let clear = |(other, c): (usize, &Circle)| {
                    other == at || label.distance(c.x, c.y) >= c.radius + 1.0
                };
                inside && circles.iter().enumerate().all(clear)
            };
            let mut all = around(circle, width(text));
            all.retain(free);
            for (cost, label) in &mut all {
                let others = circles.iter().enumerate().filter(|(other, _)| *other != at);
                let clear = others.map(|(_, c)| label.distance(c.x, c.y) - c.radius);
                // Near another dot it would be taken for that dot's name.
                *cost += (CLOSE - clear.fold(CLOSE, f64::min)) * 2.0;
            }
            all
        })
        .collect();

    let spots = |at: usize| candidates.get(at).map_or(0, Vec::len);
    let order = sorted(circles.len(), &mut |a, b| spots(a).cmp(&spots(b)));
    let mut chosen: Vec<Option<Label>> = vec![None; circles.len()];
    for _ in 0..ROUNDS {
        let mut changed = false;
        for &at in &order {
            let clashes = |label: &Label| {
                let others = chosen.iter().enumerate().filter(|(other, _)| *other != at);
                others.filter_map(|(_, other)| *other).filter(|o| label.overlaps(o)).count()
            };
            let cost = |(cost, label): &(f64, Label)| cost + 1000.0 * clashes(label) as f64;
            let best = candidates
                .get(at)?
                .iter()
                .map(|candidate| (cost(candidate), candidate.1))
                .min_by(|(a, _), (b, _)| a.total_cmp(b));
            let best = Some(best?.1);
            let slot = chosen.get_mut(at)?;
            changed |= *slot != best;
            *slot = best;
        }
        if !changed {
            break;
        }
    }
    let labels: Vec<Label> = chosen.into_iter().collect::<Option<_>>()?;
    let apart = |(at, label): (usize, &Label)| {
        labels.iter().skip(at + 1).all(|other| !label.overlaps(other))
    };
    labels.iter().enumerate().all(apart).then(|| labels.clone())
}

/// Directions from a dot, with the anchor of the name there, the best first.
const SPOTS: [(f64, f64, Anchor); 14] = [
    (1.0, 0.0, Anchor::Start),
    (-1.0, 0.0, Anchor::End),
    (0.0, 1.0, Anchor::Middle),
    (0.0, -1.0, Anchor::Middle),
    (0.7, -0.7, Anchor::Start),
    (0.7, 0.7, Anchor::Start),
    (-0.7, -0.7, Anchor::End),
    (-0.7, 0.7, Anchor::End),
    (1.0, -0.4, Anchor::Start),
    (1.0, 0.4, Anchor::Start),
    (-1.0, -0.4, Anchor::End),
    (-1.0, 0.4, Anchor::End),
    (1.0, -1.0, Anchor::Start),
    (-1.0, 1.0, Anchor::End),
];

/// The positions around a dot with their costs, from near to far.
fn around(circle: &Circle, width: f64) -> Vec<(f64, Label)> {
    let Circle { x, y, radius } = *circle;
    let mut spots = Vec::new();
    for ring in 0..RINGS {
        let out = f64::from(ring) * TALL / 2.0;
        for (taste, (right, down, anchor)) in SPOTS.into_iter().enumerate() {
            let x = (x + right * (radius + out)).round();
            let y = (y + down * (radius + SIZE / 2.0 + 4.0 + out)).round();
            let mut label = Label { x, y, anchor, width, leader: None };
            let far = label.distance(circle.x, circle.y) - radius;
            if far > FAR {
                label.leader = Some(label.nearest(circle.x, circle.y));
            }
            spots.push((taste as f64 + far * 2.0, label));
        }
    }
    spots
}

/// The approximate width of a text in Familjen Grotesk at weight 600, slightly overestimated:
/// advances by kind of letter, in hundredths of the font size.
fn width(text: &str) -> f64 {
    let advance = |c: char| match c {
        'i' | 'l' | 'j' | 'I' | '.' | ',' | '’' | '\'' | ' ' => 28.0,
        'f' | 't' | 'r' | '(' | ')' | '-' => 40.0,
        'm' | 'w' | 'M' | 'W' => 88.0,
        c if c.is_uppercase() => 68.0,
        c if c.is_ascii() || c.is_lowercase() => 57.0,
        // A letter of another script.
        _ => 100.0,
    };
    text.chars().map(advance).sum::<f64>() / 100.0 * SIZE + PADDING
}
