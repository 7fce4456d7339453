//! Runs of equally formatted text (ECMA-376, part 1, §17.3.2), and what comes between them.

use roxmltree::Node;

use crate::import::document::docx::body::Body;
use crate::import::document::docx::names::{attribute, value};
use crate::import::document::docx::styles::Letters;
use crate::import::document::error::{DEEPEST, DocumentError};
use crate::import::document::notes;
use crate::import::document::words::words;
use crate::import::html::roman;
use crate::import::xml::child;

impl<'a, 'input> Body<'a, 'input> {
    pub(super) fn run(
        &mut self,
        node: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        let properties = child(node, "rPr");
        let style = properties.and_then(|node| child(node, "rStyle")).and_then(value);
        let letters = self.styles.letters(style, letters);
        let letters = match properties {
            Some(properties) => Letters::of(properties).over(&letters),
            None => letters,
        };
        node.children()
            .filter(Node::is_element)
            .try_for_each(|part| self.part_of_run(part, &letters, depth))
    }

    fn part_of_run(
        &mut self,
        part: Node<'a, 'input>,
        letters: &Letters,
        depth: usize,
    ) -> Result<(), DocumentError> {
        let text = part.text().unwrap_or_default();
        match part.tag_name().name() {
            "t" => {
                let kept = attribute(part, "space") == Some("preserve");
                let text = if kept { text } else { text.trim_matches([' ', '\t', '\n', '\r']) };
                self.add(text, letters);
            }
            "delText" => self.writer.withhold(notes::DELETED, text),
            "tab" | "ptab" => self.add("\t", letters),
            "br" | "cr" => self.add("\n", letters),
            "noBreakHyphen" => self.add("\u{2011}", letters),
            "softHyphen" => self.add("\u{ad}", letters),
            "sym" => {
                let of = |name| attribute(part, name).unwrap_or_default();
                let sign = format!("{} of the font {}", of("char"), of("font"));
                self.writer.withhold("a sign that only its font has", &sign);
            }
            "fldChar" => {
                let address = self.fields.mark(attribute(part, "fldCharType").unwrap_or_default());
                self.link(address);
            }
            "instrText" => self.fields.add(text),
            "footnoteReference" | "endnoteReference" => self.reference(part),
            "commentReference" => {
                let comment = attribute(part, "id").and_then(|id| self.comments.get(id));
                if let Some(comment) = comment {
                    let words = words(*comment);
                    self.writer.note_left_out(notes::COMMENT, &words);
                }
            }
            "drawing" | "pict" | "object" => self.drawing(part),
            "AlternateContent" if depth < DEEPEST => {
                let first = child(part, "Choice").or(child(part, "Fallback"));
                let parts = first.into_iter().flat_map(|first| first.children());
                for part in parts.filter(Node::is_element) {
                    self.part_of_run(part, letters, depth + 1)?;
                }
            }
            "ruby" => self.element(part, letters, depth + 1)?,
            _ => {}
        }
        Ok(())
    }

    pub(super) fn add(&mut self, text: &str, letters: &Letters) {
        if !self.fields.in_code() {
            self.writer.add(text, &letters.look(text));
        }
    }

    /// Writes the mark of a footnote as Word shows it: 1, 2 and so on, and i, ii for endnotes.
    fn reference(&mut self, node: Node<'a, 'input>) {
        let id = attribute(node, "id").unwrap_or_default();
        let is_end = node.tag_name().name() == "endnoteReference";
        let (notes, at) = if is_end { (&self.endnotes, 1) } else { (&self.footnotes, 0) };
        let Some(note) = notes.get(id).copied() else { return };
        if let Some(count) = self.counts.get_mut(at) {
            *count += 1;
        }
        let number = self.counts.get(at).copied().unwrap_or_default();
        let mark = if is_end { roman(number) } else { None };
        let mark = mark.unwrap_or_else(|| number.to_string());
        self.writer.add_mark(&mark);
        self.to_come.push((mark, note));
    }

    /// Text boxes in a drawing follow the paragraph; pictures are named in notes.
    pub(super) fn drawing(&mut self, node: Node<'a, 'input>) {
        let mut boxes = node.descendants().filter(|node| node.tag_name().name() == "txbxContent");
        let before = self.boxes.len();
        // The fallback for older programs is the same box.
        let fallback =
            |node: &Node| node.ancestors().any(|node| node.tag_name().name() == "Fallback");
        self.boxes.extend(boxes.by_ref().filter(|node| !fallback(node)));
        if self.boxes.len() > before {
            return self.writer.note_once(notes::TEXT_BOXES);
        }
        let said = node.descendants().find_map(|node| {
            attribute(node, "descr").or(attribute(node, "title")).filter(|said| !said.is_empty())
        });
        self.writer.note_picture(said.unwrap_or_default());
    }
}
