//! What the studio has to say about what somebody did.

/// A sentence that stays until it is closed, or until another one takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether something failed.
    pub is_error: bool,
    /// The sentence.
    pub text: String,
}

impl Notice {
    /// Something failed.
    pub fn error(text: impl ToString) -> Notice {
        Notice { is_error: true, text: text.to_string() }
    }

    /// Something was done.
    pub fn done(text: impl ToString) -> Notice {
        Notice { is_error: false, text: text.to_string() }
    }
}
