//! Countries by their codes.

use super::country::Country;
use super::table::COUNTRIES;

impl Country {
    /// The country with this code, in capitals; `None` if there is no such code.
    pub fn from_code(code: &str) -> Option<&'static Country> {
        let at = COUNTRIES.binary_search_by(|c| c.code.cmp(code)).ok()?;
        COUNTRIES.get(at)
    }

    /// Every country, in the order of the codes.
    pub fn all() -> &'static [Country] {
        COUNTRIES
    }
}
