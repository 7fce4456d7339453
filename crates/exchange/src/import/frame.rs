//! The rows around a table: title and remarks above the header, totals below the table.

use csv::StringRecord;

use crate::import::column_names::Names;

/// The header is within this many rows from the top.
const ABOVE: usize = 20;

/// Totals are within this many rows from the end.
const BELOW: usize = 3;

/// What a row of totals begins with.
const SUMS: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sum",
    "count",
    "average",
    "totaal",
    "summe",
    "gesamt",
    "anzahl",
    "somme",
    "nombre",
    "suma",
    "soma",
    "totale",
    "somma",
    "итого",
    "всего",
    "合計",
    "总计",
    "合计",
];

/// What a row of remarks that programs put below a table begins with.
const REMARKS: &[&str] = &["exported", "generated", "created", "printed", "total", "number of"];

/// The position of the header: the row with the most cells that are column names or, if there are none, the
/// fullest row.
pub fn header(records: &[StringRecord], names: &Names) -> usize {
    let first = || records.iter().take(ABOVE).enumerate();
    let filled = |row: &StringRecord| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    // Of equals, the first wins.
    let most = |count: &dyn Fn(&StringRecord) -> usize| {
        first().map(|(at, row)| (count(row), at)).rev().max_by_key(|(count, _)| *count)
    };
    match most(&|row| names.count(row)) {
        Some((count, at)) if count > 0 => at,
        _ => most(&filled).map_or(0, |(_, at)| at),
    }
}

/// How many rows at the end are totals or remarks, not messages: they begin with a word for it, and otherwise
/// have only numbers.
pub fn sums(records: &[StringRecord]) -> usize {
    let is_empty = |row: &&StringRecord| row.iter().all(|cell| cell.trim().is_empty());
    let empty = records.iter().rev().take_while(is_empty).count();
    empty + records.iter().rev().skip(empty).take(BELOW).take_while(|row| is_sum(row)).count()
}

fn is_sum(row: &StringRecord) -> bool {
    let mut filled = row.iter().map(str::trim).filter(|cell| !cell.is_empty());
    let Some(first) = filled.next() else { return true };
    let word = first.to_lowercase();
    let filled: Vec<_> = filled.collect();
    // A remark is short, and not a sentence addressed to anybody.
    let is_short = first.chars().count() <= 60 && !first.contains(['!', '?', '…']);
    if filled.is_empty() && is_short && first.contains(|c: char| c.is_ascii_digit()) {
        return REMARKS.iter().any(|remark| word.starts_with(remark));
    }
    let word = word.trim_end_matches(|c: char| c.is_numeric() || matches!(c, ':' | ' ' | '='));
    let word = word.split_once(':').map_or(word, |(word, _)| word);
    let is_number = |cell: &str| cell.chars().all(|c| c.is_numeric() || "., %/-+€$£".contains(c));
    SUMS.contains(&word) && filled.into_iter().all(is_number)
}

/// The text of rows in one line, shortened.
pub fn words(records: &[StringRecord]) -> String {
    const LONGEST: usize = 200;
    let cells = records.iter().flat_map(StringRecord::iter).map(str::trim);
    let cells = cells.filter(|cell| !cell.is_empty()).take(LONGEST);
    let words = cells.collect::<Vec<_>>().join(" | ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words,
    }
}
