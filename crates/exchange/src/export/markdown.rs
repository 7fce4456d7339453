//! Text as Markdown that is read as the same text.

use std::fmt::Write;

use solidarity_core::collection::raw::{RawMarkedText, RawText};

/// Paragraphs as Markdown.
pub fn written(paragraphs: &[RawText]) -> String {
    let paragraph = |text: &RawText| match text {
        RawText::Plain(text) => escaped(text),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{{{lang}}} {}", escaped(text)),
    };
    paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// A text in which nothing is read as markup or as a remark, and no space is lost (CommonMark 0.31, §2.4 and
/// §2.5).
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let lines: Vec<_> = text.split('\n').collect();
    for (at, line) in lines.iter().enumerate() {
        let inner = line.trim_matches([' ', '\t', '\r']);
        let empty = inner.is_empty();
        let (before, after) = match line.split_once(inner).filter(|_| !empty) {
            Some(around) => around,
            None => (*line, ""),
        };
        write_entities(&mut escaped, before);
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        for (place, c) in inner.char_indices() {
            let starts_block = (place == 0 && matches!(c, '-' | '+' | ':'))
                || (place == digits && digits > 0 && matches!(c, '.' | ')'));
            let rest = inner.get(place + c.len_utf8()..).unwrap_or_default();
            let doubled = rest.starts_with(c) || inner.get(..place).is_some_and(|b| b.ends_with(c));
            if starts_block
                || "\\`*_[]{<>#&~|!^".contains(c)
                || (matches!(c, '%' | '=') && (doubled || place == 0))
            {
                escaped.push('\\');
            }
            match c {
                '\r' | '\0' => write_entities(&mut escaped, c.encode_utf8(&mut [0; 4])),
                _ => escaped.push(c),
            }
        }
        write_entities(&mut escaped, after);
        if at + 1 < lines.len() {
            // An empty line would end the paragraph.
            let next_empty = lines.get(at + 1).is_none_or(|next| next.trim().is_empty());
            if empty || next_empty { escaped += "&#10;" } else { escaped.push('\n') }
        }
    }
    escaped
}

fn write_entities(escaped: &mut String, text: &str) {
    for c in text.chars() {
        let written = write!(escaped, "&#{};", u32::from(c));
        debug_assert!(written.is_ok(), "a String takes any text");
    }
}
