//! The columns of a table that are not imported.

use csv::StringRecord;

use crate::counted::counted;
use crate::import::columns::Column;
use crate::import::fields::Field;

/// At most this many columns are named one by one: each checkbox of a form may be a column.
const EACH: usize = 30;

/// The most cells that are quoted, and the most characters of each.
const QUOTED: usize = 5;
const LETTERS: usize = 60;

/// A column with text that is not imported.
struct Unplaced {
    at: usize,
    /// The line of the first cell with text.
    line: usize,
    cells: usize,
    /// Whether all cells are e-mail addresses.
    addresses: bool,
    /// The text of the first cells.
    words: Vec<String>,
}

/// Notes on columns that are not imported although they have text, each with the first line with text.
pub fn unplaced(
    header: &[String],
    columns: &[Column],
    records: &[StringRecord],
) -> Vec<(usize, String)> {
    let mut found: Vec<Option<Unplaced>> = Vec::new();
    for record in records {
        let line = record.position().map_or(1, |position| position.line() as usize);
        for (at, cell) in record.iter().enumerate() {
            let unknown = matches!(columns.get(at), None | Some(Column::Unknown));
            if !unknown || cell.trim().is_empty() {
                continue;
            }
            if found.len() <= at {
                found.resize_with(at + 1, || None);
            }
            if let Some(column) = found.get_mut(at) {
                let start = Unplaced { at, line, cells: 0, addresses: true, words: Vec::new() };
                let column = column.get_or_insert(start);
                column.cells += 1;
                column.addresses &= is_address(cell);
                if column.words.len() < QUOTED && header.get(at).is_none() {
                    column.words.push(quoted(cell.trim()));
                }
            }
        }
    }
    let found: Vec<Unplaced> = found.into_iter().flatten().collect();
    let said = |column: &Unplaced| (column.line, of_unplaced(header.get(column.at), column));
    let mut notes: Vec<_> = found.iter().take(EACH).map(said).collect();
    if let Some(next) = found.get(EACH) {
        let more = counted(found.len() - EACH, "more column");
        notes.push((next.line, format!("{more} with text were not imported, either.")));
    }
    notes
}

fn of_unplaced(name: Option<&String>, column: &Unplaced) -> String {
    let Unplaced { at, cells, addresses, words, .. } = column;
    let rows = counted(*cells, "row");
    match name {
        None => {
            let more = if words.len() < *cells { ", …" } else { "" };
            format!(
                "{} in column {} {} left out, from this row on, because that column has no name: {}{more}. If \
                 a text was cut in pieces at a comma or semicolon, put it in quotation marks.",
                counted(*cells, "cell"),
                at + 1,
                if *cells == 1 { "was" } else { "were" },
                words.join(", ")
            )
        }
        Some(name) if name.is_empty() => format!(
            "column {} has no name and was not imported, although it has text in {rows} from here \
             on. If it belongs in the messages, give it a name, as the other columns have.",
            at + 1
        ),
        Some(name) if *addresses => format!(
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

fn quoted(text: &str) -> String {
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("“{}…”", text.get(..end).unwrap_or_default()),
        None => format!("“{text}”"),
    }
}

/// Whether a cell looks like an e-mail address.
pub fn is_address(cell: &str) -> bool {
    let parts = cell.trim().rsplit_once('@');
    parts.is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !cell.trim().contains(char::is_whitespace)
    })
}
