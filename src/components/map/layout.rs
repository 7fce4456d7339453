//! The position of each place, as classes.
//!
//! They are classes because a strict Content-Security-Policy leaves no room for style attributes;
//! `style/tiles.css` and `style/map.css` define them.

use solidarity_core::atlas::{Anchor, DotMap, Item, Label, Place, Tile, TileMap};

/// How many letters of a word fit into a tile.
const FITTING: usize = 11;

/// The layouts of a list of places.
pub struct Layout {
    places: Vec<Place>,
    /// Whether a name contains a word that is too long for a tile.
    long: bool,
    narrow: TileMap,
    wide: TileMap,
    /// Dots with names, for wide pages; `None` if there are too many.
    pub dots: Option<DotMap>,
}

impl Layout {
    /// Lays places out in every way.
    pub fn new(items: &[Item<'_>]) -> Layout {
        let places: Vec<_> = items.iter().map(|item| item.place).collect();
        Layout {
            narrow: TileMap::narrow(&places),
            wide: TileMap::wide(&places),
            dots: DotMap::new(items),
            long: items.iter().any(|item| {
                // Places that are not countries take up two tiles.
                matches!(item.place, Place::Country(_))
                    && item.text.split([' ', '-']).any(|word| word.chars().count() > FITTING)
            }),
            places,
        }
    }

    /// Whether the tiles of a narrow page are too small for names.
    pub fn is_coded(&self) -> bool {
        self.narrow.columns > 4
    }

    /// Whether the tiles of a wide page are large enough for names.
    pub fn is_named(&self) -> bool {
        self.wide.columns <= 12 && !self.long
    }

    /// Whether the names are listed where there is no room for dots.
    pub fn is_listed(&self) -> bool {
        self.long && !self.is_coded()
    }

    /// The classes of a place.
    pub fn class(&self, place: Place, host: bool) -> String {
        let mut class = String::from(if host { "tile tile-of-host" } else { "tile" });
        let Some(at) = self.places.iter().position(|p| *p == place) else { return class };
        if let (Some(narrow), Some(wide)) = (self.narrow.tiles.get(at), self.wide.tiles.get(at)) {
            let Tile { column, row, span } = narrow;
            class += &format!(" c{} r{} s{span}", column + 1, row + 1);
            class += &format!(" C{} R{}", wide.column + 1, wide.row + 1);
        }
        match self.dots.as_ref().and_then(|dots| *dots.dots.get(at)?) {
            Some(dot) => class += &label_class(&dot.label),
            None => class += " beside",
        }
        class
    }
}

/// One class for each digit of each coordinate: hundreds, tens, ones.
fn label_class(label: &Label) -> String {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let digits = |axis: char, value: f64| {
        let value = value as usize;
        let [hundreds, tens, ones] = [value / 100, value / 10 % 10, value % 10];
        format!(" {axis}h{hundreds} {axis}t{tens} {axis}o{ones}")
    };
    format!(" {anchor}{}{}", digits('x', label.x), digits('y', label.y))
}
