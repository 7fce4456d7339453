//! The places that messages come from: a list laid out as a map.

mod dots;
mod finder;
mod layout;
mod link;
pub mod places;
