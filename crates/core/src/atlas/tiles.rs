//! The map as equal tiles, each roughly in its geographic place.

use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres_min;

use super::dots::MOST_DOTS;
use super::place::Place;
use super::projection::equal_earth;
use crate::places::Country;

/// The number of cells per tile. At 1 the map is a full rectangle that does not reflect geography;
/// at 3 it is mostly empty.
const CELLS_PER_TILE: f64 = 1.6;
/// The same for more than [`MOST_DOTS`] places, to shorten the page.
const CELLS_PER_TILE_OF_MANY: f64 = 1.3;
/// The grid has room for the next power of this, so that it seldom changes when places are added.
const GROWTH: f64 = 1.15;
/// The weight of the true position in a cell's cost, as opposed to rank. At 1 the countries of
/// Europe crowd into one corner and displace each other; at 0 all distances are equal.
const TRUE_POSITION: f64 = 0.4;
/// One unit of the plane, in the integers that the assignment uses.
const PRECISION: f64 = 1000.0;

/// Tiles on a grid, at most one per cell.
#[derive(Debug, PartialEq, Eq)]
pub struct TileMap {
    /// The number of columns.
    pub columns: usize,
    /// The number of rows.
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
    /// The number of columns it spans.
    pub span: usize,
}

impl TileMap {
    /// Lays places out for a narrow page, such as a phone's: three to seven columns, each wide
    /// enough for a finger at 360 CSS pixels.
    pub fn narrow(places: &[Place]) -> TileMap {
        TileMap::with_shape(places, 0.55, 3..=7)
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
        let mut room = 1.0;
        while room < points.len() as f64 {
            room = (room * GROWTH).max(room + 1.0);
        }
        let many = points.len() > MOST_DOTS;
        let cells = room * if many { CELLS_PER_TILE_OF_MANY } else { CELLS_PER_TILE };
        let columns =
            ((cells * aspect).sqrt().ceil() as usize).clamp(*columns.start(), *columns.end());
        let rows = (cells / columns as f64).ceil() as usize;

        let mut taken = assign(&points, columns, rows);
        let mut assigned = taken.clone().into_iter();
        let cell = |place: &Place| match place {
            Place::Country(_) => assigned.next(),
            Place::Region(_) | Place::International => None,
        };
        let cells: Vec<Option<Tile>> = places.iter().map(cell).collect();
        let mut beside = || {
            let tile = beside_the_land(&taken, rows);
            taken.push(tile);
            tile
        };
        let tiles: Vec<Tile> =
            cells.into_iter().map(|cell| cell.unwrap_or_else(&mut beside)).collect();
        let rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0);
        TileMap { columns, rows, tiles }
    }
}

fn point(place: Place) -> Option<(f64, f64)> {
    match place {
        Place::Country(country) => {
            Some(equal_earth(f64::from(country.lon), f64::from(country.lat)))
        }
        Place::Region(_) | Place::International => None,
    }
}

/// The cell of each point, minimising the sum of squared distances.
fn assign(points: &[(f64, f64)], columns: usize, rows: usize) -> Vec<Tile> {
    if points.is_empty() {
        return Vec::new();
    }
    let world = || Country::all().iter().filter_map(|country| point(Place::Country(country)));
    let xs = spread(points.iter().map(|(x, _)| *x).collect(), world().map(|(x, _)| x).collect());
    // Rows run from north to south.
    let ys = spread(points.iter().map(|(_, y)| -*y).collect(), world().map(|(_, y)| -y).collect());
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

/// Scales coordinates to 0 to 1, partway between their values and their ranks among those of the
/// whole world. Ranked among themselves, all would move with every place added.
fn spread(values: Vec<f64>, world: Vec<f64>) -> Vec<f64> {
    let rank = |value: f64| world.iter().filter(|v| **v < value).count() as f64;
    let ranks: Vec<f64> = values.iter().map(|value| rank(*value)).collect();
    let (places, ranks) = (unit(&values), unit(&ranks));
    let mixed = places.iter().zip(ranks);
    mixed.map(|(place, rank)| TRUE_POSITION * place + (1.0 - TRUE_POSITION) * rank).collect()
}

/// Scales values to 0 to 1; equal values go to the middle.
fn unit(values: &[f64]) -> Vec<f64> {
    let (low, high) = values
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(*v), high.max(*v)));
    values.iter().map(|v| if high > low { (v - low) / (high - low) } else { 0.5 }).collect()
}

/// Two cells in the first columns, which are ocean in most layouts: in the lowest row where they
/// are free, or else in a new row.
fn beside_the_land(taken: &[Tile], rows: usize) -> Tile {
    let free = |row: &usize| !taken.iter().any(|tile| tile.row == *row && tile.column < 2);
    let below = taken.iter().map(|tile| tile.row + 1).max().unwrap_or(0).max(rows);
    Tile { column: 0, row: (0..rows).rev().find(free).unwrap_or(below), span: 2 }
}
