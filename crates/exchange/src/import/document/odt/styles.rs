//! Styles of an OpenDocument text (ODF 1.3, part 3, §16), as far as they affect what readers see.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::import::document::odt::names::{FO, STYLE, TEXT};
use crate::import::document::styles::Styles;
use crate::import::document::writer::{Height, Look};
use crate::import::xml::child;

/// The character formatting that a style sets. What is not set is inherited.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    hidden: Option<bool>,
    struck: Option<bool>,
    height: Option<Height>,
    lang: Option<String>,
}

impl Letters {
    fn of(style: Node) -> Letters {
        let Some(node) = child(style, "text-properties") else { return Letters::default() };
        let height = node.attribute((STYLE, "text-position")).map(|position| {
            let position = position.split_whitespace().next().unwrap_or_default();
            match position.trim_end_matches('%').parse::<f32>() {
                _ if position == "super" => Height::Raised,
                _ if position == "sub" => Height::Lowered,
                Ok(number) if number > 0.0 => Height::Raised,
                Ok(number) if number < 0.0 => Height::Lowered,
                _ => Height::Line,
            }
        });
        let is_said = |value: &&str| !matches!(*value, "none" | "zxx" | "");
        let lang = node.attribute((FO, "language")).filter(is_said).map(|lang| {
            match node.attribute((FO, "country")).filter(is_said) {
                Some(country) => format!("{lang}-{country}"),
                None => lang.to_owned(),
            }
        });
        Letters {
            hidden: node.attribute((TEXT, "display")).map(|display| display == "none"),
            struck: node
                .attribute((STYLE, "text-line-through-style"))
                .or(node.attribute((STYLE, "text-line-through-type")))
                .map(|line| line != "none"),
            height,
            lang: lang.filter(|tag| solidarity_core::collection::is_language_tag(tag)),
        }
    }

    /// This formatting, with what is not set taken from the other.
    fn over(self, others: &Letters) -> Letters {
        Letters {
            hidden: self.hidden.or(others.hidden),
            struck: self.struck.or(others.struck),
            height: self.height.or(others.height),
            lang: self.lang.or_else(|| others.lang.clone()),
        }
    }

    /// The same formatting, but hidden.
    pub fn hidden(&self) -> Letters {
        Letters { hidden: Some(true), ..self.clone() }
    }

    /// How text with this formatting looks.
    pub fn look(&self) -> Look {
        Look {
            hidden: self.hidden.unwrap_or_default(),
            struck: self.struck.unwrap_or_default(),
            height: self.height.unwrap_or_default(),
            lang: self.lang.clone(),
        }
    }
}

/// What a style sets.
struct Style {
    letters: Letters,
    list: Option<String>,
}

/// The styles of an OpenDocument text.
#[derive(Default)]
pub struct TextStyles {
    /// The default formatting.
    pub all: Letters,
    by_family: HashMap<String, Styles<Style>>,
}

impl TextStyles {
    /// Adds the styles that a part defines.
    pub fn add(&mut self, part: &Document) {
        for node in part.descendants() {
            if node.has_tag_name((STYLE, "default-style")) {
                if node.attribute((STYLE, "family")) == Some("paragraph") {
                    self.all = Letters::of(node);
                }
            } else if node.has_tag_name((STYLE, "style")) {
                let attribute = |name| node.attribute((STYLE, name)).map(str::to_owned);
                let (Some(family), Some(name)) = (attribute("family"), attribute("name")) else {
                    continue;
                };
                let list = attribute("list-style-name");
                let style = Style { letters: Letters::of(node), list };
                let base = attribute("parent-style-name");
                self.by_family.entry(family).or_default().add(name, base, style);
            }
        }
    }

    /// The formatting of a style, with what it does not set taken from the other.
    pub fn letters(&self, family: &str, name: Option<&str>, others: &Letters) -> Letters {
        let styles = self.inherited(family, name);
        let letters = styles.fold(Letters::default(), |own, style| own.over(&style.letters));
        letters.over(others)
    }

    /// The list style of the paragraphs of a style.
    pub fn list(&self, name: Option<&str>) -> Option<&str> {
        self.inherited("paragraph", name).find_map(|style| style.list.as_deref())
    }

    fn inherited(&self, family: &str, name: Option<&str>) -> impl Iterator<Item = &Style> {
        self.by_family.get(family).into_iter().flat_map(move |styles| styles.inherited(name))
    }
}
