//! The lines from places to the host.

use super::canvas::length;
use super::dots::DotMap;
use crate::ordering::sorted;

/// The bend of a line, as a share of its length: the minimum, and the range above it that is spread
/// over the lines of a bundle.
const BOW: (f64, f64) = (0.06, 0.16);

/// A quadratic Bézier curve from a dot to the host.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The centre of the dot.
    pub from: (f64, f64),
    /// The control point.
    pub bow: (f64, f64),
    /// A point on the edge of the host's dot.
    pub to: (f64, f64),
}

/// A line from each dot to the host's, which is given by index. Lines bend north, as great circles
/// do in the northern hemisphere; adjacent lines bend by different amounts, so that lines from afar
/// separate before they meet.
pub fn lines(map: &DotMap, host: usize) -> Vec<Line> {
    let Some(end) = map.dots.get(host).copied().flatten() else { return Vec::new() };
    let others = map.dots.iter().enumerate().filter(|(at, _)| *at != host);
    let starts: Vec<(f64, f64)> =
        others.filter_map(|(_, dot)| dot.map(|dot| (dot.x, dot.y))).collect();
    // From south to north around the host, on each side.
    let turn = |at: usize| {
        let (x, y) = starts.get(at).copied().unwrap_or_default();
        (end.y - y) / length(x - end.x, y - end.y).max(1.0)
    };
    let order = sorted(starts.len(), &mut |a, b| turn(a).total_cmp(&turn(b)));
    let count = starts.len().max(2) - 1;
    let line = |(at, (x, y)): (usize, (f64, f64))| {
        let (dx, dy) = (end.x - x, end.y - y);
        let far = length(dx, dy).max(1.0);
        let bow = BOW.0 + BOW.1 * at as f64 / count as f64;
        // Perpendicular to the line, on its northern side.
        let side = if dx < 0.0 { -1.0 } else { 1.0 };
        let middle = (x + dx / 2.0 + side * dy * bow, y + dy / 2.0 - side * dx * bow);
        let (ux, uy) = ((middle.0 - end.x) / far, (middle.1 - end.y) / far);
        let norm = length(ux, uy).max(0.01);
        let reach = end.radius + 2.0;
        Line {
            from: (x, y),
            bow: middle,
            to: (end.x + ux / norm * reach, end.y + uy / norm * reach),
        }
    };
    let starts = order.iter().filter_map(|at| starts.get(*at).copied());
    starts.enumerate().map(line).collect()
}
