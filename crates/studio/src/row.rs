//! A message as one row of the list.

use solidarity_core::collection::raw::{RawCollection, RawSender};

use crate::division::is_blank;
use crate::document::{Entry, name};
use crate::places::country_name;
use crate::text::{lang, letters};

/// What the list says about a message.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Row {
    /// Where its senders are, such as “Denmark · Sweden”.
    pub place: String,
    /// The names of its senders.
    pub name: String,
    /// The language of the first name, as a BCP 47 tag.
    pub lang: String,
}

impl Row {
    /// The row of a message.
    pub fn of(entry: &Entry, collection: &RawCollection) -> Row {
        let senders = &entry.message.senders;
        let names: Vec<_> = senders.iter().filter_map(first_name).collect();
        let name = if names.is_empty() { name(&entry.message) } else { names.join(", ") };
        let first = senders.iter().find_map(|sender| sender.names.first());
        let lang = first.and_then(lang).unwrap_or(&collection.language).to_owned();
        Row { place: place(senders, collection), name, lang }
    }
}

fn first_name(sender: &RawSender) -> Option<&str> {
    sender.names.iter().map(letters).map(str::trim).find(|name| !name.is_empty())
}

/// The countries of the senders, each once. An unknown country is shown as typed, with a question mark.
fn place(senders: &[RawSender], collection: &RawCollection) -> String {
    let mut places: Vec<String> = Vec::new();
    for code in senders.iter().filter_map(|sender| sender.country.as_deref()) {
        let place = match country_name(code, collection) {
            Some(name) => name.to_owned(),
            None => ["“", code, "”?"].concat(),
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if !places.is_empty() {
        places.join(" · ")
    } else if senders.iter().all(is_blank) {
        "No country yet".to_owned()
    } else {
        "International".to_owned()
    }
}
