//! Where somebody is on the page after something else is shown.

use leptos::prelude::*;

use super::editing::row_id;
use super::studio::{Pane, Studio};
use crate::browser;

/// The heading of the list.
const LIST: &str = "list-title";
/// The heading of the form of the collection.
const COLLECTION: &str = "collection-title";

impl Studio {
    /// Shows the form of the collection, and moves the focus there: on a narrow screen its button is folded away again.
    pub fn show_collection(&self) {
        self.show(Pane::Collection);
        later(|| browser::focus(COLLECTION));
    }

    /// Shows the list, and in it the message that is selected.
    pub fn show_list(&self) {
        self.show(Pane::List);
        if let Some(key) = self.selected_untracked() {
            later(move || browser::show_element(&row_id(key)));
        }
    }
}

/// Shows another message, and what else is shown, from its beginning, and gives the focus a place after an import.
pub fn follow(studio: Studio) {
    Effect::new(move |before: Option<_>| {
        let (pane, selected) = (studio.pane(), studio.selected());
        if let Some((pane_before, selected_before)) = before
            && (pane_before, selected_before) != (pane, selected)
        {
            let shown = if pane == Pane::Preview { ".preview-pane" } else { ".editor-pane" };
            browser::show_start(shown, selected != selected_before);
        }
        (pane, selected)
    });
    Effect::new(move |_| {
        let importing = studio.importing;
        importing.report.track();
        importing.dialog.track();
        importing.question.track();
        if studio.is_open() {
            later(move || keep_focus(studio));
        }
    });
}

/// Moves the focus to the message that is selected, or to the list, if what had the focus is gone.
fn keep_focus(studio: Studio) -> Result<(), browser::BrowserError> {
    if browser::is_focus_somewhere() {
        return Ok(());
    }
    match studio.selected_untracked() {
        Some(key) => browser::focus(&row_id(key)),
        None => browser::focus(LIST),
    }
}

/// Does something once the page shows what has just been changed.
fn later(show: impl FnOnce() -> Result<(), browser::BrowserError> + 'static) {
    set_timeout(
        move || {
            if let Err(error) = show() {
                leptos::logging::debug_warn!("{error}");
            }
        },
        Default::default(),
    );
}
