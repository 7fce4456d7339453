//! Rows of a table that a column marks as not for readers: `Draft`, `Publish?`, `Status`.

use csv::StringRecord;

use crate::counted::counted;
use crate::import::columns::Column;
use crate::import::front_matter::cell_says_no;
use crate::passages::in_lines;

/// The rows that are not imported, by the column and the cell that mark them.
#[derive(Default)]
pub struct Withheld(Vec<(usize, String, Vec<usize>)>);

impl Withheld {
    /// Whether a row is not for readers. Columns that the user gave a meaning, or asked to leave out, do not
    /// count.
    pub fn has(&mut self, record: &StringRecord, header: &[String], columns: &[Column]) -> bool {
        let unknown = |at: &usize| matches!(columns.get(*at), Some(Column::Unknown));
        let cells = record.iter().enumerate().filter(|(at, _)| unknown(at));
        let mut cells = cells.filter(|(at, _)| header.get(*at).is_some());
        let says_no = |(at, cell): &(usize, &str)| {
            header.get(*at).is_some_and(|name| cell_says_no(name, cell))
        };
        let Some((at, cell)) = cells.find(says_no) else { return false };
        let line = record.position().map_or(1, |position| position.line() as usize);
        let cell = cell.trim();
        match self.0.iter_mut().find(|(of, says, _)| *of == at && says == cell) {
            Some((.., lines)) => lines.push(line),
            None => self.0.push((at, cell.to_owned(), vec![line])),
        }
        true
    }

    /// The columns, with those that marked rows set to [`Column::Noted`].
    pub fn marked(&self, mut columns: Vec<Column>) -> Vec<Column> {
        for (at, ..) in &self.0 {
            if let Some(column) = columns.get_mut(*at) {
                *column = Column::Noted;
            }
        }
        columns
    }

    /// What to say of them, each with its line.
    pub fn notes(self, header: &[String]) -> impl Iterator<Item = (usize, String)> {
        self.0.into_iter().filter_map(move |(at, cell, lines)| {
            let name = header.get(at)?;
            let was = if lines.len() == 1 { "was" } else { "were" };
            let text = format!(
                "{}{} {was} not imported, because the column “{name}” says “{cell}”. To import messages \
                 whatever it says: --column \"{name}=nothing\".",
                counted(lines.len(), "message"),
                in_lines(&lines)
            );
            Some((*lines.first()?, text))
        })
    }
}
