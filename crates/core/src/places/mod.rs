//! Countries and regions: the one table that every other module looks places up in.

mod country;
mod lookup;
mod region;
mod table;

pub use country::Country;
pub use region::{Region, Subregion};
