//! Styles by name, and which of them is based on which.

use std::collections::HashMap;

/// A style inherits from at most this many others, which also ends a circle of styles.
const MOST_BASES: usize = 16;

/// What each style sets itself.
pub struct Styles<Properties>(HashMap<String, Style<Properties>>);

struct Style<Properties> {
    base: Option<String>,
    properties: Properties,
}

impl<Properties> Styles<Properties> {
    /// Adds a style. What it does not set, it inherits from its base.
    pub fn add(&mut self, name: String, base: Option<String>, properties: Properties) {
        self.0.insert(name, Style { base, properties });
    }

    /// What a style sets, then what its base sets, and so on.
    pub fn inherited(&self, name: Option<&str>) -> impl Iterator<Item = &Properties> {
        let first = name.and_then(|name| self.0.get(name));
        let base = |style: &&Style<Properties>| self.0.get(style.base.as_deref()?);
        std::iter::successors(first, base).take(MOST_BASES).map(|style| &style.properties)
    }
}

impl<Properties> Default for Styles<Properties> {
    fn default() -> Self {
        Styles(HashMap::new())
    }
}
