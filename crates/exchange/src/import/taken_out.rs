//! What cannot be shown is taken out of messages, and named.

use std::collections::{BTreeMap, HashMap};

use solidarity_core::collection::characters::{Instead, Unshown, shown, unshown};
use solidarity_core::collection::raw::{
    RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};

use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::{marked, plain};
use crate::source::{Source, line_of, text_of};
use crate::windows_1252::windows_1252;

/// Takes what cannot be shown out of every text of the messages. The notes have the line of the first
/// of each kind, or that of its message where the file has it in another form, such as an escape.
pub fn take_out(import: &mut Import, sources: &[Source]) {
    let mut texts: HashMap<String, String> = HashMap::new();
    let text = |name: &String| {
        let source = sources.iter().find(|source| source.name == *name);
        source.and_then(|source| text_of(&source.bytes).ok()).unwrap_or_default()
    };
    for Imported { message, origin } in &mut import.messages {
        for (code, Found { count, instead }) in found_in(message) {
            let text = texts.entry(origin.file.clone()).or_insert_with_key(text);
            let line = line_from(text, origin.line, code).unwrap_or(origin.line);
            let origin = Origin { line, ..origin.clone() };
            import.notes.push(Note { origin, text: said(code, count, instead) });
        }
    }
}

/// How often a character is in a message, and what replaces it.
struct Found {
    count: usize,
    instead: Instead,
}

/// What is taken out of a message, by code point.
fn found_in(message: &mut RawMessage) -> BTreeMap<u32, Found> {
    let mut all: BTreeMap<u32, Found> = BTreeMap::new();
    let mut clean = |text: &mut String| {
        let found = unshown(text);
        if !found.is_empty() {
            *text = shown(text).into_owned();
        }
        for Unshown { code, instead, .. } in &found {
            all.entry(*code).or_insert(Found { count: 0, instead: *instead }).count += 1;
        }
        !found.is_empty()
    };
    texts(message).for_each(|text| {
        clean(text);
    });
    let body = std::mem::take(&mut message.body);
    for mut paragraph in body {
        let mut changed = false;
        for text in part(&mut paragraph) {
            changed |= clean(text);
        }
        if changed {
            message.body.extend(parted(paragraph));
        } else {
            message.body.push(paragraph);
        }
    }
    all
}

/// What a note says of a character that a text has so many times.
fn said(code: u32, count: usize, instead: Instead) -> String {
    let name = match count {
        1 => format!("U+{code:04X}"),
        _ => format!("U+{code:04X} ({count} times)"),
    };
    match (instead, windows_1252(code)) {
        (Instead::LineEnd, _) => format!("{name} became a line break."),
        (_, Some(meant)) => format!(
            "{name} cannot be shown, and was left out. In text from Windows it may stand for “{meant}”: \
             if so, put that in where it is missing."
        ),
        _ => format!("{name} cannot be shown, and was left out."),
    }
}

/// The texts of a message but its paragraphs.
fn texts(message: &mut RawMessage) -> impl Iterator<Item = &mut String> {
    let senders = message.senders.iter_mut().flat_map(|sender| {
        let RawSender { names, acronym, country, region, heading } = sender;
        let others = [acronym, country, region, heading].into_iter().flatten();
        names.iter_mut().flat_map(part).chain(others)
    });
    let signatures = message.signatures.iter_mut();
    let signatures =
        signatures.flat_map(|RawSignature { name, role }| std::iter::once(name).chain(role));
    std::iter::once(&mut message.id).chain(senders).chain(signatures)
}

/// The text and its language.
fn part(text: &mut RawText) -> Vec<&mut String> {
    match text {
        RawText::Plain(text) => vec![text],
        RawText::Marked(RawMarkedText { text, lang }) => vec![text, lang],
    }
}

/// The paragraphs of one in which line ends were made.
fn parted(paragraph: RawText) -> Vec<RawText> {
    let (text, lang) = match paragraph {
        RawText::Plain(text) => (text, None),
        RawText::Marked(RawMarkedText { text, lang }) => (text, Some(lang)),
    };
    let texts = plain::paragraphs(&text).into_iter();
    let texts = texts.map(|(_, text)| RawText::Plain(text.to_owned()));
    texts.map(|text| marked::in_language(text, lang.as_deref())).collect()
}

/// The line of the first such character of a file from a line on, both from 1.
fn line_from(file: &str, line: usize, code: u32) -> Option<usize> {
    let c = char::from_u32(code)?;
    let mut lines = file.lines().enumerate().skip(line - 1);
    lines.find(|(_, text)| text.contains(c)).map(|(at, _)| at + 1)
}

/// The text of an XML file without what XML forbids, as long in lines, and where that was. A line end
/// is written as a carriage return, which XML reads as one (XML 1.0, §2.11).
pub fn without_forbidden(xml: &str) -> (String, Vec<(usize, String)>) {
    let forbidden = |code: u32| code < 0x20 || matches!(code, 0xfffe | 0xffff);
    let (mut text, mut end, mut notes) = (String::new(), 0, Vec::new());
    for Unshown { range, code, instead } in unshown(xml) {
        if forbidden(code) {
            text += xml.get(end..range.start).unwrap_or_default();
            text += if instead == Instead::LineEnd { "\r" } else { "" };
            end = range.end;
            notes.push((line_of(xml, range.start), said(code, 1, instead)));
        }
    }
    text += xml.get(end..).unwrap_or_default();
    (text, notes)
}
