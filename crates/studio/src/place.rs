//! Places in a document: where an edit happened, and where a finding belongs.

use serde::{Deserialize, Serialize};

use crate::document::{Document, Key};
use crate::field::{Field, SenderField, SignatureField};
use crate::particular::Particular;

/// A place that the interface can show.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// A message, and one of its fields.
    Message(Key, Option<Field>),
    /// The collection, and one of its fields.
    Collection(Option<Particular>),
    /// The colours.
    Look,
    /// The list of messages.
    List,
}

impl Place {
    /// The place of a path such as `messages[3].senders[0].country`, `messages[3].body[2].text` or
    /// `collection.occasion.starts`, where `keys` are those of the messages that were checked. A path that
    /// leads to no field gives the place around it; `None` if the document has no such place.
    ///
    /// Messages may have been moved before findings arrive: the keys say which message had which number.
    pub fn of(path: &str, keys: &[Key]) -> Option<Place> {
        let mut steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
        match steps.next()? {
            "collection" => Some(Place::Collection(particular(&mut steps))),
            "messages" => match steps.next() {
                None => Some(Place::List),
                Some(at) => {
                    let key = keys.get(number(at)?)?;
                    Some(Place::Message(*key, field(&mut steps)))
                }
            },
            _ => None,
        }
    }

    /// The label of the place next to its message or in the form of the collection, such as “Sender 1,
    /// country”.
    pub fn label(&self) -> String {
        let label = match self {
            Place::Message(_, Some(field)) => return field.label(),
            Place::Collection(Some(particular)) => return particular.label(),
            Place::Message(_, None) => "Message",
            Place::Collection(None) => "Collection",
            Place::Look => "Colours",
            Place::List => "Messages",
        };
        label.to_owned()
    }

    /// This place, or the list of messages if the message no longer exists.
    pub(crate) fn within(self, document: &Document) -> Place {
        match self {
            Place::Message(key, _) if document.position(key).is_none() => Place::List,
            place => place,
        }
    }
}

/// The field at the end of a path. A list without a number stands for its first element, where the interface
/// asks for what is missing.
fn field<'a>(steps: &mut impl Iterator<Item = &'a str>) -> Option<Field> {
    match steps.next()? {
        "id" => Some(Field::Id),
        "senders" => {
            let at = next_number(steps)?;
            Some(Field::Sender(at, sender_field(steps)?))
        }
        "signatures" => {
            let at = next_number(steps)?;
            let field = match steps.next() {
                Some("role") => SignatureField::Role,
                _ => SignatureField::Name,
            };
            Some(Field::Signature(at, field))
        }
        "body" => {
            let at = next_number(steps)?;
            Some(match steps.next() {
                Some("lang") => Field::ParagraphLanguage(at),
                _ => Field::Paragraph(at),
            })
        }
        _ => None,
    }
}

fn sender_field<'a>(steps: &mut impl Iterator<Item = &'a str>) -> Option<SenderField> {
    Some(match steps.next() {
        None => SenderField::Name(0),
        Some("names") => {
            let at = next_number(steps)?;
            match steps.next() {
                Some("lang") => SenderField::NameLanguage(at),
                _ => SenderField::Name(at),
            }
        }
        Some("acronym") => SenderField::Acronym,
        Some("country") => SenderField::Country,
        Some("region") => SenderField::Region,
        Some("heading") => SenderField::Heading,
        Some(_) => return None,
    })
}

fn particular<'a>(steps: &mut impl Iterator<Item = &'a str>) -> Option<Particular> {
    Some(match (steps.next()?, steps.next()) {
        ("title", _) => Particular::Title,
        ("subtitle", _) => Particular::Subtitle,
        ("language", _) => Particular::Language,
        ("occasion", Some("place")) => Particular::OccasionPlace,
        ("occasion", Some("starts")) => Particular::OccasionStarts,
        ("occasion", Some("ends")) => Particular::OccasionEnds,
        ("occasion", _) => Particular::Occasion,
        ("host", Some("acronym")) => Particular::HostAcronym,
        ("host", Some("country")) => Particular::HostCountry,
        ("host", _) => Particular::Host,
        ("source", Some("url")) => Particular::SourceUrl,
        ("source", _) => Particular::Source,
        ("url", _) => Particular::Url,
        ("logo", _) => Particular::Logo,
        ("rights", _) => Particular::Rights,
        ("placeNames", Some(code)) => Particular::PlaceName(code.to_owned()),
        _ => return None,
    })
}

/// The number of an element; 0 at the end of a path, `None` for anything but a number.
fn next_number<'a>(steps: &mut impl Iterator<Item = &'a str>) -> Option<usize> {
    steps.next().map_or(Some(0), number)
}

fn number(step: &str) -> Option<usize> {
    step.parse().ok()
}
