//! Assigns the fields of front matter.

use solidarity_core::collection::Date;
use solidarity_core::collection::raw::{RawMarkedText, RawSender, RawSignature, RawText};
use solidarity_core::text::paragraphs;

use crate::import::fields::Field as Meaning;
use crate::import::front_matter::message::FrontMatter;
use crate::import::front_matter::names::plain_name;
use crate::import::front_matter::tree::{Field, Read, Value};
use crate::import::front_matter::withheld::{Says, may_say_no, says};
use crate::import::marked;

/// Assigns the fields that were read. What has no place is added to the notes.
pub fn placed(read: Read, today: Option<Date>, notes: &mut Vec<(usize, String)>) -> FrontMatter {
    let mut front = FrontMatter { country_lines: vec![1], ..FrontMatter::default() };
    notes.extend(read.notes);
    for (line, text) in read.unread {
        // A possible draft is not published, whatever else the line says.
        let mut names = text.split(['{', ',']).filter_map(|part| part.split([':', '=']).next());
        if names.any(|name| may_say_no(name.trim().trim_matches(['"', '\'']))) {
            front.withheld = Some((line, format!("it says “{text}”, which cannot be read")));
        }
        notes.push((line, format!(
            "this cannot be read as front matter, and was left out: {text}. Put the value in quotation \
             marks, and see that each of them, and each bracket, is closed."
        )));
    }
    let mut taken = Vec::new();
    let mut heading = None;
    for field in read.fields {
        let name = plain_name(&field.name);
        match says(&field, today) {
            Says::No(reason) => {
                front.withheld = front.withheld.or(Some((field.line, reason)));
                continue;
            }
            Says::Yes => continue,
            Says::Perhaps(note) => {
                notes.push((field.line, note));
                continue;
            }
            Says::Nothing => {}
        }
        let meaning = match &*name {
            "senders" | "signatures" => None,
            name => match Meaning::named(name) {
                None => {
                    let text = format!(
                        "“{}” is not a field of a message, and was left out: {}",
                        field.name,
                        field.value.shown()
                    );
                    notes.push((field.line, text));
                    continue;
                }
                meaning => meaning,
            },
        };
        let key = meaning.map_or(name, |meaning| meaning.name().to_owned());
        if taken.contains(&key) && !matches!(meaning, Some(Meaning::Message)) {
            let text = format!(
                "“{}” is given more than once, so this was left out: {}. Write a list if there are several.",
                field.name,
                field.value.shown()
            );
            notes.push((field.line, text));
            continue;
        }
        taken.push(key.clone());
        match meaning {
            None if key == "senders" => senders(field, &mut front, notes),
            None => signatures(field, &mut front, notes),
            Some(Meaning::Id) => front.id = one(field, notes),
            Some(Meaning::Sender) => front.sender = one(field, notes),
            Some(Meaning::Acronym) => front.acronym = one(field, notes),
            Some(Meaning::Country) => {
                if let Some(first) = front.country_lines.first_mut() {
                    *first = field.line;
                }
                front.country = one(field, notes);
            }
            Some(Meaning::Region) => front.region = one(field, notes),
            Some(Meaning::Heading) => heading = Some(field),
            Some(Meaning::Signature) => front.signature = texts(field, notes),
            Some(Meaning::Role) => front.role = texts(field, notes),
            Some(Meaning::Language) => front.language = one(field, notes),
            Some(Meaning::Message) => {
                for text in texts(field, notes) {
                    let paragraphs = paragraphs(&text).into_iter();
                    front.message.extend(paragraphs.map(|(_, text)| marked::read(text.trim_end())));
                }
            }
        }
    }
    // A heading belongs to a sender.
    if let Some(heading) = heading {
        if front.sender.is_some() {
            front.heading = one(heading, notes);
        } else {
            let text = format!(
                "“{}” was left out, because there is no “sender” whose heading it could be: {}",
                heading.name,
                heading.value.shown()
            );
            notes.push((heading.line, text));
        }
    }
    front
}

/// The text of a field that can have only one.
fn one(field: Field, notes: &mut Vec<(usize, String)>) -> Option<String> {
    match field.value {
        Value::Text(text) => Some(text),
        Value::Nothing => None,
        Value::List(mut items) if items.len() < 2 => {
            let value = items.pop().map_or(Value::Nothing, |(_, value)| value);
            one(Field { value, ..field }, notes)
        }
        value => {
            let more = match Meaning::named(&plain_name(&field.name)) {
                Some(Meaning::Sender) => " For several senders write “senders:” and a list.",
                _ => "",
            };
            notes.push((
                field.line,
                format!(
                    "“{}” must be a single text, so this was left out: {}.{more}",
                    field.name,
                    value.shown()
                ),
            ));
            None
        }
    }
}

/// The texts of a field that can have several.
fn texts(field: Field, notes: &mut Vec<(usize, String)>) -> Vec<String> {
    let is_list = matches!(field.value, Value::List(_));
    let items = match field.value {
        Value::List(items) => items,
        value => vec![(field.line, value)],
    };
    let mut texts = Vec::new();
    for (line, value) in items {
        let value = if is_list { written(value, line, notes) } else { value };
        texts.extend(one(Field { name: field.name.clone(), line, value }, notes));
    }
    texts
}

/// An item as it was written, if a colon turned it into a field: `- Per Ek: the second`.
fn written(value: Value, line: usize, notes: &mut Vec<(usize, String)>) -> Value {
    let Value::Map(fields) = &value else { return value };
    let [Field { name, value: Value::Text(text), .. }] = fields.as_slice() else { return value };
    if Meaning::named(&plain_name(name)).is_some() {
        return value;
    }
    let text = format!("{name}: {text}");
    let note = format!(
        "YAML reads this as a field, but it was kept as written: {text}. Put it in quotation marks."
    );
    notes.push((line, note));
    Value::Text(text)
}

/// The items of a list of maps, each with its line. A single map needs no list, and a text stands for a map
/// with only this field.
fn maps(field: Field, name: &str) -> Vec<(usize, Vec<Field>)> {
    let items = match field.value {
        Value::List(items) => items,
        Value::Nothing => Vec::new(),
        value => vec![(field.line, value)],
    };
    let map = |(line, value)| match value {
        Value::Map(fields) => (line, fields),
        value => (line, vec![Field { name: name.to_owned(), line, value }]),
    };
    items.into_iter().map(map).collect()
}

fn senders(field: Field, front: &mut FrontMatter, notes: &mut Vec<(usize, String)>) {
    for (line, fields) in maps(field, "names") {
        let mut sender = RawSender {
            names: Vec::new(),
            acronym: None,
            country: None,
            region: None,
            heading: None,
        };
        let mut country_line = line;
        for field in fields {
            let name = plain_name(&field.name);
            match (&*name, Meaning::named(&name)) {
                ("names" | "name", _) | (_, Some(Meaning::Sender)) => {
                    sender.names.extend(names(field, notes));
                }
                (_, Some(Meaning::Acronym)) => sender.acronym = one(field, notes),
                (_, Some(Meaning::Country)) => {
                    country_line = field.line;
                    sender.country = one(field, notes);
                }
                (_, Some(Meaning::Region)) => sender.region = one(field, notes),
                (_, Some(Meaning::Heading)) => sender.heading = one(field, notes),
                _ => notes.push(no_place(&field, "sender")),
            }
        }
        front.senders.push(sender);
        front.country_lines.push(country_line);
    }
}

/// Names, each a text or a map of `text` and `lang`.
fn names(field: Field, notes: &mut Vec<(usize, String)>) -> Vec<RawText> {
    let items = match field.value {
        Value::List(items) => items,
        value => vec![(field.line, value)],
    };
    let mut names = Vec::new();
    for (line, value) in items {
        match value {
            Value::Map(fields) => {
                let mut marked = RawMarkedText { text: String::new(), lang: String::new() };
                for field in fields {
                    match &*field.name {
                        "text" => marked.text = one(field, notes).unwrap_or_default(),
                        "lang" => marked.lang = one(field, notes).unwrap_or_default(),
                        _ => notes.push(no_place(&field, "name")),
                    }
                }
                names.push(RawText::Marked(marked));
            }
            value => {
                let field = Field { name: field.name.clone(), line, value };
                names.extend(one(field, notes).map(RawText::Plain));
            }
        }
    }
    names
}

fn signatures(field: Field, front: &mut FrontMatter, notes: &mut Vec<(usize, String)>) {
    for (_, fields) in maps(field, "name") {
        let mut signature = RawSignature { name: String::new(), role: None };
        for field in fields {
            match Meaning::named(&plain_name(&field.name)) {
                Some(Meaning::Signature) => signature.name = one(field, notes).unwrap_or_default(),
                Some(Meaning::Role) => signature.role = one(field, notes),
                _ => notes.push(no_place(&field, "signature")),
            }
        }
        if !signature.name.is_empty() || signature.role.is_some() {
            front.signatures.push(signature);
        }
    }
}

fn no_place(field: &Field, of: &str) -> (usize, String) {
    let Field { name, line, value } = field;
    (*line, format!("“{name}” is not a field of a {of}, and was left out: {}", value.shown()))
}
