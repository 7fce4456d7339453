//! What a written page tells the program: the contract between the publisher, which writes pages,
//! and the program, which takes them over.
//!
//! The publisher writes a [`Handover`] as attributes of the element that contains the page, and the
//! program reads it from there.

mod shape;

pub use shape::{COMMENT, PageShape, TEXT};

/// The id of the element that contains the page.
pub const ELEMENT: &str = "app";

/// The number of messages in one part of a divided collection's texts: few, because the messages
/// that a search finds are far apart, but more than one, because consecutive messages are read
/// together.
pub const MESSAGES_PER_PART: usize = 8;

/// What a written page says about itself and the site, with addresses below the base of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// The messages file or, for a divided collection, the list of messages.
    pub messages: String,
    /// The page that was written: its path below the base.
    pub page: String,
    /// The shape of its nodes.
    pub shape: PageShape,
    /// The other files of a divided collection.
    pub parts: Option<Parts>,
    /// The parts of the texts that the page shows; empty unless the collection is divided.
    pub texts: Vec<usize>,
    /// The full address of the home page, with a slash at the end, if one was set.
    pub url: Option<String>,
}

/// The files of a divided collection, besides the list of its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The search index.
    pub index: String,
    /// The word order, for phrases.
    pub order: String,
    /// The folder of the texts, with a slash at the end.
    pub texts: String,
}

const MESSAGES: &str = "data-messages";
const PAGE: &str = "data-page";
const SHAPE: &str = "data-shape";
const PARTS: &str = "data-parts";
const TEXTS: &str = "data-texts";
const URL: &str = "data-url";

impl Handover {
    /// The names and values of the attributes, in the order in which they are written.
    ///
    /// ```
    /// use solidarity_core::handover::{Handover, PageShape};
    ///
    /// let handover = Handover {
    ///     messages: "messages-1.json".into(),
    ///     page: "about/".into(),
    ///     shape: PageShape::EMPTY,
    ///     parts: None,
    ///     texts: Vec::new(),
    ///     url: None,
    /// };
    /// let written = handover.attributes();
    /// let value = |name: &str| written.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone());
    /// assert_eq!(Handover::read(&value), Some(handover));
    /// ```
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let Handover { messages, page, shape, parts, texts, url } = self;
        let mut attributes =
            vec![(MESSAGES, messages.clone()), (PAGE, page.clone()), (SHAPE, shape.written())];
        if let Some(Parts { index, order, texts: folder }) = parts {
            let texts: Vec<_> = texts.iter().map(usize::to_string).collect();
            attributes.push((PARTS, format!("{index} {order} {folder}")));
            attributes.push((TEXTS, texts.join(" ")));
        }
        attributes.extend(url.clone().map(|url| (URL, url)));
        attributes
    }

    /// Reads the attributes of an element; `None` if nothing was written, as in the page that Trunk
    /// serves to developers.
    pub fn read(attribute: &dyn Fn(&str) -> Option<String>) -> Option<Handover> {
        let parts = attribute(PARTS).and_then(|parts| {
            let mut parts = parts.split(' ').map(str::to_owned);
            Some(Parts { index: parts.next()?, order: parts.next()?, texts: parts.next()? })
        });
        let texts = attribute(TEXTS).unwrap_or_default();
        Some(Handover {
            messages: attribute(MESSAGES)?,
            page: attribute(PAGE)?,
            shape: PageShape::read(&attribute(SHAPE)?)?,
            parts,
            texts: texts.split(' ').filter_map(|part| part.parse().ok()).collect(),
            url: attribute(URL),
        })
    }
}
