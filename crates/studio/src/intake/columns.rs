//! The meanings of table columns.

use crate::protocol::Table;

/// The meaning of a column that is not to be published.
pub const NOTHING: &str = "nothing";

/// The fields that a column can stand for: their names in `solidarity_exchange`, and their labels here.
pub const FIELDS: [(&str, &str); 10] = [
    ("sender", "Sender"),
    ("acronym", "Acronym of the sender"),
    ("country", "Country"),
    ("region", "Region, for a sender of several countries"),
    ("signature", "Signed by"),
    ("role", "Position of whoever signed"),
    ("message", "Text"),
    ("language", "Language of the text"),
    ("heading", "Heading"),
    ("id", "End of the link"),
];

/// The fields that every message needs.
const NEEDED: [&str; 2] = ["sender", "message"];

/// The label of a field, with its number if it has one, as in “Sender 2”.
pub fn field_label(field: &str) -> String {
    let label = |name: &str| FIELDS.iter().find(|(field, _)| *field == name).map(|(_, it)| *it);
    if let Some(label) = label(field) {
        return label.to_owned();
    }
    let numbered = field.rsplit_once(' ');
    let numbered = numbered.and_then(|(name, number)| Some([label(name)?, " ", number].concat()));
    numbered.unwrap_or_else(|| field.to_owned())
}

impl Table {
    /// The labels of required fields that no column stands for.
    pub fn missing(&self) -> Vec<&'static str> {
        let stands_for = |name: &str| {
            let mut fields = self.columns.iter().filter_map(|column| column.field.as_deref());
            fields.any(|field| field.split(' ').next() == Some(name))
        };
        let missing = FIELDS.iter().filter(|(name, _)| NEEDED.contains(name) && !stands_for(name));
        missing.map(|(_, label)| *label).collect()
    }

    /// The columns that are not published, by name.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        let is_left_out = |field: Option<&str>| field.is_none_or(|field| field == NOTHING);
        let columns = self.columns.iter().filter(move |it| is_left_out(it.field.as_deref()));
        columns.map(|column| column.header.as_str())
    }

    /// The columns without a meaning that were not deliberately left out, by name.
    pub fn undecided(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().filter(|column| column.field.is_none());
        columns.map(|column| column.header.as_str())
    }
}
