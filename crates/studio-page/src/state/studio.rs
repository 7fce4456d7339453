//! The state that all components share.

use leptos::prelude::*;
use solidarity_studio::protocol::Finding;
use solidarity_studio::{Document, Edit, EditError, History, Key, Place, Shown, blank};

use super::away::Away;
use super::editing::Editing;
use super::importing::Importing;
use super::keeping::{self, Keeping};
use super::look::Logos;
use super::notices::Notice;
use super::previewing::Previewing;
use super::{checking, keyboard, notices, offline, previewing, showing};
use crate::browser::{self, NewVersion, Worker};

/// What all components share. It is cheap to copy.
#[derive(Clone, Copy)]
pub struct Studio {
    document: RwSignal<Option<Document>>,
    history: StoredValue<History>,
    /// What undo and redo would do.
    steps: RwSignal<(Option<String>, Option<String>)>,
    selected: RwSignal<Option<Key>>,
    pane: RwSignal<Pane>,
    findings: RwSignal<Vec<Found>>,
    notice: RwSignal<Option<Notice>>,
    /// What is imported.
    pub importing: Importing,
    pub(super) logos: Logos,
    /// What the preview shows.
    pub previewing: Previewing,
    /// What the list and the forms share.
    pub editing: Editing,
    pub(super) keeping: Keeping,
    pub(super) away: Away,
    pub(super) update: RwSignal<Option<NewVersion>, LocalStorage>,
    worker: StoredValue<Worker, LocalStorage>,
}

/// What is shown beside the list of messages, and on a narrow screen instead of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of messages.
    List,
    /// The form of a message.
    Message,
    /// The form of the collection.
    Collection,
    /// The page that visitors will see.
    Preview,
}

impl Pane {
    /// Its name in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Pane::List => "list",
            Pane::Message => "message",
            Pane::Collection => "collection",
            Pane::Preview => "preview",
        }
    }
}

/// A finding, and the place in the document that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The place; `None` if it is about the whole.
    pub place: Option<Place>,
    /// The finding.
    pub finding: Finding,
}

impl Studio {
    /// Provides the state to all components.
    pub fn provide() -> Studio {
        let script =
            browser::assets().map(|assets| format!("{assets}/worker.js")).unwrap_or_default();
        let (pane, selected) = (RwSignal::new(Pane::List), RwSignal::new(None));
        let (document, findings) = (RwSignal::new(None), RwSignal::new(Vec::new()));
        let studio = Studio {
            document,
            history: StoredValue::new(History::default()),
            steps: RwSignal::new((None, None)),
            selected,
            pane,
            findings,
            notice: RwSignal::new(None),
            importing: Importing::new(script.clone()),
            logos: Logos::new(),
            previewing: Previewing::new(script.clone(), pane, selected),
            editing: Editing::new(document, findings),
            keeping: Keeping::new(),
            away: Away::new(),
            update: RwSignal::new_local(None),
            worker: StoredValue::new_local(Worker::new(script)),
        };
        provide_context(studio);
        checking::follow(studio);
        notices::follow(studio);
        showing::follow(studio);
        previewing::follow(studio);
        keyboard::follow(studio);
        keeping::follow(studio);
        offline::follow(studio);
        studio
    }

    /// The state that was provided.
    pub fn here() -> Studio {
        expect_context()
    }

    /// Whether there is a document.
    pub fn is_open(&self) -> bool {
        self.document.with(Option::is_some)
    }

    /// Whether there is a document now.
    pub fn is_open_untracked(&self) -> bool {
        self.document.with_untracked(Option::is_some)
    }

    /// Something of the document, and its changes; `None` without one.
    pub fn with<T>(&self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.document.with(|document| document.as_ref().map(read))
    }

    /// Something of the document as it is now.
    pub fn with_untracked<T>(&self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.document.with_untracked(|document| document.as_ref().map(read))
    }

    /// Opens a new document in place of the one before. It is kept beside those that are kept already.
    pub fn open(&self, document: Document) {
        self.keep_apart();
        self.show_document(document);
    }

    /// Shows a document in place of the one before.
    pub(super) fn show_document(&self, document: Document) {
        self.history.set_value(History::default());
        self.selected.set(document.keys().first().copied());
        self.pane.set(Pane::List);
        self.document.set(Some(document));
        self.note_steps();
    }

    /// Shows no document any more.
    pub(super) fn close(&self) {
        self.history.set_value(History::default());
        self.document.set(None);
        self.selected.set(None);
        self.findings.set(Vec::new());
        self.note_steps();
    }

    /// Puts a document and its history in place of the one before, which is returned.
    pub(super) fn exchange(
        &self,
        document: Document,
        history: History,
    ) -> Option<(Document, History)> {
        let before = self.history.try_update_value(|now| std::mem::replace(now, history));
        let shown = self.selected.get_untracked().filter(|key| document.entry(*key).is_some());
        self.selected.set(shown.or_else(|| document.keys().first().copied()));
        let document = self.document.try_update(|now| now.replace(document)).flatten();
        self.note_steps();
        document.zip(before)
    }

    /// Opens a document without messages.
    pub fn begin(&self, title: &str, language: &str) {
        self.open(Document::new(blank(title.to_owned(), language.to_owned())));
    }

    /// Changes the document, so that the change can be undone.
    pub fn edit(&self, edit: Edit) {
        self.change("", |history, document| history.apply(document, edit).map(|()| None));
    }

    /// Takes back the last step.
    pub fn undo(&self) {
        self.change("Undone: ", History::undo);
    }

    /// Does the last undone step again.
    pub fn redo(&self) {
        self.change("Redone: ", History::redo);
    }

    /// Ends the step that is being typed.
    pub fn seal(&self) {
        self.history.update_value(History::seal);
    }

    /// What undo and redo would do.
    pub fn steps(&self) -> (Option<String>, Option<String>) {
        self.steps.get()
    }

    /// The message that is shown.
    pub fn selected(&self) -> Option<Key> {
        self.selected.get()
    }

    /// The message that is shown now.
    pub fn selected_untracked(&self) -> Option<Key> {
        self.selected.get_untracked()
    }

    /// What is shown now.
    pub fn pane_untracked(&self) -> Pane {
        self.pane.get_untracked()
    }

    /// Shows a message.
    pub fn select(&self, key: Key) {
        self.selected.set(Some(key));
        self.pane.set(Pane::Message);
    }

    /// Shows a message beside the list, which stays shown.
    pub fn select_in_list(&self, key: Key) {
        self.selected.set(Some(key));
        self.pane.set(Pane::List);
    }

    /// What is shown.
    pub fn pane(&self) -> Pane {
        self.pane.get()
    }

    /// Shows something else.
    pub fn show(&self, pane: Pane) {
        self.pane.set(pane);
    }

    /// What the last check found.
    pub fn findings(&self) -> RwSignal<Vec<Found>> {
        self.findings
    }

    /// What there is to say.
    pub fn notice(&self) -> Option<Notice> {
        self.notice.get()
    }

    /// Says something, or nothing any more.
    pub fn say(&self, notice: Option<Notice>) {
        self.notice.set(notice);
    }

    /// The worker.
    pub fn worker(&self) -> Worker {
        self.worker.get_value()
    }

    fn change(
        &self,
        done: &str,
        change: impl FnOnce(&mut History, &mut Document) -> Result<Option<Shown>, EditError>,
    ) {
        if let Some(refusal) = self.keeping.refusal() {
            self.say(Some(Notice::error(refusal)));
            return;
        }
        let mut outcome = Ok(None);
        let selected = self.selected_untracked();
        let at = selected.and_then(|key| self.with_untracked(|it| it.position(key)).flatten());
        self.document.update(|document| {
            let Some(document) = document else { return };
            self.history.update_value(|history| outcome = change(history, document));
        });
        self.note_steps();
        self.keep_selected(at);
        // What was said of the action before is over, and its step is no longer the one that can be taken back.
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(|it| !it.is_error)) {
            self.say(None);
        }
        match outcome {
            Ok(Some(shown)) => {
                self.show_place(&shown.place);
                self.say(Some(Notice::quiet([done, &shown.name].concat())));
            }
            Ok(None) => {}
            Err(error) => self.say(Some(Notice::error(error))),
        }
    }

    /// Selects what stands in the place of the selected message, if that has been removed.
    fn keep_selected(&self, at: Option<usize>) {
        let Some(selected) = self.selected_untracked() else { return };
        let keys = self.with_untracked(Document::keys).unwrap_or_default();
        if !keys.contains(&selected) {
            let next = at.and_then(|at| keys.get(at).or(keys.last()));
            self.selected.set(next.or(keys.first()).copied());
        }
    }

    fn show_place(&self, place: &Place) {
        match place {
            Place::Message(key, _) => self.select(*key),
            Place::Collection(_) | Place::Look => self.show(Pane::Collection),
            Place::List => {}
        }
    }

    fn note_steps(&self) {
        let names = self.history.with_value(|history| {
            (history.undo_name().map(str::to_owned), history.redo_name().map(str::to_owned))
        });
        self.steps.set(names);
    }
}
