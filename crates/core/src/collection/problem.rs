//! Problems in a collection file.

/// A problem in a collection file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its location, as a path such as `messages[3].senders[0].country`.
    pub path: String,
    /// Its position in the file: exact for errors of form; for errors of content, the beginning of
    /// the message.
    pub position: Position,
    /// The id of the message left out because of it.
    pub left_out: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// A position in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 1.
    pub column: usize,
}

/// The kind of problem; each locale has the text for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not JSON at all.
    NotJson {
        /// The parser's description.
        detail: String,
    },
    /// JSON of the wrong shape: a field is missing, misspelt or of the wrong type.
    WrongShape {
        /// The parser's description.
        detail: String,
    },
    /// No messages, or none that can be shown.
    NoMessages,
    /// A list that must have an entry is empty.
    EmptyList,
    /// A text that must say something is empty or blank.
    EmptyText,
    /// An id of anything but lower-case letters, digits and single hyphens.
    MalformedId {
        /// The id given.
        id: String,
    },
    /// An id that an earlier message already has.
    DuplicateId {
        /// The id.
        id: String,
        /// The path of that message.
        first: String,
    },
    /// Not an ISO 3166-1 alpha-2 code.
    UnknownCountry {
        /// The code given.
        code: String,
    },
    /// Not the id of a region.
    UnknownRegion {
        /// The id given.
        id: String,
    },
    /// A sender with a region as well as a country, which implies the region.
    RegionBesideCountry,
    /// Not a BCP 47 language tag.
    MalformedLanguage {
        /// The tag given.
        tag: String,
    },
    /// Not an absolute `http` or `https` address.
    MalformedUrl {
        /// The address given.
        url: String,
    },
    /// Not the name of a file of the site.
    MalformedFile {
        /// The name given.
        file: String,
    },
    /// Not a day written as YYYY-MM-DD.
    MalformedDate {
        /// The date given.
        date: String,
    },
}
