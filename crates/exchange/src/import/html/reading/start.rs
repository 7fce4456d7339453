//! Handles start tags.

use solidarity_core::collection::is_language_tag;

use crate::import::html::elements::{heading_level, is_block, is_emphasis, is_media, is_void};
use crate::import::html::hidden::{self, Why};
use crate::import::html::numbers::Numbering;
use crate::import::html::pieces::{Piece, What};
use crate::import::html::quotes;
use crate::import::html::reading::state::Reading;
use crate::import::html::reading::undo::{Tone, Undo};
use crate::import::html::rows::Row;
use crate::import::html::tag::Tag;
use crate::import::html::withheld::Kind;

/// Deeper nesting of raised letters does not occur in practice.
const RAISED_AT_MOST: usize = 3;

impl Reading<'_> {
    pub(super) fn start(&mut self, at: usize, tag: &Tag, line: usize, pieces: &[Piece]) {
        let name = tag.name.as_str();
        let kind = self.kind_withheld(at, tag);
        if self.withheld.is_some() {
            // It may end after what is being left out.
            kind.into_iter().for_each(|kind| self.withhold(at, kind, line));
            return self.withheld.iter_mut().for_each(|withheld| withheld.add_tag(tag));
        }
        if let Some(written) = &tag.unknown {
            self.note(line, format!("this was read as a tag, and was left out: {written}"));
        }
        let mut undo = Vec::new();
        if is_block(name) {
            self.writer.close();
            undo.push(Undo::Block);
        }
        if is_media(name) && !is_emoji(tag) {
            self.figures.last_mut().into_iter().for_each(|has| *has = true);
            self.name_tag(tag, &["src", "data", "alt", "title"], line);
        }
        match kind {
            Some(kind) => self.withhold(at, kind, line),
            None if hidden::why(tag) == Some(Why::Struck) => {
                let text =
                    format!("<{name}> is never closed, so nothing was treated as struck out.");
                self.note(line, text);
            }
            None => {}
        }
        if self.withheld.is_none() {
            self.lang(tag, &mut undo);
            self.element(at, tag, line, pieces, &mut undo);
        }
        if self.ends[at].is_some() && !undo.is_empty() {
            self.undo.insert(at, undo);
        }
    }

    /// What the text of an element with this start tag is, if it is not part of the message. Words that are
    /// struck out without an end tag are part of it.
    fn kind_withheld(&self, at: usize, tag: &Tag) -> Option<Kind> {
        let name = tag.name.as_str();
        if is_void(name) {
            return None;
        }
        let closed = self.ends[at].is_some_and(|end| end.closed);
        let apart = |what: String, code| Some(Kind::Apart { what, code });
        let of_origin = (self.html.apart)(tag);
        match hidden::why(tag) {
            Some(Why::Apart(what)) => apart(what, closed),
            Some(Why::Struck) => closed.then_some(Kind::Struck),
            None if of_origin.is_some() => apart(of_origin.unwrap_or_default().to_owned(), closed),
            None if is_media(name) => apart(format!("the content of <{name}>"), false),
            None if name == "figcaption" && self.figures.last() == Some(&true) => {
                apart("the caption of a picture".to_owned(), false)
            }
            None => None,
        }
    }

    /// The language of an element.
    fn lang(&mut self, tag: &Tag, undo: &mut Vec<Undo>) {
        let lang = tag.attribute("lang").or_else(|| tag.attribute("xml:lang"));
        let Some(lang) = lang.filter(|lang| is_language_tag(lang) && !is_void(&tag.name)) else {
            return;
        };
        self.langs.push(lang.to_owned());
        undo.push(Undo::Lang);
        if is_block(&tag.name) {
            self.writer.langs.push(lang.to_owned());
            undo.push(Undo::LangOfBlock);
        }
    }

    fn element(
        &mut self,
        at: usize,
        tag: &Tag,
        line: usize,
        pieces: &[Piece],
        undo: &mut Vec<Undo>,
    ) {
        let name = tag.name.as_str();
        match name {
            "br" => self.writer.add_break(),
            "hr" => self.note(line, "a horizontal line was left out.".to_owned()),
            "a" if leads_back(tag, pieces.get(at + 1)) => {
                let what = "a link back from a footnote".to_owned();
                self.withhold(at, Kind::Apart { what, code: false }, line);
            }
            "a" => self.link(tag, line, undo),
            "area" => self.name_tag(tag, &["href", "alt"], line),
            "img" if is_emoji(tag) => {
                self.writer.add(tag.attribute("alt").unwrap_or_default(), line);
            }
            "input" => self.name_tag(tag, &["value", "placeholder"], line),
            "q" => {
                let lang = self.langs.last().map(String::as_str).or(self.html.lang);
                let (opens, closes) = quotes::marks(lang, self.quotes);
                self.writer.add_mark(opens, line);
                self.quotes += 1;
                undo.push(Undo::Quote(closes));
            }
            "sup" if self.is_footnote_mark(at, tag, pieces) => {
                let id = tag.attribute("data-fn").unwrap_or_default().to_owned();
                self.withhold(at, Kind::Mark { id }, line);
            }
            "sup" | "sub" if self.raised < RAISED_AT_MOST => {
                self.raised += 1;
                let tone = if name == "sup" { Tone::Raised } else { Tone::Lowered };
                undo.push(Undo::Raised(self.writer.place(line), tone, line));
            }
            "rt" => {
                self.name_once(
                    line,
                    "the readings of letters (ruby) were put in parentheses after them.",
                );
                let place = self.writer.place(line);
                self.writer.add_mark("(", line);
                undo.push(Undo::Reading(place));
            }
            "ol" | "ul" | "menu" | "dir" => {
                if self.lists.is_empty() {
                    let text = match name {
                        "ol" => "the list became paragraphs that begin with their numbers.",
                        _ => "the list became paragraphs.",
                    };
                    self.note(line, text.to_owned());
                }
                self.lists.push((name == "ol").then(|| {
                    let items = self.items.get(&at).copied().unwrap_or_default();
                    let reversed = tag.attribute("reversed").is_some();
                    let style = tag.attribute("style").unwrap_or_default();
                    Numbering::of(
                        tag.attribute("start"),
                        reversed,
                        tag.attribute("type"),
                        style,
                        items,
                    )
                }));
                undo.push(Undo::List);
                self.enclose(undo);
            }
            "li" => {
                let numbering = self.lists.last_mut().and_then(Option::as_mut);
                let number = numbering
                    .and_then(|list| list.next(tag.attribute("value"), tag.attribute("type")));
                number.into_iter().for_each(|number| self.writer.number(number));
                undo.push(Undo::Item(line));
            }
            "dl" => {
                self.note(line, "the list became paragraphs.".to_owned());
                self.enclose(undo);
            }
            "blockquote" => {
                self.note(line, "the quotation became paragraphs.".to_owned());
                self.enclose(undo);
            }
            "pre" => {
                self.writer.preformatted += 1;
                undo.push(Undo::Preformatted);
            }
            "table" => {
                self.tables.push(false);
                undo.push(Undo::Table);
                self.enclose(undo);
            }
            "tr" => {
                self.writer.begin_row();
                undo.push(Undo::Row(line));
            }
            "td" | "th" => {
                self.writer.rows.last_mut().into_iter().for_each(Row::begin_cell);
            }
            "figure" => {
                self.figures.push(false);
                undo.push(Undo::Figure);
            }
            _ if is_emphasis(name) => {
                self.name_once(line, "emphasis was left out here and below; the words were kept.");
                if matches!(name, "strong" | "b") {
                    self.writer.strong += 1;
                    undo.push(Undo::Strong);
                }
            }
            _ => {
                if let Some(level) = heading_level(name) {
                    self.writer.headings.push(level);
                    undo.push(Undo::Heading);
                }
            }
        }
        let title = tag.attribute("title").filter(|title| !title.is_empty());
        if let Some(title) = title.filter(|_| !is_media(name)) {
            self.note(line, format!("the title of <{name}> was left out: {title}"));
        }
    }

    fn enclose(&mut self, undo: &mut Vec<Undo>) {
        self.writer.enclosed += 1;
        undo.push(Undo::Enclosed);
    }

    fn link(&mut self, tag: &Tag, line: usize, undo: &mut Vec<Undo>) {
        let address = tag.attribute("href").unwrap_or_default();
        if is_to_footnote(tag) {
            self.anchors += 1;
            undo.push(Undo::Anchor);
        }
        if !address.is_empty() && !address.starts_with('#') {
            self.note(line, format!("the address of a link was left out: {address}"));
        }
    }

    /// Whether raised letters are a footnote mark: these link to a place in the page.
    fn is_footnote_mark(&self, at: usize, tag: &Tag, pieces: &[Piece]) -> bool {
        let links = |piece: &Piece| matches!(&piece.what, What::Start(tag) if is_to_footnote(tag));
        let end = self.ends[at].map_or(at + 1, |end| end.at.min(at + 4));
        let of_class = ["fn", "footnote", "footnote-ref", "reference"].iter();
        tag.attribute("data-fn").is_some()
            || self.anchors > 0
            || of_class.clone().any(|class| has_class(tag, class))
            || pieces.get(at + 1..end).is_some_and(|pieces| pieces.iter().any(links))
    }

    fn name_tag(&mut self, tag: &Tag, attributes: &[&str], line: usize) {
        let values = attributes.iter().filter_map(|name| tag.attribute(name));
        let values: Vec<_> = values.filter(|value| !value.is_empty()).collect();
        let text = match values.as_slice() {
            [] => format!("<{}> was left out.", tag.name),
            _ => format!("<{}> was left out: {}", tag.name, values.join(" ")),
        };
        self.note(line, text);
    }
}

/// Whether a tag is a link to a place in the same page, or to something named like a footnote.
fn is_to_footnote(tag: &Tag) -> bool {
    let Some((page, place)) = tag.attribute("href").and_then(|to| to.split_once('#')) else {
        return false;
    };
    let named = ["fn", "ftn", "note", "ref"].iter().any(|part| place.to_lowercase().contains(part));
    tag.name == "a" && (page.is_empty() || named)
}

/// Whether a link leads from a footnote back to its mark.
fn leads_back(tag: &Tag, behind: Option<&Piece>) -> bool {
    let is_arrow = |text: &str| {
        matches!(text.trim(), "↩" | "↩\u{fe0e}" | "↑" | "⤴" | "⏎" | "^" | "\u{21a9}\u{fe0f}")
    };
    let arrow = matches!(behind.map(|piece| &piece.what), Some(What::Text(text)) if is_arrow(text));
    let to_a_place = tag.attribute("href").is_some_and(|to| to.starts_with('#'));
    to_a_place
        && (arrow
            || ["footnote-backref", "footnote-back-link"].iter().any(|class| has_class(tag, class)))
}

/// Whether a picture stands for a character: WordPress shows emojis this way.
fn is_emoji(tag: &Tag) -> bool {
    tag.name == "img" && (has_class(tag, "emoji") || has_class(tag, "wp-smiley"))
}

fn has_class(tag: &Tag, class: &str) -> bool {
    tag.attribute("class").is_some_and(|all| all.split_whitespace().any(|of| of == class))
}
