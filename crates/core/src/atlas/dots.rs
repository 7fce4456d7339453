//! The map of dots: where each place lies on the land, and where its name fits.

use super::canvas::{Circle, HEIGHT, WIDTH, length, within};
use super::label_placement::{self, Label};
use super::place::Place;
use super::projection::equal_earth;

/// The most places that a map of dots is made for; names of more crowd each other out.
pub const MOST_DOTS: usize = 40;

/// Units of `public/land.svg` to a radius of the globe.
const LAND_RADIUS: f64 = 500.0;
/// What the land fills: degrees of the equator from its middle, and the latitudes of its ends.
const LAND: (f64, f64, f64) = (180.0, 83.7, -56.0);
/// How much of the canvas the dots may take up, the rest being room for names.
const FILL: (f64, f64) = (0.74, 0.9);
/// The canvas shows a fifth of the equator at least: of less the land tells nothing.
const LEAST_WIDTH: f64 = 560.0;
/// The radius of the dot of one message. Its area grows with their number.
const RADIUS: f64 = 6.5;
/// The radius of the largest dot.
const LARGEST: f64 = 14.0;
/// How far dots stay apart.
const GAP: f64 = 4.0;

/// Dots over the land, with a name for each; nothing overlaps.
#[derive(Clone, Debug, PartialEq)]
pub struct DotMap {
    /// The part of the land behind the canvas.
    pub window: Window,
    /// The dots, in the order of the places given; none for what is no country.
    pub dots: Vec<Option<Dot>>,
}

/// A part of `public/land.svg`, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

/// A place on the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// The middle, from the left.
    pub x: f64,
    /// The middle, from above.
    pub y: f64,
    /// The radius.
    pub radius: f64,
    /// Its name.
    pub label: Label,
}

/// A place to be put on the map.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The place.
    pub place: Place,
    /// What is written beside its dot.
    pub text: &'a str,
    /// How many messages come from there.
    pub messages: usize,
}

impl DotMap {
    /// Puts places on a map; none if there are too many, none has a point, or their names do not
    /// fit beside each other.
    pub fn new(items: &[Item<'_>]) -> Option<DotMap> {
        let points: Vec<_> = items.iter().map(|item| point(item.place)).collect();
        let window = Window::around(points.iter().flatten().copied())?;
        if items.len() > MOST_DOTS {
            return None;
        }
        let most = items.iter().map(|item| item.messages).max().unwrap_or(1).max(1) as f64;
        let scale = (LARGEST / (RADIUS * most.sqrt())).min(1.0);
        let mut circles: Vec<Circle> = items
            .iter()
            .zip(&points)
            .filter_map(|(item, point)| {
                let (x, y) = window.place((*point)?);
                let area = item.messages.max(1) as f64;
                Some(Circle { x, y, radius: (RADIUS * scale * area.sqrt()).max(RADIUS * 0.8) })
            })
            .collect();
        relax(&mut circles)?;
        let texts = items.iter().zip(&points).filter(|(_, point)| point.is_some());
        let texts: Vec<_> = texts.map(|(item, _)| item.text).collect();
        let mut placed = circles.iter().zip(label_placement::place(&circles, &texts)?);
        let mut dot = || {
            let (circle, label) = placed.next()?;
            Some(Dot { x: circle.x, y: circle.y, radius: circle.radius, label })
        };
        let dots = points.iter().map(|point| point.and_then(|_| dot())).collect();
        Some(DotMap { window, dots })
    }
}

impl Window {
    /// The part that has these points, with land around them.
    fn around(points: impl Iterator<Item = (f64, f64)>) -> Option<Window> {
        let start = (f64::INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::NEG_INFINITY);
        let (left, right, top, bottom) =
            points.fold(start, |(left, right, top, bottom), (x, y)| {
                (left.min(x), right.max(x), top.min(y), bottom.max(y))
            });
        if left > right {
            return None;
        }
        let ratio = HEIGHT / WIDTH;
        let width = ((right - left) / FILL.0).max((bottom - top) / FILL.1 / ratio).max(LEAST_WIDTH);
        let height = width * ratio;
        let (east, north, south) = LAND;
        let edge = project(east, 0.0).0;
        Some(Window {
            x: within((left + right - width) / 2.0, -edge, edge - width),
            y: within(
                (top + bottom - height) / 2.0,
                project(0.0, north).1,
                project(0.0, south).1 - height,
            ),
            width,
            height,
        })
    }

    /// A point of the land on the canvas.
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let scale = WIDTH / self.width;
        ((x - self.x) * scale, (y - self.y) * scale)
    }
}

fn point(place: Place) -> Option<(f64, f64)> {
    match place {
        Place::Country(country) => Some(project(f64::from(country.lon), f64::from(country.lat))),
        Place::Region(_) | Place::International => None,
    }
}

/// Degrees east and north in units of `public/land.svg`, whose second axis runs south.
fn project(lon: f64, lat: f64) -> (f64, f64) {
    let (x, y) = equal_earth(lon, lat);
    (x * LAND_RADIUS, -y * LAND_RADIUS)
}

/// Pushes dots apart that touch, each by half of what they overlap.
fn relax(circles: &mut [Circle]) -> Option<()> {
    const ROUNDS: usize = 500;
    for _ in 0..ROUNDS {
        let mut moved = false;
        for at in 1..circles.len() {
            let (before, after) = circles.split_at_mut(at);
            let b = after.first_mut()?;
            for a in before {
                let (dx, dy) = (b.x - a.x, b.y - a.y);
                let distance = length(dx, dy);
                let wanted = a.radius + b.radius + GAP;
                if distance + 0.01 >= wanted {
                    continue;
                }
                // Two in the very same place part sideways.
                let (ux, uy) =
                    if distance < 0.01 { (1.0, 0.0) } else { (dx / distance, dy / distance) };
                let push = (wanted - distance) / 2.0 + 0.01;
                (a.x, a.y) = (a.x - ux * push, a.y - uy * push);
                (b.x, b.y) = (b.x + ux * push, b.y + uy * push);
                moved = true;
            }
        }
        for circle in circles.iter_mut() {
            circle.x = within(circle.x, circle.radius, WIDTH - circle.radius);
            circle.y = within(circle.y, circle.radius, HEIGHT - circle.radius);
        }
        if !moved {
            return Some(());
        }
    }
    None
}
