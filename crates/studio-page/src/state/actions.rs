//! What is done to messages with one button.

use solidarity_core::collection::raw::RawMessage;
use solidarity_studio::{
    Document, Edit, EditError, Entry, Field, Key, List, Place, SenderField, byte_at, units,
};

use super::notices::Notice;
use super::studio::{Pane, Studio};

impl Studio {
    /// Makes an edit from the document and applies it, or says why not. Tells whether it was made.
    pub fn attempt(&self, make: impl FnOnce(&Document) -> Result<Edit, EditError>) -> bool {
        self.apply(self.with_untracked(make))
    }

    fn apply(&self, made: Option<Result<Edit, EditError>>) -> bool {
        match made {
            Some(Ok(edit)) => {
                self.seal();
                self.edit(edit);
                self.seal();
                true
            }
            Some(Err(error)) => {
                self.say(Some(Notice::error(error)));
                false
            }
            None => false,
        }
    }

    /// Adds an empty element at a position of a list of a message.
    pub fn add_element(&self, key: Key, list: List, at: usize) {
        if self.attempt(|document| document.add(key, list, at)) {
            self.focus_field(list.field(at));
        }
    }

    /// Moves an element of a list of a message to another position.
    pub fn shift_element(&self, key: Key, list: List, at: usize, to: usize) {
        if self.attempt(|document| document.shift(key, list, at, to)) {
            self.focus_field(list.field(to));
        }
    }

    /// Removes an element of a list of a message.
    pub fn remove_element(&self, key: Key, list: List, at: usize) {
        if self.attempt(|document| document.remove(key, list, at)) {
            self.focus_field(list.field(at.saturating_sub(1)));
        }
    }

    /// Adds an empty message after the one that is selected.
    pub fn add_message(&self) {
        let new = self.with_untracked(|document| {
            let at = self.position_after(document);
            let entry = document.new_message();
            (entry.key, Edit::insertion(at, entry))
        });
        let Some((key, edit)) = new else { return };
        self.edit(edit);
        self.select(key);
        self.focus_field(Field::Sender(0, SenderField::Name(0)));
    }

    /// Adds a copy of a message after it, under an id of its own.
    pub fn duplicate(&self, key: Key) {
        let copied = self.with_untracked(|document| {
            let entry = document.entry(key)?;
            let id = document.unique_id(&entry.message.id);
            let message = RawMessage { id, ..entry.message.clone() };
            let copy = Entry { key: document.new_key(0), message, origin: entry.origin.clone() };
            let at = document.position(key)?.saturating_add(1);
            Some((copy.key, document.name_of(key), Edit::insertion(at, copy)))
        });
        if let Some((copy, name, edit)) = copied.flatten() {
            self.edit(edit);
            self.reveal(&Place::Message(copy, None));
            self.say(Some(Notice::quiet(["Duplicated: ", &name].concat())));
        }
    }

    /// Removes a message, and offers to take that back.
    pub fn remove(&self, key: Key) {
        let removal =
            self.with_untracked(|document| Some((document.name_of(key), document.removal(key)?)));
        if let Some((name, edit)) = removal.flatten() {
            self.edit(edit);
            self.say(Some(Notice::undoable(["Removed: ", &name].concat())));
        }
    }

    /// Moves a message to a position.
    pub fn move_to(&self, key: Key, to: usize) {
        if self.with_untracked(|document| document.position(key)).flatten() == Some(to) {
            return;
        }
        self.edit(Edit::Move { key, to });
        self.seal();
        let said = self.with_untracked(|document| {
            let place = to.saturating_add(1).to_string();
            let all = document.messages().len().to_string();
            ["Moved ", &document.name_of(key), " to place ", &place, " of ", &all].concat()
        });
        self.say(said.map(Notice::quiet));
    }

    /// Moves a message one place up or down.
    pub fn move_by_one(&self, key: Key, down: bool) {
        let moved = self.with_untracked(|document| {
            if down { document.moved_down(key) } else { document.moved_up(key) }
        });
        if let Some(Edit::Move { key, to }) = moved.flatten() {
            self.move_to(key, to);
        }
    }

    /// Makes a message of its own of a paragraph and those after it.
    pub fn split_message(&self, key: Key, at: usize) {
        if self.attempt(|document| document.split_message(key, at)) {
            let second = self.with_untracked(|document| {
                let position = document.position(key)?.saturating_add(1);
                document.messages().get(position).map(|entry| entry.key)
            });
            if let Some(second) = second.flatten() {
                self.select(second);
                self.focus_field(Field::Sender(0, SenderField::Name(0)));
                let said = "Split. Please say who sent the second message.";
                self.say(Some(Notice::undoable(said)));
            }
        }
    }

    /// Appends a message to the one before it.
    pub fn join_with_previous(&self, key: Key) {
        let before = self.with_untracked(|document| {
            let at = document.position(key)?.checked_sub(1)?;
            document.messages().get(at).map(|entry| (entry.key, document.name_of(key)))
        });
        let Some((before, name)) = before.flatten() else { return };
        if self.attempt(|document| document.join_messages(before, key)) {
            self.reveal(&Place::Message(before, None));
            self.say(Some(Notice::undoable(
                ["Joined with the previous message: ", &name].concat(),
            )));
        }
    }

    /// Splits a paragraph at the cursor, which is counted in UTF-16 units.
    pub fn split_paragraph(&self, key: Key, at: usize, cursor: usize) {
        let split = |document: &Document| {
            let text = document.message(key).and_then(|it| Field::Paragraph(at).get(it));
            document.split_paragraph(key, at, byte_at(text.unwrap_or_default(), cursor))
        };
        if self.attempt(split) {
            self.focus_paragraph(at.saturating_add(1), 0);
        }
    }

    /// Joins a paragraph with the one before it; the cursor stays between what they were.
    pub fn join_paragraph(&self, key: Key, at: usize) {
        let Some(before) = at.checked_sub(1) else { return };
        let length = self.with_untracked(|document| {
            let text = document.message(key).and_then(|it| Field::Paragraph(before).get(it));
            units(text.unwrap_or_default())
        });
        if self.attempt(|document| document.join_paragraphs(key, before)) {
            self.focus_paragraph(before, length.unwrap_or_default());
        }
    }

    /// Says in how many places words were replaced.
    pub fn say_replaced(&self, count: usize) {
        let places = if count == 1 { " place." } else { " places." };
        self.say(Some(Notice::undoable(["Replaced in ", &count.to_string(), places].concat())));
    }

    fn position_after(&self, document: &Document) -> usize {
        let selected =
            self.selected_untracked().filter(|_| self.pane_untracked() != Pane::Collection);
        let position = selected.and_then(|key| document.position(key));
        position.map_or(document.messages().len(), |at| at.saturating_add(1))
    }
}
