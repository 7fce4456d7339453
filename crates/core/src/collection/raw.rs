//! The shape of the JSON file, before its content is checked.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The JSON Schema of a collection file, generated from the types that read it.
pub fn json_schema() -> String {
    format!("{:#}\n", schemars::schema_for!(RawDataset<'_>).to_value())
}

/// A collection file. Its parts are parsed one by one, so that an error in one does not affect the
/// others.
#[derive(Deserialize, JsonSchema)]
#[schemars(title = "Collection of messages")]
#[serde(deny_unknown_fields)]
pub struct RawDataset<'a> {
    /// Where this schema is; editors read it.
    #[serde(rename = "$schema")]
    #[allow(dead_code, reason = "allowed in the file, of no use to the application")]
    schema: Option<String>,
    /// What the messages have in common.
    #[serde(borrow)]
    #[schemars(with = "RawCollection")]
    pub collection: &'a RawValue,
    /// The messages, in the order in which they are shown.
    #[serde(borrow)]
    #[schemars(with = "Vec<RawMessage>", length(min = 1))]
    pub messages: Vec<&'a RawValue>,
}

/// What the messages have in common.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Collection")]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct RawCollection {
    /// The title of the collection.
    pub title: String,
    /// A subtitle, shown below the title in smaller type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// BCP 47 tag of the language of all texts that are not marked otherwise.
    pub language: String,
    /// The occasion that the messages were sent to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occasion: Option<RawOccasion>,
    /// Who received them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<RawHost>,
    /// Names of countries, by code, where this collection uses its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub place_names: BTreeMap<String, String>,
    /// Where the messages were first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<RawSource>,
    /// The full address that this collection is published at, such as
    /// <https://example.org/messages/>.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// A picture to show above the title: the name of a file beside this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// Who holds the rights in the messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
}

/// The occasion that the messages were sent to.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Occasion")]
#[serde(deny_unknown_fields)]
pub struct RawOccasion {
    /// Its name.
    pub name: String,
    /// Where it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Its first day, as YYYY-MM-DD.
    #[schemars(extend("format" = "date"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<String>,
    /// Its last day, as YYYY-MM-DD.
    #[schemars(extend("format" = "date"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
}

/// Who received the messages.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Host")]
#[serde(deny_unknown_fields)]
pub struct RawHost {
    /// Its name.
    pub name: String,
    /// Its acronym.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// ISO 3166-1 alpha-2 code of its country.
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// Where the messages were first published.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Source")]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// Its name.
    pub name: String,
    /// Its web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One message.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Message")]
#[serde(deny_unknown_fields)]
pub struct RawMessage {
    /// The end of its link: lower-case letters, digits and single hyphens; unique, never changed.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub id: String,
    /// The organisations that sent it.
    #[schemars(length(min = 1))]
    pub senders: Vec<RawSender>,
    /// Those who signed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<RawSignature>,
    /// Its paragraphs, verbatim.
    #[schemars(length(min = 1))]
    pub body: Vec<RawText>,
}

/// A message in the list of a divided collection, which [`parse_list`](super::parse_list) reads: a
/// word count takes the place of its text.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedMessage {
    id: String,
    senders: Vec<RawSender>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    signatures: Vec<RawSignature>,
    word_count: usize,
}

/// An organisation that sent a message.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Sender")]
#[serde(deny_unknown_fields)]
pub struct RawSender {
    /// Its names, first in its own language, then translated.
    #[schemars(length(min = 1))]
    pub names: Vec<RawText>,
    /// Its acronym.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acronym: Option<String>,
    /// ISO 3166-1 alpha-2 code of its country, or XK; omitted if it belongs to no single country.
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Its region, if it belongs to a whole region and no single country: `africa`, `americas`,
    /// `antarctica`, `asia`, `europe` or `oceania`.
    #[schemars(regex(pattern = "^(africa|americas|antarctica|asia|europe|oceania)$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Its heading in the source, where that differs from names, acronym and country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
}

/// A person or a body that signed a message.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Signature")]
#[serde(deny_unknown_fields)]
pub struct RawSignature {
    /// The name.
    pub name: String,
    /// The office held, or the body spoken for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// A text, with its language where that is not the collection's.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "Text")]
#[serde(untagged, expecting = "expected a text, or an object with `text` and `lang`")]
pub enum RawText {
    /// A text in the collection's language.
    Plain(String),
    /// A text in another language.
    Marked(RawMarkedText),
}

/// A text in a language other than the collection's.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[schemars(rename = "MarkedText")]
#[serde(deny_unknown_fields)]
pub struct RawMarkedText {
    /// The text.
    pub text: String,
    /// BCP 47 tag of its language.
    pub lang: String,
}

mod lift {
    //! From a checked collection back to the shape of the file.

    use super::{ListedMessage, RawMarkedText, RawSender, RawSignature, RawText};
    use crate::collection::{Message, Sender, Signature, Text};

    impl From<&Message> for ListedMessage {
        fn from(message: &Message) -> ListedMessage {
            ListedMessage {
                id: message.id.clone(),
                senders: message.senders.iter().map(RawSender::from).collect(),
                signatures: message.signatures.iter().map(RawSignature::from).collect(),
                word_count: message.word_count,
            }
        }
    }

    impl From<&Sender> for RawSender {
        fn from(sender: &Sender) -> RawSender {
            RawSender {
                names: sender.names.iter().map(RawText::from).collect(),
                acronym: sender.acronym.clone(),
                country: sender.country.map(|country| country.code.to_owned()),
                region: sender.region.map(|region| region.id().to_owned()),
                heading: sender.heading.clone(),
            }
        }
    }

    impl From<&Signature> for RawSignature {
        fn from(Signature { name, role }: &Signature) -> RawSignature {
            RawSignature { name: name.clone(), role: role.clone() }
        }
    }

    impl From<&Text> for RawText {
        fn from(Text { text, lang }: &Text) -> RawText {
            let text = text.clone();
            match lang.clone() {
                Some(lang) => RawText::Marked(RawMarkedText { text, lang }),
                None => RawText::Plain(text),
            }
        }
    }
}
