//! Styles of a Word document (ECMA-376, part 1, §17.7), as far as they affect what readers see.

use roxmltree::{Document, Node};

use crate::import::document::docx::names::{attribute, switch, value};
use crate::import::document::styles::Styles;
use crate::import::document::writer::{Height, Look};
use crate::import::xml::child;

/// The character formatting that a style or a run sets. What is not set is inherited.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    hidden: Option<bool>,
    struck: Option<bool>,
    height: Option<Height>,
    latin: Option<String>,
    east_asian: Option<String>,
    complex: Option<String>,
}

impl Letters {
    /// The formatting in the properties of a run (`w:rPr`, §17.3.2).
    pub fn of(properties: Node) -> Letters {
        let height = child(properties, "vertAlign").and_then(value).map(|value| match value {
            "superscript" => Height::Raised,
            "subscript" => Height::Lowered,
            _ => Height::Line,
        });
        let language = child(properties, "lang");
        let language = |name| Some(attribute(language?, name)?.to_owned());
        Letters {
            hidden: switch(properties, "vanish"),
            struck: switch(properties, "strike").or(switch(properties, "dstrike")),
            height: height.or(moved(properties)),
            latin: language("val"),
            east_asian: language("eastAsia"),
            complex: language("bidi"),
        }
    }

    /// This formatting, with what is not set taken from the other.
    pub fn over(self, others: &Letters) -> Letters {
        let or = |own: Option<String>, other: &Option<String>| own.or_else(|| other.clone());
        Letters {
            hidden: self.hidden.or(others.hidden),
            struck: self.struck.or(others.struck),
            height: self.height.or(others.height),
            latin: or(self.latin, &others.latin),
            east_asian: or(self.east_asian, &others.east_asian),
            complex: or(self.complex, &others.complex),
        }
    }

    /// How text with this formatting looks.
    pub fn look(&self, text: &str) -> Look {
        let lang = match text.chars().find(|c| c.is_alphabetic()) {
            // Hebrew to Tibetan, and Arabic presentation forms.
            Some('\u{590}'..='\u{fff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}') => {
                &self.complex
            }
            Some('\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}') => {
                &self.east_asian
            }
            _ => &self.latin,
        };
        let is_tag = |tag: &&String| {
            solidarity_core::collection::is_language_tag(tag) && !tag.starts_with("x-")
        };
        Look {
            hidden: self.hidden.unwrap_or_default(),
            struck: self.struck.unwrap_or_default(),
            height: self.height.unwrap_or_default(),
            lang: lang.as_ref().filter(is_tag).cloned(),
        }
    }
}

/// The height of letters that are shifted by half-points (§17.3.2.24), as LibreOffice writes superscripts. A
/// shift of less than two points is only cosmetic.
fn moved(properties: Node) -> Option<Height> {
    match child(properties, "position").and_then(value)?.parse::<i32>().ok()? {
        4.. => Some(Height::Raised),
        -3..=3 => Some(Height::Line),
        _ => Some(Height::Lowered),
    }
}

/// What a style sets.
struct Style {
    letters: Letters,
    list: Option<(String, usize)>,
}

/// The styles of a Word document.
#[derive(Default)]
pub struct WordStyles {
    /// The default formatting.
    pub all: Letters,
    /// The style of paragraphs that do not name one.
    usual: Option<String>,
    by_id: Styles<Style>,
}

impl WordStyles {
    /// Reads the part that defines the styles.
    pub fn of(part: &Document) -> WordStyles {
        let mut styles = WordStyles::default();
        for node in part.root_element().children() {
            match node.tag_name().name() {
                "docDefaults" => {
                    let properties = child(node, "rPrDefault").and_then(|node| child(node, "rPr"));
                    styles.all = properties.map(Letters::of).unwrap_or_default();
                    // These are defaults of the program, not statements about this text.
                    styles.all.east_asian = None;
                    styles.all.complex = None;
                }
                "style" => {
                    let Some(id) = attribute(node, "styleId") else { continue };
                    if attribute(node, "type") == Some("paragraph")
                        && matches!(attribute(node, "default"), Some("1" | "true" | "on"))
                    {
                        styles.usual = Some(id.to_owned());
                    }
                    let base = child(node, "basedOn").and_then(value).map(str::to_owned);
                    let style = Style {
                        letters: child(node, "rPr").map(Letters::of).unwrap_or_default(),
                        list: child(node, "pPr").and_then(list),
                    };
                    styles.by_id.add(id.to_owned(), base, style);
                }
                _ => {}
            }
        }
        styles
    }

    /// The formatting of a style, with what it does not set taken from the other.
    pub fn letters(&self, style: Option<&str>, others: &Letters) -> Letters {
        let styles = self.by_id.inherited(style);
        let letters = styles.fold(Letters::default(), |own, style| own.over(&style.letters));
        letters.over(others)
    }

    /// The list and the level of the paragraphs of a style.
    pub fn list(&self, style: Option<&str>) -> Option<(String, usize)> {
        self.by_id.inherited(style).find_map(|style| style.list.clone())
    }

    /// The style of paragraphs that do not name one.
    pub fn usual(&self) -> Option<&str> {
        self.usual.as_deref()
    }
}

/// The list and the level in the properties of a paragraph (`w:numPr`, §17.3.1.19).
pub fn list(properties: Node) -> Option<(String, usize)> {
    let list = child(properties, "numPr")?;
    let id = child(list, "numId").and_then(value)?;
    let level = child(list, "ilvl").and_then(value).and_then(|level| level.parse().ok());
    Some((id.to_owned(), level.unwrap_or_default()))
}
