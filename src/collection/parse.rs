//! From JSON to a checked [`Collection`], with every problem named.

use std::collections::HashMap;

use super::characters::{shown_in_json, unshown_in_json};
use super::problem::{Position, Problem, ProblemKind};
use super::value::Value;
use super::{Collection, Date, Host, Message, Occasion, Sender, Signature, Source, Text};
use crate::places::{Country, Region};

/// Reads a collection from the text of its JSON file. Characters that cannot be shown are not in it
/// (see [`super::characters`]).
///
/// A message with a problem is left out and the others stay; the problems come with the
/// collection.
///
/// # Errors
/// The problems, when nothing can be shown: the text is not JSON, what the messages have in common
/// cannot be read, or no message is without a problem.
pub fn parse(json: &str) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    read(json, false)
}

/// Reads the list of a large collection, which the build writes: in place of its text a message says
/// how many words that has.
///
/// # Errors
/// As [`parse`] has them.
pub fn parse_list(json: &str) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    read(json, true)
}

/// Reads the texts of some messages, which the build writes: a list of paragraphs for each.
///
/// # Errors
/// When they are something else.
pub fn parse_texts(json: &str) -> Result<Vec<Vec<Text>>, Vec<Problem>> {
    let value = parsed(json)?;
    let mut report = Report::new(json, value, String::new());
    let texts = report
        .list("", Some(value), |report, path, body| report.list(path, Some(body), lower_text));
    if report.problems.is_empty() { Ok(texts) } else { Err(report.problems) }
}

fn read(json: &str, is_list: bool) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    let json = &*shown_in_json(json, &unshown_in_json(json));
    let value = parsed(json)?;
    let mut report = Report::new(json, value, String::new());
    let object = report.object("", value, &["$schema", "collection", "messages"]);
    // Where the schema is: editors read it.
    report.optional_string(&object, "$schema");
    let whole = report.required(&object, "collection");
    let messages = report.required(&object, "messages");
    let messages = messages.and_then(|messages| report.items("messages", messages));
    let (Some(whole), Some(values), []) = (whole, messages, report.problems.as_slice()) else {
        return Err(report.problems);
    };

    let mut report = Report::new(json, whole, "collection".into());
    let collection = lower_collection(&mut report);
    let mut collection = (!report.is_misshapen).then_some(collection);
    let mut problems = report.problems;

    let mut messages = Vec::with_capacity(values.len());
    let mut first_of = HashMap::new();
    for (at, value) in values.into_iter().enumerate() {
        let path = format!("messages[{at}]");
        let mut report = Report::new(json, value, path.clone());
        let message = lower_message(&mut report, is_list);
        if let Some(first) = first_of.get(&message.id) {
            let id = message.id.clone();
            report.add(".id", ProblemKind::DuplicateId { id, first: String::clone(first) });
        }
        if report.problems.is_empty() {
            first_of.insert(message.id.clone(), path);
            messages.push(message);
        }
        problems.append(&mut report.problems);
    }
    if messages.is_empty() {
        problems.push(Problem {
            path: "messages".into(),
            position: Position { line: 1, column: 1 },
            left_out: None,
            kind: ProblemKind::NoMessages,
        });
        collection = None;
    }
    match collection {
        Some(collection) => Ok((Collection { messages, ..collection }, problems)),
        None => Err(problems),
    }
}

fn parsed(json: &str) -> Result<Value<'_>, Vec<Problem>> {
    Value::parse(json).map_err(|error| {
        let position = Position { line: error.line(), column: error.column() };
        let kind = ProblemKind::NotJson { detail: detail(&error) };
        vec![Problem { path: String::new(), position, left_out: None, kind }]
    })
}

/// What the JSON parser says, without the position that it appends.
fn detail(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => text.get(..at).unwrap_or(&text).to_owned(),
        None => text,
    }
}

/// An object of the file.
struct Object<'a> {
    value: Value<'a>,
    path: String,
    /// None if it is no object, which the report says then.
    fields: Option<Vec<(String, Value<'a>)>>,
}

impl<'a> Object<'a> {
    /// The value of a field, if it is there.
    fn get(&self, name: &str) -> Option<Value<'a>> {
        let mut fields = self.fields.iter().flatten();
        fields.find(|(other, _)| other == name).map(|(_, value)| *value)
    }

    /// The value of a field that may also be `null`.
    fn optional(&self, name: &str) -> Option<Value<'a>> {
        self.get(name).filter(|value| !value.is_null())
    }

    fn path_of(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }
}

/// The problems found in one part of the file, and where that part is.
struct Report<'a> {
    json: &'a str,
    part: Value<'a>,
    path: String,
    left_out: Option<String>,
    problems: Vec<Problem>,
    /// Whether a value is missing, or not of the type that it has to be.
    is_misshapen: bool,
}

impl<'a> Report<'a> {
    fn new(json: &'a str, part: Value<'a>, path: String) -> Report<'a> {
        let (left_out, problems, is_misshapen) = (None, Vec::new(), false);
        Report { json, part, path, left_out, problems, is_misshapen }
    }

    /// Where a value begins. It counts the lines of all that comes before, so it is for problems
    /// alone: asked of each of many sound messages it would read the file as many times.
    fn position(&self, value: Value) -> Position {
        let before = self.json.get(..value.offset(self.json)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before.len() - line_start + 1 }
    }

    /// Adds a fault of content.
    fn add(&mut self, path: &str, kind: ProblemKind) {
        self.add_at(path, self.part, kind);
    }

    /// Adds a fault of form.
    fn misshapen(&mut self, path: &str, value: Value, detail: String) {
        self.is_misshapen = true;
        self.add_at(path, value, ProblemKind::WrongShape { detail });
    }

    fn unexpected(&mut self, path: &str, value: Value, expected: &str) {
        let what = value.described();
        self.misshapen(path, value, format!("invalid type: {what}, expected {expected}"));
    }

    fn add_at(&mut self, path: &str, value: Value, kind: ProblemKind) {
        let path = format!("{}{path}", self.path).trim_start_matches('.').to_owned();
        let left_out = self.left_out.clone();
        self.problems.push(Problem { path, position: self.position(value), left_out, kind });
    }

    /// An object, whose fields must be among those that are known, each once.
    fn object(&mut self, path: &str, value: Value<'a>, known: &[&str]) -> Object<'a> {
        let object = Object { value, path: path.to_owned(), fields: value.fields() };
        let Some(fields) = &object.fields else {
            self.unexpected(path, value, "an object");
            return object;
        };
        for (at, (name, value)) in fields.iter().enumerate() {
            let detail = if !known.contains(&name.as_str()) {
                format!("unknown field `{name}`, expected one of `{}`", known.join("`, `"))
            } else if fields.iter().take(at).any(|(other, _)| other == name) {
                format!("duplicate field `{name}`")
            } else {
                continue;
            };
            self.misshapen(&object.path_of(name), *value, detail);
        }
        object
    }

    /// The value of a field that must be there.
    fn required(&mut self, object: &Object<'a>, name: &str) -> Option<Value<'a>> {
        let value = object.get(name);
        if value.is_none() && object.fields.is_some() {
            self.misshapen(&object.path, object.value, format!("missing field `{name}`"));
        }
        value
    }

    fn items(&mut self, path: &str, value: Value<'a>) -> Option<Vec<Value<'a>>> {
        let items = value.items();
        if items.is_none() {
            self.unexpected(path, value, "a list");
        }
        items
    }

    /// The items of a list that must have an entry.
    fn list<T>(
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

    fn each<T>(
        &mut self,
        path: &str,
        items: Vec<Value<'a>>,
        lower: fn(&mut Self, &str, Value<'a>) -> T,
    ) -> Vec<T> {
        let each = items.into_iter().enumerate();
        each.map(|(at, item)| lower(self, &format!("{path}[{at}]"), item)).collect()
    }

    fn string(&mut self, path: &str, value: Value) -> Option<String> {
        match value.text() {
            Some(Ok(text)) => return Some(text),
            Some(Err(error)) => self.misshapen(path, value, detail(&error)),
            None => self.unexpected(path, value, "a string"),
        }
        None
    }

    fn optional_string(&mut self, object: &Object<'a>, name: &str) -> Option<String> {
        object.optional(name).and_then(|value| self.string(&object.path_of(name), value))
    }

    fn required_string(&mut self, object: &Object<'a>, name: &str) -> Option<String> {
        self.required(object, name).and_then(|value| self.string(&object.path_of(name), value))
    }

    /// A text that must say something.
    fn text(&mut self, object: &Object<'a>, name: &str) -> String {
        let text = self.required_string(object, name);
        self.not_empty(&object.path_of(name), text)
    }

    /// Nothing where a fault has been named already.
    fn not_empty(&mut self, path: &str, text: Option<String>) -> String {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.add(path, ProblemKind::EmptyText);
        }
        text.unwrap_or_default()
    }

    fn language(&mut self, object: &Object<'a>, name: &str) -> Option<String> {
        let tag = self.required_string(object, name)?;
        if !is_language_tag(&tag) {
            let kind = ProblemKind::MalformedLanguage { tag: tag.clone() };
            self.add(&object.path_of(name), kind);
        }
        Some(tag)
    }

    fn country(&mut self, path: &str, code: Option<String>) -> Option<&'static Country> {
        let code = code?;
        let country = Country::from_code(&code);
        if country.is_none() {
            self.add(path, ProblemKind::UnknownCountry { code });
        }
        country
    }

    /// The region of a sender, which one with a country has already.
    fn region(&mut self, path: &str, id: Option<String>, has_country: bool) -> Option<Region> {
        let id = id?;
        let region = Region::from_id(&id);
        if region.is_none() {
            self.add(path, ProblemKind::UnknownRegion { id });
        } else if has_country {
            self.add(path, ProblemKind::RegionBesideCountry);
        }
        region
    }

    /// An address on the web. Anything else, `javascript:` above all, must never become a link.
    fn url(&mut self, path: &str, url: Option<String>) -> Option<String> {
        let url = url?;
        if url.starts_with("https://") || url.starts_with("http://") {
            return Some(url);
        }
        self.add(path, ProblemKind::MalformedUrl { url });
        None
    }

    /// A file of the site. Anything with a scheme or a host would be a request to somebody else.
    fn file(&mut self, path: &str, file: Option<String>) -> Option<String> {
        let file = file?;
        let plain = |c: char| c.is_alphanumeric() || "-_./ ".contains(c);
        if !file.trim().is_empty() && !file.starts_with('/') && file.chars().all(plain) {
            return Some(file);
        }
        self.add(path, ProblemKind::MalformedFile { file });
        None
    }

    fn date(&mut self, object: &Object<'a>, name: &str) -> Option<Date> {
        let date = self.optional_string(object, name)?;
        let parsed = Date::parse(&date);
        if parsed.is_none() {
            self.add(&object.path_of(name), ProblemKind::MalformedDate { date });
        }
        parsed
    }
}

fn lower_collection(report: &mut Report) -> Collection {
    let object = &report.object(
        "",
        report.part,
        &[
            "title",
            "subtitle",
            "language",
            "occasion",
            "host",
            "placeNames",
            "source",
            "url",
            "logo",
            "rights",
        ],
    );
    let title = report.text(object, "title");
    let subtitle = report.optional_string(object, "subtitle");
    let language = report.language(object, "language").unwrap_or_default();
    let url = report.optional_string(object, "url");
    let url = url.map(|url| if url.ends_with('/') { url } else { url + "/" });
    let logo = report.optional_string(object, "logo");
    Collection {
        title,
        subtitle,
        language,
        occasion: object.optional("occasion").map(|value| lower_occasion(report, value)),
        host: object.optional("host").map(|value| lower_host(report, value)),
        source: object.optional("source").map(|value| lower_source(report, value)),
        url: report.url(".url", url),
        logo: report.file(".logo", logo),
        rights: report.optional_string(object, "rights"),
        messages: Vec::new(),
        place_names: object
            .get("placeNames")
            .map(|value| lower_names(report, value))
            .unwrap_or_default(),
    }
}

/// Names of countries, by their codes.
fn lower_names(report: &mut Report, value: Value) -> HashMap<String, String> {
    const PATH: &str = ".placeNames";
    let Some(fields) = value.fields() else {
        report.unexpected(PATH, value, "an object");
        return HashMap::new();
    };
    let mut names = HashMap::new();
    for (code, value) in fields {
        let path = format!("{PATH}.{code}");
        report.country(&path, Some(code.clone()));
        if let Some(name) = report.string(&path, value) {
            names.insert(code, name);
        }
    }
    names
}

fn lower_occasion<'a>(report: &mut Report<'a>, value: Value<'a>) -> Occasion {
    let object = &report.object(".occasion", value, &["name", "place", "starts", "ends"]);
    let name = report.text(object, "name");
    let place = report.optional_string(object, "place");
    let (starts, ends) = (report.date(object, "starts"), report.date(object, "ends"));
    Occasion { name, place, starts, ends }
}

fn lower_host<'a>(report: &mut Report<'a>, value: Value<'a>) -> Host {
    let object = &report.object(".host", value, &["name", "acronym", "country"]);
    let name = report.text(object, "name");
    let acronym = report.optional_string(object, "acronym");
    let country = report.optional_string(object, "country");
    Host { name, acronym, country: report.country(".host.country", country) }
}

fn lower_source<'a>(report: &mut Report<'a>, value: Value<'a>) -> Source {
    let object = &report.object(".source", value, &["name", "url"]);
    let name = report.text(object, "name");
    let url = report.optional_string(object, "url");
    Source { name, url: report.url(".source.url", url) }
}

fn lower_message(report: &mut Report, is_list: bool) -> Message {
    let mut known = vec!["id", "senders", "signatures", "body"];
    // In place of its text a message of a list says how many words that has.
    if is_list {
        known.push("words");
    }
    let value = report.part;
    report.left_out = id_of(value);
    let object = &report.object("", value, &known);
    let id = report.required_string(object, "id").unwrap_or_default();
    if !is_id(&id) && report.left_out.is_some() {
        report.add(".id", ProblemKind::MalformedId { id: id.clone() });
    }
    let senders = report.required(object, "senders");
    let senders = report.list(".senders", senders, lower_sender);
    let signatures = object.get("signatures").and_then(|list| report.items(".signatures", list));
    let signatures = report.each(".signatures", signatures.unwrap_or_default(), lower_signature);
    let body = report.required(object, "body");
    if let Some(words) = object.optional("words").filter(|_| is_list) {
        let Some(words) = words.number() else {
            report.unexpected(".words", words, "a number");
            return Message::listed(id, senders, signatures, 0);
        };
        return Message::listed(id, senders, signatures, words);
    }
    Message::new(id, senders, signatures, report.list(".body", body, lower_text))
}

/// The id of a message, by which problems name it.
fn id_of(message: Value) -> Option<String> {
    let fields = message.fields()?;
    let (_, id) = fields.into_iter().find(|(name, _)| name == "id")?;
    id.text()?.ok()
}

fn lower_sender<'a>(report: &mut Report<'a>, path: &str, value: Value<'a>) -> Sender {
    let known = ["names", "acronym", "country", "region", "heading"];
    let object = &report.object(path, value, &known);
    let names = report.required(object, "names");
    let names = report.list(&object.path_of("names"), names, lower_text);
    let acronym = report.optional_string(object, "acronym");
    let country = report.optional_string(object, "country");
    let region = report.optional_string(object, "region");
    let heading = report.optional_string(object, "heading");
    Sender {
        names,
        acronym,
        region: report.region(&object.path_of("region"), region, country.is_some()),
        country: report.country(&object.path_of("country"), country),
        heading,
    }
}

fn lower_signature<'a>(report: &mut Report<'a>, path: &str, value: Value<'a>) -> Signature {
    let object = &report.object(path, value, &["name", "role"]);
    Signature { name: report.text(object, "name"), role: report.optional_string(object, "role") }
}

/// A text, or an object with a text and its language.
fn lower_text<'a>(report: &mut Report<'a>, path: &str, value: Value<'a>) -> Text {
    if value.fields().is_none() {
        let text = report.string(path, value);
        return Text { text: report.not_empty(path, text), lang: None };
    }
    let object = &report.object(path, value, &["text", "lang"]);
    Text { text: report.text(object, "text"), lang: report.language(object, "lang") }
}

/// Lower-case letters and digits in parts joined by single hyphens.
fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(plain))
}

/// The form of a BCP 47 tag (RFC 5646 §2.1), without its registry: a language of two or three
/// letters, then parts of at most eight letters and digits.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}
