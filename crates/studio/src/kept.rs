//! What is known about a document that is kept, without reading all of it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::document::Document;

/// Names a document for as long as it is kept: up to sixteen of the letters a–z and the digits.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct KeptId(String);

impl KeptId {
    /// The id with this text; `None` if it is not one.
    pub fn parse(text: &str) -> Option<KeptId> {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_id = matches!(text.len(), 1..=16) && text.bytes().all(is_letter);
        is_id.then(|| KeptId(text.to_owned()))
    }

    /// A new id, from a number that was drawn at random from [0, 1).
    pub fn drawn(random: f64) -> KeptId {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnopqrstuvwxyz2345678";
        // A number of [0, 1) has 53 bits; ten letters take 50.
        let bits = (random * 2_f64.powi(50)) as u64;
        let letter = |nth: u32| LETTERS[(bits >> (5 * nth)) as usize % LETTERS.len()] as char;
        KeptId((0..10).map(letter).collect())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A document in the list of those that are kept.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Kept {
    /// The title of the collection.
    pub title: String,
    /// How many messages it has.
    pub count: usize,
    /// When it was changed last, in seconds since 1970 (UTC).
    pub changed: u64,
    /// How often it was written. Whoever writes says which one they have read, so that nobody replaces what
    /// they have not seen.
    pub revision: u64,
}

impl Kept {
    /// What there is to know about a document.
    pub fn of(document: &Document, changed: u64, revision: u64) -> Kept {
        let title = document.collection().title.clone();
        Kept { title, count: document.messages().len(), changed, revision }
    }
}

/// A version of a document in the list of those to go back to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct KeptVersion {
    /// When it was as it is, in seconds since 1970 (UTC). No two versions of a document have the same time.
    pub time: u64,
    /// How many bytes it takes.
    pub size: usize,
    /// The key of its logo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// What it consists of.
    pub outline: Outline,
}

impl KeptVersion {
    /// What there is to know about a version that takes so many bytes.
    pub fn of(document: &Document, time: u64, size: usize) -> KeptVersion {
        let logo = document.logo().map(|logo| logo.stored.clone());
        KeptVersion { time, size, logo, outline: Outline::of(document) }
    }
}

/// A number for each part of a document, which differs if the part does.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Outline {
    /// For what the messages have in common, the colours and the logo.
    collection: u64,
    /// For each message, in their order: its key, and its number.
    messages: Vec<(u32, u64)>,
}

/// How one document differs from another.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Changes {
    /// How many messages came.
    pub added: usize,
    /// How many went.
    pub removed: usize,
    /// How many are no longer the same.
    pub changed: usize,
    /// Whether those that stayed stand in another order.
    pub order: bool,
    /// Whether the title, the colours or anything else of the collection is no longer the same.
    pub collection: bool,
}

impl Outline {
    /// The outline of a document.
    pub fn of(document: &Document) -> Outline {
        let common = (document.collection(), document.look(), document.logo());
        let messages = document.messages().iter();
        Outline {
            collection: number(&common),
            messages: messages.map(|entry| (entry.key.0, number(&entry.message))).collect(),
        }
    }

    /// How many messages it has.
    pub fn count(&self) -> usize {
        self.messages.len()
    }

    /// What has changed from this one to a later one.
    pub fn changes(&self, later: &Outline) -> Changes {
        let [before, after] = [self, later]
            .map(|outline| outline.messages.iter().copied().collect::<HashMap<u32, u64>>());
        let kept = |of: &Outline, in_other: &HashMap<u32, u64>| -> Vec<u32> {
            let keys = of.messages.iter().map(|(key, _)| *key);
            keys.filter(|key| in_other.contains_key(key)).collect()
        };
        let (stayed, now) = (kept(self, &after), kept(later, &before));
        Changes {
            added: after.len() - now.len(),
            removed: before.len() - stayed.len(),
            changed: stayed.iter().filter(|key| before.get(key) != after.get(key)).count(),
            order: stayed != now,
            collection: self.collection != later.collection,
        }
    }
}

impl Document {
    /// Takes over the ids of another document that others may have links to, before it takes its place.
    pub fn keep_published(&mut self, of: &Document) {
        self.published.extend(of.published.iter().cloned());
        // A key that was given in either document names the same message in both.
        self.next = self.next.max(of.next);
    }
}

/// FNV-1a of 64 bits, as draft-eastlake-fnv describes it, of the value as JSON. It is stored, so it has to be
/// the same in every build, which the hashes of the standard library are not.
fn number(value: &impl Serialize) -> u64 {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    })
}
