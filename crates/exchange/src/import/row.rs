//! A row of a table as a message.

use std::collections::{BTreeSet, HashMap};

use csv::StringRecord;
use solidarity_core::collection::raw::{RawMessage, RawSender, RawSignature};
use solidarity_core::text::paragraphs;

use crate::import::columns::Column;
use crate::import::country::country;
use crate::import::fields::{Field, OF_SENDER, OF_SIGNATURE};
use crate::import::marked;
use crate::import::note::{Note, Origin};
use crate::names::languages::tag_of;

/// The cells of a row that have text, with their fields.
pub struct Row<'a>(HashMap<(Field, usize), &'a str>);

impl<'a> Row<'a> {
    /// Reads a row.
    pub fn of(columns: &[Column], record: &'a StringRecord) -> Row<'a> {
        let mut cells = HashMap::new();
        let mut counts: HashMap<Field, usize> = HashMap::new();
        for (column, cell) in columns.iter().zip(record) {
            let Some(field) = column.field().filter(|_| !cell.trim().is_empty()) else { continue };
            let count = counts.entry(field).or_default();
            *count += 1;
            let number = if let Column::Of(_, number) = column { *number } else { *count };
            cells.entry((field, number)).or_insert(cell);
        }
        Row(cells)
    }

    fn cell(&self, field: Field, number: usize) -> Option<String> {
        self.0.get(&(field, number)).map(|cell| cell.trim().to_owned())
    }

    /// The numbers for which any of these fields has text, in order.
    fn numbers(&self, fields: &[Field]) -> BTreeSet<usize> {
        let cells = self.0.keys().filter(|(field, _)| fields.contains(field));
        cells.map(|(_, number)| *number).collect()
    }

    /// The message.
    pub fn message(&self, origin: &Origin, notes: &mut Vec<Note>) -> RawMessage {
        let language = self.cell(Field::Language, 1).map(tag_of);
        let text = |text: &str| marked::in_language(marked::read(text), language.as_deref());
        let senders = self.numbers(&OF_SENDER).into_iter().map(|number| {
            let cell = |field| self.cell(field, number);
            let names = cell(Field::Sender).unwrap_or_default();
            RawSender {
                names: names.lines().filter(|name| !name.trim().is_empty()).map(text).collect(),
                acronym: cell(Field::Acronym),
                country: cell(Field::Country).and_then(|named| country(&named, origin, notes)),
                region: cell(Field::Region).map(|region| region.to_lowercase()),
                heading: cell(Field::Heading),
            }
        });
        let senders = senders.collect();
        let signatures = self.numbers(&OF_SIGNATURE).into_iter().map(|number| {
            let name = self.cell(Field::Signature, number).unwrap_or_default();
            RawSignature { name, role: self.cell(Field::Role, number) }
        });
        let body = self.numbers(&[Field::Message]).into_iter().flat_map(|number| {
            paragraphs(self.0.get(&(Field::Message, number)).copied().unwrap_or_default())
        });
        RawMessage {
            id: self.cell(Field::Id, 1).unwrap_or_default(),
            senders,
            signatures: signatures.collect(),
            body: body.map(|(_, paragraph)| text(paragraph)).collect(),
        }
    }
}
