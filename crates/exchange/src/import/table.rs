//! Tables: one row a message, as spreadsheets and forms export them.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, StringRecord};
use solidarity_core::collection::raw::{RawMessage, RawSender, RawSignature};

use crate::counted::counted;
use crate::import::columns::{Column, Columns, Misnamed, placed};
use crate::import::country::country;
use crate::import::error::ImportError;
use crate::import::fields::{Field, OF_SENDER, OF_SIGNATURE};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::quoting::{Unclosed, delimiter, unclosed};
use crate::import::{marked, plain};
use crate::names::languages::tag_of;

/// Reads a table.
pub fn read(name: &str, text: &str, columns: &Columns) -> Result<Import, ImportError> {
    let origin = |line| Origin { file: name.to_owned(), line };
    let error = |error: csv::Error| {
        let line = error.position().map_or(1, |position| position.line() as usize);
        ImportError::Csv { origin: origin(line), detail: error.to_string() }
    };
    let delimiter = delimiter(text);
    let mut reader =
        ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let header = reader.headers().map_err(error)?.iter().map(name_of).collect::<Vec<_>>();
    let records = reader.records().collect::<Result<Vec<_>, _>>().map_err(error)?;
    let (columns, said) = placed(&header, columns)
        .map_err(|misnamed| misnamed_column(misnamed, &header, origin(1)))?;
    let stands_for = |field| columns.iter().any(|column| column.field() == Some(field));
    if !stands_for(Field::Message) {
        return Err(ImportError::NoMessageColumn {
            origin: origin(1),
            columns: quoted(&header),
            example: fullest(&header, &records),
        });
    }
    let mut import = Import::default();
    let mut note = |line, text| import.notes.push(Note { origin: origin(line), text });
    said.into_iter().for_each(|text| note(1, text));
    if !stands_for(Field::Sender) {
        let text = format!(
            "no column gives the sender. The columns are {}. If one of them does, say which: \
             --column \"NAME=sender\".",
            quoted(&header)
        );
        note(1, text);
    }
    for unclosed in unclosed(text, delimiter) {
        note(unclosed.line, of_unclosed(&unclosed));
    }
    for record in &records {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let origin = origin(line_of(record));
        let message = Row::of(&columns, record).message(&origin, &mut import.notes);
        import.messages.push(Imported { message, origin });
    }
    for (line, text) in unplaced(&header, &columns, &records) {
        import.notes.push(Note { origin: origin(line), text });
    }
    Ok(import)
}

/// The name of a column in one line: spreadsheets keep the ends of lines in it.
fn name_of(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted(header: &[String]) -> String {
    let quoted: Vec<_> = header.iter().map(|name| format!("“{name}”")).collect();
    quoted.join(", ")
}

fn misnamed_column(misnamed: Misnamed, header: &[String], origin: Origin) -> ImportError {
    match misnamed {
        Misnamed::Column(name) => {
            ImportError::NoSuchColumn { origin, name, columns: quoted(header) }
        }
        Misnamed::Field(name) => ImportError::NoSuchField { name, fields: Field::names() },
    }
}

/// The column with most text: likely that of the messages.
fn fullest(header: &[String], records: &[StringRecord]) -> String {
    let letters = |at: usize| records.iter().filter_map(|row| row.get(at)).map(str::len).sum();
    let fullest = (0..header.len()).max_by_key(|at| -> usize { letters(*at) });
    fullest.and_then(|at| header.get(at)).cloned().unwrap_or_default()
}

fn line_of(record: &StringRecord) -> usize {
    record.position().map_or(1, |position| position.line() as usize)
}

fn of_unclosed(Unclosed { taken_for_end, .. }: &Unclosed) -> String {
    let until = match taken_for_end {
        Some(line) => format!("the next one, in line {line}, does not close it"),
        None => "nothing closes it before the end of the file".into(),
    };
    format!(
        "a quotation mark opens a cell here, but {until}, so the rows in between became part of this \
         message. Put a quotation mark where the cell should end."
    )
}

/// The columns that nothing takes in though there is text in them: the first line with such text, and
/// what to say.
fn unplaced(
    header: &[String],
    columns: &[Column],
    records: &[StringRecord],
) -> Vec<(usize, String)> {
    let width = records.iter().map(StringRecord::len).max().unwrap_or(0);
    let unknown = (0..width).filter(|at| matches!(columns.get(*at), None | Some(Column::Unknown)));
    let notes = unknown.filter_map(|at| {
        let filled = records.iter().filter_map(|row| Some((row, row.get(at)?)));
        let filled: Vec<_> = filled.filter(|(_, cell)| !cell.trim().is_empty()).collect();
        let (first, _) = filled.first()?;
        let addresses = filled.iter().all(|(_, cell)| is_address(cell));
        Some((line_of(first), of_unplaced(header.get(at), at, filled.len(), addresses)))
    });
    notes.collect()
}

fn of_unplaced(name: Option<&String>, at: usize, cells: usize, addresses: bool) -> String {
    let rows = counted(cells, "row");
    match name {
        None => format!(
            "left out: {} in place {}, from this row on. The first row names no column there.",
            counted(cells, "cell"),
            at + 1
        ),
        Some(name) if name.is_empty() => format!(
            "column {} has no name and was not imported, although it has text in {rows} from here \
             on. If it belongs in the messages, give it a name in the first line.",
            at + 1
        ),
        Some(name) if addresses => format!(
            "the column “{name}” has email addresses in {rows} from here on. It was left out on \
             purpose: they are not for publication."
        ),
        Some(name) => format!(
            "the column “{name}” was not imported, although it has text in {rows} from here on. If it \
             belongs in the messages, say what it means: --column \"{name}=FIELD\", where FIELD is \
             one of {}, or “sender 2” and so on for another; otherwise --column \"{name}=nothing\".",
            Field::names()
        ),
    }
}

/// Whether a cell looks like an e-mail address.
fn is_address(cell: &str) -> bool {
    let parts = cell.trim().rsplit_once('@');
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !cell.trim().contains(char::is_whitespace)
    })
}

/// The cells of a row that have text, with what they stand for.
struct Row<'a>(Vec<(Field, usize, &'a str)>);

impl<'a> Row<'a> {
    fn of(columns: &[Column], record: &'a StringRecord) -> Row<'a> {
        let mut cells: Vec<(Field, usize, &str)> = Vec::new();
        for (column, cell) in columns.iter().zip(record) {
            let Some(field) = column.field().filter(|_| !cell.trim().is_empty()) else { continue };
            let before = cells.iter().filter(|(of, ..)| *of == field).count();
            let number = if let Column::Of(_, number) = column { *number } else { before + 1 };
            cells.push((field, number, cell));
        }
        Row(cells)
    }

    fn cell(&self, field: Field, number: usize) -> Option<String> {
        let cell = self.0.iter().find(|(of, at, _)| (*of, *at) == (field, number));
        cell.map(|(.., cell)| cell.trim().to_owned())
    }

    /// The numbers that any of these fields has text for, in order.
    fn numbers(&self, fields: &[Field]) -> BTreeSet<usize> {
        let cells = self.0.iter().filter(|(field, ..)| fields.contains(field));
        cells.map(|(_, number, _)| *number).collect()
    }

    fn message(&self, origin: &Origin, notes: &mut Vec<Note>) -> RawMessage {
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
            let cell = self.0.iter().find(|(of, at, _)| (*of, *at) == (Field::Message, number));
            plain::paragraphs(cell.map_or("", |(.., cell)| cell))
        });
        RawMessage {
            id: self.cell(Field::Id, 1).unwrap_or_default(),
            senders,
            signatures: signatures.collect(),
            body: body.map(|(_, paragraph)| text(paragraph)).collect(),
        }
    }
}
