//! The text of an element of an export, with its lines in the file.

use roxmltree::Node as Element;

use crate::lines::Lines;

/// The text of an element.
#[derive(Debug, Default)]
pub struct Content {
    /// The text.
    pub text: String,
    /// For each of its lines, the line of the file where it begins.
    lines: Vec<usize>,
}

impl Content {
    /// The text of an element of a file. WordPress never nests elements here; nested ones are read as HTML.
    pub fn of(element: Element, file: &str, lines: &Lines) -> Content {
        let source = file.get(element.range()).unwrap_or_default();
        let start = source.find('>').map_or(0, |at| at + 1);
        let end = source.rfind("</").unwrap_or(source.len()).max(start);
        let line = lines.line(element.range().start + start);
        let mut reading =
            Reading { content: Content { text: String::new(), lines: vec![line] }, line };
        let is_html = element.children().any(|child| child.is_element());
        reading.read(source.get(start..end).unwrap_or_default(), is_html);
        reading.content
    }

    /// The line of the file for a line of the text, both from 1.
    pub fn line_of(&self, line: usize) -> usize {
        let found = self.lines.get(line.saturating_sub(1)).or(self.lines.last());
        found.copied().unwrap_or(1)
    }
}

struct Reading {
    content: Content,
    line: usize,
}

impl Reading {
    fn read(&mut self, mut source: &str, is_html: bool) {
        while !source.is_empty() {
            if let Some(rest) = source.strip_prefix("<![CDATA[") {
                let (inside, rest) = rest.split_once("]]>").unwrap_or((rest, ""));
                self.add(inside);
                source = rest;
            } else if let Some(rest) = source.strip_prefix("<!--").filter(|_| !is_html) {
                let (inside, rest) = rest.split_once("-->").unwrap_or((rest, ""));
                self.line += inside.matches('\n').count();
                let begins_line = self.content.text.is_empty() || self.content.text.ends_with('\n');
                self.content
                    .lines
                    .last_mut()
                    .filter(|_| begins_line)
                    .into_iter()
                    .for_each(|last| *last = self.line);
                source = rest;
            } else if let Some((c, rest)) = reference(source).filter(|_| !is_html) {
                self.add(c.encode_utf8(&mut [0; 4]));
                // An escaped line end is not a line end of the file.
                self.line -= usize::from(c == '\n');
                if let Some(last) = self.content.lines.last_mut().filter(|_| c == '\n') {
                    *last = self.line;
                }
                source = rest;
            } else {
                let length = source.chars().next().map_or(1, char::len_utf8);
                let end = source
                    .get(length..)
                    .and_then(|rest| rest.find(['<', '&']))
                    .unwrap_or(source.len() - length);
                let (text, rest) = source.split_at_checked(length + end).unwrap_or((source, ""));
                self.add(text);
                source = rest;
            }
        }
    }

    /// Adds a text of the file. A carriage return stands for another kind of line end in the file.
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, '\n' | '\r') {
                self.line += usize::from(c == '\n');
                self.content.lines.push(self.line);
                self.content.text.push('\n');
            } else {
                self.content.text.push(c);
            }
        }
    }
}

/// The character of a reference at the beginning of a text (XML 1.0, §4.1 and §4.6).
fn reference(source: &str) -> Option<(char, &str)> {
    // The longest reference is &#x10ffff; with some zeros.
    let inner = source.strip_prefix('&')?;
    let end = inner.bytes().take(16).position(|byte| byte == b';')?;
    let (name, rest) = inner.split_at_checked(end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((c, rest.strip_prefix(';')?))
}
