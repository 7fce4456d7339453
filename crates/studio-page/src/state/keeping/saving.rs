//! Writing the document after each pause.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use solidarity_studio::{Document, Kept, KeptId, KeptVersion, is_due, outdated};

use super::{Access, Open, Status, selection, tabs};
use crate::browser::{self, Change, StorageError};
use crate::state::notices::Notice;
use crate::state::studio::Studio;

/// How long nobody types before the document is written.
const PAUSE: Duration = Duration::from_millis(300);
/// How many seconds somebody can type without a pause before it is.
const PATIENCE: u64 = 2;

/// Keeps the document whenever it has changed.
pub fn follow(studio: Studio) {
    Effect::new(move |_| {
        if studio.with(|_| ()).is_none() {
            return;
        }
        if studio.keeping.is_fresh.get_value() {
            studio.keeping.is_fresh.set_value(false);
            return;
        }
        if studio.keeping.refusal().is_none() && untrack(|| is_worth_keeping(&studio)) {
            note_change(studio);
        }
    });
    let hidden = move || {
        selection::remember(studio);
        write_at_once(studio);
    };
    let seen = move || studio.list_kept();
    if let Err(error) = browser::on_hidden(hidden, seen) {
        leptos::logging::error!("{error}");
    }
}

/// Writes the document again, because the browser has taken its storage away.
pub fn rescue(studio: Studio) {
    if studio.keeping.open.with_value(Option::is_some) && studio.keeping.refusal().is_none() {
        studio.say(Some(Notice::error(
            "The browser deleted what the studio had stored. The messages on this page are stored again; save a \
             copy, too.",
        )));
        studio.keeping.open.update_value(|open| {
            if let Some(open) = open {
                open.versions.clear();
            }
        });
        note_change(studio);
    }
}

/// A collection that somebody has only just begun is not kept before there is something in it.
fn is_worth_keeping(studio: &Studio) -> bool {
    let is_kept = studio.keeping.open.with_value(Option::is_some);
    let has_content = studio.with(|document| {
        !document.messages().is_empty() || !document.collection().title.is_empty()
    });
    is_kept || has_content == Some(true) || studio.steps().0.is_some()
}

fn note_change(studio: Studio) {
    let keeping = studio.keeping;
    keeping.changes.update_value(|changes| *changes = changes.wrapping_add(1));
    if keeping.since.get_value().is_none() {
        keeping.since.set_value(Some(browser::now()));
    }
    match keeping.status.get_untracked() {
        Status::Failed(_) => keeping.asks(true),
        Status::Saving => {}
        Status::Nothing | Status::Saved => keeping.status.set(Status::Saving),
    }
    let (change, turn) = (keeping.changes.get_value(), keeping.turn.get_value());
    set_timeout(
        move || {
            let since = keeping.since.get_value().unwrap_or(u64::MAX);
            let is_late = browser::now().saturating_sub(since) >= PATIENCE;
            if keeping.is_turn(turn) && (keeping.changes.get_value() == change || is_late) {
                spawn_local(write(studio));
            }
        },
        PAUSE,
    );
}

/// Writes what is not kept yet. While it is written, only the newest of the changes that come meanwhile waits.
pub async fn write(studio: Studio) {
    let keeping = studio.keeping;
    if keeping.is_busy.get_value() {
        keeping.waits.set_value(true);
        return;
    }
    keeping.is_busy.set_value(true);
    loop {
        keeping.waits.set_value(false);
        write_once(studio).await;
        if !keeping.waits.get_value() {
            break;
        }
    }
    keeping.is_busy.set_value(false);
}

async fn write_once(studio: Studio) {
    let keeping = studio.keeping;
    if keeping.refusal().is_some() || !studio.is_open_untracked() {
        return;
    }
    let turn = keeping.turn.get_value();
    if keeping.open.with_value(Option::is_none) {
        let id = browser::new_id();
        keeping.open.set_value(Some(Open { id: id.clone(), revision: 0, versions: Vec::new() }));
        tabs::claim(studio, &id).await;
        if !keeping.is_turn(turn) {
            return;
        }
    }
    let upto = keeping.changes.get_value();
    let Some((open, mut change)) = prepared(&studio) else { return };
    keeping.since.set_value(None);
    let storage = keeping.storage();
    let mut outcome = storage.save(&open.id, &change).await;
    if outcome == Err(StorageError::Full) && !open.versions.is_empty() {
        // The present is worth more than what is past.
        let times: Vec<u64> = open.versions.iter().map(|version| version.time).collect();
        if storage.delete_versions(&open.id, &times).await.is_ok() {
            change.version = None;
            keeping.open.update_value(|open| {
                if let Some(open) = open {
                    open.versions.clear();
                }
            });
            outcome = storage.save(&open.id, &change).await;
        }
    }
    if !keeping.is_turn(turn) {
        return;
    }
    if outcome.is_ok()
        && let Err(error) = keep_logo(studio, &open.id).await
    {
        outcome = Err(error);
    }
    note(studio, upto, &change, outcome);
}

/// Keeps the bytes of the logo, unless they are kept already.
async fn keep_logo(studio: Studio, id: &KeptId) -> Result<(), StorageError> {
    let logo = studio.with_untracked(|document| document.logo().map(|logo| logo.stored.clone()));
    let Some(stored) = logo.flatten() else { return Ok(()) };
    let kept = studio.keeping.kept_logos;
    let bytes = studio.logo_of(&stored).filter(|_| kept.with_value(|kept| !kept.contains(&stored)));
    let Some(bytes) = bytes else { return Ok(()) };
    studio.keeping.storage().put_file(id, &stored, &bytes).await?;
    kept.update_value(|kept| kept.extend([stored]));
    Ok(())
}

/// Writes what is not kept yet, now, because the page may be about to go.
pub fn write_at_once(studio: Studio) {
    let keeping = studio.keeping;
    let is_kept = keeping.saved.get_value() == keeping.changes.get_value();
    if is_kept || keeping.refusal().is_some() || !studio.is_open_untracked() {
        return;
    }
    if keeping.lock.with_value(Option::is_none) {
        spawn_local(write(studio));
        return;
    }
    let (turn, upto) = (keeping.turn.get_value(), keeping.changes.get_value());
    let Some((open, change)) = prepared(&studio) else { return };
    spawn_local(async move {
        let outcome = keeping.storage().save_at_once(&open.id, &change).await;
        if keeping.is_turn(turn) {
            note(studio, upto, &change, outcome);
        }
    });
}

/// What is to be written, and what it belongs to.
fn prepared(studio: &Studio) -> Option<(Open, Change)> {
    let open = studio.keeping.open.get_value()?;
    studio.with_untracked(|document| {
        let change = change(document, &open)?;
        Some((open, change))
    })?
}

fn change(document: &Document, open: &Open) -> Option<Change> {
    let now = browser::now();
    let text = document.stored().ok()?;
    let newest = open.versions.iter().map(|version| version.time).max();
    let version = is_due(newest, now).then(|| KeptVersion::of(document, now, text.len()));
    let all: Vec<_> = open.versions.iter().cloned().chain(version.clone()).collect();
    let outdated = if version.is_some() { outdated(&all, now) } else { Vec::new() };
    let kept = Kept::of(document, now, open.revision.saturating_add(1));
    Some(Change { kept, document: text, version, outdated })
}

/// Takes down what has become of a change.
fn note(studio: Studio, upto: u32, change: &Change, outcome: Result<(), StorageError>) {
    let keeping = studio.keeping;
    match outcome {
        Ok(()) => {
            keeping.open.update_value(|open| {
                let Some(open) = open else { return };
                open.revision = open.revision.max(change.kept.revision);
                open.versions.extend(change.version.clone());
                open.versions.retain(|version| !change.outdated.contains(&version.time));
            });
            keeping.saved.set_value(upto);
            let is_all = keeping.changes.get_value() == upto;
            keeping.status.set(if is_all { Status::Saved } else { Status::Saving });
            keeping.asks(false);
            keep_in_address(studio);
            persist(studio);
        }
        Err(error) => {
            let is_new = keeping.status.get_untracked() != Status::Failed(error.clone());
            keeping.status.set(Status::Failed(error.clone()));
            keeping.asks(keeping.saved.get_value() != keeping.changes.get_value());
            if error == StorageError::Overtaken {
                keeping.access.set(Access::Overtaken);
            } else if is_new {
                studio.say(Some(Notice::error(format!(
                    "Your changes are not saved on this computer: {error}. They are still on this page. Save a copy \
                     before you close it."
                ))));
            }
        }
    }
}

pub fn keep_in_address(studio: Studio) {
    let Some(id) = studio.keeping.id() else { return };
    let fragment = ["c=", id.as_str()].concat();
    if browser::fragment().is_ok_and(|now| now != fragment)
        && let Err(error) = browser::set_fragment(&fragment)
    {
        leptos::logging::error!("{error}");
    }
}

/// After the first real work, asks the browser not to delete it when it needs room.
fn persist(studio: Studio) {
    let keeping = studio.keeping;
    let has_messages = studio.with_untracked(|document| !document.messages().is_empty());
    if has_messages == Some(true) && !keeping.is_persistent.get_value() {
        keeping.is_persistent.set_value(true);
        spawn_local(async move {
            // Where it is refused, what is kept is kept as long as browsers keep things.
            if let Err(error) = keeping.storage().persist().await {
                leptos::logging::warn!("{error}");
            }
        });
    }
}
