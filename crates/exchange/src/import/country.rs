//! Countries as people write them.

use crate::import::note::{Note, Origin};
use crate::names::country_advice::advice;
use crate::names::country_names::{Named, read};

/// The code of a country, by its name or code; `None` where the text says that there is no single country.
/// Anything else stays as it is, so that it is not lost: the check reports it.
pub fn country(text: &str, origin: &Origin, notes: &mut Vec<Note>) -> Option<String> {
    let named = read(text);
    if named == Named::None {
        return None;
    }
    if let Some(advice) = advice(text, &named) {
        let text = format!("{} {}", advice.what, advice.cure).trim_end().to_owned();
        notes.push(Note { origin: origin.clone(), text });
    }
    Some(named.country().map_or(text, |country| country.code).to_owned())
}
