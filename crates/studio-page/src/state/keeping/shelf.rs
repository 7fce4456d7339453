//! The documents that are kept, side by side, and their files.

use leptos::prelude::*;
use leptos::task::spawn_local;
use solidarity_studio::{Document, Edit, Kept, KeptId, Particular};

use super::saving;
use crate::browser::{self, Asking, StorageError};
use crate::state::notices::Notice;
use crate::state::studio::Studio;

impl Studio {
    /// Reads the list of what is kept again.
    pub fn list_kept(&self) {
        let studio = *self;
        spawn_local(async move {
            match studio.keeping.storage().list().await {
                Ok(list) => studio.keeping.list.set(list),
                Err(error) => studio.say(Some(Notice::error(format!(
                    "Nothing can be saved on this computer: {error}. You can work all the same, and save a copy \
                     before you close the page."
                )))),
            }
        });
    }

    /// Deletes a document with its versions and files, unless it is open in another tab.
    pub fn delete_kept(&self, id: KeptId) {
        let studio = *self;
        spawn_local(async move {
            let name = ["solidarity-studio ", id.as_str()].concat();
            let lock = browser::lock(&name, Asking::IfFree, || {}).await;
            if matches!(lock, Ok(None)) {
                studio.say(Some(Notice::error(
                    "Nothing was deleted: these messages are open in another tab. Close that tab first.",
                )));
                return;
            }
            studio.report(studio.keeping.storage().delete(&id).await);
        });
    }

    /// Keeps a copy of a document beside it.
    pub fn duplicate_kept(&self, id: KeptId) {
        let studio = *self;
        spawn_local(async move {
            studio.report(duplicate(studio, &id).await);
        });
    }

    /// Sees to it that the document that is opened next is not written in place of the one before.
    pub(in crate::state) fn keep_apart(&self) {
        saving::write_at_once(*self);
        self.keeping.turn_over();
    }

    fn report(&self, outcome: Result<(), StorageError>) {
        if let Err(error) = outcome {
            let text = format!("That did not work: {error}. Nothing is lost.");
            self.say(Some(Notice::error(text)));
        }
        self.list_kept();
    }
}

async fn duplicate(studio: Studio, id: &KeptId) -> Result<(), StorageError> {
    let storage = studio.keeping.storage();
    let Some((kept, text)) = storage.load(id).await? else { return Ok(()) };
    let title = ["Copy of ", &kept.title].concat();
    let text = Document::restore(&text)
        .ok()
        .filter(|restored| restored.damaged.is_empty())
        .and_then(|restored| {
            let mut document = restored.document;
            let value = Some(title.clone());
            document.apply(Edit::Particular { field: Particular::Title, value }).ok()?;
            document.stored().ok()
        })
        .unwrap_or(text);
    let kept = Kept { title, revision: 1, changed: browser::now(), ..kept };
    storage.duplicate(id, &browser::new_id(), &kept, &text).await
}
