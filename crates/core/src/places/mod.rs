//! Countries and regions: the one table in which all other modules look places up.

mod country;
mod lookup;
mod region;
mod table;

pub use country::Country;
pub use region::{Region, Subregion};
