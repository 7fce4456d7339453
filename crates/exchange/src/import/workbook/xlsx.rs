//! What an Excel workbook (ECMA-376, part 1, §18) says about its sheets that calamine does not report.

use calamine::Style;
use roxmltree::{Document, Node};

use crate::import::archive::Archive;
use crate::import::workbook::error::WorkbookError;
use crate::import::workbook::sheet::Traits;
use crate::import::xml::parsed;

/// Which of the styles show percentages.
pub fn percents(styles: &[Style]) -> Vec<bool> {
    let shows = |style: &Style| {
        let format = style.number_format.as_ref().map(|format| format.format_code.as_str());
        // Quoted sections of a format are literal text.
        format.is_some_and(|code| code.split('"').step_by(2).any(|code| code.contains('%')))
    };
    styles.iter().map(shows).collect()
}

/// Checks the number of texts that the shared strings declare: calamine allocates memory for them in advance.
///
/// # Errors
/// When there cannot be as many.
pub fn check(archive: &mut Archive) -> Result<(), WorkbookError> {
    const COUNT: &str = "uniqueCount";
    let names: Vec<_> = archive.names().collect();
    for name in names.iter().filter(|name| name.to_lowercase().ends_with("sharedstrings.xml")) {
        let part = archive.read(name)?;
        let part = String::from_utf8_lossy(&part);
        for (at, _) in part.match_indices(COUNT) {
            let rest = part.get(at + COUNT.len()..).unwrap_or_default();
            let rest = rest.trim_start_matches([' ', '\t', '\r', '\n', '=', '"', '\'']);
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let digits = rest.get(..end).unwrap_or_default();
            // The shortest text is `<si/>`.
            if !digits.is_empty()
                && digits.parse().map_or(true, |count: usize| count > part.len() / 5)
            {
                let detail = format!("it says that it has {digits} texts");
                return Err(WorkbookError::Damaged(detail));
            }
        }
    }
    Ok(())
}

/// The names and traits of sheets. What cannot be read is left to calamine, which reports the error. Very large
/// sheets get no traits.
pub fn traits(archive: &mut Archive) -> Vec<(String, Traits)> {
    paths(archive)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(name, path)| {
            let sheet = archive.read(&path).ok()?;
            let sheet = String::from_utf8(sheet).ok()?;
            Some((name, of_sheet(&parsed(&sheet).ok()?)))
        })
        .collect()
}

/// The names of the sheets, with their entries in the archive.
fn paths(archive: &mut Archive) -> Option<Vec<(String, String)>> {
    const RELATIONSHIPS: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut text = |name| String::from_utf8(archive.read(name).ok()?).ok();
    let (book, related) = (text("xl/workbook.xml")?, text("xl/_rels/workbook.xml.rels")?);
    let (book, related) = (parsed(&book).ok()?, parsed(&related).ok()?);
    let path = |id: &str| {
        let mut all = related.root_element().children();
        let target = all.find(|node| node.attribute("Id") == Some(id))?.attribute("Target")?;
        let absolute = target.strip_prefix('/').map(str::to_owned);
        Some(absolute.unwrap_or_else(|| format!("xl/{target}")))
    };
    let sheets = book.descendants().filter(|node| node.tag_name().name() == "sheet");
    let sheets = sheets.filter_map(|sheet| {
        let id = sheet.attribute((RELATIONSHIPS, "id"))?;
        Some((sheet.attribute("name")?.to_owned(), path(id)?))
    });
    Some(sheets.collect())
}

fn of_sheet(sheet: &Document) -> Traits {
    let mut traits = Traits::default();
    let mut row = 0;
    for node in sheet.descendants() {
        match node.tag_name().name() {
            "row" => {
                row = number(node, "r").unwrap_or(row + 1);
                traits.hidden_rows.extend(is_hidden(node).then_some(row));
            }
            "col" if is_hidden(node) => {
                if let (Some(first), Some(last)) = (number(node, "min"), number(node, "max")) {
                    // The range may extend to the last column of a sheet, beyond the table.
                    traits.hidden_columns.extend(first.saturating_sub(1)..last.min(16_384));
                }
            }
            "mergeCell" => {
                let rows = node.attribute("ref").and_then(|cells| cells.split_once(':'));
                if let Some((Some(first), Some(last))) =
                    rows.map(|(first, last)| (row_of(first), row_of(last)))
                {
                    traits.add_merged(first, last);
                }
            }
            _ => {}
        }
    }
    traits
}

fn is_hidden(node: Node) -> bool {
    matches!(node.attribute("hidden"), Some("1" | "true"))
}

fn number(node: Node, name: &str) -> Option<usize> {
    node.attribute(name)?.parse().ok()
}

/// The row of a cell such as `B12`.
fn row_of(cell: &str) -> Option<usize> {
    cell.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '$').parse().ok()
}
