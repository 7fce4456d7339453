//! The canvas of the map of dots, and the geometry on it.

/// The width of the canvas; every length on it is in these units.
pub const WIDTH: f64 = 1000.0;
/// The height of the canvas.
pub const HEIGHT: f64 = 520.0;

/// A circle on the canvas: a dot without its label.
#[derive(Clone, Copy, Debug)]
pub struct Circle {
    /// Its centre, from the left.
    pub x: f64,
    /// Its centre, from above.
    pub y: f64,
    /// Its radius.
    pub radius: f64,
}

/// The length of a way. Not `hypot`, whose care for extremes weighs two kilobytes.
pub(super) fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

/// A value brought between two bounds; halfway where they leave no room. Not `clamp`, whose message
/// for bounds the wrong way round weighs five kilobytes: what it takes to write fractions.
pub(super) fn within(value: f64, low: f64, high: f64) -> f64 {
    if low > high { (low + high) / 2.0 } else { value.max(low).min(high) }
}
