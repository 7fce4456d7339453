//! The formats that reference managers read.

use serde_json::{Value, json};

use super::Citation;
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
        fields.push(("language", self.language.clone()));
        fields.extend(self.url.as_ref().map(|url| ("url", url.clone())));
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
        format!("@misc{{{},\n{}}}\n", self.id, fields.concat())
    }

    /// RIS, as described by Research Information Systems (2001): an electronic source with
    /// corporate authors, whose names end with a comma so that they are not taken for people.
    pub fn ris(&self) -> String {
        let mut lines = vec![("TY", "ELEC".to_owned())];
        lines.extend(self.authors.iter().map(|author| ("AU", format!("{},", author.name))));
        lines.push(("TI", self.title.clone()));
        lines.push(("T2", self.container.clone()));
        if let Some((Date { year, month, day }, _)) = self.dates {
            lines.push(("PY", year.to_string()));
            lines.push(("DA", format!("{year:04}/{month:02}/{day:02}")));
        }
        lines.extend(self.place.iter().map(|place| ("CY", place.clone())));
        lines.extend(self.publisher.iter().map(|publisher| ("PB", publisher.clone())));
        lines.extend(self.note().map(|note| ("N1", note)));
        lines.push(("LA", self.language.clone()));
        lines.extend(self.url.iter().map(|url| ("UR", url.clone())));
        lines.push(("ID", self.id.clone()));
        lines.push(("ER", String::new()));
        // Each value is on one line, because a line break would begin another field.
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

/// Escapes the ten characters that have a meaning in TeX.
fn tex(text: &str) -> String {
    let mut escaped = String::new();
    for c in one_line(text).chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
