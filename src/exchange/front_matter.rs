//! What stands before a text: its sender and who signed it, as YAML between lines of `---`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Note, Origin, csv_file::country, marked};
use crate::collection::raw::{RawMessage, RawSender, RawSignature, RawText};

/// The fields of a message but its text. A message of one sender can do without lists.
#[derive(Debug, Default, Deserialize, Serialize)]
pub struct FrontMatter {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sender: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acronym: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    signature: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    senders: Vec<RawSender>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    signatures: Vec<RawSignature>,
    #[serde(flatten, skip_serializing)]
    others: BTreeMap<String, serde_json::Value>,
}

/// A file in two.
pub struct Split<'a> {
    /// The YAML, or nothing.
    pub yaml: &'a str,
    /// The text behind it.
    pub text: &'a str,
    /// Where the text begins, in bytes of the file.
    pub text_at: usize,
}

/// Takes the front matter off a file.
pub fn split(file: &str) -> Split<'_> {
    let parts = file.strip_prefix("---\n").and_then(|rest| {
        let end = if rest.starts_with("---\n") { 0 } else { rest.find("\n---\n")? + 1 };
        Some((rest.get(..end)?, rest.get(end + 4..)?))
    });
    match parts {
        Some((yaml, text)) => Split { yaml, text, text_at: file.len() - text.len() },
        None => Split { yaml: "", text: file, text_at: 0 },
    }
}

impl FrontMatter {
    /// Reads front matter; an error has its line in the file and what is wrong.
    pub fn read(yaml: &str) -> Result<FrontMatter, (usize, String)> {
        if yaml.trim().is_empty() {
            return Ok(FrontMatter::default());
        }
        serde_saphyr::from_str(yaml).map_err(|error| {
            // The line of `---` comes before.
            let line = error.location().map_or(1, |location| location.line() as usize) + 1;
            (line, error.without_snippet().to_string())
        })
    }

    /// The front matter that a message is read from.
    pub fn of(message: &RawMessage) -> FrontMatter {
        FrontMatter {
            id: Some(message.id.clone()),
            senders: message.senders.clone(),
            signatures: message.signatures.clone(),
            ..FrontMatter::default()
        }
    }

    /// The message with this front matter and these paragraphs, in a file whose front matter is
    /// `yaml`.
    pub fn message(
        self,
        body: Vec<RawText>,
        yaml: &str,
        origin: &Origin,
        notes: &mut Vec<Note>,
    ) -> RawMessage {
        let line_of = |key: &str| {
            let at = yaml.lines().position(|line| line.starts_with(&format!("{key}:")));
            Origin { line: at.map_or(1, |at| at + 2), ..origin.clone() }
        };
        for key in self.others.keys() {
            let text = format!("nothing takes in “{key}”.");
            notes.push(Note { origin: line_of(key), text });
        }
        let language = self.language.as_deref();
        let text = |text| marked::in_language(text, language);
        let mut senders = self.senders;
        let has_sender = [&self.sender, &self.acronym, &self.country, &self.region];
        if has_sender.iter().any(|field| field.is_some()) {
            let names = self.sender.iter().map(|name| text(marked::read(name))).collect();
            let (acronym, region) = (self.acronym, self.region);
            senders.insert(
                0,
                RawSender { names, acronym, country: self.country, region, heading: None },
            );
        }
        for sender in &mut senders {
            let named = sender.country.take();
            sender.country = named.map(|named| country(&named, &line_of("country"), notes));
        }
        let mut signatures = self.signatures;
        if let Some(name) = self.signature {
            signatures.insert(0, RawSignature { name, role: self.role });
        }
        RawMessage {
            id: self.id.unwrap_or_default(),
            senders,
            signatures,
            body: body.into_iter().map(text).collect(),
            words: None,
        }
    }
}
