//! The memory that an edit takes.

use solidarity_core::collection::raw::{RawMessage, RawText};

use crate::document::Entry;
use crate::edit::Edit;
use crate::text::{lang, letters};

/// The approximate size of an edit in memory, in bytes.
pub fn weight(edit: &Edit) -> usize {
    let inside = match edit {
        Edit::Set { value, .. } | Edit::Particular { value, .. } => optional(value.as_deref()),
        Edit::Message { message, .. } => of_message(message),
        Edit::Splice { removed, inserted, .. } => {
            let inserted = inserted.iter().map(|Entry { message, origin, .. }| {
                size_of::<Entry>()
                    + of_message(message)
                    + optional(origin.as_ref().map(|it| &*it.file))
            });
            size_of_val(removed.as_slice()) + inserted.sum::<usize>()
        }
        Edit::Order(keys) => size_of_val(keys.as_slice()),
        Edit::Collection(collection) => {
            let names = collection.place_names.iter();
            let names = names.map(|(code, name)| 2 * size_of::<String>() + code.len() + name.len());
            optional(collection.rights.as_deref()) + names.sum::<usize>()
        }
        Edit::Look(look) => optional(look.sheet.as_deref()),
        Edit::Move { .. } | Edit::Logo(_) => 0,
        Edit::Batch { edits, .. } => edits.iter().map(weight).sum(),
    };
    size_of::<Edit>() + inside
}

fn of_message(message: &RawMessage) -> usize {
    let RawMessage { id, senders, signatures, body } = message;
    let senders = senders.iter().map(|sender| {
        let fields = [&sender.acronym, &sender.country, &sender.region, &sender.heading];
        size_of_val(sender)
            + sender.names.iter().map(of_text).sum::<usize>()
            + fields.into_iter().map(|field| optional(field.as_deref())).sum::<usize>()
    });
    let signatures = signatures.iter().map(|signature| {
        size_of_val(signature) + signature.name.len() + optional(signature.role.as_deref())
    });
    let body = body.iter().map(of_text);
    id.len() + senders.sum::<usize>() + signatures.sum::<usize>() + body.sum::<usize>()
}

fn of_text(text: &RawText) -> usize {
    size_of::<RawText>() + letters(text).len() + optional(lang(text))
}

fn optional(text: Option<&str>) -> usize {
    text.map_or(0, str::len)
}
