//! The cards of the messages, and the controls that choose, sort and count them.

pub mod card;
mod card_places;
pub mod count;
pub mod filters;
pub mod more;
pub mod results;
pub mod view_controls;
