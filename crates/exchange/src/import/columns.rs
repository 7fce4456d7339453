//! Assigns fields to the columns of a table.

use std::collections::{HashMap, HashSet};

use crate::counted::counted;
use crate::import::column_names::{Columns, Misnamed, NOTHING, Said, said};
use crate::import::fields::Field;

/// No more notes than this are made on columns that share a meaning.
const NOTES: usize = 30;

/// What is imported from a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// A field of the sender or signature with this number.
    Of(Field, usize),
    /// One of several columns, each of which may hold the first sender or signature of a row.
    OneOf(Field),
    /// Nothing, as requested.
    LeftOut,
    /// Nothing, and a note says so.
    Noted,
    /// Nothing, because it has no meaning.
    Unknown,
}

impl Column {
    /// The field that it stands for.
    pub fn field(self) -> Option<Field> {
        match self {
            Column::Of(field, _) | Column::OneOf(field) => Some(field),
            Column::LeftOut | Column::Noted | Column::Unknown => None,
        }
    }
}

/// The meaning of each column of a header, and notes on columns that share one. A second column with the same
/// meaning belongs to the second sender, signature or text.
pub fn placed(
    header: &[String],
    columns: &Columns,
) -> Result<(Vec<Column>, Vec<String>), Misnamed> {
    let mut placing = Placing { header, said: said(header, columns)?, ..Placing::default() };
    placing.place_what_is_numbered();
    placing.number_the_others();
    placing.drop_what_has_no_owner();
    placing.loosen();
    placing.explain();
    placing.name_what_is_guessed();
    let mut notes = placing.notes;
    if let Some(more) = notes.len().checked_sub(NOTES).filter(|more| *more > 0) {
        notes.truncate(NOTES);
        notes.push(format!("the same applies to {}.", counted(more, "more column")));
    }
    Ok((placing.columns, notes))
}

/// What a column means, regardless of the others.
fn column(said: Said) -> Column {
    match said {
        Said::Field(field, Some(number)) if field.may_be_several() || number == 1 => {
            Column::Of(field, number)
        }
        Said::Guess(field) => Column::Of(field, 1),
        Said::Field(..) | Said::Other => Column::Unknown,
        Said::Nothing => Column::LeftOut,
    }
}

#[derive(Default)]
struct Placing<'a> {
    header: &'a [String],
    said: Vec<Said>,
    columns: Vec<Column>,
    /// The columns that have a number.
    numbered: HashSet<Column>,
    /// The first number of each field that may be free.
    free: HashMap<Field, usize>,
    notes: Vec<String>,
}

impl Placing<'_> {
    /// A number that occurs twice is available to only one column.
    fn place_what_is_numbered(&mut self) {
        for said in &mut self.said {
            let mut column = column(*said);
            if let Column::Of(field, _) = column
                && !self.numbered.insert(column)
            {
                *said = Said::Field(field, None);
                column = Column::Unknown;
            }
            self.columns.push(column);
        }
    }

    fn number_the_others(&mut self) {
        for (at, said) in self.said.clone().into_iter().enumerate() {
            if let Said::Field(field, None) = said {
                self.number(at, field);
            }
        }
    }

    /// Gives a column without a number the first free one.
    fn number(&mut self, at: usize, field: Field) {
        let from = self.free.get(&field).copied().unwrap_or(1);
        let free = (from..).find(|number| !self.numbered.contains(&Column::Of(field, *number)));
        let free = free.filter(|number| field.may_be_several() || *number == 1);
        if let Some(number) = free {
            self.free.insert(field, number + 1);
            self.numbered.insert(Column::Of(field, number));
        }
        if let Some(column) = self.columns.get_mut(at) {
            *column = free.map_or(Column::Noted, |number| Column::Of(field, number));
        }
        if free.is_none() {
            self.notes.push(format!(
                "“{}” is a second column for the {}. A message has only one, so this column was left out.",
                self.name(at),
                field.name()
            ));
        }
    }

    /// A second country belongs to a second sender. Without a column for that sender, it would make a sender
    /// without a name.
    fn drop_what_has_no_owner(&mut self) {
        for at in 0..self.columns.len() {
            let (Some(Column::Of(field, number)), true) =
                (self.columns.get(at).copied(), self.is_without_number(at))
            else {
                continue;
            };
            let Some(owner) = field.group().first().copied() else { continue };
            if number == 1 || self.numbered.contains(&Column::Of(owner, number)) {
                continue;
            }
            if let Some(column) = self.columns.get_mut(at) {
                *column = Column::Noted;
            }
            self.notes.push(format!(
                "“{name}” would be {field} {number}, but there is no column for {owner} {number}, so it \
                 was left out. If it means something else, say what: --column \"{name}=FIELD\".",
                name = self.name(at),
                field = field.name(),
                owner = owner.name(),
            ));
        }
    }

    /// People fill any of several columns that a form offers for the same thing. Where no other field has a
    /// matching number, the first filled one counts as the first.
    fn loosen(&mut self) {
        for field in [Field::Sender, Field::Signature] {
            let of_group =
                self.columns.iter().enumerate().filter_map(|(at, column)| match column {
                    Column::Of(of, number) if field.group().contains(of) => {
                        Some((at, *of, *number))
                    }
                    _ => None,
                });
            let of_group: Vec<_> = of_group.collect();
            let several = of_group.iter().any(|(.., number)| *number > 1);
            let alone = of_group.iter().all(|(at, of, number)| {
                if *of == field { self.is_without_number(*at) } else { *number == 1 }
            });
            for (at, of, _) in of_group {
                if several
                    && alone
                    && of == field
                    && let Some(column) = self.columns.get_mut(at)
                {
                    *column = Column::OneOf(field);
                }
            }
        }
    }

    /// Notes how columns that share a meaning were read, as it may not be what was meant.
    fn explain(&mut self) {
        let mut counts: Vec<(Field, usize, String)> = Vec::new();
        let mut notes = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let Some(field) = column.field().filter(|_| self.is_without_number(at)) else {
                continue;
            };
            let name = self.name(at);
            let Some((_, count, first)) = counts.iter_mut().find(|(of, ..)| *of == field) else {
                counts.push((field, 1, name));
                continue;
            };
            *count += 1;
            let number = if let Column::Of(_, number) = column { number } else { &*count };
            notes.push(format!(
                "“{first}” and “{name}” both mean {field}, so “{name}” is taken as {field} {number}. \
                 If it means something else, say what: --column \"{name}=FIELD\"; or leave it out: \
                 --column \"{name}={NOTHING}\".",
                field = field.name(),
            ));
        }
        self.notes.extend(notes);
    }

    /// Says of each heading in somebody's own words what it was taken as.
    fn name_what_is_guessed(&mut self) {
        let header = self.header;
        let guesses = header.iter().zip(&self.said).filter_map(|(name, said)| match said {
            Said::Guess(field) => Some(format!(
                "“{name}” is taken as {}. If it means something else, say what: --column \
                 \"{name}=FIELD\"; or leave it out: --column \"{name}={NOTHING}\".",
                field.name()
            )),
            _ => None,
        });
        self.notes.extend(guesses);
    }

    fn is_without_number(&self, at: usize) -> bool {
        matches!(self.said.get(at), Some(Said::Field(_, None)))
    }

    fn name(&self, at: usize) -> String {
        self.header.get(at).cloned().unwrap_or_default()
    }
}
