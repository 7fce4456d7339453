//! What an address says: which page to show, and which view of the grid.

use crate::atlas::Place;
use crate::collection::Message;

/// The folder of the grid under headings. It has a path of its own so that it can be a written
/// page.
const COUNTRIES: &str = "countries";

/// A page of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// All messages, as a grid.
    #[default]
    Grid,
    /// The message with this id, if there is one.
    Message(String),
    /// About the collection.
    About,
    /// Not a page of this site; contains the path.
    Unknown(String),
}

/// What the grid shows, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// What was typed into the search box.
    pub query: String,
    /// The chosen place.
    pub place: Option<Place>,
    /// The order of the cards.
    pub order: Order,
    /// Whether the cards are grouped under headings.
    pub grouping: Grouping,
}

/// The order of the cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As published; in a search, best match first.
    #[default]
    Source,
    /// By the sender's name.
    Sender,
    /// The shortest first.
    Length,
}

/// Whether the cards are grouped under headings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// One grid.
    #[default]
    None,
    /// Under region and country.
    Country,
}

impl Order {
    /// Every order, in the sequence in which they are offered.
    pub const ALL: [Order; 3] = [Order::Source, Order::Sender, Order::Length];

    /// Its name in an address.
    pub fn id(self) -> &'static str {
        match self {
            Order::Source => "source",
            Order::Sender => "sender",
            Order::Length => "length",
        }
    }

    /// The order with this id; the default for any other text.
    pub fn from_id(id: &str) -> Order {
        Order::ALL.into_iter().find(|order| order.id() == id).unwrap_or_default()
    }
}

impl Page {
    /// The page for a message.
    pub fn of(message: &Message) -> Page {
        Page::Message(message.id.clone())
    }

    /// Parses a path below the base of the site, without its leading slash, and with or without a
    /// trailing one.
    pub fn parse(path: &str) -> Page {
        match directory(path) {
            "" | COUNTRIES => Page::Grid,
            "about" => Page::About,
            below => match below.strip_prefix("m/") {
                Some(id) if !id.is_empty() && !id.contains('/') => Page::Message(id.to_owned()),
                _ => Page::Unknown(path.to_owned()),
            },
        }
    }

    /// The address below the base of the site, without a leading slash; for the grid, in this view.
    pub fn address(&self, view: &View) -> String {
        match self {
            Page::Grid => view.address(),
            _ => self.path(),
        }
    }

    /// The path below the base of the site, without a leading slash; for the grid, in its default
    /// view.
    pub fn path(&self) -> String {
        match self {
            Page::Grid => String::new(),
            Page::Message(id) => format!("m/{id}/"),
            Page::About => "about/".to_owned(),
            Page::Unknown(path) => path.clone(),
        }
    }
}

impl View {
    /// Parses an address of the grid: its path below the base of the site, and its query part with
    /// or without a question mark. Ignores what it does not understand.
    pub fn parse(path: &str, search: &str) -> View {
        let mut view = View::default();
        if directory(path) == COUNTRIES {
            view.grouping = Grouping::Country;
        }
        let search = search.strip_prefix('?').unwrap_or(search);
        for (name, value) in form_urlencoded::parse(search.as_bytes()) {
            match name.as_ref() {
                "q" => view.query = value.into_owned(),
                "country" => view.place = Place::from_id(&value),
                "sort" => view.order = Order::from_id(&value),
                _ => {}
            }
        }
        view
    }

    /// The address of the grid in this view, below the base of the site: path and query part.
    pub fn address(&self) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        if !self.query.is_empty() {
            pairs.append_pair("q", &self.query);
        }
        if let Some(place) = self.place {
            pairs.append_pair("country", place.id());
        }
        if self.order != Order::default() {
            pairs.append_pair("sort", self.order.id());
        }
        let pairs = pairs.finish();
        let mut address = match self.grouping {
            Grouping::None => String::new(),
            Grouping::Country => format!("{COUNTRIES}/"),
        };
        if !pairs.is_empty() {
            address += "?";
            address += &pairs;
        }
        address
    }
}

/// A path without the final slash or file name that stands for a folder's page.
fn directory(path: &str) -> &str {
    let path = match path {
        "index.html" => "",
        _ => path.strip_suffix("/index.html").unwrap_or(path),
    };
    path.strip_suffix('/').unwrap_or(path)
}

/// A link to a file or page of the site, given its path below the base. It is relative to the base of
/// the document, so that a site works in whatever folder it is put.
pub fn href_to(path: &str) -> String {
    if path.is_empty() { "./".to_owned() } else { path.to_owned() }
}

/// The files of a site, by their paths below its base.
pub mod files {
    /// The file of messages.
    pub const MESSAGES: &str = "messages.json";
    /// All messages one after another, for printing.
    pub const BOOKLET: &str = "booklet/";
    /// The feed.
    pub const FEED: &str = "feed.xml";
    /// The shape of the land behind the map.
    pub const LAND: &str = "land.svg";
    /// The page that hosts send for unknown addresses.
    pub const NOT_FOUND: &str = "404.html";
}

/// The id of a place's heading in the grid under headings.
pub fn heading_of(place: Place) -> String {
    format!("place-{}", place.id())
}
