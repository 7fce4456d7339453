//! HTML as WordPress writes it: its paragraphs as text.

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A paragraph or a heading.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The text.
    pub text: String,
    /// Where it begins, in bytes of the HTML.
    pub at: usize,
    /// 1 to 6 for a heading; 7 for a paragraph that is bold from beginning to end, which many use
    /// as one.
    pub heading: Option<u8>,
}

/// What stands in a text and cannot be kept: where, in bytes, and what it is.
pub type LeftOut = Vec<(usize, String)>;

/// The blocks of a text, and what could not be kept. WordPress takes an empty line for the end of a
/// paragraph and the end of a line for a break, where no tag says so.
pub fn blocks(html: &str) -> (Vec<Block>, LeftOut) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reading = Reading::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                reading.start(&lossy(&tag.name), tag.span.start, attribute);
            }
            Token::EndTag(tag) => reading.end(&lossy(&tag.name)),
            Token::String(text) => reading.text(&lossy(&text), text.span.start),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reading.name_hidden(false);
    reading.close();
    (reading.blocks, reading.left_out)
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[derive(Default)]
struct Reading {
    open: Block,
    /// How many elements of strong emphasis are open.
    strong: usize,
    /// Whether letters of the open block stand outside of those.
    not_strong: bool,
    /// Whether a <br> came just now: the end of the line behind it is not another.
    after_break: bool,
    /// The open element whose text is no text of the message.
    hidden: Option<Hidden>,
    emphasis_named: bool,
    blocks: Vec<Block>,
    left_out: LeftOut,
}

/// An element whose text is no text of the message.
struct Hidden {
    name: String,
    at: usize,
    text: String,
}

impl Reading {
    fn start(&mut self, name: &str, at: usize, attribute: impl Fn(&str) -> Option<String>) {
        let address = |name| attribute(name).unwrap_or_default();
        match name {
            "br" => {
                self.open.text.push('\n');
                self.after_break = true;
            }
            "strong" | "b" => {
                self.strong += 1;
                self.name_emphasis(at);
            }
            "em" | "i" | "u" => self.name_emphasis(at),
            "a" => {
                let text = format!("the address of a link was left out: {}", address("href"));
                self.left_out.push((at, text));
            }
            "img" | "iframe" | "video" | "audio" | "embed" | "object" => {
                let text = format!("<{name}> was left out: {} {}", address("src"), address("alt"));
                self.left_out.push((at, text.trim_end().to_owned()));
            }
            "script" | "style" | "form" if self.hidden.is_none() => {
                self.hidden = Some(Hidden { name: name.to_owned(), at, text: String::new() });
            }
            _ if is_block(name) => {
                self.close();
                self.open.heading = level(name);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.hidden.as_ref().is_some_and(|hidden| hidden.name == name) {
            self.name_hidden(true);
        } else if matches!(name, "strong" | "b") {
            self.strong = self.strong.saturating_sub(1);
        } else if is_block(name) {
            self.close();
        }
    }

    fn text(&mut self, text: &str, at: usize) {
        if let Some(hidden) = &mut self.hidden {
            hidden.text += text;
            return;
        }
        let mut line_at = at;
        let after_break = std::mem::take(&mut self.after_break);
        let text = text.strip_prefix('\n').filter(|_| after_break).unwrap_or(text);
        for line in text.split_inclusive('\n') {
            let blank = line.trim().is_empty();
            if blank && self.open.text.ends_with('\n') && line.ends_with('\n') {
                self.close();
            } else if !(blank && self.open.text.is_empty()) {
                if self.open.text.trim().is_empty() {
                    self.open.at = line_at;
                }
                self.not_strong |= !blank && self.strong == 0;
                self.open.text += line;
            }
            line_at += line.len();
        }
    }

    /// Names what was hidden: in an element that is not closed may be more than its own text.
    fn name_hidden(&mut self, closed: bool) {
        let Some(Hidden { name, at, text }) = self.hidden.take() else { return };
        let words: Vec<_> = text.split_whitespace().collect();
        let is_code = closed && name != "form";
        let text = match words.as_slice() {
            [_, ..] if !is_code => format!("<{name}> was left out: {}", words.join(" ")),
            _ => format!("<{name}> was left out."),
        };
        self.left_out.push((at, text));
    }

    fn name_emphasis(&mut self, at: usize) {
        if !std::mem::replace(&mut self.emphasis_named, true) {
            self.left_out
                .push((at, "emphasis was left out here and below; the words were kept.".into()));
        }
    }

    fn close(&mut self) {
        let mut block = std::mem::take(&mut self.open);
        let not_strong = std::mem::take(&mut self.not_strong);
        block.text = block.text.trim_matches(['\n', ' ', '\t']).to_owned();
        if block.text.is_empty() {
            return;
        }
        if block.heading.is_none() && !not_strong {
            block.heading = Some(7);
        }
        self.blocks.push(block);
    }
}

fn level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn is_block(name: &str) -> bool {
    let others = [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "hr",
        "table",
        "tr",
        "td",
        "th",
        "figure",
        "figcaption",
        "section",
        "address",
        "aside",
        "caption",
        "center",
        "details",
        "main",
        "nav",
        "option",
        "summary",
        "article",
        "header",
        "footer",
        "dl",
        "dt",
        "dd",
        "form",
    ];
    level(name).is_some() || others.contains(&name)
}
