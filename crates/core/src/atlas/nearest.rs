//! Where an arrow key leads on a map.

/// Where an arrow key points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    /// The direction of a key, by its name in the DOM (`ArrowUp` …); none for other keys.
    pub fn of_key(key: &str) -> Option<Direction> {
        Some(match key {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            _ => return None,
        })
    }

    /// How far a step leads this way, and how far aside.
    fn split(self, (dx, dy): (f64, f64)) -> (f64, f64) {
        match self {
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
        }
    }
}

/// Which of some points, right and down from a corner, is the nearest to one of them in a direction;
/// none if there is none that way. What lies aside counts twice, so that rows and columns are kept.
pub fn nearest(points: &[(f64, f64)], from: usize, direction: Direction) -> Option<usize> {
    let (x, y) = *points.get(from)?;
    let cost = |&(px, py): &(f64, f64)| {
        let (ahead, aside) = direction.split((px - x, py - y));
        (ahead > 0.5).then_some(ahead + 2.0 * aside)
    };
    let costs = points.iter().enumerate().filter_map(|(at, point)| Some((at, cost(point)?)));
    costs.min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(at, _)| at)
}
