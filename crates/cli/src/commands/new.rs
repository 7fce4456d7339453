//! Makes a project.

use std::io::Write;
use std::path::Path;

use solidarity_cli::example::write_example;

use super::failure::Failure;

/// Makes a project folder with an example in it.
pub fn new(
    out: &mut impl Write,
    folder: &Path,
    title: Option<&str>,
    language: Option<&str>,
) -> Result<bool, Failure> {
    write_example(folder, title, language)?;
    let place = folder.display();
    writeln!(out, "{place} has an invented collection in it; README.txt says what is what.")?;
    writeln!(out, "To see it: solidarity-atlas serve --folder {}", quoted(&place.to_string()))?;
    Ok(true)
}

/// A name as a shell takes it.
fn quoted(name: &str) -> String {
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name.to_owned() }
}
