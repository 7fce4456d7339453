//! Findings to correct and to review: their number, and the next one.

use std::collections::{HashMap, HashSet};

use solidarity_core::collection::raw::RawMessage;

use crate::document::Key;
use crate::field::{Field, SenderField};
use crate::place::Place;
use crate::protocol::Severity;
use crate::sorting::sort_by_key;

/// How many findings there are about a message.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Marks {
    /// How many prevent it from being shown.
    pub errors: usize,
    /// How many a person must judge.
    pub warnings: usize,
}

/// How many messages there are, and how many of them need attention. A message is counted once, by its most
/// serious finding.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Summary {
    /// All messages.
    pub messages: usize,
    /// Those that cannot be shown as they are.
    pub to_correct: usize,
    /// Those that can be shown, but should be reviewed.
    pub to_look_at: usize,
}

/// The marks of the messages that have findings.
pub fn marks<'a>(found: impl Iterator<Item = (&'a Place, Severity)>) -> HashMap<Key, Marks> {
    let mut marks: HashMap<Key, Marks> = HashMap::new();
    for (place, severity) in found {
        let Place::Message(key, _) = place else { continue };
        let marks = marks.entry(*key).or_default();
        match severity {
            Severity::Error => marks.errors += 1,
            Severity::Warning => marks.warnings += 1,
        }
    }
    marks
}

impl Summary {
    /// Counts the messages.
    pub fn of(keys: &[Key], marks: &HashMap<Key, Marks>) -> Summary {
        let marked = || keys.iter().filter_map(|key| marks.get(key));
        let to_correct = marked().filter(|marks| marks.errors > 0).count();
        let to_look_at = marked().filter(|marks| marks.errors == 0 && marks.warnings > 0).count();
        Summary { messages: keys.len(), to_correct, to_look_at }
    }
}

/// The place after the one shown last, in the order of messages and form fields; after the last place, the
/// first. If none was shown, the first place from the beginning of this message on.
pub fn next_place(
    found: &[Place],
    keys: &[Key],
    shown: Option<&Place>,
    selected: Option<Key>,
) -> Option<Place> {
    let positions: HashMap<Key, usize> =
        keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
    let rank = |place: &Place| match place {
        Place::Message(key, field) => Some((*positions.get(key)?, field.map(order))),
        _ => None,
    };
    let mut seen = HashSet::new();
    let mut places: Vec<_> = found
        .iter()
        .filter(|place| seen.insert(*place))
        .filter_map(|place| Some((rank(place)?, place)))
        .collect();
    sort_by_key(&mut places, |(rank, _)| *rank);
    let is_here =
        |place: &&Place| matches!(place, Place::Message(key, _) if Some(*key) == selected);
    let from = shown.filter(is_here).and_then(rank);
    let start = selected.and_then(|key| positions.get(&key)).copied().unwrap_or_default();
    let comes_next = |(rank, _): &&((usize, Option<_>), &Place)| match &from {
        Some(from) => rank > from,
        None => rank.0 >= start,
    };
    let next = places.iter().find(comes_next).or_else(|| places.first());
    next.map(|(_, place)| (*place).clone())
}

/// The order of the fields in the form, where the link comes last.
fn order(field: Field) -> (u8, Field) {
    let part = match field {
        Field::Sender(..) => 0,
        Field::Signature(..) => 1,
        Field::Paragraph(_) | Field::ParagraphLanguage(_) => 2,
        Field::Id => 3,
    };
    (part, field)
}

impl Field {
    /// Whether the form of this message has the field.
    pub fn is_in(self, message: &RawMessage) -> bool {
        match self {
            Field::Id => true,
            Field::Sender(at, field) => message.senders.get(at).is_some_and(|sender| match field {
                SenderField::Name(at) | SenderField::NameLanguage(at) => at < sender.names.len(),
                _ => true,
            }),
            Field::Signature(at, _) => at < message.signatures.len(),
            Field::Paragraph(at) | Field::ParagraphLanguage(at) => at < message.body.len(),
        }
    }
}
