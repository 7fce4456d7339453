//! The fields that a column of a table can stand for.

/// A field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Id,
    Sender,
    Acronym,
    Country,
    Region,
    Heading,
    Signature,
    Role,
    Language,
    Message,
}

/// What belongs to a sender: each sender can have a column for each of these.
pub const OF_SENDER: [Field; 5] =
    [Field::Sender, Field::Acronym, Field::Country, Field::Region, Field::Heading];

/// What belongs to a signature.
pub const OF_SIGNATURE: [Field; 2] = [Field::Signature, Field::Role];

/// The names of columns, in lower case. The first is used for writing.
const NAMES: [(Field, &[&str]); 10] = [
    (Field::Id, &["id", "slug"]),
    (Field::Sender, &["sender", "organisation", "organization", "from", "party", "group"]),
    (Field::Acronym, &["acronym", "abbreviation", "short name"]),
    (Field::Country, &["country", "country code", "nation"]),
    (Field::Region, &["region", "continent"]),
    (Field::Heading, &["heading", "title"]),
    (Field::Signature, &["signature", "signed by", "signed", "signatory", "name"]),
    (Field::Role, &["role", "position", "office", "function"]),
    (Field::Language, &["language", "lang"]),
    (Field::Message, &["message", "body", "text", "your message", "letter"]),
];

impl Field {
    /// The name used when writing a column of this field.
    pub fn name(self) -> &'static str {
        let named = NAMES.iter().find(|(field, _)| *field == self);
        named.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
    }

    /// All fields.
    pub fn all() -> impl Iterator<Item = Field> {
        NAMES.iter().map(|(field, _)| *field)
    }

    /// The names of all fields, for somebody to choose from.
    pub fn names() -> String {
        Field::all().map(Field::name).collect::<Vec<_>>().join(", ")
    }

    /// The field with this name, which is in lower case.
    pub fn named(name: &str) -> Option<Field> {
        let named = NAMES.iter().find(|(_, names)| names.contains(&name));
        named.map(|(field, _)| *field)
    }

    /// Whether a message may have several of this field.
    pub fn may_be_several(self) -> bool {
        !matches!(self, Field::Id | Field::Language)
    }

    /// The fields of the same sender or signature as this one. The first is the one it cannot do without.
    pub fn group(self) -> &'static [Field] {
        if OF_SENDER.contains(&self) {
            &OF_SENDER
        } else if OF_SIGNATURE.contains(&self) {
            &OF_SIGNATURE
        } else {
            &[]
        }
    }
}
