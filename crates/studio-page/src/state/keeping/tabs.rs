//! Two tabs of one document: one writes, the other reads.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use solidarity_studio::KeptId;

use super::{Access, Status, opening, saving};
use crate::browser::{self, Asking, BrowserError, Lock, StorageError};
use crate::state::studio::Studio;

/// What a tab says to the one that writes, before the id: it wants to go on in its place.
const TAKE: &str = "take:";
/// How long that one has to save and make way.
const COURTESY: Duration = Duration::from_millis(2_500);

impl Studio {
    /// Goes on in this tab, once the tab that writes has saved; if it does not answer, without it.
    pub fn work_here(&self) {
        let studio = *self;
        let keeping = studio.keeping;
        let Some(id) = keeping.id() else { return };
        if keeping.access.get_untracked() != Access::OtherTab {
            let lock = keeping.lock.try_update_value(Option::take).flatten();
            spawn_local(opening::show(studio, id, lock));
            return;
        }
        keeping.channel.with_value(|channel| {
            if let Err(error) = channel.say(&[TAKE, id.as_str()].concat()) {
                leptos::logging::warn!("{error}");
            }
        });
        keeping.wants.set_value(true);
        let turn = keeping.turn.get_value();
        set_timeout(
            move || {
                let is_waiting = keeping.access.get_untracked() == Access::OtherTab;
                if keeping.is_turn(turn) && is_waiting {
                    spawn_local(take(studio, id));
                }
            },
            COURTESY,
        );
    }
}

/// Asks for the lock of the document that was opened. In a browser without locks, revisions tell whether
/// another tab has written.
pub async fn claim(studio: Studio, id: &KeptId) {
    let turn = studio.keeping.turn.get_value();
    let Ok(lock) = ask(studio, id, Asking::IfFree).await else { return };
    if !studio.keeping.is_turn(turn) {
        return;
    }
    match lock {
        Some(lock) => studio.keeping.lock.set_value(Some(lock)),
        None => wait(studio, id.clone()),
    }
}

/// Hears what another tab says.
pub fn hear(studio: Studio, text: &str) {
    let keeping = studio.keeping;
    let Some(id) = keeping.id() else { return };
    let has_lock = keeping.lock.with_value(Option::is_some);
    if text.strip_prefix(TAKE) != Some(id.as_str()) || !has_lock {
        return;
    }
    spawn_local(async move {
        studio.return_to_present();
        if keeping.saved.get_value() != keeping.changes.get_value() {
            saving::write(studio).await;
        }
        // What cannot be saved is not given away; the other tab can still take the lock.
        if !matches!(keeping.status.get_untracked(), Status::Failed(_)) {
            keeping.lock.set_value(None);
            wait(studio, id);
        }
    });
}

/// Reads only, until the lock is free.
fn wait(studio: Studio, id: KeptId) {
    let keeping = studio.keeping;
    keeping.access.set(Access::OtherTab);
    keeping.wants.set_value(false);
    let turn = keeping.turn.get_value();
    spawn_local(async move {
        let Ok(Some(lock)) = ask(studio, &id, Asking::Waiting).await else { return };
        // A lock that comes too late is given back.
        if !keeping.is_turn(turn) {
            return;
        }
        if keeping.wants.get_value() {
            opening::show(studio, id, Some(lock)).await;
        } else {
            keeping.lock.set_value(Some(lock));
            keeping.access.set(Access::Free);
        }
    });
}

/// Takes the lock from a tab that does not answer.
async fn take(studio: Studio, id: KeptId) {
    let keeping = studio.keeping;
    let turn = keeping.turn.get_value();
    if let Ok(Some(lock)) = ask(studio, &id, Asking::Taking).await
        && keeping.is_turn(turn)
    {
        opening::show(studio, id, Some(lock)).await;
    }
}

async fn ask(studio: Studio, id: &KeptId, asking: Asking) -> Result<Option<Lock>, BrowserError> {
    let name = ["solidarity-studio ", id.as_str()].concat();
    let of = id.clone();
    browser::lock(&name, asking, move || lose(studio, of)).await
}

/// Another tab has taken the lock.
fn lose(studio: Studio, id: KeptId) {
    let keeping = studio.keeping;
    if keeping.id().as_ref() != Some(&id) || keeping.lock.with_value(Option::is_none) {
        return;
    }
    keeping.lock.set_value(None);
    studio.return_to_present();
    if keeping.saved.get_value() != keeping.changes.get_value() {
        keeping.status.set(Status::Failed(StorageError::Overtaken));
        keeping.asks(true);
    }
    wait(studio, id);
}
