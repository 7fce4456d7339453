//! The atlas: which places the messages come from, and where those stand on a map:
//! dots over the land where there is room for their names, or tiles.

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
