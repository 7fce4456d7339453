//! The layouts of the map.

use solidarity_core::atlas::{DotMap, Item, Place, TileMap};
use solidarity_core::places::Country;
use wasm_bindgen::prelude::*;

/// Lays this many countries out as tiles, for narrow and wide pages, and returns the number of
/// rows.
#[wasm_bindgen]
pub fn tiles(count: usize) -> usize {
    let places: Vec<_> = countries(count).map(Place::Country).collect();
    TileMap::narrow(&places).rows + TileMap::wide(&places).rows
}

/// Lays this many countries out as dots with names, and says whether they fit.
#[wasm_bindgen]
pub fn dots(count: usize) -> bool {
    let item = |country| Item { place: Place::Country(country), text: country.name, messages: 2 };
    DotMap::new(&countries(count).map(item).collect::<Vec<_>>()).is_some()
}

/// This many countries, spread over the table and so over the world.
fn countries(count: usize) -> impl Iterator<Item = &'static Country> {
    Country::all().iter().step_by(Country::all().len() / count).take(count)
}
