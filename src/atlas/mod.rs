//! The atlas: which places the messages come from, and where those stand on a map of tiles.
//!
//! Invariant: imports neither leptos nor web-sys.

mod grouping;
mod place;
mod projection;
mod tiles;

pub use grouping::{PlaceGroup, RegionGroup, counts, first, group};
pub use place::Place;
pub use projection::equal_earth;
pub use tiles::{Tile, TileMap};
