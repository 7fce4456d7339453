//! Advice on what was written for a country.

use solidarity_core::places::Country;

use crate::names::country::Named;

/// What is wrong and what to do, in sentences; nothing if there is exactly one country, or expressly none.
pub struct Advice {
    /// What is wrong with the text.
    pub what: String,
    /// What to do.
    pub cure: String,
}

/// The advice on a text that was read as this.
pub fn advice(text: &str, named: &Named) -> Option<Advice> {
    let text = shortened(text);
    let (what, cure) = match named {
        Named::Country(_) | Named::None => return None,
        Named::PartOf(country) => (
            format!("“{text}” has no country code of its own, so it is taken as {}.", with_code(country)),
            String::new(),
        ),
        Named::Former(after) => (
            format!("“{text}” is a country that no longer exists."),
            format!("Write which country it is now ({}), or leave “country” out.", list(after, "or")),
        ),
        Named::Ambiguous(countries, None) => (
            format!("“{text}” may be one of several countries."),
            format!("Write the code of the right one: {}.", list(countries, "or")),
        ),
        Named::Ambiguous(countries, Some(region)) => (
            format!("“{text}” may be a country or a region."),
            format!(
                "Write the code of the country: {}; or, for the region, leave “country” out and write \
                 “{}” as the “region”.",
                list(countries, "or"),
                region.id()
            ),
        ),
        Named::Region(region) => (
            format!("“{text}” is a region, not a country."),
            format!("Leave “country” out, and write “{}” as the “region”.", region.id()),
        ),
        Named::Stateless => (
            format!("“{text}” has no country code."),
            "Leave “country” out, or write the code of a state; “placeNames” can give that state another \
             name in this collection."
                .to_owned(),
        ),
        Named::Several(countries) => (
            format!("“{text}” names several countries: {}.", list(countries, "and")),
            "A sender has only one: add a sender for each (“sender 2” and “country 2” in a table), or leave \
             “country” out."
                .to_owned(),
        ),
        Named::Unknown { nearest } => (
            format!("“{text}” is not a known country."),
            match nearest.as_slice() {
                [] => String::new(),
                nearest => format!("Did you mean {}?", list(nearest, "or")),
            },
        ),
    };
    Some(Advice { what, cure })
}

/// The beginning of a text that is too long for a name; the whole text is elsewhere. The beginning of a text,
/// in one line.
fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(&text)),
        None => text,
    }
}

fn with_code(country: &Country) -> String {
    format!("{} ({})", country.name, country.code)
}

fn list(countries: &[&Country], conjunction: &str) -> String {
    let mut names: Vec<_> = countries.iter().map(|country| with_code(country)).collect();
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} {conjunction} {last}", names.join(", ")),
        last => last.unwrap_or_default(),
    }
}
