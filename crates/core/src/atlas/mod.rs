//! The atlas: the places that the messages come from, and their layout on a map, as dots on the
//! land where their names fit, and otherwise as tiles.

mod canvas;
mod dots;
mod finding;
mod grouping;
mod label_placement;
mod lines;
mod listing;
mod nearest;
mod place;
mod projection;
mod tiles;

pub use canvas::{HEIGHT, WIDTH};
pub use dots::{Dot, DotMap, Item, MOST_DOTS, Window};
pub use finding::{find, in_region};
pub use grouping::{PlaceGroup, RegionGroup, accent, counts, first, group, senders};
pub use label_placement::{Anchor, Label};
pub use lines::{Line, lines};
pub use listing::{ListedPlace, PlaceList};
pub use nearest::{Direction, nearest};
pub use place::Place;
pub use projection::equal_earth;
pub use tiles::{Tile, TileMap};
