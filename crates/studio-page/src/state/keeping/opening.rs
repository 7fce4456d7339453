//! Opening what is kept, and closing it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use solidarity_studio::{Damaged, Document, KeptId, Logo, Part, RestoreError, Restored};

use super::{Access, Open, Status, Trouble, saving, selection, tabs};
use crate::browser::{self, Lock};
use crate::state::notices::Notice;
use crate::state::studio::Studio;

/// Opens the document that the address names, now and whenever it names another one.
pub fn follow(studio: Studio) {
    studio.list_kept();
    let go = move || {
        let fragment = browser::fragment().unwrap_or_default();
        let named = fragment.strip_prefix("c=").and_then(KeptId::parse);
        match named {
            Some(id) if studio.keeping.id().as_ref() != Some(&id) => studio.open_kept(id),
            Some(_) => {}
            None => studio.close_kept(),
        }
    };
    go();
    if let Err(error) = browser::on_fragment(go) {
        leptos::logging::error!("{error}");
    }
}

impl Studio {
    /// Opens a document that is kept.
    pub fn open_kept(&self, id: KeptId) {
        let studio = *self;
        spawn_local(async move {
            if is_left(studio).await {
                show(studio, id, None).await;
            }
        });
    }

    /// Goes back to the list of those that are kept.
    pub fn close_kept(&self) {
        let studio = *self;
        let Some(id) = studio.keeping.id() else { return };
        spawn_local(async move {
            if is_left(studio).await && studio.keeping.id() == Some(id) {
                studio.keeping.turn_over();
                studio.close();
                studio.list_kept();
            }
        });
    }

    /// Leaves the document for the list, by the address if it is in it.
    pub fn leave(&self) {
        if self.keeping.id().is_none() {
            self.keeping.turn_over();
            self.close();
        } else if let Err(error) = browser::set_fragment("") {
            self.say(Some(Notice::error(error)));
        }
    }
}

/// Sees that all changes are kept, or says that the page has to stay.
async fn is_left(studio: Studio) -> bool {
    if studio.keeping.saved.get_value() != studio.keeping.changes.get_value() {
        saving::write(studio).await;
    }
    let is_kept = studio.keeping.saved.get_value() == studio.keeping.changes.get_value();
    if !is_kept {
        saving::keep_in_address(studio);
        studio.say(Some(Notice::error(
            "Some of your changes are not saved on this computer, so the page stays. Save a copy first.",
        )));
    }
    is_kept
}

/// Reads a document and shows it, whether another tab has it or not.
pub async fn show(studio: Studio, id: KeptId, lock: Option<Lock>) {
    let keeping = studio.keeping;
    let (kept, text) = match keeping.storage().load(&id).await {
        Ok(Some(found)) => found,
        Ok(None) => {
            studio.say(Some(Notice::error(
                "The address names messages that are not stored in this browser. They may have been deleted here, or \
                 be stored in another browser.",
            )));
            return;
        }
        Err(error) => {
            let text = format!("What was saved on this computer cannot be opened: {error}.");
            studio.say(Some(Notice::error(text)));
            return;
        }
    };
    let Restored { document, damaged } = match Document::restore(&text) {
        Ok(restored) => restored,
        Err(error) => {
            keeping.trouble.set(Some(Trouble { text: untouched(&error), stored: text }));
            return;
        }
    };
    let turn = keeping.turn_over();
    let versions = keeping.storage().versions(&id).await.unwrap_or_default();
    let revision = kept.revision;
    keeping.open.set_value(Some(Open { id: id.clone(), revision, versions }));
    keeping.is_fresh.set_value(true);
    open_logo(studio, &id, document.logo()).await;
    if !keeping.is_turn(turn) {
        return;
    }
    studio.show_document(document);
    selection::select_again(studio, &id);
    keeping.status.set(Status::Saved);
    match lock {
        Some(lock) => keeping.lock.set_value(Some(lock)),
        None => tabs::claim(studio, &id).await,
    }
    // Somebody may have gone back, or on to another document, in the meantime.
    if !keeping.is_turn(turn) {
        return;
    }
    saving::keep_in_address(studio);
    if !damaged.is_empty() {
        let name = ["damaged-", &browser::now().to_string()].concat();
        let kept = keeping.storage().put_file(&id, &name, &text.as_str().into()).await;
        if kept.is_err() {
            keeping.access.set(Access::Damaged);
        }
        keeping.trouble.set(Some(Trouble { text: left_out(&damaged), stored: text }));
    }
    if keeping.refusal().is_none() && damaged.is_empty() {
        tidy(studio, &id, kept.changed).await;
    }
}

/// Fetches the logo of a document. Without its bytes the document is shown without it, and says so.
async fn open_logo(studio: Studio, id: &KeptId, logo: Option<&Logo>) {
    let Some(logo) = logo else { return };
    let kept = match studio.keeping.storage().file(id, &logo.stored).await {
        Ok(Some(bytes)) => studio.keep_logo(logo, &bytes).map_err(|error| error.to_string()),
        Ok(None) => Err("it is not there any more".to_owned()),
        Err(error) => Err(error.to_string()),
    };
    match kept {
        Ok(()) => studio.keeping.kept_logos.update_value(|kept| kept.extend([logo.stored.clone()])),
        Err(error) => {
            let text = ["The logo cannot be shown: ", &error, ". Choose it again."].concat();
            studio.say(Some(Notice::error(text)));
        }
    }
}

/// Keeps the state in which the document was left as a version, and deletes the files that neither it nor a
/// version uses.
async fn tidy(studio: Studio, id: &KeptId, changed: u64) {
    if let Err(error) = studio.keep_version(changed).await {
        leptos::logging::warn!("{error}");
    }
    let mut used = studio.keeping.open.with_value(|open| match open {
        Some(open) => open.versions.iter().filter_map(|version| version.logo.clone()).collect(),
        None => Vec::new(),
    });
    let logo = studio.with_untracked(|document| document.logo().map(|logo| logo.stored.clone()));
    used.extend(logo.flatten());
    let is_used =
        move |name: &str| name.starts_with("damaged-") || used.iter().any(|of| of == name);
    if let Err(error) = studio.keeping.storage().tidy_files(id, is_used).await {
        leptos::logging::warn!("{error}");
    }
}

fn untouched(error: &RestoreError) -> String {
    [&error.to_string(), " Nothing was changed."].concat()
}

fn left_out(damaged: &[Damaged]) -> String {
    let messages = damaged.iter().filter(|part| matches!(part.part, Part::Message(_))).count();
    let what = match (messages, damaged.len()) {
        (0, _) => "A part of what was stored cannot be read".to_owned(),
        (1, 1) => "A message of what was stored cannot be read".to_owned(),
        (count, all) if count == all => {
            format!("{count} messages of what was stored cannot be read")
        }
        (1, _) => "A message and other parts of what was stored cannot be read".to_owned(),
        (count, _) => format!("{count} messages and other parts of what was stored cannot be read"),
    };
    [
        &what,
        ". Everything else is here. What was stored is kept as it was: you can save it as a file.",
    ]
    .concat()
}
