//! What surrounds every page, and the parts that all other components use.

pub mod changing;
pub mod copy_button;
pub mod downloads;
pub mod feedback;
pub mod footer;
pub mod left_out;
pub mod notice;
pub mod problems;
pub mod provenance;
pub mod reload_button;
pub mod shortcut_switch;
pub mod theme_switch;
pub mod title;
