//! The file of messages as the preview shows it: what the checker would leave a message or the collection out for
//! is left out by itself, so that all the rest can be seen. What is published is [`Document::dataset`].

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use solidarity_core::collection::characters::shown;
use solidarity_core::collection::raw::{
    RawCollection, RawMessage, RawSender, RawSignature, RawText,
};
use solidarity_core::collection::{Date, is_id, is_language_tag, is_site_file, is_web_address};
use solidarity_core::places::{Country, Region};

use crate::dataset::file_of;
use crate::document::{Document, Key};
use crate::elements::empty_sender;
use crate::text::{lang, letters, marked};

/// Stands where there has to be a text and is none yet.
const NOTHING_YET: &str = "…";

/// The title of a collection that has none yet.
const NO_TITLE: &str = "Without a title";

/// The tag of a language that nobody has named (RFC 5646, §4.1).
const UNDETERMINED: &str = "und";

impl Document {
    /// A file with the messages at these positions, in which the checker finds nothing to correct. It has no pages
    /// if there is no message at all.
    ///
    /// # Errors
    /// Those of [`Document::dataset`].
    pub fn preview_dataset(&self, positions: Range<usize>) -> Result<String, serde_json::Error> {
        // Only those that are shown are copied.
        let shown = self.preview_ids().zip(&self.messages);
        let shown = shown.skip(positions.start).take(positions.len());
        let mended = shown.map(|(id, entry)| RawMessage {
            id: id.into_owned(),
            ..mended_message(&entry.message)
        });
        file_of(&mended_collection(&self.collection), &mended.collect::<Vec<_>>())
    }

    /// The id of a message in the preview: its own, if it is one and no message before has it.
    pub fn preview_id(&self, key: Key) -> Option<Cow<'_, str>> {
        self.preview_ids().nth(self.position(key)?)
    }

    /// The message that has this id in the preview.
    pub fn key_of_preview(&self, id: &str) -> Option<Key> {
        let at = self.preview_ids().position(|it| it == id)?;
        self.messages.get(at).map(|entry| entry.key)
    }

    /// The ids of all messages in the preview, in their order.
    fn preview_ids(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let ids = || self.messages.iter().map(|entry| entry.message.id.as_str());
        let own: HashSet<&str> = ids().collect();
        let mut seen = HashSet::new();
        self.messages.iter().map(move |entry| {
            let id = entry.message.id.as_str();
            if is_id(id) && seen.insert(id) {
                return Cow::Borrowed(id);
            }
            let mut id = ["preview-", &entry.key.0.to_string()].concat();
            while own.contains(id.as_str()) {
                id += "-x";
            }
            Cow::Owned(id)
        })
    }
}

fn mended_message(message: &RawMessage) -> RawMessage {
    let mut senders: Vec<_> = message.senders.iter().map(mended_sender).collect();
    if senders.is_empty() {
        let names = vec![RawText::Plain(NOTHING_YET.to_owned())];
        senders.push(RawSender { names, ..empty_sender() });
    }
    RawMessage {
        id: message.id.clone(),
        senders,
        signatures: message.signatures.iter().filter_map(mended_signature).collect(),
        body: mended_texts(&message.body),
    }
}

fn mended_sender(sender: &RawSender) -> RawSender {
    let RawSender { names, acronym, country, region, heading } = sender;
    let country = country.clone().filter(|code| Country::from_code(code).is_some());
    let region = region.clone().filter(|id| country.is_none() && Region::from_id(id).is_some());
    RawSender {
        names: mended_texts(names),
        acronym: acronym.clone(),
        country,
        region,
        heading: heading.clone(),
    }
}

/// A signature; `None` if there is nothing in it.
fn mended_signature(signature: &RawSignature) -> Option<RawSignature> {
    let RawSignature { name, role } = signature;
    let is_empty = is_blank(name) && role.as_deref().is_none_or(is_blank);
    (!is_empty).then(|| RawSignature { name: mended(name), role: role.clone() })
}

/// The texts that say something, at least one.
fn mended_texts(texts: &[RawText]) -> Vec<RawText> {
    let said = texts.iter().filter(|text| !is_blank(letters(text)));
    let mut mended: Vec<_> = said
        .map(|text| {
            let lang = lang(text).filter(|lang| is_language_tag(lang));
            marked(letters(text).to_owned(), lang.map(str::to_owned))
        })
        .collect();
    if mended.is_empty() {
        mended.push(RawText::Plain(NOTHING_YET.to_owned()));
    }
    mended
}

fn mended_collection(collection: &RawCollection) -> RawCollection {
    let mut mended_one = collection.clone();
    let RawCollection { title, language, occasion, host, place_names, source, url, logo, .. } =
        &mut mended_one;
    if is_blank(title) {
        *title = NO_TITLE.to_owned();
    }
    if !is_language_tag(language) {
        *language = UNDETERMINED.to_owned();
    }
    if let Some(occasion) = occasion {
        occasion.name = mended(&occasion.name);
        for day in [&mut occasion.starts, &mut occasion.ends] {
            *day = day.take().filter(|day| Date::parse(day).is_some());
        }
    }
    if let Some(host) = host {
        host.name = mended(&host.name);
        host.country = host.country.take().filter(|code| Country::from_code(code).is_some());
    }
    if let Some(source) = source {
        source.name = mended(&source.name);
        source.url = source.url.take().filter(|url| is_web_address(url));
    }
    place_names.retain(|code, _| Country::from_code(code).is_some());
    *url = url.take().filter(|url| is_web_address(url));
    *logo = logo.take().filter(|file| is_site_file(file));
    mended_one
}

fn mended(text: &str) -> String {
    if is_blank(text) { NOTHING_YET.to_owned() } else { text.to_owned() }
}

/// Whether nothing of a text can be seen. Most texts have a letter near their beginning.
fn is_blank(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) && shown(text).trim().is_empty()
}
