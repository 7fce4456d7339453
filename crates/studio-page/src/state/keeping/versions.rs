//! Versions to go back to.

use leptos::prelude::*;
use leptos::task::spawn_local;
use solidarity_studio::{Changes, Document, History, Kept, KeptVersion, Outline, next_time};

use super::{Access, saving};
use crate::browser::{self, Change, StorageError};
use crate::state::notices::Notice;
use crate::state::studio::Studio;

impl Studio {
    /// Reads the list of versions again.
    pub fn list_versions(&self) {
        let studio = *self;
        spawn_local(async move {
            let Some(id) = studio.keeping.id() else { return };
            match studio.keeping.storage().versions(&id).await {
                Ok(versions) => studio.keeping.versions.set(versions),
                Err(error) => studio
                    .say(Some(Notice::error(format!("The versions cannot be read: {error}.")))),
            }
        });
    }

    /// What has changed from a version to the present.
    pub fn changes_since(&self, version: &KeptVersion) -> Changes {
        let present = self
            .keeping
            .present
            .with_value(|present| present.as_ref().map(|(document, _)| Outline::of(document)));
        let present = present.or_else(|| self.with_untracked(Outline::of));
        present.map(|present| version.outline.changes(&present)).unwrap_or_default()
    }

    /// Shows a version for reading, in place of the present, which is kept first.
    pub fn look_at_version(&self, time: u64) {
        let studio = *self;
        spawn_local(async move {
            studio.return_to_present();
            let keeping = studio.keeping;
            if keeping.saved.get_value() != keeping.changes.get_value() {
                saving::write(studio).await;
            }
            let (turn, id) = (keeping.turn.get_value(), keeping.id());
            let Some(id) = id.filter(|_| keeping.refusal().is_none()) else { return };
            let text = keeping.storage().version(&id, time).await;
            let version = match text.map(|text| text.map(|text| Document::restore(&text))) {
                Ok(Some(Ok(restored))) => restored.document,
                Ok(Some(Err(error))) => return studio.say(Some(Notice::error(error))),
                Ok(None) => {
                    let text = "This version is no longer stored.";
                    return studio.say(Some(Notice::error(text)));
                }
                Err(error) => {
                    let text = format!("The version cannot be read: {error}.");
                    return studio.say(Some(Notice::error(text)));
                }
            };
            if keeping.is_turn(turn) {
                keeping.is_fresh.set_value(true);
                keeping.present.set_value(studio.exchange(version, History::default()));
                keeping.access.set(Access::Version(time));
            }
        });
    }

    /// Shows the present again, with all that can be undone.
    pub fn return_to_present(&self) {
        let keeping = self.keeping;
        let Some(Some((document, history))) = keeping.present.try_update_value(Option::take) else {
            return;
        };
        keeping.is_fresh.set_value(true);
        self.exchange(document, history);
        keeping.access.set(Access::Full);
    }

    /// Makes the version that is shown the present. What was the present is a version from then on.
    pub fn go_back_to_version(&self) {
        let studio = *self;
        spawn_local(async move {
            let keeping = studio.keeping;
            let Some(mut version) = studio.with_untracked(Document::clone) else { return };
            studio.return_to_present();
            if let Err(error) = studio.keep_version(browser::now()).await {
                let text = format!(
                    "Nothing was changed: the present state could not be kept as a version, because {error}."
                );
                return studio.say(Some(Notice::error(text)));
            }
            studio.with_untracked(|present| version.keep_published(present));
            studio.exchange(version, History::default());
            keeping.versions.set(Vec::new());
            studio.say(Some(Notice::done(
                "You are back at the earlier version. The state before is among the versions.",
            )));
        });
    }

    /// Keeps the document as it is as a version of this time, unless it is one already.
    pub(super) async fn keep_version(&self, time: u64) -> Result<(), StorageError> {
        let keeping = self.keeping;
        let Some(open) = keeping.open.get_value() else { return Ok(()) };
        let newest = open.versions.iter().max_by_key(|version| version.time);
        let time = next_time(newest.map(|version| version.time), time);
        let Some(Some((document, version))) = self.with_untracked(|document| {
            let text = document.stored().ok()?;
            let version = KeptVersion::of(document, time, text.len());
            Some((text, version))
        }) else {
            return Ok(());
        };
        if newest.is_some_and(|newest| newest.outline == version.outline) {
            return Ok(());
        }
        let kept = self
            .with_untracked(|document| Kept::of(document, time, open.revision.saturating_add(1)));
        let Some(kept) = kept else { return Ok(()) };
        let change =
            Change { kept, document, version: Some(version.clone()), outdated: Vec::new() };
        keeping.storage().save(&open.id, &change).await?;
        keeping.open.update_value(|now| {
            if let Some(now) = now.as_mut().filter(|now| now.id == open.id) {
                now.revision = now.revision.max(change.kept.revision);
                now.versions.push(version);
            }
        });
        Ok(())
    }
}
