//! The shape of the JSON file, before anything in it is checked.

use std::collections::HashMap;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The JSON Schema of a collection file, made from the types that read it.
#[cfg(not(target_arch = "wasm32"))]
pub fn json_schema() -> String {
    format!("{:#}\n", schemars::schema_for!(RawDataset<'_>).to_value())
}

/// A collection file. The parts stay unread so that a fault in one does not spoil the others.
#[derive(Deserialize)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    derive(JsonSchema),
    schemars(title = "Collection of messages")
)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDataset<'a> {
    /// Where this schema is; editors read it.
    #[serde(rename = "$schema")]
    #[allow(dead_code, reason = "allowed in the file, of no use to the application")]
    schema: Option<String>,
    /// What the messages have in common.
    #[serde(borrow)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "RawCollection"))]
    pub(super) collection: &'a RawValue,
    /// The messages, in the order in which they are shown.
    #[serde(borrow)]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Vec<RawMessage>", length(min = 1)))]
    pub(super) messages: Vec<&'a RawValue>,
}

/// What the messages have in common.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Collection"))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct RawCollection {
    /// The title of the whole.
    pub(super) title: String,
    /// What follows the title, in smaller type.
    pub(super) subtitle: Option<String>,
    /// BCP 47 tag of the language that texts are in unless they say otherwise.
    pub(super) language: String,
    /// What the messages were sent to.
    pub(super) occasion: Option<RawOccasion>,
    /// Who received them.
    pub(super) host: Option<RawHost>,
    /// Names of countries, by code, where this collection writes them in its own way.
    #[serde(default)]
    pub(super) place_names: HashMap<String, String>,
    /// Where they were published first.
    pub(super) source: Option<RawSource>,
    /// The address in full that this collection is published under, such as
    /// <https://example.org/messages/>.
    pub(super) url: Option<String>,
    /// Who holds the rights in the messages.
    pub(super) rights: Option<String>,
}

/// What the messages were sent to.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Occasion"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawOccasion {
    /// Its name.
    pub(super) name: String,
    /// Where it was held.
    pub(super) place: Option<String>,
    /// Its first day, as YYYY-MM-DD.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    pub(super) starts: Option<String>,
    /// Its last day, as YYYY-MM-DD.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("format" = "date")))]
    pub(super) ends: Option<String>,
}

/// Who received the messages.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Host"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawHost {
    /// Its name.
    pub(super) name: String,
    /// The letters it goes by.
    pub(super) acronym: Option<String>,
    /// ISO 3166-1 alpha-2 code of its country.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    pub(super) country: Option<String>,
}

/// Where the messages were published first.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Source"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    /// What to call it.
    pub(super) name: String,
    /// Where it is on the web.
    pub(super) url: Option<String>,
}

/// One message.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Message"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawMessage {
    /// Its permalink: lower-case letters, digits and single hyphens, unique, never changed.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")))]
    pub(super) id: String,
    /// The organisations that sent it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub(super) senders: Vec<RawSender>,
    /// Those who signed it.
    #[serde(default)]
    pub(super) signatures: Vec<RawSignature>,
    /// Its paragraphs, letter for letter.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub(super) body: Vec<RawText>,
}

/// An organisation that sent a message.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Sender"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSender {
    /// Its names, its own first, then translations.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub(super) names: Vec<RawText>,
    /// The letters it goes by.
    pub(super) acronym: Option<String>,
    /// ISO 3166-1 alpha-2 code of its country, or XK; left out by one that is of no single country.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{2}$")))]
    pub(super) country: Option<String>,
    /// The region of one that is of a whole region and no single country: `africa`, `americas`,
    /// `antarctica`, `asia`, `europe` or `oceania`.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(regex(pattern = "^(africa|americas|antarctica|asia|europe|oceania)$"))
    )]
    pub(super) region: Option<String>,
    /// Its heading in the source, where that is worded otherwise than names, acronym and country.
    pub(super) heading: Option<String>,
}

/// A person or a body that signed a message.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Signature"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawSignature {
    /// The name.
    pub(super) name: String,
    /// The office held, or the body spoken for.
    pub(super) role: Option<String>,
}

/// A text, with its language where that is not the collection's.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "Text"))]
#[serde(untagged, expecting = "expected a text, or an object with `text` and `lang`")]
pub(super) enum RawText {
    /// A text in the collection's language.
    Plain(String),
    /// A text in another language.
    Marked(RawMarkedText),
}

/// A text in another language than the collection's.
#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema), schemars(rename = "MarkedText"))]
#[serde(deny_unknown_fields)]
pub(super) struct RawMarkedText {
    /// The text.
    pub(super) text: String,
    /// BCP 47 tag of its language.
    pub(super) lang: String,
}
