//! What is wrong with the document: the worker checks it after each pause.

use std::time::Duration;

use leptos::prelude::*;
use solidarity_studio::protocol::Finding;
use solidarity_studio::{Key, Place};

use super::notices::Notice;
use super::studio::{Found, Studio};
use crate::browser::WorkerError;

/// How long nobody types before the document is checked.
const PAUSE: Duration = Duration::from_millis(300);

/// Checks the document whenever it has changed.
pub fn follow(studio: Studio) {
    let changes = StoredValue::new(0_u32);
    Effect::new(move |_| {
        studio.with(|_| ());
        changes.update_value(|changes| *changes = changes.wrapping_add(1));
        let change = changes.get_value();
        set_timeout(
            move || {
                if changes.get_value() == change {
                    leptos::task::spawn_local(check(studio));
                }
            },
            PAUSE,
        );
    });
}

/// Checks the document as it is now.
pub async fn check(studio: Studio) {
    let now = studio.with_untracked(|document| {
        (document.keys(), document.dataset(), document.collection().url.clone())
    });
    let Some((keys, Ok(text), url)) = now else { return };
    match ask(&studio, text, url).await {
        Ok(findings) => {
            let found = findings.into_iter().map(|finding| placed(finding, &keys)).collect();
            studio.findings().set(found);
        }
        Err(error) => studio.say(Some(Notice::error(error))),
    }
}

/// What is wrong with a file of messages, and with the address that the site is to have.
async fn ask(
    studio: &Studio,
    text: String,
    url: Option<String>,
) -> Result<Vec<Finding>, WorkerError> {
    let worker = studio.worker();
    let mut findings: Vec<_> = worker.ask("importer", "check", &[text.into()]).await?;
    if let Some(url) = url {
        findings
            .extend(worker.ask::<Option<_>>("publisher", "check_address", &[url.into()]).await?);
    }
    Ok(findings)
}

fn placed(finding: Finding, keys: &[Key]) -> Found {
    let place = Place::of(&finding.path, keys);
    Found { finding: finding.in_form(place.as_ref()), place }
}
