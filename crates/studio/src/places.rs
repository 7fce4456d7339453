//! Countries by the names that people type.

use solidarity_core::collection::raw::RawCollection;
use solidarity_core::places::Country;

/// The name of a country: that of the collection, if it has its own. `None` if the code is not one.
pub fn country_name<'a>(code: &str, collection: &'a RawCollection) -> Option<&'a str> {
    let country = Country::from_code(code)?;
    Some(collection.place_names.get(code).map_or(country.name, String::as_str))
}

/// The code of the country with this name, regardless of case.
pub fn country_code(name: &str, collection: &RawCollection) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let is_it = |country: &&Country| {
        let own = collection.place_names.get(country.code);
        country.name.to_lowercase() == name || own.is_some_and(|own| own.to_lowercase() == name)
    };
    Country::all().iter().find(is_it).map(|country| country.code)
}

/// The code of the country with this name or code, once it has been typed in full.
pub fn country_entered(text: &str, collection: &RawCollection) -> Option<&'static str> {
    let code = || Country::from_code(&text.trim().to_ascii_uppercase());
    country_code(text, collection).or_else(|| code().map(|country| country.code))
}
