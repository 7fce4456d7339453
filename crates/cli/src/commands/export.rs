//! Gives the messages back.

use std::io::Write;
use std::path::Path;

use solidarity_cli::project::Project;
use solidarity_cli::transfer::export as transferred;
use solidarity_exchange::{Dataset, counted};

use super::failure::{ExportError, Failure};

/// Writes the messages of a project into a table or a folder.
pub fn export(out: &mut impl Write, project: &Project, target: &Path) -> Result<bool, Failure> {
    let Dataset { messages, .. } = Dataset::read(&project.text()?)
        .map_err(|error| ExportError { file: project.messages(), error })?;
    let changed = transferred(&messages, target)?;
    let (count, place) = (messages.len(), target.display());
    writeln!(out, "{} {} in {place}.", counted(count, "message"), are(count))?;
    for id in &changed {
        writeln!(out, "“{id}” would not come back letter for letter if it were imported again.")?;
    }
    Ok(changed.is_empty())
}

/// The verb for a number of messages.
pub fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}
