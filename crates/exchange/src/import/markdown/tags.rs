//! The tags of HTML within Markdown.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// A part of HTML.
#[derive(Debug)]
pub enum Part {
    /// An element begins.
    Opens(Tag),
    /// An element of this name ends.
    Closes(String),
    /// Text, with what entities stand for.
    Text(String),
    /// A remark, and what else has no words.
    Remark(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Tag {
    /// Its name, in small letters.
    pub name: String,
    /// Whether a browser does not show what is in it.
    pub hidden: bool,
    /// Whether nothing can be in it.
    pub void: bool,
    /// Its attributes with words or addresses in them: `href`, `title` and the like.
    pub attributes: String,
    /// Where a list begins to count.
    pub start: Option<i64>,
}

/// Where words stand in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Above it.
    Super,
    /// Below it.
    Sub,
}

/// Elements whose content browsers do not show as text, or that are no part of a letter, such as forms.
const UNSEEN: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "form", "head", "iframe", "math", "noembed",
    "noframes", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
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

/// Attributes with something to read in them.
const WORDED: &[&str] =
    &["alt", "aria-label", "cite", "datetime", "href", "label", "src", "title", "value"];

/// Classes by which the styles of many sites hide what has them.
const HIDING_CLASSES: &[&str] = &["d-none", "display-none", "hidden", "is-hidden"];

/// The parts of a piece of HTML, each with its byte.
pub fn parts(html: &str) -> Vec<(usize, Part)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let part = |token| match token {
        Token::StartTag(tag) => Some((tag.span.start, Part::Opens(opened(&tag)))),
        Token::EndTag(tag) => Some((tag.span.start, Part::Closes(lossy(&tag.name)))),
        Token::String(text) => Some((text.span.start, Part::Text(lossy(&text)))),
        Token::Comment(text) => Some((text.span.start, Part::Remark(lossy(&text)))),
        Token::Doctype(_) | Token::Error(_) => None,
    };
    Tokenizer::new_with_emitter(html, emitter).filter_map(|Ok(token)| part(token)).collect()
}

/// Whether an element begins a paragraph.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether an element goes on behind the paragraph that it begins in, if it is not closed.
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
    let style = attribute("style").unwrap_or_default().to_lowercase();
    let style: String = style.split_whitespace().collect();
    let classes = attribute("class").unwrap_or_default();
    let hidden = UNSEEN.contains(&&*name)
        || attribute("hidden").is_some()
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
        || classes.split_whitespace().any(|class| HIDING_CLASSES.contains(&class));
    let worded = WORDED.iter().filter_map(|name| Some((name, attribute(name)?)));
    let worded = worded.filter(|(_, value)| !value.trim().is_empty());
    Tag {
        hidden,
        void: VOID.contains(&&*name),
        attributes: worded
            .map(|(name, value)| format!("{name}=“{value}”"))
            .collect::<Vec<_>>()
            .join(" "),
        start: attribute("start").and_then(|start| start.trim().parse().ok()),
        name,
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
