//! The state of reading Markdown: the paragraphs so far, and what is not part of them.

use solidarity_core::collection::raw::RawText;

use crate::import::markdown::open_html::Html;
use crate::import::markdown::scripts;
use crate::import::markdown::tags::Script;
use crate::import::markdown::tallies::Tallies;
use crate::import::marked;

/// The state of reading a text.
#[derive(Default)]
pub struct Reading<'a> {
    pub(super) markdown: &'a str,
    pub(super) text: String,
    /// The beginning of the paragraph.
    start: Option<usize>,
    /// For each open list, whether its items have numbers.
    pub(super) lists: Vec<bool>,
    /// The number of an item whose text has not begun.
    pub(super) number: Option<String>,
    /// Whether the row has no cell yet.
    pub(super) row_empty: bool,
    paragraphs: Vec<RawText>,
    /// The paragraphs of footnotes, which come last.
    footnotes: Vec<RawText>,
    pub(super) in_footnote: bool,
    pub(super) left_out: Vec<(usize, String)>,
    pub(super) tallies: Tallies,
    /// The open parts that are not for readers.
    pub(super) withheld: Option<Withheld>,
    /// Superscript or subscript text.
    pub(super) script: Option<(Script, String)>,
    pub(super) html: Html,
    /// Whether something was just left out: one of the spaces on both sides goes with it.
    pub(super) after_gap: bool,
    /// Whether the last piece was a <br>: a line end right after it does not count.
    pub(super) after_break: bool,
}

/// Words that are not for readers.
pub struct Withheld {
    /// The element or the marks around them.
    pub name: String,
    /// The number of these that are open.
    pub depth: usize,
    /// Where they begin.
    pub at: usize,
    /// The note on them.
    pub why: String,
    /// The words.
    pub words: String,
    /// Whether they end no later than the paragraph.
    pub inline: bool,
}

impl<'a> Reading<'a> {
    /// Begins to read a text.
    pub fn of(markdown: &'a str) -> Reading<'a> {
        Reading { markdown, ..Reading::default() }
    }

    /// The paragraphs, those of footnotes last, and what could not be kept.
    pub fn end(mut self) -> (Vec<RawText>, Vec<(usize, String)>) {
        self.close();
        if let Some(withheld) = self.withheld.take() {
            self.name_withheld(withheld, " It is not closed, so this goes to the end of the text.");
        }
        let mut left_out = self.left_out;
        left_out.extend(self.tallies.notes());
        self.paragraphs.append(&mut self.footnotes);
        (self.paragraphs, left_out)
    }

    /// Adds text to the paragraph, or to what is withheld.
    pub(super) fn add(&mut self, text: &str, at: usize) {
        self.after_break = false;
        if let Some(withheld) = &mut self.withheld {
            withheld.words += text;
            return;
        }
        if let Some((_, script)) = &mut self.script {
            *script += text;
            return;
        }
        self.start.get_or_insert(at);
        if let Some(number) = self.number.take() {
            self.text += &number;
            self.text.push(' ');
        }
        let mut text = text;
        if std::mem::take(&mut self.after_gap) {
            if text.starts_with('\n') {
                self.trim_spaces();
            } else if self.text.is_empty() || self.text.ends_with(char::is_whitespace) {
                text = text.trim_start_matches([' ', '\t']);
            }
        }
        self.text += text;
    }

    /// Ends the paragraph.
    pub(super) fn close(&mut self) {
        self.end_inline();
        if let Some(withheld) = &mut self.withheld {
            withheld.words.push('\n');
        }
        if std::mem::take(&mut self.after_gap) || self.withheld.is_some() {
            self.trim_spaces();
        }
        let start = self.start.take();
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        // An escaped brace is part of the text.
        let marked = start.is_some_and(|at| {
            let (before, source) = self.markdown.split_at_checked(at).unwrap_or_default();
            source.starts_with('{') && !before.ends_with('\\')
        });
        self.push(if marked { marked::read(&text) } else { RawText::Plain(text) });
    }

    /// Ends what cannot extend beyond its paragraph.
    pub(super) fn end_inline(&mut self) {
        self.end_script();
        if let Some(withheld) = self.withheld.take_if(|withheld| withheld.inline) {
            self.name_withheld(
                withheld,
                " It is not closed, so this goes to the end of the paragraph.",
            );
        }
    }

    /// Adds superscript or subscript text.
    pub(super) fn end_script(&mut self) {
        if let Some((script, text)) = self.script.take() {
            let at = self.start.unwrap_or_default();
            self.add(&scripts::written(&text, script), at);
        }
    }

    /// Begins an item with a number, after the number of the item around it.
    pub(super) fn begin_number(&mut self, number: &str) {
        match &mut self.number {
            Some(outer) => {
                outer.push(' ');
                *outer += number;
            }
            none => *none = Some(number.to_owned()),
        }
    }

    /// An item that consists only of its number.
    pub(super) fn flush_number(&mut self) {
        let Some(number) = self.number.take() else { return };
        match &mut self.withheld {
            Some(withheld) => withheld.words += &number,
            None => self.push(RawText::Plain(number)),
        }
    }

    fn push(&mut self, paragraph: RawText) {
        if self.in_footnote { &mut self.footnotes } else { &mut self.paragraphs }.push(paragraph);
    }

    fn trim_spaces(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(kept);
    }

    /// Begins to withhold words.
    pub(super) fn withhold(&mut self, name: &str, at: usize, why: String, inline: bool) {
        match &mut self.withheld {
            Some(withheld) if withheld.name == name => withheld.depth += 1,
            // Its words are already withheld with those around them.
            Some(_) => self.left_out.push((at, why)),
            None => {
                self.end_script();
                let name = name.to_owned();
                let words = String::new();
                self.withheld = Some(Withheld { name, depth: 1, at, why, words, inline });
            }
        }
    }

    /// Ends what is being withheld.
    pub(super) fn release(&mut self, name: &str) {
        let Some(withheld) = self.withheld.as_mut().filter(|withheld| withheld.name == name) else {
            return;
        };
        withheld.depth -= 1;
        if withheld.depth == 0
            && let Some(withheld) = self.withheld.take()
        {
            self.name_withheld(withheld, "");
        }
    }

    fn name_withheld(&mut self, withheld: Withheld, more: &str) {
        let Withheld { at, why, words, .. } = withheld;
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let note = if words.is_empty() {
            format!("{why}.{more}")
        } else {
            format!("{why}: {words}.{more}")
        };
        self.left_out.push((at, note));
        self.after_gap = true;
    }
}
