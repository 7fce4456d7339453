//! Ids that are unique across all sources.

use std::collections::{HashMap, HashSet};

use crate::import::note::{Import, Imported, Note};
use crate::import::several::kind::{self, Kind};
use crate::import::several::outcome::Gathered;
use crate::import::{folder, missing_ids};

/// Gives each message an id that no message of another source has. Duplicates within one source stay as they
/// are: the check reports them.
pub fn complete(gathered: &mut Gathered, from: &[usize]) {
    let given = gathered.messages.iter().map(|imported| imported.message.id.clone());
    let mut taken: HashSet<String> = given.filter(|id| !id.is_empty()).collect();
    let mut owners: HashMap<String, usize> = HashMap::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for (Imported { message, origin }, of) in gathered.messages.iter_mut().zip(from) {
        let id = message.id.clone();
        if id.is_empty() || *owners.entry(id.clone()).or_insert(*of) == *of {
            continue;
        }
        let next = numbers.entry(id.clone()).or_insert(2);
        while taken.contains(&format!("{id}-{next}")) {
            *next += 1;
        }
        message.id = format!("{id}-{next}");
        taken.insert(message.id.clone());
        let text = format!(
            "a message of another file has the id “{id}”, so this one was given “{}”. Links to it change.",
            message.id
        );
        gathered.notes.push(Note { origin: origin.clone(), text });
    }
    let messages = std::mem::take(&mut gathered.messages);
    let mut import = Import { messages, notes: Vec::new() };
    missing_ids::complete(&mut import, wanted);
    gathered.messages = import.messages;
    gathered.notes.extend(import.notes);
}

/// The preferred id of a message: from the name of its file, if it is the only message there.
fn wanted(imported: &Imported) -> String {
    match kind::of(&imported.origin.file) {
        Kind::Text => folder::id_of_file(imported),
        _ => missing_ids::of_sender(imported),
    }
}
