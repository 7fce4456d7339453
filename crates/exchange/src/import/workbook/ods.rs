//! What an OpenDocument spreadsheet (ODF 1.3, part 3, §9) says about its sheets that calamine does not report;
//! and whether it is within limits.

use roxmltree::Node;

use crate::import::workbook::error::{Limit, WorkbookError};
use crate::import::workbook::sheet::Traits;
use crate::import::xml::parsed;

const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

/// The most cells of a sheet, with repeated rows and cells expanded.
const CELLS: usize = 2_000_000;

/// The most spaces that elements may stand for.
const SPACES: usize = 1 << 20;

/// The traits of each sheet.
///
/// # Errors
/// When the file is not XML, or exceeds the limits.
pub fn traits(content: &[u8]) -> Result<Vec<Traits>, WorkbookError> {
    let damaged = |error: &dyn std::fmt::Display| WorkbookError::Damaged(error.to_string());
    let content = str::from_utf8(content).map_err(|error| damaged(&error))?;
    let document = parsed(content).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Limit::Cells.into(),
        error => damaged(&error),
    })?;
    let spaces = document.descendants().filter(|node| node.has_tag_name((TEXT, "s")));
    let spaces = spaces
        .fold(0_usize, |all, node| all.saturating_add(number(node, (TEXT, "c")).unwrap_or(1)));
    if spaces > SPACES {
        return Err(Limit::Text.into());
    }
    let tables = document.descendants().filter(|node| node.has_tag_name((TABLE, "table")));
    tables.filter(|table| table.attribute((TABLE, "name")).is_some()).map(of_table).collect()
}

fn of_table(table: Node) -> Result<Traits, WorkbookError> {
    let mut traits = Traits::default();
    let (mut row, mut column, mut last_row, mut width) = (0_usize, 0_usize, 0_usize, 0_usize);
    for node in table.descendants() {
        let is = |name| node.has_tag_name((TABLE, name));
        let is_hidden =
            matches!(node.attribute((TABLE, "visibility")), Some("collapse" | "filter"));
        if is("table-column") {
            let end = column.saturating_add(repeated(node, "number-columns-repeated")).min(16_384);
            if is_hidden {
                traits.hidden_columns.extend(column..end);
            }
            column = end;
        } else if is("table-row") {
            let count = repeated(node, "number-rows-repeated");
            let cells = cells_of(node, row, &mut traits);
            if cells > 0 {
                if is_hidden {
                    traits.hidden_rows.extend(row + 1..=row.saturating_add(count.min(CELLS)));
                }
                last_row = row.saturating_add(count);
                width = width.max(cells);
            }
            row = row.saturating_add(count);
            if last_row.saturating_mul(width) > CELLS {
                return Err(Limit::Cells.into());
            }
        }
    }
    Ok(traits)
}

/// How many cells a row has, up to the last one with a value.
fn cells_of(row: Node, at: usize, traits: &mut Traits) -> usize {
    let (mut column, mut end) = (0_usize, 0);
    for cell in row.children().filter(Node::is_element) {
        let count = repeated(cell, "number-columns-repeated");
        let kind = cell.attribute((OFFICE, "value-type"));
        let rows = number(cell, (TABLE, "number-rows-spanned")).unwrap_or(1);
        if kind.is_some() || cell.has_children() {
            if rows > 1 {
                traits.add_merged(at + 1, at.saturating_add(rows));
            }
            if kind == Some("percentage") {
                let places = column..column.saturating_add(count).min(16_384);
                traits.percentages.extend(places.map(|column| (at as u32, column as u32)));
            }
            end = column.saturating_add(count);
        }
        column = column.saturating_add(count);
    }
    end
}

fn repeated(node: Node, name: &str) -> usize {
    number(node, (TABLE, name)).unwrap_or(1)
}

fn number(node: Node, name: (&str, &str)) -> Option<usize> {
    node.attribute(name)?.parse().ok()
}
