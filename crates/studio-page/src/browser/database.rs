//! IndexedDB (W3C, Indexed Database API 3.0) with futures: a database, transactions and their requests.

use js_sys::{Array, Promise};
use thiserror::Error;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use super::document::window;
use super::error::BrowserError;

/// Why something is not kept, as the end of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser allows no storage.
    #[error("this browser does not allow it, perhaps because of a private window or its settings")]
    Refused,
    /// There is no room left.
    #[error("the storage of this browser is full")]
    Full,
    /// Another tab holds an older database open.
    #[error("the studio is open in another tab in an older version: close that tab")]
    Blocked,
    /// A later version of the studio has changed the database.
    #[error("a later version of the studio keeps its work here: reload the page to get it")]
    Newer,
    /// Somebody else has written in the meantime.
    #[error("these messages were changed in another tab")]
    Overtaken,
    /// Anything else.
    #[error("the storage of this browser failed ({0})")]
    Broken(BrowserError),
}

impl From<JsValue> for StorageError {
    fn from(value: JsValue) -> StorageError {
        let name = value.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
        match name.as_str() {
            "QuotaExceededError" => StorageError::Full,
            "SecurityError" | "NotAllowedError" => StorageError::Refused,
            "VersionError" => StorageError::Newer,
            _ => StorageError::Broken(value.into()),
        }
    }
}

/// An open database.
#[derive(Clone)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens a database; a new one gets these stores. `lost` is called when the browser closes it.
    pub async fn open(
        name: &str,
        version: u32,
        stores: &'static [&'static str],
        lost: impl Fn() + 'static,
    ) -> Result<Database, StorageError> {
        let window = window().map_err(StorageError::Broken)?;
        let factory = window.indexed_db().ok().flatten().ok_or(StorageError::Refused)?;
        let request = factory.open_with_u32(name, version).map_err(refused)?;
        let upgrade = Closure::once({
            let request = request.clone();
            move |_: Event| {
                let Ok(database) = request.result() else { return };
                let database: IdbDatabase = database.unchecked_into();
                for store in stores {
                    // If it cannot be created, opening fails, and says why.
                    let _failed = database.create_object_store(store);
                }
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let blocked = std::rc::Rc::new(std::cell::Cell::new(false));
        let opened = Promise::new(&mut |resolve, reject| {
            request.set_onsuccess(Some(&resolve));
            request.set_onerror(Some(&reject));
            let blocked = std::rc::Rc::clone(&blocked);
            let stop = Closure::once_into_js(move || {
                blocked.set(true);
                let _ignored = reject.call0(&JsValue::NULL);
            });
            request.set_onblocked(Some(stop.unchecked_ref()));
        });
        if JsFuture::from(opened).await.is_err() {
            return Err(match request.error() {
                _ if blocked.get() => StorageError::Blocked,
                Ok(Some(error)) => refused(error.into()),
                _ => StorageError::Refused,
            });
        }
        let database: IdbDatabase = request.result()?.unchecked_into();
        // A later version that wants to change the database does not have to wait for this page.
        let make_way = Closure::<dyn Fn()>::new({
            let database = database.clone();
            move || database.close()
        });
        database.set_onversionchange(Some(make_way.into_js_value().unchecked_ref()));
        let closed = Closure::<dyn Fn()>::new(lost);
        database.set_onclose(Some(closed.into_js_value().unchecked_ref()));
        Ok(Database(database))
    }

    /// Begins a transaction that only reads.
    pub fn read(&self, stores: &[&str]) -> Result<Transaction, StorageError> {
        self.begin(stores, IdbTransactionMode::Readonly)
    }

    /// Begins a transaction: all of it is written, or nothing.
    pub fn write(&self, stores: &[&str]) -> Result<Transaction, StorageError> {
        self.begin(stores, IdbTransactionMode::Readwrite)
    }

    fn begin(
        &self,
        stores: &[&str],
        mode: IdbTransactionMode,
    ) -> Result<Transaction, StorageError> {
        let stores: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        let inner = self.0.transaction_with_str_sequence_and_mode(&stores, mode)?;
        let done = Promise::new(&mut |resolve, reject| {
            inner.set_oncomplete(Some(&resolve));
            inner.set_onabort(Some(&reject));
        });
        Ok(Transaction { inner, done: done.into() })
    }
}

/// What may fail while a database is opened.
fn refused(value: JsValue) -> StorageError {
    let name = value.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    // Firefox says so in windows that keep nothing.
    if name == "InvalidStateError" { StorageError::Refused } else { value.into() }
}

/// A transaction. It ends by itself when nothing more is asked of it.
pub struct Transaction {
    inner: IdbTransaction,
    done: JsFuture,
}

impl Transaction {
    /// A value; `undefined` if there is none.
    pub async fn get(&self, store: &str, key: &str) -> Result<JsValue, StorageError> {
        answer(self.store(store)?.get(&key.into())?).await
    }

    /// All values of a range of keys, in the order of the keys.
    pub async fn get_all(&self, store: &str, keys: &JsValue) -> Result<Array, StorageError> {
        Ok(answer(self.store(store)?.get_all_with_key(keys)?).await?.unchecked_into())
    }

    /// All keys of a range, in order.
    pub async fn keys(&self, store: &str, keys: &JsValue) -> Result<Vec<String>, StorageError> {
        let keys: Array = answer(self.store(store)?.get_all_keys_with_key(keys)?).await?.into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    /// Writes a value. Whether it is written is known when the transaction has finished.
    pub fn put(&self, store: &str, key: &str, value: &JsValue) -> Result<(), StorageError> {
        let put = self.store(store)?.put_with_key(value, &key.into());
        put.map(|_| ()).map_err(|error| {
            self.abort();
            error.into()
        })
    }

    /// Deletes a key, or a range of keys.
    pub fn delete(&self, store: &str, keys: &JsValue) -> Result<(), StorageError> {
        self.store(store)?.delete(keys)?;
        Ok(())
    }

    /// Takes back what was written.
    pub fn abort(&self) {
        // Only one that has ended cannot be aborted.
        let _ended = self.inner.abort();
    }

    /// Ends the transaction now, so that it is written even if the page goes away.
    #[expect(deprecated, reason = "it has come back in version 3 of the specification")]
    pub async fn commit(self) -> Result<(), StorageError> {
        // Where browsers have no such call, the transaction ends by itself.
        let _missing = self.inner.commit();
        self.finished().await
    }

    /// Waits until all is written.
    pub async fn finished(self) -> Result<(), StorageError> {
        if self.done.await.is_ok() {
            return Ok(());
        }
        Err(match self.inner.error() {
            Some(error) => JsValue::from(error).into(),
            None => StorageError::Broken(BrowserError("nothing was written".to_owned())),
        })
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, StorageError> {
        Ok(self.inner.object_store(name)?)
    }
}

/// All keys that begin with a text and a slash.
pub fn below(prefix: &str) -> Result<JsValue, StorageError> {
    // The character after the slash is 0.
    let (first, end) = ([prefix, "/"].concat(), [prefix, "0"].concat());
    let range =
        IdbKeyRange::bound_with_lower_open_and_upper_open(&first.into(), &end.into(), false, true)?;
    Ok(range.into())
}

/// Waits for a request.
async fn answer(request: IdbRequest) -> Result<JsValue, StorageError> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    if JsFuture::from(done).await.is_ok() {
        return Ok(request.result()?);
    }
    Err(match request.error()? {
        Some(error) => JsValue::from(error).into(),
        None => StorageError::Broken(BrowserError("a request was refused".to_owned())),
    })
}
