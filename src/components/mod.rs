//! The parts that pages are made of. None of them parses, sorts or searches.

mod card;
mod footer;
mod left_out;
mod marked;
mod notice;
mod place_tiles;
mod problems;
mod results;
mod search_box;
mod sender_names;
mod shortcut_switch;
mod theme_switch;
mod view_controls;

pub use card::{Card, HeadingLevel};
pub use footer::Footer;
pub use left_out::LeftOut;
pub use marked::Marked;
pub use notice::Notice;
pub use place_tiles::PlaceTiles;
pub use problems::Problems;
pub use results::Results;
pub use search_box::SearchBox;
pub use sender_names::SenderNames;
pub use shortcut_switch::ShortcutSwitch;
pub use theme_switch::ThemeSwitch;
pub use view_controls::ViewControls;
