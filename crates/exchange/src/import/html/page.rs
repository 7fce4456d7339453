//! A whole page, as browsers save it and mail programs send it.

use std::ops::Range;

use solidarity_core::collection::is_language_tag;

use crate::import::html::ends::{self, End};
use crate::import::html::pieces::{self, Piece, What};
use crate::import::html::reading::Reading;
use crate::import::html::spaces;
use crate::import::html::tag::Tag;
use crate::import::html::text::{Block, Html, LeftOut, Read};

/// The content of a page.
pub struct Page {
    /// Its title, in one line; empty if there is none.
    pub title: String,
    /// Its paragraphs and headings, each with its language if the page gives one.
    pub blocks: Vec<Block>,
    /// What could not be kept, by line.
    pub left_out: LeftOut,
}

/// Reads a page. `apart` names elements that are not part of the text. With `main`, only the main content
/// counts, if the page marks any.
pub fn read(source: &str, main: bool, apart: fn(&Tag) -> Option<&'static str>) -> Page {
    let mut pieces = pieces::of(source, false);
    let ends = ends::of(&pieces);
    let title = title(&pieces, &ends);
    let lang = lang(&pieces);
    spaces::collapse(&mut pieces, &ends);
    let begins = behind_head(&pieces, &ends);
    let marked = main.then(|| content(&pieces, &ends)).flatten();
    let range = marked.unwrap_or(begins..pieces.len());
    let mut left_out = LeftOut::new();
    let (before, after) = (begins..range.start.max(begins), range.end..pieces.len());
    let outside: Vec<_> =
        [before, after].into_iter().flat_map(|range| texts(&pieces, &ends, range)).collect();
    if let Some((line, _)) = outside.first() {
        let words: Vec<_> = outside.iter().map(|(_, words)| words.as_str()).collect();
        let words = words.join(" ");
        left_out.push((*line, format!("the text around the main text was left out: {words}")));
    }
    let content = pieces.get(range).unwrap_or_default();
    let ends = ends::of(content);
    let html =
        Html { source, lang: lang.as_deref(), footnotes: Vec::new(), shortcodes: false, apart };
    let read = Reading::new(html, &ends).read(content);
    let Read { mut blocks, left_out: of_content, .. } = read;
    for block in &mut blocks {
        block.lang = block.lang.take().or_else(|| lang.clone());
    }
    // What no reader of a page sees as text.
    let is_code =
        |text: &str| ["<script>", "<style>", "<title>"].iter().any(|what| text.starts_with(what));
    left_out.extend(of_content.into_iter().filter(|(_, text)| !is_code(text)));
    left_out.sort_by_key(|(line, _)| *line);
    Page { title, blocks, left_out }
}

/// The words of the first `title` element.
fn title(pieces: &[Piece], ends: &[Option<End>]) -> String {
    let at = pieces.iter().position(|piece| is_start(piece, "title"));
    let texts = at.map(|at| {
        let end = ends.get(at).copied().flatten().map_or(at, |end| end.at);
        pieces.get(at..end).unwrap_or_default().iter().filter_map(|piece| match &piece.what {
            What::Text(text) => Some(text.as_str()),
            _ => None,
        })
    });
    let title: String = texts.into_iter().flatten().collect();
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language that a page declares.
fn lang(pieces: &[Piece]) -> Option<String> {
    let mut tags = pieces.iter().filter_map(|piece| match &piece.what {
        What::Start(tag) if matches!(&*tag.name, "html" | "body") => Some(tag),
        _ => None,
    });
    let lang = tags.find_map(|tag| tag.attribute("lang").or_else(|| tag.attribute("xml:lang")));
    lang.filter(|lang| is_language_tag(lang)).map(str::to_owned)
}

/// The piece after the head of a page.
fn behind_head(pieces: &[Piece], ends: &[Option<End>]) -> usize {
    let body = pieces.iter().position(|piece| is_start(piece, "body"));
    let head = || {
        let at = pieces.iter().position(|piece| is_start(piece, "head"))?;
        ends.get(at).copied().flatten().filter(|end| end.closed).map(|end| end.at)
    };
    body.or_else(head).unwrap_or_default()
}

/// The pieces of the main content: the only `main` element or, failing that, the only `article`.
fn content(pieces: &[Piece], ends: &[Option<End>]) -> Option<Range<usize>> {
    let is_main = |piece: &Piece| {
        let role = |tag: &Tag| tag.attribute("role").is_some_and(|role| role == "main");
        matches!(&piece.what, What::Start(tag) if tag.name == "main" || role(tag))
    };
    let is_article = |piece: &Piece| is_start(piece, "article");
    let only = |is: &dyn Fn(&Piece) -> bool| {
        let mut found = pieces.iter().enumerate().filter(|(_, piece)| is(piece));
        let (at, _) = found.next()?;
        let end = ends.get(at).copied().flatten()?;
        (found.next().is_none() && end.closed).then_some(at..end.at)
    };
    only(&is_main).or_else(|| only(&is_article))
}

/// The words of a part of a page, without code, each text with its line.
fn texts(pieces: &[Piece], ends: &[Option<End>], range: Range<usize>) -> Vec<(usize, String)> {
    const CODE: [&str; 5] = ["head", "script", "style", "template", "title"];
    let mut texts = Vec::new();
    let mut behind = range.start;
    for (at, piece) in pieces.iter().enumerate().take(range.end).skip(range.start) {
        match &piece.what {
            What::Start(tag) if CODE.contains(&&*tag.name) => {
                behind = behind.max(ends.get(at).copied().flatten().map_or(at, |end| end.at));
            }
            What::Text(text) if at >= behind && !text.trim().is_empty() => {
                texts.push((piece.line, text.trim().to_owned()));
            }
            _ => {}
        }
    }
    texts
}

fn is_start(piece: &Piece, name: &str) -> bool {
    matches!(&piece.what, What::Start(tag) if tag.name == name)
}
