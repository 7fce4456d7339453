//! The colours of a site, as an organiser chooses them.

mod colour;

use serde::{Deserialize, Serialize};

pub use colour::{Colour, NoColour};

/// The colours that somebody has chosen; the others are those of the style sheet.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Look {
    /// What stands out: places, active links, the lines on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<Shade>,
    /// Countries with messages on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<Shade>,
    /// The whole `theme.css` that came with the collection, if somebody has changed more in it than these
    /// two colours. They are set in it instead of the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
}

/// A colour on light screens, and on dark ones.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Shade {
    /// On light screens.
    pub light: Colour,
    /// On dark screens; without one, the light one is made lighter until it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dark: Option<Colour>,
}
