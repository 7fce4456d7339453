//! The paragraphs of an e-mail, from its parts.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};
use solidarity_core::collection::raw::RawText;

use crate::import::html::{Block, page};
use crate::import::mail::apart;
use crate::import::mail::flowed::{self, Format};
use crate::import::mail::{quoting, text};
use crate::import::marked::in_language;

/// The paragraphs of an e-mail, and notes on them, by line.
#[derive(Default)]
pub struct Body {
    /// The paragraphs.
    pub paragraphs: Vec<RawText>,
    /// The notes.
    pub notes: Vec<(usize, String)>,
}

/// Where the lines of an e-mail are.
#[derive(Clone, Copy)]
pub enum LinesOf {
    /// In the file, from this line on.
    File(usize),
    /// In something encoded, which begins in this line.
    Encoded(usize),
}

/// A position in an e-mail, advanced from one part to the next.
struct Place<'a> {
    raw: &'a [u8],
    lines: LinesOf,
    at: usize,
    line: usize,
}

impl Place<'_> {
    /// The line of the file that contains a byte. Parts mostly come in order.
    fn line(&mut self, at: usize) -> usize {
        let first = match self.lines {
            LinesOf::File(first) => first,
            LinesOf::Encoded(line) => return line,
        };
        if at < self.at {
            (self.at, self.line) = (0, first);
        }
        let between = self.raw.get(self.at..at).unwrap_or_default();
        self.line += between.iter().filter(|byte| **byte == b'\n').count();
        self.at = at;
        self.line
    }
}

/// Reads the text parts of an e-mail. `raw` has the bytes of the e-mail, or of the one that it is attached to;
/// `lines` says where they are in the file.
pub fn read(message: &Message, raw: &[u8], lines: LinesOf, forwards: bool) -> Body {
    let (LinesOf::File(line) | LinesOf::Encoded(line)) = lines;
    let mut place = Place { raw, lines, at: 0, line };
    let mut body = Body::default();
    for part in message.text_bodies() {
        add(part, &mut place, forwards, &mut body);
    }
    if body.paragraphs.is_empty() {
        for part in message.html_bodies().filter(|part| matches!(part.body, PartType::Html(_))) {
            add(part, &mut place, forwards, &mut body);
        }
    }
    body
}

fn add(part: &MessagePart, place: &mut Place, forwards: bool, body: &mut Body) {
    let is_html = matches!(part.body, PartType::Html(_));
    if !is_html && !matches!(part.body, PartType::Text(_)) {
        return;
    }
    let first = place.line(part.offset_body as usize);
    let text::Text { text, notes, is_encoded } = text::read(place.raw, part);
    let has_lines = !is_encoded && matches!(place.lines, LinesOf::File(_));
    let line = |line: usize| if has_lines { first + line - 1 } else { first };
    body.notes.extend(notes.into_iter().map(|(at, text)| (line(at.max(1)), text)));
    if is_html {
        let mut page = page::read(&text, false, quoting::of_mail);
        if page.blocks.is_empty() {
            // The rest is empty without the quotation.
            page = page::read(&text, false, |_| None);
        }
        body.notes.extend(page.left_out.into_iter().map(|(at, text)| (line(at.max(1)), text)));
        let blocks = page.blocks.into_iter();
        let paragraph =
            |block: Block| in_language(RawText::Plain(block.text), block.lang.as_deref());
        body.paragraphs.extend(blocks.map(paragraph));
        return;
    }
    let of = |name: &str| part.content_type().and_then(|of| of.attribute(name));
    let is = |name, value: &str| of(name).is_some_and(|of| of.eq_ignore_ascii_case(value));
    let format = Format { flowed: is("format", "flowed"), delsp: is("delsp", "yes") };
    let parted = apart::part(flowed::lines(&text, format), forwards);
    body.notes.extend(parted.left_out.into_iter().map(|(before, text)| (line(before + 1), text)));
    let mut open = String::new();
    for text in parted.letter.iter().map(|line| line.text.as_str()).chain([""]) {
        if text.trim().is_empty() {
            body.paragraphs.extend(
                Some(std::mem::take(&mut open)).filter(|text| !text.is_empty()).map(RawText::Plain),
            );
            continue;
        }
        if !open.is_empty() {
            open.push('\n');
        }
        open += text;
    }
}
