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

/// The limits of what can be undone. The last step always can be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many steps.
    pub steps: usize,
    /// The approximate size of all steps, in bytes. Redo steps are not counted: they take no more than the undo
    /// steps that they came from, or the messages that these added.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { steps: 1_000, bytes: 16 << 20 }
    }
}

/// What was undone or redone.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shown {
    /// What it is called, such as “move Harmonia”.
    pub name: String,
    /// Where it can be seen.
    pub place: Place,
}

/// An inverse edit.
#[derive(Clone, Debug)]
struct Step {
    name: String,
    /// Where the change could be seen.
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

    /// Applies an edit to the document, and remembers how to undo it. Consecutive edits of one field are one
    /// step, until it is sealed. Undone steps can no longer be redone afterwards. An edit that changes nothing
    /// is not a step.
    ///
    /// # Errors
    /// When the edit does not fit the document. Both then stay unchanged.
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

    /// The name of what [`History::undo`] would undo.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.back().map(|step| step.name.as_str())
    }

    /// The name of what [`History::redo`] would redo.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// Undoes the last step; `None` if there is none.
    ///
    /// # Errors
    /// When the document was changed without this history, so that the step no longer fits it.
    pub fn undo(&mut self, document: &mut Document) -> Result<Option<Shown>, EditError> {
        let Some(step) = self.done.back() else { return Ok(None) };
        let (step, shown) = step.taken(document)?;
        self.done.pop_back();
        self.undone.push(step);
        self.is_sealed = true;
        Ok(Some(shown))
    }

    /// Redoes the step undone last; `None` if there is none.
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

    /// Drops the oldest steps beyond the limits.
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
    /// Applies the step, and returns its inverse under the same name.
    fn taken(&self, document: &mut Document) -> Result<(Step, Shown), EditError> {
        let (name, place) = (self.name.clone(), self.place.clone());
        let edit = document.apply(self.edit.clone())?;
        // A removed message can only be seen now.
        let shown = match place.clone().within(document) {
            Place::List => self.edit.place().within(document),
            place => place,
        };
        let shown = Shown { name: name.clone(), place: shown };
        Ok((Step { name, place, weight: weight(&edit), edit, typed: None }, shown))
    }
}
