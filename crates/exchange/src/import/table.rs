//! Tables: one row a message, as spreadsheets and forms export them.

use csv::{ReaderBuilder, StringRecord};

use crate::counted::counted;
use crate::import::cells;
use crate::import::column_names::{Columns, Misnamed, Names};
use crate::import::columns::placed;
use crate::import::damaged_cells::Cells;
use crate::import::error::ImportError;
use crate::import::fields::Field;
use crate::import::frame::{header, sums, words};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::quoting::{Dialect, Unclosed, unclosed};
use crate::import::row::Row;
use crate::import::unplaced::{is_address, unplaced};
use crate::import::withheld_rows::Withheld;
use crate::passages::in_lines;

/// No more quotation marks that do not close their cells than this are named one by one.
const EACH: usize = 20;

/// Reads a table.
pub fn read(name: &str, text: &str, columns: &Columns) -> Result<Import, ImportError> {
    let origin = |line| Origin { file: name.to_owned(), line };
    let names = Names::of(columns);
    let dialect = Dialect::of(text, &names);
    let text = &*dialect.readable(text);
    let records = records(name, text, &dialect)?;
    let at = header(&records, &names);
    let (above, table) = records.split_at(at);
    let Some((names, rows)) = table.split_first() else {
        return Err(ImportError::Empty(name.to_owned()));
    };
    let header_at = line_of(names);
    let header = names.iter().map(name_of).collect::<Vec<_>>();
    let (columns, said) = placed(&header, columns)
        .map_err(|misnamed| misnamed_column(misnamed, &header, origin(header_at)))?;
    let stands_for = |field| columns.iter().any(|column| column.field() == Some(field));
    if !stands_for(Field::Message) {
        return Err(no_message_column(origin(header_at), &header, rows));
    }
    let mut import = Import::default();
    let mut note = |line, text| import.notes.push(Note { origin: origin(line), text });
    dialect.note.into_iter().for_each(|(line, text)| note(line, text));
    let above = words(above);
    if !above.is_empty() {
        let text = format!(
            "the names of the columns were taken from this line. What stands above it was left out: \
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
    if !dialect.backslashes {
        of_unclosed(&unclosed(text, dialect.delimiter))
            .into_iter()
            .for_each(|(line, text)| note(line, text));
    }
    let (rows, below) = rows.split_at(rows.len() - sums(rows));
    if let (Some(first), words) = (below.first(), words(below))
        && !words.is_empty()
    {
        note(
            line_of(first),
            format!("these are sums or remarks, not messages, and were left out: {words}"),
        );
    }
    let mut again = Vec::new();
    let mut cells = Cells::default();
    let mut withheld = Withheld::default();
    for record in rows {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        // Answers of several forms, put together.
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
        (*first, format!("the names of the columns once more, not a message{}.", in_lines(&again)))
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
        return Err(ImportError::NothingTaken { source_name: name.to_owned(), reasons });
    }
    Ok(import)
}

fn records(name: &str, text: &str, dialect: &Dialect) -> Result<Vec<StringRecord>, ImportError> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(dialect.delimiter)
        .escape(dialect.backslashes.then_some(b'\\'))
        .from_reader(text.as_bytes());
    let records = reader.records().skip(usize::from(dialect.is_said)).collect::<Result<_, _>>();
    records.map_err(|error| {
        let line = error.position().map_or(1, |position| position.line() as usize);
        let origin = Origin { file: name.to_owned(), line };
        ImportError::Csv { origin, detail: error.to_string() }
    })
}

/// The name of a column in one line: spreadsheets keep the ends of lines in it.
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

/// Whether a cell has the names of several columns in it.
fn is_a_row(cell: &str) -> bool {
    let separators = [',', ';', '\t', '|', '，', '；', '、'];
    let names = cell.split(separators).map(|name| name.trim().trim_matches('"'));
    names.filter(|name| Field::named(&name.to_lowercase()).is_some()).count() > 1
}

/// The column with a name that has most text: likely that of the messages.
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

/// What to say of quotation marks that do not close their cells, each with its line.
fn of_unclosed(unclosed: &[Unclosed]) -> Vec<(usize, String)> {
    let (within, over): (Vec<_>, Vec<_>) =
        unclosed.iter().partition(|unclosed| unclosed.taken_for_end == Some(unclosed.line));
    let said = |unclosed: &&Unclosed| {
        let until = match unclosed.taken_for_end {
            Some(line) => format!("the next one, in line {line}, does not close it"),
            None => "nothing closes it before the end of the file".into(),
        };
        let text = format!(
            "a quotation mark opens a cell here, but {until}, so the rows in between became part of this \
             message. Put a quotation mark where the cell should end."
        );
        (unclosed.line, text)
    };
    let mut notes: Vec<_> = over.iter().take(EACH).map(said).collect();
    if let Some(next) = over.get(EACH) {
        let more = counted(over.len() - EACH, "more cell");
        notes.push((next.line, format!("the same is so of {more}, from this line on.")));
    }
    let lines: Vec<_> = within.iter().map(|unclosed| unclosed.line).collect();
    if let Some(first) = lines.first() {
        let cells = format!("{}{}", counted(lines.len(), "cell"), in_lines(&lines));
        let text = format!(
            "a quotation mark within a cell is not written twice (\"\") here, so one is missing from its text, \
             or text was divided ({cells}). Compare it with the original, and save the table again as “CSV \
             UTF-8”."
        );
        notes.push((*first, text));
    }
    notes
}
