//! What is known about a stored document without reading all of it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::document::Document;

/// Identifies a stored document: up to sixteen of the letters a–z and digits.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct KeptId(String);

impl KeptId {
    /// The id with this text; `None` if it is not one.
    pub fn parse(text: &str) -> Option<KeptId> {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_id = matches!(text.len(), 1..=16) && text.bytes().all(is_letter);
        is_id.then(|| KeptId(text.to_owned()))
    }

    /// A new id, from a random number in [0, 1).
    pub fn drawn(random: f64) -> KeptId {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnopqrstuvwxyz2345678";
        // A number in [0, 1) has 53 bits; ten letters take 50.
        let bits = (random * 2_f64.powi(50)) as u64;
        let letter = |nth: u32| LETTERS[(bits >> (5 * nth)) as usize % LETTERS.len()] as char;
        KeptId((0..10).map(letter).collect())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A document in the list of stored ones.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Kept {
    /// The title of the collection.
    pub title: String,
    /// How many messages it has.
    pub count: usize,
    /// When it was last changed, in seconds since 1970 (UTC).
    pub changed: u64,
    /// How many times it was written. A writer states which revision it has read, so that none replaces what it
    /// has not seen.
    pub revision: u64,
}

impl Kept {
    /// What is known about a document.
    pub fn of(document: &Document, changed: u64, revision: u64) -> Kept {
        let title = document.collection().title.clone();
        Kept { title, count: document.messages().len(), changed, revision }
    }
}

/// A version of a document in the list of versions to return to.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct KeptVersion {
    /// Its time, in seconds since 1970 (UTC). No two versions of a document have the same time.
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
    /// What is known about a version of this size in bytes.
    pub fn of(document: &Document, time: u64, size: usize) -> KeptVersion {
        let logo = document.logo().map(|logo| logo.stored.clone());
        KeptVersion { time, size, logo, outline: Outline::of(document) }
    }
}

/// A hash of each part of a document.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Outline {
    /// The hash of the collection's fields, the colours and the logo.
    collection: u64,
    /// For each message, in order: its key, and its hash.
    messages: Vec<(u32, u64)>,
}

/// How one document differs from another.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Changes {
    /// The number of messages added.
    pub added: usize,
    /// The number of messages removed.
    pub removed: usize,
    /// The number of messages changed.
    pub changed: usize,
    /// Whether the order of the remaining messages differs.
    pub order: bool,
    /// Whether the title, the colours or anything else of the collection has changed.
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

    /// The changes from this one to a later one.
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
    /// Takes over the published ids of another document, before replacing it.
    pub fn keep_published(&mut self, of: &Document) {
        self.published.extend(of.published.iter().cloned());
        // A key from either document refers to the same message in both.
        self.next = self.next.max(of.next);
    }
}

/// FNV-1a of 64 bits, as draft-eastlake-fnv describes it, of the value as JSON. It is stored, so it must be the
/// same in every build, unlike the hashes of the standard library.
fn number(value: &impl Serialize) -> u64 {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    })
}
