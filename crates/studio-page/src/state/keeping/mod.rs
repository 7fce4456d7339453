//! Keeping every change in the browser, as it is made.

mod opening;
mod saving;
mod selection;
mod shelf;
mod tabs;
mod versions;

use std::collections::HashSet;

use leptos::prelude::*;
use solidarity_studio::{Document, History, Kept, KeptId, KeptVersion};

use super::notices::Notice;
use super::studio::Studio;
use crate::browser::{self, Channel, Lock, Storage, StorageError};

/// What is kept, and whether this tab may change it.
#[derive(Clone, Copy)]
pub struct Keeping {
    storage: StoredValue<Storage, LocalStorage>,
    channel: StoredValue<Channel, LocalStorage>,
    /// The document that is open, once it has been written or read.
    open: StoredValue<Option<Open>>,
    lock: StoredValue<Option<Lock>, LocalStorage>,
    /// Counts what is opened, so that what arrives late is not taken for what is open now.
    turn: StoredValue<u32>,
    /// Counts the changes; those up to `saved` are kept, or in a copy.
    changes: StoredValue<u32>,
    saved: StoredValue<u32>,
    /// Whether the next change of the document is that it was opened.
    is_fresh: StoredValue<bool>,
    is_busy: StoredValue<bool>,
    waits: StoredValue<bool>,
    is_persistent: StoredValue<bool>,
    /// Whether somebody wants to go on in this tab as soon as the other one makes way.
    wants: StoredValue<bool>,
    /// When the first change came that is not kept yet, in seconds since 1970.
    since: StoredValue<Option<u64>>,
    /// What somebody works on, while they look at a version of it.
    present: StoredValue<Option<(Document, History)>>,
    /// Files that the storage does not have, or not yet.
    kept_logos: StoredValue<HashSet<String>>,
    status: RwSignal<Status>,
    access: RwSignal<Access>,
    trouble: RwSignal<Option<Trouble>>,
    list: RwSignal<Vec<(KeptId, Kept)>>,
    versions: RwSignal<Vec<KeptVersion>>,
}

/// The document that is open.
#[derive(Clone, Debug)]
struct Open {
    id: KeptId,
    revision: u64,
    versions: Vec<KeptVersion>,
}

/// Whether all changes are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// There is nothing to keep.
    Nothing,
    /// All are kept.
    Saved,
    /// Some soon will be.
    Saving,
    /// Some are not.
    Failed(StorageError),
}

/// Whether this tab may change the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Full,
    /// It is open in another tab.
    OtherTab,
    /// It was open in another tab, which is closed by now.
    Free,
    /// Another tab has changed it, in a browser in which tabs cannot know of each other.
    Overtaken,
    /// It is damaged, and what was stored could not be kept beside it.
    Damaged,
    /// A version of this time is shown.
    Version(u64),
}

/// Something stored that could not be read, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, and what it means.
    pub text: String,
    /// What is stored, letter for letter.
    pub stored: String,
}

impl Keeping {
    pub fn new() -> Keeping {
        Keeping {
            storage: StoredValue::new_local(Storage::new(|| {})),
            channel: StoredValue::new_local(Channel::silent()),
            open: StoredValue::new(None),
            lock: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            changes: StoredValue::new(0),
            saved: StoredValue::new(0),
            is_fresh: StoredValue::new(false),
            is_busy: StoredValue::new(false),
            waits: StoredValue::new(false),
            is_persistent: StoredValue::new(false),
            wants: StoredValue::new(false),
            since: StoredValue::new(None),
            present: StoredValue::new(None),
            kept_logos: StoredValue::new(HashSet::new()),
            status: RwSignal::new(Status::Nothing),
            access: RwSignal::new(Access::Full),
            trouble: RwSignal::new(None),
            list: RwSignal::new(Vec::new()),
            versions: RwSignal::new(Vec::new()),
        }
    }

    /// Whether all changes are kept.
    pub fn status(&self) -> Status {
        self.status.get()
    }

    /// Whether this tab may change the document.
    pub fn access(&self) -> Access {
        self.access.get()
    }

    /// Something stored that could not be read; `None` to say no more about it.
    pub fn trouble(&self) -> RwSignal<Option<Trouble>> {
        self.trouble
    }

    /// All documents that are kept, the one that was changed last first.
    pub fn list(&self) -> Vec<(KeptId, Kept)> {
        self.list.get()
    }

    /// The versions of the document, once they were asked for; the newest first.
    pub fn versions(&self) -> Vec<KeptVersion> {
        self.versions.get()
    }

    /// Why the document cannot be changed.
    pub(super) fn refusal(&self) -> Option<&'static str> {
        match self.access.get_untracked() {
            Access::Full => None,
            Access::OtherTab | Access::Free => {
                Some("Nothing was changed: these messages are open for reading only in this tab.")
            }
            Access::Overtaken => {
                Some("Nothing was changed: another tab has a newer state of these messages.")
            }
            Access::Damaged => Some(
                "Nothing was changed: these messages are for reading only, because what was stored of them is \
                 damaged and could not be kept aside.",
            ),
            Access::Version(_) => {
                Some("Nothing was changed: this is an earlier version, for reading only.")
            }
        }
    }

    fn storage(&self) -> Storage {
        self.storage.get_value()
    }

    fn id(&self) -> Option<KeptId> {
        self.open.with_value(|open| open.as_ref().map(|open| open.id.clone()))
    }

    fn is_turn(&self, turn: u32) -> bool {
        self.turn.get_value() == turn
    }

    /// Forgets the document that was open before.
    fn turn_over(&self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.open.set_value(None);
        self.lock.set_value(None);
        self.present.set_value(None);
        self.since.set_value(None);
        self.saved.set_value(self.changes.get_value());
        self.kept_logos.update_value(HashSet::clear);
        self.access.set(Access::Full);
        self.status.set(Status::Nothing);
        self.versions.set(Vec::new());
        self.asks(false);
        self.turn.get_value()
    }

    /// Whether the browser asks before the page is closed.
    fn asks(&self, asks: bool) {
        if let Err(error) = browser::ask_before_leaving(asks) {
            leptos::logging::error!("{error}");
        }
    }
}

impl Studio {
    /// Whether the document can only be read.
    pub fn is_read_only(&self) -> bool {
        self.keeping.access.get() != Access::Full
    }

    /// What is kept.
    pub fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// Saves the messages as a file, wherever the browser saves what is downloaded.
    pub fn save_copy(&self) {
        let Some(Ok(text)) = self.with_untracked(Document::dataset) else { return };
        match browser::save_text(&text, "messages.json", "application/json") {
            Ok(()) => {
                let Keeping { saved, changes, .. } = self.keeping;
                saved.set_value(changes.get_value());
                self.keeping.asks(false);
            }
            Err(error) => self.say(Some(Notice::error(error))),
        }
    }
}

impl Studio {
    /// Saves what is stored, letter for letter, as a file.
    pub fn save_stored(&self, stored: &str) {
        if let Err(error) = browser::save_text(stored, "stored.json", "application/json") {
            self.say(Some(Notice::error(error)));
        }
    }
}

/// Keeps the document whenever it has changed, and opens the one that the address names.
pub fn follow(studio: Studio) {
    let keeping = studio.keeping;
    keeping.storage.set_value(Storage::new(move || saving::rescue(studio)));
    keeping.channel.set_value(Channel::new("solidarity-studio", move |text| {
        tabs::hear(studio, &text);
    }));
    saving::follow(studio);
    opening::follow(studio);
}
