//! The colours of a site, as an organiser chooses them.

mod colour;
mod contrast;
mod sheet;

use serde::{Deserialize, Serialize};

use sheet::Sheet;

pub use colour::{Colour, NoColour};
pub use contrast::{Contrast, Scheme, Verdict};

/// The chosen colours; the others are those of the style sheet.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default)]
pub struct Look {
    /// The accent colour: places, active links, the lines on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accent: Option<Shade>,
    /// Countries with messages on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<Shade>,
    /// The whole `theme.css` that came with the collection, if more than these two colours was changed in it.
    /// They are set in this one instead of the default.
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

/// The share of the colour in the tint of countries with messages on the map, in per cent; the rest is paper.
const TINT: u32 = 18;

/// Letters that are lightened for dark screens get a little more than the minimum contrast (WCAG 2.2, success
/// criterion 1.4.3), because light letters on dark look thinner.
const ON_DARK: f64 = 5.5;

impl Look {
    /// The whole `theme.css`: the default one with the chosen colours. It can be published if all of
    /// [`Look::contrasts`] are sufficient.
    pub fn theme_css(&self, default_css: &str) -> String {
        let css = self.sheet.as_deref().unwrap_or(default_css);
        let (sheet, default) = (Sheet::of(css), Sheet::of(default_css));
        // A sheet of an earlier version may lack a colour.
        let mut changes: Vec<_> = default.missing_in(&sheet).collect();
        let mut change = |name, pair| {
            changes.retain(|(missing, _)| *missing != name);
            changes.push((name, pair));
        };
        if let Some(accent) = self.accent {
            change("accent", accent.pair(&sheet));
        }
        if let Some(map) = self.map {
            let strong = map.pair(&sheet);
            change("tile-strong", strong);
            change("tile-strong-ink", inks(strong, &sheet));
            if let Some(paper) = sheet.pair("paper") {
                change("tile", each(paper, strong, |paper, map| paper.mixed(map, TINT)));
            }
        }
        sheet.with(css, &changes)
    }

    /// The resulting accent colour, for light and dark screens.
    pub fn accent_shown(&self, default_css: &str) -> Option<[Colour; 2]> {
        Sheet::of(&self.theme_css(default_css)).pair("accent")
    }

    /// The resulting colour of the map, for light and dark screens.
    pub fn map_shown(&self, default_css: &str) -> Option<[Colour; 2]> {
        Sheet::of(&self.theme_css(default_css)).pair("tile-strong")
    }

    /// The contrasts of its colours, those that can be chosen first.
    pub fn contrasts(&self, default_css: &str) -> Vec<Contrast> {
        contrast::contrasts(&Sheet::of(&self.theme_css(default_css)))
    }

    /// The look of a `theme.css`. If it differs from the default in more than the colours that can be chosen,
    /// even in a comment, it is kept as a whole.
    pub fn from_css(css: &str, default_css: &str) -> Look {
        let (sheet, default) = (Sheet::of(css), Sheet::of(default_css));
        let chosen = |name: &str| {
            let pair = sheet.pair(name).filter(|pair| default.pair(name) != Some(*pair))?;
            Some(Shade::of(pair, &default))
        };
        let look = Look { accent: chosen("accent"), map: chosen("tile-strong"), sheet: None };
        if look.theme_css(default_css) == css {
            look
        } else {
            Look { sheet: Some(css.to_owned()), ..Look::default() }
        }
    }
}

impl Shade {
    /// The colours for light and for dark screens.
    fn pair(self, sheet: &Sheet) -> [Colour; 2] {
        let Shade { light, dark } = self;
        let derived = || {
            let paper = sheet.pair("paper").map_or(Colour::BLACK, |[_, dark]| dark);
            light.readable_on(paper, ON_DARK)
        };
        [light, dark.unwrap_or_else(derived)]
    }

    /// The shade with these colours; the dark one is left out if it is derived.
    fn of([light, dark]: [Colour; 2], sheet: &Sheet) -> Shade {
        let shade = Shade { light, dark: None };
        if shade.pair(sheet) == [light, dark] { shade } else { Shade { light, dark: Some(dark) } }
    }
}

/// The colours of letters on these colours: those of the style sheet if legible, otherwise the best.
fn inks(under: [Colour; 2], sheet: &Sheet) -> [Colour; 2] {
    let usual = sheet.pair("tile-strong-ink").unwrap_or([Colour::WHITE, Colour::BLACK]);
    let [light, dark] = usual;
    each(under, usual, |under, usual| {
        let choices = [usual, light, dark, Colour::WHITE, Colour::BLACK].into_iter();
        let mut readable = choices.filter(|ink| ink.contrast(under) >= 4.5);
        // Either black or white is legible on any colour.
        readable.next().unwrap_or(Colour::BLACK)
    })
}

/// Pairs of two pairs: for light screens, and for dark ones.
fn each(
    [a, b]: [Colour; 2],
    [c, d]: [Colour; 2],
    made: impl Fn(Colour, Colour) -> Colour,
) -> [Colour; 2] {
    [made(a, c), made(b, d)]
}
