//! Notes on cells of a table that a spreadsheet program damaged.

use std::borrow::Cow;

use csv::StringRecord;

use crate::counted::counted;
use crate::damage::{Damaged, cut_off, damaged, is_lost_name, lost_letters};
use crate::import::cells;
use crate::import::columns::Column;
use crate::import::fields::Field;
use crate::import::plain;
use crate::passages::in_lines;

/// At most this many cells of each kind are named one by one.
const EACH: usize = 20;

/// What was found in the cells so far.
#[derive(Default)]
pub struct Cells {
    /// Whether each line of a cell is a line of the file.
    in_lines: bool,
    errors: Vec<Found>,
    narrow: Vec<Found>,
    numbers: Vec<Found>,
    cut: Vec<Found>,
    lost: Vec<Found>,
    /// Cells with something for programs, not for readers.
    markup: Vec<Found>,
    /// The lines of cells that are marked as empty, as MySQL does.
    nulls: Vec<usize>,
    neutral: Vec<usize>,
    escaped: Vec<usize>,
}

/// A cell: its line, the name of its column, and what was found in it.
struct Found {
    line: usize,
    column: String,
    what: String,
}

impl Cells {
    /// For rows whose cells span several lines of the file, or are in one line.
    pub fn of_rows(in_lines: bool) -> Cells {
        Cells { in_lines, ..Cells::default() }
    }

    /// A row as it was meant, without marks that stand in for lost texts.
    pub fn read(
        &mut self,
        record: &StringRecord,
        header: &[String],
        columns: &[Column],
    ) -> StringRecord {
        let mut line = record.position().map_or(1, |position| position.line() as usize);
        let mut row = StringRecord::with_capacity(record.as_slice().len(), record.len());
        row.set_position(record.position().cloned());
        for (at, cell) in record.iter().enumerate() {
            let field = columns.get(at).and_then(|column| column.field());
            let text = match field {
                Some(field) => {
                    self.cell(cell, field, line, || header.get(at).cloned().unwrap_or_default())
                }
                None => Cow::Borrowed(cell),
            };
            row.push_field(&text);
            if self.in_lines {
                line += cell.matches('\n').count();
            }
        }
        row
    }

    fn cell<'a>(
        &mut self,
        cell: &'a str,
        field: Field,
        line: usize,
        column: impl Fn() -> String,
    ) -> Cow<'a, str> {
        let found = |what: &str| Found { line, column: column(), what: what.to_owned() };
        if cell == "\\N" {
            self.nulls.push(line);
            return "".into();
        }
        match damaged(cell) {
            Some(Damaged::Error) => {
                self.errors.push(found(cell.trim()));
                return "".into();
            }
            Some(Damaged::Narrow) => {
                self.narrow.push(found(cell.trim()));
                return "".into();
            }
            Some(Damaged::Number) => self.numbers.push(found(cell.trim())),
            None => {}
        }
        let cells::Cell { text, was_neutral, was_escaped } = cells::read(cell);
        self.neutral.extend(was_neutral.then_some(line));
        self.escaped.extend(was_escaped.then_some(line));
        self.cut.extend(cut_off(&text).map(found));
        if field == Field::Message {
            self.markup.extend(plain::markup(&text).map(|what| found(&what)));
        }
        let lost = match field {
            Field::Message => lost_letters(&text),
            Field::Sender | Field::Signature | Field::Acronym => {
                is_lost_name(&text).then_some(&*text)
            }
            _ => None,
        };
        self.lost.extend(lost.map(found));
        text
    }

    /// The notes, each with its line, from 1.
    pub fn notes(self) -> Vec<(usize, String)> {
        let mut notes = Vec::new();
        let mut each = |all: Vec<Found>, say: fn(&str, &str) -> String| {
            let said = |Found { line, column, what }: &Found| (*line, say(column, what));
            notes.extend(all.iter().take(EACH).map(said));
            if let Some(next) = all.get(EACH) {
                let more = counted(all.len() - EACH, "more cell");
                notes.push((next.line, format!("the same applies to {more}, from this line on.")));
            }
        };
        each(self.errors, |column, what| {
            format!(
                "the column “{column}” has “{what}” here, an error value of the spreadsheet program: it took \
                 the text for a formula. The text is not in this file, and the cell was left out: look \
                 it up where it was typed, such as in the form's own answers."
            )
        });
        each(self.narrow, |column, what| {
            format!(
                "the column “{column}” has “{what}” here: it was too narrow when the table was saved. \
                 The cell was left out: widen the column, and save the table again."
            )
        });
        each(self.numbers, |column, what| {
            format!(
                "the column “{column}” has “{what}” here: the spreadsheet program took the text for a \
                 number, and digits may be lost. Look it up where it was typed."
            )
        });
        each(self.cut, |column, what| {
            format!(
                "the column “{column}” has {what}: the rest may have been cut off. Look the text up \
                 where it was typed."
            )
        });
        each(self.lost, |column, what| {
            format!(
                "the column “{column}” has “{what}” here: question marks may stand for letters that were \
                 lost. Look the text up where it was typed."
            )
        });
        each(self.markup, |column, what| {
            format!(
                "the column “{column}” has “{what}” here, and readers will see it as it is, because tables \
                 have only plain text. If it is markup or a remark, delete it, or export the texts without \
                 formatting."
            )
        });
        let mut once = |lines: &[usize], say: &dyn Fn(String) -> String| {
            if let Some(first) = lines.first() {
                let cells = format!("{}{}", counted(lines.len(), "cell"), in_lines(lines));
                notes.push((*first, say(cells)));
            }
        };
        once(&self.nulls, &|cells| {
            format!("\\N, which databases write for nothing, was left out ({cells}).")
        });
        once(&self.neutral, &|cells| {
            format!(
                "an apostrophe before “=”, “+”, “-” or “@” only tells spreadsheet programs that no formula \
                 follows, and was left out ({cells})."
            )
        });
        once(&self.escaped, &|cells| {
            format!(
                "Excel wrote _x000D_ or a similar code for a line break, a tab or a character that cannot be \
                 shown: line breaks and tabs were put in its place, others were left out ({cells})."
            )
        });
        notes.sort_by_key(|(line, _)| *line);
        notes
    }
}
