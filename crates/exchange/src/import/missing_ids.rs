//! Ids for messages that came without one.

use std::collections::{HashMap, HashSet};

use solidarity_core::collection::raw::RawText;
use solidarity_core::places::Country;

use crate::import::note::{Import, Imported, Note};
use crate::names::id::id_of;

/// Gives an id to each message without one: the preferred id, with a number if it is taken.
pub fn complete(import: &mut Import, wanted: fn(&Imported) -> String) {
    let given = import.messages.iter().map(|imported| imported.message.id.clone());
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut taken: HashSet<String> = given.filter(|id| !id.is_empty()).collect();
    for (at, imported) in import.messages.iter_mut().enumerate() {
        if !imported.message.id.is_empty() {
            continue;
        }
        let wanted = Some(wanted(imported)).filter(|id| !id.is_empty());
        let wanted = wanted.unwrap_or_else(|| format!("message-{}", at + 1));
        // Lower numbers are taken, so none is tried twice for many messages from one sender.
        let next = numbers.entry(wanted.clone()).or_insert(2);
        let numbered = (*next..).map(|number| {
            *next = number;
            format!("{wanted}-{number}")
        });
        let free = std::iter::once(wanted.clone()).chain(numbered).find(|id| !taken.contains(id));
        let id = free.unwrap_or_else(|| wanted.clone());
        if id != wanted {
            let text = format!(
                "another message already has the id “{wanted}”, so this one was given “{id}”. Give \
                 each an id of its own before you share links to them."
            );
            import.notes.push(Note { origin: imported.origin.clone(), text });
        }
        taken.insert(id.clone());
        imported.message.id = id;
    }
}

/// The id of a message from its first sender and country.
pub fn of_sender(imported: &Imported) -> String {
    let Some(sender) = imported.message.senders.first() else { return String::new() };
    let name = match sender.names.first() {
        Some(RawText::Plain(name)) => name,
        Some(RawText::Marked(name)) => &name.text,
        None => return String::new(),
    };
    let country = sender.country.as_deref().and_then(Country::from_code);
    let id = id_of(name);
    match country.map(|country| id_of(country.name)) {
        Some(country) if !id.contains(&country) => format!("{id}-{country}"),
        _ => id,
    }
}
