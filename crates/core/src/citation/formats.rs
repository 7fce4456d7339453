//! The formats that reference managers read.

use std::collections::HashSet;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Author, Citation};
use crate::collection::Date;

impl Citation {
    /// BibTeX: an `@misc` entry. Titles and names of organisations have braces of their own, so
    /// that no style splits them or changes their case.
    pub fn bibtex(&self) -> String {
        let authors: Vec<_> =
            self.authors.iter().map(|author| format!("{{{}}}", tex(&author.name))).collect();
        let mut fields = vec![
            ("author", authors.join(" and ")),
            ("title", format!("{{{}}}", tex(&self.title))),
            ("howpublished", format!("In: {}", tex(&self.container))),
        ];
        if let Some((Date { year, month, day }, _)) = self.dates {
            fields.push(("year", year.to_string()));
            fields.push(("month", month.to_string()));
            fields.push(("day", day.to_string()));
        }
        fields.extend(self.place.as_ref().map(|place| ("address", tex(place))));
        fields.extend(self.publisher.as_ref().map(|publisher| ("publisher", tex(publisher))));
        fields.extend(self.note().map(|note| ("note", tex(&note))));
        fields.push(("language", tex(&self.language)));
        fields.extend(self.url.as_ref().map(|url| ("url", verbatim(url))));
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
        format!("@misc{{{},\n{}}}\n", key(&self.id), fields.concat())
    }

    /// RIS, as described by Research Information Systems (2001): an electronic source with
    /// corporate authors, whose names end with a comma so that they are not taken for people.
    ///
    /// The format has no way to write a comma in a name. Zotero and Mendeley read “Smith, Jones
    /// & Co” as a surname and a first name, and lose what follows a second comma; what EndNote
    /// asks for, “Smith,, Jones & Co”, loses all but “Smith” in Zotero. So a name has low quotation
    /// marks (U+201A), which look the same, and a note gives the names as they are written.
    pub fn ris(&self) -> String {
        let mut lines = vec![("TY", "ELEC".to_owned())];
        let corporate = |author: &Author| format!("{},", author.name.replace(',', "\u{201a}"));
        lines.extend(self.authors.iter().map(|author| ("AU", corporate(author))));
        lines.push(("TI", self.title.clone()));
        lines.push(("T2", self.container.clone()));
        if let Some((Date { year, month, day }, _)) = self.dates {
            lines.push(("PY", year.to_string()));
            lines.push(("DA", format!("{year:04}/{month:02}/{day:02}")));
        }
        lines.extend(self.place.iter().map(|place| ("CY", place.clone())));
        lines.extend(self.publisher.iter().map(|publisher| ("PB", publisher.clone())));
        let names: Vec<_> = self.authors.iter().map(|author| author.name.as_str()).collect();
        let has_comma = names.iter().any(|name| name.contains(','));
        lines.extend(has_comma.then(|| ("N1", format!("Sent by: {}", names.join("; ")))));
        lines.extend(self.note().map(|note| ("N1", note)));
        lines.push(("LA", self.language.clone()));
        lines.extend(self.url.iter().map(|url| ("UR", url.clone())));
        lines.push(("ID", self.id.clone()));
        lines.push(("ER", String::new()));
        let line = |(tag, value): (&str, String)| format!("{tag}  - {}\r\n", one_line(&value));
        lines.into_iter().map(line).collect()
    }

    /// CSL-JSON 1.0.2: a list with one item.
    pub fn csl_json(&self) -> String {
        let authors: Vec<_> =
            self.authors.iter().map(|author| json!({ "literal": author.name })).collect();
        let mut item = json!({
            "id": self.id,
            "type": "webpage",
            "author": authors,
            "title": self.title,
            "container-title": self.container,
            "language": self.language,
        });
        let date = |Date { year, month, day }: Date| json!([year, month, day]);
        let dates = self.dates.map(|(first, last)| {
            let parts: Vec<Value> = std::iter::once(first).chain(last).map(date).collect();
            json!({ "date-parts": parts })
        });
        let more = [
            ("event-title", self.event.clone().map(Value::from)),
            ("event-place", self.place.clone().map(Value::from)),
            ("publisher", self.publisher.clone().map(Value::from)),
            ("issued", dates),
            ("note", self.note().map(Value::from)),
            ("URL", self.url.clone().map(Value::from)),
        ];
        for (name, value) in more {
            if let Some(value) = value {
                item[name] = value;
            }
        }
        format!("{:#}\n", json!([item]))
    }

    fn note(&self) -> Option<String> {
        (!self.signed.is_empty()).then(|| format!("Signed: {}", self.signed.join("; ")))
    }
}

/// Escapes the characters that have a meaning in TeX, or another glyph in its older fonts.
///
/// BibTeX counts braces even after a backslash, so those that are not in pairs get a name. Pairs
/// keep the shorter form, which more programs know.
fn tex(text: &str) -> String {
    let text = one_line(text);
    let unpaired = unpaired(&text);
    let mut escaped = String::new();
    for (at, c) in text.char_indices() {
        match c {
            '{' if unpaired.contains(&at) => escaped.push_str("\\textbraceleft{}"),
            '}' if unpaired.contains(&at) => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '|' => escaped.push_str("\\textbar{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Where the braces stand that have no other half.
fn unpaired(text: &str) -> HashSet<usize> {
    let mut open = Vec::new();
    let mut unpaired = HashSet::new();
    for (at, c) in text.char_indices() {
        match c {
            '{' => open.push(at),
            '}' if open.pop().is_none() => drop(unpaired.insert(at)),
            _ => {}
        }
    }
    unpaired.extend(open);
    unpaired
}

/// An address, which TeX takes verbatim: what would end the field or the command is
/// percent-encoded.
fn verbatim(url: &str) -> String {
    utf8_percent_encode(url, ENDING).to_string()
}

const ENDING: &AsciiSet =
    &CONTROLS.add(b' ').add(b'{').add(b'}').add(b'\\').add(b'"').add(b'<').add(b'>');

/// A key: without the characters that BibTeX or biber refuse in one.
fn key(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:+/".contains(c);
    id.chars().map(|c| if plain(c) { c } else { '-' }).collect()
}

/// On one line, because a line break would begin another field, and without control characters,
/// some of which readers take for line breaks.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
