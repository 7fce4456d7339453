//! What is asked when messages are brought that may be there already.

use leptos::prelude::*;
use solidarity_studio::Key;
use solidarity_studio::intake::Present;

use super::kept::only_new;
use super::reading::Read;
use super::words::sources;
use crate::state::Studio;
use crate::state::notices::Notice;

/// A question about an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The names of the sources in a few words.
    pub sources: String,
    /// How many messages were read.
    pub count: usize,
    /// How many of them are there already, letter for letter.
    pub same: usize,
    /// The messages that came from the same files before.
    pub before: Vec<Key>,
    /// How many of these have been edited since.
    pub edited: usize,
}

/// What somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Add those that are not there.
    OnlyNew,
    /// Put them in the place of those from the same files.
    Replace,
    /// Add all of them once more.
    Both,
    /// Leave everything as it is.
    Nothing,
}

impl Studio {
    /// What to ask before messages are added, if anything.
    pub(super) fn question_of(&self, read: &Read, present: Present) -> Option<Question> {
        let Present { same, from_same_files } = present;
        // The number in the name of a pasted text begins anew with the page.
        let is_pasted = read.given.iter().all(|given| given.name.starts_with("Pasted "));
        let before = if is_pasted { Vec::new() } else { from_same_files };
        let edited = read.given.iter().map(|given| self.edited_since(&given.name)).sum();
        let (sources, count) = (sources(&read.given), read.imported.messages.len());
        let is_asked = same > 0 || !before.is_empty();
        is_asked.then_some(Question { sources, count, same, before, edited })
    }

    /// Does what somebody answers to the question.
    pub fn answer(&self, answer: Answer) {
        let question = self.importing.question.get_untracked();
        self.importing.question.set(None);
        let mut waiting = None;
        self.importing.kept.update_value(|kept| waiting = kept.waiting.take());
        let (Some(question), Some((read, report))) = (question, waiting) else { return };
        match answer {
            Answer::Both => self.add(read, report, None),
            Answer::Replace => self.add(read, report, Some(question.before)),
            Answer::OnlyNew => self.add(only_new(self, read), report, None),
            Answer::Nothing => self.say(Some(Notice::done("Nothing was changed."))),
        }
    }
}
