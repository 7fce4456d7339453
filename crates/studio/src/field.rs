//! The fields of a message, and their values.

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawMessage, RawText};

use crate::text::{lang, letters, marked};

/// A field of a message. Numbers count from 0.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The end of its link.
    Id,
    /// A field of a sender.
    Sender(usize, SenderField),
    /// A field of a signature.
    Signature(usize, SignatureField),
    /// The text of a paragraph.
    Paragraph(usize),
    /// The language of a paragraph.
    ParagraphLanguage(usize),
}

/// A field of a sender.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SenderField {
    /// One of its names.
    Name(usize),
    /// The language of one of its names.
    NameLanguage(usize),
    /// Its acronym.
    Acronym,
    /// The code of its country.
    Country,
    /// The id of its region.
    Region,
    /// Its heading in the source.
    Heading,
}

/// A field of a signature.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SignatureField {
    /// The name.
    Name,
    /// The office held.
    Role,
}

/// Why a field cannot be set.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Refusal {
    /// The message has no such field.
    Missing,
    /// The field needs a value.
    Required,
}

impl Field {
    /// The value of this field of a message; `None` if the field does not exist or is empty.
    pub fn get(self, message: &RawMessage) -> Option<&str> {
        match self {
            Field::Id => Some(&message.id),
            Field::Sender(at, field) => {
                let sender = message.senders.get(at)?;
                match field {
                    SenderField::Name(at) => sender.names.get(at).map(letters),
                    SenderField::NameLanguage(at) => sender.names.get(at).and_then(lang),
                    SenderField::Acronym => sender.acronym.as_deref(),
                    SenderField::Country => sender.country.as_deref(),
                    SenderField::Region => sender.region.as_deref(),
                    SenderField::Heading => sender.heading.as_deref(),
                }
            }
            Field::Signature(at, field) => {
                let signature = message.signatures.get(at)?;
                match field {
                    SignatureField::Name => Some(&signature.name),
                    SignatureField::Role => signature.role.as_deref(),
                }
            }
            Field::Paragraph(at) => message.body.get(at).map(letters),
            Field::ParagraphLanguage(at) => message.body.get(at).and_then(lang),
        }
    }

    /// The value for an entered text: `None` for an empty text in an optional field.
    pub fn entered(self, text: String) -> Option<String> {
        let is_required = match self {
            Field::Id | Field::Paragraph(_) => true,
            Field::Sender(_, field) => matches!(field, SenderField::Name(_)),
            Field::Signature(_, field) => field == SignatureField::Name,
            Field::ParagraphLanguage(_) => false,
        };
        (is_required || !text.is_empty()).then_some(text)
    }

    /// Sets this field of a message, and returns the previous value.
    pub(crate) fn set(
        self,
        message: &mut RawMessage,
        value: Option<String>,
    ) -> Result<Option<String>, Refusal> {
        match self {
            Field::Id => set_required(&mut message.id, value),
            Field::Sender(at, field) => {
                let sender = message.senders.get_mut(at).ok_or(Refusal::Missing)?;
                match field {
                    SenderField::Name(at) => set_text(sender.names.get_mut(at), value),
                    SenderField::NameLanguage(at) => set_lang(sender.names.get_mut(at), value),
                    SenderField::Acronym => Ok(std::mem::replace(&mut sender.acronym, value)),
                    SenderField::Country => Ok(std::mem::replace(&mut sender.country, value)),
                    SenderField::Region => Ok(std::mem::replace(&mut sender.region, value)),
                    SenderField::Heading => Ok(std::mem::replace(&mut sender.heading, value)),
                }
            }
            Field::Signature(at, field) => {
                let signature = message.signatures.get_mut(at).ok_or(Refusal::Missing)?;
                match field {
                    SignatureField::Name => set_required(&mut signature.name, value),
                    SignatureField::Role => Ok(std::mem::replace(&mut signature.role, value)),
                }
            }
            Field::Paragraph(at) => set_text(message.body.get_mut(at), value),
            Field::ParagraphLanguage(at) => set_lang(message.body.get_mut(at), value),
        }
    }

    /// What the field is called in the interface, such as “Sender 1, country”.
    pub fn label(self) -> String {
        let numbered = |what: &str, at: usize, field: &str| {
            let number = at.saturating_add(1).to_string();
            [what, " ", &number, field].concat()
        };
        match self {
            Field::Id => "Link".to_owned(),
            Field::Sender(at, field) => match field {
                SenderField::Name(0) => numbered("Sender", at, ", name"),
                SenderField::Name(name) => {
                    numbered("Sender", at, "") + &numbered(", name", name, "")
                }
                SenderField::NameLanguage(0) => numbered("Sender", at, ", language of the name"),
                SenderField::NameLanguage(name) => {
                    numbered("Sender", at, "") + &numbered(", language of name", name, "")
                }
                SenderField::Acronym => numbered("Sender", at, ", acronym"),
                SenderField::Country => numbered("Sender", at, ", country"),
                SenderField::Region => numbered("Sender", at, ", region"),
                SenderField::Heading => numbered("Sender", at, ", heading"),
            },
            Field::Signature(at, SignatureField::Name) => numbered("Signature", at, ", name"),
            Field::Signature(at, SignatureField::Role) => numbered("Signature", at, ", role"),
            Field::Paragraph(at) => numbered("Paragraph", at, ""),
            Field::ParagraphLanguage(at) => numbered("Paragraph", at, ", language"),
        }
    }
}

fn set_required(field: &mut String, value: Option<String>) -> Result<Option<String>, Refusal> {
    let value = value.ok_or(Refusal::Required)?;
    Ok(Some(std::mem::replace(field, value)))
}

fn set_text(field: Option<&mut RawText>, value: Option<String>) -> Result<Option<String>, Refusal> {
    let field = field.ok_or(Refusal::Missing)?;
    let value = value.ok_or(Refusal::Required)?;
    let before = letters(field).to_owned();
    *field = marked(value, lang(field).map(str::to_owned));
    Ok(Some(before))
}

fn set_lang(field: Option<&mut RawText>, value: Option<String>) -> Result<Option<String>, Refusal> {
    let field = field.ok_or(Refusal::Missing)?;
    let before = lang(field).map(str::to_owned);
    *field = marked(letters(field).to_owned(), value);
    Ok(before)
}
