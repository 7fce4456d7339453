//! Tables: one row a message, as spreadsheets and forms export them.

use std::collections::HashMap;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use super::{Import, ImportError, Imported, Note, Origin, marked, plain};
use crate::collection::raw::{RawMessage, RawSender, RawSignature, RawText};
use crate::places::Country;

/// Which columns stand for what, beside those that are called so: fields by the names of columns.
pub type Columns = HashMap<String, String>;

/// What a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
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
    fn name(self) -> &'static str {
        let named = NAMES.iter().find(|(field, _)| *field == self);
        named.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
    }

    fn named(name: &str) -> Option<Field> {
        let named = NAMES.iter().find(|(_, names)| names.contains(&name));
        named.map(|(field, _)| *field)
    }
}

/// Reads a table.
pub fn read(path: &Path, text: &str, columns: &Columns) -> Result<Import, ImportError> {
    let origin = |line| Origin { file: path.to_owned(), line };
    let error = |error: csv::Error| {
        let line = error.position().map_or(1, |position| position.line() as usize);
        ImportError::Csv { origin: origin(line), detail: error.to_string() }
    };
    let mut reader =
        ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let header = reader.headers().map_err(error)?.clone();
    let fields: Vec<_> = header.iter().map(|name| field_of(name, columns)).collect();
    if !fields.contains(&Some((Field::Message, 1))) {
        let quoted: Vec<_> = header.iter().map(|name| format!("“{name}”")).collect();
        return Err(ImportError::NoMessageColumn {
            origin: origin(1),
            columns: quoted.join(", "),
            example: header.iter().next_back().unwrap_or_default().to_owned(),
        });
    }
    let mut import = Import::default();
    let mut unplaced: HashMap<usize, (usize, usize)> = HashMap::new();
    for record in reader.records() {
        let record = record.map_err(error)?;
        let line = record.position().map_or(1, |position| position.line() as usize);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        for (at, cell) in record.iter().enumerate() {
            if !cell.trim().is_empty() && fields.get(at).copied().flatten().is_none() {
                unplaced.entry(at).or_insert((line, 0)).1 += 1;
            }
        }
        let origin = origin(line);
        let row = Row { fields: &fields, record: &record };
        let message = row.message(&origin, &mut import.notes);
        import.messages.push(Imported { message, origin });
    }
    let mut unplaced: Vec<_> = unplaced.into_iter().collect();
    unplaced.sort_unstable();
    for (at, (line, cells)) in unplaced {
        let text = match header.get(at) {
            Some(name) => format!(
                "nothing takes in the column “{name}”, which has text in {cells} row(s) from here \
                 on. If it is part of the message: --column \"{name}=message\", or another field.",
            ),
            None => format!("{cells} cell(s) from here on are beyond the last column."),
        };
        import.notes.push(Note { origin: origin(line), text });
    }
    Ok(import)
}

/// Writes a table that [`read`] reads.
pub fn written(messages: &[RawMessage]) -> Result<Vec<u8>, csv::Error> {
    let most = |count: fn(&RawMessage) -> usize| messages.iter().map(count).max().unwrap_or(0);
    let senders = most(|message| message.senders.len()).max(1);
    let signatures = most(|message| message.signatures.len()).max(1);
    let mut columns = vec![(Field::Id, 1)];
    for number in 1..=senders {
        let of_sender =
            [Field::Sender, Field::Acronym, Field::Country, Field::Region, Field::Heading];
        columns.extend(of_sender.map(|field| (field, number)));
    }
    for number in 1..=signatures {
        columns.extend([Field::Signature, Field::Role].map(|field| (field, number)));
    }
    columns.push((Field::Message, 1));
    let title = |(field, number): &(Field, usize)| match number {
        1 => field.name().to_owned(),
        _ => format!("{} {number}", field.name()),
    };
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns.iter().map(title))?;
    for message in messages {
        writer.write_record(columns.iter().map(|column| cell(message, *column)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn cell(message: &RawMessage, (field, number): (Field, usize)) -> String {
    let sender = message.senders.get(number - 1);
    let signature = message.signatures.get(number - 1);
    let of_sender = |part: fn(&RawSender) -> &Option<String>| sender.and_then(|s| part(s).clone());
    let texts = |texts: &[RawText], between: &str| {
        texts.iter().map(marked::written).collect::<Vec<_>>().join(between)
    };
    let cell = match field {
        Field::Id => Some(message.id.clone()),
        Field::Sender => sender.map(|sender| texts(&sender.names, "\n")),
        Field::Acronym => of_sender(|sender| &sender.acronym),
        Field::Country => of_sender(|sender| &sender.country),
        Field::Region => of_sender(|sender| &sender.region),
        Field::Heading => of_sender(|sender| &sender.heading),
        Field::Signature => signature.map(|signature| signature.name.clone()),
        Field::Role => signature.and_then(|signature| signature.role.clone()),
        Field::Language => None,
        Field::Message => Some(texts(&message.body, "\n\n")),
    };
    cell.unwrap_or_default()
}

/// What a column stands for, and for which sender or signature: `sender`, `Sender 2`.
fn field_of(name: &str, columns: &Columns) -> Option<(Field, usize)> {
    let name = columns.get(name.trim()).map_or(name, String::as_str).trim().to_lowercase();
    let (stem, number) = match name.rsplit_once(' ') {
        Some((stem, number)) if number.bytes().all(|b| b.is_ascii_digit()) => {
            (stem, number.parse().ok()?)
        }
        _ => (name.as_str(), 1),
    };
    Field::named(stem).filter(|_| number > 0).map(|field| (field, number))
}

/// The character between cells: what the first line has most of. Spreadsheets write semicolons
/// where the comma is in numbers.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| header.bytes().filter(|byte| byte == delimiter).count();
    // Of equal ones the last is taken.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A row, with what its cells stand for.
struct Row<'a> {
    fields: &'a [Option<(Field, usize)>],
    record: &'a StringRecord,
}

impl Row<'_> {
    /// The cells of a field that have text, with their numbers.
    fn cells(&self, field: Field) -> impl Iterator<Item = (usize, &str)> {
        let pairs = self.fields.iter().zip(self.record.iter());
        pairs.filter_map(move |(of, cell)| {
            let (_, number) = of.filter(|(of, _)| *of == field)?;
            (!cell.trim().is_empty()).then_some((number, cell))
        })
    }

    fn cell(&self, field: Field, number: usize) -> Option<String> {
        self.cells(field).find(|(of, _)| *of == number).map(|(_, cell)| cell.trim().to_owned())
    }

    fn message(&self, origin: &Origin, notes: &mut Vec<Note>) -> RawMessage {
        let language = self.cell(Field::Language, 1);
        let text = |text: &str| marked::in_language(marked::read(text), language.as_deref());
        let numbers = |fields: &[Field]| {
            let cells = fields.iter().flat_map(|field| self.cells(*field));
            cells.map(|(number, _)| number).max().unwrap_or(0)
        };
        let of_sender =
            [Field::Sender, Field::Acronym, Field::Country, Field::Region, Field::Heading];
        let senders = (1..=numbers(&of_sender)).map(|number| {
            let cell = |field| self.cell(field, number);
            let names = cell(Field::Sender).unwrap_or_default();
            RawSender {
                names: names.lines().map(text).collect(),
                acronym: cell(Field::Acronym),
                country: cell(Field::Country).map(|named| country(&named, origin, notes)),
                region: cell(Field::Region).map(|region| region.to_lowercase()),
                heading: cell(Field::Heading),
            }
        });
        let senders = senders.collect();
        let signatures = (1..=numbers(&[Field::Signature, Field::Role])).map(|number| {
            let name = self.cell(Field::Signature, number).unwrap_or_default();
            RawSignature { name, role: self.cell(Field::Role, number) }
        });
        let body = self.cells(Field::Message).flat_map(|(_, cell)| plain::paragraphs(cell));
        RawMessage {
            id: self.cell(Field::Id, 1).unwrap_or_default(),
            senders,
            signatures: signatures.collect(),
            body: body.map(|(_, paragraph)| text(paragraph)).collect(),
            words: None,
        }
    }
}

/// The code of a country that a cell names in letters or by its name. One that is not known stays as
/// it is, so that it is not lost: the check finds it.
pub fn country(named: &str, origin: &Origin, notes: &mut Vec<Note>) -> String {
    if let Some(country) = Country::known_as(named) {
        return country.code.to_owned();
    }
    let meant = Country::nearest(named);
    let meant = meant.map(|country| format!(" Did you mean {} ({})?", country.name, country.code));
    let text = format!("“{named}” is not a country that is known.{}", meant.unwrap_or_default());
    notes.push(Note { origin: origin.clone(), text });
    named.to_owned()
}
