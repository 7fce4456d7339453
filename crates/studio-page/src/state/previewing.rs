//! The page that visitors will see, rendered by the worker after each change.

use leptos::prelude::*;
use solidarity_studio::protocol::PreviewPage;
use solidarity_studio::{Document, Key};

use super::notices::Notice;
use super::studio::{Pane, Studio};
use crate::browser::WorkerError;

/// What is rendered, and whether something newer waits.
#[derive(Clone, Copy)]
pub struct Previewing {
    page: RwSignal<Option<Page>>,
    is_busy: StoredValue<bool>,
    waits: StoredValue<bool>,
}

/// A page of the site.
pub type Page = PreviewPage;

impl Previewing {
    pub fn new() -> Previewing {
        Previewing {
            page: RwSignal::new(None),
            is_busy: StoredValue::new(false),
            waits: StoredValue::new(false),
        }
    }

    pub fn page(&self) -> Option<Page> {
        self.page.get()
    }
}

/// Renders the page that is shown whenever it has changed. While one is rendered, only the newest of
/// those that come meanwhile waits.
pub fn follow(studio: Studio) {
    Effect::new(move |_| {
        studio.with(|_| ());
        studio.selected();
        studio.pane();
        let Previewing { is_busy, waits, .. } = studio.previewing;
        if is_busy.get_value() {
            waits.set_value(true);
            return;
        }
        is_busy.set_value(true);
        leptos::task::spawn_local(async move {
            loop {
                waits.set_value(false);
                render(studio).await;
                if !waits.get_value() {
                    break;
                }
            }
            is_busy.set_value(false);
        });
    });
}

async fn render(studio: Studio) {
    let Some((text, path)) = untrack(|| wanted(&studio)) else { return };
    match ask(&studio, &text, &path).await {
        Ok(page) => studio.previewing.page.set(page),
        Err(error) => studio.say(Some(Notice::error(error))),
    }
}

/// The dataset that the page needs, and its path.
fn wanted(studio: &Studio) -> Option<(String, String)> {
    let (pane, selected) = (studio.pane(), studio.selected());
    studio.with(|document| match selected.filter(|_| pane != Pane::Collection) {
        Some(key) => {
            let message = document.message(key)?;
            Some((around(document, key)?, format!("m/{}/", message.id)))
        }
        None => Some((document.dataset().ok()?, String::new())),
    })?
}

/// A dataset of a message and its neighbours, whose titles its page shows.
fn around(document: &Document, key: Key) -> Option<String> {
    let at = document.position(key)?;
    let first = at.saturating_sub(1);
    let messages = document.messages().iter().skip(first).take(at + 2 - first);
    document.dataset_of(messages.map(|entry| &entry.message).collect()).ok()
}

async fn ask(studio: &Studio, text: &str, path: &str) -> Result<Option<Page>, WorkerError> {
    let values = [text.into(), path.into()];
    let answer = studio.worker().call("publisher", "preview", &values, |_| {}).await?;
    let answer = answer.as_string().unwrap_or_default();
    serde_json::from_str(&answer).map_err(|error| WorkerError::Refused(error.to_string()))
}
