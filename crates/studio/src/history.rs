//! Undo and redo.

use std::collections::VecDeque;

use crate::document::Document;
use crate::edit::{Edit, EditError};
use crate::place::Place;
use crate::weight::weight;

/// What has been done to a document, and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    /// Whether the next edit of the same field is a step of its own.
    is_sealed: bool,
    limits: Limits,
}

/// How much can be undone. The last step always can.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many steps.
    pub steps: usize,
    /// How many bytes they may take in all, about. What can be done again is not counted: it takes no more
    /// than the steps that it came from, or the messages that they added.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { steps: 1_000, bytes: 16 << 20 }
    }
}

/// What was undone or done again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shown {
    /// What it is called, such as “move Harmonia”.
    pub name: String,
    /// Where it can be seen.
    pub place: Place,
}

/// An edit that takes back what was done.
#[derive(Clone, Debug)]
struct Step {
    name: String,
    /// Where what was done could be seen.
    place: Place,
    edit: Edit,
    weight: usize,
    /// The field that was typed in.
    typed: Option<Place>,
}

impl History {
    /// A history without steps.
    pub fn new(limits: Limits) -> History {
        History { limits, ..History::default() }
    }

    /// Applies an edit to the document, and remembers how to take it back. Edits of one field that follow
    /// one another are one step, until it is sealed. What was undone cannot be done again afterwards. An edit
    /// that changes nothing is no step.
    ///
    /// # Errors
    /// When the edit does not fit the document. Both are then as they were.
    pub fn apply(&mut self, document: &mut Document, edit: Edit) -> Result<(), EditError> {
        let (name, place) = (edit.name(document), edit.place());
        let typed = edit.typed();
        let is_idle = edit.is_idle(document);
        let inverse = document.apply(edit)?;
        if is_idle {
            return Ok(());
        }
        self.undone.clear();
        let last = self.done.back().filter(|_| !self.is_sealed);
        let goes_on = typed.is_some() && last.is_some_and(|last| last.typed == typed);
        if !goes_on {
            self.done.push_back(Step {
                name,
                place,
                weight: weight(&inverse),
                edit: inverse,
                typed,
            });
            self.forget();
        }
        self.is_sealed = false;
        Ok(())
    }

    /// Ends the step that is being typed: after a pause, or when the field is left.
    pub fn seal(&mut self) {
        self.is_sealed = true;
    }

    /// What [`History::undo`] would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.back().map(|step| step.name.as_str())
    }

    /// What [`History::redo`] would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// Takes back the last step; `None` if there is none.
    ///
    /// # Errors
    /// When the document was changed without this history, and the step does not fit it any more.
    pub fn undo(&mut self, document: &mut Document) -> Result<Option<Shown>, EditError> {
        let Some(step) = self.done.back() else { return Ok(None) };
        let (step, shown) = step.taken(document)?;
        self.done.pop_back();
        self.undone.push(step);
        self.is_sealed = true;
        Ok(Some(shown))
    }

    /// Does again what was undone last; `None` if there is nothing.
    ///
    /// # Errors
    /// As for [`History::undo`].
    pub fn redo(&mut self, document: &mut Document) -> Result<Option<Shown>, EditError> {
        let Some(step) = self.undone.last() else { return Ok(None) };
        let (step, shown) = step.taken(document)?;
        self.undone.pop();
        self.done.push_back(step);
        self.forget();
        self.is_sealed = true;
        Ok(Some(shown))
    }

    /// Forgets the oldest steps that are beyond the limits.
    fn forget(&mut self) {
        let mut bytes: usize = self.done.iter().map(|step| step.weight).sum();
        while self.done.len() > self.limits.steps.max(1)
            || (bytes > self.limits.bytes && self.done.len() > 1)
        {
            bytes -= self.done.pop_front().map_or(0, |step| step.weight);
        }
    }
}

impl Step {
    /// Applies the step; what takes it back has its name.
    fn taken(&self, document: &mut Document) -> Result<(Step, Shown), EditError> {
        let (name, place) = (self.name.clone(), self.place.clone());
        let edit = document.apply(self.edit.clone())?;
        // A message that was removed can only be seen now.
        let shown = match place.clone().within(document) {
            Place::List => self.edit.place().within(document),
            place => place,
        };
        let shown = Shown { name: name.clone(), place: shown };
        Ok((Step { name, place, weight: weight(&edit), edit, typed: None }, shown))
    }
}
