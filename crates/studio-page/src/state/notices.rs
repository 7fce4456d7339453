//! What the studio has to say about what somebody did.

/// A sentence that stays until it is closed, or until another one takes its place.
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
