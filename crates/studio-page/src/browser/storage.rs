//! The stores of the studio. A collection has an entry in `collections` (what there is to know, as JSON) and in
//! `documents` (`Document::stored`), both under its id. Its `versions`, their `version-documents` and its
//! `files` are kept under the id, a slash, and the time or the name.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;

use js_sys::Uint8Array;
use solidarity_studio::{Kept, KeptId, KeptVersion, sort_by_key};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::database::{Database, StorageError, below};
use super::document::window;
use super::error::BrowserError;

const NAME: &str = "solidarity-studio";
/// Raise it with every change of the stores.
const VERSION: u32 = 1;
const COLLECTIONS: &str = "collections";
const DOCUMENTS: &str = "documents";
const VERSIONS: &str = "versions";
const VERSION_DOCUMENTS: &str = "version-documents";
const FILES: &str = "files";
const ALL: [&str; 5] = [COLLECTIONS, DOCUMENTS, VERSIONS, VERSION_DOCUMENTS, FILES];
/// Those that a change of a document is written to.
const OF_A_CHANGE: [&str; 4] = [COLLECTIONS, DOCUMENTS, VERSIONS, VERSION_DOCUMENTS];

/// The storage, which is opened when it is first used, and again if the browser closed it.
#[derive(Clone)]
pub struct Storage(Rc<Inner>);

struct Inner {
    open: Rc<RefCell<Option<Database>>>,
    lost: Rc<dyn Fn()>,
}

/// What is to be written of a document.
pub struct Change {
    /// What is known of it. Its revision is the one after that which was read.
    pub kept: Kept,
    /// The document.
    pub document: String,
    /// The version that it is kept as, too.
    pub version: Option<KeptVersion>,
    /// The times of the versions that are given up.
    pub outdated: Vec<u64>,
}

impl Storage {
    /// The storage. `lost` is called when the browser has taken it away.
    pub fn new(lost: impl Fn() + 'static) -> Storage {
        Storage(Rc::new(Inner { open: Rc::default(), lost: Rc::new(lost) }))
    }

    /// Asks the browser not to delete what is kept when it needs room.
    pub async fn persist(&self) -> Result<bool, StorageError> {
        let manager = window().map_err(StorageError::Broken)?.navigator().storage();
        if JsValue::from(manager.clone()).is_undefined() {
            return Ok(false);
        }
        Ok(JsFuture::from(manager.persist()?).await?.is_truthy())
    }

    /// All documents that are kept, the one that was changed last first.
    pub async fn list(&self) -> Result<Vec<(KeptId, Kept)>, StorageError> {
        let reading = self.open().await?.read(&[COLLECTIONS])?;
        let keys = reading.keys(COLLECTIONS, &JsValue::UNDEFINED).await?;
        let values = reading.get_all(COLLECTIONS, &JsValue::UNDEFINED).await?;
        let entry = |(key, value): (String, JsValue)| Some((KeptId::parse(&key)?, kept(&value)));
        let mut list: Vec<_> = keys.into_iter().zip(values.iter()).filter_map(entry).collect();
        sort_by_key(&mut list, |(_, kept)| Reverse(kept.changed));
        Ok(list)
    }

    /// What is known of a document, and the document.
    pub async fn load(&self, id: &KeptId) -> Result<Option<(Kept, String)>, StorageError> {
        let reading = self.open().await?.read(&[COLLECTIONS, DOCUMENTS])?;
        let about = reading.get(COLLECTIONS, id.as_str()).await?;
        let document = reading.get(DOCUMENTS, id.as_str()).await?;
        Ok(document.as_string().map(|document| (kept(&about), document)))
    }

    /// Writes a change, unless somebody else has written since the revision that it is based on. What the
    /// browser has deleted is written again.
    pub async fn save(&self, id: &KeptId, change: &Change) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&OF_A_CHANGE)?;
        let about = writing.get(COLLECTIONS, id.as_str()).await?;
        if !about.is_undefined() && kept(&about).revision >= change.kept.revision {
            writing.abort();
            return Err(StorageError::Overtaken);
        }
        put(&writing, id, change)?;
        writing.finished().await
    }

    /// Writes a change without reading first, because the page may be about to go. It takes the lock.
    pub async fn save_at_once(&self, id: &KeptId, change: &Change) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&OF_A_CHANGE)?;
        put(&writing, id, change)?;
        writing.commit().await
    }

    /// The versions of a document, the newest first.
    pub async fn versions(&self, id: &KeptId) -> Result<Vec<KeptVersion>, StorageError> {
        let reading = self.open().await?.read(&[VERSIONS])?;
        let values = reading.get_all(VERSIONS, &below(id.as_str())?).await?;
        let version = |value: JsValue| serde_json::from_str(&value.as_string()?).ok();
        let mut versions: Vec<KeptVersion> = values.iter().filter_map(version).collect();
        sort_by_key(&mut versions, |version| Reverse(version.time));
        Ok(versions)
    }

    /// A version of a document.
    pub async fn version(&self, id: &KeptId, time: u64) -> Result<Option<String>, StorageError> {
        let reading = self.open().await?.read(&[VERSION_DOCUMENTS])?;
        Ok(reading.get(VERSION_DOCUMENTS, &timed(id, time)).await?.as_string())
    }

    /// Deletes versions of a document.
    pub async fn delete_versions(&self, id: &KeptId, times: &[u64]) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&[VERSIONS, VERSION_DOCUMENTS])?;
        for time in times {
            writing.delete(VERSIONS, &timed(id, *time).into())?;
            writing.delete(VERSION_DOCUMENTS, &timed(id, *time).into())?;
        }
        writing.finished().await
    }

    /// Keeps a file of a document.
    pub async fn put_file(
        &self,
        id: &KeptId,
        name: &str,
        bytes: &JsValue,
    ) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&[FILES])?;
        writing.put(FILES, &named(id, name), bytes)?;
        writing.finished().await
    }

    /// The bytes of a file of a document.
    pub async fn file(&self, id: &KeptId, name: &str) -> Result<Option<Uint8Array>, StorageError> {
        let reading = self.open().await?.read(&[FILES])?;
        Ok(reading.get(FILES, &named(id, name)).await?.dyn_into().ok())
    }

    /// Deletes the files of a document whose names are not wanted.
    pub async fn tidy_files(
        &self,
        id: &KeptId,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&[FILES])?;
        let start = id.as_str().len() + 1;
        for key in writing.keys(FILES, &below(id.as_str())?).await? {
            if !key.get(start..).is_some_and(&is_wanted) {
                writing.delete(FILES, &key.into())?;
            }
        }
        writing.finished().await
    }

    /// Deletes a document with its versions and files.
    pub async fn delete(&self, id: &KeptId) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&ALL)?;
        for store in [COLLECTIONS, DOCUMENTS] {
            writing.delete(store, &id.as_str().into())?;
        }
        for store in [VERSIONS, VERSION_DOCUMENTS, FILES] {
            writing.delete(store, &below(id.as_str())?)?;
        }
        writing.finished().await
    }

    /// Keeps a document a second time, with its files and without its versions.
    pub async fn duplicate(
        &self,
        id: &KeptId,
        copy: &KeptId,
        kept: &Kept,
        document: &str,
    ) -> Result<(), StorageError> {
        let writing = self.open().await?.write(&[COLLECTIONS, DOCUMENTS, FILES])?;
        let start = id.as_str().len() + 1;
        for key in writing.keys(FILES, &below(id.as_str())?).await? {
            let bytes = writing.get(FILES, &key).await?;
            let name = key.get(start..).unwrap_or_default();
            writing.put(FILES, &named(copy, name), &bytes)?;
        }
        writing.put(COLLECTIONS, copy.as_str(), &json(kept)?)?;
        writing.put(DOCUMENTS, copy.as_str(), &document.into())?;
        writing.finished().await
    }

    async fn open(&self) -> Result<Database, StorageError> {
        let open = self.0.open.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let (open, lost) = (Rc::clone(&self.0.open), Rc::clone(&self.0.lost));
        let forget = move || {
            open.borrow_mut().take();
            lost();
        };
        let database = Database::open(NAME, VERSION, &ALL, forget).await?;
        self.0.open.borrow_mut().replace(database.clone());
        Ok(database)
    }
}

fn put(
    writing: &super::database::Transaction,
    id: &KeptId,
    change: &Change,
) -> Result<(), StorageError> {
    let Change { kept, document, version, outdated } = change;
    let document = JsValue::from_str(document);
    writing.put(COLLECTIONS, id.as_str(), &json(kept)?)?;
    writing.put(DOCUMENTS, id.as_str(), &document)?;
    if let Some(version) = version {
        writing.put(VERSIONS, &timed(id, version.time), &json(version)?)?;
        writing.put(VERSION_DOCUMENTS, &timed(id, version.time), &document)?;
    }
    for time in outdated {
        writing.delete(VERSIONS, &timed(id, *time).into())?;
        writing.delete(VERSION_DOCUMENTS, &timed(id, *time).into())?;
    }
    Ok(())
}

/// What is known of a document. An entry that cannot be read hides no document from the list.
fn kept(about: &JsValue) -> Kept {
    let read = about.as_string().and_then(|text| serde_json::from_str(&text).ok());
    read.unwrap_or(Kept { title: String::new(), count: 0, changed: 0, revision: 0 })
}

fn json(value: &impl serde::Serialize) -> Result<JsValue, StorageError> {
    let text = serde_json::to_string(value);
    let text = text.map_err(|error| StorageError::Broken(BrowserError(error.to_string())))?;
    Ok(text.into())
}

fn timed(id: &KeptId, time: u64) -> String {
    named(id, &time.to_string())
}

fn named(id: &KeptId, name: &str) -> String {
    [id.as_str(), "/", name].concat()
}
