//! The text of a Word document (ECMA-376, part 1, §17).

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::document::docx::fields::{Fields, address};
use crate::import::document::docx::names::{attribute, switch, value};
use crate::import::document::docx::numbering::Numbering;
use crate::import::document::docx::styles::{Letters, WordStyles, list};
use crate::import::document::error::{DEEPEST, DocumentError};
use crate::import::document::notes;
use crate::import::document::words::words;
use crate::import::document::writer::Writer;
use crate::import::xml::child;

/// Notes by their ids.
type NotesById<'a, 'input> = HashMap<String, Node<'a, 'input>>;

/// The state of reading a text.
pub struct Body<'a, 'input> {
    pub writer: Writer,
    pub styles: WordStyles,
    pub numbering: Numbering,
    pub footnotes: NotesById<'a, 'input>,
    pub endnotes: NotesById<'a, 'input>,
    pub comments: NotesById<'a, 'input>,
    /// The addresses of links, by their ids.
    pub links: HashMap<String, String>,
    pub fields: Fields,
    /// How many footnotes and endnotes were referred to.
    pub counts: [i64; 2],
    /// Footnotes whose marks have been written.
    pub to_come: Vec<(String, Node<'a, 'input>)>,
    /// Text boxes of the open paragraph.
    pub boxes: Vec<Node<'a, 'input>>,
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
        node.children()
            .filter(Node::is_element)
            .try_for_each(|child| self.element(child, letters, depth + 1))
    }

    /// Reads the footnotes referred to, which come last.
    ///
    /// # Errors
    /// When their parts are nested too deeply.
    pub fn footnotes(&mut self) -> Result<(), DocumentError> {
        let all = self.styles.all.clone();
        // Nothing in a footnote refers to another one.
        for (mark, note) in std::mem::take(&mut self.to_come) {
            self.writer.begin_footnote(&mark);
            self.children(note, &all, 0)?;
            self.writer.end_footnote();
        }
        Ok(())
    }

    pub(super) fn element(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        match node.tag_name().name() {
            "p" => self.paragraph(node, depth)?,
            "tbl" => {
                for row in node.children().filter(|row| row.is_element()) {
                    self.element(row, letters, depth + 1)?;
                }
            }
            "tr" => self.row(node, letters, depth)?,
            "tc" => {
                self.writer.begin_cell();
                self.children(node, letters, depth)?;
            }
            "r" => self.run(node, letters, depth)?,
            "del" | "moveFrom" => {
                self.writer.withhold(notes::DELETED, &words(node));
            }
            "ins" | "moveTo" => {
                self.writer.note_once(notes::INSERTED);
                self.children(node, letters, depth)?;
            }
            "hyperlink" => {
                self.children(node, letters, depth)?;
                let address = attribute(node, "id").and_then(|id| self.links.get(id)).cloned();
                self.link(address);
            }
            "fldSimple" => {
                self.children(node, letters, depth)?;
                self.link(attribute(node, "instr").and_then(address));
            }
            "sdt" => {
                let unfilled = child(node, "sdtPr").and_then(|node| switch(node, "showingPlcHdr"));
                match child(node, "sdtContent") {
                    Some(content) if unfilled == Some(true) => {
                        self.writer.withhold("a field that is not filled in", &words(content));
                    }
                    Some(content) => self.children(content, letters, depth)?,
                    None => {}
                }
            }
            "AlternateContent" => {
                let first = child(node, "Choice").or(child(node, "Fallback"));
                first.map_or(Ok(()), |first| self.children(first, letters, depth))?;
            }
            "ruby" => self.ruby(node, letters, depth)?,
            "drawing" | "pict" | "object" => self.drawing(node),
            "oMath" => {
                let text = "formulas were written as plain text here and below: compare them with the document.";
                self.writer.note_once(text);
                self.children(node, letters, depth)?;
            }
            "altChunk" => {
                let text = "a document embedded in this one was left out: copy its text into it.";
                self.writer.note_once(text);
            }
            name if name.ends_with("Pr") => {}
            _ => self.children(node, letters, depth)?,
        }
        Ok(())
    }

    fn paragraph(&mut self, node: Node<'a, 'input>, depth: usize) -> Result<(), DocumentError> {
        self.writer.begin();
        let properties = child(node, "pPr");
        let style = properties.and_then(|node| child(node, "pStyle")).and_then(value);
        let style = style.or(self.styles.usual()).map(str::to_owned);
        let style = style.as_deref();
        let letters = self.styles.letters(style, &self.styles.all);
        // The list 0 is none (§17.9.18).
        let list = properties.and_then(list).or_else(|| self.styles.list(style));
        if let Some((id, level)) = list.filter(|(id, _)| id != "0") {
            self.writer.note_once(notes::LISTS);
            let number = self.numbering.next(&id, level);
            number.into_iter().for_each(|number| self.writer.number(number));
        }
        self.children(node, &letters, depth)?;
        self.writer.close();
        for text in std::mem::take(&mut self.boxes) {
            self.children(text, &letters, depth)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        let deleted = child(node, "trPr").and_then(|properties| child(properties, "del"));
        if deleted.is_some() {
            self.writer.withhold(notes::DELETED, &words(node));
            return Ok(());
        }
        self.writer.begin_row();
        self.children(node, letters, depth)?;
        self.writer.end_row();
        Ok(())
    }

    fn ruby(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        self.writer.note_once(notes::RUBY);
        if let Some(base) = child(node, "rubyBase") {
            self.children(base, letters, depth)?;
        }
        if let Some(reading) = child(node, "rt") {
            self.add("(", letters);
            self.children(reading, letters, depth)?;
            self.add(")", letters);
        }
        Ok(())
    }

    pub(super) fn link(&mut self, address: Option<String>) {
        if let Some(address) = address {
            self.writer.note_left_out(notes::LINK, &address);
        }
    }
}
