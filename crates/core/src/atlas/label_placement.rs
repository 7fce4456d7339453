//! Where the names of dots go.

use super::canvas::{Circle, HEIGHT, WIDTH, length, within};
use crate::ordering::sorted;

/// The height of a name as something to point at: 24 CSS pixels where the canvas is narrowest, at
/// 640 of them (WCAG 2.2, 2.5.8).
const TALL: f64 = 38.0;
/// The size of its letters.
const SIZE: f64 = 22.0;
/// What is left free at both ends of it, together.
const PADDING: f64 = 12.0;
/// A name this far from its dot has a line to it.
const FAR: f64 = 12.0;
/// A name is to be this far from the dots of others.
const CLOSE: f64 = 14.0;
/// How many steps of half its height a name may go from its dot. Further out the lines to the dots
/// cross, and tiles are easier to read.
const RINGS: i32 = 6;
/// How many times all names look for a better spot.
const ROUNDS: usize = 12;

/// The spot of a name, a box whose middle line is `y`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Where its anchor is, from the left.
    pub x: f64,
    /// Its middle, from above.
    pub y: f64,
    /// Which end of it is at `x`.
    pub anchor: Anchor,
    /// How wide it was taken to be.
    pub width: f64,
    /// Where the line from the dot ends, if it needs one.
    pub leader: Option<(f64, f64)>,
}

/// The end of a name that stays in its place, whatever the width of its letters.
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
    /// Left, right, upper and lower edge.
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

    /// How far it is from a point.
    fn distance(&self, x: f64, y: f64) -> f64 {
        let (px, py) = self.nearest(x, y);
        length(px - x, py - y)
    }

    /// The point of it nearest to another.
    fn nearest(&self, x: f64, y: f64) -> (f64, f64) {
        let [left, right, top, bottom] = self.edges();
        // A line to the letters, not to what is free around them.
        let slack = (TALL - SIZE) / 2.0;
        (within(x, left, right), within(y, top + slack, bottom - slack))
    }
}

/// A spot for each name, near to its dot, on no other name and on no dot; none if there is not room
/// for all.
///
/// Each takes the cheapest of its candidates, beginning with those that have the fewest; then all
/// look again until nothing changes. Candidate positions as in Imhof, “Positioning names on maps”,
/// The American Cartographer 2 (1975), with rings further out for crowds.
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
                // Beside another dot it would be read as the name of that.
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

/// Directions from a dot, with the end of the name that is there, the best first.
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

/// The spots around a dot, with what each costs: beside it first, then further out.
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

/// About how wide a text is in Familjen Grotesk at weight 600: its advances by kind of letter, in
/// hundredths of the size, a little on the large side.
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
