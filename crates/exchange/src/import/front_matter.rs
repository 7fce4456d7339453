//! What stands before a text: its sender and who signed it, as YAML between lines of `---`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use solidarity_core::collection::raw::{RawMessage, RawSender, RawSignature, RawText};

use crate::import::country::country;
use crate::import::marked;
use crate::import::note::{Note, Origin};
use crate::names::languages::tag_of;

/// The fields of a message but its text. A message of one sender can do without lists.
#[derive(Debug, Default, Deserialize)]
pub struct FrontMatter {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    sender: Option<String>,
    #[serde(default)]
    acronym: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    region: Option<String>,
    #[serde(default, deserialize_with = "one_or_more")]
    signature: Vec<String>,
    #[serde(default, deserialize_with = "one_or_more")]
    role: Vec<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    senders: Vec<RawSender>,
    #[serde(default)]
    signatures: Vec<RawSignature>,
    #[serde(flatten)]
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

/// Takes the front matter off a file. Lines of `---` with no field between them are lines across.
pub fn split(file: &str) -> Split<'_> {
    parts(file).unwrap_or(Split { yaml: "", text: file, text_at: 0 })
}

fn parts(file: &str) -> Option<Split<'_>> {
    let is_rule = |line: &str| line.trim_end() == "---";
    let mut lines = file.split_inclusive('\n');
    let start = lines.next().filter(|line| is_rule(line))?.len();
    let mut end = start;
    for line in lines {
        if is_rule(line) {
            let text_at = end + line.len();
            let (yaml, text) = (file.get(start..end)?, file.get(text_at..)?);
            let is_front = yaml.trim().is_empty() || yaml.contains(':');
            return is_front.then_some(Split { yaml, text, text_at });
        }
        end += line.len();
    }
    None
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
            let detail = error.without_snippet().to_string();
            // The library counts lines from behind the `---`, and adds what programmers can set.
            let detail = detail.split(" at line ").next().unwrap_or_default();
            (line, detail.split(", set ").next().unwrap_or_default().to_owned())
        })
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
        for (key, value) in &self.others {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let text = format!("“{key}” is not a field of a message, and was left out: {value}");
            notes.push(Note { origin: line_of(key), text });
        }
        for (at, comment) in self.comments(yaml) {
            let text = format!(
                "“{comment}” was left out: in YAML, whatever follows a “#” is a comment. If it belongs \
                 to the value, put the whole value in quotation marks."
            );
            notes.push(Note { origin: Origin { line: at + 2, ..origin.clone() }, text });
        }
        let language = self.language.map(tag_of);
        let language = language.as_deref();
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
            sender.country = named.and_then(|named| country(&named, &line_of("country"), notes));
        }
        // A role without a name stays, so that it is not lost: the check finds it.
        let (mut names, mut roles) = (self.signature.into_iter(), self.role.into_iter());
        let signatures = std::iter::from_fn(|| match (names.next(), roles.next()) {
            (None, None) => None,
            (name, role) => Some(RawSignature { name: name.unwrap_or_default(), role }),
        });
        RawMessage {
            id: self.id.unwrap_or_default(),
            senders,
            signatures: signatures.chain(self.signatures).collect(),
            body: body.into_iter().map(text).collect(),
        }
    }

    /// What YAML takes for comments, each with its line, from 0: `Local #12` is one, too.
    fn comments<'a>(&self, yaml: &'a str) -> Vec<(usize, &'a str)> {
        let values = [
            serde_json::to_string(&(&self.id, &self.sender, &self.acronym, &self.country)),
            serde_json::to_string(&(&self.region, &self.signature, &self.role, &self.language)),
            serde_json::to_string(&(&self.senders, &self.signatures, &self.others)),
        ];
        let values: String = values.into_iter().flatten().collect();
        let comment = |line: &'a str| {
            let at = line.match_indices('#').map(|(at, _)| at).find(|at| {
                line.get(..*at)
                    .is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t']))
            })?;
            let comment = line.get(at..)?.trim_end();
            // In quotation marks, or in a text of several lines, it is part of a value.
            let marks = ['"', '\'', ',', ':', '[', ']', '{', '}'];
            let value_at = line.get(..at)?.rfind(marks).map_or(0, |mark| mark + 1);
            let value_end = comment.find(marks).map_or(line.trim_end().len(), |end| at + end);
            let value = line.get(value_at..value_end)?.trim();
            (!values.contains(value)).then_some(comment)
        };
        let lines = yaml.lines().enumerate();
        lines.filter_map(|(at, line)| Some((at, comment(line)?))).collect()
    }
}

/// A text, or a list of texts.
fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    struct OneOrMore;
    impl<'de> Visitor<'de> for OneOrMore {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("text, in quotation marks if need be, or a list of texts")
        }

        fn visit_unit<E>(self) -> Result<Vec<String>, E> {
            Ok(Vec::new())
        }

        fn visit_str<E>(self, text: &str) -> Result<Vec<String>, E> {
            Ok(vec![text.to_owned()])
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<String>, A::Error> {
            let mut texts = Vec::new();
            while let Some(text) = list.next_element()? {
                texts.push(text);
            }
            Ok(texts)
        }
    }
    deserializer.deserialize_any(OneOrMore)
}
