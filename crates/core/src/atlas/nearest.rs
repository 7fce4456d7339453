//! Moves between places on a map by arrow key.

/// The direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    /// The direction of a key, by its name in the DOM (`ArrowUp` …); `None` for other keys.
    pub fn of_key(key: &str) -> Option<Direction> {
        Some(match key {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            _ => return None,
        })
    }

    /// The components of a step along this direction and across it.
    fn split(self, (dx, dy): (f64, f64)) -> (f64, f64) {
        match self {
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
        }
    }
}

/// The nearest point in a direction from one of the points, whose coordinates run right and down;
/// `None` if there is none. Distances across count double, to favour the same row or column.
pub fn nearest(points: &[(f64, f64)], from: usize, direction: Direction) -> Option<usize> {
    let (x, y) = *points.get(from)?;
    let cost = |&(px, py): &(f64, f64)| {
        let (ahead, aside) = direction.split((px - x, py - y));
        (ahead > 0.5).then_some(ahead + 2.0 * aside)
    };
    let costs = points.iter().enumerate().filter_map(|(at, point)| Some((at, cost(point)?)));
    costs.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(at, _)| at)
}
