//! The ids of fields in the page: labels, findings and the focus find them by these.

use solidarity_studio::{Field, Place, SenderField, SignatureField};

/// The id of a field of the message.
pub fn anchor(field: Field) -> String {
    let numbered = |what: &str, at: usize, field: &str| [what, &at.to_string(), field].concat();
    match field {
        Field::Id => "link".to_owned(),
        Field::Sender(at, field) => {
            let sender = numbered("sender-", at, "");
            match field {
                SenderField::Name(name) => sender + &numbered("-name-", name, ""),
                SenderField::NameLanguage(name) => sender + &numbered("-name-", name, "-language"),
                SenderField::Acronym => sender + "-acronym",
                SenderField::Country => sender + "-country",
                SenderField::Region => sender + "-region",
                SenderField::Heading => sender + "-heading",
            }
        }
        Field::Signature(at, SignatureField::Name) => numbered("signature-", at, "-name"),
        Field::Signature(at, SignatureField::Role) => numbered("signature-", at, "-office"),
        Field::Paragraph(at) => numbered("paragraph-", at, ""),
        Field::ParagraphLanguage(at) => numbered("paragraph-", at, "-language"),
    }
}

/// The id of what is said about a place.
pub fn findings_id(place: &Place) -> String {
    field_id(place) + "-findings"
}

/// The id of the field of a place.
pub fn field_id(place: &Place) -> String {
    match place {
        Place::Message(_, Some(field)) => anchor(*field),
        place => place.label().to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-"),
    }
}
