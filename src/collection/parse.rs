//! From JSON to a checked [`Collection`], with every problem named.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::characters::{shown_in_json, unshown_in_json};
use super::problem::{Position, Problem, ProblemKind};
use super::raw::{
    RawCollection, RawDataset, RawHost, RawMessage, RawOccasion, RawSender, RawSource, RawText,
};
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

fn read(json: &str, is_list: bool) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    let json = &*shown_in_json(json, &unshown_in_json(json));
    let dataset: RawDataset =
        serde_json::from_str(json).map_err(|error| vec![unreadable(&error)])?;
    let mut problems = Vec::new();

    let mut report = Report::new(json, dataset.collection, "collection".into());
    let mut collection =
        report.read::<RawCollection>().map(|raw| lower_collection(raw, &mut report));
    problems.append(&mut report.problems);

    let mut messages = Vec::with_capacity(dataset.messages.len());
    let mut first_of = HashMap::new();
    for (at, raw) in dataset.messages.into_iter().enumerate() {
        let path = format!("messages[{at}]");
        let mut report = Report::new(json, raw, path.clone());
        if let Some(raw) = report.read::<RawMessage>() {
            report.left_out = Some(raw.id.clone());
            let message = lower_message(raw, is_list, &mut report);
            if let Some(first) = first_of.get(&message.id) {
                report.add(
                    ".id",
                    ProblemKind::DuplicateId {
                        id: message.id.clone(),
                        first: String::clone(first),
                    },
                );
            }
            if report.problems.is_empty() {
                first_of.insert(message.id.clone(), path);
                messages.push(message);
            }
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
pub fn parse_texts(json: &str) -> Result<Vec<Vec<Text>>, Problem> {
    let text = |raw| match raw {
        RawText::Plain(text) => Text { text, lang: None },
        RawText::Marked(raw) => Text { text: raw.text, lang: Some(raw.lang) },
    };
    let texts: Vec<Vec<RawText>> =
        serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    Ok(texts.into_iter().map(|body| body.into_iter().map(text).collect()).collect())
}

/// A file that is none of ours.
fn unreadable(error: &serde_json::Error) -> Problem {
    let detail = detail(error);
    let kind = if error.is_data() {
        ProblemKind::WrongShape { detail }
    } else {
        ProblemKind::NotJson { detail }
    };
    let position = Position { line: error.line(), column: error.column() };
    Problem { path: String::new(), position, left_out: None, kind }
}

/// The problems found in one part of the file, and where that part is.
struct Report<'a> {
    json: &'a str,
    part: &'a RawValue,
    path: String,
    left_out: Option<String>,
    problems: Vec<Problem>,
}

impl<'a> Report<'a> {
    fn new(json: &'a str, part: &'a RawValue, path: String) -> Report<'a> {
        Report { json, part, path, left_out: None, problems: Vec::new() }
    }

    /// Where the part begins. It counts the lines of all that comes before, so it is for problems
    /// alone: asked of each of many sound messages it would read the file as many times.
    fn start(&self) -> Position {
        // A borrowed raw value is a slice of the text that it was read from.
        let offset = self.part.get().as_ptr().addr() - self.json.as_ptr().addr();
        let before = self.json.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before.len() - line_start + 1 }
    }

    fn add(&mut self, path: &str, kind: ProblemKind) {
        self.add_at(path, self.start(), kind);
    }

    fn add_at(&mut self, path: &str, position: Position, kind: ProblemKind) {
        let path = format!("{}{path}", self.path);
        let left_out = self.left_out.clone();
        self.problems.push(Problem { path, position, left_out, kind });
    }

    /// The part as a `T`, or a problem of shape.
    fn read<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (inner, error) = match read_json(self.part.get()) {
            Ok(value) => return Some(value),
            Err(fault) => fault,
        };
        let path = if inner.is_empty() { inner } else { format!(".{inner}") };
        let start = self.start();
        let first_line = error.line() <= 1;
        let position = Position {
            line: start.line + error.line().saturating_sub(1),
            column: error.column() + if first_line { start.column - 1 } else { 0 },
        };
        self.left_out = serde_json::from_str::<OnlyId>(self.part.get()).ok().map(|only| only.id);
        let detail = detail(&error);
        self.add_at(&path, position, ProblemKind::WrongShape { detail });
        None
    }

    fn text(&mut self, path: &str, text: String) -> String {
        if text.trim().is_empty() {
            self.add(path, ProblemKind::EmptyText);
        }
        text
    }

    fn marked_text(&mut self, path: &str, raw: RawText) -> Text {
        match raw {
            RawText::Plain(text) => Text { text: self.text(path, text), lang: None },
            RawText::Marked(raw) => {
                let text = self.text(&format!("{path}.text"), raw.text);
                Text { text, lang: Some(self.language(&format!("{path}.lang"), raw.lang)) }
            }
        }
    }

    fn list<R, T>(
        &mut self,
        path: &str,
        raw: Vec<R>,
        mut lower: impl FnMut(&mut Self, &str, R) -> T,
    ) -> Vec<T> {
        if raw.is_empty() {
            self.add(path, ProblemKind::EmptyList);
        }
        let each = raw.into_iter().enumerate();
        each.map(|(at, raw)| lower(self, &format!("{path}[{at}]"), raw)).collect()
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

    fn language(&mut self, path: &str, tag: String) -> String {
        if !is_language_tag(&tag) {
            self.add(path, ProblemKind::MalformedLanguage { tag: tag.clone() });
        }
        tag
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

    fn date(&mut self, path: &str, date: Option<String>) -> Option<Date> {
        let date = date?;
        let parsed = Date::parse(&date);
        if parsed.is_none() {
            self.add(path, ProblemKind::MalformedDate { date });
        }
        parsed
    }
}

/// A message of which nothing but the id could be read.
#[derive(Deserialize)]
struct OnlyId {
    id: String,
}

/// Reads a value; of a fault, the path within the value where there is one.
#[cfg(not(target_arch = "wasm32"))]
fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, (String, serde_json::Error)> {
    let deserializer = &mut serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let path = error.path().to_string();
        (if path == "." { String::new() } else { path }, error.into_inner())
    })
}

/// Reads a value. In the browser the line and the column must do: to follow the path as well costs
/// 6 kB of WebAssembly.
#[cfg(target_arch = "wasm32")]
fn read_json<T: DeserializeOwned>(json: &str) -> Result<T, (String, serde_json::Error)> {
    serde_json::from_str(json).map_err(|error| (String::new(), error))
}

fn lower_collection(raw: RawCollection, report: &mut Report) -> Collection {
    let place_names = raw.place_names;
    for code in place_names.keys() {
        report.country(&format!(".placeNames.{code}"), Some(code.clone()));
    }
    let url = raw.url.map(|url| if url.ends_with('/') { url } else { url + "/" });
    Collection {
        title: report.text(".title", raw.title),
        subtitle: raw.subtitle,
        language: report.language(".language", raw.language),
        occasion: raw.occasion.map(|raw| lower_occasion(raw, report)),
        host: raw.host.map(|raw| lower_host(raw, report)),
        source: raw.source.map(|raw| lower_source(raw, report)),
        url: report.url(".url", url),
        logo: report.file(".logo", raw.logo),
        rights: raw.rights,
        messages: Vec::new(),
        place_names,
    }
}

fn lower_occasion(raw: RawOccasion, report: &mut Report) -> Occasion {
    Occasion {
        name: report.text(".occasion.name", raw.name),
        place: raw.place,
        starts: report.date(".occasion.starts", raw.starts),
        ends: report.date(".occasion.ends", raw.ends),
    }
}

fn lower_host(raw: RawHost, report: &mut Report) -> Host {
    Host {
        name: report.text(".host.name", raw.name),
        acronym: raw.acronym,
        country: report.country(".host.country", raw.country),
    }
}

fn lower_source(raw: RawSource, report: &mut Report) -> Source {
    Source { name: report.text(".source.name", raw.name), url: report.url(".source.url", raw.url) }
}

fn lower_message(raw: RawMessage, is_list: bool, report: &mut Report) -> Message {
    if !is_id(&raw.id) {
        report.add(".id", ProblemKind::MalformedId { id: raw.id.clone() });
    }
    let senders = report.list(".senders", raw.senders, lower_sender);
    let signatures = raw.signatures.into_iter().enumerate();
    let signatures = signatures
        .map(|(at, raw)| Signature {
            name: report.text(&format!(".signatures[{at}].name"), raw.name),
            role: raw.role,
        })
        .collect();
    if let Some(words) = raw.words {
        if is_list {
            return Message::listed(raw.id, senders, signatures, words);
        }
        report.add(".words", ProblemKind::WrongShape { detail: "unknown field `words`".into() });
    }
    let body = report.list(".body", raw.body, Report::marked_text);
    Message::new(raw.id, senders, signatures, body)
}

fn lower_sender(report: &mut Report, path: &str, raw: RawSender) -> Sender {
    Sender {
        names: report.list(&format!("{path}.names"), raw.names, Report::marked_text),
        acronym: raw.acronym,
        region: report.region(&format!("{path}.region"), raw.region, raw.country.is_some()),
        country: report.country(&format!("{path}.country"), raw.country),
        heading: raw.heading,
    }
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

/// What the JSON parser says, without the position that it appends.
fn detail(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => text.get(..at).unwrap_or(&text).to_owned(),
        None => text,
    }
}
