//! What the studio has to say about what somebody did.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::studio::Studio;
use crate::browser;

/// How long a success is said.
const LONG_ENOUGH: Duration = Duration::from_secs(8);

/// A sentence. That of a success goes by itself or with the next action; an error stays until it is closed. Another
/// one takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether something failed.
    pub is_error: bool,
    /// Whether it is only read out: whoever sees the page sees it anyway.
    pub is_quiet: bool,
    /// Whether the last step can be taken back beside it.
    pub offers_undo: bool,
    /// The sentence.
    pub text: String,
}

impl Notice {
    /// Something failed.
    pub fn error(text: impl ToString) -> Notice {
        Notice { is_error: true, ..Notice::done(text) }
    }

    /// Something was done.
    pub fn done(text: impl ToString) -> Notice {
        let text = text.to_string();
        Notice { is_error: false, is_quiet: false, offers_undo: false, text }
    }

    /// Something was done that can be seen.
    pub fn quiet(text: impl ToString) -> Notice {
        Notice { is_quiet: true, ..Notice::done(text) }
    }

    /// Something was done that somebody may want to take back at once.
    pub fn undoable(text: impl ToString) -> Notice {
        Notice { offers_undo: true, ..Notice::done(text) }
    }
}

/// Takes away what was said of a success after a while, unless somebody points at it or has the focus in it.
pub fn follow(studio: Studio) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        if let Some(waiting) = waiting.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
        if studio.notice().is_some_and(|notice| !notice.is_error && !notice.is_quiet) {
            wait(studio, waiting);
        }
    });
}

fn wait(studio: Studio, waiting: StoredValue<Option<TimeoutHandle>>) {
    let over = move || {
        if browser::is_shown(".notice:is(:hover, :focus-within)") {
            wait(studio, waiting);
        } else {
            studio.say(None);
        }
    };
    // Without a clock it stays until it is closed.
    waiting.set_value(set_timeout_with_handle(over, LONG_ENOUGH).ok());
}
