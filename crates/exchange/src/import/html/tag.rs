//! A start tag of HTML.

/// A start tag.
#[derive(Debug)]
pub struct Tag {
    /// Its name, in lower case.
    pub name: String,
    /// The source, if HTML has no such tag.
    pub unknown: Option<String>,
    /// The attributes, by name.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty if it has no value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(of, _)| of == name);
        found.map(|(_, value)| value.trim())
    }
}
