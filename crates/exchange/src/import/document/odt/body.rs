//! The text of an OpenDocument file (ODF 1.3, part 3, §5).

use roxmltree::Node;

use crate::import::document::error::{DEEPEST, DocumentError};
use crate::import::document::notes;
use crate::import::document::odt::lists::Lists;
use crate::import::document::odt::names::{TABLE, TEXT, XLINK, number};
use crate::import::document::odt::styles::{Letters, TextStyles};
use crate::import::document::words::words;
use crate::import::document::writer::Writer;
use crate::import::xml::child;

/// The most spaces that a single element may stand for.
const SPACES: usize = 1000;

/// The state of reading a text.
#[derive(Default)]
pub struct Body<'a, 'input> {
    pub writer: Writer,
    pub styles: TextStyles,
    pub lists: Lists,
    /// The styles of the open lists.
    open: Vec<String>,
    /// Whether the last character was a space: runs of spaces count as one (§6.1.2).
    after_space: bool,
    /// Footnotes whose marks have been written.
    to_come: Vec<(String, Node<'a, 'input>)>,
    /// Text boxes of the open paragraph.
    boxes: Vec<Node<'a, 'input>>,
}

impl<'a, 'input> Body<'a, 'input> {
    /// Reads the content of an element.
    ///
    /// # Errors
    /// When its parts are nested too deeply.
    pub fn children(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        if depth > DEEPEST {
            return Err(DocumentError::TooDeep);
        }
        for child in node.children() {
            match child.text().filter(|_| child.is_text()) {
                // Space between paragraphs is not text.
                Some(text)
                    if matches!(
                        node.tag_name().name(),
                        "p" | "h"
                            | "span"
                            | "a"
                            | "ruby-base"
                            | "ruby-text"
                            | "meta"
                            | "meta-field"
                    ) || !text.trim().is_empty() =>
                {
                    self.text(text, letters);
                }
                Some(_) => {}
                None if child.is_element() => self.element(child, letters, depth + 1)?,
                None => {}
            }
        }
        Ok(())
    }

    /// Reads the footnotes referred to, which come last.
    ///
    /// # Errors
    /// When their parts are nested too deeply.
    pub fn footnotes(&mut self) -> Result<(), DocumentError> {
        let all = self.styles.all.clone();
        for (mark, note) in std::mem::take(&mut self.to_come) {
            self.writer.begin_footnote(&mark);
            self.children(note, &all, 0)?;
            self.writer.end_footnote();
        }
        Ok(())
    }

    fn element(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        let style = node.attribute((TEXT, "style-name"));
        match node.tag_name().name() {
            "p" | "h" => self.paragraph(node, letters, depth)?,
            "span" => {
                let letters = self.styles.letters("text", style, letters);
                self.children(node, &letters, depth)?;
            }
            "s" => {
                let count = number(node, (TEXT, "c")).unwrap_or(1).min(SPACES);
                self.writer.add(&" ".repeat(count), &letters.look());
                self.after_space = false;
            }
            "tab" => self.sign("\t", letters),
            "line-break" => self.sign("\n", letters),
            "a" => {
                self.children(node, letters, depth)?;
                let address = node.attribute((XLINK, "href")).unwrap_or_default();
                if !address.starts_with('#') {
                    self.writer.note_left_out(notes::LINK, address);
                }
            }
            "list" => self.list(node, letters, depth)?,
            "section" if node.attribute((TEXT, "display")) == Some("none") => {
                self.children(node, &letters.hidden(), depth)?;
            }
            "hidden-text" | "hidden-paragraph" => {
                self.writer.withhold(notes::HIDDEN, &words(node));
            }
            "tracked-changes" => self.changes(node),
            "annotation" => {
                let words = words(node);
                self.writer.note_left_out(notes::COMMENT, &words);
            }
            "note" => {
                let mark = child(node, "note-citation").map(words).unwrap_or_default();
                self.writer.add_mark(mark.trim());
                self.after_space = false;
                if let Some(body) = child(node, "note-body") {
                    self.to_come.push((mark.trim().to_owned(), body));
                }
            }
            "ruby" => {
                self.writer.note_once(notes::RUBY);
                if let Some(base) = child(node, "ruby-base") {
                    self.children(base, letters, depth)?;
                }
                if let Some(reading) = child(node, "ruby-text") {
                    self.sign("(", letters);
                    self.children(reading, letters, depth)?;
                    self.sign(")", letters);
                }
            }
            "table" if node.has_tag_name((TABLE, "table")) => {
                self.children(node, letters, depth)?
            }
            "table-row" => {
                self.writer.begin_row();
                self.children(node, letters, depth)?;
                self.writer.end_row();
            }
            "table-cell" | "covered-table-cell" => {
                self.writer.begin_cell();
                self.children(node, letters, depth)?;
            }
            "frame" | "custom-shape" | "g" | "rect" | "object" => self.drawing(node),
            // Forms, declarations and index sources are not text.
            "forms"
            | "sequence-decls"
            | "variable-decls"
            | "user-field-decls"
            | "dde-connection-decls"
            | "table-of-content-source"
            | "annotation-end"
            | "bibliography-source" => {}
            _ => self.children(node, letters, depth)?,
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        self.writer.begin();
        self.after_space = true;
        let style = node.attribute((TEXT, "style-name"));
        let letters = self.styles.letters("paragraph", style, letters);
        self.children(node, &letters, depth)?;
        self.writer.close();
        for text in std::mem::take(&mut self.boxes) {
            self.children(text, &letters, depth)?;
        }
        Ok(())
    }

    /// Adds text in which each run of spaces and line ends is one space.
    fn text(&mut self, text: &str, letters: &Letters) {
        let mut collapsed = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !(is_space && self.after_space) {
                collapsed.push(if is_space { ' ' } else { c });
            }
            self.after_space = is_space;
        }
        self.writer.add(&collapsed, &letters.look());
    }

    fn sign(&mut self, sign: &str, letters: &Letters) {
        self.writer.add(sign, &letters.look());
        self.after_space = false;
    }

    fn list(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        self.writer.notes.once(notes::LISTS, self.writer.paragraph + 1);
        let first = node.descendants().find(|node| node.has_tag_name((TEXT, "p")));
        let of_paragraph = first.and_then(|first| first.attribute((TEXT, "style-name")));
        let style = node
            .attribute((TEXT, "style-name"))
            .or(self.open.last().map(String::as_str))
            .or(self.styles.list(of_paragraph))
            .unwrap_or_default()
            .to_owned();
        self.open.push(style.clone());
        let level = self.open.len();
        self.lists.begin(&style, level, node);
        for item in node.children().filter(Node::is_element) {
            let begins = item
                .children()
                .any(|node| node.has_tag_name((TEXT, "p")) || node.has_tag_name((TEXT, "h")));
            if item.has_tag_name((TEXT, "list-item")) && begins {
                let start = number(item, (TEXT, "start-value"));
                let number = self.lists.next(&style, level, start);
                number.into_iter().for_each(|number| self.writer.number(number));
            }
            self.children(item, letters, depth + 1)?;
        }
        self.open.pop();
        Ok(())
    }

    /// Deleted text is stored separately (§5.5); inserted text is part of the text.
    fn changes(&mut self, node: Node) {
        for change in node.descendants() {
            match change.tag_name().name() {
                "deletion" => {
                    self.writer.notes.left_out(notes::DELETED, &words(change), 1);
                }
                "insertion" => {
                    self.writer.notes.once(notes::INSERTED, 1);
                }
                _ => {}
            }
        }
    }

    /// Text boxes follow the paragraph; pictures are named in notes.
    fn drawing(&mut self, node: Node<'a, 'input>) {
        let is_text =
            |node: &Node| node.has_tag_name((TEXT, "p")) || node.has_tag_name((TEXT, "list"));
        let before = self.boxes.len();
        let boxes = node.descendants().filter(|node| {
            let holds = matches!(node.tag_name().name(), "text-box" | "custom-shape" | "rect");
            holds && node.children().any(|child| is_text(&child) && !words(child).trim().is_empty())
        });
        self.boxes.extend(boxes.take(1));
        if self.boxes.len() > before {
            return self.writer.note_once(notes::TEXT_BOXES);
        }
        let said = child(node, "desc").or(child(node, "title")).map(words);
        self.writer.note_picture(&said.unwrap_or_default());
    }
}
