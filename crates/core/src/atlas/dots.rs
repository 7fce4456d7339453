//! The map of dots: the position of each place on the land, and of its name.

use super::canvas::{Circle, HEIGHT, WIDTH, length, within};
use super::label_placement::{self, Label};
use super::place::Place;
use super::projection::equal_earth;

/// The most places on a map of dots; with more, their names would not fit.
pub const MOST_DOTS: usize = 40;

/// The radius of the globe, in units of `public/land.svg`.
const LAND_RADIUS: f64 = 500.0;
/// The extent of the land: degrees of longitude from its middle, and its northern and southern
/// latitudes.
const LAND: (f64, f64, f64) = (180.0, 83.7, -56.0);
/// The share of the canvas for dots; the rest is room for names.
const FILL: (f64, f64) = (0.74, 0.9);
/// The canvas shows at least a fifth of the equator; less land would be unrecognisable.
const LEAST_WIDTH: f64 = 560.0;
/// The radius of a dot for one message. The area grows with the number of messages.
const RADIUS: f64 = 6.5;
/// The radius of the largest dot.
const LARGEST: f64 = 14.0;
/// The least gap between dots.
const GAP: f64 = 4.0;

/// Dots on the land, with their names; nothing overlaps.
#[derive(Clone, Debug, PartialEq)]
pub struct DotMap {
    /// The part of the land behind the canvas.
    pub window: Window,
    /// The dots, in the order of the places given; `None` for places that are no countries.
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
    /// The centre, from the left.
    pub x: f64,
    /// The centre, from the top.
    pub y: f64,
    /// The radius.
    pub radius: f64,
    /// Its name.
    pub label: Label,
}

/// A place to put on the map.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The place.
    pub place: Place,
    /// The name beside its dot.
    pub text: &'a str,
    /// The number of messages from there.
    pub messages: usize,
}

impl DotMap {
    /// Puts places on a map; `None` if there are too many, none has a point, or their names do not
    /// fit.
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
    /// The part that contains these points, with land around them.
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

/// Pushes overlapping dots apart, each by half the overlap.
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
                // Two dots in the same place move apart sideways.
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
