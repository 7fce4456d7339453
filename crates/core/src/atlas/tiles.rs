//! The map as equal tiles, each in roughly its geographic place.

use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres_min;

use super::dots::MOST_DOTS;
use super::place::Place;
use super::projection::equal_earth;
use crate::places::Country;

/// How many cells there are to a tile. At 1 the map is a full rectangle and says nothing of
/// geography; at 3 it is mostly empty.
const CELLS_PER_TILE: f64 = 1.6;
/// The same where more than [`MOST_DOTS`] places would make a long way to scroll.
const CELLS_PER_TILE_OF_MANY: f64 = 1.3;
/// The grid has room for the next power of this, so that it stays as it is for a while when places
/// are added.
const GROWTH: f64 = 1.15;
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
    /// Lays places out for a narrow page, such as a phone's: three to seven columns, which are wide
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

/// The cell of each point, so that the sum of squared distances is the least.
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

/// Coordinates brought into 0 to 1, partway between where they are and where they rank among those
/// of the whole world. Not among themselves: each would then move with every place added.
fn spread(values: Vec<f64>, world: Vec<f64>) -> Vec<f64> {
    let rank = |value: f64| world.iter().filter(|v| **v < value).count() as f64;
    let ranks: Vec<f64> = values.iter().map(|value| rank(*value)).collect();
    let (places, ranks) = (unit(&values), unit(&ranks));
    let mixed = places.iter().zip(ranks);
    mixed.map(|(place, rank)| TRUE_POSITION * place + (1.0 - TRUE_POSITION) * rank).collect()
}

/// Values brought into 0 to 1; all in the middle if there is only one.
fn unit(values: &[f64]) -> Vec<f64> {
    let (low, high) = values
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(*v), high.max(*v)));
    values.iter().map(|v| if high > low { (v - low) / (high - low) } else { 0.5 }).collect()
}

/// Two cells in the first columns, which are ocean in most layouts: the lowest row where they are
/// free, or a row of their own.
fn beside_the_land(taken: &[Tile], rows: usize) -> Tile {
    let free = |row: &usize| !taken.iter().any(|tile| tile.row == *row && tile.column < 2);
    let below = taken.iter().map(|tile| tile.row + 1).max().unwrap_or(0).max(rows);
    Tile { column: 0, row: (0..rows).rev().find(free).unwrap_or(below), span: 2 }
}
