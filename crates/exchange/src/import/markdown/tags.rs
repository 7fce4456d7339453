//! The tags of HTML within Markdown.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::import::style::{Style, class_hides, is_struck};

/// A part of HTML.
#[derive(Debug)]
pub enum Part {
    /// An element begins.
    Opens(Tag),
    /// An element of this name ends.
    Closes(String),
    /// Text, with entities decoded.
    Text(String),
    /// A remark, or anything else without words.
    Remark(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Tag {
    /// Its name, in lower case.
    pub name: String,
    /// Whether a browser does not show what is in it.
    pub hidden: bool,
    /// Whether its words are struck out.
    pub struck: bool,
    /// Whether nothing can be in it.
    pub void: bool,
    /// Its attributes, except those for appearance: `href=“…”`, `title=“…”`.
    pub attributes: String,
    /// The number at which a list begins or an item continues.
    pub start: Option<i64>,
}

/// The position of words relative to the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Above it.
    Super,
    /// Below it.
    Sub,
}

/// Elements whose content browsers do not show as text, or that are not part of a letter, such as forms.
const UNSEEN: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "form", "head", "iframe", "math", "noembed",
    "noframes", "noscript", "object", "rp", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that begin a paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// Elements within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var",
];

/// Attributes without words: they are for appearance.
const WORDLESS: &[&str] = &[
    "align",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "class",
    "clear",
    "color",
    "colspan",
    "dir",
    "face",
    "height",
    "hidden",
    "id",
    "lang",
    "loading",
    "rel",
    "rowspan",
    "size",
    "sizes",
    "start",
    "style",
    "target",
    "type",
    "valign",
    "width",
];

/// The parts of a piece of HTML, each with its byte.
pub fn parts(html: &str) -> Vec<(usize, Part)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut end = 0;
    let mut parts = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let (span, part) = match token {
            Token::StartTag(tag) => (tag.span, Part::Opens(opened(&tag))),
            Token::EndTag(tag) => (tag.span, Part::Closes(lossy(&tag.name))),
            Token::String(text) => (text.span, Part::Text(lossy(&text))),
            Token::Comment(text) => (text.span, Part::Remark(lossy(&text))),
            Token::Doctype(doctype) => (doctype.span, Part::Remark(lossy(&doctype.name))),
            Token::Error(_) => continue,
        };
        end = span.end.max(end);
        parts.push((span.start, part));
    }
    // An unclosed tag is not a token.
    let rest = html.get(end..).unwrap_or_default();
    if !rest.trim().is_empty() {
        parts.push((end, Part::Remark(rest.to_owned())));
    }
    parts
}

/// Whether an element begins a paragraph.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

impl Tag {
    /// Its words: its attributes, and its name if no element has that name.
    pub fn words(&self) -> String {
        let known = [BLOCKS, INLINE, UNSEEN, VOID].iter().any(|names| names.contains(&&*self.name));
        match (known, &*self.attributes) {
            (true, attributes) => attributes.to_owned(),
            (false, attributes) => format!("<{} {attributes}>", self.name),
        }
    }
}

/// Whether an unclosed element continues after the paragraph where it begins.
pub fn goes_on(name: &str) -> bool {
    !ends_itself(name) && (is_block(name) || UNSEEN.contains(&name))
}

/// Whether an element ends with the paragraph that it begins, whether it is closed or not.
pub fn ends_itself(name: &str) -> bool {
    matches!(name, "p" | "li" | "dt" | "dd" | "td" | "th" | "tr" | "option")
}

fn opened(tag: &StartTag<usize>) -> Tag {
    let name = lossy(&tag.name);
    let attribute = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| lossy(value));
    let style = Style::of(&attribute("style").unwrap_or_default());
    let hidden = UNSEEN.contains(&&*name)
        || attribute("hidden").is_some()
        || style.hides()
        || class_hides(&attribute("class").unwrap_or_default());
    let worded = tag.attributes.iter().map(|(name, value)| (lossy(name), lossy(value)));
    let worded = worded.filter(|(name, _)| !WORDLESS.contains(&&**name));
    let worded = worded.map(|(name, value)| match value.trim() {
        "" => name,
        value => format!("{name}=“{value}”"),
    });
    Tag {
        hidden,
        struck: is_struck(&name, &style),
        void: VOID.contains(&&*name),
        attributes: worded.collect::<Vec<_>>().join(" "),
        start: attribute(if name == "li" { "value" } else { "start" })
            .and_then(|start| start.trim().parse().ok()),
        name,
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
