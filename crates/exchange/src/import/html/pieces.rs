//! HTML as a sequence of tags, texts and comments, with their lines.

use std::borrow::Cow;

use html5gum::{DefaultEmitter, Error, StartTag, Token, Tokenizer};

use crate::import::html::elements::is_known;
use crate::import::html::gutenberg::{self, Marker};
use crate::import::html::shortcodes::{Named, Part, Shortcode, language_mark};
use crate::import::html::tag::Tag;
use crate::lines::Lines;

/// A piece, and the line where it begins, from 1.
#[derive(Debug)]
pub struct Piece {
    pub line: usize,
    pub what: What,
}

/// What a piece is.
#[derive(Debug)]
pub enum What {
    Start(Tag),
    End(String),
    Text(String),
    /// A comment that is not a block marker.
    Comment(String),
    /// The marker that begins or ends a WordPress block, or is all of it.
    Marker(Marker),
    /// The tag of a shortcode.
    Shortcode(Shortcode),
    /// The language of what follows; `None` for the default. Written by plugins such as qTranslate.
    Language(Option<String>),
    /// A text that may be a shortcode, and was kept; it is also part of the text before or after it.
    Doubtful(String),
    /// A tag that never ends, and is therefore not a tag: browsers show nothing of it.
    Torn(String),
}

/// The pieces of a text.
pub fn of(html: &str, shortcodes: bool) -> Vec<Piece> {
    let html = without_escaped(html);
    let html = html.as_ref();
    let lines = Lines::of(html);
    let named = shortcodes.then(|| Named::of(html));
    let mut pieces = Vec::new();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut end = 0;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let mut add = |at: usize, what| pieces.push(Piece { line: lines.line(at), what });
        match token {
            Token::StartTag(tag) => {
                end = tag.span.end;
                let written = html.get(tag.span.start..tag.span.end);
                add(tag.span.start, What::Start(start(&tag, written.unwrap_or_default())));
            }
            Token::EndTag(tag) => {
                end = tag.span.end;
                add(tag.span.start, What::End(lossy(&tag.name)));
            }
            Token::Comment(comment) => {
                end = comment.span.end;
                let text = lossy(&comment);
                let marker = gutenberg::marker(&text).map(What::Marker);
                let language = || language_mark(text.trim()).map(What::Language);
                let what = marker.or_else(language).unwrap_or(What::Comment(text));
                add(comment.span.start, what);
            }
            Token::String(text) => {
                end = text.span.end;
                let first = lines.line(text.span.start);
                let text = String::from_utf8_lossy(&text);
                match &named {
                    Some(named) => add_parts(&mut pieces, first, named.parts(&text)),
                    None => add_parts(&mut pieces, first, vec![Part::Text(text.into_owned())]),
                }
            }
            Token::Error(error) if error.value == Error::EofInTag => {
                let torn = html.get(end..).unwrap_or_default();
                let at = end + (torn.len() - torn.trim_start().len());
                add(at, What::Torn(torn.trim().to_owned()));
            }
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    pieces
}

/// Adds the parts of a text that begins in this line.
fn add_parts(pieces: &mut Vec<Piece>, mut line: usize, parts: Vec<Part>) {
    for part in parts {
        let (what, text_lines) = match part {
            Part::Text(text) => {
                let lines = text.matches('\n').count();
                (What::Text(with_brackets(&text)), lines)
            }
            Part::Shortcode(code) => {
                let lines = code.written.matches('\n').count();
                (What::Shortcode(code), lines)
            }
            Part::Language(lang) => (What::Language(lang), 0),
            Part::Doubtful(text) => (What::Doubtful(text), 0),
        };
        pieces.push(Piece { line, what });
        line += text_lines;
    }
}

fn start(tag: &StartTag<usize>, written: &str) -> Tag {
    let name = lossy(&tag.name);
    let unknown = (!is_known(&name)).then(|| written.to_owned());
    let attributes = tag.attributes.iter();
    let attributes = attributes.map(|(name, value)| (lossy(name), lossy(value))).collect();
    Tag { name, unknown, attributes }
}

fn lossy(bytes: &[u8]) -> String {
    with_brackets(&String::from_utf8_lossy(bytes))
}

/// Placeholders for escaped brackets. These characters do not occur in XML.
const BRACKETS: [(char, &str, [&str; 3]); 2] = [
    ('\u{1}', "[", ["&#91;", "&lbrack;", "&lsqb;"]),
    ('\u{2}', "]", ["&#93;", "&rbrack;", "&rsqb;"]),
];

/// A text with placeholders for escaped brackets: these are meant to be shown, so what they contain is not a
/// shortcode.
fn without_escaped(html: &str) -> Cow<'_, str> {
    let mut html = Cow::Borrowed(html);
    for (instead, _, escaped) in BRACKETS {
        for escaped in escaped.iter().filter(|escaped| html.contains(**escaped)).collect::<Vec<_>>()
        {
            html = Cow::Owned(html.replace(escaped, &instead.to_string()));
        }
    }
    html
}

fn with_brackets(text: &str) -> String {
    let all = BRACKETS.iter();
    all.fold(text.to_owned(), |text, (instead, bracket, _)| text.replace(*instead, bracket))
}
