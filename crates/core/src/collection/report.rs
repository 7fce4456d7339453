//! Collects the problems of a collection while it is checked.

use std::cell::OnceCell;
use std::mem;

use super::Date;
use super::problem::{Position, Problem, ProblemKind};
use super::value::Value;
use crate::places::{Country, Region};

/// The lines of a file. They are counted when the first problem is found, and only once: a file may have
/// a problem in every line.
pub(super) struct Lines<'a> {
    json: &'a str,
    starts: OnceCell<Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub fn of(json: &'a str) -> Lines<'a> {
        Lines { json, starts: OnceCell::new() }
    }

    /// The position of a value.
    fn position(&self, value: Value) -> Position {
        let starts = self.starts.get_or_init(|| {
            let ends = self.json.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        });
        let at = value.offset(self.json);
        let line = starts.partition_point(|start| *start <= at);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: at - start + 1 }
    }
}

/// The problems found in one part of the file, and where that part is.
pub(super) struct Report<'a> {
    pub lines: &'a Lines<'a>,
    pub part: Value<'a>,
    pub path: String,
    pub left_out: Option<String>,
    pub problems: Vec<Problem>,
    /// Whether a value is missing, or of the wrong type.
    pub is_misshapen: bool,
}

impl<'a> Report<'a> {
    pub fn new(lines: &'a Lines<'a>, part: Value<'a>, path: String) -> Report<'a> {
        let (left_out, problems, is_misshapen) = (None, Vec::new(), false);
        Report { lines, part, path, left_out, problems, is_misshapen }
    }

    /// Adds an error of content.
    pub fn add(&mut self, path: &str, kind: ProblemKind) {
        self.add_at(path, self.part, kind);
    }

    /// Adds an error of form.
    pub fn misshapen(&mut self, path: &str, value: Value, detail: String) {
        self.is_misshapen = true;
        self.add_at(path, value, ProblemKind::WrongShape { detail });
    }

    pub fn unexpected(&mut self, path: &str, value: Value, expected: &str) {
        let what = value.described();
        self.misshapen(path, value, format!("invalid type: {what}, expected {expected}"));
    }

    pub fn add_at(&mut self, path: &str, value: Value, kind: ProblemKind) {
        let path = format!("{}{path}", self.path).trim_start_matches('.').to_owned();
        let left_out = self.left_out.clone();
        self.problems.push(Problem { path, position: self.lines.position(value), left_out, kind });
    }

    /// An object, whose fields must all be known, and occur once.
    pub fn object(&mut self, path: &str, value: Value<'a>, known: &[&str]) -> Object<'a> {
        let object = Object { value, path: path.to_owned(), fields: value.fields() };
        let Some(fields) = &object.fields else {
            self.unexpected(path, value, "an object");
            return object;
        };
        let mut seen = vec![false; known.len()];
        for (name, value) in fields {
            let at = known.iter().position(|known| known == name);
            let before = at.and_then(|at| seen.get_mut(at)).map(|seen| mem::replace(seen, true));
            let detail = match before {
                None => format!("unknown field `{name}`, expected one of `{}`", known.join("`, `")),
                Some(true) => format!("duplicate field `{name}`"),
                Some(false) => continue,
            };
            self.misshapen(&object.path_of(name), *value, detail);
        }
        object
    }

    /// The value of a required field.
    pub fn required(&mut self, object: &Object<'a>, name: &str) -> Option<Value<'a>> {
        let value = object.get(name);
        if value.is_none() && object.fields.is_some() {
            self.misshapen(&object.path, object.value, format!("missing field `{name}`"));
        }
        value
    }

    pub fn items(&mut self, path: &str, value: Value<'a>) -> Option<Vec<Value<'a>>> {
        let items = value.items();
        if items.is_none() {
            self.unexpected(path, value, "a list");
        }
        items
    }

    /// The items of a list that must not be empty.
    pub fn list<T>(
        &mut self,
        path: &str,
        value: Option<Value<'a>>,
        lower: fn(&mut Self, &str, Value<'a>) -> T,
    ) -> Vec<T> {
        let items = value.and_then(|value| self.items(path, value));
        if items.as_ref().is_some_and(Vec::is_empty) {
            self.add(path, ProblemKind::EmptyList);
        }
        self.each(path, items.unwrap_or_default(), lower)
    }

    pub fn each<T>(
        &mut self,
        path: &str,
        items: Vec<Value<'a>>,
        lower: fn(&mut Self, &str, Value<'a>) -> T,
    ) -> Vec<T> {
        let each = items.into_iter().enumerate();
        each.map(|(at, item)| lower(self, &format!("{path}[{at}]"), item)).collect()
    }

    pub fn string(&mut self, path: &str, value: Value) -> Option<String> {
        let text = value.text();
        if text.is_none() {
            self.unexpected(path, value, "a string");
        }
        text
    }

    pub fn optional_string(&mut self, object: &Object<'a>, name: &str) -> Option<String> {
        object.optional(name).and_then(|value| self.string(&object.path_of(name), value))
    }

    pub fn required_string(&mut self, object: &Object<'a>, name: &str) -> Option<String> {
        self.required(object, name).and_then(|value| self.string(&object.path_of(name), value))
    }

    /// A text that must not be empty.
    pub fn text(&mut self, object: &Object<'a>, name: &str) -> String {
        let text = self.required_string(object, name);
        self.not_empty(&object.path_of(name), text)
    }

    /// Checks that a text is not empty; reports nothing if it is missing, as that has been
    /// reported.
    pub fn not_empty(&mut self, path: &str, text: Option<String>) -> String {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.add(path, ProblemKind::EmptyText);
        }
        text.unwrap_or_default()
    }

    pub fn language(&mut self, object: &Object<'a>, name: &str) -> Option<String> {
        let tag = self.required_string(object, name)?;
        if !is_language_tag(&tag) {
            let kind = ProblemKind::MalformedLanguage { tag: tag.clone() };
            self.add(&object.path_of(name), kind);
        }
        Some(tag)
    }

    pub fn country(&mut self, path: &str, code: Option<String>) -> Option<&'static Country> {
        let code = code?;
        let country = Country::from_code(&code);
        if country.is_none() {
            self.add(path, ProblemKind::UnknownCountry { code });
        }
        country
    }

    /// The region of a sender, which must not have a country as well.
    pub fn region(&mut self, path: &str, id: Option<String>, has_country: bool) -> Option<Region> {
        let id = id?;
        let region = Region::from_id(&id);
        if region.is_none() {
            self.add(path, ProblemKind::UnknownRegion { id });
        } else if has_country {
            self.add(path, ProblemKind::RegionBesideCountry);
        }
        region
    }

    /// A web address.
    pub fn url(&mut self, path: &str, url: Option<String>) -> Option<String> {
        let url = url?;
        if is_web_address(&url) {
            return Some(url);
        }
        self.add(path, ProblemKind::MalformedUrl { url });
        None
    }

    /// A file of the site.
    pub fn file(&mut self, path: &str, file: Option<String>) -> Option<String> {
        let file = file?;
        if is_site_file(&file) {
            return Some(file);
        }
        self.add(path, ProblemKind::MalformedFile { file });
        None
    }

    pub fn date(&mut self, object: &Object<'a>, name: &str) -> Option<Date> {
        let date = self.optional_string(object, name)?;
        let parsed = Date::parse(&date);
        if parsed.is_none() {
            self.add(&object.path_of(name), ProblemKind::MalformedDate { date });
        }
        parsed
    }
}

/// Whether a text is a web address. Anything else, `javascript:` above all, must never become a link.
pub fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Whether a text is the path of a file of the site. Anything with a scheme or a host would send a request elsewhere.
pub fn is_site_file(file: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_./ ".contains(c);
    !file.trim().is_empty() && !file.starts_with('/') && file.chars().all(plain)
}

/// An object of the file.
pub(super) struct Object<'a> {
    pub value: Value<'a>,
    pub path: String,
    /// `None` if it is not an object, which has then been reported.
    pub fields: Option<Vec<(String, Value<'a>)>>,
}

impl<'a> Object<'a> {
    /// The value of a field, if present.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        let mut fields = self.fields.iter().flatten();
        fields.find(|(other, _)| other == name).map(|(_, value)| *value)
    }

    /// The value of a field that may also be `null`.
    pub fn optional(&self, name: &str) -> Option<Value<'a>> {
        self.get(name).filter(|value| !value.is_null())
    }

    pub fn path_of(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }
}

/// The JSON parser's message, without the position at its end.
pub(super) fn detail(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => text.get(..at).unwrap_or(&text).to_owned(),
        None => text,
    }
}

/// Whether a text has the form of a BCP 47 tag (RFC 5646 §2.1): a language of two or three letters,
/// then parts of at most eight letters and digits. The registry is not consulted.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}
