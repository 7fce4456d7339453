//! Parts that are left out of a text, with their words.

use crate::import::html::elements::is_block;
use crate::import::html::tag::Tag;

/// An element or a shortcode whose text is not part of the message.
pub struct Withheld {
    /// The piece that began it.
    pub by: usize,
    pub line: usize,
    pub kind: Kind,
    text: String,
}

/// What is left out.
pub enum Kind {
    /// Something that is not part of the message.
    Apart {
        /// What it is.
        what: String,
        /// Whether it ends at its own end tag. An unclosed element may contain more than its own text.
        code: bool,
    },
    /// Words that were struck out.
    Struck,
    /// A footnote mark, with the name of the footnote, if it has one.
    Mark { id: String },
    /// A footnote within the text, which was read separately.
    Footnote { text: String },
}

impl Withheld {
    /// Begins to leave out.
    pub fn new(by: usize, kind: Kind, line: usize) -> Withheld {
        Withheld { by, line, kind, text: String::new() }
    }

    /// Adds text that is left out.
    pub fn add(&mut self, text: &str) {
        self.text += text;
    }

    /// Adds what a tag says.
    pub fn add_tag(&mut self, tag: &Tag) {
        if is_block(&tag.name) || tag.name == "br" {
            self.text.push(' ');
        }
        if !self.is_named() {
            return;
        }
        let said = ["href", "src", "alt", "title", "value", "placeholder"];
        for value in said.iter().filter_map(|name| tag.attribute(name)) {
            if !value.is_empty() && !value.starts_with('#') {
                self.text += &format!(" ({value}) ");
            }
        }
        // Such as <ann@choir.example>. The elements of drawings are not HTML, so their names are not known.
        let written = tag.unknown.as_deref().filter(|_| tag.name.contains(['@', ':', '.']));
        self.text += written.unwrap_or_default();
    }

    /// Whether a note will quote all that is left out.
    pub fn is_named(&self) -> bool {
        matches!(self.kind, Kind::Apart { .. } | Kind::Struck)
    }

    /// Its words, with a space between.
    pub fn words(&self) -> String {
        self.text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The note on it; `None` if nothing is lost.
    pub fn note(&self) -> Option<String> {
        let words = self.words();
        let (what, code) = match &self.kind {
            Kind::Apart { what, code } => (what.as_str(), *code),
            Kind::Struck => ("struck-out text", false),
            Kind::Mark { .. } | Kind::Footnote { .. } => return None,
        };
        let is_code = code && matches!(what, "<script>" | "<style>");
        let is_empty = words.is_empty();
        // The parentheses of <rp> are written in any case.
        let is_mark = what == "<rp>" && !words.contains(char::is_alphanumeric);
        let is_named = what.starts_with('<') || what.starts_with("the shortcode");
        if is_mark || (is_empty && !is_named) {
            return None;
        }
        let words = if is_code || is_empty { ".".to_owned() } else { format!(": {words}") };
        Some(format!("{what} was left out{words}"))
    }
}
