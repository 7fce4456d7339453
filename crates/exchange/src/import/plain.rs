//! Plain text that looks like another format.

use crate::import::column_names::{Columns, Names};
use crate::import::quoting;

/// How remarks begin in Markdown and in site generators.
const REMARKS: [&str; 5] = ["<!--", "%%", "[//]:", "{% comment", "{{/*"];

/// What looks like the beginning of a remark, with its position: plain text has no remarks.
pub fn remarks(text: &str) -> Vec<(usize, String)> {
    let first = |mark: &&str| {
        let note = format!(
            "“{mark}” was kept, as everything in plain text is. If a remark begins here, delete it, or \
             save the file as Markdown (.md)."
        );
        text.find(*mark).map(|at| (at, note))
    };
    let mut found: Vec<_> = REMARKS.iter().filter_map(first).collect();
    found.sort_by_key(|(at, _)| *at);
    found
}

/// The note on lines that look like a table: the first names fields, and most others have cells, too.
pub fn table(text: &str) -> Option<&'static str> {
    let names = Names::of(&Columns::new());
    let is_table = |delimiter| {
        let rows = quoting::first_rows(text, delimiter, None);
        let Some((header, rows)) = rows.split_first() else { return false };
        let in_cells = rows.iter().filter(|row| row.len() > 1).count();
        // Many letters have a word before a comma.
        let least = if delimiter == b',' { 2 } else { 1 };
        header.len() > 1 && names.count(header) >= least && 2 * in_cells > rows.len()
    };
    let is_any = [b'\t', b';', b','].into_iter().any(is_table);
    is_any.then_some(
        "these lines look like a table, and became one text. If they are one, give the file a name that ends with \
         .csv, and import it again.",
    )
}

/// The first HTML tag in a text or, failing that, the first mark of a remark or a shortcode.
pub fn markup(text: &str) -> Option<String> {
    let tag = text.match_indices('<').find_map(|(at, _)| tag(text.get(at..)?));
    let mark = REMARKS.iter().chain(&["{{<", "{{%"]).find(|mark| text.contains(**mark));
    tag.or(mark.copied()).map(str::to_owned)
}

/// A tag that is common in texts on web pages. Others, such as `<3` or `<name>`, may be words.
fn tag(text: &str) -> Option<&str> {
    const NAMES: [&str; 22] = [
        "a",
        "b",
        "blockquote",
        "br",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "script",
        "span",
        "strong",
        "style",
        "table",
        "u",
        "ul",
    ];
    // Longer ones are rare.
    let end = text.bytes().take(500).position(|byte| byte == b'>')?;
    let inner = text.get(1..end)?;
    let name = inner.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let is_known = NAMES.iter().any(|known| known.eq_ignore_ascii_case(name));
    text.get(..=end).filter(|_| is_known && !inner.contains('<'))
}
