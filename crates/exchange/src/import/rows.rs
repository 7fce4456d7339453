//! The rows of a table, from any kind of file: one message per row.

use csv::StringRecord;

use crate::import::cells;
use crate::import::column_names::{Columns, Misnamed, Names};
use crate::import::columns::{Column, placed};
use crate::import::damaged_cells::Cells;
use crate::import::error::ImportError;
use crate::import::fields::Field;
use crate::import::frame::{header, sums, words};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::row::Row;
use crate::import::unplaced::{is_address, unplaced};
use crate::import::withheld_rows::Withheld;
use crate::passages::in_lines;

/// The rows of a file, or of a sheet of it.
pub struct Rows {
    /// The name of the file in notes.
    pub file: String,
    /// The rows, each with its line as its position.
    pub records: Vec<StringRecord>,
    /// Notes on how they were written, by line.
    pub said: Vec<(usize, String)>,
    /// Whether each line of a cell is a line of the file, as in CSV; otherwise a row is one line.
    pub in_lines: bool,
}

/// A table, split into its header and the rows below.
pub struct Table<'a> {
    /// The rows above the header.
    above: &'a [StringRecord],
    /// The header.
    names: &'a StringRecord,
    /// Its line.
    pub line: usize,
    /// The names.
    pub header: Vec<String>,
    /// The meaning of each column.
    pub columns: Vec<Column>,
    /// Notes on the columns.
    said: Vec<String>,
    /// The rows below.
    pub rows: &'a [StringRecord],
}

impl Rows {
    /// The table in these rows.
    ///
    /// # Errors
    /// When there are no rows, or a named column does not exist.
    pub fn table(&self, columns: &Columns) -> Result<Table<'_>, ImportError> {
        let at = header(&self.records, &Names::of(columns));
        let (above, table) = self.records.split_at(at);
        let Some((names, rows)) = table.split_first() else {
            return Err(ImportError::Empty(self.file.clone()));
        };
        let header = names.iter().map(name_of).collect::<Vec<_>>();
        let (columns, said) = placed(&header, columns)
            .map_err(|misnamed| misnamed_column(misnamed, &header, self.origin(line_of(names))))?;
        Ok(Table { above, names, line: line_of(names), header, columns, said, rows })
    }

    /// The named columns that this table has.
    #[cfg(feature = "documents")]
    pub fn own_columns(&self, columns: &Columns) -> Columns {
        let mut own = columns.clone();
        while let Err(ImportError::NoSuchColumn { name, .. }) = self.table(&own)
            && own.remove(&name).is_some()
        {}
        own
    }

    fn origin(&self, line: usize) -> Origin {
        Origin { file: self.file.clone(), line }
    }
}

/// Reads the messages in rows.
///
/// # Errors
/// When no column has the messages, or no row is a message to publish.
pub fn read(all: &Rows, columns: &Columns) -> Result<Import, ImportError> {
    let origin = |line| all.origin(line);
    let Table { above, names, line: header_at, header, columns, said, rows } =
        all.table(columns)?;
    let stands_for = |field| columns.iter().any(|column| column.field() == Some(field));
    if !stands_for(Field::Message) {
        return Err(no_message_column(origin(header_at), &header, rows));
    }
    let mut import = Import::default();
    let mut note = |line, text| import.notes.push(Note { origin: origin(line), text });
    all.said.iter().cloned().for_each(|(line, text)| note(line, text));
    let above = words(above);
    if !above.is_empty() {
        let text = format!(
            "the names of the columns were taken from this line. The text above it was left out: \
             {above}"
        );
        note(header_at, text);
    }
    said.into_iter().for_each(|text| note(header_at, text));
    if !stands_for(Field::Sender) {
        let text = format!(
            "no column gives the sender. The columns are {}. If one of them does, say which: \
             --column \"NAME=sender\".",
            quoted(&header)
        );
        note(header_at, text);
    }
    let (rows, below) = rows.split_at(rows.len() - sums(rows));
    if let (Some(first), words) = (below.first(), words(below))
        && !words.is_empty()
    {
        note(
            line_of(first),
            format!("these are totals or remarks, not messages, and were left out: {words}"),
        );
    }
    let mut again = Vec::new();
    let mut cells = Cells::of_rows(all.in_lines);
    let mut withheld = Withheld::default();
    for record in rows {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        // Combined answers of several forms.
        if record == names {
            again.push(line_of(record));
            continue;
        }
        if withheld.has(record, &header, &columns) {
            continue;
        }
        let origin = origin(line_of(record));
        let record = cells.read(record, &header, &columns);
        let message = Row::of(&columns, &record).message(&origin, &mut import.notes);
        import.messages.push(Imported { message, origin });
    }
    let again = again.first().map(|first| {
        (*first, format!("the names of the columns again, not a message{}.", in_lines(&again)))
    });
    let columns = withheld.marked(columns);
    let withheld = withheld.notes(&header);
    let notes = cells
        .notes()
        .into_iter()
        .chain(again)
        .chain(withheld)
        .chain(unplaced(&header, &columns, rows));
    import.notes.extend(notes.map(|(line, text)| Note { origin: origin(line), text }));
    if import.messages.is_empty() && !import.notes.is_empty() {
        let reasons = import.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        return Err(ImportError::NothingTaken { source_name: all.file.clone(), reasons });
    }
    Ok(import)
}

/// The name of a column in one line: spreadsheets keep line ends in it.
fn name_of(cell: &str) -> String {
    cells::read(cell).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted(header: &[String]) -> String {
    let named = header.iter().filter(|name| !name.is_empty());
    let quoted: Vec<_> = named.map(|name| format!("“{name}”")).collect();
    quoted.join(", ")
}

fn misnamed_column(misnamed: Misnamed, header: &[String], origin: Origin) -> ImportError {
    match misnamed {
        Misnamed::Column(name) => {
            ImportError::NoSuchColumn { origin, name, columns: quoted(header) }
        }
        Misnamed::Field(name) => ImportError::NoSuchField { origin, name, fields: Field::names() },
    }
}

fn no_message_column(origin: Origin, header: &[String], rows: &[StringRecord]) -> ImportError {
    if let [cell] = header
        && is_a_row(cell)
    {
        return ImportError::OneCell { origin, cell: cell.clone() };
    }
    match fullest(header, rows) {
        Some(example) => ImportError::NoMessageColumn { origin, columns: quoted(header), example },
        None => ImportError::NoHeader { origin },
    }
}

/// Whether a cell contains the names of several columns.
fn is_a_row(cell: &str) -> bool {
    let separators = [',', ';', '\t', '|', '，', '；', '、'];
    let names = cell.split(separators).map(|name| name.trim().trim_matches('"'));
    names.filter(|name| Field::named(&name.to_lowercase()).is_some()).count() > 1
}

/// The named column with the most text: probably that of the messages.
fn fullest(header: &[String], records: &[StringRecord]) -> Option<String> {
    let mut letters = vec![0; header.len()];
    for row in records {
        let texts = letters.iter_mut().zip(row).filter(|(_, cell)| !is_address(cell));
        texts.for_each(|(letters, cell)| *letters += cell.len());
    }
    let named = header.iter().zip(letters).filter(|(name, _)| !name.is_empty());
    let is_free = |name: &str| Field::named(&name.to_lowercase()).is_none();
    named.max_by_key(|(name, letters)| (is_free(name), *letters)).map(|(name, _)| name.clone())
}

fn line_of(record: &StringRecord) -> usize {
    record.position().map_or(1, |position| position.line() as usize)
}
