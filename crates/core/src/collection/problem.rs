//! What can be wrong with a collection, where.

/// Something wrong in a collection file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is, as a path such as `messages[3].senders[0].country`.
    pub path: String,
    /// Where it is in the file: the exact spot for a fault of form, the beginning of the message
    /// for a fault of content.
    pub position: Position,
    /// The id of the message that is left out because of it.
    pub left_out: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in bytes, from 1.
    pub column: usize,
}

/// What is wrong, as data; each locale has the text for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not JSON at all.
    NotJson {
        /// What the parser met.
        detail: String,
    },
    /// JSON of another shape: a field missing, misspelt or of the wrong type.
    WrongShape {
        /// What the parser met.
        detail: String,
    },
    /// No messages, or none that can be shown.
    NoMessages,
    /// A list that must have an entry has none.
    EmptyList,
    /// A text that must say something is empty or blank.
    EmptyText,
    /// An id that is not lower-case letters, digits and single hyphens.
    MalformedId {
        /// The id as it stands.
        id: String,
    },
    /// An id that an earlier message has.
    DuplicateId {
        /// The id.
        id: String,
        /// The path of the message that has it.
        first: String,
    },
    /// Not an ISO 3166-1 alpha-2 code.
    UnknownCountry {
        /// The code as it stands.
        code: String,
    },
    /// A region that is none.
    UnknownRegion {
        /// What stands there.
        id: String,
    },
    /// A sender has a country, which says its region, and a region.
    RegionBesideCountry,
    /// Not a BCP 47 language tag.
    MalformedLanguage {
        /// The tag as it stands.
        tag: String,
    },
    /// Not an absolute `http` or `https` address.
    MalformedUrl {
        /// The address as it stands.
        url: String,
    },
    /// Not the name of a file of the site.
    MalformedFile {
        /// What stands there.
        file: String,
    },
    /// Not a day written as YYYY-MM-DD.
    MalformedDate {
        /// The date as it stands.
        date: String,
    },
}
