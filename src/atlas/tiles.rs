//! The map as equal tiles, each in roughly its geographic place.

use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres_min;

use super::{Place, equal_earth};

/// How many cells there are to a tile. At 1 the map is a full rectangle and says nothing of
/// geography; at 3 it is mostly empty.
const CELLS_PER_TILE: f64 = 1.8;
/// How much a cell's cost follows the true position, the rest following rank. At 1 the countries
/// of Europe crowd into one corner and push each other away; at 0 all distances are equal.
const TRUE_POSITION: f64 = 0.4;
/// One unit of the plane, in the whole numbers that the assignment counts in.
const PRECISION: f64 = 1000.0;

/// Tiles on a grid, no two in one cell.
#[derive(Debug, PartialEq, Eq)]
pub struct TileMap {
    /// How many columns the grid has.
    pub columns: usize,
    /// How many rows the grid has.
    pub rows: usize,
    /// The tiles, in the order of the places given.
    pub tiles: Vec<Tile>,
}

/// The cell of one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The column, from 0 in the west.
    pub column: usize,
    /// The row, from 0 in the north.
    pub row: usize,
    /// How many columns it spans.
    pub span: usize,
}

impl TileMap {
    /// Lays places out for a narrow page, such as a phone's: three to nine columns.
    pub fn narrow(places: &[Place]) -> TileMap {
        TileMap::with_shape(places, 0.55, 3..=9)
    }

    /// Lays places out for a wide page: four to twenty-four columns.
    pub fn wide(places: &[Place]) -> TileMap {
        TileMap::with_shape(places, 1.7, 4..=24)
    }

    /// Lays places out in a grid of about `aspect` columns to a row.
    fn with_shape(
        places: &[Place],
        aspect: f64,
        columns: std::ops::RangeInclusive<usize>,
    ) -> TileMap {
        let points: Vec<(f64, f64)> = places.iter().filter_map(|place| point(*place)).collect();
        let cells = (points.len() as f64 * CELLS_PER_TILE).max(1.0);
        let columns =
            ((cells * aspect).sqrt().ceil() as usize).clamp(*columns.start(), *columns.end());
        let mut rows = (cells / columns as f64).ceil() as usize;
        let taken = assign(&points, columns, rows);

        let mut assigned = taken.iter().copied();
        let mut tiles = Vec::with_capacity(places.len());
        for place in places {
            tiles.push(match place {
                Place::Country(_) => assigned.next(),
                Place::International => None,
            });
        }
        let beside = beside_the_land(&taken, rows);
        let tiles: Vec<Tile> = tiles.into_iter().map(|tile| tile.unwrap_or(beside)).collect();
        rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0);
        TileMap { columns, rows, tiles }
    }
}

fn point(place: Place) -> Option<(f64, f64)> {
    match place {
        Place::Country(country) => {
            Some(equal_earth(f64::from(country.lon), f64::from(country.lat)))
        }
        Place::International => None,
    }
}

/// The cell of each point, so that the sum of squared distances is the least.
fn assign(points: &[(f64, f64)], columns: usize, rows: usize) -> Vec<Tile> {
    if points.is_empty() {
        return Vec::new();
    }
    let xs = spread(points.iter().map(|(x, _)| *x).collect());
    // Rows run from north to south.
    let ys = spread(points.iter().map(|(_, y)| -*y).collect());
    let cost = |(point, cell): (usize, usize)| {
        let middle = |at: usize, of: usize| (at as f64 + 0.5) / of as f64;
        let (column, row) = (cell % columns, cell / columns);
        let dx = (xs[point] - middle(column, columns)) * columns as f64;
        let dy = (ys[point] - middle(row, rows)) * rows as f64;
        ((dx * dx + dy * dy) * PRECISION) as i64
    };
    let costs = Matrix::from_fn(points.len(), columns * rows, cost);
    let (_, cells) = kuhn_munkres_min(&costs);
    let tile = |cell: usize| Tile { column: cell % columns, row: cell / columns, span: 1 };
    cells.into_iter().map(tile).collect()
}

/// Coordinates brought into 0 to 1, halfway between where they are and where they rank.
fn spread(values: Vec<f64>) -> Vec<f64> {
    let (low, high) = values
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(*v), high.max(*v)));
    let rank = |value: f64| {
        let below = values.iter().filter(|v| **v < value).count();
        let same = values.iter().filter(|v| **v == value).count();
        (below as f64 + same as f64 / 2.0) / values.len() as f64
    };
    let position = |value: f64| if high > low { (value - low) / (high - low) } else { 0.5 };
    values.iter().map(|v| TRUE_POSITION * position(*v) + (1.0 - TRUE_POSITION) * rank(*v)).collect()
}

/// Two cells in the first columns, which are ocean in most layouts: the lowest row where they are
/// free, or a row of their own.
fn beside_the_land(taken: &[Tile], rows: usize) -> Tile {
    let free = |row: &usize| !taken.iter().any(|tile| tile.row == *row && tile.column < 2);
    Tile { column: 0, row: (0..rows).rev().find(free).unwrap_or(rows), span: 2 }
}
