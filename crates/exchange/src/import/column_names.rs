//! The meaning of the column names of a table.

use std::collections::{HashMap, HashSet};

use csv::StringRecord;

use crate::import::cells;
use crate::import::fields::Field;
use crate::import::headings::guessed;

/// The meaning of columns that are not named after a field: fields by column name.
pub type Columns = HashMap<String, String>;

/// The meaning of a column that is to be left out.
pub const NOTHING: &str = "nothing";

/// Why a column cannot have the given meaning.
pub enum Misnamed {
    /// There is no column of this name.
    Column(String),
    /// There is no field of this name.
    Field(String),
}

/// The known column names: those of fields, and those given a meaning by the user.
pub struct Names(HashSet<String>);

impl Names {
    /// The names of fields, together with these.
    pub fn of(columns: &Columns) -> Names {
        Names(columns.keys().map(|name| folded(name)).collect())
    }

    /// The number of cells of a row that are such names.
    pub fn count(&self, row: &StringRecord) -> usize {
        // Long cells are texts, not names.
        let short = row.iter().filter(|cell| cell.len() < 1000);
        let known = |cell: &&str| {
            matches!(Said::of(cell), Said::Field(..)) || self.0.contains(&folded(cell))
        };
        short.filter(known).count()
    }
}

/// A name in the form used for comparing: people vary capitals, spreadsheets keep line ends, databases write
/// `_` for a space, and forms add whether an answer is required.
fn folded(name: &str) -> String {
    let name = cells::read(name).text.replace('_', " ").replace('\u{200b}', "").to_lowercase();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut bare = name.as_str();
    loop {
        let before = bare;
        bare = bare.trim_matches(['*', ':', '：', '?', ' ']);
        for ending in ["(required)", "(optional)", "(mandatory)", "[required]", "- required"] {
            bare = bare.strip_suffix(ending).unwrap_or(bare);
        }
        if bare == before {
            break;
        }
    }
    // A name without letters stays as it is.
    if bare.is_empty() { name } else { bare.to_owned() }
}

/// The meaning of a column, from its name or from the user.
#[derive(Clone, Copy)]
pub enum Said {
    /// A field, with its number if it has one.
    Field(Field, Option<usize>),
    /// A field, in somebody's own words.
    Guess(Field),
    /// That it is to be left out.
    Nothing,
    /// Something that is not a field.
    Other,
}

impl Said {
    /// The meaning of a name.
    pub fn of(name: &str) -> Said {
        let name = folded(name);
        if name == NOTHING {
            return Said::Nothing;
        }
        if let Some(field) = Field::named(&name) {
            return Said::Field(field, None);
        }
        let numbered = name.rsplit_once(' ').and_then(|(stem, number)| {
            let number = number.parse().ok().filter(|number| *number > 0)?;
            Field::named(stem).map(|field| Said::Field(field, Some(number)))
        });
        numbered.unwrap_or(Said::Other)
    }
}

/// The meaning given to each column.
pub fn said(header: &[String], columns: &Columns) -> Result<Vec<Said>, Misnamed> {
    let mut said: Vec<_> = header
        .iter()
        .map(|name| match Said::of(name) {
            // A column is left out without a note only on request.
            Said::Nothing => Said::Other,
            said => said,
        })
        .collect();
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, name) in header.iter().enumerate() {
        places.entry(folded(name)).or_default().push(at);
    }
    for (name, field) in columns {
        let found = places.get(&folded(name)).map_or(&[][..], Vec::as_slice);
        for at in found {
            if let Some(said) = said.get_mut(*at) {
                *said = Said::of(field);
            }
        }
        if found.is_empty() {
            return Err(Misnamed::Column(name.clone()));
        }
        if matches!(Said::of(field), Said::Other) {
            return Err(Misnamed::Field(field.clone()));
        }
    }
    guess(header, &mut said);
    Ok(said)
}

/// Guesses what columns stand for that nothing is said of.
fn guess(header: &[String], said: &mut [Said]) {
    let taken: Vec<_> = said
        .iter()
        .filter_map(|said| if let Said::Field(field, _) = said { Some(*field) } else { None })
        .collect();
    let open = header.iter().zip(said.iter());
    let open = open.map(|(name, said)| matches!(said, Said::Other).then(|| folded(name)));
    let guesses = guessed(&open.collect::<Vec<_>>(), &taken);
    for (said, guess) in said.iter_mut().zip(guesses) {
        if let Some(field) = guess {
            *said = Said::Guess(field);
        }
    }
}
