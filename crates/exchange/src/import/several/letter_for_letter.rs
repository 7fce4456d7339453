//! Duplicates: a file, or a message in two files.

use std::collections::HashMap;

use solidarity_core::collection::raw::RawMessage;

use crate::import::note::{Imported, Note, Origin};
use crate::import::several::kind::{self, Kind};
use crate::import::several::outcome::{Became, Gathered, Outcome};
use crate::import::several::unpack::File;

/// For each file, the name of an earlier one with the same bytes, if any.
pub fn files(files: &[File]) -> Vec<Option<String>> {
    let mut first: HashMap<&[u8], &str> = HashMap::new();
    let mut again = Vec::with_capacity(files.len());
    for File { source, part, .. } in files {
        let reads =
            matches!(kind::of(&source.name), Kind::Dataset | Kind::Text | Kind::Mail | Kind::Other);
        if !reads || part.is_some() || source.bytes.is_empty() {
            again.push(None);
            continue;
        }
        let name = source.name.as_str();
        let of = *first.entry(&source.bytes).or_insert(name);
        again.push((of != name).then(|| of.to_owned()));
    }
    again
}

/// Keeps only the first of messages that are identical in two sources except for their ids, with the id of any
/// of them. `from` has the position of each message’s source among the outcomes.
pub fn drop_messages(gathered: &mut Gathered, from: &mut Vec<usize>) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut dropped: HashMap<usize, usize> = HashMap::new();
    let mut kept: Vec<(Imported, usize)> = Vec::new();
    let messages = std::mem::take(&mut gathered.messages);
    for (imported, of) in messages.into_iter().zip(from.drain(..)) {
        let key = key(&imported.message);
        let before = key.as_ref().and_then(|key| first.get(key)).and_then(|at| kept.get_mut(*at));
        match before.filter(|(_, other)| *other != of) {
            Some((before, _)) => {
                let Origin { file, line } = &before.origin;
                let text = format!(
                    "this message is identical to the one in {file}, line {line}, and was imported once."
                );
                if before.message.id.is_empty() {
                    before.message.id = imported.message.id;
                }
                *dropped.entry(of).or_default() += 1;
                gathered.notes.push(Note { origin: imported.origin, text });
            }
            None => {
                if let Some(key) = key {
                    first.entry(key).or_insert(kept.len());
                }
                kept.push((imported, of));
            }
        }
    }
    (gathered.messages, *from) = kept.into_iter().unzip();
    for (at, dropped) in dropped {
        if let Some(Outcome { became: Became::Messages(count), .. }) = gathered.outcomes.get_mut(at)
        {
            *count = count.saturating_sub(dropped);
        }
    }
}

/// The content of a message; `None` if it is empty.
fn key(message: &RawMessage) -> Option<String> {
    let RawMessage { senders, signatures, body, .. } = message;
    let key = serde_json::to_string(&(senders, signatures, body)).ok()?;
    Some(key).filter(|_| !body.is_empty())
}
