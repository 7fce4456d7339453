//! Removes what cannot be shown from messages, and notes it.

use std::collections::{BTreeMap, HashMap};

use solidarity_core::collection::characters::{Instead, Unshown, shown, unshown};
use solidarity_core::collection::raw::{
    RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};
use solidarity_core::text::paragraphs;

use crate::cleaning::{cleaned, of_characters};
use crate::import::marked;
use crate::import::note::{Import, Imported, Note, Origin};
use crate::source::Source;

/// Removes what cannot be shown from every text of the messages. Literal characters are noted already; these
/// notes are on escapes, with the line of their message.
pub fn take_out(import: &mut Import, sources: &[Source]) {
    let mut texts: HashMap<String, String> = HashMap::new();
    let sources: HashMap<_, _> = sources.iter().map(|source| (&source.name, source)).collect();
    let text = |name: &String| {
        let cleaned = sources.get(name).and_then(|source| cleaned(source).ok());
        cleaned.map(|cleaned| cleaned.text).unwrap_or_default()
    };
    // Whether a file has a character literally, looked up once.
    let mut named: HashMap<(String, u32), bool> = HashMap::new();
    let mut kinds: BTreeMap<(String, u32), (Instead, Vec<usize>)> = BTreeMap::new();
    for Imported { message, origin } in &mut import.messages {
        for (code, Found { count, instead }) in found_in(message) {
            let file = &origin.file;
            let text = texts.entry(file.clone()).or_insert_with_key(text);
            let is_named = named
                .entry((file.clone(), code))
                .or_insert_with(|| char::from_u32(code).is_some_and(|c| text.contains(c)));
            if !*is_named {
                let kind = kinds.entry((file.clone(), code)).or_insert((instead, Vec::new()));
                kind.1.extend(std::iter::repeat_n(origin.line, count));
            }
        }
    }
    for ((file, code), kind) in kinds {
        let said = of_characters(BTreeMap::from([(code, kind)])).into_iter();
        import.notes.extend(
            said.map(|(line, text)| Note { origin: Origin { file: file.clone(), line }, text }),
        );
    }
}

/// The count of a character in a message, and its replacement.
struct Found {
    count: usize,
    instead: Instead,
}

/// What is removed from a message, by code point.
fn found_in(message: &mut RawMessage) -> BTreeMap<u32, Found> {
    let mut all: BTreeMap<u32, Found> = BTreeMap::new();
    let mut clean = |text: &mut String| {
        let found = unshown(text);
        if !found.is_empty() {
            *text = shown(text).into_owned();
        }
        for Unshown { code, instead, .. } in &found {
            all.entry(*code).or_insert(Found { count: 0, instead: *instead }).count += 1;
        }
        !found.is_empty()
    };
    texts(message).for_each(|text| {
        clean(text);
    });
    let body = std::mem::take(&mut message.body);
    for mut paragraph in body {
        let mut changed = false;
        for text in part(&mut paragraph) {
            changed |= clean(text);
        }
        if changed {
            message.body.extend(parted(paragraph));
        } else {
            message.body.push(paragraph);
        }
    }
    all
}

/// The texts of a message, except its paragraphs.
fn texts(message: &mut RawMessage) -> impl Iterator<Item = &mut String> {
    let senders = message.senders.iter_mut().flat_map(|sender| {
        let RawSender { names, acronym, country, region, heading } = sender;
        let others = [acronym, country, region, heading].into_iter().flatten();
        names.iter_mut().flat_map(part).chain(others)
    });
    let signatures = message.signatures.iter_mut();
    let signatures =
        signatures.flat_map(|RawSignature { name, role }| std::iter::once(name).chain(role));
    std::iter::once(&mut message.id).chain(senders).chain(signatures)
}

/// The text and its language.
fn part(text: &mut RawText) -> Vec<&mut String> {
    match text {
        RawText::Plain(text) => vec![text],
        RawText::Marked(RawMarkedText { text, lang }) => vec![text, lang],
    }
}

/// The paragraphs of a text in which characters became line ends.
fn parted(paragraph: RawText) -> Vec<RawText> {
    let (text, lang) = match paragraph {
        RawText::Plain(text) => (text, None),
        RawText::Marked(RawMarkedText { text, lang }) => (text, Some(lang)),
    };
    let texts = paragraphs(&text).into_iter();
    let texts = texts.map(|(_, text)| RawText::Plain(text.to_owned()));
    texts.map(|text| marked::in_language(text, lang.as_deref())).collect()
}
