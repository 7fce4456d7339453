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

/// What belongs to a sender: each sender has a column of each.
pub const OF_SENDER: [Field; 5] =
    [Field::Sender, Field::Acronym, Field::Country, Field::Region, Field::Heading];

/// What belongs to a signature.
pub const OF_SIGNATURE: [Field; 2] = [Field::Signature, Field::Role];

/// The names that columns have, in small letters: the first is the one that is written.
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
    /// The name that a column of this field is written with.
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

    /// The field that goes by a name in small letters.
    pub fn named(name: &str) -> Option<Field> {
        let named = NAMES.iter().find(|(_, names)| names.contains(&name));
        named.map(|(field, _)| *field)
    }

    /// Whether a message may have several of it.
    pub fn may_be_several(self) -> bool {
        !matches!(self, Field::Id | Field::Language)
    }

    /// The fields that stand for the same sender or signature as this one does, the field that
    /// there is none without before the others.
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
