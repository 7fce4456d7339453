//! The canvas of the map of dots, and the geometry on it.

/// The width of the canvas, in the units of all lengths on it.
pub const WIDTH: f64 = 1000.0;
/// The height of the canvas.
pub const HEIGHT: f64 = 520.0;

/// A circle on the canvas: a dot without its label.
#[derive(Clone, Copy, Debug)]
pub struct Circle {
    /// The centre, from the left.
    pub x: f64,
    /// The centre, from the top.
    pub y: f64,
    /// The radius.
    pub radius: f64,
}

/// The length of a vector. Not `hypot`, whose handling of extremes takes two kilobytes of
/// WebAssembly.
pub(super) fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

/// Limits a value to two bounds; returns their midpoint if they are reversed. Not `clamp`, whose
/// message for reversed bounds takes five kilobytes of WebAssembly, to format fractions.
pub(super) fn within(value: f64, low: f64, high: f64) -> f64 {
    if low > high { (low + high) / 2.0 } else { value.max(low).min(high) }
}
