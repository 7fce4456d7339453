//! What an edit is called, where it can be seen, and whether it changes anything.

use crate::document::{Document, Key, name};
use crate::edit::Edit;
use crate::particular::Particular;
use crate::place::Place;

/// The most characters of a name that are shown in the name of a step.
const LETTERS: usize = 40;

impl Edit {
    /// The name of the edit before it is applied, as in “move Harmonia” after “Undo:”.
    pub fn name(&self, document: &Document) -> String {
        let of = |key: &Key| document.short_name_of(*key);
        match self {
            Edit::Set { key, field, .. } => {
                ["change ", &of(key), ": ", &lower_first(&field.label())].concat()
            }
            Edit::Message { key, .. } => ["change ", &of(key)].concat(),
            Edit::Splice { removed, inserted, .. } => match (&removed[..], &inserted[..]) {
                ([], [entry]) => ["add ", &short(&name(&entry.message))].concat(),
                ([], entries) => ["add ", &entries.len().to_string(), " messages"].concat(),
                ([key], []) => ["remove ", &of(key)].concat(),
                (keys, []) => ["remove ", &keys.len().to_string(), " messages"].concat(),
                _ => "replace the messages".to_owned(),
            },
            Edit::Move { key, .. } => ["move ", &of(key)].concat(),
            Edit::Order(_) => "sort the messages".to_owned(),
            Edit::Collection(_) => "change the collection".to_owned(),
            Edit::Particular { field, .. } => ["change ", &lower_first(&field.label())].concat(),
            Edit::Look(_) => "change the colours".to_owned(),
            Edit::Logo(_) => "change the logo".to_owned(),
            Edit::Batch { name, .. } => name.clone(),
        }
    }

    /// Where the edit can be seen once it is applied.
    pub fn place(&self) -> Place {
        match self {
            Edit::Set { key, field, .. } => Place::Message(*key, Some(*field)),
            Edit::Message { key, .. } | Edit::Move { key, .. } => Place::Message(*key, None),
            Edit::Splice { inserted, .. } => {
                inserted.first().map_or(Place::List, |entry| Place::Message(entry.key, None))
            }
            Edit::Order(_) => Place::List,
            Edit::Collection(_) => Place::Collection(None),
            Edit::Particular { field, .. } => Place::Collection(Some(field.clone())),
            Edit::Look(_) => Place::Look,
            Edit::Logo(_) => Place::Collection(Some(Particular::Logo)),
            Edit::Batch { edits, .. } => {
                let mut places = edits.iter().map(Edit::place);
                places.find(|place| *place != Place::List).unwrap_or(Place::List)
            }
        }
    }

    /// The field being typed in or dragged; `None` for an edit that is complete at once.
    pub(crate) fn typed(&self) -> Option<Place> {
        let is_typed = matches!(self, Edit::Set { .. } | Edit::Particular { .. } | Edit::Look(_));
        is_typed.then(|| self.place())
    }

    /// Whether the edit, if it fits the document, leaves it unchanged.
    pub(crate) fn is_idle(&self, document: &Document) -> bool {
        match self {
            Edit::Set { key, field, value } => {
                document.message(*key).is_some_and(|it| field.get(it) == value.as_deref())
            }
            Edit::Message { key, message } => document.message(*key) == Some(message),
            Edit::Splice { removed, inserted, .. } => removed.is_empty() && inserted.is_empty(),
            Edit::Move { key, to } => document.position(*key) == Some(*to),
            Edit::Order(keys) => document.keys() == *keys,
            Edit::Collection(collection) => *document.collection() == **collection,
            Edit::Particular { field, value } => {
                let mut collection = document.collection().clone();
                field.set(&mut collection, value.clone());
                document.collection() == &collection
            }
            Edit::Look(look) => document.look() == look,
            Edit::Logo(logo) => document.logo() == logo.as_ref(),
            Edit::Batch { edits, .. } => edits.iter().all(|edit| edit.is_idle(document)),
        }
    }
}

impl Document {
    /// What a message is called in the name of a step.
    pub(crate) fn short_name_of(&self, key: Key) -> String {
        short(&self.name_of(key))
    }
}

/// A name that is short enough for the name of a step.
fn short(name: &str) -> String {
    match name.char_indices().nth(LETTERS) {
        None => name.to_owned(),
        Some((end, _)) => name.get(..end).unwrap_or_default().trim_end().to_owned() + "…",
    }
}

/// Labels begin with an ASCII capital.
fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}
