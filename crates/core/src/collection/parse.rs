//! Parses JSON into a checked [`Collection`], and reports every problem.

use std::collections::HashMap;

use super::characters::{shown_in_json, unshown_in_json};
use super::problem::{Position, Problem, ProblemKind};
use super::report::{Lines, Report, detail};
use super::value::Value;
use super::{Collection, Host, Message, Occasion, Sender, Signature, Source, Text};

/// Parses a collection from the text of its JSON file. Characters that cannot be shown are replaced
/// (see [`super::characters`]).
///
/// Messages with problems are left out, and the problems returned with the collection.
///
/// # Errors
/// The problems, if nothing can be shown: the text is not JSON, the `collection` part is invalid, or every
/// message has a problem.
pub fn parse(json: &str) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    read(json, false)
}

/// Parses the list of a large collection, which the build writes. In place of its text, each
/// message has the number of its words.
///
/// # Errors
/// As for [`parse`].
pub fn parse_list(json: &str) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    read(json, true)
}

/// Parses the texts of some messages, which the build writes as a list of paragraphs for each.
///
/// # Errors
/// If the JSON is something else.
pub fn parse_texts(json: &str) -> Result<Vec<Vec<Text>>, Vec<Problem>> {
    let value = parsed(json)?;
    let lines = Lines::of(json);
    let mut report = Report::new(&lines, value, String::new());
    let texts = report
        .list("", Some(value), |report, path, body| report.list(path, Some(body), lower_text));
    if report.problems.is_empty() { Ok(texts) } else { Err(report.problems) }
}

fn read(json: &str, is_list: bool) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    let json = &*shown_in_json(json, &unshown_in_json(json));
    let value = parsed(json)?;
    let lines = Lines::of(json);
    let mut report = Report::new(&lines, value, String::new());
    let object = report.object("", value, &["$schema", "collection", "messages"]);
    // The location of the schema, for editors.
    report.optional_string(&object, "$schema");
    let whole = report.required(&object, "collection");
    let messages = report.required(&object, "messages");
    let messages = messages.and_then(|messages| report.items("messages", messages));
    let (Some(whole), Some(values), []) = (whole, messages, report.problems.as_slice()) else {
        return Err(report.problems);
    };

    let mut report = Report::new(&lines, whole, "collection".into());
    let collection = lower_collection(&mut report);
    let mut collection = (!report.is_misshapen).then_some(collection);
    let mut problems = report.problems;

    let mut messages = Vec::with_capacity(values.len());
    let mut first_of = HashMap::new();
    for (at, value) in values.into_iter().enumerate() {
        let path = format!("messages[{at}]");
        let mut report = Report::new(&lines, value, path.clone());
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
        // After a line end, the parser counts the letters that it has read of the new line: none.
        let position = Position { line: error.line(), column: error.column().max(1) };
        let kind = ProblemKind::NotJson { detail: detail(&error) };
        vec![Problem { path: String::new(), position, left_out: None, kind }]
    })
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

/// The names of countries, by code.
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
    // In a list, a message has the number of its words in place of its text.
    let text = if is_list { "wordCount" } else { "body" };
    let value = report.part;
    report.left_out = id_of(value);
    let object = &report.object("", value, &["id", "senders", "signatures", text]);
    let id = report.required_string(object, "id").unwrap_or_default();
    if !is_id(&id) && report.left_out.is_some() {
        report.add(".id", ProblemKind::MalformedId { id: id.clone() });
    }
    let senders = report.required(object, "senders");
    let senders = report.list(".senders", senders, lower_sender);
    let signatures = object.get("signatures").and_then(|list| report.items(".signatures", list));
    let signatures = report.each(".signatures", signatures.unwrap_or_default(), lower_signature);
    let text = report.required(object, text);
    if is_list {
        let word_count = text.and_then(Value::number);
        if let (Some(text), None) = (text, word_count) {
            report.unexpected(".wordCount", text, "a number");
        }
        return Message::listed(id, senders, signatures, word_count.unwrap_or_default());
    }
    Message::new(id, senders, signatures, report.list(".body", text, lower_text))
}

/// The id of a message, for reporting problems.
fn id_of(message: Value) -> Option<String> {
    let fields = message.fields()?;
    let (_, id) = fields.into_iter().find(|(name, _)| name == "id")?;
    id.text()
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

/// Whether a text is an id: lower-case letters and digits in parts joined by single hyphens.
pub fn is_id(id: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    id.split('-').all(|part| !part.is_empty() && part.bytes().all(plain))
}
