//! Several sources of several kinds at once. One that fails does not affect the others.

mod describing;
mod entries;
mod ids;
mod kind;
mod letter_for_letter;
mod outcome;
mod particulars;
mod reading;
mod site;
mod unpack;

use solidarity_core::collection::Date;

use crate::import::column_names::Columns;
use crate::import::note::{Note, Origin};
use crate::source::Source;
use particulars::Particulars;
use reading::Read;
use unpack::File;

pub use describing::{DescribedTables, describe_all};
pub use kind::is_read;
pub use outcome::{Became, Gathered, Outcome};

/// Reads messages from sources of any kind. If `today` is known, texts dated later are not imported. Texts and
/// e-mails in one folder, and files in an archive, are ordered by name, everything else as given.
///
/// A meaning given to a column applies to the tables that have such a column. If none has, no table is read.
///
/// The content of a source is not needed if [`is_read`] says so for its name.
pub fn import_all(sources: Vec<Source>, columns: &Columns, today: Option<Date>) -> Gathered {
    let (files, outcomes) = unpack::files(sources);
    let mut gathered = Gathered { outcomes, ..Gathered::default() };
    let again = letter_for_letter::files(&files);
    let mut particulars = Particulars::default();
    let mut read = Vec::new();
    for (file, again) in files.into_iter().zip(again) {
        if let Some(first) = again {
            let text = format!("this file is identical to {first}, and was imported once.");
            let origin = Origin { file: file.source.name.clone(), line: 1 };
            gathered.notes.push(Note { origin, text });
            let became = Became::PassedOver(format!("the same file as {first}."));
            gathered.outcomes.push(Outcome { name: file.source.name, became });
            continue;
        }
        match particulars.take(file) {
            Ok(File { source, .. }) => read.push(reading::read(source, columns, today)),
            Err(outcome) => gathered.outcomes.extend(outcome),
        }
    }
    reading::refuse_columns(&mut read, columns);
    // The position of each message's source among the outcomes.
    let mut from = Vec::new();
    for Read { source, result, .. } in read {
        let name = source.name;
        let became = match result {
            Ok(earlier) => {
                gathered.notes.extend(earlier.import.notes);
                let messages = earlier.import.messages;
                let count = messages.len();
                from.extend(std::iter::repeat_n(gathered.outcomes.len(), count));
                gathered.messages.extend(messages);
                let said = earlier.collection.and_then(|of| particulars.collection(&name, of));
                gathered.notes.extend(said);
                Became::Messages(count)
            }
            Err(error) => Became::Refused(error),
        };
        gathered.outcomes.push(Outcome { name, became });
    }
    letter_for_letter::drop_messages(&mut gathered, &mut from);
    ids::complete(&mut gathered, &from);
    particulars.hand_out(&mut gathered);
    gathered
}
